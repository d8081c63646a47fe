"""A capture to its facts, to its text and entries alone, or to the reason why onrecord failed on it: one page never stops the rest."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import process_time
from types import FrameType

from onrecord.model import Capture, Facts, Page, Unread
from onrecord.page.page import split_page
from onrecord.pipeline import Taken, find_in
from onrecord.settings import CaptureSettings

log = logging.getLogger(__name__)


_LEAST = 0.1
"""Seconds that are left to each step of any page."""


class _TooLongError(BaseException):
    """A page takes too long; no `except Exception` on the way may catch it."""


def find_guarded(capture: Capture, find: Callable[[Page], Taken] = find_in, *, spent: float = 0.0) -> Taken | Unread:
    """Take the facts from one capture; where that takes too long its text, roles and entries stay, without facts, and a note says so.

    A fault of onrecord's own becomes an `Unread`, its trace a line of the debug log. `spent` are the seconds that taking it apart took.
    """
    limits = CaptureSettings()
    seconds, began = limits.most_seconds, process_time() - spent
    page: Page | None = None
    try:
        with _stopped_after(seconds - spent):
            page = split_page(capture)
        with _stopped_after(seconds - limits.joining_seconds - (process_time() - began)):
            return find(page)
    except _TooLongError:
        if page is not None:
            note = _NO_FACTS.format(seconds)
            return Facts(replace(page, capture=replace(capture, notes=(*capture.notes, note))), ()), ()
        return Unread(capture.name, f"It takes more than {seconds:g} seconds to read, as no page does: give its news alone, as .txt.")
    except Exception as fault:  # whatever it is, the pages already read must not be lost
        log.debug("failed on %s", capture.name, exc_info=True)
        return Unread(capture.name, f"onrecord failed on this page ({type(fault).__name__}: {fault}); please report it, with the page.")


_NO_FACTS = "Its lines and entries are read, its statements, figures and times are not: with them it takes more than {:g} seconds."


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Stop what is done in this block after so many seconds of computing, and no sooner than the fewest left to any step.

    Only the main thread can be stopped, and not on Windows.
    """
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
    setitimer(ITIMER_PROF, max(_LEAST, seconds))
    try:
        yield
    finally:
        setitimer(ITIMER_PROF, 0)
        signal(SIGPROF, before)
