"""Work to a process of its own that begins as a copy of this one, so that nothing is loaded twice, where the system can copy it safely."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from subprocess import TimeoutExpired
from typing import BinaryIO, NoReturn

Work = Callable[[BinaryIO, BinaryIO], None]
"""Reads questions from the first stream and writes answers to the second, until there are no more questions."""
PAUSE = 0.002
"""Seconds between two looks at whether the process has ended."""


def can_fork() -> bool:
    """Tell whether a copy of this process is safe to run: elsewhere than on Linux libraries of the system forbid it, threads anywhere."""
    return sys.platform == "linux" and threading.active_count() == 1


class Forked:
    """A process that does some work; it is spoken to as one that `subprocess` starts."""

    def __init__(self, work: Work) -> None:
        """Start it."""
        (questions, ask), (hear, answers) = os.pipe(), os.pipe()
        self._code: int | None = None
        self._pid = os.fork()
        if not self._pid:
            os.close(ask)
            os.close(hear)
            _do(work, questions, answers)
        os.close(questions)
        os.close(answers)
        self.stdin, self.stdout = os.fdopen(ask, "wb"), os.fdopen(hear, "rb")

    def kill(self) -> None:
        """End it at once, unless it has ended."""
        if self._code is None:
            os.kill(self._pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended, and give its exit code: the number of the signal that ended it, below zero, or its own."""
        patience = time.monotonic() + (timeout or 0)
        while self._code is None:
            pid, status = os.waitpid(self._pid, 0 if timeout is None else os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > patience:
                raise TimeoutExpired("fork", timeout or 0)
            else:
                time.sleep(PAUSE)
        return self._code


def _do(work: Work, questions: int, answers: int) -> NoReturn:
    """Work in the copy, which has no other streams than its own, and leave without doing what the original is to do at its end."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        sys.stdout = sys.stderr = os.fdopen(nowhere, "w")
        work(os.fdopen(questions, "rb"), os.fdopen(answers, "wb"))
        code = 0
    finally:
        os._exit(code)
