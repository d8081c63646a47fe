"""What the network is given of a page."""

from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.features import (
    AFFIXES,
    BREAK,
    LONGEST_CHUNK,
    LONGEST_WORD,
    PLACES,
    UNKNOWN,
    cut_chunks,
    describe,
    gather,
    normalise,
    place_tokens,
    shape,
)
from onrecord.language.sentences import Sentence, split_sentences

QUAY = "The quay was shut at noon. “Nobody was hurt,” said the harbour master. She left for Orlen."


def paragraphs(*texts: str) -> list[tuple[Sentence, ...]]:
    return [split_sentences(text) for text in texts]


def letters_of(form: str) -> list[int]:
    return np.frombuffer(describe(form).numbers, np.int32)[AFFIXES:].tolist()


def test_a_word_is_known_by_its_small_letters_and_its_digits_are_all_alike() -> None:
    assert (normalise("Orlen’s"), normalise("2,317"), normalise("47B")) == ("orlen's", "0,000", "00b")


def test_the_shape_of_a_word_shortens_long_runs_but_tells_one_capital_from_two() -> None:
    assert (shape("Mayor"), shape("TASS"), shape("US"), shape("a"), shape("2,317")) == ("Xxx", "XX", "XX", "x", "0,00")


def test_a_long_word_keeps_its_first_and_last_letters() -> None:
    letters = letters_of("Donaudampfschifffahrtsgesellschaft")
    assert len(letters) == LONGEST_WORD
    assert letters[:2] == letters_of("Do")[:2]
    assert letters[-2:] == letters_of("ft")[:2]


def test_a_letter_of_another_alphabet_has_the_number_of_all_others() -> None:
    assert letters_of("ж") == letters_of("д") != letters_of("z")


def test_short_paragraphs_are_read_together_with_a_break_between_them() -> None:
    (chunk,) = cut_chunks(paragraphs("The quay was shut.", "It rained."))
    assert chunk.forms == ("The", "quay", "was", "shut", ".", BREAK, "It", "rained", ".")
    assert chunk.tokens == (0, 1, 2, 3, 4, -1, 5, 6, 7)


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    chunks = cut_chunks(paragraphs("The ferry turned back near the northern pier. " * 30))
    assert len(chunks) > 1
    assert all(len(chunk.forms) <= LONGEST_CHUNK and chunk.forms[-1] == "." for chunk in chunks)


def test_the_words_of_a_quotation_are_told_from_those_around_it() -> None:
    (_, said, _) = split_sentences(QUAY)
    places = dict(zip([token.text for token in said.tokens], place_tokens(said), strict=True))
    assert places["Nobody"] == places["hurt"] != places["master"] == 0


def test_a_quotation_that_is_not_closed_is_told_from_one_that_is() -> None:
    (closed,), (open_,) = split_sentences("“It was quick.”"), split_sentences("“It was quick.")
    assert place_tokens(closed)[1] != place_tokens(open_)[1]


def test_an_empty_page_has_no_chunks() -> None:
    assert cut_chunks([]) == cut_chunks([()]) == []


def test_each_form_stands_once_and_an_unknown_word_has_the_number_for_it() -> None:
    read = gather(cut_chunks(paragraphs("The quay. The Quay.")), {"the": 1, "quay": 2, ".": 3})
    assert read.words.tolist() == [UNKNOWN, 1, 2, 3, 2]  # the break, The, quay, the stop, Quay
    assert read.forms[0].tolist() == [1, 2, 3, 1, 4, 3]


def test_a_short_chunk_is_padded_with_breaks() -> None:
    long, short = (
        "word " * 120 + "end.",
        "It rained all night in Orlen and the river rose above the old mill, and nobody slept in the port.",
    )
    read = gather(cut_chunks(paragraphs(long, short)), {})
    assert read.lengths.tolist() == [122, 22]
    assert set(read.forms[1, 22:].tolist()) == {0}
    assert set(read.places[1, 22:].tolist()) == {PLACES - 1}


@given(st.lists(st.lists(st.sampled_from(["It rained.", QUAY, "“", "No.", "a" * 40, "x " * 200]), max_size=6), max_size=8))
def test_every_token_is_read_once_and_in_its_order(texts: list[list[str]]) -> None:
    read = paragraphs(*(" ".join(part) for part in texts))
    tokens = [token.text for paragraph in read for sentence in paragraph for token in sentence.tokens]
    chunks = cut_chunks(read)
    numbers = [n for n in chain.from_iterable(chunk.tokens for chunk in chunks) if n >= 0]
    assert numbers == list(range(len(tokens)))
    assert all(chunk.forms[i] == tokens[n] for chunk in chunks for i, n in enumerate(chunk.tokens) if n >= 0)
