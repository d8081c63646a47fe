"""What a person types for a page, a statement or a claim of a kept record to the one that is meant, or to an error that lists them."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from textwrap import shorten

from onrecord.errors import OnrecordError
from onrecord.model import Claim, CorrectedItem, Facts, Figure, Record, Statement
from onrecord.record.amending import item_of, text_of
from onrecord.record.store import KeptRecord
from onrecord.serve.recalling import recall_aloud

HOW = "write page.txt:12, as a search shows page and line, or an id such as p2.s3 or c4, as in: onrecord brief --format json"
"""How statements, figures and claims are typed."""
_CLAIM = re.compile(r"c\d+")
_ID = re.compile(r"(?P<page>.+?)[.:](?P<id>[sf]\d+)")  # p2.s3, as in the record, and page.txt:s3, as in the JSON of a search
_LINE = re.compile(r"(?P<page>.+?)(?:\s*:\s*L?|\s+L?)(?P<line>\d+)")
_NUMBER = re.compile(r"p(\d+)|\[(\d+)\]")
MOST = 6
"""Candidates that an error lists."""
LONGEST = 40
"""Characters of the words of each: enough to tell one from another."""

Thing = tuple[Facts, Statement | Figure]
"""A statement or a figure with the facts of its page."""


class Names:
    """What can be named in one record."""

    def __init__(self, kept: KeptRecord) -> None:
        """Look into a record that is open."""
        self.kept = kept
        self._pages = [str(row["name"]) for row in kept.db.execute("SELECT name FROM capture ORDER BY number")]

    @cached_property
    def record(self) -> Record:
        """All that is known from the record."""
        return recall_aloud(self.kept)

    def page(self, typed: str) -> Facts:
        """Find a page, by its name or its number ("p2", "[2]")."""
        numbered = _NUMBER.fullmatch(typed)
        at = int(numbered[1] or numbered[2]) - 1 if numbered and typed not in self._pages else -1
        name = self._pages[at] if 0 <= at < len(self._pages) else typed
        row = self.kept.db.execute("SELECT id FROM capture WHERE name = ?", (name,)).fetchone()
        taken = self.kept.page_of(row["id"]) if row else None
        if taken is None:
            near = get_close_matches(typed, self._pages, n=3, cutoff=0.4) or self._pages[:MOST]
            remedy = f"did you mean {' or '.join(near)}?" if near else "it holds no pages"
            raise OnrecordError(f"there is no such page in {self.kept.path}", where=typed, remedy=remedy)
        return taken[0]

    def statement(self, typed: str) -> tuple[Facts, Statement]:
        """Find the one statement that is meant."""
        facts, thing = self._one(typed, [one for one in self._things(typed) if isinstance(one[1], Statement)])
        if isinstance(thing, Statement):
            return facts, thing
        raise OnrecordError("it is no statement", where=typed, remedy=HOW)

    def item(self, typed: str, *, besides: CorrectedItem | None = None) -> CorrectedItem:
        """Find a statement or a figure; a claim is known by the member whose words it goes by, other than `besides` where that is given."""
        if _CLAIM.fullmatch(typed):
            return self._member(self.claim(typed), typed, besides)
        things = self._things(typed)
        return item_of(*self._one(typed, [one for one in things if isinstance(one[1], Statement)] or things))

    def claim(self, typed: str) -> Claim:
        """Find a claim, by its id or by a statement or a figure of it."""
        claims = self.record.claims
        if _CLAIM.fullmatch(typed):
            found = next((claim for claim in claims if claim.id == typed), None)
            remedy = f"there are c1 to c{len(claims)}" if claims else "it has none"
            what = f"there is no such claim in {self.kept.path}"
        else:
            item = self.item(typed)
            found = next((claim for claim in claims if item.place in {one.place for one in self._members(claim)}), None)
            what, remedy = f"“{shorten(item.text, LONGEST, placeholder=' …')}” is in no claim", f"for those there are, {_SEE}"
        if found is None:
            raise OnrecordError(what, where=typed, remedy=remedy)
        return found

    def _member(self, claim: Claim, typed: str, besides: CorrectedItem | None) -> CorrectedItem:
        members = [one for one in self._members(claim) if besides is None or one.place != besides.place]
        members = [one for one in members if besides is None or one.text != besides.text] or members
        if not members:
            raise OnrecordError("there is nothing else in that claim", where=typed, remedy=f"see its members: {_SEE}")
        return next((one for one in members if claim.text in " ".join(one.text.split())), members[0])

    def _members(self, claim: Claim) -> Iterator[CorrectedItem]:
        for member in claim.members:
            facts = next(facts for facts in self.record.captures if facts.page.capture.name == member.capture)
            yield from (item_of(facts, one) for one in _told(facts) if one.id in (member.statement, member.figure))

    def _things(self, typed: str) -> Sequence[Thing]:
        """Give all statements and figures that may be meant."""
        named, placed = _ID.fullmatch(typed), _LINE.fullmatch(typed)
        if named:
            facts = self.page(named["page"])
            return [(facts, one) for one in _told(facts) if one.id == named["id"]]
        if placed:
            facts = self.page(placed["page"])
            return [(facts, one) for one in _told(facts) if line_of(facts, item_of(facts, one)) == int(placed["line"])]
        raise OnrecordError("it names no statement, figure or claim", where=typed, remedy=HOW)

    def _one(self, typed: str, things: Sequence[Thing]) -> Thing:
        if not things:
            raise OnrecordError(f"nothing of that kind stands there in {self.kept.path}", where=typed, remedy=HOW)
        if len(things) > 1:
            listed = [f"p{self._pages.index(facts.page.capture.name) + 1}.{one.id} {_say(one)}" for facts, one in things[:MOST]]
            more = f" and {len(things) - MOST} more" if len(things) > MOST else ""
            raise OnrecordError(f"it may be any of {len(things)}", where=typed, remedy=f"name one: {', '.join(listed)}{more}")
        return things[0]


_SEE = "see: onrecord brief --format json"


def _told(facts: Facts) -> tuple[Statement | Figure, ...]:
    return (*facts.statements, *facts.figures)


def _say(thing: Statement | Figure) -> str:
    who = f"{thing.speaker.name or thing.speaker.text}: " if isinstance(thing, Statement) and thing.speaker else ""
    return f"({who}{shorten(text_of(thing), LONGEST, placeholder=' …')})"


def line_of(facts: Facts, item: CorrectedItem) -> int:
    """Give the line of its page on which an item begins, from 1, as a search shows it."""
    return facts.page.capture.text.count("\n", 0, item.spans[0].start) + 1
