"""Paths of files and folders, or a stream, to captures, each with its text, and to what could not be read and why."""

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from onrecord.capture.packed import Broken, Piece, read_pieces
from onrecord.capture.plain import NotPlain, read_plain
from onrecord.capture.rows import is_row, probe_rows, read_rows
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings

STDIN = "-"
"""The path that means: read the stream."""
ROW_SUFFIXES = frozenset((".jsonl", ".ndjson"))
"""Suffixes that promise one page a line."""
TEXT_SUFFIXES = frozenset(("", ".json", ".text", ".txt")) | ROW_SUFFIXES
"""Suffixes of what is taken from a folder, `.gz` behind them or not; a file named on its own may have another."""
UNREAD_SUFFIXES = {
    ".csv": "a table",
    ".doc": "an office document",
    ".docx": "an office document",
    ".htm": "HTML",
    ".html": "HTML",
    ".jpeg": "a picture",
    ".jpg": "a picture",
    ".mhtml": "HTML",
    ".odt": "an office document",
    ".parquet": "a table",
    ".pdf": "PDF",
    ".png": "a picture",
    ".rss": "a feed",
    ".tar": "an archive",
    ".warc": "a web archive",
    ".xhtml": "HTML",
    ".xml": "XML",
    ".zip": "an archive",
}
"""Suffixes of what this version does not read, and what to call it."""
TABLES = frozenset((".csv", ".parquet"))
"""Those of them whose rows can be pages."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read: where it is, as it was given."""

    path: Path
    shown: str


def read_captures(
    paths: Sequence[str], *, given: Given, stdin: BinaryIO | None = None, settings: CaptureSettings | None = None
) -> Iterator[Capture | Unread]:
    """Read files, folders (recursively, sorted, hidden files left out) and `-`, the stream; each input gives one or more results.

    A capture is named by its file name, or by its path as given where two inputs share a file name. A file or stream may hold
    rows: then each is a capture, named by its id or, without one, by file and line.
    """
    limits = settings or CaptureSettings()
    found = [place for path in paths for place in _find(path)]
    shared = Counter(place.path.name for place in found if isinstance(place, _Found))
    seen: dict[str, str] = {}
    taken: set[str] = set()
    for place in found:
        if isinstance(place, Unread):
            yield place
        elif place.shown == STDIN:
            yield from _apart(_read_stream(stdin, given, limits), taken)
        else:
            name = _printable(place.path.name if shared[place.path.name] == 1 else place.shown)
            real = os.path.realpath(place.path)
            if real in seen:
                yield Unread(_printable(place.shown), f"It was given twice; it is read once, as {seen[real]}.")
                continue
            seen[real] = name
            yield from _apart(_read_file(place, name, given, limits), taken)


Placed = tuple[str, Capture | Unread]
"""Where an input stands, and what it gave."""


def _apart(results: Iterable[Placed], taken: set[str]) -> Iterator[Capture | Unread]:
    """Give the captures names that no other has, for evidence points to a capture by its name; notes each name in `taken`."""
    for place, result in results:
        if isinstance(result, Unread):
            yield result
            continue
        longer = (f"{result.name} ({place}{f', {n}' if n else ''})" for n in count())
        name = next(name for name in chain([result.name], longer) if name not in taken)
        taken.add(name)
        yield result if name == result.name else replace(result, name=name, notes=(*result.notes, _SAME_NAME))


_SAME_NAME = "A capture before it has the same name, so its place is part of its own."


def _find(path: str) -> Iterator[_Found | Unread]:
    """Find the files that a path stands for, or say why there are none."""
    if path == STDIN:
        yield _Found(Path(path), path)
        return
    try:
        folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116  (a path with a NUL must be caught too)
    except FileNotFoundError:
        yield Unread(_printable(path), "There is no such file or folder: check the path.")
    except (OSError, ValueError) as error:
        yield Unread(_printable(path), f"It cannot be opened ({_why(error)}): check the path and its permissions.")
    else:
        yield from _find_in_folder(path) if folder else iter([_Found(Path(path), path)])


def _find_in_folder(folder: str) -> Iterator[_Found | Unread]:
    found: list[_Found | Unread] = []
    refused: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [_linked(Path(where, name)) for name in folders if Path(where, name).is_symlink()]
        found += [_in_folder(Path(where, name)) for name in sorted(files) if not name.startswith(".")]
    found += [
        Unread(_printable(str(error.filename)), f"The folder cannot be opened ({_why(error)}): check its permissions.") for error in refused
    ]
    if not any(isinstance(place, _Found) for place in found):
        yield Unread(_printable(folder), "The folder holds no plain-text page and no rows: give a folder with .txt or .jsonl files.")
    yield from found


