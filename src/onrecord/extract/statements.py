"""A page to its statements: who said what, in which words, through whom, and the actors that speak."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.announced import with_announced
from onrecord.extract.attributions import Context, draft_sentence
from onrecord.extract.drafts import Draft, Line, unstopped
from onrecord.extract.labelled import with_labelled
from onrecord.extract.marked import join_marked
from onrecord.extract.reading import Reading, read_page
from onrecord.extract.relay import media_names
from onrecord.extract.resolution import resolve_drafts
from onrecord.extract.subjects import main_subject
from onrecord.language.phrases import phrase_after
from onrecord.language.quotations import Quotation
from onrecord.model import Actor, Page, Span, Statement
from onrecord.settings import StatementSettings

SHORTEST_QUOTE = 4
"""Words from which a quotation that stands alone is taken for speech and not for a title or a term."""


SPANS_BEFORE = 4
"""Contents looked back over for one that reaches into a quotation."""
LONGEST_LEAD = 8
"""Tokens between a subject and the colon behind which it is quoted: "Orval was blunt: “No.”"."""


def find_statements(
    page: Page, reading: Reading | None = None, settings: StatementSettings | None = None
) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """Find a page's statements in its order, and the actors that speak or are spoken through; ids hold within the page.

    `reading` is the page's, when it has been read before.
    """
    lines, marks = reading or read_page(page, names=False)
    context = Context(media_names(lines, page.outlet, page.origin))
    drafts = tuple(draft for n, line in enumerate(lines) for draft in draft_sentence(line, n, context))
    if marks.attributions is not None:
        drafts = join_marked(lines, drafts, marks.attributions, settings or StatementSettings())
    drafts = _with_quotations(lines, with_labelled(lines, with_announced(lines, drafts)))
    if marks.attributions is not None:
        drafts = tuple(replace(draft, weight=0.0) if draft.weight is None else draft for draft in drafts)
    kept = [draft for draft in drafts if not _ANONYMITY.match(page.capture.text, draft.content[0].start)]
    return resolve_drafts(page, lines, _without_fragments(page.capture.text, kept))


def _without_fragments(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what is said where it is an article alone, and who says it where that is: both are cut from what could not be read."""

    def is_fragment(span: Span) -> bool:
        return span.of(text).lower() in ("a", "an", "the")

    whole = (draft for draft in drafts if not (len(draft.content) == 1 and is_fragment(draft.content[0])))
    return [replace(draft, speaker=None) if draft.speaker and is_fragment(draft.speaker) else draft for draft in whole]


_ANONYMITY = re.compile(r"(?:not to be|to be left|to remain) (?:anonymous|identified|named|quoted|unidentified|unnamed)\b")
"""What sources ask for is about themselves, and nothing they say."""


# Quotations that no cue of their own sentence explains.


def _with_quotations(lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Add the quotations that stand without a cue: the rest of what was said before them, or words of the same speaker."""
    result: list[Draft] = []
    by_line: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_line.setdefault(draft.line, []).append(draft)
    told = sorted(span for draft in drafts for span in draft.content)
    for n, line in enumerate(lines):
        own = by_line.get(n, [])
        for quotation in line.tagged.sentence.quotations:
            if _overlaps(told, quotation.inner) or any(q.overlaps(quotation.inner) for d in own for q in d.content):
                continue
            _place(lines, n, quotation, own, result)
        result.extend(own)
    return tuple(sorted(result, key=lambda d: (d.line, d.content[0])))


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of some spans, sorted, shares a place with a span; a span that starts far ahead of it ends before it."""
    at = bisect_left(spans, (span.end, span.end))
    return any(near.overlaps(span) for near in spans[max(0, at - SPANS_BEFORE) : at])


def _place(lines: Sequence[Line], n: int, quotation: Quotation, own: list[Draft], result: list[Draft]) -> None:
    line = lines[n]
    named = _before_colon(line, quotation)
    content = (unstopped(line.text, quotation.inner),)
    if named is not None:
        own.append(Draft(n, line.entry, content, "assert", "", named))
        return
    short = len(quotation.inner.of(line.text).split()) < SHORTEST_QUOTE
    if quotation.single or (short and not (result and result[-1].line == n - 1)):
        return
    if not _stands_alone(line, quotation):
        if not own and quotation.outer.end >= line.tagged.sentence.span.end - 2:
            _carry_mixed(lines, n, result, own)
        return
    last = own[-1] if own and own[-1].content[-1].end <= quotation.inner.start else result[-1] if result else None
    if last is None or last.entry != line.entry or line.paragraph - lines[last.line].paragraph > 1:
        own.extend([] if short else [Draft(n, line.entry, content, "assert", "")])
        return
    same_paragraph = lines[last.line].paragraph == line.paragraph
    goes_on = _goes_on(lines, n, last)
    if same_paragraph and goes_on:
        drafts = own if own and own[-1] is last else result
        drafts[-1] = replace(last, content=(*last.content, *content))
        return
    if not short or (goes_on and not same_paragraph):
        own.append(Draft(n, line.entry, content, "assert", "", None, carried=True, inherits_via=True))


def _goes_on(lines: Sequence[Line], n: int, draft: Draft) -> bool:
    """Tell whether a content ends in quotation marks in this sentence or the one before, so that a quotation goes on with it."""
    end = draft.content[-1].end
    near = lines[max(0, n - 1) : n + 1]
    return any(q.outer.start < end <= q.outer.end for line in near for q in line.tagged.sentence.quotations)


def _carry_mixed(lines: Sequence[Line], n: int, result: list[Draft], own: list[Draft]) -> None:
    """Take a sentence that ends in a quotation for words of whoever spoke in the sentence before it."""
    line = lines[n]
    last = result[-1] if result else None
    content = line.content(0, len(line))
    if last is not None and last.line == n - 1 and lines[last.line].paragraph == line.paragraph and content is not None:
        own.append(Draft(n, line.entry, (content,), "assert", "", None, carried=True, inherits_via=True))


def _before_colon(line: Line, quotation: Quotation) -> Span | None:
    """Find the speaker in "Warden: ‘At least 15 are out’" and "Orval was blunt: “No.”"."""
    tagged = line.tagged
    at = next((i for i, t in enumerate(tagged.tokens) if t.start >= quotation.outer.start), 0)
    if at < 2 or tagged.word(at - 1) != ":":
        return None
    end = phrase_after(tagged, 0)
    if end == at - 1 and line.heading:
        return line.span(0, end)
    subject = main_subject(tagged, at - 1)
    if subject is None or at - subject[1] > LONGEST_LEAD or tagged.word(subject[0]) == "it":
        return None
    return line.span(*subject)


def _stands_alone(line: Line, quotation: Quotation) -> bool:
    """Tell whether a quotation is a sentence of its own, not a term within one."""
    before = line.text[line.tagged.sentence.span.start : quotation.outer.start].strip()
    if before:
        return before.endswith((".", ":", "!", "?"))
    after = line.text[quotation.outer.end : line.tagged.sentence.span.end].strip(" .…")
    return not after or not quotation.closed
