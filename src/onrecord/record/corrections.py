"""What people put right in a kept record to rows of it, and back; nothing of it is ever taken out."""

from dataclasses import replace

from onrecord.errors import RecordError
from onrecord.model import CorrectedItem, Correction
from onrecord.record.page_rows import read_places, write_places
from onrecord.record.store import KeptRecord


def read_corrections(record: KeptRecord, capture: str | None = None) -> tuple[Correction, ...]:
    """Give all that people have put right, and what of it was undone, in the order in which it was; on the capture of an id, or on all."""
    known = f"SELECT correction FROM corrected{'' if capture is None else ' WHERE capture = :capture'}"
    asked = {"capture": capture}
    items: dict[int, list[CorrectedItem]] = {}
    for row in record.db.execute(f"SELECT * FROM corrected WHERE correction IN ({known}) ORDER BY correction, nth", asked):
        item = CorrectedItem(row["capture"], row["name"], row["kind"], None, read_places(row["spans"]), row["words"])
        items.setdefault(row["correction"], []).append(item)
    rows = record.db.execute(f"SELECT * FROM correction WHERE number IN ({known}) ORDER BY number", asked).fetchall()
    return tuple(Correction(**{**dict(row), "items": tuple(items.get(row["number"], ()))}) for row in rows)


def write_correction(record: KeptRecord, correction: Correction) -> Correction:
    """Keep a correction under the next free number, which is given it, or its own; within a change."""
    columns = {name: getattr(correction, name) for name in ("kind", "value", "was", "by", "at", "note", "undone", "undone_by")}
    listed, values = ", ".join(f'"{name}"' for name in columns), ", ".join(f":{name}" for name in columns)
    columns["number"] = correction.number or None
    made = record.db.execute(f"INSERT INTO correction (number, {listed}) VALUES (:number, {values})", columns)
    number = made.lastrowid or 0
    rows = [
        (number, nth, item.capture, item.name, item.kind, write_places(item.spans), item.text) for nth, item in enumerate(correction.items)
    ]
    record.db.executemany("INSERT INTO corrected (correction, nth, capture, name, kind, spans, words) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    return replace(correction, number=number)


def undo_correction(record: KeptRecord, number: int, *, by: str, at: str) -> Correction:
    """Mark a correction as undone; within a change. Raises RecordError where there is none of that number, or it was undone before."""
    found = next((one for one in read_corrections(record) if one.number == number), None)
    remedy = "see their numbers with: onrecord corrections"
    if found is None:
        raise RecordError(f"there is no correction {number}", where=str(record.path), remedy=remedy)
    if found.undone:
        what = f"correction {number} was undone already, by {found.undone_by}"
        raise RecordError(what, where=str(record.path), remedy=remedy)
    record.db.execute("UPDATE correction SET undone = ?, undone_by = ? WHERE number = ?", (at, by, number))
    return replace(found, undone=at, undone_by=by)
