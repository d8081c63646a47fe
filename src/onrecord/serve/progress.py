"""Inputs as they are dealt with to a count on standard error with the rate and the time left, so that one knows whether to wait."""

import time
from types import TracebackType
from typing import Self, TextIO

from onrecord.capture.gauge import Gauge
from onrecord.model import Capture, Unread

QUIET = 2.0
"""Seconds before the first word: shorter work needs none."""
EVERY = {True: 0.2, False: 10.0}
"""Seconds between two words, on a terminal and elsewhere."""


LEAST_SHARE = 0.01
"""Share that must be done before the time left is told: from less it is a guess."""


class Progress:
    """Counts inputs and tells how many there were and how long the rest takes: on one line of a terminal, now and then elsewhere."""

    def __init__(self, stream: TextIO, *, gauge: Gauge | None = None, quiet: float = QUIET) -> None:
        """Start the clock; `gauge` knows how much is done."""
        self._stream = stream
        self._gauge = gauge
        self._live = stream.isatty()
        self._start = time.monotonic()
        self._next = self._start + quiet
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
        text = f"onrecord: {say_progress(self._count, now - self._start, self._gauge.share if self._gauge else None)}"
        self._stream.write(f"\r\x1b[K{text}" if self._live else f"{text}\n")
        self._stream.flush()

    def clear(self) -> None:
        """Wipe the line from the terminal, before other words are written there."""
        if self._shown and self._live:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __enter__(self) -> Self:
        """Do nothing: the clock runs already."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wipe the line from the terminal."""
        self.clear()


def say_progress(count: int, seconds: float, share: float | None) -> str:
    """Say how many pages there were, how fast they come, and how long the rest takes where that can be told.

    >>> say_progress(1240, 100.0, 0.25), say_progress(1, 2.5, None)
    ('1,240 pages, 12 a second, about 5 min left', '1 page, 0.4 a second')
    """
    rate = count / max(seconds, 1e-3)
    told = f"{count:,} page{'' if count == 1 else 's'}, {rate:,.0f} a second" if rate >= 10 else ""
    told = told or f"{count:,} page{'' if count == 1 else 's'}, {rate:.1f} a second"
    if share is None or not LEAST_SHARE <= share < 1:
        return told
    return f"{told}, about {say_duration(seconds * (1 - share) / share)} left"


def say_duration(seconds: float) -> str:
    """Say a length of time as exactly as one needs it to decide whether to wait.

    >>> [say_duration(seconds) for seconds in (3.2, 75, 400, 8000)]
    ['3 s', '75 s', '7 min', '2 h 13 min']
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
