"""A Record to what the parts of one brief look up in it: line numbers, names, and what is told again."""

from onrecord.model import Record, Span, Statement
from onrecord.serve.layout import Paper
from onrecord.serve.lines import Lines
from onrecord.serve.retold import Retold, Told, find_retold


class Desk:
    """What the parts of one brief look up: line numbers, names, and what is told again."""

    def __init__(self, record: Record, paper: Paper, *, dropped: bool = False, around: Record | None = None) -> None:
        """Prepare the look-ups; `dropped` asks for each line that is not news; `around` is the record that this one is a part of."""
        self.record = record
        self.paper = paper
        self.dropped = dropped
        self.retold: Retold = find_retold(record)
        self.many = len(record.captures) > 1
        self._numbers = {facts.page.capture.name: number for number, facts in enumerate(record.captures, start=1)}
        self.texts = {facts.page.capture.name: facts.page.capture.text for facts in (around or record).captures}
        self._lines: dict[str, Lines] = {}
        self._copies = {frozenset((copy.capture, copy.of)) for copy in record.copies}
        self._homes = {statement.id: facts.page.capture.name for facts in record.captures for statement in facts.statements}
        self._actors = {actor.id: actor.name for actor in record.actors}

    def line(self, capture: str, span: Span) -> str:
        """Say where a span stands on its page: "L12"."""
        if capture not in self._lines:
            self._lines[capture] = Lines(self.texts[capture])
        return f"L{self._lines[capture].number(span.start)}"

    def spot(self, capture: str, span: Span, *, seen_from: str | None = None) -> str:
        """Say where a span stands among all pages: "[2] L12", or "L12" when that is clear."""
        line = self.line(capture, span)
        return f"{self.page_mark(capture)} {line}" if self.many and capture != seen_from else line

    def again(self, name: str, capture: str) -> list[Told]:
        """Give the places where a statement is told again; that a whole page is a copy is said once, at the top."""
        return [told for told in self.retold.again.get(name, ()) if frozenset((told.capture, capture)) not in self._copies]

    def told_first(self, statement: Statement) -> str | None:
        """Name the capture on which a statement is told first; `None` where it is told once or first itself."""
        first = self.retold.first.get(statement.id)
        return self._homes.get(first) if first else None

    def published(self, capture: str) -> str:
        """Give the date of a page, or nothing."""
        return next((f.page.published.value for f in self.record.captures if f.page.capture.name == capture and f.page.published), "")

    def page_mark(self, capture: str) -> str:
        """Give the number by which the brief calls a page: "[2]"."""
        return f"[{self._numbers[capture]}]" if capture in self._numbers else capture

    def name(self, actor: str | None, text: str) -> str:
        """Name an actor, or give the words of the mention."""
        return self._actors.get(actor or "", text)
