"""A Record to where things stand in it: a page's name and line, the words of a place, a statement or figure by its id, its claim."""

from collections.abc import Iterable
from functools import cached_property

from onrecord.language.sentences import find_sentences
from onrecord.model import Claim, Figure, Member, Record, Span, Statement
from onrecord.serve.lines import Lines


class Places:
    """Looks things up in one record; what nobody asks for is not laid out."""

    def __init__(self, record: Record) -> None:
        """Know the pages by name."""
        self.record = record
        self.pages = {facts.page.capture.name: facts for facts in record.captures}
        self.texts = {name: facts.page.capture.text for name, facts in self.pages.items()}
        self._lines: dict[str, Lines] = {}

    def line(self, capture: str, span: Span) -> int:
        """Give the line of a page on which a span begins, from 1."""
        if capture not in self._lines:
            self._lines[capture] = Lines(self.texts[capture])
        return self._lines[capture].number(span.start)

    def row(self, capture: str, span: Span) -> tuple[int, int, int]:
        """Give the line, the start and the end of a place."""
        return self.line(capture, span), span.start, span.end

    def spot(self, capture: str, span: Span) -> str:
        """Say where a span stands: "bridge.txt L5"."""
        return f"{capture} L{self.line(capture, span)}"

    def words(self, capture: str, span: Span) -> str:
        """Give the words of a span, on one line."""
        return " ".join(span.of(self.texts[capture]).split())

    def sentence(self, capture: str, span: Span) -> str:
        """Give the sentence in which a span stands; the span's own words where it stands in none."""
        page = self.pages[capture].page
        block = next((block for block in page.blocks if block.span.covers(span)), None)
        around = (one for one in find_sentences(page.capture.text, block.span) if one.overlaps(span)) if block else iter(())
        return self.words(capture, next(around, span))

    def said(self, capture: str, entry: int) -> str | None:
        """Give when something in an entry of a page was said: when it was posted, or the page published."""
        page = self.pages[capture].page
        posted = next((one.posted for one in page.entries if one.id == entry), None)
        return posted or (page.published.value if page.published else None)

    def said_at(self, capture: str, span: Span) -> str | None:
        """Give when the words of a place were said, as `said` does."""
        entries = self.pages[capture].page.entries
        return self.said(capture, next((one.id for one in entries if one.span.overlaps(span)), -1))

    @cached_property
    def items(self) -> dict[str, Statement | Figure]:
        """Statements and figures by their ids."""
        found: dict[str, Statement | Figure] = {}
        for facts in self.record.captures:
            found.update((statement.id, statement) for statement in facts.statements)
            found.update((figure.id, figure) for figure in facts.figures)
        return found

    def spans(self, member: Member) -> tuple[Span, ...]:
        """Give the words of a member of a claim."""
        item = self.items.get(member.statement or member.figure or "")
        if isinstance(item, Statement):
            return item.content.spans
        return (item.span,) if item else (member.span,) if member.span else ()

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Give the claim of each statement and figure by its id; of several the one with most members, for it tells most."""
        found: dict[str, Claim] = {}
        for claim in self.record.claims:
            for name in filter(None, (name for member in claim.members for name in (member.statement, member.figure))):
                if name not in found or len(claim.members) > len(found[name].members):
                    found[name] = claim
        return found


def around(spans: Iterable[Span]) -> Span:
    """Give the stretch from the first of some places to the last.

    >>> around([Span(40, 52), Span(8, 21)])
    Span(start=8, end=52)
    """
    held = list(spans)
    return Span(min(span.start for span in held), max(span.end for span in held))


def who_says(statement: Statement) -> str:
    """Name the speaker of a statement.

    >>> from onrecord.model import Phrase
    >>> who_says(Statement("s1", 0, None, None, Phrase("It is shut", ()), "direct", "assert"))
    'not told who'
    """
    return (statement.speaker.name or statement.speaker.text) if statement.speaker else "not told who"


def say_speaker(statement: Statement) -> str:
    """Name the speaker of a statement and those who passed the words on.

    >>> from onrecord.model import Phrase, Relay
    >>> say_speaker(Statement("s1", 0, None, None, Phrase("It is shut", ()), "direct", "assert", (Relay("Radio Hamre", None, None),)))
    'not told who, via Radio Hamre'
    """
    via = " and ".join(relay.text for relay in statement.via)
    return f"{who_says(statement)}, via {via}" if via else who_says(statement)


def local_id(name: str) -> str:
    """Give the id that a statement or figure has on its page alone, as a kept record has it.

    >>> local_id("p2.s1")
    's1'
    """
    return name.rpartition(".")[2]
