"""Figures of a claim to what they count, whether two can be of one quantity, and whether both can hold."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.language.matters import find_terms
from onrecord.language.patterns import compile_later
from onrecord.model import Figure
from onrecord.settings import StandingSettings
from onrecord.story.agreement import weigh_terms, words_of
from onrecord.story.sayings import Telling


def main_noun(tellings: Sequence[Telling]) -> frozenset[str] | None:
    """Give what most of the tellings count first, as terms; null where none counts."""
    counts = Counter(noun_of(figure) for telling in tellings for figure in telling.totals[:1] if figure.counted)
    best = counts.most_common(1)
    return best[0][0] if best else None


def noun_of(figure: Figure) -> frozenset[str]:
    """Give what a figure counts, as terms, or as its last word; empty when it is not known."""
    words = figure.counted.lower().split() if figure.counted else []
    return (find_terms(f"- {figure.counted}") or frozenset(words[-1:])) if words else frozenset()


def lead_figure(telling: Telling, noun: frozenset[str] | None, limits: StandingSettings) -> Figure | None:
    """Give the figure of a telling that counts what its claim counts; null where none does."""
    counted = [figure for figure in telling.totals if figure.value is not None and figure.bound != "additional"]
    bare = weigh_terms(words_of(telling)) < limits.answering  # "it was more than 1,000"; else it may count anything
    like = [figure for figure in counted if noun and (noun & noun_of(figure) or (bare and not figure.counted))]
    return next(iter(like), None)


def is_measured(figure: Figure) -> bool:
    """Tell whether a figure tells only its unit, and not what it counts: "3.8%", "$2,000"."""
    return _UNIT.search(figure.counted or "") is not None


_UNIT = compile_later(
    r"^\W+$|^(?:\W*\w{0,2}\W*\s)?(?:dollars|euros|kg|km|metres|miles|per\s?cent|points|pounds|tonnes|years)$", re.IGNORECASE
)


def is_comparable(one: Figure, two: Figure, limits: StandingSettings) -> bool:
    """Tell whether two figures can be of one quantity: what happened is the same, and they are not far apart."""
    low, high = sorted((float(one.value or 0), float(two.value or 0)))
    return high <= low * limits.farthest_apart and may_be_same(event_of(one), event_of(two))


def event_of(figure: Figure) -> frozenset[str]:
    """Give what happened to what a figure counts, as terms; empty when it is not known."""
    return find_terms(f"- {figure.event}") if figure.event else frozenset()


def may_be_same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether two events may be the same: they share a term, or one of them is not known."""
    return not (one and two) or not one.isdisjoint(two)


def can_both_hold(one: Figure, two: Figure, limits: StandingSettings) -> bool:
    """Tell whether two figures of one quantity can both be true, by their bounds.

    "At least 12" and 19 can; "at least 40" and 36 cannot; "about 500" and 510 can.
    """
    ranges = [_range(figure, limits) for figure in (one, two)]
    return max(low for low, _ in ranges) <= min(high for _, high in ranges)


def _range(figure: Figure, limits: StandingSettings) -> tuple[float, float]:
    value = float(figure.value or 0)
    slack = min(value * limits.about, _round_to(value))
    ranges: dict[str, tuple[float, float]] = {
        "about": (value - slack, value + slack),
        "at_least": (value, float("inf")),
        "at_most": (0.0, value),
        "between": (value, float(figure.high or value)),
    }
    return ranges.get(figure.bound, (value, value))


def _round_to(value: float) -> float:
    """Give what a value is rounded to: 2,800 to hundreds, 45 to fives.

    >>> _round_to(2800), _round_to(45), _round_to(7)
    (100.0, 5.0, 1.0)
    """
    unit = 1.0
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit * 5 if value % (unit * 5) == 0 else unit
