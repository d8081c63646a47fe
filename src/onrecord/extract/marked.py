"""What a tagger marked and what the rules read, put together: one draft for each attribution.

The rules know the ways of the news: relays, refusals, who was told, quotations that go on. The tagger finds what no
list of verbs foresees, and where sources and contents begin and end. Where both read the same attribution the draft
has the rules' structure with the tagger's spans.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.drafts import EDGES, Draft, Line, quoted
from onrecord.language.english_speech import CUES, STANCES
from onrecord.language.marks import Attribution
from onrecord.model import Act, Span
from onrecord.settings import StatementSettings

RELATIVES = frozenset("that which who".split())
"""Pronouns that stand for the noun before them, which the rules find."""
UNKNOWN = "other"
"""The lemma of a cue of which no word is known."""
SHAPED = frozenset("address measure refusal relay target".split())
"""Frames of which the rules know best what belongs to them: who is accused, of what; what is declined."""
_FRAMES = {lemma: frame for lemma, frame, _, _ in CUES}
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
        own, rest = _drafts(lines, starts, attribution)
        same = max(left, key=lambda d: _likeness(d, own), default=None) if own else None
        if own is None:
            continue
        if same is not None and _likeness(same, own) > 0:
            left.remove(same)
            joined.append(_mended(lines, same, own, drafts))
        elif attribution.weight >= _least(lines, own, settings):
            joined.append(own)
        else:
            continue
        joined += rest
    left = [draft for draft in left if not draft.carried or draft.cue or not _told(draft, joined)]
    return tuple(sorted([*joined, *left], key=lambda d: (d.line, d.content[0])))


def _least(lines: Sequence[Line], own: Draft, settings: StatementSettings) -> float:
    """Tell how sure the tagger must be: surer in a headline, and where no word of the cue is known."""
    if lines[own.line].heading:
        return settings.least_weight_in_headings
    return settings.least_weight_unknown if own.lemma == UNKNOWN else settings.least_weight


def _told(draft: Draft, others: Sequence[Draft]) -> bool:
    return any(a.overlaps(b) for other in others for a in other.content for b in draft.content)


def _drafts(lines: Sequence[Line], starts: Sequence[int], attribution: Attribution) -> tuple[Draft | None, list[Draft]]:
    """Make a draft of what was marked, and one more for each later sentence in which the speaker goes on.

    A quotation that goes on in its own paragraph belongs to the draft itself.
    """
    number = bisect_right(starts, attribution.cue.start) - 1
    line = lines[number]
    lemma, act = _act(attribution.cue.of(line.text))
    source = attribution.source and _bare(line.text, attribution.source)
    near: list[Span] = []
    far: list[Draft] = []
    for at, piece in (found for span in attribution.content for found in _pieces(lines, starts, span)):
        same = lines[at].paragraph == line.paragraph
        if at == number or not near or (same and (at < number or quoted([lines[at]], [piece]) == "direct")):
            near.append(piece)
        else:
            far.append(Draft(at, lines[at].entry, (piece,), "assert", "", None, carried=True, inherits_via=True, weight=attribution.weight))
    if not near:
        return None, []
    return Draft(number, line.entry, tuple(near), act, lemma, source, cue=(attribution.cue,), weight=attribution.weight), far


def _pieces(lines: Sequence[Line], starts: Sequence[int], span: Span) -> list[tuple[int, Span]]:
    """Cut a content at the ends of sentences and leave out the marks around each piece; give each with its sentence's number."""
    pieces = []
    number = max(0, bisect_right(starts, span.start) - 1)
    while number < len(lines) and starts[number] < span.end:
        tokens = lines[number].tagged.tokens
        inside = [i for i, token in enumerate(tokens) if span.start < token.end and token.start < span.end]
        piece = lines[number].content(inside[0], inside[-1] + 1) if inside else None
        if piece is not None:
            pieces.append((number, piece))
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
    return next((_FORMS[word] for word in cue.lower().split() if word in _FORMS), (UNKNOWN, "assert"))


def _likeness(draft: Draft, own: Draft) -> float:
    """Tell how much two drafts are one: by their cues, or by their contents where the cues stand apart."""
    if abs(draft.line - own.line) > 1:
        return 0.0
    shared = _shared(draft, own)
    smaller = min(_length(draft), _length(own))
    cues = any(a.overlaps(b) for a in draft.cue for b in own.cue)
    return 2 * cues + (shared / smaller if cues or 2 * shared >= smaller else 0.0)


def _shared(one: Draft, other: Draft) -> int:
    """Count the code points that two contents share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _mended(lines: Sequence[Line], draft: Draft, own: Draft, others: Sequence[Draft]) -> Draft:
    """Give the rules' draft the tagger's spans where both mean the same cue and the tagger's take in the rules'."""
    if not any(a.overlaps(b) for a in draft.cue for b in own.cue):
        return replace(draft, weight=own.weight)
    shaped = _FRAMES.get(draft.lemma) in SHAPED or draft.act in {"neither", "decline"}
    within = any(cue.overlaps(piece) for other in others if other is not draft for cue in other.cue for piece in own.content)
    return replace(
        draft,
        content=draft.content if shaped or within else own.content,
        speaker=_speaker(draft, own),
        stands_for=draft.speaker if _stands(lines[own.line].text, draft, own) else None,
        cue=own.cue if len(draft.cue) == 1 else draft.cue,
        weight=own.weight,
    )


def _speaker(draft: Draft, own: Draft) -> Span | None:
    """Choose between two mentions of the speaker: the tagger's, but no relay that the rules know."""
    if own.speaker is None or any(own.speaker.overlaps(via) for via in draft.via):
        return draft.speaker
    return own.speaker


def _stands(text: str, draft: Draft, own: Draft) -> bool:
    """Tell whether the rules' mention says whom the tagger's means: it lies within it, or before its "who"."""
    if own.speaker is None or draft.speaker is None:
        return False
    return own.speaker.overlaps(draft.speaker) or own.speaker.of(text).lower() in RELATIVES
