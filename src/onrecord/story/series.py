"""Claims and the figures of their members to series: one quantity over time, with who gave each value and what it takes the place of."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.language.matters import find_terms
from onrecord.model import Actor, Claim, Facts, Figure, Point, Series
from onrecord.settings import StandingSettings
from onrecord.story.parties import Parties, find_parties, is_nobody
from onrecord.story.quantities import event_of, is_comparable, may_be_same, noun_of
from onrecord.story.sayings import figures_in, find_parts

Given = tuple[str, Figure]
"""A figure with the name of its capture."""


def find_series(
    claims: Sequence[Claim], captures: Sequence[Facts], *, actors: Sequence[Actor] = (), settings: StandingSettings | None = None
) -> tuple[Series, ...]:
    """Find the quantities of which claims give more than one value; a value that is only told again is no new point."""
    limits = settings or StandingSettings()
    figures: dict[str | None, Figure] = {figure.id: figure for facts in captures for figure in _leading(facts)}
    parties = find_parties(actors, captures)
    made: list[Series] = []
    for claim in claims:
        given = [(member.capture, figures[member.figure]) for member in claim.members if member.figure in figures]
        same = list(_of_one_quantity(given, limits))
        points = tuple(_points(same, parties, limits))
        if len({point.value for point in points}) > 1:
            made.append(Series(f"q{len(made) + 1}", _quantity([figure for _, figure in same]), points))
    return tuple(made)


def _leading(facts: Facts) -> Iterator[Figure]:
    """Give the figures that lead: no parts of a sum, the first of each statement, and those in the outlet's own voice."""
    parts = find_parts(facts)
    whole = [figure for figure in facts.figures if figure.span not in parts]
    said = [figures_in(whole, statement.content.spans) for statement in facts.statements]
    following = {figure.id for figures in said for figure in figures[1:]}
    yield from (figure for figure in whole if figure.id not in following)


def _of_one_quantity(given: Sequence[Given], limits: StandingSettings) -> Iterator[Given]:
    """Give the figures that count what most count, and are not far off what most give."""
    nouns = Counter(noun_of(figure) for _, figure in given if figure.counted)
    if not nouns:
        return
    noun = nouns.most_common(1)[0][0]
    counted = [(capture, figure) for capture, figure in given if noun & noun_of(figure) and figure.value is not None]
    years = Counter(figure.as_of[:4] for _, figure in counted if figure.as_of).most_common(1)
    counted = [one for one in counted if not years or (one[1].as_of or years[0][0])[:4] == years[0][0]]  # what an earlier year brought
    values: defaultdict[frozenset[str], list[float]] = defaultdict(list)
    for _, figure in sorted(counted, key=lambda one: float(one[1].value or 0)):
        values[event_of(figure)].append(float(figure.value or 0))
    yield from (one for one in counted if _comparable(one[1], values, limits) * 2 >= len(counted))


def _comparable(figure: Figure, values: Mapping[frozenset[str], Sequence[float]], limits: StandingSettings) -> int:
    """Count the values, in order under what happened, that are comparable with a figure."""
    value, event = float(figure.value or 0), event_of(figure)
    low, high = value / limits.farthest_apart, value * limits.farthest_apart
    return sum(bisect_right(others, high) - bisect_left(others, low) for other, others in values.items() if may_be_same(event, other))


def _points(given: Sequence[Given], parties: Parties, limits: StandingSettings) -> Iterator[Point]:
    """Give the points in the order in which they were told: each revises the last other value of its holder."""
    last: dict[str | None, tuple[int, Figure]] = {}
    told: set[tuple[object, ...]] = set()
    for capture, figure in given:
        holder = parties.get(figure.holder.actor or "", figure.holder.name) if figure.holder else f"page {capture}"
        key = (figure.value, figure.bound, holder)
        known = key in told or (figure.holder is None and figure.value in {value for value, *_ in told})
        if figure.value is None or known or (figure.holder and is_nobody(figure.holder.name)):
            continue
        before = last.get(holder)
        revises = before[0] if before and before[1].value != figure.value and is_comparable(figure, before[1], limits) else None
        last[holder] = (len(told), figure)
        told.add(key)
        name = figure.holder.name if figure.holder else None
        yield Point(figure.value, figure.bound, figure.as_of, name, capture, figure.id, revises)


def _quantity(figures: Sequence[Figure]) -> str:
    """Say what is counted, what happened to it and where: "people evacuated, Norrhamn"."""
    counted, event, place = (
        Counter(filter(None, found)).most_common(1)
        for found in ([one.counted for one in figures], [one.event for one in figures], [one.place for one in figures])
    )
    what = counted[0][0] if counted else ""
    happened = event[0][0] if event and not find_terms(f"- {event[0][0]}") <= find_terms(f"- {what}") else ""
    return ", ".join(filter(None, (" ".join(filter(None, (what, happened))), place[0][0] if place else "")))
