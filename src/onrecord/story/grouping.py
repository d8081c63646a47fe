"""Pages to stories: the entries of each developing matter, whatever pages they stand on, taken in the order in which they arrived."""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import NamedTuple

from onrecord.language.stems import find_stems
from onrecord.language.timex.calendar import parse_day
from onrecord.model import Copy, Entry, Page, Recalled, Story, StoryEntry, Traces, digest_all, find_kept
from onrecord.settings import GroupingSettings
from onrecord.story.matters import Decision, Matters
from onrecord.story.tellings import Telling, find_heading, find_opening, find_tellings, rarity, recall_tellings

MOST_TITLES = 50
"""Tellings of a story, the first ones, among whose headings its title is chosen by what they have in common."""


class _Told(NamedTuple):
    """What a page tells of one matter."""

    page: Page
    """The page."""
    telling: Telling
    """What it tells."""
    mark: str
    """What tells the page from all others, where anything is kept."""


def find_stories(
    pages: Sequence[Page], copies: Sequence[Copy] = (), *, recalled: Recalled | None = None, settings: GroupingSettings | None = None
) -> tuple[Story, ...]:
    """Find the stories that entries of pages tell, in the order in which they began; the main matters of pages that are copies are one.

    They have no dates. `recalled` is what was found before, by settings as they are.
    """
    gathering = _Gathering(copies, recalled.traces if recalled else None, settings)
    traces, marks = recalled or (None, [""] * len(pages))
    told = [_Told(page, telling, mark) for page, mark in zip(pages, marks, strict=True) for telling in gathering.add(page, mark)]
    groups = ([told[at] for at in group] for group in gathering.groups())
    return tuple(_story(f"story{number}", group, traces) for number, group in enumerate(groups, start=1))


class _Gathering:
    """Pages while they are gathered to matters, one after the other; of those that come as they came before, what was decided is known."""

    def __init__(self, copies: Sequence[Copy], traces: Traces | None, settings: GroupingSettings | None) -> None:
        self._matters, self._traces, self._settings = Matters(settings), traces, settings
        self._same = _same_texts(copies)
        self._main: dict[str, int] = {}  # the number of what each page is about among all that is told
        self._told = 0
        self._digest = ""  # of all pages that came

    def add(self, page: Page, mark: str) -> tuple[Telling, ...]:
        """Take a page, which its mark tells from all others, and give what it tells."""
        name = page.capture.name
        home = next((self._main[other] for other in self._same.get(name, ()) if other in self._main), None)
        if self._traces is None:
            told = find_tellings(page, self._settings)
            self._decide(told, home)
        else:
            told = recall_tellings(page, mark, self._traces)
            self._recall(told, home, mark, self._traces)
        for telling in told:
            if telling.main:
                self._main[name] = self._told
            self._told += 1
        return told

    def _recall(self, told: Sequence[Telling], home: int | None, mark: str, traces: Traces) -> None:
        """Find what was decided of a page behind all others, or decide and keep it."""
        self._digest = digest_all("matters", self._digest, mark, home)
        known = traces.find(self._digest)
        if known is None:
            traces.keep(self._digest, json.dumps(self._decide(told, home), separators=(",", ":")))
        else:
            for telling, (matter, folds) in zip(told, json.loads(known), strict=True):
                self._matters.enter(telling.stems, Decision(matter, folds))

    def _decide(self, told: Sequence[Telling], home: int | None) -> list[Decision]:
        return [self._matters.add(telling.stems, home=home if telling.main else None) for telling in told]

    def groups(self) -> list[list[int]]:
        """Give the numbers of what is told, from 0, that are of one matter each."""
        self._matters.settle()
        return self._matters.groups()


def date_stories(stories: Sequence[Story], pages: Sequence[Page]) -> tuple[Story, ...]:
    """Give stories the dates of their entries, where those of pages have been found since."""
    known = {(page.capture.name, entry.id): _date(page, entry) for page in pages for entry in page.entries}
    dates = [[date for one in story.entries if (date := known.get((one.capture, one.entry)))] for story in stories]
    return tuple(Story(one.id, one.title, one.entries, *_reach(of)) for one, of in zip(stories, dates, strict=True))


def _same_texts(copies: Sequence[Copy]) -> Mapping[str, list[str]]:
    """Give for each capture those that are the same text."""
    found: dict[str, list[str]] = {}
    for copy in copies:
        found.setdefault(copy.capture, []).append(copy.of)
        found.setdefault(copy.of, []).append(copy.capture)
    return found


def _story(name: str, told: Sequence[_Told], traces: Traces | None) -> Story:
    """Put a story together: its entries page by page, those of a live blog as they were posted."""
    entries = tuple([StoryEntry(one.page.capture.name, entry.id) for one in told for entry in _as_posted(one.telling.entries)])
    return Story(name, _title(told[:MOST_TITLES], traces), entries, None, None)


def _as_posted(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Give entries as they arrived, where all say when they were posted; else in the page's order."""
    if len(entries) == 1 or not all(entry.posted and parse_day(entry.posted) for entry in entries):
        return entries
    return sorted(entries, key=lambda entry: _moment(entry.posted or ""))


def _title(told: Sequence[_Told], traces: Traces | None) -> str:
    """Choose the headline or heading that has most of what is told, for its length; without any, the first sentence of an entry."""
    headings = [*dict.fromkeys([title for one in told if (title := find_heading(one.page, one.telling))])]
    if len(headings) == 1:
        return headings[0]
    digest = digest_all("title", [(one.mark, one.telling.entries[0].id) for one in told])
    return str(json.loads(find_kept(traces, digest, lambda: json.dumps(_choose_title(told, headings), ensure_ascii=False))))


def _choose_title(told: Sequence[_Told], headings: Sequence[str]) -> str:
    """Choose a title; it rests on nothing but what is told here, so that other stories do not alter it."""
    titles = headings or [find_opening(one.page, one.telling) for one in told]
    met = Counter(chain.from_iterable(one.telling.stems for one in told))

    def worth(title: str) -> float:
        stems = dict.fromkeys(find_stems(title))
        return sum(rarity(stem) * (met[stem] - 1) for stem in stems if met[stem]) / math.sqrt(len(stems) + 3)

    return max(titles, key=worth)


def _date(page: Page, entry: Entry) -> str | None:
    """Give the ISO date or date-time at which an entry was posted, else that of its page; null when neither is known to the day."""
    published = page.published.value if page.published else None
    return next((date for date in (entry.posted, published) if parse_day(date)), None)


def _reach(dates: Sequence[str]) -> tuple[str | None, str | None]:
    """Give the earliest and the latest of some dates.

    >>> _reach(["2031-04-09", "2031-04-08T23:00:00-03:00", "2031-04-08T22:30:00Z"])
    ('2031-04-08T22:30:00Z', '2031-04-08T23:00:00-03:00')
    """
    known = sorted(dates, key=_moment)
    return (known[0], known[-1]) if known else (None, None)


def _moment(date: str) -> datetime:
    """Give the moment of an ISO date or date-time; the beginning of a day, and UTC where no offset is told."""
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
