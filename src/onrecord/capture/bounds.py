"""The markup of a page to as much of it as is parsed: no deeper, longer or fuller of elements than a page of news is."""

import re
from dataclasses import dataclass, field
from itertools import accumulate, islice

from onrecord.settings import CaptureSettings

_TOKEN = re.compile(
    r"""
    <(?= [!/A-Za-z] ) (?:
        !-- .*? (?: --> | \Z )                                                  # a comment; one that never ends takes all that follows,
        | (?P<raw> script | style | textarea | title | xmp )\b [^<>]{0,4000} >
            .*? (?: </(?P=raw)\b [^<>]{0,100} >? | \Z )                         # and so do elements without elements in them
        | (?P<end> /? ) (?P<name> [A-Za-z][\w:-]{0,60} ) [^<>]{0,100000} >?      # "<" stops it, so that no letter is read twice
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_LINKED_DATA = re.compile(
    r"""
    <script\b [^<>]{0,500} application/ld\+json [^<>]{0,500} > .*? (?: </script \s{0,20} > | \Z )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_MOST_METADATA = 20  # blocks of them; the fullest pages have 5
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80}[;,][^\"'\s<>()]{1000,}")  # a picture or font written into the page
_BULK = re.compile(
    r"""
    <(?= s ) (?:
        style\b [^<>]{0,500} > .*? (?: </style | \Z )                          # one that never ends takes all that follows, as in browsers
        | script\b (?! [^<>]{0,500} application/ld\+json ) [^<>]{0,4000} > .*? (?: </script | \Z )
    )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[/A-Za-z][A-Za-z]*")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_VOID_TAGS = frozenset(f"<{name}" for name in _VOID)
_CLOSED_BY_ITS_LIKE = frozenset("dd dt li option p td th tr".split())


@dataclass(frozen=True, slots=True)
class Bounded:
    """Markup within bounds, and notes on what was left out of it."""

    html: str
    """The markup, the very same where it was within bounds."""
    notes: tuple[str, ...] = ()
    """One sentence for each thing a reader should know."""


@dataclass(slots=True)
class _Open:
    """The elements that are open at a place of the markup."""

    deepest: int
    names: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    beyond: int = 0

    def enter(self, name: str) -> bool:
        """Open an element; tell whether it lies within the bound."""
        if self.beyond or len(self.names) >= self.deepest:
            self.beyond += 1  # their names do not matter: all of them are left out
            return False
        if not (name in _CLOSED_BY_ITS_LIKE and self.names and self.names[-1] == name):
            self.names.append(name)
            self.counts[name] = self.counts.get(name, 0) + 1
        return True

    def leave(self, name: str) -> bool:
        """Close an element and what was left open in it; tell whether it lay within the bound."""
        if self.beyond:
            self.beyond -= 1
            return False
        last = None
        while last != name and self.counts.get(name):
            last = self.names.pop()
            self.counts[last] -= 1
        return True


def bound_markup(html: str, *, settings: CaptureSettings | None = None) -> Bounded:
    """Leave out what is beyond the bounds: tags that lie too deep, not their words, and what follows after enough of a page.

    >>> bound_markup("<p>The dam held.</p>").html
    '<p>The dam held.</p>'
    >>> bound_markup("<b>" * 9999 + "The dam held.").html[-16:]
    '<b>The dam held.'
    """
    limits = settings or CaptureSettings()
    if len(html) <= limits.largest_markup and _is_flat(html, limits):
        return Bounded(html)
    whole = html if len(html) <= limits.largest_markup else _BULK.sub(" ", _EMBEDDED.sub(" ", html))
    lean = whole[: limits.largest_source]
    kept, end, deep = _keep(lean, limits)
    notes = [_DEEP.format(limits.deepest_markup)] if deep else []
    if end < len(whole):
        metadata = [found[0] for found in islice(_LINKED_DATA.finditer(whole, end), _MOST_METADATA)]
        kept = "".join([kept, *(block for block in metadata if len(block) <= limits.largest_text)])
        notes.append(_LONG.format(end / 1e6, len(whole) / 1e6))
    return Bounded(kept, tuple(notes))


_DEEP = "Its elements lie more than {} deep in each other; those below that are read as if they were not there, their words are kept."
_LONG = "It is longer than any page of news: of {1:.2g} million characters of markup the first {0:.2g} million are read."


def _is_flat(html: str, limits: CaptureSettings) -> bool:
    """Tell whether no element of a page can lie too deep, at the cost of one look at its tags; false when it is not sure."""
    tags = _TAG.findall(html)
    if len(tags) > limits.most_elements:
        return False
    steps = {tag: -1 if tag[1] == "/" else int(tag not in _VOID_TAGS) for tag in set(tags)}
    return max(accumulate(map(steps.__getitem__, tags)), default=0) <= limits.deepest_markup


def _keep(html: str, limits: CaptureSettings) -> tuple[str, int, bool]:
    """Give enough of a page without tags that lie too deep, where it ends, and whether there were such tags."""
    opened = _Open(limits.deepest_markup)
    kept: list[str] = []
    elements = letters = behind = since = 0
    for tags, token in enumerate(_TOKEN.finditer(html), start=1):
        start, stop = token.span()
        letters += start - behind
        if letters > limits.largest_text or elements > limits.most_elements or tags > limits.most_tags:
            break
        behind = stop
        ends, name = token.group("end", "name")
        if not name or (name := name.lower()) in _VOID or (opened.leave if ends else opened.enter)(name):
            elements += not ends
        else:  # it lies too deep
            kept.append(html[since:start])
            since = stop
    else:
        start = len(html)
        letters += start - behind
    end = max(behind, start - max(0, letters - limits.largest_text))
    kept.append(html[since:end])
    return "".join(kept), end, len(kept) > 1
