"""What the metadata of a page state is found where they state it, and is never made up."""

import json

import pytest
from lxml.html import document_fromstring

from onrecord.capture.linked_data import read_objects
from onrecord.capture.stated import find_stated
from onrecord.model import Stated

_STORY = "<p>The dyke at Harl broke on Monday night, the water board said.</p>" * 3


def _read(
    head: str = "", body: str = "<h1>Dyke breaks at Harl after week of rain</h1>", *, url: str | None = None, lang: str = "en"
) -> Stated:
    root = document_fromstring(f'<html lang="{lang}"><head>{head}</head><body><article>{body}{_STORY}</article></body></html>')
    return find_stated(root, read_objects(root), url)


def _linked(**told: object) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", **told}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def _meta(**named: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{content}">' for name, content in named.items())


def test_linked_data_come_before_meta_elements() -> None:
    head = _linked(headline="Dyke breaks at Harl after week of rain", datePublished="2031-02-03T21:40:12+01:00")
    stated = _read(head + _meta(article__published_time="2031-02-03T04:00:00Z", og__site_name="Harl Post"))
    assert (stated.published, stated.outlet) == ("2031-02-03T21:40+01:00", "Harl Post")


def test_the_object_about_this_page_is_taken_not_a_related_one() -> None:
    other = _linked(headline="Ten bridges to see", url="https://harlpost.example/bridges", datePublished="2029-01-01T08:00:00Z")
    own = _linked(
        headline="Dyke breaks at Harl after week of rain", url="https://harlpost.example/dyke", datePublished="2031-02-03T20:40:00Z"
    )
    assert _read(other + own, url="https://www.harlpost.example/dyke").published == "2031-02-03T20:40+00:00"
    assert _read(other, url="https://www.harlpost.example/dyke").published is None


def test_first_publication_and_last_change_are_kept_apart() -> None:
    stated = _read(_meta(article__published_time="2031-02-03T20:40:00Z", article__modified_time="2031-02-04T06:10:00Z"))
    assert (stated.published, stated.modified) == ("2031-02-03T20:40+00:00", "2031-02-04T06:10+00:00")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ('<time datetime="2031-02-03T20:40:00Z">3 February</time>', "2031-02-03T20:40+00:00"),
        ('<p class="byline">By Ada Brandt</p><p class="date">Published: 3 Feb 2031, 9.40pm CET</p>', "2031-02-03T21:40+01:00"),
        ("<div>Posted 9:40 PM EST, Mon February 3, 2031</div>", "2031-02-03T21:40-05:00"),
        ('<span class="timestamp">03/02/2031</span>', None),
        ('<span class="timestamp">23/02/2031 - 21:40</span>', "2031-02-23T21:40"),
        ("<p>The worst flood was on 4 May 1953, when the old sea wall at Harl gave way and forty people drowned in the night.</p>", None),
        ('<aside><time datetime="2030-01-01T10:00:00Z">1 January</time> Ten bridges to see</aside>', None),
    ],
)
def test_a_date_at_the_head_of_the_page_is_read_to_the_minute(line: str, published: str | None) -> None:
    assert _read(body=f"<h1>Dyke breaks at Harl after week of rain</h1>{line}").published == published


def test_a_change_named_at_the_head_is_not_the_first_publication() -> None:
    lines = '<time datetime="2031-02-04T06:10:00Z">Updated 4 Feb</time><time datetime="2031-02-03T20:40:00Z">Published 3 Feb</time>'
    stated = _read(body=f"<h1>Dyke breaks at Harl</h1>{lines}")
    assert (stated.published, stated.modified) == ("2031-02-03T20:40+00:00", "2031-02-04T06:10+00:00")


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://www.harlpost.co.uk/dyke", "2031-07-03T21:40+01:00"),
        ("https://harlpost.in/dyke", "2031-07-03T21:40+05:30"),
        ("https://harlpost.example/dyke", "2031-07-03T21:40"),
    ],
)
def test_a_time_without_an_offset_is_on_the_clock_of_the_outlet_or_on_none(url: str, published: str) -> None:
    assert _read(_meta(article__published_time="2031-07-03 21:40:05"), url=url).published == published


