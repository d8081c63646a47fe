"""Text to words as they are compared: a number for each, where it stands, and the few that a long text is known by."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from onrecord.model import Span

_Kind = TypeVar("_Kind", bound=np.generic)
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Ids = npt.NDArray[np.uint32]
_Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

_INNER = "'’.,"
"""Marks that a word holds between two letters or digits: it's, U.S, 2,300."""
_MULTIPLIER = 0x9E3779B97F4A7C15
_USUAL = 17
"""Bits that number the letters of pages that are read together; what a longer page needs is not kept."""
_BEYOND = 0x10000
"""Code points from here on are no letters to us: emoji, mostly."""
_UNTOLD = 255
"""Stands for what a code point is until a text holds it."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in order, a column for each thing that is known of them."""

    ids: Ids
    """What each is compared by: its letters in lower case, without a possessive ending."""
    stems: Ids
    """The same without the ending of the plural: "report" is met again in "reports"."""
    starts: Ints
    """Where each begins, in code points."""
    ends: Ints
    """Where each ends."""
    digits: Flags
    """Whether it begins with a digit."""

    def span(self, first: int, stop: int) -> Span:
        """Give where the words from one number up to another stand."""
        return Span(int(self.starts[first]), int(self.ends[stop - 1]))

    def part(self, words: slice, start: int) -> "Words":
        """Give some of the words, as they stand in the part of the text that begins at `start`."""
        return Words(self.ids[words], self.stems[words], self.starts[words] - start, self.ends[words] - start, self.digits[words])


