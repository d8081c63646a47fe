"""The marked lines of a page to rows of numbers that tell where on the page each stands."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import MarkedLine

if TYPE_CHECKING:
    from onrecord.page.line_model import Numbers

PLACES = (
    "first", "last", "lines", "words above", "prose above", "prose below", "to prose above", "to prose below", "prose on page",
    "taken on page", "below title", "from title", "out of main", "from main", "same kind above", "same kind below", "common above",
    "common below",
)  # fmt: skip
"""Where a line stands on its page."""


def tell_places(told: "Numbers", lines: Sequence[MarkedLine], titled: int | None) -> "Numbers":
    """Tell where each line stands: on the page, among its paragraphs, from its headline, and from where most of its prose stands.

    `told` is the logarithm of its words, how far it is prose, and whether it was taken; `titled` numbers the headline.
    """
    import numpy as np

    count = len(told)
    at = np.arange(count, dtype=np.float32)
    words, prose = np.expm1(told[:, 0]), told[:, 1]
    weight = prose * np.minimum(words, 150)
    total, every = float(weight.sum()) + 1e-6, float(words.sum()) + 1e-6
    above = (np.cumsum(weight) - weight) / total
    is_prose = prose > 0.4
    last = np.maximum.accumulate(np.concatenate([[-1000.0], np.where(is_prose, at, -1000.0)[:-1]]))
    ahead = np.minimum.accumulate(np.concatenate([np.where(is_prose, at, count + 1000.0)[1:], [count + 1000.0]])[::-1])[::-1]
    taken = told[:, 2] * words
    title = -1 if titled is None else titled
    out, away = _from_main(lines, weight.tolist())
    shared = [_common(one.inside, other.inside) for one, other in pairwise(lines)]
    depth = np.array([len(line.inside) or 1 for line in lines])
    same = np.array([one.inside == other.inside for one, other in pairwise(lines)], dtype=np.float32)
    columns = [
        np.log1p(at), np.log1p(count - 1 - at), np.full(count, np.log1p(count)), (np.cumsum(words) - words) / every, above,
        1 - above - weight / total, np.log1p(np.minimum(at - last, 200)), np.log1p(np.minimum(ahead - at, 200)),
        np.full(count, np.log1p(total)), np.full(count, np.log1p(taken.sum())), (at > title) * (title >= 0),
        np.sign(at - title) * np.log1p(np.minimum(np.abs(at - title), 100)) * (title >= 0), out, away,
        np.concatenate([[0], same]), np.concatenate([same, [0]]), np.array([0, *shared]) / depth, np.array([*shared, 0]) / depth,
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _from_main(lines: Sequence[MarkedLine], weight: Sequence[float]) -> tuple[list[float], list[float]]:
    """Tell how many elements must be left, and how many entered, to get from where most prose stands to each line."""
    sums: dict[tuple[str, ...], float] = {}
    for line, one in zip(lines, weight, strict=True):
        if one:
            sums[line.inside[:-1]] = sums.get(line.inside[:-1], 0.0) + one
    main = max(sums, key=lambda path: sums[path], default=())
    known: dict[tuple[str, ...], int] = {}
    for line in lines:
        if line.inside not in known:
            known[line.inside] = _common(line.inside, main)
    shared = [known[line.inside] for line in lines]
    return [len(main) - one for one in shared], [len(line.inside) - one for line, one in zip(lines, shared, strict=True)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the elements that two places share from the outermost inwards."""
    if one == other:  # as those of most neighbours
        return len(one)
    number = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        number += 1
    return number
