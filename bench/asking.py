"""Rows of pages to what asking a kept record costs after one more page was added, when few pages are kept and when many are.

asking.py ROWS.jsonl FILE.db [FEW MANY]    1,000 and 3,000 pages unless told otherwise; FILE.db is made

A program of its own. The pages are those of the rows told again with other words, twenty a day; what is timed is bringing what lies between
all pages up to date, which news, stories and claims begin with.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median

from bench.keeping import FIRST, READ, read_rows, tell
from onrecord.keeping import settle
from onrecord.model import Published
from onrecord.pipeline import Taken
from onrecord.record.store import KeptRecord
from onrecord.serve.garbage import hardly_searched

A_DAY = 20
"""Pages of one day."""
TIMES = 7
"""Pages that are added one by one; the middle time counts."""
LATE = 7
"""Days by which a page that comes late is older than the newest."""


def measure_asking(rows: Path, file: Path, sizes: Sequence[int]) -> dict[str, float]:
    """Measure seconds of computing: for each page at first, then behind one more, the newest of all, and behind one that comes late."""
    told = tell(list(islice(read_rows(rows), READ)), day=lambda number: FIRST + timedelta(days=1 + number // A_DAY))
    figures = {}
    with KeptRecord(file, make=True) as record:
        for size in sizes:
            new = [*islice(told, size - len(record))]
            figures[f"first_{size}"] = _time(record, new) / len(new)
            figures[f"newest_{size}"] = median(_time(record, [next(told)]) for _ in range(TIMES))
            late = (FIRST + timedelta(days=size // A_DAY - LATE)).isoformat()
            figures[f"late_{size}"] = median(_time(record, [_date(next(told), late)]) for _ in range(TIMES))
    return {f"asking.{name}": round(seconds, 3) for name, seconds in figures.items()}


def _time(record: KeptRecord, pages: Sequence[Taken]) -> float:
    """Add pages, and time what is then found between all of them."""
    for taken in pages:
        record.add(taken)
    started = time.process_time()
    settle(record)
    return time.process_time() - started


def _date(taken: Taken, day: str) -> Taken:
    facts, actors = taken
    return replace(facts, page=replace(facts.page, published=Published(day, "given", day, day))), actors


if __name__ == "__main__":
    source, target, *told_sizes = sys.argv[1:]
    with hardly_searched():  # as the command runs
        sys.stdout.write(json.dumps(measure_asking(Path(source), Path(target), [int(size) for size in told_sizes] or [1_000, 3_000])))
