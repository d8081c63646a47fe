"""The lines of a page and their parts to its entries: the updates of a live blog, or the one article."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Block, Entry, Excerpt, Span
from onrecord.page.dating import Stamp
from onrecord.page.lines import Line
from onrecord.page.marks import Mark, find_posted, is_pinned
from onrecord.page.matters import Step, find_turns, is_live
from onrecord.page.phrases import LIVE_WORDS
from onrecord.page.roles import Part
from onrecord.settings import PageSettings

INSIDE = frozenset(("body", "caption", "heading", "housekeeping", "masthead"))
"""Roles of lines that belong to the entry they stand in."""
_NEAR = 8
NEWS = frozenset(("body", "caption", "heading"))
"""Roles of lines without which there is no entry."""


def split_marked(lines: Sequence[Line], parts: Sequence[Part], marks: Sequence[Mark], stated: Stamp | None) -> tuple[Entry, ...]:
    """Split a live blog at its marks; paragraphs above the first one, other than a standfirst, are an entry of their own."""
    posted = find_posted(lines, marks, stated)
    entries: list[Entry] = []
    lead = _lead(lines[: marks[0].start], parts)
    if any(line.prose and line.stopped for line in lead):
        entries.append(Entry(0, _span(lead)))
    ends = [mark.start for mark in marks[1:]] + [len(lines)]
    for mark, end, when in zip(marks, ends, posted, strict=True):
        inside = [line for line in lines[mark.start : end] if parts[line.number].role in INSIDE]
        last = max((line.number for line in inside if parts[line.number].role in NEWS | {"housekeeping"}), default=mark.clock)
        inside = [line for line in inside if line.number <= max(last, mark.clock)]
        heading = lines[mark.heading] if mark.heading is not None else None
        excerpt = Excerpt(heading.text, heading.span) if heading else None
        entries.append(Entry(len(entries), _span(inside), excerpt, when, pinned=is_pinned(lines, mark)))
    return tuple(entries)


def _lead(lines: Sequence[Line], parts: Sequence[Part]) -> list[Line]:
    """Give the news below the byline and the dates of a live blog: above them stands its standfirst."""
    signed = max((line.number for line in lines if parts[line.number].role == "masthead"), default=-1)
    return [line for line in lines[signed + 1 :] if parts[line.number].role in NEWS]


def split_unmarked(
    lines: Sequence[Line], parts: Sequence[Part], title: Line | None, *, settings: PageSettings | None = None
) -> tuple[Entry, ...]:
    """Give the one entry of an article, or split a live blog that has lost its marks where the matter changes.

    The entry of a page that holds nothing but its headline is that headline.
    """
    news = [line for line in lines if parts[line.number].role in NEWS]
    if not news:
        return (Entry(0, title.span),) if title else ()
    body = [line for line in news if parts[line.number].role == "body"]
    lead = next((line.number for line in body if line.prose and line.stopped), news[0].number)
    steps = _steps([line for line in lines if line.number >= lead], parts)
    says_so = title is not None and any(words in title.bare for words in LIVE_WORDS)
    if not is_live(steps, title_says_so=says_so, settings=settings):
        return (Entry(0, _span(news)),)
    turns = find_turns(steps, settings=settings)
    starts = [steps[turn].line.number for turn in turns]
    ends = [*starts[1:], len(lines)]
    entries: list[Entry] = []
    for start, end in zip(starts, ends, strict=True):
        inside = [line for line in lines[start:end] if parts[line.number].role in NEWS | {"housekeeping"}]
        entries.append(Entry(len(entries), _span(inside)))
    return tuple(entries)


def set_entries(blocks: Sequence[Block], entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Tell each block of news the entry whose stretch it stands in."""
    starts = [entry.span.start for entry in entries]
    told: list[Block] = []
    for block in blocks:
        if block.role in INSIDE:
            at = bisect_right(starts, block.span.start) - 1
            inside = at >= 0 and entries[at].span.covers(block.span)
            told.append(Block(block.span, block.role, entries[at].id if inside else None, block.reason))
        else:
            told.append(block)
    return tuple(told)


def _steps(lines: Sequence[Line], parts: Sequence[Part]) -> list[Step]:
    """Give the paragraphs, with what stands between them; a line that ends in a colon hands over to the next."""
    steps: list[Step] = []
    broken = False
    for line in lines:
        role = parts[line.number].role
        hands_over = role == "housekeeping" and line.text.endswith(":") and _has_matter(line, lines, parts)
        if role == "body" or role == "heading" or hands_over:
            steps.append(Step(line, after_break=broken and bool(steps), opens=hands_over or role == "heading", hands_over=hands_over))
            broken = False
        elif role in ("teaser", "housekeeping", "caption"):
            broken = True
    return steps


def _has_matter(line: Line, lines: Sequence[Line], parts: Sequence[Part]) -> bool:
    """Tell whether a line that ends in a colon hands over to a paragraph; pictures and videos leave nothing in a saved text."""
    if any(word in line.bare for word in ("picture", "photo", "image", "video", "footage", "map", "watch")):
        return False
    below = lines[line.number - lines[0].number + 1 :][:_NEAR]
    following = next((other for other in below if parts[other.number].role != "furniture"), None)
    return following is not None and parts[following.number].role in ("body", "housekeeping")


def _span(lines: Sequence[Line]) -> Span:
    return Span(lines[0].span.start, lines[-1].span.end)
