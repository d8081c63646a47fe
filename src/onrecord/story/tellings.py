"""A page to its tellings: the entries that tell of one matter on it, and the stems by which that matter is known."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from onrecord.language.sentences import find_sentences
from onrecord.language.stems import commonness, find_stems
from onrecord.model import Entry, Page, Role, Span, Traces, digest_all
from onrecord.settings import GroupingSettings

TELLING: frozenset[Role] = frozenset(("heading", "body", "caption"))
"""Roles whose words tell what an entry is about."""
MOST_SHARED = 200
"""Stems of a live blog's matter that are kept, those of most entries."""
LONGEST_OPENING = 1_000
"""Code points in which the first sentence of an entry is sought: hardly one is as long, and no title should be."""
_RAREST = 8.0
"""Logarithm of how rare a stem is taken to be at most."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a page tells of one matter."""

    entries: tuple[Entry, ...]
    """The entries that tell it, in the page's order."""
    stems: tuple[str, ...]
    """Stems that tell what it is about: the headline's and the first ones of an article, those that most entries share of a live blog."""
    main: bool
    """Whether it is what the page is about."""


def find_tellings(page: Page, settings: GroupingSettings | None = None) -> tuple[Telling, ...]:
    """Find the matters that a page tells of, the main one first; an article is one."""
    limits = settings or GroupingSettings()
    title = find_stems(page.title.text) if page.title else []
    stems = _stems(page, limits.most_words)
    if len(page.entries) < 2:
        return tuple(Telling((entry,), tuple(dict.fromkeys([*title, *stems[entry.id]])), main=True) for entry in page.entries)
    groups = _matters([frozenset(stems[entry.id]) for entry in page.entries[: limits.most_on_page]], frozenset(title), limits)
    groups[0] += range(min(len(page.entries), limits.most_on_page), len(page.entries))
    return tuple(_telling(page, sorted(group), stems, () if number else title) for number, group in enumerate(groups))


def recall_tellings(page: Page, mark: str, traces: Traces) -> tuple[Telling, ...]:
    """Give the matters that a page tells of as they were found before, else find and keep them; `mark` tells the page from all others."""
    digest = digest_all("told", mark)
    known = traces.find(digest)
    if known is not None:
        return tuple(Telling(tuple([page.entries[at] for at in own]), tuple(stems.split()), main) for own, stems, main in json.loads(known))
    found = find_tellings(page)
    places = {entry.id: place for place, entry in enumerate(page.entries)}
    told = [([places[entry.id] for entry in one.entries], " ".join(one.stems), one.main) for one in found]
    traces.keep(digest, json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    return found


def find_heading(page: Page, telling: Telling) -> str | None:
    """Give the headline of the page for its main matter, else the heading of the first entry that has one."""
    if telling.main and page.title:
        return page.title.text
    return next((entry.heading.text for entry in telling.entries if entry.heading), None)


def find_opening(page: Page, telling: Telling) -> str:
    """Give the first sentence of what a page tells of one matter."""
    text, entry = page.capture.text, telling.entries[0]
    opening = next((block.span for block in page.blocks if block.entry == entry.id and block.role == "body"), entry.span)
    near = Span(opening.start, min(opening.end, opening.start + LONGEST_OPENING))
    return next(iter(find_sentences(text, near)), near).of(text)


@lru_cache(maxsize=65_536)
def rarity(stem: str) -> float:
    """Give how much a stem tells, by how rare it is in news."""
    return min(_RAREST, log(1 / commonness(stem))) ** 2


def _stems(page: Page, most: int) -> dict[int | None, list[str]]:
    """Find the first stems of each entry."""
    text = page.capture.text
    found: dict[int | None, list[str]] = {entry.id: [] for entry in page.entries}
    for block in page.blocks:
        if block.role in TELLING:
            stems = found.setdefault(block.entry, [])
            if len(stems) < most:
                stems += find_stems(block.span.of(text), most - len(stems))
    return found


def _telling(page: Page, group: Sequence[int], stems: dict[int | None, list[str]], title: Sequence[str]) -> Telling:
    """Put together what some entries tell: stems of the headline, then those of most entries."""
    entries = tuple(page.entries[i] for i in group)
    shared = Counter(stem for entry in entries for stem in dict.fromkeys(stems[entry.id]))
    return Telling(
        entries, tuple(dict.fromkeys([*title, *(stem for stem, _ in shared.most_common(MOST_SHARED))])), main=bool(title) or 0 in group
    )


def _matters(entries: Sequence[frozenset[str]], title: frozenset[str], limits: GroupingSettings) -> list[list[int]]:
    """Part the entries of a live blog into matters by mean likeness, the page's own first; lone entries are of that one."""
    weights = {stem: rarity(stem) for stems in entries for stem in stems}
    told = [sum(weights[stem] for stem in stems) for stems in entries]
    likeness = [
        [sum(weights[stem] for stem in one & other) / (min(here, there) or 1.0) for other, there in zip(entries, told, strict=True)]
        for one, here in zip(entries, told, strict=True)
    ]  # the share of what the smaller of two tells that the other tells too, rare stems counting more
    groups = _agglomerate(likeness, limits)
    inside = {group[0]: held for group, held in groups}
    parts = sorted((group for group, _ in groups), key=lambda group: (-sum(len(entries[i] & title) for i in group), -len(group), group[0]))
    main, apart = [*parts[0]], []
    for group in parts[1:]:
        if len(group) >= limits.fewest_apart and inside[group[0]] >= limits.held_on_page:
            apart.append(group)
        else:
            main += group
    return [main, *apart]


def _agglomerate(likeness: Sequence[Sequence[float]], limits: GroupingSettings) -> list[tuple[list[int], float]]:
    """Join what is likest on average, again and again, until nothing is like enough; each group with the mean likeness inside it."""
    groups = {i: [i] for i in range(len(likeness))}
    sums = {i: {j: likeness[i][j] for j in groups if j != i} for i in groups}
    inside = dict.fromkeys(groups, 0.0)
    while len(groups) > 1:
        worth, one, two = max((sums[i][j] / (len(groups[i]) * len(groups[j])), i, j) for i in groups for j in sums[i] if i < j)
        held = min(_held(groups[i], inside[i]) for i in (one, two))
        if worth < max(limits.apart_on_page, limits.apart_share * held):
            break
        inside[one] += inside.pop(two) + sums[one].pop(two)
        groups[one] += groups.pop(two)
        for other, shared in sums.pop(two).items():
            if other != one:
                sums[one][other] += shared
                sums[other][one] += shared
                del sums[other][two]
    return [(group, _held(group, inside[i])) for i, group in groups.items()]


def _held(group: Sequence[int], inside: float) -> float:
    """Give the mean likeness inside a group from the sum over its pairs; none for a single entry."""
    return 2 * inside / (len(group) * (len(group) - 1) or 1)
