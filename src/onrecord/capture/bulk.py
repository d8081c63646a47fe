"""The HTML of a page to its main text, at a fraction of the cost: without menus, footers and lines that are nothing but a link."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.capture.extractor import squash
from onrecord.capture.linked_data import Thing, kinds_of, read_objects
from onrecord.capture.liveblog import says_live
from onrecord.capture.stated import find_stated
from onrecord.capture.tree import INLINE, UNSEEN, clean_words, is_hidden, parse_plainly, words_of_names
from onrecord.model import MarkedLine, Markup, Span, Stated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

LEFT_OUT = frozenset("aside button dialog footer menu nav".split())
"""Elements that hold nothing of the text."""
_APART = frozenset(("a", "td", "th", "time"))
_OPENING = re.compile(r"<(!--|aside\b|button|footer|iframe|nav|noscript|script|select|style|svg|template)")
_OPENING_ON_LIVE = re.compile(r"<(!--|iframe|nav|noscript|select|style|svg|template)")  # updates may have asides, and data in scripts
_GONE = sorted(UNSEEN | LEFT_OUT)
_MERGED = sorted(INLINE - _APART)
ALL_LINKED = 0.95
"""Share of a line's letters from which it is nothing but a link, and left out where it is no headline."""
SHORTEST = 30
"""Code points below which a line that is no paragraph, heading or item of a list is left out: a label, or what a button says."""
_PROSE = frozenset("blockquote dd dt h1 h2 h3 h4 h5 h6 li p pre td tr".split())
DEEPEST = 200
"""Elements within one another to which a page is read; what is deeper is left out."""
FEWEST_TIMES = 8
"""Times in the markup of a page not stated to be an article, but for those of its teasers, from which it may be a live blog."""
_TEASING = frozenset(("a", "aside", "li"))


@dataclass(frozen=True, slots=True)
class BulkRead:
    """What was read of a page's HTML in bulk."""

    text: str
    """The main text, one line for each run of words between two breaks."""
    markup: Markup
    """What the markup says of it."""


def read_bulk(html: str, *, url: str | None = None) -> BulkRead | None:
    """Read a page in bulk; null for what looks like a live blog, or has no text this way, and is to be read with care.

    >>> read = read_bulk("<html lang=en><nav>Home</nav><h1>Ferry sinks off Orle</h1><p>A ferry sank off Orle on Saturday.</p></html>")
    >>> read.text.splitlines(), read.markup.stated.title
    (['Ferry sinks off Orle', 'A ferry sank off Orle on Saturday.'], 'Ferry sinks off Orle')
    """
    from lxml.etree import strip_elements, strip_tags

    root = parse_plainly(cut_out(html))
    objects = read_objects(root)
    body = root.find("body")
    body = root if body is None else body
    strip_elements(body, *_GONE, with_tail=False)
    stated = find_stated(root, objects, url)
    if _may_be_live(root, objects, stated):
        return None
    strip_tags(body, *_MERGED)
    writer = _Writer({body: ("body",)}, body)
    try:
        _descend(body, body, 1, False, writer)
    except RecursionError:  # links and times within one another, which no page of news has
        return None
    read = writer.finish(stated)
    return read if read.text else None


def cut_out(html: str, *, live: bool = False) -> str:
    """Cut out of a page, before it is parsed, what holds nothing of its text nor of what it states of itself.

    What is not closed stays, as does linked data; of a live blog also what may be part of an update.

    >>> cut_out("<p>A ferry<script>x('<p>')</script> sank.<nav><a>Home</a></nav><script>")
    '<p>A ferry sank.<script>'
    """
    kept: list[str] = []
    at = 0
    opens = _OPENING_ON_LIVE if live else _OPENING
    opening = opens.search(html)
    while opening:
        start, name = opening.start(), opening[1]
        inner = start + 4 if name == "!--" else html.find(">", start)
        closing = "-->" if name == "!--" else f"</{name}"
        close = html.find(closing, inner) if inner >= 0 else -1
        end = html.find(">", close) + 1 if close >= 0 else 0
        if end and not (name == "script" and "ld+json" in html[start:inner]):
            kept.append(html[at:start])
            at = end
        opening = opens.search(html, end) if end else None
    return "".join((*kept, html[at:]))


