"""Rows of texts to what copies and stories of one more page cost when few pages are there and when many are; a program of its own.

growth.py ROWS.jsonl [FEW MANY]    2,000 and 50,000 pages unless told otherwise; datasketch runs beside where it is installed

The pages are made of the rows' sentences with every second word changed; every fifth is a reprint of an earlier one under a new lead.
"""

import importlib
import importlib.util
import json
import re
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import mean

from onrecord.copies.matching import Matcher
from onrecord.model import Block, Capture, Entry, Page, Span
from onrecord.serve.garbage import hardly_searched
from onrecord.story.matters import Matters
from onrecord.story.tellings import find_tellings

LOT = 32
"""Pages that are added together, as pages read together are laid beside each other."""
PROBES = 10
"""Lots whose time is taken, in turn where few pages are and where many are, so that a busy machine is as busy for both."""
ALONE = 96
"""Pages that are then added each by itself."""
SENTENCES = 20
"""Sentences of a page: about 380 words."""
CHANGED = 0.5
"""Share of words that are changed: short runs of words come back as they do in news, long ones only in reprints."""
REPRINTS = 0.2
"""Share of pages that are reprints."""
RECENT = 500
"""Pages, the last ones, that reprints are made of."""
_Add = Callable[[Sequence[Page]], object]


class Archive:
    """What copies and stories of pages are found by."""

    def __init__(self) -> None:
        """Begin without pages."""
        self.matcher = Matcher()
        self.matters = Matters()

    def add(self, pages: Sequence[Page]) -> None:
        """Add pages: find what each has in common with those before it, and the stories that it tells."""
        deque(self.matcher.add_all(pages), maxlen=0)
        self.group(pages)

    def group(self, pages: Sequence[Page]) -> None:
        """Find the stories alone."""
        for telling in [telling for page in pages for telling in find_tellings(page)]:
            self.matters.add(telling.stems)
        self.matters.settle()


def measure_growth(rows: Sequence[dict[str, str]], few: int, many: int) -> dict[str, float]:
    """Measure milliseconds a page, at the first and at the second number of pages, their ratio, and what is kept of a page."""
    made = make_pages(rows)
    small, large = Archive(), Archive()
    for left in range(many, 0, -LOT):
        lot = [*islice(made, min(LOT, left))]
        large.add(lot)
        if left <= few:  # the same news of late, for what is reprinted
            small.add(lot)
    kilobytes = large.matcher.size / many / 1000 + _weigh_grouping(make_pages(rows), few)
    lots = [[*islice(made, LOT)] for _ in range(PROBES)]
    at_few, at_many, grouping = time_in_turn(lots, (small.add, large.add, small.group))
    [alone] = time_in_turn([[next(made)] for _ in range(ALONE)], (small.add,))
    figures = {
        "at_few": at_few,
        "at_many": at_many,
        "ratio": at_many / at_few,
        "grouping": grouping,
        "kilobytes": kilobytes,
        "alone": alone,
    }
    if importlib.util.find_spec("datasketch"):
        figures["datasketch"] = _time_datasketch(made, few)
    return {f"growth.{name}": round(value, 3) for name, value in figures.items()}


def _weigh_grouping(made: Iterator[Page], few: int) -> float:
    """Measure kilobytes a page that grouping keeps, as the interpreter counts them."""
    pages, archive = [next(made) for _ in range(few)], Archive()
    tracemalloc.start()
    archive.group(pages)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept / few / 1000


def make_pages(rows: Sequence[dict[str, str]], seed: int = 5) -> Iterator[Page]:
    """Make pages without end, the same each time."""
    random = Random(seed)
    sentences = [one.split() for row in rows for one in re.split(r"(?<=[.!?])\s+", row["text"]) if 6 < len(one.split()) < 40]
    words = [word for sentence in sentences for word in sentence]
    earlier: deque[list[str]] = deque(maxlen=RECENT)
    number = 0
    while True:
        told = [_change(random, random.choice(sentences), words) for _ in range(SENTENCES)]
        if earlier and random.random() < REPRINTS:
            told = told[:1] + random.choice(earlier)[: random.randint(SENTENCES // 2, SENTENCES)]
        else:
            earlier.append(told)
        yield _page(f"{number}", told)
        number += 1


def _change(random: Random, sentence: Sequence[str], words: Sequence[str]) -> str:
    changed = " ".join(random.choice(words) if random.random() < CHANGED else word for word in sentence).strip(".?!")
    return f"{changed[:1].upper()}{changed[1:]}."


def _page(name: str, sentences: Sequence[str]) -> Page:
    """Make a page of paragraphs of two sentences."""
    lines = [" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2)]
    text, blocks, start = "\n\n".join(lines), [], 0
    for line in lines:
        blocks.append(Block(Span(start, start + len(line)), "body", 0))
        start += len(line) + 2
    capture = Capture("sha256:0", name, "row", text)
    return Page(capture, None, None, None, "en", None, None, tuple(blocks), (Entry(0, Span(0, len(text))),))


def time_in_turn(lots: Sequence[Sequence[Page]], adders: Sequence[_Add]) -> list[float]:
    """Time each adder on each lot of pages, one after the other; give the mean milliseconds a page of each."""
    spent: list[list[float]] = [[] for _ in adders]
    for lot in lots:
        for add, times in zip(adders, spent, strict=True):
            start = time.process_time()
            add(lot)
            times.append(1000 * (time.process_time() - start) / len(lot))
    return [mean(times) for times in spent]


def _time_datasketch(made: Iterator[Page], few: int) -> float:
    """Time MinHash with 128 permutations and its index at half the words shared, as its documentation begins."""
    datasketch = importlib.import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=0.5, num_perm=128)

    def add(pages: Sequence[Page]) -> None:
        for page in pages:
            words = page.capture.text.lower().split()
            minhash = datasketch.MinHash(num_perm=128)
            minhash.update_batch([" ".join(words[n : n + 5]).encode() for n in range(len(words) - 4)])
            index.query(minhash)
            index.insert(page.capture.name, minhash)

    add([*islice(made, few)])
    return time_in_turn([[*islice(made, LOT)] for _ in range(PROBES)], (add,))[0]


if __name__ == "__main__":
    rows_read = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    sizes = [int(word) for word in sys.argv[2:4]] or [2_000, 50_000]
    with hardly_searched():  # as the command runs; else most of what is measured late is the search of what is kept for garbage
        sys.stdout.write(json.dumps(measure_growth(rows_read, *sizes)))
