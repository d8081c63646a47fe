"""A Record and the captures that are new in it to what they bring: what moved, what does not add up, what was said, most telling first."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Evidence, Facts, Record
from onrecord.serve.brief import STYLES
from onrecord.serve.claims import quoted
from onrecord.serve.items import Item, say_place
from onrecord.serve.moves import OF_PAGES, Laid, Piece, find_moves, lay, touches
from onrecord.serve.places import Places, say_speaker, who_says
from onrecord.serve.retold import find_retold
from onrecord.story.findings import ORDER

if TYPE_CHECKING:
    from onrecord.record.schema import Json

RANKS = (*(kind for kind in ORDER if kind not in OF_PAGES), "corroborated", "value", "changed", "said", "figure")
"""Kinds of news, most telling first."""
ACTS = ("confirm", "deny", "accuse", "neither", "decline", "warn", "demand", "promise", "intend", "predict", "assert", "ask", "believe")
"""Acts of statements, most telling first."""
MOST_PLACES = 3
"""Places named of one piece of news."""


@dataclass(frozen=True, slots=True)
class News:
    """What some captures bring."""

    items: tuple[Item, ...]
    """What is new, most telling first."""
    repeated: int
    """Statements and figures on them that were told before, on older pages or on these."""


def find_news(record: Record, fresh: Collection[str]) -> News:
    """Find what the captures of these names bring that the others of the record have not."""
    places = Places(record)
    pages = [places.pages[name] for name in places.pages if name in fresh]
    again = _told_again(record, fresh)
    moves = find_moves(places, fresh)
    told = lay(evidence for piece in moves for evidence in piece.read)
    said = [piece for facts in pages for piece in (*_said(facts, again, told), *_figures(facts, again, told, places))]
    pieces = sorted([*moves, *said], key=lambda piece: (RANKS.index(piece.kind), piece.rank))
    ids = [one.id for facts in pages for one in facts.statements] + [one.id for facts in pages for one in facts.figures]
    return News(tuple(_item(piece, places) for piece in pieces), sum(name in again for name in ids))


def _told_again(record: Record, fresh: Collection[str]) -> set[str]:
    """Give the ids of what is told again: repeats, and the same words by the same speaker; what older pages tell is known first."""
    again = set(find_retold(record).first)
    worded: set[tuple[str, str]] = set()
    for facts in sorted(record.captures, key=lambda facts: facts.page.capture.name in fresh):
        for statement in facts.statements:
            wording = who_says(statement).casefold(), statement.content.text.casefold()
            if wording in worded:
                again.add(statement.id)
            worded.add(wording)
    return again


def _said(facts: Facts, again: Collection[str], told: Laid) -> Iterator[Piece]:
    """Give the statements of a page that were told nowhere before, and that no other news tells."""
    name = facts.page.capture.name
    for statement in facts.statements:
        read = tuple(Evidence(name, span) for span in statement.content.spans)
        if statement.id in again or any(touches(one, told) for one in read):
            continue
        words = " … ".join(" ".join(span.of(facts.page.capture.text).split()) for span in statement.content.spans)
        act = f" ({statement.act})" if statement.act != "assert" else ""
        who = who_says(statement)
        about: dict[str, Json] = {"who": who, "act": statement.act, "words": words}
        text = quoted(words) if statement.quoted == "direct" else words
        yield Piece("said", text, read, f"{say_speaker(statement)}{act}:", ACTS.index(statement.act), about)


def _figures(facts: Facts, again: Collection[str], told: Laid, places: Places) -> Iterator[Piece]:
    """Give the sentences in which the outlet itself counts something that was not counted before."""
    name = facts.page.capture.name
    spoken = lay(Evidence(name, span) for statement in facts.statements for span in statement.content.spans)
    given: set[str] = set()
    for figure in facts.figures:
        read = Evidence(name, figure.span)
        if figure.id in again or figure.counted is None or touches(read, told) or touches(read, spoken):
            continue
        words = places.sentence(name, figure.span)
        if words not in given:
            who = figure.holder.name if figure.holder else "the outlet"
            yield Piece("figure", words, (read,), f"{who}:", told={"who": who, "words": words})
        given.add(words)


def _item(piece: Piece, places: Places) -> Item:
    """Give a piece of news as it is shown: when it was said, and the page and line."""
    first = piece.read[0]
    said = places.said_at(first.capture, first.span)
    told: dict[str, Json] = {"kind": piece.kind, "text": piece.text, **piece.told}
    told |= {"said": said, "page": first.capture, "line": places.line(first.capture, first.span)}
    style = STYLES.get(piece.kind, "bold")
    lead = piece.lead or f"{piece.kind.replace('_', ' ')}:"
    return Item(lead, f" {piece.text}", say_place(said, *_spots(piece, places)), style, told=told)


def _spots(piece: Piece, places: Places) -> Iterator[str]:
    """Say where a piece of news can be read: "bridge.txt L5", "L7"."""
    spots = list(dict.fromkeys((one.capture, places.line(one.capture, one.span)) for one in piece.read))
    page = ""
    for capture, line in spots[:MOST_PLACES]:
        yield f"L{line}" if capture == page else f"{capture} L{line}"
        page = capture
    if len(spots) > MOST_PLACES:
        yield f"and {len(spots) - MOST_PLACES} more"
