"""Text to quotations: which words stand between quotation marks.

Pages mix curly and straight marks, lose a closing one, turn one the wrong way, and leave a quotation open at
the end of a paragraph when it goes on in the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span

OPENING = "“«„"
CLOSING = "”»"
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
    doubles = tuple(_find_doubles(text, start, stop))
    singles = tuple(
        single for single in _find_singles(text, start, stop) if not any(double.outer.overlaps(single.outer) for double in doubles)
    )
    return tuple(sorted(doubles + singles, key=lambda quotation: quotation.outer))


def _find_doubles(text: str, start: int, stop: int) -> Iterator[Quotation]:
    opened: int | None = None
    width = 1
    position = start
    while position < stop:
        mark = _double_mark(text, position, stop)
        if mark and opened is None:
            if _opens(text, position, mark, stop):
                opened, width = position, len(mark)
        elif mark and opened is not None and mark not in OPENING:
            outer = Span(opened, position + len(mark))
            yield Quotation(outer, _stripped(text, opened + width, position), closed=True)
            opened = None
        position += len(mark) or 1
    if opened is not None and opened + width < stop:
        yield Quotation(Span(opened, stop), _stripped(text, opened + width, stop), closed=False)


def _double_mark(text: str, position: int, stop: int) -> str:
    """Give the double quotation mark that starts here, or nothing; two apostrophes are one (nytimes.com)."""
    if text[position] in OPENING or text[position] in CLOSING or text[position] == '"':
        return text[position]
    return "''" if text.startswith("''", position) and position + 2 <= stop else ""


def _opens(text: str, position: int, mark: str, stop: int) -> bool:
    after = position + len(mark)
    follows_word = after < stop and not text[after].isspace()
    if mark in OPENING:
        return after < stop
    if mark in CLOSING:  # turned the wrong way: "on Friday.”He wants"
        return follows_word and (text[after].isalnum() or text[after] in "‘'")
    return follows_word


def _find_singles(text: str, start: int, stop: int) -> Iterator[Quotation]:
    position = start
    while position < stop:
        if text[position] in "‘'" and _single_opens(text, position, start, stop):
            close = _single_close(text, position + 1, min(stop, position + LONGEST_SINGLE))
            if close is not None:
                yield Quotation(Span(position, close + 1), _stripped(text, position + 1, close), closed=True, single=True)
                position = close
        position += 1


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


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
