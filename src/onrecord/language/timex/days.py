"""Words for a day or a part of one ("late on Saturday", "3 May", "the next morning") to the time they mean."""

import datetime as dt
import re

from onrecord.language.english_time import (
    DAY_OPENERS,
    DAY_PARTS,
    ENDED,
    MONTH_ABBREVIATIONS,
    MONTHS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from onrecord.language.timex import calendar as cal
from onrecord.language.timex.calendar import When
from onrecord.language.timex.history import year_of_event
from onrecord.language.timex.numerals import ordinal
from onrecord.language.timex.reading import Context, Counted, Found, Reading, unknown
from onrecord.language.timex.words import Word

MONTH_KINDS = ("month", "month_short", "month_verb")
WEEKDAY_KINDS = ("weekday", "weekday_short")
_STEPS = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}
_WEEKS = {"last": -1, "this": 0, "next": 1}
_TOLD_STEPS = {"next": 1, "coming": 1, "last": -1}
_PART_OF_MOD = {"early": "MO", "late": "NI"}

Day = tuple[dt.date | None, Counted]
"""A day, null when it cannot be told, and what it was counted from."""


def month_number(word: Word) -> int:
    """Give the number of a month."""
    return MONTHS.get(word.text) or MONTH_ABBREVIATIONS[word.text]


def year_number(word: Word) -> int:
    """Give the year that figures name: '98 is 1998, '24 is 2024."""
    digits = int(re.sub(r"\D", "", word.text))
    return digits if digits > 99 else digits + (1900 if digits > 40 else 2000)


def day_in(found: Found, context: Context) -> Day:
    """Give the day that an expression names."""
    figures = found.get("iso", "slashed", "dotted")
    if figures:
        return _read_figures(figures, context)[0], "none"
    month, number = found.get(*MONTH_KINDS), found.get("small", "nth")
    if month and number:
        return _day_of_month(found, context, month, number)
    weekday = found.get(*WEEKDAY_KINDS)
    if weekday:
        return _weekday(found, context, weekday), "anchor"
    if context.anchor is None and not found.has("that", "same"):
        return None, "anchor"
    return _near_day(found, context)


def _near_day(found: Found, context: Context) -> Day:
    """Read "today", "last night", "that morning", "the next day"."""
    named = found.get(*_STEPS)
    if named and context.anchor:
        return cal.shifted(context.anchor, _STEPS[named.kind]), "anchor"
    if any(word.text == "last" and found.has("day") for word in found.words):
        return None, "previous"  # the last day of something
    if found.has("day") and found.has("the") and not found.has("same", "coming", "next", "last"):
        return _day_told_of(context)
    told = found.get("that", "same", "coming") or (found.get("next", "last") if found.has("the") or found.has("day") else None)
    if told:
        return (
            cal.shifted(context.previous.first, _TOLD_STEPS.get(told.kind, 0)) if context.previous and context.previous.is_day else None
        ), "previous"
    step = found.get("last", "next")
    return (cal.shifted(context.anchor, _TOLD_STEPS[step.kind] if step else 0) if context.anchor else None), "anchor"


def read_nth_day(found: Found, context: Context) -> Reading:
    """Read "the third day of the strike", "a second straight week": what is counted up to is the day that the sentence tells of.

    Of "the first day" and "the last week" nobody says when they were.
    """
    which = found.get("ordinal", "second", "nth", "rank")
    date = context.day if context.day and context.previous and context.previous.is_day else context.anchor
    if date is None or which is None or not (found.has("a", "trading") or which.text not in ("final", "first")) or ordinal(which) == 1:
        return unknown()
    return Reading("DATE", cal.moved(date, "W" if found.has("week") else "D", 0))


def read_the_day(found: Found, context: Context) -> Reading | None:
    """Read "the day" where shares or people get through one: "ended the day", "on the day"."""
    before = found.near(-1)
    if before is not None and before.kind == "word" and before.text not in DAY_OPENERS:
        return None
    return read_day(found, context)


def _day_told_of(context: Context) -> Day:
    """Give the day that "later in the day" goes on with: the one told last, else the anchor."""
    if context.day and (context.anchor is None or abs((context.anchor - context.day).days) <= 7):
        return context.day, "previous"
    return context.anchor, "anchor"


def _day_of_month(found: Found, context: Context, month: Word, number: Word) -> Day:
    day, year = ordinal(number), found.get("year")
    if year:
        return cal.exact_day(year_number(year), month_number(month), day), "none"
    event = None if found.has(*WEEKDAY_KINDS) else year_of_event(found.all.text, found.span, month_number(month), day, context.anchor)
    if event:
        return cal.exact_day(event, month_number(month), day), "none"
    if context.anchor is None:
        return None, "anchor"
    direction = "past" if found.has("last") else context.direct(found)
    before = found.near(-1)
    if before is not None and before.text in ENDED:
        return cal.resolve_day_behind(context.anchor, day, month_number(month)), "anchor"
    return cal.resolve_day(context.anchor, day, month_number(month), direction), "anchor"


def weekday_number(word: Word) -> int:
    """Give the ISO number of a weekday."""
    return WEEKDAYS.get(word.text) or WEEKDAY_ABBREVIATIONS[word.text]


