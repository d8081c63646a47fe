"""A Record to where its things stand: the text and lines of each capture, the place of each statement and figure, and its claim."""

from collections.abc import Iterable
from functools import cached_property

from onrecord.model import Claim, Member, Record, Span
from onrecord.serve.lines import Lines


class Places:
    """The texts and lines of a record's captures, and the places of its statements and figures."""

    def __init__(self, record: Record) -> None:
        """Take them from the record."""
        self.texts = {facts.page.capture.name: facts.page.capture.text for facts in record.captures}
        self.lines = {name: Lines(text) for name, text in self.texts.items()}
        self._record = record

    @cached_property
    def spans(self) -> dict[str, Span]:
        """Give the places of statements and figures by their ids."""
        said = {one.id: around(one.content.spans) for facts in self._record.captures for one in facts.statements}
        return said | {one.id: one.span for facts in self._record.captures for one in facts.figures}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Give the claim of each statement and figure by its id; of several the one with most members, for it tells most."""
        found: dict[str, Claim] = {}
        for claim in self._record.claims:
            for name in filter(None, (name for member in claim.members for name in (member.statement, member.figure))):
                if name not in found or len(claim.members) > len(found[name].members):
                    found[name] = claim
        return found

    def of_member(self, member: Member) -> Span:
        """Give the place at which a claim is made."""
        return member.span or self.spans[member.statement or member.figure or ""]

    def row(self, capture: str, span: Span) -> tuple[int, int, int]:
        """Give the line, the start and the end of a place."""
        return self.lines[capture].number(span.start), span.start, span.end


def around(spans: Iterable[Span]) -> Span:
    """Give the stretch from the first of some places to the last.

    >>> around([Span(40, 52), Span(8, 21)])
    Span(start=8, end=52)
    """
    held = list(spans)
    return Span(min(span.start for span in held), max(span.end for span in held))
