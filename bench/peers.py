"""Rows of dated texts to how fast others read their times, beside onrecord in the same run."""

import json
import shutil
import subprocess
import time
import warnings
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from onrecord.extract.times import find_times
from onrecord.model import Capture, Given
from onrecord.page.page import split_page

Row = dict[str, Any]
CHRONO = """
const chrono = require('chrono-node');
const fs = require('fs');
const rows = JSON.parse(fs.readFileSync(0, 'utf8'));
chrono.parse(rows[0].text, new Date(rows[0].published));
const before = process.cpuUsage();
for (const row of rows) chrono.parse(row.text, new Date(row.published));
const spent = process.cpuUsage(before);
console.log(rows.length / ((spent.user + spent.system) / 1e6));
"""
"""A program for node that prints how many texts chrono-node reads in a CPU-second."""
LEAST_SECONDS = 0.5
"""CPU-seconds that the quick ones are measured for: less would measure the clock."""


def measure_times(rows: Sequence[Row]) -> dict[str, float]:
    """Measure texts a CPU-second in which onrecord finds the times of pages that are split, and how many times as many as others read.

    dateparser is asked as its documentation begins (any language), and told that the texts are English. chrono-node is measured where
    node finds it (NODE_PATH). A first text is read before, so that loading is not counted.
    """
    from dateparser.search import search_dates

    dated = [row for row in rows if row.get("published")]
    if not dated:
        return {}
    pages = [split_page(Capture(row["id"], row["id"], "row", row["text"], Given(published=row["published"]))) for row in dated]

    def search(languages: list[str] | None) -> Callable[[Row], object]:
        return lambda row: search_dates(row["text"], languages=languages, settings={"RELATIVE_BASE": _day(row)})

    ours = _rate(find_times, pages)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peers = {
            "dateparser": _rate(search(None), dated),
            "dateparser_english": _rate(search(["en"]), dated),
            "chrono": _rate_chrono(dated),
        }
    return {"speed.times": round(ours), **{f"speed.times_over_{name}": round(ours / rate, 2) for name, rate in peers.items() if rate}}


def _day(row: Row) -> datetime:
    return datetime.fromisoformat(str(row["published"])[:10])


def _rate(read: Callable[[Any], object], things: Sequence[Any]) -> float:
    """Give how many things are read in a CPU-second."""
    read(things[0])
    start, count, spent = time.process_time(), 0, 0.0
    while spent < LEAST_SECONDS:
        for thing in things:
            read(thing)
        count, spent = count + len(things), time.process_time() - start
    return count / spent


def _rate_chrono(rows: Sequence[Row]) -> float | None:
    """Give the rate of chrono-node; null where there is no node, or node does not find it."""
    node = shutil.which("node")
    if node is None:
        return None
    done = subprocess.run([node, "-e", CHRONO], input=json.dumps(rows), capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None
