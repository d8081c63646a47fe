"""A page with markup to its blocks."""

from onrecord.capture.html import read_html
from onrecord.model import Block, Capture, Given, Page
from onrecord.page.page import split_page
from onrecord.settings import CaptureSettings

PARAGRAPHS = (
    "The harbour board of Tarnmouth closed the north quay on Friday after a crane gave way, its chair said.",
    "No one was hurt, and two ferries were sent to Orle while divers looked at the piles below the crane.",
    "“We will open it once the piles are known to hold,” Maren Dole told reporters at the gate of the yard.",
    "The board said on Thursday that the crane had been looked at in the autumn and had been found to be sound.",
)
PAGE = f"""<html lang="en"><head><title>North quay shut after crane fails | Tarnmouth Mail</title>
<meta property="og:site_name" content="Tarnmouth Mail"><meta property="article:published_time" content="2031-03-07T09:15:00+01:00">
</head>
<body><header><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article><h1 class="headline">North quay shut after crane fails</h1>
<p class="byline">By Ines Varga</p>
<figure><img src="crane.jpg"><figcaption>The crane at the north quay. Photograph: Jon Rusk/Mail</figcaption></figure>
<div class="article-body"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<h2>Piles looked at</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div>
<div class="newsletter-signup"><p>Sign up to our newsletter</p></div></article></main>
<aside class="related"><h3><a href="/fares">Ferry fares to rise in the spring, says board</a></h3></aside>
<footer class="footer"><p>© 2031 Tarnmouth Mail</p></footer></body></html>"""


def page_of(html: str, *, bulk: bool = False) -> Page:
    read = read_html(html, settings=CaptureSettings(lane="bulk" if bulk else "precise"))
    return split_page(Capture("sha256:0", "quay.html", "html", read.text, Given(), read.notes, read.markup))


def block_of(page: Page, words: str) -> Block:
    return next(block for block in page.blocks if words in block.span.of(page.capture.text))


def words_with(page: Page, *roles: str) -> list[str]:
    return [block.span.of(page.capture.text) for block in page.blocks if block.role in roles]


def test_the_paragraphs_are_the_body_in_both_lanes() -> None:
    for bulk in (False, True):
        assert words_with(page_of(PAGE, bulk=bulk), "body") == list(PARAGRAPHS)


def test_headline_heading_byline_and_caption_have_their_roles() -> None:
    page = page_of(PAGE)
    assert words_with(page, "title") == ["North quay shut after crane fails"]
    assert words_with(page, "heading") == ["Piles looked at"]
    assert words_with(page, "masthead") == ["By Ines Varga"]
    assert block_of(page, "Photograph").role == "caption"


def test_everything_dropped_has_a_reason() -> None:
    page = page_of(PAGE)
    dropped = [block for block in page.blocks if block.role in ("furniture", "teaser", "housekeeping")]
    assert {"Home", "Sport", "Sign up to our newsletter"} <= {block.span.of(page.capture.text) for block in dropped}
    assert all(block.reason for block in dropped)
    assert block_of(page, "Ferry fares").role == "teaser"


def test_the_blocks_are_the_lines_of_the_text() -> None:
    page = page_of(PAGE)
    assert [block.span.of(page.capture.text) for block in page.blocks] == page.capture.text.split("\n")


def test_outlet_day_and_language_are_taken_from_the_metadata() -> None:
    page = page_of(PAGE)
    assert page.published is not None
    assert (page.outlet, page.language) == ("Tarnmouth Mail", "en")
    assert (page.published.value, page.published.basis) == ("2031-03-07T09:15+01:00", "metadata")


def test_the_article_is_one_entry() -> None:
    page = page_of(PAGE)
    (entry,) = page.entries
    assert entry.span.of(page.capture.text).endswith(PARAGRAPHS[-1])
    assert all(block.entry == 0 for block in page.blocks if block.role == "body")


def test_a_quotation_pulled_from_the_text_is_not_body_twice() -> None:
    pulled = "We will open it once the piles are known to hold, Maren Dole told reporters"
    page = page_of(PAGE.replace("<h2>Piles looked at</h2>", f"<blockquote class='pullquote'><p>{pulled}</p></blockquote>"))
    assert block_of(page, pulled).role != "body"


def test_a_headline_said_otherwise_in_the_metadata_is_the_title() -> None:
    page = page_of(PAGE.replace("<meta property", '<meta property="og:title" content="Tarnmouth crane gives way"><meta property', 1))
    assert page.title is not None
    assert page.title.span.of(page.capture.text) == page.title.text


def test_a_standfirst_between_headline_and_byline_is_read() -> None:
    html = """<html><body><main><h1>Ferry runs aground off Orle</h1><p class="standfirst">Coastguard counts 212 passengers ashore and
    nobody hurt</p><p class="byline">By Ines Orvel</p><div class="article-body"><p>The ferry Meltemi ran aground off Orle early on
    Tuesday, the coastguard said, and its passengers were taken off by fishing boats before dawn.</p><p>The ferry company said that the
    hull had held and that a tug was on its way from the mainland to pull the ship free at high water.</p></div></main></body></html>"""
    read = read_html(html, url=None)
    page = split_page(Capture("sha256:0", "orle.html", "html", read.text, markup=read.markup))
    assert [block.role for block in page.blocks if "212" in block.span.of(read.text)] == ["body"]
