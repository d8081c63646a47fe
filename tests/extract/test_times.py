import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times import find_times
from onrecord.language.english_time_words import KINDS
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
        ("This Jan. 19 report has been corrected.", "Jan. 19", "2031-01-19"),
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


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The envoys will meet at 3:30pm UK time on Friday.", "3:30pm UK time on Friday", "2031-04-11T15:30"),
        ("Sirens sounded at 0430 Kyiv time on Monday.", "0430 Kyiv time on Monday", "2031-04-07T04:30"),
        ("Flares were seen at 1500 GMT.", "1500 GMT", "2031-04-09T15:00"),
        ("The ferry left at 18:05 UTC.", "18:05 UTC", "2031-04-09T18:05Z"),
        ("Polls close on 15 April at 8pm Eastern time.", "15 April at 8pm Eastern time", "2031-04-15T20:00"),
        ("The lull ends at midnight on Friday.", "midnight on Friday", "2031-04-11T24:00"),
        ("He rang at 7 PM.", "7 PM", "2031-04-09T19:00"),
        ("She rang at six on Monday morning.", "six on Monday morning", "2031-04-07T06:00"),
        ("The kiln cracked at noon Tuesday.", "noon Tuesday", "2031-04-08T12:00"),
    ],
)
def test_a_clock_is_joined_with_its_day_and_its_zone(text: str, words: str, value: str) -> None:
    (found,) = times_in(text)
    assert (found.text, found.type, found.value) == (words, "TIME", value)


def test_start_and_end_are_in_utc_where_the_zone_is_known_and_on_the_wall_where_not() -> None:
    kyiv, wall = times_in("Sirens sounded at 4.30am Kyiv time and the bridge shut at 5.10am.")
    assert (kyiv.value, kyiv.start) == ("2031-04-09T04:30", "2031-04-09T01:30Z")
    assert (wall.value, wall.start) == ("2031-04-09T05:10", "2031-04-09T05:10")


def test_a_clock_told_twice_has_its_day_both_times() -> None:
    told = times_in("The count began at 9am (0700 GMT) on Sunday.")
    assert [found.value for found in told] == ["2031-04-06T09:00", "2031-04-06T07:00"]


def test_a_clock_goes_on_with_the_day_of_the_clock_before_it() -> None:
    found = times_in("The first wave hit at 3.43pm on Sunday and the second at 4.29pm.\n\nThe sirens will sound again at 6.15pm.")
    assert [time.value for time in found] == ["2031-04-06T15:43", "2031-04-06T16:29", "2031-04-09T18:15"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It burned on New Year’s Eve.", "New Year’s Eve", "2030-12-31"),
        ("They march on Labor Day.", "Labor Day", "2031-09-01"),
        ("It shut on Good Friday.", "Good Friday", "2031-04-11"),
        ("It burned on Christmas Eve 2029.", "Christmas Eve 2029", "2029-12-24"),
        ("They vote on the first Tuesday in May.", "the first Tuesday in May", "2031-05-06"),
        ("It sank on the last Monday of March.", "the last Monday of March", "2031-03-31"),
        ("It sank on Monday of last week.", "Monday of last week", "2031-03-31"),
        ("It sank at 1900 hours.", "1900 hours", "2031-04-09T19:00"),
        ("Sales fell in Q3 2030.", "Q3 2030", "2030-Q3"),
        ("Sales fell in the last quarter of 2030.", "the last quarter of 2030", "2030-Q4"),
    ],
)
def test_feasts_and_days_told_by_their_place_in_a_month_or_week_are_read(text: str, words: str, value: str) -> None:
    (found,) = times_in(text)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Rents have risen for the past two years.", "2029-04-09", "2031-04-09"),
        ("It will rain for the next ten days.", "2031-04-09", "2031-04-19"),
        ("It rained for the following two days.", None, None),
        ("It rained on the last two days of the fair.", None, None),
        ("It rained for two days.", None, None),
    ],
)
def test_a_length_up_to_now_or_from_now_has_its_days(text: str, start: str | None, end: str | None) -> None:
    (found,) = times_in(text)
    assert (found.type, found.start, found.end) == ("DURATION", start, end)


