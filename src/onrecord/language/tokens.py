"""Text to tokens: words, numbers and marks with their places.

A word keeps its inner apostrophes, hyphens and full stops ("don't", "47B-311", "U.S.", "a.m."), a
possessive ending is a token of its own ("Russia" + "’s"), and a number keeps its separators ("2,300").
"""

import re
from typing import Literal, NamedTuple

from onrecord.language.english import TITLE_ABBREVIATIONS

TokenKind = Literal["word", "number", "mark"]

# Every alternative but the first starts with another character class, so a position is tried at most twice: no backtracking.
_TOKEN = re.compile(
    r"""
    [^\W\d_] [^\W_]*+ (?! [.'’&‑-] )                                              # most words, told at a glance
  | (?P<mark>   [^\w\s'’‘] (?: (?<=\.) \.\. )? )                                   # one mark at a time, but three dots in a row
  | (?P<number> \d+ (?: [.,:]\d+ )* (?: (?:st|nd|rd|th)\b )? (?! \w | -[^\W\d_] ) )   # 2,300  9.30  2nd, not 80-year
  | (?P<initial> \b [A-Z] \. (?= \s [A-Z] (?: [a-z] | \. ) ) )                    # Ilse R. Tarn
  | (?P<poss>   ['’‘] s \b (?= [^\w]|$ ) )                                       # Russia’s, and with the mark turned: Ukraine‘s
  | (?P<abbr>   \b (?: [A-Za-z] \. ){2,} )                                       # U.S.  a.m.
  | (?P<title>  \b (?: """
    + "|".join(TITLE_ABBREVIATIONS)
    + r""" ) \. (?= \s [A-Z] ) )                                                 # Gov. Orlo
  | (?P<word>   [^\W_]+ (?: (?: [-‑] | ['’] (?! s\b ) | & ) [^\W_]+ )*              # don't  80-year
                (?: (?<=[sS]) ['’] (?= \s [A-Za-z] ) )? )                            # boys’ homes
  | (?P<rest>   \S )                                                             # an apostrophe that belongs to no word
    """,
    re.VERBOSE,
)


_WORD: TokenKind = "word"
_KINDS: dict[str, TokenKind] = {"number": "number", "mark": "mark", "rest": "mark"}


class Token(NamedTuple):
    """A word, number or mark and its place in code points of the text it was cut from."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words themselves."""
    lower: str
    """The words in lower case, with a straight apostrophe and without the full stop of a title."""
    kind: TokenKind
    """Whether it is a word, a number in digits or a mark."""

    @property
    def capital(self) -> bool:
        """Whether the word opens with a capital."""
        return self.text[:1].isupper()


def split_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Split a stretch of text into tokens; white space is left out.

    >>> [t.text for t in split_tokens("Russia’s TASS said 2,300 weren’t U.S. troops.")]
    ['Russia', '’s', 'TASS', 'said', '2,300', 'weren’t', 'U.S.', 'troops', '.']
    """
    tokens = []
    new = tuple.__new__  # a page has thousands: a token's own constructor takes twice the time
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        word, group = text[first:last], match.lastgroup
        if group is None:
            tokens.append(new(Token, (first, last, word, word.lower(), _WORD)))
            continue
        lower = word.lower().replace("’", "'")
        if group == "title":
            lower = lower.removesuffix(".")
        tokens.append(new(Token, (first, last, word, lower, _KINDS.get(group, _WORD))))
    return tuple(tokens)
