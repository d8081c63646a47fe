"""A kept record to all that is known from it, with a word on standard error where that takes long."""

import sys
from typing import TextIO

from onrecord.keeping import recall
from onrecord.model import Record
from onrecord.record.choosing import Choice, choose_all
from onrecord.record.store import KeptRecord

MANY = 200
"""Pages from which it is said that they are held against each other: fewer take a second or two."""


def recall_aloud(kept: KeptRecord, stream: TextIO | None = None, *, choose: Choice = choose_all) -> Record:
    """Recall what a record knows, all or of captures that are chosen, and say on standard error how far that is."""
    told = stream or sys.stderr
    live, shown = told.isatty(), False

    def say(done: int, pages: int) -> None:
        nonlocal shown
        shown = shown or (not done and pages >= MANY)
        if shown and (live or not done):
            text = f"onrecord: {f'{done:,} of {pages:,} pages told anew' if done else f'holding {pages:,} pages against each other'}"
            told.write(f"\r\x1b[K{text}" if live else f"{text}\n")
            told.flush()

    try:
        return recall(kept, say, choose)
    finally:
        if shown and live:
            told.write("\r\x1b[K")
