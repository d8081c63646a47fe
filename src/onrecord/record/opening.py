"""A path to an open SQLite record, and what SQLite says goes wrong to errors that a person can act on."""

import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.record.versions import bring_up_to_date

PATIENCE = 30.0
"""Seconds that a writer waits for another one before it says who that is."""


def open_file(path: Path, *, make: bool = False, damaged: bool = False) -> sqlite3.Connection:
    """Open a record, or make one where there is none and that is wanted; `damaged` opens what would else be refused.

    Raises RecordError for a file that is not there, is no record or a newer one, or cannot be read.
    """
    if not make and not path.exists():
        raise RecordError("there is no such record", where=str(path), remedy="name one with --record, or make one: onrecord add PATH")
    with told(path):
        db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            if damaged:
                db.execute("PRAGMA writable_schema = ON")  # else SQLite opens no file that is shorter than it says
            if not path.exists() or os.access(path, os.W_OK):
                db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")  # in WAL a killed process loses nothing that was committed
            bring_up_to_date(db, where=str(path))
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises within a block into a RecordError that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        what, remedy = _explain(error, path)
        raise RecordError(what, where=str(path), remedy=remedy) from error


def _explain(error: sqlite3.DatabaseError, path: Path) -> tuple[str, str]:
    for name, (what, remedy) in _MEANINGS.items():
        if getattr(error, "sqlite_errorname", "").startswith(name):
            return what.format(who=writer_of(path)), remedy
    return f"SQLite failed on it ({error})", "run: onrecord check"


_MEANINGS = {
    "SQLITE_BUSY": ("{who} is writing to it, and has been for a while", "wait until that is done, or end it"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check that its folder is there and may be written to"),
    "SQLITE_CORRUPT": ("it is damaged", "run: onrecord check --repair, which saves what can be read into a new file"),
    "SQLITE_FULL": ("the disk is full; the pages before this one are kept", "make room, then add the rest again"),
    "SQLITE_IOERR": ("it cannot be read or written; the pages before this one are kept", "check the disk"),
    "SQLITE_NOTADB": ("it is no record", "name another file with --record"),
    "SQLITE_READONLY": ("it may only be read", "give leave to write to the file and its folder, or name another with --record"),
}
"""What SQLite's errors mean for a record, by the beginning of their names, and what to do."""


@contextmanager
def signed(path: Path) -> Iterator[None]:
    """Write beside a record, for as long as a block lasts, which process is writing to it, for one that waits.

    It is a courtesy: where it cannot be written, as on a full disk, nothing else fails for it.
    """
    beside = _beside(path)
    with suppress(OSError):
        beside.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
    try:
        yield
    finally:
        with suppress(OSError):
            beside.unlink()


def writer_of(path: Path) -> str:
    """Name the process that is writing to a record."""
    try:
        return _beside(path).read_text(encoding="utf-8")
    except OSError:
        return "another process"


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-writer")
