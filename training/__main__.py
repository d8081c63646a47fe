"""Makes the shipped network from the sets in ../shared/data: `python -m training --minutes 240`.

1. base: the small network on the sets' own labels, to begin with;
2. teachers: two larger ones that also see what all-MiniLM-L6-v2 makes of each word, each on the same labels; the
   second then goes on with names alone, and it is its names that are taught;
3. student: the base goes on with the teachers' probabilities as labels, on the sets and on news without labels;
4. export: the student as ONNX in eight bits, with its words and its linker, into the package.

With less than an hour there is no time for teachers: the base is exported. Every step is judged on the development
sets, and what was reached is printed; nothing is tuned on them but `outside`, the bias against "no role".
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from training import contextual, vectors
from training.examples import Example
from training.export import export
from training.judge import judge, judge_names, predict
from training.learn import HARD, NAMES_ALONE, SOFT, Plan, Sample, train
from training.network import Network, Shape
from training.sets import Sets, prepare

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "language" / "weights"
SHORTEST_WITH_TEACHERS = 60
"""Minutes below which there are no teachers."""
BASE, TEACHER, NAMER, STUDENT = 0.08, 0.15, 0.05, 0.57
"""Shares of the minutes left once the contextual vectors are there; there are two teachers."""


def main() -> None:
    """Run the steps one after the other."""
    asked = _arguments()
    cache: Path = asked.cache
    cache.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    begun = time.monotonic()
    sets = prepare(asked.shared / "data", cache, _say)
    samples = [Sample(example) for example in sets.told]
    minutes = asked.minutes
    with_teachers = minutes >= SHORTEST_WITH_TEACHERS
    base = _begin(sets, cache, sets.shape)
    if with_teachers:
        seen = _see(sets, cache)
        minutes -= (time.monotonic() - begun) / 60
    train(base, samples, sets.numbers(), Plan(minutes * 60 * (BASE if with_teachers else 1.0), HARD), _say)
    student = base.adopt_consensus()
    if with_teachers:
        student = _teach(sets, cache, seen, student, minutes)
    best = _judge(sets, student, asked.shared / "tools")
    export(student, list(sets.words), WEIGHTS, best)
    _say(f"written to {WEIGHTS} after {(time.monotonic() - begun) / 60:.0f} minutes")


def _arguments() -> argparse.Namespace:
    root = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(prog="training", description="Make the network that onrecord ships.")
    parser.add_argument("--minutes", type=float, default=240, help="how long to train; under 60 there are no teachers")
    parser.add_argument("--shared", type=Path, default=root.parent / "shared", help="where data/ and tools/ lie")
    parser.add_argument("--cache", type=Path, default=root / ".training", help="where what can be used again is kept")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    if not (asked.shared / "data" / "polnear" / "train.jsonl").is_file():
        parser.error(f"{asked.shared} holds no data/polnear/train.jsonl: say with --shared where the sets lie")
    return asked


def _say(text: str) -> None:
    print(f"training: {time.strftime('%H:%M')} {text}", file=sys.stderr, flush=True)


def _begin(sets: Sets, cache: Path, shape: Shape) -> Network:
    """Make a network whose word vectors are GloVe's where it has the word."""
    network = Network(shape)
    common, known = vectors.read_vectors(cache)
    rank = {word: i for i, word in enumerate(common)}
    table = torch.randn(len(sets.words), known.shape[1]) * 0.1
    for number, word in enumerate(sets.words):
        if word in rank:
            table[number] = torch.from_numpy(known[rank[word]].astype(np.float32)) * 0.6
    network.encoder.forms.word.weight.data.copy_(table)
    return network


Seen = dict[tuple[str, ...], np.ndarray]


def _see(sets: Sets, cache: Path) -> Seen:
    """Look up what the larger network makes of each chunk; this takes ten minutes or so once, and is kept."""
    kept = cache / "contextual.npz"
    chunks = list({e.chunk.forms: e.chunk for e in (*sets.told, *sets.raw, *sets.attributions, *sets.names)}.values())
    if kept.exists():
        with np.load(kept) as stored:
            whole = stored["whole"]
    else:
        whole = np.concatenate(contextual.look_up(chunks, _say))
        np.savez(kept, whole=whole)
    ends = np.cumsum([len(chunk.forms) for chunk in chunks])
    return {chunk.forms: whole[end - len(chunk.forms) : end] for chunk, end in zip(chunks, ends, strict=True)}


def _with_context(examples: Sequence[Example], seen: Seen) -> list[Sample]:
    return [Sample(example, seen[example.chunk.forms]) for example in examples]


def _teach(sets: Sets, cache: Path, seen: Seen, student: Network, minutes: float) -> Network:
    """Train two teachers, average what they say of the roles in every chunk, and let the student learn that and the second's names."""
    labelled = [e for e in sets.told if e.names is None or e.names_set <= 1 or e.roles is not None]
    world = [e for e in sets.told if e.roles is None and e.names is not None and e.names_set == 0]
    learners = [*sets.told, *sets.raw]
    shown = _with_context(learners, seen)
    roles: list[list[np.ndarray]] = []
    for seed in (1, 2):
        torch.manual_seed(seed)
        teacher = _begin(sets, cache, replace(sets.shape, hidden=176, contextual=contextual.WIDTH, dropout=0.4))
        train(teacher, _with_context(labelled, seen), sets.numbers(), Plan(minutes * 60 * TEACHER, HARD, rate=3e-3, batch=2000), _say)
        roles.append([said for said, _ in _ask(teacher, shown, sets)])
    teacher.relax(0.5)
    train(teacher, _with_context(world, seen), sets.numbers(), Plan(minutes * 60 * NAMER, NAMES_ALONE, rate=1.5e-3, batch=1400), _say)
    names = [said for _, said in _ask(teacher, shown, sets)]
    samples = [
        Sample(e, soft=(one + other) / 2, soft_names=name) for e, one, other, name in zip(learners, *roles, names, strict=True)
    ]  # fmt: skip
    student.relax(0.15)
    train(student, samples, sets.numbers(), Plan(minutes * 60 * STUDENT, SOFT, rate=2.5e-3, batch=1600, midway=0.45), _say)
    return student


def _ask(teacher: Network, shown: Sequence[Sample], sets: Sets) -> list[tuple[np.ndarray, np.ndarray]]:
    """Give for each chunk the probabilities of the roles and of the names of its words."""
    said = {i: (np.exp(roles), np.exp(names)) for i, roles, names, _ in predict(teacher, shown, sets.numbers())}
    return [said[i] for i in range(len(shown))]


def _judge(sets: Sets, network: Network, tools: Path) -> float:
    """Print the scores on the development sets; give the bias with the highest F1 of contents and their sources."""
    biases = (0.0, 0.15, 0.3, 0.45)
    told = judge(network, sets.articles, [Sample(e) for e in sets.attributions], sets.numbers(), tools, biases)
    for bias, scores in told.items():
        _say(f"outside {bias}: {scores}")
    _say(str(judge_names(network, [Sample(e) for e in sets.names], sets.numbers())))
    return max(told, key=lambda bias: told[bias]["content"] + told[bias]["content_source"])


if __name__ == "__main__":
    main()
