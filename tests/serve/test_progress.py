import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from onrecord.capture.gauge import Gauge
from onrecord.model import Unread
from onrecord.serve.progress import Progress, say_progress


def count(stream: StringIO, quiet: float) -> str:
    with Progress(stream, quiet=quiet) as progress:
        for number in range(3):
            progress(Unread(f"{number}.txt", "It is empty."))
    return stream.getvalue()


def test_short_work_is_silent():
    assert count(StringIO(), 60.0) == ""


def test_long_work_is_counted():
    assert re.fullmatch(r"onrecord: 1 page, [\d,.]+ a second\n", count(StringIO(), 0.0))


def test_on_a_terminal_the_line_is_written_over_and_wiped():
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    assert count(Terminal(), 0.0).startswith("\r\x1b[Konrecord: 1 page, ")
    assert count(Terminal(), 0.0).endswith("\r\x1b[K")


def test_the_time_left_is_told_from_the_share_that_is_done(tmp_path: Path):
    (tmp_path / "rows.jsonl").write_bytes(b"x" * 100)
    gauge, stream, file = Gauge(), StringIO(), BytesIO(b"x" * 100)
    gauge.expect([tmp_path / "rows.jsonl"])
    with gauge.reading(file, 100), Progress(stream, gauge=gauge, quiet=0.0) as progress:
        file.read(25)
        progress(Unread("row 1", "It is empty."))
    assert re.fullmatch(r"onrecord: 1 page, [\d,.]+ a second, about 0 s left\n", stream.getvalue())


@pytest.mark.parametrize("share", [None, 0.0, 0.001, 1.0])
def test_no_time_left_is_told_where_it_would_be_a_guess(share: float | None):
    assert say_progress(30, 10.0, share) == "30 pages, 3.0 a second"
