"""A Page of any length to one of which no more is read than a page of news holds: what follows keeps its lines and is dropped."""

from dataclasses import replace

from onrecord.model import Block, Page, Span
from onrecord.settings import PageSettings

BEYOND = "beyond what is read of one page"
"""Why a line that is news is dropped."""
_LONGEST_LINE = 5_000  # code points; a shorter one is dropped as a whole
_READ = frozenset(("title", "heading", "body", "caption"))


def bound_page(page: Page, *, settings: PageSettings | None = None) -> Page:
    """Drop the lines of a page that come after as much news as is read of one page, and say so."""
    limits = settings or PageSettings()
    if len(page.capture.text) <= limits.largest_news:
        return page
    left = limits.largest_news
    blocks: list[Block] = []
    for block in page.blocks:
        size = (block.span.end - block.span.start) * (block.role in _READ)
        blocks += _within(block, left, page.capture.text) if size > left else [block]
        left = max(0, left - size)
    if len(blocks) == len(page.blocks) and all(one is other for one, other in zip(blocks, page.blocks, strict=True)):
        return page
    note = f"It holds more news than is read of one page: what follows the first {limits.largest_news} characters of it is dropped."
    return replace(page, blocks=tuple(blocks), capture=replace(page.capture, notes=(*page.capture.notes, note)))


def _within(block: Block, left: int, text: str) -> list[Block]:
    """Part a block where no more is read, behind a word; a line that is longer than a page of news is read as far as that goes."""
    start, end = block.span
    cut = text.rfind(" ", start, start + left) if left > _LONGEST_LINE else -1
    if cut <= start:
        return [replace(block, role="furniture", reason=BEYOND)]
    return [replace(block, span=Span(start, cut)), replace(block, span=Span(cut + 1, end), role="furniture", reason=BEYOND)]
