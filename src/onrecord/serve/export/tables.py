"""A Record to the tables that are exported."""

from collections.abc import Iterable, Iterator

from onrecord.model import Claim, Evidence, Excerpt, Facts, Record, Statement
from onrecord.serve.export.rows import (
    ActorRow,
    CaptureRow,
    ChangeRow,
    ClaimRow,
    CopyRow,
    DayRow,
    EntryRow,
    EvidenceRow,
    FigureRow,
    FindingRow,
    HappeningRow,
    MemberRow,
    PartRow,
    PointRow,
    ShiftRow,
    StatementRow,
    StoryRow,
    SumRow,
    Table,
    TimeRow,
)
from onrecord.serve.places import Places, around

_Four = tuple[str | None, str | None, str | None, str | None]


def tables_of(record: Record) -> tuple[Table, ...]:
    """Give all tables, those of pages first, then what holds between pages."""
    places = Places(record)
    return (*_pages(record, places), *_between(record, places))


def _pages(record: Record, places: Places) -> Iterator[Table]:
    stories = {(entry.capture, entry.entry): story.id for story in record.stories for entry in story.entries}
    pages = record.captures
    yield Table("captures", CaptureRow, [_capture(facts) for facts in pages])
    yield Table("entries", EntryRow, [row for facts in pages for row in _entries(facts, places, stories)])
    yield Table("statements", StatementRow, [_statement(facts, one, places) for facts in pages for one in facts.statements])
    yield Table("figures", FigureRow, [row for facts in pages for row in _figures(facts, places)])
    yield Table("sums", SumRow, [row for facts in pages for row in _sums(facts, places)])
    yield Table("sum_parts", PartRow, [row for facts in pages for row in _parts(facts)])
    yield Table("times", TimeRow, [row for facts in pages for row in _times(facts, places)])
    yield Table("happenings", HappeningRow, [row for facts in pages for row in _happenings(facts, places)])


def _between(record: Record, places: Places) -> Iterator[Table]:
    yield Table("actors", ActorRow, [ActorRow(one.id, one.name, one.type, " | ".join(one.also) or None) for one in record.actors])
    yield Table("stories", StoryRow, [StoryRow(one.id, one.title, one.first, one.last, len(one.entries)) for one in record.stories])
    yield Table("claims", ClaimRow, [_claim(claim) for claim in record.claims])
    yield Table("claim_members", MemberRow, [row for claim in record.claims for row in _members(claim, places)])
    yield Table("claim_history", ShiftRow, [row for claim in record.claims for row in _shifts(claim, places)])
    yield Table("series_points", PointRow, list(_points(record)))
    yield Table("timeline", DayRow, [DayRow(n, one.when, one.text, one.weight, one.story) for n, one in enumerate(record.timeline, 1)])
    yield Table("changes", ChangeRow, list(_changes(record)))
    yield Table("copies", CopyRow, [CopyRow(one.capture, one.of, one.kind, one.containment, one.origin) for one in record.copies])
    yield Table("findings", FindingRow, [FindingRow(n, one.kind, one.text) for n, one in enumerate(record.findings, 1)])
    told = (("finding", [one.evidence for one in record.findings]), ("day", [one.evidence for one in record.timeline]))
    yield Table(
        "evidence", EvidenceRow, [row for of, all_of in told for n, one in enumerate(all_of, 1) for row in _seen(of, n, one, places)]
    )


def _capture(facts: Facts) -> CaptureRow:
    page, published = facts.page, facts.page.published
    known: _Four = (published.value, published.basis, published.earliest, published.latest) if published else (None, None, None, None)
    about = (page.outlet, page.origin, page.url, page.language, _words(page.title))
    return CaptureRow(page.capture.name, page.capture.id, page.capture.format, *about, *known, page.capture.given.captured)


def _entries(facts: Facts, places: Places, stories: dict[tuple[str, int], str]) -> Iterator[EntryRow]:
    name, text = facts.page.capture.name, facts.page.capture.text
    for one in facts.page.entries:
        told = (_words(one.heading), one.posted, one.edited, one.pinned, stories.get((name, one.id)))
        yield EntryRow(name, one.id, *told, *places.row(name, one.span), one.span.of(text))


