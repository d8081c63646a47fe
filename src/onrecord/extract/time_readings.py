"""An expression that a rule of time has matched, and what it is counted from, to the time it means."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from onrecord.extract import calendar as cal
from onrecord.extract.calendar import Direction, When
from onrecord.extract.durations import read_duration, units_of
from onrecord.extract.time_words import MONTH_ANY, WEEKDAY, YEAR
from onrecord.language.english_time import (
    DAY_PARTS,
    FIXED_HOURS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NAME_MONTHS,
    SEASON_MONTHS,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from onrecord.language.numbers import UNITS
from onrecord.model import TimeType

Counted = Literal["anchor", "previous", "none"]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read by."""

    anchor: dt.date | None
    """The day it is counted from; null when not known."""
    previous: dt.date | None
    """The day of the expression before it; null at the start."""
    direction: Direction
    """Whether the verb beside it looks ahead or back."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: TimeType
    """TIMEX3 type."""
    when: When | None = None
    """The stretch of time; null for lengths, and where it cannot be resolved."""
    value: str | None = None
    """TIMEX3 value where there is no stretch of time: of a length or of what recurs."""
    anchor: Counted = "anchor"
    """What it was counted from."""


def _weekday_number(name: str) -> int:
    key = name.lower().rstrip(".")
    return WEEKDAYS.get(key) or WEEKDAY_ABBREVIATIONS[key]


def _month_number(name: str) -> int:
    key = name.lower().rstrip(".")
    return MONTHS.get(key) or MONTH_ABBREVIATIONS[key]


_DATE_WORDS = re.compile(rf"(?P<month> {MONTH_ANY} )", re.VERBOSE)


def _date_of(words: str, context: Context) -> tuple[dt.date | None, Counted]:
    """Read a day and a month, with or without a year."""
    month = _DATE_WORDS.search(words)
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if month is None:
        return None, "anchor"
    number = _month_number(month["month"])
    if len(numbers) > 1:
        return cal.exact_day(numbers[1], number, numbers[0]), "none"
    return (cal.resolve_day(context.anchor, numbers[0], number, context.direction) if context.anchor else None), "anchor"


def _day_of(words: str, context: Context) -> tuple[dt.date | None, Counted]:
    """Read the day that words such as "Friday morning", "today" or "Sunday 3 May" mean."""
    if re.search(r"\d", words):
        return _date_of(words, context)
    if context.anchor is None:
        return None, "anchor"
    weekday = re.match(WEEKDAY, words, re.VERBOSE)
    if weekday:
        return cal.resolve_weekday(context.anchor, _weekday_number(weekday.group()), context.direction), "anchor"
    steps = {"yesterday": -1, "last": -1, "tomorrow": 1}.get(words.lower().split()[0], 0)
    return context.anchor + dt.timedelta(days=steps), "anchor"


def _part_of(words: str) -> str | None:
    """Give the part of the day that words name, if any."""
    last = words.lower().split()[-1]
    return "NI" if last == "tonight" else DAY_PARTS.get(last)


def read_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read a day, or a part of one."""
    words = match["day"]
    date, anchor = _day_of(words, context)
    part = _part_of(words)
    if match["mod"]:
        part = part or ("MO" if match["mod"].lower().startswith("early") else "NI")
    if date is None:
        known = anchor == "anchor" and not re.search(YEAR, words, re.VERBOSE)
        return Reading("TIME" if part else "DATE") if known else None
    if part is None:
        return Reading("DATE", cal.day(date), anchor=anchor)
    return Reading("TIME", cal.day_part(date, part, reaches_on=words.lower() == "last night"), anchor=anchor)


def read_part_of_day(match: re.Match[str], context: Context) -> Reading | None:
    """Read "nightfall on Saturday", "the night of 3 May"."""
    date, anchor = _day_of(match["day"], context)
    return Reading("TIME", cal.day_part(date, DAY_PARTS[match["part"].lower()]) if date else None, anchor=anchor)


def read_overnight(match: re.Match[str], context: Context) -> Reading:
    """Read "overnight": the night that ends on the day it is counted from."""
    return Reading("TIME", cal.day_part(context.anchor, "NI", reaches_back=True) if context.anchor else None)


