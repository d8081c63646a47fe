"""Paths of saved pages to a Record or into a kept one, for programs: large markup is read in a process that can be ended."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from onrecord import pipeline
from onrecord.model import Capture, Given, Record, Unread
from onrecord.record.store import KeptRecord
from onrecord.serve.parsing import GuardedParser
from onrecord.settings import CaptureSettings


def read(
    paths: Sequence[str],
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    progress: pipeline.Progress | None = None,
    settings: CaptureSettings | None = None,
) -> Record:
    """Read saved pages into one record; what cannot be read, or takes too long to take apart, is listed in `unread` with its reason.

    `given` holds for every page. The path `-` stands for `stdin`. `settings` say what is taken as a page, and by which lane HTML is read.
    """
    limits = settings or CaptureSettings()
    with GuardedParser(settings=limits, unguarded=limits.largest_unguarded) as parser:
        return pipeline.read(paths, given=given, stdin=stdin, progress=progress, settings=limits, parser=parser)


def keep(
    paths: Sequence[str],
    record: KeptRecord,
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    settings: CaptureSettings | None = None,
) -> Iterator[tuple[Capture | Unread, bool]]:
    """Add saved pages to a kept record, each whole or not at all; give each input and whether it is new to the record."""
    limits = settings or CaptureSettings()
    with GuardedParser(settings=limits, unguarded=limits.largest_unguarded) as parser:
        yield from pipeline.keep(paths, record, given=given, stdin=stdin, settings=limits, parser=parser)
