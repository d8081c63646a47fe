"""Words of a page to fingerprints: the few hashed word runs that two texts share when one was copied from the other.

Winnowing (Schleimer, Wilkerson, Aiken 2003) keeps the smallest hash of every window, so that any shared run of
`size + window - 1` words leaves at least one fingerprint in both texts, wherever it stands.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from onrecord.model import Page, Role, Span

# Letters and digits with the apostrophes and full stops inside them: it's, U.S, 2,300. One class a step, so no backtracking.
_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    text: str
    """In lower case, without a possessive ending."""
    span: Span
    """Where it stands."""


def split_words(text: str, span: Span) -> list[Word]:
    """Split a stretch of text into the words that are compared; marks are left out.

    >>> [word.text for word in split_words("Orvel’s U.S. tour: “2,300 came”", Span(0, 31))]
    ['orvel', 'u.s', 'tour', '2,300', 'came']
    """
    return [Word(_folded(match.group()), Span(*match.span())) for match in _WORD.finditer(text, span.start, span.end)]


def _folded(word: str) -> str:
    lower = word.lower()
    return lower[:-2] if lower.endswith(_POSSESSIVE) else lower.replace("’", "'")


def find_words(page: Page, roles: frozenset[Role]) -> list[Word]:
    """Find the words of all blocks that play one of these roles, in order."""
    text = page.capture.text
    return [word for block in page.blocks if block.role in roles for word in split_words(text, block.span)]


def find_shingles(words: Sequence[str], size: int) -> list[int]:
    """Hash every run of `size` words; the same on every machine and in every run.

    >>> one, two = find_shingles("the ferry left the port late".split(), 3), find_shingles("when the ferry left the quay".split(), 3)
    >>> len(one), len(set(one) & set(two))
    (4, 2)
    """
    return [crc32(" ".join(words[i : i + size]).encode()) for i in range(len(words) - size + 1)]


def find_fingerprints(words: Sequence[str], *, size: int, window: int) -> frozenset[int]:
    """Winnow the hashed runs of a text: the smallest of every window; a text shorter than a window gives one at most.

    >>> sorted(find_fingerprints("a b".split(), size=3, window=4))
    []
    """
    hashes = find_shingles(words, size)
    if len(hashes) <= window:
        return frozenset(hashes[:1] and [min(hashes)])
    return frozenset(min(hashes[i : i + window]) for i in range(len(hashes) - window + 1))


def measure_containment(words: Sequence[str], others: frozenset[int], size: int) -> float:
    """Measure the share of words that stand in a run of `size` words whose hash is among the others', from 0 to 1.

    >>> others = frozenset(find_shingles("the ferry left the port late".split(), 3))
    >>> measure_containment("early on the ferry left the quay".split(), others, 3)
    0.5714285714285714
    """
    if not words:
        return 0.0
    covered = 0
    reached = 0
    for start, run in enumerate(find_shingles(words, size)):
        if run in others:
            covered += start + size - max(start, reached)
            reached = start + size
    return covered / len(words)
