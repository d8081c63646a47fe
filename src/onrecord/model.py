"""The frozen dataclasses that travel between the stages, named as the record names them.

Spans are `[start, end)` in code points of the capture's own `text`. `None` means that a thing could not be
found out; an empty tuple means that there is none. What is exported is `Record` and all it holds, so the
JSON Schema of the record is made from this module (record/schema.py).
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Format = Literal["text", "html", "feed", "warc", "row"]
Basis = Literal["metadata", "page", "given", "url", "inferred"]
Role = Literal["title", "masthead", "heading", "body", "caption", "teaser", "housekeeping", "furniture"]
How = Literal["named", "role", "pronoun", "carried"]
Quoted = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert",
    "confirm",
    "deny",
    "neither",
    "decline",
    "accuse",
    "demand",
    "promise",
    "warn",
    "predict",
    "ask",
    "believe",
    "intend",
]
Bound = Literal["exact", "about", "at_least", "at_most", "between", "additional", "record"]
Verdict = Literal["adds_up", "short_by", "over_by", "cannot_tell"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "entry", "previous", "none"]
ActorType = Literal["person", "organisation", "place", "group", "document"]
NameType = Literal["person", "organisation", "place", "group"]
RepeatKind = Literal["within", "revision", "syndication", "passage"]
CopyKind = Literal["syndication", "revision", "same"]

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
class Given:
    """What the caller said of a capture, taken as it is and never doubted."""

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


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    __pydantic_config__ = DOCUMENTED

    name: str
    """The path, as it was given; with the line, for a row."""
    reason: str
    """What is wrong and what to do about it, in one line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some words of a page and where they stand."""

    __pydantic_config__ = DOCUMENTED

    text: str
    """The words."""
    span: Span
    """Where they stand."""


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


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as one statement names them."""

    __pydantic_config__ = DOCUMENTED

    text: str
    """The words of the mention; for a carried speaker those of the mention it is carried from."""
    span: Span | None
    """The mention in this attribution; null when carried over from the one before."""
    actor: str | None
    """Id of the actor it was resolved to; null when unsure."""
    name: str | None
    """That actor's name."""
    how: How
    """How the mention names the speaker."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a page in one or more pieces."""

    __pydantic_config__ = DOCUMENTED

    text: str
    """The pieces, joined by a space."""
    spans: tuple[Span, ...]
    """Each piece."""


