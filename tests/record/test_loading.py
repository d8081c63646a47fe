"""What was exported as JSON is read back as the record that it was."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from onrecord.errors import RecordError
from onrecord.model import Given, Record
from onrecord.pipeline import read
from onrecord.record.loading import from_json, load
from onrecord.record.schema import as_json, as_json_lines
from tests.serve.export.strange import records

PAGE = "Ferry quay shut\n4 March 2031\n\nThe quay at Orle would stay shut until Friday, harbour master Ada Brandt said on Tuesday."


def objects(record: Record) -> tuple[list, list]:
    return [as_json(record, with_text=True, with_names=True)], list(as_json_lines(record, with_text=True, with_names=True))


@given(records())
def test_any_record_is_read_back_as_it_was(record: Record):
    whole, lines = ([json.loads(json.dumps(one)) for one in told] for told in objects(record))
    assert from_json(whole) == record
    assert from_json(lines) == record


def test_what_the_caller_said_and_what_was_found_are_read_back(tmp_path: Path):
    (tmp_path / "quay.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    record = read([str(tmp_path)], given=Given("Orle Post", "2031-03-04"))
    target = tmp_path / "out.json"
    target.write_text(json.dumps(objects(record)[0][0], indent=1), encoding="utf-8")
    assert load(target) == record
    assert record.captures[0].statements
    assert record.unread


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1]", "no record of version 1"),
        ('{"onrecord": "2"}', "no record of version 1"),
        ('{"onrecord": "1", "captures": [', "no JSON"),
        ('{"onrecord": "1", "captures": [{"name": "a.txt"}]}', "leaves out the text"),
        ('{"onrecord": "1", "copies": [{"kind": "loan"}]}', "damaged (copies.0"),
    ],
)
def test_what_is_no_record_is_refused_with_what_to_do(tmp_path: Path, text: str, told: str):
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError) as raised:
        load(tmp_path / "x.json")
    assert told in str(raised.value)
    assert "onrecord export" in raised.value.remedy


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path):
    (tmp_path / "x.bin").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecordError, match=r"lost\.json: it cannot be read"):
        load(tmp_path / "lost.json")
    with pytest.raises(RecordError, match="it is no text"):
        load(tmp_path / "x.bin")
