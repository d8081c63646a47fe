"""Entries about one developing matter are one story; look-alikes stay apart."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.stems import find_stems
from onrecord.model import Copy, Page, Published, Recalled, digest_page
from onrecord.settings import GroupingSettings
from onrecord.story.grouping import date_stories, find_stories
from onrecord.story.matters import Matters
from onrecord.story.tellings import find_tellings, recall_tellings
from tests.pages import page
from tests.remembered import Remembered

NORTH = [
    "A magnitude 5.9 earthquake struck Tarvik in northern Ostrell on Monday, killing at least 12 people, the governor of Tarvik said.",
    "Rescuers dug through the ruins of Tarvik’s market hall after the Ostrell earthquake; the governor put the dead at 19.",
    "Tarvik hospital in Ostrell is treating 240 people hurt in the magnitude 5.9 earthquake, the governor said.",
]
SOUTH = [
    "A magnitude 6.1 earthquake hit the island of Quimara off Pelusa on Wednesday and damaged its lighthouse, the coastguard said.",
    "Nobody was hurt when the magnitude 6.1 earthquake shook Quimara, but the lighthouse will stay dark, the Pelusa coastguard said.",
    "Pelusa’s coastguard is ferrying water to Quimara, where the earthquake broke the island’s only main.",
]


LIVE = "\n\n".join((NORTH[0], SOUTH[0], NORTH[1], SOUTH[1], NORTH[2], SOUTH[2]))
"""A live blog of both."""
ARCHIVE = [page(text, name=str(number)) for number, text in enumerate((*NORTH, LIVE, *SOUTH, "Planks were rotten.", "", NORTH[1]))]
WORDS = st.lists(st.lists(st.sampled_from("ostrell quimara tarvik pelusa lampion tovane mirel sledg 240".split()), max_size=6), max_size=30)
"""What entries tell."""


def story(*texts: str) -> list[list[str]]:
    """Group articles of one paragraph each, named by their numbers."""
    pages = [page(text, name=str(number)) for number, text in enumerate(texts)]
    return [[entry.capture for entry in one.entries] for one in find_stories(pages)]


def test_two_quakes_in_one_week_stay_apart() -> None:
    assert story(NORTH[0], SOUTH[0], NORTH[1], SOUTH[1], NORTH[2], SOUTH[2]) == [["0", "2", "4"], ["1", "3", "5"]]


def test_two_strikes_of_one_week_stay_apart() -> None:
    pilots = "Pilots of Halden Air began a three-day strike over pay on Tuesday, grounding 140 flights at Brunnmark airport."
    talks = "Halden Air and its pilots resume pay talks at Brunnmark on Friday after the strike grounded 140 flights."
    nurses = "Nurses at Ester Vale hospital walk out on Thursday in a one-day strike over night shifts, their union said."
    assert story(pilots, nurses, talks) == [["0", "2"], ["1"]]


def test_a_story_grows_as_reports_arrive() -> None:
    assert [len(story(*NORTH[:count])[0]) for count in (1, 2, 3)] == [1, 2, 3]


def test_a_report_that_bridges_two_stories_makes_them_one() -> None:
    crash = "The trawler Silvane sank off Cape Orm with six aboard."
    inquiry = "Investigators question shipyard owner Matti Lund over rotten planks."
    bridge = "Shipyard owner Matti Lund repaired the rotten planks of the trawler Silvane, which sank off Cape Orm, investigators say."
    assert story(crash, inquiry) == [["0"], ["1"]]
    assert story(crash, inquiry, bridge) == [["0", "1", "2"]]


def test_a_live_blog_with_two_matters_is_two_stories() -> None:
    stories = find_stories([page(LIVE, name="live.txt")])
    assert [[entry.entry for entry in one.entries] for one in stories] == [[0, 2, 4], [1, 3, 5]]


def recalled(traces: Remembered, pages: Sequence[Page]) -> Recalled:
    return Recalled(traces, [digest_page(page) for page in pages])


@pytest.mark.parametrize("text", [NORTH[0], LIVE, ""])
def test_what_a_page_tells_is_the_same_when_it_was_found_before(text: str) -> None:
    traces, made = Remembered(), page(text)
    first, again = [recall_tellings(made, digest_page(made), traces) for _ in range(2)]
    assert first == again == find_tellings(made)
    assert traces.missed == 1


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(len(ARCHIVE))), st.lists(st.integers(1, len(ARCHIVE)), max_size=5))
def test_stories_are_the_same_whichever_pages_were_there_before(order: list[int], asked: list[int]) -> None:
    traces = Remembered()
    for count in (*asked, len(order)):
        pages = [ARCHIVE[at] for at in sorted(order[:count])]
        copies = [Copy(ARCHIVE[7].capture.name, ARCHIVE[1].capture.name, "syndication", 1.0, None)] if {1, 7} <= set(order[:count]) else []
        assert find_stories(pages, copies, recalled=recalled(traces, pages)) == find_stories(pages, copies)


def test_stories_that_were_found_are_not_decided_again() -> None:
    traces = Remembered()
    first = find_stories(ARCHIVE[:5], recalled=recalled(traces, ARCHIVE[:5]))
    traces.missed = 0
    assert find_stories(ARCHIVE[:5], recalled=recalled(traces, ARCHIVE[:5])) == first
    assert traces.missed == 0
    find_stories(ARCHIVE[:6], recalled=recalled(traces, ARCHIVE[:6]))
    assert traces.missed == 3  # what the last page tells, what is decided of it, and the title of its story


def test_an_entry_that_is_like_no_other_is_of_the_live_blogs_matter() -> None:
    text = "\n\n".join((*NORTH, "Eleven pumps are running, the engineers say, and four more are on their way."))
    assert len(find_stories([page(text, name="live.txt")])) == 1


def test_copies_are_of_one_story() -> None:
    pages = [page(NORTH[0], name="a"), page("Planks were rotten.", name="b")]
    assert len(find_stories(pages)) == 2
    assert len(find_stories(pages, [Copy("b", "a", "syndication", 1.0, None)])) == 1


def test_a_story_says_from_when_to_when_it_is_told() -> None:
    days = ["2031-04-09", "2031-04-08T23:10:00+02:00", None]
    pages = [
        page(text, name=str(n), published=Published(day, "given", day, day) if day else None)
        for n, (text, day) in enumerate(zip(NORTH, days, strict=True))
    ]
    found = date_stories(find_stories(pages), pages)[0]
    assert (found.first, found.last) == ("2031-04-08T23:10:00+02:00", "2031-04-09")


def test_a_story_without_headlines_is_called_by_a_sentence() -> None:
    assert find_stories([page(NORTH[0])])[0].title == NORTH[0]


def test_a_story_is_called_by_what_its_reports_have_in_common_whatever_else_is_told() -> None:
    pages = [page(text, name=str(number)) for number, text in enumerate((*NORTH, *SOUTH))]
    assert {one.title for one in find_stories(pages[:3])} < {one.title for one in find_stories(pages)}
    assert find_stories(pages)[1].title == SOUTH[0]


def test_a_page_of_which_nothing_is_left_is_in_no_story() -> None:
    assert find_stories([page("")]) == ()


def test_both_parts_of_a_name_tell_no_more_than_one() -> None:
    matters, credulous = Matters(), Matters(GroupingSettings(pair_share=0.0))
    for grouping in (matters, credulous):
        for _ in range(6):
            grouping.add(("mirel", "tovane", "quimara", "lampion"))
        grouping.add(("mirel", "tovane", "sledg", "ostrell", "wristband", "trolley"))
    assert (len(matters.groups()), len(credulous.groups())) == (2, 1)


def test_a_headline_left_over_joins_the_story_that_is_likest_when_all_has_come() -> None:
    matters, sooner = Matters(), Matters(GroupingSettings(settled_after=4))
    for headline in (
        "Trawler Silvane sinks off Cape Orm with six aboard",
        "Trawler Silvane: six drowned off Cape Orm",
        "Chapel bells ring for the Silvane",
        "Nurses at Pelusa walk out over night shifts",
    ):
        for grouping in (matters, sooner):
            grouping.add(find_stems(headline))
    assert matters.groups() == [[0, 1], [2], [3]]
    matters.settle()
    assert matters.groups() == sooner.groups() == [[0, 1, 2], [3]]


@settings(deadline=None)
@given(WORDS, st.integers(0, 30), st.integers(1, 12))
def test_entries_of_which_it_is_known_what_was_decided_leave_what_deciding_it_left(told: list[list[str]], known: int, after: int) -> None:
    limits = GroupingSettings(settled_after=after, most_postings=3, background=2.0, untold=1.0)
    found, recalled = Matters(limits), Matters(limits)
    decided = [found.add(stems) for stems in told]
    for stems, decision in zip(told[:known], decided, strict=False):
        recalled.enter(tuple(dict.fromkeys(stems)), decision)
    assert [recalled.add(stems) for stems in told[known:]] == decided[known:]
    for grouping in (found, recalled):
        grouping.settle()
    assert found.groups() == recalled.groups()


def test_an_entry_is_compared_with_few_matters_however_many_there_are() -> None:
    matters = Matters()
    for number in range(500):
        matters.add(("quake", f"town{number}", f"mayor{number}"))
    assert len(matters.groups()) == 500
    assert max(map(len, matters._stems.values())) == GroupingSettings().most_postings
