"""A time of the clock, with its day and its zone where they are told, to the minute it means."""

import datetime as dt
import re
from dataclasses import replace

from onrecord.language.english_time import FIXED_HOURS
from onrecord.language.numbers import parse_words
from onrecord.language.timex import calendar as cal
from onrecord.language.timex.calendar import When
from onrecord.language.timex.days import day_in
from onrecord.language.timex.reading import Context, Counted, Found, Reading, unknown
from onrecord.language.timex.words import Word
from onrecord.language.timex.zones import find_zone

_CLOCK_KINDS = ("clock", "clock_plain", "clock_dotted", "fixed")
_DAY_KINDS = ("weekday", "weekday_short", "today", "yesterday", "tomorrow", "month", "month_short", "month_verb", "iso", "same", "tonight")
LONGEST_ASIDE = 8
"""Words behind a clock within which the day stands, past the same clock in another zone."""
LONGEST_CLAUSE = 60
"""Code points between a day and the clock that goes on with it."""
_CLAUSE_ENDS = re.compile(r"[.;:!?\n] | \b (?: and | but | will | would | before | until ) \b", re.VERBOSE)
_LATE_PARTS = re.compile(r"afternoon|evening|night|dusk|sunset|tonight")


def read_clock(found: Found, context: Context) -> Reading | None:
    """Read a time of the clock; start and end are in UTC where its zone is known, on the wall otherwise."""
    minutes = _minutes(found)
    if minutes is None:
        return None
    date, anchor = _day(found, context)
    if date is None:
        return unknown("TIME")
    zone = find_zone(found, context)
    if _is_half_told(found, minutes):
        later = minutes + 12 * 60
        if context.minute is None:
            return Reading("TIME", When(None, cal.clock(date, minutes, zone).start, cal.clock(date, later, zone).end), anchor=anchor)
        minutes = min(minutes, later, key=lambda minute: abs(minute - (context.minute or 0)))
    when = cal.clock(date, minutes, zone)
    return Reading("TIME", replace(when, value=f"{when.value}Z") if _is_utc(found) else when, anchor=anchor)


def _is_half_told(found: Found, minutes: int) -> bool:
    """Tell whether it may be morning or afternoon: "at 3:30" of a page that writes no 03:30."""
    clock = found.get("clock_plain", "clock_dotted")
    half_day = found.has("part", "tonight", "overnight")
    return clock is not None and 60 <= minutes < 10 * 60 and not clock.text.startswith("0") and not half_day


def _is_utc(found: Found) -> bool:
    return any(word.text == "utc" for word in found.words)


def read_clock_aside(found: Found, context: Context) -> Reading | None:
    """Read the first clock of "9am (0800 GMT) on Sunday" and of "2am to 4am on Sunday": its day stands behind the second."""
    minutes = _minutes(found)
    behind = Found.cut(found.all, found.last, min(found.last + LONGEST_ASIDE, len(found.all.places)))
    date, anchor = day_in(behind, context)
    if date is not None and minutes is not None and behind.words[0].kind in ("and", "to", "hyphen"):
        end = _minutes(Found.cut(found.all, found.last + 1, found.last + 2))
        date = cal.shifted(date, -1) if end is not None and end < minutes else date  # from 11pm to 2am on Sunday
    if minutes is None or date is None:
        return None if minutes is None else unknown("TIME")
    return Reading("TIME", cal.clock(date, minutes, find_zone(found, context)), anchor=anchor)


def read_hours_clock(found: Found, context: Context) -> Reading | None:
    """Read "1900 hours" as a time of the clock."""
    return read_clock(found, context) if found.words[-1].text == "hours" else None


def _day(found: Found, context: Context) -> tuple[dt.date | None, Counted]:
    if found.has(*_DAY_KINDS) or (found.has("that") and found.has("part")):
        return day_in(found, context)
    if context.clock_day and not found.has("this", "that"):
        return context.clock_day, "previous"  # at 3.43pm on Saturday ... at 4.29pm
    if context.previous and context.previous.is_day and not found.has("this") and _stands_close(found, context.previous.end):
        return context.previous.first, "previous"  # landed on Tuesday in Orle at 18:00
    return context.anchor, "anchor"


def _stands_close(found: Found, end: int) -> bool:
    """Tell whether an expression goes on with the clause that told of a day before it."""
    between = found.all.text[end : found.span.start] if 0 < found.span.start - end <= LONGEST_CLAUSE else "."
    return _CLAUSE_ENDS.search(between) is None


def _minutes(found: Found) -> int | None:
    """Give the minute of the day; 24 hours for the midnight that ends it."""
    fixed, clock = found.get("fixed"), found.get(*_CLOCK_KINDS)
    if fixed:
        return FIXED_HOURS[fixed.text] * 60
    if clock:
        return _of_figures(clock.text, found)
    bare = found.get("year", "four")
    if bare and found.words[0].kind == bare.kind:
        return _checked(int(bare.text[:2]), int(bare.text[2:]))
    return _of_words(found)


def _of_figures(clock: str, found: Found) -> int | None:
    figures = re.match(r"(\d{1,2})(?:[:.](\d\d))?", clock)
    if figures is None:
        return None
    hour, minute = int(figures[1]), int(figures[2] or 0)
    half = re.search(r"([ap])\.?m", clock)
    if half:
        return _checked(hour % 12 + (12 if half[1] == "p" else 0), minute) if hour <= 12 else _checked(hour, minute)
    late = _LATE_PARTS.search(found.text.lower())
    return _checked(hour + (12 if late and hour < 12 else 0), minute)


def _of_words(found: Found) -> int | None:
    """Read "quarter to nine", "ten o’clock", "six" before a part of the day."""
    words = [
        word
        for word in found.words
        if word.kind in ("small", "small_word", "teen", "tens", "one", "half", "quarter", "past", "to", "number")
    ]
    turn = next((number for number, word in enumerate(words) if word.kind in ("past", "to")), None)
    hour = _count(words[-1:] if turn is None else words[turn + 1 :])
    amount = 0 if turn is None else _minutes_told(words[:turn])
    if hour is None or amount is None or not 0 < hour <= 24:
        return None
    if turn is not None and not (found.has("half", "quarter") or _placed(found)):
        return None  # five to ten boats
    late = _LATE_PARTS.search(found.text.lower())
    total = (hour % 12 + (12 if late else 0) if hour <= 12 and (late or hour < 12) else hour) * 60
    return (total - amount if turn is not None and words[turn].kind == "to" else total + amount) % (24 * 60)


def _placed(found: Found) -> bool:
    before = found.near(-1)
    return found.has("weekday", "part", "today", "yesterday", "tomorrow") or (
        before is not None and before.kind in ("at", "about", "until")
    )


def _minutes_told(words: list[Word]) -> int | None:
    if any(word.kind in ("half", "quarter") for word in words):
        return 30 if words[0].kind == "half" else 15
    return _count(words)


def _count(words: list[Word]) -> int | None:
    amount = parse_words(" ".join(word.text for word in words)) if words else None
    return amount if isinstance(amount, int) else None


def _checked(hour: int, minute: int) -> int | None:
    return hour * 60 + minute if hour < 24 and minute < 60 else None
