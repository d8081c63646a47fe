"""A Record to what a page for readers tells of it: sections of items, each with the places and exact words that it rests on."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import quote, urlsplit

from onrecord.language.sentences import find_sentences
from onrecord.model import Change, Claim, Evidence, Facts, Member, Record, Span
from onrecord.serve.brief import STYLES, say_figure, say_who
from onrecord.serve.changed import say_wording
from onrecord.serve.desk import Desk
from onrecord.serve.layout import Paper
from onrecord.serve.lines import say_date, say_published
from onrecord.serve.places import Places, around
from onrecord.serve.standings import STANDINGS, say_behind, say_point
from onrecord.serve.stories import say_story

LONGEST_WORDS = 400
"""Code points of the words shown for one place; the rest is on the page."""
_LONGEST_LINKED, _ENDS = 60, 5
"""Code points of words that a link holds whole, and how many words of longer ones it begins and ends with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place on a page."""

    page: int
    """Number of the page, from 1."""
    line: int
    """Its line, from 1."""
    words: str
    """The sentence or sentences there, on one line."""
    link: str | None
    """The page's address with the exact words in it, which browsers go to; null for a page without one."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told."""

    label: str
    """What kind of thing it is, or who says it."""
    text: str
    """What is told; empty where the words of the sources tell it."""
    sources: tuple[Source, ...]
    """Where it can be read."""


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind."""

    title: str
    """Its heading."""
    told: tuple[Told, ...]
    """The things."""
    quoting: bool = False
    """Whether the words of each source are shown, not only its place."""


@dataclass(frozen=True, slots=True)
class PageTold:
    """A page, with what is said and counted on it."""

    number: int
    """Its number, from 1."""
    title: str
    """Its headline, or its name."""
    about: str
    """Outlet, origin and date."""
    name: str
    """Name and hash of the capture."""
    link: str | None
    """Its address; null where it has none."""
    sections: tuple[Section, ...]
    """What is said and counted on it."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a page for readers tells of a record."""

    title: str
    """What it is about."""
    sections: tuple[Section, ...]
    """What is known from all pages together; sections that would be empty are left out."""
    pages: tuple[PageTold, ...]
    """The pages one by one."""


def make_digest(record: Record) -> Digest:
    """Put together what is told of a record."""
    finder = _Finder(record)
    stories = [Told(story.title, say_story(story, record, finder.desk.page_mark), ()) for story in record.stories]
    sections = (
        Section("Stories", tuple(stories)),
        Section("Handle with care", tuple(_care(record, finder)), quoting=True),
        Section("Claims", tuple(_claims(record, finder)), quoting=True),
        Section("Figures over time", tuple(_series(record, finder))),
        Section("What changed", tuple(_changes(record, finder))),
        Section("Timeline", tuple(_days(record, finder))),
        Section("Not read", tuple(Told(one.name, one.reason, ()) for one in record.unread)),
    )
    title = record.stories[0].title if len(record.stories) == 1 else f"{len(record.stories)} stories on {len(record.captures)} pages"
    return Digest(title, _filled(sections), tuple(_page(facts, finder) for facts in record.captures))


def point_to(address: str | None, words: str) -> str | None:
    """Give the address of a page with some of its words, as browsers read it; null for what is no address of the web.

    >>> point_to("https://orle.example/live", "Two are missing, she said")
    'https://orle.example/live#:~:text=Two%20are%20missing%2C%20she%20said'
    >>> point_to("javascript:alert(1)", "Two are missing") is None
    True
    """
    if address is None or not is_web(address):
        return None
    line = " ".join(words.split())
    several = line.split(" ")
    ends = [line] if len(line) <= _LONGEST_LINKED or len(several) <= 2 * _ENDS else [several[:_ENDS], several[-_ENDS:]]
    told = ",".join(quote(" ".join(end) if isinstance(end, list) else end, safe="").replace("-", "%2D") for end in ends)
    return f"{address}{'' if '#' in address else '#'}:~:text={told}"


