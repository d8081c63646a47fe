"""Commands on a kept record: pages added, searched, listed by speaker, taken out, checked, copied."""

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.serve.export.command import export
from onrecord.serve.terminal import DEFAULT_RECORD, OutputFormat, RecordPath, colour, fail, usual_format, warn, width, write

if TYPE_CHECKING:
    from onrecord.record.search import Hit, Query


class SearchKind(StrEnum):
    """What is searched."""

    STATEMENTS = "statements"
    ENTRIES = "entries"
    FIGURES = "figures"


class HitFormat(StrEnum):
    """How what was found is printed."""

    BRIEF = "brief"
    JSONL = "jsonl"


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Saved pages, folders of them, or - for standard input.")],
    record: RecordPath = DEFAULT_RECORD,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the pages were published, such as 2024-05-31.", show_default=False)
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the pages.", show_default=False)] = None,
) -> None:
    """Read saved pages into the record; a page that is there already is not added again."""
    from onrecord.model import Given, Unread
    from onrecord.pipeline import keep
    from onrecord.record.store import KeptRecord
    from onrecord.serve.progress import Progress
    from onrecord.serve.reading import guarded_means

    given = Given(outlet, _date(published, "--published"))
    new = known = 0
    with KeptRecord(record, make=True) as kept, Progress(sys.stderr) as progress, guarded_means() as means:
        for done, added in keep(paths, kept, given=given, **means):
            progress(done)
            new += added
            known += not added and not isinstance(done, Unread)
            if isinstance(done, Unread) and not Path(done.name).name.startswith(record.name):  # a folder may hold the record itself
                warn(f"{done.name}: {done.reason}")
        total = len(kept)
    if new or known:
        write([f"{_pages(new)} added to {record}{f', {known} there already' if known else ''}; it holds {_pages(total)}.\n"])
    else:
        fail("nothing could be read", 2)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words to find; "several words" that follow each other, or flood*.')],
    record: RecordPath = DEFAULT_RECORD,
    kind: Annotated[SearchKind, typer.Option(help="What to search.")] = SearchKind.STATEMENTS,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what they said or gave.", show_default=False)] = None,
    act: Annotated[str | None, typer.Option(metavar="ACT", help="Only statements of this act, such as deny.", show_default=False)] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only on this outlet's pages.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this day.", show_default=False)] = None,
    best: Annotated[bool, typer.Option("--best", help="The best first, not the newest.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")] = 20,
    form: Annotated[HitFormat, typer.Option("--format", help="How to print them.")] = HitFormat.BRIEF,
) -> None:
    """Find words in the record, the newest first."""
    from onrecord.record.search import Query

    _check_act(act, kind)
    query = Query(" ".join(words), speaker, act, outlet, _date(since, "--from"), _date(until, "--to"))
    _show(_find(record, query, kind, limit, newest=not best), form, record)


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="Words of a speaker's name.")],
    record: RecordPath = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")] = 20,
    form: Annotated[HitFormat, typer.Option("--format", help="How to print them.")] = HitFormat.BRIEF,
) -> None:
    """List what somebody said, the newest first."""
    from onrecord.record.search import Query

    _show(_find(record, Query(speaker=" ".join(name)), SearchKind.STATEMENTS, limit), form, record)


def brief(
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[
        OutputFormat | None, typer.Option("--format", help="What to print; on a terminal a brief, otherwise json.", show_default=False)
    ] = None,
) -> None:
    """Print what is known from all pages of the record, without reading them again."""
    from onrecord.pipeline import recall
    from onrecord.record.store import KeptRecord
    from onrecord.serve.formats import render_record

    with KeptRecord(record) as kept:
        if not len(kept):
            fail(f"{record} holds no pages; add some with: onrecord add PATH", 1)
        known = recall(kept)
    write(render_record(known, (form or usual_format()).value, width=width(), colour=colour()))


def remove(
    names: Annotated[list[str], typer.Argument(metavar="PAGE", help="Names of pages, as the record has them.")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Take pages out of the record, with all that was taken from them."""
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        gone = [name for name in names if kept.remove(name)]
        total = len(kept)
    for name in names:
        if name not in gone:
            warn(f"{name}: there is no such page in {record}; see their names with: onrecord search --kind entries WORDS")
    write([f"{_pages(len(gone))} taken out of {record}; it holds {_pages(total)}.\n"])
    if len(gone) < len(names):
        raise SystemExit(2)


def check(
    record: RecordPath = DEFAULT_RECORD,
    repair: Annotated[bool, typer.Option("--repair", help="Save all that can be read into a new record beside it.")] = False,
) -> None:
    """Check that every place in the record cuts its words and every hash holds."""
    from onrecord.pipeline import settle_all
    from onrecord.record.checking import find_faults
    from onrecord.record.repair import save_readable
    from onrecord.record.store import KeptRecord

    with KeptRecord(record, damaged=True) as kept:
        faults = list(find_faults(kept.db))
        for fault in faults:
            warn(f"{record}: {fault}")
        if repair:
            target = record.with_name(f"{record.stem}-repaired{record.suffix}")
            saved, lost = save_readable(kept, target)
            settle_all(target)
            write([f"{_pages(saved)} saved into {target}; {_pages(lost)} could not be read.\n"])
        elif not faults:
            write([f"{record} is sound: {_pages(len(kept))}, every place cuts its words and every hash holds.\n"])
    if faults and not repair:
        raise SystemExit(1)


def backup(
    target: Annotated[Path, typer.Argument(metavar="PATH", help="The copy's file, which must not be there yet.")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Copy the record while others read it and add to it."""
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        kept.copy_to(target)
        write([f"{_pages(len(kept))} copied to {target}.\n"])


COMMANDS: Mapping[str, Callable[..., None]] = {
    "add": add,
    "search": search,
    "who": who,
    "brief": brief,
    "remove": remove,
    "check": check,
    "backup": backup,
    "export": export,
}
"""The commands by their names, in the order in which help lists them."""


def _find(record: Path, query: "Query", kind: SearchKind, limit: int, *, newest: bool = True) -> tuple["Hit", ...]:
    from onrecord.record.search import search as find_words
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        return find_words(kept, query, kind.value, newest=newest, limit=limit)


def _show(hits: tuple["Hit", ...], form: HitFormat, record: Path) -> None:
    from onrecord.serve.hits import hit_lines, hits_as_json
    from onrecord.serve.layout import Paper

    if not hits:
        fail(f"nothing in {record} matches", 1)
    write(hits_as_json(hits) if form is HitFormat.JSONL else hit_lines(hits, Paper(width(), colour())))


def _check_act(act: str | None, kind: SearchKind) -> None:
    from typing import get_args

    from onrecord.model.facts import Act

    if act is not None and act not in get_args(Act):
        fail(f"--act: {act!r} is no act; choose one of {', '.join(get_args(Act))}", 2)
    if act is not None and kind is not SearchKind.STATEMENTS:
        fail(f"--act: only statements have an act; leave out --kind {kind.value}", 2)


def _date(typed: str | None, where: str) -> str | None:
    from onrecord.serve.dates import read_date

    return read_date(typed, where=where) if typed else None


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
