"""Entries, one at a time, to the matters they tell of: an index of telling words that changes nothing but what an entry touches."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from math import log

from onrecord.language.stems import commonness
from onrecord.settings import GroupingSettings

Terms = tuple[str, ...]
"""The different stems of an entry, the most telling first."""


@dataclass(slots=True)
class _Matter:
    """What is known of one matter."""

    entries: list[int] = field(default_factory=list)
    """Numbers of its entries, in the order in which they came."""
    terms: Counter[str] = field(default_factory=Counter)
    """How many of its entries have each stem."""


class Matters:
    """All matters told of so far; an entry costs the same whether a hundred or a hundred thousand came before it."""

    def __init__(self, settings: GroupingSettings | None = None) -> None:
        """Begin without any entry."""
        self._limits = settings or GroupingSettings()
        self._entries: list[Terms] = []
        self._homes: list[int] = []
        self._matters: dict[int, _Matter] = {}
        self._index: dict[str, dict[int, int]] = {}
        self._told: Counter[str] = Counter()
        self._squares: Counter[str] = Counter()

    def add(self, stems: Iterable[str], *, home: int | None = None) -> int:
        """Take an entry and give its number, from 0; `home` is an entry whose matter it is known to be of."""
        limits = self._limits
        told = tuple(dict.fromkeys(stems))
        weights = self._weigh(told[: limits.lead_words])
        joined = limits.joined if len(weights) < limits.long_from else limits.joined_long
        best = self._rank(weights)
        number = len(self._entries)
        self._entries.append(tuple(weights))
        like = best[0][0] if best and best[0][1] > joined else number
        matter = like if home is None else self._homes[home]
        self._homes.append(matter)
        self._put(number, matter, told)
        for rival, likeness in best:
            if likeness > joined * limits.rival_share and rival != matter and rival in self._matters:
                matter = self._join(matter, rival)
        return number

    def groups(self) -> list[list[int]]:
        """Give the numbers of the entries of each matter, in the order in which matters began and entries came."""
        return sorted(sorted(matter.entries) for matter in self._matters.values())

    def weigh_in(self, entries: Sequence[int]) -> dict[str, float]:
        """Weigh the stems of some entries by how telling they are and in how many of the entries they stand."""
        found = Counter(stem for number in entries for stem in self._entries[number])
        return {stem: weight * found[stem] / len(entries) for stem, weight in self._weigh(found).items()}

    def _weigh(self, stems: Iterable[str]) -> dict[str, float]:
        """Weigh stems: those told of in few matters and rare in news tell most; the most telling ones are kept."""
        limits = self._limits
        matters = len(self._matters) ** limits.by_matters * max(1, len(self._entries)) ** (1 - limits.by_matters) + limits.background
        weights = {}
        for stem in stems:
            weight = log(matters / (self._spread(stem) + limits.background * commonness(stem) + 0.5))
            if weight > 0:
                weights[stem] = weight * weight * (limits.number_share if stem[0].isdigit() else 1.0)
        if len(weights) <= limits.most_terms:
            return weights
        return dict(nlargest(limits.most_terms, weights.items(), key=lambda item: item[1]))

    def _spread(self, stem: str) -> float:
        """Measure over how many matters the entries with a stem spread: a hundred in one and one in each of two others are about one."""
        told = self._told[stem]
        if not told:
            return 0.0
        share = self._limits.by_matters
        return float((told * told / self._squares[stem]) ** share * told ** (1 - share))

    def _rank(self, weights: dict[str, float]) -> list[tuple[int, float]]:
        """Give the likest matters, the likest first: those that share most of the most telling stems are measured by all."""
        limits = self._limits
        found: Counter[int] = Counter()
        for stem, weight in nlargest(limits.looked_up, weights.items(), key=lambda item: item[1]):
            for matter, count in self._index.get(stem, {}).items():
                found[matter] += weight * (count / len(self._matters[matter].entries)) ** limits.presence_power
        chosen = nlargest(limits.most_matters, found.items(), key=lambda item: (item[1], -item[0]))
        measured = [(matter, self._likeness(weights, matter)) for matter, _ in chosen]
        return sorted(measured, key=lambda item: (-item[1], item[0]))[: limits.rivals + 1]

    def _likeness(self, weights: dict[str, float], matter: int) -> float:
        """Measure the share of an entry's weight that a matter has, a stem in few of its entries counting less."""
        size, power = len(self._matters[matter].entries), self._limits.presence_power
        terms = self._matters[matter].terms
        shared = sum(weight * (terms[stem] / size) ** power for stem, weight in weights.items() if stem in terms)
        return float(shared / (sum(weights.values()) or 1.0))

    def _put(self, number: int, matter: int, told: Sequence[str]) -> None:
        """Enter an entry under its matter."""
        held = self._matters.setdefault(matter, _Matter())
        held.entries.append(number)
        for stem in told:
            held.terms[stem] += 1
            count = held.terms[stem]
            self._told[stem] += 1
            self._squares[stem] += 2 * count - 1
            self._post(stem, matter, count)

    def _post(self, stem: str, matter: int, count: int) -> None:
        """Enter a matter under a stem as the latest; of too many the one that was longest not told of goes."""
        known = self._index.setdefault(stem, {})
        known.pop(matter, None)
        known[matter] = count
        if len(known) > self._limits.most_postings:
            del known[next(iter(known))]

    def _join(self, one: int, other: int) -> int:
        """Make two matters one where the entries of the smaller are like the larger, and give the one that the first is in."""
        if len(self._matters[one].entries) < len(self._matters[other].entries):
            small, large = one, other
        else:
            small, large = other, one
        if not self._are_one(small, large):
            return one
        gone = self._matters.pop(small)
        held = self._matters[large]
        for number in gone.entries:
            self._homes[number] = large
        held.entries += gone.entries
        for stem, count in gone.terms.items():
            before = held.terms[stem]
            held.terms[stem] = before + count
            self._squares[stem] += 2 * before * count
            self._index.setdefault(stem, {}).pop(small, None)
            self._post(stem, large, before + count)
        return large

    def _are_one(self, small: int, large: int) -> bool:
        """Tell whether the entries of a matter are like a larger one, and those of the larger like the smaller, which counts less."""
        limits = self._limits
        likeness, length = self._mean_likeness(small, large)
        wanted = limits.merged if length < limits.long_from else limits.merged_long
        if likeness <= wanted:
            return False
        back, _ = self._mean_likeness(large, small)
        return (1 - limits.back_share) * likeness + limits.back_share * back > wanted

    def _mean_likeness(self, one: int, other: int) -> tuple[float, float]:
        """Measure how like one matter the first and the last entries of another are, and how many stems these have."""
        entries, most = self._matters[one].entries, self._limits.most_compared
        chosen = entries if len(entries) <= most else [*entries[: most // 2], *entries[-(most // 2) :]]
        likeness = sum(self._likeness(self._weigh(self._entries[number]), other) for number in chosen)
        return likeness / len(chosen), sum(len(self._entries[number]) for number in chosen) / len(chosen)
