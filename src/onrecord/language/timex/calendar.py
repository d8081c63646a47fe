"""A date and a word of the calendar ("Sunday", "March", "last week") to the days that are meant, as TIMEX3 values and ISO dates."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.language.english_time import PART_HOURS, SEASON_MONTHS

Direction = Literal["past", "future", "near"]
YEARS = (1000, 9000)
"""First and last year of days that are read, so that what is counted from them stays within the calendar."""
NEARBY_MONTHS = 1
"""Months ahead within which a month named without its year is taken to lie ahead, whatever the verb."""
NEARBY_DAYS = 120
"""Days within which a day of a month without a year is taken to be the nearest, whatever the verb."""


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time and how TIMEX3 writes it."""

    value: str | None
    """TIMEX3 value; null when it may be either end of the stretch."""
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
    begins = f"{shifted(date, -1) if reaches_back else date}T{first}"
    ends = f"{date}T06:00" if reaches_back else f"{shifted(date, 1)}T06:00" if reaches_on else f"{date}T{last}"
    return When(f"{date}T{part}", begins, ends)


def early_hours(date: dt.date) -> When:
    """Give the hours between midnight and morning."""
    return When(f"{date}TMO", f"{date}T00:00", f"{date}T05:59")


def clock(date: dt.date, minutes: int, zone: dt.tzinfo | None = None) -> When:
    """Give a minute of a day, told on the wall; start and end are in UTC where its zone is known. Midnight ends the day it is told with.

    >>> clock(dt.date(2031, 4, 9), 930, dt.timezone(dt.timedelta(hours=2)))
    When(value='2031-04-09T15:30', start='2031-04-09T13:30Z', end='2031-04-09T13:30Z')
    """
    wall = dt.datetime.combine(shifted(date, minutes // 1440), dt.time(minutes // 60 % 24, minutes % 60))
    moment = f"{wall:%Y-%m-%dT%H:%M}" if zone is None else f"{wall.replace(tzinfo=zone).astimezone(dt.UTC):%Y-%m-%dT%H:%MZ}"
    return When(f"{date}T{minutes // 60:02}:{minutes % 60:02}", moment, moment)


def week(date: dt.date, *, weekend: bool = False) -> When:
    """Give the ISO week that a day lies in, or its weekend.

    >>> week(dt.date(2031, 4, 9)).value, week(dt.date(2031, 4, 9), weekend=True).start
    ('2031-W15', '2031-04-12')
    """
    monday = shifted(date, -date.weekday())
    year, number, _ = date.isocalendar()
    first = shifted(monday, 5 if weekend else 0)
    return When(f"{year}-W{number:02}{'-WE' if weekend else ''}", first.isoformat(), shifted(monday, 6).isoformat())


def month(year: int, number: int) -> When:
    """Give a month, with 0 or 13 reaching into the year beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    days = calendar.monthrange(year, number)[1]
    return When(f"{year}-{number:02}", f"{year}-{number:02}-01", f"{year}-{number:02}-{days:02}")


def quarter(date: dt.date, steps: int) -> When:
    """Give the quarter of a year so many quarters from the one a day lies in."""
    year, number = divmod(date.year * 4 + (date.month - 1) // 3 + steps, 4)
    return quarter_of(year, number + 1)


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
        return shifted(anchor, (weekday - anchor.isoweekday()) % 7)
    return shifted(anchor, -((anchor.isoweekday() - weekday) % 7))


def resolve_month(anchor: dt.date, number: int, direction: Direction) -> int:
    """Give the year of a month named without one; the anchor's own month means this year's.

    A month just ahead lies ahead, whatever the verb: of one nearly a year back the year would be told.
    """
    ahead = (number - anchor.month) % 12
    if direction == "future" or ahead <= (5 if direction == "near" else NEARBY_MONTHS):
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


def resolve_quarter(anchor: dt.date, number: int, direction: Direction) -> int:
    """Give the year of a quarter named without one; the one under way and the one just over, on which companies report, come first.

    >>> resolve_quarter(dt.date(2031, 11, 9), 3, "future"), resolve_quarter(dt.date(2031, 2, 9), 4, "past")
    (2031, 2030)
    """
    current = (anchor.month + 2) // 3
    if current - 1 <= number <= current:
        return anchor.year
    return anchor.year + (number < current) if direction == "future" and (current, number) != (1, 4) else anchor.year - (number > current)


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


def resolve_day_behind(anchor: dt.date, day_number: int, month_number: int) -> dt.date | None:
    """Give the last such day up to the anchor; null for a day that no year near has.

    >>> resolve_day_behind(dt.date(2031, 11, 9), 31, 1)
    datetime.date(2031, 1, 31)
    """
    near = (exact_day(anchor.year - back, month_number, day_number) for back in range(9))
    return next((date for date in near if date and date <= anchor), None)


def exact_day(year: int, month_number: int, day_number: int) -> dt.date | None:
    """Give a day of the calendar, or null when there is no such day, or in no year that news tells of."""
    if not (YEARS[0] <= year <= YEARS[1] and 1 <= month_number <= 12 and 1 <= day_number <= calendar.monthrange(year, month_number)[1]):
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


def sortable(moment: str) -> str:
    """Write an ISO date or date-time so that it can be put in order: in UTC, as far as its offset is known; a day without an hour is over.

    >>> sorted(["2031-04-09", "2031-04-09T23:30-03:00", "2031-04-09T22:00+02:00"], key=sortable)
    ['2031-04-09T22:00+02:00', '2031-04-09', '2031-04-09T23:30-03:00']
    """
    if len(moment) <= _DAY_LENGTH:
        return f"{moment}T24"
    try:
        read = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return (read.astimezone(dt.UTC) if read.tzinfo else read).strftime("%Y-%m-%dT%H:%M")


_DAY_LENGTH = 10
"""Characters of an ISO date."""


def latest_of(moments: Iterable[str | None]) -> str:
    """Give the latest of some ISO dates and date-times, as `sortable` writes it; `UNDATED` where none is known.

    >>> latest_of(["2031-04-09", None, "2031-04-09T22:00+02:00"]), latest_of([None]) > "2031"
    ('2031-04-09T24', True)
    """
    return max((sortable(moment) for moment in moments if moment), default=UNDATED)


UNDATED = "9"
"""What stands for a moment that is not told: it comes after all others."""


def last_quarter(anchor: dt.date) -> tuple[int, int]:
    """Give year and number of the last quarter that is over.

    >>> last_quarter(dt.date(2031, 2, 9))
    (2030, 4)
    """
    quarters = anchor.year * 4 + (anchor.month - 1) // 3 - 1
    return quarters // 4, quarters % 4 + 1


def quarter_of(year: int, number: int) -> When:
    """Give a quarter by its number."""
    return When(f"{year}-Q{number}", month(year, number * 3 - 2).start, month(year, number * 3).end)


def half(year: int, number: int) -> When:
    """Give half a year by its number."""
    return When(f"{year}-H{number}", month(year, number * 6 - 5).start, month(year, number * 6).end)


def moved(anchor: dt.date, unit: str, steps: int, *, exact: bool = False) -> When | None:
    """Give the day, week, month, quarter, year, decade or century so many steps away from the anchor's; null beyond the calendar.

    >>> moved(dt.date(2031, 4, 9), "W", -1).value, moved(dt.date(2031, 1, 9), "M", -1).value
    ('2031-W14', '2030-12')
    """
    days = {"D": 1, "W": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600}[unit] * steps
    if not dt.date.min.toordinal() + 36600 < anchor.toordinal() + days < dt.date.max.toordinal() - 36600:
        return None
    if unit in ("D", "W", "F"):
        date = shifted(anchor, steps * {"D": 1, "W": 7, "F": 14}[unit])
        return day(date) if unit == "D" or exact else week(date)
    if exact and unit in ("M", "Y"):
        return day(_months_away(anchor, steps * (12 if unit == "Y" else 1)))
    if unit == "M":
        return month(anchor.year, anchor.month + steps)
    if unit == "Q":
        return quarter(anchor, steps)
    length = {"Y": 1, "DE": 10, "CE": 100}[unit]
    return years((anchor.year // length + steps) * length, length)


def _months_away(anchor: dt.date, steps: int) -> dt.date:
    """Give the same day of the month some months away, or the last that the month has."""
    year, number = divmod(anchor.year * 12 + anchor.month - 1 + steps, 12)
    return dt.date(year, number + 1, min(anchor.day, calendar.monthrange(year, number + 1)[1]))


def nth_weekday(year: int, month_number: int, weekday: int, nth: int) -> dt.date:
    """Give the first, second ... of a weekday in a month; -1 is the last.

    >>> nth_weekday(2031, 11, 4, 4), nth_weekday(2031, 5, 1, -1)
    (datetime.date(2031, 11, 27), datetime.date(2031, 5, 26))
    """
    if nth < 0:
        last = dt.date(year, month_number, calendar.monthrange(year, month_number)[1])
        return shifted(last, -((last.isoweekday() - weekday) % 7))
    first = dt.date(year, month_number, 1)
    return shifted(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Give Easter Sunday, by the Gregorian rule as Meeus has it (Astronomical Algorithms, 1991).

    >>> easter(2031)
    datetime.date(2031, 4, 13)
    """
    golden, (century, of_century) = year % 19, divmod(year, 100)
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month_number, day_number = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month_number, day_number + 1)


def nearest(dates: list[dt.date], anchor: dt.date, direction: Direction) -> dt.date | None:
    """Give the day nearest to the anchor, of those on the side that the verb points to where there are any."""
    sided = [date for date in dates if direction == "near" or (date >= anchor if direction == "future" else date <= anchor)]
    return min(sided or dates, key=lambda date: abs((date - anchor).days), default=None)


def shifted(date: dt.date, days: int) -> dt.date:
    """Give the day so many days away, at most as far as the calendar goes."""
    ordinal = min(max(date.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)
