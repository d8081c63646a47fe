"""The rows of the tables that are exported: each row is one thing, each column one fact about it.

A row that stands on a page has `capture`, the name of the page, `line`, the line on which it begins, from 1, and `start` and `end`,
its place in the text of the capture in code points, `[start, end)`. What could not be found out is null.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one kind."""

    name: str
    """Its name, and that of its file without the ending."""
    kind: type[tuple[object, ...]]
    """The class of its rows, whose fields are its columns."""
    rows: Sequence[tuple[str | int | float | bool | None, ...]]
    """The rows, in the order of the record."""


class CaptureRow(NamedTuple):
    """A page as it was captured."""

    capture: str
    id: str
    format: str
    outlet: str | None
    origin: str | None
    url: str | None
    language: str | None
    title: str | None
    published: str | None
    published_basis: str | None
    published_earliest: str | None
    published_latest: str | None
    captured: str | None


class EntryRow(NamedTuple):
    """An update of a live blog, or a whole article."""

    capture: str
    entry: int
    heading: str | None
    posted: str | None
    edited: str | None
    pinned: bool
    story: str | None
    line: int
    start: int
    end: int
    words: str


class StatementRow(NamedTuple):
    """Who said what; `start` and `end` go from its first to its last piece, `pieces` counts them."""

    capture: str
    statement: str
    entry: int
    speaker: str | None
    speaker_words: str | None
    actor: str | None
    how: str | None
    cue: str | None
    words: str
    quoted: str
    act: str
    via: str | None
    audience: str | None
    time: str | None
    claim: str | None
    standing: str | None
    confidence: float
    line: int
    start: int
    end: int
    pieces: int


class FigureRow(NamedTuple):
    """A number with what it counts."""

    capture: str
    figure: str
    entry: int
    words: str
    value: float | None
    high: float | None
    bound: str
    counted: str | None
    event: str | None
    doer: str | None
    place: str | None
    as_of: str | None
    holder: str | None
    actor: str | None
    line: int
    start: int
    end: int


class SumRow(NamedTuple):
    """A total and whether its parts make it."""

    capture: str
    sum: int
    total: float
    remainder: float | None
    verdict: str
    line: int
    start: int
    end: int


class PartRow(NamedTuple):
    """A part of a sum; `start` is null where the record keeps no place of it."""

    capture: str
    sum: int
    part: int
    value: float
    start: int | None
    end: int | None


class TimeRow(NamedTuple):
    """A time expression; `earliest` and `latest` are what it covers."""

    capture: str
    time: str
    words: str
    type: str
    value: str | None
    earliest: str | None
    latest: str | None
    anchor: str
    rule: str
    line: int
    start: int
    end: int


class HappeningRow(NamedTuple):
    """What took place, in the outlet's own voice."""

    capture: str
    happening: str
    entry: int
    words: str
    time: str | None
    place: str | None
    line: int
    start: int
    end: int


class ActorRow(NamedTuple):
    """Who speaks or is spoken through; the other words for them stand between bars."""

    actor: str
    name: str
    type: str
    also: str | None


class StoryRow(NamedTuple):
    """A developing matter."""

    story: str
    title: str
    first: str | None
    last: str | None
    entries: int


class ClaimRow(NamedTuple):
    """What several say alike, and how it stands."""

    claim: str
    words: str
    story: str | None
    origins: int
    standing: str
    members: int


class MemberRow(NamedTuple):
    """A place at which a claim is made; `origin` counts the independent origins from 1."""

    claim: str
    member: int
    origin: int | None
    who: str | None
    statement: str | None
    figure: str | None
    capture: str
    line: int
    start: int
    end: int
    words: str


class ShiftRow(NamedTuple):
    """A change of how a claim stands."""

    claim: str
    shift: int
    since: str | None
    standing: str
    by: str | None
    capture: str
    line: int
    start: int
    end: int
    words: str


class PointRow(NamedTuple):
    """One value of a quantity over time; `revises` is the `point` that it takes the place of."""

    series: str
    quantity: str
    point: int
    value: float
    bound: str
    as_of: str | None
    holder: str | None
    capture: str
    figure: str
    revises: int | None


class DayRow(NamedTuple):
    """A day of the timeline; its places are in the table of evidence."""

    day: int
    date: str
    words: str
    weight: float
    story: str | None


class ChangeRow(NamedTuple):
    """What one capture has that another had not."""

    earlier: str
    later: str
    kind: str
    what: str
    before: str | None
    before_start: int | None
    before_end: int | None
    after: str | None
    after_start: int | None
    after_end: int | None


class CopyRow(NamedTuple):
    """Two captures that tell the same text."""

    capture: str
    of: str
    kind: str
    containment: float
    origin: str | None


class FindingRow(NamedTuple):
    """What a reader must be told; its places are in the table of evidence."""

    finding: int
    kind: str
    sentence: str


class EvidenceRow(NamedTuple):
    """Where a finding or a day of the timeline can be read; `number` is that of the finding or the day."""

    of: str
    number: int
    capture: str
    line: int
    start: int
    end: int
    words: str
