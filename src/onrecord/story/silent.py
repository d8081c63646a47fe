"""Changes to findings: facts altered and entries taken out without the page saying so, and doubts that were lost on the way."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.language.english_certainty import CERTAINTY, CORRECTION_WORDS, NOTE_OPENERS
from onrecord.model import Change, ChangedThing, Copy, Evidence, Excerpt, Facts, Finding, Span
from onrecord.settings import ChangeSettings
from onrecord.story.altered import Side, find_altered, read_side
from onrecord.story.certainty import find_cue_classes, find_hedges
from onrecord.story.edits import compare_lines, cut_span, find_clauses
from onrecord.story.folded import FUNCTION, Line, read_line

FACTS: frozenset[ChangedThing] = frozenset(("figure", "speaker", "cue", "hedge", "quote", "time"))
"""What is a fact when it is altered; a new headline or other words for the same are none."""


@dataclass(frozen=True, slots=True)
class _Captures:
    """Two captures, and what bears on all changes between them."""

    before: Facts
    """The earlier one."""
    after: Facts
    """The later one."""
    reprint: bool
    """Whether the later one is another outlet's."""
    notes: tuple[Line, ...]
    """Lines of the later one that own to a change."""
    kept: int
    """Where the last entry stands, in the earlier one, that was not taken out; -1 for none."""
    longest: int
    """Characters of each wording that is told."""


@dataclass(frozen=True, slots=True)
class _Altered:
    """A fact in two wordings."""

    change: Change
    """The change."""
    clauses: tuple[str, str]
    """The clause around what was altered, before and after."""
    words: tuple[frozenset[str], frozenset[str]]
    """The words that were altered, those that any sentence has left out."""
    gone: str
    """The words of the earlier wording that were altered; empty when some were only put in."""


Key = tuple[object, ...]
"""What tells that two findings are one."""


def find_silent(
    captures: Sequence[Facts], copies: Sequence[Copy], changes: Sequence[Change], settings: ChangeSettings | None = None
) -> tuple[Finding, ...]:
    """Find what was altered, taken out or made surer without a word about it; the same alteration in several places is one finding."""
    limits = settings or ChangeSettings()
    known = {facts.page.capture.name: facts for facts in captures}
    reprints = {(copy.of, copy.capture) for copy in copies if copy.kind == "syndication"}
    found: dict[Key, Finding] = {}
    for (before, after), group in groupby(changes, key=lambda change: (change.from_, change.to)):
        own = list(group)
        pair = _captures(known[before], known[after], own, reprint=(before, after) in reprints, longest=limits.longest_told)
        for key, finding in filter(None, (_find(change, pair) for change in own)):
            first = found.get(key)
            evidence = (*first.evidence, *finding.evidence) if first else finding.evidence
            found[key] = Finding(finding.kind, first.text if first else finding.text, tuple(dict.fromkeys(evidence)))
    return tuple(found.values())


def _captures(before: Facts, after: Facts, changes: Sequence[Change], *, reprint: bool, longest: int) -> _Captures:
    gone = {change.before.span for change in changes if change.kind == "removed" and change.before}
    kept = max((entry.span.start for entry in before.page.entries if entry.span not in gone), default=-1)
    return _Captures(before, after, reprint, find_notes(before, after), kept, longest)


def _find(change: Change, pair: _Captures) -> tuple[Key, Finding] | None:
    """Give the finding of one change, if it makes one."""
    sides = ((change.from_, change.before), (change.to, change.after))
    evidence = tuple(Evidence(name, side.span) for name, side in sides if side)
    if change.kind == "removed" and change.what == "entry":
        text = "" if change.before is None or pair.reprint else _taken_out(change.before, pair)
        return ((change,), Finding("silent_edit", text, evidence)) if text else None
    if change.kind != "altered" or change.what not in FACTS:
        return None
    altered = _altered(change, pair)
    if _is_told(altered, pair.notes):
        return None
    kind, text = _sentence(altered, pair)
    return (kind, change.from_, change.to, change.what, *altered.words), Finding(kind, text, evidence)


def _taken_out(entry: Excerpt, pair: _Captures) -> str:
    """Say that an entry was taken out; nothing where a note owns to it, or it was the last of its page: the oldest updates fall off."""
    line = read_line(entry.text, Span(0, len(entry.text)))
    telling = set(line.key) - FUNCTION
    if entry.span.start > pair.kept or any(len(telling & set(note.key)) >= FEWEST_SHARED for note in pair.notes):
        return ""
    return f"{_outlet(pair.after)} took out the entry {_quoted(entry.text.split(chr(10), 1)[0], pair.longest)} without notice."


FEWEST_SHARED = 3
"""Telling words that a note must share with an entry that it tells of."""


