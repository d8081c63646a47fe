"""A record file of any version to one of this program's, step by step; a newer one, or another program's, is refused."""

import sqlite3

from onrecord.errors import RecordError
from onrecord.record.between_tables import BETWEEN_VIEWS, LAID, PARTS, SIGHTS, TRACES
from onrecord.record.tables import CAPTURES, CORRECTIONS, FACTS, READERS, VIEWS, WORDS

APPLICATION = 0x6F6E7263
"""What marks a SQLite file as a record of onrecord ("onrc"): its `application_id`."""
STEPS = (CAPTURES + FACTS + VIEWS + WORDS, CORRECTIONS, READERS, LAID + PARTS + BETWEEN_VIEWS, TRACES, SIGHTS)
"""What brings a record from each version to the next, the first from an empty file; steps are added and never changed."""


def bring_up_to_date(db: sqlite3.Connection, *, where: str) -> None:
    """Bring a record to this program's version, all or nothing; `where` is how the file is called in errors."""
    version = _version(db, where=where)
    if version == len(STEPS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db, where=where)  # another process may have been quicker
        for step in STEPS[version:]:
            for statement in _split(step):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
    except BaseException:
        if db.in_transaction:  # a full disk has ended it already
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _version(db: sqlite3.Connection, *, where: str) -> int:
    """Read the version of a record; 0 for an empty file."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    empty = db.execute("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)").fetchone()[0]
    if application != APPLICATION and not (empty and version == 0):
        raise RecordError("it is a SQLite file of another program", where=where, remedy="name another file with --record")
    if version > len(STEPS):
        what = f"it was written by a newer onrecord (version {version} of the record; this one knows {len(STEPS)})"
        raise RecordError(what, where=where, remedy="use that onrecord, or pip install --upgrade onrecord")
    return version


def _split(script: str) -> list[str]:
    """Cut a script into its statements: `executescript` would commit what is done before it."""
    statements, rest = [], ""
    for line in script.splitlines(keepends=True):
        rest += line
        if sqlite3.complete_statement(rest):
            statements.append(rest)
            rest = ""
    return statements
