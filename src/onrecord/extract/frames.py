"""A cue whose complement is no plain clause to its content, frame by frame: "accused X of Y", "declined to say Z".

Each function takes a line, a cue and all cues of the line and gives what is said with the act, or None where the
words do not fill the frame. Positions are token numbers, `[start, end)`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.extract.contents import Range, Reading, complement, following_end
from onrecord.extract.cues import Cue
from onrecord.extract.drafts import Line
from onrecord.extract.subjects import subject_before
from onrecord.language.english_speech import MEASURED
from onrecord.language.phrases import phrase_after
from onrecord.model import Act

Filled = tuple[Reading, Act]
Frame = Callable[[Line, Cue, Sequence[Cue]], Filled | None]

REFUSED = frozenset("answer comment confirm disclose discuss elaborate give identify name say share specify".split())
"""What one declines to do when one declines to speak."""
FARTHEST_CHARGE = 16
"""Tokens between "accused" and its "of"."""
FARTHEST_COUNT = 4
"""Tokens between "spoke" and the "of" before a count."""
FARTHEST_LABEL = 12
"""Tokens between "called" and the quotation that says what."""


def read_target(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "accused X of Y" and "blamed X for Y"; without "of" or "for" nothing is certain."""
    tagged = line.tagged
    wanted = {"of", "for"} if cue.lemma == "blame" else {"of"}
    for i in range(cue.end + 1, min(len(line), cue.end + FARTHEST_CHARGE)):
        if tagged.word(i) in wanted and _charge(line, i + 1):
            return _after(line, cue, cues, i + 1), cue.act
        if tagged.kind(i) in {"that", "subordinator"} or tagged.word(i) in {";", ":"}:
            return None
    return None


def _charge(line: Line, i: int) -> bool:
    """Tell whether what stands behind "of" can be a charge: a gerund within a few words, or a noun."""
    tagged = line.tagged
    return any(tagged.kind(k) == "ing" for k in range(i, i + 3)) or tagged.kind(i) in {"noun", "determiner"}


