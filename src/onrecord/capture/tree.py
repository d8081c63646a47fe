"""HTML to its tree, all its visible text, one block element a line, and what the markup says of each line."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from onrecord.capture.encoding import decode_html
from onrecord.model import MarkedLine, Span
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element
    from lxml.html import HtmlElement

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em embed font i img input ins kbd label mark nobr picture q rb rp rt ruby s samp
    small source span strike strong sub sup td th time tt u var wbr
    """.split()
)
"""Elements that do not break a line; cells stand in one line with their row."""
UNSEEN = frozenset(
    """
    applet area audio base canvas datalist frame frameset head iframe link map math meta noembed noframes noscript object option param
    progress script select style svg template textarea title track video
    """.split()
)
"""Elements whose words no reader sees, or sees as part of a form."""
NAMING = frozenset(("class", "data-block", "data-component", "data-testid", "data-type", "id", "itemprop", "rel", "role"))
"""Attributes whose words tell what an element is for."""
_APART = frozenset(("a", "button", "label", "td", "th", "time"))
_CELLS = frozenset(("td", "th"))
_UNSPACED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_NOT_SHOWN = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_NESTING = re.compile(r"</?(?!(?:p|h[1-6]|li|br|head|body|title|script|style|tr|template)\b)[a-z][^<>]{0,2000}>", re.IGNORECASE)
_LONGEST_NAMES = 300
_DEEPEST = 40
_EMPTY = b"<html><body></body></html>"


@dataclass(frozen=True, slots=True)
class Tree:
    """A page's elements and its text, line by line."""

    root: "HtmlElement"
    """The root element."""
    text: str
    """All visible text, white space collapsed, one line for each run of words between two breaks."""
    lines: tuple[MarkedLine, ...]
    """The lines of the text, none of them taken yet."""
    elements: "tuple[HtmlElement, ...]"
    """The block element of each line."""


def read_tree(html: bytes | str, *, settings: CaptureSettings | None = None) -> Tree:
    r"""Parse a page and write down its visible text; any input gives a tree, though perhaps one without lines.

    >>> tree = read_tree("<body><nav><a>Home</a></nav><h1>Dam holds</h1><p>It <b>held</b>.<br><br>So far.<script>x()</script>")
    >>> tree.text
    'Home\nDam holds\nIt held.\nSo far.'
    >>> [(line.tag, line.inside, line.linked) for line in tree.lines][:2]
    [('nav', ('body', 'nav', 'a'), 1.0), ('h1', ('body', 'h1'), 0.0)]
    """
    root = _parse(decode_html(html, settings=settings).text if isinstance(html, bytes) else html)
    body = root.find("body")
    writer = _Writer()
    _walk(root if body is None else body, writer)
    return writer.finish(root)


def _parse(text: str) -> "HtmlElement":
    """Parse a page; one nested deeper than the parser goes is parsed again without what nests, so that no words are lost."""
    root, deep = _parsed(text.replace("\x00", "").encode("utf-8", "replace"))
    if deep:
        root, _ = _parsed(_NESTING.sub("\n", text).encode("utf-8", "replace"))
    return root


