import json
import subprocess
import sys
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from onrecord.model import Record, Unread
from onrecord.pipeline import read
from onrecord.record.schema import Json, as_json, as_json_lines, record_schema

CONTRACT = {
    "captures": {
        *("id", "name", "format", "outlet", "origin", "url", "language", "title", "published", "blocks", "entries", "statements"),
        *("figures", "sums", "times", "happenings", "repeats"),
    },
    "unread": {"name", "reason"},
    "actors": {"id", "name", "type", "also"},
    "copies": {"capture", "of", "kind", "containment", "origin"},
    "findings": {"kind", "text", "evidence"},
}
"""The names that readers of the record rely on."""


@pytest.fixture(scope="module")
def demo() -> Record:
    return read([str(files("onrecord.serve") / "demo")])


def closed(schema: Json) -> Json:
    """Close every object of a schema, so that a field it does not name is an error."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return {**parts, "additionalProperties": False} if "properties" in parts and "type" in parts else parts


def errors(value: Json) -> list[str]:
    return [error.message for error in Draft202012Validator(closed(record_schema())).iter_errors(value)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize("with_text", [False, True])
def test_a_record_is_valid_and_has_no_field_that_the_schema_does_not_name(demo: Record, with_text: bool):
    assert errors(json.loads(json.dumps(as_json(demo, with_text=with_text)))) == []


def test_every_line_is_valid_and_the_last_one_holds_what_lies_between_captures(demo: Record):
    lines = [json.loads(json.dumps(line)) for line in as_json_lines(demo)]
    assert [error for line in lines for error in errors(line)] == []
    assert [len(line["captures"]) for line in lines] == [1] * len(demo.captures) + [0]
    assert lines[-1]["actors"]


def test_an_empty_record_is_valid():
    assert errors(as_json(Record(unread=(Unread("lost.txt", "no such file"),)))) == []


def test_the_fields_of_the_contract_are_there(demo: Record):
    whole = as_json(demo)
    for part, names in CONTRACT.items():
        rows = whole[part]
        assert isinstance(rows, list)
        for row in rows:
            assert isinstance(row, dict)
            assert names <= set(row)


def test_parts_that_nothing_fills_yet_are_empty_and_said_to_be(demo: Record):
    whole, known = as_json(demo), record_schema()["properties"]
    assert isinstance(known, dict)
    for part in ("stories", "claims", "series", "timeline", "changes"):
        assert whole[part] == []
        assert "Always empty" in json.dumps(known[part])


def test_every_field_of_the_schema_is_described():
    definitions = record_schema()["$defs"]
    assert isinstance(definitions, dict)
    bare = [
        (name, field)
        for name, part in definitions.items()
        if isinstance(part, dict) and isinstance(part.get("properties"), dict)
        for field, schema in part["properties"].items()  # type: ignore[union-attr]
        if isinstance(schema, dict) and "description" not in schema
    ]
    assert bare == []


def test_every_span_lies_in_its_capture_and_cuts_out_the_words_beside_it(demo: Record):
    for capture in json.loads(json.dumps(as_json(demo, with_text=True)))["captures"]:
        text = capture["text"]
        for part in walk(capture):
            if "text" in part and "span" in part and part["span"] and "how" not in part:
                assert text[slice(*part["span"])] == part["text"]


def walk(value: object) -> list[dict[str, object]]:
    """Give every object in a piece of JSON."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(found for part in inner for found in walk(part))]


def test_writing_json_does_not_load_the_schema_maker():
    code = "import sys, onrecord.serve.formats, onrecord.pipeline; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