def test_hours_ago_are_counted_from_the_minute_of_posting() -> None:
    blog = page("The call ended half an hour ago.", posted={0: "2031-04-09T00:10+01:00"})
    assert [found.value for found in find_times(blog)] == ["2031-04-08T23:40"]


def test_what_is_counted_from_an_undated_event_stays_a_length() -> None:
    assert [(found.text, found.value) for found in times_in("Two days later the dyke broke.")] == [("Two days later", "P2D")]


def test_nothing_is_counted_from_what_another_entry_tells() -> None:
    blog = page("The dyke broke on Sunday.\n\nThe next day it was mended.", published=WEDNESDAY)
    assert [found.value for found in find_times(blog)] == ["2031-04-06", None]


def test_the_clock_of_an_entry_is_no_time_of_its_own() -> None:
    blog = page("9 April 2031\n10.15am BST\nThe dyke broke.", roles={0: "masthead", 1: "masthead"}, published=WEDNESDAY)
    assert [found.text for found in find_times(blog)] == ["9 April 2031"]


def test_a_bare_hour_may_be_morning_or_afternoon_and_both_are_kept() -> None:
    (found,) = times_in("The call began at 3:30.")
    assert (found.value, found.start, found.end) == (None, "2031-04-09T03:30", "2031-04-09T15:30")


def test_a_bare_hour_is_the_one_nearer_to_the_time_of_posting() -> None:
    blog = page("The call began at 3:30.", posted={0: "2031-04-09T16:02+01:00"})
    assert [found.value for found in find_times(blog)] == ["2031-04-09T15:30"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The levy fell earlier this month.", "earlier this month", "2031-04"),
        ("Late last week the pumps failed.", "Late last week", "2031-W14"),
        ("It may open early next year.", "early next year", "2032"),
        ("Orders rose in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3"),
        ("Its first-quarter loss grew.", "first-quarter", "2031-Q1"),
        ("Exports grew in the first half of 2030.", "the first half of 2030", "2030-H1"),
        ("Sales in fiscal 2030 were flat.", "fiscal 2030", "2030"),
        ("The mill shut in the late 1970s.", "the late 1970s", "197"),
        ("It is a law of the 19th century.", "the 19th century", "18"),
        ("The dyke was raised in the summer of 2019.", "the summer of 2019", "2019-SU"),
        ("They parted exactly six months ago.", "exactly six months ago", "2030-10-09"),
        ("They parted about 20 years ago.", "about 20 years ago", "2011"),
        ("They will know in two weeks’ time.", "two weeks’ time", "2031-W17"),
        ("It rained the day before yesterday.", "the day before yesterday", "2031-04-07"),
        ("The quay reopens on Easter Monday.", "Easter Monday", "2031-04-14"),
        ("It ran aground around Feb. 3.", "around Feb. 3", "2031-02-03"),
        ("Shots rang out in the early hours of Sunday morning.", "the early hours of Sunday morning", "2031-04-06TMO"),
        ("The fair is in the week of 5 May.", "the week of 5 May", "2031-W19"),
        ("He drowned on the night of 3 April.", "the night of 3 April", "2031-04-03TNI"),
        ("It stays shut until the end of the year.", "the end of the year", "2031"),
        ("It reopens by year’s end.", "year’s end", "2031"),
        ("The dyke broke in January nineteen ninety-six.", "January nineteen ninety-six", "1996-01"),
        ("Shares lost a tenth for the week.", "the week", "2031-W15"),
        ("Shares ended the day lower.", "the day", "2031-04-09"),
        ("They argued for a third day.", "a third day", "2031-04-09"),
        ("Shares fell for a second straight week.", "a second straight week", "2031-W15"),
        ("She told of her first day at sea.", "first day", None),
        ("Leases end after October of next year.", "October of next year", "2032-10"),
        ("It may break even by year-end.", "year-end", "2031-12-31"),
        ("The ferry war of the 70s, they called it.", "the 70s", "197"),
        ("Rents have doubled over the years.", "the years", "PXY"),
        ("They met in a day-long session.", "day-long", "P1D"),
        ("Shares rose for two straight quarters.", "two straight quarters", "P2Q"),
        ("It may be cut in future years.", "future years", "FUTURE_REF"),
        ("Nothing has been so bad since Black Monday.", "Black Monday", "1987-10-19"),
        ("Shops were full on Black Friday.", "Black Friday", "2030-11-29"),
    ],
)
def test_periods_are_as_exact_as_their_words(text: str, words: str, value: str | None) -> None:
    (found,) = times_in(text)
    assert (found.text, found.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The rain fell on 3 March. The next day the dyke broke.", ["2031-03-03", "2031-03-04"]),
        ("The rain fell on 3 March. Two days later the dyke broke.", ["2031-03-03", "2031-03-05"]),
        ("The rain fell on 3 March. The following week the dyke broke.", ["2031-03-03", "2031-W11"]),
        ("The dyke broke in June 2019 and was mended later that year.", ["2019-06", "2019"]),
        ("The dyke broke on Sunday. The day before, it had rained.", ["2031-04-06", "2031-04-05"]),
        ("Profit fell in the third quarter of 2030 from a year earlier.", ["2030-Q3", "2029-Q3"]),
        ("Its first-quarter loss beat that of the year-ago period.", ["2031-Q1", "2030-Q1"]),
        ("Orders rose in February 2031 from the same month a year earlier.", ["2031-02", "2030-02"]),
        ("Sales rose 4% in February from the same period last year.", ["2031-02", "2030-02"]),
        ("It lost $2m in the fourth quarter of 2030 and $9m for the full year.", ["2030-Q4", "2030"]),
        ("It lost less last year than the year before.", ["2030", "2029"]),
        ("The ferry landed on Sunday in Orle at 18:00 UTC.", ["2031-04-06", "2031-04-06T18:00Z"]),
    ],
)
def test_what_follows_an_event_is_counted_from_the_time_told_before(text: str, values: list[str]) -> None:
    first, second = times_in(text)
    assert [first.value, second.value] == values
    assert second.anchor == "previous"


