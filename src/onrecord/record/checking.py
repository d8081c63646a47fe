"""A kept record to what is wrong in it, one sentence each: its file, its words, its places, its hashes."""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator

from onrecord.record.page_rows import Row, text_hash
from onrecord.record.store import WORDED

_PLACED = ("block", "entry", "figure", "time", "happening", "name")
"""Tables with a place in `start` and `end`."""
_PLACED_BETWEEN = ("repeat", "claim_member", "claim_step", "finding_evidence", "day_evidence")
"""The same of what lies between pages."""
_CLAIMS = {
    "has no members": """
        SELECT text FROM claim WHERE NOT EXISTS
            (SELECT 1 FROM claim_member WHERE claim_member.part = claim.part AND claim_member.claim = claim.nth)""",
    "is made by nothing that is kept": """
        SELECT DISTINCT claim.text FROM claim_member AS member JOIN claim ON claim.part = member.part AND claim.nth = member.claim
        WHERE (statement IS NOT NULL AND statement NOT IN (SELECT id FROM statement WHERE statement.capture = member.capture))
            OR (figure IS NOT NULL AND figure NOT IN (SELECT id FROM figure WHERE figure.capture = member.capture))""",
}
"""What may be wrong with claims, and the words of those of which it holds."""


def find_faults(db: sqlite3.Connection) -> Iterator[str]:
    """Give a sentence for each fault; none means that every place cuts its words and every hash holds."""
    yield from _faults_of_file(db)
    try:
        rows = db.execute("SELECT number FROM capture ORDER BY number").fetchall()
    except sqlite3.DatabaseError as error:
        yield f"The captures cannot be listed ({error})."
        return
    for row in rows:
        try:
            capture = db.execute("SELECT * FROM capture WHERE number = ?", (row["number"],)).fetchone()
            yield from _faults_of_capture(db, capture) if capture else (f"Capture {row['number']} is listed and not there.",)
        except sqlite3.DatabaseError as error:
            yield f"Capture {row['number']} cannot be read ({error})."
    try:
        yield from _faults_between(db)
    except sqlite3.DatabaseError as error:
        yield f"What lies between pages cannot be read ({error})."


def _faults_between(db: sqlite3.Connection) -> Iterator[str]:
    for fault, query in _CLAIMS.items():
        yield from (f"The claim “{row['text']}” {fault}." for row in db.execute(query))
    for table in _PLACED_BETWEEN:
        wrong = 'start < 0 OR "end" < start OR "end" > length(text)'
        held = f"SELECT name, count(*) AS rows FROM {table} JOIN capture ON number = {table}.capture"
        for row in db.execute(f"{held} WHERE {wrong} GROUP BY number"):
            yield f"{row['name']}: {row['rows']} of its rows in {table} point outside its text."


def _faults_of_file(db: sqlite3.Connection) -> Iterator[str]:
    try:
        for (told,) in db.execute("PRAGMA integrity_check(20)"):
            if told != "ok":
                yield f"The file is damaged: {told}."
        for row in db.execute("PRAGMA foreign_key_check"):
            yield f"A row of {row[0]} belongs to no {row[2]}."
        for index, _, _ in WORDED.values():
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if not error.sqlite_errorname.startswith("SQLITE_READONLY"):  # asking an index is a write, to SQLite
            yield f"The file is damaged: {error}."


def _faults_of_capture(db: sqlite3.Connection, capture: Row) -> Iterator[str]:
    name, text, number = capture["name"], capture["text"], capture["number"]
    if text_hash(text) != capture["text_hash"]:
        yield f"{name}: its text is not the one that was kept."
    content = db.execute("SELECT size, bytes FROM content WHERE capture = ?", (number,)).fetchone()
    if content and not _is_whole(content, capture["id"]):
        yield f"{name}: its bytes are not those that were captured."
    for table in _PLACED:
        wrong = f'SELECT count(*) FROM {table} WHERE capture = ? AND (start < 0 OR "end" < start OR "end" > ?)'
        count = db.execute(wrong, (number, len(text))).fetchone()[0]
        if count:
            yield f"{name}: {count} of its rows in {table} point outside its text."
    for row in db.execute("SELECT id, content FROM statement WHERE capture = ?", (number,)):
        if not all(0 <= start <= end <= len(text) for start, end in json.loads(row["content"])):
            yield f"{name}: statement {row['id']} points outside its text."


def _is_whole(content: Row, identity: str) -> bool:
    try:
        unpacked = zlib.decompress(content["bytes"])
    except zlib.error:
        return False
    return len(unpacked) == content["size"] and f"sha256:{hashlib.sha256(unpacked).hexdigest()}" == identity
