"""What is put into a kept record comes out of it as it was, page by page, all or nothing."""

import os
import random
import signal
import sqlite3
import time
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.capture.reader import read_captures
from onrecord.capture.source import identify
from onrecord.errors import RecordError
from onrecord.keeping import recall
from onrecord.model import Capture, Facts, Given
from onrecord.pipeline import Taken, find_facts, read
from onrecord.record.checking import find_faults
from onrecord.record.schema import as_json
from onrecord.record.store import KeptRecord
from onrecord.record.tables import CAPTURES
from onrecord.record.versions import APPLICATION, STEPS
from onrecord.settings import CaptureSettings

DEMO = str(files("onrecord.serve") / "demo")
KILLS = 200

FERRY = """\
Ferry runs aground off Halden, 212 taken off
By Maren Oake
4 May 2026

All 212 passengers were taken off the ferry Astrid by midnight on Sunday, the coastguard said.

“Nobody is missing and nobody was badly hurt,” its spokeswoman, Liv Brandt, told Radio Halden. Of the 212, 140 came off in boats and
72 by helicopter, she said.

The shipping line, Norrland Sea, denied that the captain had been warned of the rocks.
"""


def taken(text: str, name: str = "ferry.txt", content: bytes | None = None) -> Taken:
    return find_facts(Capture(identify(content or text.encode()), name, "text", text, Given(url="https://halden.example/ferry")))


@pytest.fixture(scope="module")
def pages() -> list[tuple[Taken, bytes | None]]:
    captures = read_captures([DEMO], given=Given(), settings=CaptureSettings(keep_content=True))
    return [(find_facts(capture), capture.content) for capture in captures if isinstance(capture, Capture)]


@pytest.fixture
def record(tmp_path: Path) -> KeptRecord:
    return KeptRecord(tmp_path / "desk.db", make=True)


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> KeptRecord:
    """A record into which each example of a test puts its page, and takes it out."""
    return KeptRecord(tmp_path_factory.mktemp("changing") / "desk.db", make=True)


def bare(facts: Facts) -> Facts:
    """Leave out the markup, which only says how the page was split."""
    return replace(facts, page=replace(facts.page, capture=replace(facts.page.capture, markup=None)))


def test_what_was_taken_from_pages_comes_back_as_it_was(record: KeptRecord, pages: list[tuple[Taken, bytes | None]]):
    assert [record.add(kept, content) for kept, content in pages] == [True] * len(pages)
    assert list(record.pages()) == [(bare(facts), actors) for (facts, actors), _ in pages]
    assert [found[1] for number in record.numbers() if (found := record.page(number))] == [content for _, content in pages]
    assert list(find_faults(record.db)) == []


def test_what_lies_between_kept_pages_is_what_reading_them_all_at_once_finds(record: KeptRecord, pages: list[tuple[Taken, bytes | None]]):
    for kept, content in pages:
        record.add(kept, content)
    assert as_json(recall(record), with_names=True) == as_json(read([DEMO]), with_names=True)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_as_it_was(changing: KeptRecord, text: str):
    facts, actors = taken(f"{text}\n{FERRY}")
    changing.add((facts, actors))
    assert list(changing.pages()) == [(facts, actors)]
    assert list(find_faults(changing.db)) == []
    assert changing.remove("ferry.txt")


def test_the_same_bytes_are_kept_once(record: KeptRecord):
    assert [record.add(taken(FERRY)), record.add(taken(FERRY))] == [True, False]
    assert len(record) == 1


def test_pages_of_one_name_get_names_of_their_own(record: KeptRecord):
    facts, actors = taken(FERRY)
    for digest in "abc":
        page = replace(facts.page, capture=replace(facts.page.capture, id=f"sha256:{digest}"))
        record.add((replace(facts, page=page), actors))
    assert [facts.page.capture.name for facts, _ in record.pages()] == ["ferry.txt", "ferry.txt (2)", "ferry.txt (3)"]


def test_a_page_that_fails_half_way_leaves_nothing_behind(record: KeptRecord):
    facts, actors = taken(FERRY)
    broken = replace(facts, figures=(*facts.figures, replace(facts.figures[0], bound=None)))  # type: ignore[arg-type]
    with pytest.raises(RecordError):
        record.add((broken, actors))
    assert record.add((facts, actors))
    assert [len(list(record.pages())), list(find_faults(record.db))] == [1, []]


def test_a_page_that_is_taken_out_leaves_nothing_behind(record: KeptRecord):
    record.add(taken(FERRY))
    record.add(taken(FERRY.replace("Halden", "Ostrand"), "other.txt"))
    assert [record.remove("ferry.txt"), record.remove("ferry.txt")] == [True, False]
    assert list(find_faults(record.db)) == []
    for table in ("block", "entry", "statement", "figure", "time", "name", "happening", "actor", "sum"):
        assert record.db.execute(f"SELECT count(*) FROM {table} WHERE capture NOT IN (SELECT number FROM capture)").fetchone()[0] == 0
    assert record.db.execute("SELECT count(*) FROM entry_words WHERE entry_words MATCH 'Halden'").fetchone()[0] == 0


