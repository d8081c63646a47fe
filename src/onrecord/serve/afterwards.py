"""A statement of a Record to what its speaker later took back, denied or counted anew, and to the claims that it speaks to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language.stems import find_stems
from onrecord.model import Claim, Figure, Point, Series, Span, Statement
from onrecord.record.schema import Json
from onrecord.serve.claims import quoted
from onrecord.serve.items import say_place
from onrecord.serve.places import Places, local_id
from onrecord.serve.retold import find_retold
from onrecord.serve.standings import say_value

AGAINST = frozenset(("decline", "deny", "neither"))
"""Acts of which a later denial by the same speaker is no turn."""


@dataclass(frozen=True, slots=True)
class Later:
    """What became of a statement, and where that can be read."""

    what: str
    """In a few words, as "later denied it"."""
    claim: str | None
    """Id of the claim; null for a figure that was counted anew."""
    capture: str
    """Name of the capture."""
    span: Span
    """The words."""
    when: str | None
    """ISO date or date-time."""

    def say(self, places: Places) -> str:
        """Say it with its words and place."""
        words = quoted(places.sentence(self.capture, self.span))
        return f"{self.what}: {words} ({say_place(self.when, places.spot(self.capture, self.span))})"

    def told(self, places: Places) -> dict[str, Json]:
        """Give it to a program."""
        line = places.line(self.capture, self.span)
        place: dict[str, Json] = {"page": self.capture, "line": line, "said": self.when}
        return {"what": self.what, "claim": self.claim, "words": places.sentence(self.capture, self.span), **place}


class Afterwards:
    """Looks up what became of statements."""

    def __init__(self, places: Places) -> None:
        """Lay out the claims by their members, and the series by their figures."""
        self._places = places
        self._again = find_retold(places.record).first
        self._claims: defaultdict[tuple[str, str], list[tuple[Claim, int]]] = defaultdict(list)
        for claim in places.record.claims:
            for at, member in enumerate(claim.members):
                if member.statement:
                    self._claims[member.capture, local_id(member.statement)].append((claim, at))
        self._points = {point.figure: (series, at) for series in places.record.series for at, point in enumerate(series.points)}

    def claims(self, capture: str, name: str) -> list[Claim]:
        """Give the claims to which the statement of a capture speaks that has this id there."""
        return [claim for claim, _ in self._claims.get((capture, name), ())]

    def turns(self, capture: str, name: str) -> list[Later]:
        """Give what its speaker later took back, denied or counted anew."""
        found: list[Later] = []
        for claim, at in self._claims.get((capture, name), ()):
            statement = self._places.items.get(claim.members[at].statement or "")
            if isinstance(statement, Statement):
                turns = [*self._taken_back(claim, at), *self._denied(claim, at, statement)]
                found += [*turns[:1], *self._counted(capture, statement)]
        return list(dict.fromkeys(found))

    def _taken_back(self, claim: Claim, at: int) -> Iterator[Later]:
        """Tell that the claim was taken back by one of its own origin, and where."""
        own = {member for origin in claim.folded if at in origin.members for member in origin.members if member > at}
        for shift in claim.history:
            spans = [(claim.members[one].capture, span) for one in own for span in self._places.spans(claim.members[one])]
            if shift.standing == "withdrawn" and any(name == shift.capture and span.overlaps(shift.span) for name, span in spans):
                yield Later("later took it back", claim.id, shift.capture, shift.span, shift.when)

    def _denied(self, claim: Claim, at: int, statement: Statement) -> Iterator[Later]:
        """Give what the same speaker later denied on the same matter; not what says in other words what was said before."""
        for member in claim.members[at + 1 :] if statement.act not in AGAINST else ():
            later = self._places.items.get(member.statement or "")
            if not isinstance(later, Statement) or later.act != "deny" or later.id in self._again:
                continue
            if _same_speaker(statement, later) and not _says_again(statement, later):
                said = self._places.said(member.capture, later.entry)
                yield Later("later denied", claim.id, member.capture, later.content.spans[0], said)

    def _counted(self, capture: str, statement: Statement) -> Iterator[Later]:
        """Give the latest value that takes the place of one in the statement."""
        for figure in self._places.pages[capture].figures:
            series, at = self._points.get(figure.id, (None, 0))
            if series and any(span.covers(figure.span) for span in statement.content.spans):
                last = _latest(series, at)
                later = self._places.items.get(last.figure)
                if last is not series.points[at] and isinstance(later, Figure):
                    said = self._places.said(last.capture, later.entry)
                    yield Later(f"later gave {say_value(last)}", None, last.capture, later.span, said)


def _same_speaker(one: Statement, two: Statement) -> bool:
    return bool(one.speaker and two.speaker and one.speaker.actor and one.speaker.actor == two.speaker.actor)


def _says_again(one: Statement, two: Statement) -> bool:
    """Tell whether a denial has the telling words of what was said before: "no unit fired" is no turn from "no unit had fired"."""
    stems, known = set(find_stems(two.content.text)), set(find_stems(one.content.text))
    return 2 * len(stems & known) > len(stems)


def _latest(series: Series, at: int) -> Point:
    """Follow a value to the one that stands last in its place."""
    for place, point in enumerate(series.points[at + 1 :], start=at + 1):
        if point.revises == at:
            return _latest(series, place)
    return series.points[at]
