"""A Capture read in bulk becomes a Page: a small model of lines chooses the text, and cheap rules give the few other lines their roles."""

from collections.abc import Sequence

from onrecord.language.stopwords import STOP_WORDS
from onrecord.model import Block, Capture, Excerpt, MarkedLine, Markup, Page, Published
from onrecord.page.bulk_lines import describe_bulk
from onrecord.page.dating import find_published
from onrecord.page.line_model import load_model
from onrecord.page.lines import Line
from onrecord.page.marked_roles import find_headline
from onrecord.page.marked_up import find_language, likeliest_lines, raise_updates, split_entries, tell_parts
from onrecord.page.masthead import Names, find_names, same_outlet
from onrecord.page.roles import Part
from onrecord.settings import PageSettings

LOOKED_AT = 1_000
"""Code points of the text by which its language is told."""
SURELY_ENGLISH = 0.25
"""Share of common English words, as written within a sentence, from which a text stated to be English is that."""
AROUND = 4
"""Lines before and after the text that may say whose it is."""


def split_bulk(capture: Capture, markup: Markup, *, settings: PageSettings | None = None) -> Page:
    """Split a capture that was read in bulk into blocks, each with its role, and find its title, outlet, origin and date."""
    limits = settings or PageSettings()
    given, stated = capture.given, markup.stated
    text, marked = capture.text, markup.lines
    headline = find_headline(text, marked, given.title or stated.title)
    titled = headline[0] if headline else None
    scores = load_model("bulk").score(describe_bulk(text, marked, titled=titled)).tolist()
    chosen = choose_bulk(marked, raise_updates(markup, scores, limits), limits)
    lines = [Line(number, line.span, line.span.of(text), apart=True) for number, line in enumerate(marked)]
    parts = tell_parts(lines, marked, titled, chosen, {update.heading for update in markup.updates if update.heading})
    names = _names(capture, lines, parts, titled)
    outlet = given.outlet or stated.outlet or names.outlet
    origin = stated.origin or names.origin
    roles = [Block(line.span, part.role, None, part.reason) for line, part in zip(marked, parts, strict=True)]
    blocks, entries = split_entries(text, markup, lines, roles)
    body = " ".join(block.span.of(text) for block in roles if block.role in ("body", "heading"))[:LOOKED_AT]
    return Page(
        capture=capture,
        outlet=outlet,
        origin=origin if not (origin and outlet and same_outlet(origin, outlet)) else None,
        url=stated.url or given.url,
        language=_language(body, stated.language),
        title=Excerpt(headline[1].of(text), headline[1]) if headline else None,
        published=_published(capture, lines, parts),
        blocks=blocks,
        entries=entries,
    )


def _language(body: str, stated: str | None) -> str | None:
    """Give the language, as stated where that is English and the commonest words bear it out."""
    words = body.split()
    if stated == "en" and sum(map(STOP_WORDS["English"].__contains__, words)) > SURELY_ENGLISH * len(words):
        return stated
    return find_language(body, stated)


def choose_bulk(marked: Sequence[MarkedLine], scores: Sequence[float], settings: PageSettings | None = None) -> frozenset[int]:
    """Choose the lines whose scores, as log-odds, speak for them; where none does, the longest."""
    least = (settings or PageSettings()).bulk_score
    return frozenset(number for number, score in enumerate(scores) if score > least) or frozenset(likeliest_lines(marked))


def _names(capture: Capture, lines: Sequence[Line], parts: Sequence[Part], title: int | None) -> Names:
    """Find whose the page and its text are by what stands at the ends of the text; where no outlet is stated, by all lines outside it."""
    inside = [number for number, part in enumerate(parts) if part.role in ("body", "heading")]
    known = capture.given.outlet or (capture.markup and capture.markup.stated.outlet)
    if known and inside:
        near = sorted({*range(max(0, inside[0] - AROUND), inside[0] + 1), *range(inside[-1] - 1, min(len(lines), inside[-1] + AROUND + 1))})
    else:
        near = sorted({*range(len(lines))} - {*inside[AROUND:-AROUND]})
    told = [Line(at, lines[number].span, lines[number].text, apart=True) for at, number in enumerate(near)]
    dropped = {at: parts[number].reason or "" for at, number in enumerate(near) if parts[number].role == "furniture"}
    return find_names(told, dropped, lines[title] if title is not None else None, capture.given)


def _published(capture: Capture, lines: Sequence[Line], parts: Sequence[Part]) -> Published | None:
    """Give when a page was published: as the caller said, as its metadata state, else as its lines tell."""
    stated = capture.markup.stated.published if capture.markup else None
    if stated and not capture.given.published:
        return Published(stated, "metadata", stated, stated)
    dropped = frozenset(number for number, part in enumerate(parts) if part.role in ("furniture", "teaser", "caption"))
    return find_published(lines, dropped, capture.given)
