"""The names of days, months and hours to the patterns (VERBOSE) of the words that the rules of time are made of."""

from collections.abc import Mapping

from onrecord.language.english_time import DAY_PARTS, MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS


def alternatives(*tables: Mapping[str, int]) -> str:
    """Give the alternatives of a pattern that stands for the names of some tables, each with its capital.

    >>> alternatives({"monday": 1, "friday": 5})
    'Monday|Friday'
    """
    return "|".join(name.capitalize() for table in tables for name in table)


WEEKDAY = rf"(?: {alternatives(WEEKDAYS)} )"
WEEKDAY_ANY = rf"(?: (?: {alternatives(WEEKDAYS)} ) | (?: {alternatives(WEEKDAY_ABBREVIATIONS)} ) \.? )"
MONTH = rf"(?: {alternatives(MONTHS)} )"
MONTH_ANY = rf"(?: (?: {alternatives(MONTHS)} ) | (?: {alternatives(MONTH_ABBREVIATIONS)} ) \b \.? )"
PART = rf"(?: {'|'.join(DAY_PARTS)} )"
DAY_NUMBER = r"(?: 3[01] | [12][0-9] | 0?[1-9] ) (?! [\d%] | [.:,]\d )"
YEAR = r"(?: 1[5-9]\d\d | 20\d\d ) (?! [\d%] | [.,]\d )"
SMALL = r"(?: one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve )"
ZONE = r"(?: \s (?: local \s time | GMT | BST | UTC | CES?T | E[SD]?T | P[SD]T | [A-Z][a-z]{2,15} \s time | UK \s time | US \s time ) \b )"
DATE = rf"(?: {DAY_NUMBER} (?:st|nd|rd|th)? \s (?:of \s)? {MONTH_ANY} | {MONTH_ANY} \s {DAY_NUMBER} (?:st|nd|rd|th)? ) (?: ,? \s {YEAR} )?"
TODAY = r"(?: [Tt]oday | [Yy]esterday | [Tt]omorrow | [Tt]his \s (?: morning|afternoon|evening ) | [Ll]ast \s night | [Tt]onight )"
DAY = rf"(?: {WEEKDAY_ANY} ,? \s {DATE} | {DATE} | {WEEKDAY} (?: \s {PART} )? | {TODAY} (?: \s {PART} )? )"
CLOCK = rf"""(?:
    \d{{1,2}} (?: [.:]\d\d )? \s? (?: [ap]\.m\. | [ap]m \b )                   # 3.40pm, 6 a.m.
  | (?: [Hh]alf \s past | (?:[Aa] \s)? [Qq]uarter \s (?:past|to) ) \s {SMALL}     # quarter to nine
  | (?: [Tt]wenty-five|[Tt]wenty|[Tt]en|[Ff]ive ) \s (?:past|to) \s {SMALL}       # five to three
  | (?: {SMALL} | \d{{1,2}} ) \s o[’']clock
  | \b [Nn]oon | \b [Mm]idday | \b [Mm]idnight
)"""
AFTER_AT = (
    r"(?: (?<=\b[Aa]t\s) | (?<=\bby\s) | (?<=\buntil\s) | (?<=\bfrom\s) | (?<=\bsince\s) | (?<=\bat\sabout\s) | (?<=\bat\saround\s) )"
)
BARE = rf"(?: \d{{1,2}} [.:] \d\d (?! \d | [.:]\d | % | \s?(?:m|bn|million|billion|per)\b ) | {AFTER_AT} {SMALL} )"
