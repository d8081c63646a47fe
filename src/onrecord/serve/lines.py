"""Places in a text to line numbers, and ISO dates to dates as a newspaper writes them."""

from bisect import bisect_right
from datetime import date, datetime

from onrecord.language.english_time import MONTHS
from onrecord.model import Published
from onrecord.page.lines import LINE_BREAK

_MONTHS = tuple(name.capitalize() for name in MONTHS)


class Lines:
    """The lines of one text, to say on which a span begins."""

    def __init__(self, text: str) -> None:
        """Find where the lines begin."""
        self._starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def number(self, place: int) -> int:
        """Give the number of the line, from 1, that a place in the text is on.

        >>> Lines("One.\\nTwo.").number(5)
        2
        """
        return bisect_right(self._starts, place)


def say_date(value: str) -> str:
    """Write an ISO date or date-time as a newspaper does; what cannot be read is given back.

    >>> say_date("2024-05-31"), say_date("2024-05"), say_date("2024-05-31T14:30:00+02:00")
    ('31 May 2024', 'May 2024', '31 May 2024, 14:30 (+02:00)')
    """
    try:
        if "T" in value:
            moment = datetime.fromisoformat(value)
            offset = moment.strftime("%z")
            zone = f" ({offset[:3]}:{offset[3:]})" if offset else ""
            return f"{_day(moment.date())}, {moment:%H:%M}{zone}"
        if len(value) == len("2024-05"):
            return f"{_MONTHS[int(value[5:]) - 1]} {value[:4]}"
        return _day(date.fromisoformat(value))
    except (ValueError, IndexError):
        return value


def say_published(published: Published) -> str:
    """Write the date of a page; where it is not certain, the days between which it lies.

    >>> say_published(Published("2024-05", "inferred", "2024-05-30", "2024-05-31"))
    '30 to 31 May 2024'
    """
    if len(published.value) >= len("2024-05-31") or published.earliest == published.latest:
        return say_date(published.value)
    first, last = say_date(published.earliest), say_date(published.latest)
    return f"{first.split(' ')[0] if first.split(' ')[1:] == last.split(' ')[1:] else first} to {last}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
