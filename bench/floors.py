"""Measured figures and their floors to what fell, and to floors that only rise."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

SLACK = 0.002
"""How far a figure may lie below its floor before it counts as fallen; a page or two of a set."""
FREE = ("growth.", "speed.")
"""What is reported and never held: it depends on the machine."""


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor."""

    name: str
    """The figure."""
    floor: float
    """What it was held to."""
    measured: float | None
    """What it is now; None when it was not measured though its part was."""

    def __str__(self) -> str:
        """Say in a line what fell and by how much."""
        if self.measured is None:
            return f"{self.name} is no longer measured; its floor is {self.floor:.3f}"
        return f"{self.name} fell to {self.measured:.4f}, {self.floor - self.measured:.4f} below its floor of {self.floor:.3f}"


def part_of(name: str) -> str:
    """Give the part of the measurement that a figure belongs to: what stands before its first dot."""
    return name.partition(".")[0]


def find_falls(figures: Mapping[str, float], floors: Mapping[str, float], parts: Collection[str]) -> list[Fall]:
    """List the figures of the parts measured that lie below their floors by more than SLACK, or are gone.

    >>> [str(fall) for fall in find_falls({"names.f1": 0.81}, {"names.f1": 0.83, "timex.value": 0.6}, ["names"])]
    ['names.f1 fell to 0.8100, 0.0200 below its floor of 0.830']
    """
    held = ((name, floor, figures.get(name)) for name, floor in sorted(floors.items()) if part_of(name) in parts)
    return [Fall(name, floor, measured) for name, floor, measured in held if measured is None or measured < floor - SLACK]


def raise_floors(figures: Mapping[str, float], floors: Mapping[str, float], *, lower: Collection[str] = ()) -> dict[str, float]:
    """Give floors that are as high as the figures, rounded down; one that is higher stays, unless it is named in `lower`.

    Precision and recall that have an F1 beside them have no floor of their own: one may be traded for the other.

    >>> raise_floors({"names.f1": 0.84567, "timex.value": 0.61}, {"names.f1": 0.83, "timex.value": 0.64})
    {'names.f1': 0.845, 'timex.value': 0.64}
    """
    raised = dict(floors)
    for name, measured in figures.items():
        floor = math.floor(measured * 1000 + 1e-6) / 1000
        if name in lower or (_is_held(name, figures) and floor > raised.get(name, 0.0)):
            raised[name] = floor
    return dict(sorted(raised.items()))


def _is_held(name: str, figures: Mapping[str, float]) -> bool:
    if name.startswith(FREE):
        return False
    if name.endswith(("_p", "_r")):
        return f"{name[:-2]}_f1" not in figures
    return not (name.endswith((".p", ".r")) and name[:-2] in figures)
