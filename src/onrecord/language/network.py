"""Paragraphs to who said what and to names, by the network that is shipped in `weights`.

`onnxruntime` runs the encoder and the linker, each on one thread; what is left to numpy is too small for threads. One
page is one batch, so that the same page gives the same marks whatever is read beside it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from itertools import accumulate, count, pairwise
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
FEWEST_ROWS, MOST_PADDED = 3, 1.5
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
    options.enable_mem_pattern = False  # no two pages are of one size
    options.add_session_config_entry("session.set_denormal_as_zero", "1")  # a gate that is all but shut is shut, in half the time
    encoder, linker = (
        InferenceSession((folder / f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in ("encoder", "linker")
    )
    words = (folder / "words.txt").read_text(encoding="utf-8").split("\n")
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    ways = {kind: np.array(table, np.float32) for kind, table in settings["ways"].items()}
    return Weights(encoder, {word: i for i, word in enumerate(words) if word}, linker, ways, float(settings["outside"]))


def mark_paragraphs(paragraphs: Sequence[Paragraph], *, names: bool = True) -> Marks:
    """Mark the names and attributions of a page's paragraphs, in their order; without `names` there are none."""
    tokens = [token for paragraph in paragraphs for sentence in paragraph for token in sentence.tokens]
    if not tokens:
        return Marks((), ())
    all_named: list[Named] = []
    words: list[str] = []
    attributions: list[Attribution] = []
    for chunk, named, joined in _read(load_weights(), cut_chunks(paragraphs), names=names):
        span = partial(_span, chunk, tokens)
        all_named += [Named(span(place), KINDS[kind]) for kind, place in named]
        words += [" ".join(chunk.forms[first : last + 1]) for _, (first, last) in named]
        attributions += [
            Attribution(span(cue), span(source) if source else None, tuple(map(span, content)), weight)
            for cue, source, content, weight in joined
        ]
    agreed = sorted(agree(words, all_named), key=lambda name: name.span)
    return Marks(tuple(agreed), tuple(sorted(attributions, key=lambda one: one.cue)))


def _span(chunk: Chunk, tokens: Sequence[Token], place: Place) -> Span:
    """Turn places in a chunk into code points; a break at an end is left out."""
    first, last = place
    while chunk.tokens[first] < 0:
        first += 1
    while chunk.tokens[last] < 0:
        last -= 1
    return Span(tokens[chunk.tokens[first]].start, tokens[chunk.tokens[last]].end)


def _read(weights: Weights, chunks: Sequence[Chunk], *, names: bool) -> Iterator[tuple[Chunk, list[tuple[str, Place]], list["Joined"]]]:
    """Read chunks; give each with its names, if they are asked for, and its attributions, in no order."""
    batches = _batches(chunks)
    order = [i for group in batches for i in group]
    told = [one for group in batches for one in _run(weights, [chunks[i] for i in group])]
    role_tags = best_tags([scores.roles for scores in told])
    name_tags = best_tags([scores.names for scores in told]) if names else [[] for _ in told]
    spans = [_marked(chunks[i], row, ROLES) for i, row in zip(order, role_tags, strict=True)]
    sides = _link(weights, spans, told)
    for i, row, parts, odds in zip(order, name_tags, _by_role(spans), _odds(told), strict=True):
        named = [(kind, place) for kind, place in _marked(chunks[i], row, NAMES) if kind in KINDS]
        yield chunks[i], named, _join(weights, sides, parts, odds)


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


Sides = dict[str, Floats]
"""What the linker makes of each marked place of a page."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The places of one role in a chunk, and their numbers among all that are marked on the page."""

    places: list[Place]
    numbers: list[int]


def _link(weights: Weights, spans: Sequence[Sequence[tuple[str, Place]]], told: Sequence[Scores]) -> Sides:
    """Run the linker on every marked place of a page at once."""
    ends = [
        np.concatenate((scores.states[[first for _, (first, _) in marked]], scores.states[[last for _, (_, last) in marked]]), 1)
        for marked, scores in zip(spans, told, strict=True)
        if marked
    ]
    return dict(zip(SIDES, weights.linker.run(SIDES, {"ends": np.concatenate(ends)}), strict=True)) if ends else {}


def _by_role(spans: Sequence[Sequence[tuple[str, Place]]]) -> Iterator[dict[str, _Parts]]:
    """Give the parts of each chunk by their role."""
    number = count()
    for marked in spans:
        parts: dict[str, _Parts] = {}
        for role, place in marked:
            own = parts.setdefault(role, _Parts([], []))
            own.places.append(place)
            own.numbers.append(next(number))
        yield parts


class Odds(NamedTuple):
    """How likely each token of a chunk belongs to a cue and to a content."""

    cue: list[float]
    content: list[float]


def _odds(told: Sequence[Scores]) -> Iterator[Odds]:
    """Turn the scores of the roles into odds, chunk by chunk; all are reckoned at once, as numpy is slow at many small things."""
    roles = np.concatenate([scores.roles for scores in told])
    odds = np.exp(roles - roles.max(1, keepdims=True))
    odds /= odds.sum(1, keepdims=True)
    cue, content = odds[:, 3:5].sum(1).tolist(), odds[:, 5:7].sum(1).tolist()
    ends = list(accumulate(len(scores.roles) for scores in told))
    return (Odds(cue[start:end], content[start:end]) for start, end in pairwise((0, *ends)))


def _join(weights: Weights, sides: Sides, parts: dict[str, _Parts], odds: Odds) -> list[Joined]:
    """Join each content to its cue, and each cue to its source or to none; a cue without content is dropped."""
    cues, contents, sources = (parts.get(role) for role in ("cue", "content", "source"))
    if cues is None or contents is None:
        return []
    said = [0] * len(contents.places)
    if len(cues.places) > 1:
        said = _score(weights, sides, "content", contents, cues).argmax(1).tolist()
    by_cue: dict[int, list[Place]] = {}
    for place, i in zip(contents.places, said, strict=True):
        by_cue.setdefault(i, []).append(place)
    who = [0] * len(cues.places)
    if sources is not None:
        who = np.concatenate([sides["nobody"][cues.numbers], _score(weights, sides, "source", cues, sources)], 1).argmax(1).tolist()
    return [
        (cue, sources.places[who[i] - 1] if sources and who[i] else None, mine, _mean(odds.cue, [cue]) * _mean(odds.content, mine))
        for i, mine in sorted(by_cue.items())
        for cue in [cues.places[i]]
    ]


def _mean(odds: Sequence[float], places: Sequence[Place]) -> float:
    """Give the mean of what the words of some places have."""
    words = [one for first, last in places for one in odds[first : last + 1]]
    return sum(words) / len(words)


def _score(weights: Weights, sides: Sides, kind: str, seekers: _Parts, sought: _Parts) -> Floats:
    """Score each pair of seeker (a content, a cue) and sought (a cue, a source)."""
    mine, theirs = ("content", "content_cue") if kind == "content" else ("source_cue", "source")
    scores: Floats = sides[mine][seekers.numbers] @ sides[theirs][sought.numbers].T / np.float32(8)
    return scores + weights.ways[kind][ways(seekers.places, sought.places)]
