"""The sets in ../shared/data to labelled texts: attributions, names, grammar, and news without labels."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in code points of the text; a role that is not there is empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what is known of it; None where a set does not tell."""

    text: str
    attributions: tuple[Attribution, ...] | None = None
    annotator: int = 0
    """Who marked the attributions, from 1; 0 is nobody."""
    names: tuple[tuple[int, int, str], ...] | None = None
    names_set: str = ""
    """Whose idea of a name it is: the sets differ."""
    grammar: dict[int, tuple[str, str, int]] = field(default_factory=dict)
    """First code point of a word: part of speech, relation, and words to its head (negative before it)."""


def read_all(data: Path) -> tuple[list[Labelled], list[Labelled]]:
    """Read every set that trains the network; give the labelled texts and those without labels."""
    labelled = [
        *read_polnear(data, "train"),
        *read_polnear_multiple(data),
        *read_names(data / "worldwide_ner" / "train.tsv.gz", "world"),
        *read_names(data / "btc" / "train.g_news.conll.gz", "social"),
        *read_names(data / "wnut17" / "train.conll.gz", "social"),
        *read_names(data / "crossner_politics" / "train.bio.gz", "wiki"),
    ]
    raw = [Labelled(row["text"]) for row in _rows(data / "fnc1" / "bodies.dev.jsonl")]
    raw += [Labelled(row["articleBody"]) for row in _rows(data / "article_extraction" / "gold.jsonl")]
    raw += [Labelled(article.text) for article in labelled if article.names_set == "world"]
    return labelled, raw


def read_polnear(data: Path, part: str) -> Iterator[Labelled]:
    """Read PolNeAR with its machine-made names and grammar."""
    silver = {row["id"]: row for row in _rows(data / "polnear_silver" / f"{part}.jsonl.gz")}
    annotators = _annotators(data)
    for row in _rows(data / "polnear" / f"{part}.jsonl"):
        analysed = silver.get(row["id"])
        names, grammar = _silver(analysed) if analysed else (None, {})
        yield Labelled(row["text"], _attributions(row), annotators[row["annotator"]], names, "silver", grammar)


def read_polnear_multiple(data: Path) -> Iterator[Labelled]:
    """Read the other annotators' versions of the few articles that several people marked."""
    annotators = _annotators(data)
    for row in _rows(data / "polnear" / "train_multi.jsonl"):
        if not row["chosen"]:
            yield Labelled(row["text"], _attributions(row), annotators[row["annotator"]])


def _annotators(data: Path) -> dict[str, int]:
    return {name: i for i, name in enumerate(sorted({row["annotator"] for row in _rows(data / "polnear" / "train.jsonl")}), start=1)}


def _attributions(row: dict) -> tuple[Attribution, ...]:
    return tuple(Attribution(*(tuple((s, e) for s, e in a[role]) for role in ("source", "cue", "content"))) for a in row["attributions"])


def _silver(row: dict) -> tuple[tuple[tuple[int, int, str], ...], dict[int, tuple[str, str, int]]]:
    names: list[tuple[int, int, str]] = []
    grammar = {}
    for sentence in row["sents"]:
        before = "O"
        for i, ((start, end), tag) in enumerate(zip(sentence["o"], sentence["n"], strict=True)):
            head = sentence["h"][i]
            grammar[start] = (sentence["p"][i], sentence["r"][i], head - 1 - i if head else 0)
            if tag in {"PERSON", "ORGANIZATION", "LOCATION", "MISC"}:
                if tag == before:
                    names[-1] = (names[-1][0], end, tag)
                else:
                    names.append((start, end, tag))
            before = tag
    return tuple(names), grammar


_NAMES = {
    "Person": "person", "PERSON": "person", "PER": "person", "person": "person", "politician": "person",
    "Organization": "organisation", "ORGANIZATION": "organisation", "ORG": "organisation", "corporation": "organisation",
    "organisation": "organisation", "politicalparty": "organisation",
    "Location": "place", "LOCATION": "place", "LOC": "place", "location": "place", "country": "place", "Facility": "place",
    "NORP": "group", "group": "group",
}  # fmt: skip
"""What each set calls a person, an organisation, a place or a group; everything else that it names is "other"."""


def name_kind(label: str) -> str:
    """Give our kind for a set's own label.

    >>> name_kind("politicalparty"), name_kind("Money")
    ('organisation', 'other')
    """
    return _NAMES.get(label, "other")


def read_names(path: Path, names_set: str) -> Iterator[Labelled]:
    """Read token lines with BIO tags; sentences without an article's mark are put together twenty at a time."""
    text, names, sentences = "", [], 0
    for word, tag in _tokens(path):
        if word is None or (word == "" and sentences >= 20):
            if text:
                yield Labelled(text, names=tuple(names), names_set=names_set)
            text, names, sentences = "", [], 0
        elif word == "":
            text, sentences = text.rstrip("\n") + "\n" if text else "", sentences + 1
        else:
            tight = not text or text.endswith("\n") or text[-1] in "([$£€“‘" or word[0] in ".,;:!?%)]’”'"
            text += word if tight else " " + word
            if tag[0] == "B" or (tag != "O" and not (names and names[-1][2] == tag[2:])):
                names.append((len(text) - len(word), len(text), tag[2:]))
            elif tag != "O":
                names[-1] = (names[-1][0], len(text), tag[2:])
    if text:
        yield Labelled(text, names=tuple(names), names_set=names_set)


def _tokens(path: Path) -> Iterator[tuple[str | None, str]]:
    """Give word and tag; an empty word ends a sentence, none an article; a wnut17 or btc file has no articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# id = "):
                yield None, "O"
            elif "\t" in line:
                word, *_, tag = line.split("\t")
                yield word, tag
            else:
                yield "", "O"


def _rows(path: Path) -> Iterable[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
