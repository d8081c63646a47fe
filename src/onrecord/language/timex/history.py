"""A day of a month without its year to the year of what everyone knows by that date: "the September 11 attacks"."""

import datetime as dt
import re

from onrecord.language.english_history import EVENT_DAYS, EVENT_NOUNS
from onrecord.language.patterns import compile_later
from onrecord.language.timex.calendar import exact_day
from onrecord.model import Span

LONGEST_MENTION = 60
"""Code points beside a date in which what happened on it is named."""
SETTLED = 120
"""Days after which "since September 11" is no longer the one just past."""
_NOUNS = "|".join(EVENT_NOUNS)
_BEHIND = compile_later(
    rf"""
    (?: ['’]s )? [\s-]                             # September 11’s
    (?: (?!on\b|in\b|to\b) [a-z-]{{1,15}} \s ){{0,3}}   # terrorist
    (?: {_NOUNS} ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE = compile_later(rf"\b (?: events | {_NOUNS} ) \s of \s (?: the \s )? $", re.VERBOSE | re.IGNORECASE)  # the attacks of September 11
_SINCE = compile_later(r"(?: \b since \s | \b (?: post | pre ) - ) $", re.VERBOSE | re.IGNORECASE)


def year_of_event(text: str, span: Span, month: int, day: int, anchor: dt.date | None = None) -> int | None:
    """Give the year of an event that is known by a date, where the words beside the date tell that the event is meant; else null.

    >>> words = "She lost a brother in the September 11 attacks."
    >>> year_of_event(words, Span(26, 38), 9, 11), year_of_event("They meet on September 11.", Span(13, 25), 9, 11)
    (2001, None)
    """
    year = EVENT_DAYS.get((month, day))
    if year is None or (anchor is not None and anchor < dt.date(year, month, day)):
        return None
    first = max(0, span.start - LONGEST_MENTION)
    before = text[first : span.start]
    if _BEHIND.match(text, span.end, span.end + LONGEST_MENTION) or _BEFORE.search(before):
        return year
    return year if anchor and _SINCE.search(before) and _is_long_ago(anchor, month, day) else None


def _is_long_ago(anchor: dt.date, month: int, day: int) -> bool:
    """Tell whether the last such day lies so far behind that it would be told with its year or its weekday."""
    behind = [date for back in (0, 1) if (date := exact_day(anchor.year - back, month, day)) and date <= anchor]
    return not behind or (anchor - behind[0]).days > SETTLED
