"""A page to the doubt that its headline has lost: what the text tells with a hedge, and the headline as it were so."""

from collections.abc import Sequence
from textwrap import shorten

from onrecord.language.english_certainty import NEGATIONS
from onrecord.model import Evidence, Facts, Finding, Span
from onrecord.settings import ChangeSettings
from onrecord.story.certainty import find_cue_classes, find_hedges
from onrecord.story.folded import FUNCTION, Line, read_title, split_lines

OPEN = "?:“”‘\"'"
"""Marks of a headline that asks, names who says so, or quotes: it tells nothing in its own voice. A possessive counts too."""
DOUBT = 2
"""Grade of the hedges that a headline must not lose; "likely" may go for want of room."""
STEM = 5
"""Letters of a word that tell it, whatever its ending."""
NOT_PLAIN = NEGATIONS | {"can", "could", "if", "should", "whether", "would"}
"""Words of a headline that does not simply say that a thing is so."""


def find_bolder_headlines(captures: Sequence[Facts], settings: ChangeSettings | None = None) -> tuple[Finding, ...]:
    """Find the headlines that tell as so what every sentence of their page that tells the same leaves open."""
    limits = settings or ChangeSettings()
    return tuple(finding for facts in captures for finding in [_bolder(facts, limits)] if finding)


def _bolder(facts: Facts, limits: ChangeSettings) -> Finding | None:
    title, headline, text = facts.page.title, read_title(facts.page), facts.page.capture.text
    if title is None or headline is None or any(mark in title.text for mark in OPEN):
        return None
    wanted = _stems(headline)
    if len(wanted) < limits.fewest_in_headline or not _is_plain(headline):
        return None
    telling = [line for line in split_lines(facts.page) if len(wanted & _stems(line)) >= limits.told_in_headline * len(wanted)]
    if not telling or not all(_doubts(line, wanted) for line in telling):
        return None
    name, line = facts.page.capture.name, telling[0]
    words = shorten(line.span.of(text), limits.longest_told, placeholder=" …").rstrip(".")
    said = f"The headline “{title.text.strip()}” drops a doubt of its own text: “{words}”."
    return Finding("hedge_lost", said, (Evidence(name, title.span), Evidence(name, Span(*line.span))))


def _is_plain(headline: Line) -> bool:
    """Tell whether a headline says that a thing is so: no hedge, nobody who says so, no "could" and no "not"."""
    return not (find_hedges(headline.words) or find_cue_classes(headline.words) or NOT_PLAIN.intersection(headline.key))


def _doubts(line: Line, wanted: frozenset[str]) -> bool:
    """Tell whether a sentence leaves open what the headline tells: a hedge stands among the words that both have."""
    told = [at for at, word in enumerate(line.key) if word[:STEM] in wanted]
    hedges = [hedge for hedge in find_hedges(line.words) if hedge.grade >= DOUBT and told[0] <= hedge.first < told[-1]]
    return bool(hedges) and not NEGATIONS.intersection(line.key)


def _stems(line: Line) -> frozenset[str]:
    return frozenset(word[:STEM] for word in line.key if word not in FUNCTION)
