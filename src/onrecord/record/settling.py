"""What lies between the pages of a kept record: whether it is kept as the pages now are, kept anew where not, and read back."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import NamedTuple

from onrecord.model import Between, Correction, Laid, Page, Story
from onrecord.record.amending import select_holding
from onrecord.record.corrections import read_corrections
from onrecord.record.laid_rows import LAID_TABLES, Written, laid_rows, read_laid
from onrecord.record.page_rows import Cells, Row
from onrecord.record.part_reading import Numbered, read_between
from onrecord.record.part_rows import PART_TABLES, part_rows
from onrecord.record.store import KeptRecord

WAY = 3
"""Number of the way in which pages are laid beside each other and what they tell is found; with another one all is found again."""


class State(NamedTuple):
    """In which state a record is."""

    digest: str
    """What tells whether its pages, and what people have put right on them, are still the same."""
    corrections: tuple[Correction, ...]
    """What people have put right."""


def state_of(record: KeptRecord) -> State:
    """Give the state of a record.

    A page that is taken out takes the word that the record is settled with it: until then, how many there are and the newest tell which.
    """
    newest = record.db.execute("SELECT number, id, (SELECT count(*) FROM capture) FROM capture ORDER BY number DESC LIMIT 1").fetchone()
    corrections = read_corrections(record)
    return State(_digest((newest and tuple(newest), select_holding(corrections))), corrections)


def is_settled(record: KeptRecord) -> bool:
    """Tell whether what lies between the pages of a record is kept as they now are."""
    row = record.db.execute("SELECT digest FROM laying").fetchone()
    return row is not None and bool(row["digest"] == state_of(record).digest)


def may_be_settled(record: KeptRecord) -> bool:
    """Tell whether the record may be written to."""
    return os.access(record.path, os.W_OK) and not record.db.execute("PRAGMA query_only").fetchone()[0]


def digest_part(part: Laid, corrections: Sequence[Correction]) -> str:
    """Give what tells all that a part rests on, whatever ids its pages and actors have."""
    ids = {page.capture.id for page in part.pages}
    ranks = {page.capture.name: rank for rank, page in enumerate(part.pages)}
    voices = {actor.id: nth for nth, actor in enumerate(part.actors)}
    return _digest(
        (
            [(page.capture.id, page.capture.name, page.published, sorted(dropped.items()))
             for page, dropped in zip(part.pages, part.dropped, strict=True)],
            [(one.name, one.type, one.also) for one in part.actors],
            [sorted((actor, voices[voice]) for actor, voice in known.items()) for known in part.voices],
            part.repeats,
            [(ranks[one.capture], ranks[one.of], one.kind, one.containment, one.origin) for one in part.copies],
            [one.entries for one in part.stories],
            [one for one in select_holding(corrections) if any(item.capture in ids for item in one.items)],
        )
    )  # fmt: skip


def keep_part(record: KeptRecord, part: Laid, numbers: Sequence[int], digest: str, between: Between) -> None:
    """Keep what a part tells, whose pages are the captures of these numbers; nothing where one of them is gone."""
    named = {page.capture.name: number for page, number in zip(part.pages, numbers, strict=True)}
    stories = {story.id: nth for nth, story in enumerate(part.stories)}
    with record.change():
        held = [record.db.execute("SELECT id FROM capture WHERE number = ?", (number,)).fetchone() for number in numbers]
        known = record.db.execute("SELECT 1 FROM part WHERE digest = ?", (digest,)).fetchone()
        if known or [row and row["id"] for row in held] != [page.capture.id for page in part.pages]:
            return
        of = record.db.execute("INSERT INTO part (digest) VALUES (?)", (digest,)).lastrowid or 0
        record.db.executemany("INSERT INTO part_page VALUES (?, ?, ?)", [(of, nth, number) for nth, number in enumerate(numbers)])
        for table, rows in part_rows(between, named, stories).items():
            _insert(record.db, table, [{"part": of, **row} for row in rows])


def keep_laid(record: KeptRecord, laid: Laid, read: Mapping[int, Page], parts: Sequence[str], state: State) -> bool:
    """Keep how pages lie beside each other that were read in a state of the record, and no parts but those of these digests.

    Tells whether it could: not where a page has been taken out, or something put right, since. Pages that were added are laid next time.
    """
    with record.change():
        held = {row["digest"] for row in record.db.execute("SELECT digest FROM part")}
        ids = {row["number"]: row["id"] for row in record.db.execute("SELECT number, id FROM capture")}
        there = all(ids.get(number) == page.capture.id for number, page in read.items())
        if not there or not held.issuperset(parts) or read_corrections(record) != state.corrections:
            return False
        record.db.executemany("DELETE FROM part WHERE digest = ?", [(digest,) for digest in held.difference(parts)])
        rows = laid_rows(laid, read)
        for table in LAID_TABLES:
            _write(record.db, table, rows[table])
        record.db.execute("DELETE FROM laying")
        record.db.execute("INSERT INTO laying VALUES (?)", (state.digest,))
    return True


def is_kept(record: KeptRecord, digest: str) -> bool:
    """Tell whether it is kept what the part of a digest tells."""
    return record.db.execute("SELECT 1 FROM part WHERE digest = ?", (digest,)).fetchone() is not None


@contextmanager
def snapshot(record: KeptRecord) -> Iterator[None]:
    """Let nobody else's changes be seen within a block."""
    record.db.execute("BEGIN")
    try:
        yield
    finally:
        record.db.execute("ROLLBACK")


