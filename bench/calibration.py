"""Predicted attributions, each right or wrong, to how often those of one confidence are right."""

from collections.abc import Iterable

from bench.errors import Table
from bench.readings import Article

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where each bin of confidence begins; the last ends with 1, which belongs to it."""


def judged(articles: Iterable[Article]) -> list[tuple[float, bool]]:
    """List the confidence of each predicted attribution and whether it is right."""
    return [
        (one.confidence if one.confidence is not None else 1.0, j in article.right)
        for article in articles
        for j, one in enumerate(article.predicted)
    ]


def calibrate(judgements: Iterable[tuple[float, bool]]) -> Table:
    """Count, for each bin of confidence, how many there are, their mean confidence and the share that is right; empty bins are left out.

    >>> calibrate([(0.95, True), (0.95, True), (0.62, False), (0.62, True)])
    {'.6 to .7': {'n': 2, 'confidence': 0.62, 'right': 0.5}, '.9 to 1': {'n': 2, 'confidence': 0.95, 'right': 1.0}}
    """
    bins: dict[str, list[tuple[float, bool]]] = {label: [] for label in LABELS}
    for confidence, right in judgements:
        bins[LABELS[max(i for i, edge in enumerate(EDGES) if confidence >= edge)]].append((confidence, right))
    return {
        label: {
            "n": len(held),
            "confidence": round(sum(confidence for confidence, _ in held) / len(held), 4),
            "right": round(sum(right for _, right in held) / len(held), 4),
        }
        for label, held in bins.items()
        if held
    }


def mean_gap(table: Table) -> float:
    """Give how far confidence and share right lie apart, on average over all attributions; 0 when there are none."""
    of = sum(row["n"] for row in table.values())
    return sum(row["n"] * abs(row["confidence"] - row["right"]) for row in table.values()) / of if of else 0.0


def _label(start: float, end: float) -> str:
    return "below .5" if start == 0 else f"{start:g} to {end:g}".replace("0.", ".")


LABELS = tuple(_label(start, end) for start, end in zip(EDGES, (*EDGES[1:], 1.0), strict=True))
"""The name of each bin."""
