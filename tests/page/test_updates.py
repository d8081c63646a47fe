"""The updates of a live blog become entries, with the roles of the lines in and around them."""

import pytest

from onrecord.capture.html import read_html
from onrecord.extract.times import find_times
from onrecord.model import Block, Capture, Page
from onrecord.page.page import split_page
from tests.capture.live_pages import KINDS, POSTS, Post, linked, live_page, page


def read(html: str) -> Page:
    """Read a page as the pipeline does."""
    found = read_html(html)
    return split_page(Capture("sha256:0", "ferry.html", "html", found.text, notes=found.notes, markup=found.markup))


def words_of(read_page: Page, block: Block) -> str:
    """Give the words of a block."""
    return block.span.of(read_page.capture.text)


@pytest.mark.parametrize("kind", KINDS)
def test_all_words_of_an_update_are_read_and_none_of_its_buttons(kind: str) -> None:
    found = read(live_page(kind))
    assert len(found.entries) == len(POSTS)
    for entry, post in zip(found.entries, POSTS, strict=True):
        inside = [block for block in found.blocks if block.entry == entry.id]
        body = [words_of(found, block) for block in inside if block.role == "body"]
        assert all(any(line in words for words in body) for line in post.body)
        assert not any(words in ("Share", "Ida Holm", "5h ago") for words in body)
        assert entry.posted


def test_every_line_is_one_block_and_entries_stand_apart() -> None:
    found = read(live_page("block-ids-and-time-elements", linked(), POSTS[:3]))
    assert [words_of(found, block) for block in found.blocks] == found.capture.text.split("\n")
    assert all(one.span.end <= other.span.start for one, other in zip(found.entries, found.entries[1:], strict=False))


def test_entries_keep_the_order_of_the_page() -> None:
    found = read(live_page("components", "", tuple(reversed(POSTS))))
    assert [(entry.posted or "")[11:16] for entry in found.entries] == [post.clock for post in reversed(POSTS)]
    assert [entry.id for entry in found.entries] == [0, 1, 2, 3]


def test_the_page_was_published_when_coverage_began_and_each_entry_when_it_was_posted() -> None:
    found = read(live_page("components"))
    assert found.published is not None
    assert found.published.value == "2031-01-14T08:30+00:00"
    assert found.entries[0].posted == "2031-01-14T14:20+00:00"


def test_times_within_an_entry_count_from_when_it_was_posted() -> None:
    late = Post("00:20", "Crews return", ("The first crossing leaves tomorrow at 7am, the line said.",))
    html = live_page("components", "", (late, *POSTS[1:])).replace("2031-01-14T00:20:00Z", "2031-01-16T00:20:00Z")
    found = read(html)
    tomorrow = next(time for time in find_times(found) if time.text.startswith("tomorrow"))
    assert (tomorrow.anchor, (tomorrow.value or "")[:10]) == ("entry", "2031-01-17")


def test_paragraphs_above_the_first_update_are_an_entry_but_a_standfirst_is_not() -> None:
    updates = "".join(post.written("components") for post in POSTS)
    above = "<p>Ferries between Tolm and Vell stood still on Tuesday, the line said.</p><p>About 2,000 people were stranded, it said.</p>"
    assert len(read(page(f"<div>{updates}</div>")).entries) == 4
    found = read(page(f'<p class="byline">By Ida Holm</p><div>{above}</div><div>{updates}</div>'))
    assert len(found.entries) == 5
    assert found.entries[0].span.of(found.capture.text).startswith("Ferries between Tolm and Vell")
    assert found.entries[0].posted is None


def test_the_copy_of_a_pinned_update_is_dropped_with_its_reason() -> None:
    pinned = f'<div class="pinned-post">{POSTS[2].written("components")}</div>'
    found = read(page(f"<div>{pinned}{''.join(post.written('components') for post in POSTS)}</div>"))
    assert [entry.pinned for entry in found.entries] == [False, False, True, False]
    copies = [block for block in found.blocks if words_of(found, block) == POSTS[2].body[0]]
    assert [(block.role, block.reason, block.entry) for block in copies] == [("furniture", "pinned", None), ("body", None, 2)]


def test_updates_that_are_only_in_the_pages_data_are_read_like_the_others() -> None:
    found = read(page("", linked()))
    assert [entry.heading.text for entry in found.entries if entry.heading] == [post.heading for post in POSTS]
    assert any("data within the page" in note for note in found.capture.notes)


def test_the_headline_stated_stands_in_the_text_though_the_page_shows_another() -> None:
    html = live_page("components").replace("<h1>Tolm ferry strike live: crews vote to return</h1>", "<h1>Tolm ferry strike ends</h1>")
    found = read(html.replace("</head>", '<meta property="og:title" content="Ferry crews of Tolm end their strike"></head>'))
    assert found.title is not None
    assert found.title.span.of(found.capture.text) == found.title.text == "Ferry crews of Tolm end their strike"
