"""Two captures of a page to pairs of the lines that are one line at two times, and the lines that only one of them has."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.model import Entry, Page, Span
from onrecord.settings import ChangeSettings
from onrecord.story.folded import FUNCTION, Line, measure_likeness, read_title, split_lines

Pair = tuple[Line, Line]
"""A line of the earlier capture and the line of the later one that has taken its place."""
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of the lines and entries of a page between two captures."""

    reworded: tuple[Pair, ...]
    """Lines that say something else than before, or say it in other words; in the order of the later capture."""
    removed: tuple[Line, ...]
    """Lines of the earlier capture that the later one does not have."""
    added: tuple[Line, ...]
    """Lines of the later capture that the earlier one did not have."""
    entries: Mapping[int, int]
    """Ids of the entries of the earlier capture with those of the later one that they became."""
    sizes: tuple[Mapping[int, int], Mapping[int, int]]
    """For each capture, earlier and later, how many lines each of its blocks has, by the block's number."""


def align_pages(before: Page, after: Page, settings: ChangeSettings | None = None) -> Alignment:
    """Align two captures line by line: within the entries that are one, then wherever a line was moved to.

    Lines that are the same but for marks, capitals and how numbers are written are left out.
    """
    limits = settings or ChangeSettings()
    sides = split_lines(before), split_lines(after)
    entries = align_entries(before, after, sides, limits)
    (old, old_rest), (new, new_rest) = _scopes(sides[0], entries), _scopes(sides[1], {entry: entry for entry in entries.values()})
    reworded: list[Pair] = []
    left: tuple[list[Line], list[Line]] = (old_rest, new_rest)
    for scope in sorted(old.keys() | new.keys()):
        lines = _without_same(old.get(scope, ()), new.get(scope, ()))
        places = _between(old.get(scope, ())), _between(new.get(scope, ()))
        pairs = _pair(*lines, least=limits.likeness, limits=limits, places=places)
        reworded += pairs
        for side in (0, 1):
            left[side].extend(_unpaired(lines[side], pairs, side))
    moved = _without_headlines(_without_same(*left), (before, after))
    live = min(len(before.entries), len(after.entries)) > 1  # a like sentence in another update is news, not another wording
    again = [] if live else _pair(*moved, least=limits.likeness_moved, limits=limits)
    removed, added = (tuple(sorted(_unpaired(moved[side], again, side), key=_place)) for side in (0, 1))
    sizes = Counter(line.block for line in sides[0]), Counter(line.block for line in sides[1])
    return Alignment(tuple(sorted([*reworded, *again], key=lambda pair: pair[1].span)), removed, added, entries, sizes)


def _unpaired(lines: Sequence[Line], pairs: Sequence[Pair], side: int) -> list[Line]:
    taken = {pair[side].span for pair in pairs}
    return [line for line in lines if line.span not in taken]


def _place(line: Line) -> int:
    return line.span.start


def _scopes(lines: Iterable[Line], names: Mapping[int, int]) -> tuple[dict[int, list[Line]], list[Line]]:
    """Sort lines by the later entry within which they are compared, -1 outside entries; then those of entries that are paired with none."""
    scopes: defaultdict[int, list[Line]] = defaultdict(list)
    alone = []
    for line in lines:
        scope = -1 if line.entry is None else names.get(line.entry)
        if scope is None:
            alone.append(line)
        else:
            scopes[scope].append(line)
    return dict(scopes), alone


