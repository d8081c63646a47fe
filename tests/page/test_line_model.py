"""The networks over lines, and the runs of lines that are news."""

import numpy as np
import pytest

from onrecord.page.line_features import COLUMNS
from onrecord.page.line_model import LARGEST_SCORE, LineModel, find_runs, load_model, pack, unpack


def model(*, looks: int = 0) -> LineModel:
    drawn = np.random.default_rng(3)

    def numbers(*shape: int):  # type: ignore[no-untyped-def]
        return drawn.normal(size=shape).astype(np.float32)

    steps = tuple((numbers(2, 3, 4, 4), numbers(2, 1, 4)) for _ in range(looks))
    layers = ((numbers(2, 3, 4), numbers(2, 1, 4)), (numbers(2, 4, 1), numbers(2, 1, 1)))
    return LineModel(("one", "two", "three"), numbers(3), np.ones(3, np.float32), layers, steps, (1.0, 1.0))


@pytest.mark.parametrize("looks", [0, 3])
def test_a_model_scores_each_line_and_is_the_same_after_being_stored(looks: int) -> None:
    made = model(looks=looks)
    rows = np.random.default_rng(1).normal(size=(9, 3)).astype(np.float32)
    scores = made.score(rows)
    assert scores.shape == (9,)
    stored = unpack(pack(made))
    assert stored.features == made.features
    np.testing.assert_allclose(stored.score(rows), scores, atol=0.1)


@pytest.mark.parametrize("lines", [0, 1, 2])
def test_a_page_may_have_hardly_any_lines(lines: int) -> None:
    assert model(looks=3).score(np.zeros((lines, 3), np.float32)).shape == (lines,)


def test_a_line_without_looks_is_judged_alone_and_with_looks_by_those_around() -> None:
    rows = np.zeros((9, 3), np.float32)
    other = rows.copy()
    other[8] = 3.0
    assert model().score(rows)[5] == model().score(other)[5]
    assert model(looks=3).score(rows)[5] != model(looks=3).score(other)[5]


def test_no_score_is_surer_than_the_model_can_be() -> None:
    rows = np.full((3, 3), 1e6, np.float32)
    assert np.abs(model(looks=2).score(rows)).max() <= LARGEST_SCORE


def test_a_doubtful_line_goes_with_those_around_it() -> None:
    assert find_runs([3.0, -0.5, 3.0], (1.0, 1.0)) == [True, True, True]
    assert find_runs([3.0, -0.5, 3.0], (0.0, 0.0)) == [True, False, True]
    assert find_runs([], (1.0, 1.0)) == []


def test_the_model_that_comes_with_onrecord_was_made_for_these_numbers() -> None:
    assert load_model("plain").features == COLUMNS
