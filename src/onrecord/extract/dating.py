"""Pages that do not say when they were published, and copies, to the few days within which they must have been, or to nothing.

Each day of a few years is weighed by how likely the page's own words are if it was published on that day: the weekdays it
names lie a day or two behind, a day of a month told without its year lies less than a year behind, an anniversary tells the
year. Captures of one page were published on one day or the next to it; a page that names a day of a month was published near those that
tell its story.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.day_signs import Sign, find_signs
from onrecord.language.timex.calendar import exact_day, parse_day
from onrecord.model import Copy, Page, Published, Span, Story, Traces, digest_all, digest_page
from onrecord.settings import DatingSettings

Days = NDArray[np.int64]
"""Ordinals of days."""
Weights = NDArray[np.float64]
"""How likely each of some days is, in no unit."""
FEWEST_ENTRIES = 3
"""Entries from which a page is a live blog."""


class _Around(NamedTuple):
    """Days that are known of other pages."""

    captures: Sequence[dt.date]
    """Of other captures of the page."""
    stories: Sequence[dt.date]
    """Of pages that tell a story of its."""


@dataclass(frozen=True, slots=True)
class _Undated:
    """A page that does not state its day, and the signs of it."""

    page: Page
    signs: tuple[Sign, ...]

    def of(self, *kinds: str) -> list[Sign]:
        """Give the signs of some kinds."""
        return [sign for sign in self.signs if sign.kind in kinds]


def infer_published(
    pages: Sequence[Page],
    copies: Sequence[Copy] = (),
    stories: Sequence[Story] = (),
    *,
    traces: Traces | None = None,
    settings: DatingSettings | None = None,
) -> tuple[Published | None, ...]:
    """Give each page its date of publication: the one it has, else the days within which it must lie, else none.

    Pages of which one is a later capture of the other tell of each other's day, and those of one story of the year of a day that one
    of them names; a reprint may be printed whenever.
    """
    limits = settings or DatingSettings()
    undated = {page.capture.name: _Undated(page, _signs_of(page, traces)) for page in pages if page.published is None}
    links = _links(copies)
    days = {page.capture.name: parse_day(page.published.value) for page in pages if page.published}
    told = _told_with(undated, stories, days)
    inferred: dict[str, Published] = {}
    for name, one in undated.items():
        captures = sorted(links[name])
        linked = [undated[other] for other in captures if other in undated][: limits.most_captures]
        dated = [day for other in captures if (day := days.get(other))][: limits.most_captures]
        published = _infer(one, linked, _Around(dated, told.get(name, ())), limits)
        if published:
            inferred[name] = published
    return tuple(page.published or inferred.get(page.capture.name) for page in pages)


def _signs_of(page: Page, traces: Traces | None) -> tuple[Sign, ...]:
    """Find the signs of a page's day, or find them kept."""
    if traces is None:
        return find_signs(page)
    digest = digest_all("signs", digest_page(page))
    known = traces.find(digest)
    if known is not None:
        return tuple(Sign(kind, Span(*span), *told) for kind, span, *told in json.loads(known))
    found = find_signs(page)
    traces.keep(digest, json.dumps([(one.kind, one.span, one.weekday, one.year, one.month, one.day) for one in found]))
    return found


def _links(copies: Iterable[Copy]) -> defaultdict[str, set[str]]:
    """Give each page the other captures of it."""
    links: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.kind in ("revision", "same") and copy.capture != copy.of:
            links[copy.capture].add(copy.of)
            links[copy.of].add(copy.capture)
    return links


def _told_with(undated: Mapping[str, _Undated], stories: Iterable[Story], days: Mapping[str, dt.date | None]) -> dict[str, list[dt.date]]:
    """Give each undated page that names a day of a month the days of the pages that tell a story of its."""
    found: dict[str, list[dt.date]] = {}
    for story in stories:
        names = {entry.capture: days.get(entry.capture) for entry in story.entries}
        dated = sorted({day for day in names.values() if day})
        for name in names:
            if dated and name in undated and undated[name].of("day"):
                found.setdefault(name, []).extend(dated)
    return found


def _infer(one: _Undated, linked: Sequence[_Undated], around: _Around, limits: DatingSettings) -> Published | None:
    """Weigh the days on which a page can have been published, and give the fewest in a row that hold enough of the weight."""
    together = (one, *linked)
    dated, told = around
    if not (dated or any(other.of("weekday", "day") for other in together)):
        return None
    days = _candidates(together, [*dated, *told], limits)
    if days is None:
        return None
    weights = _weigh_page(one, days, limits) * _weigh_years(together, days, limits)
    for other in linked:
        weights = weights * _spread(_weigh_page(other, days, limits), limits)
    for day in dated:
        weights = weights * _spread((days == day.toordinal()).astype(float), limits)
    if told:
        weights = weights * sum(_looked_up(np.abs(days - day.toordinal()), limits.told_apart) for day in told)
    window = _narrowest(weights, limits)
    return _published(one, *(dt.date.fromordinal(int(days[at])) for at in window)) if window else None


