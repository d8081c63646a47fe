"""A Record to which of its statements and figures are told again, and where each was told first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.extract.within import Spread
from onrecord.model import Facts, Figure, Record, Span, Statement

Item = Statement | Figure
Kind = TypeVar("Kind", Statement, Figure)
ENOUGH = 0.5
"""Share of the words of a statement that must stand in the one it repeats: half, for the two may be cut differently."""


@dataclass(frozen=True, slots=True)
class Told:
    """Where something is told again."""

    capture: str
    """Name of the capture."""
    span: Span
    """Where in its text."""


@dataclass(frozen=True, slots=True)
class Retold:
    """What is told again, so that it need be shown once only."""

    first: Mapping[str, str]
    """Id of each statement or figure that is told again, and the id of the one told first."""
    again: Mapping[str, tuple[Told, ...]]
    """Id of each one told first, and where it is told again."""


def find_retold(record: Record) -> Retold:
    """Find the statements and figures that a repeat says were met before, and that were indeed read there."""
    pages = {facts.page.capture.name: _Laid(_spread(facts.statements), _spread(facts.figures)) for facts in record.captures}
    first: dict[str, str] = {}
    again: defaultdict[str, list[Told]] = defaultdict(list)
    for facts in record.captures:
        for item, earlier in _pairs(facts, pages):
            if item.id not in first and earlier.id != item.id:
                first[item.id] = earlier.id
    for facts in record.captures:
        items: tuple[Item, ...] = (*facts.statements, *facts.figures)
        for item in items:
            if item.id in first:
                again[_root(item.id, first)].append(Told(facts.page.capture.name, place(item)))
    return Retold(first, {name: tuple(told) for name, told in again.items()})


def place(item: Item) -> Span:
    """Give the words of a statement or figure at which a reader should look."""
    return item.content.spans[0] if isinstance(item, Statement) else item.span


def _root(name: str, first: Mapping[str, str]) -> str:
    """Follow from repeat to repeat to what was told first."""
    seen = {name}
    while name in first and first[name] not in seen:
        name = first[name]
        seen.add(name)
    return name


@dataclass(frozen=True, slots=True)
class _Laid:
    """What a page says, laid out by where it stands."""

    statements: Spread[Statement]
    figures: Spread[Figure]


def _spread(items: Iterable[Kind]) -> Spread[Kind]:
    return Spread((place(item), item) for item in items)


def _pairs(facts: Facts, pages: Mapping[str, _Laid]) -> Iterator[tuple[Item, Item]]:
    later = pages[facts.page.capture.name]
    for repeat in sorted(facts.repeats, key=lambda repeat: repeat.kind != "within"):
        earlier = pages.get(repeat.of.capture)
        if earlier is None:
            continue
        for statement in later.statements.touching(repeat.span):
            before = _same_statement(statement, earlier.statements.touching(repeat.of.span))
            if before:
                yield statement, before
        for figure in later.figures.touching(repeat.span):
            same = [other for other in earlier.figures.touching(repeat.of.span) if other.value == figure.value]
            if same:
                yield figure, same[0]


def _same_statement(statement: Statement, others: Sequence[Statement]) -> Statement | None:
    """Find the one of some statements that shares most words with this one, if it shares enough."""
    words = _words(statement)
    shares = [len(words & _words(other)) / (min(len(words), len(_words(other))) or 1) for other in others]
    best = max(range(len(others)), key=shares.__getitem__, default=None)
    return others[best] if best is not None and shares[best] >= ENOUGH else None


def _words(statement: Statement) -> set[str]:
    return set(statement.content.text.lower().split())
