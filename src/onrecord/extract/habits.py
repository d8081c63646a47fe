"""A page to what it does with dates and clocks: which number of 4/5 is the month, whose "IST" it means, where its "local time" is."""

import re
from collections import Counter

from onrecord.language.english_zones import COUNTRY_NAMES, DAY_FIRST, MONTH_FIRST, PLACE_ZONES, SHARED_ZONES
from onrecord.language.patterns import compile_later
from onrecord.language.timex.reading import Habits
from onrecord.language.timex.words import DAY_BEFORE_MONTH, MONTH_BEFORE_DAY
from onrecord.model import Page

_SLASHED = compile_later(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")
_SLASHES = compile_later(r"/\d{1,2}/")  # looked for first, as it is found at once: it opens with a sign of its own
_SHARED_NAMES = tuple(map(str.upper, SHARED_ZONES))
_SHARED = compile_later(rf"\b(?:{'|'.join(_SHARED_NAMES)})\b")
_COUNTRY = compile_later(rf"\b(?:{'|'.join(map(re.escape, COUNTRY_NAMES))})(?!\w)")
_HOST = compile_later(r"https?://[^/]*\.([a-z]{2,3})(?=[:/]|$)")
_DATELINE = compile_later(
    r"""
    (?P<place> [A-Z][\w.’'-]{1,20} (?: \s [A-Z][\w.’'-]{1,20} ){0,2} )    # KYIV, New Delhi
    (?: , [^\n(—–]{2,30} )?                                               # , Ukraine
    \s? (?: \( [^\n)]{2,30} \) \s? [—–-] | [—–] \s | -- )                 # (Agency) —
    """,
    re.VERBOSE,
)


def find_habits(page: Page) -> Habits:
    """Find what a page does with dates and clocks, as far as its address, its dateline and its other dates tell."""
    text = page.capture.text
    country = _country(page)
    return Habits(
        month_first=_month_first(text, country) if _SLASHES.search(text) and _SLASHED.search(text) else None,
        zone=_local_zone(page) if "ocal time" in text else None,
        country=country or (_told_country(text) if any(map(text.__contains__, _SHARED_NAMES)) and _SHARED.search(text) else None),
    )


def _country(page: Page) -> str | None:
    """Give the country of the outlet, by the end of its address."""
    host = _HOST.match(page.url or page.capture.given.url or "")
    return host[1].upper().replace("UK", "GB") if host and len(host[1]) == 2 else None


def _told_country(text: str) -> str | None:
    """Give the country that a page names most, of those that share the name of a zone with others."""
    names = Counter(COUNTRY_NAMES[name] for name in _COUNTRY.findall(text)).most_common(2)
    return names[0][0] if names and (len(names) == 1 or names[0][1] > names[1][1]) else None


def _month_first(text: str, country: str | None) -> bool | None:
    """Tell whether months come first: by a date that can be read one way only, the outlet's country, or dates in words."""
    dates = [(int(first), int(second)) for first, second in _SLASHED.findall(text)]
    months, days = any(second > 12 for _, second in dates), any(first > 12 for first, _ in dates)
    if months != days:
        return months
    if country in MONTH_FIRST or country in DAY_FIRST:
        return country in MONTH_FIRST
    worded = len(MONTH_BEFORE_DAY.findall(text)) - len(DAY_BEFORE_MONTH.findall(text))
    return worded > 0 if worded else None


def _local_zone(page: Page) -> str | None:
    """Give the zone of the place in the dateline that opens the first paragraph."""
    first = next((block for block in page.blocks if block.role == "body"), None)
    dateline = _DATELINE.match(page.capture.text, first.span.start, first.span.end) if first else None
    return PLACE_ZONES.get(dateline["place"].lower()) if dateline else None