def _without_same(old: Sequence[Line], new: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Leave out the lines that both have, each as often as both have it."""
    shared = Counter(line.key for line in old) & Counter(line.key for line in new)
    return _less(old, shared), _less(new, shared)


def _without_headlines(lines: tuple[list[Line], list[Line]], pages: tuple[Page, Page]) -> tuple[list[Line], list[Line]]:
    """Leave out the lines that are the other capture's headline: which line is the headline is not always read alike."""
    titles = [{title.key} if (title := read_title(page)) else set() for page in pages]
    return [line for line in lines[0] if line.key not in titles[1]], [line for line in lines[1] if line.key not in titles[0]]


def _less(lines: Sequence[Line], shared: Counter[tuple[str, ...]]) -> list[Line]:
    left, kept = Counter(shared), []
    for line in lines:
        if left[line.key]:
            left[line.key] -= 1
        else:
            kept.append(line)
    return kept


Places = Mapping[Span, tuple[str, ...]]
"""For lines, by their spans, the words of the lines before and behind them."""


def _between(lines: Sequence[Line]) -> dict[Span, tuple[str, ...]]:
    """Give between which lines each stands; the first and the last stand beside nothing."""
    keys = [(), *(line.key for line in lines), ()]
    return {line.span: (*keys[at], "|", *keys[at + 2]) for at, line in enumerate(lines)}


def _pair(
    old: Sequence[Line], new: Sequence[Line], *, least: float, limits: ChangeSettings, places: tuple[Places, Places] = ({}, {})
) -> list[Pair]:
    """Pair the lines that are most alike; a heading pairs with headings only, and what stands between the same two lines is liker."""

    def alike(one: Line, two: Line) -> float:
        place = places[0].get(one.span)
        bonus = limits.in_place if place and len(place) > 1 and place == places[1].get(two.span) else 0.0
        likeness = measure_likeness(one, two) if one.heading == two.heading else 0.0
        return likeness + bonus if likeness else 0.0

    words = [[line.counts.keys() - FUNCTION for line in lines] for lines in (old, new)]
    scored = ((alike(old[one], new[two]), one, two) for one, two in _candidates(words[0], words[1], limits))
    return [(old[one], new[two]) for one, two in _best(score for score in scored if score[0] >= least)]


def _candidates(old: Sequence[Iterable[Thing]], new: Sequence[Iterable[Thing]], limits: ChangeSettings) -> Iterator[tuple[int, int]]:
    """Give the pairs that share most, as many for each as are worth comparing; what too many have in common tells nothing."""
    index: defaultdict[Thing, list[int]] = defaultdict(list)
    for two, keys in enumerate(new):
        for key in keys:
            index[key].append(two)
    for one, keys in enumerate(old):
        shared = Counter(two for key in keys if len(index.get(key, ())) <= limits.most_postings for two in index.get(key, ()))
        for two, _ in sorted(shared.items(), key=lambda pair: (-pair[1], abs(pair[0] - one), pair[0]))[: limits.most_candidates]:
            yield one, two


def _best(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pair one with one, the likest first; the order of the two sides decides nothing."""
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, one, two in sorted(scored, key=lambda score: (-score[0], score[1] + score[2], abs(score[1] - score[2]))):
        if one not in taken[0] and two not in taken[1]:
            pairs.append((one, two))
            taken[0].add(one)
            taken[1].add(two)
    return pairs


# Entries


def align_entries(
    before: Page, after: Page, lines: tuple[Sequence[Line], Sequence[Line]], settings: ChangeSettings | None = None
) -> dict[int, int]:
    """Find the entries that are one at two times: by heading and hour, by heading, by their lines, by hour and a line; articles are one.

    >>> from onrecord.model import Capture, Span
    >>> entry = Entry(0, Span(0, 4))
    >>> page = Page(Capture("", "a", "text", ""), None, None, None, None, None, None, (), (entry,))
    >>> align_entries(page, page, ((), ()))
    {0: 0}
    """
    limits = settings or ChangeSettings()
    if len(before.entries) == len(after.entries) == 1:
        return {before.entries[0].id: after.entries[0].id}
    told = [_by_entry(side) for side in lines]
    paired: dict[int, int] = {}
    for key in (_stamped(told), _headed(told)):
        paired |= _same_keys(before, after, paired, key)
    left = [[entry for entry in page.entries if entry.id not in known] for page, known in zip((before, after), _sides(paired), strict=True)]
    words = [[{word for line in told[side].get(entry.id, ()) for word in line.key} - FUNCTION for entry in left[side]] for side in (0, 1)]
    scored = (
        (likeness, one, two)
        for one, two in _candidates(words[0], words[1], limits)
        if (likeness := len(words[0][one] & words[1][two]) / max(1, min(len(words[0][one]), len(words[1][two]))))
        >= (limits.likeness_same_hour if _one_hour(left[0][one], left[1][two]) else limits.likeness_entry)
    )
    return paired | {left[0][one].id: left[1][two].id for one, two in _best(scored)}


def _sides(paired: Mapping[int, int]) -> tuple[set[int], set[int]]:
    return set(paired), set(paired.values())


def _by_entry(lines: Sequence[Line]) -> dict[int | None, list[Line]]:
    told: defaultdict[int | None, list[Line]] = defaultdict(list)
    for line in lines:
        told[line.entry].append(line)
    return dict(told)


Key = Callable[[Entry, int], tuple[str | None, tuple[str, ...]] | None]
"""Gives of an entry, and the side it stands on, what it is known by; null when that is nothing."""


def _stamped(told: Sequence[Mapping[int | None, Sequence[Line]]]) -> Key:
    """Know entries by their hour and their first line."""

    def key(entry: Entry, side: int) -> tuple[str | None, tuple[str, ...]] | None:
        own = told[side].get(entry.id)
        return (entry.posted, own[0].key) if own and entry.posted else None

    return key


def _headed(told: Sequence[Mapping[int | None, Sequence[Line]]]) -> Key:
    """Know entries by their heading."""

    def key(entry: Entry, side: int) -> tuple[str | None, tuple[str, ...]] | None:
        own = [line.key for line in told[side].get(entry.id, ()) if line.heading]
        return (None, own[0]) if own else None

    return key


def _same_keys(before: Page, after: Page, paired: Mapping[int, int], key: Key) -> dict[int, int]:
    """Pair the entries not paired yet that are known by the same and by what no other entry of the page is."""
    known = []
    for side, (page, taken) in enumerate(zip((before, after), _sides(paired), strict=True)):
        keys = {entry.id: key(entry, side) for entry in page.entries if entry.id not in taken}
        often = Counter(keys.values())
        known.append({name: entry for entry, name in keys.items() if name and often[name] == 1})
    return {known[0][name]: known[1][name] for name in known[0] if name in known[1]}


def _one_hour(one: Entry, two: Entry) -> bool:
    return one.posted is not None and one.posted == two.posted
