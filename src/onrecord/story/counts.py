"""Captures and their stories to the captures with one count named alike throughout its story: "40 homes" are the others' 40 houses."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.language.english_matters import MATTERS
from onrecord.model import Facts, Figure, Story

LEAST_TOLD = 10
"""Value from which two equal numbers of one story are most likely one count."""
SHARE = 0.6
"""Share of the figures of one value that must count the same before a figure without a noun is taken to count it, too."""
NAMELESS = frozenset((None, "list", "lists", "names"))
"""What a number counts that says nothing of what was counted: nothing, or the names on a list of it."""

_Told = Mapping[tuple[str, float], Counter[str]]
"""What each value counts in each story, and how often."""


def name_counts(captures: Sequence[Facts], stories: Sequence[Story]) -> tuple[Facts, ...]:
    """Name what figures count as most figures of their story that give the same number name it.

    A number with no noun takes the noun; a noun of the same meaning gives way: "dwellings" where the others say "houses".
    """
    homes = {(entry.capture, entry.entry): story.id for story in stories for entry in story.entries}
    told: defaultdict[tuple[str, float], Counter[str]] = defaultdict(Counter)
    for facts in captures:
        for figure in facts.figures:
            if figure.counted and figure.counted not in NAMELESS:
                told[_key(facts, figure, homes)][figure.counted] += 1
    return tuple(
        replace(facts, figures=tuple(_named(figure, told[_key(facts, figure, homes)]) for figure in facts.figures)) for facts in captures
    )


def _key(facts: Facts, figure: Figure, homes: Mapping[tuple[str, int], str]) -> tuple[str, float]:
    """Give the story and the value of a figure; values too small to tell a count have none in common."""
    value = figure.value if figure.value is not None and figure.bound != "additional" else 0
    return homes.get((facts.page.capture.name, figure.entry), ""), value if value >= LEAST_TOLD else 0


def _named(figure: Figure, told: Counter[str]) -> Figure:
    """Name a figure's count by what the same number counts elsewhere in its story."""
    if figure.value is None or figure.value < LEAST_TOLD:
        return figure
    if figure.counted in NAMELESS:
        best = told.most_common(1)
        sure = bool(best) and best[0][1] >= SHARE * told.total()
        return replace(figure, counted=best[0][0]) if sure else figure
    matter = MATTERS.get(_head(figure.counted or ""))
    alike = Counter[str]()
    for counted, times in told.items():
        if matter and MATTERS.get(_head(counted)) == matter:
            alike[_head(counted)] += times
    if not alike:
        return figure
    return replace(figure, counted=" ".join((*str(figure.counted).split()[:-1], alike.most_common(1)[0][0])))


def _head(counted: str) -> str:
    return counted.lower().split()[-1]
