"""A trained network to its scores on the development sets, by the same decoding that is used in the package."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import torch

from onrecord.language.decoding import NAMES, ROLES, best_tags, spans_of, ways
from onrecord.language.features import cut_chunks
from training.corpora import Labelled
from training.examples import paragraphs_of
from training.learn import Sample, ends, tensors
from training.network import Network


def predict(
    network: Network, samples: Sequence[Sample], vocabulary: dict[str, int]
) -> Iterable[tuple[int, np.ndarray, np.ndarray, torch.Tensor]]:
    """Give for each sample its number, the log probabilities of roles and of names, and the states of the second layer."""
    network.eval()
    order = sorted(range(len(samples)), key=lambda i: len(samples[i].example.chunk.forms))
    for at in range(0, len(order), 32):
        group = order[at : at + 32]
        batch = tensors([samples[i] for i in group], vocabulary)
        with torch.inference_mode():
            low, high = network.encode(batch)
            roles = network.consensus(high).log_softmax(-1).numpy() if network.agreed else network.roles(high, None).numpy()
            names = network.name_scores(low, high)[:, :, 0].log_softmax(-1).numpy()
        for row, i in enumerate(group):
            size = len(samples[i].example.chunk.forms)
            yield i, roles[row, :size], names[row, :size], high[row, :size]


def attribute(network: Network, roles: np.ndarray, high: torch.Tensor, bias: float = 0.0) -> list[dict]:
    """Give the attributions of one chunk as token places."""
    scores = roles.copy()
    scores[:, 0] -= bias
    tags = best_tags([scores])[0]
    spans = spans_of(tags, ROLES)
    parts = {role: [place for kind, place in spans if kind == role] for role in ("source", "cue", "content")}
    found = [{"source": [], "cue": [cue], "content": []} for cue in parts["cue"]]
    if not found:
        return []
    with torch.inference_mode():
        cues = ends(high, parts["cue"])
        if parts["content"]:
            best = network.linker(
                "content", ends(high, parts["content"]), cues, torch.from_numpy(ways(parts["content"], parts["cue"]))
            ).argmax(1)
            for place, i in zip(parts["content"], best.tolist(), strict=True):
                found[i]["content"].append(place)
        if parts["source"]:
            scored = network.linker("source", cues, ends(high, parts["source"]), torch.from_numpy(ways(parts["cue"], parts["source"])))
            for one, i in zip(found, torch.cat([network.linker.nobody(cues), scored], 1).argmax(1).tolist(), strict=True):
                if i:
                    one["source"].append(parts["source"][i - 1])
    return [one for one in found if one["content"]]


def judge(
    network: Network,
    texts: Sequence[Labelled],
    samples: Sequence[Sample],
    vocabulary: dict[str, int],
    tools: Path,
    biases: Sequence[float] = (0.0,),
) -> dict:
    """Score attributions as ../shared/tools does."""
    sys.path.insert(0, str(tools))
    import score_attribution

    told = {i: (roles, high) for i, roles, _, high in predict(network, samples, vocabulary)}
    results = {}
    for bias in biases:
        pairs, at = [], 0
        for labelled in texts:
            tokens = [t for p in paragraphs_of(labelled.text) for s in p for t in s.tokens]
            found = []
            for chunk in cut_chunks(paragraphs_of(labelled.text)):
                for one in attribute(network, *told[at], bias):
                    found.append({k: [_span(chunk.tokens, tokens, place) for place in v] for k, v in one.items()})
                at += 1
            gold = [{"source": a.source, "cue": a.cue, "content": a.content} for a in labelled.attributions or ()]
            pairs.append((labelled.text, {"id": "", "attributions": gold}, {"id": "", "attributions": found}))
        scored = score_attribution.score_pairs(pairs)
        results[bias] = {
            **{f"{k}": round(scored["match"][k]["f1"], 4) for k in ("content", "content_source")},
            "p": round(scored["match"]["content"]["p"], 3), "r": round(scored["match"]["content"]["r"], 3),
            **{f"speech.{k}": round(v["f1"], 4) for k, v in scored["speech"].items()},
            **{f"token.{k}": round(scored["token"][k]["f1"], 4) for k in ("source", "cue", "content")},
        }  # fmt: skip
    return results


def _span(numbers: Sequence[int], tokens: Sequence, place: tuple[int, int]) -> tuple[int, int]:
    inside = [n for n in numbers[place[0] : place[1] + 1] if n >= 0]
    return tokens[inside[0]].start, tokens[inside[-1]].end


def judge_names(network: Network, samples: Sequence[Sample], vocabulary: dict[str, int]) -> dict:
    """Score names of the examples' own set as exact spans with their kinds: F1 over person, organisation and place."""
    tally = np.zeros(3)
    for i, _, scores, _ in predict(network, samples, vocabulary):
        gold = samples[i].example.names
        mine = {s for s in spans_of(best_tags([scores])[0], NAMES) if s[0] in {"person", "organisation", "place"}}
        true = {s for s in spans_of(gold.tolist(), NAMES) if s[0] in {"person", "organisation", "place"}}
        tally += len(mine & true), len(mine), len(true)
    return {"names": round(2 * tally[0] / (tally[1] + tally[2]), 4)}
