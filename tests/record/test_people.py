from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Actor, ActorType
from onrecord.record.people import merge_actors
from onrecord.settings import ActorSettings
from tests.remembered import Remembered

SHARED = (Actor("a8", "Tove Ramsing", "person"), Actor("a9", "Northwire", "organisation"))
"""Two whom each page names, so that the pages are about one matter."""


def names_of(*casts: tuple[Actor, ...]) -> list[str]:
    """Merge the actors of pages about one matter; give the names besides those that all share."""
    actors, _ = merge_actors([(*cast, *SHARED) for cast in casts])
    return [actor.name for actor in actors if actor.name not in ("Tove Ramsing", "Northwire")]


@pytest.mark.parametrize(
    ("first", "second", "type_", "name"),
    [
        ("coastguard", "coastguard", "organisation", "coastguard"),
        ("fire service", "Halden Fire Service", "organisation", "Halden Fire Service"),
        ("Red Cross", "International Committee of the Red Cross", "organisation", "International Committee of the Red Cross"),
        ("Norway’s foreign ministry", "Norwegian foreign ministry", "organisation", "Norwegian foreign ministry"),
        ("foreign ministry in Oslo", "Norway’s foreign ministry", "organisation", "Norwegian foreign ministry"),
        ("defence ministry", "defense ministry", "organisation", "defence ministry"),
        ("Okafor", "Ngozi Okafor", "person", "Ngozi Okafor"),
        ("Ngozi Okafor", "Okafor", "person", "Ngozi Okafor"),
    ],
)
def test_who_is_called_by_less_on_one_page_of_a_matter_is_joined_to_the_one_of_the_fuller_name(
    first: str, second: str, type_: ActorType, name: str
) -> None:
    assert names_of((Actor("a1", first, type_),), (Actor("a1", second, type_),)) == [name]


@pytest.mark.parametrize(
    ("first", "second", "type_"),
    [
        ("residents", "residents", "group"),
        ("report", "report", "document"),
        ("spokesman", "police spokesman", "person"),
        ("Norway’s foreign ministry", "Danish foreign ministry", "organisation"),
        ("army", "army hospital", "organisation"),
        ("service", "Halden Fire Service", "organisation"),
        ("Ngozi Okafor", "Chidi Okafor", "person"),
    ],
)
def test_who_may_be_somebody_else_stays_apart(first: str, second: str, type_: ActorType) -> None:
    assert len(names_of((Actor("a1", first, type_),), (Actor("a1", second, type_),))) == 2


def test_a_surname_that_two_bear_is_joined_to_neither() -> None:
    both = (Actor("a1", "Ngozi Okafor", "person"), Actor("a2", "Chidi Okafor", "person"))
    assert names_of(both, (Actor("a1", "Okafor", "person"),)) == ["Ngozi Okafor", "Chidi Okafor", "Okafor"]


def test_the_mayor_is_whom_another_page_of_the_matter_calls_so() -> None:
    named = Actor("a1", "Ngozi Okafor", "person", ("the mayor of Halden, Ngozi Okafor",))
    assert names_of((named,), (Actor("a1", "mayor", "person"),)) == ["Ngozi Okafor"]


def test_pages_that_share_nobody_are_about_two_matters() -> None:
    casts = [(Actor("a1", "coastguard", "organisation"),), (Actor("a1", "coastguard", "organisation"),)]
    assert len(merge_actors(casts)[0]) == 2


def test_whom_all_pages_name_makes_no_two_of_them_one_matter() -> None:
    everywhere = (Actor("a1", "Ada Quist", "person"), Actor("a2", "Northwire", "organisation"))
    casts = [
        *([everywhere] * 60),
        (*everywhere, Actor("a3", "coastguard", "organisation")),
        (*everywhere, Actor("a3", "coastguard", "organisation")),
    ]
    assert [actor.name for actor in merge_actors(casts)[0]].count("coastguard") == 2


def test_a_short_form_is_joined_to_the_name_whose_first_letters_it_is() -> None:
    full, short = Actor("a1", "Harbour Workers’ Union", "organisation"), Actor("a1", "HWU", "organisation")
    assert names_of((short,), (full,)) == ["Harbour Workers’ Union"]


WHO = (
    Actor("", "Ngozi Okafor", "person", ("the mayor of Halden, Ngozi Okafor", "Ngozi  Okafor")),
    Actor("", "NGOZI OKAFOR", "person"),
    Actor("", "Okafor", "person"),
    Actor("", "mayor", "person"),
    Actor("", "Ngozi Adaeze Okafor", "person", ("Ngozi Okafor",)),
    Actor("", "Chidi Okafor", "person", ("ngozi okafor",)),
    Actor("", "Harbour Workers’ Union", "organisation", ("the union",)),
    Actor("", "HWU", "organisation", ("Harbour Workers’ Union",)),
    Actor("", "Norway’s foreign ministry", "organisation"),
    Actor("", "Norwegian Foreign Ministry", "organisation", ("norwegian foreign ministry",)),
    Actor("", "foreign ministry", "organisation"),
    *SHARED,
)
CASTS = st.lists(st.lists(st.sampled_from(WHO), max_size=7), min_size=1, max_size=14).map(
    lambda pages: [tuple(Actor(f"a{nth}", one.name, one.type, one.also) for nth, one in enumerate(page)) for page in pages]
)


@given(CASTS, st.integers(0, 14), st.integers(0, 14), st.integers(1, 4))
def test_who_was_whom_on_pages_before_is_kept_and_no_page_that_comes_among_them_finds_it_otherwise(
    casts: Sequence[tuple[Actor, ...]], late: int, few: int, most: int
) -> None:
    known, limits = Remembered(), ActorSettings(most_pages=most)
    in_time = [*casts[:late], *casts[late + 1 :]]
    for held in (in_time[:few], in_time, casts, casts):
        assert merge_actors(held, limits, traces=known) == merge_actors(held, limits)


def test_who_was_whom_is_decided_anew_from_the_first_page_on_that_is_other_than_before() -> None:
    known, casts = Remembered(), [SHARED, (WHO[0], *SHARED), (WHO[6],), (WHO[2], *SHARED)]
    merge_actors(casts[:3], traces=known)
    assert len(known) == 3
    merge_actors(casts, traces=known)
    assert len(known) == 4
    merge_actors([casts[0], casts[2], casts[3]], traces=known)
    assert len(known) == 6
