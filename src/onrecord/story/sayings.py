"""Facts of pages to tellings: what each statement and each figure in the outlet's own voice says, with the terms it is known by."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from onrecord.language.english_matters import COUNTABLE, DOCUMENT, HOLDING, OUTCOMES, PER_DAY, PLANNING
from onrecord.language.matters import MATTER, NUMBER, find_terms
from onrecord.language.sentences import find_sentences
from onrecord.language.timex.calendar import parse_day
from onrecord.model import Facts, Figure, Page, Span, Statement

LONGEST_WORDING = 60
"""Words by which two tellings are known to have the same wording; a longer one is told apart by its opening."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement with the figures in it, or a figure in the outlet's own voice."""

    capture: str
    """Name of the capture."""
    page: int
    """Number of the page among those read."""
    entry: int
    """Id of its entry."""
    block: int
    """Number of the paragraph in which it begins."""
    span: Span
    """From its first to its last word."""
    text: str
    """Its words."""
    statement: Statement | None
    """The statement; null for a figure in the outlet's own voice."""
    figures: tuple[Figure, ...]
    """The figures in it."""
    totals: tuple[Figure, ...]
    """Those of them that are no part of a sum."""
    terms: frozenset[str]
    """What it is known by."""
    around: frozenset[str]
    """The terms of its sentence and of the heading above it."""
    heading: bool
    """Whether it stands in a headline or a heading."""
    wording: tuple[str, ...]
    """Its words without numbers and hedges, by which an edited telling is known again."""
    part: bool
    """Whether it is a part of its statement that tells of another matter; its figures alone are members then."""
    days: frozenset[str]
    """ISO dates of the days that it names, where what it counts is counted anew each day; empty elsewhere."""
    when: str | None
    """ISO date or date-time at which it was told; null when its page is not dated."""
    outcomes: frozenset[str] = frozenset()
    """What became of those it counts, as terms, marked where it is still to come; empty where that is not told."""
    past: frozenset[str] = frozenset()
    """Years long gone that its sentence names, where the outlet looks back: "a flood killed six in 1987"."""

    @property
    def speaker(self) -> str | None:
        """Id of the actor who says it, or who holds the figure; null in the outlet's own voice."""
        if self.statement:
            return self.statement.speaker.actor if self.statement.speaker else None
        holder = self.figures[0].holder
        return holder.actor if holder else None


def find_tellings(facts: Facts, page: int) -> tuple[Telling, ...]:
    """Find the tellings of one page, in its order; a figure within a statement is told with it, one of speakers is none."""
    said = sorted(span for statement in facts.statements for span in statement.content.spans)
    desk = _Desk(facts, page)
    told = [telling for statement in facts.statements for telling in desk.statement(statement)]
    speakers = sorted(statement.speaker.span for statement in facts.statements if statement.speaker and statement.speaker.span)
    told += [desk.figure(figure) for figure in facts.figures if not _within(said, figure.span) and not _within(speakers, figure.span)]
    return tuple(sorted(told, key=lambda telling: telling.span))


def _within(spans: Sequence[Span], span: Span) -> bool:
    at = bisect_right(spans, span.start, key=lambda one: one.start)
    return any(one.covers(span) for one in spans[max(at - 2, 0) : at])


def figures_in(figures: Sequence[Figure], spans: Sequence[Span]) -> tuple[Figure, ...]:
    """Give the figures, which are in order, that stand within some stretches."""
    found: list[Figure] = []
    for span in spans:
        first = bisect_left(figures, span.start, key=lambda figure: figure.span.start)
        found += figures[first : bisect_right(figures, span.end, key=lambda figure: figure.span.end)]
    return tuple(found)


def find_parts(facts: Facts) -> frozenset[Span]:
    """Give the places of figures that are only parts: of a sum, or of what was counted before ("940 of them")."""
    text = facts.page.capture.text
    named = {one.span for one in facts.figures if _OF_THEM.match(text, one.span.end)}
    return frozenset(named.union(*(total.spans[1:] for total in facts.sums)))


_OF_THEM = re.compile(r"\sof\s(?:them|these|those|which|whom)\b")


def parts_of_a_count(telling: Telling) -> bool:
    """Tell whether a statement gives the parts of what was counted before it, and no count of its own."""
    return telling.statement is not None and len(telling.figures) > 1 and not telling.totals


