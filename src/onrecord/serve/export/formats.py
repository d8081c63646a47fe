"""A Record and the name of a format to the pieces of one text, or to the files of its tables in a folder."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

from onrecord.errors import OnrecordError
from onrecord.model import Record
from onrecord.serve.export.annotations import render_annotations
from onrecord.serve.export.html import render_html
from onrecord.serve.export.liveblog import render_liveblog
from onrecord.serve.export.markdown import render_markdown
from onrecord.serve.export.rows import Table
from onrecord.serve.export.tables import tables_of
from onrecord.serve.export.written import write_csv, write_parquet
from onrecord.serve.formats import render_record

_WHOLE = partial(render_record, extras=("text", "names"), width=80, colour=False)

ExportName = Literal["json", "jsonl", "csv", "parquet", "annotations", "liveblog", "html", "markdown"]
"""The forms in which a record can be taken elsewhere."""
STREAMED: Mapping[str, Callable[[Record], Iterator[str]]] = {
    "json": partial(_WHOLE, kind="json"),
    "jsonl": partial(_WHOLE, kind="jsonl"),
    "annotations": render_annotations,
    "liveblog": render_liveblog,
    "html": render_html,
    "markdown": render_markdown,
}
"""Formats of one text, by name."""
TABLES: Mapping[str, Callable[[Table, Path], None]] = {"csv": write_csv, "parquet": write_parquet}
"""Formats of a file for each table, by name, which is the ending of the files too."""


def write_record(record: Record, form: ExportName, target: Path) -> int:
    """Write a record into a new file, or into a folder of tables; give how many files that made. Raises OnrecordError as `check_place`."""
    check_place(target, form)
    if form not in TABLES:
        save(STREAMED[form](record), target)
        return 1
    return _save_tables(record, form, target)


def check_place(target: Path, form: ExportName) -> None:
    """Refuse a place where something would be overwritten, and a form that is none, before any work is done; raises OnrecordError."""
    if form not in (*STREAMED, *TABLES):
        raise OnrecordError(f'"{form}" is no form to export', where=str(target), remedy=f"choose one of {', '.join((*STREAMED, *TABLES))}")
    if form in TABLES and target.is_dir():
        if any(target.iterdir()):
            raise OnrecordError("the folder is not empty", where=str(target), remedy="name one that is, or that is not there yet")
    elif target.exists():
        raise OnrecordError("it is there already", where=str(target), remedy="name a place that is not")
    elif not target.parent.is_dir():
        raise OnrecordError("the folder that it would lie in is not there", where=str(target), remedy="make the folder first")


def save(pieces: Iterable[str], target: Path) -> None:
    """Write a new file in UTF-8; when that fails, nothing of it stays."""
    with target.open("x", encoding="utf-8", newline="") as out:
        try:
            out.writelines(pieces)
            out.flush()
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _save_tables(record: Record, form: str, folder: Path) -> int:
    """Write each table, an empty one too, so that who reads them finds all; when one fails, none stays."""
    folder.mkdir(exist_ok=True)
    files = {folder / f"{table.name}.{form}": table for table in tables_of(record)}
    try:
        for path, table in files.items():
            TABLES[form](table, path)
    except BaseException:
        for path in files:
            path.unlink(missing_ok=True)
        raise
    return len(files)
