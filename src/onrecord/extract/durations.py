"""Words for a length of time ("22 minutes", "an hour and a half") to a TIMEX3 unit and how many of it."""

import re

from onrecord.language.english_time import UNITS_OF_TIME
from onrecord.language.numbers import Amount, parse_words

_UNIT = r"(?: second|minute|hour|day|night|week|fortnight|month|year|decade ) s?"
_TINY = r"one|two|three|four|five|six|seven|eight|nine"
_WORDS = (
    rf"(?: (?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?: [\s-] (?:{_TINY}) )? "
    rf"| (?:six|seven|eight|nine)teen | ten | eleven | twelve | thirteen | fourteen | fifteen | {_TINY}"
    rf" | a \s dozen | a \s hundred )"
)
_NUMBER = rf"(?: (?i: {_WORDS} ) | \d{{1,3}} (?:,\d{{3}})? (?:\.\d)? )"

DURATION = rf"""(?:
    (?: {_NUMBER} | [Aa]n | [Aa] ) \s (?: hours? | years? ) \s and \s {_NUMBER} \s (?: minutes? | months? )   # an hour and twenty minutes
  | (?: [Aa]n \s hour | [Aa] \s (?:day|week|month|year) ) \s and \s a \s half
  | {_NUMBER} \s and \s a \s half \s {_UNIT}
  | [Hh]alf \s an \s hour | (?: a \s )? [Qq]uarter \s of \s an \s hour
  | (?: [Aa] \s few | [Aa] \s couple \s of | [Ss]everal | [Ss]ome | [Mm]any ) \s (?: second|minute|hour|day|night|week|month|year|decade ) s
  | {_NUMBER} [\s-] {_UNIT}
  | (?: an? \s ) (?: week|month|year|day|decade|century|hour|minute|fortnight ) (?= \s ago \b )
  | (?: the \s )? (?: past | last ) \s (?: day|hour|week|month|year|decade ) (?= \s? [,.;] )
  | (?: decades | centuries ) (?= \s ago )
)"""
"""Pattern (VERBOSE) of a length of time."""

DURATION_ADJECTIVE = rf"(?: {_NUMBER} - (?: second|minute|hour|day|night|week|month|year|decade ) )"
"""Pattern (VERBOSE) of a length of time before a noun: "two-hour"."""

_PIECE = re.compile(rf"(?P<number> {_NUMBER} | an? ) [\s-] (?P<unit> {_UNIT} )", re.VERBOSE | re.IGNORECASE)


def units_of(word: str) -> str:
    """Give the TIMEX3 unit of a word; a leading T stands for one of the clock.

    >>> units_of("hours"), units_of("day")
    ('TH', 'D')
    """
    key = word.lower()
    return UNITS_OF_TIME.get(key) or UNITS_OF_TIME.get(key.removesuffix("s")) or "D"


def read_duration(words: str) -> tuple[str, Amount | None]:
    """Give unit and number of a length of time; minutes when it mixes two units, no number for a vague one.

    >>> read_duration("an hour and twenty minutes"), read_duration("several weeks"), read_duration("a year and a half")
    (('TM', 80), ('W', None), ('Y', 1.5))
    """
    lower = words.lower()
    if "half an hour" in lower or "quarter of an hour" in lower:
        return "TM", 30 if "half" in lower else 15
    pieces = [(units_of(match["unit"]), _count(match["number"])) for match in _PIECE.finditer(lower)]
    if len(pieces) == 2 and pieces[0][1] is not None and pieces[1][1] is not None:
        factor = 60 if pieces[0][0] == "TH" else 12
        return pieces[1][0], pieces[0][1] * factor + pieces[1][1]
    if re.search(r"\band a half\b", lower):
        number = re.match(r"\S+", lower)
        count = _count(number.group()) if number else None
        return units_of(lower.split()[-1] if not pieces or lower.split()[-1] != "half" else lower.split()[1]), (count or 0) + 0.5
    if pieces:
        return pieces[0]
    return units_of(lower.split()[-1]), 1 if lower.startswith(("the ", "past ", "last ", "a day")) else None


def _count(number: str) -> Amount | None:
    return 1 if number in ("a", "an") else parse_words(number)