def _candidates(pages: Iterable[_Undated], dated: Sequence[dt.date], limits: DatingSettings) -> Days | None:
    """Give the days, as ordinals, on which pages can have been published: after all that lies behind, and not many years after."""
    signs = [sign for page in pages for sign in page.signs]
    owned = [sign.first.year for sign in signs if sign.kind == "owned"]
    behind = [sign.first for sign in signs if sign.kind == "known" and sign.first.year <= min(owned, default=dt.MAXYEAR)]
    years = [day.year for day in dated] + [sign.first.year for sign in signs if sign.kind in ("anniversary", "owned")]
    if not years:
        return None  # the newest year named is too often a year long gone by
    first = max(*behind, dt.date(min(years) - limits.most_years, 1, 1), dt.date.min)
    last = min(owned, default=max([first.year, *years]) + limits.most_years)
    saved = [day for page in pages if (day := parse_day(page.page.capture.given.captured))]
    end = max(first, min(dt.date(max(last, first.year), 12, 31), *saved, dt.date.max))
    return np.arange(first.toordinal(), end.toordinal() + 1)


# How likely the words of a page are if it was published on each of some days


def _weigh_page(one: _Undated, days: Days, limits: DatingSettings) -> Weights:
    weights = np.ones(len(days))
    live = len(one.page.entries) >= FEWEST_ENTRIES
    weekdays, behind = (limits.live_weekday_behind, limits.live_day_behind) if live else (limits.weekday_behind, limits.day_behind)
    for weekday in {sign.weekday for sign in one.of("weekday")}:
        weights *= np.array(weekdays)[(days - (weekday or 0)) % 7]  # day 7 of the calendar was a Sunday
    named = {(sign.month or 1, sign.day or 1): sign.weekday for sign in one.of("day")}
    for (month, day), weekday in named.items():
        last = _last(days, month, day)
        weights *= _looked_up(days - last, limits.named_day_behind if weekday else behind)
        weights *= np.where((last % 7 == weekday % 7), 1.0, limits.wrong_weekday) if weekday else 1.0
    months = {month for month, _ in named}
    if one.of("month_before") and len(months) == 1:
        weights *= np.where(_months(days) == months.pop() % 12 + 1, 1.0, limits.other_month)
    return weights


def _last(days: Days, month: int, day: int) -> Days:
    """Give, for each day, the last one up to it that is a certain day of a month."""
    years = range(dt.date.fromordinal(int(days[0])).year - 4, dt.date.fromordinal(int(days[-1])).year + 1)
    met = np.array([date.toordinal() for year in years if (date := exact_day(year, month, day))])
    return met[np.searchsorted(met, days, side="right") - 1]


def _months(days: Days) -> Days:
    return np.array([dt.date.fromordinal(int(day)).month for day in days])


def _looked_up(gaps: Days, table: Mapping[int, float]) -> Weights:
    """Look up each gap in a table that holds a value for so many days at most; the last value holds for all more."""
    longest = sorted(table)
    return np.array([table[key] for key in longest])[np.minimum(np.searchsorted(longest, gaps), len(longest) - 1)]


def _weigh_years(pages: Iterable[_Undated], days: Days, limits: DatingSettings) -> Weights:
    """Weigh each day by the years that some pages name: the newest of what lies behind, of anniversaries and of copyright lines."""
    signs = [sign for page in pages for sign in page.signs]
    years = np.array([dt.date.fromordinal(int(day)).year for day in days])
    weights = np.ones(len(days))
    behind = [year for sign in signs if sign.kind == "known" and (year := sign.first.year) <= years[0]]
    if behind:
        weights *= np.array(limits.years_behind)[np.minimum(years - max(behind), len(limits.years_behind) - 1)]
    for mark in {sign.first for sign in signs if sign.kind == "anniversary"}:
        weights *= _looked_up(np.abs(days - mark.toordinal()), limits.from_anniversary)
    owned = [sign.first.year for sign in signs if sign.kind == "owned"]
    return weights * np.where(np.isin(years, owned), 1.0, limits.other_year) if owned else weights


def _spread(weights: Weights, limits: DatingSettings) -> Weights:
    """Give what the day of one capture tells of the day of another: the same, or one near it."""
    apart = limits.captures_apart
    return np.convolve(weights, [*reversed(apart), *apart[1:]], mode="same") if len(weights) > 2 * len(apart) else weights


def _narrowest(weights: Weights, limits: DatingSettings) -> tuple[int, int] | None:
    """Find the fewest days in a row, two at least, that hold enough of the weight; none when there are too many."""
    sums = np.concatenate(([0.0], np.cumsum(weights)))
    for size in range(limits.fewest_days, min(limits.most_days, len(weights)) + 1):
        held = sums[size:] - sums[:-size]
        at = int(np.argmax(held))
        if held[at] >= limits.sure * sums[-1] > 0:
            return at, at + size - 1
    return None


def _published(one: _Undated, first: dt.date, last: dt.date) -> Published:
    """Give the date as exactly as both ends of the interval agree, with the words that tell it."""
    evidence: dict[tuple[object, ...], Span] = {}
    for sign in one.signs:
        evidence.setdefault((sign.kind, sign.weekday, sign.year, sign.month, sign.day), sign.span)
    return Published(
        _shared(first.isoformat(), last.isoformat()), "inferred", first.isoformat(), last.isoformat(), tuple(sorted(evidence.values()))
    )


def _shared(one: str, two: str) -> str:
    """Give what two ISO dates share: a day, a month or a year.

    >>> _shared("2019-03-04", "2019-03-05"), _shared("2019-02-28", "2019-03-01")
    ('2019-03', '2019')
    """
    return next((one[:length] for length in (10, 7, 4) if one[:length] == two[:length]), one[:4])
