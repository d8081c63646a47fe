"""A stream of bytes to its pieces in order, unpacked where it is a gzip archive, as far as it can be read."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from onrecord.settings import CaptureSettings

_GZIP = b"\x1f\x8b"
_WITH_HEADER = 31  # zlib's sign for a gzip header around the data


@dataclass(frozen=True, slots=True)
class Broken:
    """Stands where a stream breaks off before its end."""

    what: str
    """What happened, as the beginning of a sentence."""


Piece = bytes | Broken
"""Some bytes of a stream, or, as its last piece, why there are no more."""


def read_pieces(stream: BinaryIO, *, settings: CaptureSettings | None = None) -> Iterator[Piece]:
    """Read a stream piece by piece; never more of it is held than one piece, packed and unpacked.

    >>> import gzip, io
    >>> whole = gzip.compress(b"The ferry sank off Orle.")
    >>> list(read_pieces(io.BytesIO(whole)))
    [b'The ferry sank off Orle.']
    >>> list(read_pieces(io.BytesIO(whole[:-4])))[-1].what
    'The gzip archive breaks off'
    """
    limits = settings or CaptureSettings()
    pieces = _read(stream, limits)
    first = next(pieces, b"")
    whole = chain([first], pieces)
    return _unpack(whole, limits) if isinstance(first, bytes) and first.startswith(_GZIP) else whole


def _read(stream: BinaryIO, limits: CaptureSettings) -> Iterator[Piece]:
    try:
        while piece := stream.read(limits.piece_bytes):
            yield piece
    except OSError as error:
        yield Broken(f"It cannot be read further ({(error.strerror or str(error)).lower()})")


def _unpack(pieces: Iterable[Piece], limits: CaptureSettings) -> Iterator[Piece]:
    """Unpack gzip members that follow each other, as they do in an archive that was written in parts."""
    member: zlib._Decompress | None = None
    packed = unpacked = 0
    for piece in pieces:
        if isinstance(piece, Broken):
            yield piece
            return
        packed += len(piece)
        left = piece
        while left := left if member else left.lstrip(b"\x00"):  # some writers fill up with zeros behind a member
            member = member or zlib.decompressobj(_WITH_HEADER)
            out, damaged = _inflate(member, left, limits)
            if out:
                yield out
            unpacked += len(out)
            if damaged or unpacked > max(limits.largest_bytes, limits.largest_growth * packed):
                yield Broken("The gzip archive is damaged" if damaged else _BOMB.format(limits.largest_growth))
                return
            left, member = (member.unused_data, None) if member.eof else (member.unconsumed_tail, member)
    if member:
        yield member.flush()
        yield Broken("The gzip archive breaks off")


_BOMB = "The gzip archive unpacks to more than {} times its size, as no text does,"


def _inflate(member: "zlib._Decompress", packed: bytes, limits: CaptureSettings) -> tuple[bytes, bool]:
    """Unpack one piece at most; where that fails, what comes before the damage, and that there is some."""
    before = member.copy()
    try:
        return member.decompress(packed, limits.piece_bytes), False
    except zlib.error:
        return b"".join(_before_damage(before, packed)), True


def _before_damage(member: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """Unpack byte by byte: zlib gives nothing of a piece that has damage in it."""
    for at in range(len(packed)):
        try:
            yield member.decompress(packed[at : at + 1])
        except zlib.error:
            return
