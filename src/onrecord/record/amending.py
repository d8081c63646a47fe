"""Facts of pages, and what people have put right on them, to facts that say what they said, with what had been read kept beside."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal

from onrecord.model import (
    Actor,
    ActorType,
    Corrected,
    CorrectedItem,
    Correction,
    Facts,
    Figure,
    Published,
    Span,
    Speaker,
    Statement,
)
from onrecord.record.people import Cast

Taken = tuple[Facts, Cast]
"""The facts of one page, and the actors that its statements name."""
ENOUGH = 0.5
"""Share of the words of two readings of one page that must be the same for them to be one item: half, for they may be cut otherwise."""


def select_holding(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Leave out what was undone, and of several corrections of one thing all but the last."""
    last: dict[tuple[object, ...], Correction] = {}
    for one in corrections:
        if one.undone is None:
            last[(one.kind, *(item.place for item in one.items))] = one
    return tuple(sorted(last.values(), key=lambda one: one.number))


def amend(taken: Sequence[Taken], corrections: Iterable[Correction], type_of: Callable[[str], ActorType]) -> list[Taken]:
    """Give pages the speakers and the dates that people have put right; `type_of` tells what a name is of that no page has as an actor.

    What rests on these is left as it was; a page on which nothing was put right is the same object.
    """
    holding: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in select_holding(corrections):
        if one.kind in ("speaker", "date"):
            holding[one.items[0].capture].append(one)
    if not holding:
        return list(taken)
    named = {name.casefold(): actor for _, actors in taken for actor in actors for name in (actor.name, *actor.also)}
    amended = []
    for facts, actors in taken:
        for one in holding.get(facts.page.capture.id, ()):
            if one.kind == "date":
                facts = _date(facts, one)
            else:
                facts, actors = _speak((facts, actors), one, lambda name: named.get(name.casefold()) or Actor("", name, type_of(name)))
        amended.append((facts, actors))
    return amended


def _date(facts: Facts, correction: Correction) -> Facts:
    day = correction.value or ""
    published = Published(day, "given", day, day)
    return replace(facts, page=replace(facts.page, published=published), corrected=_by(correction, facts.page.published))


def _by(correction: Correction, was: Speaker | Published | None) -> Corrected:
    return Corrected(was, correction.number, correction.by, correction.at, correction.note)


def _speak(taken: Taken, correction: Correction, find: Callable[[str], Actor]) -> Taken:
    """Give a statement its speaker; an actor whom the page does not have is added to those it has."""
    facts, actors = taken
    statement = find_item(facts, correction.items[0])
    if not isinstance(statement, Statement):
        return taken
    speaker = None
    if correction.value:
        actors, actor = _cast(actors, correction.value, find)
        speaker = Speaker(correction.value, None, actor.id, actor.name, "named")
    told = replace(statement, speaker=speaker, corrected=_by(correction, statement.speaker))
    return replace(facts, statements=tuple(told if one is statement else one for one in facts.statements)), actors


def _cast(actors: Cast, name: str, find: Callable[[str], Actor]) -> tuple[Cast, Actor]:
    known = next((one for one in actors if name.casefold() in (other.casefold() for other in (one.name, *one.also))), None)
    if known:
        return actors, known
    taken = {actor.id for actor in actors}
    added = replace(find(name), id=next(free for n in count(1) if (free := f"a{n}") not in taken))
    return (*actors, added), added


def find_item(facts: Facts, item: CorrectedItem) -> Statement | Figure | None:
    """Find what a correction is of on a page as it is read now: the item of the same words that is nearest, or else at the same place."""
    things: tuple[Statement | Figure, ...] = (*facts.statements,) if item.kind == "statement" else (*facts.figures,)
    if facts.page.capture.id != item.capture or item.kind == "page":
        return None
    same = [one for one in things if text_of(one) == item.text]
    if same:
        return min(same, key=lambda one: abs(_spans_of(one)[0].start - item.spans[0].start))
    near = max(things, key=lambda one: _share(one, item), default=None)
    return near if near is not None and _share(near, item) >= ENOUGH else None


def _share(one: Statement | Figure, item: CorrectedItem) -> float:
    """Give the share of code points that two readings have in common."""
    first, second = ({at for span in spans for at in range(*span)} for spans in (_spans_of(one), item.spans))
    return len(first & second) / (len(first | second) or 1)


def _spans_of(one: Statement | Figure) -> tuple[Span, ...]:
    return one.content.spans if isinstance(one, Statement) else (one.span,)


def text_of(one: Statement | Figure) -> str:
    """Give the words of a statement or a figure."""
    return one.content.text if isinstance(one, Statement) else one.text


def item_of(facts: Facts, one: Statement | Figure | None = None) -> CorrectedItem:
    """Give how a page, or a statement or a figure on it, is known in corrections."""
    capture = facts.page.capture
    if one is None:
        return CorrectedItem(capture.id, capture.name, "page", None)
    kind: Literal["statement", "figure"] = "statement" if isinstance(one, Statement) else "figure"
    return CorrectedItem(capture.id, capture.name, kind, one.id, _spans_of(one), text_of(one))


def locate(captures: Sequence[Facts], corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Give the corrections that hold in a record, their items with the names and ids that they have in it; others wait for their pages."""
    pages = {facts.page.capture.id: facts for facts in captures}
    located = []
    for one in select_holding(corrections):
        items = [_located(pages.get(item.capture), item) for item in one.items]
        found = tuple(item for item in items if item)
        if len(found) == len(items):
            located.append(replace(one, items=found))
    return tuple(located)


def _located(facts: Facts | None, item: CorrectedItem) -> CorrectedItem | None:
    if facts is None:
        return None
    found = find_item(facts, item)
    return item_of(facts, found) if found or item.kind == "page" else None


def held_anew(facts: Facts) -> Iterator[tuple[Figure, int]]:
    """Give the figures that are held by a speaker who was put right, each with the number of that correction."""
    corrected = [(one, one.corrected.number) for one in facts.statements if one.corrected]
    speakers = {one.speaker.actor: number for one, number in corrected if one.speaker}
    for figure in facts.figures if corrected else ():
        within = (number for one, number in corrected if any(span.covers(figure.span) for span in one.content.spans))
        number = next(within, speakers.get(figure.holder.actor) if figure.holder and figure.holder.actor else None)
        if number is not None:
            yield figure, number
