"""Saved pages read in bulk to the small model that tells their lines apart, judged by five-fold cross-validation over pages.

PYTHONPATH=src:. python -m training.bulk_lines ../shared            judge, then write the model to src/onrecord/page/weights/
PYTHONPATH=src:. python -m training.bulk_lines ../shared --judge    judge alone
"""

import argparse
import pickle
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from onrecord.page.bulk import choose_bulk
from onrecord.page.bulk_lines import COLUMNS, describe_bulk, split_words
from onrecord.page.line_model import LineModel, pack
from onrecord.page.marked_features import Telling
from onrecord.page.marked_roles import find_headline
from onrecord.settings import CaptureSettings, PageSettings
from training.marked_lines import WEIGHTS, Shape, Shares, Words, train, word_rows
from training.marked_pages import FOLDS, Marked, measure, read_pages

_NAMED = [at for at, name in enumerate(COLUMNS) if name.startswith(("names", "in ", "near "))]
_WORDED = [at for at, name in enumerate(COLUMNS) if name.startswith("odds")]
SHAPE = Shape(COLUMNS, widths=(32, 12), hidden=((_NAMED, 0.25), (_WORDED, 0.15)))
"""What the model is made of."""
THRESHOLDS = (-1.0, -0.5, 0.0, 0.5)
"""Scores above which lines are kept, tried in turn."""


def count_words(page: Marked) -> dict[str, Shares]:
    """Count for each word of the lines, and of the names around them, the share of a page's lines with it that are news or not."""
    held: dict[str, dict[str, list[float]]] = {"word": defaultdict(lambda: [0.0, 0.0]), "name": defaultdict(lambda: [0.0, 0.0])}
    for line, share in zip(page.markup.lines, page.labels, strict=True):
        found = split_words(line.span.of(page.text))
        for word in set(found):
            held["word"][word][share >= 0.5] += 1
        for name in {name for item in line.inside for name in item.split()}:
            held["name"][name][share >= 0.5] += min(len(found), 50) + 1
    return {kind: {word: (a / (a + b), b / (a + b)) for word, (a, b) in words.items()} for kind, words in held.items()}


def describe(page: Marked, telling: Telling) -> np.ndarray:
    """Describe a page's lines."""
    headline = find_headline(page.text, page.markup.lines, page.markup.stated.title)
    return describe_bulk(page.text, page.markup.lines, titled=headline[0] if headline else None, telling=telling)


def fit(pages: Sequence[Marked], counts: Sequence[dict[str, Shares]], *, networks: int, epochs: int) -> tuple[LineModel, Telling]:
    """Train a model on pages, each described as if its own words had not been counted."""
    words = Words(counts)
    rows = [describe(page, words.without(count)) for page, count in zip(pages, counts, strict=True)]
    return train(rows, pages, SHAPE, networks=networks, epochs=epochs), words.without(None)


def judge(pages: Sequence[Marked], *, networks: int, epochs: int) -> list[np.ndarray]:
    """Score every page by networks that have not seen it."""
    counts = [count_words(page) for page in pages]
    scores = [np.zeros(0)] * len(pages)
    for fold in range(FOLDS):
        seen = [at for at, page in enumerate(pages) if page.fold != fold]
        model, telling = fit([pages[at] for at in seen], [counts[at] for at in seen], networks=networks, epochs=epochs)
        for at, page in enumerate(pages):
            if page.fold == fold:
                scores[at] = model.score(describe(page, telling))
    return scores


def choices(pages: Sequence[Marked], scores: Sequence[np.ndarray], least: float) -> list[list[bool]]:
    """Choose lines as the product does."""
    settings = PageSettings(bulk_score=least)
    kept = [choose_bulk(page.markup.lines, score.tolist(), settings) for page, score in zip(pages, scores, strict=True)]
    return [[at in chosen for at in range(len(page.labels))] for page, chosen in zip(pages, kept, strict=True)]


def main() -> None:
    """Judge and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--judge", action="store_true", help="judge, and write nothing")
    parser.add_argument("--write", action="store_true", help="write, and judge nothing")
    parser.add_argument("--networks", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--keep", type=Path, help="keep the pages and the scores here")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    pages = list(read_pages(asked.shared, CaptureSettings(lane="bulk")))
    if not asked.write:
        print("the best choice", measure(pages, [[share >= 0.5 for share in page.labels] for page in pages]))
        scores = judge(pages, networks=asked.networks, epochs=asked.epochs)
        if asked.keep:
            asked.keep.write_bytes(pickle.dumps((pages, scores)))
        for least in THRESHOLDS:
            print(least, measure(pages, choices(pages, scores, least)), flush=True)
    if not asked.judge:
        model, telling = fit(pages, [count_words(page) for page in pages], networks=asked.networks, epochs=asked.epochs)
        (WEIGHTS / "bulk.npz").write_bytes(pack(model))
        (WEIGHTS / "bulk.txt").write_text(word_rows(telling), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
