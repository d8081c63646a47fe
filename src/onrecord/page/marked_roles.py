"""A line that is not the page's text to the role it plays and why it was dropped; the headline; what is told twice."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from onrecord.model import MarkedLine, Role, Span
from onrecord.page.lines import Line
from onrecord.page.masthead import is_masthead
from onrecord.page.phrases import WHOLE
from onrecord.page.roles import Part, is_caption, is_housekeeping

_WORD = re.compile(r"\w+")
_REASONS: Sequence[tuple[str, str, Role]] = (
    ("comment comments disqus replies discussion respond", "comments", "furniture"),
    ("figcaption caption credit credits", "caption", "caption"),
    (
        "newsletter newsletters signup subscribe subscription paywall register login signin membership donate donation",
        "newsletter",
        "furniture",
    ),
    ("cookie cookies consent gdpr modal popup overlay dialog banner onetrust", "notice", "furniture"),
    (
        "related recommended recirc trending popular teaser teasers promo outbrain taboola more latest next read recommendations",
        "links",
        "teaser",
    ),
    ("share sharing social follow", "share", "furniture"),
    ("ad ads advert advertisement sponsored dfp", "advertisement", "furniture"),
    ("author byline contributor bio vcard writer", "about the author", "masthead"),
    ("date time timestamp dateline published updated kicker eyebrow label section category", "masthead", "masthead"),
    ("footer colophon", "footer", "furniture"),
    ("nav navigation menu header breadcrumb breadcrumbs topbar masthead", "menu", "furniture"),
    ("tag tags topic topics keywords", "topics", "furniture"),
    ("form button input select", "form", "furniture"),
    ("aside sidebar rail widget card cards", "links", "teaser"),
)
_UNTOLD = len(_REASONS)
_PLACE_OF = {word: number for number, (words, _, _) in reversed(list(enumerate(_REASONS))) for word in words.split()}
_SAYINGS = {phrase: reason for reason, phrases in WHOLE.items() for phrase in phrases}
LONGEST_MASTHEAD = 25
"""Words of a byline, a date line or a section's name; what is longer tells of the author."""
MOSTLY = 0.5
"""Share of a line's letters in links from which it leads elsewhere."""
FEWEST_TEASER_WORDS = 4
"""Words of a link that can be another story's headline."""
SHARED_TITLE = 0.6
"""Share of words that a line must have in common with the headline as stated to be the headline as shown."""
SURE_TITLE = 1.25
"""The same, with what is added for an `h1`, from which no other line can be liker."""
FEWEST_AGAIN = 30
"""Words of a line that tells again what stands further up in several lines; a question may be asked again of each guest."""
FEWEST_PULLED = 12
"""Words of a line that is told again whole in a longer one, as a quotation pulled from the text is; a heading may quote a few."""
MOST_HOLDERS = 20
"""Longer lines with the first words of a line that are looked at for the rest of it, the longest first: a pulled quotation has one."""
TOLD_AGAIN = 0.9
"""Share of a line's runs of four words that must stand in the text kept so far for it to be told again."""
_RUN = 4


def tell_role(line: Line, mark: MarkedLine, *, near: bool, above: bool) -> Part:
    """Tell the role of a line that is not the page's text, by its markup and its words, with the reason why it was dropped.

    `near` says that it stands between headline and end of the text, `above` that the text has not begun.
    """
    saying = _SAYINGS.get(line.text.lower())
    if saying:
        return Part("furniture", saying)
    words = line.text.count(" ") + 1
    short = words <= LONGEST_MASTHEAD
    linked = mark.linked > MOSTLY
    if near and not linked and is_caption(line):
        return Part("caption")
    if near and above and short and is_masthead(line):
        return Part("masthead")
    told = min(map(_told_by, mark.inside[-3:]), default=_UNTOLD)
    if told < _UNTOLD:
        reason, role = _REASONS[told][1:]
        return _by_name(role, reason, near=near, short=short)
    if linked:
        return Part("teaser", "links to another story") if words >= FEWEST_TEASER_WORDS else Part("furniture", "menu")
    if near and is_housekeeping(line):
        return Part("housekeeping", "the page talks of itself")
    around = min(map(_told_by, mark.inside), default=_UNTOLD)
    return Part("furniture", _REASONS[around][1] if around < _UNTOLD else "not in the text")


