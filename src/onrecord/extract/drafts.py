"""What is known of a statement before its people are resolved, and how token numbers become spans.

All positions inside a `Line` are token numbers of its sentence, `[start, end)`; all spans are code points of the
capture's text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.phrases import Tagged
from onrecord.model import Act, Quoted, Span

QUOTE_MARKS = frozenset('“”"«»„')
_PLAIN_EDGES = frozenset(",;:–—-•")
EDGES = _PLAIN_EDGES | QUOTE_MARKS
_ANY_QUOTE_MARKS = QUOTE_MARKS | {"‘", "'", "’"}


@dataclass(frozen=True, slots=True)
class Line:
    """A tagged sentence with where it stands on the page."""

    text: str
    """The capture's text."""
    tagged: Tagged
    """The sentence."""
    entry: int
    """Id of its entry."""
    paragraph: int
    """Number of its paragraph on the page."""
    heading: bool
    """Whether it is a title or heading."""
    hidden: frozenset[int]
    """Tokens inside quotations, marks included."""

    def __len__(self) -> int:
        """Give the number of its tokens."""
        return len(self.tagged.tokens)

    def span(self, start: int, end: int) -> Span:
        """Give the code points from one token to before another."""
        tokens = self.tagged.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def content(self, start: int, end: int) -> Span | None:
        """Give the span of a content, without the marks and commas around it; None when nothing is left."""
        tokens = self.tagged.tokens
        while start < end and (tokens[start].text in _PLAIN_EDGES or self._wraps(start, end)):
            start += 1
        while end > start and self._trails(start, end):
            end -= 1
        return self.span(start, end) if start < end else None

    def _wraps(self, start: int, end: int) -> bool:
        """Tell whether the mark at `start` opens a quotation that holds all the rest, or none at all."""
        token = self.tagged.tokens[start]
        if token.text not in _ANY_QUOTE_MARKS:
            return False
        opened = [q for q in self.tagged.sentence.quotations if q.outer.start == token.start]
        last = end - 1
        while last > start and self.tagged.tokens[last].text in ".,;?!":
            last -= 1
        return not opened or opened[0].outer.end >= self.tagged.tokens[last].end or not opened[0].closed

    def _trails(self, start: int, end: int) -> bool:
        last = self.tagged.tokens[end - 1]
        if last.text in QUOTE_MARKS and self._opened(start, end - 1) and start < end - 1:
            return False  # closes a quotation that the content holds whole
        return last.text in EDGES or last.text in ".…" or (last.text in "’'" and not self._opened_single(start, end - 1))

    def _opened(self, start: int, end: int) -> bool:
        return any(q.outer.end == self.tagged.tokens[end].end and q.outer.start >= self.tagged.tokens[start].start
                   for q in self.tagged.sentence.quotations)  # fmt: skip

    def _opened_single(self, start: int, end: int) -> bool:
        starts = {q.outer.start for q in self.tagged.sentence.quotations if q.single}
        return any(token.text == "‘" or token.start in starts for token in self.tagged.tokens[start:end])


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement whose speaker is still only a mention."""

    line: int
    """Number of its sentence on the page."""
    entry: int
    """Id of its entry."""
    content: tuple[Span, ...]
    """What is said."""
    act: Act
    """What the cue alone says of the act."""
    lemma: str
    """The cue's lemma; empty for a quotation that stands alone."""
    speaker: Span | None = None
    """The speaker's mention; None when there is none in this attribution."""
    carried: bool = False
    """Whether the speaker is the one of the statement before."""
    cue: tuple[Span, ...] = ()
    """The cue."""
    via: tuple[Span, ...] = ()
    """Mentions of those who passed the words on, from the speaker outwards."""
    audience: Span | None = None
    """To whom it was said."""
    inherits_via: bool = False
    """Whether the words reached the page by the way of the statement before: "they were quoted as saying"."""
    stands_for: Span | None = None
    """Words that say better whom the mention means: the noun before "who", a name within a long description."""
    weight: float | None = None
    """How sure the tagger is of it, 0 where it marked nothing here; None where none has looked."""
    read: bool = True
    """Whether the rules have read it, too."""


def quoted(lines: Sequence[Line], content: Sequence[Span]) -> Quoted:
    """Tell whether all, some or none of the content stands between quotation marks."""
    outers = [q.outer for line in lines for q in line.tagged.sentence.quotations]
    if all(any(o.start <= span.start and span.end <= o.end for o in outers) for span in content):
        return "direct"
    return "mixed" if any(o.overlaps(span) for o in outers for span in content) else "indirect"


def unstopped(text: str, span: Span) -> Span:
    """Leave out the full stop or comma at the end of a quotation."""
    end = span.end
    while end > span.start and text[end - 1] in ".,;:":
        end -= 1
    return Span(span.start, end)


def overlap(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether two lists of spans share a place."""
    return any(one.overlaps(other) for one in some for other in others)
