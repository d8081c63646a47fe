"""A network's scores to spans and links: the best row of tags for each chunk, and who belongs to whom.

All positions are token numbers within a chunk; a span is its first and its last token.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Place = tuple[int, int]

ROLES = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAME_KINDS = ("person", "organisation", "place", "group", "other")
NAMES = ("O", *(f"{part}-{kind}" for kind in NAME_KINDS for part in "BI"))
IMPOSSIBLE = 10_000.0
"""Taken from the score of what cannot be."""
STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 40, 64)
"""Tokens between two parts of an attribution at which the next bucket begins."""
WAYS = (len(STEPS) + 1) * 2 * 3
"""Buckets of distance, two directions, and none, one or more rivals in between."""


def best_tags(scores: Sequence[Floats]) -> list[list[int]]:
    """Find for each chunk the row of tags with the highest sum in which no I stands without a B or I of its kind before it.

    Each of `scores` is `[tokens, tags]`, the tags in the order O, B, I, B, I. This is Viterbi's search with the only two
    ways that BIO knows into a tag: from anywhere into O and B, from its own B or I into I.

    >>> best_tags([np.array([[0, 1, 0], [0, 0, 2], [3, 0, 0]], np.float32)])
    [[1, 2, 0]]
    """
    if not scores:
        return []
    ends = list(accumulate(map(len, scores)))
    starts = [0, *ends[:-1]]
    table = np.concatenate(scores).T.copy()  # tags before tokens: what is done to all tokens at once runs along rows
    table[2::2, starts] -= IMPOSSIBLE
    table[2::2] = _inside(table, max(map(len, scores)))
    anywhere, stays = table.argmax(0), table[2::2] > table[1::2]
    tags = [anywhere[start:end].tolist() for start, end in zip(starts, ends, strict=True)]
    for i in _torn(anywhere, stays, starts):
        tags[i] = _trace(tags[i], stays[:, starts[i] : ends[i]].T.tolist())
    return tags


def _inside(table: Floats, longest: int) -> Floats:
    """Give for each I its score and what the best way to it costs: how far its B or I before lies below the best tag there.

    What an I costs hangs on the tokens before it. Rather than token by token all are reckoned at once, again and again
    until nothing changes: each time one more token of every chunk is sure to be right, and mostly all soon are.
    """
    begun, alone = table[1::2], table[2::2]
    fresh = np.maximum(table[0], begun.max(0))
    inside = alone
    for _ in range(longest):
        lead = np.maximum(begun, inside) - np.maximum(fresh, inside.max(0))
        further = alone.copy()
        further[:, 1:] += lead[:, :-1]
        if np.array_equal(further, inside):
            break
        inside = further
    return inside


def _torn(tags: npt.NDArray[np.intp], stays: npt.NDArray[np.bool_], starts: Sequence[int]) -> list[int]:
    """Number the chunks in which an I stands behind another tag than the best way to it passes."""
    opened = np.flatnonzero((tags > 0) & (tags % 2 == 0))
    own = tags[opened]
    torn = opened[tags[opened - 1] != np.where(stays[own // 2 - 1, opened - 1], own, own - 1)]
    return sorted(set((np.searchsorted(starts, torn, "right") - 1).tolist()))


def _trace(anywhere: Sequence[int], stays: Sequence[Sequence[bool]]) -> list[int]:
    """Go back from the best last tag: before an I stands its own B or I, before all else whatever was best."""
    tags = [anywhere[-1]]
    for at in range(len(anywhere) - 2, -1, -1):
        tag = tags[-1]
        opened = tag and tag % 2 == 0
        tags.append((tag if stays[at][tag // 2 - 1] else tag - 1) if opened else anywhere[at])
    return tags[::-1]


def spans_of(tags: Sequence[int], names: Sequence[str]) -> list[tuple[str, Place]]:
    """Give the spans that a row of B, I and O tags marks, in order; an I without its B opens one.

    >>> spans_of([0, 1, 2, 0, 3], ROLES)
    [('source', (1, 2)), ('cue', (4, 4))]
    """
    found: list[tuple[str, Place]] = []
    before = start = 0
    for at, tag in enumerate((*tags, 0)):
        if tag != before or (tag and names[tag][0] == "B"):
            goes_on = before and names[tag][0] == "I" and names[tag][2:] == names[before][2:]
            if before and not goes_on:
                found.append((names[before][2:], (start, at - 1)))
            if not goes_on:
                start = at
        before = tag
    return found


def ways(seekers: Sequence[Place], sought: Sequence[Place]) -> npt.NDArray[np.intp]:
    """Bucket the way from each seeker to each sought: how far, in which direction, past how many rivals; `[seekers, sought]`."""
    starts = [place[0] for place in sought]
    table = []
    for first, last in seekers:
        at = bisect_left(starts, first)
        for j, (begin, end) in enumerate(sought):
            behind = begin >= first
            far = bisect_right(STEPS, begin - last if behind else first - end)
            rivals = min(2, j - at if behind else at - 1 - j)
            table.append((far * 2 + behind) * 3 + max(0, rivals))
    return np.array(table, np.intp).reshape(len(seekers), len(sought))