def _altered(change: Change, pair: _Captures) -> _Altered:
    """Narrow a change to the clauses and words that were altered."""
    sides = [_side(facts, side) for facts, side in ((pair.before, change.before), (pair.after, change.after)) if side]
    wordings = compare_lines(sides[0].line, sides[1].line)
    edit = dict(find_altered(wordings, *sides)).get(change.what, wordings.edits[0])
    spans = find_clauses(wordings, edit, (sides[0].text, sides[1].text))
    words = [
        frozenset(word.text for word in side.line.words[slice(*own)] if word.text not in FUNCTION)
        for side, own in zip(sides, (edit.before, edit.after), strict=True)
    ]
    gone = cut_span(wordings.before, edit.before).of(sides[0].text)
    return _Altered(change, (spans[0].of(sides[0].text), spans[1].of(sides[1].text)), (words[0], words[1]), gone)


def _side(facts: Facts, excerpt: Excerpt) -> Side:
    block = next((number for number, block in enumerate(facts.page.blocks) if block.span.overlaps(excerpt.span)), 0)
    return read_side(facts, read_line(facts.page.capture.text, excerpt.span, block))


# What the page says of it


def find_notes(before: Facts, after: Facts) -> tuple[Line, ...]:
    """Find the lines of the later capture, of any role, that own to a change and that the earlier one did not have."""
    return tuple(line for line in _notes(after) if line.key not in {known.key for known in _notes(before)})


def _notes(facts: Facts) -> list[Line]:
    text = facts.page.capture.text
    lines = [read_line(text, block.span, number, block.entry) for number, block in enumerate(facts.page.blocks)]
    return [line for line in lines if _owns(line)]


def _owns(line: Line) -> bool:
    words = f" {' '.join(line.key)} "
    return line.key[:1] != () and (line.key[0] in NOTE_OPENERS or any(f" {phrase} " in words for phrase in CORRECTION_WORDS))


def _is_told(altered: _Altered, notes: Sequence[Line]) -> bool:
    """Tell whether a note names what was altered, or the new wording names the old figure itself ("19, up from 12")."""
    words = altered.words[0] | altered.words[1]
    after = altered.change.after
    old = {word for word in altered.words[0] if word[0].isdigit()}
    new = set(read_line(after.text, Span(0, len(after.text))).key) if after else set()
    return bool(old and old <= new) or any(not words.isdisjoint(note.key) for note in notes)


# How it is told


def _sentence(altered: _Altered, pair: _Captures) -> tuple[str, str]:
    """Say what was altered, and of which kind that is."""
    who, change = _outlet(pair.after), altered.change
    one, two = (_quoted(clause, pair.longest) for clause in altered.clauses)
    of = f" in the text of {_outlet(pair.before)}" if pair.reprint else ""
    loss = lost_certainty(change.before, change.after) if change.what in ("hedge", "cue") else ""
    if loss == "attribution":
        return "hedge_lost", f"{who} no longer tells who says so{of}: {_quoted(altered.gone, pair.longest)} is gone from {one}."
    if loss:
        return "hedge_lost", f"{who} dropped a doubt{of}: {one} became {two}."
    if change.what == "speaker":
        return "silent_edit", f"{who} gave words to another speaker{of} without saying so: {one} became {two}."
    return "silent_edit", f"{who} changed {one} to {two}{of} without saying so."


def lost_certainty(before: Excerpt | None, after: Excerpt | None) -> str:
    """Say what a wording has lost beside the one before: "doubt", the "attribution", or nothing.

    >>> one, two = (Excerpt(text, Span(0, len(text))) for text in ("The dam may have burst.", "The dam has burst."))
    >>> lost_certainty(one, two), lost_certainty(two, one)
    ('doubt', '')
    """
    if before is None or after is None:
        return ""
    one, two = (read_line(side.text, Span(0, len(side.text))).words for side in (before, after))
    doubts = [sum(hedge.grade for hedge in find_hedges(words)) for words in (one, two)]
    if doubts[0] != doubts[1]:
        return "doubt" if doubts[0] > doubts[1] else ""
    cues = [[CERTAINTY[kind] for kind in find_cue_classes(words) if kind in CERTAINTY] for words in (one, two)]
    if cues[0] and not cues[1]:
        return "attribution"
    return "doubt" if cues[0] and min(cues[0]) < min(cues[1]) else ""


def _quoted(words: str, longest: int) -> str:
    """Put words of a page in quotation marks, cut to a length."""
    words = " ".join(words.split()).strip('“”" ,;:•').rstrip(".")
    cut = words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{cut.replace('“', '‘').replace('”', '’')}”"


def _outlet(facts: Facts) -> str:
    name = facts.page.outlet or facts.page.capture.name
    return name[:1].upper() + name[1:] if facts.page.outlet else name
