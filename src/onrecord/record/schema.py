"""A Record to the JSON that onrecord gives out, and the JSON Schema of that JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import cast

from onrecord.model import Facts, Record

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""Anything JSON can hold."""

VERSION = "1"
"""Version of the record; fields may be added under one version, none removed or given another meaning."""

CAPTURE_FIELDS = ("id", "name", "format")
PAGE_FIELDS = ("outlet", "origin", "url", "language", "title", "published", "blocks", "entries")
FACTS_FIELDS = ("statements", "figures", "sums", "times", "happenings", "repeats", "corrected")
ACROSS_FIELDS = ("unread", "actors", "copies", "stories", "claims", "series", "timeline", "changes", "findings", "corrections")


def as_json(record: Record, *, with_text: bool = False, with_names: bool = False) -> dict[str, Json]:
    """Turn a record into what `json.dumps` takes; `with_text` adds each capture's text, `with_names` its names."""
    return {
        "onrecord": VERSION,
        "captures": [_capture(facts, with_text=with_text, with_names=with_names) for facts in record.captures],
        **_across(record),
    }


def as_json_lines(record: Record, *, with_text: bool = False, with_names: bool = False) -> Iterator[dict[str, Json]]:
    """Give one object for each capture, then one with no capture that holds what lies between them."""
    for facts in record.captures:
        yield {"onrecord": VERSION, "captures": [_capture(facts, with_text=with_text, with_names=with_names)]}
    yield {"onrecord": VERSION, "captures": [], **_across(record)}


def _across(record: Record) -> dict[str, Json]:
    return _picked(record, ACROSS_FIELDS)


def _capture(facts: Facts, *, with_text: bool, with_names: bool) -> dict[str, Json]:
    page, capture = facts.page, facts.page.capture
    flat: dict[str, Json] = {
        **_picked(capture, CAPTURE_FIELDS),
        **_picked(page, PAGE_FIELDS),
        **_picked(facts, FACTS_FIELDS),
        "given": plain(capture.given),
        "notes": plain(capture.notes),
    }
    if with_names:
        flat["names"] = plain(facts.names)
    return {**flat, "text": capture.text} if with_text else flat


def _picked(source: object, names: tuple[str, ...]) -> dict[str, Json]:
    return {name: plain(getattr(source, name)) for name in names}


def plain(value: object) -> Json:
    """Turn dataclasses into objects and tuples, spans among them, into arrays."""
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    kind: type = type(value)
    members = _members(kind)
    if members is None:
        return cast("Json", value)
    return {name: plain(getattr(value, field)) for name, field in members}


@cache
def _members(kind: type) -> tuple[tuple[str, str], ...] | None:
    """Give the fields of a dataclass, each behind its name in the record; null for anything else."""
    return tuple((_name(field.name), field.name) for field in fields(kind)) if is_dataclass(kind) else None


def _name(field: str) -> str:
    """Give the name in the record of a field whose own would be a keyword of Python: "from" of `from_`."""
    return field.removesuffix("_")


def record_schema() -> dict[str, Json]:
    """Make the JSON Schema (2020-12) of the record from the model's own fields and sentences."""
    from pydantic import TypeAdapter

    made = _object(_tidy(TypeAdapter(Record).json_schema(mode="serialization")))
    definitions = _object(made["$defs"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The record of onrecord",
        "description": _DESCRIPTION,
        "type": "object",
        "properties": _top(_object(made["properties"])),
        "required": ["onrecord", "captures"],
        "$defs": {
            "Capture": _capture_schema(definitions),
            **{name: definitions[name] for name in sorted(definitions) if name not in _FLATTENED},
        },
    }


_FLATTENED = ("Capture", "Facts", "MarkedLine", "Markup", "Page", "Stated", "Update")
"""Classes that are no object of their own in the JSON: a capture's object holds what is in them, or they stay inside."""

_DESCRIPTION = (
    "What onrecord read from captured pages. With --format jsonl each line is such an object: one capture a line, then one with no "
    "capture that holds the other parts. Spans are [start, end) in code points of the capture's own text."
)


def _tidy(value: Json) -> Json:
    """Require every field, for the export leaves none out, and drop the titles that only say the name again."""
    if isinstance(value, list):
        return [_tidy(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {name: _tidy(part) for name, part in value.items() if name != "default" and not (name == "title" and isinstance(part, str))}
    properties = kept.get("properties")
    if not isinstance(properties, dict):
        return kept
    named: dict[str, Json] = {_name(name): part for name, part in properties.items()}
    return {**kept, "properties": named, "required": [*named]}


def _capture_schema(definitions: Mapping[str, Json]) -> dict[str, Json]:
    capture, page, facts = (_object(_object(definitions[name])["properties"]) for name in ("Capture", "Page", "Facts"))
    always: dict[str, Json] = {
        **{name: capture[name] for name in CAPTURE_FIELDS},
        **{name: page[name] for name in PAGE_FIELDS},
        **{name: facts[name] for name in FACTS_FIELDS},
        "given": capture["given"],
        "notes": capture["notes"],
    }
    return {
        "type": "object",
        "description": "One copy of one page at one moment, and all that was taken from it.",
        "properties": {**always, "names": facts["names"], "text": capture["text"]},
        "required": [*always],
    }


def _top(record: Mapping[str, Json]) -> dict[str, Json]:
    return {
        "onrecord": {"const": VERSION, "description": "Version of the record."},
        "captures": {**_object(record["captures"]), "items": {"$ref": "#/$defs/Capture"}},
        **{name: record[name] for name in ACROSS_FIELDS},
    }


def _object(value: Json) -> dict[str, Json]:
    return cast("dict[str, Json]", value)
