"""Words and figures for numbers and units to their values: "two and a half years" is 2.5 of Y."""

from onrecord.language.english_time import UNITS_OF_TIME
from onrecord.language.numbers import Amount, parse_words
from onrecord.language.timex.reading import Found
from onrecord.language.timex.words import Word

UNIT_KINDS = ("unit", "units", "day", "week", "year_word", "quarter", "century", "centuries", "second", "parts", "part", "weekend")
_NUMBER_KINDS = ("small", "number", "year", "four", "tens", "teen", "small_word", "one", "hundred")
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

_MULTIPLES = {"F": (2, "W"), "DE": (10, "Y"), "CE": (100, "Y")}
"""Units that TIMEX3 writes as so many of another."""
SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "M": (30, "D"), "W": (7, "D")}
"""The unit in which half of a unit is told."""


def unit_of(word: str) -> str:
    """Give the TIMEX3 unit of a word; a leading T stands for one of the clock.

    >>> unit_of("hours"), unit_of("day"), unit_of("centuries")
    ('TH', 'D', 'CE')
    """
    key = word.lower()
    return UNITS_OF_TIME.get(key) or UNITS_OF_TIME.get(key.removesuffix("s")) or "D"


def ordinal(word: Word) -> int:
    """Give the number that an ordinal names, in words or figures."""
    return _ORDINALS.get(word.text) or int("".join(character for character in word.text if character.isdigit()))


def unit_in(found: Found) -> str:
    """Give the unit of the last word that names one."""
    return unit_of(next((word.text for word in reversed(found.words) if word.kind in UNIT_KINDS), "day"))


def amount_in(found: Found) -> Amount | None:
    """Give how many of its unit an expression tells of: one for "a" and "an", null for "several" and bare plurals."""
    alternative = next((number for number, word in enumerate(found.words) if word.kind == "or" and number > 1), None)
    words = found.words[:alternative]  # "a year" of "a year or two"
    if any(word.kind in ("few", "couple") for word in words):
        return 2 if any(word.kind == "couple" for word in words) else None
    runs = _number_runs(words)
    if runs:
        half = 0.5 if _has_half(words) else 0
        first = runs[0]
        return first + half if first is not None else None
    single = any(word.kind in ("a", "another", "the", "last", "past", "next", "coming", "long") for word in words)
    plural = any(word.kind in ("units", "centuries", "parts") for word in words)
    if _has_half(words):
        return 1.5 if any(word.kind == "and" for word in words) else 0.5
    return 1 if single and not plural else None


def _has_half(words: tuple[Word, ...]) -> bool:
    return any(word.kind == "half" for word in words)


def _number_runs(words: tuple[Word, ...]) -> list[Amount | None]:
    """Give the numbers told, each from the words that stand for it."""
    runs: list[list[str]] = []
    open_run = False
    for word in words:
        if word.kind in _NUMBER_KINDS:
            if not open_run:
                runs.append([])
            runs[-1].append(word.text)
        open_run = word.kind in _NUMBER_KINDS or (open_run and word.kind == "hyphen" and runs[-1][-1] in _TENS)
    return [_value(" ".join(run)) for run in runs]


_TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))


def _value(words: str) -> Amount | None:
    if "/" in words:
        whole, fraction = words.split()
        top, bottom = fraction.split("/")
        return int(whole) + int(top) / int(bottom) if int(bottom) else None
    return parse_words(words)


def write_length(amount: Amount | None, unit: str, *, halved: bool = False) -> str:
    """Write a number of units as a TIMEX3 length.

    >>> write_length(2, "W"), write_length(None, "TH"), write_length(2.5, "Y", halved=True), write_length(2, "DE")
    ('P2W', 'PTXH', 'P2Y6M', 'P20Y')
    """
    if amount is None:
        return f"P{'T' if unit.startswith('T') else ''}X{unit.removeprefix('T')}"
    if halved and unit in SMALLER and amount != int(amount):
        factor, smaller = SMALLER[unit]
        whole, rest = int(amount), round((amount - int(amount)) * factor)
        clock = "T" if unit.startswith("T") else ""
        return f"P{clock}{f'{whole}{unit[-1]}' if whole else ''}{rest}{smaller[-1]}"
    factor, letter = _MULTIPLES.get(unit, (1, unit.removeprefix("T")))
    total = amount * factor
    shown = str(int(total)) if total == int(total) else f"{total:g}"
    return f"P{'T' if unit.startswith('T') else ''}{shown}{letter}"
