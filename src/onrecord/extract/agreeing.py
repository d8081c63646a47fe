"""A page whose day is known only within a few days, to its times: those that mean the same on each of these days."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.times import find_times
from onrecord.language.timex.calendar import parse_day
from onrecord.model import Page, Published, Time

MOST_DAYS = 7
"""Days on each of which a page is read; over more hardly anything that rests on the day means the same."""


def find_agreed_times(page: Page) -> tuple[Time, ...]:
    """Find the times of a page; where its day is not certain, what means another time on another of its days stays unresolved.

    >>> from onrecord.model import Capture
    >>> from onrecord.page.page import split_page
    >>> page = split_page(Capture("sha256:0", "orle.txt", "text", "The ferry sank on Friday, and two divers are missing since yesterday."))
    >>> page = replace(page, published=Published("2014-05", "inferred", "2014-05-03", "2014-05-04"))
    >>> [(time.text, time.value) for time in find_agreed_times(page)]
    [('Friday', '2014-05-02'), ('yesterday', None)]
    """
    days = [*_days(page.published)] if page.published else []
    if not days or page.published is None:
        return find_times(page)
    readings = [find_times(replace(page, published=replace(page.published, value=day.isoformat()))) for day in days]
    others = [{time.span: time for time in reading} for reading in readings[1:]]
    return tuple(_agreed(time, [known.get(time.span) for known in others]) for time in readings[0])


def _days(published: Published) -> Iterator[dt.date]:
    """Give the days of an interval that are few enough; none when the day is known, or hardly anything of it."""
    first, last = parse_day(published.earliest), parse_day(published.latest)
    if parse_day(published.value) is None and first and last and (last - first).days < MOST_DAYS:
        yield from (first + dt.timedelta(days=step) for step in range((last - first).days + 1))


def _agreed(time: Time, others: Sequence[Time | None]) -> Time:
    """Keep of a time what it means on each of the days."""
    value = time.value if all(other and other.value == time.value for other in others) else None
    if all(other and (other.start, other.end) == (time.start, time.end) for other in others):
        return replace(time, value=value)
    return replace(time, value=value, start=None, end=None, anchor="none")
