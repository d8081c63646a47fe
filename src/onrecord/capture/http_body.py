"""The body of an HTTP answer, as it went over the wire, to the page in it: its pieces joined, unpacked within bounds."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO

from onrecord.capture.source import Refused
from onrecord.settings import CaptureSettings

_CHUNK = re.compile(rb"\s{0,4}([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_STEP = 65_536


class _TooMuchError(Exception):
    """It unpacks to more than a page may have."""


def decode_body(body: bytes, *, transfer: str, content: str, limits: CaptureSettings) -> tuple[bytes, tuple[str, ...]] | Refused:
    """Undo the transfer and content encodings that the headers name; a body that is plain in spite of them stays as it is.

    >>> decode_body(b"6\\r\\nFerry \\r\\n5\\r\\nsinks\\r\\n0\\r\\n\\r\\n", transfer="chunked", content="", limits=CaptureSettings())
    (b'Ferry sinks', ())
    """
    joined = _join_chunks(body) if "chunked" in transfer.lower() else body
    notes: tuple[str, ...] = ()
    names = [name.strip() for name in content.lower().split(",")]
    for name in reversed([name for name in names if name not in ("", "identity", "none", "utf-8")]):
        unpack = _UNPACKERS.get(name.removeprefix("x-"))
        if unpack is None:
            return Refused(f'Its page is packed as "{name[:40]}", which is not known: save it again without packing.')
        try:
            unpacked, whole = unpack(joined, limits)
        except _TooMuchError:
            return Refused(f"Its page unpacks ({name}) to more than {limits.largest_bytes / 1e6:g} MB, as no page does: leave it out.")
        if not unpacked:
            if joined.lstrip()[:1] == b"<":
                return joined, notes  # the crawler unpacked it and kept the header
            return Refused(f"Its page is packed ({name}) and damaged from the beginning: fetch it again.")
        joined = unpacked
        notes = notes if whole else (*notes, f"Its packing ({name}) is damaged or breaks off; the text before that is read.")
    return joined, notes


def _join_chunks(body: bytes) -> bytes:
    """Join the chunks of a body; a body that does not begin with the length of one has been joined before."""
    joined: list[bytes] = []
    at = 0
    while chunk := _CHUNK.match(body, at):
        size = int(chunk[1], 16)
        if size == 0:
            break
        joined.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size
    return b"".join(joined) if joined else body


def _unpack_zlib(body: bytes, limits: CaptureSettings) -> tuple[bytes, bool]:
    """Unpack gzip, zlib, or deflate without either's header, which some servers send as such."""
    for header in (47, -15):
        unpacked, whole = _inflate(body, zlib.decompressobj(header), limits)
        if unpacked:
            return unpacked, whole
    return b"", False


def _inflate(body: bytes, unpacker: "zlib._Decompress", limits: CaptureSettings) -> tuple[bytes, bool]:
    out = bytearray()
    left = body
    try:
        while left and not unpacker.eof:
            out += unpacker.decompress(left[:_STEP] if len(left) > _STEP else left, limits.piece_bytes)
            _check(out, limits)
            left = unpacker.unconsumed_tail + left[_STEP:]
    except zlib.error:
        return bytes(out), False
    return bytes(out), unpacker.eof


def _unpack_brotli(body: bytes, limits: CaptureSettings) -> tuple[bytes, bool]:
    import brotli

    unpacker = brotli.Decompressor()
    out = bytearray()
    packed = body
    try:
        while not unpacker.is_finished():
            piece = unpacker.process(packed, output_buffer_limit=limits.piece_bytes)
            packed = b""
            out += piece
            _check(out, limits)
            if not piece and unpacker.can_accept_more_data():
                break
    except brotli.error:
        return bytes(out), False
    return bytes(out), unpacker.is_finished()


def _unpack_zstd(body: bytes, limits: CaptureSettings) -> tuple[bytes, bool]:
    from fastwarc.stream_io import ZstdReader

    out = bytearray()
    try:
        reader = ZstdReader(BytesIO(body))
        while piece := reader.read(limits.piece_bytes):
            out += piece
            _check(out, limits)
    except (OSError, ValueError, EOFError):
        return bytes(out), False
    return bytes(out), True


def _check(out: bytearray, limits: CaptureSettings) -> None:
    if len(out) > limits.largest_bytes:
        raise _TooMuchError


_UNPACKERS: dict[str, Callable[[bytes, CaptureSettings], tuple[bytes, bool]]] = {
    "br": _unpack_brotli,
    "deflate": _unpack_zlib,
    "gzip": _unpack_zlib,
    "zstd": _unpack_zstd,
}
