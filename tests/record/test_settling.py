"""What lies between the pages of a kept record is kept, equal to reading all at once, and only what a page touches is told anew."""

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.keeping import correct, recall, settle, undo
from onrecord.model import Correction, Given
from onrecord.pipeline import Taken, join
from onrecord.record.amending import item_of
from onrecord.record.checking import find_faults
from onrecord.record.laid_rows import LAID_TABLES
from onrecord.record.part_rows import PART_TABLES
from onrecord.record.schema import as_json
from onrecord.record.settling import is_settled
from onrecord.record.store import KeptRecord
from onrecord.record.versions import STEPS
from tests.record.matters import EVERYTHING, find

WITHOUT_PARTS = 3
"""Version of the last records that keep nothing of what lies between pages."""
ALL = frozenset(range(len(EVERYTHING)))


@cache
def taken() -> tuple[Taken, ...]:
    return find(EVERYTHING)


@cache
def expected(numbers: frozenset[int]) -> object:
    return as_json(join([taken()[number] for number in sorted(numbers)]), with_names=True)


def recalled(record: KeptRecord) -> object:
    return as_json(recall(record), with_names=True)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[KeptRecord]:
    with KeptRecord(tmp_path / "desk.db", make=True) as made:
        for one in taken():
            made.add(one)
        yield made


def parts(record: KeptRecord) -> set[str]:
    return {row["digest"] for row in record.db.execute("SELECT digest FROM part")}


def test_the_pages_are_parts_of_several_matters_and_tell_something_of_every_kind(record: KeptRecord):
    settle(record)
    assert len(parts(record)) > 3
    assert [table for table in (*LAID_TABLES, *PART_TABLES) if not record.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]] == []


@settings(deadline=None, max_examples=8)
@given(st.permutations(sorted(ALL)), st.sets(st.integers(1, len(ALL)), max_size=4))
def test_pages_added_in_any_order_and_asked_for_in_between_give_the_record_of_reading_them_at_once(order: list[int], asked: set[int]):
    with TemporaryDirectory() as folder, KeptRecord(Path(folder) / "desk.db", make=True) as record:
        for count, number in enumerate(order, start=1):
            record.add(taken()[number])
            if count in asked:
                assert recalled(record) == expected(frozenset(order[:count]))
        assert recalled(record) == expected(ALL)
        assert list(find_faults(record.db)) == []


def test_a_page_of_one_matter_leaves_the_other_parts_as_they_were(record: KeptRecord):
    settle(record)
    before = parts(record)
    *_, last = (name for name, _, _ in EVERYTHING)
    record.remove(last)
    settle(record)
    assert len(before - parts(record)) == 1
    record.add(taken()[-1])
    settle(record)
    assert parts(record) == before


def test_what_a_page_of_another_matter_calls_somebody_leaves_the_parts_as_they_were(record: KeptRecord):
    settle(record)
    before = parts(record)
    text = "The choir of Ostrand sang on Sunday. “I wept,” said Liv Brandt, a keen alto."
    [added] = find([("choir.txt", text, Given("Ostrand Times", "2031-06-09", "A choir sings"))])
    record.add(added)
    assert any("a keen alto" in " ".join(actor.also) for actor in recall(record).actors)
    assert parts(record) > before


def test_a_page_of_another_matter_writes_few_rows_of_what_lies_between_pages(record: KeptRecord):
    *_, last = (name for name, _, _ in EVERYTHING)
    record.remove(last)
    settle(record)
    rows = sum(record.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in LAID_TABLES)
    record.add(taken()[-1])
    before = record.db.total_changes
    settle(record)
    assert record.db.total_changes - before < rows / 2
    assert recalled(record) == expected(ALL)


def test_what_was_found_of_pages_goes_when_they_go(record: KeptRecord):
    settle(record)
    kept = record.db.execute("SELECT count(*) FROM trace").fetchone()[0]
    for name, _, _ in EVERYTHING[:5]:
        record.remove(name)
    settle(record)
    assert record.db.execute("SELECT count(*) FROM trace").fetchone()[0] <= kept - 5


@pytest.mark.parametrize("gone", [0, 2, 7, 9])
def test_what_rested_on_a_page_goes_with_it(record: KeptRecord, gone: int):
    settle(record)
    record.remove(EVERYTHING[gone][0])
    assert recalled(record) == expected(ALL - {gone})
    assert list(find_faults(record.db)) == []


def test_what_is_recalled_is_read_and_not_found_again(record: KeptRecord):
    settle(record)
    record.db.execute("UPDATE finding SET text = 'As it was found.'")
    assert {finding.text for finding in recall(record).findings} == {"As it was found."}


def test_what_people_have_put_right_is_told_anew_and_taken_back_again(record: KeptRecord):
    before = recalled(record)
    facts = next(facts for facts, _ in taken() if facts.page.capture.name == "mayor.txt")
    made = [
        Correction(0, "speaker", (item_of(facts, facts.statements[0]),), "Oskar Venn", None, "Ida", "2031-06-10T08:00:00Z"),
        Correction(0, "date", (item_of(facts),), "2031-06-02", None, "Ida", "2031-06-10T08:01:00Z"),
    ]
    numbers = [correct(record, one).number for one in made]
    known = recall(record)
    assert as_json(known, with_names=True) == as_json(
        join([record.page(number)[0] for number in record.numbers()], corrections=known.corrections), with_names=True
    )
    assert as_json(known, with_names=True) != before
    for number in numbers:
        undo(record, number, by="Ida", at="2031-06-10T09:00:00Z")
    assert recalled(record) == before


