"""Things that stand on a page to those that stand in one stretch of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, Protocol, TypeVar

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


Laid = TypeVar("Laid")


class Spread(Generic[Laid]):
    """Things that may stand within each other, laid out so that those in one stretch are found without looking at all.

    >>> Spread([(Span(0, 90), "a paragraph"), (Span(5, 30), "a sentence"), (Span(100, 120), "another")]).touching(Span(20, 24))
    ['a paragraph', 'a sentence']
    """

    def __init__(self, laid: Iterable[tuple[Span, Laid]]) -> None:
        """Lay out each thing at its span."""
        self._laid = sorted(laid, key=lambda pair: pair[0])
        self._reach = list(accumulate((span.end for span, _ in self._laid), max))

    def touching(self, span: Span) -> list[Laid]:
        """Give the things that share a code point with a span, in order."""
        first = bisect_right(self._reach, span.start)
        end = bisect_left(self._laid, span.end, key=lambda pair: pair[0].start)
        return [thing for place, thing in self._laid[first:end] if place.overlaps(span)]
