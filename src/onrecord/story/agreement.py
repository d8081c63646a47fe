"""Two tellings of a claim to whether they say the same, or one answers the other."""

from collections.abc import Sequence

from onrecord.language.matters import MATTER, NAME, NUMBER
from onrecord.settings import StandingSettings
from onrecord.story.sayings import Telling


def says_same(one: Telling, two: Telling, limits: StandingSettings) -> bool:
    """Tell whether two tellings say the same: most of what the shorter one tells is in the other, and more than a name or a word.

    Where both name somebody or something, they name one alike.
    """
    if one.wording and one.wording == two.wording:
        return True
    names = [frozenset(term for term in telling.terms if term[0] == NAME) for telling in (one, two)]
    if all(names) and names[0].isdisjoint(names[1]):
        return False
    shared, least = weigh_terms(one.terms & two.terms), min(weigh_terms(one.terms), weigh_terms(two.terms))
    count = all(telling.totals for telling in (one, two))
    return shared >= (limits.fewest_alike if count else limits.fewest_same) and shared >= limits.share_same * least


def speaks_to(telling: Telling, heard: Sequence[Telling], limits: StandingSettings) -> bool:
    """Tell whether an answer is one to what was told before: it says too little by itself, or some of the same."""
    if weigh_terms(telling.terms) < limits.answering:
        return True
    shared = [telling.terms & one.terms for one in heard]
    return any(weigh_terms(terms) >= limits.fewest_alike or any(term[0] == MATTER for term in terms) for terms in shared)


def weigh_terms(terms: frozenset[str]) -> float:
    """Count what terms tell, a name half; what happened is told of with its word or without.

    >>> weigh_terms(frozenset(("#evacuate", "evacuat", "@torvik", "=40")))
    2.5
    """
    names, matters = (sum(term[0] == mark for term in terms) for mark in (NAME, MATTER))
    return max(matters, len(terms) - names - matters) + names / 2


def words_of(telling: Telling) -> frozenset[str]:
    """Give the terms of a telling that are no numbers."""
    return frozenset(term for term in telling.terms if term[0] != NUMBER)