class _Desk:
    """A page laid out so that what stands around a place is found at once."""

    def __init__(self, facts: Facts, number: int) -> None:
        self.facts, self.number, self.page = facts, number, facts.page
        self.text = facts.page.capture.text
        self.headings = {entry.id: find_terms(entry.heading.text) if entry.heading else frozenset() for entry in facts.page.entries}
        self.posted = told_at(facts.page)
        self.parts = find_parts(facts)

    def statement(self, statement: Statement) -> Iterator[Telling]:
        """Make the telling of a statement; a quotation that goes on to another matter, with its own figures, is told apart."""
        spans = statement.content.spans
        matters = [{term for term in find_terms(span.of(self.text)) if term[0] == MATTER} for span in spans]
        main = max(range(len(spans)), key=lambda at: spans[at].end - spans[at].start)
        apart = [at for at, one in enumerate(matters) if at != main and one and matters[main] and not one & matters[main]]
        for at in apart:
            figures = figures_in(self.facts.figures, spans[at : at + 1])
            if figures:
                told = self._telling(statement.entry, spans[at], spans[at].of(self.text), statement=statement, figures=figures)
                yield replace(told, part=True)
        kept = [span for at, span in enumerate(spans) if at not in apart]
        place, text = Span(kept[0].start, kept[-1].end), " ".join(span.of(self.text) for span in kept)
        figures = figures_in(self.facts.figures, kept)
        others = self._others(figures, kept)
        for figure, span in others.items():
            told = self._telling(statement.entry, span, span.of(self.text), statement=statement, figures=(figure,))
            yield replace(told, part=True)
        own = tuple(figure for figure in figures if figure not in others)
        told = self._telling(statement.entry, place, text, statement=statement, figures=own)
        if not others:
            yield told
            return
        rest = reduce(lambda words, span: words.replace(span.of(self.text), "", 1), others.values(), text)
        yield replace(told, terms=told.terms - (find_terms(text) - find_terms(rest)))

    def _others(self, figures: Sequence[Figure], spans: Sequence[Span]) -> dict[Figure, Span]:
        """Find the figures that count something else than the first of a statement, each with its clause: "nine dead and 31 missing"."""
        totals = [figure for figure in figures if figure.span not in self.parts]
        clauses = {one: clause(self.text, next(span for span in spans if span.covers(one.span)), one.span) for one in totals}
        kinds = {one: find_outcomes(where.of(self.text), (one,)) | _nouns(one) for one, where in clauses.items()}
        return {one: clauses[one] for one in totals[1:] if kinds[one] and kinds[totals[0]] and not kinds[one] & kinds[totals[0]]}

    def figure(self, figure: Figure) -> Telling:
        """Make the telling of a figure: its own clause, with what it counts."""
        sentence = self._sentence(figure.span)
        beside = _AS.search(self.text, sentence.start, figure.span.start)
        where = _until_comma(self.text, Span(beside.end(), sentence.end)) if beside else None
        if where is None or not where.covers(figure.span):
            where = clause(self.text, sentence, figure.span)
        return self._telling(figure.entry, where, "", statement=None, figures=(figure,))

    def _telling(self, entry: int, span: Span, text: str, *, statement: Statement | None, figures: tuple[Figure, ...]) -> Telling:
        words = text or span.of(self.text)
        whole = self._sentence(span)
        sentence = whole.of(self.text)
        counted = [part for one in figures for part in (one.counted, one.event) if part]
        near = " ".join(part for part in counted if part in sentence or part in words)
        block = bisect_right(self.page.blocks, span.start, key=lambda one: one.span.start) - 1
        heading = block >= 0 and self.page.blocks[block].role in ("heading", "title")
        terms = find_terms(_main(words, heading=heading)) | find_terms(f"- {near}") | ({DOCUMENT} if is_paper(statement) else set())
        totals = tuple(one for one in figures if one.span not in self.parts)
        if statement is None and not totals:  # a part's number would be taken for another count that gives the same
            terms = frozenset(term for term in terms if term[0] != NUMBER)
        around = find_terms(" ".join((sentence, *counted)))
        around |= self.headings.get(entry, frozenset())
        when = self.posted.get(entry)
        wording = tuple(_wording(words))
        return Telling(
            capture=self.page.capture.name,
            page=self.number,
            entry=entry,
            block=block,
            span=span,
            text=words,
            statement=statement,
            figures=figures,
            totals=totals,
            terms=terms,
            around=around,
            heading=heading,
            wording=wording,
            part=False,
            days=self._days(span, figures),
            when=when,
            past=self._past(whole) if statement is None else frozenset(),
            outcomes=find_outcomes(words, figures[:1]) or (find_outcomes(sentence, figures[:1]) if statement is None else frozenset()),
        )

    def _days(self, span: Span, figures: Sequence[Figure]) -> frozenset[str]:
        if not any(term[1:] in PER_DAY for one in figures[:1] for term in find_terms(f"- {one.counted}")):
            return frozenset()
        within = (one for one in self.facts.times if span.covers(one.span) and one.type in ("DATE", "TIME"))
        return frozenset(day.isoformat() for one in within if (day := parse_day(one.value)))

    def _past(self, span: Span) -> frozenset[str]:
        published = self.page.published.value[:4] if self.page.published and self.page.published.value else ""
        years = {one.value[:4] for one in self.facts.times if span.covers(one.span) and one.value and one.value[:4].isdigit()}
        return frozenset(year for year in years if published and int(year) < int(published) - 1)

    def _sentence(self, span: Span) -> Span:
        at = bisect_right(self.page.blocks, span.start, key=lambda block: block.span.start) - 1
        block = self.page.blocks[at].span if at >= 0 else span
        return next((one for one in find_sentences(self.text, block) if one.start <= span.start < one.end), span)