@contextmanager
def settled(record: KeptRecord, settle: Callable[[], None]) -> Iterator[None]:
    """Settle a record where it is not, and let nobody else's changes be seen within a block.

    It is settled once: pages that others go on adding meanwhile are seen next time.
    """
    record.db.execute("BEGIN")
    try:
        enough = is_settled
        while not enough(record):  # or what was settled has been taken out again by another process
            record.db.execute("ROLLBACK")
            settle()
            enough = _is_laid
            record.db.execute("BEGIN")
        yield
    finally:
        if record.db.in_transaction:
            record.db.execute("ROLLBACK")


def _is_laid(record: KeptRecord) -> bool:
    return record.db.execute("SELECT 1 FROM laying").fetchone() is not None


class Parts(NamedTuple):
    """Parts of a settled record, all or some."""

    pages: Mapping[int, int]
    """The places in the order of all pages, from 0, of those that are theirs, by the numbers of their captures, in that order."""
    captures: Mapping[int, Sequence[int]]
    """The numbers of the captures of each part, by its own number; parts come in the order of their first pages."""
    before: tuple[tuple[int, int], ...]
    """How many claims and how many series the parts before each part have."""


def find_parts(record: KeptRecord, captures: Collection[int] | None = None) -> Parts:
    """Find the parts that hold some captures, or all parts."""
    holding = f"SELECT DISTINCT part FROM part_page WHERE capture {_IN}"
    chosen = None if captures is None else {row["part"] for row in record.db.execute(holding, (json.dumps([*captures]),))}
    parts, before, sums = [], [], (0, 0)
    for row in count_parts(record):
        if chosen is None or row["part"] in chosen:
            parts.append(row["part"])
            before.append(sums)
        sums = (sums[0] + row["claims"], sums[1] + row["series"])
    held: dict[int, list[int]] = {part: [] for part in parts}
    ranks = {}
    query = f"SELECT part, capture, rank FROM part_page JOIN laid_page USING (capture) WHERE part {_IN} ORDER BY part, nth"
    for row in record.db.execute(query, (json.dumps(parts),)).fetchall():
        held[row["part"]].append(row["capture"])
        ranks[row["capture"]] = row["rank"]
    return Parts(dict(sorted(ranks.items(), key=itemgetter(1))), held, tuple(before))


