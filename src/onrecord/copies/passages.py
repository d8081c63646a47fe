"""Pages to their sentences as they are compared, and two sentences to whether they tell the same news."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from onrecord.copies.words import Flags, Ids, Ints, Words, find_words, hash_words, stand_in
from onrecord.language.english import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from onrecord.language.numbers import TENS, UNITS
from onrecord.language.sentences import find_sentences
from onrecord.model import Block, Page, Role, Span
from onrecord.settings import PassageSettings

TOLD: frozenset[Role] = frozenset(("heading", "body", "caption", "teaser"))
"""Roles whose words are compared; furniture and housekeeping never are, and headlines are rewritten in every reprint."""

_DENIALS = frozenset(("denied", "denies", "deny", "denying", "never", "no", "nobody", "none", "not", "nothing", "rejected", "rejects"))
_FUNCTION = (DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES) - _DENIALS
_NONE = frozenset((0,))
_NUMBERS = frozenset((*UNITS, *TENS)) - {"a", "an", "one", "zero"}


class Passage:
    """A sentence of a page, or a line that holds no sentence; what is costly to know of it is found when it is asked for."""

    def __init__(self, text: "Text", block: int, span: Span, words: slice) -> None:
        """Take a stretch of a text, by the number of its block and those of its words."""
        self._text = text
        self._words = words
        self.page: int = text.number
        """Number of the page among those compared."""
        self.block: int = block
        """Number of its block on the page."""
        self.span: Span = span
        """Where it stands."""
        self.first: int = words.start
        """Number of its first word on the page."""
        self.size: int = words.stop - words.start
        """How many words it has."""

    @cached_property
    def heading(self) -> bool:
        """Tell whether it is a heading, which is compared with headings only: it announces what the entry then tells."""
        return self._block.role == "heading"

    @property
    def _block(self) -> Block:
        return self._text.page.blocks[self.block]

    @property
    def entry(self) -> int | None:
        """Give the id of its entry."""
        return self._block.entry

    @property
    def outlet(self) -> str | None:
        """Give who published its page."""
        return self._text.page.outlet

    @property
    def whole(self) -> bool:
        """Tell whether it is a whole paragraph."""
        return self.span == self._block.span

    @cached_property
    def words(self) -> tuple[int, ...]:
        """Give what each of its words is compared by."""
        return tuple(self._text.words.ids[self._words].tolist())

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Give where each begins."""
        return tuple(self._text.words.starts[self._words].tolist())

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Give where each ends."""
        return tuple(self._text.words.ends[self._words].tolist())

    @cached_property
    def content(self) -> frozenset[int]:
        """Give the stems of those words that carry the news."""
        return frozenset(self._text.told[self._words]) - _NONE

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Give those that count something."""
        return frozenset(self._text.counted[self._words]) - _NONE

    @cached_property
    def denies(self) -> bool:
        """Tell whether a word of it says that something is not so."""
        return True in self._text.denies[self._words]

    def cut(self, first: int, stop: int) -> Span:
        """Give where its words from one number up to another stand."""
        return Span(self.starts[first], self.ends[stop - 1])


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two passages that tell the same; which one was first is for the caller to say."""

    one: Passage
    """The one that comes first in the order of pages and lines."""
    two: Passage
    """The other."""
    spans: tuple[Span, Span]
    """The words of each that are told in both: the whole passages, or a run of words."""
    likeness: float
    """Share of the smaller one's news that stands in the other, from 0 to 1."""
    run: int = 0
    """Words in a row around and in them that stand in both; 0 where they are told in other words."""


class _Found(NamedTuple):
    """What is known of the words of a page, or of pages read together."""

    words: Words
    """The words in order."""
    news: Flags
    """Of each whether it carries news, as no article or pronoun does."""
    paragraphs: Ints
    """Of each the number of the paragraph that holds it, or the line that is none."""
    breaks: Ints
    """The number of the first word of each paragraph, and how many words there are."""

    def part(self, paragraphs: slice, start: int) -> "_Found":
        """Give what is known of some paragraphs, as they stand in the part of the text that begins at `start`."""
        breaks = self.breaks[paragraphs.start : paragraphs.stop + 1]
        words = slice(int(breaks[0]), int(breaks[-1]))
        words_of = self.words.part(words, start)
        return _Found(words_of, self.news[words], self.paragraphs[words] - paragraphs.start, breaks - words.start)


