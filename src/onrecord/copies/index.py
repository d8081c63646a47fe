"""Words of pages, in the order in which they come, to the runs of words that a page shares with itself and with those before it.

What a page adds costs the same whether a hundred pages are there or a hundred thousand: a few fingerprints of each
page are kept, each on a few pages only, and what they point to is confirmed word by word.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, starmap
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.copies.words import Flags, Floats, Ids, Ints, find_fingerprints, sort_pairs
from onrecord.settings import PassageSettings

_Kind = TypeVar("_Kind", bound=np.generic)

_ROOMY = 1.25
"""Times the room that is made when there is too little: each word is moved a few times only, and little room stays empty."""


class Run(NamedTuple):
    """Some words of a page that stand in the same order on an earlier page, or earlier on the same one."""

    there: int
    """Number of the first of these words on the page where they stood before."""
    here: int
    """Number of the first of them on the page that was added."""
    size: int
    """How many words."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page that was added has in common with one page: one before it, or itself."""

    page: int
    """Number of that page."""
    runs: tuple[Run, ...]
    """The long runs that both share, in the order of the page that was added."""
    prints: float
    """Fingerprints that both share; one that stands on some pages counts as a part of one on each."""

    @property
    def words(self) -> int:
        """Words in those runs; some count twice where they stand there twice."""
        return sum(run.size for run in self.runs)


class Met(NamedTuple):
    """Places of a page where something stands that was met before, with where that was, as numbers of words among those of all pages."""

    page: int
    """Number of the page."""
    here: Ints
    """Where it stands."""
    there: Ints
    """Where it stood."""
    owners: Ints
    """Numbers of the pages on which it stood."""
    weights: Floats
    """How much each counts."""


class Prints(NamedTuple):
    """What the words of a page are met again by."""

    words: int
    """How many words it has."""
    keys: Ids
    """Its fingerprints, in order."""
    firsts: Ints
    """The number of the first word of each."""


def find_prints(pages: Sequence[Ids], settings: PassageSettings | None = None) -> list[Prints]:
    """Find the fingerprints of the words of some pages; of all at once, which costs less."""
    if not pages:
        return []
    limits = settings or PassageSettings()
    stops = np.array([len(ids) + 1 for ids in pages]).cumsum()
    words = np.concatenate([part for ids in pages for part in (ids, (0,))]).astype(np.uint32)  # none goes through the words between pages
    keys, firsts = find_fingerprints(words, size=limits.shingle_words, window=limits.window, breaks=stops - 1)
    cuts = pairwise([0, *firsts.searchsorted(stops).tolist()])
    pages_cut = zip(pages, stops, cuts, strict=True)
    return [Prints(len(ids), keys[low:high], firsts[low:high] + len(ids) + 1 - stop) for ids, stop, (low, high) in pages_cut]


def write_prints(prints: Prints) -> str:
    """Write fingerprints as text, each with how far its first word is behind that of the one before: never as far as a window is long."""
    gaps = np.diff(prints.firsts, prepend=0).astype(np.uint8)
    return " ".join((str(prints.words), *(base64.b64encode(one.tobytes()).decode() for one in (prints.keys.astype("<u4"), gaps))))


def read_prints(written: str) -> Prints:
    """Read what was written of a page."""
    words, *both = written.split(" ")
    keys, gaps = map(base64.b64decode, both)
    return Prints(int(words), np.frombuffer(keys, "<u4"), np.frombuffer(gaps, np.uint8).cumsum(dtype=np.int64))


