"""Inputs as they are dealt with to a count on standard error, so that long work can be told from a stuck one."""

import time
from types import TracebackType
from typing import Self, TextIO

from onrecord.model import Capture, Unread

QUIET = 2.0
"""Seconds before the first word: shorter work needs none."""
EVERY = {True: 0.2, False: 10.0}
"""Seconds between two words, on a terminal and elsewhere."""


class Progress:
    """Counts inputs and tells how many there were: on one line of a terminal, now and then elsewhere."""

    def __init__(self, stream: TextIO, *, quiet: float = QUIET) -> None:
        """Start the clock."""
        self._stream = stream
        self._live = stream.isatty()
        self._next = time.monotonic() + quiet
        self._count = 0
        self._shown = False

    def __call__(self, done: Capture | Unread) -> None:
        """Count an input that has been dealt with."""
        self._count += 1
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + EVERY[self._live]
        self._shown = True
        text = f"onrecord: {self._count} page{'s' if self._count > 1 else ''} so far"
        self._stream.write(f"\r{text}" if self._live else f"{text}\n")
        self._stream.flush()

    def __enter__(self) -> Self:
        """Do nothing: the clock runs already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wipe the line from the terminal."""
        if self._shown and self._live:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
