"""The rules of the grammar of time: each has a name, the pattern of the expressions it reads, and the reading of them.

A rule comes before those whose expressions begin like its own but are shorter. Patterns are VERBOSE and hold no nested repeats.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain

from onrecord.extract.durations import DURATION, DURATION_ADJECTIVE
from onrecord.extract.time_readings import (
    Context,
    Reading,
    read_ago,
    read_bare_month,
    read_clock,
    read_day,
    read_decade,
    read_iso,
    read_length,
    read_month,
    read_overnight,
    read_part_of_day,
    read_same,
    read_season,
    read_set,
    read_step,
    read_step_weekday,
    read_weekend,
    read_year,
)
from onrecord.extract.time_words import AFTER_AT, BARE, CLOCK, DAY, MONTH, MONTH_ANY, PART, TODAY, WEEKDAY, YEAR, ZONE, alternatives
from onrecord.language.english_time import DAY_PARTS, LENGTH_OPENERS, SEASONS, WEEKDAYS, YEAR_OPENERS


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar."""

    name: str
    """Its name in the record."""
    pattern: str
    """The expressions it reads, VERBOSE."""
    read: Callable[[re.Match[str], Context], Reading | None]
    """Reads one; null when it is no time after all."""


def _after(*openers: str) -> str:
    """Give the pattern of a place just after one of some words, in either case."""
    words = chain.from_iterable((opener, opener.capitalize()) for opener in openers)
    return "(?: " + " | ".join(rf"(?<=\b{word.replace(' ', chr(92) + 's')}\s)" for word in words) + r" | (?<=\bmid-) | (?<=\() )"


_STEP = r"(?: (?: [Tt]he \s )? (?: [Ll]ast | [Nn]ext | [Tt]his | [Pp]revious | [Cc]oming ) )"

RULES: tuple[Rule, ...] = (
    Rule("iso_date", r"\b (?P<year> [12]\d{3} ) - (?P<month> [01]\d ) - (?P<date> [0-3]\d ) (?! \d )", read_iso),
    Rule("dotted_date", r"\b (?P<date> [0-3]?\d ) \. (?P<month> [01]?\d ) \. (?P<year> [12]\d{3} ) (?! \d )", read_iso),
    Rule(
        "clock",
        rf"(?<![\w.:]) (?P<clock> {CLOCK} ) {ZONE}?"
        rf" (?: ,? \s (?:on\s)? (?P<day> {DAY} ) | \s in \s the \s (?P<part> morning|afternoon|evening ) )?",
        read_clock,
    ),
    Rule(
        "bare_clock_day",
        rf"(?<![\w.:-]) (?P<clock> {BARE} ) {ZONE}? \s (?:on\s)? (?P<day> {WEEKDAY} (?: \s {PART} )? | {TODAY} )",
        read_clock,
    ),
    Rule("bare_clock", rf"(?<![\w.:]) (?P<clock> \d{{1,2}} [.:]? \d\d ) {ZONE}", read_clock),
    Rule(
        "clock_after_at",
        rf"{AFTER_AT} (?P<clock> \d{{1,2}} [.:] \d\d ) (?! \d | [.:]\d | % )",
        read_clock,
    ),
    Rule("part_of_day", rf"\b (?P<part> {PART} ) \s (?: on | of ) \s (?P<day> {DAY} )", read_part_of_day),
    Rule("day", rf"\b (?: (?P<mod> [Ll]ate | [Ee]arly | [Ll]ater ) \s (?:on\s)? )? (?P<day> {DAY} ) (?! \w | -old )", read_day),
    Rule("overnight", r"\b [Oo]vernight \b", read_overnight),
    Rule(
        "month_year",
        rf"\b (?: [Ee]arly | [Ll]ate | [Mm]id )? [\s-]? (?P<month> {MONTH_ANY} )"
        rf" (?: ,? \s (?:of\s)? (?P<year> {YEAR} ) | ,? \s (?P<beside> (?:last|this|next) \s year ) )",
        read_month,
    ),
    Rule(
        "month_lead",
        rf"""\b (?: (?P<lead> [Ll]ast | [Nn]ext | [Tt]his | [Ee]arly (?: \s in )? | [Ll]ate (?: \s in )? | [Mm]id ) [\s-]
        | (?: middle | end | start | beginning ) \s of \s ) (?P<month> {MONTH} ) (?! \w | \s\d )""",
        read_month,
    ),
    Rule("bare_month", rf"\b (?P<month> {MONTH} ) (?! \w | \s\d )", read_bare_month),
    Rule(
        "season",
        rf"\b (?P<lead> [Ll]ast | [Nn]ext | [Tt]his | the | in (?: \s the )? ) \s (?P<season> {'|'.join(SEASONS)} ) \b"
        rf" (?! \s of \s (?!\d) ) (?: \s (?:of\s)? (?P<year> {YEAR} ) )?",  # not "the fall of the city"
        read_season,
    ),
    Rule("decade", r"\b (?: the \s )? (?P<decade> 1[5-9]\d | 20\d ) 0s \b", read_decade),
    Rule("weekend", r"\b (?P<step> [Ll]ast | [Nn]ext | [Tt]his (?: \s (?:past|coming) )? | coming | the | a ) \s weekend \b", read_weekend),
    Rule("step_weekday", rf"\b (?P<step> [Ll]ast | [Nn]ext | [Tt]his ) \s (?P<weekday> {WEEKDAY} ) \b", read_step_weekday),
    Rule("step", rf"\b (?P<step> {_STEP} ) \s (?P<unit> week|month|year|quarter|decade|century ) \b", read_step),
    Rule("ago", rf"\b (?P<length> {DURATION} ) \s (?: ago | earlier \s this \s (?:week|month|year) ) \b", read_ago),
    Rule(
        "same",
        rf"\b (?: [Tt]he \s (?P<which> same | next | following | previous ) | (?: [Ll]ater \s )? [Tt]hat ) \s"
        rf" (?P<unit> day | week | month | year | {'|'.join(DAY_PARTS)} ) \b",
        read_same,
    ),
    Rule("length", rf"\b (?P<length> {DURATION} ) (?! \w | -?\s?old \b )", read_length),
    Rule("length_adjective", rf"\b (?P<length> {DURATION_ADJECTIVE} ) (?! \w | -\w )", read_length),
    Rule(
        "a_unit",
        rf"{_after(*LENGTH_OPENERS)} (?P<length> (?: an? ) \s (?: minute|hour|day|week|fortnight|month|year|decade|century ) ) \b"
        r" (?! \s (?:ago|of|old) \b | -\w )",
        read_length,
    ),
    Rule("year", rf"{_after(*YEAR_OPENERS)} (?P<year> 1[89]\d\d | 20\d\d ) (?! \w | [-%] | [.,]\d )", read_year),
    Rule(
        "set",
        rf"\b (?: [Ee]very | [Ee]ach ) \s (?: single \s )? (?P<every> day|night|week|month|year|hour|minute"
        rf"|{'|'.join(SEASONS)}|{'|'.join(DAY_PARTS)}|{alternatives(WEEKDAYS)} ) \b",
        read_set,
    ),
)
"""All rules, the longer expression first."""
