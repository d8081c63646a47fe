"""Claims of a record to what a reader is told of them: each in one paragraph, or one with all its words, origins and history."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.model import Claim, Figure, Member, Record, Shift, Statement
from onrecord.record.schema import Json, plain
from onrecord.serve.items import Item, heading, item_lines, say_place
from onrecord.serve.layout import Paper
from onrecord.serve.places import Places, say_speaker, who_says
from onrecord.serve.retold import find_retold
from onrecord.serve.standings import STANDINGS, say_claim

MOST_AGAIN = 3
"""Places named at which something is told again."""


def claim_item(claim: Claim, places: Places) -> Item:
    """Tell a claim in one paragraph: how it stands, its words, who is behind it and who moved it last, and where."""
    last = claim.history[-1]
    return Item(
        f"{claim.id} {say_standing(claim.standing)}:",
        f" {say_claim(claim, places.texts)}",
        say_place(last.when, places.spot(last.capture, last.span)),
        STANDINGS.get(claim.standing, "bold"),
        told=claim_told(claim, places),
    )


def say_standing(standing: str) -> str:
    """Write a standing as words.

    >>> say_standing("not_confirmed")
    'not confirmed'
    """
    return standing.replace("_", " ")


def claim_told(claim: Claim, places: Places) -> dict[str, Json]:
    """Give a claim as the record has it, with the words and the line of each of its places."""
    members: list[Json] = [{**_object(member), **_member_told(member, places)} for member in claim.members]
    history: list[Json] = [
        {**_object(shift), "words": places.words(shift.capture, shift.span), "line": places.line(shift.capture, shift.span)}
        for shift in claim.history
    ]
    return {**_object(claim), "members": members, "history": history}


def _object(thing: Claim | Member | Shift) -> dict[str, Json]:
    told = plain(thing)
    return told if isinstance(told, dict) else {}


def _member_told(member: Member, places: Places) -> dict[str, Json]:
    spans = places.spans(member)
    item = places.items.get(member.statement or member.figure or "")
    return {
        "who": _who(item),
        "act": item.act if isinstance(item, Statement) else None,
        "words": " … ".join(places.words(member.capture, span) for span in spans),
        "line": places.line(member.capture, spans[0]) if spans else None,
        "said": places.said(member.capture, item.entry) if item else None,
    }


def _who(item: Statement | Figure | None) -> str:
    if isinstance(item, Statement):
        return who_says(item)
    return item.holder.name if item and item.holder else "the outlet"


def claim_lines(claim: Claim, record: Record, paper: Paper) -> Iterator[str]:
    """Tell one claim whole: how it came to stand as it does, who is behind it, and every place at which it is told."""
    places = Places(record)
    style = STANDINGS.get(claim.standing, "bold")
    yield from item_lines([Item(f"{claim.id} {say_standing(claim.standing)}:", f" {claim.text}", style=style)], paper)
    title = next((f"{story.id}: {story.title}" for story in record.stories if story.id == claim.story), "")
    if title:
        yield from (f"{paper.paint(line, 'dim')}\n" for line in paper.lines(title, first="  "))
    yield "\n" + heading("HOW IT CAME TO STAND", paper)
    yield from item_lines((_shift_item(shift, places) for shift in claim.history), paper, indent="  ")
    yield "\n" + heading(f"WHO IS BEHIND IT – {claim.origins} independent", paper)
    yield from item_lines(_origin_items(claim), paper, indent="  ")
    yield "\n" + heading("WHERE IT IS TOLD", paper)
    yield from item_lines(_member_items(claim, places), paper, indent="  ")


def _shift_item(shift: Shift, places: Places) -> Item:
    by = f" by {shift.by}" if shift.by else ""
    text = f" {quoted(places.words(shift.capture, shift.span))}"
    place = say_place(shift.when, places.spot(shift.capture, shift.span))
    return Item(f"{say_standing(shift.standing)}{by}:", text, place, STANDINGS.get(shift.standing, "bold"))


def _origin_items(claim: Claim) -> Iterator[Item]:
    for origin in claim.folded:
        pages = len({claim.members[at].capture for at in origin.members})
        told = f"{len(origin.members)} place{'' if len(origin.members) == 1 else 's'} on {pages} page{'' if pages == 1 else 's'}"
        yield Item(f"{origin.who or 'the outlet'}:", f" {told}. {origin.why}")
    if not claim.folded:
        yield Item("", "Nobody who makes it is named; it is known from those who speak to it.")


def _member_items(claim: Claim, places: Places) -> Iterator[Item]:
    """Tell each member once, with where it is told again; a figure that stands in a statement told here is told by it."""
    pages = {member.capture for member in claim.members}
    near = replace(places.record, captures=tuple(places.pages[name] for name in places.pages if name in pages))
    retold = find_retold(near)
    named = {member.statement or member.figure for member in claim.members}
    said = {(member.capture, span) for member in claim.members if member.statement for span in places.spans(member)}
    for member in claim.members:
        name = member.statement or member.figure or ""
        spans = places.spans(member)
        inside = member.figure and any(capture == member.capture and span.covers(spans[0]) for capture, span in said)
        if inside or retold.first.get(name) in named:
            continue
        again = list(dict.fromkeys(places.spot(told.capture, told.span) for told in retold.again.get(name, ())))
        yield _member_item(member, places, again)


def _member_item(member: Member, places: Places, again: list[str]) -> Item:
    item = places.items.get(member.statement or member.figure or "")
    spans = places.spans(member)
    act = f" ({item.act})" if isinstance(item, Statement) and item.act != "assert" else ""
    if isinstance(item, Statement):
        words = " … ".join(places.words(member.capture, span) for span in spans)
        words = quoted(words) if item.quoted == "direct" else words
    else:
        words = places.sentence(member.capture, spans[0])
    more = f" and {len(again) - MOST_AGAIN} more" if len(again) > MOST_AGAIN else ""
    told = f"told again: {', '.join(again[:MOST_AGAIN])}{more}" if again else None
    place = say_place(places.said(member.capture, item.entry) if item else None, places.spot(member.capture, spans[0]), told)
    who = say_speaker(item) if isinstance(item, Statement) else _who(item)
    return Item(f"{who}{act}:", f" {words}", place)


def quoted(words: str) -> str:
    """Put words into quotation marks, where none stand before them."""
    return words if words[:1] in '“‘"' else f"“{words}”"
