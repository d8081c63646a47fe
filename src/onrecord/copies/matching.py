"""Pages, one at a time, to what each has in common with those before it: the share of its text, and the sentences told again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np

from onrecord.copies.index import PassageIndex, Run, Shared
from onrecord.copies.passages import Passage, Retelling, Text, compare_passages, contradict, is_nearby, split_text
from onrecord.copies.words import Floats, Ints
from onrecord.model import Page, Span
from onrecord.settings import PassageSettings

_KEPT = 64
"""Pages whose sentences are kept at hand; those of others are cut again when they are needed."""


@dataclass(frozen=True, slots=True)
class Match:
    """What two pages have in common, or what one page tells twice."""

    one: int
    """Number of the page that came first."""
    two: int
    """Number of the other one; the same where the page tells something twice."""
    sizes: tuple[int, int]
    """Words of each page, without its teasers."""
    share: float
    """Share of the shorter page's runs of words that stand in the other, from 0 to 1; 0 within one page."""
    containment: float
    """Share of its words that stand in such runs."""
    identical: bool
    """Whether both are the same words from the first to the last."""
    told: tuple[Retelling, ...]
    """The sentences of the later page that the other one tells, in order."""


class Matcher:
    """The pages read so far, numbered in the order in which they came."""

    def __init__(self, settings: PassageSettings | None = None) -> None:
        """Begin without pages."""
        self._limits = settings or PassageSettings()
        self._index = PassageIndex(self._limits)
        self._pages: list[Page] = []
        self._text = lru_cache(_KEPT)(lambda number: split_text(self._pages[number], number))

    @property
    def size(self) -> int:
        """Bytes that it takes besides the pages."""
        return self._index.size

    def add(self, page: Page) -> tuple[Match, ...]:
        """Add a page, and give what it has in common with each page before it and with itself, where there is anything."""
        self._pages.append(page)
        text = self._text(len(self._pages) - 1)
        shared = {one.page: one for one in self._index.add(text.words.ids) if self._tells(text, one)}
        shared.setdefault(text.number, Shared(text.number, (), 0.0))
        matches = (self._match(text, shared[number]) for number in sorted(shared))
        return tuple(match for match in matches if match.told or (match.share and match.one != match.two))

    def _tells(self, text: Text, shared: Shared) -> bool:
        """Tell whether what a page shares says enough to look at it: a long run with news in it, or much of the page."""
        if not shared.runs or shared.words >= self._limits.least_words_share * len(text.words.ids):
            return True
        long = (run for run in shared.runs if run.size >= self._limits.run_words)
        return any(_count_news(text, run) >= self._limits.fewest_words for run in long)

    def _match(self, text: Text, shared: Shared) -> Match:
        other = self._text(shared.page)
        share, containment = _measure(shared.runs, other, text, self._limits.least_run)
        near = other is text or not shared.runs or share >= self._limits.least_share or _one_house(other.page, text.page)
        pool = _Pool(other, text, self._limits)
        told: dict[Span, Retelling] = {}
        for again in pool.told_in_runs(shared.runs):
            _keep_best(told, again)
        if near:
            for again in pool.told_in_other_words(frozenset(told)):
                _keep_best(told, again)
        sizes = int(other.weighs.sum()), int(text.weighs.sum())
        identical = np.array_equal(other.words.ids, text.words.ids)
        return Match(other.number, text.number, sizes, share, containment, identical, tuple(told[span] for span in sorted(told)))


def find_matches(pages: Sequence[Page], settings: PassageSettings | None = None) -> tuple[Match, ...]:
    """Find what pages have in common with the pages given before them, and with themselves."""
    matcher = Matcher(settings)
    return tuple(match for page in pages for match in matcher.add(page))


def _one_house(one: Page, two: Page) -> bool:
    return one.outlet is not None and one.outlet == two.outlet


def _measure(runs: Sequence[Run], one: Text, two: Text, size: int) -> tuple[float, float]:
    """Measure how much of the shorter page stands in the other: its runs of `size` words, and its words."""
    shorter, ours = (two, True) if two.weighs.sum() <= one.weighs.sum() else (one, False)
    begin, cover = np.zeros((2, len(shorter.weighs)), np.bool_)
    for run in runs:
        first = run.here if ours else run.there
        begin[first : first + run.size - size + 1] = True
        cover[first : first + run.size] = True
    count = max(1, int(shorter.weighs.sum()))
    return float((begin & shorter.weighs).sum()) / max(1, count - size + 1), float((cover & shorter.weighs).sum()) / count


def _keep_best(told: dict[Span, Retelling], again: Retelling) -> None:
    """Keep for each sentence the likest one, then the one in the longest run, then the one that shares most, then the first."""
    held = told.get(again.two.span)
    if held is None or _rank(again) > _rank(held):
        told[again.two.span] = again


def _rank(told: Retelling) -> tuple[float, int, int, int]:
    return round(told.likeness, 2), told.run, len(told.one.content & told.two.content), -told.one.span.start


