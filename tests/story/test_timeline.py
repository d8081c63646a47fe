"""The days that pages tell of."""

from collections.abc import Sequence

from onrecord.extract.happenings import find_happenings
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.extract.telling import date_happenings, date_statements
from onrecord.extract.times import find_times
from onrecord.language.tagger import RuleTagger
from onrecord.model import Copy, Facts, Published, TimelineItem
from onrecord.story.timeline import find_days, join_days
from tests.pages import page

FALL = "The Tollen viaduct fell on Saturday."
CLAIM = "The mayor said on Monday that the viaduct had been checked on 2 April."


def facts(text: str, *, name: str = "a.txt", day: str | None = "2031-04-08") -> Facts:
    made = page(text, name=name, published=Published(day, "given", day, day) if day else None)
    reading = read_page(made, RuleTagger())
    times, statements = find_times(made), find_statements(made, reading)[0]
    happenings = date_happenings(text, find_happenings(reading.lines, statements), times)
    return Facts(made, date_statements(text, statements, times), times=times, happenings=happenings)


def timeline(captures: list[Facts], copies: Sequence[Copy] = ()) -> tuple[TimelineItem, ...]:
    return join_days(find_days(captures, copies))


def test_a_day_is_told_in_the_words_of_a_page_and_rests_on_them() -> None:
    item = timeline([facts(FALL)])[0]
    assert (item.when, item.text, item.weight) == ("2031-04-05", FALL, 1.0)
    assert [one.span.of(FALL) for one in item.evidence] == [FALL]


def test_a_statement_stands_on_the_day_it_was_made_and_on_those_it_speaks_of() -> None:
    assert [item.when for item in timeline([facts(CLAIM)])] == ["2031-04-02", "2031-04-07"]


def test_what_names_no_day_stands_on_the_day_of_its_page() -> None:
    assert [item.when for item in timeline([facts("The viaduct was closed.")])] == ["2031-04-08"]


def test_what_cannot_be_dated_stands_on_no_day() -> None:
    assert timeline([facts("The viaduct was closed. It fell on Saturday.", day=None)]) == ()


def test_a_day_that_more_pages_tell_of_weighs_more() -> None:
    told = timeline([facts(FALL), facts(FALL, name="b.txt"), facts("A crane sank on Sunday.", name="c.txt")])
    assert [(item.when, item.weight) for item in told] == [("2031-04-05", 1.0), ("2031-04-06", 0.5)]


def test_copies_count_as_one_page() -> None:
    pages = [facts(FALL), facts(FALL, name="b.txt"), facts("A crane sank on Sunday.", name="c.txt")]
    told = timeline(pages, [Copy("b.txt", "a.txt", "syndication", 1.0, None)])
    assert [item.weight for item in told] == [1.0, 1.0]
    assert len(told[0].evidence) == 1


def test_a_day_that_a_page_comes_back_to_later_weighs_more_than_the_news_of_the_day() -> None:
    told = timeline([facts(FALL, day="2031-04-05"), facts("The viaduct fell on 5 April.", name="b.txt", day="2031-04-30")])
    weights = {item.when: item.weight for item in timeline([facts(FALL, day="2031-04-05"), facts("A crane sank.", name="b.txt")])}
    assert told[0].weight == 1.0
    assert weights == {"2031-04-05": 1.0, "2031-04-08": 0.5}


def test_the_outlets_own_voice_tells_a_day_before_a_speaker_does() -> None:
    pages = [facts("The mayor said the Tollen viaduct fell on Saturday."), facts(FALL, name="b.txt")]
    assert timeline(pages)[0].text == FALL


def test_days_that_two_matters_tell_of_are_added_up() -> None:
    matters = [[facts(FALL), facts(FALL, name="b.txt")], [facts("A crane sank on Saturday.", name="c.txt")]]
    told = join_days(item for pages in matters for item in find_days(pages))
    assert [(item.when, item.weight, item.text) for item in told] == [("2031-04-05", 1.0, FALL)]
    assert [one.capture for one in told[0].evidence] == ["a.txt", "b.txt", "c.txt"]
