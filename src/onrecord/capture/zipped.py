"""A zip archive to what lies in it, each member read by what it holds, and to members that are locked, damaged or no pages."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from onrecord.capture.packed import Broken, Piece, unpack_pieces
from onrecord.capture.places import PARTS, is_parts_folder
from onrecord.capture.source import Input, Means, Placed, open_whole, printable
from onrecord.model import Unread
from onrecord.settings import CaptureSettings

_OFFICE = ("[Content_Types].xml", "META-INF/manifest.xml", "META-INF/container.xml", "mimetype")
_END = struct.Struct("<4s4H2LH")
_END_SIGN = b"PK\x05\x06"
_WRONG = (BadZipFile, LargeZipFile, NotImplementedError, OSError, ValueError, EOFError, zlib.error, struct.error, RuntimeError)
_FAR_OUT = "Its name leads out of the archive; nothing is written, so that does no harm."


def read_zip(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read the members of an archive, called by the archive and their place in it, sorted, hidden ones left out."""
    if source.depth >= means.limits.deepest_archive:
        yield source.name, Unread(source.shown, f"It lies in {source.depth} archives, and no deeper ones are opened: unpack it first.")
        return
    file = open_whole(pieces, source, means.limits)
    if isinstance(file, Unread):
        yield source.name, file
        return
    try:
        wrong = _check_directory(file, means.limits)
        archive = None if wrong else ZipFile(file)
    except _WRONG:
        yield from _read_broken(file, source, means)
        return
    if archive is None:
        yield source.name, Unread(source.shown, wrong or "")
        return
    with archive:
        yield from _read_members(archive, source, means)


def _check_directory(file: BinaryIO, limits: CaptureSettings) -> str | None:
    """Say why an archive's directory, which is read as a whole, is not."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(_END_SIGN)
    if at < 0 or len(tail) - at < _END.size:
        raise BadZipFile("no directory")
    members, directory = _END.unpack_from(tail, at)[4:6]
    most = limits.most_members
    if members < 0xFFFF and directory < most * 100:
        return None
    if size < most * 100 or (members <= most and directory < most * 300):
        return None
    return f"It holds more than {most} members: split it."


def _read_members(archive: ZipFile, source: Input, means: Means) -> Iterator[Placed]:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    office = next((name for name in _OFFICE if name in names), None)
    if office:
        yield (
            source.name,
            Unread(source.shown, "It is an office document, a book or an app, which is not read: save its text as UTF-8 .txt."),
        )
        return
    if len(infos) > means.limits.most_members:
        yield source.name, Unread(source.shown, f"It holds more than {means.limits.most_members} members: split it.")
        return
    wanted = sorted((info for info in infos if not info.is_dir() and not _is_hidden(info.filename)), key=lambda info: info.filename)
    parts = _parts_folders(names)
    if not wanted:
        yield source.name, Unread(source.shown, "It holds no file: give an archive with saved pages.")
    for info in wanted:
        folder = next((folder for folder in map(str, PurePosixPath(info.filename).parents) if folder in parts), None)
        if folder is None:
            yield from _read_member(archive, info, source, means)
    for folder in sorted(parts):
        yield source.name, Unread(source.member(printable(folder)).shown, PARTS)


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts


def _parts_folders(names: set[str]) -> set[str]:
    """Find the folders that browsers save beside a page."""
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents if str(folder).endswith("_files")}
    return {folder for folder in folders if is_parts_folder(folder, [name for name in names if name.startswith(folder[:-6])])}


def _read_member(archive: ZipFile, info: ZipInfo, source: Input, means: Means) -> Iterator[Placed]:
    member = replace(source.member(printable(info.filename)), depth=source.depth + 1, size=info.file_size, gathered=True)
    if info.flag_bits & 1:
        yield member.name, Unread(member.shown, "It is locked with a password: unpack it and give what is in it.")
        return
    out = ".." in PurePosixPath(info.filename).parts or info.filename.startswith(("/", "\\")) or ":" in info.filename[:3]
    pieces = unpack_pieces(_member_pieces(archive, info, means.limits), settings=means.limits)
    for place, result in means.read(pieces, member, means):
        yield place, result if isinstance(result, Unread) or not out else replace(result, notes=(*result.notes, _FAR_OUT))


def _member_pieces(archive: ZipFile, info: ZipInfo, limits: CaptureSettings) -> Iterator[Piece]:
    """Give the pieces of a member; of one that grows as no text does, only the beginning."""
    unpacked = 0
    try:
        with archive.open(info) as stream:
            while piece := stream.read(limits.piece_bytes):
                unpacked += len(piece)
                yield piece
                if unpacked > max(limits.largest_bytes, limits.largest_growth * info.compress_size):
                    yield Broken(f"The zip archive unpacks to more than {limits.largest_growth} times its size, as no text does,")
                    return
    except _WRONG as error:
        unknown = isinstance(error, NotImplementedError)
        yield Broken("It is packed in a way that is not known, so it cannot be unpacked" if unknown else "The zip archive is damaged here")


def _read_broken(file: BinaryIO, source: Input, means: Means) -> Iterator[Placed]:
    """Read the members of an archive whose directory, which stands at its end, is lost: one behind the other, as far as they go."""
    file.seek(0)
    while (header := file.read(_LOCAL.size)) and len(header) == _LOCAL.size and header.startswith(_LOCAL_SIGN):
        _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _LOCAL.unpack(header)
        name = printable(file.read(name_size).decode("utf-8" if flags & 0x800 else "cp437", "replace"))
        file.seek(extra_size, 1)
        member = replace(source.member(name), depth=source.depth + 1, gathered=True)
        start = file.tell()
        if flags & 1 or method not in (0, 8) or (method == 0 and flags & 8):
            yield member.name, Unread(member.shown, "It cannot be unpacked from a damaged archive: fetch the archive again.")
        elif not name.endswith("/") and not _is_hidden(name):
            pieces = _packed_pieces(file, packed or None, method, means.limits)
            yield from means.read(unpack_pieces(pieces, settings=means.limits), member, means)
        if flags & 8 or not packed:
            break  # the length of the member stands behind it, so the next cannot be found for sure
        file.seek(start + packed)
    yield source.name, Unread(source.shown, "The zip archive is damaged or breaks off, so what follows is lost: fetch it again.")


_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_SIGN = b"PK\x03\x04"


def _packed_pieces(file: BinaryIO, packed: int | None, method: int, limits: CaptureSettings) -> Iterator[Piece]:
    """Unpack one member from its place in the file."""
    inflate = zlib.decompressobj(-15) if method else None
    left, unpacked = packed or limits.largest_bytes, 0
    try:
        while left and (piece := file.read(min(limits.piece_bytes, left))):
            left -= len(piece)
            while piece:
                out = inflate.decompress(piece, limits.piece_bytes) if inflate else piece
                piece = inflate.unconsumed_tail if inflate else b""
                unpacked += len(out)
                if unpacked > limits.largest_bytes:
                    yield Broken("It unpacks to more than a page may have")
                    return
                yield out
            if inflate and inflate.eof:
                return
    except (zlib.error, OSError):
        yield Broken("The zip archive is damaged here")
        return
    if left or (inflate and not inflate.eof):
        yield Broken("The zip archive breaks off")
