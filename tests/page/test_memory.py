"""Lines that recur on the pages of one outlet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import LateCapture, LatePage, Page, Recalled, digest_page, make_late
from onrecord.page.memory import RECURS, drop_recurring
from tests.pages import page
from tests.remembered import Remembered

STORIES = (
    ("The lock gates at Ambry were mended on Monday.", "Barges may pass from noon, the canal trust said."),
    ("A fire gutted the mill at Holt.", "Nobody was hurt, the fire chief said."),
    ("The council voted for a new school.", "It will cost 4 million, the treasurer told the meeting."),
    ("A swan stopped traffic for an hour.", "Police led it back to the water."),
)


def pages(*lines: str, outlet: str | None = "Ambry Times", stories: int = 4) -> list[Page]:
    return [page("\n".join((first, *lines, second)), name=f"{n}.txt", outlet=outlet) for n, (first, second) in enumerate(STORIES[:stories])]


def dropped(read: list[Page]) -> list[set[str]]:
    told, _ = drop_recurring(read)
    return [{block.span.of(one.capture.text) for block in one.blocks if block.reason == RECURS} for one in told]


def test_a_label_that_stands_on_several_pages_of_an_outlet_is_furniture_on_each() -> None:
    assert dropped(pages("Tow-path picks for you")) == [{"Tow-path picks for you"}] * 4


def test_a_sentence_that_speaks_to_the_reader_is_furniture_where_it_recurs() -> None:
    plea = "Tell our newsroom what you saw on the water."
    assert dropped(pages(plea)) == [{plea}] * 4


def test_the_background_of_a_long_story_is_news_on_every_page() -> None:
    assert dropped(pages("The canal was dug in 1796 and closed twice for want of water.")) == [set()] * 4


def test_two_pages_are_too_few_and_pages_of_no_known_outlet_are_not_compared() -> None:
    assert dropped(pages("Tow-path picks for you", stories=2)) == [set()] * 2
    assert dropped(pages("Tow-path picks for you", outlet=None)) == [set()] * 4


def test_captures_of_one_page_count_as_one() -> None:
    text = "\n".join((*STORIES[0], "What we know so far"))
    read = [page(text, name=f"{n}.txt", outlet="Ambry Times") for n in range(4)]
    assert dropped(read) == [set()] * 4


def test_a_page_on_which_nothing_recurs_is_the_same_page() -> None:
    read = pages()
    assert all(one is before for one, before in zip(drop_recurring(read)[0], read, strict=True))


LINES = (
    "Tow-path picks for you",
    "Tell our newsroom what you saw.",
    "The canal was dug in 1796 for coal.",
    "Locks",
    "Barges",
    "Fares rise",
)
PAGES = st.lists(st.tuples(st.sampled_from(("Ambry Times", "Holt Post", None)), st.lists(st.sampled_from(LINES), min_size=1)), max_size=12)


@given(PAGES, st.integers(0, 12))
def test_lines_that_are_kept_recur_as_those_of_pages_that_are_read_at_once(told: list[tuple[str | None, list[str]]], first: int) -> None:
    known = Remembered()
    read = [page("\n".join((*lines, f"Story {n} is told here.")), outlet=outlet) for n, (outlet, lines) in enumerate(told)]
    marks = [digest_page(one) for one in read]
    drop_recurring(read[first:], recalled=Recalled(known, marks[first:]))
    assert drop_recurring(read, recalled=Recalled(known, marks)) == drop_recurring(read)


class UnreadError(Exception):
    """Somebody asked for what was not to be read."""


def late(known: Page) -> Page:
    def read() -> Page:
        raise UnreadError

    return make_late(LatePage, known, "blocks", read, capture=make_late(LateCapture, known.capture, "text", read))


@pytest.mark.parametrize("line", ["Tow-path picks for you", "The canal was dug in 1796."])
def test_pages_whose_lines_are_kept_are_not_read_to_see_which_recur(line: str) -> None:
    known, read = Remembered(), pages(line)
    recalled = Recalled(known, ["a", "b", "c", "d"])
    told, dropped = drop_recurring(read, recalled=recalled)
    assert any(dropped) == (line == "Tow-path picks for you")
    again, kept = drop_recurring([late(one) for one in read], recalled=recalled)
    assert kept == dropped
    with pytest.raises(UnreadError):
        _ = again[0].blocks
    assert drop_recurring([late(read[0]), *read[1:]], recalled=recalled)[0][1:] == told[1:]
