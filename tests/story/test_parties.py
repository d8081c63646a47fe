import pytest

from onrecord.model import Actor
from onrecord.story.parties import find_parties, is_nobody
from tests.story.records import record


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


@pytest.mark.parametrize(
    ("speaks", "is_one"),
    [
        ("The teachers’ union said the offer was poor. Union leader Tor Ek said the strike would go on.", True),
        ("The teachers’ union said the offer was poor. A leader of the strike, Tor Ek, said it would go on.", False),
        (
            "The teachers’ union has turned the offer down. “It is poor,” its secretary, Tor Ek, said. The teachers’ union said so twice.",
            True,
        ),
    ],
)
def test_a_leader_speaks_for_the_one_body_of_his_kind(speaks: str, is_one: bool):
    made = record(("3", speaks))
    joined = find_parties(made.actors, made.captures)
    names = {actor.name: joined[actor.id] for actor in made.actors}
    assert (names["Tor Ek"] == names["teachers’ union"]) is is_one


def test_a_company_named_only_by_its_kind_is_the_one_that_is_so_called():
    line = organisation(1, "Norrland Ferries", "The operator, Norrland Ferries")
    assert parties(line, organisation(2, "Norrland Ferries’ owner")) == 2
    made = record(
        ("3", "The operator, Norrland Transit, said 200 people were on board. Norrland Transit said the operator’s list was complete."),
        ("4", "Norrland Transit said the ship was safe. The operator said the crew was trained."),
    )
    joined = find_parties(made.actors, made.captures)
    assert len({joined[actor.id] for actor in made.actors if actor.name in ("Norrland Transit", "operator")}) == 1


def test_what_a_body_has_in_writing_is_its_own():
    paper = Actor("a2", "harbour office’s log", "document")
    assert parties(organisation(1, "harbour office"), paper) == 1


def test_a_word_within_a_longer_name_is_no_short_form_of_it():
    assert parties(organisation(1, "rebels"), organisation(2, "rebel radio station Voice of Brel")) == 2


def test_the_text_and_the_agreement_are_one():
    assert parties(Actor("a1", "text", "document"), Actor("a2", "agreement", "document")) == 1
