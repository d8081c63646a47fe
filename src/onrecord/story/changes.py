"""Captures and copies to changes: what one capture of a page, or a reprint, has that the one before had not, fact by fact."""

from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.language.english_certainty import STAMP_WORDS
from onrecord.model import Change, ChangedThing, Copy, Excerpt, Facts, Span
from onrecord.settings import ChangeSettings
from onrecord.story.aligning import Alignment, Pair, align_pages
from onrecord.story.altered import find_altered, read_side
from onrecord.story.edits import compare_lines, find_clauses
from onrecord.story.folded import FUNCTION, Line, measure_likeness, read_line, read_title


def find_changes(captures: Sequence[Facts], copies: Sequence[Copy], settings: ChangeSettings | None = None) -> tuple[Change, ...]:
    """Find what changed from each capture of a page to the next, and from a text to its reprint; in the order of the captures."""
    known = {facts.page.capture.name: facts for facts in captures}
    pairs = choose_pairs(list(known), copies)
    return tuple(change for before, after in pairs for change in compare_captures(known[before], known[after], settings))


def choose_pairs(names: Sequence[str], copies: Sequence[Copy]) -> tuple[tuple[str, str], ...]:
    """Choose which captures are compared, earlier and later: each with the last state of its page before it, a reprint with the likest.

    So many captures as a page has, so many comparisons are made of it.

    >>> copies = [Copy(late, early, "revision", 0.9, None) for early, late in (("a", "b"), ("a", "c"), ("b", "c"))]
    >>> choose_pairs(["a", "b", "c"], copies)
    (('a', 'b'), ('b', 'c'))
    """
    places = {name: place for place, name in enumerate(names)}
    chosen: dict[tuple[str, str], Copy] = {}
    earlier = {(copy.capture, copy.of) for copy in copies if copy.kind == "revision"}
    for copy in copies:
        if copy.kind == "same" or copy.capture not in places or copy.of not in places:
            continue
        best = chosen.setdefault((copy.capture, copy.kind), copy)
        if copy.kind == "revision":
            later = (copy.of, best.of) in earlier or ((best.of, copy.of) not in earlier and places[copy.of] > places[best.of])
        else:
            later = (copy.containment, -places[copy.of]) > (best.containment, -places[best.of])
        if later:
            chosen[copy.capture, copy.kind] = copy
    ordered = sorted(chosen.values(), key=lambda copy: (places[copy.capture], places[copy.of]))
    return tuple((copy.of, copy.capture) for copy in ordered)


def compare_captures(before: Facts, after: Facts, settings: ChangeSettings | None = None) -> tuple[Change, ...]:
    """Compare two captures: the headline, what was altered, what was added, what was taken out; each in the order of its page."""
    limits = settings or ChangeSettings()
    alignment = align_pages(before.page, after.page, limits)
    return tuple(
        Change(
            before.page.capture.name, after.page.capture.name, "altered" if one and two else "added" if two else "removed", what, one, two
        )
        for what, one, two in (
            *_titles(before, after, limits),
            *(change for pair in alignment.reworded for change in _altered(before, after, pair, limits)),
            *_one_sided(before, after, alignment, limits),
        )
    )


Told = tuple[ChangedThing, Excerpt | None, Excerpt | None]
"""What changed, and the words before and after; one of them null for what was added or taken out."""


def _titles(before: Facts, after: Facts, limits: ChangeSettings) -> Iterator[Told]:
    """Compare the headlines: one written anew is a change of the title, one that was touched up a change of the fact."""
    lines = _headlines(before, after, limits)
    if not lines or lines[0].key == lines[1].key:
        return
    told = list(_altered(before, after, (lines[0], lines[1]), limits)) if measure_likeness(lines[0], lines[1]) >= limits.likeness else []
    facts = [one for one in told if one[0] != "text"]
    yield from facts or [("title", _cut(before, lines[0].span), _cut(after, lines[1].span))]


