"""The pages of a kept record as far as they are laid beside each other; their text and lines are read as soon as one asks for them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from onrecord.model import Actor, Facts, LateCapture, LatePage, Page, digest_all, digest_page, make_late
from onrecord.record.fact_rows import actor_of
from onrecord.record.page_rows import Row, page_of
from onrecord.record.store import Kept, KeptRecord


class GonePageError(Exception):
    """A page has been taken out since it was seen."""


class Sight(NamedTuple):
    """What is read of a page of a kept record to lay it beside others."""

    facts: Facts
    """The page; with its facts where all of it was read."""
    actors: tuple[Actor, ...]
    """The actors that its statements name."""
    speakers: frozenset[str]
    """Ids of those of them who speak."""
    mark: str
    """What tells the page as it was read from all others of the record."""


def read_sights(record: KeptRecord, full: Collection[str] = ()) -> dict[int, Sight]:
    """Give the pages by the numbers of their captures; with their facts those whose ids are given."""
    captures = record.db.execute(_CAPTURES).fetchall()
    entries, actors = (_by_capture(record.db.execute(query)) for query in (_ENTRIES, _ACTORS))
    found = {}
    for row in captures:
        number = row["number"]
        whole = record.read_page(number) if row["id"] in full else None
        page = whole[0].page if whole else _late_page(record, row, entries[number])
        facts, cast = whole or (Facts(page, ()), tuple(map(actor_of, actors[number])))
        speakers = row["speakers"] if row["mark"] else _find_speakers(record, number)
        found[number] = Sight(facts, cast, frozenset(json.loads(speakers)), row["mark"] or digest_all(number, digest_page(page)))
    return found


def keep_sights(record: KeptRecord, sights: Mapping[int, Sight]) -> None:
    """Keep the marks of pages that are new, and who speaks on them."""
    known = {row["capture"] for row in record.db.execute("SELECT capture FROM sight")}
    new = [
        (one.mark, json.dumps(sorted(one.speakers)), number, one.facts.page.capture.id)
        for number, one in sights.items()
        if number not in known
    ]
    if new:
        with record.change():
            record.db.executemany("INSERT OR IGNORE INTO sight SELECT number, ?, ? FROM capture WHERE number = ? AND id = ?", new)


_CAPTURES = """
    SELECT number, id, name, format, outlet, origin, url, language, title, title_start, title_end, published, published_basis,
        published_earliest, published_latest, published_evidence, given, notes, mark, speakers
    FROM capture LEFT JOIN sight ON sight.capture = number ORDER BY number
"""
_ENTRIES = "SELECT * FROM entry ORDER BY capture, id"
_ACTORS = "SELECT * FROM actor ORDER BY capture, nth"


def _by_capture(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["capture"]].append(row)
    return found


def _find_speakers(record: KeptRecord, number: int) -> str:
    spoken = record.db.execute("SELECT DISTINCT speaker_actor FROM statement WHERE capture = ? AND speaker_actor > ''", (number,))
    return json.dumps([row["speaker_actor"] for row in spoken])


def _late_page(record: KeptRecord, row: Row, entries: Sequence[Row]) -> Page:
    """Give a page of which rows are at hand, but neither its lines nor its text, save where that holds headings of entries."""
    number = row["number"]
    headed = any(one["heading_start"] is not None for one in entries)
    text = record.db.execute("SELECT text FROM capture WHERE number = ?", (number,)).fetchone()["text"] if headed else ""
    known, read = page_of({**dict(row), "text": text}, (), entries), cache(partial(_read_whole, record, number, row["id"]))
    return make_late(LatePage, known, "blocks", read, capture=make_late(LateCapture, known.capture, "text", read))


def _read_whole(record: KeptRecord, number: int, identity: str) -> Page:
    """Read a page; raises GonePageError where it has been taken out since."""
    kept: Kept | None = record.read_page(number, bare=True)
    if kept is None or kept[0].page.capture.id != identity:
        raise GonePageError
    return kept[0].page
