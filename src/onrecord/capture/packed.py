"""A stream of bytes to its pieces in order, unpacked where it is a gzip archive, as far as it can be read."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from onrecord.settings import CaptureSettings

GZIP = b"\x1f\x8b"
"""What a gzip archive begins with."""
_MEMBER = b"\x1f\x8b\x08"
_WITH_HEADER = 31  # zlib's sign for a gzip header around the data


@dataclass(frozen=True, slots=True)
class Broken:
    """Stands where a stream breaks off before its end."""

    what: str
    """What happened, as the beginning of a sentence."""


Piece = bytes | Broken
"""Some bytes of a stream, or why there are no more; pieces behind that are those of a later part that is whole, as web archives have."""


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
    return unpack_pieces(_read(stream, limits), settings=limits)


def unpack_pieces(pieces: Iterator[Piece], *, settings: CaptureSettings | None = None) -> Iterator[Piece]:
    """Unpack the pieces of a gzip archive, and let others pass."""
    first = next(pieces, b"")
    whole = chain([first], pieces)
    packed = isinstance(first, bytes) and first.startswith(GZIP)
    return _unpack(whole, settings or CaptureSettings()) if packed else whole


def _read(stream: BinaryIO, limits: CaptureSettings) -> Iterator[Piece]:
    try:
        while piece := stream.read(limits.piece_bytes):
            yield piece
    except OSError as error:
        yield Broken(f"It cannot be read further ({(error.strerror or str(error)).lower()})")


def _unpack(pieces: Iterable[Piece], limits: CaptureSettings) -> Iterator[Piece]:
    """Unpack gzip members that follow each other, as they do in an archive that was written in parts; past damage, the next of them."""
    unpacker = _Unpacker(limits)
    for piece in pieces:
        if isinstance(piece, Broken):
            yield piece
            return
        yield from unpacker.feed(piece)
        if unpacker.unpacked > max(limits.largest_bytes, limits.largest_growth * unpacker.packed):
            yield Broken(_BOMB.format(limits.largest_growth))
            return
    if unpacker.member:
        yield unpacker.member.flush()
        yield Broken("The gzip archive breaks off")


@dataclass(slots=True)
class _Unpacker:
    """A gzip archive that is being unpacked."""

    limits: CaptureSettings
    member: "zlib._Decompress | None" = None
    packed: int = 0
    unpacked: int = 0
    lost: bool = False
    before: bytes = b""  # what may be the beginning of a member, where one is looked for behind damage

    def feed(self, piece: bytes) -> Iterator[Piece]:
        """Unpack a piece, no more of it at a time than a piece, and no more of it than a bomb has."""
        self.packed += len(piece)
        most = max(self.limits.largest_bytes, self.limits.largest_growth * self.packed)
        left, self.before = self.before + piece, b""
        while self.unpacked <= most and (left := left if self.member else self._find_member(left)):
            self.member = self.member or zlib.decompressobj(_WITH_HEADER)
            out, damaged = _inflate(self.member, left, self.limits)
            self.unpacked += len(out)
            if out and not (self.lost and damaged):
                yield out
            if not damaged:
                self.lost = False
                left, self.member = (self.member.unused_data, None) if self.member.eof else (self.member.unconsumed_tail, self.member)
                continue
            if not self.lost:
                yield Broken("The gzip archive is damaged")
            left, self.member, self.lost = left[1:], None, True

    def _find_member(self, left: bytes) -> bytes:
        """Give what there is from the beginning of the next member on; some writers fill up with zeros before it."""
        if not self.lost:
            return left.lstrip(b"\x00")
        at = left.find(_MEMBER)
        self.before = left[-2:] if at < 0 else b""
        return left[at:] if at >= 0 else b""


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
