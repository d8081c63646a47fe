"""The lines of a page to what rules tell of them: headline, marks of a live blog, and the part that each line plays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.page.furniture import find_furniture
from onrecord.page.lines import Line
from onrecord.page.marks import Mark, find_marks
from onrecord.page.masthead import find_title
from onrecord.page.roles import Part, find_parts
from onrecord.page.runs import find_link_runs
from onrecord.settings import PageSettings


@dataclass(frozen=True, slots=True)
class Outline:
    """What rules tell of the lines of a page."""

    title: Line | None
    """The headline's line; null when there is none."""
    furniture: Mapping[int, str]
    """Numbers of the lines that are furniture by their words or those around, each with the reason."""
    marks: tuple[Mark, ...]
    """Where the entries of a live blog with clock lines begin."""
    parts: tuple[Part, ...]
    """The part of each line; lines are furniture by where they stand, too."""


def find_outline(lines: Sequence[Line], *, headline: str | None = None, settings: PageSettings | None = None) -> Outline:
    """Find headline, marks and parts; a headline that the caller knows is looked for first."""
    furniture = find_furniture(lines, settings=settings)
    title = find_title(lines, furniture, given=headline, settings=settings)
    furniture = {number: reason for number, reason in furniture.items() if title is None or number != title.number}
    below = frozenset(furniture) | frozenset(range(title.number + 1 if title else 0))
    marks = find_marks(lines, below, settings=settings)
    kept = [number for mark in marks for number in (mark.start, mark.clock)] + [
        line.number for line in lines[: title.number + 1 if title else 0]
    ]
    placed = find_link_runs(lines, furniture, kept, settings=settings)
    return Outline(title, furniture, marks, find_parts(lines, {**furniture, **placed}, title, marks))
