"""Pages to those that are about one matter: of one story, copies of each other, or with several speakers in common."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model import Copy, Facts, Story
from onrecord.settings import ActorSettings


def find_kin(
    captures: Sequence[Facts], copies: Sequence[Copy] = (), stories: Sequence[Story] = (), settings: ActorSettings | None = None
) -> list[list[int]]:
    """Group the numbers of pages by matter, each page in one group, in the order of its first page; a few pages are one."""
    limits = settings or ActorSettings()
    if len(captures) <= limits.few_pages:
        return [list(range(len(captures)))] if captures else []
    first = list(range(len(captures)))

    def root(page: int) -> int:
        while first[page] != page:
            first[page] = first[first[page]]
            page = first[page]
        return page

    for one, two in _pairs(captures, copies, stories, limits):
        early, late = sorted((root(one), root(two)))
        first[late] = early
    groups: dict[int, list[int]] = {}
    for page in range(len(captures)):
        groups.setdefault(root(page), []).append(page)
    return list(groups.values())


def _pairs(captures: Sequence[Facts], copies: Sequence[Copy], stories: Sequence[Story], limits: ActorSettings) -> Iterator[tuple[int, int]]:
    numbers = {facts.page.capture.name: number for number, facts in enumerate(captures)}
    yield from ((numbers[copy.of], numbers[copy.capture]) for copy in copies)
    for story in stories:
        pages = [numbers[entry.capture] for entry in story.entries]
        yield from ((pages[0], page) for page in pages)
    pages_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, facts in enumerate(captures):
        for actor in sorted({one.speaker.actor for one in facts.statements if one.speaker and one.speaker.actor}):
            pages_of[actor].append(number)
    shared = Counter(
        (earlier, page)
        for pages in pages_of.values()
        if len(pages) <= limits.most_pages
        for at, page in enumerate(pages)
        for earlier in pages[:at]
    )
    yield from (pair for pair, count in shared.items() if count >= limits.least_shared)
