"""Days whose date is the name of what happened on them."""

import datetime as dt

import pytest

from onrecord.extract.times import find_times
from onrecord.language.timex.history import year_of_event
from onrecord.model import Published, Span
from tests.pages import page


def values(text: str, published: str = "2014-06-12") -> list[str | None]:
    return [time.value for time in find_times(page(text, published=Published(published, "given", published, published)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Her brother died in the Sept. 11 attacks.",
        "Her brother died in the 11 September terrorist attacks.",
        "The pilot fought off the September 11 hijackers.",
        "The wall lists the victims of September 11.",
        "Airports have been stricter since September 11.",
        "Airports have been stricter since 9/11.",
    ],
)
def test_a_date_that_names_an_attack_means_its_year(sentence: str) -> None:
    assert values(sentence) == ["2001-09-11"]


@pytest.mark.parametrize(
    ("sentence", "published", "value"),
    [
        ("The council meets on September 11.", "2014-06-12", "2014-09-11"),
        ("The attack on Tuesday, September 11, hurt nobody.", "2012-09-14", "2012-09-11"),
        ("The ferry has not run since September 11.", "2014-10-02", "2014-09-11"),
        ("A memorial opened on March 11.", "2014-06-12", "2014-03-11"),
        ("The September 11 attack on the barracks failed.", "1997-10-02", "1997-09-11"),
    ],
)
def test_the_same_date_elsewhere_means_the_year_of_the_page(sentence: str, published: str, value: str) -> None:
    assert values(sentence, published) == [value]


def test_what_nobody_names_beside_a_date_is_no_event() -> None:
    text = "They sailed on September 11 and sank."
    assert year_of_event(text, Span(15, 27), 9, 11, dt.date(2014, 6, 12)) is None
