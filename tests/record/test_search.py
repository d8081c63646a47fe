"""Searches find the words they are asked for, by the one who said them, on the days that are meant, the newest first."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Capture, Given
from onrecord.pipeline import find_facts
from onrecord.record.search import CLOSE, OPEN, Hit, Kind, Query, search
from onrecord.record.store import KeptRecord

MONDAY = """\
Dam at Corrie holds, water board says
By Maren Oake
4 May 2026

The dam at Corrie was holding, the water board said.

Some 1,200 people had been moved from three villages by noon, the county’s emergency chief, Liv Brandt, told reporters.

The builder, Sundt Cement, denied that old works had been left in the wall.
"""
TUESDAY = """\
Water falls at Corrie
By Maren Oake
5 May 2026

Liv Brandt said that the flooding was over and that 1,150 people could go home.

“The old works held, and nobody warned us for nothing,” the water board’s head, Tor Ness, said.
"""

WEDNESDAY = """\
Sluice at Corrie jammed
By Maren Oake
6 May 2026

The lock keeper, Edda Rike, said that the sluice had jammed at dawn and could not be lifted by hand.

Rike said the gate of the sluice would be mended by Friday.
"""
THURSDAY = """\
Corrie waits for its boats
By Maren Oake
7 May 2026

It was feared that the sluice would stay shut.

The harbour master, Jon Vik, said the sluice and the old gate would be lifted together.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> KeptRecord:
    record = KeptRecord(tmp_path_factory.mktemp("desk") / "desk.db", make=True)
    for name, text, outlet in (("monday.txt", MONDAY, "Corrie Courier"), ("tuesday.txt", TUESDAY, "Northwire")):
        record.add(find_facts(Capture(f"sha256:{name}", name, "text", text, Given(outlet=outlet))))
    return record


@pytest.fixture(scope="module")
def lock(tmp_path_factory: pytest.TempPathFactory) -> KeptRecord:
    record = KeptRecord(tmp_path_factory.mktemp("lock") / "lock.db", make=True)
    for name, text in (("wednesday.txt", WEDNESDAY), ("thursday.txt", THURSDAY)):
        record.add(find_facts(Capture(f"sha256:{name}", name, "text", text, Given(outlet="Corrie Courier"))))
    return record


def found(record: KeptRecord, query: Query, kind: Kind = "statements") -> list[tuple[str, str | None]]:
    return [(hit.page, hit.who) for hit in search(record, query, kind)]


BOARD, BRANDT, NESS = ("monday.txt", "water board"), ("monday.txt", "Liv Brandt"), ("tuesday.txt", "Tor Ness")


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        (Query("people"), ["tuesday.txt", "monday.txt"]),
        (Query("old works"), ["tuesday.txt", "monday.txt"]),
        (Query('"works old"'), []),
        (Query("villa*"), ["monday.txt"]),
        (Query("PEOPLE home"), ["tuesday.txt"]),
        (Query("people", speaker="brandt"), ["tuesday.txt", "monday.txt"]),
        (Query("held", speaker="Brandt"), []),
        (Query(speaker="Tor Ness"), ["tuesday.txt"]),
        (Query(act="deny"), ["monday.txt"]),
        (Query("works", act="deny"), ["monday.txt"]),
        (Query("people", outlet="northwire"), ["tuesday.txt"]),
        (Query("people", earliest="2026-05-05"), ["tuesday.txt"]),
        (Query("people", latest="2026-05-04"), ["monday.txt"]),
        (Query("people", earliest="2026-05-04", latest="2026-05-05"), ["tuesday.txt", "monday.txt"]),
        (Query("people", earliest="2026-05-06"), []),
    ],
    ids=str,
)
def test_all_that_is_asked_must_hold_and_the_newest_come_first(record: KeptRecord, query: Query, pages: list[str]):
    assert [page for page, _ in found(record, query)] == pages


def test_what_was_searched_for_is_marked_in_words_that_stand_on_that_line_of_the_page(record: KeptRecord):
    [hit] = search(record, Query("flood"))
    assert f"the {OPEN}flooding{CLOSE} was over" in hit.words
    assert bare(hit) in TUESDAY.splitlines()[hit.line - 1]
    assert (hit.who, hit.said, hit.outlet, hit.act) == ("Liv Brandt", "2026-05-05", "Northwire", "assert")


def bare(hit: Hit) -> str:
    return hit.words.replace(OPEN, "").replace(CLOSE, "")


def test_entries_and_figures_are_searched_as_well(record: KeptRecord):
    assert found(record, Query("villages"), "entries") == [("monday.txt", "Dam at Corrie holds, water board says")]
    [hit] = search(record, Query("people moved"), "figures")
    assert (hit.who, hit.line) == ("Liv Brandt", 7)
    assert hit.words.endswith("told reporters.")


def test_the_best_come_first_where_that_is_asked(record: KeptRecord):
    newest, best = ([hit.page for hit in search(record, Query("Corrie"), "entries", newest=newest)] for newest in (True, False))
    assert newest == ["tuesday.txt", "monday.txt"]
    assert best == ["monday.txt", "tuesday.txt"]  # it has the word twice


def begin(hits: tuple[Hit, ...]) -> list[str]:
    return [" ".join(bare(hit).split()[:4]) for hit in hits]


JAMMED, MENDED = "the sluice had jammed", "the gate of the"
SHUT, LIFTED = "the sluice would stay", "the sluice and the"


def test_the_surest_of_statements_are_the_best_however_short_or_new_another_is(lock: KeptRecord):
    assert begin(search(lock, Query("sluice"), newest=False)) == [JAMMED, LIFTED, MENDED, SHUT]


@pytest.mark.parametrize(
    ("words", "first"),
    [("the gate", MENDED), ("the gat*", MENDED), ("sluice would", MENDED), ('"the sluice" would', MENDED), ("gate the", LIFTED)],
)
def test_statements_in_which_the_words_follow_each_other_are_the_best(lock: KeptRecord, words: str, first: str):
    assert begin(search(lock, Query(words), newest=False))[0] == first


def test_the_best_are_among_those_that_are_asked_for(lock: KeptRecord):
    assert begin(search(lock, Query("the gate", speaker="Vik"), newest=False)) == [LIFTED]
    assert begin(search(lock, Query("sluice", latest="2026-05-06"), newest=False, limit=1)) == [JAMMED]
    assert begin(search(lock, Query("sluice", act="believe"), newest=False)) == [SHUT]


@pytest.mark.parametrize(("newer", "first"), [(999, JAMMED), (1_000, SHUT)])
def test_the_best_are_among_the_newest_thousand(tmp_path: Path, newer: int, first: str):
    with KeptRecord(tmp_path / "lock.db", make=True) as record:
        old, _ = find_facts(Capture("sha256:old", "wednesday.txt", "text", WEDNESDAY, Given()))
        new, _ = find_facts(Capture("sha256:new", "thursday.txt", "text", THURSDAY, Given()))
        for facts in (replace(old, statements=old.statements[:1]), replace(new, statements=new.statements[:1] * newer)):
            record.add((facts, ()))
        assert begin(search(record, Query("sluice"), newest=False, limit=1)) == [first]


def test_no_more_are_given_than_asked(record: KeptRecord):
    assert len(search(record, Query(), limit=2)) == 2


@given(st.text(max_size=40), st.text(max_size=20))
def test_nothing_that_is_typed_breaks_the_search(record: KeptRecord, words: str, speaker: str):
    for newest in (True, False):
        search(record, Query(words.encode("utf-8", "replace").decode(), speaker.encode("utf-8", "replace").decode()), newest=newest)
