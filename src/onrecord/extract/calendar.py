"""A date and a word of the calendar ("Sunday", "March", "last week") to the days that are meant, as TIMEX3 values and ISO dates."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from onrecord.language.english_time import PART_HOURS, SEASON_MONTHS

Direction = Literal["past", "future", "near"]
NEARBY_DAYS = 120
"""Days within which a day of a month without a year is taken to be the nearest, whatever the verb."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time and how TIMEX3 writes it."""

    value: str
    """TIMEX3 value."""
    start: str
    """First ISO date, or date-time, that it covers."""
    end: str
    """Last ISO date, or date-time, that it covers."""


def day(date: dt.date) -> When:
    """Give one day."""
    iso = date.isoformat()
    return When(iso, iso, iso)


def day_part(date: dt.date, part: str, *, reaches_back: bool = False, reaches_on: bool = False) -> When:
    """Give a part of a day (TIMEX3 code); a night may begin the evening before or reach into the morning after.

    >>> day_part(dt.date(2031, 4, 9), "NI", reaches_back=True)
    When(value='2031-04-09TNI', start='2031-04-08T18:00', end='2031-04-09T06:00')
    """
    first, last = PART_HOURS[part]
    begins = f"{_shifted(date, -1) if reaches_back else date}T{first}"
    ends = f"{date}T06:00" if reaches_back else f"{_shifted(date, 1)}T06:00" if reaches_on else f"{date}T{last}"
    return When(f"{date}T{part}", begins, ends)


def clock(date: dt.date, hour: int, minute: int) -> When:
    """Give a minute of a day."""
    iso = f"{date}T{hour:02}:{minute:02}"
    return When(iso, iso, iso)


def week(date: dt.date, *, weekend: bool = False) -> When:
    """Give the ISO week that a day lies in, or its weekend.

    >>> week(dt.date(2031, 4, 9)).value, week(dt.date(2031, 4, 9), weekend=True).start
    ('2031-W15', '2031-04-12')
    """
    monday = _shifted(date, -date.weekday())
    year, number, _ = date.isocalendar()
    first = _shifted(monday, 5 if weekend else 0)
    return When(f"{year}-W{number:02}{'-WE' if weekend else ''}", first.isoformat(), _shifted(monday, 6).isoformat())


def month(year: int, number: int) -> When:
    """Give a month, with 0 or 13 reaching into the year beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    days = calendar.monthrange(year, number)[1]
    return When(f"{year}-{number:02}", f"{year}-{number:02}-01", f"{year}-{number:02}-{days:02}")


def quarter(date: dt.date, steps: int) -> When:
    """Give the quarter of a year so many quarters from the one a day lies in."""
    count = date.year * 4 + (date.month - 1) // 3 + steps
    year, number = divmod(count, 4)
    return When(f"{year}-Q{number + 1}", month(year, number * 3 + 1).start, month(year, number * 3 + 3).end)


def season(year: int, code: str) -> When:
    """Give a season by the year it begins in."""
    first, last = SEASON_MONTHS[code]
    return When(f"{year}-{code}", month(year, first).start, month(year + (last < first), last).end)


def years(first: int, count: int = 1) -> When:
    """Give a year, a decade (10) or a century (100).

    >>> years(1990, 10)
    When(value='199', start='1990-01-01', end='1999-12-31')
    """
    value = f"{first:04}"[: 4 - (len(str(count)) - 1)]
    return When(value, f"{first:04}-01-01", f"{first + count - 1:04}-12-31")


def resolve_weekday(anchor: dt.date, weekday: int, direction: Direction) -> dt.date:
    """Give the day that a weekday's name means; the anchor's own weekday means the anchor itself.

    >>> resolve_weekday(dt.date(2031, 4, 9), 7, "past"), resolve_weekday(dt.date(2031, 4, 9), 5, "future")
    (datetime.date(2031, 4, 6), datetime.date(2031, 4, 11))
    """
    if direction == "future":
        return _shifted(anchor, (weekday - anchor.isoweekday()) % 7)
    return _shifted(anchor, -((anchor.isoweekday() - weekday) % 7))


def resolve_month(anchor: dt.date, number: int, direction: Direction) -> int:
    """Give the year of a month named without one; the anchor's own month means this year's."""
    if direction == "past":
        return anchor.year - (number > anchor.month)
    if direction == "future":
        return anchor.year + (number < anchor.month)
    ahead = (number - anchor.month) % 12
    return anchor.year + (anchor.month + ahead > 12) if ahead <= 5 else anchor.year - (number > anchor.month)


def resolve_day(anchor: dt.date, day_number: int, month_number: int, direction: Direction = "near") -> dt.date | None:
    """Give the day of a month that lies nearest to the anchor; null for a day that no year near has.

    The verb beside it decides only where both years are far off: "accepted an invitation for 9 May" lies ahead.

    >>> resolve_day(dt.date(2031, 1, 9), 30, 11), resolve_day(dt.date(2031, 1, 9), 31, 4)
    (datetime.date(2030, 11, 30), None)
    """
    near = (exact_day(anchor.year + step, month_number, day_number) for step in (0, -1, 1))
    dates = sorted((date for date in near if date), key=lambda date: abs((date - anchor).days))
    if not dates or abs((dates[0] - anchor).days) < NEARBY_DAYS or direction == "near":
        return dates[0] if dates else None
    return next((date for date in dates if (date > anchor) == (direction == "future")), dates[0])


def exact_day(year: int, month_number: int, day_number: int) -> dt.date | None:
    """Give a day of the calendar, or null when there is no such day."""
    if not (1 <= year <= 9998 and 1 <= month_number <= 12 and 1 <= day_number <= calendar.monthrange(year, month_number)[1]):
        return None
    return dt.date(year, month_number, day_number)


def parse_day(iso: str | None) -> dt.date | None:
    """Give the day of an ISO date or date-time; null when it is not known to the day.

    >>> parse_day("2031-04-09T10:00+01:00"), parse_day("2031-04")
    (datetime.date(2031, 4, 9), None)
    """
    parts = (iso or "")[:10].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    return exact_day(int(parts[0]), int(parts[1]), int(parts[2]))


def moved(anchor: dt.date, unit: str, steps: int) -> When:
    """Give the day, week, month, quarter, year, decade or century so many steps away from the anchor's.

    >>> moved(dt.date(2031, 4, 9), "W", -1).value, moved(dt.date(2031, 1, 9), "M", -1).value
    ('2031-W14', '2030-12')
    """
    if unit in ("D", "W", "F"):
        date = _shifted(anchor, steps * {"D": 1, "W": 7, "F": 14}[unit])
        return day(date) if unit == "D" else week(date)
    if unit == "M":
        return month(anchor.year, anchor.month + steps)
    if unit == "Q":
        return quarter(anchor, steps)
    span = {"Y": 1, "DE": 10, "CE": 100}[unit]
    first = (anchor.year // span + steps) * span
    return years(first, span) if 1 <= first < 9000 else years(anchor.year)


def _shifted(date: dt.date, days: int) -> dt.date:
    ordinal = min(max(date.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)
