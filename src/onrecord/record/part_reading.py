"""The rows of what the pages of one part tell together back to it."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import (
    Between,
    Change,
    Claim,
    Evidence,
    Excerpt,
    Finding,
    Member,
    Origin,
    Page,
    Point,
    Series,
    Shift,
    Span,
    Story,
    TimelineItem,
)  # fmt: skip
from onrecord.record.fact_rows import read_number
from onrecord.record.page_rows import Row, excerpt, read_place

Found = Mapping[str, Sequence[Row]]
"""Rows of each table, in order."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Pages by the numbers of their captures."""

    pages: Mapping[int, Page]
    """The pages."""
    ranks: Mapping[int, int]
    """Their places in the order of all pages, from 0."""

    def name(self, capture: int) -> str:
        """Give the name of a capture."""
        return self.pages[capture].capture.name

    def cut(self, capture: int, span: Span | None) -> Excerpt | None:
        """Cut the words of a place out of a capture; nothing for no place."""
        return excerpt(span, self.pages[capture].capture.text)

    def id(self, capture: int, own: str | None) -> str | None:
        """Give the id among all pages of what a page alone calls so."""
        return f"p{self.ranks[capture] + 1}.{own}" if own else None

    def evidence(self, row: Row) -> Evidence:
        """Give the place that a row holds."""
        return Evidence(self.name(row["capture"]), Span(row["start"], row["end"]))


def read_between(rows: Found, pages: Numbered, stories: Sequence[Story]) -> Between:
    """Give what a part tells; `stories` are those of its pages."""
    return Between(
        changes=tuple(_change(row, pages) for row in rows["change"]),
        claims=_claims(rows, pages, stories),
        series=_series(rows, pages),
        findings=_findings(rows, pages),
        days=_days(rows, pages),
    )


def _change(row: Row, pages: Numbered) -> Change:
    earlier, later = row["earlier"], row["later"]
    before, after = pages.cut(earlier, read_place(row, "before")), pages.cut(later, read_place(row, "after"))
    return Change(pages.name(earlier), pages.name(later), row["kind"], row["what"], before, after)


def _findings(rows: Found, pages: Numbered) -> tuple[Finding, ...]:
    evidence = _owned(rows["finding_evidence"], "finding")
    return tuple(Finding(row["kind"], row["text"], tuple(map(pages.evidence, evidence[row["nth"]]))) for row in rows["finding"])


def _days(rows: Found, pages: Numbered) -> tuple[TimelineItem, ...]:
    owned = _owned(rows["day_evidence"], "day")
    items = []
    for row in rows["day"]:
        evidence = tuple(map(pages.evidence, owned[row["nth"]]))
        words = pages.cut(owned[row["nth"]][0]["capture"], evidence[0].span)
        items.append(TimelineItem(row["when"], " ".join(words.text.split()) if words else "", row["weight"], None, evidence))
    return tuple(items)


def _claims(rows: Found, pages: Numbered, stories: Sequence[Story]) -> tuple[Claim, ...]:
    members, steps, origins = (_owned(rows[f"claim_{kind}"], "claim") for kind in ("member", "step", "origin"))
    return tuple(
        Claim(
            id=f"c{nth + 1}",
            text=row["text"],
            story=None if row["story"] is None else stories[row["story"]].id,
            members=tuple(_member(one, pages) for one in members[nth]),
            origins=row["origins"],
            standing=row["standing"],
            history=tuple(_step(one, pages) for one in steps[nth]),
            folded=tuple(Origin(one["who"], tuple(json.loads(one["members"])), one["why"]) for one in origins[nth]),
        )
        for nth, row in enumerate(rows["claim"])
    )


def _member(row: Row, pages: Numbered) -> Member:
    capture = row["capture"]
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Member(pages.name(capture), pages.id(capture, row["statement"]), pages.id(capture, row["figure"]), span)


def _step(row: Row, pages: Numbered) -> Shift:
    return Shift(row["when"], row["standing"], row["by"], pages.name(row["capture"]), Span(row["start"], row["end"]))


def _series(rows: Found, pages: Numbered) -> tuple[Series, ...]:
    points = _owned(rows["point"], "series")
    return tuple(
        Series(f"q{row['nth'] + 1}", row["quantity"], tuple(_point(one, pages) for one in points[row["nth"]])) for row in rows["series"]
    )


def _point(row: Row, pages: Numbered) -> Point:
    figure = pages.id(row["capture"], row["figure"]) or ""
    name = pages.name(row["capture"])
    return Point(read_number(row["value"]) or 0, row["bound"], row["as_of"], row["holder"], name, figure, row["revises"])


def _owned(rows: Sequence[Row], owner: str) -> dict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[owner]].append(row)
    return found
