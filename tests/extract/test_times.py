import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times import find_times
from onrecord.model import Published, Time
from tests.pages import page

WEDNESDAY = Published("2031-04-09", "given", "2031-04-09", "2031-04-09")


def times_in(text: str, published: Published | None = WEDNESDAY) -> list[Time]:
    return list(find_times(page(text, published=published)))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The dam burst on Sunday.", "Sunday", "2031-04-06"),
        ("The council will meet on Friday.", "Friday", "2031-04-11"),
        ("The mayor told the council the bridge would open on Monday.", "Monday", "2031-04-14"),
        ("The bridge closed on Wednesday.", "Wednesday", "2031-04-09"),
        ("The road is shut until Saturday.", "Saturday", "2031-04-12"),
        ("Crews had left on Tuesday evening.", "Tuesday evening", "2031-04-08TEV"),
        ("He resigned late on Monday.", "late on Monday", "2031-04-07TNI"),
        ("The storm passed overnight.", "overnight", "2031-04-09TNI"),
        ("She flew home yesterday.", "yesterday", "2031-04-08"),
        ("A vote is due tomorrow.", "tomorrow", "2031-04-10"),
        ("Rain fell this morning.", "this morning", "2031-04-09TMO"),
        ("Shots were heard last night.", "last night", "2031-04-08TNI"),
        ("Talks resume next week.", "next week", "2031-W16"),
        ("Talks broke down last month.", "last month", "2031-03"),
        ("The pier burned down last August.", "last August", "2030-08"),
        ("He was held in December.", "December", "2030-12"),
        ("It was agreed in November last year.", "November last year", "2030-11"),
        ("They signed on 2 October.", "2 October", "2030-10-02"),
        ("They sign on Sunday 4 May.", "Sunday 4 May", "2031-05-04"),
        ("Floods struck at the weekend.", "the weekend", "2031-W14-WE"),
        ("It stopped at 4.25pm local time on Monday.", "4.25pm local time on Monday", "2031-04-07T16:25"),
        ("It stopped at twenty to nine on Monday morning.", "twenty to nine on Monday morning", "2031-04-07T08:40"),
        ("It stopped at ten o’clock on Monday night.", "ten o’clock on Monday night", "2031-04-07T22:00"),
        ("It ends at 3pm BST.", "3pm BST", "2031-04-09T15:00"),
        ("It began three weeks ago.", "three weeks ago", "2031-W12"),
    ],
)
def test_what_rests_on_the_day_of_publication_is_counted_from_it(text: str, words: str, value: str) -> None:
    (found,) = times_in(text)
    assert (found.text, found.value, found.anchor) == (words, value, "published")


@pytest.mark.parametrize("words", ["Sunday", "last week", "tonight", "2 October", "overnight", "8 a.m. on Friday"])
def test_without_a_day_of_publication_nothing_is_guessed(words: str) -> None:
    (found,) = times_in(f"It was told again {words}.", None)
    assert (found.text, found.value, found.start, found.anchor) == (words, None, None, "none")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("3 June 2027", "2027-06-03"),
        ("March 9, 2027", "2027-03-09"),
        ("early 2027", "2027"),
        ("February 2027", "2027-02"),
        ("1990s", "199"),
    ],
)
def test_a_date_with_its_year_needs_no_day_of_publication(words: str, value: str) -> None:
    (found,) = times_in(f"It goes back to {words}.", None)
    assert (found.value, found.anchor) == (value, "none")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It took 35 minutes.", "PT35M"),
        ("They waited for an hour and ten minutes.", "PT70M"),
        ("a two-hour call", "PT2H"),
        ("a 60-day truce", "P60D"),
        ("It lasted a year.", "P1Y"),
        ("It lasted several weeks.", "PXW"),
        ("It lasted half an hour.", "PT30M"),
    ],
)
def test_a_length_of_time_is_a_duration(text: str, value: str) -> None:
    (found,) = times_in(text, None)
    assert (found.type, found.value, found.start) == ("DURATION", value, None)


@pytest.mark.parametrize(
    "text",
    ["a 52-year-old fisherman", "It may rain.", "They march on.", "April Osgood spoke.", "the fall of the city", "He sat in the sun."],
)
def test_ages_names_and_verbs_are_no_times(text: str) -> None:
    assert times_in(text) == []


def test_an_entry_is_counted_from_its_own_time_of_posting() -> None:
    blog = page("The pumps failed today.\n\nThe pumps held today.", published=WEDNESDAY, posted={1: "2031-04-08T22:10+01:00"})
    assert [(found.value, found.anchor) for found in find_times(blog)] == [("2031-04-09", "published"), ("2031-04-08", "entry")]


def test_the_same_night_is_counted_from_the_time_told_before() -> None:
    assert [found.value for found in times_in("He was held on Sunday and freed the same night.")] == ["2031-04-06", "2031-04-06TNI"]


def test_a_night_begins_the_evening_before() -> None:
    (found,) = times_in("Two piers burned overnight.")
    assert (found.start, found.end) == ("2031-04-08T18:00", "2031-04-09T06:00")


def test_what_recurs_is_a_set() -> None:
    assert [(found.type, found.value) for found in times_in("The siren sounds every Friday.")] == [("SET", "XXXX-WXX-5")]


def test_furniture_is_not_read() -> None:
    assert find_times(page("Log in by Friday\nIt rained on Sunday.", roles={0: "furniture"}, published=WEDNESDAY))[0].text == "Sunday"


@given(st.text(alphabet="on Sunday 31 Feb2030.early last May ’pm9:0 a week ago,", max_size=150))
def test_every_span_cuts_exactly_its_words(text: str) -> None:
    found = find_times(page(text, published=WEDNESDAY)) if text.strip() else ()
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["at 9.30 ", "early ", "Sunday ", "an hour and ", "9 May ", "the last ", "twenty-", "1", "2030-12-", "said "]
)
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    hostile = page(piece * (20_000 // len(piece)), published=WEDNESDAY)
    began = time.perf_counter()
    find_times(hostile)
    assert time.perf_counter() - began < 4
