"""The pieces of a web archive to its records, one at a time, past damage to the next whole one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.capture.packed import Broken, Piece
from onrecord.settings import CaptureSettings

_START = re.compile(rb"WARC/\d\.\d{1,2}[ \t]{0,9}\r?\n")
_END_OF_HEADER = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([\w-]{1,60})[ \t]{0,9}:[ \t]{0,99}([^\r\n]*)", re.MULTILINE)
_NEXT = re.compile(rb"\r?\n\r?\nWARC/\d\.\d")
_LONGEST_START = 32
_LONGEST_HEADER = 65_536  # bytes; longer ones are damaged
_LONGEST_GAP = 200
WANTED = frozenset(("response", "resource", "conversion", "revisit"))
"""The types of records that a page may lie in."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a web archive."""

    type: str
    """What it is, in small letters."""
    url: str | None
    """The address it was fetched from."""
    date: str
    """When it was fetched, as the archive writes it; empty when it does not say."""
    content_type: str
    """The type of its block, in small letters; empty when it does not say."""
    header: bytes
    """Its own headers."""
    block: bytes
    """What was fetched; empty for records in which no page can lie, and for those that are too large."""
    size: int
    """The bytes that its block should have."""
    lost: str | None = None
    """What is wrong with it, as the beginning of a sentence; null when it is whole."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Stands where something that is no record was passed over."""

    what: str
    """What happened, as the beginning of a sentence."""


@dataclass(slots=True)
class _Window:
    """The part of the archive that is being looked at."""

    pieces: Iterator[Piece]
    held: bytearray = field(default_factory=bytearray)
    broken: Broken | None = None
    ended: bool = False

    def more(self) -> bool:
        """Look at one more piece; tell whether there was one before the end or the next damage."""
        if self.ended or self.broken:
            return False
        piece = next(self.pieces, None)
        if piece is None:
            self.ended = True
        elif isinstance(piece, Broken):
            self.broken = piece
        else:
            self.held += piece
        return isinstance(piece, bytes)

    def take(self, size: int) -> bytes:
        """Take as many bytes as there are, at most so many."""
        while len(self.held) < size and self.more():
            pass
        taken = bytes(self.held[:size])
        del self.held[:size]
        return taken

    def skip(self, size: int) -> int:
        """Pass over so many bytes without holding them; give how many there were."""
        left = size
        while left > len(self.held):
            left -= len(self.held)
            self.held.clear()
            if not self.more():
                return size - left
        del self.held[:left]
        return size


def split_records(pieces: Iterable[Piece], *, settings: CaptureSettings | None = None) -> Iterator[Record | Gap]:
    """Split a web archive into its records; of those in which no page can lie the headers alone."""
    limits = settings or CaptureSettings()
    window = _Window(iter(pieces))
    while True:
        passed = _seek(window)
        if passed:
            yield Gap("Something that is no record stands here")
        if window.held:
            record = _take_record(window, limits)
            if isinstance(record, Record) or not window.broken:  # what is damaged is told once
                yield record
        if window.broken:
            yield Gap(window.broken.what)
            window.broken = None
            window.held.clear()
            if not window.more() and window.ended:
                return
        elif window.ended and not window.held:
            return


def _seek(window: _Window) -> bool:
    """Go to the beginning of the next record; tell whether more than blank space was passed over."""
    passed = False
    while True:
        start = _START.search(window.held)
        at = start.start() if start else max(0, len(window.held) - _LONGEST_START)
        passed = passed or bool(window.held[:at].strip())
        del window.held[:at]
        if start:
            return passed
        if not window.more():
            passed = passed or bool(window.held.strip())
            window.held.clear()
            return passed


def _take_record(window: _Window, limits: CaptureSettings) -> Record | Gap:
    while not (end := _END_OF_HEADER.search(window.held)):
        if len(window.held) > _LONGEST_HEADER or not window.more():
            del window.held[:_LONGEST_START]  # so that the next record is looked for behind this one's beginning
            return Gap("The headers of a record are damaged or break off")
    header = bytes(window.held[: end.end()])
    following = _START.search(header, 5)
    if following:  # its headers break off, and the next record follows at once
        del window.held[: following.start()]
        return Gap("The headers of a record break off")
    del window.held[: end.end()]
    fields = {name.lower().decode(): value.strip().decode("utf-8", "replace") for name, value in _FIELD.findall(header)}
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        return _record(fields, header, b"", 0, "It does not say how long it is")
    return _with_block(window, fields, header, int(length), limits)


def _with_block(window: _Window, fields: dict[str, str], header: bytes, size: int, limits: CaptureSettings) -> Record:
    if fields.get("warc-type", "").lower() not in WANTED or size > limits.largest_bytes:
        there = window.skip(size)
        too_large = size > limits.largest_bytes and there == size
        lost = f"It is too large (at most {limits.largest_bytes / 1e6:g} MB are read)" if too_large else None
        return _record(fields, header, b"", size, lost if there == size else "It breaks off")
    block = window.take(size)
    following = _NEXT.search(block)
    if following and (len(block) < size or not _is_at_record(window)):  # it says that it is longer than it is: give the next record back
        window.held[:0] = block[following.start() :]
        return _record(fields, header, block[: following.start()], size, "It is shorter than it says")
    return _record(fields, header, block, size, None if len(block) == size else "It breaks off")


def _is_at_record(window: _Window) -> bool:
    while len(window.held) < _LONGEST_GAP and window.more():
        pass
    rest = bytes(window.held[:_LONGEST_GAP]).lstrip()
    return rest.startswith(b"WARC/") or not rest


def _record(fields: dict[str, str], header: bytes, block: bytes, size: int, lost: str | None) -> Record:
    url = fields.get("warc-target-uri", "").strip("<> ")
    kind, content_type = fields.get("warc-type", "").lower(), fields.get("content-type", "").lower()
    return Record(kind, url or None, fields.get("warc-date", ""), content_type, header, block, size, lost)
