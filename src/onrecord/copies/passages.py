"""Pages to their sentences as they are compared, and two sentences to whether they tell the same news."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
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
from onrecord.model import Page, Role, Span
from onrecord.settings import PassageSettings

TOLD: frozenset[Role] = frozenset(("heading", "body", "caption", "teaser"))
"""Roles whose words are compared; furniture and housekeeping never are, and headlines are rewritten in every reprint."""

_DENIALS = frozenset(("denied", "denies", "deny", "denying", "never", "no", "nobody", "none", "not", "nothing", "rejected", "rejects"))
_FUNCTION = (DETERMINERS | POSSESSIVES | PRONOUNS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES) - _DENIALS
_NUMBERS = frozenset((*UNITS, *TENS)) - {"a", "an", "one", "zero"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a page, or a line that holds no sentence."""

    page: int
    """Number of the page among those compared."""
    block: int
    """Number of its block on the page."""
    entry: int | None
    """Id of its entry."""
    span: Span
    """Where it stands."""
    words: tuple[int, ...]
    """What each of its words is compared by."""
    starts: tuple[int, ...]
    """Where each begins."""
    ends: tuple[int, ...]
    """Where each ends."""
    content: frozenset[int]
    """Stems of those words that carry the news."""
    numbers: frozenset[int]
    """Those that count something."""
    denies: bool = False
    """Whether a word of it says that something is not so."""
    heading: bool = False
    """Whether it is a heading, which is compared with headings only: it announces what the entry then tells."""
    whole: bool = False
    """Whether it is a whole paragraph."""
    outlet: str | None = None
    """Who published its page."""

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


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The news of a page, cut into sentences."""

    page: Page
    """The page."""
    number: int
    """Its number among those compared."""
    words: Words
    """Its words."""
    news: Flags
    """Of each word, whether it carries news, as no article or pronoun does."""
    cuts: Ints
    """Number of the first word of each sentence, and how many words there are."""
    breaks: Ints
    """The same of each paragraph."""
    spans: tuple[Span, ...]
    """Where each sentence stands."""
    blocks: tuple[int, ...]
    """Number of the block that holds each."""
    weighs: Flags
    """Of each word, whether it makes the page one text with another: teasers come and go."""
    made: dict[int, Passage] = field(default_factory=dict)
    """Sentences that were compared before."""

    @property
    def holders(self) -> Ints:
        """Number of the sentence that holds each word."""
        return np.repeat(np.arange(len(self.spans)), np.diff(self.cuts))

    def sentence(self, word: int) -> int:
        """Give the number of the sentence that holds a word."""
        return int(np.searchsorted(self.cuts, word, side="right")) - 1

    def passage(self, sentence: int) -> Passage:
        """Give a sentence as it is compared."""
        if sentence not in self.made:
            self.made[sentence] = self._make_passage(sentence)
        return self.made[sentence]

    def _make_passage(self, sentence: int) -> Passage:
        first, stop = self.cuts[sentence : sentence + 2].tolist()
        block = self.page.blocks[self.blocks[sentence]]
        words, news = self.words, self.news[first:stop]
        counts = news & (words.digits[first:stop] | stand_in(words.ids[first:stop], _kinds().numbers))
        return Passage(
            self.number,
            self.blocks[sentence],
            block.entry,
            self.spans[sentence],
            tuple(words.ids[first:stop].tolist()),
            tuple(words.starts[first:stop].tolist()),
            tuple(words.ends[first:stop].tolist()),
            frozenset(words.stems[first:stop][news].tolist()),
            frozenset(words.stems[first:stop][counts].tolist()),
            denies=bool(stand_in(words.ids[first:stop], _kinds().denials).any()),
            heading=block.role == "heading",
            whole=self.spans[sentence] == block.span,
            outlet=self.page.outlet,
        )


def split_text(page: Page, number: int = 0) -> Text:
    """Cut the news of a page into sentences; a line that is no paragraph is one."""
    blocks = [(position, block) for position, block in enumerate(page.blocks) if block.role in TOLD]
    words = find_words(page.capture.text, [block.span for _, block in blocks])
    found = [
        (span, position)
        for position, block in blocks
        for span in (find_sentences(page.capture.text, block.span) if block.role == "body" else (block.span,))
    ]
    cuts = np.searchsorted(words.starts, [span.start for span, _ in found])
    new = np.flatnonzero(np.diff([position for _, position in found], prepend=-1))
    return Text(
        page,
        number,
        words,
        ~stand_in(words.ids, _kinds().function),
        np.append(cuts, len(words.ids)),
        np.append(cuts[new], len(words.ids)),
        tuple(span for span, _ in found),
        tuple(position for _, position in found),
        np.repeat(np.array([page.blocks[n].role != "teaser" for _, n in found], np.bool_), np.diff(cuts, append=len(words.ids))),
    )


def compare_passages(one: Passage, two: Passage, weights: Mapping[int, float], limits: PassageSettings) -> Retelling | None:
    """Compare two passages; nothing when they tell different news, as two counts of the same kind of thing do."""
    if one.heading != two.heading or contradict(one, two):
        return None
    whole = (one.span, two.span)
    if _is_one_paragraph(one, two) and len(one.content) >= limits.fewest_words_exact:
        return Retelling(one, two, whole, 1.0)
    if max(len(one.words), len(two.words)) > limits.longest:
        return None
    small, large = sorted((_weight(one.content, weights), _weight(two.content, weights)))
    shared = one.content & two.content
    likeness = min(1.0, _weight(shared, weights) / small) if small else 0.0
    wanted = limits.likeness_nearby if is_nearby(one, two) else limits.likeness
    if len(shared) < limits.fewest_words or likeness < wanted:
        return None
    if not _one_house(one, two) and _aligned(one, two) < limits.aligned_between_pages:
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


def _aligned(one: Passage, two: Passage) -> float:
    """Measure the share of the smaller one's words that stand in the other in the same order, two or more in a row."""
    return sum(match.size for match in _matches(one, two)) / min(len(one.words), len(two.words))


def _inside(one: Passage, two: Passage, likeness: float, limits: PassageSettings) -> Retelling | None:
    """Find a short passage inside a long one: its words must stand there in their order."""
    matches = list(_matches(one, two))
    if sum(match.size for match in matches) < limits.aligned * min(len(one.words), len(two.words)):
        return None
    first, last = matches[0], matches[-1]
    return Retelling(one, two, (one.cut(first.a, last.a + last.size), two.cut(first.b, last.b + last.size)), likeness)


def _weight(content: frozenset[int], weights: Mapping[int, float]) -> float:
    return sum(weights.get(word, 0.0) for word in content)


class _Kinds(NamedTuple):
    function: Ids
    denials: Ids
    numbers: Ids


@cache
def _kinds() -> _Kinds:
    """Give the words that carry no news, that deny and that count, as they are compared."""
    return _Kinds(*map(hash_words, (_FUNCTION, _DENIALS, _NUMBERS)))
