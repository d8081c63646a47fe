"""What a tagger marked and what the rules read, put together: one draft for each attribution.

The rules know the ways of the news: relays, refusals, who was told, quotations that go on. The tagger finds what no
list of verbs foresees, and where sources and contents begin and end. Where both read the same attribution the draft
has the rules' structure with the tagger's spans.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.drafts import EDGES, Draft, Line
from onrecord.language.english_speech import CUES, STANCES
from onrecord.language.marks import Attribution
from onrecord.model import Act, Span
from onrecord.settings import StatementSettings

_FORMS: dict[str, tuple[str, Act]] = {form: (lemma, act) for lemma, _, act, forms in CUES for form in (lemma, *forms.split())} | {
    form: (lemma, act) for lemma, act, forms in STANCES for form in (lemma, *forms.split())
}


def join_marked(
    lines: Sequence[Line], drafts: Sequence[Draft], marked: Sequence[Attribution], settings: StatementSettings
) -> tuple[Draft, ...]:
    """Put the tagger's attributions and the rules' drafts together, in the page's order."""
    starts = [line.tagged.sentence.span.start for line in lines]
    left = list(drafts)
    joined: list[Draft] = []
    for attribution in marked:
        own = _draft(lines, starts, attribution)
        if own is None:
            continue
        same = max(left, key=lambda d: _likeness(d, own), default=None)
        if same is not None and _likeness(same, own) > 0:
            left.remove(same)
            joined.append(_mended(same, own))
        elif attribution.weight >= settings.least_weight:
            joined.append(own)
    return tuple(sorted([*joined, *left], key=lambda d: (d.line, d.content[0])))


def _draft(lines: Sequence[Line], starts: Sequence[int], attribution: Attribution) -> Draft | None:
    """Make a draft of what was marked; None when nothing is left of its content."""
    number = bisect_right(starts, attribution.cue.start) - 1
    content = tuple(piece for span in attribution.content for piece in _pieces(lines, starts, span))
    if not content:
        return None
    line = lines[number]
    lemma, act = _act(attribution.cue.of(line.text))
    source = attribution.source and _bare(line.text, attribution.source)
    return Draft(number, line.entry, content, act, lemma, source, cue=(attribution.cue,), weight=attribution.weight)


def _pieces(lines: Sequence[Line], starts: Sequence[int], span: Span) -> list[Span]:
    """Cut a content at the ends of sentences and leave out the marks around each piece."""
    pieces = []
    number = max(0, bisect_right(starts, span.start) - 1)
    while number < len(lines) and starts[number] < span.end:
        tokens = lines[number].tagged.tokens
        inside = [i for i, token in enumerate(tokens) if span.start < token.end and token.start < span.end]
        piece = lines[number].content(inside[0], inside[-1] + 1) if inside else None
        if piece is not None:
            pieces.append(piece)
        number += 1
    return pieces


def _bare(text: str, span: Span) -> Span | None:
    """Leave out the marks around a source."""
    start, end = span
    while start < end and (text[start] in EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in EDGES or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _act(cue: str) -> tuple[str, Act]:
    """Tell lemma and act from the first word of a cue that is known; nothing known asserts.

    >>> _act("has long hoped")
    ('hope', 'believe')
    """
    return next((_FORMS[word] for word in cue.lower().split() if word in _FORMS), ("other", "assert"))


def _likeness(draft: Draft, own: Draft) -> float:
    """Tell how much two drafts are one: by their cues, or by their contents where the cues stand apart."""
    if abs(draft.line - own.line) > 1:
        return 0.0
    shared = sum(_common(a, b) for a in draft.content for b in own.content)
    smaller = min(sum(s.end - s.start for s in d.content) for d in (draft, own))
    cues = any(a.overlaps(b) for a in draft.cue for b in own.cue)
    return 2 * cues + (shared / smaller if cues or 2 * shared >= smaller else 0.0)


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _mended(draft: Draft, own: Draft) -> Draft:
    """Give the rules' draft the tagger's spans where both mean the same cue."""
    if not any(a.overlaps(b) for a in draft.cue for b in own.cue):
        return replace(draft, weight=own.weight)
    return replace(draft, content=own.content, speaker=own.speaker or draft.speaker, cue=own.cue, weight=own.weight)
