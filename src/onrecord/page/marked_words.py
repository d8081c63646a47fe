"""A marked line to what its own words and links say of it, as numbers."""

import re
from collections.abc import Mapping, Sequence
from math import log1p

from onrecord.language.patterns import compile_later
from onrecord.language.stopwords import STOP_WORDS
from onrecord.model import MarkedLine

LONGEST_LOOK = 600
"""Code points of a line that are looked at: a longer line is told by its length."""
SIGNS = (
    "signs", "words", "word length", "stopped", "full stop", "asks", "colon", "quotes", "commas", "small words", "capitals", "shouted",
    "digits", "opens with digit", "opens low", "separators", "dated", "byline", "address", "notice", "we", "you", "told", "linked",
    "all linked", "taken", "again", "shared", "prose", "sentence", "title like", "odds", "odds least", "odds most", "odds first",
)  # fmt: skip
"""What is told of a line by its words; "again", "shared" and "title like" are filled in from the page's other lines."""
_AT = {name: number for number, name in enumerate(SIGNS)}
_NOTHING = (0.0,) * len(SIGNS)
WORD = compile_later(r"[^\W_]+(?:['’.&-][^\W_]+)*")
"""A word of a line."""
_STOPPED = compile_later(r"[.!?…:;](?:\s?[\"”’'»)\]])*$")
_DATED = compile_later(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\bago$"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    re.IGNORECASE,
)
_BYLINE = compile_later(r"^(?:by|from|words|photos?|written|story|image|picture|credit|source)\b[\s:]", re.IGNORECASE)
_ADDRESS = compile_later(r"https?://|www\.|\S@\S|\.com\b|^[@#]\w")
_NOTICES = (
    "©", "(c)", "copyright", "all rights reserved", "getty", "reuters", "shutterstock", "/ap", "read more", "read next", "sign up",
    "subscri",
)  # fmt: skip
_SEPARATOR = compile_later(r"\s[|·•›»/]\s")
_TOLD = frozenset("said says told added asked wrote was were had has been according announced reported".split())
_WE, _YOU = frozenset("we us our ours i my me".split()), frozenset("you your yours".split())
_SMALL = STOP_WORDS["English"]
_QUOTES = '"“”‘’'
ALL_LINKED = 0.95
"""Share of a line's letters from which it is nothing but a link."""
LONGEST_LINK = 80
"""Code points of such a line below which its words are not looked at."""


Words = Sequence[str]
"""Words of a line, in order."""


def words_of(text: str, line: MarkedLine) -> Words:
    """Give the words of a line, as far as it is looked at."""
    return WORD.findall(text, line.span.start, min(line.span.end, line.span.start + LONGEST_LOOK))


def describe_words(text: str, line: MarkedLine, words: Words, lower: Words, telling: Mapping[str, float]) -> tuple[float, ...]:
    """Describe a line by its words, as they stand and in small letters; what the page shares with it is filled in later."""
    if line.linked > ALL_LINKED and line.span.end - line.span.start < LONGEST_LINK:
        return _of_link(line, words)
    start, end = line.span
    length = end - start
    looked = text[start : min(end, start + LONGEST_LOOK)]
    many = len(words) or 1
    last, first = text[end - 1], looked[0]
    small = sum(map(_SMALL.__contains__, lower)) / many
    capitals = sum(word[0].isupper() for word in words) / many
    stopped = _STOPPED.search(text, max(start, end - 4), end) is not None
    distinct = set(lower)
    count = len(words) if length <= LONGEST_LOOK else len(words) * length // LONGEST_LOOK
    digits, *signs = _signs(looked) if count < FEWEST_OF_PROSE else (0.0,) * 6
    return (
        log1p(length),
        log1p(count),
        sum(map(len, words)) / many,
        stopped,
        last == "." or text[end - 2 : end] in (".”", '."'),
        last in "?!",
        last == ":",
        min(3, sum(map(looked.count, _QUOTES))),
        looked.count(",") / many,
        small,
        capitals,
        looked.isupper(),
        digits,
        first.isdigit(),
        first.islower(),
        *signs,
        *(not distinct.isdisjoint(words) for words in (_WE, _YOU, _TOLD)),
        *(line.linked, line.linked > ALL_LINKED, line.taken),
        *(0.0, 0.0),
        (stopped and count >= 12 and small > 0.2) * min(1.0, count / 30),
        stopped and count >= 5 and capitals < 0.6,
        0.0,
        *_odds(lower, telling),
    )


def _odds(lower: Sequence[str], telling: Mapping[str, float]) -> tuple[float, float, float, float]:
    """Tell how a line's words lean: on average, the least, the most, and the first."""
    odds = [telling[word] for word in lower if word in telling] or [0.0]
    return sum(odds) / ((len(lower) or 1) + 1), min(odds), max(odds), telling.get(lower[0], 0.0) if lower else 0.0


FEWEST_OF_PROSE = 40
"""Words from which a line is prose, and no byline or notice."""


def _signs(looked: str) -> tuple[float, float, bool, bool, bool, bool]:
    """Tell of a short line its share of digits, its separators, and whether it holds a date, a byline, an address or a notice."""
    digits, lower = sum(map(str.isdigit, looked)), looked.lower()
    return (
        digits / len(looked),
        len(_SEPARATOR.findall(looked)) + looked.count("|") * 0.5,
        (digits > 0 or lower.endswith("ago")) and _DATED.search(looked) is not None,  # all dates but "ago" have a digit
        _BYLINE.match(looked) is not None,
        _ADDRESS.search(looked) is not None,
        any(map(lower.__contains__, _NOTICES)),
    )


def _of_link(line: MarkedLine, words: Sequence[str]) -> tuple[float, ...]:
    """Describe a short line that is nothing but a link, of which pages have hundreds, by little."""
    return (
        log1p(line.span.end - line.span.start), log1p(len(words)), *_NOTHING[2 : _AT["linked"]], line.linked, True, line.taken,
        *_NOTHING[_AT["again"] :],
    )  # fmt: skip
