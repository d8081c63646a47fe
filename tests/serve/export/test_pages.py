"""The page to mail and the brief in Markdown: all that is told, nothing that runs, nothing that is fetched."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml.html import HtmlElement, document_fromstring

from onrecord.model import Record
from onrecord.serve.export.digest import point_to
from onrecord.serve.export.html import render_html
from onrecord.serve.export.markdown import plain, render_markdown
from onrecord.serve.standings import STANDINGS
from tests.serve.export.strange import records

TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "h3",
    "p",
    "nav",
    "a",
    "section",
    "ul",
    "li",
    "span",
    "blockquote",
    "br",
}


def parsed(record: Record) -> HtmlElement:
    return document_fromstring("".join(render_html(record)))


def with_address(record: Record, address: str | None) -> Record:
    return replace(record, captures=tuple(replace(facts, page=replace(facts.page, url=address)) for facts in record.captures))


def check_tame(page: HtmlElement) -> None:
    """Check that a page runs nothing, fetches nothing and leads only to itself and the web."""
    assert {element.tag for element in page.iter()} <= TAGS
    names = {element.get("id") for element in page.iter()}
    assert {name for element in page.iter() for name in element.attrib} <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "id",
        "href",
    }
    targets = [element.get("href") for element in page.iter("a")]
    assert [to for to in targets if not to.startswith(("http://", "https://")) and to.removeprefix("#") not in names] == []


def test_the_page_runs_and_fetches_nothing(demo: Record):
    check_tame(parsed(demo))
    style = parsed(demo).findtext(".//style")
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


@given(records())
def test_strange_words_stay_words(record: Record):
    check_tame(parsed(record))


def test_claims_are_told_by_standing_with_the_sentences_that_they_rest_on(demo: Record):
    section = next(one for one in parsed(demo).iter("section") if one.findtext("h2") == "Claims")
    items = section.findall("ul/li")
    order = [item.findtext("span").rstrip(":").replace(" ", "_") for item in items]
    assert order == sorted(order, key=list(STANDINGS).index)
    assert len(items) == sum(claim.standing in STANDINGS for claim in demo.claims)
    told = next(item for item in items if "saving money" in item.text_content())
    assert [" ".join(one.text_content().split()) for one in told.iter("blockquote")] == [
        "He accused the owners of saving money on repairs. [1] L40, [2] L51",
        "The claim has not been acknowledged by the mine’s owner, Skarne Zinc. [1] L41",
    ]


@pytest.mark.parametrize("render", [render_html, render_markdown])
def test_all_parts_are_told_and_all_that_was_said(demo: Record, render):
    text = "".join(render(demo)).replace("\\", "")
    parts = ("Stories", "Handle with care", "Claims", "Figures over time", "What changed", "Timeline", "Said", "Figures")
    assert [part for part in parts if part not in re.findall(r"(?:<h[23]>|#+ )([\w ]+)", text)] == []
    said = [span.of(facts.page.capture.text) for facts in demo.captures for one in facts.statements for span in one.content.spans]
    assert [words for words in said if " ".join(words.split()) not in text] == []
    assert all(facts.page.capture.id in text for facts in demo.captures)


@pytest.mark.parametrize(("address", "linked"), [("https://thornwick.example/live", True), ("javascript:alert(1)", False), (None, False)])
def test_only_addresses_of_the_web_are_linked(demo: Record, address: str | None, linked: bool):
    record = with_address(demo, address)
    assert ("https://thornwick.example/live#:~:text=" in "".join(render_html(record))) is linked
    assert ("](<https://thornwick.example/live#:~:text=" in "".join(render_markdown(record))) is linked
    assert "javascript:" not in "".join(render_html(record)) + "".join(render_markdown(record))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("![x](https://orle.example/pixel)", "!\\[x](https://orle.example/pixel)"),
        ("# 40 boats", "\\# 40 boats"),
        ("- and then", "\\- and then"),
        ("2031. A year", "2031\\. A year"),
        ("[3](javascript:x)", "\\[3](javascript:x)"),
        ("M&S and &lt;", "M&S and \\&lt;"),
        ("one\n\n    two", "one two"),
    ],
)
def test_words_of_a_page_are_no_markdown(words: str, shown: str):
    assert plain(words) == shown


@given(records())
def test_strange_words_stay_on_their_line(record: Record):
    lines = "".join(render_markdown(record)).split("\n")
    assert [line for line in lines if line and not re.match(r"(?:#{1,3} |- \*\*| {2}- |.* {2}$|.*sha256:)", line)] == []


def test_a_link_leads_to_the_first_and_last_of_many_words():
    words = "The company denied that it had been warned of old, flooded workings above the level"
    assert point_to("https://a.example/x#top", words) == (
        "https://a.example/x#top:~:text=The%20company%20denied%20that%20it,flooded%20workings%20above%20the%20level"
    )
