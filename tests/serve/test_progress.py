from io import StringIO

from onrecord.model import Unread
from onrecord.serve.progress import Progress


def count(stream: StringIO, quiet: float) -> str:
    with Progress(stream, quiet=quiet) as progress:
        for number in range(3):
            progress(Unread(f"{number}.txt", "It is empty."))
    return stream.getvalue()


def test_short_work_is_silent():
    assert count(StringIO(), 60.0) == ""


def test_long_work_is_counted():
    assert count(StringIO(), 0.0) == "onrecord: 1 page so far\n"


def test_on_a_terminal_the_line_is_written_over_and_wiped():
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    assert count(Terminal(), 0.0).startswith("\ronrecord: 1 page so far")
    assert count(Terminal(), 0.0).endswith("\r\x1b[K")
