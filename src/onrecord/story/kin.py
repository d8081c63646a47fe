"""Pages to those that are about one matter: of one story, copies of each other, or with several speakers in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Copy, Story
from onrecord.settings import ActorSettings


@dataclass(frozen=True, slots=True)
class Kinship:
    """What makes pages kin."""

    pages: Sequence[str]
    """Names of the captures, in the order of the pages."""
    speakers: Sequence[Iterable[str]]
    """For each page the ids of those who speak."""
    copies: Sequence[Copy] = ()
    """Pages that tell the same text."""
    stories: Sequence[Story] = ()
    """Entries of one matter."""
    bound: Sequence[tuple[str, str]] = ()
    """Names of captures of which people have said that they make one claim."""


def find_kin(known: Kinship, settings: ActorSettings | None = None) -> tuple[tuple[int, ...], ...]:
    """Group the numbers of pages by matter, each page in one group, in the order of its first page; a few pages are one."""
    limits, count = settings or ActorSettings(), len(known.pages)
    if count <= limits.few_pages:
        return (tuple(range(count)),) if count else ()
    first = list(range(count))

    def root(page: int) -> int:
        while first[page] != page:
            first[page] = first[first[page]]
            page = first[page]
        return page

    for one, two in _pairs(known, limits):
        early, late = sorted((root(one), root(two)))
        first[late] = early
    groups: dict[int, list[int]] = {}
    for page in range(count):
        groups.setdefault(root(page), []).append(page)
    return tuple(map(tuple, groups.values()))


def _pairs(known: Kinship, limits: ActorSettings) -> Iterator[tuple[int, int]]:
    numbers = {name: number for number, name in enumerate(known.pages)}
    yield from ((numbers[copy.of], numbers[copy.capture]) for copy in known.copies)
    yield from ((numbers[one], numbers[two]) for one, two in known.bound if one in numbers and two in numbers)
    for story in known.stories:
        pages = [numbers[entry.capture] for entry in story.entries]
        yield from ((pages[0], page) for page in pages)
    pages_of: defaultdict[str, list[int]] = defaultdict(list)
    for number, speakers in enumerate(known.speakers):
        for actor in speakers:
            pages_of[actor].append(number)
    shared = Counter(
        (earlier, page)
        for pages in pages_of.values()
        if len(pages) <= limits.most_pages
        for at, page in enumerate(pages)
        for earlier in pages[:at]
    )
    yield from (pair for pair, count in shared.items() if count >= limits.least_shared)
