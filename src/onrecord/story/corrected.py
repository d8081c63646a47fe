"""What people have said of claims, laid over what was found: which tellings are of one claim and which are not, and how a claim stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from onrecord.model import Claim, Corrected, CorrectedItem, Correction, Member, Shift, Span, Standing
from onrecord.story.sayings import Telling

Place = tuple[object, ...]
"""What tells an item from all others."""


def hold_pairs(groups: Iterable[Sequence[Telling]], corrections: Iterable[Correction]) -> list[list[Telling]]:
    """Bring together what is the same claim, then take apart what is not: the second of two leaves, with all that repeats its words."""
    held = [list(group) for group in groups]
    pairs = [one for one in corrections if one.kind in ("same", "apart")]
    same = [one.items for one in pairs if one.kind == "same"]
    told = _find_told(held, [item for one in pairs for item in one.items])
    named = list(told.values())
    for one, two in same:
        first, second = _group_of(held, told.get(one.place)), _group_of(held, told.get(two.place))
        if first is not None and second is not None and first is not second:
            first += second
            second.clear()
    for one, two in (one.items for one in pairs if one.kind == "apart"):
        group = _group_of(held, told.get(one.place))
        if group is not None and group is _group_of(held, told.get(two.place)):
            leaving = [told[place] for place in _joined(same, two) if place in told]
            worded = {telling.wording for telling in leaving if telling.wording}
            gone = [one for one in group if one in leaving or (one.wording in worded and one not in named)]
            held.append(gone)
            group[:] = [one for one in group if one not in gone]
    return [group for group in held if group]


def _find_told(groups: Iterable[Sequence[Telling]], items: Sequence[CorrectedItem]) -> dict[Place, Telling]:
    """Find the tellings of items: that of a statement is the one of its main matter, that of a figure the one it is told with."""
    sought = {(item.name, item.id): item.place for item in items}
    told: dict[Place, Telling] = {}
    for telling in (telling for group in groups if sought for telling in group):
        statement = telling.statement.id if telling.statement and not telling.part else None
        for name in (statement, *(figure.id for figure in telling.figures)):
            if (telling.capture, name) in sought:
                told[sought[(telling.capture, name)]] = telling
    return told


def _group_of(groups: Iterable[list[Telling]], telling: Telling | None) -> list[Telling] | None:
    return next((group for group in groups if any(one is telling for one in group)), None)


def find_contrary(corrections: Iterable[Correction], new: Correction) -> tuple[int, ...]:
    """Give the numbers of the corrections against which a new one has two items as the same claim, or as two; empty for none."""
    same, apart = ([one for one in corrections if one.kind == kind and one.undone is None] for kind in ("same", "apart"))
    if new.kind not in ("same", "apart"):
        return ()
    first, second = (_joined([one.items for one in same], item) for item in new.items)
    if new.kind == "apart":
        return tuple(one.number for one in same if one.items[0].place in first) if first == second else ()
    return tuple(
        other.number
        for other in apart
        for one, two in [[item.place for item in other.items]]
        if (one in first and two in second) or (one in second and two in first)
    )


def _joined(same: Sequence[tuple[CorrectedItem, ...]], item: CorrectedItem) -> set[Place]:
    """Give the places of all that people have said to be the same claim as an item, itself among them."""
    found: set[Place] = {item.place}
    before = 0
    while len(found) > before:
        before = len(found)
        found.update(one.place for pair in same if any(one.place in found for one in pair) for one in pair)
    return found


def lay_standings(claims: Iterable[Claim], corrections: Iterable[Correction]) -> tuple[Claim, ...]:
    """Let claims stand as people have said, with what had been found beside it, and a step of their history by them."""
    standings = {member_of(one.items[0]): one for one in corrections if one.kind == "standing"}
    return tuple(_stand(claim, [standings[member] for member in claim.members if member in standings]) for claim in claims)


def member_of(item: CorrectedItem) -> Member:
    """Give the member of a claim that an item is."""
    return Member(item.name, figure=item.id) if item.kind == "figure" else Member(item.name, statement=item.id)


def _stand(claim: Claim, corrections: Sequence[Correction]) -> Claim:
    if not corrections:
        return claim
    last = max(corrections, key=lambda one: one.number)
    standing, item = cast("Standing", last.value), last.items[0]
    step = Shift(last.at, standing, last.by, item.name, Span(item.spans[0].start, item.spans[-1].end))
    corrected = Corrected(claim.standing, last.number, last.by, last.at, last.note)
    return replace(claim, standing=standing, history=(*claim.history, step), corrected=corrected)
