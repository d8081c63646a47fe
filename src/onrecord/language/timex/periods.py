"""Words for weeks, months, quarters, seasons, years and longer ("late last week", "the third quarter") to the stretch they mean."""

import datetime as dt
import re

from onrecord.language.english_time import COUNTED, NAME_MONTHS, SEASON_MONTHS, SEASONS, SPOKEN_DECADES, YEAR_OPENERS
from onrecord.language.numbers import UNITS, parse_words
from onrecord.language.timex import calendar as cal
from onrecord.language.timex.days import MONTH_KINDS, month_number, year_number
from onrecord.language.timex.numerals import amount_in, ordinal, unit_in, unit_of, write_length
from onrecord.language.timex.reading import Context, Found, Reading, unknown

_STEPS = {"last": -1, "next": 1, "coming": 1, "this": 0, "current": 0}


def _step(found: Found) -> int | None:
    """Give how many steps "last", "next" or "this" lie from now; null when no such word is there."""
    return next((_STEPS[word.kind] for word in found.words if word.kind in _STEPS), None)


def _year(found: Found, context: Context) -> tuple[int | None, bool]:
    """Give the year that stands in an expression and whether it needs no anchor: in figures, "last year", "that year"."""
    year = found.get("year", "short_year")
    if year:
        return year_number(year), True
    base = context.previous.first if found.has("that") and context.previous else context.anchor
    step = _step(found)
    if found.has("year_word") and base and (step is not None or found.has("that")):
        return base.year + (step or 0), False
    return None, False


def read_month(found: Found, context: Context) -> Reading | None:
    """Read a month, in the year beside it or the one that the verb points to."""
    word = found.get(*MONTH_KINDS)
    if word is None or _is_name(found, word.text):
        return None
    number = month_number(word)
    year, absolute = _year(found, context)
    if year is not None:
        return Reading("DATE", cal.month(year, number), anchor="none" if absolute else "anchor")
    if context.anchor is None or found.has("year_word"):
        return unknown()
    step = _step(found) if found.has("last", "next") else None
    direction = "past" if step == -1 or found.has("past") else "future" if step == 1 else context.direct(found)
    resolved = context.anchor.year if found.has("this") and not found.has("past") else cal.resolve_month(context.anchor, number, direction)
    if step and number == context.anchor.month:
        resolved += step
    return Reading("DATE", cal.month(resolved, number))


def _is_name(found: Found, month: str) -> bool:
    """Tell whether a month's name that stands alone is somebody's: April Osk, the Black September group."""
    if len(found.words) > 1:
        return False
    before, after = found.near(-1), found.near(1)
    prepared = before is not None and before.kind in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "from",
        "to",
        "and",
        "every",
        "during",
        "hyphen",
        "after",
    )
    if month in NAME_MONTHS and after is not None and after.kind == "name":
        return not prepared
    return before is not None and before.kind == "name" and not prepared and month in NAME_MONTHS


def read_quarter(found: Found, context: Context) -> Reading:
    """Read a quarter of a year: the one told, or the last that has begun."""
    word = found.get("ordinal", "second", "nth", "rank", "quarter_code")
    number = min(ordinal(word), 4) if word else 4  # the last quarter
    year, absolute = _year(found, context)
    if year is not None:
        return Reading("DATE", cal.quarter_of(year, number), anchor="none" if absolute else "anchor")
    if context.anchor is None:
        return unknown()
    resolved = cal.resolve_quarter(context.anchor, number, context.direct(found))
    return Reading("DATE", cal.quarter_of(resolved - (found.has("ago", "earlier")), number))


def read_year_ago(found: Found, context: Context) -> Reading:
    """Read "the year-earlier period": the same quarter of the year before, where a quarter is told of."""
    if found.has("units"):
        return Reading("DURATION", value=write_length(amount_in(found), unit_in(found)), anchor="none")
    if context.quarter and not context.longer and not found.has("week", "unit"):
        return Reading("DATE", cal.quarter_of(context.quarter[0] - 1, context.quarter[1]), anchor="previous")
    return Reading("DATE", cal.years(context.anchor.year - 1)) if context.anchor else unknown()


def read_year_end(found: Found, context: Context) -> Reading:
    """Read "by year-end": the last day of the year under way, or since which so much has changed."""
    if context.anchor is None:
        return unknown()
    before = found.near(-1)
    back = before is not None and before.kind in ("since", "from")
    return Reading("DATE", cal.day(dt.date(context.anchor.year - back, 12, 31)))


