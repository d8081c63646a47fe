"""Tellings of one story, page by page, to groups of those that are of one matter; a page touches only the groups that its words lead to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import log, sqrt

from onrecord.language.english_matters import COUNTABLE
from onrecord.language.matters import MATTER, NUMBER, find_terms
from onrecord.settings import ClaimSettings
from onrecord.story.leaning import find_links, find_neighbours, find_recounts
from onrecord.story.nearness import Nearness, make_weigher
from onrecord.story.sayings import Telling


@dataclass(slots=True)
class Gathered:
    """The groups of the pages read so far, with what it takes to add the next page."""

    tellings: list[Telling] = field(default_factory=list)
    """All tellings, in the order in which they came."""
    groups: dict[int, list[int]] = field(default_factory=dict)
    """Numbers of the tellings of each group."""
    sums: dict[int, Counter[str]] = field(default_factory=dict)
    """The terms of each group, added up."""
    found: Counter[str] = field(default_factory=Counter)
    """In how many tellings of their own wording each term stands."""
    total: int = 0
    """How many tellings have a wording of their own."""
    fresh: list[int] = field(default_factory=list)
    """Groups founded since groups were last merged."""
    index: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The groups under each term, in the order in which they were founded."""
    worded: dict[tuple[str, ...], int] = field(default_factory=dict)
    """The group of each wording."""
    nouns: dict[int, frozenset[str]] = field(default_factory=dict)
    """What the figures of each group count, as terms."""
    numbers: dict[int, Counter[str]] = field(default_factory=dict)
    """In how many wordings of each group each number stands that is large enough to be known again."""
    days: dict[int, frozenset[str]] = field(default_factory=dict)
    """The days of what is counted anew each day."""
    sizes: dict[int, int] = field(default_factory=dict)
    """How many wordings each group has."""
    values: dict[int, tuple[float, float]] = field(default_factory=dict)
    """The least and the greatest of what each group counts."""
    outcomes: dict[int, Counter[str]] = field(default_factory=dict)
    """In how many wordings of each group it is told what became of those whom it counts."""
    past: dict[int, frozenset[str]] = field(default_factory=dict)
    """The years long gone of which each group tells."""
    left_open: defaultdict[str, list[tuple[frozenset[str], int]]] = field(default_factory=lambda: defaultdict(list))
    """What each speaker neither confirmed nor denied, and in which group it is."""
    beside: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The groups that were told beside each group, in an answer to it or as what it answers; some went into others."""
    merged: dict[int, int] = field(default_factory=dict)
    """Each group that went into another, and that one."""
    founded: int = 0
    """How many groups were ever founded."""

    def root(self, group: int) -> int:
        """Follow a group into the one that it went into."""
        while group in self.merged:
            group = self.merged[group]
        return group


def gather(pages: Iterable[Sequence[Telling]], settings: ClaimSettings | None = None) -> list[list[Telling]]:
    """Gather the tellings of pages, in the order given, into groups of one matter each."""
    limits = settings or ClaimSettings()
    state, known = Gathered(), list(pages)
    count_terms(state, known)
    for tellings in known:
        add_page(state, tellings, limits)
    settle(state, limits)
    return [[state.tellings[number] for number in sorted(group)] for group in state.groups.values()]


def count_terms(state: Gathered, pages: Iterable[Sequence[Telling]]) -> None:
    """Count in how many tellings of their own wording each term stands, so that the first page is weighed as the last."""
    seen = {telling.wording: telling for tellings in pages for telling in tellings}
    for telling in seen.values():
        state.found.update(telling.terms)
    state.total += len(seen)


def add_page(state: Gathered, tellings: Sequence[Telling], limits: ClaimSettings) -> None:
    """Add the tellings of one page to the groups; only groups that share rare terms with the page are looked at."""
    first = len(state.tellings)
    state.tellings += tellings
    links = [*find_links(tellings, limits), *find_recounts(tellings)]
    for number, telling in enumerate(tellings, start=first):
        _place(state, number, telling, limits)
    placed = {number: group for group, members in state.groups.items() for number in members if number >= first}
    for later, earlier in links:
        _merge(state, state.root(placed[first + earlier]), state.root(placed[first + later]))
    for pair in find_neighbours(tellings):
        late, early = (state.root(placed[first + at]) for at in pair)
        state.beside[late].add(early)
        state.beside[early].add(late)
    for at, telling in enumerate(tellings):
        for earlier in _left_open(state, telling)[:1]:
            _merge(state, state.root(earlier), state.root(placed[first + at]))
    for number, group in placed.items():
        if (one := state.tellings[number]).speaker and one.statement and one.statement.act == "neither":
            state.left_open[one.speaker].append((one.terms, group))
    if len(state.fresh) >= limits.most_together:
        settle(state, limits)


def _place(state: Gathered, number: int, telling: Telling, limits: ClaimSettings) -> None:
    """Put a telling into the group that has its wording, or found one."""
    known = _known(state, telling, limits)
    if known is not None:
        state.groups[state.root(known)].append(number)
    else:
        group = _found(state, telling, limits)
        state.fresh.append(group)
        state.groups[group] = [number]


def _left_open(state: Gathered, telling: Telling) -> list[int]:
    """Give the groups that a speaker would not confirm before, and that he now confirms in some of the same words."""
    if telling.speaker is None or telling.statement is None or telling.statement.act != "confirm":
        return []
    said = state.left_open.get(telling.speaker, [])
    return [group for terms, group in said if any(not term.startswith(NUMBER) for term in terms & telling.terms)]


def _known(state: Gathered, telling: Telling, limits: ClaimSettings) -> int | None:
    """Give the group that has the same wording already."""
    telling_words = sum(not term.startswith(NUMBER) for term in telling.terms)
    return state.worded.get((*telling.wording, *telling.days)) if telling_words >= limits.same_wording else None


def _found(state: Gathered, telling: Telling, limits: ClaimSettings) -> int:
    group = state.founded
    state.founded += 1
    weights = dict.fromkeys(telling.around, limits.around_weight) | dict.fromkeys(telling.terms, 1.0)
    state.sums[group] = Counter(weights)
    stated = [one.counted for one in telling.figures[:1] if one.counted and one.counted in telling.text]
    terms = frozenset[str]().union(*(find_terms(f"- {counted}") for counted in stated))
    state.nouns[group] = frozenset(term for term in terms if term[0] == MATTER and term[1:] in COUNTABLE)
    state.numbers[group] = Counter(term for term in telling.terms if _is_known_again(term, limits))
    state.days[group] = telling.days
    state.sizes[group] = 1
    values = [float(one.value) for one in telling.totals if one.value]
    if values:
        state.values[group] = (min(values), max(values))
    state.outcomes[group] = Counter(telling.outcomes)
    state.past[group] = telling.past
    state.worded.setdefault((*telling.wording, *telling.days), group)
    for term in telling.terms:
        state.index[term].append(group)
    return group


def _is_known_again(term: str, limits: ClaimSettings) -> bool:
    """Tell whether a term is a number that is hardly met by chance, or somebody's age."""
    return term.endswith("-year-old") or (term[0] == NUMBER and float(term[1:]) > limits.small_number)


