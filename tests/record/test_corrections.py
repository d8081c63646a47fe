"""What people put right is kept whole or not at all, and pages that are added later are laid under it."""

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.keeping import correct, undo
from onrecord.model import Correction
from onrecord.record.amending import item_of
from onrecord.record.checking import find_faults
from onrecord.record.corrections import read_corrections
from onrecord.record.search import Query, search
from onrecord.record.store import KeptRecord
from tests.record.test_store import FERRY, taken

FACTS, _ = taken(FERRY)
DENIAL = next(one for one in FACTS.statements if one.act == "deny")


def said_by(name: str | None, note: str | None = None) -> Correction:
    item = replace(item_of(FACTS, DENIAL), id=None)
    return Correction(0, "speaker", (item,), name, "Norrland Sea", "edda", "2026-05-05T09:00:00Z", note)


@pytest.fixture
def record(tmp_path: Path) -> KeptRecord:
    record = KeptRecord(tmp_path / "desk.db", make=True)
    record.add(taken(FERRY))
    return record


def speakers(record: KeptRecord) -> list[str | None]:
    return [hit.who for hit in search(record, Query("captain"))]


def test_a_correction_comes_back_as_it_was_given(record: KeptRecord):
    made = correct(record, said_by("Halden Ferries", "they told us"))
    assert read_corrections(record) == (made,)
    assert (made.number, made.note) == (1, "they told us")


def test_what_a_full_disk_has_no_room_for_is_not_half_kept(record: KeptRecord):
    pages = record.db.execute("PRAGMA page_count").fetchone()[0]
    record.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecordError, match="the disk is full"):
        correct(record, said_by("Halden Ferries", "note " * 100_000))
    assert (read_corrections(record), speakers(record), list(find_faults(record.db))) == ((), ["Norrland Sea"], [])


def test_what_the_machine_has_read_stays_in_its_own_columns(record: KeptRecord):
    before = [tuple(row)[:-1] for row in record.db.execute("SELECT * FROM statement")]
    correct(record, said_by("Halden Ferries"))
    assert [tuple(row)[:-1] for row in record.db.execute("SELECT * FROM statement")] == before
    assert list(record.pages()) == [taken(FERRY)]
    assert speakers(record) == ["Halden Ferries"]


def test_an_undone_correction_is_no_more_found_and_cannot_be_undone_twice(record: KeptRecord):
    correct(record, said_by(None))
    assert speakers(record) == [None]
    undo(record, 1, by="jon", at="2026-05-06T09:00:00Z")
    assert speakers(record) == ["Norrland Sea"]
    with pytest.raises(RecordError, match="undone already, by jon"):
        undo(record, 1, by="edda", at="2026-05-07T09:00:00Z")
    with pytest.raises(RecordError, match="there is no correction 2"):
        undo(record, 2, by="edda", at="2026-05-07T09:00:00Z")
