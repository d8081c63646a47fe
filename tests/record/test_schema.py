import json
import subprocess
import sys
from functools import cache
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from onrecord.model import Change, Excerpt, Record, Span, Unread
from onrecord.pipeline import read
from onrecord.record.schema import Json, as_json, as_json_lines, record_schema

CONTRACT = {
    "captures": {
        *("id", "name", "format", "outlet", "origin", "url", "language", "title", "published", "blocks", "entries", "statements"),
        *("figures", "sums", "times", "happenings", "repeats"),
    },
    "captures.title": {"text", "span"},
    "captures.published": {"value", "basis", "earliest", "latest", "evidence"},
    "captures.blocks": {"span", "role", "entry"},
    "captures.entries": {"id", "span", "heading", "posted", "edited", "pinned"},
    "captures.entries.heading": {"text", "span"},
    "captures.statements": {
        *("id", "entry", "speaker", "cue", "content", "quoted", "act", "via", "audience", "when", "confidence"),
    },
    "captures.statements.speaker": {"text", "span", "actor", "name", "how"},
    "captures.statements.cue": {"text", "spans"},
    "captures.statements.content": {"text", "spans"},
    "captures.statements.via": {"text", "span", "actor"},
    "captures.statements.audience": {"text", "span"},
    "captures.figures": {
        *("id", "entry", "span", "text", "value", "high", "bound", "counted", "event", "actor", "place", "as_of", "holder"),
    },
    "captures.figures.holder": {"name", "actor"},
    "captures.sums": {"total", "parts", "remainder", "verdict", "spans"},
    "captures.times": {"id", "span", "text", "type", "value", "start", "end", "anchor", "rule"},
    "captures.repeats": {"span", "of", "kind"},
    "captures.repeats.of": {"capture", "span"},
    "unread": {"name", "reason"},
    "actors": {"id", "name", "type", "also"},
    "copies": {"capture", "of", "kind", "containment", "origin"},
    "findings": {"kind", "text", "evidence"},
    "findings.evidence": {"capture", "span"},
}
"""The names that readers of the record rely on, by the part of the record that has them."""

ACROSS = {"unread", "actors", "copies", "stories", "claims", "series", "timeline", "changes", "findings", "corrections"}
"""The parts that lie between captures."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Record:
    lost = tmp_path_factory.mktemp("pages") / "empty.txt"
    lost.write_text("")
    return read([str(files("onrecord.serve") / "demo"), str(lost)])


@pytest.fixture(scope="module")
def whole(demo: Record) -> dict[str, Json]:
    """Give the record as it reads once it has been written and read again."""
    return json.loads(json.dumps(as_json(demo, with_text=True)))


def closed(schema: Json) -> Json:
    """Close every object of a schema, so that a field it does not name is an error."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {name: closed(part) for name, part in schema.items()}
    return {**parts, "additionalProperties": False} if "properties" in parts and "type" in parts else parts


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(closed(record_schema()))


def errors(value: Json) -> list[str]:
    return [error.message for error in validator().iter_errors(value)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(record_schema())


@pytest.mark.parametrize("extra", [False, True])
def test_a_record_is_valid_and_has_no_field_that_the_schema_does_not_name(demo: Record, extra: bool):
    assert errors(json.loads(json.dumps(as_json(demo, with_text=extra, with_names=extra)))) == []


def test_names_are_given_out_when_they_are_asked_for(demo: Record):
    plain, named = (as_json(demo, with_text=True, with_names=asked)["captures"] for asked in (False, True))
    assert not any("names" in capture for capture in plain)
    for capture in named:
        assert capture["names"]
        assert all(capture["text"][slice(*name["span"])] == name["text"] for name in capture["names"])


def test_every_line_is_valid_and_the_last_one_holds_what_lies_between_captures(demo: Record):
    lines = [json.loads(json.dumps(line)) for line in as_json_lines(demo)]
    assert [error for line in lines for error in errors(line)] == []
    assert [len(line["captures"]) for line in lines] == [1] * len(demo.captures) + [0]
    assert lines[-1]["actors"]


def test_an_empty_record_is_valid():
    assert errors(as_json(Record(unread=(Unread("lost.txt", "no such file"),)))) == []


@pytest.mark.parametrize("part", CONTRACT)
def test_every_object_of_a_part_has_the_fields_of_the_contract(whole: dict[str, Json], part: str):
    found = [whole]
    for name in part.split("."):
        found = [inner for outer in found for inner in as_list(outer[name])]
    assert found, "the record read here has to have one"
    assert [missing for row in found if (missing := CONTRACT[part] - row.keys())] == []


def test_a_record_has_the_parts_of_the_contract(whole: dict[str, Json]):
    assert whole.keys() == {"onrecord", "captures", *ACROSS}
    assert whole["onrecord"] == "1"


def as_list(value: Json) -> list[dict[str, Json]]:
    """Give what a field holds: many, one or nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]


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


def test_what_has_a_span_and_words_has_the_words_of_the_span(whole: dict[str, Json]):
    for capture in whole["captures"]:
        parts = [part for part in walk(capture) if "text" in part and "span" in part]
        assert [part for part in parts if part["span"] and capture["text"][slice(*part["span"])] != part["text"]] == []


def test_what_is_in_pieces_has_the_words_of_the_pieces(whole: dict[str, Json]):
    for capture in whole["captures"]:
        parts = [part for part in walk(capture) if "text" in part and "spans" in part]
        assert parts
        assert [part for part in parts if " ".join(capture["text"][slice(*span)] for span in part["spans"]) != part["text"]] == []


def test_only_a_carried_speaker_has_no_place(whole: dict[str, Json]):
    speakers = [part for part in walk(whole) if "how" in part]
    assert {part["how"] for part in speakers if part["span"] is None} == {"carried"}
    assert [part for part in speakers if part["how"] == "carried" and part["span"] is not None] == []


def test_every_span_lies_in_the_text_of_its_capture_and_holds_something(whole: dict[str, Json]):
    texts = {capture["name"]: capture["text"] for capture in whole["captures"]}
    for capture in whole["captures"]:
        for name, start, end in places(capture, capture["name"]):
            assert 0 <= start < end <= len(texts[name])
    for name, start, end in places(whole["findings"], ""):
        assert 0 <= start < end <= len(texts[name])


def places(value: Json, capture: str) -> list[tuple[str, int, int]]:
    """Give the name of the capture and the ends of every span in a piece of JSON, the two numbers of which stand alone in a list."""
    found = []
    for part in walk(value):
        spans = [part[name] for name in ("span", "spans", "evidence") if part.get(name)]
        flat = [span for one in spans for span in ([one] if isinstance(one[0], int) else one) if isinstance(span, list)]
        found += [(part.get("capture", capture), *span) for span in flat]
    return found


def walk(value: object) -> list[dict[str, object]]:
    """Give every object in a piece of JSON."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(found for part in inner for found in walk(part))]


def test_writing_json_does_not_load_the_schema_maker():
    code = "import sys, onrecord.serve.formats, onrecord.pipeline; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_change_says_from_which_capture_to_which() -> None:
    change = Change("dam-noon.html", "dam-night.html", "altered", "figure", Excerpt("two", Span(0, 3)), Excerpt("six", Span(0, 3)))
    (told,) = as_json(Record(changes=(change,)))["changes"]
    assert (told["from"], told["to"], told["before"]["text"]) == ("dam-noon.html", "dam-night.html", "two")
