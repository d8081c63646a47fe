"""What a search found to lines of a terminal, or to lines of JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from onrecord.record.search import CLOSE, OPEN, Hit
from onrecord.serve.afterwards import Afterwards
from onrecord.serve.claims import say_standing
from onrecord.serve.items import Item, item_lines, say_place
from onrecord.serve.layout import Paper
from onrecord.serve.places import Places

if TYPE_CHECKING:
    from onrecord.record.schema import Json


def hit_items(hits: Iterable[Hit], places: Places) -> Iterator[Item]:
    """Give each statement found as who and what, when and where, the claims that it speaks to, and what its speaker turned to later."""
    afterwards = Afterwards(places)
    for hit in hits:
        turns, claims = afterwards.turns(hit.page, str(hit.id)), afterwards.claims(hit.page, str(hit.id))
        item = hit_item(hit)
        stands = [f"{claim.id} {say_standing(claim.standing)}" for claim in claims]
        later: list[Json] = [turn.told(places) for turn in turns]
        told: dict[str, Json] = {**item.told, "claims": [claim.id for claim in claims] or None, "later": later or None}
        yield replace(item, place=", ".join((item.place, *stands)), notes=(*item.notes, *(turn.say(places) for turn in turns)), told=told)


def hit_item(hit: Hit) -> Item:
    """Give a find as who and what, then when and where."""
    act = f" ({hit.act})" if hit.act not in (None, "assert") else ""
    told = asdict(without_marks(hit)) | {"corrected": [asdict(one) for one in hit.corrected] or None}
    notes = tuple(
        f"{one.kind} corrected by {one.by}; {f'read as {one.was}' if one.was else 'none had been found'}" for one in hit.corrected
    )
    place = say_place(hit.said, hit.outlet, f"{hit.page} L{hit.line}", hit.url)
    return Item(f"{hit.who}{act}: " if hit.who else "", hit.words, place, notes=notes, told=told)


def hit_lines(items: Iterable[Item], paper: Paper) -> Iterator[str]:
    """Give the lines of finds; what was searched for stands between asterisks, or bold in colour."""
    return (_marked(line, paper) for line in item_lines(items, paper))


def without_marks(hit: Hit) -> Hit:
    """Give a find with its words as the page has them."""
    return replace(hit, words=hit.words.replace(OPEN, "").replace(CLOSE, ""))


def _marked(line: str, paper: Paper) -> str:
    return line.replace(OPEN, "\x1b[1m" if paper.colour else "*").replace(CLOSE, "\x1b[0m" if paper.colour else "*")
