"""Records made of short pages, for the tests of what is told between pages."""

from onrecord.model import Capture, Claim, Given, Record
from onrecord.pipeline import find_facts, join


def record(*pages: tuple[str, str]) -> Record:
    """Read pages, each a day of May 2031, or none, with its text, into a record; the second paper of a day is another outlet."""
    taken = []
    for number, (day, text) in enumerate(pages, start=1):
        outlet, _, date = day.rpartition(" ")
        given = Given(outlet=outlet or f"Paper {number}", published=f"2031-05-{int(date):02}" if date else None, title="A page")
        taken.append(find_facts(Capture(f"sha256:{number}", f"{number}.txt", "text", f"A page\n\n{text}\n", given)))
    return join(taken)


def claim_of(made: Record, words: str) -> Claim:
    """Give the claim to which the statement or the figure with some words belongs."""
    ids = {one.id for facts in made.captures for one in facts.statements if words in one.content.text}
    for facts in made.captures:
        text = facts.page.capture.text
        ids |= {one.id for one in facts.figures if words in text[max(one.span.start - 40, 0) : one.span.end + 40]}
    return next(claim for claim in made.claims if any(member.statement in ids or member.figure in ids for member in claim.members))


def history(claim: Claim) -> list[tuple[str, str | None]]:
    """Give how a claim's standing went, with who moved it."""
    return [(shift.standing, shift.by) for shift in claim.history]
