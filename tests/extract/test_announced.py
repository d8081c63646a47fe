"""Quotations that stand alone, whose speaker the sentence above announces or a signature names."""

import pytest

from onrecord.extract.reading import Reading, read_page
from onrecord.extract.statements import find_statements
from onrecord.language.marks import Attribution, Marks
from onrecord.language.tagger import RuleTagger
from onrecord.model import Span, Statement
from tests.pages import page, statements_in


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


def test_words_that_lead_up_to_a_colon_are_not_what_is_said() -> None:
    text = "In a statement published on Tuesday, the harbour board said:\n“The crane was checked on 4 May and found sound.”"
    cue, lead, quote = (text.index(words) for words in ("said", "In a statement", "“"))
    marked = Attribution(Span(cue, cue + 4), Span(cue - 18, cue - 1), (Span(lead, lead + 30), Span(quote, len(text))), 0.9)
    (statement,) = told_by(text, marked)
    assert statement.content.text == "The crane was checked on 4 May and found sound"


def test_a_signature_outweighs_a_heading_above() -> None:
    text = "What people say:\n“I walk past it every day of the week.” – Ana Brel, 43, nurse"
    quote = text.index("“")
    marked = Attribution(Span(12, 15), Span(0, 11), (Span(quote, text.index("”") + 1),), 0.9)
    (statement,) = told_by(text, marked)
    assert statement.speaker is not None
    assert statement.speaker.text == "Ana Brel"


def told_by(text: str, *marked: Attribution) -> tuple[Statement, ...]:
    """Find the statements of a text in which a tagger has marked attributions."""
    news = page(text)
    return find_statements(news, Reading(read_page(news, RuleTagger()).lines, Marks((), marked)))[0]


def test_a_quotation_before_the_cue_stays_beside_the_one_below_the_colon() -> None:
    text = "“We gave them until April,” Ilse Tarn said in a message to members:\n“Nobody wants this. But nobody listens.”"
    (statement,) = statements_in(text)
    assert statement.content.text == "We gave them until April Nobody wants this. But nobody listens"