def test_numbers_that_64_bits_do_not_hold_come_back_whole(record: KeptRecord):
    facts, actors = taken(FERRY)
    facts = replace(facts, figures=(replace(facts.figures[0], value=10**30, high=2.0),))
    record.add((facts, actors))
    [(kept, _)] = record.pages()
    assert [kept.figures[0].value, kept.figures[0].high, type(kept.figures[0].high)] == [10**30, 2.0, float]


def test_a_copy_is_made_while_the_record_is_open_and_never_over_a_file(record: KeptRecord, tmp_path: Path):
    record.add(taken(FERRY))
    record.copy_to(tmp_path / "copy.db")
    assert list(KeptRecord(tmp_path / "copy.db").pages()) == list(record.pages())
    with pytest.raises(RecordError, match="there already"):
        record.copy_to(tmp_path / "copy.db")


def make_file(path: Path, script: str, *, application: int, version: int) -> Path:
    db = sqlite3.connect(path)
    db.executescript(f"{script}; PRAGMA application_id = {application}; PRAGMA user_version = {version};")
    db.close()
    return path


@pytest.mark.parametrize(
    ("application", "version", "told"),
    [(APPLICATION, len(STEPS) + 1, "newer onrecord"), (0, 0, "another program"), (7, 3, "another program")],
)
def test_a_file_that_this_program_did_not_write_is_refused_in_words(tmp_path: Path, application: int, version: int, told: str):
    path = make_file(tmp_path / "other.db", CAPTURES, application=application, version=version)
    before = path.read_bytes()
    with pytest.raises(RecordError, match=told):
        KeptRecord(path)
    assert path.read_bytes()[100:] == before[100:]


def test_a_text_file_is_no_record(tmp_path: Path):
    (tmp_path / "notes.txt").write_text(FERRY * 9, encoding="utf-8")
    with pytest.raises(RecordError, match="no record"):
        KeptRecord(tmp_path / "notes.txt")


def test_a_record_that_is_not_there_is_made_only_when_that_is_wanted(tmp_path: Path):
    with pytest.raises(RecordError, match="no such record"):
        KeptRecord(tmp_path / "desk.db")
    with pytest.raises(RecordError, match="cannot be opened"):
        KeptRecord(tmp_path / "nowhere" / "desk.db", make=True)


def test_another_writer_is_waited_for_and_then_named(record: KeptRecord):
    other = KeptRecord(record.path)
    other.db.execute("PRAGMA busy_timeout = 50")
    with record.change(), pytest.raises(RecordError, match=f"process {os.getpid()} on .* is writing"):
        other.add(taken(FERRY))
    assert other.add(taken(FERRY))


def test_a_full_disk_loses_only_the_page_that_did_not_fit(record: KeptRecord):
    record.add(taken(FERRY))
    pages = record.db.execute("PRAGMA page_count").fetchone()[0]
    record.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecordError, match="the disk is full; the pages before this one are kept"):
        record.add(taken(FERRY * 40, "long.txt"))
    assert [facts.page.capture.name for facts, _ in record.pages()] == ["ferry.txt"]
    assert list(find_faults(record.db)) == []


def test_others_read_what_was_there_while_a_page_is_added(record: KeptRecord):
    record.add(taken(FERRY))
    other = KeptRecord(record.path)
    with record.change():
        record.db.execute("DELETE FROM capture")
        assert len(other) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle of its work")
def test_a_process_killed_at_any_moment_loses_at_most_the_page_it_was_adding(tmp_path: Path):
    kept = [taken(FERRY.replace("212", str(200 + n)), f"ferry-{n}.txt") for n in range(3)]
    path, chance = tmp_path / "desk.db", random.Random(7)
    KeptRecord(path, make=True).close()
    for _ in range(KILLS):
        said, tell = os.pipe()
        child = os.fork()
        if child == 0:
            add_for_ever(path, kept, tell)
        os.close(tell)
        told = hear(said, chance.randint(0, 2 * len(kept)))
        time.sleep(chance.uniform(0, 0.005))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = (told + os.read(said, 1 << 16)).split()
        os.close(said)
        with KeptRecord(path) as record:
            names = {facts.page.capture.name: (facts, actors) for facts, actors in record.pages()}
            assert all(names[one[0].page.capture.name] == one for one in kept if one[0].page.capture.name in names)
            if told and told[-1] != b"removed":
                assert told[-1].decode() in names
    with KeptRecord(path) as record:
        assert list(find_faults(record.db)) == []


def hear(said: int, words: int) -> bytes:
    """Wait until so many words were told: the child is in the midst of its work then, however slow it is to start."""
    told = b""
    while told.count(b" ") < words:
        more = os.read(said, 1 << 16)
        assert more, "it ended by itself"
        told += more
    return told


def add_for_ever(path: Path, kept: list[Taken], tell: int) -> None:
    """Add pages and take them out again, telling each time what is done; it ends by being killed."""
    with KeptRecord(path) as record:
        while True:
            for one in kept:
                name = one[0].page.capture.name
                if record.add(one):
                    os.write(tell, f"{name} ".encode())
            for one in kept:
                os.write(tell, b"removed ")
                record.remove(one[0].page.capture.name)
