"""A paragraph to sentences, a quotation never cut apart from the words that say whose it is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.language.english import ABBREVIATIONS, ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from onrecord.language.quotations import Quotation, find_quotations, trim
from onrecord.language.tokens import Token, split_tokens
from onrecord.model import Span

# An end mark, the marks that may close after it, and white space (or a new opening mark) before the next sentence.
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|[“”‘]|$)")
_NEXT = re.compile(r"\s*[“\"‘'«(\[•–—-]*\s*(\w)?")
_LAST_WORD = re.compile(r"[\w.]+$")
LONGEST_WORD = 30
"""Code points looked back over for an abbreviation."""


REMEMBERED = 800
"""Paragraphs whose sentences are kept, more than facts are taken from on a page: statements, figures and sums are all read from them
in turn."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and the quotations that stand in it."""

    span: Span
    """From its first to its last code point."""
    tokens: tuple[Token, ...]
    """Its words, numbers and marks."""
    quotations: tuple[Quotation, ...]
    """Quotations that begin in it."""


def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """Split one paragraph into sentences.

    >>> text = "“Go,” said Mr. Orne. “We wait. We hope.” He left on Jan. 5."
    >>> [s.span.of(text) for s in split_sentences(text)]
    ['“Go,” said Mr. Orne.', '“We wait. We hope.”', 'He left on Jan. 5.']
    """
    return _split(text, start, len(text) if end is None else end)


@lru_cache(maxsize=REMEMBERED)
def _split(text: str, start: int, stop: int) -> tuple[Sentence, ...]:
    quotations = find_quotations(text, start, stop)
    return tuple(_sentence(text, piece, quotations) for piece in _pieces(text, start, stop, quotations))


@lru_cache(maxsize=REMEMBERED)
def find_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Find where the sentences of one paragraph stand, for those who need no tokens.

    >>> [span.of("He left. It rained.") for span in find_sentences("He left. It rained.", Span(0, 19))]
    ['He left.', 'It rained.']
    """
    return tuple(_pieces(text, *span, find_quotations(text, *span)))


def _pieces(text: str, start: int, stop: int, quotations: tuple[Quotation, ...]) -> Iterator[Span]:
    cuts = [start, *_cuts(text, start, stop, quotations), stop]
    return (piece for a, b in pairwise(cuts) if (piece := trim(text, a, b)).start < piece.end)


def _sentence(text: str, span: Span, quotations: tuple[Quotation, ...]) -> Sentence:
    first = bisect_left(quotations, span.start, key=_start)
    inside = quotations[first : bisect_left(quotations, span.end, key=_start)]
    return Sentence(span, split_tokens(text, span.start, span.end), inside)


def _start(quotation: Quotation) -> int:
    return quotation.outer.start


def _cuts(text: str, start: int, stop: int, quotations: tuple[Quotation, ...]) -> list[int]:
    cuts = []
    for match in _END.finditer(text, start, stop):
        at = _quotation_around(match.start(), quotations)
        end = match.end()
        if at is not None:
            if at.outer.end > match.end() or not at.closed:
                continue  # inside a quotation: it stays whole
            end = at.outer.end
        elif (opening := _quotation_around(end - 1, quotations)) is not None and opening.outer.start < end <= opening.inner.start:
            end = match.start() + 1  # the "closing" mark opens the next quotation: "on Friday.”He wants"
        if _ends(text, match, end, stop, quoted=at is not None):
            cuts.append(end)
    return cuts


def _quotation_around(position: int, quotations: tuple[Quotation, ...]) -> Quotation | None:
    """Find the quotation that holds a place; they are in order and do not overlap."""
    if not quotations:
        return None
    at = bisect_right(quotations, position, key=_start) - 1
    return quotations[at] if at >= 0 and position < quotations[at].outer.end else None


def _ends(text: str, match: re.Match[str], end: int, stop: int, *, quoted: bool) -> bool:
    following = _NEXT.match(text, end, stop)
    first = following.group(1) if following else None
    if first is None:
        return True
    if first.islower():
        return False
    if quoted:
        return match.group()[0] == "." or not _says_whose(text, end, stop)
    if match.group().startswith("."):
        low = max(0, match.start() - LONGEST_WORD)
        word = _LAST_WORD.search(text, max(low, text.rfind(" ", low, match.start()) + 1), match.start())
        last = word.group().lower() if word else ""
        if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
            return False  # Mr. Orne, J. Oldham
        if "." in last and not _opens_sentence(text, end, stop):
            return False  # the U.S. Navy
    return True


_FIRST_WORD = re.compile(r"[^\w]*(\w+)")
_OPENERS = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | ADVERBS


def _opens_sentence(text: str, start: int, stop: int) -> bool:
    """Tell whether the next word is one that opens sentences, where an abbreviation may end one or not."""
    word = _FIRST_WORD.match(text, start, stop)
    return word is not None and word.group(1)[0].isupper() and word.group(1).lower() in _OPENERS


_ATTRIBUTION = re.compile(r"\s*(?:[A-Z][\w’'-]*\s+){1,4}(?:said|asked|told|cried|shouted|wrote|added|says|asks)\b")


def _says_whose(text: str, end: int, stop: int) -> bool:
    """Tell whether an attribution follows a quotation that ends in a mark of its own: “Where?” Orne asked."""
    return _ATTRIBUTION.match(text, end, min(stop, end + 80)) is not None
