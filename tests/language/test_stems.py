"""Stems of telling words, and how common they are."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.stems import commonness, find_stems, stem_of


def test_forms_of_a_word_meet() -> None:
    assert {stem_of(word) for word in ("strike", "strikes", "striking")} == {"strik"}
    assert {stem_of(word) for word in ("ban", "banned", "banning")} == {"ban"}


def test_what_tells_nothing_is_left_out() -> None:
    assert find_stems("It is said that they were there, as of the day before.") == []


def test_numbers_stay_as_they_are_and_hyphens_part_words() -> None:
    assert find_stems("A 5.8-magnitude quake, 2,300 homeless") == ["5.8", "magnitud", "quak", "2,300", "homeless"]


def test_common_words_are_told_from_rare_ones_and_from_names() -> None:
    assert commonness(stem_of("government")) > commonness(stem_of("avalanche")) > commonness(stem_of("vellandrie"))


@given(st.text())
def test_any_text_has_stems(text: str) -> None:
    assert all(0 < commonness(stem) <= 0.3 for stem in find_stems(text))
