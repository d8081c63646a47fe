"""What a tagger marked and what the rules read, put together: one draft for each attribution.

The rules know the ways of the news: relays, refusals, who was told, quotations that go on. The tagger finds what no
list of verbs foresees, and where sources and contents begin and end. Where both read the same attribution the draft
has the rules' structure with the tagger's spans.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from operator import itemgetter

from onrecord.extract.acts import NEGATED
from onrecord.extract.contents import before_aside
from onrecord.extract.cues import BE
from onrecord.extract.drafts import EDGES, Draft, Line, overlap, quoted
from onrecord.language.english_speech import CUES, SAID_OF, STANCES
from onrecord.language.marks import Attribution
from onrecord.model import Act, Span
from onrecord.settings import StatementSettings

NOBODY = frozenset(("no one", "no-one", "nobody", "none"))
"""Who says nothing: "No one knows how many are missing" is not said by anyone."""
RELATIVES = frozenset("that which who".split())
"""Pronouns that stand for the noun before them, which the rules find."""
FEWEST_WORDS = 3
"""Words of what is said below which a heading tells of no statement, and what goes on in another sentence is no sentence."""
SENTENCES_AHEAD = 3
"""Sentences, the cue's own among them, in which a quotation may go on."""
NEVER = 2.0
"""More than any tagger can be sure."""
UNKNOWN = "other"
"""The lemma of a cue of which no word is known."""
SHAPED = frozenset("address infinitive measure refusal relay target".split())
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
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line, []).append(draft)
    joined: list[Draft] = []
    used: set[int] = set()
    for attribution in marked:
        own, rest = _drafts(lines, starts, attribution)
        if own is None:
            continue
        near = [draft for line in (own.line - 1, own.line, own.line + 1) for draft in by_line.get(line, ())]
        same = max((draft for draft in near if id(draft) not in used), key=partial(_likeness, own), default=None)
        if same is not None and _likeness(own, same) > 0:
            used.add(id(same))
            joined.append(_mended(lines, same, own, near))
        sure = attribution.weight >= _least(lines, own, settings)
        if same is None or _likeness(own, same) <= 0:
            if not sure or any(overlap(draft.cue, own.cue) for draft in near):
                continue
            joined.append(own)
        joined += [replace(further, weight=attribution.weight) for further in rest if sure]
    alone = [replace(draft, weight=0.0) for draft in drafts if id(draft) not in used]
    return tuple(sorted(_told_once([*joined, *alone]), key=lambda d: (d.line, d.content[0])))


