"""A Page of any length to as much of it as facts are taken from: no more than a page of news holds."""

import re
from dataclasses import replace

from onrecord.model import Block, Page, Span
from onrecord.settings import PageSettings

BEYOND = "beyond what facts are taken from"
"""Why a line of news is passed over when facts are taken."""
_LONGEST_LINE = 5_000  # code points; a shorter one is passed over as a whole
_READ = frozenset(("title", "heading", "body", "caption"))
_NUMBER = re.compile(r"\d+")


def bound_page(page: Page, *, settings: PageSettings | None = None) -> Page:
    """Give a page without what stands below as much news as facts are taken from; the very same where there is nothing."""
    limits = settings or PageSettings()
    text = page.capture.text
    if len(text) <= limits.largest_news and _costs(text, limits, lines=len(page.blocks)) <= limits.largest_news:
        return page
    beyond = max(0, len(page.blocks) - limits.many_lines)
    left = max(limits.largest_news // 10, limits.largest_news - limits.line_cost * beyond)
    blocks: list[Block] = []
    for block in page.blocks:
        if not left and block.role != "furniture":
            blocks.append(Block(block.span, "furniture", block.entry, BEYOND))
            continue
        size = _costs(block.span.of(text), limits) if block.role in _READ else 0
        blocks += _within(block, left * (block.span.end - block.span.start) // size, text) if size > left else [block]
        left = max(0, left - size)
    same = len(blocks) == len(page.blocks) and all(one is other for one, other in zip(blocks, page.blocks, strict=True))
    return page if same else replace(page, blocks=tuple(blocks))


def note_bound(page: Page, bounded: Page) -> Page:
    """Note on a page how far facts are taken from it."""
    size = len(page.capture.text)
    end = next((block.span.start for block in bounded.blocks if block.reason == BEYOND), size)
    return replace(page, capture=replace(page.capture, notes=(*page.capture.notes, _NOTE.format(end, size))))


_NOTE = (
    "It is longer than any page of news: its lines and entries are all read, statements, figures and times up to code point {} of {} alone."
)


def _costs(text: str, limits: PageSettings, *, lines: int = 1) -> int:
    """Measure a text in code points; each line and number counts for more."""
    return len(text) + limits.line_cost * lines + limits.number_cost * len(_NUMBER.findall(text))


def _within(block: Block, left: int, text: str) -> list[Block]:
    """Part a block where no more is read, behind a word; a line that is longer than a page of news is read as far as that goes."""
    start, end = block.span
    cut = text.rfind(" ", start, start + left) if left > _LONGEST_LINE else -1
    if cut <= start:
        return [replace(block, role="furniture", reason=BEYOND)]
    return [replace(block, span=Span(start, cut)), replace(block, span=Span(cut + 1, end), role="furniture", reason=BEYOND)]