class PassageIndex:
    """Words of pages, numbered in the order in which they come, and where each of their fingerprints stands."""

    def __init__(self, settings: PassageSettings | None = None) -> None:
        """Begin without pages."""
        self._limits = settings or PassageSettings()
        self._words: Ids = np.zeros(1 << 12, np.uint32)
        self._starts = np.zeros(1 << 6, np.int64)
        self._pages = 0
        self._table = _Table()

    def __len__(self) -> int:
        """Count the pages."""
        return self._pages

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return int(self._words.nbytes + self._starts.nbytes + self._table.size)

    def count_words(self, page: int) -> int:
        """Count the words of a page."""
        return int(self._starts[page + 1] - self._starts[page]) - 1

    def add(self, ids: Ids) -> tuple[Shared, ...]:
        """Add the words of a page, and give what it shares, the pages that it shares most with first."""
        return self.add_all([ids])[0]

    def add_all(self, pages: Sequence[Ids]) -> list[tuple[Shared, ...]]:
        """Add the words of some pages, one after the other; it is the same as to add each alone, but for what it costs."""
        mets = self.meet_all(find_prints(pages, self._limits))
        self.put(mets[0].page, pages)
        return self.share_all(mets)

    def meet_all(self, pages: Sequence[Prints]) -> list[Met]:
        """Add some pages by their fingerprints, and give for each where some of what stands on it was met before."""
        first = self._append([one.words for one in pages])
        start = self._starts[first : self._pages]
        numbers = np.concatenate([one.firsts + at for one, at in zip(pages, start - start[0], strict=True)])
        keys, numbers = sort_pairs(np.concatenate([one.keys for one in pages]), numbers.astype(np.uint32))
        owners, places = start.searchsorted(numbers + start[0], side="right"), numbers.astype(np.int64) + start[0]
        same = np.zeros(len(keys), np.bool_)
        same[1:] = (keys[1:] == keys[:-1]) & (owners[1:] == owners[:-1])
        twice, once = same.nonzero()[0], (~same).nonzero()[0]
        again, before = places[twice], places[twice - 1]  # what stands on a page again is found through the first
        here, there, weights = self._meet(keys[once], places[once])
        here, there = np.concatenate((here, again)), np.concatenate((there, before))
        order = np.lexsort((there, here))
        here, there, weights = here[order], there[order], np.concatenate((weights, np.ones(len(again))))[order]
        owners = self._starts[: self._pages + 1].searchsorted(there, side="right") - 1
        cuts = here.searchsorted(self._starts[first : self._pages + 1]).tolist()
        return [
            Met(page, here[cut], there[cut], owners[cut], weights[cut]) for page, cut in enumerate(starmap(slice, pairwise(cuts)), first)
        ]

    def _append(self, words: Sequence[int]) -> int:
        """Make room for so many words of each of some pages; a number no other page has follows each, so that no run goes on.

        Gives the number of the first of these pages.
        """
        first = self._pages
        self._pages += len(words)
        self._starts = _with_room(self._starts, self._pages + 1)
        self._starts[first + 1 : self._pages + 1] = self._starts[first] + (np.array(words) + 1).cumsum()
        self._words = _with_room(self._words, int(self._starts[self._pages]))
        self._words[self._starts[first + 1 : self._pages + 1] - 1] = np.arange(first, self._pages)
        return first

    def put(self, page: int, words: Sequence[Ids]) -> None:
        """Put the words of pages that follow each other from the one of a number on where there is room for them."""
        for number, ids in enumerate(words, page):
            self._words[self._starts[number] : self._starts[number + 1] - 1] = ids

    def _meet(self, keys: Ids, places: Ints) -> tuple[Ints, Ints, Floats]:
        """Give the places where fingerprints stood before: a row for each, with how much it counts; the first few are kept.

        The fingerprints are in order, those that are alike by their places; none is twice on one page.
        """
        found, there = self._table.find(keys)
        counts = np.bincount(found, minlength=len(keys))
        numbers = np.arange(len(keys))
        first = np.zeros(len(keys), np.int64)
        first[1:] = numbers[1:] * (keys[1:] != keys[:-1])
        first = np.maximum.accumulate(first)  # the number of the first of those that are alike
        earlier = np.minimum(numbers - first, np.maximum(self._limits.most_postings - counts, 0))
        counts += earlier
        new = (counts < self._limits.most_postings).nonzero()[0]
        self._table.add(keys[new], places[new])
        also = numbers.repeat(earlier)
        before = first[also] + np.arange(len(also)) - (earlier.cumsum() - earlier)[also]
        found, there = np.concatenate((found, also)), np.concatenate((there, places[before]))
        return places[found], there, 1 / counts[found]

    def tell_apart(self, met: Met) -> tuple[list[int], str]:
        """Give the numbers of the pages on which something of a page was met, and what tells the places from others on such pages."""
        pages = sorted(set(met.owners.tolist()))
        here, there = met.here - self._starts[met.page], met.there - self._starts[met.owners]
        told = (here, there, np.array(pages, np.int64).searchsorted(met.owners), met.weights)
        return pages, hashlib.blake2b(b"".join(one.tobytes() for one in told), digest_size=16).hexdigest()

    def share_all(self, mets: Sequence[Met]) -> list[tuple[Shared, ...]]:
        """Give what some pages share with those on which they were met."""
        if not any(len(met.here) for met in mets):
            return [()] * len(mets)
        long = self._stand_long(np.concatenate([met.here for met in mets]), np.concatenate([met.there for met in mets]))
        cuts = pairwise([0, *accumulate(len(met.here) for met in mets)])
        return [self._share(met, long[slice(*cut)]) if len(met.here) else () for met, cut in zip(mets, cuts, strict=True)]

    def _share(self, met: Met, long: Flags) -> tuple[Shared, ...]:
        """Sort what was found of a page by the pages that it shares it with, and keep those that share most.

        `long` tells of each place whether a long run of words goes through it.
        """
        runs = self._find_runs(met, long.nonzero()[0])
        prints: dict[int, float] = {}
        for other, weight in zip(met.owners.tolist(), met.weights.tolist(), strict=True):
            prints[other] = prints.get(other, 0.0) + weight
        found = (Shared(other, runs.get(other, ()), count) for other, count in prints.items())
        return self._choose(met.page, [one for one in found if one.runs or self._is_much(met.page, one)])

    def _choose(self, page: int, shared: Sequence[Shared]) -> tuple[Shared, ...]:
        """Keep the few pages that share most, and each further one that shares words none of these does."""
        if len(shared) <= self._limits.most_pages:
            return tuple(sorted(shared, key=_most_first))
        kept: list[Shared] = []
        known = np.zeros(self.count_words(page), np.bool_)
        for one in sorted(shared, key=_most_first):
            new = [run for run in one.runs if not known[run.here : run.here + run.size].all()]
            if len(kept) < self._limits.most_pages or new:
                kept.append(one)
            for run in new:
                known[run.here : run.here + run.size] = True
        return tuple(kept)

    def _is_much(self, page: int, shared: Shared) -> bool:
        """Tell whether a page that shares no long run shares many short ones, as a text does in which every fifth word was changed."""
        limits = self._limits
        if shared.prints < limits.least_prints:
            return False
        words = min(self.count_words(page), self.count_words(shared.page))
        return shared.prints >= limits.least_prints_share * 2 * words / (limits.window + 1)

    def _find_runs(self, met: Met, long: Ints) -> dict[int, tuple[Run, ...]]:
        """Lay a page over each page at each distance at which they share a long run; give the runs by page."""
        if not len(long):
            return {}
        runs: dict[int, list[Ints]] = {}
        for other, shift in sorted(set(zip(met.owners[long].tolist(), (met.here[long] - met.there[long]).tolist(), strict=True))):
            runs.setdefault(other, []).append(self._lay_over(met.page, other, shift))
        return {other: self._longest(np.concatenate(found)) for other, found in runs.items()}

    def _longest(self, rows: Ints) -> tuple[Run, ...]:
        """Make runs of rows, in their order on the page that was added: the longest, where they are more than are looked at."""
        rows = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
        if len(rows) > self._limits.most_runs:
            rows = rows[np.sort(np.argsort(-rows[:, 2], kind="stable")[: self._limits.most_runs])]
        return tuple(Run(*row) for row in rows.tolist())

    def _stand_long(self, here: Ints, there: Ints) -> Flags:
        """Tell of each pair of places whether a long run of words goes through both."""
        size, least = self._limits.shingle_words, self._limits.least_run
        around = np.arange(size - least, least)
        one, two = (self._words.take(places[:, None] + around, mode="clip") for places in (here, there))
        same = one == two  # outside the words of all pages the nearest one is taken, which is the same on one side only
        upto = np.zeros((len(same), len(around) + 1), np.int64)
        same.cumsum(axis=1, out=upto[:, 1:])
        return np.asarray((upto[:, least:] - upto[:, :-least] == least).any(axis=1))

    def _lay_over(self, page: int, other: int, shift: int) -> Ints:
        """Find the long runs that stand on a page so many words behind where they stand on another, a row for each."""
        old, new = int(self._starts[other]), int(self._starts[page])
        low, high = max(old, new - shift), min(int(self._starts[other + 1]), int(self._starts[page + 1]) - shift) - 1
        same = np.zeros(high - low + 2, np.bool_)
        same[1:-1] = self._words[low:high] == self._words[low + shift : high + shift]
        turns = (same[1:] != same[:-1]).nonzero()[0].reshape(-1, 2)
        first, size = turns[:, 0], turns[:, 1] - turns[:, 0]
        rows = np.stack((low + first - old, low + first + shift - new, size), axis=1)
        return np.asarray(rows[size >= self._limits.least_run])


