"""The lines of a page to when it was published, where the page says so in a date line, a dateline, its foot or its address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Literal

from onrecord.language.english_pages import US_ZONES, ZONES
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from onrecord.language.patterns import compile_later
from onrecord.model import Given, Published, Span
from onrecord.page.lines import Line

_MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DATE = compile_later(
    rf"""
      (?<!\d) (?P<d1>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?:of\s+)? (?P<m1>{_MONTH}) ,? \s+ (?P<y1>(?:19|20)\d\d) \b    # 18 January 2026
    | \b (?P<m2>{_MONTH}) \s+ (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s+ (?P<y2>(?:19|20)\d\d) \b                    # May 19, 2025
    | (?<!\d) (?P<y3>(?:19|20)\d\d) - (?P<m3>\d\d) - (?P<d3>\d\d) (?!\d)                                            # 2025-05-19
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = compile_later(
    r"""
    (?<![\d.:/-])
    (?: (?P<h>\d{1,2}) [:.h] (?P<min>[0-5]\d) (?: :[0-5]\d (?:\.\d{1,6})? )? \s* (?P<half>[ap]\.?m\b\.?)?     # 14.40  2:40pm  14:40:05
      | (?P<h2>\d{1,2}) \s* (?P<half2>[ap]\.?m\b\.?)                                                  # 3 p.m.
      | (?P<h3>[01]\d|2[0-3]) (?P<min3>[0-5]\d) (?=\s*(?:gmt|utc|et|edt|est|hrs|hours)\b)             # 1814 GMT
    )
    (?: \s* [(,]? \s* (?P<zone> (?:gmt|utc) \s? [+-]\d{1,2} (?::?\d\d)? | z\b | [+-]\d\d:?\d\d | [a-z]{2,4}\b ) \)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = compile_later(r"^(?:gmt|utc)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$", re.IGNORECASE)
_DAY_NAME = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?"
_FIRST = compile_later(rf"\b(?:published|posted|created)\b[\s:,-]*(?:(?:on|at)\b[\s:]*)?{_DAY_NAME}$", re.IGNORECASE)
_LATER = compile_later(rf"\b(?:updated?|modified|edited|amended)\b[\s:,-]*(?:(?:on|at)\b[\s:]*)?{_DAY_NAME}$", re.IGNORECASE)
_SMALL = compile_later(
    r"\b(?:first|originally|last|published|posted|updated|modified|edited|created|on|at|by|date|time|local|the|and|of"
    rf"|{'|'.join((*WEEKDAYS, *WEEKDAY_ABBREVIATIONS))}|\d+\s*(?:min|minute|hour|day)s?\s*(?:ago|read)?)\b",
    re.IGNORECASE,
)
# TARVIK, Norland, Mar. 9 (Kestrel) - ... ; ORLE (Agency) — ... ; LONDON, Reuters -
_DATELINE = compile_later(
    rf"""
    ^ (?P<place> [A-Z][^\d(]{{1,60}}? )
    (?: ,? \s+ (?: (?P<m>{_MONTH}) \s+ (?P<d>\d{{1,2}}) | (?P<d_>\d{{1,2}}) \s+ (?P<m_>{_MONTH}) ) (?: ,? \s+ (?P<y>(?:19|20)\d\d) )? )?
    ,? \s* \( (?P<agency>[A-Z][\w .&-]{{1,40}}) \) \s* [-–—:_]+ (?:\s|$)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# /2014/05/03/ , /2014/may/03/ , /2014-05-03- , news_20140503.html
_ADDRESS = compile_later(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<month>[01]\d|(?<=/){_MONTH})(?P=sep)(?P<day>[0-3]\d)(?!\d)", re.IGNORECASE
)
_YEAR_LINE = compile_later(r"\b((?:19|20)\d\d)\b")
_NEAR = 30
LONGEST_DATELINE = 200
"""Code points of a line's beginning in which a dateline is looked for."""
LONGEST_DATE_LINE = 140
"""Code points of a line that can be a date line."""
FEWEST_LEAD_DAYS = 1
"""Days by which a dispatch's first paragraph may look back with the name of a weekday."""

Label = Literal["first", "later", "plain"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, perhaps with a clock time and an offset, as a line states it."""

    day: date
    """The date."""
    clock: tuple[int, int] | None
    """Hour and minute; null when only the date is stated."""
    offset: int | None
    """Minutes east of UTC; null when no zone is stated or it is not known."""
    label: Label
    """Whether the line calls it the first publication, a later change, or nothing."""
    span: Span
    """Its words."""

    @property
    def value(self) -> str:
        """ISO date, or date-time with its offset where one is known."""
        if self.clock is None:
            return self.day.isoformat()
        return iso_moment(self.day, self.clock, self.offset)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, agency and perhaps date that open a dispatch."""

    agency: str
    """The agency in brackets, as it stands."""
    month: int | None
    """Month of the dispatch."""
    day: int | None
    """Day of the month."""
    span: Span
    """The dateline without the dash after it."""


def iso_moment(day: date, clock: tuple[int, int], offset: int | None) -> str:
    """Give an ISO date-time to the minute.

    >>> iso_moment(date(2019, 3, 4), (17, 20), 60)
    '2019-03-04T17:20+01:00'
    """
    zone = timezone(timedelta(minutes=offset)) if offset is not None else None
    return datetime(day.year, day.month, day.day, *clock, tzinfo=zone).isoformat(timespec="minutes")


def find_stamps(line: Line) -> tuple[Stamp, ...]:
    """Find the dates of a date line; empty when the line is about something else.

    >>> from onrecord.page.lines import split_lines
    >>> [stamp.value for stamp in find_stamps(split_lines("First published on Sat 3 May 2014 18.05 BST")[0])]
    ['2014-05-03T18:05+01:00']
    >>> find_stamps(split_lines("The ferry sank off Orle on 3 May 2014 with 40 aboard.")[0])
    ()
    """
    if len(line.text) > LONGEST_DATE_LINE or not _YEAR_LINE.search(line.text):
        return ()
    dates = [match for match in _DATE.finditer(line.text) if _day(match)]
    if not dates or not _only_dates(line.text):
        return ()
    ends = [match.start() for match in dates[1:]] + [len(line.text)]
    begins = [0, *ends[:-1]]
    return tuple(_stamp(line, match, begin, end) for match, begin, end in zip(dates, begins, ends, strict=True))


def find_clock(text: str) -> tuple[tuple[int, int], int | None, str] | None:
    """Find the first clock time: hour and minute, offset in minutes or null, the zone's name as it stands.

    >>> find_clock("9.45pm GMT+3")
    ((21, 45), 180, 'GMT+3')
    """
    match = next((match for match in _CLOCK.finditer(text) if _hour_and_minute(match)), None)
    if match is None:
        return None
    clock = _hour_and_minute(match)
    zone = match["zone"] or ""
    return (clock, offset_of(zone), zone) if clock else None


def offset_of(zone: str, day: date | None = None) -> int | None:
    """Give the minutes east of UTC that a zone's name means; null when it means none, or several.

    >>> offset_of("BST"), offset_of("GMT+5:30"), offset_of("IST"), offset_of("ET", date(2025, 7, 1))
    (60, 330, None, -240)
    """
    name = zone.strip("() ").lower()
    match = _OFFSET.match(name)
    if match:
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return (minutes if match["sign"] == "+" else -minutes) if minutes <= 14 * 60 else None
    if name in US_ZONES and day:
        return US_ZONES[name] + (60 if _us_summer(day) else 0)
    return ZONES.get(name)


def find_dateline(line: Line) -> Dateline | None:
    """Find the dateline that opens a dispatch.

    >>> from onrecord.page.lines import split_lines
    >>> find_dateline(split_lines("ORLE, Norland, May 3 (Northwire) - A ferry sank.")[0]).agency
    'Northwire'
    """
    opening = line.text[:LONGEST_DATELINE]
    match = _DATELINE.match(opening) if "(" in opening else None
    if not match or sum(letter.isupper() for letter in match["place"]) < 3:
        return None
    name = (match["m"] or match["m_"] or "").lower().rstrip(".")
    day = match["d"] or match["d_"]
    end = line.text.index(")", match.start("agency")) + 1
    span = Span(line.span.start, line.span.start + end)
    return Dateline(match["agency"], _MONTH_NUMBERS.get(name), int(day) if day else None, span)


def is_dateline_alone(line: Line) -> bool:
    """Tell whether a line is a dateline and nothing else, as in the archives of agencies.

    >>> from onrecord.page.lines import split_lines
    >>> [is_dateline_alone(line) for line in split_lines("ORLE, Norland (Northwire) --\\nORLE (Northwire) - A ferry sank.")]
    [True, False]
    """
    dateline = find_dateline(line)
    return dateline is not None and not any(sign.isalnum() for sign in line.text[dateline.span.end - line.span.start :])


def find_published(lines: Sequence[Line], furniture: frozenset[int], given: Given) -> Published | None:
    """Find when a page was published: what the caller said, else a date line, else a dateline with the foot's year, else the address."""
    if given.published:
        return Published(given.published, "given", given.published, given.published)
    stamps = [stamp for line in lines if line.number not in furniture or "publish" in line.bare for stamp in find_stamps(line)]
    first = [stamp for stamp in stamps if stamp.label == "first"]
    plain = [stamp for stamp in stamps if stamp.label == "plain"]
    stated = first or plain[:1]
    if stated:
        best = min(stated, key=lambda stamp: (stamp.day, stamp.clock or (0, 0)))
        return Published(best.value, "page", best.value, best.value, (best.span,))
    return _from_dateline(lines) or _from_address(given.url)


def _from_address(url: str | None) -> Published | None:
    """Read the day that stands in a page's address.

    >>> _from_address("https://orle.example/world/2014/may/03/ferry-sinks").value
    '2014-05-03'
    """
    match = _ADDRESS.search(url or "")
    if match is None:
        return None
    month = _MONTH_NUMBERS.get(match["month"].lower()) or int(match["month"])
    try:
        day = date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None
    return Published(day, "url", day, day)


def find_updated(lines: Sequence[Line]) -> Stamp | None:
    """Find the latest date that the page states of itself, which bounds a live blog's entries."""
    stamps = [stamp for line in lines for stamp in find_stamps(line)]
    return max(stamps, key=lambda stamp: (stamp.day, stamp.clock or (0, 0)), default=None)


def _from_dateline(lines: Sequence[Line]) -> Published | None:
    """Put a dateline's day and the year of the foot together, when the weekday that the text names agrees."""
    found = next(
        ((line, dateline) for line in lines if (dateline := find_dateline(line)) and dateline.day and not is_dateline_alone(line)), None
    )
    if found is None:
        return None
    line, dateline = found
    year = _stated_year(lines)
    if year is None or dateline.month is None or dateline.day is None:
        return None
    try:
        day = date(year[0], dateline.month, dateline.day)
    except ValueError:
        return None
    if not _weekday_agrees(day, line):
        return None
    after = day + timedelta(days=1)
    clock = _agency_clock(lines)
    evidence = (dateline.span, year[1])
    if clock:
        moment = iso_moment(day, clock[0], 0)
        return Published(moment, "page", moment, moment, (*evidence, clock[1]))
    return Published(day.isoformat(), "inferred", day.isoformat(), after.isoformat(), evidence)


def _stated_year(lines: Sequence[Line]) -> tuple[int, Span] | None:
    """Find the one year that the page's copyright lines name."""
    found = []
    for line in lines:
        if "rights reserved" in line.bare or "copyright" in line.bare or line.bare.startswith(("©", "(c)")):
            found += [
                (int(match[1]), Span(line.span.start + match.start(), line.span.start + match.end()))
                for match in _YEAR_LINE.finditer(line.text)
            ]
    return found[0] if len({year for year, _ in found}) == 1 else None


def _weekday_agrees(day: date, line: Line) -> bool:
    """Tell whether the dispatch's first paragraph names that day's weekday or the day's before, or names none."""
    named = {WEEKDAYS[word.lower()] for word in line.words if word.lower() in WEEKDAYS}
    near = {(day - timedelta(days=back)).isoweekday() for back in range(FEWEST_LEAD_DAYS + 1)}
    return not named or bool(named & near)


def _agency_clock(lines: Sequence[Line]) -> tuple[tuple[int, int], Span] | None:
    """Find the line that holds nothing but a dispatch's time in GMT."""
    for line in lines:
        match = _CLOCK.fullmatch(line.text)
        if match and match["h3"] and (match["zone"] or "").lower() in ("gmt", "utc"):
            return (int(match["h3"]), int(match["min3"])), line.span
    return None


def _only_dates(text: str) -> bool:
    """Tell whether a line holds dates, times, names and little else."""
    rest = _SMALL.sub(" ", _CLOCK.sub(" ", _DATE.sub(" ", text)))
    left = re.findall(r"[^\W\d_]{2,}", rest)
    signed = re.search(r"\bby\b", text, re.IGNORECASE) is not None
    return sum(word.islower() for word in left) <= (2 if signed else 1) and len(left) <= (8 if signed else 5)


def _stamp(line: Line, match: re.Match[str], begin: int, end: int) -> Stamp:
    day = _day(match)
    assert day is not None  # the caller leaves other matches out
    clock, zone, span = _clock_near(line.text, match, begin, end)
    before = line.text[begin : min(span[0], match.start())]
    label: Label = "first" if _FIRST.search(before) else "later" if _LATER.search(before) else "plain"
    return Stamp(day, clock, offset_of(zone, day) if zone else None, label, Span(line.span.start + span[0], line.span.start + span[1]))


def _clock_near(text: str, match: re.Match[str], begin: int, end: int) -> tuple[tuple[int, int] | None, str, tuple[int, int]]:
    """Find the clock time that stands next to a date, its zone's name, and from where to where both stand."""
    for clock in _CLOCK.finditer(text, begin, end):
        apart = max(clock.start() - match.end(), match.start() - clock.end())
        hour_and_minute = _hour_and_minute(clock)
        if hour_and_minute and 0 <= apart <= _NEAR:
            until = (
                clock.end()
                if (clock["zone"] and offset_of(clock["zone"], _day(match)) is not None) or not clock["zone"]
                else clock.start("zone")
            )
            stretch = (min(match.start(), clock.start()), max(match.end(), until))
            return hour_and_minute, clock["zone"] or "", (stretch[0], stretch[0] + len(text[stretch[0] : stretch[1]].rstrip(" (,")))
    return None, "", (match.start(), match.end())


def _hour_and_minute(match: re.Match[str]) -> tuple[int, int] | None:
    hour = int(match["h"] or match["h2"] or match["h3"])
    minute = int(match["min"] or match["min3"] or 0)
    half = (match["half"] or match["half2"] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return (hour, minute) if hour < 24 else None


def _day(match: re.Match[str]) -> date | None:
    groups = next((match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]) for n in "123" if match[f"y{n}"])
    month = _MONTH_NUMBERS.get(groups[1].lower().rstrip(".")) or (int(groups[1]) if groups[1].isdigit() else 0)
    try:
        return date(int(groups[0]), month, int(groups[2]))
    except ValueError:
        return None


def _us_summer(day: date) -> bool:
    """Tell whether American clocks are forward: second Sunday of March to first Sunday of November."""
    return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)


def _nth_sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
