"""Sentences to word classes and names by an installed spaCy pipeline; who says what is left to the rules.

The pipeline is given our tokens, not the text. What its scheme does not tell apart, most closed words among them,
keeps the class of the rules, and so does every token that the pipeline gives no part of speech.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import NotInstalledError
from onrecord.language.marks import Marks, Named
from onrecord.language.sentences import Sentence
from onrecord.language.tagger import RuleTagger, WordClass
from onrecord.language.tokens import Token
from onrecord.model import NameType, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT = "en_core_web_sm"
"""The pipeline that is taken where none is named."""
KINDS: dict[str, NameType] = {
    "FAC": "place",
    "GPE": "place",
    "LOC": "place",
    "NORP": "group",
    "ORG": "organisation",
    "PER": "person",
    "PERSON": "person",
}
"""The entity labels that are names; times, sums and works are not."""
MOST_KEPT = 2000
"""Sentences that were tagged and whose names are kept until they are asked for."""


class Read(NamedTuple):
    """What the pipeline found in a sentence."""

    classes: tuple[WordClass, ...]
    """One for each token."""
    names: tuple[Named, ...]
    """In the text's order; none overlap."""


class SpacyTagger:
    """Word classes and names by spaCy; a page's sentences are best marked first, all at once, and tagged then.

    >>> import spacy
    >>> from onrecord.language.sentences import split_sentences
    >>> pipeline = spacy.blank("en")
    >>> pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Orlen"}])
    >>> SpacyTagger(pipeline).mark([split_sentences("The ministry in Orlen denied it.")]).names
    (Named(span=Span(start=16, end=21), kind='place'),)
    """

    def __init__(self, pipeline: "Language | str | None" = None) -> None:
        """Take a pipeline, or the name or folder of one; without either `en_core_web_sm` or the only one for English."""
        self._pipeline = load_pipeline(pipeline) if pipeline is None or isinstance(pipeline, str) else pipeline
        self._rules = RuleTagger()
        self._known: dict[Sentence, Read] = {}

    def tag(self, sentence: Sentence) -> tuple[WordClass, ...]:
        """Give one word class for each token, in order."""
        if sentence not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known = {}
            self._known[sentence] = self._read([sentence])[0]
        return self._known[sentence].classes

    def mark(self, paragraphs: Sequence[Sequence[Sentence]], *, names: bool = True) -> Marks:
        """Mark the names in paragraphs of one page; a sentence that is tagged already is not read again."""
        sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
        unread = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._known]
        known = self._known | dict(zip(unread, self._read(unread), strict=True))
        self._known = {sentence: known[sentence] for sentence in sentences}
        named = [name for read in self._known.values() for name in read.names] if names else []
        return Marks(tuple(sorted(named, key=lambda name: name.span)), None)

    def _read(self, sentences: Sequence[Sentence]) -> list[Read]:
        docs = self._pipeline.pipe(_doc(self._pipeline, sentence.tokens) for sentence in sentences)
        return [_gather(sentence.tokens, self._rules.tag(sentence), doc) for sentence, doc in zip(sentences, docs, strict=True)]


@lru_cache(maxsize=1)
def load_pipeline(name: str | None = None) -> "Language":
    """Load an installed pipeline by its name or folder; it stays loaded."""
    if find_spec("spacy") is None:
        raise NotInstalledError("spaCy", where="tagger spacy", remedy='run pip install "onrecord[spacy]"')
    import spacy

    installed = spacy.util.get_installed_models()
    chosen = name or choose_pipeline(installed)
    if chosen not in installed and not Path(chosen).is_dir():
        raise NotInstalledError(f"the pipeline {chosen}", where="tagger spacy", remedy=f"run python -m spacy download {chosen}")
    return spacy.load(chosen, exclude=["lemmatizer"])


def choose_pipeline(installed: Sequence[str]) -> str:
    """Choose among installed pipelines: the default, or the only one that reads English; the default too where there is none or a choice.

    >>> choose_pipeline(["de_core_news_sm", "en_core_web_trf"])
    'en_core_web_trf'
    """
    english = [name for name in installed if name.startswith(("en_", "xx_"))]  # xx reads many languages
    return english[0] if len(english) == 1 else DEFAULT


def _doc(pipeline: "Language", tokens: Sequence[Token]) -> "Doc":
    from spacy.tokens import Doc

    words = [token.text.encode("utf-8", "replace").decode() for token in tokens]  # spaCy takes no lone surrogate
    spaces = [first.end < second.start for first, second in pairwise(tokens)]
    return Doc(pipeline.vocab, words=words, spaces=[*spaces, False][: len(words)])


