"""Pages to pairs of sentences that tell the same news, word for word or nearly so, on one page or on two.

Candidates come from one capped index over rare words and winnowed word runs; an alignment confirms them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log

from onrecord.copies.fingerprints import Word, find_fingerprints, split_words
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
from onrecord.language.sentences import split_sentences
from onrecord.model import Page, Role, Span
from onrecord.settings import PassageSettings

TELLING: frozenset[Role] = frozenset(("heading", "body", "caption", "teaser"))
"""Roles whose words are compared; furniture and housekeeping never are."""

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
    words: tuple[Word, ...]
    """Its words."""
    content: frozenset[str]
    """Those words that carry the news, endings of the plural taken off."""
    numbers: frozenset[str]
    """Those that count something."""
    heading: bool = False
    """Whether it is a heading, which is compared with headings only: it announces what the entry then tells."""
    outlet: str | None = None
    """Who published its page."""


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


def find_retellings(pages: Sequence[Page], settings: PassageSettings | None = None) -> tuple[Retelling, ...]:
    """Find the sentences told more than once, each with the best earlier ones: one on its page, one on each other page.

    A paragraph that stands word for word in an earlier place is one retelling, however short its sentences.
    """
    limits = settings or PassageSettings()
    exact = _find_exact([block for number, page in enumerate(pages) for block in _blocks(page, number)], limits)
    covered: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for again in exact:
        covered[again.two.page, again.two.block].add(again.one.page)
    passages = [passage for number, page in enumerate(pages) for passage in split_passages(page, number)]
    found = Counter(word for passage in passages for word in passage.content)
    weights = {word: log(1 + len(passages) / count) for word, count in found.items()}
    index: defaultdict[int | str, list[int]] = defaultdict(list)
    told: list[Retelling] = []
    for number, passage in enumerate(passages):
        if len(passage.content) < limits.fewest_words:
            continue
        keys = _keys(passage, found, limits)
        others = [passages[other] for other in _candidates(keys, index, limits)]
        known = covered.get((passage.page, passage.block), ())
        told += _best(passage, [other for other in others if other.page not in known], weights, limits)
        for key in keys:
            if len(index[key]) < limits.most_postings:
                index[key].append(number)
    return (*exact, *told)


def _find_exact(blocks: Sequence[Passage], limits: PassageSettings) -> list[Retelling]:
    """Find the paragraphs that are the same words as an earlier one."""
    seen: dict[tuple[str, ...], dict[int, Passage]] = {}
    told = []
    for block in blocks:
        if len(block.content) < limits.fewest_words_exact:
            continue
        earlier = seen.setdefault(tuple(word.text for word in block.words), {})
        told += [Retelling(one, block, (one.span, block.span), 1.0) for one in earlier.values() if one.heading == block.heading]
        if len(earlier) < limits.most_postings:
            earlier.setdefault(block.page, block)
    return told


def _blocks(page: Page, number: int) -> Iterator[Passage]:
    """Give the blocks whose words are compared, each as one passage."""
    for position, block in enumerate(page.blocks):
        if block.role in TELLING:
            yield _passage(page, number, position, block.span)


def split_passages(page: Page, number: int = 0) -> Iterator[Passage]:
    """Split the news of a page into passages, in order."""
    for position, block in enumerate(page.blocks):
        if block.role == "body":
            for sentence in split_sentences(page.capture.text, *block.span):
                yield _passage(page, number, position, sentence.span)
        elif block.role in TELLING:
            yield _passage(page, number, position, block.span)


def _passage(page: Page, number: int, position: int, span: Span) -> Passage:
    block = page.blocks[position]
    words = tuple(split_words(page.capture.text, span))
    content = frozenset(_stem(word.text) for word in words if word.text not in _FUNCTION)
    numbers = frozenset(word for word in content if word[0].isdigit() or word in _NUMBERS)
    return Passage(number, position, block.entry, span, words, content, numbers, heading=block.role == "heading", outlet=page.outlet)


def _stem(word: str) -> str:
    """Take the plural off, so that "report" is met again in "reports"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _keys(passage: Passage, found: Counter[str], limits: PassageSettings) -> list[int | str]:
    """Give what a passage is looked up by: its rarest words that occur elsewhere too, and its fingerprints."""
    rare = sorted((found[word], word) for word in passage.content if found[word] > 1)[: limits.rare_words]
    runs = find_fingerprints([word.text for word in passage.words], size=limits.shingle_words, window=limits.window)
    return [*(word for _, word in rare), *runs]