def read_same_period(found: Found, context: Context) -> Reading:
    """Read "the same quarter last year": the period told of, in the year beside it."""
    period, year = found.get("unit", "week", "quarter", "period"), found.get("year")
    unit = unit_of(period.text) if period and period.kind != "period" else "Y"
    back = 0 if found.words[0].kind == "this" else 1
    base = year_number(year) if year else context.anchor.year - back if context.anchor else None
    if base is None:
        return unknown()
    if context.quarter and (unit == "Q" or (found.has("period") and not context.longer)):
        return Reading("DATE", cal.quarter_of(base, context.quarter[1]), anchor="previous")
    told = context.previous.first if context.previous and not context.previous.is_day else context.anchor
    monthly = context.previous is not None and context.previous.is_month and found.has("period")
    if (unit == "M" or monthly) and told:
        return Reading("DATE", cal.month(base, told.month), anchor="previous" if told is not context.anchor else "anchor")
    return Reading("DATE", cal.years(base), anchor="none" if year else "anchor")


def read_half(found: Found, context: Context) -> Reading:
    """Read half a year."""
    second = (
        not found.has("ordinal") or found.words[-1].text == "final" or any(word.text in ("second", "2nd", "last") for word in found.words)
    )
    year, absolute = _year(found, context)
    if year is not None:
        return Reading("DATE", cal.half(year, 2 if second else 1), anchor="none" if absolute else "anchor")
    return Reading("DATE", cal.half(context.anchor.year, 2 if second else 1)) if context.anchor else unknown()


def read_season(found: Found, context: Context) -> Reading | None:
    """Read a season with its year, or the one that "last", "this" or "next" points to."""
    word = found.get("season", "season_verb")
    code = SEASONS[word.text] if word else "SU"
    year, absolute = _year(found, context)
    before = found.near(-1)
    if year is None and not absolute and word and word.text == "fall" and found.has("the") and _follows_of(found):
        return None  # the fall of the city
    if before is not None and before.kind == "year" and len(found.words) == 1:
        year, absolute = year_number(before), True
    if year is not None:
        return Reading("DATE", cal.season(year, code), anchor="none")
    if context.anchor is None:
        return unknown()
    return Reading("DATE", cal.season(_season_year(found, context, code, context.anchor), code))


def _follows_of(found: Found) -> bool:
    after = found.near(1)
    return after is not None and after.kind == "of"


def _season_year(found: Found, context: Context, code: str, anchor: dt.date) -> int:
    first = SEASON_MONTHS[code][0]
    if found.has("last", "past"):
        return anchor.year - (first + 2 >= anchor.month)
    if found.has("next"):
        return anchor.year + (first <= anchor.month)
    if found.has("this") or context.direct(found) != "past":
        return anchor.year
    return anchor.year - (first > anchor.month)


def read_year(found: Found, context: Context) -> Reading | None:
    """Read a year in figures; four digits that count things are none."""
    year = found.get("year", "short_year")
    if year is None or (len(found.words) == 1 and not _stands_as_year(found)):
        return None
    return Reading("DATE", cal.years(year_number(year)), anchor="none")


def read_second_year(found: Found, context: Context) -> Reading | None:
    """Read the "31" of "2030-31"."""
    first, second = found.near(-2), found.words[0]
    if first is None or len(second.text) != 2 or not int(first.text[2:]) < int(second.text):
        return None
    return Reading("DATE", cal.years(int(first.text[:2] + second.text)), anchor="none")


def read_spoken_year(found: Found, context: Context) -> Reading | None:
    """Read "nineteen ninety-six", "the year two thousand", with a month or a season where one is told."""
    words = [word.text for word in found.words if word.kind in ("teen", "tens", "one", "small_word", "hundred")]
    if words[0] in ("eighteen", "nineteen"):
        year = (UNITS[words[0]] * 100) + (int(parse_words(" ".join(words[1:])) or 0))
    elif words == ["two", "thousand"]:
        year = 2000
    else:
        return None
    month, season = found.get(*MONTH_KINDS), found.get("season", "season_verb")
    when = cal.month(year, month_number(month)) if month else cal.season(year, SEASONS[season.text]) if season else cal.years(year)
    return Reading("DATE", when, anchor="none")


def _stands_as_year(found: Found) -> bool:
    """Tell whether figures that stand alone are a year: those of our times unless they count something, others behind "in" and the like."""
    before, after = found.near(-1), found.near(1)
    opened = before is not None and (before.kind in _YEAR_PLACES or before.text in YEAR_OPENERS)
    if found.words[0].kind == "short_year":
        return opened
    if before is not None and (before.kind in _COUNTING or before.text in ("number", "page", "room", "total")):
        return False
    if after is not None and (after.kind in ("units", "hundred", "unit") or after.text in COUNTED):
        return False
    return opened or (MODERN[0] <= int(found.words[0].text) <= MODERN[1])


_YEAR_PLACES = frozenset(("hyphen", "in", "since", "until", "bracket", "fiscal", "early", "late", "mid", "during", "after", "before"))
_COUNTING = frozenset(("about", "least", "most", "than", "over", "small", "number"))
MODERN = (1900, 2050)
"""Years that need no word before them to be known as years."""


