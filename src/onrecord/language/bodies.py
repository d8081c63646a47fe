"""The name of a body to the same in its commonest form: whose it is becomes an adjective."""

import re

from onrecord.language.english_places import ADJECTIVES, NATIONS, OFFICES

_OWNED = re.compile(r"^(?P<owner>[^\W\d_]+(?:\s[^\W\d_]+)?)[’']s\s(?P<body>\S.*)$")
_SEATED = re.compile(r"^(?P<body>[a-z][a-z ]{2,60})\sin\s(?P<owner>[A-Z]\w+)$")


def shorten_body(name: str) -> str:
    """Give a body's name with its nation or office as an adjective; any other name as it is.

    >>> [shorten_body(name) for name in ("Denmark’s transport ministry", "transport ministry in Copenhagen", "province’s governor")]
    ['Danish transport ministry', 'Danish transport ministry', 'provincial governor']
    """
    match = _OWNED.match(name) or _SEATED.match(name)
    if match is None or (match.re is _SEATED and match["body"].split()[-1] not in ("government", "ministry")):
        return name
    if match["body"][0].isupper() and " " not in match["body"]:
        return name  # a firm: "Norway’s Hafslo"
    owner = match["owner"].lower()
    adjective = ADJECTIVES.get(NATIONS.get(owner, ""), "").title() or OFFICES.get(owner)
    return f"{adjective} {match['body']}" if adjective else name
