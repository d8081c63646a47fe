import csv
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from onrecord.model import Record
from onrecord.serve.export.rows import Table
from onrecord.serve.export.tables import tables_of
from onrecord.serve.export.written import columns_of, rearm, write_csv, write_parquet
from tests.serve.export.strange import WORDS, records


class Strange(NamedTuple):
    words: str | None
    count: int | None
    share: float
    pinned: bool


def csv_rows(table: Table, folder: Path) -> list[tuple[object, ...]]:
    """Read a table back as a program would that knows the types of its columns."""
    write_csv(table, folder / "t.csv")
    with (folder / "t.csv").open(encoding="utf-8-sig", newline="") as lines:
        head, *rows = list(csv.reader(lines))
    kinds = columns_of(table)
    assert head == list(kinds)
    return [tuple(parsed(cell, kind) for cell, kind in zip(row, kinds.values(), strict=True)) for row in rows]


def parsed(cell: str, kind: type) -> object:
    if cell == "":
        return None
    return rearm(cell) if kind is str else cell == "true" if kind is bool else kind(cell)


def parquet_rows(table: Table, folder: Path) -> list[tuple[object, ...]]:
    write_parquet(table, folder / "t.parquet")
    read = parquet.read_table(folder / "t.parquet")
    assert read.column_names == list(columns_of(table))
    return [tuple(row.values()) for row in read.to_pylist()]


@given(
    st.lists(
        st.builds(
            Strange,
            st.none() | WORDS,
            st.none() | st.integers(-(2**63), 2**63 - 1),
            st.floats(allow_nan=False, allow_subnormal=False),
            st.booleans(),
        )
    )
)
def test_strange_cells_are_read_back(rows: list[Strange]):
    table = Table("strange", Strange, rows)
    with TemporaryDirectory() as folder:
        assert csv_rows(table, Path(folder)) == rows
        assert parquet_rows(table, Path(folder)) == rows


@given(records())
def test_no_cell_of_words_is_a_formula(record: Record):
    with TemporaryDirectory() as folder:
        for table in tables_of(record):
            write_csv(table, Path(folder) / f"{table.name}.csv")
            with (Path(folder) / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as lines:
                cells = [cell for row in csv.reader(lines) for cell in row]
            assert [cell for cell in cells if re.match(r"[=+\-@\t\r\n]", cell)] == []


def test_the_tables_of_a_record_are_read_back_whole(demo: Record, tmp_path: Path):
    tables = tables_of(demo)
    assert len({table.name for table in tables}) == len(tables)
    for table in tables:
        (tmp_path / table.name).mkdir()
        assert table.rows, table.name
        assert csv_rows(table, tmp_path / table.name) == table.rows
        assert parquet_rows(table, tmp_path / table.name) == table.rows


def test_each_thing_of_the_record_has_a_row(demo: Record):
    told = {table.name: table.rows for table in tables_of(demo)}
    assert [row.statement for row in told["statements"]] == [one.id for facts in demo.captures for one in facts.statements]
    assert [row.value for row in told["figures"]] == [one.value for facts in demo.captures for one in facts.figures]
    assert len(told["claim_members"]) == sum(len(claim.members) for claim in demo.claims)
    assert len(told["sum_parts"]) == sum(len(one.parts) for facts in demo.captures for one in facts.sums)
    assert len(told["evidence"]) == sum(len(one.evidence) for one in (*demo.findings, *demo.timeline))


@pytest.mark.parametrize("name", ["entries", "figures", "times", "happenings", "claim_members", "claim_history", "evidence"])
def test_the_place_of_a_row_cuts_its_words_out_of_the_page(demo: Record, name: str):
    texts = {facts.page.capture.name: facts.page.capture.text for facts in demo.captures}
    rows = next(table.rows for table in tables_of(demo) if table.name == name)
    assert [row for row in rows if texts[row.capture][row.start : row.end] != row.words] == []
    assert [row for row in rows if texts[row.capture].count("\n", 0, row.start) + 1 != row.line] == []


def test_a_statement_tells_the_claim_that_it_makes_and_how_that_stands(demo: Record):
    rows = next(table.rows for table in tables_of(demo) if table.name == "statements")
    told = next(row for row in rows if row.words.startswith("The alarm that should have warned"))
    assert (told.speaker, told.act, told.standing) == ("miners’ union", "assert", "denied")


def test_numbers_larger_than_any_in_the_news_stop_no_table(tmp_path: Path):
    table = Table("strange", Strange, [Strange("all of it", 1, value, False) for value in (2**53 + 1, 10**400)])
    write_csv(table, tmp_path / "large.csv")
    assert str(2**53 + 1) in (tmp_path / "large.csv").read_text(encoding="utf-8-sig")
    assert [row[2] for row in parquet_rows(table, tmp_path)] == [2.0**53, None]
