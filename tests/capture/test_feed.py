"""Feeds, whole and damaged, to their pages."""

import json

import pytest

from onrecord.model import Capture, Unread
from tests.capture.invented import FERRY, ITEM, SECOND, captures, read, rss, unread


def test_each_page_of_a_feed_is_a_capture_with_what_the_feed_states_of_it() -> None:
    first, second = captures(read(rss(ITEM, SECOND)))
    assert (first.name, first.format) == ("https://nordby.example/1", "feed")
    assert first.text.splitlines() == ["Ferry off", "The ferry would not leave, she said."]
    assert first.markup is not None
    stated = first.markup.stated
    assert (stated.title, stated.outlet, stated.origin) == ("Ferry off", "Nordby Post", "Agency North")
    assert (stated.published, stated.url) == ("2031-04-02T18:05:00+02:00", "https://nordby.example/1")
    assert (second.name, second.text.splitlines()[-1]) == ("tag:mill", "Nobody is missing, he said.")


def test_an_atom_feed_gives_its_full_text_rather_than_its_summary() -> None:
    content = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Orle Echo</title><entry><title>Ferry</title><id>urn:7</id>
    <updated>2031-04-02T10:00:00+01:00</updated><summary>Off.</summary>
    <content type="html">&lt;p&gt;{FERRY}&lt;/p&gt;</content></entry></feed>"""
    (capture,) = captures(read(content.encode()))
    assert FERRY in capture.text
    assert capture.markup is not None
    assert capture.markup.stated.published == "2031-04-02T10:00:00+01:00"


def json_feed() -> str:
    items = [{"id": "1", "url": "https://orle.example/1", "content_html": f"<p>{FERRY}</p>"}, {"id": 2, "content_text": "The dam held."}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Orle Echo", "items": items}, indent=1)


def test_a_json_feed_is_read_and_one_that_breaks_off_as_far_as_it_goes() -> None:
    first, second = captures(read(json_feed().encode()))
    assert (first.name, first.text, second.name, second.text) == ("https://orle.example/1", FERRY, "2", "The dam held.")
    kept, told = read(json_feed()[:-40].encode())
    assert kept.name == first.name
    assert isinstance(told, Unread)
    assert "breaks off" in told.reason


@pytest.mark.parametrize("cut", range(20, 420, 40))
def test_a_feed_that_breaks_off_loses_no_words_before_the_break(cut: int) -> None:
    whole = rss(ITEM, SECOND)
    results = read(whole[:-cut])
    read_text = " ".join(" ".join(capture.text.split()) for capture in captures(results))
    shown = ["The ferry would", "not", "leave", "Nobody is", "missing", "he said."]
    there = whole[:-cut].decode()
    assert [words for words in shown if words in there.split("<channel>")[1] and words not in read_text] == []
    assert "breaks off" in unread(results)[-1].reason


@pytest.mark.parametrize("damage", ["&", "<b>", "\x0b", "</p>", "&nbsp;", "<![CDATA["])
def test_a_damaged_feed_still_gives_the_page_before_the_damage(damage: str) -> None:
    results = read(rss(ITEM, f"<item><title>Mill</title><description>Nobody {damage} is missing.</description></item>"))
    assert isinstance(results[0], Capture)
    assert "The ferry would not leave" in " ".join(results[0].text.split())


def test_entities_that_grow_without_end_are_left_out() -> None:
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    content = rss(f"<item><title>Mill</title><description>&a11; {FERRY}</description></item>").decode()
    bomb = content.replace("<rss", f'<!DOCTYPE rss [<!ENTITY a0 "lol">{grown}]><rss', 1)
    (capture,) = captures(read(bomb.encode()))
    assert FERRY in capture.text
    assert len(capture.text) < 1_000


def test_xml_that_is_no_feed_is_said_to_be_none() -> None:
    (result,) = unread(read(b'<?xml version="1.0"?><urlset><url/></urlset>'))
    assert "neither a page nor a feed" in result.reason
