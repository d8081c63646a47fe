"""What several commands on a kept record are typed with: the record's file, the form of output, dates."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from onrecord.serve.terminal import colour, fail, width, write

if TYPE_CHECKING:
    from onrecord.model import Claim, Record, Story
    from onrecord.record.choosing import Choice
    from onrecord.serve.items import Item

Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many to show.")]


class FoundFormat(StrEnum):
    """How what was found is printed."""

    BRIEF = "brief"
    JSONL = "jsonl"


Form = Annotated[FoundFormat, typer.Option("--format", help="How to print it.")]


def read_typed_date(typed: str | None, where: str) -> str | None:
    """Read a date that was typed, or none; `where` is the option."""
    from onrecord.serve.dates import read_date

    return read_date(typed, where=where) if typed else None


def count_pages(count: int) -> str:
    """Say how many pages.

    >>> count_pages(1), count_pages(2)
    ('1 page', '2 pages')
    """
    return f"{count} page{'' if count == 1 else 's'}"


def recall_all(path: Path, choose: "Choice | None" = None) -> "Record":
    """Recall what a record knows, all or of captures that are chosen; an empty one ends the run."""
    from onrecord.record.choosing import choose_all
    from onrecord.record.store import KeptRecord
    from onrecord.serve.recalling import recall_aloud

    with KeptRecord(path) as kept:
        if not len(kept):
            fail(f"{path} holds no pages; add some with: onrecord add PATH", 1)
        return recall_aloud(kept, choose=choose or choose_all)


Named = TypeVar("Named", "Claim", "Story")


def pick(things: Sequence[Named], typed: str, *, what: str, remedy: str) -> Named:
    """Give the thing of this id, of which the number is enough; what is no id ends the run, with what to do."""
    found = next((one for one in things if typed.lower() in (one.id, one.id.lstrip(ascii_lowercase))), None)
    if found is None:
        fail(f'there is no {what} "{typed}"; see their ids with: {remedy}', 2)
    return found


def show_items(items: "Iterable[Item]", form: FoundFormat, *, limit: int, total: int, nothing: str) -> None:
    """Print the first few things that were found, made one by one; where there are none in all, say so and end the run."""
    from itertools import islice

    from onrecord.serve.items import item_lines, items_as_json
    from onrecord.serve.layout import Paper

    if not total:
        fail(nothing, 1)
    first = islice(items, limit)
    write(items_as_json(first) if form is FoundFormat.JSONL else item_lines(first, Paper(width(), colour())))
    if total > limit and form is FoundFormat.BRIEF:
        write([f"{total - limit} more: raise --limit\n"])