def read_year_period(found: Found, context: Context) -> Reading:
    """Read "the 2030 quarter", "the 2030 period": the quarter told of, in that year."""
    year, quarterly = year_number(found.words[1]), context.quarter and (found.has("quarter") or not context.longer)
    return Reading("DATE", cal.quarter_of(year, context.quarter[1]) if context.quarter and quarterly else cal.years(year), anchor="none")


def read_decade(found: Found, context: Context) -> Reading | None:
    """Read a decade: "the 1990s", "the late ’80s", "the nineties"."""
    spoken, figures = found.get("decade_word"), found.get("decade", "short_decade")
    if found.has("short_decade") and _COUNTED_IN_TENS.search(found.all.text, max(0, found.span.start - LONGEST_CLAUSE), found.span.start):
        return None
    if spoken:
        first = 1900 + SPOKEN_DECADES[spoken.text]
    elif figures:
        first = int("".join(character for character in figures.text if character.isdigit()))
        first = first if first > 99 else first + (1900 if first >= 30 else 2000)
    else:
        return None
    return Reading("DATE", cal.years(first, 10), anchor="none")


LONGEST_CLAUSE = 60
"""Code points before "the 70s" in which it is told that they are degrees or years of age."""
_COUNTED_IN_TENS = re.compile(r"\b(?:aged?|degrees|h(?:er|is)|highs?|lows?|temperatures?|their)\b", re.IGNORECASE)


def read_century(found: Found, context: Context) -> Reading | None:
    """Read "the 19th century", "this century"."""
    word = found.get("nth", "rank", "ordinal", "second")
    number = ordinal(word) if word else None
    if number:
        return Reading("DATE", cal.years((number - 1) * 100, 100), anchor="none") if 1 < number < 90 else None
    return Reading("DATE", cal.moved(context.anchor, "CE", _step(found) or 0)) if context.anchor else unknown()


def read_weekend(found: Found, context: Context) -> Reading:
    """Read "at the weekend": the one under way, or else the one before or ahead."""
    anchor = context.anchor
    if anchor is None:
        return unknown()
    under_way = anchor.isoweekday() >= 6
    ahead = (
        found.has("next", "coming")
        or (found.has("this") and not found.has("past"))
        or (not found.has("last", "past") and context.direct(found) == "future")
    )
    weeks = (1 if found.has("next") and not under_way else 0) if ahead else -1
    if under_way:
        weeks = 1 if found.has("next") else -1 if found.has("last", "past") else 0
    return Reading("DATE", cal.week(cal.shifted(anchor, 7 * weeks), weekend=True))


def read_period(found: Found, context: Context) -> Reading | None:
    """Read "earlier this month", "last quarter", "the following year", "the year"."""
    unit = unit_in(found)
    if _is_title(found):
        return None
    if found.has("period") or (unit == "Q" and not found.has("last", "next", "this", "coming", "current")):
        return _told_quarter(found, context)
    after = found.near(1)
    year_told = after is not None and after.text in ("ended", "ending") and unit == "Y"
    if found.has("past") or year_told or unit.startswith("T"):
        return Reading("DURATION", value=write_length(1, unit), anchor="none")
    step = next((word for word in found.words if word.kind in _STEPS), None)
    if unit == "Y" and (found.has("full") or found.words[-1].text in ("before", "earlier", "previous")):
        return _told_year(found, context)
    told = found.has("that", "same") or (step is not None and step.text in ("following", "previous") and found.has("the"))
    base = (context.previous.first if context.previous else None) if told else context.anchor
    if base is None:
        return unknown()
    return Reading("DATE", cal.moved(base, unit, _step(found) or 0), anchor="previous" if told else "anchor")


def _told_year(found: Found, context: Context) -> Reading:
    """Give the year that a page tells of ("the full year"), or the one before it ("the year before")."""
    told = context.previous.first if context.previous and not context.previous.is_day else context.anchor
    if told and context.anchor and not 0 <= context.anchor.year - told.year <= 1:
        told = context.anchor  # of years long gone nobody gives the rest
    if told is None:
        return unknown()
    when = cal.years(told.year if found.has("full") else told.year - 1)
    return Reading("DATE", when, anchor="anchor" if told is context.anchor else "previous")


def _is_title(found: Found) -> bool:
    """Tell whether each word has a capital: This Week is a programme."""
    return len(found.words) > 1 and found.text.istitle()


def _told_quarter(found: Found, context: Context) -> Reading:
    """Give the quarter that a page tells of: the one that ended on the day beside it, the one named last, else the last that was over."""
    ended = Found.cut(found.all, found.last, min(found.last + 3, len(found.all.places)))
    month = ended.get(*MONTH_KINDS)
    if month and context.anchor and ended.words[0].text == "ended":
        number = month_number(month)
        return Reading("DATE", cal.quarter_of(cal.resolve_month(context.anchor, number, "past"), (number + 2) // 3))
    if context.quarter:
        return Reading("DATE", cal.quarter_of(*context.quarter), anchor="previous")
    return Reading("DATE", cal.quarter(context.anchor, -1)) if context.anchor else unknown()
