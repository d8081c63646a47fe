"""Names with the actors that bear them."""

from onrecord.extract.names import find_names
from onrecord.language.marks import Named
from onrecord.model import Actor, NameType, Span

TEXT = "Ilse Tarn spoke for the Harbour Board. Tarn was born in Orlen. The board thanked Per Tarn."
TARN = Actor("a1", "Ilse Tarn", "person")
BOARD = Actor("a2", "Harbour Board", "organisation", ("the board",))


def bearer(words: str, kind: NameType, *actors: Actor) -> str | None:
    start = TEXT.index(words)
    (name,) = find_names(TEXT, [Named(Span(start, start + len(words)), kind)], actors)
    assert name.text == words
    return name.actor


def test_a_full_name_and_a_last_name_lead_to_the_one_who_speaks() -> None:
    assert bearer("Ilse Tarn", "person", TARN) == bearer("Tarn was"[:4], "person", TARN) == "a1"


def test_an_article_makes_no_other_name() -> None:
    assert bearer("the Harbour Board", "organisation", BOARD) == "a2"


def test_a_last_name_that_two_bear_leads_to_nobody() -> None:
    assert bearer("Tarn was"[:4], "person", TARN, Actor("a3", "Per Tarn", "person")) is None


def test_a_name_of_nobody_who_speaks_has_no_actor() -> None:
    assert bearer("Orlen", "place", TARN, BOARD) is None
