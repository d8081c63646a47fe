"""Pages, as they come, to what each shares with those before it: how much of its text, and the sentences that it tells again."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import NamedTuple

import numpy as np

from onrecord.copies.index import Met, PassageIndex, Prints, Run, Shared, find_prints, read_prints, write_prints
from onrecord.copies.match import Match, read_matches, write_matches
from onrecord.copies.pairing import Alike, find_frequent, find_repeating, pair_words, sort_alike
from onrecord.copies.passages import Passage, Retelling, Text, compare_passages, contradict, is_nearby, read_texts
from onrecord.copies.words import Floats, Ints
from onrecord.model import Page, Recalled, Span, digest_all
from onrecord.settings import PassageSettings

_KEPT = 512
"""Pages whose sentences are kept at hand; those of others are cut again when they are needed."""
_TOGETHER = 32
"""Pages whose words are found at once: more of them fall out of the fastest memory."""
_LONGEST_TOGETHER = 1 << 16
"""Code points of these; a longer page is read by itself."""


class _Kept(NamedTuple):
    """What is kept of what a page has in common with others."""

    pages: list[int]
    """The numbers of the pages that may be among these; the page itself is the last."""
    digest: str
    """What tells all that it rests on."""
    found: str | None
    """What was found before."""


class Matcher:
    """The pages read so far, numbered in the order in which they came."""

    def __init__(self, settings: PassageSettings | None = None, recalled: Recalled | None = None) -> None:
        """Begin without pages; `recalled` is what was found before of those that will come."""
        self._limits = settings or PassageSettings()
        self._recalled = recalled
        self._index = PassageIndex(self._limits)
        self._pages: list[Page] = []
        self._bare: dict[int, Text] = {}
        self._put: set[int] = set()  # recalled pages whose words have been put where they can be held against others
        self._texts: dict[int, Text] = {}

    @property
    def size(self) -> int:
        """Bytes that it takes besides the pages."""
        return self._index.size

    def add(self, page: Page) -> tuple[Match, ...]:
        """Add a page, and give what it has in common with each page before it and with itself, where there is anything."""
        return next(self.add_all([page]))

    def add_all(self, pages: Iterable[Page]) -> Iterator[tuple[Match, ...]]:
        """Add pages one after the other; it is the same as to add each alone, and costs half."""
        lots = _split_lots(pages) if self._recalled is None else _split_evenly(pages)  # hardly one that is recalled is read
        for lot in lots:
            first = len(self._pages)
            self._pages += lot
            if self._recalled is None:
                yield from self._match_lot(self._read_lot(first))
            else:
                yield from self._recall_lot(first, self._recalled)

    def _read_lot(self, first: int) -> list[Met]:
        """Find where something of the pages from a number on was met before."""
        words = [text.words.ids for text in self._read(range(first, len(self._pages)))]
        mets = self._index.meet_all(find_prints(words, self._limits))
        self._index.put(first, words)
        return mets

    def _match_lot(self, mets: Sequence[Met]) -> Iterator[tuple[Match, ...]]:
        """Find what pages have in common with others, of which it is known where something of them was met."""
        if not mets:
            return
        texts = [self._text(met.page) for met in mets]
        repeating = self._find_repeating(texts)
        for text, shared in zip(texts, self._index.share_all(mets), strict=True):
            yield self._match_all(text, shared, repeats=text.number in repeating)

    def _recall_lot(self, first: int, recalled: Recalled) -> Iterator[tuple[Match, ...]]:
        """Give what the pages from a number on have in common with others as it was found before, or as it is found now."""
        mets = self._index.meet_all(self._recall_prints(range(first, len(self._pages)), recalled))
        kept = [self._find_kept(met, recalled) for met in mets]
        new = [met for met, one in zip(mets, kept, strict=True) if one.found is None]
        self._put_words(new)
        found = self._match_lot(new)
        for one in kept:
            if one.found is None:
                matches = tuple(replace(match, mark=one.digest) for match in next(found))
                recalled.traces.keep(one.digest, write_matches(matches, one.pages))
                yield matches
            else:
                yield read_matches(one.found, one.pages, self._bare_text, one.digest)

    def _recall_prints(self, numbers: Iterable[int], recalled: Recalled) -> list[Prints]:
        """Give the fingerprints of some pages as they were found before, or as they are found now."""
        digests = {number: digest_all("prints", recalled.marks[number]) for number in numbers}
        written = {number: recalled.traces.find(digest) for number, digest in digests.items()}
        texts = self._read([number for number, found in written.items() if found is None])
        for text, prints in zip(texts, find_prints([text.words.ids for text in texts], self._limits), strict=True):
            written[text.number] = found = write_prints(prints)
            recalled.traces.keep(digests[text.number], found)
        return [read_prints(found) for found in written.values() if found]

    def _find_kept(self, met: Met, recalled: Recalled) -> _Kept:
        """Find what is kept of a page; it rests on the words of the pages on which something of it was met, and where that was."""
        owners, places = self._index.tell_apart(met)
        pages = [*owners, met.page]
        digest = digest_all("matches", [recalled.marks[page] for page in pages], places)
        return _Kept(pages, digest, recalled.traces.find(digest))

    def _put_words(self, mets: Sequence[Met]) -> None:
        """Put the words of pages, and of those on which something of them was met, where they can be held against each other."""
        for number in sorted({number for met in mets for number in (met.page, *met.owners.tolist())} - self._put):
            self._index.put(number, [self._text(number).words.ids])
            self._put.add(number)

    def _bare_text(self, number: int) -> Text:
        """Give the news of a page of which hardly a word will be asked for."""
        return self._texts.get(number) or self._bare.setdefault(number, Text(self._pages[number], number))

    def _find_repeating(self, texts: Sequence[Text]) -> set[int]:
        """Give the numbers of the pages that may tell something twice in other words."""
        stems, news, paragraphs = zip(*((text.words.stems, text.news, text.paragraphs) for text in texts), strict=True)
        found = find_repeating(stems, news, paragraphs, most_places=self._limits.most_places, least=self._limits.fewest_words_exact)
        return {texts[number].number for number in found}

    def _match_all(self, text: Text, found: Sequence[Shared], *, repeats: bool) -> tuple[Match, ...]:
        """Compare a page with those that it shares something with; with itself where it `repeats` enough words."""
        shared = {one.page: one for one in found if self._tells(text, one)}
        if repeats:
            shared.setdefault(text.number, Shared(text.number, (), 0.0))
        matches = (self._match(text, shared[number]) for number in sorted(shared))
        return tuple(match for match in matches if match)

    def _text(self, number: int) -> Text:
        """Give the news of a page, found again where it is not at hand."""
        text = self._texts.pop(number, None)
        return self._keep(text) if text else self._read([number])[0]

    def _read(self, numbers: Sequence[int]) -> list[Text]:
        """Read the news of some pages, which are at hand then."""
        left = iter(numbers)
        lots = _split_lots(self._pages[number] for number in numbers)
        return [self._keep(text) for lot in lots for text in read_texts({next(left): page for page in lot})]

    def _keep(self, text: Text) -> Text:
        """Keep what is known of a page at hand, in the place of the one that was longest not asked for."""
        self._texts[text.number] = text
        if len(self._texts) > _KEPT:
            del self._texts[next(iter(self._texts))]
        return text

    def _tells(self, text: Text, shared: Shared) -> bool:
        """Tell whether what a page shares says enough to look at it: a long run with news in it, or much of the page."""
        if not shared.runs or shared.words >= self._limits.least_words_share * len(text.words.ids):
            return True
        long = (run for run in shared.runs if run.size >= self._limits.run_words)
        return any(_count_news(text, run) >= self._limits.fewest_words for run in long)

    def _match(self, text: Text, shared: Shared) -> Match | None:
        other = self._text(shared.page)
        share, containment = _measure(shared.runs, other, text, self._limits.least_run)
        near = other is text or not shared.runs or share >= self._limits.least_share or _one_house(other.page, text.page)
        pool = _Pool(other, text, self._limits)
        told: dict[Span, Retelling] = {}
        for again in pool.told_in_runs(shared.runs):
            _keep_best(told, again)
        if near:
            for again in pool.told_in_other_words([retelling.two for retelling in told.values()]):
                _keep_best(told, again)
        if not told and (other is text or not share):
            return None
        identical = other is text or np.array_equal(other.words.ids, text.words.ids)
        return Match(
            other.number, text.number, (other.size, text.size), share, containment, identical, tuple(told[span] for span in sorted(told))
        )


def find_matches(pages: Sequence[Page], settings: PassageSettings | None = None, *, recalled: Recalled | None = None) -> tuple[Match, ...]:
    """Find what pages have in common with the pages given before them, and with themselves; `recalled` is what was found before."""
    return tuple(chain.from_iterable(Matcher(settings, recalled).add_all(pages)))


def _split_lots(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Split pages into lots whose words are found at once."""
    lot: list[Page] = []
    length = 0
    for page in pages:
        length += len(page.capture.text)
        if lot and (len(lot) == _TOGETHER or length > _LONGEST_TOGETHER):
            yield lot
            lot, length = [], len(page.capture.text)
        lot.append(page)
    if lot:
        yield lot


