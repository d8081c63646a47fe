"""What people put right is found again on its page, however the page is read later."""

from dataclasses import replace

import pytest

from onrecord.model import CorrectedItem, Correction, Facts, Span
from onrecord.record.amending import amend, find_item, item_of, select_holding, text_of
from tests.record.test_store import FERRY, taken


@pytest.fixture(scope="module")
def facts() -> Facts:
    return taken(FERRY)[0]


def denial(facts: Facts) -> CorrectedItem:
    return item_of(facts, next(one for one in facts.statements if one.act == "deny"))


def speaker(number: int, item: CorrectedItem, name: str | None, undone: str | None = None) -> Correction:
    return Correction(number, "speaker", (item,), name, "Norrland Sea", "edda", "2026-05-05T09:00:00Z", undone=undone)


def test_an_item_is_found_by_its_words_wherever_they_stand(facts: Facts):
    item = denial(facts)
    moved = replace(item, spans=tuple(Span(span.start + 40, span.end + 40) for span in item.spans))
    found = find_item(facts, moved)
    assert found is not None
    assert text_of(found) == item.text


def test_an_item_is_found_by_its_place_where_it_is_cut_otherwise(facts: Facts):
    item = denial(facts)
    shorter = replace(item, spans=(Span(item.spans[0].start + 5, item.spans[-1].end),), text=item.text[5:])
    assert find_item(facts, shorter) is not None
    assert find_item(facts, replace(shorter, spans=(Span(0, 4),), text="Ferr")) is None
    assert find_item(facts, replace(item, capture="sha256:another")) is None


def test_a_name_of_the_page_gets_its_actor_and_a_new_one_an_actor_of_its_own(facts: Facts):
    _, actors = taken(FERRY)
    item = denial(facts)
    [(brandt, same)] = amend([(facts, actors)], [speaker(1, item, "liv brandt")], lambda _: "organisation")
    [(line, more)] = amend([(facts, actors)], [speaker(1, item, "Halden Ferries")], lambda _: "organisation")
    spoken = [next(one.speaker for one in made.statements if one.corrected) for made in (brandt, line)]
    assert [one and one.name for one in spoken] == ["Liv Brandt", "Halden Ferries"]
    assert same == actors
    assert [actor.name for actor in more[len(actors) :]] == ["Halden Ferries"]
    assert len({actor.id for actor in more}) == len(more)


def test_a_page_on_which_nothing_was_put_right_is_left_as_it_is(facts: Facts):
    elsewhere = replace(denial(facts), capture="sha256:another")
    [(made, _)] = amend([(facts, ())], [speaker(1, elsewhere, None)], lambda _: "person")
    assert made is facts


def test_the_last_correction_of_a_thing_holds_unless_it_was_undone(facts: Facts):
    item = denial(facts)
    first, second = speaker(1, item, "Liv Brandt"), speaker(2, item, None)
    assert select_holding([first, second]) == (second,)
    assert select_holding([first, replace(second, undone="2026-05-06T09:00:00Z")]) == (first,)
