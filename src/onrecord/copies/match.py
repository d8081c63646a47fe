"""What two pages have in common, as text that can be kept, and back."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from onrecord.copies.passages import Passage, Retelling, Text
from onrecord.model import Span

_Cells = list[Any]  # what JSON gives


@dataclass(frozen=True, slots=True)
class Match:
    """What two pages have in common, or what one page tells twice."""

    one: int
    """Number of the page that came first."""
    two: int
    """Number of the other one; the same where the page tells something twice."""
    sizes: tuple[int, int]
    """Words of each page, without its teasers."""
    share: float
    """Share of the shorter page's runs of words that stand in the other, from 0 to 1; 0 within one page."""
    containment: float
    """Share of its words that stand in such runs."""
    identical: bool
    """Whether both are the same words from the first to the last."""
    told: Sequence[Retelling]
    """The sentences of the later page that the other one tells, in order."""
    mark: str = field(default="", compare=False)
    """What tells it from all other matches of the later page, where it is kept."""


class _Written(Sequence[Retelling]):
    """Sentences that were written, read as soon as one is asked for."""

    __slots__ = ("_pages", "_text_of", "_told", "_written")

    def __init__(self, written: str, pages: tuple[int, int], text_of: Callable[[int], Text]) -> None:
        self._written, self._pages, self._text_of = written, pages, text_of
        self._told: tuple[Retelling, ...] | None = None

    def _read(self) -> tuple[Retelling, ...]:
        if self._told is None:
            one, two = map(self._text_of, self._pages)
            self._told = tuple(_read(again, one, two) for again in json.loads(self._written))
        return self._told

    def __len__(self) -> int:
        return len(self._read())

    @overload
    def __getitem__(self, at: int) -> Retelling: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Retelling, ...]: ...

    def __getitem__(self, at: int | slice) -> Retelling | tuple[Retelling, ...]:
        return self._read()[at]

    def __iter__(self) -> Iterator[Retelling]:
        return iter(self._read())


def write_matches(matches: Sequence[Match], pages: Sequence[int]) -> str:
    """Write what a page has in common with others: a line of how much that is, then one for each of the sentences, seldom asked for.

    `pages` are the numbers of those that may be among them, its own the last.
    """
    shares = [[pages.index(one.one), *one.sizes, one.share, one.containment, one.identical] for one in matches]
    told = ([_cells(again) for again in one.told] for one in matches)
    return "\n".join(json.dumps(cells, separators=(",", ":")) for cells in (shares, *told))


def read_matches(written: str, pages: Sequence[int], text_of: Callable[[int], Text], mark: str) -> tuple[Match, ...]:
    """Read what was written of the page that is the last of some, under a mark; `text_of` gives the text of the page of a number."""
    shares, *told = written.split("\n")
    two = pages[-1]
    return tuple(
        Match(pages[at], two, (size, own), share, containment, identical, _Written(cells, (pages[at], two), text_of), mark)
        for (at, size, own, share, containment, identical), cells in zip(json.loads(shares), told, strict=True)
    )


def _cells(told: Retelling) -> _Cells:
    both = told.one, told.two
    passages = [(one.block, *one.span, one.first, one.size) for one in both]
    parts = [0 if span == one.span else span for one, span in zip(both, told.spans, strict=True)]  # 0 for all of it
    return [*passages, *parts, told.likeness, told.run]


def _read(cells: _Cells, one: Text, two: Text) -> Retelling:
    first, second, part_one, part_two, likeness, run = cells
    earlier, later = _passage(one, first), _passage(two, second)
    spans = Span(*part_one) if part_one else earlier.span, Span(*part_two) if part_two else later.span
    return Retelling(earlier, later, spans, likeness, run)


def _passage(text: Text, cells: _Cells) -> Passage:
    block, start, end, first, size = cells
    return Passage(text, block, Span(start, end), slice(first, first + size))
