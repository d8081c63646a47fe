"""What is known from several pages is the same in whatever order they came, as far as they tell when they were published."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.capture.source import identify
from onrecord.keeping import recall
from onrecord.model import Capture, Given
from onrecord.pipeline import Taken, find_facts, join
from onrecord.record.schema import as_json
from onrecord.record.store import KeptRecord
from tests.record.matters import PAGES, find


@cache
def taken() -> tuple[Taken, ...]:
    return find(PAGES)


@cache
def expected() -> object:
    return as_json(join(taken()), with_names=True)


def test_the_pages_tell_two_matters_and_something_of_every_kind():
    made = join(taken())
    assert {copy.kind for copy in made.copies} == {"syndication", "revision"}
    assert all((made.stories, made.claims, made.changes, made.findings, made.timeline))
    assert {"denied", "confirmed"} & {shift.standing for claim in made.claims for shift in claim.history}


@settings(deadline=None, max_examples=6)
@given(st.permutations(range(len(PAGES))))
def test_pages_that_are_read_in_any_order_give_the_same_record(order: list[int]):
    assert as_json(join([taken()[number] for number in order]), with_names=True) == expected()


@settings(deadline=None, max_examples=6)
@given(st.permutations(range(len(PAGES))))
def test_a_page_that_is_added_late_gives_the_record_of_one_added_in_order(order: list[int]):
    with TemporaryDirectory() as folder, KeptRecord(Path(folder) / "desk.db", make=True) as record:
        for number in order:
            record.add(taken()[number])
        assert as_json(recall(record), with_names=True) == expected()


def test_of_two_captures_that_tell_the_same_day_the_one_given_first_is_the_first():
    pages = [
        Capture(
            identify(count.encode()),
            f"{count}.txt",
            "text",
            f"Flood\n\n{count} people had left, the council said.",
            Given("Post", "2031-05-04"),
        )
        for count in ("40", "60")
    ]
    for first, second in (pages, pages[::-1]):
        made = join([find_facts(first), find_facts(second)])
        assert [facts.page.capture.name for facts in made.captures] == [first.name, second.name]
