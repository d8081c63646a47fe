"""From a network's scores to spans."""

from itertools import pairwise, product
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from onrecord.language.decoding import ROLES, STEPS, WAYS, best_tags, spans_of, ways

TAGS = ("O", "B-name", "I-name", "B-cue", "I-cue")


def can_be(tags: tuple[int, ...]) -> bool:
    return all(tag == 0 or tag % 2 or before in {tag, tag - 1} for before, tag in pairwise((0, *tags)))


def test_an_inside_that_scores_high_needs_its_beginning() -> None:
    scores = np.array([[0, 1, 0, 0, 0], [0, 0, 5, 0, 0], [4, 0, 0, 0, 0]], np.float32)
    assert best_tags([scores]) == [[1, 2, 0]]


def test_chunks_of_different_length_are_sought_side_by_side() -> None:
    short, long = np.array([[0, 3, 0, 0, 0]], np.float32), np.array([[3, 0, 0, 0, 0], [0, 3, 0, 0, 0]], np.float32)
    assert best_tags([short, long]) == [[1], [0, 1]]
    assert best_tags([]) == []


@given(st.lists(st.integers(1, 6), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_chunks_sought_together_are_found_as_each_by_itself(lengths: list[int], chance: Random) -> None:
    chunks = [np.array([[chance.randint(-8, 8) for _ in TAGS] for _ in range(length)], np.float32) for length in lengths]
    assert best_tags(chunks) == [best_tags([chunk])[0] for chunk in chunks]


def test_the_cost_of_a_missing_beginning_is_felt_to_the_end_of_a_long_span() -> None:
    inside = [[0, 0, 1, 0, 0]] * 40
    assert best_tags([np.array([[9, 0, 0, 0, 0], *inside], np.float32)]) == [[0, 1, *[2] * 39]]
    assert best_tags([np.array([[90, 0, 0, 0, 0], [3, 0, 0, 0, 0], *inside], np.float32)])[0][:4] == [0, 0, 1, 2]


def test_the_scores_stay_as_they_were() -> None:
    scores = np.array([[0, 1, 0, 0, 0], [0, 0, 5, 0, 0]], np.float32)
    best_tags([scores])
    assert scores.tolist() == [[0, 1, 0, 0, 0], [0, 0, 5, 0, 0]]


@given(arrays.arrays(np.float32, (2, 4, 5), elements=st.integers(-8, 8).map(float)))
def test_no_row_of_tags_scores_higher_than_the_one_found(scores: np.ndarray) -> None:
    for chunk, found in zip(scores, best_tags(list(scores)), strict=True):
        possible = [tags for tags in product(range(5), repeat=4) if can_be(tags)]
        best = max(sum(float(chunk[i, tag]) for i, tag in enumerate(tags)) for tags in possible)
        assert can_be(tuple(found))
        assert sum(float(chunk[i, tag]) for i, tag in enumerate(found)) == best


def test_a_second_beginning_opens_a_second_span() -> None:
    assert spans_of([1, 2, 1, 2, 2], TAGS) == [("name", (0, 1)), ("name", (2, 4))]


def test_an_inside_without_a_beginning_opens_a_span() -> None:
    assert spans_of([0, 2, 2, 4], TAGS) == [("name", (1, 2)), ("cue", (3, 3))]


def test_nothing_is_marked_where_all_is_outside() -> None:
    assert spans_of([0, 0, 0], ROLES) == []


def test_the_way_tells_direction_distance_and_rivals_apart() -> None:
    cues = [(2, 2), (10, 11), (30, 30)]
    (row,) = ways([(4, 8)], cues).tolist()
    assert len(set(row)) == 3
    assert ways([(4, 8)], [(10, 11)]).tolist() != ways([(4, 8)], [(0, 2)]).tolist()


@given(st.integers(0, 300), st.integers(0, 300))
def test_every_way_has_a_bucket(first: int, second: int) -> None:
    assert 0 <= int(ways([(first, first)], [(second, second)])[0, 0]) < WAYS
    assert len(STEPS) == len(set(STEPS))
