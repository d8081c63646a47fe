"""Commands that put pages into a kept record, take them out, check and copy it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.serve.kept.options import count_pages, read_typed_date
from onrecord.serve.record_option import DEFAULT_RECORD, RecordPath
from onrecord.serve.terminal import fail, warn, write


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Saved pages, folders of them, or - for standard input.")],
    record: RecordPath = DEFAULT_RECORD,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the pages were published, such as 2024-05-31.", show_default=False)
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the pages.", show_default=False)] = None,
) -> None:
    """Read saved pages into the record. A page that is there already is not added again."""
    from onrecord.keeping import keep
    from onrecord.model import Given, Unread
    from onrecord.record.store import KeptRecord
    from onrecord.serve.progress import Progress
    from onrecord.serve.reading import guarded_means

    given = Given(outlet, read_typed_date(published, "--published"))
    new = known = 0
    with KeptRecord(record, make=True) as kept, guarded_means() as means, Progress(sys.stderr, gauge=means["gauge"]) as progress:
        for done, added in keep(paths, kept, given=given, **means):
            progress(done)
            new += added
            known += not added and not isinstance(done, Unread)
            if isinstance(done, Unread) and not Path(done.name).name.startswith(record.name):  # a folder may hold the record itself
                progress.clear()
                warn(f"{done.name}: {done.reason}")
        total = len(kept)
    if new or known:
        write([f"{count_pages(new)} added to {record}{f', {known} there already' if known else ''}; it holds {count_pages(total)}.\n"])
    else:
        fail("nothing could be read", 2)


def remove(
    names: Annotated[list[str], typer.Argument(metavar="PAGE", help="Names of pages, as the record has them.")],
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Take pages out of the record. With them goes all that was taken from them."""
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        gone = [name for name in names if kept.remove(name)]
        total = len(kept)
    for name in names:
        if name not in gone:
            warn(f"{name}: there is no such page in {record}; see their names with: onrecord search --kind entries WORDS")
    write([f"{count_pages(len(gone))} taken out of {record}; it holds {count_pages(total)}.\n"])
    if len(gone) < len(names):
        raise SystemExit(2)


def check(
    record: RecordPath = DEFAULT_RECORD,
    repair: Annotated[bool, typer.Option("--repair", help="Save all that can be read into a new record beside it.")] = False,
) -> None:
    """Check that the record is sound. Every place in it must cut its words, every hash must hold."""
    from onrecord.keeping import settle_all
    from onrecord.record.checking import find_faults
    from onrecord.record.repair import save_readable
    from onrecord.record.store import KeptRecord

    with KeptRecord(record, damaged=True) as kept:
        faults = list(find_faults(kept.db))
        for fault in faults:
            warn(f"{record}: {fault}")
        if repair:
            target = record.with_name(f"{record.stem}-repaired{record.suffix}")
            saved, lost = save_readable(record, target)
            settle_all(target)
            rest = "how many there were cannot be told" if lost is None else f"{count_pages(lost)} could not be read"
            write([f"{count_pages(saved)} saved into {target}; {rest}.\n"])
        elif not faults:
            write([f"{record} is sound: {count_pages(len(kept))}, every place cuts its words and every hash holds.\n"])
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
        write([f"{count_pages(len(kept))} copied to {target}.\n"])