class _Pool:
    """The sentences of two pages, or of one, and how much each of their words tells."""

    def __init__(self, one: Text, two: Text, limits: PassageSettings) -> None:
        self._one, self._two, self._limits = one, two, limits
        self._same = one is two

    def told_in_runs(self, runs: Sequence[Run]) -> Iterator[Retelling]:
        """Find the sentences, and parts of sentences, that stand in a long run of words that is told again."""
        for run in runs:
            for piece in self._cut(run, self._one.breaks, self._two.breaks):
                known = piece.size >= self._limits.run_words and _count_news(self._two, piece) >= self._limits.fewest_words
                for part in self._cut(piece, self._one.cuts, self._two.cuts):
                    told = self._tell(part, known=known)
                    if told:
                        yield replace(told, run=run.size)

    def _cut(self, run: Run, ones: Ints, twos: Ints) -> Iterator[Run]:
        """Cut a run at those of some words, on either page, that it goes through."""
        ends = {0, run.size}
        for cuts, first in ((ones, run.there), (twos, run.here)):
            low, high = np.searchsorted(cuts, (first, first + run.size))
            ends.update((cuts[low:high] - first).tolist())
        for first, stop in pairwise(sorted(ends)):
            yield Run(run.there + first, run.here + first, stop - first)

    def _tell(self, part: Run, *, known: bool) -> Retelling | None:
        """Give what a part of a run tells again: both sentences where they are one, or nearly so, else the words of the run.

        `known` says that the run tells enough for what is left of it in a short sentence.
        """
        at, to = self._one.sentence(part.there), self._two.sentence(part.here)
        one, two = self._one.passage(at), self._two.passage(to)
        if one.heading != two.heading or (self._same and at == to):
            return None
        full = part.size == len(one.words), part.size == len(two.words)
        if known and all(full):
            return Retelling(one, two, (one.span, two.span), 1.0)
        told = compare_passages(one, two, self._weights, self._limits)
        if told or not known or not (any(full) or self._stands_alone(part, one, two)):
            return told
        if contradict(one, two) and 2 * part.size >= max(len(one.words), len(two.words)):
            return None  # the sentences are the same but for the number, or for the denial
        spans = (
            one.span if full[0] else self._one.words.span(part.there, part.there + part.size),
            two.span if full[1] else self._two.words.span(part.here, part.here + part.size),
        )
        return Retelling(one, two, spans, part.size / min(len(one.words), len(two.words)))

    def _stands_alone(self, part: Run, one: Passage, two: Passage) -> bool:
        """Tell whether words that are no whole sentence say enough: a quotation used again in a new sentence."""
        enough = part.size >= self._limits.run_words and _count_news(self._two, part) >= self._limits.fewest_words
        return enough and not is_nearby(one, two)

    def told_in_other_words(self, known: frozenset[Span]) -> Iterator[Retelling]:
        """Find the sentences that tell what another one tells, word for word or not; those known are left out."""
        for at, to in self._alike:
            if self._two.spans[to] not in known:
                told = compare_passages(self._one.passage(at), self._two.passage(to), self._weights, self._limits)
                if told:
                    yield told

    @cached_property
    def _columns(self) -> tuple[Ints, Ints, Ints]:
        """Give, sorted by word, each word that carries news with a sentence that holds it, and in how many it stands."""
        texts = (self._one,) if self._same else (self._one, self._two)
        first = (0, len(self._one.spans))
        columns = [
            (text.words.stems[text.news].astype(np.int64) << 32) + text.holders[text.news] + n
            for n, text in zip(first, texts, strict=False)
        ]
        held = np.unique(np.concatenate(columns))
        stems = held >> 32
        _, at, counts = np.unique(stems, return_inverse=True, return_counts=True)
        return stems, held & 0xFFFFFFFF, counts[at]

    @cached_property
    def _weights(self) -> dict[int, float]:
        """Give how much each word tells: the fewer sentences hold it, the more."""
        stems, _, counts = self._columns
        return dict(zip(stems.tolist(), self._tell_much(counts).tolist(), strict=True))

    def _tell_much(self, counts: Ints) -> Floats:
        sentences = len(self._one.spans) + (0 if self._same else len(self._two.spans))
        return np.asarray(np.log1p(sentences / counts))

    @property
    def _alike(self) -> list[tuple[int, int]]:
        """Give the sentences that share most of the news of the smaller one; words that stand in many do not count."""
        stems, sentences, counts = self._columns
        few = counts <= self._limits.most_places
        stems, sentences, weights = stems[few], sentences[few], self._tell_much(counts[few])
        size = len(self._one.spans) + len(self._two.spans)
        totals = np.bincount(sentences, weights, minlength=size)
        pairs, shared = [np.zeros(0, np.int64)], [np.zeros(0)]
        for apart in range(1, int(counts[few].max(initial=1))):
            same = np.flatnonzero(stems[apart:] == stems[:-apart])
            pairs.append(sentences[same] * size + sentences[same + apart])
            shared.append(weights[same])
        codes, at, words = np.unique(np.concatenate(pairs), return_inverse=True, return_counts=True)
        one, two = codes // size, codes % size
        likeness = np.bincount(at, np.concatenate(shared)) / np.minimum(totals[one], totals[two])
        first = 0 if self._same else len(self._one.spans)
        wanted = (likeness >= self._limits.likeness_of_rare) & (words >= self._limits.fewest_words_exact)
        wanted &= (two >= first) & (one < (first or size))
        return list(zip(one[wanted].tolist(), (two[wanted] - first).tolist(), strict=True))


def _count_news(text: Text, run: Run) -> int:
    """Count the words of a run that carry news, each once, on the page that was added."""
    stop = run.here + run.size
    return len(set(text.words.stems[run.here : stop][text.news[run.here : stop]].tolist()))
