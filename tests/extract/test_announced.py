"""Quotations that stand alone, whose speaker the sentence above announces or a signature names."""

import pytest

from tests.pages import statements_in


@pytest.mark.parametrize(
    ("above", "speaker", "cue"),
    [
        ("The harbour board said in a statement late on Tuesday:", "The harbour board", "said"),
        ("Warden Ilse Tarn of the harbour board wrote:", "Warden Ilse Tarn of the harbour board", "wrote"),
        ("Asked about the tolls, Orval said:", "Orval", "said"),
    ],
)
def test_a_sentence_that_ends_in_a_colon_announces_who_speaks_below_it(above: str, speaker: str, cue: str) -> None:
    (statement,) = statements_in(f"{above}\n“No ship has been turned away. None will be.”")
    assert statement.speaker is not None
    assert statement.cue is not None
    assert (statement.speaker.text, statement.cue.text) == (speaker, cue)
    assert statement.content.text == "No ship has been turned away. None will be"


def test_a_heading_with_a_colon_announces_nobody() -> None:
    (statement,) = statements_in("Read the letter in full:\n“No ship has been turned away from Orlen.”")
    assert statement.speaker is None


@pytest.mark.parametrize(
    "signed",
    [
        "“The quay belongs to all of us.” – Sten Orval, fishmonger",
        "“The quay belongs to all of us,” — Sten Orval, fishmonger, Orlen",
        "“The quay belongs to all of us.”\n— Sten Orval, fishmonger",
    ],
)
def test_a_name_behind_a_dash_signs_a_quotation(signed: str) -> None:
    (statement,) = statements_in(signed)
    assert statement.speaker is not None
    assert statement.speaker.text == "Sten Orval"
    assert statement.content.text == "The quay belongs to all of us"


def test_a_clause_behind_a_dash_signs_nothing() -> None:
    statements = statements_in("“The quay belongs to all of us.” – Orlen has heard that before and will hear it again.")
    assert [s.speaker for s in statements] == [None]
