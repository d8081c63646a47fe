"""A Record to what a brief says of its stories: when and on which pages each is told, and which pages stand below which."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Facts, Record, Story
from onrecord.serve.lines import say_date

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
