"""Labelled texts to chunks with one number for each token and task: what the network is trained on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.language.decoding import NAMES, ROLES
from onrecord.language.features import Chunk, Ints, Paragraph, cut_chunks
from onrecord.language.sentences import split_sentences
from onrecord.language.tokens import Token
from training.corpora import Labelled, name_kind

UNTOLD = -100
"""The label of a token of which a task says nothing."""
NAME_SETS = ("world", "silver", "social", "wiki")
FARTHEST_HEAD = 8
"""Words beyond which a head is only far."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution within a chunk: first and last position of each part."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A chunk with its labels; None for a task of which its set says nothing."""

    chunk: Chunk
    annotator: int
    roles: Ints | None
    links: tuple[Link, ...]
    names: Ints | None
    names_set: int
    grammar: Ints | None
    """Part of speech, relation and way to the head, `[tokens, 3]`."""


class Numbers(dict):
    """Numbers things as they come."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def paragraphs_of(text: str) -> list[Paragraph]:
    """Split a text into paragraphs of sentences, a line each."""
    found, start = [], 0
    for line in text.split("\n"):
        sentences = split_sentences(text, start, start + len(line))
        if sentences:
            found.append(sentences)
        start += len(line) + 1
    return found


def make_examples(texts: Iterable[Labelled], tags: Numbers, relations: Numbers) -> Iterator[Example]:
    """Cut texts into chunks and label each token."""
    for labelled in texts:
        paragraphs = paragraphs_of(labelled.text)
        tokens = [token for paragraph in paragraphs for sentence in paragraph for token in sentence.tokens]
        roles, parts = _roles(labelled, tokens)
        names = _names(labelled, tokens)
        grammar = _grammar(labelled, tokens, tags, relations)
        for chunk in cut_chunks(paragraphs):
            yield Example(
                chunk,
                labelled.annotator,
                _pick(roles, chunk, ROLES.index("I-content")) if roles is not None else None,
                tuple(_links(parts, chunk)),
                _pick(names, chunk, 0) if names is not None else None,
                NAME_SETS.index(labelled.names_set) if names is not None else 0,
                _pick(grammar, chunk, UNTOLD) if grammar is not None else None,
            )


def _pick(labels: np.ndarray, chunk: Chunk, inside: int) -> Ints:
    """Take a chunk's labels; a break is outside, or inside what goes on behind it."""
    numbers = np.array(chunk.tokens)
    picked = labels[numbers]
    for at in np.flatnonzero(numbers < 0):
        goes_on = labels.ndim == 1 and inside and at + 1 < len(picked) and picked[at + 1] == inside
        picked[at] = inside if goes_on else UNTOLD if labels.ndim == 2 else 0
    return picked.astype(np.int32)


def _covered(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    inside = [i for i in range(_first(tokens, start), len(tokens)) if tokens[i].start < end]
    inside = inside[:1] + inside[-1:]
    return (inside[0], inside[-1]) if inside else None


def _first(tokens: Sequence[Token], position: int) -> int:
    """Find the first token that ends behind a place."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return low


Part = dict[str, list[tuple[int, int]]]


def _roles(labelled: Labelled, tokens: Sequence[Token]) -> tuple[np.ndarray | None, list[Part]]:
    if labelled.attributions is None:
        return None, []
    roles = np.zeros(len(tokens), np.int32)
    parts = []
    for attribution in labelled.attributions:
        part: Part = {}
        for role, spans in (("content", attribution.content), ("source", attribution.source), ("cue", attribution.cue)):
            part[role] = [found for s, e in spans if (found := _covered(tokens, s, e))]
            for first, last in part[role]:
                roles[first : last + 1] = ROLES.index(f"I-{role}")
                roles[first] = ROLES.index(f"B-{role}")
        parts.append(part)
    return roles, parts


def _names(labelled: Labelled, tokens: Sequence[Token]) -> np.ndarray | None:
    if labelled.names is None:
        return None
    names = np.zeros(len(tokens), np.int32)
    for start, end, label in labelled.names:
        found = _covered(tokens, start, end)
        if found:
            names[found[0] : found[1] + 1] = NAMES.index(f"I-{name_kind(label)}")
            names[found[0]] = NAMES.index(f"B-{name_kind(label)}")
    return names


def _grammar(labelled: Labelled, tokens: Sequence[Token], tags: Numbers, relations: Numbers) -> np.ndarray | None:
    if not labelled.grammar:
        return None
    rows = np.full((len(tokens), 3), UNTOLD, np.int32)
    for i, token in enumerate(tokens):
        told = labelled.grammar.get(token.start)
        if told:
            way = max(-FARTHEST_HEAD, min(FARTHEST_HEAD, told[2])) + FARTHEST_HEAD
            rows[i] = tags[told[0]], relations[told[1]], way
    return rows


def _links(parts: Sequence[Part], chunk: Chunk) -> Iterator[Link]:
    """Give the attributions whose cue lies in a chunk, with those of their parts that do."""
    at = {number: i for i, number in enumerate(chunk.tokens) if number >= 0}

    def place(span: tuple[int, int]) -> tuple[int, int] | None:
        return (at[span[0]], at[span[1]]) if span[0] in at and span[1] in at else None

    for part in parts:
        cues = [found for span in part["cue"] if (found := place(span))]
        if cues:
            sources = [found for span in part["source"] if (found := place(span))]
            contents = [found for span in part["content"] if (found := place(span))]
            yield Link(cues[0], sources[0] if sources else None, tuple(contents))