def read_address(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "urged the clubs to merge", "called on the fleet to turn back" and "asked whether"."""
    tagged = line.tagged
    if cue.lemma == "ask" and (tagged.word(cue.end) in {"for", "about", "to", "not"} or cue.kind != "phrase"):
        return None  # "who asked not to appear"
    start = complement(line, replace(cue, frame="clause")).start
    if start is None:
        return None
    reading = _after(line, cue, cues, start)
    end = reading.after[1] if reading.after else start
    if cue.lemma == "ask" and any(tagged.word(k) in {"whether", "if", "why", "how", "when"} for k in range(start, start + 4)):
        return reading, "ask"
    to = any(tagged.word(k) == "to" for k in range(start, min(end, start + 14)))
    if not to and tagged.kind(cue.end) != "that" and cue.lemma != "call":
        return None
    return reading, "demand" if cue.lemma == "ask" else cue.act


def read_infinitive(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "vowed to return"; "promised that" is a plain clause."""
    i = cue.end
    while line.tagged.kind(i) == "adverb" or line.tagged.word(i) == "not":
        i += 1
    if line.tagged.word(i) != "to" or i + 1 >= len(line):
        return None
    return _after(line, cue, cues, i + 1), cue.act


def read_label(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "called the memo “a fantasy”": the words in quotation marks are the speaker's."""
    limit = following_end(line, cue.end, cues, cue)
    tokens = line.tagged.tokens
    for quotation in line.tagged.sentence.quotations:
        first = next((k for k in range(cue.end, limit) if tokens[k].start >= quotation.outer.start), None)
        if first is not None and first - cue.end <= FARTHEST_LABEL:
            last = next((k for k in range(first, len(line)) if tokens[k].start >= quotation.outer.end), len(line))
            return Reading(cue, None, (first, last), None, first), cue.act
    named = phrase_after(line.tagged, cue.end, attach=False)
    if cue.lemma in {"call", "brand"} and named > cue.end and line.tagged.word(named) in {"a", "an"}:  # "called him a coward"
        return _after(line, cue, cues, cue.end), cue.act
    return None


def read_refusal(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "declined to say whether ...", "would not say who ...", "refused to comment on ..."."""
    tagged = line.tagged
    i = cue.end
    if tagged.word(i) == "to":
        if tagged.word(i + 1) not in REFUSED:
            return None
        i += 2
        if tagged.kind(i) in {"mark", ""}:
            return _asked(line, cue)
    while tagged.word(i) in {"on", "about", "to", "anything", "publicly"} or (tagged.kind(i) == "preposition" and i == cue.end):
        i += 1
    if i >= len(line) or tagged.kind(i) == "mark":
        return None
    return _after(line, cue, cues, i), "decline"


def _asked(line: Line, cue: Cue) -> Filled | None:
    """Read "Asked whether she would resign, she declined to answer": what was asked is what is not told."""
    comma = cue.start - 1
    if line.tagged.word(0) != "asked" or line.tagged.word(comma) != ",":
        return None
    start = 2 if line.tagged.word(1) in {"about", "for"} else 1
    return (Reading(cue, (start, comma), None, None, cue.end), "decline") if start < comma else None


def read_measure(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "put the crowd at 400", "spoke on Sunday of 60 barns": a count and who gives it."""
    tagged, bound = line.tagged, MEASURED[cue.lemma]
    near = len(line) if cue.lemma == "put" else cue.end + FARTHEST_COUNT
    for i in range(cue.end, min(near, following_end(line, cue.end, cues, cue))):
        number = next((k for k in range(i + 1, i + 6) if tagged.kind(k) == "number"), None)
        if tagged.word(i) != bound or number is None:
            continue
        if cue.lemma == "put":
            return Reading(cue, None, (cue.end, max(number + 1, phrase_after(tagged, number))), None, cue.end), cue.act
        return _after(line, cue, cues, i + 1), cue.act
    return None


def read_accusation(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read the passive "was accused by X of Y", "was accused of Y by X"."""
    if cue.subject is None:
        return None
    limit = min(len(line), cue.subject[1] + 8)
    start = next((k + 1 for k in range(cue.end, limit) if line.tagged.word(k) == "of"), None)
    if start is None:
        return None
    end = cue.subject[0] - 1 if cue.subject[0] > start else following_end(line, start, cues, cue)
    return Reading(cue, None, (start, end), None, start), cue.act


def read_told_by(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "they were told by a clerk that ..."."""
    start = cue.subject[1] if cue.subject else cue.end
    if cue.lemma != "tell" or line.tagged.kind(start) != "that":
        return None
    reading = _after(line, cue, cues, start + 1)
    end = reading.after[1] if reading.after else start + 1
    cut = next((k for k in range(start + 1, end) if line.tagged.word(k) == "and" and line.tagged.word(k + 1) == "by"), end)
    return replace(reading, after=(start + 1, cut), tail=start), "assert"


def read_passive(line: Line, cue: Cue, cues: Sequence[Cue]) -> Filled | None:
    """Read "the theft was admitted by X" and "was never acknowledged by X": the passive's subject is what is said."""
    patient = _patient(line, cue, cues)
    return None if patient is None else (Reading(cue, patient, None, None, cue.end), cue.act)


def _patient(line: Line, cue: Cue, cues: Sequence[Cue]) -> Range | None:
    """Find what was claimed, denied or confirmed by somebody."""
    group = cue.group
    if line.tagged.kind(group - 1) == "conjunction":  # "... was reported by X but is not acknowledged by Y"
        earlier = [c for c in cues if c.passive and c.group < group]
        group = earlier[-1].group if earlier else group
    elif line.tagged.word(group - 1) == "," and group == cue.verb:  # "This fare, announced Friday by the council"
        group -= 1
    patient = subject_before(line.tagged, group)
    if patient is None:
        return None
    relative = next((k for k in range(*patient) if line.tagged.word(k) == "," and line.tagged.word(k + 1) in {"which", "who"}), patient[1])
    return patient[0], relative


def _after(line: Line, cue: Cue, cues: Sequence[Cue], start: int) -> Reading:
    return Reading(cue, None, (start, following_end(line, start, cues, cue)), None, start)


FRAMES: dict[str, Frame] = {
    "address": read_address,
    "infinitive": read_infinitive,
    "label": read_label,
    "measure": read_measure,
    "refusal": read_refusal,
    "target": read_target,
}
"""Readers of the active frames that are no plain clause."""

PASSIVES: dict[str, Frame] = {"listener": read_told_by, "target": read_accusation}
"""Readers of passive frames; every other frame's passive is read by `read_passive`."""
