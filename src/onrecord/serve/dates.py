"""A date typed by a reader to an ISO date or date-time, or an error that says how to write it."""

import re
from datetime import date, datetime

from onrecord.errors import BadDateError

_ISO = re.compile(
    r"""
    (?P<day> \d{4}-\d{2}-\d{2} )                       # 2024-05-31
    (?: [T\s] (?P<clock> \d{2}:\d{2} (?: :\d{2} )? )   # 14:30, with seconds or without
        (?P<offset> Z | [+-]\d{2}:\d{2} ) )?           # +02:00: without it the hour tells nothing
    """,
    re.VERBOSE,
)


def read_date(typed: str, *, where: str) -> str:
    """Read a date, or a date-time with offset, as ISO 8601; raise `BadDateError` for anything else.

    >>> read_date("2024-05-31 14:30Z", where="--published")
    '2024-05-31T14:30:00+00:00'
    """
    match = _ISO.fullmatch(typed.strip())
    if match is None:
        raise BadDateError(typed, where=where)
    try:
        if match["clock"] is None:
            return date.fromisoformat(match["day"]).isoformat()
        return datetime.fromisoformat(f"{match['day']}T{match['clock']}{match['offset']}").isoformat()
    except ValueError:
        raise BadDateError(typed, where=where) from None
