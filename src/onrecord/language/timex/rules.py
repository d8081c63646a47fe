"""The rules of the grammar of time: each has a name, the pattern of kinds of words that it reads, and the reader of what they mean.

White space and comments in a pattern are left out, and a name in capitals stands for a pattern of its own. A rule comes before
those whose expressions begin like its own but are shorter. No repeat stands within a repeat.
"""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.language.timex.clocks import read_clock, read_clock_aside, read_hours_clock
from onrecord.language.timex.days import (
    read_day,
    read_first_of_range,
    read_nth_day,
    read_range,
    read_second_day,
    read_the_day,
    read_week_of,
)
from onrecord.language.timex.feasts import read_dark_day, read_event, read_feast, read_holiday, read_nth_weekday
from onrecord.language.timex.lengths import (
    read_distance,
    read_length,
    read_past_years,
    read_rate,
    read_recurring,
    read_reference,
    read_skipped,
)
from onrecord.language.timex.periods import (
    read_century,
    read_decade,
    read_half,
    read_month,
    read_period,
    read_quarter,
    read_same_period,
    read_season,
    read_second_year,
    read_spoken_year,
    read_weekend,
    read_year,
    read_year_ago,
    read_year_end,
    read_year_period,
)
from onrecord.language.timex.reading import Context, Found, Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the grammar."""

    name: str
    """Its name in the record."""
    pattern: str
    """The kinds of words it reads."""
    read: Callable[[Found, Context], Reading | None]
    """Reads one; null when it is no time after all."""


RULES: tuple[Rule, ...] = (
    Rule("age", "NUMBER hyphen? (?: UNIT | UNITS ) hyphen? old | NUMBER (?: UNIT | UNITS ) of age", read_skipped),
    # 9 March at 3.30pm Kyiv time; noon on Friday; 1500 GMT; six on Monday morning
    Rule("day_clock", "DAY (?: part )? comma? at (?: CLOCK | clock_dotted ) ZONE?", read_clock),
    Rule(
        "clock_day",
        "AROUND (?: CLOCK ZONE? | (?<= AT ) clock_dotted ZONE? | (?: year | four ) ZONE ) mark? comma? on? (?: DAY part? | tonight )",
        read_clock,
    ),
    Rule(
        "clock_aside",
        """AROUND CLOCK ZONE? (?= bracket (?: CLOCK | year | four ) ZONE mark on? DAY
        | (?: and | to | hyphen ) CLOCK ZONE? comma? on? (?: weekday | yesterday | tomorrow | DATE ) )""",
        read_clock_aside,
    ),
    Rule("clock_part", "(?: CLOCK | (?<= AT ) clock_dotted ) (?: in the part | (?: this | that ) part ) ZONE?", read_clock),
    Rule("clock", "AROUND (?: clock | clock_plain | SPOKEN | fixed | (?: clock_dotted | year | four ) (?= ZONE ) ) ZONE?", read_clock),
    Rule("hour_day", "(?<= AT ) (?: small | HOUR ) ZONE? (?: on? DAY part | in the part | this part )", read_clock),
    Rule("hours_clock", "(?<= AT ) (?: year | four ) units", read_hours_clock),
    Rule("clock_after_at", "(?<= at | until ) clock_dotted", read_clock),
    # the night of 3 May; late on Saturday; Friday morning; this morning; the next day
    Rule("day_of_range", "NTH (?= (?: to | and | or | hyphen ) NTH of? MONTH )", read_first_of_range),
    Rule("day_range", "MONTH NTH (?: hyphen | to ) NTH (?: comma? year )? (?! hyphen )", read_range),
    Rule(
        "second_day",
        "(?: (?<= MONTH_WORD small and ) | (?<= month_short dot small and ) ) small (?! word | name | hyphen )",
        read_second_day,
    ),
    Rule("week_of", "the week of DATE", read_week_of),
    Rule("part_of_day", "MOD? the? (?: early (?= units ) )? (?: part | units ) (?: of | on )? (?: DAY part? | this part )", read_day),
    Rule("part_today", "MOD? (?: this | last | that | the? same | the? next | the coming ) part | mid hyphen? part", read_day),
    Rule("around_day", "the? day (?: after | before ) (?: tomorrow | DAY )", read_day),
    Rule("dark_day", "dark_day weekday (?: comma? year )?", read_dark_day),
    Rule("nth_weekday", "the? (?: ORDINAL | last ) weekday (?: of | in ) MONTH (?: comma? year )?", read_nth_weekday),
    Rule(
        "day",
        """(?: around (?= MONTH ) | (?: early | late | mid hyphen? | the edge of ) on? | (?: earlier | later ) (?! weekday ) )?
        (?: last (?= MONTH ) )? DAY (?: at? part )? (?! hyphen old )""",
        read_day,
    ),
    Rule(
        "told_day",
        """MOD? (?: the? (?: next | same | coming ) day | the last day | the day (?: before | after ) (?= comma | dot )
        | (?: that | this ) same? day )""",
        read_day,
    ),
    Rule(
        "the_day",
        """(?: earlier | later | early | late ) in the day | the edge of the day (?! after | before | of | that )
        | (?<= for | of | on | in | during | word | edge ) the day (?! after | before | of | that | name | part )""",
        read_the_day,
    ),
    Rule("nth_day", "(?: the | a )? ORDINAL trading? (?: day | week ) (?! hyphen )", read_nth_day),
    Rule("tonight", "tonight | overnight", read_day),
    Rule("event", "event", read_event),
    Rule(
        "feast",
        """(?: last | next )? (?: holiday eve | new year_word own (?: day | eve ) | feast own? (?: day | weekday ) ) (?: comma? year )?""",
        read_feast,
    ),
    Rule("holiday", "(?: last | next | this )? holiday (?: day | weekday )? (?: comma? year )?", read_holiday),
    # business: the third quarter of 2030, third-quarter, the year-ago period, the first half of the year
    Rule(
        "quarter",
        """(?: (?: the? year_word hyphen (?: ago | earlier ) | (?: last | this | next ) year_word own | the? year own? | the )
            (?: fiscal hyphen? )? (?: latest | current )? ORDINAL fiscal?
        | (?: fiscal hyphen? )? ORDINAL hyphen? fiscal? ) quarter
        (?: of fiscal? (?: year | (?: last | this | next ) year_word ) )?
        | the? last quarter of fiscal? year | quarter_code (?: of? year )?""",
        read_quarter,
    ),
    Rule("century", "the? MOD? ORDINAL hyphen? century | this century", read_century),
    Rule(
        "year_ago",
        "the same? year_word hyphen (?: ago | earlier ) (?: PERIOD | NUMBER UNITS ) | year_word hyphen (?: ago | earlier )",
        read_year_ago,
    ),
    Rule("year_period", "the YEAR (?: quarter | period )", read_year_period),
    Rule(
        "same_period",
        """the same PERIOD (?: of | in )? (?: (?: the? last ) year_word | a year_word (?: ago | earlier ) | year )
        | the PERIOD a year_word (?: ago | earlier ) | (?: last | this ) year_word own PERIOD""",
        read_same_period,
    ),
    Rule(
        "half", "the? (?: ORDINAL | last ) half (?: of (?: fiscal? year | the year_word | (?: last | this | next ) year_word ) )", read_half
    ),
    # decades, seasons, years, months
    Rule(
        "spoken_year",
        """(?: MOD_IN | the year_word | the season of | MONTH )?
        (?: teen tens (?: hyphen? (?: one | small_word ) )? | (?<= year_word ) small_word hundred )""",
        read_spoken_year,
    ),
    Rule(
        "decade",
        "the? MOD? decade | the MOD? decade_word | the MOD? short_decade (?= and | comma | dot ) | (?<= and ) short_decade",
        read_decade,
    ),
    Rule(
        "season", "(?: MOD? (?: the | this past? | last | next ) | the MOD ) (?: season | season_verb ) (?: (?: of )? year )?", read_season
    ),
    Rule("season_year", "MOD? (?: season | season_verb ) (?: of )? year | (?<= in ) season_verb | season", read_season),
    Rule(
        "month_year",
        "MOD_IN? MONTH (?: (?: comma | of )? year | (?: comma | of )? (?: last | this | next ) year_word | (?: of )? that year_word )",
        read_month,
    ),
    Rule("month_lead", "(?: MOD | last | next | this (?: past | coming )? ) MONTH (?! dot? NTH )", read_month),
    Rule("bare_month", "month (?! dot? NTH ) | (?<= PREPOSITION ) month_verb (?! NTH | name )", read_month),
    Rule("fiscal", "the? fiscal (?: year_word )? year", read_year),
    Rule("year", "(?: MOD_IN | the year_word )? YEAR", read_year),
    Rule("second_year", "(?<= year hyphen ) (?: small | number )", read_second_year),
    # late last week, the past two years, earlier this month, the weekend
    Rule(
        "weekend",
        "MOD? (?: last | next | this (?: past | coming )? | past | coming | the (?: past | coming | last )? | a )? weekend",
        read_weekend,
    ),
    Rule(
        "year_before",
        "the year_word (?: before | earlier | last (?! year_word | week | unit | quarter | period ) ) (?! the | that | name )",
        read_period,
    ),
    Rule("period", "MOD_IN? the? (?: this | last | next | past | coming | current | that same? | same ) PERIOD (?: or so )?", read_period),
    Rule("year_end", "(?<! year ) year_word hyphen edge (?= dot | comma | word )", read_year_end),
    Rule("edge_of_period", "MOD_IN the PERIOD | AROUND (?: year_word hyphen? edge | (?: year_word | unit | week ) own edge )", read_period),
    Rule(
        "told_period",
        """the (?: latest | fiscal | full | (?: latest | current ) fiscal ) PERIOD | the (?: quarter | year_word ) (?! hyphen | own )
        | the week (?! hyphen | own | of | before | after | that | ahead )""",
        read_period,
    ),
    Rule("now", "now | the present | these units", read_reference),
    # two days later, about 20 years ago, in a week’s time
    Rule(
        "ago",
        "ABOUT? (?: LENGTH | UNITS | a while ) (?: or (?: so | more ) )? (?: ago | earlier | later | from now | hence )",
        read_distance,
    ),
    Rule("in_time", "LENGTH (?: own | mark ) time", read_distance),
    # every day, Mondays, 20 a day
    Rule(
        "recurring",
        "every (?: NUMBER | second | few )? (?: UNIT | UNITS | weekday | MONTH | season | part | weekend ) part? | monthly",
        read_recurring,
    ),
    Rule("long_lasting", "(?: UNIT | units ) hyphen long", read_length),
    Rule("weekdays", "weekdays | weekday parts | weekends", read_recurring),
    Rule(
        "rate",
        """(?<= word | number | mark | name | small | second ) a SPAN (?! hyphen | ago | earlier | later | before | after | and | or )
        | per SPAN""",
        read_rate,
    ),
    # lengths
    Rule(
        "counted_span",
        """ABOUT? the? (?: at least the )? (?: last | past | next | coming | ordinal | latest | recent )
        (?: NUMBER (?: (?: to | or ) NUMBER )? | FEW ) (?: trading | fiscal )? (?: UNITS | seasons ) (?: or so )?""",
        read_length,
    ),
    Rule("past_years", "(?: recent | past ) units (?! and )", read_past_years),
    Rule("vague_span", "the? (?: recent | coming | past | last ) (?: UNITS | parts ) (?: and UNITS )? | the UNITS ahead", read_length),
    Rule("long_period", "(?: a | the )? (?: NUMBER | few ) hyphen SPAN period", read_length),
    Rule("length", "ABOUT? (?: the (?! NUMBER hyphen | few hyphen ) )? LENGTH (?! hyphen? old )", read_length),
    Rule("units", "(?<= for | in | within ) UNITS | UNITS (?= before | after ) | (?<= over ) the units (?! ahead | to )", read_length),
    Rule(
        "reference",
        "more? recently | the (?: near )? future | (?<= in ) the past | future units | as soon as possible | the time being",
        read_reference,
    ),
)
"""All rules, the longer expression first."""
