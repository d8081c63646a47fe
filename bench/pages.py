"""Rows of HTML to what reading them costs beside trafilatura alone; a program of its own, so that nothing runs beside it."""

import json
import logging
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from trafilatura import extract

from onrecord.capture.html import HtmlRead, read_html
from onrecord.model import Capture, Lane
from onrecord.page.page import split_page
from onrecord.pipeline import find_facts
from onrecord.settings import CaptureSettings


def measure_cost(pages: Sequence[str]) -> dict[str, float]:
    """Measure pages to their full record as a share of trafilatura's speed, and HTML to Page in bulk as a multiple of it.

    All is processor time of the same run, page by page in turn, so that what else the machine does weighs on all alike; who comes first
    goes round, for the later ones find a page's words in caches. The first page is read once before, so that loading is not counted.
    """
    spent = dict.fromkeys(_READINGS, 0.0)
    turns = deque(_READINGS.items())
    for number, html in enumerate([*pages[:1], *pages]):
        turns.rotate()
        for name, function in turns:
            start = time.process_time()
            function(html)
            spent[name] += (time.process_time() - start) * (number > 0)
    return {"speed": round(spent["alone"] / spent["record"], 3), "bulk.speed": round(spent["alone"] / spent["bulk"], 3)}


def _capture(html: str, lane: Lane) -> Capture:
    read: HtmlRead = read_html(html, settings=CaptureSettings(lane=lane))
    return Capture("sha256:0", "page", "html", read.text, notes=read.notes, markup=read.markup)


_READINGS: Mapping[str, Callable[[str], object]] = {
    "alone": lambda html: extract(html, favor_precision=True),
    "record": lambda html: find_facts(_capture(html, "precise")),
    "bulk": lambda html: split_page(_capture(html, "bulk")),
}


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    read = [json.loads(line)["html"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    sys.stdout.write(json.dumps(measure_cost(read)))