def _weekday(found: Found, context: Context, weekday: Word) -> dt.date | None:
    if context.anchor is None:
        return None
    number = weekday_number(weekday)
    step = found.get("last", "next", "this")
    if found.has("week") and step:
        return cal.shifted(context.anchor, number - context.anchor.isoweekday() + 7 * _WEEKS[step.kind])
    told = found.get("coming", "last")
    if told and told.text in ("following", "previous") and context.day:
        way = 1 if told.kind == "coming" else -1
        return cal.resolve_weekday(cal.shifted(context.day, way), number, "future" if way > 0 else "past")
    if told and told.text == "following":
        return cal.resolve_weekday(context.anchor, number, context.direct(found))
    if found.has("last", "past"):
        return cal.resolve_weekday(cal.shifted(context.anchor, -1), number, "past")
    if found.has("next", "coming"):
        return cal.resolve_weekday(cal.shifted(context.anchor, 1), number, "future")
    if found.has("this"):
        return cal.shifted(context.anchor, number - context.anchor.isoweekday())
    return cal.resolve_weekday(context.anchor, number, context.direct(found))


def _read_figures(word: Word, context: Context) -> tuple[dt.date | None, dt.date | None]:
    """Give the day that figures mean; two days where nobody can tell which number is the month."""
    numbers = [int(number) for number in re.findall(r"\d+", word.text)[:3]]
    if word.kind == "iso":
        return cal.exact_day(*numbers), None
    first, second, year = numbers[0], numbers[1], numbers[2] + (0 if numbers[2] > 99 else 2000)
    day_first, month_first = cal.exact_day(year, second, first), cal.exact_day(year, first, second)
    if word.kind == "dotted" or month_first is None or context.habits.month_first is False:
        return day_first, None
    if day_first is None or day_first == month_first or context.habits.month_first:
        return month_first, None
    return min(day_first, month_first), max(day_first, month_first)


def read_day(found: Found, context: Context) -> Reading | None:
    """Read a day, or a part of one."""
    slashed = found.get("slashed")
    if slashed:
        return _read_slashed(slashed, context)
    date, anchor = day_in(found, context)
    if date is not None and found.has("before", "after"):
        date = cal.shifted(date, 1 if found.has("after") else -1)
    part = part_in(found)
    if date is None:
        impossible = found.has("year", "iso", "dotted") or (context.anchor and anchor == "anchor")
        return None if impossible else unknown("TIME" if part else "DATE")
    if part is None:
        return Reading("DATE", cal.day(date), anchor=anchor)
    overnight, last = found.has("overnight"), found.has("last") and not found.has("weekday")
    if found.has("units"):
        return Reading("TIME", cal.early_hours(date), anchor=anchor)
    return Reading("TIME", cal.day_part(date, part, reaches_back=overnight, reaches_on=last), anchor=anchor)


def _read_slashed(word: Word, context: Context) -> Reading | None:
    """Read 4/5/2031; where it may be either day both are kept, and there is no value."""
    first, last = _read_figures(word, context)
    if first is None:
        return None
    return Reading("DATE", When(None, first.isoformat(), last.isoformat()) if last else cal.day(first), anchor="none")


def part_in(found: Found) -> str | None:
    """Give the part of the day that an expression names, if any."""
    if found.has("tonight", "overnight"):
        return "NI"
    part = found.get("part", "parts")
    if part:
        return DAY_PARTS[part.text.removesuffix("s")]
    if found.has("units"):
        return "MO"  # the early hours of Friday
    mod = found.get("early", "late") if found.has("on") else None
    return _PART_OF_MOD[mod.kind] if mod else None


def read_first_of_range(found: Found, context: Context) -> Reading | None:
    """Read the "3" of "3 to 5 March": its month and year stand behind the second day."""
    following = found.all.letters[found.last : found.last + 8]
    whole = Found.cut(found.all, found.first, found.last + len(following))
    month, year = whole.get(*MONTH_KINDS), whole.near(-1)
    after = [word for word in whole.words if word.kind == "year"]
    if month is None or (year and year.kind in MONTH_KINDS):
        return None
    day = ordinal(found.words[0])
    if after and after[0].start - month.end < 3:
        date = cal.exact_day(year_number(after[0]), month_number(month), day)
        return Reading("DATE", cal.day(date), anchor="none") if date else None
    date = cal.resolve_day(context.anchor, day, month_number(month), context.direct(found)) if context.anchor else None
    return Reading("DATE", cal.day(date)) if date else unknown() if context.anchor is None else None


def read_second_day(found: Found, context: Context) -> Reading | None:
    """Read the "4" of "March 3 and 4": a day of the month told before it, of the same year."""
    first = context.previous.first if context.previous and context.previous.is_day else None
    number = ordinal(found.words[0])
    after = found.near(1)
    if first is None or number <= first.day or (after is not None and after.kind in ("units", "hundred", "unit")):
        return None
    date = cal.exact_day(first.year, first.month, number)
    return Reading("DATE", cal.day(date), anchor="previous") if date else None


def read_week_of(found: Found, context: Context) -> Reading | None:
    """Read "the week of 3 May"."""
    date, anchor = day_in(found, context)
    return Reading("DATE", cal.week(date), anchor=anchor) if date else unknown()


def read_range(found: Found, context: Context) -> Reading | None:
    """Read "March 3-5": one stretch of days."""
    numbers = [ordinal(word) for word in found.words if word.kind in ("small", "nth")]
    date, anchor = day_in(found, context)
    if date is None:
        return unknown() if context.anchor is None and not found.has("year") else None
    last = cal.exact_day(date.year, date.month, numbers[1])
    if last is None or last <= date:
        return None
    return Reading("DATE", When(f"{date}/{last}", date.isoformat(), last.isoformat()), anchor=anchor)
