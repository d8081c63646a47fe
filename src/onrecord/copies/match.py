"""What two pages have in common, as text that can be kept, and back."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

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
    told: tuple[Retelling, ...]
    """The sentences of the later page that the other one tells, in order."""


def write_matches(matches: Sequence[Match], pages: Sequence[int]) -> str:
    """Write what a page has in common with others; `pages` are the numbers of those that may be among them, its own the last."""
    return json.dumps([_match_cells(match, pages) for match in matches], separators=(",", ":"))


def _match_cells(match: Match, pages: Sequence[int]) -> _Cells:
    told = [_cells(again) for again in match.told]
    return [pages.index(match.one), match.sizes, match.share, match.containment, match.identical, told]


def _cells(told: Retelling) -> _Cells:
    both = told.one, told.two
    passages = [(one.block, *one.span, one.first, one.size) for one in both]
    parts = [0 if span == one.span else span for one, span in zip(both, told.spans, strict=True)]  # 0 for all of it
    return [*passages, *parts, told.likeness, told.run]


def read_matches(written: str, pages: Sequence[int], text_of: Callable[[int], Text]) -> tuple[Match, ...]:
    """Read what was written of the page that is the last of some; `text_of` gives the text of the page of a number."""
    return tuple(_read_match(cells, pages, text_of) for cells in json.loads(written))


def _read_match(cells: _Cells, pages: Sequence[int], text_of: Callable[[int], Text]) -> Match:
    at, sizes, share, containment, identical, told = cells
    texts = text_of(pages[at]), text_of(pages[-1])
    return Match(pages[at], pages[-1], tuple(sizes), share, containment, identical, tuple(_read(again, *texts) for again in told))


def _read(cells: _Cells, one: Text, two: Text) -> Retelling:
    first, second, part_one, part_two, likeness, run = cells
    earlier, later = _passage(one, first), _passage(two, second)
    spans = Span(*part_one) if part_one else earlier.span, Span(*part_two) if part_two else later.span
    return Retelling(earlier, later, spans, likeness, run)


def _passage(text: Text, cells: _Cells) -> Passage:
    block, start, end, first, size = cells
    return Passage(text, block, Span(start, end), slice(first, first + size))