def read_texts(pages: Mapping[int, Page]) -> list["Text"]:
    """Find the words of some pages, by their numbers among those compared: at once, which costs a third."""
    told = [_paragraphs(page) for page in pages.values()]
    starts = [0, *accumulate(len(page.capture.text) + 1 for page in pages.values())]
    spans = [Span(start + block.span.start, start + block.span.end) for start, held in zip(starts, told, strict=False) for _, block in held]
    words = find_words("\n".join(page.capture.text for page in pages.values()), spans)
    breaks = words.starts.searchsorted([*(span.start for span in spans), starts[-1]])
    numbers = np.arange(len(spans)).repeat(breaks[1:] - breaks[:-1])
    found = _Found(words, ~stand_in(words.ids, _kinds().function), numbers, breaks)
    cuts = pairwise([0, *accumulate(map(len, told))])
    parts = [found.part(slice(*cut), start) for cut, start in zip(cuts, starts, strict=False)]
    return [Text(page, number, part) for (number, page), part in zip(pages.items(), parts, strict=True)]


def _paragraphs(page: Page) -> list[tuple[int, Block]]:
    return [(position, block) for position, block in enumerate(page.blocks) if block.role in TOLD]


class Text:
    """The news of a page: its words, and the sentences of a paragraph as soon as they are asked for."""

    def __init__(self, page: Page, number: int, found: _Found | None = None) -> None:
        """Take what is known of the words of a page; else they are found when they are asked for."""
        self.page = page
        self.number = number
        """Its number among those compared."""
        self._cut: dict[int, tuple[list[int], tuple[Passage, ...]]] = {}
        if found:
            self._found = found

    @cached_property
    def _found(self) -> _Found:
        return read_texts({0: self.page})[0]._found

    @cached_property
    def _told(self) -> list[tuple[int, Block]]:
        """Give its paragraphs, each with its number among its blocks."""
        return _paragraphs(self.page)

    @cached_property
    def words(self) -> Words:
        """Give its words."""
        return self._found.words

    @cached_property
    def news(self) -> Flags:
        """Tell of each word whether it carries news."""
        return self._found.news

    @cached_property
    def paragraphs(self) -> Ints:
        """Give the number of the paragraph that holds each word."""
        return self._found.paragraphs

    @cached_property
    def told(self) -> list[int]:
        """Give the stem of each word that carries news, and 0 for each other."""
        return [*(self.words.stems * self.news).tolist()]

    @cached_property
    def counted(self) -> list[int]:
        """Give the stem of each word that carries news and counts something, and 0 for each other."""
        counts = self.news & (self.words.digits | stand_in(self.words.ids, _kinds().numbers))
        return [*(self.words.stems * counts).tolist()]

    @cached_property
    def denies(self) -> list[bool]:
        """Tell of each word whether it says that something is not so."""
        return [*stand_in(self.words.ids, _kinds().denials).tolist()]

    @cached_property
    def breaks(self) -> list[int]:
        """Give the number of the first word of each paragraph, or line that is none, and how many words there are."""
        return [*self._found.breaks.tolist()]

    @cached_property
    def _starts(self) -> list[int]:
        return [*self.words.starts.tolist()]

    @cached_property
    def weighs(self) -> Flags:
        """Tell of each word whether it makes the page one text with another: teasers come and go."""
        weighs = np.ones(len(self.words.ids), np.bool_)
        for _, block in self._told:
            if block.role == "teaser":
                weighs[slice(*self.words.starts.searchsorted(block.span))] = False
        return weighs

    @cached_property
    def size(self) -> int:
        """Count those words."""
        return int(self.weighs.sum())

    def cuts(self, word: int) -> list[int]:
        """Give the numbers of the first words of the sentences of the paragraph that holds a word."""
        return self._around(word)[0]

    def passage(self, word: int) -> Passage:
        """Give the sentence that holds a word."""
        firsts, passages = self._around(word)
        return passages[bisect_right(firsts, word) - 1]

    def find_sentences(self, words: Ints) -> Ints:
        """Give for each word the number of the first word of the sentence that holds it."""
        paragraphs = sorted(set(self.paragraphs[words].tolist()))
        cuts = np.array([first for paragraph in paragraphs for first in self._passages(paragraph)[0]])
        return np.asarray(cuts[cuts.searchsorted(words, side="right") - 1])

    def _around(self, word: int) -> tuple[list[int], tuple[Passage, ...]]:
        return self._passages(bisect_right(self.breaks, word, 0, len(self._told)) - 1)

    def _passages(self, paragraph: int) -> tuple[list[int], tuple[Passage, ...]]:
        """Cut a paragraph into its sentences, and give their first words too; a line that is no paragraph is one."""
        if paragraph not in self._cut:
            position, block = self._told[paragraph]
            spans = find_sentences(self.page.capture.text, block.span) if block.role == "body" else (block.span,)
            first, stop = self.breaks[paragraph : paragraph + 2]
            firsts = [bisect_left(self._starts, span.start, first, stop) for span in spans]
            words = map(slice, firsts, [*firsts[1:], stop])
            self._cut[paragraph] = firsts, tuple(Passage(self, position, *found) for found in zip(spans, words, strict=True))
        return self._cut[paragraph]


