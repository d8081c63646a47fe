"""Pages made to harm: each is bounded before it is parsed, and what it says is kept as far as a page goes."""

import gzip
import time

import pytest

from onrecord.capture.bounds import bound_markup
from onrecord.capture.encoding import decode_html
from onrecord.settings import CaptureSettings
from tests.capture.invented import FERRY, PAGE, captures, read, unread

MOST_SECONDS = 2.0
PROSE = f"<p>{FERRY}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + PROSE + "</div>" * 100_000 + PROSE,
        "<b>" * 100_000 + PROSE,
        "<" * 2_000_000,
        "<a " * 500_000,
        "<!--" * 1_000_000,
        "<script>" * 500_000,
        "<script " * 250_000,
        '<script type="application/ld+json">' * 100_000,
        PROSE * 10_000 + '<script type="application/ld+json">' * 100_000,
        "<img src='data:image/png;base64," * 300_000,
        "<b>" * 100_000 + "</i>" * 200_000,
        f"<p {'x' * 3_000_000}",
    ],
    ids=lambda html: html[:20],
)
def test_bounding_a_page_takes_no_time_to_speak_of(html: str) -> None:
    limits = CaptureSettings()
    began = time.process_time()
    bounded = bound_markup(html)
    assert time.process_time() - began < MOST_SECONDS
    assert len(bounded.html) <= limits.largest_source


def test_a_hundred_thousand_nested_tags_lose_no_words() -> None:
    (capture,) = captures(read(("<html><body>" + "<div>" * 100_000 + PROSE + "</div>" * 100_000 + "<p>The dam held.</p>").encode()))
    assert FERRY in capture.text
    assert "The dam held." in capture.text
    assert "more than 200 deep" in capture.notes[0]


def test_a_page_of_twenty_megabytes_is_read_as_far_as_a_page_goes_with_its_metadata() -> None:
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-04-02T18:05:00+02:00"}</script>'
    html = f"<html><head><title>Ferry off</title></head><body>{PROSE * 180_000}{linked}</body></html>"
    bounded = bound_markup(html)
    assert len(html) > 19_000_000
    assert len(bounded.html) < 1_000_000
    assert linked in bounded.html
    assert "longer than any page of news" in bounded.notes[0]


def test_pictures_that_a_page_holds_in_itself_do_not_push_its_text_out() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 2_000_000}">'
    (capture,) = captures(read(PAGE.replace("<article>", f"<article>{picture * 4}").encode()))
    assert FERRY in capture.text
    assert capture.notes == ()


def test_a_page_within_the_bounds_is_left_as_it_is() -> None:
    assert bound_markup(PAGE).html is PAGE


def test_a_packed_bomb_is_told() -> None:
    (told,) = unread(read(gzip.compress(b"<html><body>" + b"<p>a</p>" * 8_000_000)))
    assert "too large" in told.reason or "200 times" in told.reason


@pytest.mark.parametrize(
    ("content", "header", "noted"),
    [
        ("“Café”".encode(), "iso-8859-1", False),
        ("“Café”".encode("cp1252"), "iso-8859-1", False),
        (b"<meta charset=utf-8>" + "“Café”".encode("cp1252"), "utf-8", True),
        ("“Café” 日本".encode("utf-16"), None, True),
        ("<meta charset=shift_jis>“Café”".encode(), "punycode", False),
    ],
)
def test_an_encoding_that_the_bytes_break_is_not_believed(content: bytes, header: str | None, noted: bool) -> None:
    read_so = decode_html(content, header=header)
    assert "é”" in read_so.text
    assert bool(read_so.notes) is noted