def _statement(facts: Facts, one: Statement, places: Places) -> StatementRow:
    name, speaker, claim = facts.page.capture.name, one.speaker, places.claims.get(one.id)
    who: _Four = (speaker.name, speaker.text, speaker.actor, speaker.how) if speaker else (None, None, None, None)
    return StatementRow(
        name,
        one.id,
        one.entry,
        *who,
        one.cue.text if one.cue else None,
        one.content.text,
        one.quoted,
        one.act,
        " | ".join(relay.text for relay in one.via) or None,
        _words(one.audience),
        one.when,
        claim.id if claim else None,
        claim.standing if claim else None,
        one.confidence,
        *places.row(name, around(one.content.spans)),
        len(one.content.spans),
    )


def _figures(facts: Facts, places: Places) -> Iterator[FigureRow]:
    name = facts.page.capture.name
    for one in facts.figures:
        holder: tuple[str | None, str | None] = (one.holder.name, one.holder.actor) if one.holder else (None, None)
        told = (one.value, one.high, one.bound, one.counted, one.event, one.actor, one.place, one.as_of)
        yield FigureRow(name, one.id, one.entry, one.text, *told, *holder, *places.row(name, one.span))


def _sums(facts: Facts, places: Places) -> Iterator[SumRow]:
    name = facts.page.capture.name
    for number, one in enumerate(facts.sums, 1):
        yield SumRow(name, number, one.total, one.remainder, one.verdict, *places.row(name, one.spans[0]))


def _parts(facts: Facts) -> Iterator[PartRow]:
    for number, one in enumerate(facts.sums, 1):
        for part, value in enumerate(one.parts, 1):
            start, end = one.spans[part] if part < len(one.spans) else (None, None)
            yield PartRow(facts.page.capture.name, number, part, value, start, end)


def _times(facts: Facts, places: Places) -> Iterator[TimeRow]:
    name = facts.page.capture.name
    for one in facts.times:
        told = (one.text, one.type, one.value, one.start, one.end, one.anchor, one.rule)
        yield TimeRow(name, one.id, *told, *places.row(name, one.span))


def _happenings(facts: Facts, places: Places) -> Iterator[HappeningRow]:
    name = facts.page.capture.name
    for one in facts.happenings:
        yield HappeningRow(name, one.id, one.entry, one.text, one.when, _words(one.place), *places.row(name, one.span))


def _claim(claim: Claim) -> ClaimRow:
    return ClaimRow(claim.id, claim.text, claim.story, claim.origins, claim.standing, len(claim.members))


def _members(claim: Claim, places: Places) -> Iterator[MemberRow]:
    origins = {member: (n, one.who) for n, one in enumerate(claim.folded, 1) for member in one.members}
    for number, one in enumerate(claim.members):
        span = around(places.spans(one))
        words = span.of(places.texts[one.capture])
        origin, who = origins.get(number, (None, None))
        yield MemberRow(claim.id, number + 1, origin, who, one.statement, one.figure, one.capture, *places.row(one.capture, span), words)


def _shifts(claim: Claim, places: Places) -> Iterator[ShiftRow]:
    for number, one in enumerate(claim.history, 1):
        place = (*places.row(one.capture, one.span), one.span.of(places.texts[one.capture]))
        yield ShiftRow(claim.id, number, one.when, one.standing, one.by, one.capture, *place)


def _points(record: Record) -> Iterator[PointRow]:
    for series in record.series:
        for number, one in enumerate(series.points, 1):
            revises = None if one.revises is None else one.revises + 1
            told = (one.value, one.bound, one.as_of, one.holder, one.capture, one.figure, revises)
            yield PointRow(series.id, series.quantity, number, *told)


def _changes(record: Record) -> Iterator[ChangeRow]:
    for one in record.changes:
        yield ChangeRow(one.from_, one.to, one.kind, one.what, *_excerpt(one.before), *_excerpt(one.after))


def _seen(of: str, number: int, evidence: Iterable[Evidence], places: Places) -> Iterator[EvidenceRow]:
    for one in evidence:
        words = one.span.of(places.texts[one.capture])
        yield EvidenceRow(of, number, one.capture, *places.row(one.capture, one.span), words)


def _words(excerpt: Excerpt | None) -> str | None:
    return excerpt.text if excerpt else None


def _excerpt(excerpt: Excerpt | None) -> tuple[str | None, int | None, int | None]:
    return (excerpt.text, excerpt.span.start, excerpt.span.end) if excerpt else (None, None, None)
