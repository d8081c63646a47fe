"""A stretch of text to the numbers in it, in digits and in words, each with its value and its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.model import Span

Amount = int | float
Kind = Literal["count", "percent", "money", "share", "vague"]

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
SHARES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "thirds": 1 / 3, "quarters": 0.25, "fifth": 0.2, "fifths": 0.2}
VAGUE = ("dozens", "scores", "hundreds", "thousands", "millions", "billions")
"""Plural scales that name no number: "dozens of volunteers"."""

_WORD = "|".join([*UNITS, *TENS])
_BIG = "dozen|hundred|thousand|million|billion|trillion"
NUMBER_WORDS = rf"""
    (?: (?: half \s (?:a|an) | an? (?= \s (?:{_BIG}) ) ) \s (?:{_BIG}) | \b (?:{_WORD}) )      # half a million, a dozen, seven
    (?: (?: \s | - | \s and \s ) (?:{_WORD}|hundred|thousand|million|billion|trillion|dozen) ){{0,9}}  # twenty-three, hundred and six
    \b (?! -\w )                                                                              # not "two-hour"
"""
"""Pattern (VERBOSE, any case) of a number in words; it may take in too much ("six nine"), which `parse_words` tells."""

_BEGINNINGS = "|".join(sorted({word[:2] for word in (*UNITS, *TENS, *SHARES, *VAGUE, "tens")}))
_NUMBER = re.compile(
    rf"""
    (?<! \w ) (?= [\d$£€¥] | US\$ | A\$ | an? \s | {_BEGINNINGS} ) (?:     # where a number can begin: most places are passed over at once
    (?P<low> (?<! [\w.,:/@\#&+] ) (?<! \w[-–‑] ) [1-9][\d,]{{0,14}} ) [-–] (?P<top> [1-9][\d,]{{0,14}} ) (?! \w | [.:/-] \d )   # 10-15
  | (?P<digits>
        (?<! [\w.,:/@\#&+] ) (?<! \w[-–‑] )              # not inside B-52, 9.30, 12/7
        (?P<currency> US\$ | A\$ | [$£€¥] )?
        (?P<amount> \d{{1,3}} (?: ,\d{{3}} )+ (?:\.\d+)? | \d{{1,15}} (?:\.\d{{1,9}})? )    # 2,300  1.3  70
        (?: [\s-]? (?P<scale> hundred|thousand|million|billion|trillion|bn|tn|mn|m|k ) \b )?
        (?P<percent> \s? % | [\s-] per[\s-]?cent \b )?
        (?! \w | [.:,/] \d | [-‑] [^\W\d_] | [–-] \d )       # not 9.30, 30-day, 70km
    )
  | (?P<vague> \b (?: tens|hundreds|dozens ) \s of \s thousands \b | \b (?: {"|".join(VAGUE)} ) \b )
  | (?P<share>
        \b (?: (?P<share_count> one|two|three|four|a ) [\s-] )? (?P<share_part> half|thirds?|quarters?|fifths? )
        (?= \s of \s )                                          # half of the boats
    )
  | (?P<words> {NUMBER_WORDS} (?P<percent_words> \s per \s? cent \b )? )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its place in code points."""

    span: Span
    """Its words, a currency mark and "per cent" taken in."""
    value: Amount | None
    """What it comes to; a percentage is 38, not 0.38; null for a vague one."""
    kind: Kind
    """Whether it counts, is a percentage, a sum of money, a share ("half of") or vague ("dozens")."""
    high: Amount | None = None
    """Upper end of a range; null otherwise."""
    worded: bool = False
    """Whether it is written in words."""


def find_numbers(text: str, start: int = 0, end: int | None = None) -> tuple[Number, ...]:
    """Find the numbers in a stretch of text, in order; ordinals, scores ("2-1") and numbers inside names of things are none.

    >>> text = "Between 30 and 40 boats left; half a million people and 12,500 cars stayed, dozens burnt."
    >>> [(n.span.of(text), n.value, n.high) for n in find_numbers(text)]
    [('30 and 40', 30, 40), ('half a million', 500000, None), ('12,500', 12500, None), ('dozens', None, None)]
    """
    stop = len(text) if end is None else end
    plain = tuple(_plain_numbers(text, start, stop))
    return tuple(_with_ranges(text, plain))


def parse_words(words: str) -> Amount | None:
    """Give the value of a number in words or digits; null when the words make no number.

    >>> parse_words("One hundred and sixty"), parse_words("forty-six"), parse_words("six nine"), parse_words("2,300")
    (160, 46, None, 2300)
    """
    if words[:1].isdigit():
        return _amount(words) if re.fullmatch(r"[\d,]+(\.\d+)?", words) else None
    total, group, last = 0.0, 0.0, float("inf")
    for word in re.split(r"[\s-]+", words.lower().strip()):
        if word in ("and", "a", "an"):
            group, last = (1.0, 0.0) if word != "and" and not group else (group, last)
            continue
        value = 0.5 if word == "half" else UNITS.get(word, TENS.get(word))
        if value is not None:
            if not _may_follow(value, last):
                return None
            group, last = (value if last == 0.0 else group + value), value
        elif word in SCALES:
            group = (group or 1) * SCALES[word]
            last = float("inf")
            if SCALES[word] >= SCALES["thousand"]:
                total, group = total + group, 0.0
        else:
            return None
    return _tidy(total + group)


def _may_follow(value: float, last: float) -> bool:
    """Tell whether a unit may follow the word before it: a unit follows tens, either follows a scale."""
    return last in (float("inf"), 0.0) or (last >= TENS["twenty"] and 0 < value < UNITS["ten"])


def _plain_numbers(text: str, start: int, stop: int) -> Iterator[Number]:
    position = start
    while match := _NUMBER.search(text, position, stop):
        number = _read(match)
        if number is not None:
            yield number
        position = number.span.end if number else match.end()


def _read(match: re.Match[str]) -> Number | None:
    span = Span(*match.span())
    if match["low"]:
        low, top = _amount(match["low"]), _amount(match["top"])
        return Number(span, low, "count", top) if low < top else None  # 2-1 is a score
    if match["digits"]:
        value = _amount(match["amount"]) * SCALES.get((match["scale"] or "").lower(), 1)
        kind: Kind = "money" if match["currency"] else "percent" if match["percent"] else "count"
        if (match["scale"] or "").lower() == "m" and kind != "money" and "." not in match["amount"]:
            return None  # metres as likely as millions
        return Number(span, _tidy(value), kind)
    if match["vague"]:
        return Number(span, None, "vague", worded=True)
    if match["share"]:
        count = UNITS.get((match["share_count"] or "one").lower(), 1)
        return Number(span, _tidy(count * SHARES[match["share_part"].lower()]), "share", worded=True)
    return _read_words(match, span)


def _read_words(match: re.Match[str], span: Span) -> Number | None:
    """Read the longest run of words that makes one number."""
    percent = match["percent_words"] or ""
    words = match["words"][: len(match["words"]) - len(percent)]
    end, value = 0, None
    for word in re.finditer(r"[A-Za-z]+", words):  # once a word does not fit, no longer run does
        sofar = parse_words(words[: word.end()])
        if sofar is None:
            break
        if word.group().lower() != "and":
            end, value = word.end(), sofar
    if value is None:
        return None
    whole = end + len(percent) == span.end - span.start
    stop = span.end if whole else span.start + end
    return Number(Span(span.start, stop), value, "percent" if percent and whole else "count", worded=True)


def _amount(digits: str) -> Amount:
    return _tidy(float(digits.replace(",", "")))


def _tidy(value: float) -> Amount:
    """Give a whole number as an int and drop what binary fractions add: 1.3 million is 1300000."""
    near = round(value, 6)
    return int(near) if near == int(near) else near


def _with_ranges(text: str, plain: tuple[Number, ...]) -> Iterator[Number]:
    """Join the two ends of a range, and leave out scores such as 2-1."""
    waiting: Number | None = None
    for number in plain:
        joined = _joined(text, waiting, number) if waiting else None
        if joined is None:
            if waiting:
                yield waiting
            waiting = number
        else:
            waiting = joined
    if waiting:
        yield waiting


_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)


def _joined(text: str, low: Number, high: Number) -> Number | None:
    link = text[low.span.end : high.span.start]
    if low.value is None or high.value is None or low.high is not None or not low.value < high.value:
        return None
    before = text[max(0, low.span.start - len("between ")) : low.span.start]
    between = link == " and " and _BETWEEN.search(before)
    if between or (link in (" to ", " or ", "-", "–", " – ") and not _FROM.search(before)):
        kind = high.kind if low.kind == "count" else low.kind
        return replace(low, span=Span(low.span.start, high.span.end), high=high.value, kind=kind)
    return None
