"""Words of pages to those pairs of paragraphs, or of sentences, that share enough telling ones."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.copies.words import Flags, Ids, Ints, sort_pairs, stand_in


class Alike(NamedTuple):
    """Words that carry news, those that are alike together in their order."""

    stems: Ids
    """What each is compared by."""
    words: Ints
    """The number of each."""
    places: Ints
    """How many words each lot of those that are alike holds."""


def sort_alike(stems: Ids, news: Flags, owners: Ints | None = None) -> Alike:
    """Sort the words that carry news; where each has an owner, whose words stand together, those of two owners are not alike."""
    words = news.nonzero()[0]
    ranked, numbers = sort_pairs(stems[words], words.astype(np.uint32))
    edges = np.ones(len(ranked) + 1, np.bool_)
    np.not_equal(ranked[1:], ranked[:-1], out=edges[1:-1])
    if owners is not None:
        of = owners[numbers]
        edges[1:-1] |= of[1:] != of[:-1]
    bounds = edges.nonzero()[0]
    return Alike(ranked, numbers.astype(np.int64), bounds[1:] - bounds[:-1])


def pair_words(alike: Alike, most_places: int) -> tuple[Ints, Ints]:
    """Pair each word with each like it behind it; words that stand in more places than `most_places` do not count."""
    _, words, sizes = alike
    stops = sizes.cumsum() * (sizes <= most_places)
    numbers = np.arange(len(words))
    behind = np.maximum(stops.repeat(sizes) - numbers - 1, 0)  # how many words like each one follow it
    pairs = np.arange(behind.sum())
    # the first pair of each is with the next word
    return words[numbers.repeat(behind)], words[pairs + (numbers + 1 + behind - behind.cumsum()).repeat(behind)]


def find_frequent(ones: Ints, twos: Ints, stems: Ids, least: int) -> Ints:
    """Give the places of those pairs of numbers that are met with so many different stems at least."""
    if len(stems) < least:
        return np.zeros(0, np.int64)
    pairs = (ones * (int(twos.max()) + 1) + twos).astype(np.uint32)  # those that fall together beyond 32 bits are looked at in vain
    ranked, stems = sort_pairs(pairs, stems)
    new = np.ones(len(ranked), np.bool_)
    new[1:] = (ranked[1:] != ranked[:-1]) | (stems[1:] != stems[:-1])
    ranked = ranked[new]
    often = ranked[least - 1 :][ranked[least - 1 :] == ranked[: max(0, len(ranked) - least + 1)]]
    return stand_in(pairs, often).nonzero()[0] if len(often) else often.astype(np.int64)


def find_repeating(stems: Sequence[Ids], news: Sequence[Flags], paragraphs: Sequence[Ints], *, most_places: int, least: int) -> set[int]:
    """Give the numbers, from 0, of those pages of which two paragraphs, or one of them twice, hold so many like words at least."""
    owners = np.arange(len(stems)).repeat([len(one) for one in stems])
    held = np.concatenate(stems)
    one, two = pair_words(sort_alike(held, np.concatenate(news), owners), most_places)
    counts = [int(one[-1]) + 1 if len(one) else 0 for one in paragraphs]
    told = np.concatenate([numbers + before for numbers, before in zip(paragraphs, np.cumsum([0, *counts[:-1]]), strict=True)])
    return set(owners[one[find_frequent(told[one], told[two], held[two], least)]].tolist())
