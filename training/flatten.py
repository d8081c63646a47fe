"""The HTML of a page to all its visible text, one block a line, as a browser's "select all, copy" and other programs give it.

Pages are flattened in several ways, so that what is learnt from them does not lean on one way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.etree import _Comment, _ProcessingInstruction

HIDDEN = frozenset(
    "audio canvas datalist head iframe map math meta noscript object option picture script select source style svg template textarea title"
    " track video".split()
)
"""Elements whose words are not shown."""
BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " frameset h1 h2 h3 h4 h5 h6 header hgroup hr html input legend li main menu nav ol optgroup p pre section summary table tbody td"
    " tfoot th thead tr ul".split()
)
"""Elements that stand on lines of their own."""
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Way:
    """One way of flattening a page."""

    name: str
    """What it is called."""
    links_apart: bool = False
    """Whether each link of a block that holds nothing but links stands on a line of its own."""
    pieces_apart: bool = False
    """Whether every piece of text does, even within a paragraph, as when the text nodes are joined by line breaks."""
    cells_apart: bool = False
    """Whether the cells of a table's row stand on lines of their own."""
    items_joined: bool = False
    """Whether a list of short items stands on one line, as a menu that is set side by side does."""
    bullets: bool = False
    """Whether the items of a list begin with a bullet."""
    spaced: bool = False
    """Whether paragraphs, headings and lists stand apart, with an empty line between."""


WAYS = (
    Way("plain"),
    Way("apart", links_apart=True, cells_apart=True),
    Way("pieces", pieces_apart=True, cells_apart=True),
    Way("joined", items_joined=True, spaced=True),
    Way("bullets", links_apart=True, bullets=True, spaced=True),
)
"""The ways in which pages are flattened for training, the plainest first."""


def read_page(html: bytes) -> lxml.html.HtmlElement:
    """Parse a page whose bytes are UTF-8."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.document_fromstring(html, parser=parser)


def flatten(root: lxml.html.HtmlElement, way: Way) -> str:
    """Give all visible text of a page, one block a line."""
    body = root.find("body")
    lines: list[str] = []
    held: list[str] = []
    for piece in _pieces(root if body is None else body, way):
        if piece is None or piece == "":
            words = _words(held)
            held.clear()
            if words:
                lines.append(words)
            if piece == "" and lines and lines[-1]:
                lines.append("")
        else:
            held.append(piece)
    lines.append(_words(held))
    return "\n".join(lines).strip() + "\n"


def _words(pieces: list[str]) -> str:
    return _BLANKS.sub(" ", "".join(pieces).replace(_NOTHING, "")).strip()


def _pieces(element: lxml.html.HtmlElement, way: Way) -> Iterator[str | None]:
    """Give the pieces of text of an element in order; None ends a line, and an empty piece sets what follows apart."""
    if isinstance(element, _Comment | _ProcessingInstruction) or not isinstance(element.tag, str) or _is_hidden(element):
        return
    edge = _edge(element, way)
    yield edge
    if way.bullets and element.tag == "li":
        yield "• "
    if element.text:
        yield element.text
        yield None if way.pieces_apart else _NOTHING
    apart = way.links_apart and _is_row_of_links(element)
    for child in element:
        yield None if apart else _NOTHING
        yield from _pieces(child, way)
        yield child.tail or _NOTHING
        yield None if way.pieces_apart and (child.tail or "").strip() else _NOTHING
    yield edge if element.tag != "br" else _NOTHING


_NOTHING = "\u200b"
"""A piece without words."""


def _edge(element: lxml.html.HtmlElement, way: Way) -> str | None:
    """Give what stands before and after an element: the end of a line, a line left empty, a blank, or nothing."""
    tag = element.tag
    cell = tag in ("td", "th")
    if tag == "br":
        return None
    if tag not in BLOCKS:
        return _NOTHING
    if (cell and not way.cells_apart) or (way.items_joined and _is_menu_item(element)):
        return " "
    return "" if way.spaced and tag in _APART else None


_APART = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "figure"))


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    if element.tag in HIDDEN or element.get("hidden") is not None:
        return True
    return _HIDING.search(element.get("style") or "") is not None


def _is_menu_item(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element is an item of a list of short ones, such as a menu."""
    parent = element.getparent()
    if element.tag not in ("li", "dd") or parent is None or len(parent) < 3:
        return False
    return all(len((item.text_content() or "").split()) <= 4 for item in parent if isinstance(item.tag, str))


def _is_row_of_links(element: lxml.html.HtmlElement) -> bool:
    """Tell whether an element holds several links and hardly anything beside them."""
    links = [child for child in element if child.tag == "a"]
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    return len(links) > 1 and len(re.findall(r"\w+", own)) <= len(links)
