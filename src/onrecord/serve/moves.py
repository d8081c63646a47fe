"""A Record and the captures that are new in it to what these moved: claims, values, findings, and what other captures of a page have."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Change, Claim, Evidence, Figure, Finding, Point, Record, Series, Span
from onrecord.record.schema import Json
from onrecord.serve.changed import LABELS, change_pairs
from onrecord.serve.claims import quoted, say_standing
from onrecord.serve.places import Places
from onrecord.serve.standings import cut_claim, say_value

Laid = Mapping[str, Sequence[Span]]
"""Places by the names of their captures."""
OF_CLAIMS = frozenset(("confirmed", "disputed", "revised", "withdrawn"))
"""Kinds of findings that are told as claims that moved, or as values that replace others."""
OF_PAGES = frozenset(("repeats", "syndicated"))
"""Kinds of findings that are no news: what is told again is counted."""
OF_TWO = frozenset(("hedge_lost", "silent_edit"))
"""Kinds of findings between two captures, which are new when one of these is."""
MOST_VALUES = 6
"""Values told of one quantity."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of news."""

    kind: str
    """What it is, by which it ranks."""
    text: str
    """What is told."""
    read: tuple[Evidence, ...]
    """Where it can be read, the most telling place first."""
    lead: str = ""
    """Its opening words; empty for its kind."""
    rank: int = 0
    """Its rank among those of its kind, lower ones first."""
    told: dict[str, Json] = field(default_factory=dict)
    """What a program is told besides."""


def find_moves(places: Places, fresh: Collection[str]) -> list[Piece]:
    """Find what new captures moved; what a claim and a value or finding tell alike is told once."""
    gone = lay(Evidence(one.from_, one.before.span) for one in places.record.changes if one.to in fresh and one.before and not one.after)
    findings = [piece for finding in places.record.findings for piece in _found(finding, fresh, gone)]
    edited = lay(evidence for piece in findings if piece.kind == "silent_edit" for evidence in piece.read)
    values = [piece for series in places.record.series for piece in _values(series, places, fresh)]
    values = [piece for piece in values if not touches(piece.read[0], edited)]
    counted = {piece.read[0]: piece for piece in reversed(values)}
    claims = [piece for claim in places.record.claims for piece in _moved(claim, places, fresh, counted)]
    claims = [piece for piece in claims if piece.kind != "revised" or not touches(piece.read[0], edited)]
    known = {evidence for piece in claims for evidence in piece.read}
    values = [piece for piece in values if piece.read[0] not in known]
    laid = lay(known)
    findings = [piece for piece in findings if piece.kind in OF_TWO or not any(touches(one, laid) for one in piece.read)]
    return [*claims, *values, *findings, *_changed(places.record, fresh)]


def lay(places: Iterable[Evidence]) -> Laid:
    """Lay places out by their captures."""
    laid: defaultdict[str, list[Span]] = defaultdict(list)
    for place in places:
        laid[place.capture].append(place.span)
    return laid


def touches(one: Evidence, laid: Laid) -> bool:
    """Tell whether a place shares words with one of those laid out."""
    return any(one.span.overlaps(span) for span in laid.get(one.capture, ()))


def _moved(claim: Claim, places: Places, fresh: Collection[str], counted: Mapping[Evidence, Piece]) -> Iterator[Piece]:
    """Tell how a claim came to stand otherwise than before, who moved it and in which words; of a count, by its values."""
    steps = [shift for shift in claim.history if shift.capture in fresh]
    before = [shift.standing for shift in claim.history if shift.capture not in fresh]
    was = before[-1] if before else None
    if not steps or claim.standing in ("claimed", was):
        return
    last = steps[-1]
    words = places.words(last.capture, last.span)
    lead = f"{say_standing(claim.standing)}{f' (was {say_standing(was)})' if was else ''}:"
    told: dict[str, Json] = {"claim": claim.id, "was": was, "by": last.by, "words": words}
    value = _value_of(claim, places, counted) if claim.standing in OF_VALUES else None
    if value:
        yield Piece(claim.standing, f"{value.text} ({claim.id})", value.read, lead, told={**value.told, **told})
    else:
        text = f"{cut_claim(claim)} – {last.by or 'the outlet'}: {quoted(words)} ({claim.id})"
        yield Piece(claim.standing, text, (Evidence(last.capture, last.span),), lead, told=told)


