import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.numbers import find_numbers, parse_words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seven", 7),
        ("Thirty-one", 31),
        ("forty two", 42),
        ("a hundred", 100),
        ("Three hundred and twelve", 312),
        ("two hundred thousand", 200_000),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("4,150", 4150),
        ("nine six", None),
        ("plenty", None),
    ],
)
def test_words_are_read_as_the_number_they_make(words: str, value: int | None) -> None:
    assert parse_words(words) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 1.7 million homes", [("1.7 million", 1_700_000)]),
        ("a €2.4bn loan and £3m more", [("€2.4bn", 2_400_000_000), ("£3m", 3_000_000)]),
        ("44 per cent said yes, 17% no", [("44 per cent", 44), ("17%", 17)]),
        ("a third of the crew", [("a third", 0.333333)]),
        ("scores of villagers", [("scores", None)]),
        ("One hundred and six ferries", [("One hundred and six", 106)]),
        ("nineteen boats, eight crews", [("nineteen", 19), ("eight", 8)]),
    ],
)
def test_numbers_are_found_with_their_value(text: str, found: list[tuple[str, float | None]]) -> None:
    assert [(number.span.of(text), number.value) for number in find_numbers(text)] == found


@pytest.mark.parametrize("text", ["a B-52 bomber", "lost 3-1", "a 12-day walk", "the 9th floor", "on the A4074", "at 90km/h", "route 7/2"])
def test_a_number_inside_another_word_is_none(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["between 30 and 45 boats", "30 to 45 boats", "30-45 boats", "30 or 45 boats"])
def test_the_two_ends_of_a_range_are_one_number(text: str) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.high) == (30, 45)


def test_from_one_number_to_another_is_a_change_and_no_range() -> None:
    assert [(number.value, number.high) for number in find_numbers("The toll rose from 14 to 19")] == [(14, None), (19, None)]


@given(st.text(alphabet="one two-hundred and a half 1,2.3–%$bn dozen ’”\n", max_size=120))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    spans = [number.span for number in find_numbers(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", ["one " * 10_000, "hundred and " * 10_000, "1," * 30_000, "1,111" * 20_000, "a " * 30_000, "9" * 60_000])
def test_hostile_text_takes_no_longer_than_other_text(text: str) -> None:
    began = time.process_time()
    find_numbers(text)
    assert time.process_time() - began < 2
