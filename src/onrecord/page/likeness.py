"""Two stretches of text to the words that tell them apart or hold them together."""

import re

from onrecord.language.english_pages import STOP

_WORD = re.compile(r"[^\W_]+(?:[-&][^\W_]+)*")
NAME_STEM = 5
"""Letters kept of a capitalised word: Norlandic and Norland are one matter."""


def content_words(text: str) -> frozenset[str]:
    """Give the words that say what a text is about, plural and possessive endings taken off.

    >>> sorted(content_words("The ferries’ owner said that the ferry sank."))
    ['ferry', 'owner', 'sank']
    """
    words = _WORD.findall(text.replace("’s", "").replace("'s", ""))
    return frozenset(_stem(word) for word in words if word.lower() not in STOP and len(word) > 1)


def shared_words(one: str, other: str) -> int:
    """Count the telling words that two texts share."""
    return len(content_words(one) & content_words(other))


def _stem(word: str) -> str:
    """Give the part of a word that its forms share: of a name its first five letters, so that a land and its people meet."""
    lower = word.lower()
    if word[0].isupper() and len(word) > NAME_STEM:
        return lower[:NAME_STEM]
    if len(lower) > 4 and lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if len(lower) > 3 and lower.endswith("s") and not lower.endswith("ss") else lower
