"""The documentation shows the figures that were measured, and nothing else."""

import re
from pathlib import Path

import pytest

from bench.tables import Row, _figures, load_measured, render_tables
from docs import generate


@pytest.mark.parametrize("page", generate.MEASURED_PAGES, ids=lambda page: page.name)
def test_a_page_shows_what_was_measured(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text == render_tables(text, load_measured()), "run `make docs`"
    assert len(re.findall("<!-- table: ", text)) == len(re.findall("<!-- end of ", text)) > 0


def test_what_is_written_around_a_table_stays_as_it_is() -> None:
    page = "Before.\n\n<!-- table: names -->\nstale\n<!-- end of names -->\n\nAfter.\n"
    rendered = render_tables(page, {"figures": {"names.f1": 0.8349}})
    assert rendered.startswith("Before.\n\n<!-- table: names -->\n|")
    assert rendered.endswith("\n<!-- end of names -->\n\nAfter.\n")
    assert "| all names | .835 | .82 | .87 |" in rendered
    assert "stale" not in rendered
    assert render_tables(rendered, {"figures": {"names.f1": 0.8349}}) == rendered


def test_a_figure_that_was_not_measured_is_a_dash() -> None:
    assert "| all names | – | .82 | .87 |" in render_tables("<!-- table: names -->\n<!-- end of names -->", {})


def test_a_table_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError, match="no table is called 'weather'"):
        render_tables("<!-- table: weather -->\n<!-- end of weather -->", {})


def test_precision_and_recall_stand_beside_the_figure_where_they_are_known() -> None:
    drawn = _figures([Row("names", ("names.f1",), ".82")], {"names.f1": 0.8, "names.f1.p": 0.9, "names.f1.r": 0.72})
    assert drawn.splitlines()[-1] == "| names | .800 | .900, .720 | .82 |"
