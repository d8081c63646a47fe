"""Words of pages, one page at a time, to the runs of words that a page shares with itself and with the pages before it.

What a page adds costs the same whether a hundred pages are there or a hundred thousand: a few fingerprints of each
page are kept, each on a few pages only, and what they point to is confirmed word by word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.copies.words import Floats, Ids, Ints, find_fingerprints
from onrecord.settings import PassageSettings

_Kind = TypeVar("_Kind", bound=np.generic)

_ROOMY = 1.25
"""Times the room that is made when there is too little: each word is moved a few times only, and little room stays empty."""
_SHELF = 8
"""Fingerprints that lie side by side and are looked at together."""
_FULLEST = 0.6
"""Share of places in use from which a table of fingerprints is made twice as large."""


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
        places += first
        order = np.argsort(keys, kind="stable")
        same = np.zeros(len(keys), np.bool_)
        same[1:] = keys[order[1:]] == keys[order[:-1]]
        again, before = places[order[same]], places[order[:-1][same[1:]]]
        keys, places = keys[order[~same]], places[order[~same]]  # what stands there again is found through the first
        found, there = self._table.find(keys)
        counts = np.bincount(found, minlength=len(keys))
        new = counts < self._limits.most_postings
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
        owners = np.searchsorted(self._starts[: self._pages + 1], there, side="right") - 1
        runs = self._find_runs(here, there, owners)
        prints: dict[int, float] = {}
        for page, weight in zip(owners.tolist(), weights.tolist(), strict=True):
            prints[page] = prints.get(page, 0.0) + weight
        shared = [
            Shared(page, runs.get(page, ()), count) for page, count in prints.items() if page in runs or count >= self._limits.least_prints
        ]
        return self._choose([one for one in shared if one.runs or self._much(one)])

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

    def _much(self, shared: Shared) -> bool:
        """Tell whether a page that shares no long run shares many short ones, as a text does in which every fifth word was changed."""
        limits = self._limits
        words = min(self.count_words(shared.page), self.count_words(self._pages - 1))
        prints = 2 * words / (limits.window + 1)
        return shared.prints >= limits.least_prints_share * prints

    def _find_runs(self, here: Ints, there: Ints, owners: Ints) -> dict[int, tuple[Run, ...]]:
        """Lay the page over each page at each distance at which they share a long run; give the runs by page."""
        long = self._stand_long(here, there)
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
        np.cumsum(same, axis=1, out=upto[:, 1:])
        return np.asarray((upto[:, least:] - upto[:, :-least] == least).any(axis=1))

    def _lay_over(self, page: int, shift: int) -> Ints:
        """Find the long runs that stand on the page that was added so many words behind where they stand on another, a row for each."""
        old, new = int(self._starts[page]), int(self._starts[self._pages - 1])
        low, high = max(old, new - shift), min(int(self._starts[page + 1]), int(self._starts[self._pages]) - shift) - 1
        same = np.zeros(high - low + 2, np.bool_)
        same[1:-1] = self._words[low:high] == self._words[low + shift : high + shift]
        turns = np.flatnonzero(same[1:] != same[:-1]).reshape(-1, 2)
        first, size = turns[:, 0], turns[:, 1] - turns[:, 0]
        rows = np.stack((low + first - old, low + first + shift - new, size), axis=1)
        return np.asarray(rows[size >= self._limits.least_run])


def _most_first(shared: Shared) -> tuple[int, float, int]:
    return -shared.words, -shared.prints, shared.page


class _Table:
    """Fingerprints and the places where they stand, in shelves of a few; on which one may lie follows from what it is."""

    def __init__(self, shelves: int = 1 << 9) -> None:
        self._keys: Ids = np.zeros((shelves, _SHELF), np.uint32)
        self._places: Ids = np.zeros((shelves, _SHELF), np.uint32)  # counted from 1; nothing lies at 0
        self._used = 0

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return int(self._keys.nbytes + self._places.nbytes)

    def find(self, keys: Ids) -> tuple[Ints, Ints]:
        """Give the numbers of those keys that are there, once for each place, and those places."""
        asked, (shelves, steps) = np.arange(len(keys)), self._way(keys)
        found, places = [asked[:0]], [asked[:0]]
        while len(asked):
            held = self._places[shelves]
            rows, columns = np.nonzero((self._keys[shelves] == keys[asked, None]) & (held > 0))
            found.append(asked[rows])
            places.append(held[rows, columns].astype(np.int64) - 1)
            full = held[:, -1] > 0  # what found no room lies farther on
            asked, shelves = asked[full], shelves[full]
            shelves = self._step(shelves, steps[asked])
        return np.concatenate(found), np.concatenate(places)

    def add(self, keys: Ids, places: Ints) -> None:
        """Add places of keys."""
        if self._used + len(keys) > _FULLEST * self._keys.size:
            held = self._places > 0
            roomier = _Table(2 * len(self._keys))
            roomier.add(self._keys[held], self._places[held].astype(np.int64) - 1)
            self._keys, self._places = roomier._keys, roomier._places
            self.add(keys, places)
            return
        self._used += len(keys)
        shelves, steps = self._way(keys)
        while len(keys):
            slots = (self._places[shelves] > 0).sum(axis=1)
            room = np.flatnonzero(slots < _SHELF)
            where = shelves[room], slots[room]
            self._places[where] = places[room] + 1
            last = self._places[where] == places[room] + 1  # of two that want one place the last has it
            self._keys[where[0][last], where[1][last]] = keys[room[last]]
            left = np.ones(len(keys), np.bool_)
            left[room[last]] = False
            shelves = np.where(slots < _SHELF, shelves, self._step(shelves, steps))[left]
            keys, places, steps = keys[left], places[left], steps[left]

    def _way(self, keys: Ids) -> tuple[Ints, Ints]:
        """Give the first shelf where each key may lie, and how far it is from one to the next."""
        return keys.astype(np.int64) & (len(self._keys) - 1), (keys >> np.uint32(12)).astype(np.int64) | 1

    def _step(self, shelves: Ints, steps: Ints) -> Ints:
        return (shelves + steps) & (len(self._keys) - 1)


def _with_room(column: npt.NDArray[_Kind], size: int) -> npt.NDArray[_Kind]:
    """Give a column that holds so many, with room for more where there was too little."""
    if size <= len(column):
        return column
    roomier = np.zeros(int(size * _ROOMY) + 1, column.dtype)
    roomier[: len(column)] = column
    return roomier