@lru_cache(maxsize=20_000)
def _told_by(name: str) -> int:
    """Number the first reason that an element's name tells; one beyond them where it tells none."""
    return min([_PLACE_OF.get(word, _UNTOLD) for word in name.split()], default=_UNTOLD)


def _by_name(role: Role, reason: str, *, near: bool, short: bool) -> Part:
    if role == "caption":
        return Part("caption") if near else Part("furniture", "caption elsewhere")
    if role == "masthead":
        return Part("masthead") if near and short else Part("furniture", reason)
    return Part("teaser", "links to another story") if role == "teaser" else Part(role, reason)


def find_headline(text: str, lines: Sequence[MarkedLine], stated: str | None) -> tuple[int, Span] | None:
    """Find the line that is the headline, and where in it the words stated stand; without such a line the first `h1` is taken."""
    headings = [number for number, line in enumerate(lines) if line.tag == "h1"]
    for number in headings:
        if lines[number].span.of(text) == stated:
            return number, lines[number].span
    told = _WORD.findall(stated.lower()) if stated else []
    if not told:
        return (headings[0], lines[headings[0]].span) if headings else None
    if lines and lines[0].tag == "title":
        return 0, _stretch(told, text, lines[0].span)
    best = _likest(told, text, lines, headings)
    if best[0] < SURE_TITLE:
        best = _likest(told, text, lines, range(len(lines)))
    if best[0] < SHARED_TITLE:
        return (headings[0], lines[headings[0]].span) if headings else None
    return best[1], _stretch(told, text, lines[best[1]].span)


def _likest(told: Sequence[str], text: str, lines: Sequence[MarkedLine], numbers: Iterable[int]) -> tuple[float, int]:
    """Give how like the headline the likest of some lines is, and its number; the first of them where several are."""
    words, size = frozenset(told), sum(map(len, told))
    best = (0.0, 0)
    for number in numbers:
        span = lines[number].span
        if size // 3 <= span.end - span.start <= 4 * size + 100:
            like = _like(words, text, lines[number])
            if like > best[0]:
                best = like, number
    return best


def _like(told: frozenset[str], text: str, line: MarkedLine) -> float:
    held = _WORD.findall(line.span.of(text).lower())
    both = len(told.intersection(held))
    if not both:
        return 0.0
    raised = 0.25 if line.tag == "h1" else 0.1 if line.tag in ("h2", "h3") else 0.0
    return both / len(told.union(held)) + raised - 0.3 * (line.linked > MOSTLY)


def _stretch(told: Sequence[str], text: str, span: Span) -> Span:
    """Give the stretch of a line that has the words stated, in their order; else the whole line."""
    held = list(_WORD.finditer(text, span.start, span.end))
    words = [match.group().lower() for match in held]
    for number in range(len(words) - len(told) + 1):
        if words[number : number + len(told)] == list(told):
            if len(words) == len(told):
                return span
            return Span(held[number].start(), held[number + len(told) - 1].end())
    return span


def find_again(text: str, lines: Sequence[MarkedLine], chosen: Collection[int]) -> frozenset[int]:
    """Number the chosen lines that only tell again what the text tells: in one longer line, as pulled quotations do, or further up."""
    runs = {number: _runs(lines[number].span.of(text)) for number in sorted(chosen)}
    sets = {number: frozenset(held) for number, held in runs.items()}
    first = {held[0] for held in runs.values() if held}
    holders: dict[tuple[str, ...], list[int]] = {}
    for number, distinct in sorted(sets.items(), key=lambda one: -len(runs[one[0]])):
        for run in distinct & first:  # a longer line has the first run of what it tells whole
            holders.setdefault(run, []).append(number)
    seen: set[tuple[str, ...]] = set()
    again: set[int] = set()
    for number, held in runs.items():
        many = len(held) + _RUN - 1
        above = many >= FEWEST_AGAIN and sum(map(seen.__contains__, held)) >= TOLD_AGAIN * len(held)
        may = not above and many >= FEWEST_PULLED and held
        longer = [other for other in holders[held[0]][:MOST_HOLDERS] if len(runs[other]) > len(held)] if may else []
        if above or any(sum(map(sets[other].__contains__, held)) >= TOLD_AGAIN * len(held) for other in longer):
            again.add(number)
        else:
            seen.update(held)
    return frozenset(again)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))
