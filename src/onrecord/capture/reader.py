"""Paths of files and folders, or a stream, to captures, each with its text, and to what could not be read and why."""

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.capture.plain import NotPlain, read_plain
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings

STDIN = "-"
"""The path that means: read the stream."""
TEXT_SUFFIXES = frozenset(("", ".text", ".txt"))
"""Suffixes of plain text inside a folder; a file named on its own may have another."""
UNREAD_SUFFIXES = {
    ".csv": "a table",
    ".doc": "an office document",
    ".docx": "an office document",
    ".gz": "an archive",
    ".htm": "HTML",
    ".html": "HTML",
    ".jpeg": "a picture",
    ".jpg": "a picture",
    ".json": "JSON",
    ".jsonl": "JSON",
    ".mhtml": "HTML",
    ".odt": "an office document",
    ".parquet": "a table",
    ".pdf": "PDF",
    ".png": "a picture",
    ".rss": "a feed",
    ".warc": "a web archive",
    ".xhtml": "HTML",
    ".xml": "XML",
    ".zip": "an archive",
}
"""Suffixes of what this version does not read, and what to call it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read: where it is, as it was given."""

    path: Path
    shown: str


def read_captures(
    paths: Sequence[str], *, given: Given, stdin: BinaryIO | None = None, settings: CaptureSettings | None = None
) -> Iterator[Capture | Unread]:
    """Read files, folders (recursively, sorted, hidden files left out) and `-`, the stream; each input gives one or more results.

    A capture is named by its file name, or by its path as given where two inputs share a file name.
    """
    limits = settings or CaptureSettings()
    found = [place for path in paths for place in _find(path)]
    shared = Counter(place.path.name for place in found if isinstance(place, _Found))
    seen: dict[str, str] = {}
    for place in found:
        if isinstance(place, Unread):
            yield place
        elif place.shown == STDIN:
            yield _read_stream(stdin, given, limits)
        else:
            name = _printable(place.path.name if shared[place.path.name] == 1 else place.shown)
            real = os.path.realpath(place.path)
            if real in seen:
                yield Unread(_printable(place.shown), f"It was given twice; it is read once, as {seen[real]}.")
                continue
            seen[real] = name
            yield _read_file(place, name, given, limits)


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
        yield Unread(_printable(folder), "The folder holds no plain-text page: give a folder with .txt files.")
    yield from found


def _linked(path: Path) -> Unread:
    return Unread(_printable(str(path)), "It is a link to a folder, which is not followed: give the folder itself.")


def _in_folder(path: Path) -> _Found | Unread:
    """Take a file of a folder when its name says that it is plain text."""
    suffix = path.suffix.lower()
    if suffix in TEXT_SUFFIXES or not suffix[1:].isalpha():
        return _Found(path, str(path))
    kind = UNREAD_SUFFIXES.get(suffix, f"a {suffix} file")
    return Unread(_printable(str(path)), f"It is {kind}, which this version does not read: save the page's text as .txt.")


def _read_file(place: _Found, name: str, given: Given, limits: CaptureSettings) -> Capture | Unread:
    shown = _printable(place.shown)
    kind = UNREAD_SUFFIXES.get(place.path.suffix.lower())
    if kind:
        return Unread(shown, f"It is {kind}, which this version does not read: save the page's text as .txt.")
    try:
        about = place.path.stat()
        if not stat.S_ISREG(about.st_mode):
            return Unread(shown, "It is not a regular file: pipe its text in and give - as the path.")
        if about.st_size > limits.largest_bytes:
            return Unread(shown, _too_large(about.st_size, limits))
        content = place.path.read_bytes()
    except OSError as error:
        return Unread(shown, f"It cannot be read ({_why(error)}): check the file and its permissions.")
    return _capture(content, (name, shown), given, limits)


def _read_stream(stdin: BinaryIO | None, given: Given, limits: CaptureSettings) -> Capture | Unread:
    if stdin is None:
        return Unread(STDIN, "There is no input stream: give a file or folder.")
    content = stdin.read(limits.largest_bytes + 1)
    if len(content) > limits.largest_bytes:
        return Unread(STDIN, _too_large(None, limits))
    return _capture(content, ("stdin", STDIN), given, limits)


def _capture(content: bytes, names: tuple[str, str], given: Given, limits: CaptureSettings) -> Capture | Unread:
    """Make a capture of some bytes; the names are the capture's own and the one that an unread input is shown by."""
    plain = read_plain(content, settings=limits)
    if isinstance(plain, NotPlain):
        return Unread(names[1], plain.reason)
    digest = hashlib.sha256(content).hexdigest()
    return Capture(id=f"sha256:{digest}", name=names[0], format="text", text=plain.text, given=given, notes=plain.notes)


def _too_large(size: int | None, limits: CaptureSettings) -> str:
    is_large = f"It is too large ({size / 1e6:.0f} MB" if size else "It is too large ("
    return f"{is_large}{'; ' if size else ''}at most {limits.largest_bytes / 1e6:.0f} MB are read): give one page a file."


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)


def _printable(name: str) -> str:
    r"""Give a file name that can be printed: bytes that are not UTF-8 stand as `\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if "\x00" not in name else repr(name)
