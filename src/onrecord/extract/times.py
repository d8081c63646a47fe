"""A page to its time expressions, each with the time it means, counted from the day the page or the entry was published.

A small grammar: one compiled scanner finds the expressions, a rule (time_rules.py) reads each. What rests on the day of
publication stays unresolved (null) when that day is not known; dates with a year and lengths of time need none.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.calendar import Direction, parse_day
from onrecord.extract.time_readings import Context, Reading
from onrecord.extract.time_rules import RULES
from onrecord.language.english_time import FUTURE_CUES, PAST_CUES
from onrecord.language.sentences import split_sentences
from onrecord.model import Anchor, Block, Page, Span, Time

_SCANNER = re.compile(
    r"(?<!\w)(?=\w)(?:"  # an expression begins with a word: most positions are passed over at once
    + "|".join(f"(?P<{rule.name}>{re.sub(r'[?]P<[a-z_]+>', '?:', rule.pattern)})" for rule in RULES)
    + ")",
    re.VERBOSE,
)
_PATTERNS = {rule.name: re.compile(rule.pattern, re.VERBOSE) for rule in RULES}
_READERS = {rule.name: rule.read for rule in RULES}

_FUTURE = "|".join(re.escape(cue) for cue in sorted(FUTURE_CUES, key=len, reverse=True))
_PAST = "|".join(re.escape(cue) for cue in sorted(PAST_CUES, key=len, reverse=True))
_CUE = re.compile(
    rf"""
    (?<!\w) (?:                                          # a cue begins with a word
    (?P<past> (?: could \s not | couldn[’']t ) )
  | (?P<future> (?: (?:{_FUTURE}) (?!\w) | [A-Za-z]{{1,10}} [’']ll \b )                 # will, due, expected
        (?: \s (?:also|be|been|have|not|now|only|soon|then|to) ){{0,3}}
        (?: (?: \s [a-z]{{2,20}} )? \s [a-z]{{2,20}}ed \b )? )                          # will be handed, will stay closed
  | (?P<behind> (?: {_PAST} | [a-z]{{2,20}}ed ) (?!\w) )                             # told, circulated
    )
    """,
    re.VERBOSE,
)
FARTHEST_CUE = 200
"""Code points from a weekday in which the verb that places it is looked for."""
_LIMIT = re.compile(r"\b(?:until|till|by)\s$")
READ_ROLES = frozenset(("title", "heading", "body", "caption"))
"""Roles of the blocks whose words are read."""


@dataclass(frozen=True, slots=True)
class _Base:
    """What the times of one block are counted from."""

    date: dt.date | None
    anchor: Anchor


def find_times(page: Page) -> tuple[Time, ...]:
    """Find the time expressions of a page's title, headings, paragraphs and captions, in order; none overlap.

    An entry's own time of posting is counted from where the page states it, the page's date of publication otherwise.
    """
    published = parse_day(page.published.value if page.published else None)
    posted = {entry.id: parse_day(entry.posted) for entry in page.entries}
    found: list[Time] = []
    previous: dt.date | None = None
    for block in page.blocks:
        if block.role not in READ_ROLES:
            continue
        base = _base(block, posted, published)
        for span, reading, name in _read_block(page.capture.text, block.span, base.date, previous):
            time = _time(page.capture.text, span, reading, name, base)
            found.append(replace(time, id=f"t{len(found) + 1}"))
            previous = parse_day(time.start) or previous
    return tuple(found)


def _base(block: Block, posted: dict[int, dt.date | None], published: dt.date | None) -> _Base:
    own = posted.get(block.entry) if block.entry is not None else None
    if own:
        return _Base(own, "entry")
    return _Base(published, "published" if published else "none")


def _read_block(text: str, span: Span, anchor: dt.date | None, previous: dt.date | None) -> Iterator[tuple[Span, Reading, str]]:
    for sentence in split_sentences(text, span.start, span.end):
        position = sentence.span.start
        while match := _SCANNER.search(text, position, sentence.span.end):
            position = match.start() + 1
            name = match.lastgroup or ""
            inner = _PATTERNS[name].match(text, match.start(), sentence.span.end)
            if inner is None:
                continue
            direction = find_direction(text, sentence.span, Span(*match.span()))
            reading = _READERS[name](inner, Context(anchor, previous, direction))
            if reading is not None:
                position = match.end()
                yield Span(*match.span()), reading, name
                previous = parse_day(reading.when.start if reading.when else None) or previous


def _time(text: str, span: Span, reading: Reading, rule: str, base: _Base) -> Time:
    when = reading.when
    anchor: Anchor = "none" if when is None else base.anchor if reading.anchor == "anchor" else reading.anchor
    return Time(
        id="",
        span=span,
        text=span.of(text),
        type=reading.type,
        value=when.value if when else reading.value,
        start=when.start if when else None,
        end=when.end if when else None,
        anchor=anchor,
        rule=rule,
    )


def find_direction(text: str, sentence: Span, span: Span) -> Direction:
    """Tell by the verb before a weekday, or the first one after it, whether the day lies ahead or behind.

    >>> words = "The mayor told the council that the bridge would open on Friday."
    >>> find_direction(words, Span(0, len(words)), Span(57, 63))
    'future'
    """
    cues = tuple(_CUE.finditer(text, max(sentence.start, span.start - FARTHEST_CUE), span.start))
    if any(cue["future"] for cue in cues) and _LIMIT.search(text, max(sentence.start, span.start - 10), span.start):
        return "future"
    cue = cues[-1] if cues else _CUE.search(text, span.end, min(sentence.end, span.end + FARTHEST_CUE))
    if cue is None:
        return "future" if _LIMIT.search(text, max(sentence.start, span.start - 10), span.start) else "near"
    return "future" if cue["future"] else "past"
