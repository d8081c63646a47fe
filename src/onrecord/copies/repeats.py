"""Pages to repeats: words of a page that were met before, on the same page or on another one."""

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial

from onrecord.copies.match import Match
from onrecord.copies.matching import find_matches
from onrecord.copies.passages import Passage, Retelling
from onrecord.copies.reach import digest_reach
from onrecord.model import Copy, CopyKind, Page, Place, Recalled, Repeat, RepeatKind, Span, Traces, digest_all, find_kept

_Kinds = Mapping[tuple[str, str], CopyKind]
_COPIED: Mapping[CopyKind, RepeatKind] = {"syndication": "syndication", "revision": "revision", "same": "revision"}

_FARTHEST = 50
"""Steps from repeat to repeat: those before have been followed already, save on a page that tells the newest first."""


@dataclass(frozen=True, slots=True)
class _Again:
    """A passage told again, and the one it was told in first."""

    later: Passage
    first: Passage
    later_span: Span
    first_span: Span
    likeness: float
    run: int


_Kind = Callable[[_Again], RepeatKind]
_Place = tuple[int, int]
"""A sentence in which something is told again, by the number of its page, and its own among such sentences there."""


def find_repeats(
    pages: Sequence[Page], copies: Sequence[Copy] = (), matches: Sequence[Match] | None = None, *, recalled: Recalled | None = None
) -> tuple[tuple[Repeat, ...], ...]:
    """Find the words of every page that were met before: for each passage one on its page, and one on another page.

    On a page the passage posted first counts as first where the page tells the times, else the first in its
    order. Between pages that is the one given first, or the one that the other is a copy of. What is itself told
    again is followed to where it was told first: for a repeat within its page on that page.
    `recalled` is what was found before.
    """
    told = _Told(pages, copies, find_matches(pages) if matches is None else matches, in_row=recalled is None)
    leads = told.leads() if recalled else {}
    rests_on = digest_reach(leads)
    return tuple(
        _recall(rests_on[page], recalled.traces, partial(told.repeats, page)) if recalled and page in leads else told.repeats(page)
        for page in range(len(pages))
    )


def _recall(rests_on: str, traces: Traces, find: Callable[[], tuple[Repeat, ...]]) -> tuple[Repeat, ...]:
    """Give the repeats of a page as they were found before, else as they are found now."""
    written = find_kept(traces, digest_all("repeats", rests_on), lambda: _write(find()))
    return tuple(Repeat(Span(start, end), Place(of, Span(*first)), kind) for start, end, of, first, kind in json.loads(written))


def _write(repeats: Iterable[Repeat]) -> str:
    return json.dumps([(*one.span, one.of.capture, one.of.span, one.kind) for one in repeats], separators=(",", ":"))


