"""Pages larger than any page of news, read as a whole program does: nothing is unread, and memory stays within bounds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

MOST_MEMORY = 500_000_000
"""Bytes that the program and the process that takes pages apart may each take at most."""
HEAD = "<html><head><title>Live: flood at Orle</title></head><body><h1>Live: flood at Orle</h1><p>4 May 2031</p><div class=feed>"
WORDS = "The water board moved {0} boats out of Tolm at {1} after the quay was flooded, and {2} sheds were shut by its crews for the night."
UPDATE = '<article id="b{0}" class=post><time datetime="2031-05-04T{1}:00Z">{1}</time><h2>Quay {0} shut</h2><p>{2}</p><p>{2}</p></article>'


MEASURE = """
import resource, subprocess, sys
with open(sys.argv[1], "wb") as out:
    subprocess.run(sys.argv[2:], stdout=out, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a program and tells the kilobytes it took; by itself, for what is started counts what started it as its own."""


def update(number: int) -> str:
    hour, minute = divmod(1439 - number % 1440, 60)
    clock = f"{hour:02}:{minute:02}"
    return UPDATE.format(number, clock, WORDS.format(20 + number, clock, number % 90))


LIVE = HEAD + "".join(update(number) for number in range(2_000))
TIMED = HEAD + "".join(f"<div class=b><time>10:{number % 60:02}</time><p>Some words here.</p></div>" for number in range(60_000))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes on Linux alone")
def test_huge_live_blogs_are_read_as_far_as_the_bounds_go_in_little_memory(tmp_path: Path) -> None:
    pages = [tmp_path / "updates.html", tmp_path / "times.html"]
    for page, html in zip(pages, (LIVE, TIMED), strict=True):
        page.write_text(html, encoding="utf-8")
    reading = [sys.executable, "-m", "onrecord", "read", *map(str, pages), "--format", "json"]
    done = subprocess.run([sys.executable, "-c", MEASURE, str(tmp_path / "record.json"), *reading], capture_output=True, check=True)
    record = json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))
    assert not record["unread"]
    assert [len(capture["entries"]) for capture in record["captures"]] == [2_000, 3_000]
    assert int(done.stdout) * 1_024 < MOST_MEMORY
