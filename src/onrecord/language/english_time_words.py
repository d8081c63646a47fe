"""Kinds of words that English expressions of time are made of: data, no logic."""

from onrecord.language.english_time import (
    DAY_PARTS,
    FIXED_HOURS,
    HOLIDAYS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    RECURRING,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

VERB_MONTHS = ("march", "may")
"""Months that are also verbs."""

_OWN = (
    "after", "age", "ago", "ahead", "and", "another", "around", "as", "at", "before", "being", "between", "by", "centuries",
    "century", "couple", "current", "day", "during", "earlier", "early", "fiscal", "for", "from", "future", "half", "hence", "in",
    "late", "later", "latest", "least", "less", "local", "long", "mid", "more", "most", "near", "next", "no", "o'clock", "of", "old",
    "on", "one", "or", "over", "overnight", "past", "per", "period", "possible", "present", "quarter", "recent", "second",
    "since", "so", "soon", "than", "the", "these", "this", "time", "to", "today", "tomorrow", "tonight", "until", "up", "week",
    "weekend", "weekends", "while", "within", "yesterday",
)  # fmt: skip
"""Words that are each a kind of their own."""

KINDS: dict[str, tuple[str, ...]] = {
    **{word.replace("'", ""): (word,) for word in _OWN},
    "a": ("a", "an"),
    "about": ("about", "almost", "approximately", "exactly", "nearly", "roughly", "some"),
    "coming": ("coming", "following", "upcoming"),
    "dark_day": ("black", "bloody"),
    "decade_word": ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
    "edge": ("beginning", "close", "end", "middle", "rest", "start"),
    "eve": ("eve",),
    "every": ("each", "every"),
    "feast": (
        "anzac", "ash", "bastille", "boxing", "columbus", "election", "good", "labor", "memorial", "palm", "patrick", "remembrance",
        "valentine", "veterans",
    ),
    "few": ("few", "many", "numerous", "several"),
    "fixed": tuple(FIXED_HOURS),
    "full": ("entire", "full", "whole"),
    "holiday": tuple(HOLIDAYS),
    "hundred": ("dozen", "hundred", "thousand"),
    "last": ("last", "previous"),
    "month": tuple(name for name in MONTHS if name not in VERB_MONTHS),
    "month_short": tuple(MONTH_ABBREVIATIONS),
    "month_verb": VERB_MONTHS,
    "monthly": tuple(RECURRING),
    "new": ("new",),
    "now": ("currently", "now", "nowadays"),
    "ordinal": ("final", "first", "fourth", "third"),
    "part": tuple(DAY_PARTS),
    "parts": ("afternoons", "evenings", "mornings", "nights"),
    "quarter_code": ("q1", "q2", "q3", "q4"),
    "rank": ("eighth", "eighteenth", "eleventh", "fifteenth", "fifth", "fourteenth", "nineteenth", "ninth", "seventeenth", "seventh",
             "sixteenth", "sixth", "tenth", "thirteenth", "thirtieth", "twelfth", "twentieth"),
    "recently": ("lately", "recently"),
    "season": tuple(name for name in SEASONS if name not in ("fall", "spring")),
    "season_verb": ("fall", "spring"),
    "same": ("comparable", "corresponding", "same"),
    "seasons": ("autumns", "summers", "winters"),
    "small_word": ("two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "teen": ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "tens": ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    "that": ("that", "those"),
    "trading": ("calendar", "consecutive", "straight", "trading", "working"),
    "unit": ("decade", "fortnight", "hour", "minute", "month"),
    "units": ("days", "decades", "fortnights", "hours", "minutes", "months", "quarters", "seconds", "weeks", "years"),
    "weekday": tuple(WEEKDAYS),
    "weekday_short": tuple(WEEKDAY_ABBREVIATIONS),
    "weekdays": tuple(f"{name}s" for name in WEEKDAYS),
    "year_word": ("year",),
    "zone": ("gmt", "utc", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "eet", "eest", "msk", "ist",
             "aest", "aedt", "jst", "hkt", "sast", "wat", "eat", "et", "pt", "ct", "wib"),
}  # fmt: skip
"""Each kind of word, by the name that the rules call it, and the words that are of it, in lower case; no word is of two kinds."""

CAPITALISED = frozenset(
    """
    dark_day eve feast holiday month month_short month_verb new quarter_code weekday weekday_short weekdays zone
    """.split()
)
"""Kinds whose words count only with a capital."""
