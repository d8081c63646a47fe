"""Examples to a trained network: batches, the loss of each task, and the steps."""

import itertools
import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from onrecord.language.decoding import ways
from onrecord.language.features import UNKNOWN, gather
from training.examples import UNTOLD, Example
from training.network import Network, turning

HARD = {"roles": 1.0, "links": 0.3, "names": 0.5, "grammar": 0.15}
"""What each task counts for where only the sets' labels are learnt; the grammar is machine-made and only helps the first layer."""
SOFT = {"roles": 0.15, "links": 0.3, "names": 0.3, "grammar": 0.05, "soft": 1.0, "soft_names": 1.0}
"""The same where teachers tell how likely each role and name is: with more weight, the sets' labels get learnt by heart."""
NAMES_ALONE = {"names": 1.0}
"""The same for a teacher of names."""
RISE = 100
"""Steps over which the rate rises."""
UNKNOWN_SHARE = 0.04
"""Share of the word forms of a batch that are read as if the vocabulary lacked them."""


@dataclass(frozen=True)
class Plan:
    """How long and how fast to train."""

    seconds: float
    losses: dict[str, float]
    """What each task counts for."""
    rate: float = 2e-3
    """Highest learning rate; it falls along a cosine to a fiftieth."""
    batch: int = 2800
    """Tokens of a batch."""
    midway: float | None = None
    """Part of the time at which a state is put aside; the mean of it and of the last is kept. None keeps the last alone."""


@dataclass
class Sample:
    """An example with what other networks say of it."""

    example: Example
    contextual: np.ndarray | None = None
    soft: np.ndarray | None = None
    """Probabilities of the roles after the teachers, `[tokens, roles]`."""
    soft_names: np.ndarray | None = None


def batches(samples: Sequence[Sample], size: int, seed: int) -> Iterator[list[Sample]]:
    """Shuffle into batches of chunks of like length."""
    chance = random.Random(seed)
    order = sorted(samples, key=lambda s: len(s.example.chunk.forms) + chance.random() * 24)
    groups: list[list[Sample]] = [[]]
    for sample in order:
        if (len(groups[-1]) + 1) * len(sample.example.chunk.forms) > size:
            groups.append([])
        groups[-1].append(sample)
    chance.shuffle(groups)
    yield from (group for group in groups if group)


def tensors(samples: Sequence[Sample], vocabulary: dict[str, int]) -> dict[str, Tensor]:
    """Turn a batch into the tensors that the network reads."""
    read = gather([s.example.chunk for s in samples], vocabulary)
    lengths = torch.from_numpy(read.lengths).long()
    batch = {k: torch.from_numpy(getattr(read, k)).long() for k in ("words", "affixes", "characters", "forms", "places")}
    batch["lengths"], batch["turned"] = lengths, turning(lengths, read.forms.shape[1])
    if samples[0].contextual is not None:
        batch["contextual"] = padded([s.contextual for s in samples], read.forms.shape[1], 0.0)
    return batch


def padded(rows: Sequence[np.ndarray | None], width: int, fill: float) -> Tensor:
    """Put rows of different length under one another; a missing row is all fill."""
    like = next(row for row in rows if row is not None)
    out = np.full((len(rows), width, *like.shape[1:]), fill, np.float32 if like.dtype.kind == "f" else np.int64)
    for i, row in enumerate(rows):
        if row is not None:
            out[i, : len(row)] = row
    return torch.from_numpy(out)


