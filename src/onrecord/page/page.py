"""A Capture becomes a Page: every line has a role, and the news is split into entries."""

from onrecord.language.guess import guess_language
from onrecord.model import Block, Capture, Excerpt, Page
from onrecord.page.bulk import split_bulk
from onrecord.page.dating import find_published, find_updated
from onrecord.page.doubts import weigh_parts
from onrecord.page.entries import set_entries, split_marked, split_unmarked
from onrecord.page.lines import split_lines
from onrecord.page.marked_up import split_marked_up
from onrecord.page.masthead import find_names
from onrecord.page.outline import find_outline
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
    if capture.markup is not None and capture.markup.lines and capture.markup.bulk:
        return split_bulk(capture, capture.markup, settings=settings)
    if capture.markup is not None and capture.markup.lines:
        return split_marked_up(capture, capture.markup, settings=settings)
    lines = split_lines(capture.text)
    outline = find_outline(lines, headline=capture.given.title, settings=settings)
    title, furniture, marks = outline.title, outline.furniture, outline.marks
    names = find_names(lines, furniture, title, capture.given)
    published = find_published(lines, frozenset(furniture), capture.given)
    parts = weigh_parts(lines, outline, settings=settings)
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
