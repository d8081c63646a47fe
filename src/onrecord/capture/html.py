"""The HTML of a page to its text and to what its markup says of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.capture.bulk import cut_out, read_bulk
from onrecord.capture.encoding import decode_html
from onrecord.capture.extractor import find_taken, squash
from onrecord.capture.linked_data import Thing, kinds_of, read_objects
from onrecord.capture.liveblog import LiveBlog, find_updates, says_live
from onrecord.capture.stated import find_stated
from onrecord.capture.tree import Tree, read_tree
from onrecord.model import MarkedLine, Markup, Span, Stated
from onrecord.settings import CaptureSettings

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b|\bago\b", re.IGNORECASE)
FEWEST_TIMES = 4
"""Times that a page must show before it is looked through for updates, where nothing says that it is a live blog."""


@dataclass(frozen=True, slots=True)
class HtmlRead:
    """What was read of a page's HTML."""

    text: str
    """All visible text, one line for each run of words between two breaks."""
    markup: Markup
    """What the markup says of the text."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read, one sentence each."""


def read_html(html: bytes | str, *, url: str | None = None, settings: CaptureSettings | None = None) -> HtmlRead:
    """Read a page: its text, its lines, the updates of a live blog, and what its metadata state.

    A headline that stands nowhere on the page opens the text, with `title` as its tag. In the lane `bulk` the text
    is the main content alone, but for live blogs, which are read with care in either lane.

    >>> read = read_html("<html lang=en><h1>Ferry sinks off Orle</h1><p>A ferry sank off Orle on Saturday.</p></html>")
    >>> read.text.splitlines(), read.markup.stated.title
    (['Ferry sinks off Orle', 'A ferry sank off Orle on Saturday.'], 'Ferry sinks off Orle')
    """
    limits = settings or CaptureSettings()
    html = decode_html(html, settings=settings).text if isinstance(html, bytes) else html
    long = limits.lane == "precise" and html.count("<") > 2 * limits.most_careful
    tree = None if long or limits.lane == "bulk" else read_tree(html, settings=limits)
    long = long or (tree is not None and len(tree.text) > limits.longest_careful)
    notes = (_LONG,) if long else ()
    in_bulk = tree is None or long
    if in_bulk:
        read = read_bulk(html, url=url) if "LiveBlogPosting" not in html else None
        if read is not None:
            return HtmlRead(read.text, read.markup, notes)
    tree = tree or read_tree(cut_out(html, live=True), settings=limits)
    objects = read_objects(tree.root)
    stated = find_stated(tree.root, objects, url)
    tree = _entitled(tree, stated.title)
    live = find_updates(tree, objects, stated) if _may_be_live(tree, objects, stated) else LiveBlog(tree.text, tree.lines)
    in_bulk = in_bulk or len(live.text) > limits.longest_careful  # the updates may stand in its data alone
    taken = frozenset() if in_bulk else find_taken(tree.root, live.text)
    lines = tuple(replace(line, taken=True) if number in taken else line for number, line in enumerate(live.lines))
    return HtmlRead(live.text, Markup(lines, live.updates, stated, bulk=in_bulk and bool(live.updates)), (*notes, *live.notes))


_LONG = "It is larger than any page of news, so it is read in bulk: its menus, and what stands beside its text, are left out."


def _may_be_live(tree: Tree, objects: Sequence[Thing], stated: Stated) -> bool:
    """Tell whether a page can be a live blog: it says so, or it is not stated to be an article and has as many times as updates would."""
    kinds = {kind for thing in objects for kind in kinds_of(thing)}
    if says_live(stated) or "LiveBlogPosting" in kinds:
        return True
    if any(kind.endswith("Article") for kind in kinds):
        return False
    return len(_CLOCK.findall(tree.text)) >= FEWEST_TIMES or sum(1 for _ in tree.root.iter("time")) >= FEWEST_TIMES


def _entitled(tree: Tree, title: str | None) -> Tree:
    """Put the headline before the text where metadata alone give it in these words."""
    told = " ".join((title or "").split())
    if not (told and tree.text) or f"\n{told}\n" in f"\n{tree.text}\n" or f" {squash(told)} " in f" {squash(tree.text)} ":
        return tree
    shift = len(told) + 1
    moved = (line.moved(shift) for line in tree.lines)
    line = MarkedLine(Span(0, len(told)), "title", ("head", "title"))
    return replace(tree, text=f"{told}\n{tree.text}" if tree.text else told, lines=(line, *moved), elements=(tree.root, *tree.elements))
