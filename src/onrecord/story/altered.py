"""Two wordings of a sentence to the facts that lie on the words that differ: a figure, a time, a quotation, a hedge, a cue, a speaker."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.language.english import GROUP_ROLES, ORGANISATION_NOUNS, PERSON_ROLES, PERSON_TITLES, WEEKDAYS
from onrecord.language.english_certainty import CUE_CLASSES, HARM_CLASSES, MOVING_DAYS, ORDINALS, QUANTIFIERS, RANKLESS
from onrecord.language.english_counts import BOUND_BEFORE, MEASURES
from onrecord.language.english_pages import US_ZONES, ZONES
from onrecord.language.numbers import find_numbers
from onrecord.language.quotations import find_quotations
from onrecord.model import ChangedThing, Facts, Span, Speaker, Time
from onrecord.story.certainty import find_cue_classes, find_hedges
from onrecord.story.edits import Edit, Wordings, cut_span
from onrecord.story.folded import FUNCTION, Line, Word

LONGEST_CUE = 6
"""Words on each side of an edit that may change a verb of saying; a longer one is a new sentence."""
LONGEST_ATTRIBUTION = 14
"""Words of an attribution that may be dropped: "the ministry's spokesman, Orlo Vane, told reporters in the port on Friday"."""
MOST_BESIDE_HEDGE = 3
"""Telling words beside the hedge in an edit; with more of them it was a clause that went, and not its doubt."""
VOUCHING = frozenset(("admits", "believes", "claims", "confirms", "says"))
"""Kinds of verbs of saying that give what is said to somebody."""


@dataclass(frozen=True)
class Side:
    """A line in one of its wordings, with what was found on it."""

    line: Line
    """The line."""
    text: str
    """The text of its capture."""
    times: tuple[Time, ...]
    """Times that it tells."""
    speakers: tuple[Speaker, ...]
    """Those who speak in it, pronouns left out."""
    quotations: tuple[Span, ...] = field(default=())
    """What stands between quotation marks in its block."""


def read_side(facts: Facts, line: Line) -> Side:
    """Gather what was found on a line."""
    block = facts.page.blocks[line.block].span if facts.page.blocks else line.span
    around = block if block.covers(line.span) else line.span
    text = facts.page.capture.text
    speakers = (statement.speaker for statement in facts.statements)
    return Side(
        line,
        text,
        tuple(time for time in facts.times if line.span.overlaps(time.span)),
        tuple(one for one in speakers if one and one.span and one.how != "pronoun" and line.span.overlaps(one.span)),
        tuple(quotation.outer for quotation in find_quotations(text, *around)),
    )


def find_altered(wordings: Wordings, before: Side, after: Side) -> tuple[tuple[ChangedThing, Edit], ...]:
    """Find what was altered, each with the edit that did it; what is no fact is not told."""
    found = ((kind, edit) for edit in wordings.edits for kind in _kinds(wordings, edit, before, after))
    return tuple({kind: (kind, edit) for kind, edit in reversed(list(found))}.values())[::-1]


def _kinds(wordings: Wordings, edit: Edit, before: Side, after: Side) -> list[ChangedThing]:
    """Name the facts that one edit alters."""
    if _is_time(edit, before, after):
        return ["time"]
    if _is_figure(edit, before, after):
        return ["figure"]
    if _in_quotation(edit, before, after):
        return ["quote"]
    if _is_cue(wordings, edit) and edit.before.end - edit.before.start == edit.after.end - edit.after.start == 1:
        return ["cue"]
    if _is_hedge(wordings, edit) or _is_attribution(wordings, edit):
        return ["hedge"]
    kinds: list[ChangedThing] = ["cue"] if _is_cue(wordings, edit) else []
    return [*kinds, "speaker"] if _is_speaker(edit, before, after) else kinds


def _words(side: Side, words: Span) -> Sequence[Word]:
    return side.line.words[words.start : words.end]


# Times


def _is_time(edit: Edit, before: Side, after: Side) -> bool:
    one, two = _times(before, edit.before), _times(after, edit.after)
    if not one or not two or len({time.text.lower() for time in one} ^ {time.text.lower() for time in two}) == 0:
        return False
    if _zones(before, edit.before) != _zones(after, edit.after):
        return False  # the same hour on another clock
    if any(_moving(time) for time in one) and any(_moving(time) for time in two):
        return False
    if all(time.value for time in (*one, *two)):
        return {time.value for time in one}.isdisjoint(time.value for time in two) and not _within(one, two) and not _within(two, one)
    return bool(_sign(one)) and _sign(one) == _sign(two)


def _times(side: Side, words: Span) -> list[Time]:
    span = cut_span(side.line, words)
    return [time for time in side.times if time.span.overlaps(span)]


def _zones(side: Side, words: Span) -> set[str]:
    around = side.line.key[words.start : words.end + 1]
    return {word for word in around if word in ZONES or word in US_ZONES or word == "local"}


def _moving(time: Time) -> bool:
    return not MOVING_DAYS.isdisjoint(time.text.lower().split())


def _within(one: Sequence[Time], two: Sequence[Time]) -> bool:
    """Tell whether the times of one side only tell those of the other more exactly: "Friday" and "Friday morning"."""
    return all(any((a.value or "").startswith(b.value or "-") for b in two) for a in one)


def _sign(times: Sequence[Time]) -> set[str]:
    """Say what unresolved times are made of; only like ones can be held against each other."""
    words = {word for time in times for word in re.findall(r"\w+", time.text.lower())}
    return ({"weekday"} if words & WEEKDAYS else set()) | ({"number"} if any(word[0].isdigit() for word in words) else set())


# Figures


def _is_figure(edit: Edit, before: Side, after: Side) -> bool:
    one, two = _values(before, edit.before), _values(after, edit.after)
    if one and two:
        return sorted(one) != sorted(two) and not _is_converted(edit, before, after)
    return (
        _is_number_for_words(edit, before, after, bool(one), bool(two))
        or _bounds(before, edit.before) != _bounds(after, edit.after)
        or _is_other_harm(edit, before, after)
        or _differ(_ordinals(_words(before, edit.before)), _ordinals(_words(after, edit.after)))
    )


def _values(side: Side, words: Span) -> list[str]:
    """Give the numbers among some words, times left out; "dozens" stands for itself."""
    if words.start == words.end:
        return []
    span = cut_span(side.line, words)
    numbers = [number for number in find_numbers(side.text, *side.line.span) if number.span.overlaps(span)]
    free = [number for number in numbers if not any(time.span.overlaps(number.span) for time in side.times)]
    values = [str(number.value if number.value is not None else number.span.of(side.text).lower()) for number in free]
    digits = (word for word in _words(side, words) if word.text[0].isdigit())
    known = (*(number.span for number in numbers), *(time.span for time in side.times))
    return values + [word.text for word in digits if not any(span.overlaps(word.span) for span in known)]


def _is_converted(edit: Edit, before: Side, after: Side) -> bool:
    """Tell whether a number was only given in another measure or money."""
    units = [{word.text for word in _words(side, words)} & MEASURES for side, words in ((before, edit.before), (after, edit.after))]
    marks = [_money(before, edit.before), _money(after, edit.after)]
    return (all(units) and units[0] != units[1]) or (all(marks) and marks[0] != marks[1])


def _money(side: Side, words: Span) -> set[str]:
    span = cut_span(side.line, words)
    return set(side.text[max(0, span.start - 1) : span.end]) & set("$£€¥")


def _is_number_for_words(edit: Edit, before: Side, after: Side, one: bool, two: bool) -> bool:
    """Tell whether a number has taken the place of "several", or the other way round."""
    if one == two:
        return False
    side, words, own = (before, edit.before, after) if two else (after, edit.after, before)
    values = _values(own, edit.after if two else edit.before)
    return values != ["1"] and any(word.text in QUANTIFIERS for word in _words(side, words))


def _bounds(side: Side, words: Span) -> set[str]:
    """Give the bounds that stand among some words before a number."""
    ahead = side.line.words[words.start : words.end + 1]
    if not any(word.text[0].isdigit() for word in ahead[-1:]):
        return set()
    own = f" {' '.join(word.text for word in _words(side, words))} "
    longest = max((phrase for phrase in BOUND_BEFORE if f" {phrase} " in own), key=len, default="")
    return {str(BOUND_BEFORE[longest])} - {"exact"} if longest else set()


def _is_other_harm(edit: Edit, before: Side, after: Side) -> bool:
    """Tell whether what was counted as hurt is now counted as dead."""
    counted = any(word.text[0].isdigit() for word in before.line.words)
    return counted and _differ(_harm(_words(before, edit.before)), _harm(_words(after, edit.after)))


def _harm(words: Sequence[Word]) -> set[str]:
    return {kind for word in words for stem, kind in HARM_CLASSES.items() if word.text.startswith(stem)}


def _ordinals(words: Sequence[Word]) -> set[str]:
    return {word.text for word in words} & ORDINALS


def _differ(one: set[str], two: set[str]) -> bool:
    return bool(one) and bool(two) and one.isdisjoint(two)


# Quotations


def _in_quotation(edit: Edit, before: Side, after: Side) -> bool:
    return _quoted(before, edit.before) and _quoted(after, edit.after)


def _quoted(side: Side, words: Span) -> bool:
    span = cut_span(side.line, words)
    if words.start < words.end:
        return any(quotation.covers(span) for quotation in side.quotations)
    beside = side.line.words[max(0, words.start - 1) : words.start + 1]
    return any(quotation.covers(word.span) for quotation in side.quotations for word in beside)


# Hedges and cues


def _is_hedge(wordings: Wordings, edit: Edit) -> bool:
    """Tell whether a doubt came, went or changed its weight."""
    sides = ((wordings.before, edit.before), (wordings.after, edit.after))
    hedges = [find_hedges(line.words) for line, _ in sides]
    if sorted(hedge.grade for hedge in hedges[0]) == sorted(hedge.grade for hedge in hedges[1]):
        return False
    touched = [
        [hedge for hedge in own if hedge.first < words.end and words.start < hedge.end]
        for own, (_, words) in zip(hedges, sides, strict=True)
    ]
    if sorted(hedge.grade for hedge in touched[0]) == sorted(hedge.grade for hedge in touched[1]):
        return False
    covered = [{at for hedge in own for at in range(hedge.first, hedge.end)} for own in touched]
    beside = [
        sum(line.key[at] not in FUNCTION and at not in own for at in range(*words))
        for (line, words), own in zip(sides, covered, strict=True)
    ]
    return max(beside) <= MOST_BESIDE_HEDGE


def _is_cue(wordings: Wordings, edit: Edit) -> bool:
    """Tell whether a verb of saying became one that makes something else of what is said."""
    sides = wordings.before.words[slice(*edit.before)], wordings.after.words[slice(*edit.after)]
    classes = [set(find_cue_classes(words)) for words in sides]
    if not all(classes) or max(map(len, sides)) > LONGEST_CUE:
        return False
    whole = sorted(find_cue_classes(wordings.before.words)), sorted(find_cue_classes(wordings.after.words))
    return classes[0] != classes[1] and whole[0] != whole[1]


def _is_attribution(wordings: Wordings, edit: Edit) -> bool:
    """Tell whether words that gave the sentence to somebody were dropped from it, or put to it."""
    for line, words, other, others in (
        (wordings.before, edit.before, wordings.after, edit.after),
        (wordings.after, edit.after, wordings.before, edit.before),
    ):
        own = line.words[slice(*words)]
        if not 1 < len(own) <= LONGEST_ATTRIBUTION or others.end - others.start > 1 or find_cue_classes(other.words):
            continue
        if VOUCHING.intersection(find_cue_classes(own)):
            return True
    return False


# Speakers


def _is_speaker(edit: Edit, before: Side, after: Side) -> bool:
    one, two = _speaker(before, edit.before), _speaker(after, edit.after)
    if one and two:
        return not same_speaker(one, two)
    return not one and not two and _beside_cue(edit, before, after) and _names_other(edit, before, after)


def _speaker(side: Side, words: Span) -> Speaker | None:
    """Give who speaks among some words; where there are none, who begins behind the gap."""
    span = cut_span(side.line, words if words.start < words.end else Span(words.start, min(words.start + 1, len(side.line.words))))
    return next((speaker for speaker in side.speakers if speaker.span and speaker.span.overlaps(span)), None)


def same_speaker(one: Speaker, two: Speaker) -> bool:
    """Tell whether two mentions are of one speaker: one actor, one name, or one role with no other word to it.

    >>> names = ("the minister, Ada Quell", "the minister", "an official")
    >>> named, role, nobody = (Speaker(text, None, None, None, "role") for text in names)
    >>> same_speaker(named, role), same_speaker(named, nobody)
    (True, False)
    """
    if one.actor and one.actor == two.actor:
        return True
    names = [re.findall(r"[^\W_]+", mention.text) for mention in (one, two)]
    capitals = [[word for word in name if word[0].isupper() and word.lower() not in _NO_NAME] for name in names]
    if set(capitals[0]) & set(capitals[1]):
        return not _other_first_name(names[0], names[1])
    words = [{word.lower() for word in name} - RANKLESS - QUANTIFIERS - FUNCTION for name in names]
    if words[0] == words[1]:
        return True
    if any(
        _is_person(mention) and other[:1] and not role
        for mention, other, role in ((one, capitals[1], capitals[0]), (two, capitals[0], capitals[1]))
    ):
        return True  # "the mayor" and a name: most likely the mayor's
    heads = {_head(mention.text) for mention in (one, two)}
    return len(heads) == 1 and any(
        own < other and not mention.text.lower().startswith(("a ", "an "))
        for own, other, mention in ((words[0], words[1], one), (words[1], words[0], two))
    )


def _is_person(mention: Speaker) -> bool:
    """Tell whether a mention is of one person known by an office: "the mayor"."""
    return mention.text.lower().startswith("the ") and _head(mention.text) in PERSON_ROLES


def _other_first_name(one: Sequence[str], two: Sequence[str]) -> bool:
    """Tell whether a name that both have follows two names: Lena Orm is not Lars Orm."""
    before = [
        {word: first for first, word in pairwise(name) if first[0].isupper() and first.lower() not in _NO_NAME} for name in (one, two)
    ]
    return any(before[0][word] != before[1][word] and before[1][word] not in one for word in before[0].keys() & before[1].keys())


def _head(mention: str) -> str:
    """Give the noun of a role: the last word before a comma or a preposition."""
    own = re.split(r",|\b(?:about|at|close|for|from|in|of|on|to|who|with)\b", mention, maxsplit=1)[0]
    small = [word for word in own.lower().split() if word not in RANKLESS]
    roles = [word for word in small if word in _ROLES]
    return (roles or small or [""])[-1]


_ROLES = PERSON_ROLES | GROUP_ROLES | ORGANISATION_NOUNS
_NO_NAME = _ROLES | PERSON_TITLES | RANKLESS | QUANTIFIERS


def _beside_cue(edit: Edit, before: Side, after: Side) -> bool:
    """Tell whether an edit stands where a speaker does: just before or behind a verb of saying that both wordings have."""
    behind = before.line.key[edit.before.end : edit.before.end + 1], after.line.key[edit.after.end : edit.after.end + 1]
    ahead = before.line.key[: edit.before.start][-1:], after.line.key[: edit.after.start][-1:]
    return any(one == two and CUE_CLASSES.get("".join(one)) in VOUCHING for one, two in (behind, ahead))


def _names_other(edit: Edit, before: Side, after: Side) -> bool:
    """Tell whether both sides of an edit name somebody."""
    return all(
        any((word.capital and word.text not in WEEKDAYS) or word.text in _ROLES for word in words)
        for words in (_words(before, edit.before), _words(after, edit.after))
    )
