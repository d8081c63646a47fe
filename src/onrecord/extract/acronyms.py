"""A text to the short forms it explains: "the Harbour Workers’ Union (HWU)" says whom HWU means wherever else it stands."""

import re

_SHORT = re.compile(r"\s\((?:the\s)?(?P<short>[A-Z][A-Za-z]{1,6})\)")
_SMALL = frozenset("and de des du for in of on the".split())
LONGEST_NAME = 9
"""Words of a name, small ones among them."""
FARTHEST = 160
"""Code points before a short form in which its name stands."""


def find_acronyms(text: str) -> dict[str, str]:
    """Find the names whose short form a text gives in brackets behind them, by the short form; where two have one, neither counts.

    >>> find_acronyms("The rebels of the Orvane People’s Front (OPF) said so.")
    {'OPF': 'Orvane People’s Front'}
    >>> find_acronyms("Port Halden Harbour Office (closed)"), find_acronyms("The Sunday Mercury (NYC)")
    ({}, {})
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for match in _SHORT.finditer(text):
        words = _name_before(text[max(0, match.start() - FARTHEST) : match.start()])
        full = _fitting(words, match["short"])
        if full and found.setdefault(match["short"], full) != full:
            twice.add(match["short"])
    return {short: full for short, full in found.items() if short not in twice}


def _name_before(text: str) -> list[str]:
    """Give the capitalised words that a text ends in, with the small ones between them."""
    words = text.rsplit("\n", 1)[-1].split()[-LONGEST_NAME:]
    first = len(words)
    while first and (words[first - 1][0].isupper() or words[first - 1] in _SMALL):
        first -= 1
    return words[first:]


def _fitting(words: list[str], short: str) -> str | None:
    """Give the last words of a name whose first letters, small words left out or not, are the short form."""
    for start in range(len(words) - 1):
        name = words[start:]
        if name[0][0].isupper() and short.upper() in (_initials(name), _initials([word for word in name if word[0].isupper()])):
            return " ".join(name)
    return None


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()
