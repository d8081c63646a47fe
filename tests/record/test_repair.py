"""Damage to a record is told in words, and what can still be read is saved."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.capture.source import identify
from onrecord.errors import RecordError
from onrecord.record.checking import find_faults
from onrecord.record.repair import save_readable
from onrecord.record.store import KeptRecord
from tests.record.test_store import FERRY, taken

PAGES = 40


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with KeptRecord(tmp_path_factory.mktemp("sound") / "desk.db", make=True) as record:
        for n in range(PAGES):
            text = FERRY.replace("212", str(200 + n))
            content = f"<pre>{text}</pre>".encode()
            record.add(taken(text, f"ferry-{n}.txt", content), content)
    return record.path


@pytest.fixture
def record(sound: Path, tmp_path: Path) -> Iterator[KeptRecord]:
    shutil.copy(sound, tmp_path)
    with KeptRecord(tmp_path / sound.name) as record:
        yield record


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
    cut(record.path, share)
    with pytest.raises(RecordError, match="check --repair"):
        list(KeptRecord(record.path).pages())
    with KeptRecord(record.path, damaged=True) as damaged:
        assert "damaged" in " ".join(find_faults(damaged.db))
    saved, lost = save_readable(record.path, tmp_path / "saved.db")
    assert saved + (lost or 0) == PAGES
    with KeptRecord(tmp_path / "saved.db") as copy:
        assert len(copy) == saved
        assert all(whole[facts.page.capture.name] == (facts, actors) for facts, actors in copy.pages())


def cut(path: Path, share: float) -> None:
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))


def test_of_a_record_that_no_longer_tells_how_many_pages_it_held_nobody_says_how_many_were_lost(record: KeptRecord, tmp_path: Path):
    [first, *_] = record.pages()
    facts, actors = first
    for n in range(100):
        page = replace(facts.page, capture=replace(facts.page.capture, id=identify(bytes([n])), name=f"{n}.txt"))
        record.add((replace(facts, page=page), actors))
    record.close()
    cut(record.path, 0.1)
    assert save_readable(record.path, tmp_path / "saved.db") == (0, None)


def test_what_is_saved_never_takes_the_place_of_a_file(record: KeptRecord, tmp_path: Path):
    (tmp_path / "notes.txt").touch()
    with pytest.raises(RecordError, match="there already"):
        save_readable(record.path, tmp_path / "notes.txt")


def test_a_sound_record_that_may_only_be_read_is_not_called_damaged(record: KeptRecord):
    record.db.execute("PRAGMA query_only = ON")
    assert list(find_faults(record.db)) == []
