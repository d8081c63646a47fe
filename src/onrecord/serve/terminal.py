"""Words to standard output and standard error, whatever the terminal is, and ends of a run that failed."""

import os
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from errno import EBADF
from typing import NoReturn

NARROWEST, WIDEST = 40, 80
"""Columns of the brief; longer lines are hard to read, and shorter ones leave no room for words."""


class OutputFormat(StrEnum):
    """How a record is printed."""

    BRIEF = "brief"
    JSON = "json"
    JSONL = "jsonl"


def usual_format() -> OutputFormat:
    """Give how a record is printed where nobody says how: as a brief on a terminal, as JSON elsewhere."""
    return OutputFormat.BRIEF if sys.stdout and sys.stdout.isatty() else OutputFormat.JSON


def write(pieces: Iterable[str]) -> None:
    """Write to standard output in UTF-8, which JSON demands, whatever the terminal's own encoding."""
    if sys.stdout is None:
        raise OSError(EBADF, "standard output is closed")
    out = sys.stdout.buffer
    for piece in pieces:
        out.write(piece.encode())
    out.flush()


def silence() -> None:
    """Send what is still to be written nowhere, so that leaving does not fail once more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def warn(text: str) -> None:
    """Write one line to standard error."""
    from onrecord.serve.layout import clean

    if sys.stderr is not None:
        sys.stderr.write(f"onrecord: {clean(text)}\n")
        sys.stderr.flush()


def fail(text: str, code: int) -> NoReturn:
    """Say in one line what is wrong, and leave with an exit code."""
    warn(text)
    raise SystemExit(code)


def width() -> int:
    """Give the columns of the brief: the terminal's, within what is good to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def colour() -> bool:
    """Tell whether to colour: on a terminal, unless NO_COLOR is set (no-color.org)."""
    return bool(sys.stdout) and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
