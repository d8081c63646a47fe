"""Saved pages with the text that people took from them to lines that are told to be news or not; the measure of a choice of lines."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from onrecord.capture.html import read_html
from onrecord.model import Markup
from onrecord.settings import CaptureSettings

SETS = ("article_extraction", "news_pages")
FOLDS = 5
_WORD = re.compile(r"\w+")
_RUN = 4
_NEAR = 6


@dataclass(frozen=True)
class Marked:
    """A page whose lines are told apart."""

    set: str
    id: str
    fold: int
    """The fold in which it is judged."""
    text: str
    markup: Markup
    gold: str
    """The text that people took from it."""
    labels: tuple[float, ...]
    """How much of each line is news."""


def read_pages(shared: Path, settings: CaptureSettings | None = None) -> Iterator[Marked]:
    """Read the pages of both sets."""
    for name in SETS:
        folder = shared / "data" / name
        for row in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            held = json.loads(row)
            with gzip.open(folder / "html" / f"{held['id']}.html.gz", "rt", encoding="utf-8", errors="replace") as stream:
                read = read_html(stream.read(), url=held.get("url"), settings=settings)
            gold = _gold(held)
            fold = int(sha256(held["id"].encode()).hexdigest(), 16) % FOLDS
            yield Marked(name, held["id"], fold, read.text, read.markup, gold, label(_texts(read.text, read.markup), gold))


def untaken(page: Marked) -> Marked:
    """Give a page as if no extractor had been asked."""
    return replace(page, markup=replace(page.markup, lines=tuple(replace(line, taken=False) for line in page.markup.lines)))


def _texts(text: str, markup: Markup) -> list[str]:
    return [line.span.of(text) for line in markup.lines]


def _gold(held: dict) -> str:
    if held.get("articleBody") is not None:
        return str(held["articleBody"])
    parts = list(held.get("summary") or [])
    for section in held.get("sections") or []:
        parts += [*(section.get("headline") or []), *section["paragraphs"]]
    return "\n".join(parts)


def label(lines: Sequence[str], gold: str) -> tuple[float, ...]:
    """Tell how much of each line stands in the gold text, each stretch of which is used once, by the line among most others of it.

    >>> label(["Menu", "The dam at Orle has held", "The dam at Orle has held", "It is safe, they said"],
    ...       "The dam at Orle has held\\nIt is safe, they said")
    (0.0, 1.0, 0.0, 1.0)
    """
    squashed = [_squash(line) for line in lines]
    paragraphs = Counter(squash for part in gold.split("\n") if (squash := _squash(part)))
    runs = _runs(_squash(gold))
    within = f" {_squash(gold)} "
    first = [_share(line, paragraphs, runs, within) for line in squashed]
    weight = [share * min(len(line.split()), 40) for share, line in zip(first, squashed, strict=True)]
    density = [sum(weight[max(0, at - _NEAR) : at + _NEAR + 1]) for at in range(len(lines))]
    labels = [0.0] * len(lines)
    for at in sorted(range(len(lines)), key=lambda at: (-density[at], at)):
        line, held = squashed[at], _runs(squashed[at])
        if first[at] == 0:
            continue
        if paragraphs[line] > 0:
            paragraphs[line] -= 1
            labels[at] = 1.0
        elif len(line.split()) >= _RUN:
            labels[at] = sum(min(count, runs[run]) for run, count in held.items()) / sum(held.values())
        elif density[at] > 40:
            labels[at] = first[at]
        if labels[at] >= 0.5:
            runs.subtract(held)
    return tuple(labels)


def _share(line: str, paragraphs: Counter[str], runs: Counter[tuple[str, ...]], within: str) -> float:
    if not line:
        return 0.0
    if line in paragraphs:
        return 1.0
    if len(line.split()) < _RUN:
        return 0.6 if line.count(" ") > 1 and f" {line} " in within else 0.0
    held = _runs(line)
    return sum(run in runs for run in held) / len(held)


def _squash(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))) if words else Counter()


def measure(pages: Sequence[Marked], chosen: Sequence[Sequence[bool]]) -> dict[str, tuple[float, float, float]]:
    """Measure choices of lines: precision, recall and F1 of each set, as score_pages.py does."""
    found: dict[str, tuple[float, float, float]] = {}
    for name in SETS:
        precision, recall = [], []
        for page, kept in zip(pages, chosen, strict=True):
            if page.set == name:
                texts = _texts(page.text, page.markup)
                mine, gold = _runs("\n".join(text for text, keep in zip(texts, kept, strict=True) if keep)), _runs(page.gold)
                both = sum((mine & gold).values())
                precision += [both / sum(mine.values())] if mine else []
                recall += [both / sum(gold.values())] if gold else []
        p, r = sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall))
        found[name] = (round(p, 4), round(r, 4), round(2 * p * r / ((p + r) or 1), 4))
    return found
