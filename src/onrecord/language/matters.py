"""Words of a page to the terms by which two passages are known to be of one matter: what happened, names, numbers and other words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from onrecord.language.english import AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from onrecord.language.english_matters import EMPTY, MATTERS
from onrecord.language.english_places import NATIONS
from onrecord.language.numbers import SCALES, TENS, UNITS, find_numbers
from onrecord.language.stems import stem_of

_FUNCTION = DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | EMPTY
_ARTICLES = frozenset(("a", "an", "the"))
_WORD = re.compile(r"[^\W\d_](?:[\w’'/-]{0,40}\w)?")
_MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_DATE = re.compile(
    rf"""
    \b (?: {_MONTH} ) (?: [a-z]{{2,6}} )? \.? \s \d{{1,2}} (?: , \s \d{{4}} )? \b           # March 15, 2026
  | \b \d{{1,2}} \s (?: {_MONTH} ) (?: [a-z]{{2,6}} )? \b                                # 15 March
  | \b (?: 19 | 20 ) \d\d \b (?! , \d )                                                # 2026
  | \b \d{{1,2}} (?: [.:] \d\d )? \s? (?: [ap]\.?m\b | o['’]clock )                      # 6 a.m.
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Numbers that only say when."""
_AGE = re.compile(r"\b\d{1,3}-year-old\b", re.IGNORECASE)
MATTER, NAME, NUMBER, WORD = "#", "@", "=", ""
"""Marks in front of the kinds of terms; a plain word has none."""
LEAST_NUMBER = 3
"""Numbers below this are hardly ever what is told: "one", "two"."""


@lru_cache(maxsize=8_000)
def find_terms(text: str) -> frozenset[str]:
    """Give the terms of some words; empty where they say nothing by themselves ("the allegation" has one word).

    >>> sorted(find_terms("Some 2,400 villagers had been moved out, Berlin said."))
    ['#evacuate', '=2400', '@germany', 'villag']
    """
    words = [word.removesuffix("'s") for word in _WORD.findall(text.replace("’", "'"))]
    lower = [word.lower() for word in words]
    terms = set(_told(words, lower))
    digits = _DIGIT.search(text) is not None
    if digits:  # else no date and no age
        terms.update(NAME + match.group().lower() for match in _AGE.finditer(text))
    if digits or not _COUNTING.isdisjoint(chain.from_iterable(map(_PARTS.split, lower))):
        numbers = (number.value for number in find_numbers(_DATE.sub(" ", text)))
        terms.update(f"={value:g}" for value in numbers if value is not None and value >= LEAST_NUMBER)
    return frozenset(terms)


def _told(words: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    told = [at for at, word in enumerate(lower) if word not in _ARTICLES]
    done: set[int] = set()
    for one, two in pairwise(told):
        matter = MATTERS.get(f"{lower[one]}-{lower[two]}") if lower[one] in _OPENERS else None
        if matter:
            done.update((one, two))
            yield MATTER + matter
    capital = [False, *(word[0].isupper() for word in words[1:]), False]  # any word opens a sentence with a capital
    for at, word in enumerate(lower):
        if at not in done and not (capital[at] and capital[at + 1] and word not in NATIONS):
            yield from _term(word, capital[at])  # of a name its last word


@lru_cache(maxsize=16_000)
def _term(word: str, capital: bool) -> tuple[str, ...]:
    matter, people = None if word in EMPTY else MATTERS.get(word), NATIONS.get(word) or NATIONS.get(word.removesuffix("s"))
    if matter:
        return MATTER + matter, stem_of(word)
    if people:
        return (NAME + people,)
    if word in _FUNCTION or _COUNTS.issuperset(word.split("-")) or len(word) < 2:
        return ()
    return (NAME + word if capital else stem_of(word),)


_COUNTS = frozenset((*UNITS, *TENS))
_COUNTING = _COUNTS | frozenset(SCALES)
"""Words of which a number in words has one: a text without any is not searched for numbers."""
_PARTS = re.compile("[-'/]")
_DIGIT = re.compile(r"\d")
_OPENERS = frozenset(words.rpartition("-")[0] for words in MATTERS)
"""First words of the two that tell of a matter together."""
