"""Commands by which a person puts right what a kept record has wrong, lists that, and undoes it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from enum import StrEnum
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.errors import OnrecordError
from onrecord.serve.kept.options import FoundFormat
from onrecord.serve.record_option import DEFAULT_RECORD, RecordPath
from onrecord.serve.terminal import colour, fail, width, write

if TYPE_CHECKING:
    from onrecord.model import CorrectedItem, Correction
    from onrecord.record.store import KeptRecord
    from onrecord.serve.naming import Names

NOBODY = "nobody"
"""What is typed for a speaker whom the page does not name."""


class What(StrEnum):
    """What can be put right."""

    SPEAKER = "speaker"
    DATE = "date"
    STANDING = "standing"
    SAME = "same"
    APART = "apart"


def correct(  # noqa: PLR0913  (an option of a command is a parameter)
    what: Annotated[What | None, typer.Argument(help="What is wrong.", show_default=False)] = None,
    item: Annotated[
        str | None,
        typer.Argument(metavar="ITEM", help="A page, a statement such as page.txt:12 or p2.s3, or a claim such as c4.", show_default=False),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VALUE",
            help="The speaker's name or nobody, the date, the standing, or the other item that is the same claim or another.",
            show_default=False,
        ),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; else the name you logged in by.", show_default=False)] = None,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for those who read it later.", show_default=False)] = None,
    undo: Annotated[int | None, typer.Option(metavar="N", help="Undo the correction of this number instead.", show_default=False)] = None,
) -> None:
    """Put right a statement's speaker, a page's date, a claim's standing, or which items are one claim; nothing read is lost."""
    from onrecord.keeping import correct as put_right
    from onrecord.keeping import undo as take_back
    from onrecord.record.store import KeptRecord
    from onrecord.serve.layout import clean

    if undo is not None and what is not None:
        fail("--undo: it undoes by its number alone; leave the rest out", 2)
    if undo is None and (what is None or item is None or not value):
        fail("say what is wrong, of which item, and how it is right, such as: onrecord correct speaker page.txt:12 'Ines Orvel'", 2)
    with KeptRecord(record) as kept:
        if undo is not None:
            done, told = take_back(kept, undo, by=by or _login(), at=_now()), "is undone; it was"
        else:
            asked = _ask(kept, (What(what or ""), item or "", " ".join(value or ())), by or _login(), note)
            done, told = put_right(kept, asked), "is kept"
        said = clean(_say(kept, done))
    more = "" if undo is not None else f"Undo it with: onrecord correct --undo {done.number}\n"
    write([f"Correction {done.number} {told}: {said}.\n{more}"])


def corrections(
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[FoundFormat, typer.Option("--format", help="How to print them.")] = FoundFormat.BRIEF,
) -> None:
    """List what people have put right in the record, undone or not."""
    from onrecord.record.corrections import read_corrections
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        known = read_corrections(kept)
        if not known:
            fail(f"nothing was ever corrected in {record}", 1)
        states = _states(kept, known)
        write(_as_json(known, states) if form is FoundFormat.JSONL else list(_lines(kept, known, states)))


COMMANDS: Mapping[str, Callable[..., None]] = {"correct": correct, "corrections": corrections}
"""The commands by their names."""


def _ask(kept: "KeptRecord", typed: tuple[What, str, str], by: str, note: str | None) -> "Correction":
    """Make the correction that was typed, as yet without a number."""
    from onrecord.model import Correction
    from onrecord.serve.naming import Names

    what, item, value = typed
    names = Names(kept)
    items, right, was = _READERS[what](names, item, value)
    return Correction(0, what.value, items, right, was, by, _now(), note)


def _read_speaker(names: "Names", item: str, value: str) -> "Read":
    from onrecord.record.amending import item_of

    facts, statement = names.statement(item)
    was = (statement.speaker.name or statement.speaker.text) if statement.speaker else None
    return (item_of(facts, statement),), None if value.strip().lower() == NOBODY else _words(value, item), was