def find_words(text: str, spans: Iterable[Span]) -> Words:
    """Find the words of some stretches of a text, which are in order; marks are left out.

    >>> text = "Orvel’s U.S. tour: “2,300 came”"
    >>> words = find_words(text, [Span(0, 31)])
    >>> [words.span(n, n + 1).of(text) for n in range(len(words.ids))]
    ['Orvel’s', 'U.S', 'tour', '2,300', 'came']
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, folds = _tables()
    kind = kinds.take(codes, mode="clip")
    if kind.max(initial=0) == _UNTOLD:
        _tell(codes[kind == _UNTOLD])
        kind = kinds.take(codes, mode="clip")
    kind *= _within(len(text), spans)
    edged = np.zeros(len(text) + 2, dtype=np.bool_)
    np.greater(kind, 1, out=edged[1:-1])
    edged[1:-1] |= (kind == 1) & edged[:-2] & edged[2:]
    turns = (edged[1:] != edged[:-1]).nonzero()[0]
    starts, ends = turns[::2], turns[1::2]
    if not len(starts):
        return Words(*(np.zeros(0, np.uint32),) * 2, starts, ends, np.zeros(0, np.bool_))
    return Words(*_hashed(folds.take(codes, mode="clip"), starts, ends), starts, ends, kind[starts] == 3)


def hash_words(words: Iterable[str]) -> Ids:
    """Give what some words are compared by, in order; those of two parts are left out."""
    text = " ".join(word for word in words if word.isalpha())
    ids = find_words(text, [Span(0, len(text))]).ids
    return np.array(sorted(set(ids.tolist())), ids.dtype)  # np.unique would load all that numpy has for masked arrays


def stand_in(ids: npt.NDArray[_Kind], others: npt.NDArray[_Kind]) -> Flags:
    """Tell of each number whether it is one of others, which are in order and not empty."""
    return np.asarray(others.take(others.searchsorted(ids), mode="clip") == ids)


def sort_pairs(firsts: Ids, seconds: Ids) -> tuple[Ids, Ids]:
    """Sort pairs of numbers by the first ones, and where these are alike by the second ones."""
    both = firsts.astype(np.uint64)
    both <<= np.uint64(32)
    both |= seconds
    both.sort()
    return (both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32)


def _hashed(codes: _Hashes, starts: Ints, ends: Ints) -> tuple[Ids, Ids]:
    """Hash each word and its stem."""
    last, before = codes[ends - 1], codes[ends - 2]
    stops = ends - 2 * ((ends - starts > 2) & (before == ord("'")) & (last == ord("s")))
    last, before = codes[stops - 1], codes[stops - 2]
    plural = (stops - starts > 3) & (last == ord("s")) & (before != ord("s"))
    words, stems = _hash_stretches(codes, starts, np.stack((stops, stops - plural)))
    return words, stems


def find_fingerprints(ids: Ids, *, size: int, window: int, breaks: Ints | None = None) -> tuple[Ids, Ints]:
    """Give the few hashed word runs of `size` that texts are known by, and the numbers of their first words.

    Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps the smallest hash of every window, so that any shared run of
    `size + window - 1` words leaves at least one fingerprint in both texts, wherever it stands; a shorter text has none.
    No run and no window goes through one of the `breaks`, numbers of words that part two texts.
    """
    count = len(ids) - size + 1
    if count < window:
        return ids[:0], np.zeros(0, np.int64)
    runs = _hash_stretches(ids, slice(count), slice(size, None))
    inside = np.ones(count, np.bool_)
    if breaks is not None:
        broken = (breaks[:, None] - np.arange(size)).ravel()
        inside[broken[(broken >= 0) & (broken < count)]] = False
        runs *= inside  # nothing is smaller than what stands around a break: nothing else is kept of a window there
    smallest = _extremes(runs, np.minimum, window)
    edge = np.zeros(window - 1, np.uint32)  # a run is kept where it is the smallest of any window that it stands in
    chosen = ((runs == _extremes(np.concatenate((edge, smallest, edge)), np.maximum, window)) & inside).nonzero()[0]
    return runs[chosen], chosen


def _hash_stretches(values: npt.NDArray[np.unsignedinteger], starts: Ints | slice, stops: Ints | slice) -> Ids:
    """Hash stretches of values, the same wherever they stand, on every machine and in every run.

    Each value is multiplied by a falling power of one odd number and added to those before it; a stretch is the difference
    of two such sums, raised by where it begins.
    """
    rising, falling = _powers(max(_USUAL, len(values).bit_length()))
    sums = np.zeros(len(values) + 1, np.uint64)
    np.multiply(values, falling[: len(values)], out=sums[1:])
    sums.cumsum(out=sums)
    hashes = sums[stops] - sums[starts]
    hashes *= rising[: len(values)][starts]
    hashes ^= hashes >> np.uint64(31)
    hashes *= np.uint64(_MULTIPLIER)
    return np.asarray((hashes >> np.uint64(32)).astype(np.uint32))


def _extremes(runs: Ids, choose: np.ufunc, window: int) -> Ids:
    """Give the smallest, or the largest, of each so many runs that stand in a row."""
    width, found = 1, runs
    while width < window:
        step = min(width, window - width)
        found = choose(found[:-step], found[step:])
        width += step
    return found


def _within(length: int, spans: Iterable[Span]) -> Flags:
    within = np.zeros(length, np.bool_)
    for span in spans:
        within[span.start : span.end] = True
    return within


@lru_cache(maxsize=1)
def _powers(bits: int) -> tuple[_Hashes, _Hashes]:
    """Give powers of the multiplier from 0 on, rising and falling, as many as `bits` tell apart."""
    factors = np.full((2, 1 << bits), [[_MULTIPLIER], [pow(_MULTIPLIER, -1, 1 << 64)]], np.uint64)
    factors[:, 0] = 1
    rising, falling = np.cumprod(factors, axis=1)
    return rising, falling


def _tell(codes: Ids) -> None:
    """Tell in the tables of some code points what each is (3: a digit, 2: another letter, 1: a mark within words, 0), and its lower case.

    What stands in no text yet read is not told: few characters do, and to tell of them all takes longer than to read a page.
    """
    kinds, folds = _tables()
    for code in set(codes.tolist()):
        sign = chr(code)
        low = sign.lower()
        kinds[code] = 1 if sign in _INNER else 3 if sign.isdecimal() else 2 if sign.isalnum() else 0
        folds[code] = ord("'") if sign == "’" else ord(low) if len(low) == 1 else code


@cache
def _tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint64]]:
    """Make the tables in which nothing is told yet."""
    kinds = np.full(_BEYOND + 1, _UNTOLD, np.uint8)
    kinds[_BEYOND] = 0
    return kinds, np.arange(_BEYOND + 1, dtype=np.uint64)
