"""The lines of a page read in bulk to rows of numbers."""

import numpy as np

from onrecord.model import MarkedLine, Span
from onrecord.page.bulk_lines import COLUMNS, describe_bulk
from onrecord.page.line_model import load_model

TEXT = "Weir to be rebuilt\nThe weir at Lower Hask, which has leaked for years, will be rebuilt, the river trust said.\nBy Ada Brandt"


def lines() -> list[MarkedLine]:
    starts = [0, *(at + 1 for at, sign in enumerate(TEXT) if sign == "\n")]
    return [
        MarkedLine(Span(start, start + len(line)), tag, ("body", tag))
        for start, line, tag in zip(starts, TEXT.split("\n"), ("h1", "p", "div"), strict=True)
    ]


def test_each_line_has_a_number_for_each_column() -> None:
    rows = describe_bulk(TEXT, lines(), titled=0)
    assert rows.shape == (3, len(COLUMNS))
    assert np.isfinite(rows).all()
    assert describe_bulk("", []).shape == (0, len(COLUMNS))


def test_columns_tell_prose_from_bylines() -> None:
    rows = describe_bulk(TEXT, lines())
    assert rows[:, COLUMNS.index("prose")].argmax() == 1
    assert rows[:, COLUMNS.index("byline")].tolist() == [0, 0, 1]


def test_the_model_that_ships_was_trained_on_these_columns() -> None:
    assert load_model("bulk").features == COLUMNS


def test_a_line_told_twice_is_marked_the_second_time() -> None:
    text = "Weir to be rebuilt\nWeir to be rebuilt"
    twice = [MarkedLine(Span(0, 18), "h1", ("h1",)), MarkedLine(Span(19, 37), "p", ("p",))]
    assert describe_bulk(text, twice)[:, COLUMNS.index("again")].tolist() == [0, 1]