def is_web(address: str) -> bool:
    """Tell whether an address is one that a reader may be sent to."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not any(sign.isspace() for sign in address)


class _Finder:
    """Gives the sources of spans."""

    def __init__(self, record: Record) -> None:
        self.desk = Desk(record, Paper())
        self.places = Places(record)
        self._pages = {facts.page.capture.name: (number, facts.page.url) for number, facts in enumerate(record.captures, start=1)}
        self._blocks = {facts.page.capture.name: [block.span for block in facts.page.blocks] for facts in record.captures}

    def source(self, capture: str, span: Span) -> Source:
        """Give the place of a span, with the sentences that it stands in."""
        number, address = self._pages[capture]
        text = self.places.texts[capture]
        shown = shorten(" ".join(self._around(capture, span).of(text).split()), LONGEST_WORDS, placeholder=" …")
        return Source(number, self.places.line(capture, span), shown, point_to(address, span.of(text)))

    def _around(self, capture: str, span: Span) -> Span:
        blocks = self._blocks[capture]
        at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        if at < 0 or not blocks[at].covers(span):
            return span
        return around([span, *(one for one in find_sentences(self.places.texts[capture], blocks[at]) if one.overlaps(span))])

    def sources(self, evidence: Iterable[Evidence]) -> tuple[Source, ...]:
        """Give the places of evidence, each once."""
        return tuple(dict.fromkeys(self.source(one.capture, one.span) for one in evidence))


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.told)


def _care(record: Record, finder: _Finder) -> Iterator[Told]:
    for one in record.findings:
        if one.kind in STYLES:
            yield Told(one.kind.replace("_", " "), one.text, finder.sources(one.evidence))


def _claims(record: Record, finder: _Finder) -> Iterator[Told]:
    """Tell the claims by standing; what one side alone says stands with its page."""
    order = list(STANDINGS)
    for claim in sorted((one for one in record.claims if one.standing in STANDINGS), key=lambda one: order.index(one.standing)):
        seen = [Evidence(one.capture, around(finder.places.spans(one))) for one in claim.members]
        moved = [Evidence(one.capture, one.span) for one in claim.history[-1:]]
        yield Told(claim.standing.replace("_", " "), _claim_text(claim, finder), finder.sources([*seen, *moved]))


def _claim_text(claim: Claim, finder: _Finder) -> str:
    origins = f"{claim.origins} independent origin{'' if claim.origins == 1 else 's'}"
    behind = say_behind(claim, finder.places.texts) if claim.history else ""
    return f"{' '.join(claim.text.split())} – {'; '.join(filter(None, (behind, origins)))}"


def _series(record: Record, finder: _Finder) -> Iterator[Told]:
    for one in sorted(record.series, key=lambda one: -len(one.points)):
        told = (say_point(point, before) for before, point in zip((None, *one.points), one.points, strict=False))
        members = (Member(point.capture, figure=point.figure) for point in one.points)
        sources = (finder.source(member.capture, *finder.places.spans(member)) for member in members)
        yield Told(one.quantity or "a number", "; ".join(told), tuple(dict.fromkeys(sources)))


def _changes(record: Record, finder: _Finder) -> Iterator[Told]:
    for one in record.changes:
        if one.kind != "altered" or one.what != "text":  # a sentence worded otherwise, with no fact altered, is not told of
            before, after = _side(one, finder, earlier=True), _side(one, finder, earlier=False)
            words = " became ".join(say_wording(side) for side in (one.before, one.after) if side)
            label = f"{one.what} {'taken out' if one.kind == 'removed' else one.kind}"
            yield Told(label, words, tuple(side for side in (before, after) if side))


def _side(change: Change, finder: _Finder, *, earlier: bool) -> Source | None:
    excerpt, capture = (change.before, change.from_) if earlier else (change.after, change.to)
    return finder.source(capture, excerpt.span) if excerpt else None


def _days(record: Record, finder: _Finder) -> Iterator[Told]:
    for one in record.timeline:
        yield Told(say_date(one.when), " ".join(one.text.split()), finder.sources(one.evidence))


def _page(facts: Facts, finder: _Finder) -> PageTold:
    page, capture = facts.page, facts.page.capture
    published = say_published(page.published) if page.published else "date not known"
    origin = f"text of {page.origin}" if page.origin else ""
    about = " · ".join(filter(None, (page.outlet or "outlet not known", origin, published)))
    number = finder.source(capture.name, Span(0, 0)).page
    link = page.url if page.url and is_web(page.url) else None
    sections = _filled((Section("Said", tuple(_said(facts, finder))), Section("Figures", tuple(_figures(facts, finder)))))
    return PageTold(number, page.title.text if page.title else capture.name, about, f"{capture.name} · {capture.id}", link, sections)


def _said(facts: Facts, finder: _Finder) -> Iterator[Told]:
    text, name = facts.page.capture.text, facts.page.capture.name
    for one in facts.statements:
        words = " … ".join(span.of(text) for span in one.content.spans)
        shown = f"“{words}”" if one.quoted == "direct" else words
        source = finder.source(name, around(one.content.spans))
        yield Told(say_who(finder.desk, one, text).removesuffix(":"), " ".join(shown.split()), (source,))


def _figures(facts: Facts, finder: _Finder) -> Iterator[Told]:
    for one in facts.figures:
        source = finder.source(facts.page.capture.name, one.span)
        yield Told(one.holder.name if one.holder else "The outlet", say_figure(one), (source,))


def by_words(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Put together the places that have the same words, as copies of a page have."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.words, []).append(source)
    return found


def mark_of(source: Source, known: Sequence[PageTold]) -> str:
    """Say where a source stands: "[2] L12", or "L12" where there is one page."""
    return f"[{source.page}] L{source.line}" if len(known) > 1 else f"L{source.line}"
