"""Tellings of one page to those that lean on another there, or answer the one that they stand beside."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.language.english_matters import COUNTABLE
from onrecord.language.matters import LEAST_NUMBER, MATTER, NAME, NUMBER, find_terms
from onrecord.model import Statement
from onrecord.settings import ClaimSettings
from onrecord.story.sayings import Telling, parts_of_a_count

ANSWERS = frozenset(("confirm", "decline", "deny", "neither"))
"""Acts by which someone speaks to what another has said."""


CONTESTED = frozenset(("accuse", "deny"))
"""Acts that bring others to say what they can or cannot confirm."""


ENOUGH = 3
"""Words that tell something from which an answer is none to a count: "it had used the wrong concrete", but not "the report"."""


def find_links(tellings: Sequence[Telling], limits: ClaimSettings) -> Iterator[tuple[int, int]]:
    """Join what says nothing by itself to the telling that it leans on, by their numbers in the page's order: the later one first.

    An answer leans on what someone else said before it, a quotation on the words it goes on from, a heading on the text below it.
    """
    for at, telling in enumerate(tellings):
        before = tellings[at - 1] if at else None
        if before and (_counts_on(before, telling) or _grounds(before, telling)):
            yield at, at - 1
        elif telling.statement and _leans(telling):
            on = _below(tellings, at, limits) if telling.heading else None
            on = _named(tellings, at) if on is None and _POINTING.search(telling.text) else on
            on = _leans_on(tellings, at, limits) if on is None and not telling.heading else on
            if on is not None:
                yield max(at, on), min(at, on)
        elif telling.statement and not telling.heading and not telling.part:
            said = next((number for number in range(at - 1, -1, -1) if tellings[number].statement), None)
            if said is not None and _answers(tellings[said], telling):
                yield at, said


def find_neighbours(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Give what is told right behind what someone else said, in one paragraph or in one entry of a live blog, as find_links does."""
    blog = len({telling.entry for telling in tellings}) > 1
    for at, (before, telling) in enumerate(pairwise(tellings), start=1):
        said = before.statement and telling.statement and not before.heading
        near = before.entry == telling.entry and telling.block - before.block <= blog
        if said and near and before.speaker != telling.speaker and not _tells_more(before, telling):
            yield at, at - 1


def _tells_more(before: Telling, telling: Telling) -> bool:
    """Tell whether a telling tells of a matter or a count that the one before it does not have."""
    matters = {term for term in telling.terms if term[0] == MATTER}
    return bool(matters - before.terms) or bool(telling.totals and not before.totals)


def find_recounts(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Give what counts as many of the same as another paragraph of the page does, by their numbers: the later one first.

    Two or fewer are met by chance; what else became of them, or another day of what is counted each day, makes another count.
    """
    counted: dict[tuple[float, str], int] = {}
    for at, telling in enumerate(tellings):
        for one in telling.totals[:1]:
            kinds = [term for term in find_terms(f"- {one.counted}") if term[1:] in COUNTABLE] if one.counted else []
            if kinds and one.value is not None and one.value >= LEAST_NUMBER:
                before = counted.get((float(one.value), min(kinds)))
                if before is not None and _may_be_one(tellings[before], telling):
                    yield at, before
                counted[float(one.value), min(kinds)] = at


def _may_be_one(before: Telling, telling: Telling) -> bool:
    apart = before.outcomes and telling.outcomes and before.outcomes.isdisjoint(telling.outcomes)
    return not apart and before.days == telling.days and before.block != telling.block


def _answers(before: Telling, telling: Telling) -> bool:
    """Tell whether a statement is a quotation that goes on from what somebody else said right before it."""
    if telling.statement is None or before.heading or before.entry != telling.entry or telling.block - before.block > 1:
        return False
    apart = before.outcomes and telling.outcomes and not before.outcomes & telling.outcomes
    return telling.statement.quoted == "direct" and before.speaker != telling.speaker and not apart


def _leans(telling: Telling) -> bool:
    """Tell whether a telling says nothing by itself: no matter, no number and no name."""
    return not any(term.startswith((MATTER, NUMBER, NAME)) for term in telling.terms)


def _counts_on(before: Telling, telling: Telling) -> bool:
    """Tell whether figures are parts of what was counted before, or a clause says too little by itself: "up from 27"."""
    if before.block != telling.block:
        return False
    if telling.statement:
        return bool(before.totals) and parts_of_a_count(telling)
    return not telling.totals or len([term for term in telling.terms if not term.startswith(NUMBER)]) <= 1


def _below(tellings: Sequence[Telling], at: int, limits: ClaimSettings) -> int | None:
    """Find the statement below that a heading sums up; an answer sums up an answer of its kind."""
    told = [(number, tellings[number].statement) for number in range(at + 1, min(at + 1 + limits.reach_back, len(tellings)))]
    below = [(number, one) for number, one in told if one and tellings[number].entry == tellings[at].entry]
    summed = tellings[at].statement
    act = summed.act if summed else None
    return next((number for number, one in below if act not in ANSWERS or one.act == act), None)


def _leans_on(tellings: Sequence[Telling], at: int, limits: ClaimSettings) -> int | None:
    telling, statement = tellings[at], tellings[at].statement
    near = [number for number in range(max(at - limits.reach_back, 0), at) if tellings[number].statement]
    before = [number for number in near if tellings[number].entry == telling.entry and not tellings[number].heading]
    if statement is None or not before or (len(telling.terms) >= ENOUGH and tellings[before[-1]].totals):
        return None
    if statement.act == "neither":
        contested = [number for number in before if (one := tellings[number].statement) and one.act in CONTESTED]
        return (contested or before)[-1]
    if statement.act in ANSWERS and (statement.speaker is None or statement.speaker.how not in ("pronoun", "carried")):
        others = [number for number in before if tellings[number].speaker != telling.speaker]
        return (others or before)[-1]
    if statement.act in ANSWERS or len(telling.terms) <= 1 or _goes_on(statement, telling, tellings[before[-1]]):
        return before[-1]
    return None


_POINTING = re.compile(
    r"(?P<whose>\w+)(?:['’]s?)\s(?:account|accusation|allegation|assertion|claim|criticism|remark|report|statement|version)s?\b",
    re.IGNORECASE,
)
"""Words that point to what somebody said: "the captain's account"."""


def _named(tellings: Sequence[Telling], at: int) -> int | None:
    """Find what the one whose account is spoken of said: last before, else first after."""
    match = _POINTING.search(tellings[at].text)
    whose = match["whose"].lower() if match else ""
    said = [number for number, telling in enumerate(tellings) if number != at and whose in _speaker_words(telling)]
    before = [number for number in said if number < at]
    return before[-1] if before else next(iter(said), None)


def _speaker_words(telling: Telling) -> frozenset[str]:
    speaker = telling.statement.speaker if telling.statement else None
    return frozenset(re.findall(r"\w+", f"{speaker.text} {speaker.name or ''}".lower())) if speaker else frozenset()


def _grounds(before: Telling, telling: Telling) -> bool:
    """Tell whether a quotation says why its speaker has just denied something, or accused somebody."""
    denied = before.statement is not None and before.statement.act in CONTESTED and not before.heading
    return denied and not telling.totals and telling.statement is not None and _goes_on(telling.statement, telling, before)


def _goes_on(statement: Statement, telling: Telling, before: Telling) -> bool:
    near = telling.block - before.block <= 1
    return statement.quoted == "direct" and near and telling.speaker is not None and telling.speaker == before.speaker
