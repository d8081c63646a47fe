import pytest

from onrecord.language.timex.direction import find_direction, sentence_around
from onrecord.model import Span


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The harbour master said on Friday that the quay was safe.", "past"),
        ("The quay will reopen on Friday.", "future"),
        ("The court on Friday refused, though the mayor will try again.", "past"),
        ("Engineers are busy ahead of Friday.", "future"),
        ("They could be back as soon as Friday, the owner said.", "future"),
        ("The owner would look for ways round Friday’s ruling.", "near"),
        ("On Friday, the mayor planned her reply.", "past"),
        ("On Friday, the mayor will reply.", "future"),
        ("The strike ends on Friday.", "future"),
        ("Rain on Friday.", "near"),
        ("The lease had been due to end on Friday.", "past"),
        ("They struck as previously planned on Friday.", "past"),
        ("The vote was postponed until Friday.", "future"),
        ("The union called a strike for Friday.", "future"),
        ("The owners have until Friday to answer.", "future"),
        ("Voters go to the polls on Friday.", "future"),
        ("She was summoned to appear on Friday.", "future"),
    ],
)
def test_the_verb_beside_a_weekday_tells_whether_it_lies_ahead(text: str, direction: str) -> None:
    start = text.index("Friday")
    assert find_direction(text, Span(0, len(text)), Span(start, start + 6)) == direction


def test_verbs_of_other_sentences_do_not_count() -> None:
    text = "The quay will reopen. Mr. Osk fell ill on Friday. He will rest."
    start = text.index("Friday")
    assert sentence_around(text, Span(0, len(text)), Span(start, start + 6)).of(text).strip() == "Mr. Osk fell ill on Friday."
