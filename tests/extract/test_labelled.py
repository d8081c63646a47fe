"""Conversations written down with a name and a colon before each turn."""

from tests.pages import statements_in

TALK = (
    "ILSE TARN: The quay will stay shut until the crane is gone. We have told the owners so.\n"
    "STEN ORVAL: The crane was checked in May.\n"
    "Moderator: Who checked it, Mr Orval?\n"
    "STEN ORVAL: The harbour board did."
)


def test_a_turn_is_said_by_whom_its_label_names() -> None:
    told = [(s.speaker.text, s.content.text) for s in statements_in(TALK) if s.speaker]
    assert told == [
        ("ILSE TARN", "The quay will stay shut until the crane is gone We have told the owners so"),
        ("STEN ORVAL", "The crane was checked in May"),
        ("Moderator", "Who checked it, Mr Orval?"),
        ("STEN ORVAL", "The harbour board did"),
    ]


def test_links_and_captions_with_a_colon_are_no_conversation() -> None:
    text = "Photograph: Ana Brel for the Orlen Herald\nMap: where the crane stands\nWeather: rain from the west by noon"
    assert statements_in(text) == ()
