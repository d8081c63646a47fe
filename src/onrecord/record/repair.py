"""A damaged record to a new one that holds all that can still be read."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import RecordError
from onrecord.model import Correction
from onrecord.record.corrections import read_corrections, write_correction
from onrecord.record.store import KeptRecord

_MOST = 1_000_000
"""Captures that are looked for where the file cannot say how many there are."""


def save_readable(record: KeptRecord, target: Path) -> tuple[int, int]:
    """Copy what can be read, page by page, into a new record; gives how many pages were saved and how many were lost."""
    if target.exists():
        raise RecordError("it is there already", where=str(target), remedy="name a file that is not")
    saved = lost = 0
    with KeptRecord(target, make=True) as copy:
        for number in _numbers(record):
            try:
                found = record.page(number)
                saved += found is not None and copy.add(*found)
            except (sqlite3.DatabaseError, zlib.error, ValueError, TypeError):  # what damaged bytes make of a row
                lost += 1
        with copy.change():
            for correction in _corrections(record):
                write_correction(copy, correction)
    return saved, lost


def _corrections(record: KeptRecord) -> tuple[Correction, ...]:
    try:
        return read_corrections(record)
    except (sqlite3.DatabaseError, ValueError, TypeError):
        return ()


def _numbers(record: KeptRecord) -> Iterator[int]:
    """Give the numbers that captures may have."""
    try:
        yield from record.numbers()
    except sqlite3.DatabaseError:
        try:
            last = record.db.execute("SELECT max(number) FROM capture").fetchone()[0] or 0
        except sqlite3.DatabaseError:
            last = _MOST
        yield from range(1, last + 1)
