"""A capture to its facts, or to the reason why onrecord itself failed on it: one page never stops the rest."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from onrecord.model import Capture, Unread
from onrecord.pipeline import Finder, Taken, find_facts
from onrecord.settings import CaptureSettings

log = logging.getLogger(__name__)


_LEAST = 0.1
"""Seconds that are left to any page."""


class _TooLongError(BaseException):
    """A page takes too long; no `except Exception` on the way may catch it."""


def find_guarded(capture: Capture, find: Finder = find_facts, *, spent: float = 0.0) -> Taken | Unread:
    """Take the facts from one capture; a fault of onrecord's own becomes an `Unread`, its trace a line of the debug log.

    `spent` are the seconds that taking it apart took.
    """
    seconds = CaptureSettings().most_seconds
    try:
        with _stopped_after(max(_LEAST, seconds - spent)):
            return find(capture)
    except _TooLongError:
        return Unread(capture.name, f"It takes more than {seconds:g} seconds to read, as no page does: give its news alone, as .txt.")
    except Exception as fault:  # whatever it is, the pages already read must not be lost
        log.debug("failed on %s", capture.name, exc_info=True)
        return Unread(capture.name, f"onrecord failed on this page ({type(fault).__name__}: {fault}); please report it, with the page.")


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Stop what is done in this block after so many seconds of computing; only the main thread can be stopped, and not on Windows."""
    try:
        from signal import ITIMER_PROF, SIGPROF, getsignal, setitimer, signal
    except ImportError:
        yield
        return
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise _TooLongError

    before = getsignal(SIGPROF)
    signal(SIGPROF, stop)
    setitimer(ITIMER_PROF, seconds)
    try:
        yield
    finally:
        setitimer(ITIMER_PROF, 0)
        signal(SIGPROF, before)
