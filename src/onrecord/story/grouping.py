"""Pages to stories: the entries of each developing matter, whatever pages they stand on, taken in the order in which they arrived."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.language.sentences import find_sentences
from onrecord.language.stems import find_stems
from onrecord.language.timex.calendar import parse_day
from onrecord.model import Copy, Entry, Page, Span, Story, StoryEntry, Traces
from onrecord.settings import GroupingSettings
from onrecord.story.matters import Matters
from onrecord.story.tellings import Telling, recall_tellings

MOST_TITLES = 50
"""Headings among which a story's title is chosen."""
LONGEST_OPENING = 1_000
"""Code points in which the first sentence of an entry is sought: hardly one is as long, and no title should be."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a page tells of one matter."""

    page: Page
    """The page."""
    telling: Telling
    """What it tells."""


def find_stories(
    pages: Sequence[Page], copies: Sequence[Copy] = (), *, traces: Traces | None = None, settings: GroupingSettings | None = None
) -> tuple[Story, ...]:
    """Find the stories that entries of pages tell, in the order in which they began; the main matters of pages that are copies are one.

    `traces` are what was found before.
    """
    matters = Matters(settings)
    told = [_Told(page, telling) for page in pages for telling in recall_tellings(page, traces, settings)]
    first: dict[str, int] = {}
    same = _same_texts(copies)
    for page, telling in ((one.page, one.telling) for one in told):
        home = next((first[name] for name in same.get(page.capture.name, ()) if name in first), None) if telling.main else None
        number = matters.add(telling.stems, home=home)
        if telling.main:
            first[page.capture.name] = number
    matters.settle()
    groups = matters.groups()
    return tuple(
        _story(f"story{number}", [told[i] for i in group], matters.weigh_in(group)) for number, group in enumerate(groups, start=1)
    )


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


def _story(name: str, told: Sequence[_Told], weights: Mapping[str, float]) -> Story:
    """Put a story together: its entries page by page, those of a live blog as they were posted."""
    entries = tuple(StoryEntry(one.page.capture.name, entry.id) for one in told for entry in _as_posted(one.telling.entries))
    dates = [date for one in told for entry in one.telling.entries if (date := _date(one.page, entry))]
    return Story(name, _title(told, weights), entries, *_reach(dates))


def _as_posted(entries: Sequence[Entry]) -> list[Entry]:
    """Give entries as they arrived, where all say when they were posted; else in the page's order."""
    posted = [entry.posted for entry in entries if entry.posted and parse_day(entry.posted)]
    return sorted(entries, key=lambda entry: _moment(entry.posted or "")) if len(posted) == len(entries) else [*entries]


def _title(told: Sequence[_Told], weights: Mapping[str, float]) -> str:
    """Choose the headline or heading that has most of what is told, for its length; without any, the first sentence of an entry."""
    titles = [title for one in told[:MOST_TITLES] if (title := _heading(one))] or [_opening(one) for one in told[:MOST_TITLES]]

    def worth(title: str) -> float:
        stems = set(find_stems(title))
        return sum(weights.get(stem, 0.0) for stem in stems) / math.sqrt(len(stems) + 3)

    return max(titles, key=worth)


def _heading(told: _Told) -> str | None:
    """Give the headline of the page for its main matter, else the heading of the first entry."""
    if told.telling.main and told.page.title:
        return told.page.title.text
    return next((entry.heading.text for entry in told.telling.entries if entry.heading), None)


def _opening(told: _Told) -> str:
    """Give the first sentence of what is told."""
    text, entry = told.page.capture.text, told.telling.entries[0]
    opening = next((block.span for block in told.page.blocks if block.entry == entry.id and block.role == "body"), entry.span)
    near = Span(opening.start, min(opening.end, opening.start + LONGEST_OPENING))
    return next((sentence.of(text) for sentence in find_sentences(text, near)), near.of(text))


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
