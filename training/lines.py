"""Makes the model that tells the news of a plain-text page from its furniture: `python -m training.lines`.

With `--measure` nothing is written but the figures: five models, each made without a fifth of the pages, judge that fifth.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log, log1p
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from onrecord.page.doubts import Judge, weigh_parts
from onrecord.page.line_features import COLUMNS, describe
from onrecord.page.line_model import LARGEST_SIGN, LineModel, pack
from onrecord.page.outline import find_outline
from training.flatten import WAYS
from training.pages import Told, cut_out, read_pages, splice

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "page" / "weights"
MEASURED = ("plain", "apart", "joined")
"""Ways of flattening in which pages are judged: as browsers copy them, each link on a line of its own, menus on one line."""
FOLDS, INNER = 5, 8
"""Parts into which the pages fall for measuring, and into which those trained on fall for counting words."""
HELD, LOOKS = 40, 6
"""Numbers held of each line within the network, and steps in which a line looks at ever farther ones."""
MEMBERS, EPOCHS, PAGES, RATE, DECAY = 2, 24, 6, 4e-3, 0.03
"""Networks whose scores are averaged; how often each page is seen, pages at a time, and how fast it learns and forgets."""
FEWEST_PAGES, LONGEST_WORD, LEAST_ODDS = 5, 15, 0.4
"""Pages on which a word must stand for it to tell anything, letters it may have, and how much it must tell."""
STAY = (1.0, 1.0)
"""Log-odds that a line is of the same kind as the one before."""

Numbers = NDArray[np.float32]
Telling = Mapping[str, float]
Counted = Callable[[str], bool]


@dataclass(frozen=True)
class Example:
    """A page as numbers."""

    page: str
    """Its name, which all ways of flattening it share."""
    rows: Numbers
    news: Numbers
    weights: Numbers
    """How much each line counts: long ones more, and those of long pages less."""


def main() -> None:
    """Train on all pages, or measure on pages left out."""
    asked = _arguments()
    torch.set_num_threads(1)
    pages = read_pages(asked.shared / "data", WAYS)
    if asked.measure:
        found = measure(pages, asked.epochs, asked.members)
        asked.measure.parent.mkdir(exist_ok=True)
        asked.measure.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        _say(json.dumps(found))
        return
    model, words = make_model(pages, {page.name for page in pages}, asked.epochs, asked.members)
    WEIGHTS.mkdir(exist_ok=True)
    (WEIGHTS / "words.txt").write_text("".join(f"{word} {odds:.2f}\n" for word, odds in sorted(words.items())), encoding="utf-8")
    (WEIGHTS / "plain.npz").write_bytes(pack(model))


def _arguments() -> argparse.Namespace:
    root = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(prog="training.lines", description="Make the model of the lines of plain-text pages.")
    parser.add_argument("--shared", type=Path, default=root.parent / "shared", help="where data/ lies")
    kept = root / ".training" / "lines.json"
    parser.add_argument("--measure", type=Path, nargs="?", const=kept, metavar="FILE", help=f"only measure, on pages left out; into {kept}")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--members", type=int, default=MEMBERS)
    return parser.parse_args()


def _say(text: str) -> None:
    print(f"training: {time.strftime('%H:%M')} {text}", file=sys.stderr, flush=True)


def part_of(name: str, parts: int, salt: str = "") -> int:
    """Give the part that a page falls into, the same whenever it is asked."""
    return int(sha256((salt + name).encode()).hexdigest(), 16) % parts


def make_model(pages: Sequence[Told], chosen: Collection[str], epochs: int, members: int) -> tuple[LineModel, Telling]:
    """Make a model of some pages, and what words tell there."""
    mine = [page for page in pages if page.name in chosen]
    plain = [page for page in mine if page.way == WAYS[0].name]
    mine += [cut for page in plain if (cut := cut_out(page))] + splice(plain)
    counts = count_words(plain)
    within = [tell_words(counts, lambda name, left=left: part_of(name, INNER, "inner") != left) for left in range(INNER)]
    examples = [_example(page, within[part_of(page.name, INNER, "inner")]) for page in mine]
    return train(examples, epochs, members), tell_words(counts, lambda name: True)


def count_words(pages: Sequence[Told]) -> dict[str, dict[str, tuple[float, float]]]:
    """Count for each word and page the lines of news and the other lines that have it; the tenth line counts less than the first."""
    counted: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for page in pages:
        for line, is_news in zip(page.lines, page.news, strict=True):
            for word in {word.lower() for word in line.words}:
                counted[word][page.name][not is_news] += 1
    usable = {word: held for word, held in counted.items() if len(held) >= FEWEST_PAGES and word.isalpha() and len(word) <= LONGEST_WORD}
    return {word: {name: (log1p(news), log1p(other)) for name, (news, other) in held.items()} for word, held in usable.items()}


def tell_words(counts: Mapping[str, Mapping[str, tuple[float, float]]], is_counted: Counted) -> Telling:
    """Give the log-odds of news of the words that tell something, over the pages that are counted."""
    sums = {word: [(n, o) for name, (n, o) in held.items() if is_counted(name)] for word, held in counts.items()}
    base = log(sum(n for held in sums.values() for n, _ in held) / sum(o for held in sums.values() for _, o in held))
    odds = {
        word: log((sum(n for n, _ in held) + 1) / (sum(o for _, o in held) + 1)) - base
        for word, held in sums.items()
        if len(held) >= FEWEST_PAGES
    }
    return {word: round(told, 2) for word, told in odds.items() if abs(told) > LEAST_ODDS}


def _example(page: Told, telling: Telling) -> Example:
    rows = describe(page.lines, page.parts, telling)
    counts = np.array([len(line.words) for line in page.lines])
    weights = (1 + 0.7 * np.log1p(counts)) / np.sqrt(len(counts))
    return Example(page.name, rows, np.array(page.news, dtype=np.float32), weights.astype(np.float32))


class Network(nn.Module):
    """The network, as it is run by `LineModel`."""

    def __init__(self, width: int) -> None:
        """Begin with random weights; `width` is the number of columns."""
        super().__init__()
        self.first = nn.Linear(width, HELD)
        self.looks = nn.ModuleList(nn.Conv1d(HELD, HELD, 3, padding=2**n, dilation=2**n) for n in range(LOOKS))
        self.last = nn.Linear(HELD, 1)
        self.forget, self.forget_columns = nn.Dropout(0.25), nn.Dropout(0.1)

    def forward(self, rows: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        """Give log-odds (page, line); `there` is 0 where a page has ended."""
        held = torch.relu(self.first(self.forget_columns(rows))) * there[:, :, None]
        held = held.transpose(1, 2)
        for look in self.looks:
            held = held + torch.relu(look(self.forget(held))) * there[:, None]
        scores: torch.Tensor = self.last(self.forget(held.transpose(1, 2)))[:, :, 0]
        return scores


def train(examples: Sequence[Example], epochs: int, members: int) -> LineModel:
    """Train networks that differ in their seeds."""
    rows = np.concatenate([example.rows for example in examples])
    middle, scale = rows.mean(0), 1 / (rows.std(0) + 0.05)
    scaled = [np.clip((example.rows - middle) * scale, -LARGEST_SIGN, LARGEST_SIGN) for example in examples]
    networks = [_train_one(examples, scaled, epochs, seed) for seed in range(members)]
    _say(f"trained on {len(examples)} pages")

    def stack(parts: Sequence[torch.Tensor]) -> Numbers:
        return np.stack([part.detach().numpy() for part in parts]).astype(np.float32)

    layers = tuple(
        (stack([getattr(one, name).weight.T for one in networks]), stack([getattr(one, name).bias[None] for one in networks]))
        for name in ("first", "last")
    )
    looks = tuple(
        (stack([one.looks[n].weight.permute(2, 1, 0) for one in networks]), stack([one.looks[n].bias[None] for one in networks]))
        for n in range(LOOKS)
    )
    return LineModel(COLUMNS, middle.astype(np.float32), scale.astype(np.float32), layers, looks, STAY)


def _train_one(examples: Sequence[Example], scaled: Sequence[Numbers], epochs: int, seed: int) -> Network:
    torch.manual_seed(seed)
    drawn = np.random.default_rng(seed)
    ways: dict[str, list[int]] = defaultdict(list)
    for number, example in enumerate(examples):
        ways[example.page].append(number)
    network = Network(scaled[0].shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * -(-len(ways) // PAGES)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.2)
    for _ in range(epochs):
        picked = [held[0] if drawn.random() < 0.45 else int(drawn.choice(held)) for held in ways.values()]
        for batch in _batches(picked, [len(scaled[one]) for one in picked], drawn):
            rows, news, weights, there = _fill(batch, examples, scaled, drawn)
            scores = network(rows + 0.05 * torch.randn_like(rows), there)
            loss = (nn.functional.binary_cross_entropy_with_logits(scores, news, reduction="none") * weights).sum() / weights.sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def _batches(picked: Sequence[int], lengths: Sequence[int], drawn: np.random.Generator) -> Iterator[list[int]]:
    """Give the pages some at a time, in a random order, with pages of like length together."""
    order = np.argsort(np.array(lengths) * drawn.uniform(0.7, 1.4, len(lengths)))
    batches = [[picked[at] for at in order[begin : begin + PAGES]] for begin in range(0, len(order), PAGES)]
    yield from (batches[at] for at in drawn.permutation(len(batches)))


Batch = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


def _fill(batch: Sequence[int], examples: Sequence[Example], scaled: Sequence[Numbers], drawn: np.random.Generator) -> Batch:
    """Put pages below each other; of some the top or the foot is left out."""
    ends = []
    for one in batch:
        count = len(scaled[one])
        least = int(drawn.integers(0, count // 6 + 1)) if drawn.random() < 0.2 else 0
        ends.append((least, count - (int(drawn.integers(0, count // 6 + 1)) if drawn.random() < 0.2 else 0)))
    longest = max(end - begin for begin, end in ends)
    rows = torch.zeros(len(batch), longest, scaled[0].shape[1])
    news, weights, there = (torch.zeros(len(batch), longest) for _ in range(3))
    for at, (one, (begin, end)) in enumerate(zip(batch, ends, strict=True)):
        rows[at, : end - begin] = torch.from_numpy(scaled[one][begin:end])
        news[at, : end - begin] = torch.from_numpy(examples[one].news[begin:end])
        weights[at, : end - begin] = torch.from_numpy(examples[one].weights[begin:end])
        there[at, : end - begin] = 1
    return rows, news, weights, there


def measure(pages: Sequence[Told], epochs: int, members: int) -> dict[str, float]:
    """Read each page with a model that was made without it, and give the scores of what onrecord then takes for the body."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for left in range(FOLDS):
        chosen = {page.name for page in pages if part_of(page.name, FOLDS) != left}
        model, telling = make_model(pages, chosen, epochs, members)
        for page in pages:
            if page.name not in chosen and page.way in MEASURED:
                tallies[page.name.partition("/")[0], page.way].add(page, Judge(model, telling))
    return {f"{name}.{way}.{what}": value for (name, way), tally in tallies.items() for what, value in tally.scores().items()}