def _merge(state: Gathered, one: int, two: int) -> None:
    """Put the later of two groups into the earlier."""
    if one == two:
        return
    one, two = min(one, two), max(one, two)
    state.groups[one] += state.groups.pop(two)
    state.sums[one].update(state.sums.pop(two))
    state.nouns[one] |= state.nouns.pop(two)
    state.numbers[one].update(state.numbers.pop(two))
    state.days[one] |= state.days.pop(two)
    state.outcomes[one].update(state.outcomes.pop(two))
    state.past[one] |= state.past.pop(two)
    state.sizes[one] += state.sizes.pop(two)
    state.beside[one] |= state.beside.pop(two, set())
    ends = [end for group in (one, two) for end in state.values.pop(group, ())]
    if ends:
        state.values[one] = (min(ends), max(ends))
    state.merged[two] = one


def settle(state: Gathered, limits: ClaimSettings) -> None:
    """Merge the new groups with each other and with the earlier ones nearest to them, the likest first."""
    fresh = {state.root(group) for group in state.fresh}
    state.fresh.clear()
    earlier = fresh if len(fresh) < len(state.groups) else ()  # of a single page, all groups are new
    touched = fresh.union(*(_candidates(state, group, limits) for group in earlier))
    nearness = Nearness(make_weigher(state.found, state.total, limits), limits)
    for group in touched:
        nearness.put(group, state.sums[group])
    beside = {group: (nearness.sharing(group) | (_told_beside(state, group) & touched)) - {group} for group in touched}
    age = dict.fromkeys(touched, 0)
    heap: list[tuple[float, int, int, int]] = []

    def push(one: int, others: Set[int]) -> None:
        cosines, told, numbers = nearness.cosines(one), _told_beside(state, one), state.numbers[one].keys()
        close = told.union(two for two, cosine in cosines.items() if cosine >= limits.least_likeness)
        if numbers:
            close.update(two for two in others if not numbers.isdisjoint(state.numbers[two]))
        for two in close & others:
            like = _likeness_of(state, cosines.get(two, 0.0), (one, two), limits)
            if like >= limits.least_likeness:
                heappush(heap, (-like, min(one, two), max(one, two), age[one] + age[two]))

    for group, others in beside.items():
        push(group, {other for other in others if group < other})
    while heap:
        _, one, two, known = heappop(heap)
        if one in nearness and two in nearness and age[one] + age[two] == known:  # else it was of a group as it is no more
            _merge(state, one, two)
            nearness.drop(two)
            nearness.put(one, state.sums[one])
            age[one] += age[two] + 1
            beside[one] = {other for other in beside[one] | beside.pop(two) if other in nearness and other != one}
            for other in beside[one]:
                beside[other].add(one)
            push(one, beside[one])


