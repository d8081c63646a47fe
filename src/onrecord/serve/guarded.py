"""A capture to its facts, or to the reason why onrecord itself failed on it: one page never stops the rest."""

import logging

from onrecord.model import Capture, Unread
from onrecord.pipeline import Finder, Taken, find_facts

log = logging.getLogger(__name__)


def find_guarded(capture: Capture, find: Finder = find_facts) -> Taken | Unread:
    """Take the facts from one capture; a fault of onrecord's own becomes an `Unread`, its trace a line of the debug log."""
    try:
        return find(capture)
    except Exception as fault:  # whatever it is, the pages already read must not be lost
        log.debug("failed on %s", capture.name, exc_info=True)
        return Unread(capture.name, f"onrecord failed on this page ({type(fault).__name__}: {fault}); please report it, with the page.")