def _read_page(names: "Names", item: str, value: str) -> "Read":
    from onrecord.record.amending import item_of
    from onrecord.serve.dates import read_date

    facts = names.page(item)
    published = facts.page.published
    return (item_of(facts),), read_date(value, where=item), published.value if published else None


def _read_standing(names: "Names", item: str, value: str) -> "Read":
    from typing import get_args

    from onrecord.model import Standing

    standing = value.strip().lower().replace(" ", "_").replace("-", "_")
    if standing not in get_args(Standing):
        raise OnrecordError(f"{value!r} is no standing", where=item, remedy=f"choose one of {', '.join(get_args(Standing))}")
    claim = names.claim(item)
    was = claim.corrected.was if claim.corrected else claim.standing
    return (names.item(item),), standing, str(was)


def _read_pair(names: "Names", item: str, value: str) -> "Read":
    if item == value:
        raise OnrecordError("it is named twice", where=item, remedy="name two items")
    other = names.item(value, besides=None)
    one = names.item(item, besides=other)
    other = names.item(value, besides=one)
    if one.place == other.place:
        raise OnrecordError(f"it is the same item as {item}", where=value, remedy="name two items")
    return (one, other), None, None


Read = tuple[tuple["CorrectedItem", ...], str | None, str | None]
"""What a correction is of, how it is right, and what had been read."""
_READERS: Mapping[What, Callable[["Names", str, str], Read]] = {
    What.SPEAKER: _read_speaker,
    What.DATE: _read_page,
    What.STANDING: _read_standing,
    What.SAME: _read_pair,
    What.APART: _read_pair,
}


def _words(value: str, where: str) -> str:
    words = " ".join(value.split())
    if not words:
        raise OnrecordError("the name is empty", where=where, remedy=f"type a name, or {NOBODY}")
    return words


def _login() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        fail("--by: nobody is logged in by a name; say who you are", 2)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _states(kept: "KeptRecord", known: Sequence["Correction"]) -> list[str | None]:
    """Say of each correction why it does not hold; nothing where it does."""
    from onrecord.record.amending import select_holding
    from onrecord.serve.lines import say_date

    last = {(one.kind, *(item.place for item in one.items)): one.number for one in select_holding(known)}
    states: list[str | None] = []
    for one in known:
        number = last.get((one.kind, *(item.place for item in one.items)), one.number)
        missing = [item.name for item in one.items if not kept.holds(item.capture)]
        state = f"undone by {one.undone_by}, {say_date(one.undone[:10])}" if one.undone else None
        state = state or (f"replaced by {number}" if number != one.number else None)
        states.append(state or (f"waits for {missing[0]}, which is not in the record" if missing else None))
    return states


def _lines(kept: "KeptRecord", known: Sequence["Correction"], states: Sequence[str | None]) -> Iterator[str]:
    from onrecord.serve.corrected import say_maker
    from onrecord.serve.layout import Paper

    paper = Paper(width(), colour())
    for one, state in zip(known, states, strict=True):
        told = f" {_say(kept, one)} ({say_maker(one)}){f' – {state}' if state else ''}"
        yield from (f"{line}\n" for line in paper.lines(told, rest="   ", lead=f"{one.number}.", style="bold"))


def _as_json(known: Sequence["Correction"], states: Sequence[str | None]) -> Iterator[str]:
    for one, state in zip(known, states, strict=True):
        yield json.dumps({**asdict(one), "holds": state is None, "state": state}, ensure_ascii=False) + "\n"


def _say(kept: "KeptRecord", correction: "Correction") -> str:
    from onrecord.serve.corrected import say_correction
    from onrecord.serve.naming import line_of

    def spot(item: "CorrectedItem") -> str:
        taken = kept.page_of(item.capture)
        return f"{taken[0].page.capture.name} L{line_of(taken[0], item)}" if taken else item.name

    return say_correction(correction, spot)
