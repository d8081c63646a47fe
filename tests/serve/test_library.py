"""What a program writes to keep pages, find them again and take them elsewhere."""

from pathlib import Path

import pytest

import onrecord
from tests.serve.desk import BRIDGE


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "pages" / "empty.txt").touch()
    return tmp_path / "pages"


def test_pages_are_added_once_and_what_cannot_be_read_is_told(pages: Path, tmp_path: Path):
    with onrecord.open_record(tmp_path / "desk.db") as desk:
        first, second = desk.add([pages]), desk.add(str(pages / "bridge.txt"))
        assert (first.new, first.known, [one.name for one in first.unread]) == (("bridge.txt",), (), [str(pages / "empty.txt")])
        assert (second.new, second.known) == ((), ("bridge.txt",))
        assert len(desk) == 1


def test_a_record_is_searched_by_words_speaker_and_days(pages: Path, tmp_path: Path):
    with onrecord.open_record(tmp_path / "desk.db") as desk:
        desk.add([pages])
        found = desk.search("cables", speaker="hartmann", since="2024-05-31", until="2024-05-31")
        assert [(hit.line, hit.words) for hit in found] == [(7, "We have seen the cables and they are not good")]
        assert desk.search("cables", until="2024-05-30") == ()
        assert [hit.page for hit in desk.search("bridge", kind="entries", newest=False, limit=1)] == ["bridge.txt"]
        with pytest.raises(onrecord.BadDateError, match="since"):
            desk.search("cables", since="31/05/2024")


def test_what_is_known_is_recalled_as_if_it_were_read_now(pages: Path, tmp_path: Path):
    with onrecord.open_record(tmp_path / "desk.db") as desk:
        desk.add([pages])
        assert desk.recall() == onrecord.read([pages / "bridge.txt"])
        assert desk.remove("bridge.txt")
        assert not desk.remove("bridge.txt")
        assert desk.recall().captures == ()


def test_a_record_that_is_not_to_be_made_must_be_there(tmp_path: Path):
    with pytest.raises(onrecord.RecordError, match="there is no such record"):
        onrecord.open_record(tmp_path / "none.db", make=False)


def test_a_record_is_written_elsewhere_and_read_back_and_nothing_is_written_over(pages: Path, tmp_path: Path):
    record = onrecord.read(pages)
    onrecord.export(record, "jsonl", tmp_path / "out.jsonl")
    assert onrecord.load(tmp_path / "out.jsonl") == record
    with pytest.raises(onrecord.OnrecordError, match="it is there already"):
        onrecord.export(record, "html", tmp_path / "out.jsonl")
    with pytest.raises(onrecord.OnrecordError, match="choose one of json"):
        onrecord.export(record, "docx", tmp_path / "out.docx")  # type: ignore[arg-type]
