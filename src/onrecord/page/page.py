"""A Capture becomes a Page: every line has a role, and the news is split into entries."""

from onrecord.language.guess import guess_language
from onrecord.model import Block, Capture, Excerpt, Page
from onrecord.page.dating import find_published, find_updated
from onrecord.page.entries import set_entries, split_marked, split_unmarked
from onrecord.page.furniture import find_furniture
from onrecord.page.lines import split_lines
from onrecord.page.marks import find_marks
from onrecord.page.masthead import find_names, find_title
from onrecord.page.roles import find_parts
from onrecord.page.runs import find_link_runs
from onrecord.settings import PageSettings


def split_page(capture: Capture, *, settings: PageSettings | None = None) -> Page:
    r"""Split a capture into blocks, each with its role, and find its title, outlet, origin, date and entries.

    Every line that holds something is covered by exactly one block, and entries never overlap.

    >>> text = "Menu\nFerry sinks off Orle\n3 May 2014\nA ferry sank off Orle on Saturday, the coastguard said.\n© 2014 Orle Echo"
    >>> page = split_page(Capture("sha256:0", "orle.txt", "text", text))
    >>> [block.role for block in page.blocks]
    ['furniture', 'title', 'masthead', 'body', 'furniture']
    >>> page.outlet, page.published.value, page.entries[0].span.of(text)
    ('Orle Echo', '2014-05-03', 'A ferry sank off Orle on Saturday, the coastguard said.')
    """
    lines = split_lines(capture.text)
    furniture = find_furniture(lines, settings=settings)
    title = find_title(lines, furniture, given=capture.given.title, settings=settings)
    furniture = {number: reason for number, reason in furniture.items() if title is None or number != title.number}
    names = find_names(lines, furniture, title, capture.given)
    published = find_published(lines, frozenset(furniture), capture.given)
    below = frozenset(furniture) | frozenset(range(title.number + 1 if title else 0))
    marks = find_marks(lines, below, settings=settings)
    kept = [number for mark in marks for number in (mark.start, mark.clock)] + [
        line.number for line in lines[: title.number + 1 if title else 0]
    ]
    furniture = {**furniture, **find_link_runs(lines, furniture, kept, settings=settings)}
    parts = find_parts(lines, furniture, title, marks)
    entries = split_marked(lines, parts, marks, find_updated(lines)) if marks else split_unmarked(lines, parts, title, settings=settings)
    blocks = [Block(line.span, part.role, reason=part.reason) for line, part in zip(lines, parts, strict=True)]
    return Page(
        capture=capture,
        outlet=names.outlet,
        origin=names.origin,
        url=capture.given.url,
        language="en" if guess_language(capture.text).english else None,
        title=Excerpt(title.text, title.span) if title else None,
        published=published,
        blocks=set_entries(blocks, entries),
        entries=entries,
    )