def _headlines(before: Facts, after: Facts, limits: ChangeSettings) -> Pair | None:
    """Give the headlines; where one capture's was taken from another line, the line beside it that is like the other's."""
    one, two = read_title(before.page), read_title(after.page)
    if not one or not two:
        return None
    if two.key in {line.key for line in _around(before, one)}:
        two = _likest(_around(after, two), one, limits)
    elif one.key in {line.key for line in _around(after, two)}:
        one = _likest(_around(before, one), two, limits)
    return (one, two) if one and two else None


def _around(facts: Facts, title: Line) -> list[Line]:
    """Give the lines right above and below a headline."""
    blocks, text = facts.page.blocks, facts.page.capture.text
    numbers = (title.block + step for step in (-2, -1, 1, 2))
    return [read_line(text, blocks[number].span, number) for number in numbers if 0 <= number < len(blocks)]


def _likest(lines: Sequence[Line], headline: Line, limits: ChangeSettings) -> Line | None:
    likest = max(lines, key=lambda line: measure_likeness(line, headline), default=None)
    return likest if likest and measure_likeness(likest, headline) >= limits.likeness else None


def _altered(before: Facts, after: Facts, pair: Pair, limits: ChangeSettings) -> Iterator[Told]:
    """Tell which facts a line that was reworded gives otherwise; without any that its text did, and nothing where only spellings differ."""
    wordings = compare_lines(*pair)
    if not wordings.edits or _is_stamp(after, pair[1]):
        return
    sides = read_side(before, pair[0]), read_side(after, pair[1])
    facts = find_altered(wordings, *sides) if wordings.kept >= limits.least_kept else ()
    texts = sides[0].text, sides[1].text
    whole = max(len(line.tokens) for line in pair) <= limits.longest_context
    for what, edit in facts or (("text", wordings.edits[0]),):
        one, two = (pair[0].span, pair[1].span) if whole else find_clauses(wordings, edit, texts)
        yield "title" if what == "text" and pair[0].heading else what, _cut(before, one), _cut(after, two)


def _is_stamp(facts: Facts, line: Line) -> bool:
    """Tell whether a line only says when the page was changed."""
    times = [time.span for time in facts.times if line.span.overlaps(time.span)]
    return all(word.text in STAMP_WORDS | FUNCTION or any(time.overlaps(word.span) for time in times) for word in line.words)


def _cut(facts: Facts, span: Span) -> Excerpt:
    return Excerpt(span.of(facts.page.capture.text), span)


# What was added and taken out


def _one_sided(before: Facts, after: Facts, alignment: Alignment, limits: ChangeSettings) -> Iterator[Told]:
    for what, excerpt in _parts(after, alignment, 1, limits):
        yield what, None, excerpt
    for what, excerpt in _parts(before, alignment, 0, limits):
        yield what, excerpt, None


def _parts(facts: Facts, alignment: Alignment, side: int, limits: ChangeSettings) -> Iterator[tuple[ChangedThing, Excerpt]]:
    """Give the entries, paragraphs and sentences that only this capture has, 0 the earlier one, each once and as large as it is."""
    lines = (alignment.removed, alignment.added)[side]
    both = {pair[side] for pair in alignment.entries.items()}
    gone = {line.entry for line in lines if line.entry is not None} - both
    cut_off = _cut_off(facts, both, limits)
    spans = {entry.id: entry.span for entry in facts.page.entries}
    sizes, own = alignment.sizes[side], Counter(line.block for line in lines)
    told: set[Span] = set()
    for line in lines:
        if line.entry in cut_off:
            continue
        update = spans[line.entry] if line.entry in gone and len(spans) > 1 else None
        whole = own[line.block] == sizes[line.block]
        span = update or (facts.page.blocks[line.block].span if whole else line.span)
        if span not in told and (update or len(line.tokens) >= limits.fewest_words):
            told.add(span)
            yield "entry" if update else "text", _cut(facts, span)


def _cut_off(facts: Facts, both: set[int], limits: ChangeSettings) -> set[int | None]:
    """Give the entries older than all that both captures have, where they are many: the page of a live blog ends somewhere."""
    shared = [entry.posted for entry in facts.page.entries if entry.id in both and entry.posted]
    older = {entry.id for entry in facts.page.entries if shared and entry.posted and entry.posted < min(shared)}
    return {*older} if len(older) >= limits.fewest_cut else set()
