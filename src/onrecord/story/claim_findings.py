"""Claims and series to findings: what was withdrawn, disputed, confirmed after a denial or revised, with its evidence."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.model import Claim, Evidence, Facts, Figure, Finding, Point, Series, Shift
from onrecord.settings import StandingSettings
from onrecord.story.quantities import can_both_hold

LONGEST_CLAIM = 140
"""Characters of a claim's words in one finding."""
_CARE = frozenset(("denied", "disputed", "not_confirmed", "revised", "withdrawn"))
"""Standings of which a reader must be told when a person has given them."""
_BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


def find_claim_findings(claims: Sequence[Claim], series: Sequence[Series], captures: Sequence[Facts]) -> tuple[Finding, ...]:
    """Find what a reader must be told of how claims came to stand; what only one side has said is no finding."""
    figures = {figure.id: figure for facts in captures for figure in facts.figures}
    points = {point.figure: one.points for one in series for point in one.points}
    return tuple(finding for claim in claims for finding in _of_claim(claim, points, figures))


def _of_claim(claim: Claim, points: Mapping[str, Sequence[Point]], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    last = claim.history[-1]
    counted = next((points[one] for member in claim.members if (one := member.figure or "") in points), ())
    text = ""
    if claim.corrected:
        text = f"put down as {claim.standing.replace('_', ' ')} by {last.by}: {_words(claim)}." if claim.standing in _CARE else ""
    elif claim.standing == "withdrawn":
        text = f"{_who(last)} took back what had been said: {_words(claim)}."
    elif claim.standing == "confirmed" and any(shift.standing == "denied" for shift in claim.history):
        text = f"{_who(last)} confirmed what had been denied: {_words(claim)}."
    elif claim.standing == "disputed" and _differ(counted, figures):
        text = f"{_what(counted, figures)}: {_latest(counted)}."
    elif claim.standing == "revised" and counted:
        text = _revision(counted, figures)
    if text:
        kind = "confirmed" if claim.standing == "confirmed" else claim.standing
        yield Finding(kind, text[:1].upper() + text[1:], _evidence(claim, counted, figures))


def _differ(points: Sequence[Point], figures: Mapping[str, Figure]) -> bool:
    """Tell whether the latest values of two holders cannot both hold."""
    latest = [figures[point.figure] for point in {point.holder: point for point in points}.values()]
    return any(not can_both_hold(one, two, StandingSettings()) for one, two in combinations(latest, 2))


def _who(shift: Shift) -> str:
    return shift.by or "The outlet"


def _words(claim: Claim) -> str:
    words = claim.text.rstrip(".,;:")
    return words if len(words) <= LONGEST_CLAIM else words[:LONGEST_CLAIM].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def _what(points: Sequence[Point], figures: Mapping[str, Figure]) -> str:
    """Say of what the figures differ: "for miners walked out, figures that cannot both hold"."""
    figure = figures[points[0].figure]
    return f"{' '.join(filter(None, (figure.counted, figure.event)))}: the figures given cannot all hold"


def _latest(points: Sequence[Point]) -> str:
    """Say the latest value of each who gave one: "the union 300, the company 120"."""
    latest = {point.holder: point for point in points}
    return ", ".join(f"{_value(point)} ({holder or 'the outlet'})" for holder, point in latest.items())


def _revision(points: Sequence[Point], figures: Mapping[str, Figure]) -> str:
    revised = [point for point in points if point.revises is not None]
    if not revised:
        return ""
    point = revised[-1]
    before = points[point.revises or 0]
    figure = figures[point.figure]
    what = " ".join(filter(None, (figure.counted, figure.event)))
    return f"{point.holder or 'the outlet'}: {_value(point)} {what} now, {_value(before)} before."


def _value(point: Point) -> str:
    number = f"{point.value:,.0f}" if point.value == int(point.value) else f"{point.value:,}"
    return _BOUNDS.get(point.bound, "") + number


def _evidence(claim: Claim, points: Sequence[Point], figures: Mapping[str, Figure]) -> tuple[Evidence, ...]:
    """Give the words that moved the claim, the latest first, then the figures."""
    moved = [Evidence(shift.capture, shift.span) for shift in reversed(claim.history)]
    if claim.standing in ("disputed", "revised") and not claim.corrected:
        moved = [Evidence(point.capture, figures[point.figure].span) for point in reversed(points)]
    return tuple(dict.fromkeys(moved))
