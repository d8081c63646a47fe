"""All sets to one bundle of chunks with the vocabulary that they are read with; made once and kept."""

import pickle
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from onrecord.language.features import normalise
from training import corpora, vectors
from training.examples import Example, Numbers, make_examples
from training.network import Shape

COMMON_WORDS = 30_000
"""Words of the word vectors, commonest first, that the vocabulary holds whether the sets have them or not."""
LONGEST_WORD, MOST_HYPHENS = 24, 2
"""Characters and hyphens of a word beyond which it is the end of an address, and so a headline of one of the sets."""


@dataclass(frozen=True)
class Sets:
    """All that is trained on and judged on."""

    told: tuple[Example, ...]
    """With the sets' own labels."""
    raw: tuple[Example, ...]
    """Without labels."""
    attributions: tuple[Example, ...]
    """The development part of PolNeAR."""
    names: tuple[Example, ...]
    """The development part of worldwide_ner."""
    articles: tuple[corpora.Labelled, ...]
    """The articles that `attributions` were cut from."""
    words: tuple[str, ...]
    """The vocabulary in the order of its numbers; the first stands for every other word."""
    shape: Shape

    def numbers(self) -> dict[str, int]:
        """Give the number of each word."""
        return {word: number for number, word in enumerate(self.words)}


def is_word(form: str) -> bool:
    """Tell a word, which the vocabulary may hold and ship, from a headline that hyphens keep together.

    >>> is_word("commander-in-chief"), is_word("quay-stays-shut-for-third-week")
    (True, False)
    """
    return len(form) <= LONGEST_WORD and form.count("-") <= MOST_HYPHENS


def prepare(data: Path, cache: Path, log: Callable[[str], None]) -> Sets:
    """Read the sets and cut them into chunks; the chunks are kept."""
    kept = cache / "sets.pickle"
    if kept.exists():
        with kept.open("rb") as stream:
            return pickle.load(stream)
    tags, relations = Numbers(), Numbers()
    labelled, unlabelled = corpora.read_all(data)
    articles = tuple(corpora.read_polnear(data, "dev"))
    told = tuple(make_examples(labelled, tags, relations))
    known = {example.chunk.forms for example in told}
    raw = [e for e in make_examples(unlabelled, tags, relations) if e.chunk.forms not in known]
    world = corpora.read_names(data / "worldwide_ner" / "dev.tsv.gz", "world")
    attributions, names = tuple(make_examples(articles, tags, relations)), tuple(make_examples(world, tags, relations))
    counts = Counter(normalise(form) for example in (*told, *raw) for form in example.chunk.forms)
    common, _ = vectors.read_vectors(cache)
    met = {word for word, count in counts.items() if count >= 2 and is_word(word)}
    words = ("", *sorted(met | set(filter(is_word, common[:COMMON_WORDS]))))
    shape = Shape(len(words), tags=len(tags), relations=len(relations))
    sets = Sets(told, tuple(raw), attributions, names, articles, words, shape)
    with kept.open("wb") as stream:
        pickle.dump(sets, stream)
    log(f"{len(told)} labelled and {len(raw)} unlabelled chunks, {len(words)} words")
    return sets
