"""Paragraphs to who said what and to names, by the network that is shipped in `weights`.

`onnxruntime` runs the encoder and the linker, each on one thread; what is left to numpy is too small for threads. One
page is one batch, so that the same page gives the same marks whatever is read beside it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.language.decoding import NAMES, ROLES, Floats, Place, best_tags, spans_of, ways
from onrecord.language.features import Chunk, Features, Paragraph, cut_chunks, gather
from onrecord.language.marks import Attribution, Marks, Named
from onrecord.language.names import agree
from onrecord.language.tokens import Token
from onrecord.model import NameType, Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WIDEST_BATCH = 6144
"""Cells of chunks times tokens that are read at once; it bounds the memory that a long page takes."""
SIDES = ("content", "content_cue", "source_cue", "source", "nobody")
"""What the linker makes of the states at the two ends of a place."""
FEWEST_ROWS, MOST_PADDED = 3, 1.2
"""Chunks below which a batch is not worth its overhead, and how much longer than the shortest the longest of a batch may be."""
KINDS: dict[str, NameType] = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}
"""The kinds of names that are given out; the network also knows products, events and the like."""


@dataclass(frozen=True)
class Weights:
    """What the shipped network consists of."""

    encoder: "InferenceSession"
    vocabulary: dict[str, int]
    linker: "InferenceSession"
    ways: dict[str, Floats]
    """What the way from one part of an attribution to another adds to their score."""
    outside: float
    """Taken from the score of "no role" before the best row of tags is sought: what makes F1 highest in training."""


class Scores(NamedTuple):
    """What the network makes of one chunk, a row for each token."""

    roles: Floats
    """Scores of the roles, as logarithms."""
    names: Floats
    """Scores of the names, as logarithms."""
    states: Floats
    """States of the second layer."""


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Load the shipped network; it stays loaded."""
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    folder = files("onrecord.language") / "weights"
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    encoder, linker = (
        InferenceSession((folder / f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in ("encoder", "linker")
    )
    words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    ways = {kind: np.array(table, np.float32) for kind, table in settings["ways"].items()}
    return Weights(encoder, {word: i for i, word in enumerate(words) if word}, linker, ways, float(settings["outside"]))


def mark_paragraphs(paragraphs: Sequence[Paragraph]) -> Marks:
    """Mark the names and attributions of a page's paragraphs, in their order."""
    tokens = [token for paragraph in paragraphs for sentence in paragraph for token in sentence.tokens]
    if not tokens:
        return Marks((), ())
    names: list[Named] = []
    words: list[str] = []
    attributions: list[Attribution] = []
    for chunk, named, joined in _read(load_weights(), cut_chunks(paragraphs)):
        span = partial(_span, chunk, tokens)
        names += [Named(span(place), KINDS[kind]) for kind, place in named]
        words += [" ".join(chunk.forms[first : last + 1]) for _, (first, last) in named]
        attributions += [
            Attribution(span(cue), span(source) if source else None, tuple(map(span, content)), weight)
            for cue, source, content, weight in joined
        ]
    agreed = sorted(agree(words, names), key=lambda name: name.span)
    return Marks(tuple(agreed), tuple(sorted(attributions, key=lambda one: one.cue)))


def _span(chunk: Chunk, tokens: Sequence[Token], place: Place) -> Span:
    """Turn places in a chunk into code points; a break at an end is left out."""
    inside = [n for n in chunk.tokens[place[0] : place[1] + 1] if n >= 0]
    return Span(tokens[inside[0]].start, tokens[inside[-1]].end)


def _read(weights: Weights, chunks: Sequence[Chunk]) -> Iterator[tuple[Chunk, list[tuple[str, Place]], list["Joined"]]]:
    """Read chunks; give each with its names and its attributions, in no order."""
    batches = _batches(chunks)
    order = [i for group in batches for i in group]
    told = [one for group in batches for one in _run(weights, [chunks[i] for i in group])]
    tags = best_tags([*(scores.roles for scores in told), *(scores.names for scores in told)])
    parts = _link(weights, [_marked(chunks[i], row, ROLES) for i, row in zip(order, tags[: len(told)], strict=True)], told)
    for i, scores, own, name_tags in zip(order, told, parts, tags[len(told) :], strict=True):
        named = [(kind, place) for kind, place in _marked(chunks[i], name_tags, NAMES) if kind in KINDS]
        yield chunks[i], named, _join(weights, own, scores.roles)


def _marked(chunk: Chunk, tags: Sequence[int], names: Sequence[str]) -> list[tuple[str, Place]]:
    """Give the spans that a row of tags marks, but for those that hold nothing but breaks between paragraphs."""
    return [(kind, (a, b)) for kind, (a, b) in spans_of(tags, names) if max(chunk.tokens[a : b + 1]) >= 0]


def _batches(chunks: Sequence[Chunk]) -> list[list[int]]:
    """Put chunks of like length together, so that little is read for nothing."""
    groups: list[list[int]] = []
    shortest = 0
    for i in sorted(range(len(chunks)), key=lambda i: (len(chunks[i].forms), i)):
        size = len(chunks[i].forms)
        full = bool(groups) and (len(groups[-1]) + 1) * size > WIDEST_BATCH
        if not groups or full or (len(groups[-1]) >= FEWEST_ROWS and size > MOST_PADDED * shortest):
            groups.append([])
            shortest = size
        groups[-1].append(i)
    return groups


def _run(weights: Weights, chunks: Sequence[Chunk]) -> list[Scores]:
    """Read a batch."""
    read = gather(chunks, weights.vocabulary)
    roles, names, states = weights.encoder.run(["roles", "names", "states"], _inputs(read))
    roles[:, :, 0] -= weights.outside
    return [Scores(roles[:length, i], names[:length, i], states[:length, i]) for i, length in enumerate(read.lengths)]


def _inputs(read: Features) -> dict[str, Any]:
    """Lay out the arrays with tokens first; `turned` is the place, counted through, at which each token stands read backwards."""
    chunks, width = read.forms.shape
    at, row = np.arange(width)[:, None], np.arange(chunks)[None]
    turned = np.where(at < read.lengths, read.lengths - 1 - at, at) * chunks + row
    return {
        "words": read.words, "affixes": read.affixes, "characters": read.characters,
        "forms": np.ascontiguousarray(read.forms.T), "places": np.ascontiguousarray(read.places.T), "turned": turned.ravel(),
    }  # fmt: skip


Joined = tuple[Place, Place | None, list[Place], float]


@dataclass(frozen=True)
class _Parts:
    """The places of one role in a chunk, and what the linker makes of them."""

    places: list[Place]
    sides: dict[str, Floats]


def _link(weights: Weights, spans: Sequence[Sequence[tuple[str, Place]]], told: Sequence[Scores]) -> list[dict[str, _Parts]]:
    """Run the linker on every marked place of a page at once; give the parts of each chunk by their role."""
    ends = [
        scores.states[[place[end] for _, place in marked]]
        for marked, scores in zip(spans, told, strict=True)
        if marked
        for end in (0, 1)
    ]  # fmt: skip
    if not ends:
        return [{} for _ in spans]
    states = np.concatenate([np.concatenate(pair, 1) for pair in zip(ends[::2], ends[1::2], strict=True)])
    sides = dict(zip(SIDES, weights.linker.run(SIDES, {"ends": states}), strict=True))
    found, at = [], 0
    for marked in spans:
        rows = {role: [at + i for i, (kind, _) in enumerate(marked) if kind == role] for role in ("source", "cue", "content")}
        found.append(
            {
                role: _Parts([marked[i - at][1] for i in own], {name: side[own] for name, side in sides.items()})
                for role, own in rows.items()
                if own
            }
        )
        at += len(marked)
    return found


def _join(weights: Weights, parts: dict[str, _Parts], roles: Floats) -> list[Joined]:
    """Join each content to its cue, and each cue to its source or to none; a cue without content is dropped."""
    cues, contents, sources = (parts.get(role) for role in ("cue", "content", "source"))
    if cues is None or contents is None:
        return []
    said = np.zeros(len(contents.places), np.intp)
    if len(cues.places) > 1:
        said = _score(weights, "content", contents, cues).argmax(1)
    by_cue: dict[int, list[Place]] = {}
    for place, i in zip(contents.places, said.tolist(), strict=True):
        by_cue.setdefault(i, []).append(place)
    who = [0] * len(cues.places)
    if sources is not None:
        who = np.concatenate([cues.sides["nobody"], _score(weights, "source", cues, sources)], 1).argmax(1).tolist()
    odds = np.exp(roles - roles.max(1, keepdims=True))
    odds /= odds.sum(1, keepdims=True)
    as_cue, as_content = odds[:, 3:5].sum(1).tolist(), odds[:, 5:7].sum(1).tolist()
    return [
        (cue, sources.places[who[i] - 1] if sources and who[i] else None, mine, _mean(as_cue, [cue]) * _mean(as_content, mine))
        for i, mine in sorted(by_cue.items())
        for cue in [cues.places[i]]
    ]


def _mean(odds: Sequence[float], places: Sequence[Place]) -> float:
    """Give the mean of what the words of some places have."""
    words = [one for first, last in places for one in odds[first : last + 1]]
    return sum(words) / len(words)


def _score(weights: Weights, kind: str, seekers: _Parts, sought: _Parts) -> Floats:
    """Score each pair of seeker (a content, a cue) and sought (a cue, a source)."""
    mine, theirs = ("content", "content_cue") if kind == "content" else ("source_cue", "source")
    scores: Floats = seekers.sides[mine] @ sought.sides[theirs].T / np.float32(8)
    return scores + weights.ways[kind][ways(seekers.places, sought.places)]
