"""Claims and series of a record to the lines of a brief: how each claim stands and who is behind it, and each quantity over time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.model import Claim, Evidence, Point, Record, Series
from onrecord.serve.corrected import say_corrected
from onrecord.serve.layout import Paper, Style
from onrecord.serve.lines import say_date

MOST_CLAIMS, MOST_SERIES, MOST_POINTS, MOST_NAMES = 12, 6, 8, 3
"""Claims, quantities, values and names told of; who wants all has the JSON."""
LONGEST_CLAIM = 140
"""Characters of a claim's words."""
STANDINGS: dict[str, Style] = {
    "withdrawn": "red",
    "denied": "red",
    "disputed": "red",
    "revised": "yellow",
    "not_confirmed": "yellow",
    "confirmed": "green",
    "corroborated": "green",
}
"""Standings in the order in which they are told, with their colour; what one side alone says is told page by page."""
BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "additional": "another "}


LEFT_OPEN = {"acknowledg": "not acknowledged by", "verif": "not verified by", "neither": "neither confirmed nor denied by"}
"""Words by which a claim is left open, and how that is told."""


class Told(NamedTuple):
    """One paragraph of the brief."""

    lead: str
    text: str
    style: Style
    claim: Claim | None = None


def render_claims(
    record: Record, paper: Paper, places: Callable[[Sequence[Evidence]], str], texts: Mapping[str, str], *, named: bool = False
) -> Iterator[str]:
    """Give the lines about claims and quantities; `places` says where evidence can be read, `texts` are those of the pages by name.

    `named` gives the claims with their ids.
    """
    parts = [("CLAIMS", list(tell_claims(record, texts))), ("FIGURES OVER TIME", list(tell_series(record)))]
    for number, (heading, told) in enumerate((heading, told) for heading, told in parts if told):
        if number:
            yield ""
        yield paper.paint(heading, "bold")
        for one in told:
            shifts = reversed(one.claim.history) if one.claim else ()
            where = places([Evidence(shift.capture, shift.span) for shift in shifts])
            lead = f"{one.claim.id} {one.lead}" if one.claim and named else one.lead
            yield from paper.lines(f"{one.text} {where}".rstrip(), first="  ", rest="    ", lead=lead, style=one.style)


def tell_claims(record: Record, texts: Mapping[str, str]) -> Iterator[Told]:
    """Tell the claims to which more than their maker has spoken, by standing."""
    order = list(STANDINGS)
    shown = sorted((claim for claim in record.claims if claim.standing in STANDINGS), key=lambda claim: order.index(claim.standing))
    for claim in shown[:MOST_CLAIMS]:
        yield Told(f"{claim.standing.replace('_', ' ')}:", f" {say_claim(claim, texts)}", STANDINGS[claim.standing], claim)
    if len(shown) > MOST_CLAIMS:
        yield Told("", f"{len(shown) - MOST_CLAIMS} more: see the JSON.", "dim")


def say_claim(claim: Claim, texts: Mapping[str, str]) -> str:
    """Say a claim and who is behind it; `texts` are those of the pages by name."""
    return f"{cut_claim(claim)} – {say_behind(claim, texts)}"


def cut_claim(claim: Claim) -> str:
    """Give the words of a claim, cut to a length."""
    words = " ".join(claim.text.split()).rstrip(".,;:")
    return words if len(words) <= LONGEST_CLAIM else words[:LONGEST_CLAIM].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def say_behind(claim: Claim, texts: Mapping[str, str]) -> str:
    """Say who stands behind a claim, and who moved it last: "Villagers; denied by the ministry"."""
    names = list(dict.fromkeys(origin.who or "the outlet" for origin in claim.folded))
    more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
    if claim.corrected:
        return f"{', '.join(names[:MOST_NAMES])}{more}; {say_corrected(claim.corrected)}"
    last = claim.history[-1]
    words = last.span.of(texts[last.capture]).lower()
    left = next((verb for stem, verb in LEFT_OPEN.items() if stem in words), "not confirmed by")
    verbs = {"denied": "denied by", "confirmed": "confirmed by", "withdrawn": "taken back by", "not_confirmed": left}
    moved = f"{verbs[claim.standing]} {last.by}" if claim.standing in verbs and last.by else ""
    return "; ".join(filter(None, (", ".join(names[:MOST_NAMES]) + more, moved)))


def tell_series(record: Record) -> Iterator[Told]:
    """Tell the quantities of which most was told, over time."""
    for series in sorted(record.series, key=lambda one: -len(one.points))[:MOST_SERIES]:
        yield Told(f"{series.quantity or 'a number'}:", f" {_points(series)}", "bold")


def _points(series: Series) -> str:
    told = [say_point(point, before) for before, point in zip((None, *series.points), series.points, strict=False)]
    return "; ".join(told[-MOST_POINTS:])


def say_point(point: Point, before: Point | None) -> str:
    """Say a value, who gave it and for which day, where that is another than before."""
    day = say_date(point.as_of) if point.as_of and (before is None or before.as_of != point.as_of) else ""
    return f"{say_value(point)} ({', '.join(filter(None, (point.holder or 'the outlet', day)))})"


def say_value(point: Point) -> str:
    """Say a value with its bound.

    >>> say_value(Point(1200, "at_least", None, None, "dam.txt", "f1", None))
    'at least 1,200'
    """
    number = f"{point.value:,.0f}" if point.value == int(point.value) else f"{point.value:,}"
    return f"{BOUNDS.get(point.bound, '')}{number}"
