"""A damaged record to a new one that holds all that can still be read."""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.errors import RecordError
from onrecord.model import Correction
from onrecord.record.corrections import read_corrections, write_correction
from onrecord.record.store import KeptRecord


def save_readable(path: Path, target: Path) -> tuple[int, int | None]:
    """Copy what can be read, page by page, into a new record; gives how many pages were saved and how many were lost.

    How many were lost is None where the file no longer tells how many there were. The damaged file stays as it is.
    Raises RecordError where the target is there already.
    """
    if target.exists():
        raise RecordError("it is there already", where=str(target), remedy="name a file that is not")
    saved = lost = 0
    with _in_whole_blocks(path) as whole, KeptRecord(whole, damaged=True) as record, KeptRecord(target, make=True) as copy:
        numbers = _numbers(record)
        for number in numbers or ():
            try:
                found = record.page(number)
                saved += found is not None and copy.add(*found)
            except (sqlite3.DatabaseError, zlib.error, ValueError, TypeError):  # what damaged bytes make of a row
                lost += 1
        with copy.change():
            for correction in _corrections(record):
                write_correction(copy, correction)
    return saved, None if numbers is None else lost


@contextmanager
def _in_whole_blocks(path: Path) -> Iterator[Path]:
    """Give a file without a last block that was cut: SQLite takes the rest of that for zeros, and rows in it for empty."""
    with path.open("rb") as file:
        block = int.from_bytes(file.read(18)[_BLOCK_SIZE], "big")
    block = 65_536 if block == 1 else max(block, 1)
    size = path.stat().st_size
    if size % block == 0:
        yield path
        return
    with TemporaryDirectory(dir=path.parent) as folder:
        whole = Path(folder) / path.name
        shutil.copyfile(path, whole)
        with whole.open("r+b") as file:
            file.truncate(size - size % block)
        yield whole


_BLOCK_SIZE = slice(16, 18)
"""Where the header of a SQLite file tells the size of its blocks; 1 stands for 65,536."""


def _corrections(record: KeptRecord) -> tuple[Correction, ...]:
    try:
        return read_corrections(record)
    except (sqlite3.DatabaseError, ValueError, TypeError):
        return ()


def _numbers(record: KeptRecord) -> Sequence[int] | None:
    """Give the numbers that captures may have, up to the highest that is found where not all can be read; None where none is."""
    with suppress(sqlite3.DatabaseError):
        return record.numbers()
    found = list(_found(record))
    return range(1, max(found) + 1) if found else None


def _found(record: KeptRecord) -> Iterator[int]:
    """Find high numbers in the parts of the index of ids that can be read; ids are digests, so that each part holds numbers of all ages."""
    for part in range(256):
        start = f"sha256:{part:02x}"
        with suppress(sqlite3.DatabaseError):
            yield record.db.execute(_HIGHEST, (start, f"{start}~")).fetchone()[0] or 0


_HIGHEST = "SELECT max(number) FROM capture INDEXED BY capture_id WHERE id BETWEEN ? AND ?"
