"""A table to a CSV or a Parquet file."""

import csv
import re
from pathlib import Path
from typing import get_type_hints

from onrecord.serve.export.rows import Table

Cell = str | int | float | bool | None
"""What a table holds."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may take for the beginning of a formula, apostrophes before it included."""


def write_csv(table: Table, path: Path) -> None:
    """Write a table as RFC 4180 has it, in UTF-8 with the mark that spreadsheets know it by; null is an empty cell."""
    with path.open("x", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(columns_of(table))
        writer.writerows([_cell(value) for value in row] for row in table.rows)


def write_parquet(table: Table, path: Path) -> None:
    """Write a table as Parquet, packed with zstd; numbers of figures are floating, all else is of the type of its column."""
    import pyarrow
    from pyarrow import parquet

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    fields = [(name, types[kind]) for name, kind in columns_of(table).items()]
    columns = zip(*table.rows, strict=True) if table.rows else [[] for _ in fields]
    floating = [kind is float for kind in columns_of(table).values()]
    cells = ([_floating(cell) for cell in column] if told else column for column, told in zip(columns, floating, strict=True))
    arrays = [pyarrow.array(column, type=kind) for column, (_, kind) in zip(cells, fields, strict=True)]
    parquet.write_table(pyarrow.table(arrays, schema=pyarrow.schema(fields)), path, compression="zstd")


def columns_of(table: Table) -> dict[str, type]:
    """Give the columns of a table with the type of their cells, which may be null as well.

    >>> from onrecord.serve.export.rows import FindingRow
    >>> columns_of(Table("findings", FindingRow, ()))
    {'finding': <class 'int'>, 'kind': <class 'str'>, 'sentence': <class 'str'>}
    """
    hints = get_type_hints(table.kind)
    return {name: getattr(hint, "__args__", (hint,))[0] for name, hint in hints.items()}


def disarm(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would reckon with; `rearm` takes it away again.

    >>> disarm("=SUM(A1:A9)"), disarm("“We won,” she said"), disarm("'-1")
    ("'=SUM(A1:A9)", '“We won,” she said', "''-1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def rearm(cell: str) -> str:
    """Give the text that a cell was made of.

    >>> rearm("'=SUM(A1:A9)"), rearm("'Tis over")
    ('=SUM(A1:A9)', "'Tis over")
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _floating(value: Cell) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:  # no number of news; its words are in the table
        return None


def _cell(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    return disarm(value) if isinstance(value, str) else value