def _told_once(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Leave out what is carried over from one cue and told by another."""
    by_line: dict[int, list[Span]] = {}
    for draft in drafts:
        if draft.cue:
            by_line.setdefault(draft.line, []).extend(draft.content)
    return (draft for draft in drafts if draft.cue or not overlap(draft.content, by_line.get(draft.line, ())))


def _least(lines: Sequence[Line], own: Draft, settings: StatementSettings) -> float:
    """Tell how sure the tagger must be; whom a report cites, the rules know, and "What the mayor says" is a heading and no more."""
    line = lines[own.line]
    short = line.heading and len(own.content[0].of(line.text).split()) < FEWEST_WORDS
    if short or own.cue[0].of(line.text).lower() == "citing":
        return NEVER
    return settings.least_weight_in_headings if line.heading else settings.least_weight


def _drafts(lines: Sequence[Line], starts: Sequence[int], attribution: Attribution) -> tuple[Draft | None, list[Draft]]:
    """Make a draft of what was marked, and one more for each later sentence in which the speaker goes on.

    A quotation that goes on in its own paragraph belongs to the draft itself. Words of a sentence before belong to it
    only when the cue's own sentence holds none: a tagger must join all that it marks to some cue.
    """
    number = bisect_right(starts, attribution.cue.start) - 1
    line = lines[number]
    lemma, act = _act(attribution.cue.of(line.text))
    source = attribution.source and not _said_of(line.text, attribution) and _bare(line.text, attribution.source)
    near: list[Span] = []
    far: list[Draft] = []
    pieces = sorted(found for span in attribution.content for found in _pieces(lines, starts, span))
    earliest = number if any(at == number for at, _ in pieces) else 0
    for at, piece in pieces:
        if lines[at].entry != line.entry or at < earliest or (at > number and not near and not _announces(line, lines[at], piece)):
            continue
        if at == number or not near or _goes_on(lines, number, at, piece):
            # a quotation goes on where one stood; otherwise it is left to the rules, which know whose it is
            if at <= number or quoted(lines[number : at + 1], near) != "indirect":
                near.append(piece)
        elif 0 <= lines[at].paragraph - line.paragraph <= 1 and not lines[at].heading and len(piece.of(line.text).split()) >= FEWEST_WORDS:
            far.append(Draft(at, lines[at].entry, (piece,), "assert", "", None, carried=True, inherits_via=True, read=False))
    said_by = source.of(line.text).lower() if source else ""
    if said_by in NOBODY:
        return None, []
    act = NEGATED.get(act, act) if said_by.startswith("neither ") else act
    if not near or " ".join(piece.of(line.text) for piece in near).lower() in RELATIVES:
        return None, []
    return Draft(
        number,
        line.entry,
        tuple(near),
        act,
        lemma,
        source or None,
        cue=(_whole(line.text, _bare(line.text, attribution.cue) or attribution.cue),),
        weight=attribution.weight,
        read=False,
    ), far


def _announces(line: Line, later: Line, piece: Span) -> bool:
    """Tell whether a cue without words of its own sentence may have those of a later one: a quotation, or what follows a colon."""
    return line.text[: line.tagged.sentence.span.end].endswith(":") or quoted([later], [piece]) == "direct"


def _goes_on(lines: Sequence[Line], number: int, at: int, piece: Span) -> bool:
    """Tell whether words of another sentence go on with those of the cue's: in one paragraph, and in quotation marks or before the cue."""
    return lines[number].paragraph == lines[at].paragraph and (at < number or quoted([lines[at]], [piece]) == "direct")


def _pieces(lines: Sequence[Line], starts: Sequence[int], span: Span) -> list[tuple[int, Span]]:
    """Cut a content at the ends of sentences and leave out the marks around each piece; give each with its sentence's number."""
    pieces = []
    number = max(0, bisect_right(starts, span.start) - 1)
    while number < len(lines) and starts[number] < span.end:
        tokens = lines[number].tagged.tokens
        inside = range(bisect_right(tokens, span.start, key=itemgetter(1)), bisect_left(tokens, span.end, key=itemgetter(0)))
        if len(inside) > 1 and lines[number].tagged.kind(inside[0]) == "that":
            inside = inside[1:]
        piece = lines[number].content(inside[0], before_aside(lines[number], inside[0], inside[-1] + 1)) if inside else None
        if piece is not None:
            pieces.append((number, piece))
        number += 1
    return pieces


def _bare(text: str, span: Span) -> Span | None:
    """Leave out the marks around a source or a cue."""
    start, end = span
    while start < end and (text[start] in EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in EDGES or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


_TORN = re.compile(r"\s+(?:(?:in|on|at|during)\s+)?(?:a|an|the)$|(?<=\bsaid)\s+(?:in|on|at|during)$", re.IGNORECASE)
"""Words that begin where something was said, and a cue that was cut short ends in: "said in a"."""


def _whole(text: str, cue: Span) -> Span:
    """Leave out the words behind a cue that begin where it was said, when the rest of them is missing.

    >>> text = "Orval said in a speech that the quay was shut."
    >>> _whole(text, Span(6, 15)).of(text)
    'said'
    """
    torn = _TORN.search(cue.of(text))
    return Span(cue.start, cue.start + torn.start()) if torn else cue


def _said_of(text: str, attribution: Attribution) -> bool:
    """Tell whether what a tagger took for the source is whom it is said of: "he was said to", but not "she is expected to ask"."""
    words = attribution.cue.of(text).lower().split()
    before = attribution.source is not None and attribution.source.start < attribution.cue.start
    said_of = next((i for i, (one, other) in enumerate(pairwise(words), 2) if one in BE and other in SAID_OF), None)
    return before and said_of is not None and not any(word in _FORMS for word in words[said_of:])


def _act(cue: str) -> tuple[str, Act]:
    """Tell lemma and act from the first word of a cue that is known; nothing known asserts.

    >>> _act("has long hoped")
    ('hope', 'believe')
    """
    return next((_FORMS[word] for word in cue.lower().split() if word in _FORMS), (UNKNOWN, "assert"))


def _likeness(own: Draft, draft: Draft) -> float:
    """Tell how much two drafts are one: by their cues, or by their contents where the cues stand apart."""
    shared = _shared(draft, own)
    smaller = min(_length(draft), _length(own))
    cues = overlap(draft.cue, own.cue)
    return 2 * cues + (shared / smaller if cues or 2 * shared >= smaller else 0.0)


def _shared(one: Draft, other: Draft) -> int:
    """Count the code points that two contents share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _mended(lines: Sequence[Line], draft: Draft, own: Draft, others: Sequence[Draft]) -> Draft:
    """Give the rules' draft the tagger's spans, but for what the rules know better: see each condition."""
    shaped = _FRAMES.get(draft.lemma) in SHAPED or draft.act in {"neither", "decline"}
    same_cue = overlap(draft.cue, own.cue)
    if lines[draft.line].heading or _by_agent(draft, own) or (not same_cue and (draft.via or shaped)):
        return replace(draft, weight=own.weight)
    if not same_cue:
        return replace(own, read=True)
    people = (*draft.cue, *draft.via, *(who for who in (draft.speaker, draft.audience) if who))
    taken = overlap(own.content, people) or any(overlap(own.content, other.cue) for other in others if other is not draft)
    return replace(
        draft,
        content=draft.content if shaped or taken else _content(lines, draft, own),
        speaker=_speaker(draft, own),
        stands_for=draft.speaker if _stands(lines[own.line].text, draft, own) else None,
        cue=draft.cue if shaped or len(draft.cue) > 1 else own.cue,
        weight=own.weight,
    )


def _content(lines: Sequence[Line], draft: Draft, own: Draft) -> tuple[Span, ...]:
    """Choose between two contents: the tagger's, but of those that stand beside a quotation that both know only the quoted."""
    near = lines[draft.line : draft.line + SENTENCES_AHEAD]
    spoken = [span for span in own.content if quoted(near, [span]) == "direct"]
    both = overlap(spoken, draft.content) and quoted(near, draft.content) == "direct"
    return tuple(spoken) if both else own.content


def _by_agent(draft: Draft, own: Draft) -> bool:
    """Tell whether the rules read who said it behind the cue, and the tagger did not: "she had been told by the ministry"."""
    if draft.speaker is None or not draft.cue or draft.speaker.start < draft.cue[-1].end:
        return False
    return own.speaker is None or own.speaker.end <= draft.cue[0].start


def _speaker(draft: Draft, own: Draft) -> Span | None:
    """Choose between two mentions of the speaker: the tagger's, but no relay that the rules know, nor the cue's "neither"."""
    if own.speaker is None or overlap((own.speaker,), (*draft.via, *draft.cue)):
        return draft.speaker
    return own.speaker


def _stands(text: str, draft: Draft, own: Draft) -> bool:
    """Tell whether the rules' mention says whom the tagger's means: it lies within it, or before its "who"."""
    if own.speaker is None or draft.speaker is None:
        return False
    return own.speaker.overlaps(draft.speaker) or own.speaker.of(text).lower() in RELATIVES