def test_a_moment_with_an_offset_makes_a_bare_day_exact() -> None:
    head = _linked(headline="Dyke breaks at Harl after week of rain", datePublished="2031-02-03")
    assert _read(head + _meta(article__published_time="2031-02-03T20:40:00Z")).published == "2031-02-03T20:40+00:00"


@pytest.mark.parametrize(
    "title",
    [
        "Dyke breaks at Harl after week of rain | Harl Post",
        "Dyke breaks at Harl after week of rain - Harl Post News",
        "Dyke breaks at Harl after week of rain | World | Harl Post",
        "Dyke breaks at Harl after week of rain",
    ],
)
def test_the_outlets_name_is_no_part_of_the_headline(title: str) -> None:
    head = f"<title>{title}</title>" + _meta(og__title=title, og__site_name="Harl Post")
    assert _read(head).title == "Dyke breaks at Harl after week of rain"


def test_a_mark_inside_a_headline_cuts_nothing_off() -> None:
    head = _meta(og__title="FLOODS | Dyke breaks at Harl", og__site_name="Harl Post")
    assert _read(head, "<h1>FLOODS | Dyke breaks at Harl</h1>").title == "FLOODS | Dyke breaks at Harl"


def test_a_headline_cut_short_for_sharing_gives_way_to_the_whole_one() -> None:
    head = _linked(headline="Dyke breaks at Harl after week of rain") + _meta(og__title="Dyke breaks at Harl")
    assert _read(head).title == "Dyke breaks at Harl after week of rain"


def test_a_headline_that_breaks_off_is_made_whole_by_the_one_that_is_seen() -> None:
    assert _read(_meta(og__title="Dyke breaks at Harl after week...")).title == "Dyke breaks at Harl after week of rain"


def test_entities_escaped_twice_are_read_in_the_headline() -> None:
    assert (
        _read(_meta(og__title="Harl&amp;#39;s dyke breaks &amp;amp; floods town"), "<h1></h1>").title == "Harl's dyke breaks & floods town"
    )


def test_the_outlet_is_the_site_not_its_company() -> None:
    head = _linked(headline="Dyke breaks at Harl after week of rain", publisher={"@type": "Organization", "name": "Harl Media Ltd"})
    assert _read(head + _meta(og__site_name="Harl Post")).outlet == "Harl Post"
    assert _read(head + "<title>Dyke breaks at Harl after week of rain - Harl Post</title>").outlet == "Harl Media Ltd"
    assert _read("<title>Dyke breaks at Harl after week of rain - Harl Post</title>").outlet == "Harl Post"
    assert _read().outlet is None


def test_an_agency_that_signs_alone_is_where_the_text_comes_from() -> None:
    author = {"@type": "Organization", "name": "Associated Press"}
    head = _linked(headline="Dyke breaks at Harl after week of rain", author=[author])
    assert _read(head + _meta(og__site_name="Harl Post")).origin == "AP"
    assert _read(head + _meta(og__site_name="AP News")).origin is None


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (_meta(author="By Ada Brandt and Per Oll"), ("Ada Brandt", "Per Oll")),
        (_meta(article__author="https://www.facebook.com/adabrandt"), ()),
        (_linked(headline="Dyke breaks at Harl after week of rain", author=["Ada Brandt", {"name": "Per Oll"}]), ("Ada Brandt", "Per Oll")),
        ('<meta name="parsely-author" content="ada-brandt">', ()),
    ],
)
def test_authors_are_names_not_addresses(head: str, byline: tuple[str, ...]) -> None:
    assert _read(head).byline == byline


def test_the_address_is_the_canonical_one() -> None:
    head = '<link rel="canonical" href="/dyke-breaks">'
    assert _read(head, url="https://harlpost.example/dyke-breaks?from=rss").url == "https://harlpost.example/dyke-breaks"


@pytest.mark.parametrize("url", ["", "http://[", "file:///tmp/page.html", "::", "http://:80/"])
def test_an_address_that_is_none_does_no_harm(url: str) -> None:
    assert _read(f'<link rel="canonical" href="{url}">', url=url).title == "Dyke breaks at Harl after week of rain"


def test_a_page_that_states_nothing_leaves_everything_open() -> None:
    assert find_stated(document_fromstring("<html><body><p>Hello</p></body></html>"), ()) == Stated()
