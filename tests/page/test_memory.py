"""Lines that recur on the pages of one outlet."""

from onrecord.model import Page
from onrecord.page.memory import RECURS, drop_recurring
from tests.pages import page

STORIES = (
    ("The lock gates at Ambry were mended on Monday.", "Barges may pass from noon, the canal trust said."),
    ("A fire gutted the mill at Holt.", "Nobody was hurt, the fire chief said."),
    ("The council voted for a new school.", "It will cost 4 million, the treasurer told the meeting."),
    ("A swan stopped traffic for an hour.", "Police led it back to the water."),
)


def pages(*lines: str, outlet: str | None = "Ambry Times", stories: int = 4) -> list[Page]:
    return [page("\n".join((first, *lines, second)), name=f"{n}.txt", outlet=outlet) for n, (first, second) in enumerate(STORIES[:stories])]


def dropped(read: list[Page]) -> list[set[str]]:
    told = drop_recurring(read)
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
    assert all(one is before for one, before in zip(drop_recurring(read), read, strict=True))
