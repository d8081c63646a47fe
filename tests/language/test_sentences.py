import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.sentences import split_sentences


def sentences_of(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    "first",
    [
        "Dr. Tarn left.",
        "J. K. Voll left.",
        "It cost 3.5m crowns.",
        "It left at 9 a.m. on Monday.",
        "It left in Jan. and came in Feb. 2031.",
        "Tarn Ltd. said so.",
        "He waited … and left.",
        "No. 5 boat left.",
        "See orvik.example for more.",
        "The U.S. Navy left.",
    ],
)
def test_a_full_stop_that_only_shortens_ends_no_sentence(first: str) -> None:
    assert sentences_of(f"{first} She came.") == [first, "She came."]


@pytest.mark.parametrize("mark", [".", "!", "?", "…", "...", ".”", "!”", ".)", "?!"])
def test_a_sentence_ends_at_its_mark_and_what_closes_after_it(mark: str) -> None:
    opening = "“" if "”" in mark else "(" if ")" in mark else ""
    assert sentences_of(f"{opening}It sank{mark} She came.") == [f"{opening}It sank{mark}", "She came."]


@pytest.mark.parametrize(
    "whole",
    [
        "“Where?” Tarn asked.",
        "“Where?” asked Tarn.",
        "“It sank!” shouted Ilse Tarn.",
        "“Go. Now. Run,” she said.",
        "“The ferry,” she said, “left early. It was empty.”",
        "He said: “Go. Now.”",
    ],
)
def test_a_quotation_is_not_cut_from_the_words_that_say_whose_it_is(whole: str) -> None:
    assert sentences_of(f"{whole} The crew slept.") == [whole, "The crew slept."]


def test_two_quotations_with_their_own_speakers_are_two_sentences() -> None:
    assert sentences_of("“Is it safe?” she asked. “No,” he said.") == ["“Is it safe?” she asked.", "“No,” he said."]


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == ()


@given(st.text(max_size=150) | st.text(alphabet=st.sampled_from(list("“”\"'‘’.?!… abAB(\n")), max_size=80))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    found = split_sentences(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(s.span.of(text).split()) for s in found) == "".join(text.split())
    assert all(s.span.start <= t.start < t.end <= s.span.end for s in found for t in s.tokens)
    assert found == split_sentences(text)


@pytest.mark.parametrize("piece", [". ", ".", "“", '"', "“Go.” ", "A. ", "Mr. ", "“Go. ", "?! ", "… "])
def test_hostile_text_is_split_in_time(piece: str) -> None:
    start = time.process_time()
    split_sentences((piece * 20_000)[:20_000])
    assert time.process_time() - start < 2
