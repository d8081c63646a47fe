"""Facts of pages to one SQLite file and back, a page at a time, all or nothing."""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from onrecord.errors import RecordError
from onrecord.model import Actor, Facts
from onrecord.record.amending import held_anew
from onrecord.record.fact_rows import TABLES, actor_cells, actor_of, fact_cells, facts_of
from onrecord.record.numbering import COUNTED, free_numbers, number_after
from onrecord.record.opening import open_file, signed, told
from onrecord.record.page_rows import Cells, Row, block_cells, capture_cells, entry_cells, page_of, times_of

Kept = tuple[Facts, tuple[Actor, ...]]
"""The facts of one page, and the actors that its statements name, as the page alone gives them."""


WORDED = {
    "entry": ("entry_words", "entries", ("heading", "words")),
    "statement": ("statement_words", "statements", ("speaker", "words")),
    "figure": ("figure_words", "figures", ("holder", "counted", "event", "place")),
}
"""Tables whose words can be searched: their index, the view that cuts the words out, and its columns that are indexed."""


class KeptRecord:
    """A record in one SQLite file: pages are added, taken out and read back."""

    def __init__(self, path: str | Path, *, make: bool = False, damaged: bool = False) -> None:
        """Open the file, or make it where there is none and that is wanted; `damaged` opens what would else be refused.

        Raises RecordError for a file that is not there, is no record or a newer one, or cannot be read.
        """
        self.path = Path(path)
        self.db = open_file(self.path, make=make, damaged=damaged)

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def __enter__(self) -> Self:
        """Do nothing: it is open."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def __len__(self) -> int:
        """Count the captures."""
        return int(self.db.execute("SELECT count(*) FROM capture").fetchone()[0])

    def holds(self, identity: str) -> bool:
        """Tell whether a capture of these bytes is kept; `identity` is its id."""
        return self.db.execute("SELECT 1 FROM capture WHERE id = ?", (identity,)).fetchone() is not None

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make all changes of a block, or none; other processes go on reading what was there before."""
        with told(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                with signed(self.path):
                    yield
            except BaseException:
                if self.db.in_transaction:  # a full disk has ended it already
                    self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    def add(self, kept: Kept, content: bytes | None = None, *, corrected: Facts | None = None) -> bool:
        """Keep one page with its captured bytes; tell whether it was new. The same bytes twice are kept once.

        `corrected` are its facts with what people have put right on it, when it was in the record before.
        """
        facts, actors = kept
        page = facts.page
        with self.change():
            if self.holds(page.capture.id):
                return False
            [capture] = self._insert("capture", [{**capture_cells(page), "name": self._free_name(page.capture.name)}])
            if content is not None and content != page.capture.text.encode():  # what is its own text needs no second place
                self._insert("content", [{"capture": capture, "size": len(content), "bytes": zlib.compress(content, 9)}])
            self._insert("block", block_cells(page, capture))
            self._insert("actor", actor_cells(actors, capture))
            told = times_of(page)
            self._insert("entry", entry_cells(page, capture), list(told.values()))
            for table, rows in fact_cells(facts, capture).items():
                self._insert(table, rows, [told.get(cast("int", row["entry"])) for row in rows] if table in WORDED else None)
            self._index(capture)
            if corrected:
                self.lay(corrected)
        return True

    def lay(self, facts: Facts) -> None:
        """Lay what people have put right on a page over what is kept of it, and take off what holds no more; within a change.

        The machine's own rows stay as they are: they point to the corrections that stand before them in views and searches.
        """
        found = self.db.execute("SELECT number FROM capture WHERE id = ?", (facts.page.capture.id,)).fetchone()
        if found is None:
            return
        capture = found["number"]
        self._unindex(capture)
        for table in ("statement", "figure"):
            self.db.execute(f"UPDATE {table} SET correction = NULL WHERE capture = ?", (capture,))
        self.db.execute("UPDATE capture SET correction = ? WHERE number = ?", (facts.corrected and facts.corrected.number, capture))
        spoken = [(one.corrected.number, capture, nth) for nth, one in enumerate(facts.statements) if one.corrected]
        self.db.executemany("UPDATE statement SET correction = ? WHERE capture = ? AND nth = ?", spoken)
        held = [(number, capture, *one.span, one.holder and one.holder.name) for one, number in held_anew(facts)]
        self.db.executemany('UPDATE figure SET correction = ? WHERE capture = ? AND start = ? AND "end" = ? AND holder IS NOT ?', held)
        self._number_anew(capture, times_of(facts.page))
        self._index(capture)

    def remove(self, name: str) -> bool:
        """Take out the capture of this name and all that was taken from it; tell whether it was there."""
        with self.change():
            found = self.db.execute("SELECT number FROM capture WHERE name = ?", (name,)).fetchone()
            if found is None:
                return False
            self._unindex(found["number"])
            self.db.execute("DELETE FROM capture WHERE number = ?", (found["number"],))
        return True

    def numbers(self) -> list[int]:
        """Give the numbers of the captures, in the order in which they were added."""
        return list(self.names())

    def names(self) -> dict[int, str]:
        """Give the names of the captures by their numbers, in the order in which they were added."""
        return {row["number"]: row["name"] for row in self.db.execute("SELECT number, name FROM capture ORDER BY number")}

    def pages(self) -> Iterator[Kept]:
        """Give the pages with their facts, in the order in which they were added."""
        found = map(self.read_page, self.numbers())
        yield from (one for one in found if one)

    def page(self, number: int) -> tuple[Kept, bytes | None] | None:
        """Give a page with its facts and its captured bytes, if these are kept; nothing where there is no such capture."""
        row = self.db.execute("SELECT * FROM capture WHERE number = ?", (number,)).fetchone()
        if row is None:
            return None
        content = self.db.execute("SELECT bytes FROM content WHERE capture = ?", (number,)).fetchone()
        if content:
            return self._read(row), zlib.decompress(content["bytes"])
        return self._read(row), row["text"].encode() if row["text_hash"] == row["id"] else None

    def page_of(self, identity: str) -> Kept | None:
        """Give the page of the capture with an id, as it was read; nothing where it is not kept."""
        row = self.db.execute("SELECT * FROM capture WHERE id = ?", (identity,)).fetchone()
        return self._read(row) if row else None

    def read_page(self, number: int, *, bare: bool = False) -> Kept | None:
        """Give a page with its facts, or without them but with its actors; nothing where there is no such capture."""
        row = self.db.execute("SELECT * FROM capture WHERE number = ?", (number,)).fetchone()
        return self._read(row, bare=bare) if row else None

    def copy_to(self, target: Path) -> None:
        """Copy the record as it stands into a new file, while others read it and add to it."""
        if target.exists():
            raise RecordError("it is there already", where=str(target), remedy="name a file that is not")
        with told(target), closing(sqlite3.connect(target)) as copy:
            self.db.backup(copy)

    def _read(self, row: Row, *, bare: bool = False) -> Kept:
        capture = row["number"]

        def rows(table: str) -> list[Row]:
            order = "id" if table == "entry" else "nth"
            return self.db.execute(f"SELECT * FROM {table} WHERE capture = ? ORDER BY {order}", (capture,)).fetchall()

        page = page_of(row, rows("block"), rows("entry"))
        facts = Facts(page, ()) if bare else facts_of(page, {table: rows(table) for table in TABLES})
        return facts, tuple(actor_of(one) for one in rows("actor"))

    def _insert(self, table: str, rows: Sequence[Cells], times: Sequence[str | None] | None = None) -> list[int]:
        """Write rows, numbered after their times where these are given; give the number of each row that is written alone."""
        if not rows:
            return []
        if times is not None:
            rows = [{"number": number, **row} for number, row in zip(free_numbers(self.db, table, times), rows, strict=True)]
        names = list(rows[0])
        columns, values = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
        done = [self.db.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", row).lastrowid for row in rows]
        return [number for number in done if number is not None]

    def _number_anew(self, capture: int, told: Mapping[int, str | None]) -> None:
        """Give the rows of a page that is dated otherwise than before numbers of that time; `told` is when each entry was."""
        for table in WORDED:
            entry = "id" if table == "entry" else "entry"
            rows = self.db.execute(f"SELECT number, {entry} AS entry FROM {table} WHERE capture = ? ORDER BY number", (capture,)).fetchall()
            moved = [row for row in rows if row["number"] >> COUNTED != number_after(told.get(row["entry"])) >> COUNTED]
            numbers = free_numbers(self.db, table, [told.get(row["entry"]) for row in moved])
            pairs = [(new, row["number"]) for new, row in zip(numbers, moved, strict=True)]
            self.db.executemany(f"UPDATE {table} SET number = ? WHERE number = ?", pairs)

    def _unindex(self, capture: int) -> None:
        for index, view, columns in WORDED.values():  # an index over a view must be told what it forgets
            listed = ", ".join(columns)
            self.db.execute(
                f"INSERT INTO {index} ({index}, rowid, {listed}) SELECT 'delete', number, {listed} FROM {view} WHERE capture = ?",
                (capture,),
            )

    def _index(self, capture: int) -> None:
        for index, view, columns in WORDED.values():
            listed = ", ".join(columns)
            self.db.execute(f"INSERT INTO {index} (rowid, {listed}) SELECT number, {listed} FROM {view} WHERE capture = ?", (capture,))

    def _free_name(self, name: str) -> str:
        """Give the name, or one like it that no capture has: evidence points to a capture by its name."""
        names = chain((name,), (f"{name} ({n})" for n in count(2)))
        taken = "SELECT 1 FROM capture WHERE name = ?"
        return next(one for one in names if self.db.execute(taken, (one,)).fetchone() is None)
