"""A Parquet table, one page a row, to captures, some rows at a time, and to what is wrong with each row that cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from onrecord.capture.packed import Piece
from onrecord.capture.rows import read_row
from onrecord.capture.source import Input, Means, Placed, open_whole
from onrecord.model import Unread
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

COLUMNS = ("id", "url", "title", "published", "outlet", "captured", "text", "html")
"""The columns that are read; others are passed over."""
BATCH = 16
"""Rows that are held at a time, for each may be a page of many megabytes."""


def read_table(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read one page a row, each with its place (`FILE:ROW`, from 1); damage to a group of rows loses that group alone."""
    file = open_whole(pieces, source, means.limits)
    if isinstance(file, Unread):
        yield source.name, file
        return
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(file, pre_buffer=False)
    except (ArrowException, OSError, ValueError):
        yield source.name, Unread(source.shown, "It is a damaged or truncated Parquet table: fetch or write it again.")
        return
    wrong = _wrong_columns(table)
    if wrong:
        yield source.name, Unread(source.shown, wrong)
        return
    yield from _read_groups(table, source, means)


def _wrong_columns(table: "ParquetFile") -> str | None:
    names = list(table.schema_arrow.names)
    if "text" not in names and "html" not in names:
        shown = ", ".join(f'"{name}"' for name in names[:12]) + (", …" if len(names) > 12 else "")
        return f'It has no column "text" or "html", only {shown or "none at all"}: name the column of the pages "text" or "html".'
    doubled = next((name for name in COLUMNS if names.count(name) > 1), None)
    return f'It has two columns "{doubled}": give each another name.' if doubled else None


def _read_groups(table: "ParquetFile", source: Input, means: Means) -> Iterator[Placed]:
    from pyarrow import ArrowException

    columns = [name for name in COLUMNS if name in table.schema_arrow.names]
    first = 1
    for group in range(table.metadata.num_row_groups):
        about = table.metadata.row_group(group)
        last = first + about.num_rows - 1
        place = replace(source.member(f"{first}-{last}", between=":"), kind="row")
        number = first
        try:
            _check_size(about, columns, means.limits)
            for batch in table.iter_batches(batch_size=BATCH, row_groups=[group], columns=columns, use_threads=False):
                for fields in batch.to_pylist():
                    yield from _read_row(fields, number, source, means)
                    number += 1
        except (ArrowException, OSError, ValueError, OverflowError) as error:
            rest = replace(source.member(f"{number}-{last}", between=":"), kind="row")
            yield place.name, Unread(rest.shown, f"These rows cannot be read ({_first_line(error)}): write the table again.")
        first = last + 1


def _check_size(about: "object", columns: list[str], limits: CaptureSettings) -> None:
    """Raise where a group of rows is too large to be held."""
    from pyarrow.parquet import RowGroupMetaData

    if not isinstance(about, RowGroupMetaData):
        return
    parts = [about.column(at) for at in range(about.num_columns)]
    if any(part.path_in_schema in columns and part.total_uncompressed_size > limits.largest_group for part in parts):
        raise ValueError(f"a column of this group is larger than {limits.largest_group / 1e6:.0f} MB, so write smaller groups")


def _read_row(fields: dict[str, object], number: int, source: Input, means: Means) -> Iterator[Placed]:
    row = replace(source.member(str(number), between=":"), kind="row")
    if fields.get("text") is None and fields.get("html") is None:
        yield row.name, Unread(row.shown, "The row is empty: both text and html are null.")
        return
    told = {name: _told(value) for name, value in fields.items()}
    content = json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    yield row.name, read_row(told, content, row, means)


def _told(value: object) -> object:
    """Give a value as JSON has it; a moment without a zone is taken as UTC, which is what tables hold."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds") + ("" if value.tzinfo else "Z")
    if isinstance(value, date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120].rstrip(".")
