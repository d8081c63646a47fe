"""A date or time is read however metadata and bylines write it, and nothing is made of what is none."""

from zoneinfo import ZoneInfo

import pytest

from onrecord.capture.addresses import split_address, whole_address
from onrecord.capture.moments import find_clock, read_moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-02-03T21:40:12.345+01:00", "2031-02-03T21:40+01:00"),
        ("2031-02-03 21:40:12 +0100", "2031-02-03T21:40+01:00"),
        ("2031-02-03T21:40Z", "2031-02-03T21:40+00:00"),
        ("20310203T214012Z", "2031-02-03T21:40+00:00"),
        ("20310203", "2031-02-03"),
        ("1927996812", "2031-02-04T18:40+00:00"),
        ("Mon, 03 Feb 2031 21:40:12 GMT", "2031-02-03T21:40+00:00"),
        ("February 3, 2031 9:40 PM EST", "2031-02-03T21:40-05:00"),
        ("9:40 p.m. ET, February 3, 2031", "2031-02-03T21:40-05:00"),
        ("3rd of February 2031", "2031-02-03"),
        ("Feb. 3, 2031", "2031-02-03"),
        ("23.02.2031 09.15", "2031-02-23T09:15"),
        ("02/03/2031", None),
        ("2031-02-30", None),
        ("2031-13-01T10:00:00Z", None),
        ("3 hours ago", None),
        ("00:00-YY-DD-MM", None),
        ("", None),
    ],
)
def test_a_moment_is_read_as_exactly_as_it_is_written(text: str, moment: str | None) -> None:
    assert read_moment(text) == moment


def test_a_zone_given_is_taken_where_none_is_named_and_keeps_summer_time() -> None:
    london = ZoneInfo("Europe/London")
    assert read_moment("2031-07-03 21:40", london) == "2031-07-03T21:40+01:00"
    assert read_moment("2031-01-03 21:40", london) == "2031-01-03T21:40+00:00"
    assert read_moment("2031-07-03T21:40Z", london) == "2031-07-03T21:40+00:00"


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("12.15am", (0, 15)),
        ("12 noon", None),
        ("12 p.m.", (12, 0)),
        ("25:10", None),
        ("score 2.5m", None),
        ("1814 GMT", (18, 14)),
        ("room 1814", None),
        ("version 10.05.2", None),
    ],
)
def test_a_clock_is_told_from_other_numbers(text: str, clock: tuple[int, int] | None) -> None:
    found = find_clock(text)
    assert (found[0] if found else None) == clock


@pytest.mark.parametrize("text", ["", "http://[", "::", "http://:80/", "//", "https://a b/c", "javascript:void(0)", "x" * 5000])
def test_what_is_no_address_of_the_web_is_none(text: str) -> None:
    assert not split_address(text).is_web
    assert whole_address(text, None) is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("/dyke", "https://harlpost.example/dyke"),
        ("dyke", "https://harlpost.example/news/dyke"),
        ("//harlpost.example/dyke", "https://harlpost.example/dyke"),
        ("https://harlpost.example/dyke", "https://harlpost.example/dyke"),
        ("mailto:desk@harlpost.example", None),
    ],
)
def test_an_address_is_made_whole_by_that_of_its_page(text: str, whole: str | None) -> None:
    assert whole_address(text, "https://harlpost.example/news/flood?page=2") == whole
