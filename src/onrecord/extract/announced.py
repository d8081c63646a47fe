"""Quotations whose speaker the sentence above announces or a name behind them signs, to drafts.

All positions inside a line are token numbers of its sentence.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from onrecord.extract.cues import find_cues
from onrecord.extract.drafts import Draft, Line, overlap, quoted, unstopped
from onrecord.extract.subjects import main_subject
from onrecord.language.phrases import phrase_after
from onrecord.language.quotations import Quotation
from onrecord.model import Act, Span

LONGEST_TAIL = 24
"""Tokens between a cue and the colon at the sentence's end: "said in a statement on Tuesday:"."""
LONGEST_SIGNATURE = 24
"""Tokens of the name and description that sign a quotation."""
DASHES = frozenset("-–—―")
WIDEST_GAP = 4
"""Code points of white space, at most, between a quotation and the dash before who signs it."""


class Announced(NamedTuple):
    """Who speaks, and the words that say so."""

    line: Line
    """Where that is said."""
    speaker: Span
    cue: tuple[Span, ...] = ()
    """Empty where nothing but a dash joins the quotation to its speaker."""
    lemma: str = ""
    act: Act = "assert"


def with_announced(lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Give the quotations that a sentence announces or a name signs to who is said to speak; all other drafts stay as they are."""
    told = list(drafts)
    for number, line in enumerate(lines):
        for quotation in line.tagged.sentence.quotations:
            signed = None if quotation.single else _signed(lines, number, quotation)
            above = None if quotation.single or signed else _above(lines, number, quotation)
            content = (unstopped(line.text, quotation.inner),)
            if signed is not None:
                told = [rest for draft in told for rest in _without(draft, quotation)]
                told.append(Draft(number, line.entry, content, signed.act, signed.lemma, signed.speaker))
            elif above is not None:
                told = _said_below(told, above, Draft(number, line.entry, content, above.act, above.lemma, above.speaker, cue=above.cue))
    return tuple(sorted(told, key=lambda draft: (draft.line, draft.content[0])))


def _without(draft: Draft, quotation: Quotation) -> list[Draft]:
    """Take a signed quotation away from a draft; nothing is left of one that held no more. "What people say:" says nothing of its own."""
    rest = tuple(span for span in draft.content if not span.overlaps(quotation.inner))
    return [replace(draft, content=rest)] if rest else []


def _said_below(told: list[Draft], above: Announced, below: Draft) -> list[Draft]:
    """Add a quotation to what its cue says already, but for words that led up to the cue; or as a draft of its own."""
    at = next((i for i, draft in enumerate(told) if overlap(draft.cue, above.cue)), None)
    if at is not None:
        own = [span for span in told[at].content if not overlap((span,), below.content)]
        kept = tuple(span for span in own if span.start >= above.cue[0].end or quoted((above.line,), [span]) != "indirect")
        joined = replace(told[at], content=(*kept, *below.content)) if kept else replace(below, weight=told[at].weight)
        rest = [draft for i, draft in enumerate(told) if i != at and not (draft.carried and overlap(draft.content, below.content))]
        return [*rest, joined]
    return told if any(overlap(draft.content, below.content) for draft in told) else [*told, below]


def _above(lines: Sequence[Line], number: int, quotation: Quotation) -> Announced | None:
    """Read who is about to speak in "The ministry said in a statement:"; None where no cue near the colon has a subject."""
    if number == 0 or quotation.outer.start != lines[number].tagged.sentence.span.start:
        return None
    line = lines[number - 1]
    if line.heading or not _near(line, lines[number]) or line.tagged.word(len(line) - 1) != ":":
        return None
    cue = next((c for c in reversed(find_cues(line.tagged, line.hidden)) if c.frame != "relay" and not c.passive), None)
    if cue is None or len(line) - 1 - cue.end > LONGEST_TAIL:
        return None
    subject = cue.subject or main_subject(line.tagged, cue.group)
    return subject and Announced(line, line.span(*subject), (line.span(cue.group, cue.end),), cue.lemma, cue.act)


def _signed(lines: Sequence[Line], number: int, quotation: Quotation) -> Announced | None:
    """Read the name behind the dash that follows a quotation, on its own line or on the next."""
    line, end = lines[number], quotation.outer.end
    if line.text[end : end + WIDEST_GAP + 1].lstrip()[:1] not in DASHES:
        return None
    at = bisect_left(line.tagged.tokens, end, key=itemgetter(0))
    if at == len(line):
        if number + 1 == len(lines) or not _near(line, lines[number + 1]):
            return None
        line, at = lines[number + 1], 0
    tagged = line.tagged
    if tagged.word(at) not in DASHES or tagged.kind(at + 1) != "name" or len(line) - at > LONGEST_SIGNATURE:
        return None
    if any(tagged.kind(k) in {"auxiliary", "verb"} for k in range(at + 1, len(line))):
        return None
    return Announced(line, line.span(at + 1, phrase_after(tagged, at + 1)))


def _near(above: Line, below: Line) -> bool:
    """Tell whether one line follows the other in one paragraph or the next."""
    return above.entry == below.entry and 0 <= below.paragraph - above.paragraph <= 1
