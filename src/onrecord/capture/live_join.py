"""The blocks of a live blog and its updates as stated elsewhere on the page to pairs of what is one update."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.capture.live_blocks import LiveBlock
from onrecord.capture.live_stated import StatedUpdate
from onrecord.capture.live_times import read_times
from onrecord.capture.moments import is_anchored
from onrecord.capture.tree import Tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"[#/?=&]")
_OPENING = 8
_LONGEST_OPENING = 400  # code points that hold the words of an opening
_FEWEST_IN_HEADING = 3
_FEWEST_SAME = 0.3
_FEWEST_FOUND = 0.6
_FEWEST_WORDS = 4
_WIDEST_GAP = 4
_MOST_ELEMENTS = 400
_NAMES = frozenset(("id", "name", "data-id", "data-block-id", "data-post-id", "data-key", "data-url", "data-share-url"))

Pair = tuple[LiveBlock | None, StatedUpdate | None]


def join(tree: Tree, blocks: Sequence[LiveBlock], updates: Sequence[StatedUpdate], zone: tzinfo | None) -> list[Pair]:
    """Join blocks with stated updates by id, else by their words, else by their time.

    A stated update without a block is looked for among the other lines of the page; one that is not there stands alone, at the end.
    """
    by_id = {name: update for update in reversed(updates) for name in update.ids}
    left, told = dict.fromkeys(updates), _Told(updates)
    pairs: list[Pair] = []
    for block in blocks:
        update = next((by_id[name] for name in _ids(block.element) if name in by_id), None) if by_id else None
        if update is None and left:
            words = words_of(tree, block)
            update = next((one for one in told.find(words) if one in left), None)
            update = update or _of_that_time(words, _shown(block, zone), told, left)
        if update is not None:
            left.pop(update, None)
        pairs.append((block, update))
    return [*_place(pairs, _find_lines(tree, blocks, list(left)))]


def words_of(tree: Tree, block: LiveBlock) -> str:
    """Give the words of a block in lower case, a blank before and behind each."""
    return _bare(tree.text[tree.lines[block.first].span.start : tree.lines[block.last].span.end])


def _bare(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _ids(element: "HtmlElement | None") -> Iterator[str]:
    """Give the names by which addresses call an element: its own, those of what it holds, and where its links to itself lead."""
    if element is None:
        return
    for one in islice(element.iter(), _MOST_ELEMENTS):
        for name, value in one.items() if isinstance(one.tag, str) else ():
            if name in _NAMES:
                yield from (part for part in _PARTS.split(value) if part)
            elif name == "href" and one.tag == "a" and "#" in value:
                yield value.rsplit("#", 1)[1]
    for one in islice(element.iterancestors(), 2):
        yield one.get("id") or ""


def _shown(block: LiveBlock, zone: tzinfo | None) -> str | None:
    """Give the time that a block shows."""
    return read_times(block.element, block.marks, zone)[0].moment if block.element is not None else None


class _Told:
    """Stated updates by how they begin: the first words of their heading, and of their body."""

    def __init__(self, updates: Sequence[StatedUpdate]) -> None:
        """Note the beginnings of updates."""
        self._opened: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        self._posted: dict[datetime, list[StatedUpdate]] = {}
        self._updates = updates
        for number, update in enumerate(updates):
            heading = _WORD.findall((update.heading or "").lower())
            opening = _WORD.findall(" ".join(update.body[:2])[:_LONGEST_OPENING].lower())[:_OPENING]
            for words, least in ((heading, _FEWEST_IN_HEADING), (opening, _FEWEST_WORDS)):
                if len(words) >= least:
                    self._opened.setdefault(tuple(words[:_FEWEST_IN_HEADING]), []).append((number, f" {' '.join(words)} "))
            if update.posted and is_anchored(update.posted):
                self._posted.setdefault(datetime.fromisoformat(update.posted), []).append(update)

    def find(self, words: str) -> Iterator[StatedUpdate]:
        """Find the updates whose heading or opening is among some words, in the order in which they are stated."""
        bare = words.split()
        runs = set(zip(*(bare[at:] for at in range(_FEWEST_IN_HEADING)), strict=False))
        found = {number for run in runs for number, phrase in self._opened.get(run, ()) if phrase in words}
        return (self._updates[number] for number in sorted(found))

    def find_at(self, moment: str) -> Sequence[StatedUpdate]:
        """Find the updates that were posted at an ISO moment."""
        return self._posted.get(datetime.fromisoformat(moment), ())


def _of_that_time(words: str, moment: str | None, told: _Told, left: Mapping[StatedUpdate, None]) -> StatedUpdate | None:
    """Give the one update left that was posted at the minute a block shows and shares some of its words."""
    then = [one for one in told.find_at(moment) if one in left] if moment and is_anchored(moment) else []
    tells = set(_WORD.findall(" ".join(then[0].body).lower())) if len(then) == 1 else set()
    return then[0] if tells and len(tells & set(words.split())) >= _FEWEST_SAME * len(tells) else None


def _find_lines(tree: Tree, blocks: Sequence[LiveBlock], left: Sequence[StatedUpdate]) -> list[Pair]:
    """Find the lines outside blocks that tell the body of a stated update; without them it stands alone."""
    if not left:
        return []
    taken = {number for block in blocks for number in range(block.first, block.last + 1)}
    bare = {number: _bare(line.span.of(tree.text)) for number, line in enumerate(tree.lines) if number not in taken}
    openings: dict[tuple[str, ...], list[int]] = {}
    for number, words in bare.items():
        openings.setdefault(tuple(words.split()[:_FEWEST_WORDS]), []).append(number)
    pairs: list[Pair] = []
    for update in left:
        blob = _bare(" ".join(update.body))
        told = blob.split()
        runs = {tuple(told[at : at + _FEWEST_WORDS]) for at in range(len(told) - _FEWEST_WORDS + 1)}
        found = sorted(number for run in runs for number in openings.get(run, ()) if number not in taken and bare[number] in blob)
        near = _nearest(found)
        enough = near and sum(len(bare[number].split()) for number in near) >= _FEWEST_FOUND * len(told)
        first = _with_heading(near[0], bare, update) if enough else 0
        if enough and not taken & set(range(first, near[-1] + 1)):
            taken |= set(range(first, near[-1] + 1))
            pairs.append((LiveBlock(first, near[-1], None), update))
        else:
            pairs.append((None, update))
    return pairs


def _nearest(numbers: Sequence[int]) -> list[int]:
    """Give the longest row of lines that stand together."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number - rows[-1][-1] <= _WIDEST_GAP:
            rows[-1].append(number)
        else:
            rows.append([number])
    return max(rows, key=len, default=[])


def _with_heading(first: int, bare: dict[int, str], update: StatedUpdate) -> int:
    """Give the line of the update's heading where it stands just above, else the first of its body."""
    wanted = _bare(update.heading or "")
    return next((number for number in range(first - 1, first - _WIDEST_GAP, -1) if wanted.strip() and bare.get(number) == wanted), first)


def _place(pairs: Sequence[Pair], found: Sequence[Pair]) -> list[Pair]:
    """Put pairs into the page's order, those without a block last."""
    placed = [*pairs, *(pair for pair in found if pair[0] is not None)]
    placed.sort(key=lambda pair: pair[0].first if pair[0] else 0)
    return [*placed, *(pair for pair in found if pair[0] is None)]