def _likeness_of(state: Gathered, cosine: float, pair: tuple[int, int], limits: ClaimSettings) -> float:
    """Say how like two groups are: by their words, less where they count other things, more where they give the same number."""
    one, two = pair
    like = cosine - limits.size_cost * log(min(state.sizes[one], state.sizes[two]))
    if _stand_beside(state, pair):
        like += limits.told_beside
    same = state.numbers[one].keys() & state.numbers[two].keys()
    if _are_apart(state.days, pair) or state.past[one] != state.past[two] or (like < limits.least_likeness and not same):
        return 0.0
    if _are_apart(state.nouns, pair) or _end_apart(state, pair) or _is_far(state, pair, limits):
        return 0.0
    return like + limits.same_number * max((_share(state, pair, number) for number in same), default=0.0)


def _told_beside(state: Gathered, group: int) -> set[int]:
    """Give the groups that were told beside a group, as what they have gone into."""
    return {state.root(other) for other in state.beside.get(group, ())}


def _stand_beside(state: Gathered, pair: tuple[int, int]) -> bool:
    """Tell whether something of one group was told beside something of the other, by another speaker."""
    one, two = pair
    if state.outcomes[one].keys() != state.outcomes[two].keys() or min(state.sizes[one], state.sizes[two]) > 1:
        return False
    return two in _told_beside(state, one)


def _are_apart(told: Mapping[int, frozenset[str]], pair: tuple[int, int]) -> bool:
    """Tell whether both groups tell something, and nothing alike."""
    one, two = (told[group] for group in pair)
    return bool(one) and bool(two) and one.isdisjoint(two)


def _end_apart(state: Gathered, pair: tuple[int, int]) -> bool:
    """Tell whether what became of most of those whom one group counts is not what became of most of the other's."""
    one, two = (state.outcomes[group] for group in pair)
    return bool(one) and bool(two) and _mostly(one).isdisjoint(_mostly(two))


def _mostly(told: Counter[str]) -> frozenset[str]:
    most = max(told.values())
    return frozenset(outcome for outcome, times in told.items() if times == most)


def _is_far(state: Gathered, pair: tuple[int, int], limits: ClaimSettings) -> bool:
    """Tell whether all that one group counts is many times what the other counts: two of the tourists, and 400 of them."""
    one, two = (state.values.get(group) for group in pair)
    return one is not None and two is not None and max(one[0] / two[1], two[0] / one[1]) > limits.far_apart


def _share(state: Gathered, pair: tuple[int, int], number: str) -> float:
    """Give in what share of the wordings of two groups a number stands, by the one that has it more seldom."""
    return sqrt(min(state.numbers[group][number] / state.sizes[group] for group in pair))


def _candidates(state: Gathered, group: int, limits: ClaimSettings) -> list[int]:
    """Give the groups that share most rare terms with a group."""
    own = [term for term, weight in state.sums[group].items() if weight >= 1]
    shared: Counter[int] = Counter()
    for term in sorted(own, key=lambda term: (state.found[term], term))[: limits.rare_terms]:
        for other in {state.root(one) for one in state.index[term][-limits.most_postings :]} - {group}:
            shared[other] += 1
    return [other for other, _ in shared.most_common(limits.most_candidates)]
