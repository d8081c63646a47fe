"""The process that takes markup and feeds apart: questions on its input, answers on its output, and an end to what takes too long."""

import gc
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, BinaryIO

from onrecord.capture.source import Refused
from onrecord.serve.framing import receive, send
from onrecord.serve.garbage import hardly_searched
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from onrecord.capture.parsing import PlainParser

_FAULT = "onrecord failed on this page ({}: {}); please report it, with the page."
_MEMORY = "It takes more than {:.0f} MB of memory to take apart, as no page does: save its text as UTF-8 .txt."


def answer_all(source: BinaryIO, out: BinaryIO) -> None:
    """Answer questions until there are no more."""
    try:
        parser = _prepare(source)
        while True:
            question = receive(source)
            began = process_time()
            _start_clock(parser.limits.most_seconds)
            answer = _answer(parser, question)
            _start_clock(0)
            send(out, (answer, process_time() - began))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return


def _prepare(source: BinaryIO) -> "PlainParser":
    from onrecord.capture.parsing import PlainParser

    settings = receive(source)
    if not isinstance(settings, CaptureSettings):
        raise EOFError
    parser = PlainParser(settings)
    parser.markup("<p>The parts that are slow to load are loaded before the first page is timed.</p>", url=None)
    gc.freeze()  # what is loaded stays: to look through it again and again takes a tenth of the time of a long page
    _bound_memory(parser.limits.most_memory)
    return parser


def _answer(parser: "PlainParser", question: object) -> object:
    try:
        match question:
            case ("markup", str(html), url):
                return parser.markup(html, url=url if isinstance(url, str) else None)
            case ("feed", bytes(content)):
                return parser.feed(content)
    except MemoryError:
        return Refused(_MEMORY.format(parser.limits.most_memory / 1e6))
    except Exception as fault:  # whatever it is, the pages that follow must not be lost
        return Refused(_FAULT.format(type(fault).__name__, str(fault)[:200]))
    return Refused(_FAULT.format("question", "not known"))


def _start_clock(seconds: float) -> None:
    """Let the system end this process after so many seconds of computing, be it in Python or not; 0 stops the clock."""
    try:
        from signal import ITIMER_PROF, SIG_DFL, SIGPROF, setitimer, signal
    except ImportError:  # Windows: the other side looks at the clock too
        return
    signal(SIGPROF, SIG_DFL)
    setitimer(ITIMER_PROF, seconds)


def _bound_memory(size: int) -> None:
    """Refuse this process more memory than it has now and so many bytes."""
    statm = Path("/proc/self/statm")
    if not statm.exists():  # only Linux tells it so; elsewhere the bounds on a page must do
        return
    from resource import RLIMIT_DATA, getpagesize, setrlimit

    most = int(statm.read_text().split()[5]) * getpagesize() + size
    setrlimit(RLIMIT_DATA, (most, most))


if __name__ == "__main__":
    streams = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not stand among the answers
    with hardly_searched():
        answer_all(*streams)