def _linked(path: Path) -> Unread:
    return Unread(_printable(str(path)), "It is a link to a folder, which is not followed: give the folder itself.")


def _in_folder(path: Path) -> _Found | Unread:
    """Take a file of a folder when its name says that it is plain text or rows."""
    suffix = _suffix(path)
    if suffix in TEXT_SUFFIXES or not suffix[1:].isalpha():
        return _Found(path, str(path))
    return Unread(_printable(str(path)), _unread_kind(suffix))


def _suffix(path: Path) -> str:
    """Give the suffix that tells what a file holds, be it packed or not.

    >>> _suffix(Path("day.jsonl.gz")), _suffix(Path("Dam.TXT"))
    ('.jsonl', '.txt')
    """
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == ".gz" else suffix


def _unread_kind(suffix: str) -> str:
    kind = UNREAD_SUFFIXES.get(suffix, f"a {suffix} file")
    remedy = "write its rows as JSON lines (.jsonl)" if suffix in TABLES else "save the page's text as .txt"
    return f"It is {kind}, which this version does not read: {remedy}."


def _read_file(place: _Found, name: str, given: Given, limits: CaptureSettings) -> Iterator[Placed]:
    shown, suffix = _printable(place.shown), _suffix(place.path)
    if suffix in UNREAD_SUFFIXES:
        yield name, Unread(shown, _unread_kind(suffix))
        return
    try:
        about = place.path.stat()
        if not stat.S_ISREG(about.st_mode):
            yield name, Unread(shown, "It is not a regular file: pipe its text in and give - as the path.")
            return
        stream = place.path.open("rb")
    except OSError as error:
        yield name, Unread(shown, f"It cannot be read ({_why(error)}): check the file and its permissions.")
        return
    with stream:
        yield from _read_open(stream, (name, shown), given, limits, size=about.st_size)


def _read_stream(stdin: BinaryIO | None, given: Given, limits: CaptureSettings) -> Iterator[Placed]:
    if stdin is None:
        yield STDIN, Unread(STDIN, "There is no input stream: give a file or folder.")
        return
    yield from _read_open(stdin, ("stdin", STDIN), given, limits)


def _read_open(stream: BinaryIO, names: tuple[str, str], given: Given, limits: CaptureSettings, *, size: int = 0) -> Iterator[Placed]:
    """Read rows or one page; the names are the capture's own and the one by which an unread input is shown; 0 bytes if not known."""
    by_name = _suffix(Path(names[0])) in ROW_SUFFIXES
    holds, pieces = probe_rows(read_pieces(stream, settings=limits), by_name=by_name, settings=limits)
    if holds == "rows":
        yield from read_rows(pieces, names, given, settings=limits)
    elif holds == "json":
        yield names[0], Unread(names[1], _NO_ROWS.format(limits.probed_lines))
    elif size > limits.largest_bytes:
        yield names[0], Unread(names[1], _too_large(limits, f"{size / 1e6:.0f} MB; "))
    else:
        yield names[0], _read_page(pieces, names, given, limits)


_NO_ROWS = 'It is JSON, but none of its first {} lines is an object with "text" or "html": write one page a line, as {{"text": "..."}}.'


def _read_page(pieces: Iterable[Piece], names: tuple[str, str], given: Given, limits: CaptureSettings) -> Capture | Unread:
    """Read one plain-text page, as far as it goes."""
    content, broken = bytearray(), None
    for piece in pieces:
        if isinstance(piece, Broken):
            broken = piece
            break
        content += piece
        if len(content) > limits.largest_bytes:
            return Unread(names[1], _too_large(limits))
    if broken and not content:
        return Unread(names[1], f"{broken.what} before any text: fetch the file again.")
    plain = read_plain(bytes(content), settings=limits)
    if isinstance(plain, NotPlain):
        return Unread(names[1], plain.reason)
    if is_row(plain.text.lstrip().partition("\n")[0]):
        return Unread(names[1], "It holds rows in another encoding than UTF-8: write the file again in UTF-8.")
    notes = (*plain.notes, f"{broken.what}; the text before that is read.") if broken else plain.notes
    digest = hashlib.sha256(content).hexdigest()
    return Capture(id=f"sha256:{digest}", name=names[0], format="text", text=plain.text, given=given, notes=notes)


def _too_large(limits: CaptureSettings, size: str = "") -> str:
    return f"It is too large ({size}at most {limits.largest_bytes / 1e6:g} MB are read): give one page a file."


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


def _printable(name: str) -> str:
    r"""Give a file name that can be printed: bytes that are not UTF-8 stand as `\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if "\x00" not in name else repr(name)
