"""Lines of a page to words as two captures are compared: without marks and capitals, numbers in digits."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.language.english import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from onrecord.language.numbers import parse_words
from onrecord.language.sentences import split_sentences
from onrecord.language.spelling import spell
from onrecord.language.tokens import Token, split_tokens
from onrecord.model import Page, Role, Span

COMPARED: frozenset[Role] = frozenset(("body", "caption", "heading"))
"""Roles of the lines that are compared; furniture comes and goes."""
FUNCTION = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES
"""Words that any two sentences share."""
PERCENT = frozenset(("cent", "per", "percent"))
"""Words for a mark: "12 per cent" is "12%"."""
FEWEST_STANDFIRST = 8
"""Words and marks of a line right below the headline from which it sums up the page; a shorter one is a label."""
_DOUBTED: frozenset[Role] = frozenset(("furniture", "teaser"))
LITTLE = 0.3
"""What a function word counts beside another word, when two sentences are held against each other."""

CONTAINED = 0.75
"""Likeness of a line to one that holds all its words and more: "Six died" to "Six died, the ministry said on Friday"."""
FEWEST_CONTAINED = 3.0
"""Weight of a line's words from which that says anything."""


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    text: str
    """In lower case with a straight apostrophe and in American spelling, a number in digits without separators."""
    span: Span
    """Where it stands."""
    capital: bool
    """Whether it opens with a capital."""


@dataclass(frozen=True)
class Line:
    """A sentence or a heading, with its words as they are compared."""

    span: Span
    """Where it stands."""
    tokens: tuple[Token, ...]
    """Its words as they stand there, in order; marks and words that stand for a mark are left out."""
    block: int
    """Number of its block on the page."""
    entry: int | None
    """Id of its entry; null outside entries."""
    heading: bool = False
    """Whether it is a heading."""

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The words alone: two lines of one key say the same."""
        return tuple(map(_fold, self.tokens))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words with their places, in order."""
        folded = zip(self.key, self.tokens, strict=True)
        return tuple(Word(text, Span(token.start, token.end), token.capital) for text, token in folded)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in it."""
        return Counter(self.key)

    @cached_property
    def weight(self) -> float:
        """What its words count together."""
        return weigh(self.counts)


def weigh(counts: Counter[str]) -> float:
    """Weigh words: those that carry the news count one, the others little."""
    return sum(count * (LITTLE if word in FUNCTION else 1.0) for word, count in counts.items())


def measure_likeness(one: Line, two: Line) -> float:
    """Measure the share of the words that two lines have in common, from 0 to 1; one that holds the other nearly whole is like it."""
    shared, small, whole = weigh(one.counts & two.counts), min(one.weight, two.weight), one.weight + two.weight
    inside = CONTAINED * shared / small if small >= FEWEST_CONTAINED else 0.0
    return max(2 * shared / whole, inside) if whole else 0.0


def split_lines(page: Page) -> tuple[Line, ...]:
    """Split the news of a page into sentences and headings, in order; those without a word are left out."""
    standfirst = _standfirst(page)
    return tuple(line for number in range(len(page.blocks)) for line in _lines_of(page, number, standfirst) if line.tokens)


def _standfirst(page: Page) -> int:
    """Give the number of the block right below the headline that tells something, whatever it was taken for; -1 for none."""
    for number, (block, below) in enumerate(pairwise(page.blocks), start=1):
        if block.role == "title" and below.role in _DOUBTED:
            return number if len(split_tokens(page.capture.text, *below.span)) >= FEWEST_STANDFIRST else -1
    return -1


def _lines_of(page: Page, number: int, standfirst: int) -> Iterator[Line]:
    block, text = page.blocks[number], page.capture.text
    if block.role == "heading":
        yield read_line(text, block.span, number, block.entry, heading=True)
    elif block.role in COMPARED or number == standfirst:
        for sentence in split_sentences(text, *block.span):
            start = past_dateline(text, sentence.span)
            tokens = [token for token in sentence.tokens if token.start >= start]
            yield Line(sentence.span, _compared(tokens), number, block.entry)


def read_title(page: Page) -> Line | None:
    """Make a line of the headline; nothing where it does not stand in the text."""
    title, text = page.title, page.capture.text
    if title is None or title.span.of(text) != title.text:
        return None
    return read_line(text, title.span, next((number for number, block in enumerate(page.blocks) if block.span == title.span), 0))


# Capitals, then words, a day and an agency in brackets, up to a dash: "HEXFORD, April 14 (Lodestar) - ". One class a step, and bounded.
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,[^—–\n]{0,60}?)?(?:\s*\([^()\n]{2,40}\))?\s+[-—–]{1,2}\s+")


def read_line(text: str, span: Span, block: int = 0, entry: int | None = None, *, heading: bool = False) -> Line:
    """Make one line of a stretch of text.

    >>> read_line("The mayor’s “Twenty-three” or 2,300 boats", Span(0, 41)).key
    ('the', 'mayor', '23', 'or', '2300', 'boats')
    """
    return Line(span, _compared(split_tokens(text, past_dateline(text, span), span.end)), block, entry, heading)


def past_dateline(text: str, span: Span) -> int:
    """Give where the news of a line begins: behind the place, the day and the agency that open a dispatch.

    >>> past_dateline("HEXFORD, April 14 (Lodestar) - Engineers came.", Span(0, 46)), past_dateline("NATO said no - again.", Span(0, 21))
    (31, 0)
    """
    match = _DATELINE.match(text, *span)
    return match.end() if match else span.start


def _compared(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Leave out marks and words that stand for a mark."""
    return tuple(token for token in tokens if token.kind != "mark" and token.lower not in _LEFT_OUT)


_LEFT_OUT = PERCENT | {"'s", "‘s"}


def _fold(token: Token) -> str:
    return _folded(token.lower) if token.kind != "number" else token.lower.replace(",", "")


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """Fold a word in lower case: a number to digits, any other to its American spelling."""
    value = parse_words(word) if word not in ("a", "an", "and", "half", "one") else None
    return str(value) if value is not None else spell(word)
