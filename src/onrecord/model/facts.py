"""What is taken from one page: statements, figures, sums, times, happenings, names and repeats.

Spans are `[start, end)` in code points of the capture's own `text`. `None` means that a thing could not be
found out; an empty tuple means that there is none.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.pages import DOCUMENTED, Excerpt, Page, Published, Span

How = Literal["named", "role", "pronoun", "carried"]
Quoted = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "confirm", "deny", "neither", "decline", "accuse", "demand", "promise", "warn", "predict", "ask", "believe", "intend"
]  # fmt: skip
Bound = Literal["exact", "about", "at_least", "at_most", "between", "additional", "record"]
Verdict = Literal["adds_up", "short_by", "over_by", "cannot_tell"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "entry", "previous", "none"]
ActorType = Literal["person", "organisation", "place", "group", "document"]
NameType = Literal["person", "organisation", "place", "group"]
RepeatKind = Literal["within", "revision", "syndication", "passage"]


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
class Corrected:
    """That a person has put something right."""

    __pydantic_config__ = DOCUMENTED

    was: Speaker | Published | str | None
    """What onrecord had read: a speaker, the date of a page, how a claim stands; null where it had found none."""
    number: int
    """Number of the correction, by which it is undone."""
    by: str
    """Who made it."""
    at: str
    """ISO date-time at which it was made, in UTC."""
    note: str | None
    """What they noted with it."""


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
    corrected: Corrected | None = None
    """Who has put its speaker right, and what it was before; null when nobody has."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who gave a figure."""

    __pydantic_config__ = DOCUMENTED

    name: str
    """The name as resolved, or else the words of the mention; what stands in a treaty is held by "text of the treaty"."""
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
    """What is counted, in the page's words, or in those that tell the same count elsewhere in its story."""
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
    """Its fullest name on the pages read; whose a body is stands as an adjective: "Danish transport ministry"."""
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
    corrected: Corrected | None = None
    """Who has put the date of the page right, and what it was before; null when nobody has."""
