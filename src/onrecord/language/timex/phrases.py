"""The phrases that rules of time are made of, as patterns over kinds of words, and how a pattern becomes one that `re` can run.

In a pattern a name stands for a kind of word ("weekday"), a name in capitals for a phrase of this module; white space is left out.
"""

import re

from onrecord.language.timex.words import LETTERS

PHRASES = {
    "ABOUT": "(?: about | around | at least | at most | no? more than | no? less than | over (?= a (?: UNIT | half ) ) | up to )",
    "NUMBER": """(?: (?: a | one | small_word ) hundred | tens hyphen? (?: one | small_word ) | tens | teen | small_word | one
        | small | number | four )""",
    "UNIT": "(?: unit | day | week | year_word | quarter | century | second )",
    "UNITS": "(?: units | centuries )",
    "SPAN": "(?: unit | day | week | year_word | century )",
    "MONTH": "(?: month | month_verb | month_short dot? )",
    "MONTH_WORD": "(?: month | month_verb | month_short )",
    "WEEKDAY": "(?: weekday | weekday_short dot? )",
    "NTH": "(?: small | nth )",
    "YEAR": "(?: year | short_year )",
    "ORDINAL": "(?: ordinal | second | nth | rank )",
    "MOD": "(?: early | late | mid hyphen? | later | earlier | (?: the | around )? edge of )",
    "MOD_IN": "(?: (?: early | late | later | earlier ) in | MOD )",
    "DATE": """(?: MONTH NTH (?! hyphen? (?: UNIT | UNITS ) ) (?: comma? year )?
        | the? NTH of? MONTH (?: (?: comma | of )? year )? )""",
    "AROUND": "(?: around )?",
    "DAY": """(?: WEEKDAY comma? the? DATE | DATE
        | (?: the? last | next | this (?: coming | past )? | the coming )? weekday (?: of? (?: this | last | next ) week )? | iso | slashed
        | dotted | today | yesterday | tomorrow | (?: the | that ) same day )""",
    "CLOCK": "(?: clock | clock_plain | fixed | SPOKEN )",
    "HOUR": "(?: one | small_word | teen )",
    "SPOKEN": """(?: (?: half past | a? quarter (?: past | to ) | (?: tens (?: hyphen small_word )? | HOUR ) (?: past | to ) ) HOUR
        | NUMBER oclock )""",
    "AT": "(?: at | around | by | until | from | since | about | before | after )",
    "ZONE": "(?: zone | local time | name time | (?: name | new ) name time | name zone time? | zone time )",
    "PREPOSITION": """after | and | between | by | during | early | edge | every | from | hyphen | in | last | late | mid | next | of
        | since | the | this | to | until""",
    "PERIOD": "(?: unit | week | year_word | quarter | period )",
    "FEW": "(?: a? few | a? couple of? )",
    "LENGTH": """(?: half a SPAN | a half hyphen? SPAN | a quarter of a SPAN
        | (?: a | one ) SPAN and (?: a (?: half | quarter ) | NUMBER UNITS ) | NUMBER UNITS and (?: a (?: half | SPAN ) | NUMBER UNITS )
        | NUMBER and a? half UNITS
        | NUMBER (?: to | or | hyphen | and ) NUMBER (?: UNITS | hyphen? SPAN )
        | NUMBER (?: (?: more | trading )? UNITS | hyphen? SPAN | hyphen second ) | year UNITS
        | (?: a | one ) SPAN or NUMBER
        | FEW (?: more | trading )? UNITS | (?: few | couple ) hyphen SPAN | (?: a | another ) SPAN (?! hyphen ) )""",
}
"""Phrases by their names; they hold each other."""
CORE = """
    being century centuries clock clock_dotted clock_plain day decade decade_word dotted event fixed four future half holiday iso
    month month_short month_verb monthly now oclock overnight part parts past period possible present quarter quarter_code
    recently season season_verb seasons short_decade short_year slashed small teen today tomorrow tonight unit units week weekday
    weekday_short weekdays weekend weekends while year year_word yesterday
    """.split()
"""Kinds of which every expression holds one, near its beginning."""
IDLE = ("bracket", "comma", "dot", "mark", "name", "word")
"""Kinds with which no expression begins, and that do not stand before the first of its core."""

_KIND = re.compile(r"[a-z][a-z_]+|\ba\b")
_PHRASE = re.compile(r"\b[A-Z][A-Z_]+\b")
_CHOICE = re.compile(r"\(\?:([^()\[\]|?](?:\|[^()\[\]|?])+)\)")
"""A choice between single letters, which compiles faster as a class of letters."""


def expand(pattern: str) -> str:
    """Put the letter of each kind for its name, and its pattern for each phrase.

    >>> from onrecord.language.timex.words import cut_words, kinds_of
    >>> bool(re.fullmatch(expand("the last NUMBER units"), kinds_of(cut_words("the last 30 days", 0, 16))))
    True
    """
    while _PHRASE.search(pattern):
        pattern = _PHRASE.sub(lambda match: PHRASES[match.group()], pattern)
    pattern = re.sub(r"\s+", "", _KIND.sub(lambda match: LETTERS[match.group()], pattern))
    return _CHOICE.sub(lambda match: f"[{match[1].replace('|', '')}]", pattern)
