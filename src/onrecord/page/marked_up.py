"""A Capture with markup becomes a Page: a model of lines tells the news from all else, and the markup what else there is."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence

from onrecord.language.guess import guess_language
from onrecord.model import Block, Capture, Entry, Excerpt, MarkedLine, Markup, Page, Published, Role, Span
from onrecord.page.dating import find_published
from onrecord.page.entries import NEWS, set_entries
from onrecord.page.line_model import find_runs, load_model
from onrecord.page.lines import Line
from onrecord.page.marked_features import describe_marked
from onrecord.page.marked_roles import MOSTLY, find_again, find_headline, tell_role
from onrecord.page.masthead import find_names, same_outlet
from onrecord.page.roles import Part
from onrecord.page.updates import split_updates
from onrecord.settings import PageSettings


def split_marked_up(capture: Capture, markup: Markup, *, settings: PageSettings | None = None) -> Page:
    """Split a capture into blocks by its markup, each with its role, and find its title, outlet, origin, date and entries."""
    limits = settings or PageSettings()
    marked = markup.lines
    lines = [Line(number, line.span, line.span.of(capture.text), apart=not number) for number, line in enumerate(marked)]
    given, stated = capture.given, markup.stated
    headline = find_headline(capture.text, marked, given.title or stated.title)
    chosen = _choose(capture.text, markup, headline, limits)
    headings = {update.heading for update in markup.updates if update.heading}
    parts = tell_parts(lines, marked, headline[0] if headline else None, chosen, headings)
    roles = [Block(line.span, part.role, reason=part.reason) for line, part in zip(lines, parts, strict=True)]
    blocks, entries = split_entries(capture.text, markup, lines, roles)
    furniture = {number: part.reason or part.role for number, part in enumerate(parts) if part.role == "furniture"}
    names = find_names(lines, furniture, lines[headline[0]] if headline and headline[0] is not None else None, given)
    outlet = given.outlet or stated.outlet or names.outlet
    origin = stated.origin or names.origin
    return Page(
        capture=capture,
        outlet=outlet,
        origin=origin if not (origin and outlet and same_outlet(origin, outlet)) else None,
        url=stated.url or given.url,
        language=find_language(
            "\n".join(block.span.of(capture.text) for block in blocks if block.role in ("body", "heading")), stated.language
        ),
        title=Excerpt(headline[1].of(capture.text), headline[1]) if headline else None,
        published=_published(capture, markup, lines, parts),
        blocks=blocks,
        entries=entries,
    )


def _choose(text: str, markup: Markup, headline: tuple[int, Span] | None, limits: PageSettings) -> frozenset[int]:
    """Choose the lines that are the page's text; of a page without any sure one the likeliest."""
    marked = markup.lines
    title = headline[1].of(text) if headline else markup.stated.title
    taken = any(line.taken for line in marked)
    model = load_model("marked" if taken else "marked_alone")
    scores = model.score(describe_marked(text, marked, title=title)).tolist()
    return choose_lines(text, markup, raise_updates(markup, scores, limits), settings=limits)


def choose_lines(text: str, markup: Markup, scores: Sequence[float], *, settings: PageSettings | None = None) -> frozenset[int]:
    """Choose the lines whose scores, as log-odds, speak for them; where none does, the longest."""
    limits = settings or PageSettings()
    marked = markup.lines
    taken = any(line.taken for line in marked)
    less = limits.untaken_score if taken else limits.alone_score
    stay = limits.marked_stay if taken else (0.0, 0.0)
    chosen = {number for number, kept in enumerate(find_runs(_lowered(marked, scores, less), stay)) if kept}
    if not chosen:
        chosen = likeliest_lines(marked)
    return frozenset(chosen) - find_again(text, marked, chosen)


def _lowered(marked: Sequence[MarkedLine], scores: Sequence[float], less: float) -> list[float]:
    return [score if line.taken else score - less for line, score in zip(marked, scores, strict=True)]


