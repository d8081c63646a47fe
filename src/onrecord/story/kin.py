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
    """Group the numbers of pages by matter, each page in one group, in the order of its first page; a few pages are one.

    Copies and pages of one story are of one group. The first of these joins the group of an earlier page by their speakers, as long as
    that is small, for the speakers of a beat chain all of its matters. What comes later is not asked, and moves no page before it.
    """
    limits, count = settings or ActorSettings(), len(known.pages)
    if count <= limits.few_pages:
        return (tuple(range(count)),) if count else ()
    spoken = _Spoken(limits)
    for page, first in enumerate(_find_first(count, _told_alike(known))):
        spoken.add(page, first, known.speakers[page])
    return tuple(map(tuple, spoken.held.values()))


def _find_first(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Give for each page the first of those that pairs hold together with it."""
    first = list(range(count))

    def root(page: int) -> int:
        while first[page] != page:
            first[page] = first[first[page]]
            page = first[page]
        return page

    for one, two in pairs:
        early, late = sorted((root(one), root(two)))
        first[late] = early
    return [root(page) for page in first]


def _told_alike(known: Kinship) -> Iterator[tuple[int, int]]:
    """Give the pages that are copies, of one story, or bound by people."""
    numbers = {name: number for number, name in enumerate(known.pages)}
    yield from ((numbers[copy.of], numbers[copy.capture]) for copy in known.copies)
    yield from ((numbers[one], numbers[two]) for one, two in known.bound if one in numbers and two in numbers)
    for story in known.stories:
        pages = [numbers[entry.capture] for entry in story.entries]
        yield from ((pages[0], page) for page in pages)


class _Spoken:
    """Groups of pages as they came, each joined to the one before it with which it had most speakers in common."""

    def __init__(self, limits: ActorSettings) -> None:
        self.limits = limits
        self.held: dict[int, list[int]] = {}
        self._group: dict[int, int] = {}
        self._heard: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, page: int, first: int, speakers: Iterable[str]) -> None:
        """Add the next page, and the first page of those that it is a copy or of one story with."""
        heard = [self._heard[actor] for actor in speakers]
        group = self._group[first] if first != page else self._find_group(page, heard)
        self._group[page] = group
        self.held.setdefault(group, []).append(page)
        for pages in heard:
            pages.append(page)

    def _find_group(self, page: int, heard: Sequence[Sequence[int]]) -> int:
        """Find the group with room for a page whose page has most speakers in common with it, the earliest of several; else its own."""
        shared = Counter(other for pages in heard if len(pages) < self.limits.most_pages for other in pages)
        near = [
            (-count, other)
            for other, count in shared.items()
            if count >= self.limits.least_shared and len(self.held[self._group[other]]) < self.limits.most_kin
        ]
        return self._group[min(near)[1]] if near else page