def loss_of(network: Network, samples: Sequence[Sample], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Give the loss of each task that the batch has labels for."""
    low, high = network.encode(batch)
    width = high.shape[1]
    losses: dict[str, Tensor] = {}
    examples = [s.example for s in samples]
    if any(e.roles is not None for e in examples):
        gold = padded([e.roles for e in examples], width, UNTOLD)
        scores = network.roles(high, torch.tensor([e.annotator for e in examples]))
        losses["roles"] = cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNTOLD)
        losses["links"] = link_loss(network, examples, high)
    if any(s.soft is not None for s in samples):
        soft = padded([s.soft for s in samples], width, 0.0)
        scores = network.roles(high, torch.zeros(len(samples), dtype=torch.long)).log_softmax(-1)
        losses["soft"] = -(soft * scores).sum() / soft.sum()
    if any(e.names is not None for e in examples):
        scores = network.name_scores(low, high)
        sets = torch.tensor([e.names_set for e in examples])
        mine = scores[torch.arange(len(examples)), :, sets]
        gold = padded([e.names for e in examples], width, UNTOLD)
        losses["names"] = cross_entropy(mine.flatten(0, 1), gold.flatten(), ignore_index=UNTOLD)
    if any(s.soft_names is not None for s in samples):
        soft = padded([s.soft_names for s in samples], width, 0.0)
        losses["soft_names"] = -(soft * network.name_scores(low, high)[:, :, 0].log_softmax(-1)).sum() / soft.sum()
    if any(e.grammar is not None for e in examples):
        gold = padded([e.grammar for e in examples], width, UNTOLD)
        shape, scores = network.shape, network.grammar(low)
        parts = scores.split([shape.tags, shape.relations, shape.ways], 2)
        each = [cross_entropy(p.flatten(0, 1), gold[..., i].flatten(), ignore_index=UNTOLD) for i, p in enumerate(parts)]
        losses["grammar"] = torch.stack(each).sum()
    return losses


def ends(high: Tensor, places: Sequence[tuple[int, int]]) -> Tensor:
    """Give the states at the first and the last token of each place."""
    index = torch.tensor(places)
    return torch.cat([high[index[:, 0]], high[index[:, 1]]], 1)


def link_loss(network: Network, examples: Sequence[Example], high: Tensor) -> Tensor:
    """Give the loss of joining the true contents to their cues and the true cues to their sources."""
    total, count = high.new_zeros(()), 0
    linker = network.linker
    for row, example in enumerate(examples):
        links = sorted(example.links, key=lambda link: link.cue)
        contents = [(place, i) for i, link in enumerate(links) for place in link.content]
        if not contents:
            continue
        states = network.drop(high[row])
        cues = [link.cue for link in links]
        seekers = [place for place, _ in contents]
        cue_states = ends(states, cues)
        scores = linker("content", ends(states, seekers), cue_states, torch.from_numpy(ways(seekers, cues)))
        total = total + cross_entropy(scores, torch.tensor([i for _, i in contents]), reduction="sum")
        sources = sorted({link.source for link in links if link.source})
        nobody = linker.nobody(cue_states)
        gold = torch.tensor([sources.index(link.source) + 1 if link.source else 0 for link in links])
        if sources:
            scores = linker("source", cue_states, ends(states, sources), torch.from_numpy(ways(cues, sources)))
            nobody = torch.cat([nobody, scores], 1)
            total = total + cross_entropy(nobody, gold, reduction="sum")
        count += len(contents) + len(links)
    return total / max(1, count)


def train(network: Network, samples: Sequence[Sample], vocabulary: dict[str, int], plan: Plan, log: Callable[[str], None]) -> None:
    """Train for some seconds; the rate rises, then falls, and what is kept is the moving average of the weights."""
    steps = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=0.01, betas=(0.9, 0.98))
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    begun, seen, aside = time.monotonic(), dict[str, float](), dict[str, Tensor]()
    for step, group in enumerate(_endlessly(samples, plan.batch), start=1):
        part = (time.monotonic() - begun) / plan.seconds
        if part >= 1:
            break
        for setting in steps.param_groups:
            setting["lr"] = plan.rate * min(1.0, step / RISE) * max(0.02, 0.5 * (1 + math.cos(math.pi * part)))
        for name, value in _step(network, group, vocabulary, plan.losses, steps).items():
            seen[name] = 0.99 * seen.get(name, value) + 0.01 * value
        _keep_average(average, network, min(0.998, step / (step + 9)))
        if plan.midway is not None and part >= plan.midway and not aside:
            aside = {name: value.clone() for name, value in average.items()}
        if step % 200 == 0:
            log(f"step {step}, {part:.0%}: " + ", ".join(f"{name} {value:.3f}" for name, value in seen.items()))
    network.load_state_dict({name: (value + aside[name]) / 2 for name, value in average.items()} if aside else average)


def _endlessly(samples: Sequence[Sample], size: int) -> Iterator[list[Sample]]:
    for epoch in itertools.count():
        yield from batches(samples, size, epoch)


def _step(
    network: Network, group: Sequence[Sample], vocabulary: dict[str, int], weights: dict[str, float], steps: torch.optim.Optimizer
) -> dict[str, float]:
    """Learn from one batch; give the loss of each task."""
    network.train()
    batch = tensors(group, vocabulary)
    batch["words"] = torch.where(torch.rand(batch["words"].shape) < UNKNOWN_SHARE, UNKNOWN, batch["words"])
    losses = loss_of(network, group, batch)
    steps.zero_grad()
    torch.stack([weights[name] * value for name, value in losses.items() if name in weights]).sum().backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
    steps.step()
    return {name: value.item() for name, value in losses.items()}


@torch.no_grad()
def _keep_average(average: dict[str, Tensor], network: Network, keep: float) -> None:
    for name, value in network.state_dict().items():
        average[name].mul_(keep).add_(value, alpha=1 - keep)