def likeliest_lines(marked: Sequence[MarkedLine]) -> set[int]:
    """Number the line that is the longest and leads nowhere, and those that stand where it does."""
    plain = [number for number, line in enumerate(marked) if line.linked < MOSTLY]
    longest = max(plain, key=lambda number: marked[number].span.end - marked[number].span.start, default=None)
    return set() if longest is None else {number for number in plain if marked[number].inside == marked[longest].inside}


def raise_updates(markup: Markup, scores: Sequence[float], limits: PageSettings) -> list[float]:
    """Raise the scores of the lines that stand in an update."""
    if not markup.updates:
        return list(scores)
    spans = sorted(update.span for update in markup.updates)
    starts = [span.start for span in spans]
    raised: list[float] = []
    for line, score in zip(markup.lines, scores, strict=True):
        at = bisect_right(starts, line.span.start) - 1
        raised.append(score + limits.update_score if at >= 0 and spans[at].covers(line.span) else score)
    return raised


def tell_parts(
    lines: Sequence[Line], marked: Sequence[MarkedLine], title: int | None, chosen: frozenset[int], headings: Collection[Span] = ()
) -> list[Part]:
    """Tell the part of each line: the headline, headings of updates, the lines chosen as text, and what else there is."""
    first = min((number for number in chosen if number != title), default=len(lines))
    last = max(chosen, default=-1)
    parts: list[Part] = []
    for number, (line, mark) in enumerate(zip(lines, marked, strict=True)):
        if number == title or (title is not None and mark.tag == "h1" and marked[title].tag == "title" and number <= first):
            parts.append(Part("title"))
        elif mark.span in headings:
            parts.append(Part("heading"))
        elif number in chosen or _is_standfirst(line, mark, below=title is not None and title < number < first):
            parts.append(Part(_kept_role(mark)))
        else:
            parts.append(tell_role(line, mark, near=title is not None and title < number < last, above=number < first))
    return parts


def _is_standfirst(line: Line, mark: MarkedLine, *, below: bool) -> bool:
    """Tell the lines between headline and text that sum the text up, as their markup names them."""
    return below and mark.linked < MOSTLY and len(line.words) >= FEWEST_OF_STANDFIRST and any(map(_STANDFIRST.search, mark.inside[-2:]))


_STANDFIRST = re.compile(
    r"\b(?:standfirst|subtitle|dek|deck|subhead|subheadline|sub-?headline|strapline|summary|abstract|lede|intro|article-description)\b"
)
FEWEST_OF_STANDFIRST = 5
"""Words of a standfirst; what is shorter is a label."""


def _kept_role(mark: MarkedLine) -> Role:
    """Give the role of a line of the text."""
    return "heading" if mark.tag in ("h2", "h3", "h4", "h5", "h6") else "body"


def split_entries(text: str, markup: Markup, lines: Sequence[Line], blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Entry, ...]]:
    """Give the updates of a live blog, or the one article, and the blocks with the entries they belong to."""
    if markup.updates:
        return split_updates(text, markup, lines, blocks)
    news = [block.span for block in blocks if block.role in NEWS]
    entries = (Entry(0, Span(news[0].start, news[-1].end)),) if news else ()
    return set_entries(blocks, entries), entries


def find_language(body: str, stated: str | None) -> str | None:
    """Give the language of the text itself, where it is long enough to tell; else the one stated."""
    guess = guess_language(body)
    if guess.english:
        return "en"
    return stated if guess.english is None or stated != "en" else None


def _published(capture: Capture, markup: Markup, lines: Sequence[Line], parts: Sequence[Part]) -> Published | None:
    """Give when a page was published: as the caller said, as its metadata state, else as its lines tell."""
    given, stated = capture.given, markup.stated.published
    if stated and not given.published:
        return Published(stated, "metadata", stated, stated)
    dropped: Mapping[int, str] = {number: part.role for number, part in enumerate(parts) if part.role in ("furniture", "teaser", "caption")}
    return find_published(lines, frozenset(dropped), given)
