"""The blocks of a live blog and its updates as stated elsewhere on the page to pairs of what is one update."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from onrecord.capture.live_blocks import LiveBlock
from onrecord.capture.live_stated import StatedUpdate
from onrecord.capture.live_times import read_times
from onrecord.capture.moments import is_anchored, same_moment
from onrecord.capture.tree import Tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_OPENING = 8
_FEWEST_SAME = 0.3
_FEWEST_FOUND = 0.6
_FEWEST_WORDS = 4
_WIDEST_GAP = 4
_MOST_ELEMENTS = 400
_NAMES = ("id", "name", "data-id", "data-block-id", "data-post-id", "data-key", "data-url", "data-share-url")

Pair = tuple[LiveBlock | None, StatedUpdate | None]


def join(tree: Tree, blocks: Sequence[LiveBlock], updates: Sequence[StatedUpdate], zone: tzinfo | None) -> list[Pair]:
    """Join blocks with stated updates by id, else by their words, else by their time.

    A stated update without a block is looked for among the other lines of the page; one that is not there stands alone, at the end.
    """
    by_id = {name: update for update in reversed(updates) for name in update.ids}
    left = dict.fromkeys(updates)
    pairs: list[Pair] = []
    for block in blocks:
        words = words_of(tree, block)
        update = next((by_id[name] for name in _ids(block.element) if name in by_id), None)
        update = update or next((one for one in left if _tells(words, one)), None)
        update = update or (_of_that_time(words, block, list(left), zone) if left else None)
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
    for number, one in enumerate(element.iter()):
        if number > _MOST_ELEMENTS:
            break
        if isinstance(one.tag, str):
            for name in _NAMES:
                yield from (part for part in re.split(r"[#/?=&]", one.get(name) or "") if part)
            if one.tag == "a" and "#" in (one.get("href") or ""):
                yield (one.get("href") or "").rsplit("#", 1)[1]
    for level, one in enumerate(element.iterancestors()):
        if level > 1:
            break
        yield one.get("id") or ""


def _tells(words: str, update: StatedUpdate) -> bool:
    """Tell whether the words of a block are those of a stated update: its heading, else the opening of its body."""
    if update.heading:
        heading = _WORD.findall(update.heading.lower())
        if len(heading) > 2 and f" {' '.join(heading)} " in words:
            return True
    opening = _WORD.findall(" ".join(update.body[:2]).lower())[:_OPENING]
    return len(opening) >= _FEWEST_WORDS and f" {' '.join(opening)} " in words


def _of_that_time(words: str, block: LiveBlock, left: Sequence[StatedUpdate], zone: tzinfo | None) -> StatedUpdate | None:
    """Give the one update that was posted at the minute a block shows and shares some of its words."""
    shown = read_times(block.element, zone)[0].moment if block.element is not None else None
    if not shown or not is_anchored(shown):
        return None
    then = [one for one in left if one.posted and is_anchored(one.posted) and same_moment(one.posted, shown)]
    told = set(_WORD.findall(" ".join(then[0].body).lower())) if len(then) == 1 else set()
    return then[0] if told and len(told & set(words.split())) >= _FEWEST_SAME * len(told) else None


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