def test_a_record_is_settled_until_a_page_comes_or_goes_though_it_come_again(record: KeptRecord):
    settle(record)
    assert is_settled(record)
    *_, (facts, actors) = taken()
    record.remove(facts.page.capture.name)
    assert not is_settled(record)
    record.add((facts, actors))
    assert not is_settled(record)
    settle(record)
    assert is_settled(record)
    [more] = find([("quay.txt", "The quay at Halden reopened on Friday.", Given("Halden Post", "2031-06-20", "The quay reopens"))])
    record.add(more)
    assert not is_settled(record)


def test_no_row_of_what_lies_between_pages_outlives_them(record: KeptRecord):
    settle(record)
    for name, _, _ in EVERYTHING:
        record.remove(name)
    settle(record)
    left = {table: record.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in (*LAID_TABLES, *PART_TABLES, "part")}
    assert not any(left.values()), left


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        ("DELETE FROM claim_member WHERE claim = 0", "has no members"),
        ("UPDATE claim_member SET statement = 's99' WHERE statement IS NOT NULL", "is made by nothing that is kept"),
        ('UPDATE finding_evidence SET "end" = 100000', "point outside its text"),
        ("UPDATE repeat SET start = -1", "point outside its text"),
    ],
)
def test_what_is_wrong_between_pages_is_told(record: KeptRecord, harm: str, told: str):
    settle(record)
    record.db.execute(harm)
    assert any(told in fault for fault in find_faults(record.db))


def test_views_cut_the_words_out(record: KeptRecord):
    settle(record)
    words = {row["after"] for row in record.db.execute("SELECT after FROM changes WHERE what = 'entry'")}
    assert any(word and "It counted 214 people on board." in word for word in words)
    assert record.db.execute("SELECT count(*) FROM claims WHERE members = 0").fetchone()[0] == 0
    assert "denied that the captain" in " ".join(row["history"] for row in record.db.execute("SELECT history FROM claims"))


def test_a_record_that_may_only_be_read_is_joined_for_the_moment(record: KeptRecord):
    record.db.execute("PRAGMA query_only = ON")
    assert recalled(record) == expected(ALL)
    assert not is_settled(record)


def test_two_processes_settle_one_record(record: KeptRecord):
    with KeptRecord(record.path) as other:
        settle(other)
        record.remove("dam.txt")
        settle(record)
        assert recalled(other) == recalled(record)


def test_pages_that_another_process_goes_on_adding_are_seen_next_time(record: KeptRecord):
    left = [taken()[-1], taken()[-2]]
    for facts, _ in left:
        record.remove(facts.page.capture.name)
    with KeptRecord(record.path) as other:
        known = recall(record, lambda done, pages: left and other.add(left.pop()) and None)
    assert len(record) > len(known.captures)
    assert as_json(known, with_names=True) == expected(ALL - {len(EVERYTHING) - 1, len(EVERYTHING) - 2})
    for one in left:
        record.add(one)
    assert recalled(record) == expected(ALL)


def test_a_page_that_another_process_takes_out_before_it_was_read_is_left_out(record: KeptRecord):
    names = [facts.page.capture.name for facts, _ in taken()]
    later, live = names.index("live-2.txt"), names.index("live-1.txt")
    record.remove(names[later])
    settle(record)
    record.add(taken()[later])  # and it must be held against what it is a later capture of
    with KeptRecord(record.path) as other:
        settle(record, lambda done, pages: other.remove(names[live]) and None)
    assert recalled(record) == expected(ALL - {live})


@pytest.mark.parametrize("version", range(WITHOUT_PARTS, len(STEPS)))
def test_a_record_of_an_earlier_version_is_settled_when_that_is_needed(record: KeptRecord, version: int):
    first = {row["name"] for row in sqlite_of("".join(STEPS[:version])).execute("SELECT name FROM sqlite_schema")}
    for kind in ("view", "trigger", "table"):
        for row in record.db.execute("SELECT name FROM sqlite_schema WHERE type = ?", (kind,)).fetchall():
            if row["name"] not in first:
                record.db.execute(f"DROP {kind} {row['name']}")
    record.db.execute(f"PRAGMA user_version = {version}")
    record.close()
    with KeptRecord(record.path) as newer:
        assert recalled(newer) == expected(ALL)
        assert list(find_faults(newer.db)) == []


def sqlite_of(script: str) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.row_factory = sqlite3.Row
    db.executescript(script)
    return db


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed in the middle of its work")
def test_a_process_killed_while_it_settles_leaves_what_the_next_one_brings_up_to_date(record: KeptRecord):
    path, chance = record.path, random.Random(3)
    record.close()
    for _ in range(20):
        child = os.fork()
        if child == 0:
            settle_for_ever(path)
        time.sleep(chance.uniform(0.02, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with KeptRecord(path) as left:
            assert list(find_faults(left.db)) == []
    with KeptRecord(path) as left:
        assert recalled(left) == expected(ALL)


def settle_for_ever(path: Path) -> None:
    """Settle and forget until killed."""
    with KeptRecord(path) as record:
        while True:
            settle(record)
            record.db.execute("DELETE FROM laying")
            record.db.execute("DELETE FROM part WHERE number IN (SELECT number FROM part ORDER BY random() LIMIT 2)")
