"""Who is said to speak in a quotation that stands alone: by the sentence above it, or by a name signed below it.

All positions inside a line are token numbers of its sentence.
"""

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.extract.cues import find_cues
from onrecord.extract.drafts import Line
from onrecord.extract.subjects import main_subject
from onrecord.language.phrases import phrase_after
from onrecord.language.quotations import Quotation
from onrecord.model import Act, Span

LONGEST_TAIL = 24
"""Tokens between a cue and the colon at the sentence's end: "said in a statement on Tuesday:"."""
LONGEST_SIGNATURE = 24
"""Tokens of the name and description that sign a quotation."""
DASHES = frozenset("-–—―")


class Announced(NamedTuple):
    """Who speaks, and the words that say so."""

    speaker: Span
    cue: Span | None = None
    """None where nothing but a dash joins the quotation to its speaker."""
    lemma: str = ""
    act: Act = "assert"


def find_announced(lines: Sequence[Line], number: int, quotation: Quotation) -> Announced | None:
    """Find who speaks in a quotation of a line: “We stay.” — Ilse Tarn, mayor; or what the sentence above it says."""
    return _signed(lines, number, quotation) or _above(lines, number, quotation)


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
    return subject and Announced(line.span(*subject), line.span(cue.group, cue.end), cue.lemma, cue.act)


def _signed(lines: Sequence[Line], number: int, quotation: Quotation) -> Announced | None:
    """Read the name behind the dash that follows a quotation, on its own line or on the next."""
    line, at = lines[number], 0
    while at < len(line) and line.tagged.tokens[at].start < quotation.outer.end:
        at += 1
    if at >= len(line):
        if number + 1 == len(lines) or not _near(line, lines[number + 1]):
            return None
        line, at = lines[number + 1], 0
    tagged = line.tagged
    if tagged.word(at) not in DASHES or tagged.kind(at + 1) != "name" or len(line) - at > LONGEST_SIGNATURE:
        return None
    if any(tagged.kind(k) in {"auxiliary", "verb"} for k in range(at + 1, len(line))):
        return None
    return Announced(line.span(at + 1, phrase_after(tagged, at + 1)))


def _near(above: Line, below: Line) -> bool:
    """Tell whether one line follows the other in one paragraph or the next."""
    return above.entry == below.entry and 0 <= below.paragraph - above.paragraph <= 1