_IN = "IN (SELECT value FROM json_each(?))"


def count_parts(record: KeptRecord) -> list[Row]:
    """Give each part with how many claims and how many series it has, in the order of their first pages."""
    counted = """
        SELECT part, min(rank) AS first,
            (SELECT count(*) FROM claim WHERE claim.part = part_page.part) AS claims,
            (SELECT count(*) FROM series WHERE series.part = part_page.part) AS series
        FROM part_page JOIN laid_page USING (capture) GROUP BY part ORDER BY first
    """
    return record.db.execute(counted).fetchall()


def read_settled(record: KeptRecord, parts: Parts, pages: Mapping[int, Page]) -> tuple[Laid, list[Between]]:
    """Give how the pages of parts of a settled record lie beside each other, and what each part tells; `pages` are theirs, by number."""
    chosen = json.dumps([*pages])
    rows = {table: record.db.execute(_OF_PAGES[table], (chosen,)).fetchall() for table in LAID_TABLES}
    told = json.dumps([row["of"] for row in rows["repeat"]])
    names = dict(record.db.execute(f"SELECT number, name FROM capture WHERE number {_IN}", (told,)).fetchall())
    names |= {number: page.capture.name for number, page in pages.items()}
    laid = read_laid(pages, rows, [*parts.captures.values()], names)
    known = Numbered(pages, parts.pages)
    stories: dict[int, list[Story]] = {part: [] for part in parts.captures}
    part_of = {pages[number].capture.name: part for part, numbers in parts.captures.items() for number in numbers}
    for story in laid.stories:
        stories[part_of[story.entries[0].capture]].append(story)
    return laid, [read_between(_rows_of(record, part), known, told) for part, told in stories.items()]


_OF_PAGES = {table: f"SELECT * FROM {table} WHERE capture {_IN}" for table in LAID_TABLES} | {
    "voice": f"SELECT * FROM voice WHERE nth IN (SELECT voice FROM voice_on_page WHERE capture {_IN}) ORDER BY nth",
    "copy": f"SELECT * FROM copy WHERE capture {_IN} ORDER BY nth",  # a page is of one part with what it is a copy of
    "story": f"SELECT * FROM story WHERE nth IN (SELECT story FROM story_entry WHERE capture {_IN}) ORDER BY nth",
    "story_entry": f"SELECT * FROM story_entry WHERE capture {_IN} ORDER BY story, nth",
}
"""How the rows of each table that are of some pages are read."""


def _rows_of(record: KeptRecord, part: int) -> dict[str, list[Row]]:
    # without rowid, rows come in the order of their key
    return {table: record.db.execute(f"SELECT * FROM {table} WHERE part = ?", (part,)).fetchall() for table in PART_TABLES}


def _write(db: sqlite3.Connection, table: str, rows: Sequence[Written]) -> None:
    """Write the rows of a table that are new or other than they were, and take out those that are no more."""
    reader = db.cursor()
    reader.row_factory = None  # plain tuples, which are held against each other at once
    held = reader.execute(f"SELECT * FROM {table}").fetchall()
    names, count = [f'"{name}"' for name, *_ in reader.description], LAID_TABLES[table]
    new = set(rows).difference(held)
    changed = ", ".join(f"{name} = excluded.{name}" for name in names)
    db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))}) ON CONFLICT DO UPDATE SET {changed}", new)
    if len(rows) - len(new) == len(held):
        return  # what was held is all still there
    gone = {row[:count] for row in set(held).difference(rows)} - {row[:count] for row in new}
    db.executemany(f"DELETE FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in names[:count])}", gone)


def _insert(db: sqlite3.Connection, table: str, rows: Sequence[Cells]) -> None:
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({', '.join(f':{name}' for name in rows[0])})", rows)


def _digest(rests_on: object) -> str:
    return hashlib.sha256(repr((WAY, rests_on)).encode()).hexdigest()
