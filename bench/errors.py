"""Articles with two readings side by side to counts of what went wrong, by kind of cue, of quotation and of source."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from bench import cue_words
from bench.quoted import quoted_kind
from bench.readings import LEAST_SHARED, Article, Attribution, Spans

Table = dict[str, dict[str, float]]
"""Name of a row, name of a column, and the figure there."""
CueKind = Literal["speech", "attitude", "document", "noun", "other words", "punctuation", "none"]
SourceError = Literal["right", "not found", "none in the gold", "longer or shorter", "another"]
CUE_KINDS: tuple[CueKind, ...] = ("speech", "attitude", "document", "noun", "other words", "punctuation", "none")
SOURCE_ERRORS: tuple[SourceError, ...] = ("right", "not found", "none in the gold", "longer or shorter", "another")
OUTCOMES = ("gold", "right", "source wrong", "cut otherwise", "missed", "found", "partly there", "not there")
"""Of those in the gold: how many, and how each fared; of those found: how many, and those without a match."""
WORD = re.compile(r"\w+")


def count_errors(articles: Iterable[Article]) -> dict[str, Table]:
    """Count how attributions fared, by kind of cue and by kind of quotation, and what was wrong with the sources.

    "Cut otherwise" and "partly there" share words of content or cue with the other side, and yet do not match.
    """
    by_cue: Table = {kind: dict.fromkeys(OUTCOMES, 0) for kind in CUE_KINDS}
    by_quotation: Table = {kind: dict.fromkeys(OUTCOMES, 0) for kind in ("direct", "mixed", "indirect")}
    sources: Table = {kind: {"named": 0, "pronoun": 0, "none": 0} for kind in SOURCE_ERRORS}
    for article in articles:
        for one, columns in _outcomes(article):
            for row in (by_cue[cue_kind(article.text, one)], by_quotation[quoted_kind(article.text, one.content)]):
                for column in columns:
                    row[column] += 1
        for i, j in article.pairs:
            gold, predicted = article.gold[i].source, article.predicted[j].source
            sources[source_error(article.text, gold, predicted)][_source_kind(article.text, gold)] += 1
    return {"by cue": by_cue, "by quotation": by_quotation, "sources": sources}


def count_direct(articles: Iterable[Article]) -> tuple[int, int]:
    """Count the gold attributions whose content is one quotation: those that were found, and all."""
    found = of = 0
    for article in articles:
        matched = {i for i, _ in article.pairs}
        direct = [i for i, one in enumerate(article.gold) if quoted_kind(article.text, one.content) == "direct"]
        found, of = found + len(matched.intersection(direct)), of + len(direct)
    return found, of


def _outcomes(article: Article) -> Iterator[tuple[Attribution, tuple[str, ...]]]:
    """Tell of each attribution of either side in which columns of OUTCOMES it counts."""
    partner = dict(article.pairs)
    for i, one in enumerate(article.gold):
        if i in partner:
            error = source_error(article.text, one.source, article.predicted[partner[i]].source)
            yield one, ("gold", "right" if error == "right" else "source wrong")
        else:
            yield one, ("gold", "cut otherwise" if _shares(article.text, one, article.predicted) else "missed")
    taken = set(partner.values())
    for j, one in enumerate(article.predicted):
        if j in taken:
            yield one, ("found",)
        else:
            yield one, ("found", "partly there" if _shares(article.text, one, article.gold) else "not there")


def cue_kind(text: str, one: Attribution) -> CueKind:
    """Tell the kind of an attribution's cue, the first that fits: a noun, a word of saying, a document that shows, an attitude.

    >>> text = "The leaked memo lays it out, and so does the promise that followed."
    >>> cue_kind(text, Attribution(((0, 15),), ((16, 20),), ((21, 23),)))
    'document'
    >>> cue_kind(text, Attribution((), ((45, 52),), ((53, 66),)))
    'noun'
    """
    cue = [word.lower() for word in _found(text, one.cue)]
    if not cue:
        return "punctuation" if any(text[start:end].strip() for start, end in one.cue) else "none"
    if _is_noun(text[: one.cue[0][0]], cue):
        return "noun"
    if cue_words.SPEECH.intersection(cue):
        return "speech"
    if cue_words.DOCUMENTS.intersection((*cue, *_found(text, one.source))):
        return "document"
    return "attitude" if cue_words.ATTITUDES.intersection(cue) else "other words"


def _is_noun(before: str, cue: list[str]) -> bool:
    """Tell whether a cue is a noun: it holds one that can be no verb, or that a determiner precedes, and no plain verb of saying."""
    if set(cue) & (cue_words.SPEECH - cue_words.NOUNS):
        return False
    verbs = cue_words.SPEECH | cue_words.ATTITUDES
    last = (WORD.findall(before[-40:].lower()) or [""])[-1]
    preceded = zip(cue, [last, *cue], strict=False)
    return any(word in cue_words.NOUNS and (word not in verbs or other in cue_words.DETERMINERS) for word, other in preceded)


def source_error(text: str, gold: Spans, predicted: Spans) -> SourceError:
    """Tell what is wrong with a source: right when half of the words of either are in both, or neither has any."""
    one, two = _words(text, gold), _words(text, predicted)
    if not one or not two:
        return "right" if one == two else ("not found" if one else "none in the gold")
    if len(one & two) / len(one | two) >= LEAST_SHARED:
        return "right"
    return "longer or shorter" if one & two else "another"


def _source_kind(text: str, source: Spans) -> str:
    words = _found(text, source)
    return "none" if not words else ("pronoun" if len(words) == 1 and words[0].lower() in cue_words.PRONOUNS else "named")


def _shares(text: str, one: Attribution, others: Iterable[Attribution]) -> bool:
    """Tell whether an attribution shares words of content or of cue with any of the other side."""
    content, cue = _words(text, one.content), _words(text, one.cue)
    return any(content & _words(text, other.content) or cue & _words(text, other.cue) for other in others)


def _found(text: str, spans: Spans) -> list[str]:
    return [word for start, end in spans for word in WORD.findall(text, start, end)]


def _words(text: str, spans: Spans) -> frozenset[int]:
    """Give the ends of the words that lie in spans."""
    return frozenset(match.end() for start, end in spans for match in WORD.finditer(text, start, end))
