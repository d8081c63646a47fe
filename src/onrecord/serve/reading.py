"""A lane to the means of reading pages in a way that no page can stop: bounds, a parser that can be ended, and a clock."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TypedDict

from onrecord.capture.gauge import Gauge
from onrecord.model import Capture, Lane, Unread
from onrecord.pipeline import Finder, Taken
from onrecord.serve.guarded import find_guarded
from onrecord.serve.parsing import GuardedParser
from onrecord.settings import CaptureSettings


class Means(TypedDict):
    """What `read` and `keep` are given to read with."""

    stdin: BinaryIO | None
    find: Finder
    settings: CaptureSettings
    parser: GuardedParser
    gauge: Gauge


@contextmanager
def guarded_means(lane: Lane = "precise") -> Iterator[Means]:
    """Give the means for one run; the parser's process ends with the block."""
    settings = CaptureSettings(lane=lane)
    with GuardedParser(settings=settings, forks=True) as parser:

        def find(capture: Capture) -> Taken | Unread:
            return find_guarded(capture, spent=parser.take_spent())

        yield Means(stdin=sys.stdin.buffer if sys.stdin else None, find=find, settings=settings, parser=parser, gauge=Gauge())
