"""Work is done in a copy of this process, which says how it ended and leaves nothing behind."""

import signal
import subprocess
import sys
import threading
import time
from typing import BinaryIO

import pytest

from onrecord.serve.forked import Forked, can_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")


def echo(questions: BinaryIO, answers: BinaryIO) -> None:
    for line in questions:
        sys.stdout.write("what is printed by the way is no answer\n")
        answers.write(line.upper())
        answers.flush()


def sleep(questions: BinaryIO, answers: BinaryIO) -> None:
    time.sleep(60)


def fail(questions: BinaryIO, answers: BinaryIO) -> None:
    raise ValueError


def test_questions_are_answered_until_there_are_no_more() -> None:
    copy = Forked(echo)
    with copy.stdout as answers:
        with copy.stdin as questions:
            questions.write(b"the dam held\n")
            questions.flush()
            assert answers.readline() == b"THE DAM HELD\n"
        assert answers.read() == b""
    assert copy.wait(5) == 0


def test_a_process_that_is_ended_says_by_what() -> None:
    copy = Forked(sleep)
    with copy.stdin, copy.stdout:
        with pytest.raises(subprocess.TimeoutExpired):
            copy.wait(0.01)
        copy.kill()
        assert copy.wait() == -signal.SIGKILL
    copy.kill()  # it has ended: nothing else is


def test_a_fault_in_the_work_is_an_exit_code_and_no_answer() -> None:
    copy = Forked(fail)
    with copy.stdin, copy.stdout as answers:
        assert answers.read() == b""
    assert copy.wait(5) == 1


def test_a_process_of_several_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    alone = can_fork()
    thread.start()
    try:
        assert not can_fork()
    finally:
        done.set()
        thread.join()
    assert alone == can_fork()