class _Told:
    """What pages tell again; of a page it is found when it is asked for."""

    def __init__(self, pages: Sequence[Page], copies: Sequence[Copy], matches: Sequence[Match], *, in_row: bool) -> None:
        self._pages = pages
        self._in_row = in_row  # whether all pages are asked for, one after the other
        self._kinds: _Kinds = {(copy.capture, copy.of): copy.kind for copy in copies}
        self._matches: defaultdict[int, list[Match]] = defaultdict(list)
        for match in matches:
            self._matches[match.one if self._is_turned(match) else match.two].append(match)
        self._places: dict[int, dict[Span, _Place]] = {}
        self._found: defaultdict[_Place, list[_Again]] = defaultdict(list)
        self._followed: dict[_Place, list[_Again]] = {}
        self._beyond: dict[_Place, set[_Place]] = {}  # sentences of pages behind, to which those that have been followed lead

    def leads(self) -> dict[int, list[tuple[int, str]]]:
        """Give for each page that tells something again the pages that told it before, with all that this rests on."""
        return {
            page: [
                (match.one + match.two - page, digest_all(match.mark, self._kind_of(page, match.one + match.two - page))) for match in held
            ]
            for page, held in self._matches.items()
        }

    def repeats(self, page: int) -> tuple[Repeat, ...]:
        """Give what a page tells again."""
        own = [*self._read(page).values()]
        reach = set(own) if self._in_row else self._reach(own)
        beyond = {place for place in reach if place[0] > page}
        for place in sorted(place for place in reach - beyond if place not in self._followed):
            self._followed[place] = [self._rooted(again, place) for again in self._found[place]]
            self._beyond[place] = beyond
        again = [one for place in own for one in self._followed[place]]
        return _repeats(_needed(again, self._kind), self._pages, self._kind)

    def _reach(self, own: Iterable[_Place]) -> set[_Place]:
        """Find the sentences to which repeats lead from some, and these; what has been followed already leads only to what has not."""
        met = set(own)
        left = [*met]
        while left:
            place = left.pop()
            firsts = (self._place(again.first) for again in self._found[place])
            new = self._beyond[place] if place in self._followed else {first for first in firsts if first}
            left += new - met
            met |= new
        return met

    def _place(self, passage: Passage) -> _Place | None:
        """Give the place of a sentence, where something is told again in it."""
        return self._read(passage.page).get(passage.span)

    def _steps(self, place: _Place, first: Passage) -> Sequence[_Again]:
        """Give what is told again in a sentence, as far as that has been followed when it is a place's turn."""
        found = self._place(first)
        return () if found is None else self._followed[found] if found < place else self._found[found]

    def _is_turned(self, match: Match) -> bool:
        """Tell whether the page that comes first is a copy of the other."""
        return match.one != match.two and (self._pages[match.one].capture.name, self._pages[match.two].capture.name) in self._kinds

    def _kind_of(self, later: int, first: int) -> CopyKind | None:
        return self._kinds.get((self._pages[later].capture.name, self._pages[first].capture.name))

    def _kind(self, again: _Again) -> RepeatKind:
        if again.later.page == again.first.page:
            return "within"
        copy = self._kind_of(again.later.page, again.first.page)
        return _COPIED[copy] if copy else "passage"

    def _read(self, page: int) -> Mapping[Span, _Place]:
        """Find the passages that a page tells again, of several first ones the best; give the places of their sentences."""
        if page not in self._places:
            places = self._places[page] = {}
            for again in self._find_best(page):
                self._found[places.setdefault(again.later.span, (page, len(places)))].append(again)
        return self._places[page]

    def _find_best(self, page: int) -> Iterable[_Again]:
        posted = {entry.id: entry.posted for entry in self._pages[page].entries}
        best: dict[tuple[Span, bool], _Again] = {}
        for match in self._matches.get(page, ()):
            for told in match.told:
                turned = match.one == page if match.one != match.two else _is_older(told.two, told.one, posted)
                again = _directed(told, turned=turned)
                key = (again.later_span, again.later.page == again.first.page)
                if key not in best or _rank(again) < _rank(best[key]):
                    best[key] = again
        return best.values()

    def _rooted(self, again: _Again, place: _Place) -> _Again:
        """Follow from repeat to repeat to where the words were told first, as long as that leaves the kind of repeat as it is.

        To another page only where it is as like, with what stands around it: a stock sentence of a text is no way out of it.
        """
        seen, kind = {again.first.span}, self._kind(again)
        while len(seen) <= _FARTHEST:
            steps = (
                replace(again, first=step.first, first_span=_counterpart(again.first_span, step))
                for step in self._steps(place, again.first)
                if step.later_span.covers(again.first_span) and (kind == "within" or _as_much(step, again))
            )
            farther = next((step for step in steps if step.first.span not in seen and self._kind(step) == kind), None)
            if farther is None:
                return again
            again = farther
            seen.add(again.first.span)
        return again


def _as_much(step: _Again, again: _Again) -> bool:
    """Tell whether one step holds as much as another: as like, in as long a run."""
    return round(step.likeness, 1) >= round(again.likeness, 1) and step.run >= again.run


