"""What the metadata of a page and its first headline call it, to the one headline that its outlet gives it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.capture.linked_data import Thing, first_string, plain
from onrecord.capture.metas import Metas, text_of
from onrecord.settings import MetadataSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_SEPARATOR = re.compile(r"\s+(?:\||-|–|—|::|»|·|•|//)\s+|\s*\|\s*")
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_ALLOWED = 100
_SQUASH = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Headlines:
    """What a page is called in each place, site names at the end taken off; null where it is not called anything."""

    stated: str | None = None
    """In its linked data."""
    shared: str | None = None
    """To those who share it (Open Graph and its kin)."""
    shared_tail: bool = False
    """Whether that one bore the site's name, as a headline does not."""
    seen: str | None = None
    """At the head of the page."""
    tab: str | None = None
    """In the title element."""


def find_headline(headlines: Headlines, *, settings: MetadataSettings | None = None) -> str | None:
    """Choose the headline: what most places agree on; the one that is shared against a headline it does not cut short.

    >>> find_headline(Headlines(stated="Ferry sinks off Orle with 40", shared="Ferry sinks", seen="Ferry sinks off Orle with 40"))
    'Ferry sinks off Orle with 40'
    >>> find_headline(Headlines(seen="Ferry sinks off Orle", tab="Orle ferry disaster"))
    'Ferry sinks off Orle'
    """
    limits = settings or MetadataSettings()
    stated, shared = headlines.stated, headlines.shared
    if not shared or not stated:
        one = _whole(shared or stated, headlines)
        if shared and headlines.seen and same(headlines.seen, headlines.tab) and _is_cut(shared, headlines.seen, limits):
            return headlines.seen
        return one or headlines.seen or headlines.tab
    if same(stated, shared):
        return _whole(stated, headlines)
    if same(headlines.seen, shared):
        return shared
    if same(headlines.seen, stated):
        sharing_only = headlines.shared_tail or same(headlines.tab, shared) or _is_cut(shared, stated, limits)
        return _whole(stated if sharing_only else shared, headlines)
    chosen = shared if same(headlines.tab, shared) else stated
    return _whole(chosen, headlines)


def _is_cut(shorter: str, longer: str, limits: MetadataSettings) -> bool:
    return len(_WORD.findall(shorter)) < limits.cut_title * len(_WORD.findall(longer))


def _whole(title: str | None, headlines: Headlines) -> str | None:
    """Give the whole of a headline that breaks off, with dots or at the length that search engines allow."""
    if not title or not (_CUT.search(title) or len(title) >= _ALLOWED):
        return title
    opening = words_of(_CUT.sub("", title))
    for other in (headlines.seen, headlines.stated, headlines.shared, headlines.tab):
        if other and words_of(other)[: len(opening)] == opening and len(words_of(other)) > len(opening):
            return other
    return title


def same(one: str | None, other: str | None) -> bool:
    """Tell whether two headlines have the same words."""
    return bool(one and other) and words_of(one or "") == words_of(other or "")


def words_of(title: str) -> list[str]:
    """Give the words of a headline in lower case."""
    return _WORD.findall(title.lower())


def likeness(one: str, other: str) -> float:
    """Give the share of the shorter headline's words that the other has, from 0 to 1."""
    first, second = set(words_of(one)), set(words_of(other))
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def read_headlines(root: "HtmlElement", article: Thing | None, metas: Metas, heads: Sequence[str], names: Sequence[str]) -> Headlines:
    """Gather what a page is called, by its first-order headings too; the names are those of its outlet."""
    tab_element = root.find(".//title")
    tab = plain(text_of(tab_element)) if tab_element is not None else ""
    shared = next(
        (one for one in metas.all("og_title", "twitter_title", "parsely_title", "sailthru_title", "dc_title", "dcterms_title") if one), None
    )
    stated = first_string(article, "headline", "name") if article else None
    stated = plain(stated) if stated else metas.first("headline")
    others = [one for one in (stated, shared) if one]
    seen = _seen(heads, [*others, tab])
    known = [*others, *([seen] if seen else [])]
    short = without_tail(shared, names) if shared else None
    short = _opening(short, seen) if short and seen else short
    stated = without_tail(stated, names) if stated else None
    return Headlines(
        stated=_opening(stated, seen) if stated and seen else stated,
        shared=short,
        shared_tail=short != shared,
        seen=without_tail(seen, names) if seen else None,
        tab=_tab(tab, known, names) if tab else None,
    )


def _seen(heads: Sequence[str], others: Sequence[str]) -> str | None:
    """Give the first-order heading that is most like what the metadata call the page, or the longest."""
    best = max(
        heads,
        key=lambda text: (max((likeness(text, other) for other in others), default=0.0) * min(len(words_of(text)), 4), len(text)),
        default=None,
    )
    return best or None


def name_in_tab(root: "HtmlElement", title: str | None) -> str | None:
    """Give what follows the headline in the title element: the outlet's name, where nothing else tells it."""
    tab = plain(root.findtext(".//title") or "")
    cuts = list(_SEPARATOR.finditer(tab))
    tail = tab[cuts[-1].end() :] if cuts else ""
    head = words_of(tab[: cuts[-1].start()]) if cuts else []
    opens = bool(title) and len(head) > 3 and head[:3] == words_of(title or "")[:3]
    return tail if opens and 0 < len(tail.split()) <= 4 and not tail.startswith("by ") else None


def _tab(tab: str, known: Sequence[str], names: Sequence[str]) -> str:
    """Cut the title element down to the headline that opens it."""
    words = words_of(tab)
    for title in known:
        opening = words_of(title)
        if len(opening) > 2 and words[: len(opening)] == opening:
            return title
    parts = [part for part in _SEPARATOR.split(tab) if part]
    while len(parts) > 1 and (is_name(parts[-1], names) or len(words_of(parts[-1])) <= 2):
        parts.pop()
    return " - ".join(parts[:1] if len(words_of(parts[0])) > 3 else parts) if parts else tab


def _opening(title: str, seen: str) -> str:
    """Cut a headline to the one that is seen, where that one opens it and a mark follows."""
    cut = next((cut for cut in _SEPARATOR.finditer(title) if words_of(title[: cut.start()]) == words_of(seen)), None)
    return title[: cut.start()] if cut else title


def without_tail(title: str, names: Sequence[str]) -> str:
    """Take the outlet's name off the end of a headline.

    >>> without_tail("Ferry sinks off Orle | Orle Echo", ["Orle Echo"]), without_tail("BUDGET | Tax up again", ["Orle Echo"])
    ('Ferry sinks off Orle', 'BUDGET | Tax up again')
    """
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts or not is_name(title[cuts[-1].end() :], names) or len(words_of(title[: cuts[-1].start()])) < 2:
            break
        title = title[: cuts[-1].start()]
    return title.strip()


def is_name(words: str, names: Sequence[str]) -> bool:
    """Tell whether some words are one of an outlet's names, or it with "News" or "Online" behind."""
    bare = squash(words)
    return bool(bare) and any(
        bare == name or (len(name) > 2 and bare.startswith(name) and len(bare) <= len(name) + 7) for name in map(squash, names) if name
    )


def squash(name: str) -> str:
    """Give a name as letters and digits only, without "The"."""
    bare = _SQUASH.sub("", name.lower())
    return bare[3:] if bare.startswith("the") and len(bare) > 5 else bare
