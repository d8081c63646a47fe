"""The day of a page that does not state it."""

from dataclasses import replace

import pytest

from onrecord.extract.agreeing import find_agreed_times
from onrecord.extract.dating import infer_published
from onrecord.extract.day_signs import find_signs
from onrecord.model import Copy, Page, Published, Recalled, Story, StoryEntry, digest_page
from tests.pages import page
from tests.remembered import Remembered

FLOOD = (
    "The Orle burst its banks late on Saturday.\n\nThe army said on Sunday that it had sent boats.\n\n"
    "The rain had begun on Friday, a month before the 80th anniversary of the Normandy landings."
)
FLOOD_LATER = (
    "Footage dated 5 May shows the bridge at Tollen under water.\n\n"
    "The 80th anniversary of the Normandy landings is to be marked there.\n\nThe dam was shut on 4 May, engineers said on Saturday."
)
REVISION = Copy("later.txt", "first.txt", "revision", 0.4, None)


def days(*pages: Page, copies: tuple[Copy, ...] = ()) -> list[tuple[str, str] | None]:
    return [(one.earliest, one.latest) if one else None for one in infer_published(pages, copies)]


def flood() -> tuple[Page, Page]:
    return page(FLOOD, name="first.txt"), page(FLOOD_LATER, name="later.txt")


def test_two_captures_of_a_live_blog_tell_of_each_others_day() -> None:
    assert days(*flood(), copies=(REVISION,)) == [("2024-05-05", "2024-05-06")] * 2


def test_a_date_that_is_told_by_words_says_which() -> None:
    first = infer_published(flood(), (REVISION,))[0]
    assert first is not None
    assert (first.value, first.basis) == ("2024-05", "inferred")
    assert [span.of(FLOOD) for span in first.evidence] == ["Saturday", "Sunday", "Friday", "80th anniversary"]


def test_a_page_alone_with_nothing_but_weekdays_stays_undated() -> None:
    assert days(page(FLOOD)) == [None]


def test_a_year_long_gone_by_does_not_date_a_page() -> None:
    assert days(page("The mill closed on 3 May, a judge said on Monday. It had stood since 1968.")) == [None]


def test_a_reprint_may_be_printed_whenever() -> None:
    dated = replace(flood()[0], published=Published("2024-05-05", "page", "2024-05-05", "2024-05-05"))
    reprint = Copy("later.txt", "first.txt", "syndication", 0.9, None)
    assert days(dated, page(FLOOD, name="later.txt"), copies=(reprint,))[1] is None


def test_a_later_capture_of_a_dated_page_has_nearly_its_day() -> None:
    dated = replace(flood()[0], published=Published("2024-05-05", "page", "2024-05-05", "2024-05-05"))
    assert days(dated, page(FLOOD, name="later.txt"), copies=(REVISION,)) == [("2024-05-05", "2024-05-05"), ("2024-05-05", "2024-05-06")]


WIRE = "KOLBY, Nov 11 (Havnpress) - Seals were missing from three boxes, an observer said on Wednesday."
STORY = Story("story1", "Recount in Kolby", (StoryEntry("first.txt", 0), StoryEntry("wire.txt", 0)), None, None)


def test_the_day_that_a_wire_names_without_its_year_is_near_those_of_the_pages_that_tell_its_story() -> None:
    stated = Published("2026-11-10", "page", "2026-11-10", "2026-11-10")
    pages = page("Kolby counts again.", name="first.txt", published=stated), page(WIRE, name="wire.txt")
    told = infer_published(pages, stories=(STORY,))[1]
    assert told is not None
    assert (told.earliest, told.latest) == ("2026-11-11", "2026-11-12")


@pytest.mark.parametrize(
    ("text", "stories"), [(WIRE, ()), ("Seals were missing from three boxes, an observer said on Wednesday.", (STORY,))], ids=str
)
def test_without_a_story_or_a_day_a_page_stays_undated(text: str, stories: tuple[Story, ...]) -> None:
    stated = Published("2026-11-10", "page", "2026-11-10", "2026-11-10")
    pages = page("Kolby counts again.", name="first.txt", published=stated), page(text, name="wire.txt")
    assert infer_published(pages, stories=stories)[1] is None


def test_what_was_found_before_dates_pages_as_they_are_dated_without_it() -> None:
    stated = Published("2024-11-10", "page", "2024-11-10", "2024-11-10")
    pages = [page("Kolby counts again.", name="first.txt", published=stated), page(WIRE, name="wire.txt"), page(FLOOD, name="flood.txt")]
    traced = Remembered()
    for recalled in [Recalled(traced, [digest_page(one) for one in pages])] * 2:
        assert infer_published(pages, stories=(STORY,), recalled=recalled) == infer_published(pages, stories=(STORY,))
    assert traced.missed == 4  # the signs of two pages and the days that each can have been published on
    later = replace(pages[0], published=replace(stated, value="2025-11-10"))
    assert infer_published([later, *pages[1:]], stories=(STORY,), recalled=recalled) != infer_published(pages, stories=(STORY,))
    assert traced.missed == 5


def test_a_page_that_states_its_day_keeps_it() -> None:
    stated = Published("2019-01-01", "page", "2019-01-01", "2019-01-01")
    assert infer_published([page(FLOOD, published=stated)])[0] == stated


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The vote will be opened on 9 June.", []),
        ("The vote was held on Sunday, 9 June.", ["day"]),
        ("The law of 9 June 2019 stands.", ["known"]),
        ("Crowds marked the tenth anniversary of the Fukushima disaster.", ["anniversary"]),
        ("Crowds marked the tenth anniversary of the mill.", []),
        ("He left last month.", ["month_before"]),
    ],
)
def test_what_lies_ahead_or_is_not_known_to_everyone_is_no_sign(sentence: str, kinds: list[str]) -> None:
    assert [sign.kind for sign in find_signs(page(sentence))] == kinds


def test_an_anniversary_tells_its_year() -> None:
    assert find_signs(page("It was the 20th anniversary of the London bombings."))[0].first.isoformat() == "2025-07-07"


def test_only_what_means_the_same_on_each_day_is_resolved_where_the_day_is_not_certain() -> None:
    text = "The Orle burst its banks on Saturday. Boats came this morning, and the dam of 1968 held."
    known = page(text, published=Published("2024-05", "inferred", "2024-05-05", "2024-05-06"))
    assert [time.value for time in find_agreed_times(known)] == ["2024-05-04", None, "1968"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "A fire broke out on Saturday and was put out on Sunday, 9 March. Two men were held, police said on Sunday.",
            "2025-03-09",
            "2025-03-10",
        ),
        (
            "A mill burned on Tuesday 4 March. Police arrested a man on Wednesday 5 March, they said on Thursday.",
            "2025-03-05",
            "2025-03-06",
        ),
    ],
)
def test_a_day_named_with_its_weekday_dates_a_page_of_a_known_year(text: str, first: str, last: str) -> None:
    whole = f"{text}\n\n© 2025 Tollen Post. All rights reserved."
    assert days(page(whole, roles={1: "furniture"})) == [(first, last)]


def test_weekdays_and_a_year_alone_date_nothing() -> None:
    whole = "A mill burned late on Saturday. The crew left on Sunday, it said.\n\n© 2025 Tollen Post. All rights reserved."
    assert days(page(whole, roles={1: "furniture"})) == [None]