def _most_first(shared: Shared) -> tuple[int, float, int]:
    return -shared.words, -shared.prints, shared.page


class _Table:
    """Fingerprints and the places where they stand; those that fall on one slot are chained, the latest first."""

    def __init__(self) -> None:
        self._slots: Ids = np.zeros(1 << 12, np.uint32)  # the number of the latest one; 0 is none
        self._chained: Ids = np.zeros((1 << 12, 3), np.uint32)  # fingerprint, place and number of the one before it on its slot
        self._used = 1

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return int(self._slots.nbytes + self._chained.nbytes)

    def find(self, keys: Ids) -> tuple[Ints, Ints]:
        """Give the numbers of those keys that are there, once for each place, and those places."""
        first = self._slots[self._fall(keys)]
        asked = first.nonzero()[0]
        chained = self._chained.take(first[asked], axis=0)
        met, there = [asked], [chained]
        while len(asked):
            links = chained[:, 2]
            farther = links.nonzero()[0]
            asked, chained = asked[farther], self._chained.take(links[farther], axis=0)
            met.append(asked)
            there.append(chained)
        asked, chained = np.concatenate(met), np.concatenate(there)
        same = (chained[:, 0] == keys[asked]).nonzero()[0]
        return asked[same], chained[:, 1][same].astype(np.int64)

    def add(self, keys: Ids, places: Ints) -> None:
        """Add places of keys."""
        first, self._used = self._used, self._used + len(keys)
        self._chained = _with_room(self._chained, self._used)
        self._chained[first : self._used, 0] = keys
        self._chained[first : self._used, 1] = places
        if self._used > len(self._slots):
            self._slots = np.zeros(2 * len(self._slots), np.uint32)
            first = 1
        self._chain(np.arange(first, self._used, dtype=np.uint32))

    def _chain(self, numbers: Ids) -> None:
        """Put fingerprints on their slots."""
        keys, links = self._chained[:, 0], self._chained[:, 2]
        slots = self._fall(keys[numbers])
        while len(numbers):
            links[numbers] = self._slots[slots]
            self._slots[slots] = numbers
            left = (self._slots[slots] != numbers).nonzero()[0]  # of several that fall on one slot one has it: the others once more
            numbers, slots = numbers[left], slots[left]

    def _fall(self, keys: Ids) -> Ids:
        return keys & np.uint32(len(self._slots) - 1)


def _with_room(column: npt.NDArray[_Kind], size: int) -> npt.NDArray[_Kind]:
    """Give a column that holds so many, with room for more where there was too little."""
    if size <= len(column):
        return column
    roomier = np.zeros((int(size * _ROOMY) + 1, *column.shape[1:]), column.dtype)
    roomier[: len(column)] = column
    return roomier
