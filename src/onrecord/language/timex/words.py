"""Text to words of time: each word, number or mark with its kind, the kinds written as a string that patterns can run over."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_letters
from typing import NamedTuple

from onrecord.language.english_history import EVENT_FIGURES
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS
from onrecord.language.english_time_words import CAPITALISED, KINDS

_FIGURES = r"""
    \d{4}-\d\d-\d\d (?: T\d\d:\d\d (?: :\d\d )? (?: Z | [+-]\d\d:?\d\d )? )? (?! [\w-] )   # 2031-04-09
  | \d{1,2}/\d{1,2}/ (?: \d{4} | \d\d ) (?! [\w/] )                                        # 9/4/2031
  | \d{1,2}\.\d{1,2}\.\d{4} (?! \w )                                                       # 9.4.2031
  | \d{1,2} (?: [:.]\d\d )? (?: :\d\d )? \s? (?i: [ap] (?: \.m\. | \.m \b | m \b ) )       # 3:30pm, 7 PM
  | \d{1,2}:\d\d (?: :\d\d )? (?: h | hrs )? (?! [\w:] )                                   # 15:30
  | \d{3}0 ['’]? s \b                                                                      # 1990s
  | \d{4} (?= [-–/] \d\d )                                                                 # the first of 2030-31
  | [2-9]0s \b                                                                            # the 70s
  | \d{1,2} (?: st | nd | rd | th ) \b                                                     # 9th
  | \d{1,3} \s \d/\d (?! \w )                                                              # 2 1/2
  | \d{1,2}/\d{1,2} (?! [\w/] )                                                            # 9/11
  | \d [\d,.]* \s? (?: % | percent \b | per \s cent \b | (?: million|billion|trillion|bn|m|km ) \b )   # no time at all
  | \d+ (?: ,\d{3} )* (?: \.\d+ )? \w*
"""
_TOKEN = re.compile(
    rf"""
    [^\W\d_]+ (?: ['’] (?: clock\b | (?! s\b ) [a-z]+ ) | (?<=Q) [1-4] \b )?    # a word; "o’clock", "don’t", Q3
  | (?: {_FIGURES} )
  | [$£€¥#] \s? \d [\d.,]*                                    # money
  | ['’] (?: s \b | \d0s \b | \d\d \b )                       # ’s, the ’90s, ’98
  | \S
    """,
    re.VERBOSE,
)
_FIGURE_KINDS = re.compile(
    r"""
    (?P<iso> \d{4}-\d\d-\d\d .* )
  | (?P<slashed> \d{1,2}/\d{1,2}/\d{2,4} )
  | (?P<dotted> \d{1,2}\.\d{1,2}\.\d{4} )
  | (?P<clock> \d{1,2} .* [apAP]\.?[mM]\.? )
  | (?P<clock_plain> \d{1,2}:\d\d .* )
  | (?P<clock_dotted> (?: [01]?\d | 2[0-4] ) \. [0-5]\d )
  | (?P<decade> \d{3}0['’]?s | ['’]\d0s )
  | (?P<short_decade> [2-9]0s )
  | (?P<nth> \d{1,2} (?: st|nd|rd|th ) )
  | (?P<year> (?: 1[1-9] | 20 ) \d\d )
  | (?P<short_year> ['’]\d\d )
  | (?P<small> [1-9] | [12]\d | 3[01] | 0[1-9] )
  | (?P<four> \d{4} )
  | (?P<number> \d+ (?: ,\d{3} )* (?: \.\d+ )? | \d+\s\d/\d )
    """,
    re.VERBOSE,
)
_EVENTS = dict.fromkeys(EVENT_FIGURES, "event")
_MARKS = {",": "comma", ".": "dot", "-": "hyphen", "–": "hyphen", "/": "slash", "’s": "own", "'s": "own", "(": "bracket"}
_OTHER = ("name", "word", "mark")
NAMES = (*KINDS, *(group for group in _FIGURE_KINDS.groupindex), *dict.fromkeys(_MARKS.values()), *_OTHER, "event")
"""The names of all kinds; those of words and marks that tell no time are name (with a capital), word and mark."""
_SIGNS = [*ascii_letters, *map(chr, range(0xA1, 0x100))]
"""Letters that mean themselves in a pattern; patterns of letters beyond these take twice as long to compile."""
LETTERS: dict[str, str] = dict(zip(NAMES, _SIGNS[: len(NAMES)], strict=True))
"""The letter by which each kind is written in a string of kinds."""


def _cases(kind: str, word: str) -> tuple[str, ...]:
    short = len(word) < 4
    if kind == "zone":
        return (word.upper(),)
    shouted = () if short else (word.upper(),)
    return (word.capitalize(), *shouted) if kind in CAPITALISED else (word, word.capitalize(), *shouted)


MOST_REMEMBERED = 60_000
"""Words whose letter is kept once it has been told by their form, so that a corpus of any size fits."""


class _Kinds(dict[str, str]):
    """The letter of each word; what is not listed is told by its form."""

    def __missing__(self, word: str) -> str:
        letter = _letter_by_form(word)
        if len(self) < MOST_REMEMBERED:
            self[word] = letter
        return letter


def _letter_by_form(word: str) -> str:
    first = word[0]
    if first.isdigit() or (first in "'’" and len(word) > 2):
        figure = _FIGURE_KINDS.fullmatch(word)
        return LETTERS[figure.lastgroup if figure and figure.lastgroup else "mark"]
    return LETTERS["name" if first.isupper() else "word" if first.isalpha() else "mark"]


_KIND_OF = _Kinds({mark: LETTERS[kind] for mark, kind in (*_MARKS.items(), *_EVENTS.items())})
_KIND_OF.update({form: LETTERS[kind] for kind, words in KINDS.items() for word in words for form in _cases(kind, word)})
_KIND_OF.update({word.replace("'", "’"): letter for word, letter in _KIND_OF.items() if "o'c" in word.lower()})
_NAME_OF = {letter: name for name, letter in LETTERS.items()}


class Word(NamedTuple):
    """A word, number or mark of a text."""

    kind: str
    """The kind it is of."""
    text: str
    """The word in lower case, without a full stop behind it."""
    start: int
    """Its place in code points."""
    end: int
    """The place behind it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a stretch of text."""

    text: str
    """The whole text that the stretch lies in."""
    letters: str
    """One letter for each word: its kind."""
    places: tuple[tuple[int, int], ...]
    """Where each word stands."""

    def word(self, number: int) -> Word:
        """Give one word by its number."""
        start, end = self.places[number]
        return Word(_NAME_OF[self.letters[number]], self.text[start:end].lower(), start, end)


def cut_words(text: str, start: int, end: int) -> list[str]:
    """Cut a stretch into its words, numbers and marks."""
    return _TOKEN.findall(text, start, end)


def kinds_of(tokens: Iterable[str]) -> str:
    """Write the kinds of words, one letter for each.

    >>> [_NAME_OF[letter] for letter in kinds_of(cut_words("It shut on Friday at 3:30pm.", 0, 28))]
    ['name', 'word', 'on', 'weekday', 'at', 'clock', 'dot']
    """
    return "".join([_KIND_OF[token] for token in tokens])


def place_words(text: str, start: int, tokens: Iterable[str], letters: str) -> Words:
    """Give the words of a stretch, from its start, with their places: nothing but white space lies between two of them."""
    places, find = [], text.find
    for token in tokens:
        start = find(token, start)
        end = start + len(token)
        places.append((start, end))
        start = end
    return Words(text, letters, tuple(places))


_MONTH = "|".join(name.capitalize() for name in (*MONTHS, *MONTH_ABBREVIATIONS))
DAY_BEFORE_MONTH = re.compile(rf"\b[0-3]?\d(?:st|nd|rd|th)? (?:{_MONTH})\b")
"""A date in words as it is written where days come first."""
MONTH_BEFORE_DAY = re.compile(rf"\b(?:{_MONTH})\.? [0-3]?\d\b")
"""A date in words as it is written where months come first."""
