"""What is asked of a kept record is answered from the pages of its matter alone, as it would be from all."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.keeping import recall
from onrecord.model import Record
from onrecord.record.choosing import choose_changed, choose_claim, choose_page, choose_retold, choose_story
from onrecord.record.search import Query, search
from onrecord.record.store import KeptRecord
from onrecord.serve.changed import change_pairs
from onrecord.serve.hits import hit_items
from onrecord.serve.news import find_news
from onrecord.serve.places import Places
from onrecord.serve.slices import slice_story
from tests.record.matters import EVERYTHING, find


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptRecord]:
    with KeptRecord(tmp_path_factory.mktemp("kept") / "desk.db", make=True) as made:
        for one in find(EVERYTHING):
            made.add(one)
        yield made


@pytest.fixture(scope="module")
def known(record: KeptRecord) -> Record:
    return recall(record)


def test_each_claim_is_told_as_among_all_pages(record: KeptRecord, known: Record):
    for claim in known.claims:
        some = recall(record, choose=choose_claim(claim.id.upper()))
        assert claim in some.claims
        assert len(some.captures) < len(known.captures)
        assert {facts.page.capture.name for facts in some.captures} >= {member.capture for member in claim.members}


def test_each_story_is_told_as_among_all_pages(record: KeptRecord, known: Record):
    for story in known.stories:
        some = recall(record, choose=choose_story(story.id.removeprefix("story")))
        assert len(some.captures) < len(known.captures)
        told, whole = slice_story(some, story), slice_story(known, story)
        assert replace(told, timeline=()) == replace(whole, timeline=())
        assert {day.when for day in told.timeline} >= {day.when for day in whole.timeline}  # days weigh among those of the matter


def test_what_changed_is_told_as_among_all_pages(record: KeptRecord, known: Record):
    some = recall(record, choose=choose_changed)
    assert (some.changes, some.findings) == (known.changes, tuple(one for one in known.findings if one in some.findings))
    assert 0 < len(some.captures) < len(known.captures)
    assert change_pairs(recall(record, choose=choose_page("live-2.txt")), "live-2.txt") == change_pairs(known, "live-2.txt")


@pytest.mark.parametrize("count", range(1, len(EVERYTHING) + 1))
def test_news_are_told_as_among_all_pages(record: KeptRecord, known: Record, count: int):
    fresh = list(record.names().values())[-count:]
    assert find_news(recall(record, choose=choose_retold(fresh)), fresh) == find_news(known, fresh)


def test_what_somebody_said_is_told_as_among_all_pages(record: KeptRecord, known: Record):
    for name in ("Brandt", "Norrland", "Venn", "board"):
        hits = search(record, Query(speaker=name))
        some = recall(record, choose=choose_retold(hit.page for hit in hits))
        assert [*hit_items(hits, Places(some))] == [*hit_items(hits, Places(known))]
        assert len(some.captures) < len(known.captures)


@pytest.mark.parametrize("name", ["c0", "c999", "claim", "-1", "c1 ", "story1"])
def test_what_is_no_id_chooses_all_pages(record: KeptRecord, known: Record, name: str):
    assert recall(record, choose=choose_claim(name)) == known


def test_pages_repeat_what_is_on_pages_that_are_not_read(record: KeptRecord, known: Record):
    for facts in known.captures:
        some = recall(record, choose=choose_page(facts.page.capture.name))
        assert facts in some.captures
