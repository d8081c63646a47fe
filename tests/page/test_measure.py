"""Of a page longer than any page of news all lines and entries are kept, and facts are taken as far as is said."""

from onrecord.model import Capture, Page
from onrecord.page.measure import BEYOND, bound_page
from onrecord.page.page import split_page
from onrecord.pipeline import find_facts
from onrecord.settings import PageSettings

PARAGRAPH = "The bridge at Tolm was shut on Friday, said Ilse Tarn, the mayor. “Nobody was hurt,” she said.\n\n"
SHORT = PageSettings(largest_news=1_000)


def split(text: str) -> Page:
    return split_page(Capture("sha256:0", "tolm.txt", "text", text))


def test_a_page_of_news_is_left_as_it_is() -> None:
    page = split(PARAGRAPH * 8)
    assert bound_page(page, settings=SHORT) is page


def test_what_follows_after_enough_news_is_passed_over_line_by_line() -> None:
    page = split(PARAGRAPH * 20)
    bounded = bound_page(page, settings=SHORT)
    kept = [block for block in bounded.blocks if block.role == "body"]
    assert len(bounded.blocks) == len(page.blocks)
    assert 800 < kept[-1].span.end <= 1_000 + 20
    assert {block.reason for block in bounded.blocks[len(kept) :]} == {BEYOND}


def test_a_table_of_numbers_counts_for_more_than_its_letters() -> None:
    rows = "\n\n".join(f"Tolm {number} {number + 3} boats were counted, the council said." for number in range(100, 120))
    assert bound_page(split(rows), settings=SHORT) is not split(rows)
    assert sum(block.role == "body" for block in bound_page(split(rows), settings=SHORT).blocks) < 12


def test_one_line_that_is_longer_than_that_is_read_up_to_a_word() -> None:
    page = split(PARAGRAPH.replace("\n\n", " ") * 200)
    bounded = bound_page(page, settings=PageSettings(largest_news=9_000))
    (first, second) = bounded.blocks
    assert first.span.end < 9_000 < second.span.end
    assert page.capture.text[first.span.end] == " "
    assert second.reason == BEYOND


def test_a_page_that_is_too_long_keeps_its_entries_and_says_where_its_facts_end() -> None:
    text = "Bridge at Tolm shut\n\n" + PARAGRAPH * 1_200
    facts, _ = find_facts(Capture("sha256:0", "tolm.txt", "text", text))
    assert facts.page.entries[-1].span.end == len(text.rstrip())
    assert {block.role for block in facts.page.blocks} == {"title", "body"}
    (note,) = facts.page.capture.notes
    assert "all read" in note
    assert 68_000 < facts.statements[-1].content.spans[-1].end < 75_000


def test_of_a_page_of_very_many_lines_less_is_read_for_facts() -> None:
    page = split(PARAGRAPH * 40)
    most = PageSettings(largest_news=2_000, many_lines=10, line_cost=20)
    fewer, more = (bound_page(page, settings=one) for one in (most, PageSettings(largest_news=2_000, line_cost=20)))
    read = [sum(block.role == "body" for block in one.blocks) for one in (fewer, more)]
    assert 0 < read[0] < read[1] < 40
