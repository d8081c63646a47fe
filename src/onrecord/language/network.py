"""Paragraphs to who said what and to names, by the network that is shipped in `weights`.

`onnxruntime` runs the encoder on one thread; joining contents to cues and cues to sources is a few small products
in numpy. One page is one batch, so that the same page gives the same marks whatever is read beside it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.decoding import NAMES, ROLES, Floats, Place, best_tags, spans_of, ways
from onrecord.language.features import Chunk, Features, Paragraph, cut_chunks, gather
from onrecord.language.marks import Attribution, Marks, Named
from onrecord.model import NameType, Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WIDEST_BATCH = 6144
"""Cells of chunks times tokens that are read at once; it bounds the memory that a long page takes."""
KINDS: dict[str, NameType] = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}
"""The kinds of names that are given out; the network also knows products, events and the like."""


@dataclass(frozen=True)
class Weights:
    """What the shipped network consists of."""

    session: "InferenceSession"
    vocabulary: dict[str, int]
    linker: dict[str, Floats]
    outside: float
    """Taken from the score of "no role" before the best row of tags is sought: what makes F1 highest in training."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Load the shipped network; it stays loaded."""
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    folder = files("onrecord.language") / "weights"
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    session = InferenceSession((folder / "encoder.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])
    words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    with (folder / "linker.npz").open("rb") as stream:
        linker = {name: np.asarray(values, np.float32) for name, values in np.load(stream).items()}
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return Weights(session, {word: i for i, word in enumerate(words) if word}, linker, float(settings["outside"]))


def mark_paragraphs(paragraphs: Sequence[Paragraph]) -> Marks:
    """Mark the names and attributions of a page's paragraphs, in their order."""
    tokens = [token for paragraph in paragraphs for sentence in paragraph for token in sentence.tokens]
    if not tokens:
        return Marks((), ())
    weights = load_weights()
    chunks = cut_chunks(paragraphs)
    names: list[Named] = []
    attributions: list[Attribution] = []
    for group in _batches(chunks):
        roles, kinds, states = _run(weights, [chunks[i] for i in group])
        roles[:, :, 0] -= weights.outside
        lengths = [len(chunks[i].forms) for i in group]
        tags = best_tags(roles, lengths)
        name_tags = kinds.argmax(2).tolist()
        for row, i in enumerate(group):
            chunk = chunks[i]

            def span(place: Place, chunk: Chunk = chunk) -> Span:
                inside = [n for n in chunk.tokens[place[0] : place[1] + 1] if n >= 0]
                return Span(tokens[inside[0]].start, tokens[inside[-1]].end)

            names += [Named(span(place), KINDS[kind]) for kind, place in spans_of(name_tags[row][: lengths[row]], NAMES) if kind in KINDS]
            for cue, source, contents, weight in _join(weights, spans_of(tags[row], ROLES), states[row], roles[row]):
                attributions.append(Attribution(span(cue), span(source) if source else None, tuple(map(span, contents)), weight))
    names.sort(key=lambda name: name.span)
    attributions.sort(key=lambda a: a.cue)
    return Marks(tuple(names), tuple(attributions))


def _batches(chunks: Sequence[Chunk]) -> list[list[int]]:
    """Put chunks of like length together, so that little is read for nothing."""
    groups: list[list[int]] = []
    for i in sorted(range(len(chunks)), key=lambda i: (len(chunks[i].forms), i)):
        if not groups or (len(groups[-1]) + 1) * len(chunks[i].forms) > WIDEST_BATCH:
            groups.append([])
        groups[-1].append(i)
    return groups


def _run(weights: Weights, chunks: Sequence[Chunk]) -> tuple[Floats, Floats, Floats]:
    """Read a batch; give the scores of roles and names and the states, `[chunks, tokens, ...]`."""
    read = gather(chunks, weights.vocabulary)
    return tuple(weights.session.run(["roles", "names", "states"], _inputs(read)))


def _inputs(read: Features) -> dict[str, Any]:
    at = np.arange(read.forms.shape[1], dtype=np.int32)[None]
    ends = read.lengths[:, None]
    turned = np.where(at < ends, ends - 1 - at, at)
    return {
        "words": read.words, "affixes": read.affixes, "characters": read.characters,
        "forms": read.forms, "places": read.places, "turned": turned.astype(np.int64),
    }  # fmt: skip


Joined = tuple[Place, Place | None, list[Place], float]


def _join(weights: Weights, spans: Sequence[tuple[str, Place]], states: Floats, roles: Floats) -> list[Joined]:
    """Join each content to its cue, and each cue to its source or to none; a cue without content is dropped."""
    parts: dict[str, list[Place]] = {"source": [], "cue": [], "content": []}
    for kind, place in spans:
        parts[kind].append(place)
    cues, contents, sources = parts["cue"], parts["content"], parts["source"]
    if not cues or not contents:
        return []
    ends = {kind: _ends(states, places) for kind, places in parts.items() if places}
    said = _link(weights, "content", ends["content"], ends["cue"], ways(contents, cues)).argmax(1)
    by_cue: dict[int, list[Place]] = {}
    for place, i in zip(contents, said, strict=True):
        by_cue.setdefault(int(i), []).append(place)
    who = np.zeros(len(cues), np.intp)
    if sources:
        scores = _link(weights, "source", ends["cue"], ends["source"], ways(cues, sources))
        nobody = ends["cue"] @ weights.linker["nobody.weight"].T + weights.linker["nobody.bias"]
        who = np.concatenate([nobody, scores], 1).argmax(1)
    odds = np.exp(roles - roles.max(1, keepdims=True))
    odds /= odds.sum(1, keepdims=True)
    return [
        (cues[i], sources[who[i] - 1] if who[i] else None, mine, _weight(odds, cues[i], mine))
        for i, mine in sorted(by_cue.items())
    ]  # fmt: skip


def _weight(odds: Floats, cue: Place, contents: Sequence[Place]) -> float:
    """Give how sure the roles are: the mean odds of the cue's words times those of the content's."""
    in_cue = odds[cue[0] : cue[1] + 1, 3:5].sum(1).mean()
    in_content = np.concatenate([odds[a : b + 1, 5:7].sum(1) for a, b in contents]).mean()
    return float(in_cue * in_content)


def _ends(states: Floats, places: Sequence[Place]) -> Floats:
    """Give the states at the first and the last token of each place."""
    index = np.array(places)
    return np.concatenate([states[index[:, 0]], states[index[:, 1]]], 1)


_SIDES = {"content": ("content", "content_cue"), "source": ("source_cue", "source")}


def _link(weights: Weights, kind: str, seekers: Floats, sought: Floats, way: Any) -> Floats:
    """Score each pair of seeker (a content, a cue) and sought (a cue, a source)."""
    side = [
        np.maximum(states @ weights.linker[f"{name}.weight"].T + weights.linker[f"{name}.bias"], 0)
        for name, states in zip(_SIDES[kind], (seekers, sought), strict=True)
    ]
    scores: Floats = side[0] @ side[1].T / np.float32(8) + weights.linker[f"{kind}_way.weight"][way, 0]
    return scores
