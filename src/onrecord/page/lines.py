"""A page's text to its lines, each with what can be told of it alone: length, how it ends, what stands outside quotation marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.model import Span

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line: nothing else does, in whatever part of the product lines are counted."""
_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"^[•●▪◦‣∙*·–—-]+\s+")
# A quotation of at most 2,000 code points, its closing mark perhaps lost at the end of the line.
_QUOTED = re.compile(r"“[^”]{0,2000}+(?:”|$)|\"[^\"]{0,2000}+(?:\"|$)")
_STOPPED = re.compile(r"[.!?…:;](?:\s?[\"”’'»)\]])*$")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_LETTERS = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s[|·•›»/]\s|\s{2,}|\t")
_PLAIN = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("‑", "-"))


@dataclass(frozen=True)
class Line:
    """A line that holds something."""

    number: int
    """Its place among such lines, from 0."""
    span: Span
    """Where it stands, white space around it left out."""
    text: str
    """Its words."""
    apart: bool
    """Whether an empty line, or the start of the page, stands before it."""

    @cached_property
    def bare(self) -> str:
        """The words without a bullet, in lower case, with straight marks."""
        bullet = _BULLET.match(self.text)
        return _plain(self.text[bullet.end() :] if bullet else self.text).lower()

    @cached_property
    def outside(self) -> str:
        """What stands outside quotation marks, in lower case, with straight apostrophes."""
        return _plain(self.outside_text).lower()

    @cached_property
    def outside_words(self) -> frozenset[str]:
        """The different words that stand outside quotation marks, in lower case, cut at apostrophes and hyphens."""
        return frozenset(_LETTERS.findall(self.outside))

    @cached_property
    def outside_text(self) -> str:
        """What stands outside quotation marks, as it is."""
        return _QUOTED.sub(" ", self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they stand."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends like a sentence."""
        return _STOPPED.search(self.text) is not None

    @property
    def bulleted(self) -> bool:
        """Whether a bullet or dash opens it."""
        return _BULLET.match(self.text) is not None

    @cached_property
    def separators(self) -> int:
        """How many signs between things in a row it holds."""
        return len(_SEPARATOR.findall(self.text))

    @cached_property
    def capitals(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def prose(self) -> bool:
        """Whether it is long enough, and ends, like a paragraph of news."""
        return (self.stopped and len(self.words) >= FEWEST_PROSE_WORDS) or len(self.words) >= LONGEST_HEADLINE


FEWEST_PROSE_WORDS = 8
"""Words from which a line that ends like a sentence is a paragraph; a shorter one is one between paragraphs only."""
LONGEST_HEADLINE = 30
"""Words from which a line is a paragraph however it ends."""


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Tell whether any of some phrases stands in a text.

    >>> holds("two held after blast", ("held", "freed"))
    True
    """
    return any(map(text.__contains__, phrases))


def _plain(text: str) -> str:
    """Write straight marks; mark by mark, as most lines have few of them, and many none."""
    if text.isascii():
        return text
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return text


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Split a text into the lines that hold something.

    >>> [(line.text, line.span, line.apart) for line in split_lines("Menu\r\n\r\n Two held \n")]
    [('Menu', Span(start=0, end=4), True), ('Two held', Span(start=9, end=17), True)]
    """
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            between = text[last : match.start()]
            apart = not lines or len(LINE_BREAK.findall(between)) > 1
            lines.append(Line(len(lines), Span(start, start + len(words)), words, apart))
            last = match.end()
    return tuple(lines)
