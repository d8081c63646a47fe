"""A statement's cue, quotation marks and mention to its confidence: how often such a reading was right.

Each number is the share of such readings whose content (half of the words or more) and speaker (a word in
common) were those of the annotators in every fourth article of PolNeAR's training part (210 articles,
November 2015 to September 2016). Kinds met fewer than ten times share the number of the kind they are most like.
"""

from typing import Literal

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


def confidence_of(lemma: str, quoted: Quoted, how: How | None) -> float:
    """Give the confidence of a statement by its cue's lemma (empty for none) and how its speaker is named (None for nobody).

    >>> confidence_of("say", "direct", "named") > confidence_of("claim", "indirect", "pronoun")
    True
    """
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
