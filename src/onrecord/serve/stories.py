"""A Record to what is said of its stories: when and on which pages each is told, and which pages stand below which."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.model import Facts, Record, Story
from onrecord.serve.items import Item
from onrecord.serve.lines import say_date
from onrecord.serve.standings import STANDINGS

if TYPE_CHECKING:
    from onrecord.record.schema import Json

FEWEST_STORIES = 2
"""Stories from which each has its heading."""


def say_story(story: Story, record: Record, mark: Callable[[str], str]) -> str:
    """Say on which days and pages a story is told: "9 March to 10 March; [1], [2] in part"."""
    entries = {facts.page.capture.name: len(facts.page.entries) for facts in record.captures}
    days = dict.fromkeys(say_date(day[:10]) for day in (story.first, story.last) if day)
    told = Counter(entry.capture for entry in story.entries)
    pages = ", ".join(f"{mark(name)}{'' if count == entries.get(name) else ' in part'}" for name, count in told.items())
    return "; ".join(filter(None, (" to ".join(days), pages)))


def sort_pages(record: Record) -> Iterator[tuple[Story | None, Sequence[Facts]]]:
    """Give the stories, each with the pages that mostly tell it; all pages at once, with no story, where there is only one."""
    if len(record.stories) < FEWEST_STORIES:
        yield None, record.captures
        return
    told: dict[str, Counter[str]] = {}
    for story in record.stories:
        for entry in story.entries:
            told.setdefault(entry.capture, Counter())[story.id] += 1
    homes = {name: counts.most_common(1)[0][0] for name, counts in told.items()}
    for story in record.stories:
        pages = [facts for facts in record.captures if homes.get(facts.page.capture.name) == story.id]
        if pages:
            yield story, pages
    yield None, [facts for facts in record.captures if facts.page.capture.name not in homes]


def story_items(record: Record) -> Iterator[Item]:
    """Tell each story in one paragraph, the one told of last first: when, on how many pages, and how its claims stand."""
    stand: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for claim in record.claims:
        stand[claim.story][claim.standing] += 1
    for story in sorted(record.stories, key=lambda story: story.last or "", reverse=True):
        days = " to ".join(dict.fromkeys(say_date(day[:10]) for day in (story.first, story.last) if day)) or "not dated"
        pages = len({entry.capture for entry in story.entries})
        standings = stand[story.id]
        counted = ", ".join(f"{standings[one]} {one.replace('_', ' ')}" for one in (*STANDINGS, "claimed") if standings[one])
        told: dict[str, Json] = {"id": story.id, "title": story.title, "first": story.first, "last": story.last, "pages": pages}
        text = f"{days}; {pages} page{'' if pages == 1 else 's'}{f'; claims: {counted}' if counted else ''}"
        yield Item(f"{story.id} {story.title}", "", text, told={**told, "standings": {**standings}})
