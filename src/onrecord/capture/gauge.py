"""Files as they are opened and read to how much of them all has been read, by their bytes."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class Gauge:
    """Tells how far the reading of some files has come; of an archive or a file of rows too, however many pages it holds."""

    def __init__(self) -> None:
        """Expect nothing yet."""
        self._total: int | None = 0
        self._read = 0
        self._open: BinaryIO | None = None

    def expect(self, paths: Iterable[Path]) -> None:
        """Expect these files; one whose size is not known, as a stream's, leaves it open how much there is."""
        for path in paths:
            try:
                self._total = None if self._total is None else self._total + os.stat(path).st_size  # noqa: PTH116  (it is many)
            except (OSError, ValueError):
                self._total = None

    @contextmanager
    def reading(self, file: BinaryIO, size: int) -> Iterator[None]:
        """Follow one file as it is read."""
        self._open = file
        try:
            yield
        finally:
            self._open = None
            self._read += size

    @property
    def share(self) -> float | None:
        """Share of all bytes that has been read, from 0 to 1; null when it is not known how much there is."""
        if not self._total:
            return None
        place = 0
        with suppress(OSError, ValueError):
            place = self._open.tell() if self._open else 0
        return min((self._read + place) / self._total, 1.0)
