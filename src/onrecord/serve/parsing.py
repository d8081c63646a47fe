"""Markup and feeds to what is in them, taken apart in a process of its own, which is ended when it takes too long or too much."""

import logging
import pickle
import subprocess
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from onrecord.capture.parsing import PlainParser
from onrecord.capture.source import Refused
from onrecord.serve.forked import Forked, can_fork
from onrecord.serve.framing import receive, send
from onrecord.serve.parsing_worker import answer_all
from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from onrecord.capture.feed import FeedRead
    from onrecord.capture.html import HtmlRead

log = logging.getLogger(__name__)

PATIENCE = 10
"""Times the computing time of a page that its parser may take by the clock, on a machine with other work."""


class GuardedParser:
    """Takes markup and feeds apart in one long-lived process; it starts with the first page, and anew after one that it was ended on."""

    def __init__(self, *, settings: CaptureSettings | None = None, unguarded: int = 0, forks: bool = False) -> None:
        """Set the bounds; nothing is started. Markup of no more code points than `unguarded` is taken apart in this very process.

        With `forks` the other process may be a copy of this one, which starts in half the time; programs of others may not bear that.
        """
        self._limits = settings or CaptureSettings()
        self._unguarded = unguarded
        self._forks = forks
        self._worker: subprocess.Popen[bytes] | Forked | None = None
        self._spent = 0.0

    def take_spent(self) -> float:
        """Give the seconds of computing since this was last asked."""
        spent, self._spent = self._spent, 0.0
        return spent

    def markup(self, html: str, *, url: str | None) -> "HtmlRead | Refused":
        """Take the text and its marks from a page's markup, or tell why that could not be done."""
        if len(html) <= self._unguarded:
            return PlainParser(self._limits).markup(html, url=url)
        return cast("HtmlRead | Refused", self._ask(("markup", html, url)))

    def feed(self, content: bytes) -> "FeedRead | Refused":
        """Take the pages from a feed, or tell why that could not be done."""
        return cast("FeedRead | Refused", self._ask(("feed", content)))

    def __enter__(self) -> Self:
        """Do nothing: the process starts when it is needed."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self._end()

    def _ask(self, question: tuple[object, ...]) -> object:
        worker = self._worker or self._start()
        if worker.stdin is None or worker.stdout is None:
            return Refused(_FAILED.format("it cannot be spoken to"))
        overdue = threading.Timer(PATIENCE * self._limits.most_seconds, worker.kill)
        overdue.start()
        try:
            send(worker.stdin, question)
            answer, seconds = cast("tuple[object, float]", receive(worker.stdout))
            self._spent += seconds
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            log.debug("the parser ended", exc_info=error)
            return Refused(self._end())
        except BaseException:  # a person stops the run in the middle of an answer, which nobody may take for the next one
            self._end()
            raise
        finally:
            overdue.cancel()
        return answer

    def _start(self) -> "subprocess.Popen[bytes] | Forked":
        self._worker = Forked(answer_all) if self._forks and can_fork() else _spawn()
        if self._worker.stdin is not None:
            send(self._worker.stdin, self._limits)
        return self._worker

    def _end(self) -> str:
        """End the process, and say why it may have ended by itself."""
        worker, self._worker = self._worker, None
        if worker is None:
            return ""
        for stream in (worker.stdin, worker.stdout):
            if stream is not None:
                stream.close()
        try:
            code = worker.wait(timeout=0.5)  # it ends when nothing more can come
        except subprocess.TimeoutExpired:
            worker.kill()
            code = worker.wait()
        return _TOO_LONG.format(self._limits.most_seconds) if code in _STOPPED else _FAILED.format(f"code {code}")


def _spawn() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "onrecord.serve.parsing_worker"]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


_STOPPED = (-9, -27)  # killed, by the system as well when memory runs out; its own clock ran out (SIGPROF)
_TOO_LONG = "It takes more than {:g} seconds or too much memory to take apart, as no page does: save its text as UTF-8 .txt."
_FAILED = "The parser ended on it ({}): save its text as UTF-8 .txt, and please report it, with the page."
