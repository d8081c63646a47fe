"""What bare lines between paragraphs are."""

import pytest

from onrecord.model import Capture
from onrecord.page.page import split_page

BEFORE = "The ferry Alma sank off Orle on Sunday, the coastguard said, and 40 people were saved."
AFTER = "Three banks in Velden have shut their branches after a strike vote, the union said on Sunday."
TITLE = "Ferry sinks off Orle with 40 aboard\n\nBy Ona Reed\n\n"


def role(line: str, after: str = AFTER, gap: str = "\n") -> str:
    text = f"{TITLE}{BEFORE}{gap}{line}{gap}{after}"
    page = split_page(Capture("sha256:0", "page.txt", "text", text))
    return {block.span.of(text): block.role for block in page.blocks}[line.split("\n")[0]]


@pytest.mark.parametrize(
    "line",
    [
        "The man was found asleep beneath the stage of the opera house",
        "How the ferry Alma came to be painted green",
        "Why no banks in Velden open on a Friday",
        "Norland’s cheapest trains are run by a former circus family from the coast, Ona Reed reports",
    ],
)
def test_a_bare_line_that_belongs_to_nothing_around_it_links_to_another_story(line: str) -> None:
    assert role(line) == "teaser"


def test_a_paragraph_that_lost_its_full_stop_is_still_news() -> None:
    assert role("Three banks in Velden have shut all their branches since the union of bank workers voted for a strike on Friday") == "body"


def test_a_quotation_that_lost_its_full_stop_is_no_teaser() -> None:
    assert role("“I have never seen so many people on one small quay” – Jan Holt, baker") == "body"


def test_a_short_line_set_apart_above_a_paragraph_is_a_heading() -> None:
    assert role("What the crew saw", gap="\n\n") == "heading"


def test_a_list_is_news() -> None:
    assert role("• Ten lifeboats from four harbours along the coast\n• Two helicopters") == "body"


def test_a_point_between_longer_ones_of_an_announced_list_is_news() -> None:
    listed = "The board wants three things:\nA new quay (paid for by the state)\nBoats for the old fishermen of Velden\nA ferry by May.\n"
    assert role("Boats for the old fishermen of Velden", after=AFTER, gap="\n" + listed.split("Boats")[0]) == "body"


def test_a_paragraph_whose_last_mark_stands_apart_is_news() -> None:
    assert role('Asked about the quay, the mayor said, " We will build it ourselves. "') == "body"


@pytest.mark.parametrize(
    "line", ["ORLE, Norland (AP) --", "ORLE, May 3 (Reuters) -", "https://orle.example/ferry-sinks?from=front & page = 2"]
)
def test_a_dateline_or_address_on_a_line_of_its_own_is_no_headline(line: str) -> None:
    text = f"{line}\n\n{BEFORE}\n\n{AFTER}\n"
    assert split_page(Capture("sha256:0", "page.txt", "text", text)).title is None


@pytest.mark.parametrize(
    "line", ["We’ll bring you more as we get it.", "Here are some pictures from Orle harbour:", "Our reporter Bo Day has the story:"]
)
def test_a_line_of_the_page_about_itself_is_housekeeping(line: str) -> None:
    assert role(line) == "housekeeping"


@pytest.mark.parametrize(
    "line",
    [
        "You can read and write at the school again, said the head teacher.",
        "We’ve now lost the third boat of the year, the harbour master said.",
        "Welcome to the town, the mayor told them.",
        "More to come, the minister said.",
        "Pictures from the quay showed the ferry on its side.",
        "State television broke off its live coverage of the trial at noon.",
        "Our reporter counted nine boats in the harbour on Sunday.",
        "According to the mayor, here’s what we know is wrong.",
    ],
)
def test_news_that_begins_as_a_page_talks_of_itself_is_kept(line: str) -> None:
    assert role(line) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Here’s a recap of what the harbour master said.",
        "You can read more on the ferry in our full report.",
        "My colleague Bo Day takes over from here.",
        "Our transport editor Bo Day has more on this.",
        "Our correspondents Bo Day and Kim Lund write from Orle:",
    ],
)
def test_a_line_that_hands_the_reader_on_is_housekeeping(line: str) -> None:
    assert role(line) == "housekeeping"


def test_a_standfirst_is_news_and_no_title() -> None:
    standfirst = "Coastguard praises fishermen who pulled the crew from the sea"
    text = f"Ferry sinks off Orle with 40 aboard\n\n{standfirst}\n\nSun 2 May 2021 10.00 BST\n\n{BEFORE}\n{AFTER}"
    page = split_page(Capture("sha256:0", "page.txt", "text", text))
    assert page.title is not None
    assert page.title.text.startswith("Ferry sinks")
    assert page.blocks[1].role == "body"


def test_a_standfirst_left_alone_above_a_plea_stands_in_for_the_lost_headline() -> None:
    text = (
        "You are not logged in: create a free account\nMinister says he was never told of the ferry’s leak\n"
        f"Your donation keeps The Orle Echo free, and we need your support.\n{BEFORE}\n{AFTER}"
    )
    page = split_page(Capture("sha256:0", "page.txt", "text", text))
    assert page.title is not None
    assert page.title.text == "Minister says he was never told of the ferry’s leak"
    assert page.outlet == "The Orle Echo" or page.outlet is None
