"""A Record, a standing and a story to what of a search fits them: statements, figures, entries, and the claims that they make."""

from collections.abc import Iterable, Iterator

from onrecord.model import Claim, Record, Story
from onrecord.record.search import Hit, Kind
from onrecord.serve.places import local_id

Key = tuple[str, str | int]
"""Name of a capture, and an id on it."""


class Sieve:
    """Tells which finds are members of claims that stand so, or stand in the entries of one story."""

    def __init__(self, record: Record, kind: Kind, *, standing: str | None = None, story: Story | None = None) -> None:
        """Lay out what fits; `None` for what may be any. An entry has no standing."""
        claims = [claim for claim in record.claims if standing in (None, claim.standing)]
        self.claims = [claim for claim in claims if story is None or claim.story == story.id]
        self._owners: dict[Key, list[Claim]] = {}
        for claim in self.claims:
            for key in _members(claim):
                self._owners.setdefault(key, []).append(claim)
        self._standing = {key for claim in claims for key in _members(claim)} if standing else None
        self._story = set(_told(record, kind, story)) if story else None

    def holds(self, hit: Hit) -> bool:
        """Tell whether a find fits."""
        key = (hit.page, hit.id)
        return (self._standing is None or key in self._standing) and (self._story is None or key in self._story)

    def claims_of(self, hits: Iterable[Hit]) -> list[Claim]:
        """Give the fitting claims of which finds are members, in the order in which they are met."""
        return list({claim.id: claim for hit in hits for claim in self._owners.get((hit.page, hit.id), ())}.values())


def _members(claim: Claim) -> Iterator[Key]:
    return ((member.capture, local_id(member.statement or member.figure or "")) for member in claim.members)


def _told(record: Record, kind: Kind, story: Story) -> Iterator[Key]:
    """Give what stands in a story's entries."""
    entries = {(entry.capture, entry.entry) for entry in story.entries}
    if kind == "entries":
        yield from entries
        return
    for facts in record.captures:
        name = facts.page.capture.name
        items = facts.statements if kind == "statements" else facts.figures
        yield from ((name, local_id(item.id)) for item in items if (name, item.entry) in entries)