def _split_evenly(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Split pages into lots, whatever they hold."""
    left = iter(pages)
    return iter(lambda: list(islice(left, _TOGETHER)), [])


def _one_house(one: Page, two: Page) -> bool:
    return one.outlet is not None and one.outlet == two.outlet


def _measure(runs: Sequence[Run], one: Text, two: Text, size: int) -> tuple[float, float]:
    """Measure how much of the shorter page stands in the other: its runs of `size` words, and its words."""
    if not runs:
        return 0.0, 0.0
    shorter, ours = (two, True) if two.size <= one.size else (one, False)
    begin, cover = np.zeros((2, len(shorter.weighs)), np.bool_)
    for run in runs:
        first = run.here if ours else run.there
        begin[first : first + run.size - size + 1] = True
        cover[first : first + run.size] = True
    count = max(1, shorter.size)
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
        self._texts = (one,) if one is two else (one, two)
        self._first = 0 if one is two else len(one.words.ids)  # number of the second page's first word among those of both

    def told_in_runs(self, runs: Sequence[Run]) -> Iterator[Retelling]:
        """Find the sentences, and parts of sentences, that stand in a long run of words that is told again.

        Of words told again more often than `most_postings` the longest runs alone are looked at: the first, where they are alike.
        """
        looked = np.zeros(len(self._two.words.ids), np.int32)
        for run in sorted(runs, key=lambda run: -run.size)[: self._limits.most_runs]:
            words = looked[run.here : run.here + run.size]
            if words.sum() >= self._limits.most_postings * run.size:
                continue
            words += 1
            for piece in self._cut(run, self._one.breaks, self._two.breaks):
                known = piece.size >= self._limits.run_words and _count_news(self._two, piece) >= self._limits.fewest_words
                cuts = (self._one.cuts(piece.there), self._two.cuts(piece.here))
                for part in self._cut(piece, *cuts):
                    told = self._tell(part, run.size, known=known)
                    if told:
                        yield told

    def _cut(self, run: Run, ones: Sequence[int], twos: Sequence[int]) -> Iterator[Run]:
        """Cut a run at those of some words, on either page, that it goes through."""
        ends = {0, run.size}
        for cuts, first in ((ones, run.there), (twos, run.here)):
            inside = cuts[bisect_left(cuts, first) : bisect_left(cuts, first + run.size)]
            ends.update(cut - first for cut in inside)
        for first, stop in pairwise(sorted(ends)):
            yield Run(run.there + first, run.here + first, stop - first)

    def _tell(self, part: Run, words: int, *, known: bool) -> Retelling | None:
        """Give what a part of a run of words tells again: both sentences where they are one, or nearly so, else its own words.

        `known` says that the run tells enough for what is left of it in a short sentence.
        """
        one, two = self._one.passage(part.there), self._two.passage(part.here)
        if one.heading != two.heading or one is two:
            return None
        full = part.size == one.size, part.size == two.size
        if known and all(full):
            return Retelling(one, two, (one.span, two.span), 1.0, words)
        told = compare_passages(one, two, self._weights, self._limits, in_row=part.size)
        if told or not known or not (any(full) or self._stands_alone(part, one, two)):
            return told and replace(told, run=words)
        if contradict(one, two) and 2 * part.size >= max(one.size, two.size):
            return None  # the sentences are the same but for the number, or for the denial
        spans = (
            one.span if full[0] else self._one.words.span(part.there, part.there + part.size),
            two.span if full[1] else self._two.words.span(part.here, part.here + part.size),
        )
        return Retelling(one, two, spans, part.size / min(one.size, two.size), words)

    def _stands_alone(self, part: Run, one: Passage, two: Passage) -> bool:
        """Tell whether words that are no whole sentence say enough: a quotation used again in a new sentence."""
        enough = part.size >= self._limits.run_words and _count_news(self._two, part) >= self._limits.fewest_words
        return enough and not is_nearby(one, two)

    def told_in_other_words(self, known: Iterable[Passage]) -> Iterator[Retelling]:
        """Find the sentences that tell what another one tells, word for word or not; those known are left out."""
        for one, two in self._find_alike(known):
            if self._share_most(one, two):
                told = compare_passages(one, two, self._weights, self._limits)
                if told:
                    yield told

    def _find_alike(self, known: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
        """Give the sentences that share enough words of news; only paragraphs that share as many are cut into sentences."""
        one, two = self._pair_words(known)
        stems, least = self._two.words.stems[two], self._limits.fewest_words_exact
        near = find_frequent(self._one.paragraphs[one], self._two.paragraphs[two], stems, least)
        if len(near):
            ones, twos = self._one.find_sentences(one[near]), self._two.find_sentences(two[near])
            near = find_frequent(ones, twos, stems[near], least)
            for first, second in sorted(set(zip(ones[near].tolist(), twos[near].tolist(), strict=True))):
                if self._first or first != second:
                    yield self._one.passage(first), self._two.passage(second)

    def _pair_words(self, known: Iterable[Passage]) -> tuple[Ints, Ints]:
        """Pair the words of the one page with those like them on the other; on one page each with each behind it.

        Of the second page those that are `known` are left out.
        """
        one, two = pair_words(self._alike, self._limits.most_places)
        asked = np.ones(self._first + len(self._two.words.ids), np.bool_)
        asked[: self._first] = False
        for passage in known:
            asked[self._first + passage.first : self._first + passage.first + passage.size] = False
        paired = (asked[two] & (one < len(self._one.words.ids))).nonzero()[0]
        return one[paired], two[paired] - self._first

    @cached_property
    def _alike(self) -> Alike:
        """Give the words of news."""
        return sort_alike(np.concatenate([text.words.stems for text in self._texts]), np.concatenate([text.news for text in self._texts]))

    @cached_property
    def _weights(self) -> Mapping[int, float]:
        """Give how much each word tells: the fewer places it stands in, the more."""
        stems, _, places = self._alike
        return dict(zip(stems[places.cumsum() - 1].tolist(), self._weigh(places).tolist(), strict=True))

    def _weigh(self, places: Ints | int) -> Floats:
        """Weigh words that stand in so many places, as if the pages had sentences of the usual length."""
        words = sum(len(text.words.ids) for text in self._texts)
        return np.log1p(words / self._limits.sentence_words / places)

    def _share_most(self, one: Passage, two: Passage) -> bool:
        """Tell whether two sentences share most of what the smaller one tells in words that stand in few."""
        few = self._weigh(self._limits.most_places)
        told = (one.content & two.content, one.content, two.content)
        shared, *whole = (sum(weight for stem in stems if (weight := self._weights[stem]) >= few) for stems in told)
        return shared >= self._limits.likeness_of_rare * min(whole)


def _count_news(text: Text, run: Run) -> int:
    """Count the words of a run that carry news, each once, on the page that was added."""
    return len({*text.told[run.here : run.here + run.size]} - {0})