def _candidates(keys: Sequence[int | str], index: Mapping[int | str, list[int]], limits: PassageSettings) -> list[int]:
    """Give the passages that share most keys with this one, best first; a run counts as much as two rare words."""
    shared: Counter[int] = Counter()
    for key in keys:
        shared.update(index.get(key, ()))
        if isinstance(key, int):
            shared.update(index.get(key, ()))
    return [other for other, count in shared.most_common(limits.most_candidates) if count > 1]


def _best(passage: Passage, candidates: Sequence[Passage], weights: dict[str, float], limits: PassageSettings) -> Iterable[Retelling]:
    best: dict[int, Retelling] = {}
    for other in candidates:
        told = compare_passages(other, passage, weights, limits)
        if told and (other.page not in best or _rank(told) > _rank(best[other.page])):
            best[other.page] = told
    return best.values()


def _rank(told: Retelling) -> tuple[float, int, int]:
    """Prefer the likest, then the one that shares most: a headline holds fewer of the words than the sentence that tells it."""
    return (round(told.likeness, 2), len(told.one.content & told.two.content), -told.one.span.start)


def compare_passages(one: Passage, two: Passage, weights: dict[str, float], limits: PassageSettings) -> Retelling | None:
    """Compare two passages; nothing when they tell different news, as two counts of the same kind of thing do."""
    if one.heading != two.heading or _contradict(one, two):
        return None
    small, large = sorted((_weight(one.content, weights), _weight(two.content, weights)))
    shared = one.content & two.content
    likeness = min(1.0, _weight(shared, weights) / small) if small else 0.0
    if likeness < limits.likeness_of_run:
        return None
    if not _one_house(one, two) and _aligned(one, two) < limits.aligned_between_pages:
        return None  # two outlets that report one thing each in its own words are two reports
    wanted = limits.likeness_nearby if _nearby(one, two) else limits.likeness
    if len(shared) >= limits.fewest_words and likeness >= wanted:
        if small / large >= limits.least_size_ratio:
            return Retelling(one, two, (one.span, two.span), likeness)
        return _inside(one, two, likeness, limits)
    return _shared_run(one, two, limits)


def _one_house(one: Passage, two: Passage) -> bool:
    """Tell whether two passages stand on one page, or on pages of one outlet, which words its own news anew."""
    return one.page == two.page or (one.outlet is not None and one.outlet == two.outlet)


def _contradict(one: Passage, two: Passage) -> bool:
    """Tell whether two passages cannot be the same news: other numbers, or a report and its denial."""
    if one.numbers - two.numbers and two.numbers - one.numbers:
        return True  # "15 drones were shot down" is no retelling of "35 drones were shot down"
    return bool(one.content & _DENIALS) != bool(two.content & _DENIALS)


def _aligned(one: Passage, two: Passage) -> float:
    """Measure the share of the smaller one's words that stand in the other in the same order, two or more in a row."""
    left, right = ([word.text for word in passage.words] for passage in (one, two))
    matches = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return sum(match.size for match in matches if match.size > 1) / min(len(left), len(right))


def _inside(one: Passage, two: Passage, likeness: float, limits: PassageSettings) -> Retelling | None:
    """Find a short passage inside a long one: its words must stand there in their order."""
    left, right = ([word.text for word in passage.words] for passage in (one, two))
    matches = [m for m in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks() if m.size > 1]
    if sum(match.size for match in matches) < limits.aligned * min(len(left), len(right)):
        return None
    first, last = matches[0], matches[-1]
    spans = (
        Span(one.words[first.a].span.start, one.words[last.a + last.size - 1].span.end),
        Span(two.words[first.b].span.start, two.words[last.b + last.size - 1].span.end),
    )
    return Retelling(one, two, spans, likeness)


def _nearby(one: Passage, two: Passage) -> bool:
    """Tell whether one leads up to the other: the news, then the words of it, in one entry."""
    return one.page == two.page and one.entry == two.entry and two.block - one.block <= 2


def _weight(content: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in content)


def _shared_run(one: Passage, two: Passage, limits: PassageSettings) -> Retelling | None:
    left, right = ([word.text for word in passage.words] for passage in (one, two))
    match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    content = {_stem(word) for word in left[match.a : match.a + match.size]} & one.content
    if match.size < limits.run_words or len(content) < limits.fewest_words or _nearby(one, two):
        return None
    spans = (_cut(one.words, match.a, match.size), _cut(two.words, match.b, match.size))
    return Retelling(one, two, spans, match.size / min(len(left), len(right)))


def _cut(words: Sequence[Word], first: int, size: int) -> Span:
    return Span(words[first].span.start, words[first + size - 1].span.end)
