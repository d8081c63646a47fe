"""Gold articles and an export of onrecord to articles with both readings side by side and the attributions that match."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bench.workbench import read_export

Spans = tuple[tuple[int, int], ...]
Pairs = tuple[tuple[int, int], ...]
LEAST_SHARED = 0.5
"""Least share of words that two contents have in common, of those in either, to be taken for the same."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in code points of the text; a role that is not there is empty."""

    source: Spans
    cue: Spans
    content: Spans
    confidence: float | None = None
    """How sure onrecord is of it, from 0 to 1; None in the gold."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as people and as onrecord read it."""

    text: str
    gold: tuple[Attribution, ...]
    predicted: tuple[Attribution, ...]
    pairs: Pairs = ()
    """(gold, predicted) numbers of those whose contents match, one to one."""
    right: frozenset[int] = frozenset()
    """Numbers of the predicted ones whose content matches and whose source touches the gold's."""


class Scorer(Protocol):
    """The functions of the attribution scorer that are used here."""

    def tokenise(self, text: str, keep_punct: bool) -> dict[int, int]:
        """Number the words at each code point."""

    def prepare(self, article: dict[str, Any], text: str, at: dict[int, int], where: str) -> list[dict[str, Any]]:
        """Turn the attributions of an article into sets of words and of code points."""

    def iou(self, a: set[int], b: set[int]) -> float:
        """Give the share of words in both, of those in either."""

    def match(self, weights: dict[tuple[int, int], float], n: int, m: int) -> list[tuple[int, int]]:
        """Match one to one: as many as can be, then as well as can be."""


def read_articles(scorer: Scorer, gold: Path, export: Path) -> list[Article]:
    """Read the articles of a gold file with what an export found in them, matched as the scorer matches."""
    found = {str(capture["name"]): tuple(_statements(capture)) for capture in read_export(export)["captures"]}
    articles = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marked = tuple(Attribution(_pairs(one["source"]), _pairs(one["cue"]), _pairs(one["content"])) for one in row["attributions"])
        articles.append(matched(scorer, Article(row["text"], marked, found.get(str(row["id"]), ()))))
    return articles


def matched(scorer: Scorer, article: Article) -> Article:
    """Match the two readings of an article: by content alone, and by content with a source that touches."""
    at = scorer.tokenise(article.text, False)
    gold, predicted = (
        scorer.prepare({"id": "", "attributions": [_plain(one) for one in side]}, article.text, at, "")
        for side in (article.gold, article.predicted)
    )
    alike = {(i, j): weight for i, one in enumerate(gold) for j, two in enumerate(predicted) if (weight := _alike(scorer, one, two))}
    touching = {(i, j): weight for (i, j), weight in alike.items() if _touch(gold[i]["source"][0], predicted[j]["source"][0])}
    pairs = tuple(sorted(scorer.match(alike, len(gold), len(predicted))))
    right = frozenset(j for _, j in scorer.match(touching, len(gold), len(predicted)))
    return Article(article.text, article.gold, article.predicted, pairs, right)


def _alike(scorer: Scorer, one: dict[str, Any], two: dict[str, Any]) -> float:
    """Weigh how alike two contents are; 0 when they do not match. Two empty ones match by cue or source."""
    if one["content"][0] or two["content"][0]:
        weight = scorer.iou(one["content"][0], two["content"][0])
        return weight if weight >= LEAST_SHARED else 0.0
    return float(bool(one["cue"][1] & two["cue"][1] or one["source"][1] & two["source"][1]))


def _touch(one: set[int], two: set[int]) -> bool:
    return bool(one & two) or not (one or two)


def _plain(one: Attribution) -> dict[str, Spans]:
    return {"source": one.source, "cue": one.cue, "content": one.content}


def _statements(capture: dict[str, Any]) -> Iterator[Attribution]:
    for one in capture["statements"]:
        speaker = (one["speaker"] or {}).get("span")
        yield Attribution(
            ((speaker[0], speaker[1]),) if speaker else (),
            _pairs((one["cue"] or {}).get("spans", ())),
            _pairs(one["content"]["spans"]),
            one["confidence"],
        )


def _pairs(spans: Sequence[Sequence[int]]) -> Spans:
    return tuple((start, end) for start, end in spans)
