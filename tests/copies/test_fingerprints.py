from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.fingerprints import find_fingerprints, find_shingles, measure_containment, split_words
from onrecord.model import Span

SOME_WORDS = st.lists(st.sampled_from(["ferry", "bridge", "quay", "mayor", "storm", "roof", "dawn", "pump"]), min_size=9, max_size=30)


@given(SOME_WORDS, SOME_WORDS, st.lists(st.text("abcdef", min_size=3), min_size=9, max_size=12))
def test_texts_that_share_a_run_of_nine_words_share_a_fingerprint(one: list[str], two: list[str], run: list[str]):
    prints = [find_fingerprints([*words, *run, *words[:3]], size=4, window=6) for words in (one, two)]
    assert prints[0] & prints[1]


@given(st.text())
def test_every_word_stands_where_it_says(text: str):
    for word in split_words(text, Span(0, len(text))):
        assert word.span.of(text).lower().replace("’", "'").startswith(word.text)


def test_a_text_is_wholly_contained_in_itself():
    words = ["the", "mayor", "shut", "the", "bridge", "at", "dawn"]
    assert measure_containment(words, frozenset(find_shingles(words, 3)), 3) == 1.0


def test_an_empty_text_is_contained_in_nothing():
    assert measure_containment([], frozenset(), 3) == 0.0
