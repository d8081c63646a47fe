"""Readers of a kept record to the number of the last capture whose news each of them has seen."""

from dataclasses import dataclass

from onrecord.record.store import KeptRecord


@dataclass(frozen=True, slots=True)
class Seen:
    """Up to which capture a reader has seen the news; 0 for none."""

    last: int = 0
    """Highest number of a capture whose news was shown."""
    before: int = 0
    """The same before it was shown last, so that it can be shown once more."""


def find_seen(record: KeptRecord, reader: str) -> Seen:
    """Tell what a reader has seen; a reader who never looked has seen nothing."""
    row = record.db.execute("SELECT last, before FROM reader WHERE name = ?", (reader,)).fetchone()
    return Seen(row["last"], row["before"]) if row else Seen()


def mark_seen(record: KeptRecord, reader: str, last: int) -> None:
    """Note that a reader has seen the news of all captures up to this number."""
    with record.change():
        before = find_seen(record, reader).last
        record.db.execute("INSERT OR REPLACE INTO reader (name, last, before) VALUES (?, ?, ?)", (reader, last, before))
