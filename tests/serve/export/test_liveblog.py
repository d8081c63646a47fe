import json
from pathlib import Path

import pytest
from hypothesis import given

from onrecord.capture.linked_data import read_json
from onrecord.capture.live_stated import read_blog
from onrecord.model import Facts, Record
from onrecord.pipeline import read
from onrecord.serve.export.liveblog import render_liveblog
from tests.capture.live_pages import KINDS, POSTS, live_page
from tests.serve.export.strange import records


def graph(record: Record) -> list[dict]:
    return json.loads("".join(render_liveblog(record)))["@graph"]


def kind(record: Record, name: str) -> list[dict]:
    return [thing for thing in graph(record) if thing["@type"] == name]


def entries_of(facts: Facts) -> list[tuple[str | None, tuple[str, ...], str | None, str | None]]:
    """Give heading, lines and times of each entry, as the page has them."""
    text, told = facts.page.capture.text, []
    for entry in facts.page.entries:
        lines = [block.span for block in facts.page.blocks if block.entry == entry.id and block.role in ("body", "heading")]
        heading = entry.heading.span if entry.heading else None
        body = tuple(" ".join(span.of(text).split()) for span in lines if not (heading and span.overlaps(heading)))
        told.append((entry.heading.text if entry.heading else None, body, entry.posted, entry.edited))
    return told


@pytest.mark.parametrize("look", KINDS)
def test_our_own_reader_of_live_blogs_finds_the_same_entries_and_times(tmp_path: Path, look: str):
    (tmp_path / "ferry.html").write_text(live_page(look), encoding="utf-8")
    record = read([str(tmp_path)])
    (value,) = read_json("".join(render_liveblog(record)))
    blog = read_blog(value["@graph"])
    assert [(one.heading, one.body, one.posted, one.edited) for one in blog.updates] == entries_of(record.captures[0])
    assert blog.is_live
    assert len(blog.updates) == len(POSTS)


def test_each_page_is_a_live_blog_or_an_article(demo: Record):
    things = [thing for thing in graph(demo) if "headline" in thing]
    assert [thing["@type"] for thing in things] == ["LiveBlogPosting", "LiveBlogPosting", "NewsArticle", "NewsArticle"]
    assert things[0]["coverageStartTime"] == "2026-03-03T07:58+00:00"
    assert things[3]["sourceOrganization"]["name"] == "Corvane"


def test_a_quotation_names_who_spoke_and_cites_the_update_that_it_stands_in(demo: Record):
    quoted = next(one for one in kind(demo, "Quotation") if one["text"].startswith("They have never worked in a mine"))
    assert quoted["spokenByCharacter"] == {"@type": "Person", "name": "Marta Velholm"}
    update = next(one for one in kind(demo, "LiveBlogPosting")[0]["liveBlogUpdate"] if one["@id"] == quoted["citation"]["@id"])
    assert quoted["text"].split(".")[0] in update["articleBody"]


def test_a_claim_tells_where_it_appeared_first_who_made_it_and_how_it_stands(demo: Record):
    claim = next(one for one in kind(demo, "Claim") if one["text"].startswith("saving money"))
    assert claim["creativeWorkStatus"] == "not_confirmed"
    assert claim["author"] == [{"@type": "Person", "name": "Rolf Ankerson"}]
    assert claim["firstAppearance"] == claim["appearance"][0]


def test_what_is_referred_to_is_there(demo: Record):
    things = graph(demo)
    names = {thing["@id"] for thing in things} | {one["@id"] for thing in things for one in thing.get("liveBlogUpdate", [])}
    assert len(names) == len(things) + sum(len(thing.get("liveBlogUpdate", [])) for thing in things)
    cited = [thing["citation"]["@id"] for thing in things if "citation" in thing]
    seen = [one["@id"] for thing in things for one in thing.get("appearance", [])]
    assert set(cited + seen) <= names


@given(records())
def test_strange_words_are_told_as_they_are_and_end_no_script(record: Record):
    written = "".join(render_liveblog(record))
    assert "<" not in written
    claim = next(thing for thing in json.loads(written)["@graph"] if thing["@type"] == "Claim")
    assert claim["text"] == record.claims[0].text