def _nouns(figure: Figure) -> frozenset[str]:
    return frozenset(term for term in find_terms(f"- {figure.counted}") if term[1:] in COUNTABLE)


def find_outcomes(words: str, figures: Sequence[Figure]) -> frozenset[str]:
    """Give what the words say became of those whom the figures count; what is still to come is another thing than what was done."""
    events = [one.event for one in figures if one.event]
    told = frozenset(term for event in events for term in find_terms(f"- {event}") if term[1:] in OUTCOMES)
    told |= {CAPTIVE for event in events if event in HOLDING}
    if figures and not told:
        told = frozenset(term for term in find_terms(f"- {words}") if term[0] == MATTER and term[1:] in OUTCOMES)
    return frozenset(term + PLANNED for term in told) if told and _PLANNED.search(words) else told


CAPTIVE = "#detain"
"""What became of those who are held, as a term."""
PLANNED = "?"
"""Mark of an outcome that is still to come."""
_PLANNED = re.compile(rf"\b(?:{'|'.join(PLANNING)})\b", re.IGNORECASE)


def is_paper(statement: Statement | None) -> bool:
    """Tell whether a document speaks: who says that he never signed it speaks to what it says."""
    return statement is not None and statement.speaker is not None and _PAPER.match(statement.speaker.text) is not None


_PAPER = re.compile(
    r"(?:an?\s|the\s|this\s)?(?:\w+\s)?(?:e-?mail|leaflet|letter|memo|message|note|post|recording|statement|video)\b", re.IGNORECASE
)


def _main(words: str, *, heading: bool) -> str:
    """Leave off what goes on beside the matter: "blaze was started on purpose, as the last tourists are found"."""
    return (_BESIDE_HEADING if heading else _BESIDE).split(words, maxsplit=1)[0]


_AS = re.compile(r",\sas\s")
"""Behind it the outlet goes on in its own voice: "the union says nobody came, as 800 were led out"."""
_BESIDE = re.compile(r",\s(?:as|while|when)\s")
_BESIDE_HEADING = re.compile(r",?\s(?:as|while|when)\s")


def clause(text: str, sentence: Span, span: Span) -> Span:
    """Give the clause of a sentence that a figure stands in, without its neighbours behind commas and "for".

    >>> line = "A swap of 9 sailors for 31 fishermen, due on Monday"
    >>> clause(line, Span(0, len(line)), Span(24, 26)).of(line)
    'for 31 fishermen'
    """
    start, end = sentence
    for mark in _BOUNDS:
        before, after = text.rfind(mark, start, span.start), text.find(mark, span.end, end)
        start = before + (1 if before >= 0 and not mark[1].isalpha() else 0) if before >= 0 else start
        end = after if after >= 0 else end
    left = len(text[start : span.start]) - len(text[start : span.start].lstrip(" ,;:–—"))
    return Span(start + left, start + left + len(text[start + left : end].rstrip()))


_COMMA = re.compile(r",\s")


def _until_comma(text: str, span: Span) -> Span:
    """Give a clause up to its first comma that is no part of a number."""
    comma = _COMMA.search(text, *span)
    return Span(span.start, comma.start() if comma else span.end)


_BOUNDS = (", ", "; ", ": ", " – ", " — ", " for ", " and ")
"""What parts the figures of one sentence."""


def told_at(page: Page) -> Mapping[int, str | None]:
    """Give when each entry of a page was told: when it was posted, or the page published, as far as that is known."""
    published = page.published.value if page.published else None
    return {entry.id: entry.posted or published for entry in page.entries}


def _wording(text: str) -> Iterator[str]:
    for word in text.lower().split()[:LONGEST_WORDING]:
        bare = word.strip(".,;:!?“”\"'‘’()")
        if bare and not bare[0].isdigit() and bare not in _HEDGES:
            yield bare


_HEDGES = frozenset("about appear around at be been believed least likely may might more nearly over possibly roughly some than to".split())
"""Words that an edit puts in or takes out without making it another telling."""
