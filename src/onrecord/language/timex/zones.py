"""The zone named beside a time of the clock to its rules; null when it is not named or nobody can tell which it is."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onrecord.language.english_zones import PLACE_ZONES, SHARED_ZONES, ZONES
from onrecord.language.timex.reading import Context, Found

_ZONE_WORDS = ("zone", "name", "new", "local", "time")


def find_zone(found: Found, context: Context) -> dt.tzinfo | None:
    """Give the zone that an expression names: an abbreviation, a place ("Kyiv time"), or the page's own ("local time")."""
    words = [word for word in found.words if word.kind in _ZONE_WORDS]
    if not words:
        return None
    if words[0].kind == "local":
        return load_zone(context.habits.zone)
    phrase = " ".join(word.text for word in words if word.kind != "time")
    shared = SHARED_ZONES.get(phrase)
    name = shared.get(context.habits.country or "") if shared else None
    return load_zone(name or ZONES.get(phrase) or PLACE_ZONES.get(phrase))


@lru_cache(maxsize=64)
def load_zone(name: str | None) -> dt.tzinfo | None:
    """Load the rules of a zone; null where it is not known here.

    >>> load_zone("Europe/Lisbon").utcoffset(dt.datetime(2031, 7, 1))
    datetime.timedelta(seconds=3600)
    """
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
