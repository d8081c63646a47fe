"""What is known from all captures together: copies, stories, claims, series, changes, findings, the timeline, and the whole record.

Spans are `[start, end)` in code points of the capture's own `text`. `None` means that a thing could not be
found out; an empty tuple means that there is none.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.facts import Actor, Bound, Corrected, Facts
from onrecord.model.pages import DOCUMENTED, Excerpt, Span, Unread

CopyKind = Literal["syndication", "revision", "same"]
Standing = Literal["claimed", "corroborated", "confirmed", "denied", "disputed", "not_confirmed", "revised", "withdrawn"]
CorrectionKind = Literal["speaker", "date", "standing", "same", "apart"]
ChangeKind = Literal["added", "removed", "altered"]
ChangedThing = Literal["figure", "speaker", "cue", "hedge", "quote", "time", "text", "title", "entry"]


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
    """withdrawn, disputed, unaccounted, confirmed, denied, silent_edit, hedge_lost, not_confirmed, unacknowledged, revised, syndicated,
    repeats."""
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
class StoryEntry:
    """An entry of a story."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Name of the capture."""
    entry: int
    """Id of its entry."""


@dataclass(frozen=True, slots=True)
class Story:
    """Entries about one developing matter."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    title: str
    """The headline or heading that tells it best."""
    entries: tuple[StoryEntry, ...]
    """Its entries, in the order in which they arrived."""
    first: str | None
    """ISO date or date-time of its earliest entry; null when none is dated."""
    last: str | None
    """ISO date or date-time of its latest entry; null when none is dated."""


@dataclass(frozen=True, slots=True)
class Member:
    """A place at which a claim is made: a statement, a figure, or a passage in the outlet's own voice; one of the three."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Name of the capture."""
    statement: str | None = None
    """Id of the statement that makes it."""
    figure: str | None = None
    """Id of the figure that makes it."""
    span: Span | None = None
    """Where the passage stands that makes it."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A change of a claim's standing."""

    __pydantic_config__ = DOCUMENTED

    when: str | None
    """ISO date or date-time from which it holds; null when the page is not dated."""
    standing: Standing
    """How the claim stood from then on."""
    by: str | None
    """Who moved it; null when the outlet did, or nobody is named."""
    capture: str
    """Name of the capture in which it can be read."""
    span: Span
    """The words that moved it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin of a claim, with the members that count as one because they rest on it."""

    __pydantic_config__ = DOCUMENTED

    who: str | None
    """Name of the first speaker or party, else of the outlet or agency; null when neither is known."""
    members: tuple[int, ...]
    """Places of its members in the claim's `members`, from 0."""
    why: str
    """Why they count as one, in one sentence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements, figures and passages say alike, and how it stands."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    text: str
    """The words of the member that say it best."""
    story: str | None
    """Id of its story; null when its entries are in none."""
    members: tuple[Member, ...]
    """Where it is made, denied, confirmed or spoken to, in the order in which that arrived."""
    origins: int
    """Independent origins: copies, and repeats of one first speaker, count once."""
    standing: Standing
    """How it stands after all captures."""
    history: tuple[Shift, ...]
    """How its standing came about, oldest first; the last one is how it stands."""
    folded: tuple[Origin, ...] = ()
    """The origins, each with its members and why they count as one."""
    corrected: Corrected | None = None
    """Who has put its standing right, and what it was before; null when nobody has."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a quantity over time."""

    __pydantic_config__ = DOCUMENTED

    value: float | int
    """The number."""
    bound: Bound
    """How the number bounds the true one."""
    as_of: str | None
    """ISO date for which it holds."""
    holder: str | None
    """Name of who gave it; null when the outlet itself does."""
    capture: str
    """Name of the capture."""
    figure: str
    """Id of the figure."""
    revises: int | None
    """Place, from 0, of the point of the same series that it takes the place of; null for none."""


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity over time."""

    __pydantic_config__ = DOCUMENTED

    id: str
    """Unique within the record."""
    quantity: str
    """What is counted, with the event and the place that tell it from others."""
    points: tuple[Point, ...]
    """Its values, oldest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one capture of a page has that another had not."""

    __pydantic_config__ = DOCUMENTED

    from_: str
    """Name of the earlier capture."""
    to: str
    """Name of the later one."""
    kind: ChangeKind
    """Whether something was added, taken out or altered."""
    what: ChangedThing
    """What it is."""
    before: Excerpt | None
    """The words in the earlier capture; null for what was added."""
    after: Excerpt | None
    """The words in the later capture; null for what was taken out."""


@dataclass(frozen=True, slots=True)
class CorrectedItem:
    """What a correction is of, by its words and their place: ids may be others when pages are added."""

    __pydantic_config__ = DOCUMENTED

    capture: str
    """Id of the capture: the hash of its bytes, by which it is known when it is added again."""
    name: str
    """Name of the capture."""
    kind: Literal["page", "statement", "figure"]
    """What it is."""
    id: str | None
    """Id of the statement or figure; null for a page."""
    spans: tuple[Span, ...] = ()
    """Where its words stand; empty for a page."""
    text: str = ""
    """Its words; empty for a page."""

    @property
    def place(self) -> tuple[str, str, tuple[Span, ...]]:
        """What tells it from all others, whatever the record around it."""
        return self.capture, self.kind, self.spans


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has put right, beside what onrecord had read, which is kept."""

    __pydantic_config__ = DOCUMENTED

    number: int
    """By which it is undone, from 1."""
    kind: CorrectionKind
    """A statement's speaker, a page's date, how a claim stands, or that two items are of the same claim or are not."""
    items: tuple[CorrectedItem, ...]
    """What it is of: a claim by one item of it; for "same" and "apart" two."""
    value: str | None
    """The speaker's name, the ISO date or the standing; null for nobody, and where two items are the same or apart."""
    was: str | None
    """What onrecord had read when it was made, in the same form."""
    by: str
    """Who made it."""
    at: str
    """ISO date-time at which it was made, in UTC."""
    note: str | None = None
    """What they noted with it."""
    undone: str | None = None
    """ISO date-time at which it was undone, in UTC; null while it holds."""
    undone_by: str | None = None
    """Who undid it."""


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
    stories: tuple[Story, ...] = ()
    """Entries about one developing matter each."""
    claims: tuple[Claim, ...] = ()
    """What is claimed, by whom, and how it stands."""
    series: tuple[Series, ...] = ()
    """Quantities over time."""
    changes: tuple[Change, ...] = ()
    """What one capture of a page has that another had not."""
    corrections: tuple[Correction, ...] = ()
    """What people have put right in a record that is kept, as far as it holds."""
