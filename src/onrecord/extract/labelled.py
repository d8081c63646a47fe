"""Paragraphs that open with a speaker's name and a colon, as transcripts and interviews do, to drafts.

One such paragraph may be a caption or a link ("Read more: ..."): they count only where the names come back.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from onrecord.extract.drafts import Draft, Line, overlap

LONGEST_LABEL = 6
"""Tokens of a label before its colon."""
FIRST_PERSON = frozenset("i we".split())
FEWEST_SPEAKERS, FEWEST_TURNS = 2, 3
"""Different labels, and paragraphs with one, from which a page is a conversation."""


def with_labelled(lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Add what is said under a label, unless a draft begins where it does; in it, what the speaker tells of himself tells no more."""
    turns = [turn for turn in map(_turn, _paragraphs(lines)) if turn is not None]
    names = Counter(turn.speaker.of(lines[turn.line].text) for turn in turns if turn.speaker)
    if len(names) < FEWEST_SPEAKERS or len(turns) < FEWEST_TURNS or max(names.values()) < 2:
        return tuple(drafts)
    begun = [draft.content[0] for draft in drafts]
    added = [turn for turn in turns if not any(span.start <= turn.content[0].start < span.end for span in begun)]
    words = [span for turn in added for span in turn.content]
    kept = [draft for draft in drafts if not (_of_himself(lines, draft) and overlap(draft.cue, words))]
    return tuple(sorted([*kept, *added], key=lambda draft: (draft.line, draft.content[0])))


def _of_himself(lines: Sequence[Line], draft: Draft) -> bool:
    return draft.speaker is not None and draft.speaker.of(lines[draft.line].text).lower() in FIRST_PERSON


def _paragraphs(lines: Sequence[Line]) -> list[list[tuple[int, Line]]]:
    numbered = [(number, line) for number, line in enumerate(lines) if not line.heading]
    return [list(group) for _, group in groupby(numbered, key=lambda one: one[1].paragraph)]


def _turn(paragraph: Sequence[tuple[int, Line]]) -> Draft | None:
    """Make one turn of a conversation of a paragraph; None where no label opens it."""
    number, line = paragraph[0]
    tagged = line.tagged
    colon = next((i for i in range(1, min(len(line), LONGEST_LABEL + 1)) if tagged.word(i) == ":"), 0)
    if not colon or not all(tagged.tokens[i].capital and tagged.kind(i) in {"name", "noun"} for i in range(colon)):
        return None
    pieces = (line.content(colon + 1, len(line)), *(further.content(0, len(further)) for _, further in paragraph[1:]))
    content = tuple(piece for piece in pieces if piece is not None)
    return Draft(number, line.entry, content, "assert", "", line.span(0, colon)) if content else None
