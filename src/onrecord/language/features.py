"""Paragraphs to the arrays a network reads: a row of numbers for each different word, and for each token its row and its place.

The same functions prepare the training sets, so that the network meets in use what it met in training.
"""

import re
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.language.sentences import Sentence

Ints = npt.NDArray[np.int32]
Paragraph = Sequence[Sentence]

LONGEST_CHUNK = 128
"""Tokens read in one go; whole paragraphs are kept together where they fit."""
LONGEST_WORD = 16
"""Characters of a word that are looked at one by one; of a longer one the first half of these and the last."""
PREFIXES, SUFFIXES = 2048, 2048
"""Buckets that the first and the last three letters of words are hashed into."""
AFFIXES = 3
"""First letters, last letters, shape."""
SHAPES = 256
"""Buckets that the shapes of words are hashed into: "Xxx", "00,000", "x.x."."""
CHARACTERS = 132
"""Printable ASCII, a few marks of print, and one number for all other characters."""
PLACES = 10
"""Outside quotation marks, within closed, open or single ones, each at the start of a sentence or not; and the break."""
BREAK = "¶"
"""Stands between two paragraphs that are read together."""
UNKNOWN = 0
"""The number of every word that the vocabulary lacks."""

_PRINT = {mark: 127 + i for i, mark in enumerate("“”’—…")}
_RUN = re.compile(r"(.)\1\1+", re.DOTALL)
_NUMBERS = struct.Struct(f"={AFFIXES + LONGEST_WORD}i")
_DIGITS = str.maketrans("0123456789’‘", "0000000000''")


@dataclass(frozen=True, slots=True)
class Features:
    """What a network reads of some chunks of text."""

    words: Ints
    """Number in the vocabulary of each different form, `[forms]`."""
    affixes: Ints
    """Bucket of its first letters, of its last letters and of its shape, `[forms, 3]`."""
    characters: Ints
    """Its characters, zero behind the last, `[forms, LONGEST_WORD]`."""
    forms: Ints
    """Which form stands at each token, `[chunks, tokens]`; the first form, a break, behind the end of a chunk."""
    places: Ints
    """Where the token stands, `[chunks, tokens]`."""
    lengths: Ints
    """Tokens of each chunk, `[chunks]`."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Paragraphs read in one go."""

    forms: tuple[str, ...]
    """The words, with a break between two paragraphs."""
    places: tuple[int, ...]
    """The place of each."""
    tokens: tuple[int, ...]
    """Number of each token among all that were given, counted through; -1 for a break."""


def normalise(form: str) -> str:
    """Write a word as the vocabulary does: small letters, every digit a zero, one kind of apostrophe.

    >>> normalise("Orlen’s-47B")
    "orlen's-00b"
    """
    return form.translate(_DIGITS).lower()


def shape(form: str) -> str:
    """Describe how a word is written, a run of one kind of sign as one or two of them.

    >>> shape("McOrlen"), shape("2,300"), shape("U.S.")
    ('XxXxx', '0,00', 'X.X.')
    """
    return _shorten(form.translate(_KINDS))


@lru_cache(maxsize=1 << 12)
def _shorten(kinds: str) -> str:
    """Leave two of each run of signs; most words are written in one of a few ways."""
    return _RUN.sub(r"\1\1", kinds)[:12]


class _Table(dict[int, str]):
    """What stands for each character, for `str.translate`: what is worked out for ASCII is kept."""

    def __init__(self, told: Callable[[str], str]) -> None:
        super().__init__({code: told(chr(code)) for code in range(128)})
        self._told = told

    def __missing__(self, code: int) -> str:
        return self._told(chr(code))


def _kind(c: str) -> str:
    """Tell what sort of sign a character is; marks stand for themselves."""
    return "0" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c


def _character(c: str) -> str:
    """Give the character whose code is the number of this one."""
    return chr((ord(c) if " " <= c <= "~" else _PRINT.get(c, CHARACTERS)) - ord(" ") + 1)


