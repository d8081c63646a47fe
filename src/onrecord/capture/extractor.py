"""A page's tree to the numbers of the lines that an extractor of texts takes for the page's text."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_BETWEEN_WORDS = re.compile(r"[^\w\n]+")
_KEPT_BY_WORDS = frozenset(("figure", "form", "math"))
"""Elements that trafilatura drops only where what they hold is no part of the text."""
FEWEST_WORDS = 4
"""Words from which a line that is part of a longer one of the extractor's counts as taken; fewer stand together by chance."""


def find_taken(root: "HtmlElement", text: str) -> frozenset[int]:
    """Number the lines of a page's text that trafilatura takes, in favour of precision; none where it finds no text.

    The tree loses menus, scripts and what else trafilatura drops by its name alone, and the tags of which it keeps the words: it
    would copy them all several times over, and look through them for comments, before it does so itself.
    """
    from lxml import etree
    from trafilatura import bare_extraction
    from trafilatura.settings import MANUALLY_CLEANED, MANUALLY_STRIPPED

    etree.strip_elements(root, *set(MANUALLY_CLEANED).difference(_KEPT_BY_WORDS), with_tail=False)
    etree.strip_tags(root, *MANUALLY_STRIPPED)
    try:
        document = bare_extraction(root, favor_precision=True, fast=True, include_comments=False)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError):  # what its authors did not foresee in a page
        return frozenset()
    taken = document.text if document is not None and not isinstance(document, dict) else None
    return match_lines(taken, text) if taken else frozenset()


def match_lines(taken: str, text: str) -> frozenset[int]:
    r"""Number the lines of a text whose words stand in an extract as a line of its own, or within one.

    >>> sorted(match_lines("# The dam has held so far", "Home\nThe dam has held so far"))
    [1]
    """
    found = _squash_lines(taken)
    whole, joined = frozenset(found), f" {' '.join(found)} "
    return frozenset(
        number
        for number, words in enumerate(_squash_lines(text))
        if words and (words in whole or (words.count(" ") >= FEWEST_WORDS - 1 and f" {words} " in joined))
    )


def _squash_lines(text: str) -> list[str]:
    """Squash each line of a text, at the cost of one look at the whole."""
    return [line.strip() for line in _BETWEEN_WORDS.sub(" ", text).lower().split("\n")]


def squash(text: str) -> str:
    """Give the words of a text in small letters, one blank between them."""
    return " ".join(_WORD.findall(text)).lower()
