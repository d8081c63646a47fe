"""A record of any earlier version opens as one of this, with all that it held."""

import sqlite3
from pathlib import Path

import pytest

from onrecord.keeping import correct
from onrecord.model import Correction
from onrecord.record.amending import item_of
from onrecord.record.checking import find_faults
from onrecord.record.search import Query, search
from onrecord.record.store import WORDED, KeptRecord
from onrecord.record.versions import APPLICATION, STEPS
from tests.record.test_store import FERRY, taken


def make_old(path: Path, source: Path, version: int) -> None:
    """Write what a record holds into a file of an earlier version, as far as that has the columns."""
    db = sqlite3.connect(path)
    db.executescript("".join(STEPS[:version]))
    db.execute("ATTACH ? AS now", (str(source),))
    words = {name for name, _, _ in WORDED.values()}
    tables = [name for (name,) in db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]
    for table in tables:
        if not any(table.startswith(name) for name in words):
            columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA main.table_info({table})"))
            db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    db.commit()
    db.execute("DETACH now")
    for index, view, columns in WORDED.values():
        listed = ", ".join(columns)
        db.execute(f"INSERT INTO {index} (rowid, {listed}) SELECT number, {listed} FROM {view}")
    db.commit()
    db.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version};")
    db.close()


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_a_record_of_an_earlier_version_is_searched_added_to_and_corrected(tmp_path: Path, version: int):
    with KeptRecord(tmp_path / "now.db", make=True) as now:
        now.add(taken(FERRY))
        held, found = list(now.pages()), search(now, Query("captain"))
    make_old(tmp_path / "old.db", now.path, version)
    with KeptRecord(tmp_path / "old.db") as old:
        assert list(old.pages()) == held
        assert search(old, Query("captain")) == found
        assert old.add(taken(FERRY.replace("Halden", "Ostrand"), "other.txt"))
        item = item_of(held[0][0], next(one for one in held[0][0].statements if one.act == "deny"))
        correct(old, Correction(0, "speaker", (item,), "Halden Ferries", "Norrland Sea", "edda", "2026-05-05T09:00:00Z"))
        assert [hit.page for hit in search(old, Query("captain", speaker="Halden Ferries"))] == ["ferry.txt"]
        assert list(find_faults(old.db)) == []