def _may_be_live(root: "HtmlElement", objects: "Sequence[Thing]", stated: Stated) -> bool:
    kinds = {kind for thing in objects for kind in kinds_of(thing)}
    if says_live(stated) or "LiveBlogPosting" in kinds:
        return True
    if any(kind.endswith("Article") for kind in kinds):
        return False
    return sum(1 for time in root.iter("time") if _TEASING.isdisjoint(one.tag for one in time.iterancestors())) >= FEWEST_TIMES


@dataclass(slots=True)
class _Writer:
    """Gathers the words of the line being read, and the lines read so far."""

    places: "dict[HtmlElement, tuple[str, ...] | None]"
    """The names of an element and of those around it, outermost first; null where it is hidden."""
    owner: "HtmlElement"
    """The block whose words are read."""
    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    texts: list[str] = field(default_factory=list)
    lines: list[MarkedLine] = field(default_factory=list)
    at: int = 0

    def end(self) -> None:
        """End the line."""
        if not self.letters:
            return
        share = self.linked / self.letters
        tag = str(self.owner.tag)
        if share <= ALL_LINKED or tag == "h1":
            text = clean_words("".join(self.pieces))
            place = self.place(self.owner) if text and (tag in _PROSE or len(text) >= SHORTEST) else None
            if place:
                self.texts.append(text)
                end = self.at + len(text)
                self.lines.append(MarkedLine(Span(self.at, end), tag, place, round(share, 3)))
                self.at = end + 1
        self.letters = self.linked = 0
        self.pieces = []

    def place(self, element: "HtmlElement") -> tuple[str, ...] | None:
        """Give the names of an element and of those around it; null where it is hidden."""
        if element in self.places:
            return self.places[element]
        parent = element.getparent()
        place = self.place(parent) if parent is not None else ()
        if place is not None and element.tag not in _APART:
            name = _name(element)
            place = (*place, name) if name else None
        self.places[element] = place
        return place

    def finish(self, stated: Stated) -> BulkRead:
        """Give what was written."""
        self.end()
        text = "\n".join(self.texts)
        title = " ".join((stated.title or "").split())
        if title and text and not _shows(text, title):
            shift = len(title) + 1
            text = f"{title}\n{text}"
            moved = (line.moved(shift) for line in self.lines)
            self.lines = [MarkedLine(Span(0, len(title)), "title", ("head", "title")), *moved]
        return BulkRead(text, Markup(tuple(self.lines), stated=stated, bulk=True))


def _shows(text: str, title: str) -> bool:
    """Tell whether a text holds a headline, in whatever letters and with whatever signs between its words."""
    return title in text or f" {squash(title)} " in f" {squash(text)} "


def _descend(element: "HtmlElement", owner: "HtmlElement", depth: int, linked: bool, writer: _Writer) -> None:
    """Write down the words of an element and of those within it; what they belong to is the block, so many elements deep."""
    if words := element.text:
        _put(words, owner, linked, writer)
    for child in element:
        tag = child.tag
        if tag in _APART:
            writer.pieces.append(" ")
            _descend(child, owner, depth, linked or tag == "a", writer)
        elif tag == "br":
            _break(child, writer)
        else:
            if writer.letters:
                writer.end()
            if depth < DEEPEST:
                _descend(child, child, depth + 1, linked, writer)
            if writer.letters:
                writer.end()
        if words := child.tail:
            _put(words, owner, linked, writer)


def _break(element: "HtmlElement", writer: _Writer) -> None:
    """Break the line; the second break in a row ends it, as a paragraph's end does."""
    writer.pieces.append(" ")
    if not element.tail or element.tail.isspace():
        writer.end()


def _name(element: "HtmlElement") -> str | None:
    """Name a block by its tag and the words of its class and id, in small letters; null where it is hidden."""
    kinds = ""
    for attribute, value in element.items():
        if attribute == "class" or attribute == "id":
            kinds = f"{kinds} {value}" if kinds else value
        elif attribute in _HIDING and is_hidden(element):
            return None
    return words_of_names(str(element.tag), kinds[:300]) if kinds else str(element.tag)


_HIDING = frozenset(("hidden", "aria-hidden", "style"))


def _put(words: str, owner: "HtmlElement", linked: bool, writer: _Writer) -> None:
    if words.isspace():
        if writer.letters:
            writer.pieces.append(" ")
        return
    if not writer.letters:
        writer.pieces = []
        writer.owner = owner
    writer.letters += len(words)
    writer.linked += len(words) if linked else 0
    writer.pieces.append(words)
