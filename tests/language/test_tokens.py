import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.tokens import split_tokens


def words_of(text: str) -> list[str]:
    return [token.text for token in split_tokens(text)]


@pytest.mark.parametrize(
    "word",
    ["don’t", "O'Brien", "re-elect", "80-year-old", "COVID-19", "47B-311", "AT&T", "U.S.", "a.m.", "café", "2,300", "9.30", "2nd", "..."],
)
def test_a_word_or_number_keeps_the_marks_inside_it(word: str) -> None:
    assert words_of(f"it {word} was") == ["it", word, "was"]


@pytest.mark.parametrize("ending", ["'s", "’s", "‘s"])
def test_a_possessive_ending_is_a_token_of_its_own_whichever_way_its_mark_turns(ending: str) -> None:
    assert words_of(f"Orvik{ending} mayor") == ["Orvik", ending, "mayor"]


def test_the_apostrophe_of_a_plural_stays_with_its_noun() -> None:
    assert words_of("the dockers’ union") == ["the", "dockers’", "union"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("12 boats", ["number", "word"]), ("2nd boat.", ["number", "word", "mark"]), ("(3-2)", ["mark", "number", "mark", "number", "mark"])],
)
def test_a_token_is_a_word_a_number_or_a_mark(text: str, kinds: list[str]) -> None:
    assert [token.kind for token in split_tokens(text)] == kinds


@pytest.mark.parametrize(
    "sum_of_money",
    [
        pytest.param("£2,500", id="whole"),
        pytest.param("£2.5m", id="millions", marks=pytest.mark.xfail(strict=True, reason="A unit glued to a decimal cuts the number.")),
    ],
)
def test_a_sum_of_money_is_a_sign_and_one_number(sum_of_money: str) -> None:
    assert words_of(f"for {sum_of_money} more") == ["for", "£", sum_of_money[1:], "more"]


@pytest.mark.parametrize(
    ("before", "mark", "behind"), [("Orvik", ".", " He"), ("quay", "_", "gate"), ("quay", "’", " x"), ("Gov", ".", " of")]
)
def test_a_mark_behind_a_plain_word_is_no_part_of_it(before: str, mark: str, behind: str) -> None:
    assert words_of(before + mark + behind)[:2] == [before, mark]


def test_marks_that_stand_together_are_cut_one_by_one() -> None:
    assert words_of("she won.”He") == ["she", "won", ".", "”", "He"]


def test_a_stretch_is_cut_with_places_in_the_whole_text() -> None:
    text = "Orvik waits. The ferry left."
    assert [(t.text, t.start) for t in split_tokens(text, 13, 22)] == [("The", 13), ("ferry", 17)]


def test_the_lower_case_form_has_a_straight_apostrophe() -> None:
    assert [token.lower for token in split_tokens("Don’t")] == ["don't"]


@given(st.text(max_size=200))
def test_every_token_cuts_its_words_and_nothing_but_white_space_is_left_out(text: str) -> None:
    tokens = list(split_tokens(text))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())


@pytest.mark.parametrize("piece", ["'", "a-", "A.", "1,", "a'", "’s", "&", "1.2.", "…", "é"])
def test_hostile_text_is_split_in_time(piece: str) -> None:
    start = time.process_time()
    list(split_tokens((piece * 20_000)[:20_000]))
    assert time.process_time() - start < 2
