"""The HTML of a page to its main text in bulk."""

import pytest

from onrecord.capture.bulk import cut_out, read_bulk
from onrecord.capture.html import read_html
from onrecord.model import Capture
from onrecord.page.page import split_page
from onrecord.settings import CaptureSettings

PARAGRAPHS = (
    "The weir at Lower Hask will be rebuilt before the winter, the river trust said on Tuesday.",
    "Its gates, put in ninety years ago, let through a third of what they were made for, an engineer told the council.",
)
PAGE = f"""<html lang="en"><head><title>Weir at Lower Hask to be rebuilt | Hask Courier</title>
<meta property="og:site_name" content="Hask Courier"><meta property="article:published_time" content="2031-10-07T08:40:00+01:00">
<script>if (1 < 2) document.write("<p>Ladders on sale</p>")</script></head><body><nav><a href="/">Home</a> and more</nav>
<article><h1>Weir at Lower Hask to be rebuilt</h1><div class="story-body">{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}</div></article>
<ul><li><a href="/pool">Pool opens a week late</a></li></ul>
<div hidden>Loading more of the Courier</div><footer>Hask Courier, 4 Mill Lane</footer></body></html>"""


def test_bulk_keeps_headline_and_paragraphs_and_leaves_out_menus_links_and_what_is_hidden() -> None:
    read = read_bulk(PAGE)
    assert read is not None
    assert read.text.split("\n") == ["Weir at Lower Hask to be rebuilt", *PARAGRAPHS]


def test_every_line_read_in_bulk_is_what_its_span_says() -> None:
    read = read_html(PAGE, settings=CaptureSettings(lane="bulk"))
    assert read.markup.bulk
    assert [line.span.of(read.text) for line in read.markup.lines] == read.text.split("\n")


def test_bulk_reads_what_the_metadata_state_as_the_precise_lane_does() -> None:
    assert read_html(PAGE, settings=CaptureSettings(lane="bulk")).markup.stated == read_html(PAGE).markup.stated


def test_a_page_read_in_bulk_has_title_body_outlet_and_date() -> None:
    read = read_html(PAGE, settings=CaptureSettings(lane="bulk"))
    page = split_page(Capture("sha256:0", "weir.html", "html", read.text, markup=read.markup))
    assert [block.span.of(read.text) for block in page.blocks if block.role == "body"] == list(PARAGRAPHS)
    assert page.title is not None
    assert (page.title.text, page.outlet, page.language) == ("Weir at Lower Hask to be rebuilt", "Hask Courier", "en")
    assert page.published is not None
    assert page.published.value == "2031-10-07T08:40+01:00"


def test_a_headline_of_the_metadata_alone_opens_the_text_in_bulk() -> None:
    read = read_bulk(PAGE.replace("<h1>Weir at Lower Hask to be rebuilt</h1>", ""))
    assert read is not None
    assert read.text.startswith("Weir at Lower Hask to be rebuilt\nThe weir")
    assert read.markup.lines[0].tag == "title"


def test_a_live_blog_is_left_to_the_precise_path() -> None:
    posts = "".join(f"<div><time datetime='2031-10-07T0{hour}:10:00Z'>0{hour}:10</time><p>{PARAGRAPHS[0]}</p></div>" for hour in range(9))
    stated = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Weir"}</script>'
    assert read_bulk(f"<html><body>{posts}</body></html>") is None
    assert read_bulk(f"<html><head>{stated}</head><body><p>{PARAGRAPHS[0]}</p></body></html>") is None


@pytest.mark.parametrize("html", ["", "<", "<script>", "<nav", "<!--", "<p>Hask</p><style>p {", "\x00"])
def test_what_is_not_closed_is_no_harm(html: str) -> None:
    assert "Hask" not in html or "Hask" in cut_out(html)
    read_html(html, settings=CaptureSettings(lane="bulk"))


@pytest.mark.parametrize("tag", ["div", "time", "td", "a"])
def test_a_page_nested_deeper_than_is_read_is_read_all_the_same(tag: str) -> None:
    read = read_html(f"<body><p>{PARAGRAPHS[0]}</p>{f'<{tag}>' * 3000}deep", settings=CaptureSettings(lane="bulk"))
    assert PARAGRAPHS[0] in read.text