def parse_plainly(text: str) -> "HtmlElement":
    """Parse a page to plain elements, which are at hand faster than those that know HTML; of no elements an empty page."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    return _rooted(text.replace("\x00", "").encode("utf-8", "replace"), parser)  # no method is used that plain ones lack


def _parsed(content: bytes) -> "tuple[HtmlElement, bool]":
    """Parse bytes and tell whether the parser gave up on their depth."""
    from lxml import etree
    from lxml.html import HtmlElement

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    # every element is of the one class: to look up one for forms, labels and the like at each touch takes a tenth of the reading
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    root = _rooted(content, parser)
    return root, any("depth" in error.message for error in parser.error_log)


def _rooted(content: bytes, parser: "HTMLParser[_Element]") -> "HtmlElement":
    """Parse bytes to the root element; of no elements to that of an empty page."""
    from lxml import etree

    try:
        root = etree.fromstring(content, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # nothing in it that could be an element
        root = None
    return cast("HtmlElement", etree.fromstring(_EMPTY, parser) if root is None else root)


@dataclass(slots=True)
class _Writer:
    """Gathers the words of the line being read, and the lines read so far."""

    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    breaks: int = 0
    owner: "HtmlElement | None" = None
    within: "tuple[HtmlElement, ...]" = ()
    texts: list[str] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    owners: "list[HtmlElement]" = field(default_factory=list)
    inner: "list[tuple[HtmlElement, ...]]" = field(default_factory=list)

    def write(self, words: str, blocks: "list[HtmlElement]", inline: "list[HtmlElement]", links: int) -> None:
        """Put words to the line."""
        letters = len(words.strip())
        if letters:
            if self.owner is None:
                self.owner, self.within = blocks[-1], tuple(inline)
            elif self.within:
                shared = zip(self.within, inline, strict=False)
                self.within = tuple(one for one, other in shared if one is other)
            self.letters += letters
            self.linked += letters if links else 0
            self.breaks = 0
        self.pieces.append(words)

    def space(self, *, always: bool) -> None:
        """Set what follows apart from what stands before it; a single letter may be the large one that opens a text."""
        if self.pieces and (always or len(self.pieces[-1]) > 1):
            self.pieces.append(" ")

    def break_line(self) -> None:
        """Break the line; the second break in a row ends it, as a paragraph's end does."""
        self.breaks += 1
        self.pieces.append(" ")
        if self.breaks > 1:
            self.end()

    def end(self) -> None:
        """End the line, if one has begun."""
        if not self.pieces:
            return
        if self.owner is not None and (words := clean_words("".join(self.pieces))):
            self.texts.append(words)
            self.shares.append(round(self.linked / self.letters, 3))
            self.owners.append(self.owner)
            self.inner.append(self.within)
        self.pieces, self.letters, self.linked, self.breaks, self.owner, self.within = [], 0, 0, 0, None, ()

    def finish(self, root: "HtmlElement") -> Tree:
        """Give what was written."""
        self.end()
        names: dict[HtmlElement, str] = {}
        paths: dict[HtmlElement, tuple[str, ...]] = {}
        lines: list[MarkedLine] = []
        start = 0
        for text, share, owner, inner in zip(self.texts, self.shares, self.owners, self.inner, strict=True):
            inside = (*_path(owner, paths), *(_name(one, names) for one in inner))
            lines.append(MarkedLine(Span(start, start + len(text)), str(owner.tag), inside, share))
            start += len(text) + 1
        return Tree(root, "\n".join(self.texts), tuple(lines), tuple(self.owners))


def clean_words(text: str) -> str:
    """Make one blank of white space, and leave out signs that take no room."""
    words = " ".join(text.split())
    return words if words.isprintable() else " ".join(_UNSPACED.sub("", text).split())


def _walk(body: "HtmlElement", writer: _Writer) -> None:
    """Write down the words below an element; without recursion, for pages nest as deep as they like."""
    from lxml.etree import iterwalk

    blocks: list[HtmlElement] = []
    inline: list[HtmlElement] = []
    skipped: HtmlElement | None = None
    links = 0
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        words = element.text
        if event == "start":
            if tag in UNSEEN or (element is not body and is_hidden(element)):
                walk.skip_subtree()
                skipped = element
                continue
            if tag in INLINE:
                links += tag == "a"
                inline.append(element)
            _open(element, blocks, writer)
        else:
            words = element.tail if element is not body else None
            if element is skipped:
                skipped = None
            elif tag in INLINE:
                links -= tag == "a"
                inline.pop()
            elif tag != "br":
                writer.end()
                blocks.pop()
        if words:
            writer.write(words, blocks, inline, links)


def _open(element: "HtmlElement", blocks: "list[HtmlElement]", writer: _Writer) -> None:
    """Begin an element: a block begins a line, a cell or a link is set apart from what stands before it."""
    tag = element.tag
    if tag == "br":
        writer.break_line()
    elif tag not in INLINE:
        writer.end()
        blocks.append(element)
    elif tag in _APART:
        writer.space(always=tag in _CELLS)


def is_hidden(element: "_Element") -> bool:
    """Tell whether an element is hidden; what is hidden but holds paragraphs is a text that a script was to show."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if not hidden:
        style = element.get("style")
        hidden = style is not None and _NOT_SHOWN.search(style) is not None
    return hidden and next(element.iterdescendants("p"), None) is None


def _path(element: "HtmlElement", known: "dict[HtmlElement, tuple[str, ...]]") -> tuple[str, ...]:
    """Name an element and those around it, outermost first, without the root."""
    chain: list[HtmlElement] = []
    above: HtmlElement | None = element
    while above is not None and above not in known and len(chain) < _DEEPEST:
        chain.append(above)
        above = above.getparent()
    path = known.get(above, ()) if above is not None else ()
    for one in reversed(chain):
        path = (*path, _named(one))[-_DEEPEST:] if one.getparent() is not None else ()
        known[one] = path
    return path


def _name(element: "HtmlElement", known: "dict[HtmlElement, str]") -> str:
    if element not in known:
        known[element] = _named(element)
    return known[element]


def _named(element: "HtmlElement") -> str:
    """Name an element: its tag and the words of what it is called, in small letters."""
    told = [value for name, value in element.items() if name in NAMING]
    return words_of_names(str(element.tag), " ".join(told)[:_LONGEST_NAMES]) if told else str(element.tag)


@lru_cache(maxsize=20_000)
def words_of_names(tag: str, told: str) -> str:
    """Give a tag and the words of what an element is called, in small letters."""
    return " ".join((tag, *_WORDS.findall(told))).lower()
