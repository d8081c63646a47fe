"""Words of pages, one page at a time, to the runs of words that a page shares with itself and with the pages before it.

What a page adds costs the same whether a hundred pages are there or a hundred thousand: a few fingerprints of each
page are kept, each on a few pages only, and what they point to is confirmed word by word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.copies.words import Floats, Ids, Ints, find_fingerprints, sort_pairs
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
        first = self._append(ids)
        keys, places = find_fingerprints(ids, size=self._limits.shingle_words, window=self._limits.window)
        keys, numbers = sort_pairs(keys, places.astype(np.uint32))
        places = numbers.astype(np.int64) + first
        same = np.zeros(len(keys), np.bool_)
        np.equal(keys[1:], keys[:-1], out=same[1:])
        twice, once = same.nonzero()[0], (~same).nonzero()[0]
        again, before = places[twice], places[twice - 1]
        keys, places = keys[once], places[once]  # what stands there again is found through the first
        found, there = self._table.find(keys)
        counts = np.bincount(found, minlength=len(keys))
        new = (counts < self._limits.most_postings).nonzero()[0]
        self._table.add(keys[new], places[new])
        here, weights = np.concatenate((places[found], again)), np.concatenate((1 / counts[found], np.ones(len(again))))
        return self._share(here, np.concatenate((there, before)), weights)

    def _append(self, ids: Ids) -> int:
        """Put the words behind those of the other pages; a number no other page has follows them, so that no run goes on."""
        first, stop = int(self._starts[self._pages]), int(self._starts[self._pages]) + len(ids) + 1
        self._words, self._starts = _with_room(self._words, stop), _with_room(self._starts, self._pages + 2)
        self._words[first : stop - 1] = ids
        self._words[stop - 1] = self._pages
        self._pages += 1
        self._starts[self._pages] = stop
        return first

    def _share(self, here: Ints, there: Ints, weights: Floats) -> tuple[Shared, ...]:
        """Sort what was found by pages, and keep the pages that share most."""
        if not len(here):
            return ()
        owners = self._starts[: self._pages + 1].searchsorted(there, side="right") - 1
        runs = self._find_runs(here, there, owners)
        prints: dict[int, float] = {}
        for page, weight in zip(owners.tolist(), weights.tolist(), strict=True):
            prints[page] = prints.get(page, 0.0) + weight
        return self._choose(
            [Shared(page, runs.get(page, ()), count) for page, count in prints.items() if page in runs or self._is_much(page, count)]
        )

    def _choose(self, shared: Sequence[Shared]) -> tuple[Shared, ...]:
        """Keep the few pages that share most, and each further one that shares words none of these does."""
        if len(shared) <= self._limits.most_pages:
            return tuple(sorted(shared, key=_most_first))
        kept: list[Shared] = []
        known = np.zeros(self.count_words(self._pages - 1), np.bool_)
        for one in sorted(shared, key=_most_first):
            new = [run for run in one.runs if not known[run.here : run.here + run.size].all()]
            if len(kept) < self._limits.most_pages or new:
                kept.append(one)
            for run in new:
                known[run.here : run.here + run.size] = True
        return tuple(kept)

    def _is_much(self, page: int, prints: float) -> bool:
        """Tell whether a page that shares no long run shares many short ones, as a text does in which every fifth word was changed."""
        limits = self._limits
        if prints < limits.least_prints:
            return False
        words = min(self.count_words(page), self.count_words(self._pages - 1))
        return prints >= limits.least_prints_share * 2 * words / (limits.window + 1)

    def _find_runs(self, here: Ints, there: Ints, owners: Ints) -> dict[int, tuple[Run, ...]]:
        """Lay the page over each page at each distance at which they share a long run; give the runs by page."""
        long = self._stand_long(here, there).nonzero()[0]
        runs: dict[int, list[Ints]] = {}
        for page, shift in sorted(set(zip(owners[long].tolist(), (here[long] - there[long]).tolist(), strict=True))):
            runs.setdefault(page, []).append(self._lay_over(page, shift))
        return {page: self._longest(np.concatenate(found)) for page, found in runs.items()}

    def _longest(self, rows: Ints) -> tuple[Run, ...]:
        """Make runs of rows, in their order on the page that was added: the longest, where they are more than are looked at."""
        rows = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
        if len(rows) > self._limits.most_runs:
            rows = rows[np.sort(np.argsort(-rows[:, 2], kind="stable")[: self._limits.most_runs])]
        return tuple(Run(*row) for row in rows.tolist())

    def _stand_long(self, here: Ints, there: Ints) -> npt.NDArray[np.bool_]:
        """Tell of each pair of places whether a long run of words goes through both."""
        size, least = self._limits.shingle_words, self._limits.least_run
        around = np.arange(size - least, least)
        one, two = (self._words.take(places[:, None] + around, mode="clip") for places in (here, there))
        same = one == two  # outside the words of all pages the nearest one is taken, which is the same on one side only
        upto = np.zeros((len(same), len(around) + 1), np.int64)
        same.cumsum(axis=1, out=upto[:, 1:])
        return np.asarray((upto[:, least:] - upto[:, :-least] == least).any(axis=1))

    def _lay_over(self, page: int, shift: int) -> Ints:
        """Find the long runs that stand on the page that was added so many words behind where they stand on another, a row for each."""
        old, new = int(self._starts[page]), int(self._starts[self._pages - 1])
        low, high = max(old, new - shift), min(int(self._starts[page + 1]), int(self._starts[self._pages]) - shift) - 1
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