class Tally:
    """What is counted over pages: lines, and runs of four words as in the article extraction benchmark."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.right = self.wrong = self.missed = 0
        self.precisions: list[float] = []
        self.recalls: list[float] = []

    def add(self, page: Told, judge: Judge) -> None:
        """Count one page."""
        parts = weigh_parts(page.lines, find_outline(page.lines), judge=judge)
        kept = [part.role in ("body", "heading") for part in parts]
        self.right += sum(k and n for k, n in zip(kept, page.news, strict=True))
        self.wrong += sum(k and not n for k, n in zip(kept, page.news, strict=True))
        self.missed += sum(n and not k for k, n in zip(kept, page.news, strict=True))
        taken = _runs("\n".join(line.text for line, k in zip(page.lines, kept, strict=True) if k))
        gold = _runs(page.gold)
        both = sum((taken & gold).values())
        self.precisions += [both / sum(taken.values())] if taken else []
        self.recalls += [both / sum(gold.values())] if gold else []

    def scores(self) -> dict[str, float]:
        """Give F1, precision and recall of lines, and of the text as the mean over pages."""
        line_p, line_r = self.right / max(1, self.right + self.wrong), self.right / max(1, self.right + self.missed)
        text_p, text_r = float(np.mean(self.precisions)), float(np.mean(self.recalls))
        named = {"line_p": line_p, "line_r": line_r, "line_f1": _f1(line_p, line_r)}
        named |= {"text_p": text_p, "text_r": text_r, "text_f1": _f1(text_p, text_r)}
        return {name: round(value, 4) for name, value in named.items()}


def _runs(text: str) -> Counter[tuple[str, ...]]:
    import re

    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))) if words else Counter()


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    main()