def _gather(tokens: Sequence[Token], rules: Sequence[WordClass], doc: "Doc") -> Read:
    """Bring what was found back to our tokens, some of which the pipeline may have merged or split."""
    gaps = (first.end < second.start for first, second in pairwise(tokens))
    starts = list(accumulate((len(token.text) + gap for token, gap in zip(tokens, gaps, strict=False)), initial=0))
    theirs = [found.idx for found in doc]
    classes = []
    for token, rule, start in zip(tokens, rules, starts, strict=False):
        found = doc[bisect_right(theirs, start) - 1]
        classes.append(_class_of(token, rule, found.pos_, found.tag_, found.dep_))
    names: list[Named] = []
    for ent in doc.ents:
        place = _trim(tokens, bisect_right(starts, ent.start_char) - 1, bisect_left(starts, ent.end_char))
        if ent.label_ in KINDS and place and (not names or names[-1].span.end <= place.start):
            names.append(Named(place, KINDS[ent.label_]))
    return Read(tuple(classes), tuple(names))


def _trim(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    """Leave the article before a name and the ending behind it out, which some pipelines count in: "the Orlen Post’s"."""
    if tokens[start].text in {"a", "an", "the"} or (start == 0 and tokens[start].lower == "the"):
        start += 1
    if tokens[end - 1].text in {"'s", "’s", "‘s"}:
        end -= 1
    return Span(tokens[start].start, tokens[end - 1].end) if start < end else None


_CLASSES: dict[str, WordClass] = {
    "ADJ": "noun",
    "ADP": "preposition",
    "ADP mark": "subordinator",
    "ADV": "adverb",
    "ADV WRB": "subordinator",
    "AUX": "auxiliary",
    "CCONJ": "conjunction",
    "CONJ": "conjunction",
    "DET": "determiner",
    "NOUN": "noun",
    "NUM": "number",
    "PART": "auxiliary",
    "PART POS": "possessive",
    "PRON": "pronoun",
    "PRON PRP$": "determiner",
    "PRON WP$": "determiner",
    "PROPN": "name",
    "SCONJ": "subordinator",
    "VERB": "verb",
    "VERB VBG": "ing",
    "VERB VBN": "ed",
}
"""Our class for a part of speech, alone or with a tag or relation, which goes first."""
_KEPT: dict[str, frozenset[WordClass]] = {
    "ADJ": frozenset({"determiner", "name"}),  # "many crews", "Ardanian crews"
    "ADV": frozenset({"auxiliary", "determiner"}),  # "never", "all alone"
    "CCONJ": frozenset({"determiner"}),  # "both the mayor and her deputy"
    "NOUN": frozenset({"number"}),  # "a million people"
    "PART": frozenset({"possessive"}),
    "PRON": frozenset({"determiner", "subordinator"}),  # "some of them", "what they saw"
    "SCONJ": frozenset({"preposition"}),  # "without leaving"
    "VERB ": frozenset({"ed", "ing"}),  # no tag: the ending tells
    "VERB VBG": frozenset({"preposition"}),  # "following the vote"
}
"""The classes of the rules that stay, by part of speech, alone or with a tag: distinctions that spaCy does not make."""
_BY_WORD: dict[str, WordClass] = {
    "her PRON PRP": "pronoun",
    "that DET DT": "determiner",
    "that PRON DT": "pronoun",
}
"""Our class for words that the rules hold for one thing and a tag shows to be another."""
_DAYS = frozenset("today tomorrow tonight yesterday".split())
"""Nouns for spaCy, adverbs for the rules unless they own something."""


def _class_of(token: Token, rule: WordClass, pos: str, tag: str, relation: str) -> WordClass:
    contracted = rule == "auxiliary" and "'" in token.lower  # "weren't" is two tokens for spaCy, and one here
    if token.kind != "word" or token.lower in _DAYS or contracted or pos not in _CLASSES:
        return rule
    if f"{token.lower} {pos} {tag}" in _BY_WORD:
        return _BY_WORD[f"{token.lower} {pos} {tag}"]
    if rule == "that" or rule in _KEPT.get(pos, ()) or rule in _KEPT.get(f"{pos} {tag}", ()):
        return rule
    return _CLASSES.get(f"{pos} {tag}") or _CLASSES.get(f"{pos} {relation}") or _CLASSES[pos]
