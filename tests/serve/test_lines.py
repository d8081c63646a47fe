"""Which line of a page a place is on, and how a date is said."""

import pytest

from onrecord.page.lines import split_lines
from onrecord.serve.lines import Lines, say_date


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_are_counted_by_whatever_ends_them(end: str) -> None:
    text = end.join(("Ferry sinks off Orle", "", "Forty people were saved.", "The owner has not spoken."))
    counted = Lines(text)
    assert [counted.number(line.span.start) for line in split_lines(text)] == [1, 3, 4]


def test_the_months_are_said_in_full() -> None:
    assert [say_date(f"2024-{month:02}") for month in (1, 5, 12)] == ["January 2024", "May 2024", "December 2024"]
