"""A claim and a headline to whether the headline speaks for the claim, against it, or only passes it on."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from onrecord.language.english_stance import CUES
from onrecord.language.stems import find_stems

Stance = Literal["for", "against", "observing"]
"""What a headline says to a claim: that it is so, that it is not, or that somebody says so."""
STANCES: tuple[Stance, ...] = ("against", "for", "observing")
"""All of them, in the order of the columns of the table of weights."""

_BARE = frozenset(("answers_no", "asks", "asks_first", "by_source", "quotes"))
_CUES = {
    name: re.compile(pattern if name in _BARE else rf"\b(?:{pattern})\b", re.IGNORECASE | re.VERBOSE) for name, pattern in CUES.items()
}
_FUTURE = re.compile(r"\bwill\b|\bto\b", re.IGNORECASE)
_AGAINST = ("answers_no", "contradicts", "fake", "false", "denies_verb", "doubts")
_PASSED_ON = ("alleged", "asks", "by_source", "claims", "may", "report", "rumour", "says", "set_to", "source")
_TAKEN_UP = ("claims", "confirms", "denies_verb", "fake", "false", "may", "no_noun", "alleged", "rumour", "says", "unharmed", "contradicts")
"""Cues that are none where the claim itself has them: "not" against a claim that denies."""


def find_stance(claim: str, headline: str) -> Stance:
    """Tell what a headline says to a claim about the same matter.

    >>> find_stance("The Orle ferry sank", "No, the Orle ferry has not sunk")
    'against'
    >>> find_stance("The Orle ferry sank", "Orle ferry may have sunk, sources say")
    'observing'
    >>> find_stance("The Orle ferry sank", "Orle ferry sinks off Tarn with 40 aboard")
    'for'
    """
    signs = find_signs(claim, headline)
    table = _weights()
    scores = [sum(table[name][number] * value for name, value in signs.items()) for number in range(len(STANCES))]
    return STANCES[scores.index(max(scores))]


def find_signs(claim: str, headline: str) -> dict[str, float]:
    """Find the signs of a stance in a headline, and how its words go with the claim's; each about 0 to 1."""
    signs = {name: float(bool(cue.search(headline))) for name, cue in _CUES.items()}
    for name in _TAKEN_UP:
        held = bool(_CUES[name].search(claim))
        signs[f"claim_{name}"] = float(held)
        if held:
            signs[name] = 0.0
    against, passed_on = sum(signs[name] for name in _AGAINST), sum(signs[name] for name in _PASSED_ON)
    shared = _shared(claim, headline)
    return {
        **signs,
        **shared,
        "against": float(against > 0),
        "against_more": min(3.0, against) / 3,
        "passed_on": float(passed_on > 0),
        "passed_on_more": min(3.0, passed_on) / 3,
        "passed_on_alone": float(passed_on > 0 and not against),
        "against_asked": float(against > 0 and bool(signs["asks"])),
        "plain": float(not against and not passed_on),
        "claim_to_come": float(bool(_FUTURE.search(claim))),
        "to_come": float(bool(_FUTURE.search(headline))),
        "told_against": shared["told"] * (against > 0),
        "told_passed_on": shared["told"] * (passed_on > 0),
        "always": 1.0,
    }


def _shared(claim: str, headline: str) -> dict[str, float]:
    """Measure how much of the claim's words the headline has, and whether it has the claim's numbers or others."""
    claimed, told = frozenset(find_stems(claim)), frozenset(find_stems(headline))
    numbers, others = (frozenset(stem for stem in stems if stem[0].isdigit()) for stems in (claimed, told))
    return {
        "told": len(claimed & told) / (len(claimed) or 1),
        "besides": len(told - claimed) / (len(told) or 1),
        "length": min(20, len(told)) / 20,
        "same_number": float(bool(numbers & others)),
        "other_number": float(bool(numbers and others and not numbers & others)),
        "no_number": float(bool(numbers and not others)),
    }


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, tuple[float, ...]]:
    """Load what each sign counts for each stance; the table stays loaded."""
    table = json.loads((files("onrecord.language") / "weights" / "stance.json").read_text(encoding="utf-8"))
    return {str(name): tuple(float(one) for one in counts) for name, counts in table.items()}
