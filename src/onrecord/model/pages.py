"""Inputs and pages: what was captured, and the parts that its lines play.

Spans are `[start, end)` in code points of the capture's own `text`. `None` means that a thing could not be
found out; an empty tuple means that there is none.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Format = Literal["text", "html", "feed", "warc", "row"]
Lane = Literal["precise", "bulk"]
Basis = Literal["metadata", "page", "given", "url", "inferred"]
Role = Literal["title", "masthead", "heading", "body", "caption", "teaser", "housekeeping", "furniture"]

DOCUMENTED = {"use_attribute_docstrings": True}
"""Tells the schema maker to take each field's sentence from below the field."""


class Span(NamedTuple):
    """A stretch of a capture's text, `[start, end)` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the span's words out of its text.

        >>> Span(4, 12).of("The ministry said so.")
        'ministry'
        """
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a page and where they stand."""

    __pydantic_config__ = DOCUMENTED

    text: str
    """The words."""
    span: Span
    """Where they stand."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller said of a capture, taken as it is and never doubted."""

    __pydantic_config__ = DOCUMENTED

    outlet: str | None = None
    """Name of the outlet that published the page."""
    published: str | None = None
    """ISO date or date-time of publication."""
    title: str | None = None
    """The page's headline, which may stand in its text or not."""
    url: str | None = None
    """Address of the page."""
    captured: str | None = None
    """ISO date or date-time at which the page was saved."""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a capture's text and what the markup around it says of it."""

    span: Span
    """The line without the white space around it."""
    tag: str
    """The element whose words it is, `p`, `h2` or `li`."""
    inside: tuple[str, ...] = ()
    """The elements around it and words of their classes and ids, outermost first; empty when nothing is around it."""
    linked: float = 0.0
    """Share of its code points that stand in links."""
    taken: bool = False
    """Whether the extractor of texts took it for the page's text."""

    def moved(self, by: int) -> "MarkedLine":
        """Give the line as it stands so many code points further on."""
        return MarkedLine(Span(self.span.start + by, self.span.end + by), self.tag, self.inside, self.linked, self.taken)


@dataclass(frozen=True, slots=True)
class Update:
    """One update of a live blog, as the page's markup sets it apart."""

    span: Span
    """From its first to its last line."""
    heading: Span | None = None
    """Its heading, or null."""
    posted: str | None = None
    """ISO date-time at which it was posted, with the page's offset."""
    edited: str | None = None
    """ISO date-time at which it was last edited, with the page's offset."""
    pinned: bool = False
    """Whether it is pinned to the top of the live blog."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page's metadata say of it; each null when they are silent."""

    title: str | None = None
    """The headline."""
    outlet: str | None = None
    """Name of the outlet that published it."""
    origin: str | None = None
    """The outlet or agency the text began with, when that is another one."""
    url: str | None = None
    """Canonical address."""
    language: str | None = None
    """ISO 639-1 code."""
    byline: tuple[str, ...] = ()
    """Names of its authors."""
    published: str | None = None
    """ISO date, or date-time with offset, of its first publication."""
    modified: str | None = None
    """ISO date, or date-time with offset, of its last change."""


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup of a page says of its text, where it came with any."""

    lines: tuple[MarkedLine, ...] = ()
    """Every line of the text that holds something, in the page's order."""
    updates: tuple[Update, ...] = ()
    """The updates of a live blog, in the page's order; empty for an article."""
    stated: Stated = Stated()
    """What its metadata say."""
    bulk: bool = False
    """Whether it was read in bulk: the text is the page's main content, not all that it shows."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One copy of one page at one moment, as it was read."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """`sha256:` and the hex digest of the captured bytes."""
    name: str
    """File name, row id or URL."""
    format: Format
    """What kind of input the capture came from."""
    text: str
    """The text that every span of this capture points into."""
    given: Given = Given()
    """What the caller said of the page."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read, such as a guessed encoding; one sentence each."""
    markup: Markup | None = None
    """What the markup says of the text; null for a page that came as text alone."""
    content: bytes | None = field(default=None, repr=False, compare=False)
    """The captured bytes; null unless they were asked for."""


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    __pydantic_config__ = DOCUMENTED

    name: str
    """The path, as it was given; with the line, for a row."""
    reason: str
    """What is wrong and what to do about it, in one line."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a page was published, as exactly as is known."""

    __pydantic_config__ = DOCUMENTED

    value: str
    """ISO date, or date-time with offset; its length is its precision."""
    basis: Basis
    """How it is known."""
    earliest: str
    """First ISO date or date-time that it can be."""
    latest: str
    """Last ISO date or date-time that it can be."""
    evidence: tuple[Span, ...] = ()
    """The words that say so; empty when it was given or came from outside the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a page and the part it plays."""

    __pydantic_config__ = DOCUMENTED

    span: Span
    """The line without the white space around it."""
    role: Role
    """The part it plays."""
    entry: int | None = None
    """Id of the entry it belongs to; null outside entries."""
    reason: str | None = None
    """Why it was dropped; null for what is kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One update of a live blog, or a whole article."""

    __pydantic_config__ = DOCUMENTED

    id: int
    """Number of the entry on its page, from 0, in the page's order."""
    span: Span
    """From its first to its last line."""
    heading: Excerpt | None = None
    """Its heading, or null."""
    posted: str | None = None
    """ISO date-time at which it was posted, as the page states it."""
    edited: str | None = None
    """ISO date-time at which it was last edited, as the page states it."""
    pinned: bool = False
    """Whether it is pinned to the top of the live blog."""


@dataclass(frozen=True, slots=True)
class Page:
    """A capture whose lines have roles and whose news is split into entries."""

    __pydantic_config__ = DOCUMENTED

    capture: Capture
    """The capture it was made from."""
    outlet: str | None
    """Who published the page."""
    origin: str | None
    """The outlet or agency the text began with, when that is another one."""
    url: str | None
    """Canonical address."""
    language: str | None
    """ISO 639-1 code."""
    title: Excerpt | None
    """The page's headline."""
    published: Published | None
    """When the page was published."""
    blocks: tuple[Block, ...]
    """Every line that holds anything, in order."""
    entries: tuple[Entry, ...]
    """The updates of a live blog in the page's order, or the one article."""
