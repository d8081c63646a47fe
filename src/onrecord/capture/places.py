"""Paths to the files that they stand for, in order, and to what is no file to read."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from onrecord.capture.source import printable
from onrecord.model import Unread

STDIN = "-"
"""The path that means: read the stream."""
ROW_SUFFIXES = frozenset((".jsonl", ".ndjson"))
"""Suffixes that promise one page a line."""
PAGE_SUFFIXES = frozenset(("", ".htm", ".html", ".json", ".text", ".txt", ".xhtml")) | ROW_SUFFIXES
"""Suffixes that promise text; text of a folder under another is no page, but a file given on its own may be."""
NO_PAGES = {
    ".css": "a style sheet: give the page that it belongs to",
    ".csv": "a table without a standard form: write its rows as JSON lines (.jsonl)",
    ".js": "a program: give the page that it belongs to",
    ".tsv": "a table without a standard form: write its rows as JSON lines (.jsonl)",
}
"""What is text, and cannot be told from pages by its bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, as it was given."""

    path: Path
    """Where it is."""
    shown: str
    """The path as it was given."""
    gathered: bool = False
    """Whether it was found in a folder, and not named."""


def find_places(path: str) -> Iterator[Found | Unread]:
    """Find the files that a path stands for, a folder's recursively, sorted, hidden ones left out, or say why there are none."""
    if path == STDIN:
        yield Found(Path(path), path)
        return
    try:
        folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116  (a path with a NUL must be caught too)
    except FileNotFoundError:
        yield Unread(printable(path), "There is no such file or folder: check the path.")
    except (OSError, ValueError) as error:
        yield Unread(printable(path), f"It cannot be opened ({why(error)}): check the path and its permissions.")
    else:
        yield from _find_in_folder(path) if folder else iter([Found(Path(path), path)])


def _find_in_folder(folder: str) -> Iterator[Found | Unread]:
    found: list[Found | Unread] = []
    refused: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=refused.append):
        parts = {name for name in folders if is_parts_folder(name, files)}
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [_linked(Path(where, name)) for name in folders if Path(where, name).is_symlink()]
        found += [Unread(printable(str(Path(where, name))), PARTS) for name in sorted(parts)]
        folders[:] = [name for name in folders if name not in parts]
        found += [Found(Path(where, name), str(Path(where, name)), gathered=True) for name in sorted(files) if not name.startswith(".")]
    found += [
        Unread(printable(str(error.filename)), f"The folder cannot be opened ({why(error)}): check its permissions.") for error in refused
    ]
    if not any(isinstance(place, Found) for place in found):
        yield Unread(printable(folder), "The folder holds no file: give a folder with saved pages.")
    yield from found


PARTS = "It holds the pictures and other parts of a saved page, so it is passed over: the page itself is read."


def is_parts_folder(name: str, files: list[str]) -> bool:
    """Tell whether a folder is what a browser saves beside a page.

    >>> is_parts_folder("Ferry sinks_files", ["Ferry sinks.html"]), is_parts_folder("old_files", [])
    (True, False)
    """
    page = name.removesuffix("_files")
    return page != name and any(f"{page}{suffix}" in files for suffix in (".html", ".htm"))


def suffix_of(name: str) -> str:
    """Give the suffix that tells what a file holds, be it packed or not.

    >>> suffix_of("day.jsonl.gz"), suffix_of("Dam.TXT"), suffix_of("storm.2031"), suffix_of("7.5 dead")
    ('.jsonl', '.txt', '', '')
    """
    path = PurePath(name)
    path = PurePath(path.stem) if path.suffix.lower() == ".gz" else path
    suffix = path.suffix.lower()
    return suffix if suffix[1:].isalpha() else ""


def _linked(path: Path) -> Unread:
    return Unread(printable(str(path)), "It is a link to a folder, which is not followed: give the folder itself.")


def why(error: OSError | ValueError) -> str:
    """Give the system's own word on what is wrong."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
