"""Words as British papers spell them to the American spelling, so that both meet."""

import re
from functools import lru_cache

SPELLINGS = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"ence(?=s?$)", "ense"),
        (r"(?<=[a-z]{2})our(?=s|$|ed|er|i)", "or"),
        (r"is(?=e$|ed$|es$|ing$|ations?$|ers?$)", "iz"),
        (r"(?<=[bt])re(?=s?$)", "er"),
        (r"^(cancel|channel|counsel|fuel|label|level|marshal|model|quarrel|signal|total|travel|tunnel)l(?=ed$|ing$|ers?$)", r"\1"),
        (r"ogue(?=s?$)", "og"),
        (r"(?<=h)ae(?=m)|(?<=p)ae(?=d)|(?<=ch)ae(?=o)|(?<=n)ae(?=m|s)", "e"),
    )
)
"""Endings as British papers spell them, and as American ones do."""


@lru_cache(maxsize=1 << 14)
def spell(word: str) -> str:
    """Spell a word in lower case as American papers do.

    >>> spell("neighbouring"), spell("organised"), spell("killed")
    ('neighboring', 'organized', 'killed')
    """
    for british, american in SPELLINGS:
        word = british.sub(american, word)
    return word
