"""What the readers of containers and pages share: an input, what it gave, and the means to read what lies in it."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Protocol

from onrecord.capture.packed import Broken, Piece
from onrecord.model import Capture, Format, Given, Unread
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from onrecord.capture.feed import FeedRead
    from onrecord.capture.html import HtmlRead

Placed = tuple[str, Capture | Unread]
"""Where an input stands, and what it gave."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why some bytes are not a page that can be read."""

    reason: str
    """What is wrong and what to do about it."""


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: its names and what is said of it."""

    name: str
    """The name of its capture."""
    shown: str
    """The name by which it is shown when it is unread."""
    given: Given = field(default_factory=Given)
    """What the caller said of it."""
    kind: Format = "text"
    """What kind of input its captures come from."""
    depth: int = 0
    """Archives that it lies in."""
    size: int = 0
    """Its bytes as it lies there; 0 when that is not known."""
    gathered: bool = False
    """Whether it was found in a folder or archive, and not named."""
    file: BinaryIO | None = None
    """The file itself where any place of it can be read, as an archive's directory must be."""

    def member(self, name: str, *, between: str = ": ") -> "Input":
        """Give what lies in it under a name.

        >>> Input("week.zip", "in/week.zip").member("mon/dam.html").shown
        'in/week.zip: mon/dam.html'
        """
        return replace(self, name=f"{self.name}{between}{name}", shown=f"{self.shown}{between}{name}", size=0, file=None)


class Parser(Protocol):
    """Takes apart what others wrote and nothing bounds: the seam for one that can be stopped."""

    def markup(self, html: str, *, url: str | None) -> "HtmlRead | Refused":
        """Take the text and its marks from a page's markup, or tell why that could not be done."""

    def feed(self, content: bytes) -> "FeedRead | Refused":
        """Take the pages from a feed, or tell why that could not be done."""


class Reader(Protocol):
    """Reads one kind of input; chosen by what the input holds, from the dict in reader.py."""

    def __call__(self, pieces: Iterator[Piece], source: Input, means: "Means") -> Iterator[Placed]:
        """Read the pieces of an input to captures and to what could not be read."""


@dataclass(frozen=True, slots=True)
class Means:
    """What every reader is given to read with."""

    limits: CaptureSettings
    """The bounds."""
    parser: Parser
    """What takes markup and feeds apart."""
    read: Reader
    """What reads an input of any kind, for those that hold others."""


def read_whole(pieces: Iterable[Piece], source: Input, limits: CaptureSettings) -> tuple[bytes, Broken | None] | Unread:
    """Put a whole input together, as far as it goes, with why it breaks off if it does; or say that it is too large or nothing."""
    if source.size > limits.largest_bytes:
        return Unread(source.shown, too_large(limits, f"{source.size / 1e6:.0f} MB; "))
    content = bytearray()
    broken: Broken | None = None
    for piece in pieces:
        if isinstance(piece, Broken):
            broken = piece
            break
        content += piece
        if len(content) > limits.largest_bytes:
            return Unread(source.shown, too_large(limits))
    if broken and not content:
        return Unread(source.shown, f"{broken.what} before any text: fetch the file again.")
    return bytes(content), broken


def open_whole(pieces: Iterable[Piece], source: Input, limits: CaptureSettings) -> BinaryIO | Unread:
    """Open an input of which any place can be read: the file itself, or what comes in pieces as long as it is no larger than a page."""
    if source.file:
        source.file.seek(0)
        return source.file
    whole = read_whole(pieces, source, limits)
    return whole if isinstance(whole, Unread) else BytesIO(whole[0])


def identify(content: bytes) -> str:
    """Give the id of captured bytes."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def kept(content: bytes, limits: CaptureSettings) -> bytes | None:
    """Give the captured bytes if they are to go with the capture."""
    return content if limits.keep_content else None


def too_large(limits: CaptureSettings, size: str = "") -> str:
    """Say that an input is larger than a page may be."""
    return f"It is too large ({size}at most {limits.largest_bytes / 1e6:g} MB are read): give one page a file."


def breaks_off(broken: Broken | None) -> tuple[str, ...]:
    """Note that an input was read as far as it goes."""
    return (f"{broken.what}; the text before that is read.",) if broken else ()


def printable(name: str) -> str:
    r"""Give a file name that can be printed: bytes that are not UTF-8 stand as `\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace") if "\x00" not in name else repr(name)
