"""Saved pages to the model that tells the lines of a page with markup apart, judged by five-fold cross-validation over pages.

PYTHONPATH=src:. python -m training.marked_lines ../shared            judge, then write the model to src/onrecord/page/weights/
PYTHONPATH=src:. python -m training.marked_lines ../shared --judge    judge alone
"""

import argparse
import math
import pickle
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from onrecord.page.line_model import LineModel, pack
from onrecord.page.marked_features import COLUMNS, Telling, describe_marked
from onrecord.page.marked_up import choose_lines
from onrecord.page.marked_words import WORD
from training.marked_pages import FOLDS, Marked, measure, read_pages, untaken

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "page" / "weights"
FEWEST_PAGES = {"word": 5, "name": 2}
"""Pages on which a word must stand to be kept."""
SMOOTHING = {"word": 2.0, "name": 1.0}
"""Pages of either kind that every word is taken to have been seen on."""
NAMED = [at for at, name in enumerate(COLUMNS) if name.startswith(("names", "in ", "near ")) or "names" in name]
TAKEN = [at for at, name in enumerate(COLUMNS) if "taken" in name]
WORDED = [at for at, name in enumerate(COLUMNS) if name.startswith("odds")]
MODELS = ("marked", "marked_alone")
"""With what an extractor takes, and without."""
STAY = (0.5, 0.5)
"""Log-odds that a line is of the kind of the one before; the columns tell of the neighbours already."""
Shares = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Shape:
    """What a model is made of."""

    columns: tuple[str, ...]
    """What each column of the numbers is."""
    widths: tuple[int, int]
    """Units of the layers between."""
    hidden: tuple[tuple[list[int], float], ...]
    """Columns hidden together from a share of the pages in each round, so that none of them is trusted alone on an unknown site."""


SHAPE = Shape(COLUMNS, widths=(40, 16), hidden=((NAMED, 0.25), (TAKEN, 0.1), (WORDED, 0.15)))
"""That of the models of the precise lane."""


def count_words(page: Marked) -> dict[str, Shares]:
    """Count for each word of the lines, and of the names around them, the share of a page's lines with it that are news or not."""
    held: dict[str, dict[str, list[float]]] = {"word": defaultdict(lambda: [0.0, 0.0]), "name": defaultdict(lambda: [0.0, 0.0])}
    for line, share in zip(page.markup.lines, page.labels, strict=True):
        words = line.span.of(page.text)[:600].lower()
        found = _words(words)
        for word in set(found):
            held["word"][word][share >= 0.5] += 1
        for name in {name for item in line.inside for name in item.split()}:
            held["name"][name][share >= 0.5] += min(len(found), 50) + 1
    return {kind: {word: (a / (a + b), b / (a + b)) for word, (a, b) in words.items()} for kind, words in held.items()}


def _words(text: str) -> list[str]:
    return WORD.findall(text)


class Words:
    """What words tell, counted over pages, with or without one of them."""

    def __init__(self, pages: Sequence[dict[str, Shares]]) -> None:
        self.sums: dict[str, dict[str, tuple[float, float, int]]] = {"word": {}, "name": {}}
        for page in pages:
            for kind, words in page.items():
                for word, (other, news) in words.items():
                    before = self.sums[kind].get(word, (0.0, 0.0, 0))
                    self.sums[kind][word] = (before[0] + other, before[1] + news, before[2] + 1)

    def without(self, page: dict[str, Shares] | None) -> Telling:
        """Give what words tell where one page had not been seen."""
        told: dict[str, dict[str, float]] = {}
        for kind, words in self.sums.items():
            own = page[kind] if page else {}
            kept = told[kind] = {}
            for word, (other, news, many) in words.items():
                mine = own.get(word)
                other, news, many = (other - mine[0], news - mine[1], many - 1) if mine else (other, news, many)
                if many >= FEWEST_PAGES[kind]:
                    kept[word] = math.log((news + SMOOTHING[kind]) / (other + SMOOTHING[kind]))
        return Telling(told["word"], told["name"])


def describe(page: Marked, telling: Telling) -> np.ndarray:
    """Describe a page's lines."""
    return describe_marked(page.text, page.markup.lines, title=page.markup.stated.title, telling=telling)


def train(rows: Sequence[np.ndarray], pages: Sequence[Marked], shape: Shape = SHAPE, *, networks: int, epochs: int) -> LineModel:
    """Train networks on described pages."""
    every = np.concatenate(rows)
    middle, scale = every.mean(0), 1 / np.maximum(every.std(0), 0.05)
    inputs = torch.tensor(((every - middle) * scale).astype(np.float32))
    wanted = torch.tensor(np.concatenate([np.array(page.labels) >= 0.5 for page in pages]).astype(np.float32))
    weights = np.concatenate([_weights(page) for page in pages])
    counted = torch.tensor((weights / weights.mean()).astype(np.float32))
    numbers = torch.tensor(np.concatenate([[at] * len(page.labels) for at, page in enumerate(pages)]))
    nets = [_train(inputs, wanted, counted, numbers, shape, seed=seed, epochs=epochs) for seed in range(networks)]
    layers = []
    for depth in range(len(shape.widths) + 1):
        linear = [[one for one in net if isinstance(one, torch.nn.Linear)][depth] for net in nets]
        layers.append(
            (
                np.stack([one.weight.detach().numpy().T for one in linear]),
                np.stack([one.bias.detach().numpy()[None] for one in linear]),
            )
        )
    return LineModel(shape.columns, middle.astype(np.float32), scale.astype(np.float32), tuple(layers), (), STAY)