def read_clock(match: re.Match[str], context: Context) -> Reading | None:
    """Read a time of the clock, with or without its day."""
    words = match.groupdict()
    minutes = _minutes(words["clock"].lower(), (words.get("day") or words.get("part") or "").lower())
    if minutes is None:
        return None
    date, anchor = _day_of(words["day"], context) if words.get("day") else (context.anchor, "anchor")
    if date is None:
        return Reading("TIME")
    return Reading("TIME", cal.clock(date, *divmod(minutes, 60)), anchor=anchor if words.get("day") else "anchor")


def _minutes(clock: str, day: str) -> int | None:
    """Give the minute of the day, the half of it taken from "pm" or from the part of the day beside it."""
    for name, hour in FIXED_HOURS.items():
        if name in clock:
            return hour * 60
    past = re.fullmatch(r"(half|(?:a )?quarter|twenty-five|twenty|ten|five) (past|to) (\w+)", clock)
    if past:
        amount = {"half": 30, "quarter": 15, "a quarter": 15, "twenty-five": 25, "twenty": 20, "ten": 10, "five": 5}[past[1]]
        hour, minute = UNITS[past[3]] % 12, amount if past[2] == "past" else -amount
    else:
        digits = re.match(r"(\d{1,2})[.:]?(\d\d)?", clock)
        hour = int(digits[1]) if digits else UNITS[clock.split()[0]]
        minute = int(digits[2] or 0) if digits else 0
    afternoon = re.search(r"p\.?m", clock) or (not re.search(r"a\.?m|\d[.:]\d\d$", clock) and re.search(r"afternoon|evening|night", day))
    total = ((hour % 12 if hour == 12 and re.search(r"[ap]\.?m", clock) else hour) + (12 if afternoon and hour < 12 else 0)) * 60 + minute
    if afternoon and hour == 12:
        total = 12 * 60 + minute
    return total if 0 <= total < 24 * 60 and abs(minute) < 60 else None


def read_iso(match: re.Match[str], context: Context) -> Reading | None:
    """Read a date in figures."""
    date = cal.exact_day(int(match["year"]), int(match["month"]), int(match["date"]))
    return Reading("DATE", cal.day(date), anchor="none") if date else None


