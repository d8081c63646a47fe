"""Rows of pages to what a kept record of a million statements costs: its search, its adding, its file; a program of its own.

keeping.py ROWS.jsonl FILE.db [STATEMENTS]    a million unless told otherwise; FILE.db and FILE.plain.db are made
keeping.py --pages FOLDER FILE.db             the size of the file that is made of saved pages, over that of the pages compressed

The rows' pages are read once, and told again with other words of the same length and on other days until there are enough.
"""

import gzip
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import count, islice
from pathlib import Path
from random import Random
from re import Match, compile
from statistics import mean, quantiles

from onrecord import open_record
from onrecord.capture.reader import read_captures
from onrecord.model import Capture, Facts, Given, Published
from onrecord.pipeline import Taken, find_facts
from onrecord.record.search import Query, search
from onrecord.record.store import KeptRecord

READ = 600
"""Pages that are read; the rest are these told in other words."""
CHANGED = 0.3
"""Share of words that are other ones in each telling."""
ASKED = 200
"""Searches of each kind."""
DAYS = 1_000
"""Days over which the pages lie."""
LAST = 500
"""Pages, the last ones, of which the adding is timed."""
_WORD = compile(r"[A-Za-z]{4,}")
FIRST = date(2023, 1, 1)
"""The first of them."""


def measure_keeping(rows: Path, file: Path, statements: int) -> dict[str, float]:
    """Build the record and measure it: milliseconds for searches, ratios for the rest."""
    started = time.process_time()
    pages = list(islice(read_rows(rows), READ))
    reading = (time.process_time() - started) / len(pages)
    told = tell(pages)
    adding: list[float] = []
    held = 0
    with KeptRecord(file, make=True) as record:
        while held < statements:
            taken = next(told)
            before = time.process_time()
            record.add(taken)
            adding.append(time.process_time() - before)
            held += len(taken[0].statements)
        adder = subprocess.Popen(
            [sys.executable, __file__, str(rows), str(file), "add"], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        )
        try:
            before_it = len(record)
            while len(record) == before_it and adder.poll() is None:
                time.sleep(0.1)  # until it adds: loading what reads pages takes it seconds
            figures = _search_times(record, pages)
            figures |= _plain_times(record, file.with_suffix(".plain.db"), pages)
        finally:
            adder.kill()
            adder.wait()
    figures["adding"] = (reading + mean(adding[-LAST:])) / reading
    figures["statements"] = held
    return {f"keeping.{name}": round(value, 3) for name, value in figures.items()}


def measure_size(folder: Path, file: Path) -> dict[str, float]:
    """Keep saved pages and ask for all that lies between them; give the file's size, and that of its largest tables, over gzip -6.

    `size` is that of the file alone, once it is closed, `open` that while it is still open, with the log beside it.
    """
    with open_record(file, make=True) as record:
        record.add([folder])
        record.recall()
        held = [page[1] for number in record.kept.numbers() if (page := record.kept.page(number))]
        compressed = sum(len(gzip.compress(content, 6)) for content in held if content is not None)
        log = file.with_name(f"{file.name}-wal")
        while_open = file.stat().st_size + (log.stat().st_size if log.exists() else 0)
    with closing(sqlite3.connect(file)) as db:
        tables = db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8").fetchall()
    figures = {"size": file.stat().st_size, "open": while_open} | {f"size.{name}": size for name, size in tables}
    return {"keeping.pages": len(held)} | {f"keeping.{name}": round(size / compressed, 3) for name, size in figures.items()}


def add_for_ever(rows: Path, file: Path) -> None:
    """Add pages, as a desk does while it searches; ends by being ended."""
    pages = list(islice(read_rows(rows), 20))
    with KeptRecord(file) as record:
        for taken in tell(pages, seed=99):
            record.add(taken)
            time.sleep(0.1)  # what reading a page takes


def read_rows(rows: Path) -> Iterator[Taken]:
    """Read the pages of rows that somebody says something on."""
    for capture in read_captures([str(rows)], given=Given()):
        if isinstance(capture, Capture):
            taken = find_facts(capture)
            if taken[0].statements:
                yield taken


def tell(pages: Sequence[Taken], seed: int = 5, day: Callable[[int], date] | None = None) -> Iterator[Taken]:
    """Tell pages again and again, each time with other words, on another day: any of `DAYS`, unless it goes by the number of the page."""
    random = Random(seed)
    words = sorted({word for facts, _ in pages for word in _WORD.findall(facts.page.capture.text)})
    by_length = {n: [word for word in words if len(word) == n] for n in {len(word) for word in words}}
    for number in count():
        facts, actors = pages[number % len(pages)]
        told_on = day(number) if day else FIRST + timedelta(days=random.randrange(DAYS))
        yield _told(facts, f"{seed}-{number}", told_on.isoformat(), _changer(by_length, random)), actors