def _weights(page: Marked) -> np.ndarray:
    """Count a line by its words over those of the page's text, so that every page counts as much."""
    words = np.array([len(_words(line.span.of(page.text))) for line in page.markup.lines], dtype=float)
    return 0.3 + 40 * np.minimum(words / max(30, len(_words(page.gold))), 0.25)


def _train(
    inputs: Tensor, wanted: Tensor, counted: Tensor, numbers: Tensor, shape: Shape, *, seed: int, epochs: int
) -> torch.nn.Sequential:
    torch.manual_seed(seed)
    drawn = torch.Generator().manual_seed(seed)
    first, second = shape.widths
    net = torch.nn.Sequential(
        torch.nn.Linear(inputs.shape[1], first), torch.nn.ReLU(), torch.nn.Dropout(0.25),
        torch.nn.Linear(first, second), torch.nn.ReLU(), torch.nn.Linear(second, 1),
    )  # fmt: skip
    steps = epochs * math.ceil(len(inputs) / 1024)
    optimiser = torch.optim.AdamW(net.parameters(), lr=4e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, total_steps=steps, pct_start=0.15)
    for _ in range(epochs):
        shown = torch.ones(int(numbers.max()) + 1, inputs.shape[1])
        for columns, share in shape.hidden:
            off = (torch.rand(len(shown), generator=drawn) < share).nonzero()[:, 0]
            shown[off[:, None], torch.tensor(columns)[None]] = 0
        for chosen in torch.randperm(len(inputs), generator=drawn).split(1024):
            seen = torch.nn.functional.dropout(inputs[chosen] * shown[numbers[chosen]], 0.1)
            losses = binary_cross_entropy_with_logits(net(seen)[:, 0], wanted[chosen], reduction="none")
            optimiser.zero_grad()
            (losses * counted[chosen]).mean().backward()
            optimiser.step()
            schedule.step()
    return net


def judge(pages: Sequence[Marked], *, networks: int, epochs: int) -> dict[str, list[np.ndarray]]:
    """Score every page by networks that have not seen it, with what the extractor took and without."""
    counts = [count_words(page) for page in pages]
    scores: dict[str, list[np.ndarray]] = {"precise": [np.zeros(0)] * len(pages), "alone": [np.zeros(0)] * len(pages)}
    for fold in range(FOLDS):
        seen = [at for at, page in enumerate(pages) if page.fold != fold]
        words = Words([counts[at] for at in seen])
        telling = words.without(None)
        for lane, shown in (("precise", pages), ("alone", [untaken(page) for page in pages])):
            rows = [describe(shown[at], words.without(counts[at])) for at in seen]
            model = train(rows, [shown[at] for at in seen], networks=networks, epochs=epochs)
            for at, page in enumerate(shown):
                if page.fold == fold:
                    scores[lane][at] = model.score(describe(page, telling))
    return scores


def choices(pages: Sequence[Marked], scores: Sequence[np.ndarray], less: float = 0.0) -> list[list[bool]]:
    """Choose lines as the product does."""
    kept = [choose_lines(page.text, page.markup, (score - less).tolist()) for page, score in zip(pages, scores, strict=True)]
    return [[at in chosen for at in range(len(page.labels))] for page, chosen in zip(pages, kept, strict=True)]


def write(pages: Sequence[Marked], *, networks: int, epochs: int) -> None:
    """Train on all pages and write the model and its words."""
    counts = [count_words(page) for page in pages]
    words = Words(counts)
    WEIGHTS.mkdir(exist_ok=True)
    for name, shown in zip(MODELS, (pages, [untaken(page) for page in pages]), strict=True):
        rows = [describe(page, words.without(count)) for page, count in zip(shown, counts, strict=True)]
        (WEIGHTS / f"{name}.npz").write_bytes(pack(train(rows, shown, networks=networks, epochs=epochs)))
    (WEIGHTS / "marked.txt").write_text(word_rows(words.without(None)), encoding="utf-8")


def word_rows(told: Telling) -> str:
    """Write down what words tell, one a row; what tells nothing is left out."""
    held = [
        f"{kind} {word} {odds:.2f}" for kind, words in (("word", told.words), ("name", told.names)) for word, odds in sorted(words.items())
    ]
    return "\n".join(row for row in held if not row.endswith((" 0.00", " -0.00"))) + "\n"


def main() -> None:
    """Judge and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--judge", action="store_true", help="judge, and write nothing")
    parser.add_argument("--write", action="store_true", help="write, and judge nothing")
    parser.add_argument("--networks", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--keep", type=Path, help="keep the pages and the scores here")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    pages = list(read_pages(asked.shared))
    if not asked.write:
        scores = judge(pages, networks=asked.networks, epochs=asked.epochs)
        if asked.keep:
            asked.keep.write_bytes(pickle.dumps((pages, scores)))
        for lane, found in scores.items():
            shown = pages if lane == "precise" else [untaken(page) for page in pages]
            for less in (-0.5, 0.0, 0.5):
                print(lane, less, measure(shown, choices(shown, found, less)), flush=True)
    if not asked.judge:
        write(pages, networks=asked.networks, epochs=asked.epochs)


if __name__ == "__main__":
    sys.exit(main())
