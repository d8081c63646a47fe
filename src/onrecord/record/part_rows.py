"""What the pages of one part tell together to rows, with pages by their numbers and ids as each page alone has them."""

import json
from collections.abc import Iterable, Mapping

from onrecord.model import Between, Change, Claim, Evidence, Member, Point, Shift, Span
from onrecord.record.fact_rows import write_number
from onrecord.record.page_rows import Cells, place_cells

PART_TABLES = (
    "claim",
    "claim_member",
    "claim_step",
    "claim_origin",
    "series",
    "point",
    "change",
    "finding",
    "finding_evidence",
    "day",
    "day_evidence",
)
"""The tables of it."""
Numbers = Mapping[str, int]
"""Number of each capture by its name."""


def part_rows(between: Between, numbers: Numbers, stories: Mapping[str, int]) -> dict[str, list[Cells]]:
    """Give the rows of what a part tells, without its number; `stories` gives the place of each among those of the part."""
    wholes: dict[str, list[Cells]] = {
        "claim": [_claim(one, stories) for one in between.claims],
        "series": [{"quantity": one.quantity} for one in between.series],
        "change": [_change(one, numbers) for one in between.changes],
        "finding": [{"kind": one.kind, "text": one.text} for one in between.findings],
        "day": [{"when": one.when, "weight": one.weight} for one in between.days],
    }
    return {table: [{"nth": nth, **one} for nth, one in enumerate(found)] for table, found in wholes.items()} | _owned_rows(
        between, numbers
    )


def _owned_rows(between: Between, numbers: Numbers) -> dict[str, list[Cells]]:
    """Give the rows that belong to a row of another table, each with the place of that row."""
    origins: list[list[Cells]] = [
        [{"who": one.who, "members": json.dumps(one.members), "why": one.why} for one in claim.folded] for claim in between.claims
    ]
    return {
        "claim_member": _owned("claim", ([_member(one, numbers) for one in claim.members] for claim in between.claims)),
        "claim_step": _owned("claim", ([_step(one, numbers) for one in claim.history] for claim in between.claims)),
        "claim_origin": _owned("claim", origins),
        "point": _owned("series", ([_point(one, numbers) for one in series.points] for series in between.series)),
        "finding_evidence": _owned("finding", ([_evidence(one, numbers) for one in finding.evidence] for finding in between.findings)),
        "day_evidence": _owned("day", ([_evidence(one, numbers) for one in item.evidence] for item in between.days)),
    }


def _owned(owner: str, wholes: Iterable[Iterable[Cells]]) -> list[Cells]:
    return [{owner: nth, "nth": at, **one} for nth, owned in enumerate(wholes) for at, one in enumerate(owned)]


def _change(one: Change, numbers: Numbers) -> Cells:
    return {
        "earlier": numbers[one.from_],
        "later": numbers[one.to],
        "kind": one.kind,
        "what": one.what,
        **place_cells("before", one.before.span if one.before else None),
        **place_cells("after", one.after.span if one.after else None),
    }


def _claim(one: Claim, stories: Mapping[str, int]) -> Cells:
    story = stories[one.story] if one.story else None
    return {"text": one.text, "story": story, "origins": one.origins, "standing": one.standing}


def _member(one: Member, numbers: Numbers) -> Cells:
    return {"capture": numbers[one.capture], "statement": _own(one.statement), "figure": _own(one.figure), **_span(one.span)}


def _step(one: Shift, numbers: Numbers) -> Cells:
    return {"when": one.when, "standing": one.standing, "by": one.by, "capture": numbers[one.capture], **_span(one.span)}


def _point(one: Point, numbers: Numbers) -> Cells:
    told = {"bound": one.bound, "as_of": one.as_of, "holder": one.holder, "revises": one.revises}
    return {"capture": numbers[one.capture], "figure": _own(one.figure), "value": write_number(one.value), **told}


def _evidence(one: Evidence, numbers: Numbers) -> Cells:
    return {"capture": numbers[one.capture], **_span(one.span)}


def _own(name: str | None) -> str | None:
    """Give the id that a page alone gave to what has this one among several pages.

    >>> _own("p2.s7")
    's7'
    """
    return name.partition(".")[2] if name else None


def _span(span: Span | None) -> Cells:
    return {"start": span.start if span else None, "end": span.end if span else None}
