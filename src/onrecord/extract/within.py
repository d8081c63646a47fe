"""Things in their order on a page to those that stand in one stretch of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from onrecord.model import Span


class Placed(Protocol):
    """A thing that stands somewhere on a page."""

    @property
    def span(self) -> Span:
        """Where it stands."""


Thing = TypeVar("Thing", bound=Placed)


def overlapping(things: Sequence[Thing], span: Span) -> Sequence[Thing]:
    """Give the things that share a code point with a span; the things must be in order and apart from each other."""
    first = bisect_right(things, span.start, key=lambda thing: thing.span.end)
    return things[first : bisect_left(things, span.end, key=lambda thing: thing.span.start)]
