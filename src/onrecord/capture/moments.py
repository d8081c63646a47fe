"""A date or time as metadata and bylines write it to an ISO date, or date-time with its offset where that is known."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from onrecord.language.english_pages import ZONES
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS
from onrecord.language.english_zones import ZONES as NAMED_ZONES
from onrecord.language.patterns import compile_later

_MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_ISO = compile_later(
    r"""
    (?<![\d-]) (?P<y>(?:19|20)\d\d) - (?P<mo>\d\d) - (?P<d>\d\d) (?!\d)
    (?: (?: [T\s] | \s?T\s? ) (?P<h>\d\d) : (?P<mi>\d\d) (?: :\d\d (?:[.,]\d{1,9})? )?     # 2019-03-04T17:20:05.123
        \s? (?P<zone> Z\b | [+-]\d\d:?(?:\d\d)? | (?:UTC|GMT)\b )? )?                      # Z  +01:00  +0100  +01
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = compile_later(
    r"^(?P<y>(?:19|20)\d\d)(?P<mo>[01]\d)(?P<d>[0-3]\d)(?:T?(?P<h>[0-2]\d)(?P<mi>[0-5]\d)(?:[0-5]\d)?(?P<zone>Z|[+-]\d{4})?)?$"
)
_EPOCH = compile_later(r"^\d{10}(?:\d{3})?(?:\.\d{1,6})?$")
_YEAR = r"(?:19|20)\d\d"
_ENDS = r"(?=\D|\d{1,2}[:.]|$)"
_DAY = compile_later(
    rf"""
      (?<!\d) (?P<d1>\d{{1,2}}) (?:st|nd|rd|th)? [\s-]{{0,2}} (?:of\s)? (?P<m1>{_MONTH}) ,? [\s-]{{0,2}} (?P<y1>{_YEAR}) {_ENDS}  # 4 May 19
    | \b (?P<m2>{_MONTH}) \s* (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s+ (?P<y2>{_YEAR}) {_ENDS}     # May 4, 2019; a clock may run on
    | (?<![\d/.-]) (?P<a>\d{{1,2}}) (?P<sep>[/.-]) (?P<b>\d{{1,2}}) (?P=sep) (?P<y3>(?:19|20)\d\d) (?!\d)   # 30/04/2024
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = compile_later(
    r"""
    (?<![\d.:/-])
    (?: (?P<h>\d{1,2}) [:.] (?P<mi>[0-5]\d) (?: :[0-5]\d )? \s* (?P<half>[ap]\.?\s?m\b\.?)?      # 14:40  2.40pm
      | (?P<h2>\d{1,2}) \s* (?P<half2>[ap]\.?m\b\.?)                                              # 3 p.m.
      | (?P<h3>[01]\d|2[0-3]) (?P<mi3>[0-5]\d) (?=\s*(?:gmt|utc|et|edt|est|hrs|hours|h)\b)        # 1814 GMT
    )
    (?! [:.]?\d | [/-]\d )
    (?: \s* [(,|]? \s* (?P<zone> (?:gmt|utc) \s? [+-]\d{1,2} (?::?\d\d)? | z\b | [+-]\d\d:?\d\d | [a-z]{2,4}\b ) \)? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OFFSET = compile_later(r"^(?:gmt|utc)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?$", re.IGNORECASE)
_LONGEST = 300
_LONG_ZONES = {
    "australian eastern daylight": "AEDT", "australian eastern standard": "AEST", "british summer": "BST", "central european": "CET",
    "central european summer": "CEST", "eastern": "ET", "eastern daylight": "ET", "eastern european": "EET",
    "eastern european summer": "EEST", "eastern standard": "ET", "greenwich mean": "GMT", "india standard": "+05:30",
    "indian standard": "+05:30", "pacific": "PT", "pacific daylight": "PT", "pacific standard": "PT",
}  # fmt: skip
_LONG_ZONE = compile_later(r"\b(" + "|".join(sorted(_LONG_ZONES, key=len, reverse=True)) + r")\stime\b", re.IGNORECASE)

Clock = tuple[int, int]


def read_moment(text: str, zone: tzinfo | None = None) -> str | None:
    """Read the first date of a string, with its time of day where that is told; the zone is taken where none is named.

    >>> [read_moment(text) for text in ("2024-04-30 16:38:37 +02:00", "1750680000000", "Posted: Aug 08, 2024 4:00 AM EDT", "4 May 2019")]
    ['2024-04-30T16:38+02:00', '2025-06-23T12:00+00:00', '2024-08-08T04:00-04:00', '2019-05-04']
    >>> read_moment("30/04/2024 - 16:38"), read_moment("2024-07-18T11:48", ZoneInfo("Europe/London")), read_moment("3 hours ago")
    ('2024-04-30T16:38', '2024-07-18T11:48+01:00', None)
    """
    bare = short_zones(" ".join(text[:_LONGEST].split()))
    if _EPOCH.match(bare):
        return _from_epoch(bare)
    match = _ISO.search(bare) or _COMPACT.match(bare)
    if match:
        day = _date(int(match["y"]), int(match["mo"]), int(match["d"]))
        clock = _clock(match["h"], match["mi"], None) if match["h"] else None
        return _moment(day, clock, match["zone"], zone) if day else None
    return _from_words(bare, zone)


def short_zones(text: str) -> str:
    """Write the zones of a text as abbreviations.

    >>> short_zones("10:05 British Summer Time 14 July")
    '10:05 BST 14 July'
    """
    return _LONG_ZONE.sub(lambda match: _LONG_ZONES[match[1].lower()], text) if "ime" in text else text


def _from_epoch(digits: str) -> str | None:
    seconds = float(digits) / (1000 if len(digits.split(".", maxsplit=1)[0]) == 13 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="minutes") if 1990 <= moment.year < 2100 else None


def _from_words(text: str, zone: tzinfo | None) -> str | None:
    for match in _DAY.finditer(text):
        day = _day_of(match)
        if day:
            rest = text[: match.start()] + " | " + text[match.end() :]
            clock = find_clock(text[match.end() :][:40]) or find_clock(rest[max(0, match.start() - 25) : match.start() + 3])
            return _moment(day, clock[0], clock[1], zone) if clock else day.isoformat()
    return None


def _day_of(match: re.Match[str]) -> date | None:
    if match["y3"]:
        first, second = int(match["a"]), int(match["b"])
        if first > 12 or first == second:
            return _date(int(match["y3"]), second, first)
        return _date(int(match["y3"]), first, second) if second > 12 else None
    name = (match["m1"] or match["m2"]).lower().rstrip(".")
    return _date(int(match["y1"] or match["y2"]), _MONTH_NUMBERS[name], int(match["d1"] or match["d2"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_clock(text: str) -> tuple[Clock, str | None] | None:
    """Find the first time of day of a string and the zone named with it.

    >>> find_clock("21 mins ago 9.45pm BST"), find_clock("1814 GMT"), find_clock("2.5m people")
    (((21, 45), 'BST'), ((18, 14), 'GMT'), None)
    """
    for match in _CLOCK.finditer(short_zones(text[:_LONGEST])):
        hour = match["h"] or match["h2"] or match["h3"]
        clock = _clock(hour, match["mi"] or match["mi3"], match["half"] or match["half2"])
        if clock:
            return clock, match["zone"]
    return None


def _clock(hour: str, minute: str | None, half: str | None) -> Clock | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None if hours > 23 or minutes > 59 else (hours, minutes)
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return (hours, minutes) if hours < 24 and minutes < 60 else None


def _moment(day: date, clock: Clock | None, named: str | None, zone: tzinfo | None) -> str:
    if clock is None:
        return day.isoformat()
    here = datetime(day.year, day.month, day.day, *clock, tzinfo=zone_named(named) or zone)
    return here.isoformat(timespec="minutes")


def zone_named(name: str | None) -> tzinfo | None:
    """Give the zone that an offset or an abbreviation means; null when it means none, or several.

    >>> zone_named("+0530"), zone_named("IST"), zone_named("ET")
    (datetime.timezone(datetime.timedelta(seconds=19800)), None, zoneinfo.ZoneInfo(key='America/New_York'))
    """
    bare = (name or "").strip("() ").lower()
    match = _OFFSET.match(bare)
    if match:
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        return timezone(timedelta(minutes=minutes if match["sign"] == "+" else -minutes)) if minutes <= 14 * 60 else None
    if bare in ZONES:
        return timezone(timedelta(minutes=ZONES[bare]))
    return ZoneInfo(NAMED_ZONES[bare]) if bare in NAMED_ZONES else None


def zone_of(moment: str | None) -> tzinfo | None:
    """Give the offset that an ISO date-time is written with.

    >>> zone_of("2024-07-18T11:48+01:00"), zone_of("2024-07-18")
    (datetime.timezone(datetime.timedelta(seconds=3600)), None)
    """
    if not moment or len(moment) < 12:
        return None
    return datetime.fromisoformat(moment).tzinfo


def is_exact(moment: str | None) -> bool:
    """Tell whether an ISO moment is one to the minute."""
    return moment is not None and len(moment) > 10


def is_anchored(moment: str | None) -> bool:
    """Tell whether an ISO moment is one to the minute whose offset is known."""
    return zone_of(moment) is not None