def _counterpart(span: Span, step: _Again) -> Span:
    """Give the words told first for some of those told again; all of them where no run of words is the same."""
    later, first = step.later, step.first
    low, high = _bounds(later, span)
    if span == step.later_span:
        return step.first_span
    run = SequenceMatcher(None, later.words[low:high], first.words, autojunk=False).find_longest_match()
    if 2 * run.size < high - low or not run.size:
        return step.first_span
    closing = span.end - later.ends[high - 1] if run.a + run.size == high - low else 0
    return Span(first.starts[run.b], min(first.ends[run.b + run.size - 1] + closing, first.span.end))


def _needed(found: Sequence[_Again], kind: _Kind) -> list[_Again]:
    """Leave out what another repeat says already.

    A part of a sentence that is repeated as a whole; and a passage shared with another page when the same words
    stand higher on this one, where the shared passage is told.
    """
    by_sentence: defaultdict[Span, list[_Again]] = defaultdict(list)
    for again in found:
        by_sentence[again.later.span].append(again)
    return [
        again
        for again in found
        if not any(_makes_needless(other, again, kind) for other in by_sentence[again.later.span] if other is not again)
    ]


def _makes_needless(other: _Again, again: _Again, kind: _Kind) -> bool:
    if again.later.page == again.first.page or not other.later_span.covers(again.later_span):
        return False
    if other.later.page == other.first.page:
        return kind(again) == "passage"
    return other.later_span != again.later_span and _words(again) <= set(other.first.words)


def _words(again: _Again) -> set[int]:
    """Give the words told again."""
    low, high = _bounds(again.later, again.later_span)
    return set(again.later.words[low:high])


def _bounds(passage: Passage, span: Span) -> tuple[int, int]:
    """Give the number of the first of a passage's words that stand in a span, and of the first behind them."""
    return bisect_left(passage.starts, span.start), bisect_right(passage.ends, span.end)


def _rank(again: _Again) -> tuple[float, int, int, int]:
    """Prefer the likest, then the one that has most of what stands around it too, then the first."""
    return (-round(again.likeness, 1), -again.run, again.first.page, again.first.span.start)


def _directed(retelling: Retelling, *, turned: bool) -> _Again:
    """Tell which of two passages is the first: the one that is read first, unless they are `turned`."""
    one, two = retelling.one, retelling.two
    if turned:
        return _Again(one, two, retelling.spans[0], retelling.spans[1], retelling.likeness, retelling.run)
    return _Again(two, one, retelling.spans[1], retelling.spans[0], retelling.likeness, retelling.run)


def _is_older(two: Passage, one: Passage, posted: Mapping[int, str | None]) -> bool:
    """Tell whether the second in the page's order was posted first."""
    times = (posted.get(-1 if one.entry is None else one.entry), posted.get(-1 if two.entry is None else two.entry))
    return times[0] is not None and times[1] is not None and times[1] < times[0]


def _repeats(found: Sequence[_Again], pages: Sequence[Page], kind: _Kind) -> tuple[Repeat, ...]:
    """Join neighbouring sentences that repeat neighbouring sentences, and give the repeats in the page's order."""
    joined: list[list[_Again]] = []
    for again in sorted(found, key=lambda again: (again.later.block, again.first.page, again.first.block, again.later_span)):
        if joined and _goes_on(joined[-1][-1], again):
            joined[-1].append(again)
        else:
            joined.append([again])
    return tuple(sorted((_repeat(run, pages, kind) for run in joined), key=lambda repeat: (repeat.span, repeat.of.capture)))


def _goes_on(last: _Again, again: _Again) -> bool:
    same = (last.later.block, last.first.page, last.first.block) == (again.later.block, again.first.page, again.first.block)
    return same and last.later_span.end <= again.later_span.start and last.first_span.end <= again.first_span.start


def _repeat(run: Sequence[_Again], pages: Sequence[Page], kind: _Kind) -> Repeat:
    head, tail = run[0], run[-1]
    place = Place(pages[head.first.page].capture.name, Span(head.first_span.start, tail.first_span.end))
    return Repeat(Span(head.later_span.start, tail.later_span.end), place, kind(head))
