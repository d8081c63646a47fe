"""A Record to what the command line prints: a brief, one JSON object, or JSON lines."""

import json
from collections.abc import Iterator
from typing import Literal

from onrecord.model import Record
from onrecord.record.schema import as_json, as_json_lines
from onrecord.serve.brief import render_brief

OutputFormat = Literal["brief", "json", "jsonl"]


def render_record(record: Record, kind: OutputFormat, *, with_text: bool, width: int, colour: bool) -> Iterator[str]:
    """Render a record piece by piece, each piece ending in a line break."""
    if kind == "brief":
        yield render_brief(record, width=width, colour=colour)
    elif kind == "json":
        yield json.dumps(as_json(record, with_text=with_text), ensure_ascii=False, indent=1) + "\n"
    else:
        for line in as_json_lines(record, with_text=with_text):
            yield json.dumps(line, ensure_ascii=False) + "\n"
