"""What confidence is worth, bin by bin."""

import pytest

from bench.calibration import LABELS, calibrate, judged, mean_gap
from bench.readings import Article, Attribution


def test_the_bins_have_the_names_that_the_table_shows() -> None:
    assert LABELS == ("below .5", ".5 to .6", ".6 to .7", ".7 to .8", ".8 to .9", ".9 to 1")


@pytest.mark.parametrize(
    ("confidence", "label"), [(0.0, "below .5"), (0.5, ".5 to .6"), (0.8999, ".8 to .9"), (0.9, ".9 to 1"), (1.0, ".9 to 1")]
)
def test_a_confidence_on_an_edge_belongs_to_the_bin_that_begins_there(confidence: float, label: str) -> None:
    assert list(calibrate([(confidence, True)])) == [label]


def test_a_bin_tells_how_many_are_right() -> None:
    table = calibrate([(0.91, True), (0.93, True), (0.92, False), (0.92, True)])
    assert table == {".9 to 1": {"n": 4, "confidence": 0.92, "right": 0.75}}


def test_the_gap_weighs_each_bin_by_its_size() -> None:
    assert mean_gap(calibrate([(0.9, True), (0.9, True), (0.9, True), (0.5, False)])) == pytest.approx((3 * 0.1 + 0.5) / 4)
    assert mean_gap({}) == 0


def test_a_statement_is_right_when_it_was_matched_with_a_source_that_touches() -> None:
    found = (Attribution((), (), ((0, 4),), 0.9), Attribution((), (), ((5, 9),), 0.6))
    assert judged([Article("Rust Rain", found, found, ((0, 0), (1, 1)), frozenset({0}))]) == [(0.9, True), (0.6, False)]
