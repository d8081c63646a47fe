"""Who asks a large record hears what it is doing."""

from io import StringIO
from pathlib import Path

import pytest

from onrecord.record.store import KeptRecord
from onrecord.serve import recalling
from onrecord.serve.recalling import recall_aloud
from tests.record.matters import EVERYTHING, find


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with KeptRecord(tmp_path / "desk.db", make=True) as record:
        for one in find(EVERYTHING):
            record.add(one)
    return tmp_path / "desk.db"


def test_a_large_record_says_that_its_pages_are_held_against_each_other(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recalling, "MANY", 10)
    stream, again = StringIO(), StringIO()
    with KeptRecord(path) as record:
        assert len(recall_aloud(record, stream).captures) == len(EVERYTHING)
        recall_aloud(record, again)
    assert stream.getvalue() == "onrecord: holding 15 pages against each other\n"
    assert again.getvalue() == ""  # nothing has changed since


def test_a_terminal_shows_how_far_it_is_and_is_left_clean(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recalling, "MANY", 10)
    stream = Terminal()
    with KeptRecord(path) as record:
        recall_aloud(record, stream)
    assert "15 of 15 pages told anew" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_small_record_says_nothing(path: Path):
    stream = StringIO()
    with KeptRecord(path) as record:
        recall_aloud(record, stream)
    assert stream.getvalue() == ""
