"""Words of a sentence to how sure it is of what it tells: its hedges, its verbs of saying, and what it loses when they go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.language.english import DETERMINERS, PREPOSITIONS
from onrecord.language.english_certainty import CUE_CLASSES, HEDGES, HEDGES_BEHIND_A_VERB, NO_HEDGE_AHEAD, NO_HEDGE_BEFORE
from onrecord.language.english_speech import NOUNS_TOO
from onrecord.story.folded import Word


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that say that a thing is not certain."""

    first: int
    """Number of its first word in the sentence."""
    end: int
    """One past its last."""
    grade: int
    """How much doubt they leave: 1 most likely so, 2 perhaps so, 3 nobody has shown that it is so."""


def find_hedges(words: Sequence[Word]) -> tuple[Hedge, ...]:
    """Find the hedges of a sentence, in order; the longest phrase counts.

    >>> from onrecord.model import Span
    >>> words = [Word(text, Span(0, 0), False) for text in "the dam may have burst , it is believed to be old".split()]
    >>> [(hedge.first, hedge.grade) for hedge in find_hedges(words)]
    [(2, 2), (8, 1)]
    """
    found: list[Hedge] = []
    at = 0
    while at < len(words):
        size, grade = _longest(words, at)
        if size:
            found.append(Hedge(at, at + size, grade))
        at += size or 1
    return tuple(found)


def _longest(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Give the number of words of the longest hedge that begins here, and its grade; 0 for none."""
    known = _BY_FIRST.get(words[at].text, {})
    fitting = [phrase for phrase in known if tuple(word.text for word in words[at : at + len(phrase)]) == phrase]
    if not fitting or _is_no_hedge(words, at):
        return 0, 0
    longest = max(fitting, key=len)
    return len(longest), known[longest]


def _is_no_hedge(words: Sequence[Word], at: int) -> bool:
    word, before = words[at], words[at - 1].text if at else ""
    after = words[at + 1].text if at + 1 < len(words) else ""
    if word.text == "may" and word.capital and (before[:1].isdigit() or after[:1].isdigit()):
        return True
    if word.text == "may" and word.capital and at and not words[at - 1].capital:
        return True  # inside a sentence the month alone has a capital
    if after in NO_HEDGE_AHEAD.get(word.text, ()):
        return True
    verbs = HEDGES_BEHIND_A_VERB.get(word.text)
    return before in NO_HEDGE_BEFORE.get(word.text, ()) or (verbs is not None and before not in verbs)


def _by_first(hedges: Mapping[int, Sequence[str]]) -> dict[str, dict[tuple[str, ...], int]]:
    """Sort the phrases by their first word."""
    sorted_by: dict[str, dict[tuple[str, ...], int]] = {}
    for grade, phrases in hedges.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            sorted_by.setdefault(words[0], {})[words] = grade
    return sorted_by


_BY_FIRST = _by_first(HEDGES)


def find_cue_classes(words: Sequence[Word]) -> list[str]:
    """List what the verbs of saying among some words make of what is said, in order.

    >>> from onrecord.model import Span
    >>> find_cue_classes([Word(text, Span(0, 0), False) for text in ("police", "claimed")])
    ['claims']
    """
    return [CUE_CLASSES[word.text] for at, word in enumerate(words) if word.text in CUE_CLASSES and not _is_noun(words, at)]


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Tell whether a form that may be a noun is one here: "the claim", "in Granite State"."""
    word, before = words[at], words[at - 1].text if at else ""
    return word.text in NOUNS_TOO and bool(at) and (word.capital or before in DETERMINERS or before in PREPOSITIONS)
