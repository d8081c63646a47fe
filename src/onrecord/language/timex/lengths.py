"""Words for lengths of time, for what lies such a length away, for what recurs, and for past, present and future at large."""

import datetime as dt

from onrecord.language.english_time import DAY_PARTS, LENGTH_OPENERS, MODALS, RATES, RECURRING, SEASONS, WEEKDAYS
from onrecord.language.numbers import Amount
from onrecord.language.timex import calendar as cal
from onrecord.language.timex.calendar import When
from onrecord.language.timex.days import MONTH_KINDS, WEEKDAY_KINDS, month_number
from onrecord.language.timex.numerals import SMALLER, UNIT_KINDS, amount_in, unit_in, unit_of, write_length
from onrecord.language.timex.reading import Context, Counted, Found, Reading, unknown

LONGEST_HOURS = 1000
"""Hours or minutes beyond which "ago" is no time of a clock."""


def read_skipped(found: Found, context: Context) -> None:
    """Read what only looks like a time: the age of somebody."""


def read_length(found: Found, context: Context) -> Reading:
    """Read a length of time; X stands for a vague number."""
    if found.has("season", "seasons"):
        return Reading(
            "SET", value=f"XXXX-{SEASONS[(found.get('season', 'seasons') or found.words[-1]).text.removesuffix('s')]}", anchor="none"
        )
    before = found.near(-1)
    if found.text.lower() == "one day" and before is not None and before.text in MODALS:
        return Reading("DATE", value="FUTURE_REF", anchor="none")  # she will one day lead
    value = length_value(found)
    when = _stretch(found, context, value)
    return Reading("DURATION", when, value, anchor="anchor" if when else "none")


def read_past_years(found: Found, context: Context) -> Reading | None:
    """Read "recent years": the past at large, where "recent months" still have a length."""
    before = found.near(-1)
    of_all = found.words[-1].text == "years" and not (before is not None and before.kind in ("the", "a", "more", "most"))
    return Reading("DATE", value="PAST_REF", anchor="none") if of_all else None


def _stretch(found: Found, context: Context, value: str) -> When | None:
    """Give the days that "the past two years" or "the next ten days" covers, up to or from the anchor; null for hours and vague lengths.

    "The following two days" and "the last two days of the strike" are counted from what the page tells of.
    """
    side, after = found.get("last", "past", "next", "coming"), found.near(1)
    unit, amount = unit_in(found), amount_in(found)
    counted_apart = side is None or side.text in ("following", "previous") or found.has("trading") or (after and after.kind == "of")
    if context.anchor is None or side is None or counted_apart or unit not in ("D", "W", "M", "Y") or amount is None or amount % 1:
        return None
    away = cal.moved(context.anchor, unit, int(amount) * (1 if side.kind in ("next", "coming") else -1), exact=True)
    return When(value, *sorted((away.start, context.anchor.isoformat()))) if away else None


def length_value(found: Found) -> str:
    """Write a length as TIMEX3 does: P3Y, PT90M, PXD."""
    units = [unit_of(word.text) for word in found.words if word.kind in UNIT_KINDS]
    amount = amount_in(found)
    if len(units) == 2 and found.has("and") and not found.has("half"):
        return _of_two(found, units)
    return write_length(amount, units[-1] if units else unit_in(found), halved=found.has("half") or "/" in found.text)


def _of_two(found: Found, units: list[str]) -> str:
    """Write "an hour and twenty minutes" in the smaller unit."""
    at = next(number for number in range(found.first, found.last) if found.all.word(number).kind == "and")
    first, second = (amount_in(part) for part in (Found.cut(found.all, found.first, at), Found.cut(found.all, at + 1, found.last)))
    factor, smaller = SMALLER.get(units[0], (1, units[0]))
    if first is None or second is None or smaller != units[1]:
        return write_length(first, units[0])
    return write_length(first * factor + second, smaller)