_KINDS, _CHARACTERS = _Table(_kind), _Table(_character)


class Description(NamedTuple):
    """What is known of a word from its letters alone."""

    normal: str
    """As the vocabulary writes it."""
    numbers: bytes
    """Buckets of its first letters, its last and its shape, then its characters, zero behind the last: 32 bits each."""


@lru_cache(maxsize=1 << 17)
def describe(form: str) -> Description:
    """Describe a word; the same few thousand forms make up most of any news."""
    low = normalise(form)
    cut = form if len(form) <= LONGEST_WORD else form[: LONGEST_WORD // 2] + form[-LONGEST_WORD // 2 :]
    affixes = (_bucket("<" + low[:3], PREFIXES), _bucket(low[-3:] + ">", SUFFIXES), _bucket(shape(form), SHAPES))
    characters = cut.translate(_CHARACTERS).encode("latin-1").ljust(LONGEST_WORD, b"\0")
    return Description(low, _NUMBERS.pack(*affixes, *characters))


def _bucket(text: str, buckets: int) -> int:
    return zlib.crc32(text.encode()) % buckets


def cut_chunks(paragraphs: Sequence[Paragraph]) -> list[Chunk]:
    """Put paragraphs together into chunks, as many as fit; a paragraph longer than a chunk is cut between sentences."""
    chunks: list[Chunk] = []
    forms: list[str] = []
    places: list[int] = []
    tokens: list[int] = []
    number = 0

    def close() -> None:
        if forms:
            chunks.append(Chunk(tuple(forms), tuple(places), tuple(tokens)))
            for part in (forms, places, tokens):
                part.clear()

    for paragraph in paragraphs:
        size = sum(len(sentence.tokens) for sentence in paragraph)
        if len(forms) + 1 + size > LONGEST_CHUNK:
            close()
        if forms:
            forms.append(BREAK)
            places.append(PLACES - 1)
            tokens.append(-1)
        for sentence in paragraph:
            if forms and forms[-1] != BREAK and len(forms) + len(sentence.tokens) > LONGEST_CHUNK:
                close()
            forms += [token.text for token in sentence.tokens]
            places += place_tokens(sentence)
            tokens += range(number, number + len(sentence.tokens))
            number += len(sentence.tokens)
    close()
    return chunks


def place_tokens(sentence: Sentence) -> list[int]:
    """Tell of each token of a sentence whether it stands in quotation marks, and whether it is the first."""
    places = [0] * len(sentence.tokens)
    for quotation in sentence.quotations:
        kind = 6 if quotation.single else 2 if quotation.closed else 4
        start, end = quotation.outer
        for i, token in enumerate(sentence.tokens):
            if start <= token.start < end:
                places[i] = kind
    if places:
        places[0] += 1
    return places


def gather(chunks: Sequence[Chunk], vocabulary: dict[str, int]) -> Features:
    """Turn chunks into arrays; the chunks are padded to the longest."""
    numbers = {form: number for number, form in enumerate(dict.fromkeys(chain((BREAK,), *(chunk.forms for chunk in chunks))))}
    lengths = np.array([len(chunk.forms) for chunk in chunks], np.int32)
    forms = np.zeros((len(chunks), int(lengths.max())), np.int32)
    places = np.full(forms.shape, PLACES - 1, np.int32)
    for row, chunk in enumerate(chunks):
        forms[row, : len(chunk.forms)] = [numbers[form] for form in chunk.forms]
        places[row, : len(chunk.forms)] = chunk.places
    described = [describe(form) for form in numbers]
    words = np.array([vocabulary.get(word.normal, UNKNOWN) for word in described], np.int32)
    letters = np.frombuffer(b"".join([word.numbers for word in described]), np.int32).reshape(len(described), -1)
    return Features(words, letters[:, :AFFIXES].copy(), letters[:, AFFIXES:].copy(), forms, places, lengths)
