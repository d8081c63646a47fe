"""Pages that do not say when they were published, and copies, to the few days within which they must have been, or to nothing.

Each day of a few years is weighed by how likely the page's own words are if it was published on that day: the weekdays it
names lie a day or two behind, a day of a month told without its year lies less than a year behind, an anniversary tells the
year. Captures of one page were published on one day or the next to it; a page that names a day of a month was published near those that
tell its story.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.day_signs import Kind, Sign, find_signs
from onrecord.language.timex.calendar import exact_day, parse_day
from onrecord.model import Copy, Page, Published, Recalled, Span, Story, Traces, digest_all, find_kept
from onrecord.settings import DatingSettings

Days = NDArray[np.int64]
"""Ordinals of days."""
Weights = NDArray[np.float64]
"""How likely each of some days is, in no unit."""
Finder = Callable[[Page], tuple[Sign, ...]]
"""Finds the signs of a page's day."""
FEWEST_ENTRIES = 3
"""Entries from which a page is a live blog."""


class _Around(NamedTuple):
    """Days that are known of other pages."""

    captures: Sequence[dt.date]
    """Of other captures of the page."""
    stories: Sequence[dt.date]
    """Of pages that tell a story of its."""


class _Undated:
    """A page that does not state its day, and the signs of it as they are written down; few pages need them read."""

    def __init__(self, page: Page, mark: str, find: Finder, traces: Traces | None) -> None:
        """Find the signs of a page, or find them kept; `mark` tells it from all others."""
        self.page, self.mark = page, mark
        self._written = find_kept(traces, digest_all("signs", mark), lambda: _write_signs(find(page)))

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """Signs of its day."""
        return tuple(Sign(kind, Span(*span), *told) for kind, span, *told in json.loads(self._written))

    def has(self, *kinds: Kind) -> bool:
        """Tell whether it has signs of some kinds."""
        return any(f'"{kind}"' in self._written for kind in kinds)

    def of(self, *kinds: Kind) -> list[Sign]:
        """Give the signs of some kinds."""
        return [sign for sign in self.signs if sign.kind in kinds]


def infer_published(
    pages: Sequence[Page],
    copies: Sequence[Copy] = (),
    stories: Sequence[Story] = (),
    *,
    recalled: Recalled | None = None,
    find: Finder = find_signs,
) -> tuple[Published | None, ...]:
    """Give each page its date of publication: the one it has, else the days within which it must lie, else none.

    Pages of which one is a later capture of the other tell of each other's day, and those of one story of the year of a day that one
    of them names; a reprint may be printed whenever. `find` finds the signs of a page's day; `recalled` is what was found before.
    """
    limits = DatingSettings()
    traces, marks = recalled or (None, [""] * len(pages))
    pairs = [(page, mark) for page, mark in zip(pages, marks, strict=True) if page.published is None]
    undated = {page.capture.name: _Undated(page, mark, find, traces) for page, mark in pairs}
    links = _links(copies)
    days = {page.capture.name: parse_day(page.published.value) for page in pages if page.published}
    told = _told_with(undated, stories, days)
    inferred: dict[str, Published] = {}
    for name, one in undated.items():
        captures = sorted(links[name])
        linked = [undated[other] for other in captures if other in undated][: limits.most_captures]
        dated = [day for other in captures if (day := days.get(other))][: limits.most_captures]
        window = _infer((one, *linked), _Around(dated, told.get(name, ())), limits, traces)
        if window:
            inferred[name] = _published(one, *window)
    return tuple(page.published or inferred.get(page.capture.name) for page in pages)


def _write_signs(signs: Iterable[Sign]) -> str:
    return json.dumps([(one.kind, one.span, one.weekday, one.year, one.month, one.day) for one in signs], separators=(",", ":"))


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
            if dated and name in undated and undated[name].has("day"):
                found.setdefault(name, []).extend(dated)
    return found


def _infer(pages: Sequence[_Undated], around: _Around, limits: DatingSettings, traces: Traces | None) -> tuple[dt.date, dt.date] | None:
    """Give the fewest days in a row on which the first of some pages, others being captures of it, must have been published."""
    dated, told = around
    by_day = dated or any(page.has("weekday", "day") for page in pages)
    by_year = dated or told or any(page.has("anniversary", "owned") for page in pages)
    if not (by_day and by_year):
        return None  # the newest year named is too often a year long gone by
    digest = digest_all("published", [page.mark for page in pages], around)
    window = json.loads(find_kept(traces, digest, lambda: json.dumps([*map(str, _weigh_days(pages, around, limits))])))
    return (dt.date.fromisoformat(window[0]), dt.date.fromisoformat(window[1])) if window else None


def _weigh_days(pages: Sequence[_Undated], around: _Around, limits: DatingSettings) -> list[dt.date]:
    """Weigh the days on which the first of some pages can have been published; give the first and the last of the fewest in a row."""
    (one, *linked), (dated, told) = pages, around
    days = _candidates(pages, [*dated, *told], limits)
    weights = _weigh_page(one, days, limits) * _weigh_years(pages, days, limits)
    for other in linked:
        weights = weights * _spread(_weigh_page(other, days, limits), limits)
    for day in dated:
        weights = weights * _spread((days == day.toordinal()).astype(float), limits)
    if told:
        weights = weights * sum(_looked_up(np.abs(days - day.toordinal()), limits.told_apart) for day in told)
    return [dt.date.fromordinal(int(days[at])) for at in _narrowest(weights, limits) or ()]


def _candidates(pages: Iterable[_Undated], dated: Sequence[dt.date], limits: DatingSettings) -> Days:
    """Give the days, as ordinals, on which pages can have been published: after all that lies behind, and not many years after."""
    signs = [sign for page in pages for sign in page.signs]
    owned = [sign.first.year for sign in signs if sign.kind == "owned"]
    behind = [sign.first for sign in signs if sign.kind == "known" and sign.first.year <= min(owned, default=dt.MAXYEAR)]
    years = [day.year for day in dated] + [sign.first.year for sign in signs if sign.kind in ("anniversary", "owned")]
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
    return _since_1970(days, "M") % 12 + 1


def _years(days: Days) -> Days:
    return _since_1970(days, "Y") + 1970


def _since_1970(days: Days, unit: Literal["M", "Y"]) -> Days:
    """Give how many months or years behind 1970, or before it, days lie.

    >>> _since_1970(np.array([dt.date(1969, 12, 31).toordinal(), dt.date(2031, 4, 9).toordinal()]), "Y").tolist()
    [-1, 61]
    """
    return (days - dt.date(1970, 1, 1).toordinal()).astype("datetime64[D]").astype(f"datetime64[{unit}]").astype(np.int64)


def _looked_up(gaps: Days, table: Mapping[int, float]) -> Weights:
    """Look up each gap in a table that holds a value for so many days at most; the last value holds for all more."""
    longest = sorted(table)
    return np.array([table[key] for key in longest])[np.minimum(np.searchsorted(longest, gaps), len(longest) - 1)]


def _weigh_years(pages: Iterable[_Undated], days: Days, limits: DatingSettings) -> Weights:
    """Weigh each day by the years that some pages name: the newest of what lies behind, of anniversaries and of copyright lines."""
    signs = [sign for page in pages for sign in page.signs]
    years = _years(days)
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
