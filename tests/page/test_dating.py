"""Date lines in the forms in which outlets write them."""

import pytest

from onrecord.model import Given
from onrecord.page.dating import find_published
from onrecord.page.lines import split_lines


def published(text: str) -> tuple[str, str] | None:
    found = find_published(split_lines(text), frozenset(), Given())
    return (found.value, found.basis) if found else None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("June 2, 2021 by harbourpost", "2021-06-02"),
        ("Wed 2 Jun 2021 07.05 BST", "2021-06-02T07:05+01:00"),
        ("Wed Jun 2 2021 21:15 GMT+3", "2021-06-02T21:15+03:00"),
        ("Wednesday 2 June 2021, 07:40 (GMT+1)", "2021-06-02T07:40+01:00"),
        ("Published 10:00 AM EDT, June 2, 2021", "2021-06-02T10:00-04:00"),
        ("Published 10:00 AM ET, January 2, 2021", "2021-01-02T10:00-05:00"),
        ("2021-06-02T10:30:00+02:00", "2021-06-02T10:30+02:00"),
        ("By Ona Reed and Bo Day, June 2, 2021", "2021-06-02"),
        ("Ona Reed | June 2nd, 2021 | 4 min read", "2021-06-02"),
        ("2 June 2021 10:30 IST", "2021-06-02T10:30"),
    ],
)
def test_a_date_line_is_read(line: str, value: str) -> None:
    assert published(f"Dam holds at Osk\n{line}\nThe dam held, officials said.") == (value, "page")


def test_the_first_publication_counts_not_the_update() -> None:
    assert published("Updated 3 June 2021\nFirst published on Wed 2 Jun 2021 09.00 BST") == ("2021-06-02T09:00+01:00", "page")


@pytest.mark.parametrize(
    "text",
    [
        "Updated: 3 June 2021",
        "The dam broke on 2 June 2021 after a week of rain.",
        "3 hours ago",
        "31 February 2021",
        "Dam break of 2 June 2021: what went wrong",
    ],
)
def test_what_is_no_publication_date_is_left_alone(text: str) -> None:
    assert published(text) is None


FOOT = "\n(c) 2021 Northwire News Agency. All rights reserved."


def test_a_dateline_and_the_foots_year_make_a_date_when_the_weekday_agrees() -> None:
    assert published("OSK, June 2 (Northwire) - A dam burst on Wednesday, officials said." + FOOT) == ("2021-06-02", "inferred")
    assert published("OSK, June 2 (Northwire) - A dam burst on Monday, officials said." + FOOT) is None
    assert published("OSK, June 2 (Northwire) - A dam burst on Wednesday, officials said.") is None


def test_a_dispatchs_time_in_its_foot_makes_the_date_exact() -> None:
    assert published("OSK, June 2 (Northwire) - A dam burst, officials said.\n1814 GMT" + FOOT) == ("2021-06-02T18:14+00:00", "page")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://orle.example/world/2014/may/03/ferry-sinks", "2014-05-03"),
        ("https://orle.example/2014/05/03/ferry-sinks.html", "2014-05-03"),
        ("https://orle.example/news/2014-05-03-ferry", "2014-05-03"),
        ("https://orle.example/2014/13/45/ferry", None),
        ("https://orle.example/story/20145678123", None),
    ],
)
def test_an_address_dates_a_page_that_says_nothing_itself(url: str, day: str | None) -> None:
    found = find_published(split_lines("A ferry sank."), frozenset(), Given(url=url))
    assert (found.value if found else None, found.basis if found else "url") == (day, "url")


def test_what_the_page_says_comes_before_its_address() -> None:
    found = find_published(split_lines("2 June 2021\nA dam broke."), frozenset(), Given(url="https://osk.example/2021/06/09/dam"))
    assert found is not None
    assert (found.value, found.basis) == ("2021-06-02", "page")
