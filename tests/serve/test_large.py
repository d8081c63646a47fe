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
    assert sorted(len(capture["entries"]) for capture in record["captures"]) == [2_000, 2_400]
    assert int(done.stdout) * 1_024 < MOST_MEMORY


PROSE = "The dam at Orle held on Monday, the water board said, and {0} people were moved from {1} houses near the quay by its crews."
POST = '{{"@type": "BlogPosting", "@id": "#b{0}", "datePublished": "2031-05-04T{1:02}:{2:02}:00Z", "articleBody": "{3}"}}'
POSTS = ", ".join(POST.format(n, n % 24, n % 60, WORDS.format(n, n, n)) for n in range(2_000))
LINKED = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "liveBlogUpdate": [{POSTS}]}}</script></head>'
SAID = "<p>“The quay of street {0} stays shut until the water is down,” said Ann {1}berg, a harbour master. It had {0} sheds.</p>"
ARTICLE = "<html><body><h1>Flood at Orle</h1><p>4 May 2031</p>"
PAGES = {
    "updates.html": LIVE,
    "one line told again.html": ARTICLE + f"<p>{PROSE.format(40, 8)}</p>" * 5_000,
    "times.html": TIMED,
    "updates in data, too.html": LIVE.replace("</head>", LINKED),
    "speakers.html": ARTICLE + "".join(SAID.format(number, "ABCDEFGH"[number % 8]) for number in range(3_000)),
    "lines.txt": "Flood at Orle\n\n4 May 2031\n\n" + "The dam held.\n" * 300_000,
    "text.txt": "Flood at Orle\n\n4 May 2031\n\n" + "\n\n".join(PROSE.format(n % 900, n % 90) for n in range(40_000)),
}
MOST_SECONDS, MOST_STARTS = 2.0, 3.0
"""Seconds of computing for one page, as promised; or so many times what a small page takes, where a machine has much other work."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds of computing that a small page takes, nearly all of them to start."""
    page = tmp_path_factory.mktemp("small") / "small.html"
    page.write_text(ARTICLE + "<p>The dam held, the board said.</p>", encoding="utf-8")
    return read(page)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="only other systems tell what an ended process took")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_take_long_is_read_joined_and_printed_in_little_time(name: str, start: float, tmp_path: Path) -> None:
    page = tmp_path / name
    page.write_text(PAGES[name], encoding="utf-8")
    record, seconds = read(page)
    (capture,) = json.loads(record)["captures"]
    assert any("longer than any page of news" in note or "are not:" in note for note in capture["notes"])
    assert seconds - start < max(MOST_SECONDS, MOST_STARTS * start)


def read(page: Path) -> tuple[bytes, float]:
    """Read a page as a person does; give the record and the seconds of computing, those of all processes that were started."""
    began = children_seconds()
    done = subprocess.run([sys.executable, "-m", "onrecord", "read", str(page), "--format", "json"], capture_output=True, check=True)
    return done.stdout, children_seconds() - began


def children_seconds() -> float:
    """Give the seconds of computing of all processes that were started and have ended, with those that they started."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