OF_VALUES = frozenset(("disputed", "revised"))
"""Standings to which a value brings a claim."""


def _value_of(claim: Claim, places: Places, counted: Mapping[Evidence, Piece]) -> Piece | None:
    """Give the new value that a member of a claim gives."""
    given = (Evidence(member.capture, span) for member in claim.members if member.figure for span in places.spans(member))
    return next((counted[one] for one in given if one in counted), None)


def _values(series: Series, places: Places, fresh: Collection[str]) -> Iterator[Piece]:
    """Tell the new values of a quantity: one that takes the place of another, and one that differs from those given so far."""
    new = [point for point in series.points if point.capture in fresh]
    known = [point for point in series.points if point.capture not in fresh]
    quantity = series.quantity or "a number"
    if new and not known:
        kind = "revised" if any(point.revises is not None for point in new) else "value"
        values = "; ".join(f"{say_value(point)} ({_holder(point)})" for point in new[-MOST_VALUES:])
        yield Piece(kind, f"{quantity}: {values}", tuple(_evidence(point, places) for point in reversed(new)))
        return
    for point in new:
        if point.revises is not None:
            text = f"{quantity}: {say_value(point)} now, {say_value(series.points[point.revises])} before – {_holder(point)}"
            yield Piece("revised", text, (_evidence(point, places),), told={"value": point.value, "by": point.holder})
        elif (point.value, point.bound) not in {(one.value, one.bound) for one in known}:
            so_far = "; ".join(f"{say_value(one)} ({_holder(one)})" for one in known[-MOST_VALUES:])
            text = f"{quantity}: {say_value(point)} – {_holder(point)}; so far {so_far}"
            yield Piece("value", text, (_evidence(point, places),), "another value:", told={"value": point.value, "by": point.holder})


def _holder(point: Point) -> str:
    return point.holder or "the outlet"


def _evidence(point: Point, places: Places) -> Evidence:
    figure = places.items[point.figure]
    assert isinstance(figure, Figure)
    return Evidence(point.capture, figure.span)


def _found(finding: Finding, fresh: Collection[str], gone: Laid) -> Iterator[Piece]:
    """Give a finding that is new; one that stands on an older page too was known, but for what two captures tell together.

    `gone` is what a new capture has no more.
    """
    if finding.kind in OF_CLAIMS or finding.kind in OF_PAGES:
        return
    new = [evidence.capture in fresh for evidence in finding.evidence]
    taken_out = any(touches(one, gone) for one in finding.evidence)
    if (any(new) or taken_out) if finding.kind in OF_TWO else all(new):
        yield Piece(finding.kind, finding.text, tuple(sorted(finding.evidence, key=lambda one: one.capture not in fresh)))


def _changed(record: Record, fresh: Collection[str]) -> Iterator[Piece]:
    """Count what changed on a page since its capture before; a reprint's wording is no change of a page."""
    reprints = {frozenset((copy.capture, copy.of)) for copy in record.copies if copy.kind == "syndication"}
    for changes in change_pairs(record):
        first = changes[0]
        if first.to in fresh and frozenset((first.from_, first.to)) not in reprints:
            counted = Counter(_change_of(change) for change in changes)
            told = ", ".join(f"{what} ({count})" if count > 1 else what for what, count in counted.items())
            words = [Evidence(change.to, change.after.span) for change in changes if change.after]
            words += [Evidence(change.from_, change.before.span) for change in changes if change.before]  # where nothing came, what went
            text = f"{first.from_} to {first.to}: {told}; all: onrecord changes {first.to}"
            yield Piece("changed", text, tuple(words[:1]), told={"from": first.from_, "to": first.to})


def _change_of(change: Change) -> str:
    kinds = {"added": "added", "removed": "taken out", "altered": "altered"}
    return f"{LABELS.get(change.what, change.what)} {kinds[change.kind]}"
