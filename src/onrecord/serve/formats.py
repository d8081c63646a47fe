"""A Record to what the command line prints: a brief, one JSON object, or JSON lines."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Literal

from onrecord.model import Record
from onrecord.record.schema import Json, as_json, as_json_lines
from onrecord.serve.brief import render_brief

OutputFormat = Literal["brief", "json", "jsonl"]
Extra = Literal["text", "names", "dropped"]
"""What is shown only when asked for: in JSON each capture's text and its names, in the brief each dropped line."""
FEW = 10_000
"""Code points of text below which Python has written the JSON before a faster writer is loaded."""
_POWER = re.compile(r"\de[+-]\d")
"""A power of ten in a number, which the two write in two ways: 1e-07 and 1e-7."""


def render_record(record: Record, kind: OutputFormat, *, extras: Collection[Extra] = (), width: int, colour: bool) -> Iterator[str]:
    """Render a record piece by piece, each piece ending in a line break."""
    if kind == "brief":
        yield render_brief(record, width=width, colour=colour, dropped="dropped" in extras)
    elif kind == "json":
        few = sum(len(facts.page.capture.text) for facts in record.captures) < FEW
        yield _indent(as_json(record, with_text="text" in extras, with_names="names" in extras), few=few) + "\n"
    else:
        for line in as_json_lines(record, with_text="text" in extras, with_names="names" in extras):
            yield json.dumps(line, ensure_ascii=False) + "\n"


def _indent(content: dict[str, Json], *, few: bool) -> str:
    """Write JSON for people to look at; Python's own writer takes ten times as long as the other, which takes long to load."""
    told = json.dumps(content, ensure_ascii=False, indent=1) if few else ""
    if told and not _POWER.search(told):
        return told
    from pydantic_core import to_json

    return to_json(content, indent=1).decode()