def test_with_nine_months_a_year_is_compared_and_no_quarter() -> None:
    text = "It earned less in the third quarter. For the nine months it earned $4m, up from $3m a year earlier."
    assert [found.value for found in times_in(text)] == ["2030-Q3", "P9M", "2030"]


def test_later_in_the_day_goes_on_with_the_day_told_last_whatever_was_told_since() -> None:
    text = "On Monday its share of the trade fell, from a tenth in March. It recovered later in the day."
    assert [found.value for found in times_in(text)] == ["2031-04-07", "2031-03", "2031-04-07"]


@pytest.mark.parametrize("text", ["Highs in the 60s and 70s are expected.", "He was aged in his 60s and 70s."])
def test_degrees_and_ages_are_no_decades(text: str) -> None:
    assert times_in(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair runs from 3 to 5 May.", ["2031-05-03", "2031-05-05"]),
        ("It is shut between March and May.", ["2031-03", "2031-05"]),
        ("The fair ran March 3-5, 2030.", ["2030-03-03/2030-03-05"]),
        ("The war of 1914-18 spared it.", ["1914", "1918"]),
        ("It sank on 3 March and was raised the following Monday.", ["2031-03-03", "2031-03-10"]),
        ("It burned between 2am and 4am on Monday.", ["2031-04-07T02:00", "2031-04-07T04:00"]),
        ("It burned from 11pm to 2am on Monday.", ["2031-04-06T23:00", "2031-04-07T02:00"]),
        ("The fair is on May 3 and 4.", ["2031-05-03", "2031-05-04"]),
        ("On May 3 and 40 others joined.", ["2031-05-03"]),
    ],
)
def test_both_ends_of_a_range_are_told(text: str, values: list[str]) -> None:
    assert [found.value for found in times_in(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on 04/30/2030.", ("2030-04-30", "2030-04-30", "2030-04-30")),
        ("It sank on 30/04/2030.", ("2030-04-30", "2030-04-30", "2030-04-30")),
        ("It sank on 05/04/2030.", (None, "2030-04-05", "2030-05-04")),
        ("It sank on 05/04/2030; they met on 30/06/2030.", ("2030-04-05", "2030-04-05", "2030-04-05")),
        ("It sank on 05/04/2030. They met on June 3.", ("2030-05-04", "2030-05-04", "2030-05-04")),
        ("It sank on 5.4.2030.", ("2030-04-05", "2030-04-05", "2030-04-05")),
    ],
)
def test_a_date_in_figures_that_nobody_can_tell_keeps_both_days(text: str, expected: tuple[str | None, str, str]) -> None:
    found = times_in(text)[0]
    assert (found.value, found.start, found.end) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crews now fear more rain.", "PRESENT_REF"),
        ("The quay was recently mended.", "PAST_REF"),
        ("She fears for the future.", "FUTURE_REF"),
        ("She will one day lead the town.", "FUTURE_REF"),
        ("Rents have risen in recent years.", "PAST_REF"),
    ],
)
def test_past_present_and_future_at_large_have_a_value_and_no_day(text: str, value: str) -> None:
    (found,) = times_in(text)
    assert (found.value, found.start, found.end, found.anchor) == (value, None, None, "none")


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
        ("It lasted two and a half years.", "P2Y6M"),
        ("It lasted nearly a decade.", "P10Y"),
        ("It lasted more than half a century.", "P50Y"),
        ("It rained for the past two weeks.", "P2W"),
        ("a 90-day period", "P90D"),
        ("It may rain in the next few days.", "PXD"),
        ("It may take a year or two.", "P1Y"),
        ("It may take the next two years or so.", "P2Y"),
    ],
)
def test_a_length_of_time_is_a_duration(text: str, value: str) -> None:
    (found,) = times_in(text, None)
    assert (found.type, found.value, found.start) == ("DURATION", value, None)


