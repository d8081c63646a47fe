"""The elements of an update to when it was posted and edited, and the clocks of many updates to the days they were of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onrecord.capture.metas import text_of
from onrecord.capture.moments import Clock, find_clock, is_anchored, is_exact, read_moment, short_zones, zone_named
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS
from onrecord.language.patterns import compile_later

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b"
_DAY_OF_YEAR = compile_later(
    rf"\b(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m1>{_MONTH})|(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})\b)", re.IGNORECASE
)
_POSTED_NAMES = (
    "datetime", "content", "data-time", "data-datetime", "data-timestamp", "data-unix-timestamp", "data-sort-time", "data-published",
    "data-published-at", "data-posted", "data-created", "data-created-at", "data-date", "data-unixtime", "data-utc", "title",
)  # fmt: skip
STAMPS = frozenset(_POSTED_NAMES[2:-1])
"""Attributes that tell scripts when something was posted."""
_EDITED_NAMES = ("data-update-time", "data-updated", "data-updated-at", "data-modified", "data-last-updated")
_LATER = compile_later(r"\b(?:updated|edited|modified|amended)\b", re.IGNORECASE)
_EDIT = compile_later(r"\b(?:updated|edited|modified|amended)\b[\s:,-]{0,4}(?:at|on)?\s{0,2}(?P<when>.{3,60})$", re.IGNORECASE)
_AGO = compile_later(
    r"\b(?:\d{1,2}|an?|one)\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s(?:ago)\b|\bjust now\b", re.IGNORECASE
)
_HINT = compile_later(r"\d|[Aa][Gg][Oo]\b|[Jj]ust [Nn]ow\b")  # without one of these nothing tells a time
_MOST_PARTS = 4  # elements within one that tells a time
_MOST_WRAPS = 4  # elements in each other that hold a time and no more
_TIMED = compile_later(r"time|date|stamp|clock|posted|published|meta\b|\bwhen\b", re.IGNORECASE)
_BY = compile_later(r"\b[Bb]y\s(?:[A-Z][\w.’'-]{0,20}\s?){1,4}")  # by Ada Brandt
_QUOTED = frozenset(("blockquote", "figure"))
_WORD = compile_later(r"[A-Za-z]{2,}")
LONGEST_MARK = 70
"""Code points of the longest words that are a mark of time and nothing else."""


class LiveTime(NamedTuple):
    """A time as an update shows it."""

    moment: str | None = None
    """ISO date-time, where the day is told with it."""
    clock: Clock | None = None
    """Hour and minute, where only they are told."""
    zone: str | None = None
    """The zone named with the clock."""
    day: tuple[int, int] | None = None
    """Month and day of the month named with the clock."""


NO_TIME = LiveTime()


def find_marks(elements: "Sequence[HtmlElement]") -> "Iterator[HtmlElement]":
    """Find among the elements of a page, or of a part of it, those that are there to tell a time; they stand in the page's order.

    That is a time element, or one of few words with a clock among them, or one named for a time that bears it for scripts.
    """
    among = set(elements)
    told: dict[HtmlElement, str] = {}
    for element in elements:
        if (text := element.text) and _may_tell(text):
            _gather(element, among, told)
        if (tail := element.tail) and _may_tell(tail) and (parent := element.getparent()) is not None:
            _gather(parent, among, told)
    for element in elements:
        if element.tag == "time" or ((element in told or not STAMPS.isdisjoint(element.keys())) and _is_mark(element, told.get(element))):
            yield element


def _may_tell(words: str) -> bool:
    """Tell at little cost whether some words may be a time and no more."""
    short = len(words) <= LONGEST_MARK or len(" ".join(words.split())) <= LONGEST_MARK  # most words are told to be no time by this alone
    return short and _HINT.search(words) is not None


def _gather(element: "HtmlElement | None", among: "set[HtmlElement]", told: "dict[HtmlElement, str]") -> None:
    """Gather the words of an element and of those around it that hold little else."""
    for _ in range(_MOST_WRAPS):
        if element is None or element not in among or element in told:
            return
        told[element] = text_of(element, LONGEST_MARK + 1)
        if len(told[element]) > LONGEST_MARK:
            return
        element = element.getparent()


def _is_mark(element: "HtmlElement", words: str | None) -> bool:
    """Tell whether an element that is no time element is there to tell a time; null are words among which there is no clock."""
    stamped = not STAMPS.isdisjoint(element.keys())
    if len(element) > _MOST_PARTS or not (words or stamped):
        return False
    named = bool(_TIMED.search(f"{element.get('class') or ''} {element.get('data-testid') or ''} {element.get('itemprop') or ''}"))
    if not words or len(words) > LONGEST_MARK:
        words = text_of(element, LONGEST_MARK + 1) if words is None else words
        return stamped and named and not 0 < len(words) <= LONGEST_MARK and any(element.get(name) for name in STAMPS)
    if named:
        return find_clock(words) is not None or _AGO.search(words) is not None
    return is_mark_text(words)


def is_mark_text(words: str) -> bool:
    """Tell whether some words are a clock, perhaps with a day, a zone or "updated", and nothing else.

    >>> [is_mark_text(words) for words in ("17.25 GMT", "Updated 5:14 p.m. ET, November 3, 2020", "At 10:05 the levee broke", "2h ago")]
    [True, True, False, True]
    """
    return len(words) <= LONGEST_MARK and _HINT.search(words) is not None and _is_clock(words)


@lru_cache(maxsize=20_000)
def _is_clock(words: str) -> bool:
    words = _BY.sub(" ", words)
    if not find_clock(words):
        return _AGO.search(words) is not None and len(words) < 24
    return not _others(words)


def _others(words: str) -> list[str]:
    """Give the words that are no part of a time."""
    return [name for word in _WORD.findall(short_zones(words)) if not _is_of_time(name := word.lower())]


@lru_cache(maxsize=5_000)
def _is_of_time(name: str) -> bool:
    return name in _BESIDE or name in _MONTH_NUMBERS or name[:3] in _DAYS or zone_named(name) is not None


_BESIDE = frozenset(
    """
    ago am and at cst edited first hour hours hrs ist last live local min mins minute minutes nd of on pm posted published rd st th time
    today updated yesterday
    """.split()
)
_DAYS = frozenset(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


def read_times(element: "HtmlElement", marks: "Iterable[HtmlElement]", zone: tzinfo | None) -> tuple[LiveTime, LiveTime]:
    """Read from the marks in an update when it was posted and when it was edited; times in quoted posts of others are left out."""
    posted, edited = NO_TIME, _attribute(element, _EDITED_NAMES, zone)
    for mark in _outermost(element, marks):
        words = text_of(mark, LONGEST_MARK)
        found = _read(mark, words, zone)
        if _is_later(mark, words) and found != NO_TIME:
            edited = edited if edited != NO_TIME else found
        elif posted == NO_TIME:
            posted = found
    if posted == NO_TIME:  # "Updated 5:14 p.m." is all that some pages show
        posted, edited = edited, NO_TIME
    own = own_time(element, zone)
    if not is_anchored(posted.moment) and own.moment and _agree(own, posted):
        posted = own
    return posted, edited


def own_time(element: "HtmlElement", zone: tzinfo | None = None) -> LiveTime:
    """Read the time that an element bears in an attribute made for scripts."""
    return _attribute(element, _POSTED_NAMES[2:-1], zone)


def _agree(one: LiveTime, other: LiveTime) -> bool:
    """Tell whether two times may be the same: nothing is told by one, or the minutes are equal."""
    minutes = [
        int(time.moment[14:16]) if time.moment and is_exact(time.moment) else time.clock[1] if time.clock else None for time in (one, other)
    ]
    return None in minutes or minutes[0] == minutes[1]


def _outermost(element: "HtmlElement", marks: "Iterable[HtmlElement]") -> "Iterator[HtmlElement]":
    """Give the outermost of the marks in an update, and time elements rather than what holds them."""
    inside: set[HtmlElement] = set()
    for mark in marks:
        around = {mark, *_between(mark, element)}
        if not inside.isdisjoint(around) or any(one.tag in _QUOTED for one in around if one is not mark):
            continue
        if mark.tag == "time" or not len(mark) or next(mark.iterdescendants("time"), None) is None:
            yield mark
            inside.add(mark)


def _between(element: "HtmlElement", top: "HtmlElement") -> "Iterator[HtmlElement]":
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def _is_later(mark: "HtmlElement", words: str) -> bool:
    """Tell whether a mark tells of a change."""
    named = f"{mark.get('class') or ''} {mark.get('itemprop') or ''}"
    before = mark.getprevious()
    parent = mark.getparent()
    lead = (before.tail or text_of(before, 30)) if before is not None else (parent.text or "") if parent is not None else ""
    return bool(_LATER.search(words) or _LATER.search((lead or "")[-20:]) or "modified" in named.lower() or "updated" in named.lower())


def _attribute(element: "HtmlElement", names: Sequence[str], zone: tzinfo | None) -> LiveTime:
    told = dict(element.items())
    for name in names if told else ():
        moment = read_moment(told[name], zone) if told.get(name) else None
        if is_exact(moment):
            return LiveTime(moment)
    return NO_TIME


def _read(mark: "HtmlElement", words: str, zone: tzinfo | None) -> LiveTime:
    stated = _attribute(mark, _POSTED_NAMES, zone)
    return stated if stated.moment else read_time(words, zone)


def read_time(words: str, zone: tzinfo | None) -> LiveTime:
    """Read a time as words tell it.

    >>> read_time("Updated 5:14 p.m. ET, November 3, 2020", None).moment, read_time("10:05 GMT 14 January", None)
    ('2020-11-03T17:14-05:00', LiveTime(moment=None, clock=(10, 5), zone='GMT', day=(1, 14)))
    """
    moment = read_moment(words, zone)
    if is_exact(moment):
        return LiveTime(moment)
    found = find_clock(_AGO.sub(" ", words))
    if not found:
        return NO_TIME
    match = _DAY_OF_YEAR.search(words)
    day = (_MONTH_NUMBERS[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])) if match else None
    if moment:
        day = (int(moment[5:7]), int(moment[8:10]))
    return LiveTime(None, found[0], found[1] if zone_named(found[1]) else None, day)


def read_edit(words: str, zone: tzinfo | None) -> LiveTime:
    """Read the time of a line that tells when an update was edited: "Updated at 17.35 GMT"."""
    match = _EDIT.search(words) if len(words) <= LONGEST_MARK else None
    return read_time(match["when"], zone) if match and len(_others(words)) <= 2 else NO_TIME


def set_days(times: Sequence[LiveTime], first: str | None, last: str | None, zone: tzinfo | None) -> tuple[str | None, ...]:
    """Give each time its day: the clocks run back from the last change of the page, or on from its first publication.

    >>> evening = [LiveTime(clock=(0, 20)), LiveTime(clock=(23, 50)), LiveTime(clock=(22, 5))]
    >>> set_days(evening, "2031-05-04T18:00+00:00", "2031-05-05T00:31+00:00", None)
    ('2031-05-05T00:20', '2031-05-04T23:50', '2031-05-04T22:05')
    """
    clocks = [_minutes(time) for time in times]
    known = [clock for clock in clocks if clock is not None]
    falls = sum(one > other for one, other in pairwise(known))
    newest_first = falls * 2 >= len(known) - 1
    start = (last or first) if newest_first else (first or last)
    day = _start_day(start, zone)
    given: list[str | None] = []
    before: int | None = _start_minutes(start, zone) if newest_first and last else None
    for time, clock in zip(times, clocks, strict=True):
        if time.moment:
            given.append(time.moment)
            day = date.fromisoformat(time.moment[:10])
        elif time.clock and day:
            if time.day:
                day = _named_day(time.day, day)
            elif before is not None and clock is not None:
                day = _next_day(day, before, clock, newest_first=newest_first)
            given.append(moment_of(day, time, zone))
        else:
            given.append(None)
        before = clock if clock is not None else before
    return tuple(given)


def _next_day(day: date, before: int, clock: int, *, newest_first: bool) -> date:
    """Step over midnight where the clock jumps against its direction by hours, not by the minutes of a late entry."""
    gap = clock - before
    if newest_first and gap > 180:
        return day - timedelta(days=1)
    return day + timedelta(days=1) if not newest_first and gap < -180 else day


def _minutes(time: LiveTime) -> int | None:
    if time.moment and is_exact(time.moment):
        return int(time.moment[11:13]) * 60 + int(time.moment[14:16])
    return time.clock[0] * 60 + time.clock[1] if time.clock else None


def _start_day(moment: str | None, zone: tzinfo | None) -> date | None:
    if not moment:
        return None
    when = datetime.fromisoformat(moment)
    return (when.astimezone(zone) if zone and when.tzinfo else when).date()


def _start_minutes(moment: str | None, zone: tzinfo | None) -> int | None:
    if not moment or not is_exact(moment):
        return None
    when = datetime.fromisoformat(moment)
    when = when.astimezone(zone) if zone and when.tzinfo else when
    return when.hour * 60 + when.minute + 1


def _named_day(day: tuple[int, int], near: date) -> date:
    """Give a day of a year: the one nearest to another day."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, *day))
        except ValueError:
            continue
    return min(found, key=lambda one: abs((one - near).days), default=near)


def moment_of(day: date, time: LiveTime, zone: tzinfo | None) -> str | None:
    """Give the ISO date-time of a clock on a day; without an offset where its zone is not known."""
    if time.clock is None:
        return None
    here = datetime(day.year, day.month, day.day, *time.clock, tzinfo=zone_named(time.zone) or zone)
    return here.isoformat(timespec="minutes")
