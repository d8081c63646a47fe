"""The tree of a page to what its meta elements state, by name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.capture.linked_data import plain
from onrecord.settings import MetadataSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_JOINTS = re.compile(r"[:.\-\s]+")
_MOST = 3_000
_NAMING = frozenset(("property", "name", "itemprop", "http-equiv"))


@dataclass(frozen=True, slots=True)
class Metas:
    """What the meta elements of a page state."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Contents in the page's order, by name in lower case with `_` at every joint."""

    def first(self, *names: str) -> str | None:
        """Give the first content under the first of the names that has any."""
        return next((self.values[name][0] for name in names if name in self.values), None)

    def all(self, *names: str) -> Iterator[str]:
        """Give every content under the names, name by name."""
        for name in names:
            yield from self.values.get(name, ())


def read_metas(root: "HtmlElement") -> Metas:
    """Read the meta elements of a page.

    >>> from lxml.html import document_fromstring
    >>> page = '<meta property="og:title" content="Ferry sinks off Orle"><meta name="parsely-pub-date" content="2014-05-03">'
    >>> read_metas(document_fromstring(page)).first("title", "og_title")
    'Ferry sinks off Orle'
    """
    found: dict[str, list[str]] = {}
    for number, meta in enumerate(root.iter("meta")):
        if number > _MOST:
            break
        names = [_name(value) for attribute, value in meta.items() if attribute in _NAMING]
        content = plain((meta.get("content") or meta.get("datetime") or "")[:4000]) if names else ""
        for name in names if content else ():
            found.setdefault(name, []).append(content)
    return Metas({name: tuple(contents) for name, contents in found.items()})


@lru_cache(maxsize=2_000)
def _name(stated: str) -> str:
    return _JOINTS.sub("_", stated.strip().lower())


def text_of(element: "HtmlElement", longest: int = 2_000) -> str:
    """Give the words of an element, scripts left out, as far as the length goes."""
    if not len(element) and element.tag not in _UNTOLD:  # as most are
        return " ".join((element.text or "")[:longest].split())
    words: list[str] = []
    size = 0
    for piece in _pieces(element):
        words.append(piece)
        size += len(piece)
        if size > longest:
            break
    return " ".join("".join(words)[:longest].split())


def _pieces(element: "HtmlElement") -> Iterator[str]:
    for number, node in enumerate(element.iter()):
        if number > _MOST:
            return
        if isinstance(node.tag, str) and node.tag not in _UNTOLD:
            yield node.text or ""
        if node is not element:
            yield (" " if isinstance(node.tag, str) and node.tag in _BLOCKS else "") + (node.tail or "")


_UNTOLD = frozenset(("script", "style", "noscript", "template"))
_BLOCKS = frozenset("br dd div dt h1 h2 h3 h4 header li p section time ul".split())


def headings(root: "HtmlElement", *, settings: MetadataSettings | None = None) -> "Mapping[HtmlElement, str]":
    """Give the first headlines of a page that hold words, with these, in the page's order."""
    most = (settings or MetadataSettings()).most_headlines
    found: dict[HtmlElement, str] = {}
    for number, element in enumerate(root.iter("h1")):
        if number > 50 or len(found) >= most:
            break
        if words := text_of(element):
            found[element] = words
    return found
