"""Sentences to word classes, names and attributions: the seam at which a better reader of English takes the place of ours.

`Tagger` is the seam. `RuleTagger` knows the closed classes and a few hundred verbs by heart and takes every other
word for a noun, which is what noun phrases need; it marks nothing. `NetworkTagger` marks names and attributions with
the shipped network. `SpacyTagger` takes names and word classes from an installed spaCy pipeline.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Literal, Protocol

from onrecord.language import english
from onrecord.language.marks import Marks
from onrecord.language.numbers import TENS, UNITS
from onrecord.language.sentences import Sentence
from onrecord.language.tokens import Token, TokenKind

WordClass = Literal[
    "adverb", "auxiliary", "conjunction", "determiner", "ed", "ing", "mark", "name", "noun", "number", "possessive",
    "preposition", "pronoun", "subordinator", "that", "verb",
]  # fmt: skip


class Tagger(Protocol):
    """Anything that reads English sentences."""

    def tag(self, sentence: Sentence) -> tuple[WordClass, ...]:
        """Give one word class for each token, in order."""
        ...

    def mark(self, paragraphs: Sequence[Sequence[Sentence]], *, names: bool = True) -> Marks:
        """Mark the names and attributions in paragraphs of one page, in code points of the text they were cut from.

        Who needs no `names` may leave them out; then they are empty.
        """
        ...


class RuleTagger:
    """Word classes from closed lists, endings and capitals."""

    def tag(self, sentence: Sentence) -> tuple[WordClass, ...]:
        """Give one word class for each token, in order.

        >>> from onrecord.language.sentences import split_sentences
        >>> RuleTagger().tag(split_sentences("The ministry in Orlen has denied it.")[0])
        ('determiner', 'noun', 'preposition', 'name', 'auxiliary', 'ed', 'pronoun', 'mark')
        """
        tokens = sentence.tokens
        words = [token.text for token in tokens]
        lowers = [token.lower for token in tokens]
        kinds = [token.kind for token in tokens]
        opens = [True, *map(_OPENING.__contains__, words[:-1])]
        named = [kind == "word" and word[0].isupper() for word, kind in zip(words, kinds, strict=True)]
        classes = list(map(_class_of, words, lowers, kinds, opens, [*named[1:], False]))
        if not _BY_NEXT.isdisjoint(lowers):
            for i, lower in enumerate(lowers):
                if lower in _BY_NEXT:
                    classes[i] = _by_next(tokens, i) or classes[i]
        return tuple(classes)

    def mark(self, paragraphs: Sequence[Sequence[Sentence]], *, names: bool = True) -> Marks:
        """Mark nothing."""
        return Marks((), None)


class NetworkTagger(RuleTagger):
    """Word classes by rule; names and attributions by the shipped network."""

    def mark(self, paragraphs: Sequence[Sequence[Sentence]], *, names: bool = True) -> Marks:
        """Mark names and attributions; the network is loaded at the first call and needs about 30 MB."""
        from onrecord.language.network import mark_paragraphs

        return mark_paragraphs(paragraphs, names=names)


def _spacy() -> Tagger:
    from onrecord.language.spacy_tagger import SpacyTagger

    return SpacyTagger()


TAGGERS: dict[str, Callable[[], Tagger]] = {"network": NetworkTagger, "rules": RuleTagger, "spacy": _spacy}
"""The taggers there are, by name."""

_NUMBERS = frozenset((*UNITS, *TENS)) - {"one"}
_CLOSED: dict[str, WordClass] = {
    **dict.fromkeys(english.ADVERBS, "adverb"),
    **dict.fromkeys(english.COMMON_VERBS, "verb"),
    **dict.fromkeys(english.PREPOSITIONS, "preposition"),
    **dict.fromkeys(english.SUBORDINATORS, "subordinator"),
    **dict.fromkeys(english.CONJUNCTIONS, "conjunction"),
    **dict.fromkeys(english.DETERMINERS, "determiner"),
    **dict.fromkeys(english.AUXILIARIES, "auxiliary"),
    **dict.fromkeys(english.PRONOUNS, "pronoun"),
    "that": "that",
    "her": "determiner",
    "his": "determiner",
    "'s": "possessive",
    "‘s": "possessive",
    "’s": "possessive",
}


_OPENING = frozenset('“"‘:•')
"""Marks behind which, as at the start of a sentence, a capital says little."""
_OWNING = frozenset({"today", "tomorrow", "tonight", "yesterday"})
_BY_NEXT = _OWNING | {"one"}


def _by_next(tokens: tuple[Token, ...], i: int) -> WordClass | None:
    """Tell the class of the few words that the next word decides: "today’s vote", "one resident"."""
    if _owning_day(tokens, i):
        return "noun"
    if tokens[i].lower == "one" and i + 1 < len(tokens) and tokens[i + 1].kind == "word" and tokens[i + 1].lower not in _CLOSED:
        return "number"
    return None


def _owning_day(tokens: tuple[Token, ...], i: int) -> bool:
    """Tell whether an adverb of time owns something: "today’s vote"."""
    return tokens[i].lower in _OWNING and i + 1 < len(tokens) and tokens[i + 1].lower.endswith("s") and tokens[i + 1].text[0] in "'’‘"


@lru_cache(maxsize=1 << 16)
def _class_of(text: str, lower: str, kind: TokenKind, opens: bool, next_capital: bool) -> WordClass:
    """Tell the class of a word by itself; the same few thousand words make up most of any news."""
    if kind == "mark":
        return "noun" if text == "%" else "mark"
    if kind == "number" or lower in _NUMBERS:
        return "number"
    capital, capitals = text[0].isupper(), len(text) > 1 and text.isupper()  # US is no pronoun
    known = _CLOSED.get(lower)
    if known and (not capital or (opens and not capitals) or len(text) == 1):
        return known
    if capital:
        return "name" if next_capital or not opens or capitals else _by_ending(lower, "noun")
    return _by_ending(lower, "noun")


def _by_ending(word: str, otherwise: WordClass) -> WordClass:
    if word.endswith("ly") and word not in english.NOT_ADVERBS and len(word) > 4:
        return "adverb"
    if "-" in word:
        return otherwise
    if word.endswith("ing") and len(word) > 5 and word not in {"evening", "morning", "building", "meeting", "hearing", "briefing"}:
        return "ing"
    if word.endswith("ed") and len(word) > 4 and word not in {"hundred", "indeed", "united"}:
        return "ed"
    return otherwise
