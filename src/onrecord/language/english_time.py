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

FIXED_HOURS = {"noon": 12, "midday": 12, "midnight": 24}

UNITS_OF_TIME = {
    "second": "TS", "minute": "TM", "min": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "fortnight": "F",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip
"""TIMEX3 unit; a leading T stands for a unit of the clock, F is two weeks, Q three months."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month; a winter ends in the year after."""

FUTURE_CUES = (
    "’ll", "'ll", "about to", "agreed to", "aims to", "airs", "am to", "appears in court", "are being held", "are to", "arrives",
    "begins", "closes", "could", "deadline", "decides", "departs", "due", "ends", "expected", "expects", "expires", "faces",
    "gets under way", "go on sale", "go to the polls", "goes on sale", "goes to the polls", "going to", "heads for", "heads to",
    "hope to", "hopes", "hoping", "hosts", "invited to", "is being held", "is to", "kicks off", "may", "meet", "meets", "might",
    "must", "opens", "plan to", "planned", "planning", "plans", "pledged to", "preparing to", "promised to", "reopen", "reopens",
    "resume", "resumes", "returns", "scheduled", "set for", "set to", "shall", "should", "starts", "summoned to", "supposed to",
    "take place", "takes place", "threatened to", "to be held", "to be signed", "travels to", "upcoming", "visits", "vote on",
    "votes on", "vowed to", "were to", "will", "won't", "would",
)  # fmt: skip
"""Words after which a weekday lies ahead."""

RESET_CUES = (
    "adjourned", "brought forward", "called", "convened", "deferred", "delayed", "extended", "fixed", "moved", "postponed", "put back",
    "put off", "remanded", "rescheduled", "scheduled", "set",
)  # fmt: skip
"""Words after which "for", "to" or "until" a day tells to when something was put."""

FIRM_CUES = (
    "due", "expected", "may", "must", "scheduled", "shall", "should", "will", "won['’]t", "would", r"are\ to", r"is\ to",
    r"set\ (?:for|to)",
)  # fmt: skip
"""Those that do so for a weekday before them, too: "On Friday, the mayor planned" tells of what she did."""

PAST_CUES = (
    "ago", "arose", "became", "been", "began", "brought", "built", "came", "could not", "couldn’t", "cut", "did", "drew", "fell",
    "felt", "fled", "flew", "fought", "found", "gave", "got", "had", "has", "have", "held", "hit", "kept", "knew", "last", "led",
    "left", "lost", "made", "met", "overran", "paid", "put", "ran", "rose", "said", "sank", "saw", "says", "sent", "set off",
    "shook", "shot", "since", "spoke", "spread", "stood", "struck", "swept", "told", "took", "tore", "was", "went", "were",
    "withdrew", "won", "wrote",
)  # fmt: skip
"""Words after which a weekday lies behind, besides those in -ed."""

LENGTH_OPENERS = (
    "about", "after", "almost", "for", "in", "just", "lasted", "lasts", "nearly", "over", "quarter of", "than", "took", "within",
)  # fmt: skip
"""Words after which "a year" is a length of time and no rate."""

ENDED = frozenset(("born", "dated", "ended", "since"))
"""Words right before a day of the month that lies behind, however near the next such day is: "the year ended 31 January"."""

MODALS = frozenset(("could", "may", "might", "must", "shall", "should", "will", "would"))
"""Words after which "one day" is some day to come."""

RATES = ("cent", "million", "once", "percent", "thousand", "twice")
"""Words besides plurals before which "a year" is a rate: "twice a year"."""

RECURRING = {
    "daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "yearly": "P1Y", "hourly": "PT1H",
    "nightly": "P1D",
}  # fmt: skip
"""Adverbs of what recurs; "quarterly" and "annual" are names of reports more often than times."""

HOLIDAYS = {
    "christmas": (12, 25), "halloween": (10, 31), "thanksgiving": (11, 0), "easter": (0, 0), "juneteenth": (6, 19),
}  # fmt: skip
"""Month and day; 0 where the day moves from year to year."""

FEASTS = {
    "anzac day": (4, 25), "bastille day": (7, 14), "boxing day": (12, 26), "christmas eve": (12, 24), "new year day": (1, 1),
    "new year eve": (12, 31), "patrick day": (3, 17), "remembrance day": (11, 11), "valentine day": (2, 14), "veterans day": (11, 11),
}  # fmt: skip
"""Month and day of feasts of two words, written without their ’s."""

MONDAY_FEASTS = {"columbus day": (10, 2), "labor day": (9, 1), "memorial day": (5, -1)}
"""Month and which of its Mondays: -1 is the last."""

EASTER_FEASTS = {"ash wednesday": -46, "good friday": -2, "palm sunday": -7}
"""Days from Easter Sunday."""

SPOKEN_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

YEAR_OPENERS = (
    "after", "and", "before", "by", "during", "early", "from", "in", "late", "of", "since", "the", "to", "until",
)  # fmt: skip
"""Words after which four digits are a year."""

COUNTED = frozenset(
    """
    cases children deaths dead doses families feet firefighters homes houses jobs kilometres kilometers men metres meters miles officers
    others patients people points police refugees residents seats shares soldiers students tonnes tons troops voters votes women workers
    """.split()
)
"""Words before which four digits count something and are no year."""

DAY_OPENERS = frozenset(
    "began begin begins close closed ended ending ends finish finished finishes opened spend spent start started starts through".split()
)
"""Words after which "the day" is the one told of."""
