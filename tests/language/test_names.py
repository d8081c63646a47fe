"""Names of one page that agree with each other."""

from onrecord.language.marks import Named
from onrecord.language.names import agree
from onrecord.model import NameType, Span

TEXT = "Ilse Tarn met Voll in Orlen. Tarn left Orlen for Orlen’"


def kinds(*marked: tuple[str, NameType]) -> list[tuple[str, NameType]]:
    """Mark names in the text one behind the other; give each name with the kind that is agreed on."""
    at, names = 0, []
    for words, kind in marked:
        at = TEXT.index(words, at)
        names.append(Named(Span(at, at + len(words)), kind))
        at += len(words)
    return [(name.span.of(TEXT), name.kind) for name in agree([words for words, _ in marked], names)]


def test_a_last_name_alone_is_the_person_of_the_full_name() -> None:
    assert kinds(("Ilse Tarn", "person"), ("Tarn", "place")) == [("Ilse Tarn", "person"), ("Tarn", "person")]


def test_the_same_words_are_what_they_mostly_are() -> None:
    assert kinds(("Orlen", "place"), ("Orlen", "organisation"), ("Orlen", "place")) == [("Orlen", "place")] * 3


def test_where_two_kinds_are_as_common_each_name_keeps_its_own() -> None:
    assert kinds(("Orlen", "place"), ("Orlen", "organisation")) == [("Orlen", "place"), ("Orlen", "organisation")]


def test_the_apostrophe_of_a_plural_owner_is_no_part_of_the_name() -> None:
    assert kinds(("Orlen’", "place")) == [("Orlen", "place")]


def test_a_page_without_names_has_none() -> None:
    assert agree([], []) == ()
