"""What sort of actor speaks, and by which words it is carried over."""

import pytest

from onrecord.extract.statements import find_statements
from tests.pages import page as make_page


def types_in(text: str) -> dict[str, str]:
    return {actor.name: actor.type for actor in find_statements(make_page(text))[1]}


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("The harbour master, Ilse Tarn, said the quay was shut.", "Ilse Tarn", "person"),
        ("The Orvik Herald reported that the quay was shut.", "Orvik Herald", "organisation"),
        ("Reuters reported that the quay was shut.", "Reuters", "organisation"),
        ("The interior ministry said the quay was shut.", "interior ministry", "organisation"),
        ("Norway said the quay was shut.", "Norway", "place"),
        ("Divers and the coastguard said the quay was shut.", "Divers and the coastguard", "group"),
        ("Residents said the quay was shut.", "Residents", "group"),
        ("“The quay is unsafe,” the report states.", "report", "document"),
    ],
)
def test_the_sort_of_an_actor_is_told_by_its_words(text: str, name: str, sort: str) -> None:
    assert types_in(text)[name] == sort


def test_a_state_broadcaster_has_no_name_of_its_own() -> None:
    assert "Ardanian" not in types_in("The mayor told Ardanian state television that the quay was shut.")


def test_the_short_form_of_an_employer_is_no_name_of_the_person() -> None:
    (actor,) = find_statements(make_page("Oda Lind, director of the Institute for Coastal Works (ICW), said the quay was shut."))[1]
    assert "ICW" not in (actor.name, *actor.also)


def test_a_role_is_resolved_to_the_name_that_follows_it() -> None:
    ahead = "Ardania’s deputy transport minister said on Friday that the line would reopen."
    page = make_page(f"{ahead}\n“We are late,” deputy transport minister Ivo Sand said.")
    first, second = find_statements(page)[0]
    assert first.speaker is not None
    assert second.speaker is not None
    assert (first.speaker.name, first.speaker.how) == ("Ivo Sand", "role")
    assert first.speaker.actor == second.speaker.actor


def test_a_carried_speaker_keeps_the_words_of_the_mention() -> None:
    page = make_page("“The quay moved,” harbour master Ilse Tarn said. “I felt it.\n“Then the lamps went out.”")
    carried = find_statements(page)[0][-1].speaker
    assert carried is not None
    assert (carried.text, carried.span, carried.name, carried.how) == ("harbour master Ilse Tarn", None, "Ilse Tarn", "carried")


def test_a_short_quotation_that_goes_on_in_the_next_paragraph_is_kept() -> None:
    page = make_page("“It was quick,” Ilse Tarn said.\n“Then it sank.”")
    assert [statement.content.text for statement in find_statements(page)[0]] == ["It was quick", "Then it sank"]


def test_a_pronoun_behind_somebody_who_may_be_nobody_is_left_open() -> None:
    page = make_page(
        "“We were told late,” said the mayor, Sten Orval.\nAmong those on the pier was Dana Pell of Orvik.\n“I saw no boat,” she said."
    )
    speaker = find_statements(page)[0][-1].speaker
    assert speaker is not None
    assert speaker.name != "Sten Orval"
