"""A paragraph to its time expressions, each with the rule that found it and what it means."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord.language.timex.calendar import last_quarter, parse_day
from onrecord.language.timex.phrases import CORE, IDLE, expand
from onrecord.language.timex.reading import Context, Found, Reading, Told
from onrecord.language.timex.rules import RULES
from onrecord.language.timex.words import LETTERS, cut_words, kinds_of, place_words
from onrecord.model import Span

LONGEST_LEAD = 9
"""Words before the first of an expression's core: "at the beginning of the last two"."""
_PATTERNS = [(rule.name, expand(rule.pattern)) for rule in RULES]
_IDLE, _CORE = ("".join(LETTERS[kind] for kind in kinds) for kinds in (IDLE, CORE))
_TELLS_TIME = re.compile(f"[{_CORE}]")
_ORDER = {name: number for number, (name, _) in enumerate(_PATTERNS)}
SKIPPING = frozenset(("age", "rate"))
"""Rules whose words are passed over: what they read is no time, nor is any part of it."""
_READERS = {rule.name: rule.read for rule in RULES}


def read_times(text: str, block: Span, context: Context) -> Iterator[tuple[Found, Reading, str, Context]]:
    """Read the time expressions of a paragraph in order, each with its rule and the context it leaves for the next."""
    tokens = cut_words(text, block.start, block.end)
    letters = kinds_of(tokens)
    match = _scanner().search(letters) if _TELLS_TIME.search(letters) else None
    if match is None:
        return
    words = place_words(text, block.start, tokens, letters)
    context = replace(context, clock_day=None, longer=False)
    while match is not None:
        end = match.start() + 1
        for name, last in _candidates(match):
            found = Found.cut(words, match.start(), last)
            reading = _READERS[name](found, context)
            if reading is not None:
                context = _after(context, name, found, reading)
                yield found, reading, name, context
            if reading is not None or name in SKIPPING:
                end = last
                break
        match = _scanner().search(letters, end)


@cache
def _scanner() -> re.Pattern[str]:
    """Compile all rules into one pattern once some word tells a time."""
    return re.compile(
        rf"(?=[^{_IDLE}]{{0,{LONGEST_LEAD}}}[{_CORE}])(?:"  # most positions are passed over at once
        + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS)
        + ")"
    )


def _candidates(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Give the rule that matched and where it ends, then the rules behind it that match at the same place."""
    first = match.lastgroup or ""
    yield first, match.end()
    for name, pattern in _PATTERNS[_ORDER[first] + 1 :]:
        other = _compiled(pattern).match(match.string, match.start())
        if other:
            yield name, other.end()


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile the words of one rule when they are first looked for: all of them take a tenth of a second, and few pages need many."""
    return re.compile(pattern)


def _after(context: Context, rule: str, found: Found, reading: Reading) -> Context:
    """Remember the day and the quarter told last; a stretch up to now ("the past two years") is none that a page goes on from."""
    when, longer = reading.when, _is_longer(context, reading)
    day = parse_day(when.start) if when else None
    if when is None or day is None or reading.type == "DURATION":
        return context if longer == context.longer else replace(context, longer=longer)
    told = Told(day, when.value or "", found.span.end)
    return replace(
        context,
        longer=longer,
        previous=told,
        day=day if told.is_day else context.day,
        clock_day=(parse_day(when.value) if rule in ("day_clock", "clock_day") else None) or context.clock_day,
        quarter=_quarter_after(context, reading),
    )


def _is_longer(context: Context, reading: Reading) -> bool:
    """Tell whether six or nine months, or half a year, are what is told of; the next quarter that is named ends it."""
    if reading.value in _LONGER or (reading.when and "-H" in (reading.when.value or "")):
        return True
    return context.longer and not (reading.anchor != "previous" and reading.when and "-Q" in (reading.when.value or ""))


_LONGER = ("P6M", "P9M", "P26W", "P39W")


def _quarter_after(context: Context, reading: Reading) -> tuple[int, int] | None:
    """Give the quarter that is told of: the one just over stays so, whatever other quarter is told beside it."""
    value = reading.when.value if reading.when and reading.anchor != "previous" else None
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", value or "")
    if quarter is None or (context.anchor and context.quarter and context.quarter == last_quarter(context.anchor)):
        return context.quarter
    return int(quarter[1]), int(quarter[2])
