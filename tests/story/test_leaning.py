import pytest

from onrecord.story.leaning import find_recounts
from onrecord.story.sayings import find_tellings
from tests.story.records import claim_of, record

COUNCIL = ("3", "The council said the library in Maren would open at nine. The mayor of Torvik said buses were running.")


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("Residents said paint was flaking from the crane at Torvik", "The yard said its foot was scraped bare each spring"),
        ("A teacher, Ida Lund, said pupils had been sent into a cold gym", "The board said radiators were switched on at seven"),
    ],
)
def test_who_speaks_right_behind_another_in_one_paragraph_answers_him(told: str, answer: str):
    words, reply = told.split(" said ")[1], answer.split(" said ")[1]
    beside = record(COUNCIL, ("4", f"{told}. {answer}, and denied any neglect."))
    assert claim_of(beside, words) == claim_of(beside, reply)


def test_who_tells_of_a_matter_of_his_own_answers_nobody():
    made = record(COUNCIL, ("4", "Residents denied that the crane at Torvik was old. Police denied that a ferry had sunk off Maren."))
    assert claim_of(made, "the crane") != claim_of(made, "a ferry")


def test_a_denial_that_says_what_is_denied_is_none_of_the_count_before_it():
    text = "Some 40 trawlers had been turned away at Torvik, Ida Lund said.\n\nThe builder denied that it had used the wrong concrete."
    made = record(COUNCIL, ("4", text))
    assert claim_of(made, "40 trawlers") != claim_of(made, "wrong concrete")


def test_a_quotation_right_behind_an_accusation_by_its_speaker_backs_it():
    text = "Ida Lund accused the council of leaving tenants in the cold.\n\n“Our own houses had ice on the stairs,” Lund said."
    made = record(COUNCIL, ("4", text))
    assert claim_of(made, "leaving tenants") == claim_of(made, "Our own houses")


def test_the_other_count_of_a_statement_is_no_part_of_what_the_first_tells():
    made = record(COUNCIL, ("4", "The army said nine sailors were killed off Maren and 400 villagers were evacuated to Torvik."))
    first, *_ = (one for one in find_tellings(made.captures[1], 1) if one.statement and not one.part)
    assert "#death" in first.terms
    assert not first.terms & {"#evacuate", "=400", "villag"}


def test_a_count_told_twice_in_one_statement_is_a_member_twice():
    made = record(
        ("3", "The army said 12 hostages were held."), ("4", "The guide, Per Holm, said 12 hostages went in and 12 friends must come out.")
    )
    found = [member.figure for member in claim_of(made, "12 hostages went in").members if member.capture == "2.txt" and member.figure]
    assert len(found) == 2


def test_who_tells_of_the_man_by_his_age_is_an_origin_of_his_arrest():
    made = record(
        ("3", "Radio Sund said a 41-year-old baker was being questioned over the fire. Police neither confirmed nor denied an arrest."),
        ("4", "Two people at the bakery said officers led a 41-year-old man out of the shop."),
    )
    assert claim_of(made, "41-year-old baker").origins == 2


def test_who_tells_the_parts_of_a_count_is_an_origin_of_it():
    counted = "At Torvik 90 boats are laid up. Sixty have been sold and 20 are for sale, the harbour board said."
    made = record(("3", "The yacht club said 90 boats were laid up at Torvik."), ("4", counted))
    assert claim_of(made, "90 boats were laid up") == claim_of(made, "Sixty have been sold")
    assert claim_of(made, "Sixty have been sold").origins == 2


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Eleven hostages were flown out of the hills.\n\nThe Red Cross said it had brought 11 hostages to Maren.", True),
        ("Eleven hostages were flown out of the hills.\n\nThe Red Cross said it had brought nine hostages to Maren.", False),
        ("Eleven prisoners were injured in the hills.\n\nThe warden said 11 prisoners had been freed in Maren.", False),
        ("Two hostages were flown out of the hills.\n\nThe Red Cross said it had brought two hostages to Maren.", False),
    ],
)
def test_the_same_count_of_the_same_in_another_paragraph_is_told_again(text: str, again: bool):
    assert len(list(find_recounts(find_tellings(record(("4", text)).captures[0], 0)))) == again


def test_who_breaks_the_truce_breaches_it():
    made = record(
        ("3", "The army accused rebels in the hills of 9 violations since Monday."),
        ("4", "The army said the rebels broke the truce 9 times."),
    )
    assert claim_of(made, "violations") == claim_of(made, "broke the truce")
