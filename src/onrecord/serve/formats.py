"""A Record to what the command line prints: a brief, one JSON object, or JSON lines."""

import json
from collections.abc import Collection, Iterator
from typing import Literal

from onrecord.model import Record
from onrecord.record.schema import as_json, as_json_lines
from onrecord.serve.brief import render_brief

OutputFormat = Literal["brief", "json", "jsonl"]
Extra = Literal["text", "names", "dropped"]
"""What is shown only when asked for: in JSON each capture's text and its names, in the brief each dropped line."""


def render_record(record: Record, kind: OutputFormat, *, extras: Collection[Extra] = (), width: int, colour: bool) -> Iterator[str]:
    """Render a record piece by piece, each piece ending in a line break."""
    if kind == "brief":
        yield render_brief(record, width=width, colour=colour, dropped="dropped" in extras)
    elif kind == "json":
        from pydantic_core import to_json  # Python's own takes ten times as long where it indents

        yield to_json(as_json(record, with_text="text" in extras, with_names="names" in extras), indent=1).decode() + "\n"
    else:
        for line in as_json_lines(record, with_text="text" in extras, with_names="names" in extras):
            yield json.dumps(line, ensure_ascii=False) + "\n"
