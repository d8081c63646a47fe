"""Damage to a record is told in words, and what can still be read is saved."""

from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.record.checking import find_faults
from onrecord.record.repair import save_readable
from onrecord.record.store import KeptRecord
from tests.record.test_store import FERRY, taken


@pytest.fixture
def record(tmp_path: Path) -> KeptRecord:
    record = KeptRecord(tmp_path / "desk.db", make=True)
    for n in range(40):
        text = FERRY.replace("212", str(200 + n))
        content = f"<pre>{text}</pre>".encode()
        record.add(taken(text, f"ferry-{n}.txt", content), content)
    return record


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE capture SET text = replace(text, 'Halden', 'Hilden') WHERE number = 3", "ferry-2.txt: its text is not"),
        ("UPDATE content SET bytes = x'00' WHERE capture = 3", "ferry-2.txt: its bytes are not"),
        ("UPDATE statement SET content = '[[0,99999]]' WHERE capture = 3", "ferry-2.txt: statement s1 points outside"),
        ('UPDATE figure SET "end" = 99999 WHERE capture = 3', "of its rows in figure point outside"),
    ],
)
def test_what_no_longer_holds_is_said_with_the_page_it_is_on(record: KeptRecord, damage: str, told: str):
    assert list(find_faults(record.db)) == []
    record.db.execute(damage)
    assert any(told in fault for fault in find_faults(record.db))


def test_rows_without_their_page_are_said(record: KeptRecord):
    record.db.execute("PRAGMA foreign_keys = OFF")
    record.db.execute("DELETE FROM capture WHERE number = 3")
    assert "A row of block belongs to no capture." in set(find_faults(record.db))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.75, 0.9, 0.95])
def test_of_a_truncated_record_what_can_be_read_is_saved_as_it_was(record: KeptRecord, tmp_path: Path, share: float):
    whole = {facts.page.capture.name: (facts, actors) for facts, actors in record.pages()}
    record.close()
    size = record.path.stat().st_size
    with record.path.open("r+b") as file:
        file.truncate(int(size * share))
    with pytest.raises(RecordError, match="check --repair"):
        list(KeptRecord(record.path).pages())
    with KeptRecord(record.path, damaged=True) as damaged:
        assert any("damaged" in fault for fault in find_faults(damaged.db))
    saved, lost = save_readable(record.path, tmp_path / "saved.db")
    assert saved + lost > 0
    with KeptRecord(tmp_path / "saved.db") as copy:
        assert len(copy) == saved
        assert all(whole[facts.page.capture.name] == (facts, actors) for facts, actors in copy.pages())


def test_what_is_saved_never_takes_the_place_of_a_file(record: KeptRecord, tmp_path: Path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(RecordError, match="there already"):
        save_readable(record.path, tmp_path / "notes.txt")


def test_a_sound_record_that_may_only_be_read_is_not_called_damaged(record: KeptRecord):
    record.db.execute("PRAGMA query_only = ON")
    assert list(find_faults(record.db)) == []