@dataclass(frozen=True, slots=True)
class Relay:
    """One who passed the words on."""

    __pydantic_config__ = DOCUMENTED

    text: str
    """The words of the mention."""
    span: Span | None
    """The mention; null when carried over from the attribution before."""
    actor: str | None
    """Id of the actor it was resolved to; null when unsure."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what, in which words, and through whom it reached the page."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    entry: int
    """Id of its entry."""
    speaker: Speaker | None
    """Who says it; null where the page does not tell."""
    cue: Phrase | None
    """The words that make it a statement, such as "said"; null for a quotation that stands alone."""
    content: Phrase
    """What is said, without quotation marks and the commas around them."""
    quoted: Quoted
    """Whether the words are the speaker's own."""
    act: Act
    """What the speaker does with the words."""
    via: tuple[Relay, ...] = ()
    """Who passed the words on, from the speaker outwards to the page."""
    audience: Excerpt | None = None
    """To whom it was said."""
    when: str | None = None
    """Id of the time at which it was said."""
    confidence: float = 1.0
    """How sure onrecord is of this reading, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who gave a figure."""

    __pydantic_config__ = DOCUMENTED

    name: str
    """The name as resolved, or else the words of the mention."""
    actor: str | None
    """Id of the actor."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    entry: int
    """Id of its entry."""
    span: Span
    """The number's words."""
    text: str
    """The number as the page has it."""
    value: float | int | None
    """The number; null for a vague one ("dozens")."""
    high: float | int | None
    """Upper end of a range; null otherwise."""
    bound: Bound
    """How the number bounds the true one."""
    counted: str | None
    """What is counted, in the page's words."""
    event: str | None
    """What happened to what is counted, in the page's words."""
    actor: str | None
    """Who did it, in the page's words."""
    place: str | None
    """Where, in the page's words."""
    as_of: str | None
    """ISO date for which the number holds."""
    holder: Holder | None
    """Who gave it; null when the outlet itself does."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total, the parts that the page gives of it, and whether they add up."""

    __pydantic_config__ = DOCUMENTED

    total: float | int
    """The total."""
    parts: tuple[float | int, ...]
    """Its parts, in the page's order."""
    remainder: float | int | None
    """Total less parts; null when it cannot be told."""
    verdict: Verdict
    """Whether the parts make the total."""
    spans: tuple[Span, ...]
    """The total's number, then each part's."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (TIMEX3) and the time it means."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    span: Span
    """The expression's words."""
    text: str
    """The expression."""
    type: TimeType
    """TIMEX3 type."""
    value: str | None
    """TIMEX3 value; null when it cannot be resolved, or may be either of two (start and end then are these two)."""
    start: str | None
    """First ISO date or date-time it covers: in UTC (Z) where its zone is known, on the clock of the place told of otherwise; or null."""
    end: str | None
    """Last ISO date or date-time it covers, inclusive, written as the first; null when unresolved."""
    anchor: Anchor
    """What it was counted from."""
    rule: str
    """Name of the rule that read it."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What took place, told in the outlet's own voice."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    entry: int
    """Id of its entry."""
    span: Span
    """The sentence that tells it."""
    text: str
    """The sentence."""
    when: str | None = None
    """Id of the time at which it took place; null when its sentence names none."""
    place: Excerpt | None = None
    """Where it took place; null when its sentence names no place."""
    actors: tuple[str, ...] = ()
    """Ids of the actors that its sentence names."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage was met before."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Name of the capture."""
    span: Span
    """Where in its text."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Words of a page that were met before."""

    __pydantic_config__ = DOCUMENTED

    span: Span
    """The words told again."""
    of: Place
    """The same words where they were met first."""
    kind: RepeatKind
    """Within the page, from an earlier revision of it, from another outlet's copy, or a shared passage."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, place, group or document that speaks or is spoken through."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    name: str
    """Its fullest name on the pages read."""
    type: ActorType
    """What it is."""
    also: tuple[str, ...] = ()
    """Other words by which the pages name it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a page has it."""

    __pydantic_config__ = DOCUMENTED

    span: Span
    """From its first to its last word."""
    text: str
    """The words."""
    type: NameType
    """What is named; a group is a people, a faith or a party's followers."""
    actor: str | None = None
    """Id of the actor that bears it; null when nobody of that name speaks or is spoken through."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two captures that tell the same text."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Name of the later one, or of the reprint."""
    of: str
    """Name of the earlier one, or of the text it reprints."""
    kind: CopyKind
    """Reprint in another outlet, later state of the same page, or the same words."""
    containment: float
    """Share of the smaller one's news words that stand in the other, from 0 to 1."""
    origin: str | None
    """The outlet or agency the text began with, when known."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a finding can be read."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Name of the capture."""
    span: Span
    """Where in its text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader must be told, in one sentence, with its evidence."""

    __pydantic_config__ = DOCUMENTED

    kind: str
    """unaccounted, denied, not_confirmed, unacknowledged, syndicated, repeats."""
    text: str
    """The sentence."""
    evidence: tuple[Evidence, ...]
    """Where it can be read."""


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A day, and what the pages tell of it."""

    __pydantic_config__ = DOCUMENTED

    when: str
    """ISO date of the day on which it happened."""
    text: str
    """The sentence of a page that tells best what happened."""
    weight: float
    """How much the pages make of the day, from 0 to 1: the day that most independent pages tell of, or come back to, has 1."""
    story: str | None
    """Id of its story; null while stories are not told apart."""
    evidence: tuple[Evidence, ...]
    """Where it can be read: the sentence in `text` first, then one of each other page that is no copy."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was taken from one page."""

    __pydantic_config__ = DOCUMENTED

    page: Page
    """The page."""
    statements: tuple[Statement, ...] = ()
    """Who said what, in the page's order."""
    figures: tuple[Figure, ...] = ()
    """Numbers, in the page's order."""
    sums: tuple[Sum, ...] = ()
    """Totals and their parts."""
    times: tuple[Time, ...] = ()
    """Time expressions, in the page's order."""
    repeats: tuple[Repeat, ...] = ()
    """Words met before, in the page's order."""
    names: tuple[Name, ...] = ()
    """Names, in the page's order; given out only when asked for."""
    happenings: tuple[Happening, ...] = ()
    """What the outlet tells in its own voice, in the page's order."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known from the captures read together."""

    __pydantic_config__ = DOCUMENTED

    captures: tuple[Facts, ...] = ()
    """One for each page read, in the order given."""
    unread: tuple[Unread, ...] = ()
    """What could not be read."""
    actors: tuple[Actor, ...] = ()
    """Everyone who speaks or is spoken through."""
    copies: tuple[Copy, ...] = ()
    """Pages that tell the same text."""
    findings: tuple[Finding, ...] = ()
    """What a reader must be told, most telling first."""
    timeline: tuple[TimelineItem, ...] = ()
    """The days that the pages tell of, in the order of the calendar."""
