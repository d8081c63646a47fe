"""Rows of texts to what onrecord reads in a second of processor time; a program of its own, so that nothing runs beside it.

speed.py ROWS.jsonl            words a CPU-second to statements and to all facts
speed.py ROWS.jsonl --times    texts a CPU-second to times, beside dateparser and chrono-node
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from bench.peers import measure_times
from onrecord.extract.statements import find_statements
from onrecord.model import Capture, Given
from onrecord.page.page import split_page
from onrecord.pipeline import find_facts

_One = TypeVar("_One")
_Other = TypeVar("_Other")


def measure_speed(rows: Sequence[dict[str, str]]) -> dict[str, float]:
    """Measure words a CPU-second from text to all facts of a page, from text to statements, and of the statements alone.

    A word is what stands between white space. The first page is read once before, so that loading is not counted.
    """
    captures = [Capture(row["id"], row["id"], "row", row["text"], Given(row.get("outlet"), row.get("published"))) for row in rows]
    if not captures:
        return {}
    words = sum(len(capture.text.split()) for capture in captures)
    find_facts(captures[0])
    pages, splitting = _timed(split_page, captures)
    _, stating = _timed(find_statements, pages)
    others = [replace(capture, text=f"{capture.text}\n") for capture in captures]  # nothing kept of the first reading serves the second
    _, all_facts = _timed(find_facts, others)
    seconds = {"facts": all_facts, "statements": splitting + stating, "statements_alone": stating}
    return {f"speed.{name}": round(words / max(spent, 1e-3)) for name, spent in seconds.items()}


def _timed(function: Callable[[_One], _Other], things: Sequence[_One]) -> tuple[list[_Other], float]:
    """Apply a function to each of many things; give the results and the processor seconds that it took."""
    start = time.process_time()
    results = [function(thing) for thing in things]
    return results, time.process_time() - start


if __name__ == "__main__":
    rows_read = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    measured = measure_times(rows_read) if "--times" in sys.argv[2:] else measure_speed(rows_read)
    sys.stdout.write(json.dumps(measured))
