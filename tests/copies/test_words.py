import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.words import find_fingerprints, find_words, hash_words, stand_in
from onrecord.model import Span

SOME_WORDS = st.lists(st.sampled_from(["ferry", "bridge", "quay", "mayor", "storm", "roof", "dawn", "pump"]), min_size=9, max_size=30)


def ids(text: str) -> list[int]:
    return [int(one) for one in find_words(text, [Span(0, len(text))]).ids]


@given(SOME_WORDS, SOME_WORDS, st.lists(st.text("abcdef", min_size=3), min_size=9, max_size=12))
def test_texts_that_share_a_run_of_nine_words_share_a_fingerprint(one: list[str], two: list[str], run: list[str]):
    texts = (find_words(text, [Span(0, len(text))]) for text in (" ".join([*words, *run, *words[:3]]) for words in (one, two)))
    prints = [set(find_fingerprints(text.ids, size=4, window=6)[0].tolist()) for text in texts]
    assert prints[0] & prints[1]


@given(st.lists(st.lists(st.integers(1, 9), max_size=40), min_size=1, max_size=5))
def test_texts_that_are_read_together_have_the_fingerprints_that_each_has_alone(texts: list[list[int]]):
    together = np.array([word for text in texts for word in (*text, 77)], np.uint32)
    breaks = np.cumsum([len(text) + 1 for text in texts]) - 1
    keys, places = find_fingerprints(together, size=4, window=6, breaks=breaks)
    alone = [find_fingerprints(np.array(text, np.uint32), size=4, window=6) for text in texts]
    assert keys.tolist() == [key for keys, _ in alone for key in keys.tolist()]
    starts = [0, *(breaks[:-1] + 1)]
    assert places.tolist() == [int(start) + place for start, (_, places) in zip(starts, alone, strict=True) for place in places.tolist()]


@given(st.text())
def test_every_word_stands_where_it_says_and_no_letter_is_left_out(text: str):
    words = find_words(text, [Span(0, len(text))])
    spans = [words.span(n, n + 1) for n in range(len(words.ids))]
    assert all(span.of(text)[0].isalnum() and span.of(text)[-1].isalnum() for span in spans)
    assert sum(map(str.isalnum, text)) - sum(map(str.isalnum, "".join(span.of(text) for span in spans))) == sum(
        one.isalnum() and ord(one) > 0xFFFF for one in text
    )


@pytest.mark.parametrize(
    ("one", "two"), [("Mayor’s", "mayor"), ("BRIDGE", "bridge"), ("it's", "it’s"), ("“Go,”", "go"), ("2,300", "2,300")]
)
def test_words_that_differ_in_case_marks_or_possessive_are_one(one: str, two: str):
    assert ids(one) == ids(two)


@pytest.mark.parametrize(("one", "two"), [("ferry", "ferries"), ("15", "51"), ("pump", "pumps"), ("no", "on"), ("a", "aa")])
def test_other_words_are_not_one(one: str, two: str):
    assert ids(one) != ids(two)


def test_the_plural_has_the_stem_of_the_singular():
    pumps, pump, glass = (find_words(text, [Span(0, len(text))]).stems[0] for text in ("pumps", "pump", "glass"))
    assert pumps == pump
    assert glass != find_words("glas", [Span(0, 4)]).stems[0]


def test_only_the_words_of_the_stretches_asked_for_are_found():
    text = "The mayor shut the bridge."
    words = find_words(text, [Span(4, 9), Span(19, 26)])
    assert [words.span(n, n + 1).of(text) for n in range(2)] == ["mayor", "bridge"]


def test_a_text_without_words_has_none_and_no_fingerprints():
    words = find_words("… — !", [Span(0, 5)])
    assert not len(words.ids)
    assert not len(find_fingerprints(words.ids, size=4, window=6)[0])


def test_words_are_known_by_their_number():
    assert stand_in(np.array(ids("the ferry left the quay"), np.uint32), hash_words(["the", "at"])).tolist() == [1, 0, 0, 1, 0]
