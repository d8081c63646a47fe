"""A page to its time expressions, each with the time it means, counted from the day the page or the entry was published.

The grammar is language/timex: one compiled scanner finds the expressions, a reader for each rule tells what they mean. What rests
on the day of publication stays unresolved (null) when that day is not known; dates with a year and lengths of time need none.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import partial

from onrecord.extract.habits import find_habits
from onrecord.language.timex.calendar import Direction, parse_day
from onrecord.language.timex.direction import find_direction, sentence_around
from onrecord.language.timex.reading import Context, Found, Reading
from onrecord.language.timex.scan import read_times
from onrecord.model import Anchor, Page, Span, Time

READ_ROLES = frozenset(("title", "masthead", "heading", "body", "caption"))
"""Roles of the blocks whose words are read."""


@dataclass(frozen=True, slots=True)
class _Base:
    """What the times of one block are counted from."""

    date: dt.date | None
    minute: int | None
    anchor: Anchor


def find_times(page: Page) -> tuple[Time, ...]:
    """Find the time expressions of a page's title, date lines, headings, paragraphs and captions, in order; none overlap.

    An entry's own time of posting is counted from where the page states it, the page's date of publication otherwise.
    """
    text = page.capture.text
    published = _base(page.published.value if page.published else None, "published")
    posted = {entry.id: _base(entry.posted, "entry") for entry in page.entries}
    found: list[Time] = []
    opening = context = Context(None, habits=find_habits(page))
    entry: int | None = None
    for block in page.blocks:
        if block.role not in READ_ROLES:
            continue
        if block.entry is not None and block.entry != entry:
            context = context if entry is None else opening  # nothing is counted from what another entry tells
            entry = block.entry
        own = posted.get(block.entry) if block.entry is not None else None
        base = own if own and own.date else published
        context = replace(context, anchor=base.date, minute=base.minute, direct=partial(_direct, text, block.span))
        for one, reading, rule, after in read_times(text, block.span, context):
            context = after
            if block.role == "masthead" and rule == "clock":
                continue  # the mark of an entry, which has it as its time of posting
            found.append(_time(f"t{len(found) + 1}", one, reading, rule, base))
    return tuple(found)


def _base(iso: str | None, anchor: Anchor) -> _Base:
    date = parse_day(iso)
    clock = re.match(r".{10}T(\d\d):(\d\d)", iso or "")
    return _Base(date, int(clock[1]) * 60 + int(clock[2]) if clock else None, anchor if date else "none")


def _direct(text: str, block: Span, found: Found) -> Direction:
    span = found.span
    return find_direction(text, sentence_around(text, block, span), span)


def _time(name: str, found: Found, reading: Reading, rule: str, base: _Base) -> Time:
    when = reading.when
    anchor: Anchor = "none" if when is None else base.anchor if reading.anchor == "anchor" else reading.anchor
    return Time(
        id=name,
        span=found.span,
        text=found.text,
        type=reading.type,
        value=when.value if when else reading.value,
        start=when.start if when else None,
        end=when.end if when else None,
        anchor=anchor,
        rule=rule,
    )
