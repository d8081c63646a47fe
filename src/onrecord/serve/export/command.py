"""The command that takes a kept record elsewhere: a format and a place to what is written there."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.serve.record_option import DEFAULT_RECORD, RecordPath
from onrecord.serve.terminal import fail, write

if TYPE_CHECKING:
    from onrecord.model import Record


class ExportFormat(StrEnum):
    """The forms in which a record can be taken elsewhere."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    LIVEBLOG = "liveblog"
    HTML = "html"
    MARKDOWN = "markdown"


def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="The form to write it in.", show_default=False)],
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="PATH", help="A new file, or for csv and parquet a folder; else standard output.", show_default=False),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
) -> None:
    """Take the record elsewhere: as data, tables, annotations, linked data, or a page to mail."""
    from onrecord.serve.export.formats import STREAMED, TABLES, check_place, write_record

    if to is None and form.value in TABLES:
        fail(f"--to: {form.value} is a table in a file of its own for each kind of thing; name a folder for them with --to FOLDER", 2)
    if to is None:
        write(STREAMED[form.value](_recalled(record)))
        return
    check_place(to, form.value)
    count = write_record(_recalled(record), form.value, to)
    write([f"{count} tables written into {to}.\n" if form.value in TABLES else f"The record is written to {to}.\n"])


def _recalled(record: Path) -> "Record":
    from onrecord.record.store import KeptRecord
    from onrecord.serve.recalling import recall_aloud

    with KeptRecord(record) as kept:
        if not len(kept):
            fail(f"{record} holds no pages; add some with: onrecord add PATH", 1)
        return recall_aloud(kept)
