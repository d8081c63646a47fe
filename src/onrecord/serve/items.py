"""What a command found to lines of a terminal, one paragraph each with the place below, or to lines of JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.record.schema import Json
from onrecord.serve.layout import Paper, Style


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is told of: for a reader and for a program."""

    lead: str
    """Its opening words, which stand out."""
    text: str
    """The rest of it."""
    place: str = ""
    """When it was said and where it stands; empty when the text tells that."""
    style: Style = "bold"
    """How the opening words stand out."""
    notes: tuple[str, ...] = ()
    """What is to be said of it, below."""
    told: Mapping[str, Json] = field(default_factory=dict)
    """What a program is given."""


def item_lines(items: Iterable[Item], paper: Paper, *, indent: str = "") -> Iterator[str]:
    """Give each thing as a paragraph, then where it stands, dimmed, then the notes."""
    inner = f"{indent}  "
    for item in items:
        yield from _ended(paper.lines(item.text, first=indent, rest=inner, lead=item.lead, style=item.style))
        if item.place:
            yield from (f"{paper.paint(line, 'dim')}\n" for line in paper.lines(item.place, first=inner, rest=f"{inner}  "))
        for note in item.notes:
            yield from _ended(paper.lines(note, first=inner, rest=f"{inner}  "))


def items_as_json(items: Iterable[Item]) -> Iterator[str]:
    """Give each thing as one line of JSON; what is not known is left out."""
    for item in items:
        yield json.dumps({name: value for name, value in item.told.items() if value is not None}, ensure_ascii=False) + "\n"


def heading(text: str, paper: Paper) -> str:
    """Give the line above a part of what is told."""
    return f"{paper.paint(text, 'bold')}\n"


def say_place(*parts: str | None) -> str:
    """Say when and where, what is not known left out.

    >>> say_place("2024-05-31T14:30+02:00", None, "bridge.txt L5")
    '2024-05-31 14:30+02:00, bridge.txt L5'
    """
    return ", ".join(part.replace("T", " ") if part[:4].isdigit() and part[10:11] == "T" else part for part in parts if part)


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)
