import pytest

from onrecord.model import Actor
from onrecord.story.parties import find_parties, is_nobody


def organisation(number: int, name: str, *also: str) -> Actor:
    return Actor(f"a{number}", name, "organisation", also)


def person(number: int, name: str, *also: str) -> Actor:
    return Actor(f"a{number}", name, "person", also)


def parties(*actors: Actor) -> int:
    return len(set(find_parties(actors).values()))


@pytest.mark.parametrize(
    "words",
    ["Ida Lund, the ferry line’s spokeswoman", "a spokeswoman for the ferry line, Ida Lund", "ferry line spokeswoman Ida Lund"],
)
def test_a_spokeswoman_speaks_for_her_body(words: str):
    assert parties(organisation(1, "ferry line"), person(2, "Ida Lund", words)) == 1


def test_a_body_and_its_longer_name_are_one_party():
    assert parties(organisation(1, "coastguard"), organisation(2, "Norland coastguard")) == 1


def test_a_ministry_that_may_be_either_of_two_is_neither():
    assert (
        parties(
            organisation(1, "Sudara’s foreign ministry"), organisation(2, "Norland’s foreign ministry"), organisation(3, "foreign ministry")
        )
        == 3
    )


def test_two_names_by_which_one_spokesman_is_introduced_are_one_party():
    spokesman = person(3, "Tor Ek", "rebel spokesman Tor Ek", "the Free Vale Army’s spokesman, Tor Ek")
    assert parties(organisation(1, "rebels"), organisation(2, "Free Vale Army"), spokesman) == 1


def test_a_role_and_a_surname_are_the_one_person_who_has_them():
    assert parties(person(1, "Jonas Brandt", "the mayor, Jonas Brandt"), person(2, "mayor"), person(3, "Brandt")) == 1


def test_a_role_that_two_persons_have_is_neither():
    assert parties(person(1, "Jo Brandt", "the mayor, Jo Brandt"), person(2, "Al Ruiz", "mayor Al Ruiz"), person(3, "mayor")) == 3


@pytest.mark.parametrize("name", ["the two sides", "an earlier version", "the union and the company", "neither side"])
def test_several_at_once_and_the_page_itself_are_no_party(name: str):
    assert is_nobody(name)
