"""Words, and who, when and where they were said, to the rows of a kept record in which they stand, with the words marked."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal

from onrecord.record.numbering import number_after
from onrecord.record.store import KeptRecord

Kind = Literal["statements", "entries", "figures"]
OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""What stands before and after a word that was searched for: noncharacters of Unicode, which no page holds."""
_AROUND = 24
"""Words of a snippet."""
_RANKED = 1_000
"""Rows, the newest that match, among which the best are looked for: a common word stands in tens of thousands."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for; all that is told must hold."""

    words: str = ""
    """Words that must stand there, in any order; words in double quotation marks must follow each other, `flood*` stands for any ending."""
    speaker: str | None = None
    """Words of the speaker's name."""
    act: str | None = None
    """The act of a statement, such as `deny`."""
    outlet: str | None = None
    """The outlet's name."""
    earliest: str | None = None
    """ISO date or date-time, inclusive."""
    latest: str | None = None
    """ISO date, inclusive to its end, or date-time."""


@dataclass(frozen=True, slots=True)
class Righted:
    """What a person has put right in a row."""

    kind: Literal["speaker", "date"]
    """Whether it is who says it, or the date of its page."""
    was: str | None
    """The name or ISO date that had been read; null where none was found."""
    by: str
    """Who put it right."""
    at: str
    """ISO date-time at which that was, in UTC."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row in which the words stand."""

    number: int
    """Number of the row in its table."""
    id: str | int
    """Id of the statement or figure on its page, or number of the entry."""
    who: str | None
    """Speaker or holder; the heading of an entry."""
    words: str
    """The words around the best place, with `OPEN` and `CLOSE` around what was searched for."""
    said: str | None
    """ISO date or date-time; null when its page is not dated."""
    page: str
    """Name of the capture."""
    outlet: str | None
    """Who published it."""
    url: str | None
    """Address of the page."""
    act: str | None
    """What the speaker does with the words; null for an entry or a figure."""
    line: int
    """Line of the capture's text on which it begins, from 1."""
    corrected: tuple[Righted, ...] = ()
    """What people have put right in it."""


@dataclass(frozen=True, slots=True)
class _Sought:
    """How one kind is searched."""

    index: str
    """Its full-text index; the view of it has the kind's name."""
    who: str
    """Column of the view that says who, and of the index where names are looked for."""
    words: str
    """Columns of the index in which words are looked for."""
    snippet: int
    """Column of the index that snippets are cut from, from 0; -1 for the whole line, as the view has it."""
    worth: str = "rank"
    """What the best have least of, in SQL: FTS5's own rank goes by how often words stand in a row, and by how short it is."""


_DOUBT = "(SELECT round(1 - confidence, 1) FROM statement WHERE number = statement_words.rowid)"
"""How unsure a statement is, in tenths: the shortest, which FTS5 ranks first, are mostly scraps that were misread."""
_KINDS: Mapping[Kind, _Sought] = MappingProxyType(
    {
        "statements": _Sought("statement_words", "speaker", "speaker words", 1, _DOUBT),
        "entries": _Sought("entry_words", "heading", "heading words", 1),
        "figures": _Sought("figure_words", "holder", "holder counted event place", -1),
    }
)


def search(record: KeptRecord, query: Query, kind: Kind = "statements", *, newest: bool = True, limit: int = 20) -> tuple[Hit, ...]:
    """Find rows of one kind, newest first or else best first.

    The best, of the newest 1,000 that match, are those in which the words follow each other as they are asked for; then the surest
    statements, by tenths of their confidence, and the entries and figures in which the words stand most often for their length; then the
    newest.
    """
    return tuple(find_hits(record, query, kind, newest=newest, limit=limit))


def find_hits(record: KeptRecord, query: Query, kind: Kind, *, newest: bool = True, limit: int | None = None) -> Iterator[Hit]:
    """Find rows one by one, newest first or else best first, for one who stops when there are enough; see `search`."""
    values = {
        "match": write_match(query, kind),
        "together": write_match(query, kind, joint=" + "),
        "first": number_after(query.earliest),
        "last": number_after(_day_after(query.latest)) - 1 if query.latest else None,
        "act": query.act,
        "outlet": query.outlet,
        "limit": -1 if limit is None else limit,  # to SQLite, as many as there are
    }
    if values["match"] is None:
        return _hits(record, _wordless(query, kind), values)
    if newest:
        return _hits(record, f"{_worded(query, kind)} ORDER BY {_KINDS[kind].index}.rowid DESC LIMIT :limit", values)
    best = {row["number"]: rank for rank, row in enumerate(record.db.execute(_best(query, kind), values))}
    chosen = _hits(record, f"{_worded(query, kind)} AND {_among(best, kind)}", values)
    return iter(sorted(chosen, key=lambda hit: best[hit.number]))


