"""The updates that markup sets apart and the lines of a page to its entries, and to what each line in them is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from onrecord.model import Block, Entry, Excerpt, MarkedLine, Markup, Role, Span, Update
from onrecord.page.dating import find_clock
from onrecord.page.entries import NEWS, set_entries
from onrecord.page.furniture import reason_of
from onrecord.page.lines import Line, split_lines
from onrecord.page.masthead import is_masthead

_LONGEST_MARK = 70
_MOST_LINKED = 0.8
_FEWEST_WORDS = 5
_CAPTIONED = frozenset(("caption", "figcaption", "credit"))
_SURE_REASONS = frozenset(("advertisement", "comments", "form", "newsletter", "notice", "share"))
_FEWEST_LEADS = 2
_AGO = re.compile(r"\b(?:ago|just now)\b")
_DIGIT = re.compile(r"\d")


def split_updates(text: str, markup: Markup, lines: Sequence[Line], blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Entry, ...]]:
    r"""Make an entry of each update, in the page's order, and give the lines in and around them their roles.

    The lines are those of the markup, the blocks the same with the roles they would have in an article. What stands above
    the first update is an entry of its own where it is more than a standfirst; the copy of a pinned update is dropped.

    >>> text = "10.05 GMT\nRoad shut\nThe river rose, the council said.\nShare"
    >>> lines = split_lines(text)
    >>> marked = tuple(MarkedLine(line.span, "p") for line in lines)
    >>> markup = Markup(marked, (Update(Span(10, 53), Span(10, 19), "2031-05-04T10:05+00:00"),))
    >>> blocks, entries = split_updates(text, markup, lines, [Block(line.span, "furniture", reason="not taken") for line in lines])
    >>> [block.role for block in blocks], entries[0].span.of(text)[:9]
    (['masthead', 'heading', 'body', 'furniture'], 'Road shut')
    """
    pinned = frozenset(line.text for one in markup.updates if one.pinned for line in split_lines(one.span.of(text)))
    updates = sorted(markup.updates, key=lambda one: one.span.start)
    starts = [update.span.start for update in updates]
    told: list[Block] = []
    for line, marked, block in zip(lines, markup.lines, blocks, strict=True):
        at = bisect_right(starts, line.span.start) - 1
        role, reason = _role(line, marked, block, updates[at] if at >= 0 else None, pinned)
        told.append(block if (role, reason, None) == (block.role, block.reason, block.entry) else Block(block.span, role, None, reason))
    blocks = told
    begins = [block.span.start for block in blocks]
    lead = _lead(blocks, lines, markup)
    entries = [Entry(0, Span(lead[0].span.start, lead[-1].span.end))] if lead else []
    for update in updates:
        first, last = bisect_left(begins, update.span.start), bisect_left(begins, update.span.end)
        inside = [block for block in blocks[first:last] if block.role in NEWS]
        if inside:
            entries.append(_entry(len(entries), text, update, inside))
    return set_entries(blocks, entries), tuple(entries)


def _entry(number: int, text: str, update: Update, inside: Sequence[Block]) -> Entry:
    heading = Excerpt(update.heading.of(text), update.heading) if update.heading else None
    span = Span(inside[0].span.start, inside[-1].span.end)
    return Entry(number, span, heading, update.posted, update.edited, update.pinned)


def _role(line: Line, marked: MarkedLine, block: Block, update: Update | None, pinned: frozenset[str]) -> tuple[Role, str | None]:
    """Give the role of a line: by the update it stands in, else the one it has, but for marks of time and copies of pinned lines.

    The update is the last that begins before the line does.
    """
    if update and update.span.covers(line.span):
        return _role_inside(line, marked, block, is_heading=_holds_heading(line, update))
    if block.role == "title":
        return block.role, block.reason
    if _is_time(line):
        return _time_role(line)
    if line.text in pinned and len(line.words) >= _FEWEST_WORDS:
        return "furniture", "pinned"
    if block.role in NEWS and update and _is_links(line, marked):
        return "teaser", None
    return block.role, block.reason


def _holds_heading(line: Line, update: Update) -> bool:
    return update.heading is not None and line.span.covers(update.heading)


def _role_inside(line: Line, marked: MarkedLine, block: Block, *, is_heading: bool) -> tuple[Role, str | None]:
    """Give the role of a line of an update: all of it is news but its marks, its buttons and its links elsewhere."""
    if is_heading:
        return "heading", None
    if _is_time(line):
        return _time_role(line)
    if is_masthead(line):
        return "masthead", None
    if _is_captioned(marked.inside):
        return "caption", None
    if _is_links(line, marked) or any(one.startswith("aside") for one in marked.inside[-4:]):
        return ("teaser", None) if len(line.words) >= _FEWEST_WORDS else ("furniture", block.reason or "link")
    if block.role == "furniture" and block.reason in _SURE_REASONS:
        return block.role, block.reason
    reason = reason_of(line) if not line.prose or block.role == "furniture" else None
    if reason or marked.tag == "button":
        return "furniture", reason or "button"
    kept: tuple[Role, ...] = ("heading", "caption", "housekeeping")
    return (block.role if block.role in kept else "body"), None


@lru_cache(maxsize=5_000)
def _is_captioned(inside: tuple[str, ...]) -> bool:
    """Tell whether an element around a line is called a caption."""
    return any(not _CAPTIONED.isdisjoint(one.split()) for one in inside)


def _time_role(line: Line) -> tuple[Role, str | None]:
    """Give the role of a mark of time: what it counts back from is when the page was saved, and that it does not tell."""
    return ("furniture", "ago") if _AGO.search(line.bare) else ("masthead", None)


def _is_time(line: Line) -> bool:
    """Tell whether a line is a mark of time."""
    if len(line.text) > _LONGEST_MARK or line.stopped or line.prose or not _DIGIT.search(line.text):
        return False
    words = [word for word in line.words if word.isalpha() and word[0].islower()]
    return len(words) <= 3 and find_clock(line.text) is not None


def _is_links(line: Line, marked: MarkedLine) -> bool:
    """Tell whether a line is links and no sentence."""
    return marked.linked >= _MOST_LINKED and not line.stopped


def _lead(blocks: Sequence[Block], lines: Sequence[Line], markup: Markup) -> list[Block]:
    """Give the news above the first update, below the byline and the dates: what stands there is more than a standfirst."""
    first = min(update.span.start for update in markup.updates)
    above = [number for number, block in enumerate(blocks) if block.span.start < first]
    while above and blocks[above[-1]].role not in NEWS:  # the mark of the first update itself
        above.pop()
    signed = max((number for number in above if blocks[number].role in ("masthead", "title")), default=-1)
    news = [number for number in above if number > signed and blocks[number].role in NEWS]
    told = [number for number in news if blocks[number].role == "body" and lines[number].prose and lines[number].stopped]
    return [blocks[number] for number in news] if len(told) >= _FEWEST_LEADS else []