def read_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month with its year, or the one that the words beside it point to."""
    number = _month_number(match["month"])
    words = match.groupdict()
    if words.get("year"):
        return Reading("DATE", cal.month(int(match["year"]), number), anchor="none")
    if context.anchor is None:
        return Reading("DATE")
    beside = (words.get("beside") or "").lower()
    if beside:
        return Reading("DATE", cal.month(context.anchor.year + {"last": -1, "next": 1}.get(beside.split()[0], 0), number))
    lead = (words.get("lead") or "").lower().split()
    direction: Direction = "past" if lead[:1] == ["last"] else "future" if lead[:1] == ["next"] else context.direction
    year = cal.resolve_month(context.anchor, number, direction)
    if lead[:1] in (["last"], ["next"]) and number == context.anchor.month:
        year += -1 if lead[0] == "last" else 1
    return Reading("DATE", cal.month(year, number))


def read_bare_month(match: re.Match[str], context: Context) -> Reading | None:
    """Read a month that stands alone; one that may be a name or a verb needs a preposition before it."""
    name, text = match["month"].lower(), match.string
    before = text[max(0, match.start() - 12) : match.start()]
    after = text[match.end() : match.end() + 2]
    if name in (*NAME_MONTHS, "march"):
        named = re.search(r"\b(?:in|since|until|by|of|from|to|and|late|early|mid|the|each|during|a) $", before, re.IGNORECASE)
        if not named or (re.match(r" [A-Z]", after) and name != "march"):
            return None
    elif re.search(r"[A-Z][a-z]+ $", before) and not re.search(r"(?:^|[.“] )\w+ $", before):
        return None
    year = cal.resolve_month(context.anchor, MONTHS[name], context.direction) if context.anchor else None
    return Reading("DATE", cal.month(year, MONTHS[name]) if year else None)


def read_season(match: re.Match[str], context: Context) -> Reading:
    """Read a season with its year, or the one that "last", "this" or "next" points to."""
    code = SEASONS[match["season"].lower()]
    lead = match["lead"].lower()
    if match["year"]:
        return Reading("DATE", cal.season(int(match["year"]), code), anchor="none")
    if context.anchor is None:
        return Reading("DATE")
    first = SEASON_MONTHS[code][0]
    year = context.anchor.year
    if lead == "last":
        year -= first + 2 >= context.anchor.month
    if lead == "next":
        year += first <= context.anchor.month
    return Reading("DATE", cal.season(year, code))


def read_year(match: re.Match[str], context: Context) -> Reading:
    """Read a year."""
    return Reading("DATE", cal.years(int(match["year"])), anchor="none")


def read_decade(match: re.Match[str], context: Context) -> Reading:
    """Read the years of a decade."""
    return Reading("DATE", cal.years(int(match["decade"]) * 10, 10), anchor="none")


def read_step(match: re.Match[str], context: Context) -> Reading:
    """Read "last week", "next month", "this year"."""
    if context.anchor is None:
        return Reading("DATE")
    steps = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["step"].lower().split()[-1], 0)
    return Reading("DATE", cal.moved(context.anchor, units_of(match["unit"]), steps))


def read_step_weekday(match: re.Match[str], context: Context) -> Reading:
    """Read "last Tuesday", "next Friday": never the day itself."""
    if context.anchor is None:
        return Reading("DATE")
    step, weekday = match["step"].lower(), _weekday_number(match["weekday"])
    if step == "this":
        return Reading("DATE", cal.day(cal.resolve_weekday(context.anchor, weekday, context.direction)))
    beside = context.anchor + dt.timedelta(days=1 if step == "next" else -1)
    return Reading("DATE", cal.day(cal.resolve_weekday(beside, weekday, "future" if step == "next" else "past")))


def read_weekend(match: re.Match[str], context: Context) -> Reading:
    """Read "at the weekend": the one under way, or else the one before or ahead."""
    if context.anchor is None:
        return Reading("DATE")
    step = match["step"].lower()
    ahead = step in ("next", "this", "coming", "this coming") or (step in ("the", "a") and context.direction == "future")
    back = 0 if ahead or context.anchor.isoweekday() >= 6 else -7
    if step == "next":
        back = 7
    if step in ("last", "this past") and context.anchor.isoweekday() >= 6:
        back = -7
    return Reading("DATE", cal.week(context.anchor + dt.timedelta(days=back), weekend=True))


def read_ago(match: re.Match[str], context: Context) -> Reading:
    """Read "three weeks ago": as exact as the unit."""
    unit, amount = read_duration(match["length"])
    if context.anchor is None or not isinstance(amount, int) or unit.startswith("T"):
        return Reading("DATE")
    if not amount * {"D": 1, "W": 7, "F": 14, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600}[unit] < context.anchor.toordinal():
        return Reading("DATE")
    return Reading("DATE", cal.moved(context.anchor, unit, -amount))


def read_same(match: re.Match[str], context: Context) -> Reading:
    """Read "the same night", "the next day": counted from the time told before."""
    if context.previous is None:
        return Reading("DATE")
    step = {"next": 1, "following": 1, "previous": -1}.get((match["which"] or "").lower(), 0)
    if match["unit"] not in DAY_PARTS:
        return Reading("DATE", cal.moved(context.previous, units_of(match["unit"]), step), anchor="previous")
    date = context.previous + dt.timedelta(days=step)
    return Reading("TIME", cal.day_part(date, DAY_PARTS[match["unit"]]), anchor="previous")


def read_length(match: re.Match[str], context: Context) -> Reading:
    """Read a length of time; X stands for a vague number."""
    unit, amount = read_duration(match["length"])
    clock = "T" if unit.startswith("T") else ""
    factor, letter = {"F": (2, "W"), "Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y")}.get(unit, (1, unit.removeprefix("T")))
    shown = "X" if amount is None else f"{amount * factor:g}" if amount * factor < 1e6 else str(int(amount * factor))
    return Reading("DURATION", value=f"P{clock}{shown}{letter}", anchor="none")


def read_set(match: re.Match[str], context: Context) -> Reading:
    """Read what recurs: every day, each Friday."""
    word = match["every"].lower()
    if word in WEEKDAYS:
        return Reading("SET", value=f"XXXX-WXX-{WEEKDAYS[word]}", anchor="none")
    if word in SEASONS:
        return Reading("SET", value=f"XXXX-{SEASONS[word]}", anchor="none")
    if word in DAY_PARTS:
        return Reading("SET", value=f"XXXX-XX-XXT{DAY_PARTS[word]}", anchor="none")
    unit = units_of(word)
    return Reading("SET", value=f"P{'T' if unit.startswith('T') else ''}1{unit.removeprefix('T')}", anchor="none")
