"""Words for feasts and for days that stand for events ("Boxing Day", "9/11", "the last Monday in May") to the day they mean."""

import datetime as dt
from collections.abc import Callable

from onrecord.language.english_history import DARK_DAYS, EVENT_FIGURES
from onrecord.language.english_time import EASTER_FEASTS, FEASTS, HOLIDAYS, MONDAY_FEASTS
from onrecord.language.timex import calendar as cal
from onrecord.language.timex.days import MONTH_KINDS, WEEKDAY_KINDS, month_number, weekday_number, year_number
from onrecord.language.timex.numerals import ordinal
from onrecord.language.timex.reading import Context, Found, Reading, unknown

InYear = Callable[[int], dt.date | None]
"""Gives the day of a feast in a year."""


def read_event(found: Found, context: Context) -> Reading | None:
    """Read figures that stand for what happened on a day: 9/11."""
    day = cal.exact_day(*EVENT_FIGURES[found.words[0].text])
    return Reading("DATE", cal.day(day), anchor="none") if day and (context.anchor is None or context.anchor >= day) else None


def read_dark_day(found: Found, context: Context) -> Reading:
    """Read a weekday whose name stands for what happened on it ("Black Monday"), and the sales day behind Thanksgiving."""
    name = f"{found.words[0].text} {found.words[1].text}"
    day = cal.exact_day(*DARK_DAYS[name]) if name in DARK_DAYS else None
    if name == "black friday":
        return _nearest(found, context, lambda year: cal.shifted(cal.nth_weekday(year, 11, 4, 4), 1))
    return Reading("DATE", cal.day(day), anchor="none") if day and (context.anchor is None or context.anchor >= day) else unknown()


def read_holiday(found: Found, context: Context) -> Reading | None:
    """Read a feast day of one word: one of a date, of a weekday, or Easter."""
    word = found.get("holiday")
    month, day = HOLIDAYS[word.text] if word else (0, 0)

    def in_year(year: int) -> dt.date | None:
        if not month:
            return cal.shifted(cal.easter(year), 1 if found.text.endswith("Monday") else 0)
        return cal.exact_day(year, month, day) if day else cal.nth_weekday(year, month, 4, 4)

    return _nearest(found, context, in_year)


def read_feast(found: Found, context: Context) -> Reading | None:
    """Read a feast of two words: "Boxing Day", "New Year’s Eve", "Good Friday"."""
    name = " ".join(word.text for word in found.words if word.kind not in ("last", "next", "own", "comma", "year"))

    def in_year(year: int) -> dt.date | None:
        if name in FEASTS:
            return cal.exact_day(year, *FEASTS[name])
        if name in MONDAY_FEASTS:
            month, nth = MONDAY_FEASTS[name]
            return cal.nth_weekday(year, month, 1, nth)
        if name == "election day":  # of the United States
            return cal.shifted(cal.nth_weekday(year, 11, 1, 1), 1)
        return cal.shifted(cal.easter(year), EASTER_FEASTS[name])

    known = name in FEASTS or name in MONDAY_FEASTS or name in EASTER_FEASTS or name == "election day"
    return _nearest(found, context, in_year) if known else None


def read_nth_weekday(found: Found, context: Context) -> Reading | None:
    """Read "the first Tuesday in November": such a day of that month."""
    weekday, month = found.get(*WEEKDAY_KINDS), found.get(*MONTH_KINDS)
    which = found.get("ordinal", "second", "nth", "rank")
    if weekday is None or month is None:
        return None
    nth = -1 if which is None or which.text == "final" else ordinal(which)

    def in_year(year: int) -> dt.date | None:
        date = cal.nth_weekday(year, month_number(month), weekday_number(weekday), nth)
        return date if date.month == month_number(month) else None

    return _nearest(found, context, in_year) if -1 <= nth <= 5 else None


def _nearest(found: Found, context: Context, in_year: InYear) -> Reading:
    """Give the feast of the year beside it, else the one that the verb points to."""
    year = found.get("year")
    if year:
        date = in_year(year_number(year))
        return Reading("DATE", cal.day(date), anchor="none") if date else unknown()
    if context.anchor is None:
        return unknown()
    dates = [date for step in (0, -1, 1) if (date := in_year(context.anchor.year + step))]
    which = found.get("last", "next")
    named = which is not None and not found.has("weekday", "weekday_short")  # "the last Monday in May" is counted within May
    direction = ("past" if which.kind == "last" else "future") if which and named else context.direct(found)
    date = cal.nearest(dates, context.anchor, direction)
    return Reading("DATE", cal.day(date)) if date else unknown()
