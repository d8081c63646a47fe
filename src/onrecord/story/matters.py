"""Entries, one at a time, to the matters they tell of: an index of telling words that changes nothing but what an entry touches."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise, repeat
from math import log
from typing import NamedTuple

from onrecord.language.stems import commonness
from onrecord.settings import GroupingSettings

Terms = tuple[str, ...]
"""The different stems of an entry, in its order."""
MOST_READS = 8
"""Times that entries that were only noted down are looked through for some stems; the last time all theirs are read."""
Fold = tuple[int, int]
"""A matter, and the one that it became part of."""


class Decision(NamedTuple):
    """What was decided of an entry, by all that came before it."""

    matter: int
    """The matter that it went to."""
    folds: tuple[Fold, ...]
    """Matters that became part of others with it, in order."""


@dataclass(slots=True)
class _Matter:
    """What is known of one matter."""

    entries: list[int]
    """Numbers of its entries, in the order in which they came."""
    alone: Terms
    """The stems of its first entry, as long as they are not counted: most matters have no other, and a table takes much room."""


class _Stem(list[int]):
    """The latest entries that have a stem, in the order in which they came, and how often it was met."""

    __slots__ = ("common", "together", "told")

    def __init__(self, common: float) -> None:
        """Begin without entries; `common` is the share of news at large in which the stem is met."""
        self.common = common
        self.told = 0  # entries that have it
        self.together = 0  # pairs of these entries that are of one matter, each counted both ways


class Matters:
    """All matters told of so far; an entry costs the same whether a hundred or a hundred thousand came before it.

    First entries of which is known what was decided are only noted down; of what they told is read later what an entry asks for.
    """

    def __init__(self, settings: GroupingSettings | None = None) -> None:
        """Begin without any entry."""
        self._limits = settings or GroupingSettings()
        self._entries: list[Terms] = []
        self._homes: list[int] = []
        self._matters: dict[int, _Matter] = {}
        self._tables: dict[int, dict[str, int]] = {}  # for matters of more than one entry: how many of them have each stem
        self._stems: dict[str, _Stem] = {}
        self._pairs: dict[int, int] = {}  # how often two stems stood side by side, where it was twice at least
        self._once: set[int] = set()  # those that did once: most, and so they are not among those looked up
        self._fresh: set[int] = set()
        self._folds: list[Fold] = []  # those of the latest entry
        self._noted: list[Terms] = []  # stems of the first entries, where it is known what was decided of them
        self._asked: set[str] = set()  # stems of these that were asked for
        self._reads = 0  # how often some were
        self._decides = False  # whether anything was decided anew

    def add(self, stems: Iterable[str], *, home: int | None = None) -> Decision:
        """Take an entry, of which the number goes on from 0; `home` is an entry whose matter it is known to be of."""
        self._begin_deciding()
        limits = self._limits
        told = tuple(dict.fromkeys(stems))
        self._read(told)
        lead = told[: limits.lead_words]
        weights = self._weigh(lead)
        joined = limits.joined if len(weights) < limits.long_from else limits.joined_long
        best = self._rank(weights)
        number = len(self._entries)
        self._entries.append(lead)
        like = best[0][0] if best and best[0][1] > joined else number
        matter = like if home is None else self._homes[home]
        self._homes.append(matter)
        self._put(number, matter, told)
        first, self._folds = matter, []
        for rival, likeness in best:
            if likeness > joined * limits.rival_share and rival != matter and rival in self._matters:
                matter = self._join(matter, rival)
        self._fresh.add(matter)
        if len(self._entries) % limits.settled_after == 0:
            self.settle()
        return Decision(first, tuple(self._folds))

    def enter(self, told: Terms, decision: Decision) -> None:
        """Take an entry of which is known what was decided; nothing is weighed or compared. `told` are its different stems."""
        number, matter = len(self._entries), decision.matter
        self._entries.append(told[: self._limits.lead_words])
        self._homes.append(matter)
        if self._decides:
            self._read(told)
            self._put(number, matter, told)
        else:
            self._noted.append(told)
            self._hold(matter, told).entries.append(number)
        for small, large in decision.folds:
            self._fold(small, large)
        self._fresh.add(self._homes[number])
        if len(self._entries) % self._limits.settled_after == 0:
            self._fresh.clear()

    def _begin_deciding(self) -> None:
        """Count from now on what entries tell as they come."""
        if not self._decides:
            self._decides = True
            for told in self._noted:
                self._put_pairs(told[: self._limits.pair_words])

    def _read(self, stems: Iterable[str]) -> None:
        """Find which of the entries that were only noted down have some stems, which from now on are counted as entries come."""
        if not self._noted or self._reads == MOST_READS:
            return
        wanted = set(stems) - self._asked
        if not wanted:
            return
        self._reads += 1
        if self._reads == MOST_READS:
            wanted = set(chain.from_iterable(self._noted)) - self._asked
        self._asked |= wanted
        found = defaultdict[str, list[int]](list)
        for number, told in enumerate(self._noted):
            for stem in wanted.intersection(told):
                found[stem].append(number)
        for stem, numbers in found.items():
            known = self._stems[stem] = _Stem(commonness(stem))
            known.told = len(numbers)
            known.together = sum(count * count for count in Counter(map(self._homes.__getitem__, numbers)).values()) - len(numbers)
            known += numbers[-self._limits.most_postings :]

    def settle(self) -> None:
        """Join small matters that came or grew since the last time to the likest one each, for which less is wanted now.

        Only those of short entries, which leave out much of what they tell of; a long one was judged by all that it has. It is for
        when all has come, besides that it is done after so many entries: right behind each it would only want less of every one.
        """
        self._begin_deciding()
        limits = self._limits
        small = sorted(filter(self._is_small, self._fresh & self._matters.keys()))
        self._read(stem for matter in small for number in self._matters[matter].entries for stem in self._entries[number])
        for matter in small:
            if self._is_small(matter):  # others may have joined it since
                rival, likeness = self._find_likest(matter)
                if likeness > limits.settled * limits.joined:
                    self._fold(matter, rival)
        self._fresh.clear()

    def _is_small(self, matter: int) -> bool:
        """Tell whether a matter has few entries, all of them short."""
        limits, entries = self._limits, self._matters[matter].entries
        return len(entries) <= limits.settled_entries and all(len(self._entries[number]) < limits.long_from for number in entries)

    def _find_likest(self, matter: int) -> tuple[int, float]:
        """Give the matter that is likest to another one's entries on average; that one itself when nothing is like them."""
        entries, found = self._matters[matter].entries, Counter[int]()
        for number in entries:
            ranked = self._rank(self._weigh(self._entries[number]))
            found.update({rival: likeness / len(entries) for rival, likeness in ranked if rival != matter})
        return max(found.items(), key=lambda item: (item[1], -item[0]), default=(matter, 0.0))

    def groups(self) -> list[list[int]]:
        """Give the numbers of the entries of each matter, in the order in which matters began and entries came."""
        return sorted(sorted(matter.entries) for matter in self._matters.values())

    def _weigh(self, stems: Iterable[str]) -> dict[str, float]:
        """Weigh stems: those told of in few matters and rare in news tell most; the most telling ones are kept, in their order.

        A stem spreads over matters by how its entries do: a hundred in one and one in each of two others are about one.
        """
        limits = self._limits
        share, background = limits.by_matters, limits.background
        matters = len(self._matters) ** share * max(1, len(self._entries)) ** (1 - share) + background
        weights = {}
        for stem in stems:
            known = self._stems.get(stem)
            if known is None:
                weight = log(matters / (background * commonness(stem) + 0.5))
            else:
                told = known.told
                spread = told * (told / (told + known.together)) ** share if known.together else told
                weight = log(matters / (spread + background * known.common + 0.5))
            if weight > 0:
                weights[stem] = weight * weight * (limits.number_share if stem[0].isdigit() else 1.0)
        self._weigh_pairs(weights)
        if len(weights) <= limits.most_terms:
            return weights
        kept = set(_most_telling(weights, limits.most_terms))
        return {stem: weight for stem, weight in weights.items() if stem in kept}

    def _weigh_pairs(self, weights: dict[str, float]) -> None:
        """Take from what a word tells as much as the one beside it tells already: a forename says little beside the surname."""
        left: dict[str, float] = {}
        for pair, count in zip(pairwise(weights), map(self._pairs.get, map(hash, pairwise(weights))), strict=False):
            if count:
                less, more = sorted(pair, key=weights.__getitem__)
                left[less] = min(left.get(less, 1.0), 1 - self._limits.pair_share * count / (self._stems[more].told + 1))
        for stem, rest in left.items():
            weights[stem] *= rest

    def _rank(self, weights: Mapping[str, float]) -> list[tuple[int, float]]:
        """Give the likest matters, the likest first: those that share most of the most telling stems are measured by all."""
        limits = self._limits
        home = self._homes.__getitem__
        looked_up = {stem: frozenset(map(home, self._stems.get(stem, ()))) for stem in _most_telling(weights, limits.looked_up)}
        most = defaultdict[int, float](float)  # as though all entries of a matter had what one has, which is soon added up
        for stem, matters in looked_up.items():
            weight = weights[stem]
            for matter in matters:
                most[matter] += weight
        wanted = limits.looked_up_share if len(weights) < limits.long_from else limits.looked_up_share_long
        least = wanted * sum(map(weights.__getitem__, looked_up))
        found = {matter: self._shared(matter, weights, looked_up) for matter, shared in most.items() if shared >= least}
        enough = sorted((matter for matter in found if found[matter] >= least), key=lambda matter: (-found[matter], matter))
        chosen = enough[: limits.most_matters]
        measured = [(matter, self._likeness(weights, matter)) for matter in chosen]
        return sorted(measured, key=lambda item: (-item[1], item[0]))[: limits.rivals + 1]

    def _shared(self, matter: int, weights: Mapping[str, float], looked_up: Mapping[str, frozenset[int]]) -> float:
        """Sum what stems under which a matter was looked up weigh, those in few of its entries less."""
        return sum([weights[stem] * self._presence(matter, stem) for stem, matters in looked_up.items() if matter in matters])

    def _likeness(self, weights: Mapping[str, float], matter: int) -> float:
        """Measure the share of an entry's weight that a matter has, a stem in few of its entries counting less."""
        held = self._matters[matter]
        entries = len(held.entries)
        if entries == 1:
            shared = sum(map(weights.get, held.alone, repeat(0.0)))
        else:
            counts, power = self._count(matter), self._limits.presence_power
            shared = sum([weight * (counts[stem] / entries) ** power for stem, weight in weights.items() if stem in counts])
        return shared / (sum(weights.values()) + self._limits.untold)

    def _presence(self, matter: int, stem: str) -> float:
        """Measure in how many of the entries of a matter that has some a stem stands."""
        entries = len(self._matters[matter].entries)
        return 1.0 if entries == 1 else float((self._count(matter)[stem] / entries) ** self._limits.presence_power)

    def _count(self, matter: int) -> dict[str, int]:
        """Give how many of the entries of a matter have each stem; from now on it can take more."""
        counts = self._tables.get(matter)
        if counts is None:
            held = self._matters[matter]
            told = [held.alone] if len(held.entries) == 1 else [self._noted[number] for number in held.entries]
            counts = self._tables[matter] = dict(Counter(chain.from_iterable(told)))
            held.alone = ()
        return counts

    def _put(self, number: int, matter: int, told: Terms) -> None:
        """Enter an entry under its matter."""
        held = self._hold(matter, told)
        counts = self._count(matter) if held.entries else None
        held.entries.append(number)
        stems, most = self._stems, self._limits.most_postings
        for stem in told:
            known = stems.get(stem)
            if known is None:
                known = stems[stem] = _Stem(commonness(stem))
            known.told += 1
            if counts is not None:
                before = counts.get(stem, 0)
                counts[stem] = before + 1
                known.together += 2 * before
            known.append(number)
            if len(known) > most:
                del known[0]
        self._put_pairs(told[: self._limits.pair_words])

    def _hold(self, matter: int, told: Terms) -> _Matter:
        """Give a matter, which is begun with what an entry tells where there is none."""
        held = self._matters.get(matter)
        if held is None:
            held = self._matters[matter] = _Matter([], told)
        return held

    def _put_pairs(self, told: Terms) -> None:
        """Count the pairs of stems that stand side by side."""
        once, pairs = self._once, self._pairs
        for pair in map(hash, pairwise(told)):
            if pair in pairs:
                pairs[pair] += 1
            elif pair in once:
                once.remove(pair)
                pairs[pair] = 2
            else:
                once.add(pair)

    def _join(self, one: int, other: int) -> int:
        """Make two matters one where the entries of the smaller are like the larger, and give the one that the first is in."""
        if len(self._matters[one].entries) < len(self._matters[other].entries):
            small, large = one, other
        else:
            small, large = other, one
        if not self._are_one(small, large):
            return one
        self._fold(small, large)
        return large

    def _fold(self, small: int, large: int) -> None:
        """Make a matter part of another."""
        self._folds.append((small, large))
        if self._decides:
            self._add_up(self._count(small), self._count(large))
            del self._tables[small]
        gone = self._matters.pop(small).entries
        for number in gone:
            self._homes[number] = large
        self._matters[large].entries += gone

    def _add_up(self, lost: Mapping[str, int], counts: dict[str, int]) -> None:
        """Count the stems of a matter among those of another."""
        for stem, count in lost.items():
            before = counts.get(stem, 0)
            counts[stem] = before + count
            known = self._stems.get(stem)
            if known is not None:
                known.together += 2 * before * count

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
        self._read(stem for number in chosen for stem in self._entries[number])
        likeness = sum(self._likeness(self._weigh(self._entries[number]), other) for number in chosen)
        return likeness / len(chosen), sum(len(self._entries[number]) for number in chosen) / len(chosen)


def _most_telling(weights: Mapping[str, float], most: int) -> list[str]:
    """Give so many of the stems that weigh most."""
    return sorted(weights, key=weights.__getitem__, reverse=True)[:most]
