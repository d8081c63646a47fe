"""The lines of a live blog to its marks: the clock line of each entry and the heading that goes with it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from onrecord.language.english_pages import TIME_WORDS
from onrecord.page.dating import Stamp, find_clock, find_stamps, iso_moment, offset_of
from onrecord.page.lines import Line
from onrecord.settings import PageSettings

_REST = re.compile(
    r"""
      \b\d{1,2}[:.]\d\d (?:[:.]\d\d)? \s* (?:[ap]\.?m\b\.?)?         # 14.21  2:21pm
    | \b\d{1,2} \s* [ap]\.?m\b\.?                                    # 3 p.m.
    | \b(?:gmt|utc) \s? [+-]\d{1,2} (?::?\d\d)?                      # GMT+3
    | \b(?:posted|published|updated|at|on|local|time|pinned|by|the|key|event)\b
    | \b(?:\d+|an?) \s* (?:seconds?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d) \s+ ago\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PINNED = re.compile(r"\bpinned\b", re.IGNORECASE)
LONGEST_CLOCK_LINE = 9
"""Words of a line that can be nothing but a time."""
LONGEST_HEADING = 24
"""Words of an entry's heading."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry of a live blog begins, and when it was posted."""

    start: int
    """Number of the entry's first line."""
    clock: int
    """Number of its clock line."""
    heading: int | None
    """Number of its heading's line."""


def is_clock_line(line: Line) -> bool:
    """Tell whether a line is nothing but a clock time, perhaps with zone and date.

    >>> from onrecord.page.lines import split_lines
    >>> [is_clock_line(line) for line in split_lines("14.21 BST\\nPosted at 9:05 3 May\\nAt 14:21 police came\\n9 May 2025")]
    [True, True, False, False]
    """
    if len(line.words) > LONGEST_CLOCK_LINE or find_clock(line.text) is None:
        return False
    stamps = find_stamps(line)
    rest = (
        line.text
        if not stamps
        else line.text.replace(line.text[stamps[0].span.start - line.span.start : stamps[0].span.end - line.span.start], "")
    )
    left = re.findall(r"[^\W\d_]{2,}", _REST.sub(" ", rest))
    return all(_is_time_word(word) for word in left)


def find_marks(lines: Sequence[Line], furniture: Collection[int], *, settings: PageSettings | None = None) -> tuple[Mark, ...]:
    """Find where the entries of a live blog with clock lines begin; empty for a page that is none."""
    limits = settings or PageSettings()
    clocks = [line for line in lines if line.number not in furniture and is_clock_line(line) and not _of_page(line)]
    dated = {line.number for line in clocks if find_stamps(line)}
    if len(dated) * 2 <= len(clocks):
        clocks = [line for line in clocks if line.number not in dated]
    if len(clocks) < limits.fewest_marks:
        return ()
    taken = frozenset(furniture) | {line.number for line in clocks}
    before = [_heading(lines, line.number - 1, taken) for line in clocks]
    after = [_heading(lines, line.number + 1, taken) for line in clocks]
    if _headings_come_first(lines, before, after):
        return tuple(Mark(line.number if at is None else at, line.number, at) for line, at in zip(clocks, before, strict=True))
    return tuple(Mark(line.number, line.number, at) for line, at in zip(clocks, after, strict=True))


def is_pinned(lines: Sequence[Line], mark: Mark) -> bool:
    """Tell whether an entry's clock line says that it is pinned."""
    return _PINNED.search(lines[mark.clock].text) is not None


def find_posted(lines: Sequence[Line], marks: Sequence[Mark], stated: Stamp | None) -> tuple[str | None, ...]:
    """Give the time at which each entry was posted; null where the page states no date to count from.

    Where clock lines name no date, a live blog is taken to run down from its latest stated date, or up to it, and the day
    changes where the clock jumps back.
    """
    found = [find_clock(lines[mark.clock].text) for mark in marks]
    own = [next(iter(find_stamps(lines[mark.clock])), None) for mark in marks]
    clocks = [clock[0] if clock else (0, 0) for clock in found]
    rises = sum(a < b for a, b in pairwise(clocks))
    falls = sum(a > b for a, b in pairwise(clocks))
    days = _days(clocks, stated.day, down=falls >= rises) if stated else [None] * len(clocks)
    posted: list[str | None] = []
    for clock, zone, stamp, counted in zip(clocks, (clock[2] if clock else "" for clock in found), own, days, strict=True):
        day = stamp.day if stamp else counted
        offset = offset_of(zone, day) if zone else stated.offset if stated else None
        posted.append(iso_moment(day, clock, offset) if day else None)
    return tuple(posted)


def _days(clocks: Sequence[tuple[int, int]], latest: date, *, down: bool) -> list[date | None]:
    """Give each entry's day, from the newest, which has the latest date, backwards."""
    order = list(clocks) if down else list(clocks)[::-1]
    day, last, days = latest, None, []
    for clock in order:
        if last is not None and clock > last and _jump(last, clock):
            day -= timedelta(days=1)
        days.append(day)
        last = clock
    return [*(days if down else days[::-1])]


def _jump(later: tuple[int, int], earlier: tuple[int, int]) -> bool:
    """Tell whether the clock jumps so far that a day lies between, not two entries out of order."""
    return (earlier[0] * 60 + earlier[1]) - (later[0] * 60 + later[1]) > 240


def _of_page(line: Line) -> bool:
    """Tell whether a line dates the whole page."""
    return any(stamp.label != "plain" for stamp in find_stamps(line)) and "posted" not in line.bare


def _heading(lines: Sequence[Line], number: int, taken: frozenset[int]) -> int | None:
    """Give the number when a line there can be an entry's heading."""
    if not 0 <= number < len(lines) or number in taken:
        return None
    line = lines[number]
    ends = line.text.endswith((".", ":", ";", ",", ".”", "…", ".’"))
    return None if ends or not line.words or len(line.words) > LONGEST_HEADING else number


def _headings_come_first(lines: Sequence[Line], before: Sequence[int | None], after: Sequence[int | None]) -> bool:
    """Tell whether headings stand above their clock lines; where both are likely, blank lines decide."""
    above = sum(at is not None for at in before)
    below = sum(at is not None for at in after)
    if abs(above - below) > 0.3 * len(before):
        return above > below
    apart_above = sum(at is not None and lines[at].apart for at in before)
    apart_clock = sum(at is not None and lines[at - 1].apart for at in after)
    return above > 0 and apart_above >= apart_clock


def _is_time_word(word: str) -> bool:
    lower = word.lower()
    return lower in TIME_WORDS or offset_of(word) is not None
