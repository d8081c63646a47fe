"""A draft, its quotation marks and its mention to the statement's confidence: how often such a reading was right.

Where a tagger has looked, a logistic regression weighs what speaks for the reading. It was fitted by
training/confidence.py on every second article of PolNeAR's development part (42 articles, September and October
2016), which the network has not seen.

Where none has looked, a table stands in for it. Each of its numbers is the share of such readings whose content
(half of the words or more) and speaker (a word in common) were those of the annotators in every fourth article of
PolNeAR's training part (210 articles, November 2015 to September 2016). Kinds met fewer than ten times share the
number of the kind they are most like.
"""

import math
from typing import Literal

from onrecord.extract.drafts import Draft
from onrecord.model import How, Quoted

CueKind = Literal["plain", "according", "other", "none"]
"""said, told, added and wrote; according to; every other cue; a quotation that stands alone."""

PLAIN = frozenset("add post say tell write".split())
"""Lemmas that report speech and nothing else."""

_NAMED: dict[tuple[CueKind, Quoted], float] = {
    ("plain", "direct"): 0.95,
    ("plain", "mixed"): 0.84,
    ("plain", "indirect"): 0.80,
    ("according", "direct"): 0.72,
    ("according", "mixed"): 0.67,
    ("according", "indirect"): 0.73,
    ("other", "direct"): 0.94,
    ("other", "mixed"): 0.80,
    ("other", "indirect"): 0.68,
    ("none", "direct"): 0.64,
    ("none", "mixed"): 0.42,
    ("none", "indirect"): 0.42,
}
_POINTED: dict[tuple[CueKind, Quoted], float] = {
    ("plain", "direct"): 0.92,
    ("plain", "mixed"): 0.72,
    ("plain", "indirect"): 0.66,
    ("other", "direct"): 0.83,
    ("other", "mixed"): 0.63,
    ("other", "indirect"): 0.50,
}
"""Where a role or pronoun points to the speaker."""
NOBODY = 0.49
"""A quotation with nobody to say it."""


WEIGHTS: dict[str, float] = {
    "always": -0.24,
    "both": 0.42,
    "carried over": -0.55,
    "direct": 0.30,
    "mixed": 0.35,
    "no cue": 0.02,
    "no speaker": -1.08,
    "other cue": 0.29,
    "plain cue": -0.06,
    "pointed at": -0.01,
    "signed": 2.37,
    "the rules alone": -0.45,
    "weight": 0.73,
}
"""What each sign adds to the odds, as a logarithm; a sign that is not there adds nothing. Few quotations are signed: that sign
weighs what 29 right ones of 33 in PolNeAR's training and development parts ask for."""


def confidence_of(draft: Draft, quoted: Quoted, how: How | None) -> float:
    """Give the confidence of a statement; `how` its speaker is named is None for nobody.

    >>> from onrecord.model import Span
    >>> said = Draft(0, 0, (Span(0, 4),), "assert", "say", cue=(Span(5, 9),))
    >>> confidence_of(said, "direct", "named") > confidence_of(said, "indirect", "pronoun")
    True
    """
    if draft.weight is None:
        return _share(draft.lemma, quoted, how)
    odds = sum(WEIGHTS.get(sign, 0.0) * value for sign, value in signs(draft, quoted, how).items())
    return round(1 / (1 + math.exp(-odds)), 2)


def signs(draft: Draft, quoted: Quoted, how: How | None) -> dict[str, float]:
    """List what speaks for or against a reading where a tagger has looked; `weight` is the tagger's, as log odds."""
    weight = min(0.995, max(0.005, draft.weight or 0.0))
    marked = bool(draft.weight)
    present = {
        "always": True,
        "the rules alone": not marked,
        "both": marked and draft.read,
        "no cue": not draft.cue,
        "signed": not draft.cue and draft.speaker is not None,
        "carried over": draft.carried,
        "no speaker": how is None,
        "pointed at": how in {"role", "pronoun"},
        "direct": quoted == "direct",
        "mixed": quoted == "mixed",
        "plain cue": _kind(draft.lemma) == "plain",
        "other cue": draft.lemma == "other",
    }
    return {"weight": math.log(weight / (1 - weight)) if marked else 0.0, **{sign: 1.0 for sign, there in present.items() if there}}


def _share(lemma: str, quoted: Quoted, how: How | None) -> float:
    """Give the share of readings of a kind that were right."""
    kind = _kind(lemma)
    if how is None and kind == "none":
        return NOBODY
    if how in {"role", "pronoun"}:
        return _POINTED.get((kind, quoted), _NAMED[kind, quoted])
    return _NAMED[kind, quoted]


def _kind(lemma: str) -> CueKind:
    if lemma in PLAIN:
        return "plain"
    return "according" if lemma == "according" else "other" if lemma else "none"