def compare_passages(
    one: Passage, two: Passage, weights: Mapping[int, float], limits: PassageSettings, *, in_row: int = 0
) -> Retelling | None:
    """Compare two passages; nothing when they tell different news, as two counts of the same kind of thing do.

    `in_row` is how many words in a row are known to stand in both.
    """
    shared = one.content & two.content
    if len(shared) < limits.fewest_words_exact or one.heading != two.heading or contradict(one, two):
        return None
    whole = (one.span, two.span)
    if _is_one_paragraph(one, two) and len(one.content) >= limits.fewest_words_exact:
        return Retelling(one, two, whole, 1.0)
    if max(one.size, two.size) > limits.longest:
        return None
    small, large = sorted((_weight(one.content, weights), _weight(two.content, weights)))
    likeness = min(1.0, _weight(shared, weights) / small) if small else 0.0
    wanted = limits.likeness_nearby if is_nearby(one, two) else limits.likeness
    if len(shared) < limits.fewest_words or likeness < wanted:
        return None
    words = limits.aligned_between_pages * min(one.size, two.size)
    if not _one_house(one, two) and in_row < words and _count_aligned(one, two) < words:
        return None  # two outlets that report one thing each in its own words are two reports
    return Retelling(one, two, whole, likeness) if small / large >= limits.least_size_ratio else _inside(one, two, likeness, limits)


def is_nearby(one: Passage, two: Passage) -> bool:
    """Tell whether one leads up to the other: the news, then the words of it, in one entry."""
    return one.page == two.page and one.entry == two.entry and two.block - one.block <= 2


def _is_one_paragraph(one: Passage, two: Passage) -> bool:
    return one.whole and two.whole and one.words == two.words


def _one_house(one: Passage, two: Passage) -> bool:
    """Tell whether two passages stand on one page, or on pages of one outlet, which words its own news anew."""
    return one.page == two.page or (one.outlet is not None and one.outlet == two.outlet)


def contradict(one: Passage, two: Passage) -> bool:
    """Tell whether two passages cannot be the same news: other numbers, or a report and its denial."""
    if one.numbers - two.numbers and two.numbers - one.numbers:
        return True  # "15 drones were shot down" is no retelling of "35 drones were shot down"
    return one.denies != two.denies


class _Match(NamedTuple):
    a: int
    b: int
    size: int


def _matches(one: Passage, two: Passage) -> Iterator[_Match]:
    """Give the stretches of two or more words that stand in both in the same order."""
    found = SequenceMatcher(None, one.words, two.words, autojunk=False).get_matching_blocks()
    return (_Match(*match) for match in found if match.size > 1)


def _count_aligned(one: Passage, two: Passage) -> int:
    """Count the words that stand in both in the same order, two or more in a row."""
    return one.size if one.words == two.words else sum(match.size for match in _matches(one, two))


def _inside(one: Passage, two: Passage, likeness: float, limits: PassageSettings) -> Retelling | None:
    """Find a short passage inside a long one: its words must stand there in their order."""
    matches = list(_matches(one, two))
    if sum(match.size for match in matches) < limits.aligned * min(one.size, two.size):
        return None
    first, last = matches[0], matches[-1]
    return Retelling(one, two, (one.cut(first.a, last.a + last.size), two.cut(first.b, last.b + last.size)), likeness)


def _weight(content: frozenset[int], weights: Mapping[int, float]) -> float:
    return sum(map(weights.__getitem__, content))


class _Kinds(NamedTuple):
    function: Ids
    denials: Ids
    numbers: Ids


@cache
def _kinds() -> _Kinds:
    """Give the words that carry no news, that deny and that count, as they are compared."""
    return _Kinds(*map(hash_words, (_FUNCTION, _DENIALS, _NUMBERS)))