def _changer(by_length: Mapping[int, Sequence[str]], random: Random) -> Callable[[str], str]:
    """Make what puts other words of the same length into a text, the same for the same word."""
    other: dict[str, str] = {}

    def change(match: Match[str]) -> str:
        word = match.group()
        if word not in other:
            other[word] = random.choice(by_length.get(len(word), [word])) if random.random() < CHANGED else word
        return other[word]

    return lambda text: _WORD.sub(change, text)


def _told(facts: Facts, name: str, day: str, change: Callable[[str], str]) -> Facts:
    page = facts.page
    capture = replace(page.capture, id=f"sha256:{name}", name=name, text=change(page.capture.text), markup=None)
    entries = tuple(replace(entry, posted=None) for entry in page.entries)
    title = replace(page.title, text=change(page.title.text)) if page.title else None
    dated = replace(page, capture=capture, entries=entries, title=title, published=Published(day, "given", day, day))
    statements = tuple(
        replace(
            one,
            speaker=one.speaker and replace(one.speaker, text=change(one.speaker.text), name=one.speaker.name and change(one.speaker.name)),
        )
        for one in facts.statements
    )
    return replace(facts, page=dated, statements=statements)


def _search_times(record: KeptRecord, pages: Sequence[Taken]) -> dict[str, float]:
    """Time searches for words that stand in some statement, in milliseconds: the middle one, and that which one in twenty is over."""
    figures: dict[str, float] = {}
    for name, queries in _ask(pages).items():
        for newest in (True, False):
            kind = name if newest else f"{name}_best"
            figures |= _middle_and_slow(kind, [_time(record, query, newest=newest) for query in queries])
    return figures


def _plain_times(record: KeptRecord, file: Path, pages: Sequence[Taken]) -> dict[str, float]:
    """Time the same words in a plain table of FTS5 that holds the words of all statements and no more."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE VIRTUAL TABLE plain USING fts5 (words)")
        db.executemany("INSERT INTO plain (rowid, words) VALUES (?, ?)", record.db.execute("SELECT number, words FROM statements"))
        db.commit()
        sql = "SELECT rowid, snippet(plain, 0, '[', ']', '…', 20) FROM plain WHERE plain MATCH ? ORDER BY rowid DESC LIMIT 20"
        figures: dict[str, float] = {}
        for name, queries in _ask(pages).items():
            if name != "dated":  # it knows neither speakers nor dates
                took = []
                for query in queries:
                    started = time.perf_counter()
                    db.execute(sql, (query.words,)).fetchall()
                    took.append(time.perf_counter() - started)
                figures |= _middle_and_slow(f"plain_{name}", took)
    return figures


def _middle_and_slow(name: str, took: Sequence[float]) -> dict[str, float]:
    cuts = quantiles(took, n=20)
    return {f"{name}.p50": 1000 * cuts[9], f"{name}.p95": 1000 * cuts[18]}


def _ask(pages: Sequence[Taken]) -> dict[str, list[Query]]:
    """Make searches of each kind, the same each time."""
    random = Random(11)
    texts = [statement.content.text for facts, _ in pages for statement in facts.statements]
    speakers = [one.speaker.name for facts, _ in pages for one in facts.statements if one.speaker and one.speaker.name]

    def words(number: int) -> str:
        found: list[str] = []
        while len(found) < number:
            found = _WORD.findall(random.choice(texts))
        return " ".join(random.sample(found, number))

    def dated() -> Query:
        first = FIRST + timedelta(days=random.randrange(DAYS - 100))
        return Query(words(1), speaker=random.choice(speakers), earliest=first.isoformat(), latest=(first + timedelta(days=99)).isoformat())

    asked: dict[str, Callable[[], Query]] = {"one": lambda: Query(words(1)), "two": lambda: Query(words(2)), "dated": dated}
    return {name: [make() for _ in range(ASKED)] for name, make in asked.items()}


def _time(record: KeptRecord, query: Query, *, newest: bool) -> float:
    started = time.perf_counter()
    search(record, query, newest=newest)
    return time.perf_counter() - started


if __name__ == "__main__":
    source, target, *more = [argument for argument in sys.argv[1:] if argument != "--pages"]
    if more == ["add"]:
        add_for_ever(Path(source), Path(target))
    elif "--pages" in sys.argv:
        sys.stdout.write(json.dumps(measure_size(Path(source), Path(target))))
    else:
        sys.stdout.write(json.dumps(measure_keeping(Path(source), Path(target), int(more[0]) if more else 1_000_000)))