def _hits(record: KeptRecord, sql: str, values: Mapping[str, str | int | None]) -> Iterator[Hit]:
    rows = (dict(row) for row in record.db.execute(sql, values))
    return (Hit(**{**row, "corrected": tuple(Righted(**one) for one in json.loads(row["corrected"]))}) for row in rows)


def _wordless(query: Query, kind: Kind) -> str:
    told = _conditions(query, "number") or ["1"]
    return f"SELECT {_columns(kind, f'{kind}.words')} FROM {kind} WHERE {' AND '.join(told)} ORDER BY number DESC LIMIT :limit"


def _worded(query: Query, kind: Kind) -> str:
    index, snippet = _KINDS[kind].index, _KINDS[kind].snippet
    cut = f"snippet({index}, {snippet}, '{OPEN}', '{CLOSE}', '…', {_AROUND})" if snippet >= 0 else f"{kind}.words"
    return f"SELECT {_columns(kind, cut)} {_found(query, kind)}"


def _best(query: Query, kind: Kind) -> str:
    """Ask for the numbers of the best among the newest rows; all else about them is asked for when they are known."""
    index, worth = _KINDS[kind].index, _KINDS[kind].worth
    found = _found(query, kind) if query.act or query.outlet else f"FROM {index} WHERE {_told(query, kind)}"  # words need no more
    newest = f"SELECT {index}.rowid AS number, {worth} AS worth {found} ORDER BY {index}.rowid DESC LIMIT {_RANKED}"
    together = f"SELECT rowid FROM {index} WHERE {index} MATCH :together AND rowid >= (SELECT min(number) FROM newest)"
    first = f"number IN ({together}) DESC, " if len(_terms(query.words)) > 1 else ""
    return f"WITH newest AS MATERIALIZED ({newest}) SELECT number FROM newest ORDER BY {first}worth, number DESC LIMIT :limit"


def _among(numbers: Collection[int], kind: Kind) -> str:
    """Ask for rows of these numbers in one walk from the newest to the oldest of them: FTS5 would else begin anew for each."""
    row = f"{_KINDS[kind].index}.rowid"
    listed = ", ".join(map(str, numbers))
    return f"{row} >= {min(numbers, default=0)} AND +{row} IN ({listed}) ORDER BY {row} DESC"


def _found(query: Query, kind: Kind) -> str:
    index = _KINDS[kind].index
    return f"FROM {index} JOIN {kind} ON number = {index}.rowid WHERE {_told(query, kind)}"


def _told(query: Query, kind: Kind) -> str:
    index = _KINDS[kind].index
    return " AND ".join([f"{index} MATCH :match", *_conditions(query, f"{index}.rowid")])


def _columns(kind: Kind, words: str) -> str:
    act = "act" if kind == "statements" else "NULL"
    return f"number, id, {kind}.{_KINDS[kind].who} AS who, {words} AS words, said, page, outlet, url, line, {act} AS act, corrected"


def _conditions(query: Query, number: str) -> list[str]:
    asked = {
        f"{number} >= :first": query.earliest,
        f"{number} <= :last": query.latest,
        "act = :act": query.act,
        "outlet = :outlet COLLATE NOCASE": query.outlet,
    }
    return [condition for condition, wanted in asked.items() if wanted]


def write_match(query: Query, kind: Kind, *, joint: Literal[" AND ", " + "] = " AND ") -> str | None:
    """Write the words and the name searched for as FTS5 reads them, whatever signs they hold; nothing when there are none.

    `joint` is what stands between words: with a plus they must follow each other.

    >>> write_match(Query('dam "old works" flood* (', speaker="Solhaug"), "statements")
    '{speaker words}: ("dam" AND "old works" AND "flood"*) AND {speaker}: ("Solhaug")'
    """
    sought = _KINDS[kind]
    words, name = joint.join(_terms(query.words)), " AND ".join(_terms(query.speaker or ""))
    return " AND ".join(f"{{{columns}}}: ({found})" for columns, found in ((sought.words, words), (sought.who, name)) if found) or None


def _terms(words: str) -> list[str]:
    found = re.findall(r'"([^"]*)"|([^\s"]+)', words.replace("\0", " "))
    plain = [(phrase or word, not phrase and word.endswith("*")) for phrase, word in found]
    return [f'"{text.rstrip("*")}"{"*" if begins else ""}' for text, begins in plain if re.search(r"\w", text)]


def _day_after(latest: str) -> str:
    """Give the moment at which a day, or the minute of a date-time, is over."""
    moment = datetime.fromisoformat(latest)
    return (moment + (timedelta(days=1) if "T" not in latest else timedelta(minutes=1))).isoformat()