def read_distance(found: Found, context: Context) -> Reading:
    """Read what lies a length of time away: "three weeks ago", "two days later", "in a week’s time".

    What is counted from an event that nobody dates stays a length, and so do hours and minutes behind one.
    """
    unit, amount = unit_in(found), amount_in(found)
    back, told = found.has("ago", "earlier"), found.has("later", "earlier")
    if unit == "Y" and amount == 1 and ((found.has("earlier") and context.anchor) or (found.has("ago") and context.quarter)):
        return read_year_before(found, context)
    if amount is None and not found.has("later"):
        return Reading("DATE", value="PAST_REF" if back else "FUTURE_REF", anchor="none")
    base = (context.previous.first if context.previous else None) if told else context.anchor
    if amount is None or (told and (base is None or unit.startswith("T"))):
        return Reading("DURATION", value=length_value(found), anchor="none")
    if base is None:
        return unknown("TIME" if unit.startswith("T") else "DATE")
    if unit.startswith("T"):
        return _hours_away(context, unit, -amount if back else amount)
    return _away(found, base, unit, -amount if back else amount)


def _hours_away(context: Context, unit: str, amount: Amount) -> Reading:
    """Read "two hours ago", counted from the minute of posting where it is known."""
    if context.anchor is None or context.minute is None or unit == "TS" or abs(amount) > LONGEST_HOURS:
        return unknown("TIME")
    minutes = context.minute + round(amount * (60 if unit == "TH" else 1))
    return Reading("TIME", cal.clock(cal.shifted(context.anchor, minutes // 1440), minutes % 1440))


def read_year_before(found: Found, context: Context) -> Reading:
    """Read "a year earlier": the same quarter a year before in business news, else the year before."""
    if context.quarter and not context.longer:
        return Reading("DATE", cal.quarter_of(context.quarter[0] - 1, context.quarter[1]), anchor="previous")
    return Reading("DATE", cal.years(context.anchor.year - 1)) if context.anchor else unknown()


def _away(found: Found, base: dt.date, unit: str, amount: Amount) -> Reading:
    anchor: Counted = "previous" if found.has("later", "earlier") else "anchor"
    if amount != int(amount):
        halves = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit)
        if halves is None:
            return unknown()
        unit, amount = halves[0], amount * halves[1]
    exact = found.words[0].text == "exactly"
    when = cal.moved(base, unit, int(amount), exact=exact)
    return Reading("DATE", when, anchor=anchor) if when else unknown()


def read_recurring(found: Found, context: Context) -> Reading:
    """Read what recurs: every day, each Friday, weekly."""
    adverb = found.get("monthly")
    if adverb:
        return Reading("SET", value=RECURRING[adverb.text], anchor="none")
    weekday, part, month = found.get(*WEEKDAY_KINDS, "weekdays"), found.get("part", "parts"), found.get(*MONTH_KINDS)
    suffix = f"T{DAY_PARTS[part.text.removesuffix('s')]}" if part else ""
    if weekday:
        return Reading("SET", value=f"XXXX-WXX-{WEEKDAYS[weekday.text.removesuffix('s')]}{suffix}", anchor="none")
    if month:
        return Reading("SET", value=f"XXXX-{month_number(month):02}", anchor="none")
    if part:
        return Reading("SET", value=f"XXXX-XX-XX{suffix}", anchor="none")
    season = found.get("season")
    if season:
        return Reading("SET", value=f"XXXX-{SEASONS[season.text]}", anchor="none")
    if found.has("weekend", "weekends"):
        return Reading("SET", value="XXXX-WXX-WE", anchor="none")
    amount = amount_in(found) if found.has("small", "small_word", "teen", "tens", "few") else 2 if found.has("second") else 1
    return Reading("SET", value=write_length(amount, unit_in(found)), anchor="none")


def read_rate(found: Found, context: Context) -> Reading | None:
    """Read "for a week" as a length; "$20 a week", "two flights a week" are prices and rates, which tell no time."""
    before, second = found.near(-1), found.near(-2)
    counted = before is not None and (before.kind in ("mark", "number", "small") or before.text.endswith("s") or before.text in RATES)
    counted = counted or (second is not None and second.kind in ("a", "one", "small", "small_word", "number"))  # a metre an hour
    if found.has("per") or (counted and before is not None and before.text not in LENGTH_OPENERS):
        return None
    return Reading("DURATION", value=write_length(1, unit_in(found)), anchor="none")


def read_reference(found: Found, context: Context) -> Reading:
    """Read "now", "recently", "the future": past, present or future at large."""
    last = found.words[-1]
    if found.has("future"):
        return Reading("DATE", value="FUTURE_REF", anchor="none")
    present = last.kind in ("now", "present", "units", "being")
    return Reading("DATE", value="PRESENT_REF" if present else "FUTURE_REF" if found.has("possible") else "PAST_REF", anchor="none")
