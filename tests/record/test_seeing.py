"""A page of a kept record is read as far as it is asked for, and is the page that was kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.model import Page
from onrecord.record.seeing import GonePageError, keep_sights, read_sights
from onrecord.record.store import KeptRecord
from tests.record.matters import EVERYTHING, find


@pytest.fixture
def record(tmp_path: Path) -> Iterator[KeptRecord]:
    with KeptRecord(tmp_path / "desk.db", make=True) as made:
        for one in find(EVERYTHING):
            made.add(one)
        yield made


def parts(page: Page) -> list[object]:
    capture = page.capture
    own = [page.outlet, page.origin, page.url, page.language, page.title, page.published, page.blocks, page.entries]
    return [capture.id, capture.name, capture.format, capture.text, capture.given, capture.notes, *own]


def test_a_page_that_is_read_late_is_the_page_that_was_kept(record: KeptRecord):
    whole = {number: record.read_page(number) for number in record.numbers()}
    for number, seen in read_sights(record).items():
        kept = whole[number]
        assert kept
        assert parts(seen.facts.page) == parts(kept[0].page)
        assert seen.actors == kept[1]
        assert seen.speakers == {one.speaker.actor for one in kept[0].statements if one.speaker and one.speaker.actor}


def test_pages_whose_marks_are_kept_are_not_read_until_their_words_are_asked_for(record: KeptRecord):
    keep_sights(record, read_sights(record))
    seen = read_sights(record)
    gone, left = [seen[number].facts.page for number in record.numbers()[:2]]
    record.remove(gone.capture.name)
    assert gone.entries
    with pytest.raises(GonePageError):
        _ = gone.capture.text
    with pytest.raises(GonePageError):
        _ = gone.blocks
    assert [left.capture.text[block.span.start : block.span.end] for block in left.blocks]


def test_a_mark_tells_a_page_from_the_same_page_added_again(record: KeptRecord):
    before = read_sights(record)
    keep_sights(record, before)
    assert {number: one.mark for number, one in read_sights(record).items()} == {number: one.mark for number, one in before.items()}
    assert len({one.mark for one in before.values()}) == len(before)
    first = record.numbers()[0]
    name = before[first].facts.page.capture.name
    record.remove(name)
    record.add(next(one for one in find(EVERYTHING) if one[0].page.capture.name == name))
    assert before[first].mark not in {one.mark for one in read_sights(record).values()}


def test_who_is_asked_for_in_full_comes_with_what_was_found(record: KeptRecord):
    page = record.read_page(record.numbers()[0])
    assert page
    assert read_sights(record, {page[0].page.capture.id})[record.numbers()[0]].facts.statements == page[0].statements