@pytest.mark.parametrize(
    "text",
    [
        "a 52-year-old fisherman",
        "It may rain.",
        "They march on.",
        "April Osgood spoke.",
        "the fall of the city",
        "He sat in the sun.",
        "Some 2024 people came.",
        "See page 1998.",
        "He asked for 5 to 10 boats.",
        "It costs $20 a week.",
        "Theresa May spoke.",
        "They found a second man.",
        "The river rose a metre an hour.",
    ],
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


@given(st.text(alphabet="on Sunday 31/ Feb2030.early last May ’pm9:0 a week ago,the GMTquarter-", max_size=150))
def test_every_span_cuts_exactly_its_words(text: str) -> None:
    found = find_times(page(text, published=WEDNESDAY)) if text.strip() else ()
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


FIGURES = "GMT BST Kyiv time 3:30pm 15:30 12.31 9.4.2031 04/05/2031 2031-04-09 1990s ’90s ’98 9th 31 0 2024 0430 1,000 - , . ’s ( )".split()
WORDS = sorted({form for kind in KINDS.values() for word in kind for form in (word, word.capitalize())} | set(FIGURES))
DAYS = (None, WEDNESDAY, Published("1000-01-01", "given", "1000-01-01", "1000-01-01"))


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(DAYS))
def test_any_words_of_time_in_any_order_are_read(words: list[str], published: Published | None) -> None:
    text = " ".join(words)
    found = find_times(page(text, published=published)) if words else ()
    assert all(text[one.span.start : one.span.end] == one.text for one in found)
    assert all(one.start is None or (one.end is not None and one.start <= one.end) for one in found)


HOSTILE = "at 9.30 |early |Sunday |an hour and |9 May |the last |twenty-|1|2030-12-|said |the |early the |a half and ".split("|")


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    hostile = page(piece * (20_000 // len(piece)), published=WEDNESDAY)
    began = time.process_time()
    find_times(hostile)
    assert time.process_time() - began < 4
