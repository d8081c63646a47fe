"""A network's scores to spans and links: the best row of tags for each chunk, and who belongs to whom.

All positions are token numbers within a chunk; a span is its first and its last token.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

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

    Each of `scores` is `[tokens, tags]`, the tags in the order O, B, I, B, I; how many there are may differ. This is
    Viterbi's search with the only two ways that BIO knows into a tag: from anywhere into O and B, from its own B or I into I.

    >>> best_tags([np.array([[0, 1, 0], [0, 0, 2], [3, 0, 0]], np.float32)])
    [[1, 2, 0]]
    """
    if not scores:
        return []
    longest, widest = (max(rows.shape[axis] for rows in scores) for axis in (0, 1))
    steps = np.full((longest, len(scores), widest), -IMPOSSIBLE, np.float32)
    for i, rows in enumerate(scores):
        steps[: len(rows), i, : rows.shape[1]] = rows
    steps[0, :, 2::2] -= IMPOSSIBLE
    for before, here in pairwise(steps):
        here[:, 2::2] += np.maximum(before[:, 1::2], before[:, 2::2])
        best = before.max(1, keepdims=True)
        here[:, 1::2] += best
        here[:, :1] += best
    anywhere = steps.argmax(2).T.tolist()
    inside = (steps[:, :, 2::2] > steps[:, :, 1::2]).transpose(1, 0, 2).tolist()
    return [_trace(anywhere[i], inside[i], len(rows)) for i, rows in enumerate(scores)]


def _trace(anywhere: Sequence[int], inside: Sequence[Sequence[bool]], length: int) -> list[int]:
    """Go back from the best last tag: before an I stands its own B or I, before all else whatever was best."""
    tags = [anywhere[length - 1]]
    for at in range(length - 2, -1, -1):
        tag = tags[-1]
        opened = tag and tag % 2 == 0
        tags.append((tag if inside[at][tag // 2 - 1] else tag - 1) if opened else anywhere[at])
    return tags[::-1]


def spans_of(tags: Sequence[int], names: Sequence[str]) -> list[tuple[str, Place]]:
    """Give the spans that a row of B, I and O tags marks, in order; an I without its B opens one.

    >>> spans_of([0, 1, 2, 0, 3], ROLES)
    [('source', (1, 2)), ('cue', (4, 4))]
    """
    found: list[tuple[str, Place]] = []
    before = 0
    for at, tag in enumerate(tags):
        if tag:
            part, kind = names[tag].split("-", 1)
            if part == "I" and before and names[before][2:] == kind:
                found[-1] = (kind, (found[-1][1][0], at))
            else:
                found.append((kind, (at, at)))
        before = tag
    return found


def ways(seekers: Sequence[Place], sought: Sequence[Place]) -> npt.NDArray[np.intp]:
    """Bucket the way from each seeker to each sought: how far, in which direction, past how many rivals; `[seekers, sought]`."""
    starts = [place[0] for place in sought]
    table = np.zeros((len(seekers), len(sought)), np.intp)
    for i, (first, last) in enumerate(seekers):
        at = bisect_left(starts, first)
        for j, (begin, end) in enumerate(sought):
            behind = begin >= first
            far = bisect_right(STEPS, begin - last if behind else first - end)
            rivals = min(2, j - at if behind else at - 1 - j)
            table[i, j] = (far * 2 + behind) * 3 + max(0, rivals)
    return table
