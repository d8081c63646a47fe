"""Groups of weighed terms to how near each is to all others at once: what two have in common is found under their terms."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from math import log, log1p, sqrt

from onrecord.language.matters import MATTER, NAME, NUMBER
from onrecord.language.stems import commonness
from onrecord.settings import ClaimSettings

Weigher = Callable[[str], float]
"""Gives what a term counts."""


class Nearness:
    """Groups, each with its heaviest terms, and under each term the groups that have it."""

    def __init__(self, weigh: Weigher, limits: ClaimSettings) -> None:
        """Begin without any group."""
        self.weigh, self.limits = weigh, limits
        self.vectors: dict[int, Mapping[str, float]] = {}
        self.under: defaultdict[str, dict[int, float]] = defaultdict(dict)

    def __contains__(self, group: int) -> bool:
        """Tell whether a group is among them."""
        return group in self.vectors

    def put(self, group: int, terms: Mapping[str, float]) -> None:
        """Put a group among them, or in the place of what it was before."""
        self.drop(group)
        self.vectors[group] = vector = _vector(terms, self.weigh, self.limits.most_terms)
        for term, weight in vector.items():
            self.under[term][group] = weight

    def drop(self, group: int) -> None:
        """Leave a group out from here on."""
        for term in self.vectors.pop(group, ()):
            del self.under[term][group]

    def sharing(self, group: int) -> set[int]:
        """Give the others that share a term with a group; a term that too many groups have tells nothing of two."""
        found = (self.under[term] for term in self.vectors[group])
        return {other for groups in found if len(groups) <= self.limits.most_postings for other in groups} - {group}

    def cosines(self, group: int) -> Mapping[int, float]:
        """Give how near each group that shares a term with one is to it, from 0 to 1."""
        near: defaultdict[int, float] = defaultdict(float)
        for term, weight in self.vectors[group].items():
            for other, its in self.under[term].items():
                near[other] += weight * its
        return near


def _vector(terms: Mapping[str, float], weigh: Weigher, most: int) -> dict[str, float]:
    """Give the heaviest terms, the heaviest first, with their weights as those of a vector of length 1."""
    heaviest = sorted([(-count * weigh(term), term) for term, count in terms.items()])[:most]
    length = sqrt(sum([weight**2 for weight, _ in heaviest])) or 1.0
    return {term: -weight / length for weight, term in heaviest}


def make_weigher(found: Mapping[str, int], total: int, limits: ClaimSettings) -> Weigher:
    """Weigh terms by their kind and by in how few of all tellings they stand; what a term counts is remembered."""
    kinds = {MATTER: limits.matter_weight, NAME: limits.name_weight}

    @cache
    def weigh(term: str) -> float:
        rare = log1p((total + 1) / max(found.get(term, 0), 1))
        if term.startswith(NUMBER):
            small = float(term[1:]) <= limits.small_number
            return rare * (limits.small_number_weight if small else limits.number_weight)
        if term[0] in kinds:
            return rare * kinds[term[0]]
        return rare * limits.word_weight * min(-log(commonness(term)) / limits.rare_word, 1.0)

    return weigh
