"""Times to numbers of rows that rise with them, so that the newest rows are found first and a stretch of time is a stretch of numbers."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

COUNTED = 22
"""Bits of a number that tell rows of one minute apart: four million of them."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def number_after(when: str | None) -> int:
    """Give the least number that a row of this ISO date or date-time may have; a clock without offset is taken for UTC, no time is 0.

    >>> number_after("2026-05-04T09:12+02:00") < number_after("2026-05-04T07:13Z") < number_after("2026-05-05")
    True
    """
    if when is None:
        return 0
    moment = datetime.fromisoformat(when)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int((moment - _EPOCH).total_seconds() // 60) << COUNTED


def free_numbers(db: sqlite3.Connection, table: str, times: Sequence[str | None]) -> list[int]:
    """Give numbers that no row of a table has yet, one for each time."""
    taken: Counter[int] = Counter()
    numbers = []
    for when in times:
        least = number_after(when)
        if least not in taken:
            last = db.execute(
                f"SELECT max(number) FROM {table} WHERE number BETWEEN ? AND ?", (least, least + (1 << COUNTED) - 1)
            ).fetchone()[0]
            taken[least] = 0 if last is None else last - least + 1
        numbers.append(least + taken[least])
        taken[least] += 1
    return numbers
