"""A page's tree to the numbers of the lines that an extractor of texts takes for the page's text."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.model import MarkedLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
FEWEST_WORDS = 4
"""Words from which a line that is part of a longer one of the extractor's counts as taken; fewer stand together by chance."""


def find_taken(root: "HtmlElement", text: str, lines: Sequence[MarkedLine]) -> frozenset[int]:
    """Number the lines that trafilatura takes, in favour of precision; none where it finds no text, and the tree stays as it is."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(root, favor_precision=True, fast=True, include_comments=False)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError):  # what its authors did not foresee in a page
        return frozenset()
    taken = document.text if document is not None and not isinstance(document, dict) else None
    return match_lines(taken, text, lines) if taken else frozenset()


def match_lines(taken: str, text: str, lines: Sequence[MarkedLine]) -> frozenset[int]:
    r"""Number the lines whose words stand in an extract as a line of its own, or within one.

    >>> from onrecord.model import Span
    >>> lines = [MarkedLine(Span(0, 4), "a"), MarkedLine(Span(5, 28), "p")]
    >>> sorted(match_lines("# The dam has held so far", "Home\nThe dam has held so far", lines))
    [1]
    """
    found = [squash(one) for one in taken.split("\n")]
    whole, joined = frozenset(found), f" {' '.join(found)} "
    squashed = [squash(text[line.span.start : line.span.end]) for line in lines]
    return frozenset(
        number
        for number, words in enumerate(squashed)
        if words and (words in whole or (words.count(" ") >= FEWEST_WORDS - 1 and f" {words} " in joined))
    )


def squash(text: str) -> str:
    """Give the words of a text in small letters, one blank between them."""
    return " ".join(_WORD.findall(text)).lower()
