"""Examples to a trained network: batches, the loss of each task, and the steps."""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from onrecord.language.decoding import ways
from onrecord.language.features import gather
from training.examples import UNTOLD, Example
from training.network import Network, turning

LOSSES = {"roles": 1.0, "links": 0.3, "names": 0.5, "grammar": 0.15}
"""What each task counts for; the grammar is machine-made and only helps the first layer."""
BATCH_TOKENS = 2800


@dataclass
class Sample:
    """An example with what other networks say of it."""

    example: Example
    contextual: np.ndarray | None = None
    soft: np.ndarray | None = None
    """Probabilities of the roles after the teachers, `[tokens, roles]`."""
    soft_names: np.ndarray | None = None


def batches(samples: Sequence[Sample], seed: int) -> Iterator[list[Sample]]:
    """Shuffle into batches of chunks of like length."""
    chance = random.Random(seed)
    order = sorted(samples, key=lambda s: len(s.example.chunk.forms) + chance.random() * 24)
    groups: list[list[Sample]] = [[]]
    for sample in order:
        if (len(groups[-1]) + 1) * len(sample.example.chunk.forms) > BATCH_TOKENS:
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


def train(
    network: Network, samples: Sequence[Sample], vocabulary: dict[str, int], *, seconds: float, rate: float = 2e-3, log=print, after=None
) -> None:
    """Train for some seconds; the rate rises, then falls to nothing, and the averaged weights are kept."""
    steps = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    begun, step, epoch = time.monotonic(), 0, 0
    seen: dict[str, float] = {}
    while time.monotonic() - begun < seconds:
        for group in batches(samples, seed=epoch):
            part = (time.monotonic() - begun) / seconds
            if part >= 1:
                break
            for setting in steps.param_groups:
                setting["lr"] = rate * min(1.0, (step + 1) / 100) * max(0.02, 0.5 * (1 + np.cos(np.pi * min(1.0, part))))
            network.train()
            batch = tensors(group, vocabulary)
            unknown = torch.rand(batch["words"].shape) < 0.04
            batch["words"] = torch.where(unknown, 0, batch["words"])
            losses = loss_of(network, group, batch)
            loss = sum(LOSSES.get(k, 1.0) * v for k, v in losses.items())
            steps.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            steps.step()
            step += 1
            keep = min(0.998, (step + 1) / (step + 10))
            with torch.no_grad():
                for k, v in network.state_dict().items():
                    average[k].mul_(keep).add_(v, alpha=1 - keep) if v.dtype.is_floating_point else average[k].copy_(v)
            for k, v in losses.items():
                seen[k] = 0.99 * seen.get(k, float(v)) + 0.01 * float(v)
            if step % 200 == 0:
                log(f"step {step} epoch {epoch} {part:.0%} " + " ".join(f"{k} {v:.3f}" for k, v in seen.items()))
        epoch += 1
        if after:
            after(network, average, epoch)
    network.load_state_dict(average)
