"""Pages to repeats: words of a page that were met before, on the same page or on another one."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from onrecord.copies.passages import Passage, Retelling, find_retellings
from onrecord.model import Copy, CopyKind, Page, Place, Repeat, RepeatKind, Span

_Kinds = Mapping[tuple[str, str], CopyKind]
_COPIED: Mapping[CopyKind, RepeatKind] = {"syndication": "syndication", "revision": "revision", "same": "revision"}


@dataclass(frozen=True, slots=True)
class _Again:
    """A passage told again, and the one it was told in first."""

    later: Passage
    first: Passage
    later_span: Span
    first_span: Span
    likeness: float


def find_repeats(
    pages: Sequence[Page], copies: Sequence[Copy] = (), retellings: Sequence[Retelling] | None = None
) -> tuple[tuple[Repeat, ...], ...]:
    """Find the words of every page that were met before: for each passage one on its page, and one on another page.

    On a page the passage posted first counts as first where the page tells the times, else the first in its
    order. Between pages that is the one given first, or the one that the other is a copy of. What is itself told
    again is followed to where it was told first: for a repeat within its page on that page.
    """
    told = find_retellings(pages) if retellings is None else retellings
    kinds = {(copy.capture, copy.of): copy.kind for copy in copies}
    best: dict[tuple[int, Span, bool], _Again] = {}
    for retelling in told:
        again = _directed(retelling, pages, kinds)
        key = (again.later.page, again.later.span, again.later.page == again.first.page)
        if key not in best or _rank(again) < _rank(best[key]):
            best[key] = again
    earlier: defaultdict[tuple[int, int], list[_Again]] = defaultdict(list)
    for again in best.values():
        earlier[again.later.page, again.later.block].append(again)
    by_page: list[list[_Again]] = [[] for _ in pages]
    for again in best.values():
        by_page[again.later.page].append(_rooted(again, earlier, lambda one: _kind(one, pages, kinds)))
    return tuple(_repeats(_needed(found, pages, kinds), pages, kinds) for found in by_page)


def _rooted(again: _Again, earlier: Mapping[tuple[int, int], Sequence[_Again]], kind: Callable[[_Again], RepeatKind]) -> _Again:
    """Follow from repeat to repeat to where the words were told first, as long as that leaves the kind of repeat as it is."""
    seen = {again.first.span}
    while True:
        steps = (
            replace(again, first=step.first, first_span=_counterpart(again.first_span, step))
            for step in earlier.get((again.first.page, again.first.block), ())
            if step.later_span.covers(again.first_span)
        )
        farther = next((step for step in steps if step.first.span not in seen and kind(step) == kind(again)), None)
        if farther is None:
            return again
        again = farther
        seen.add(again.first.span)


def _counterpart(span: Span, step: _Again) -> Span:
    """Give the words told first for some of those told again; all of them where no run of words is the same."""
    words = [word for word in step.later.words if span.covers(word.span)]
    texts, first = [word.text for word in words], step.first.words
    run = SequenceMatcher(None, texts, [word.text for word in first], autojunk=False).find_longest_match()
    if span == step.later_span or 2 * run.size < len(words) or not run.size:
        return step.first_span
    closing = span.end - words[-1].span.end if run.a + run.size == len(words) else 0
    return Span(first[run.b].span.start, min(first[run.b + run.size - 1].span.end + closing, step.first.span.end))


def _needed(found: Sequence[_Again], pages: Sequence[Page], kinds: _Kinds) -> list[_Again]:
    """Leave out what another repeat says already.

    A sentence of a paragraph that is repeated as a whole; and a passage shared with another page when the same
    words stand higher on this one, where the shared passage is told.
    """
    by_block: defaultdict[int, list[_Again]] = defaultdict(list)
    for again in found:
        by_block[again.later.block].append(again)
    return [
        again
        for again in found
        if not any(_makes_needless(other, again, pages, kinds) for other in by_block[again.later.block] if other is not again)
    ]


def _makes_needless(other: _Again, again: _Again, pages: Sequence[Page], kinds: _Kinds) -> bool:
    if again.later.page == again.first.page or not other.later_span.covers(again.later_span):
        return False
    if other.later.page == other.first.page:
        return _kind(again, pages, kinds) == "passage"
    return other.later_span != again.later_span


def _rank(again: _Again) -> tuple[float, int, int]:
    return (-round(again.likeness, 1), again.first.page, again.first.span.start)


def _directed(retelling: Retelling, pages: Sequence[Page], kinds: _Kinds) -> _Again:
    one, two = retelling.one, retelling.two
    if _comes_first(two, one, pages, kinds):
        return _Again(one, two, retelling.spans[0], retelling.spans[1], retelling.likeness)
    return _Again(two, one, retelling.spans[1], retelling.spans[0], retelling.likeness)


def _comes_first(two: Passage, one: Passage, pages: Sequence[Page], kinds: _Kinds) -> bool:
    """Tell whether the second in reading order was told first."""
    if one.page != two.page:
        return (pages[one.page].capture.name, pages[two.page].capture.name) in kinds
    posted = {entry.id: entry.posted for entry in pages[one.page].entries}
    times = (posted.get(-1 if one.entry is None else one.entry), posted.get(-1 if two.entry is None else two.entry))
    return times[0] is not None and times[1] is not None and times[1] < times[0]


def _repeats(found: Sequence[_Again], pages: Sequence[Page], kinds: _Kinds) -> tuple[Repeat, ...]:
    """Join neighbouring sentences that repeat neighbouring sentences, and give the repeats in the page's order."""
    joined: list[list[_Again]] = []
    for again in sorted(found, key=lambda again: (again.later.block, again.first.page, again.first.block, again.later_span)):
        if joined and _goes_on(joined[-1][-1], again):
            joined[-1].append(again)
        else:
            joined.append([again])
    return tuple(sorted((_repeat(run, pages, kinds) for run in joined), key=lambda repeat: (repeat.span, repeat.of.capture)))


def _goes_on(last: _Again, again: _Again) -> bool:
    same = (last.later.block, last.first.page, last.first.block) == (again.later.block, again.first.page, again.first.block)
    return same and last.later_span.end <= again.later_span.start and last.first_span.end <= again.first_span.start


def _repeat(run: Sequence[_Again], pages: Sequence[Page], kinds: _Kinds) -> Repeat:
    head, tail = run[0], run[-1]
    place = Place(pages[head.first.page].capture.name, Span(head.first_span.start, tail.first_span.end))
    return Repeat(Span(head.later_span.start, tail.later_span.end), place, _kind(head, pages, kinds))


def _kind(again: _Again, pages: Sequence[Page], kinds: _Kinds) -> RepeatKind:
    if again.later.page == again.first.page:
        return "within"
    copy = kinds.get((pages[again.later.page].capture.name, pages[again.first.page].capture.name))
    return _COPIED[copy] if copy else "passage"
