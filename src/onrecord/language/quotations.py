"""Text to quotations: which words stand between quotation marks.

Pages mix curly and straight marks, lose a closing one, turn one the wrong way, and leave a quotation open at
the end of a paragraph when it goes on in the next.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span

OPENING = "“«„"
CLOSING = "”»"
_DOUBLE = re.compile(r"[“«„”»\"]|''")  # two apostrophes are a double mark at the New York Times
_SINGLE = re.compile(r"[‘']")
_ANY = re.compile(r"[“«„”»\"‘']")
LONGEST_SINGLE = 400
"""Code points between single marks; beyond it the first was most likely an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    outer: Span
    """With the marks."""
    inner: Span
    """Without them."""
    closed: bool
    """False when the paragraph ends before the quotation does."""
    single: bool = False
    """Whether the marks are single ones, as in headlines."""


def find_quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """Find the outermost quotations of one paragraph, in order; none overlap.

    >>> text = "“We saw two,” he said. “They came ‘late’.”"
    >>> [q.inner.of(text) for q in find_quotations(text)]
    ['We saw two,', 'They came ‘late’.']
    >>> [q.inner.of("on Friday.”He wants peace,” she said") for q in find_quotations("on Friday.”He wants peace,” she said")]
    ['He wants peace,']
    """
    stop = len(text) if end is None else end
    if not _ANY.search(text, start, stop):
        return ()
    doubles = tuple(_find_doubles(text, start, stop))
    starts = [double.outer.start for double in doubles]
    singles = tuple(single for single in _find_singles(text, start, stop) if not _within(single.outer, doubles, starts))
    return tuple(sorted(doubles + singles, key=lambda quotation: quotation.outer))


def _within(span: Span, doubles: tuple[Quotation, ...], starts: list[int]) -> bool:
    """Tell whether a stretch shares words with one of the quotations, which are in order and begin at `starts`."""
    at = bisect_left(starts, span.end)
    return at > 0 and doubles[at - 1].outer.overlaps(span)


def _find_doubles(text: str, start: int, stop: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, start, stop):
        if opened is None:
            if _opens(text, mark.start(), mark.group(), stop):
                opened = mark
        elif mark.group() not in OPENING:
            outer = Span(opened.start(), mark.end())
            yield Quotation(outer, trim(text, opened.end(), mark.start()), closed=True)
            opened = None
    if opened is not None and opened.end() < stop:
        yield Quotation(Span(opened.start(), stop), trim(text, opened.end(), stop), closed=False)


def _opens(text: str, position: int, mark: str, stop: int) -> bool:
    after = position + len(mark)
    follows_word = after < stop and not text[after].isspace()
    if mark in OPENING:
        return after < stop
    if mark in CLOSING:  # turned the wrong way: "on Friday.”He wants"
        return follows_word and (text[after].isalnum() or text[after] in "‘'")
    return follows_word


def _find_singles(text: str, start: int, stop: int) -> Iterator[Quotation]:
    done = start
    for mark in _SINGLE.finditer(text, start, stop):
        position = mark.start()
        if position >= done and _single_opens(text, position, start, stop):
            close = _single_close(text, position + 1, min(stop, position + LONGEST_SINGLE))
            if close is not None:
                yield Quotation(Span(position, close + 1), trim(text, position + 1, close), closed=True, single=True)
                done = close


def _single_opens(text: str, position: int, start: int, stop: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < stop else " "
    return (before.isspace() or before in "([—–-:") and after.isalnum() and not (text[position] == "'" and after.isdigit())


def _single_close(text: str, start: int, stop: int) -> int | None:
    """Give the place of the closing mark: the first one that no letter follows, a plural's apostrophe left out."""
    candidates = []
    for position in range(start, stop):
        if text[position] == "‘":
            break
        if text[position] in "’'" and (position + 1 >= len(text) or not text[position + 1].isalnum()):
            candidates.append(position)
    sure = [p for p in candidates if text[p - 1].lower() != "s" or text[p + 1 : p + 2] in ("", ".", ",", "\n", "?", "!")]
    return next(iter(sure or candidates), None)


def trim(text: str, start: int, end: int) -> Span:
    """Leave out the white space at both ends of a stretch of text."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
