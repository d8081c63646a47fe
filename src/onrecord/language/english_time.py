"""Words by which English news prose tells the time: data, no logic."""

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTH_ABBREVIATIONS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Read only beside a day or a year: "Mar" and "Jun" alone are seldom months."""

NAME_MONTHS = frozenset(("april", "august", "june", "may"))
"""Months that are also names of people."""

WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
"""ISO numbers of the weekdays."""

WEEKDAY_ABBREVIATIONS = {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}
"""Read only before a day of the month: "Sat" and "Sun" are also words."""

DAY_PARTS = {
    "afternoon": "AF", "dawn": "MO", "daybreak": "MO", "dusk": "EV", "evening": "EV", "lunchtime": "MI", "morning": "MO",
    "night": "NI", "nightfall": "EV", "sunset": "EV", "teatime": "AF",
}  # fmt: skip
"""TIMEX3 parts of the day."""

PART_HOURS = {
    "MO": ("06:00", "11:59"),
    "MI": ("12:00", "13:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("18:00", "22:59"),
    "NI": ("18:00", "23:59"),
}
"""First and last minute of a part of the day; "overnight" and "last night" reach into the morning after."""

FIXED_HOURS = {"noon": 12, "midday": 12, "midnight": 0}

UNITS_OF_TIME = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "F",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip
"""TIMEX3 unit; a leading T stands for a unit of the clock, F is two weeks, Q three months."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month; a winter ends in the year after."""

FUTURE_CUES = (
    "about to", "agreed to", "aims to", "am to", "are to", "could", "deadline", "due", "expected", "expects", "going to",
    "hope to", "hopes", "hoping", "is to", "may", "might", "must", "plan to", "planned", "planning", "plans", "scheduled", "set for",
    "set to", "shall", "should", "upcoming", "vowed to", "were to", "will", "won't", "would", "’ll", "'ll",
)  # fmt: skip
"""Words after which a weekday lies ahead."""

PAST_CUES = (
    "ago", "arose", "became", "began", "been", "brought", "built", "came", "could not", "couldn’t",
    "cut", "did", "drew", "fell", "felt", "fled", "flew", "found",
    "fought", "gave", "got", "had", "has", "have", "held", "hit", "kept", "knew", "last", "led", "left", "lost", "made", "met", "overran",
    "paid", "put", "ran", "rose", "said", "sank", "saw", "says", "sent", "set off", "shook", "shot", "since", "spoke", "spread", "stood", 
    "struck", "swept", "took", "tore", "told", "was", "went", "were", "withdrew", "won", "wrote",
)  # fmt: skip
"""Words after which a weekday lies behind, besides those in -ed."""

YEAR_OPENERS = (
    "after", "and", "before", "by", "during", "early", "from", "in", "late", "of", "since", "the", "to", "until",
)  # fmt: skip
"""Words after which four digits are a year."""

LENGTH_OPENERS = (
    "about", "after", "almost", "for", "in", "just", "lasted", "nearly", "over", "quarter of", "than", "took", "within",
)  # fmt: skip
"""Words after which "a year" is a length of time and no rate."""
