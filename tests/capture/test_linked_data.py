"""Linked data is read as far as it can be, however it is damaged."""

import pytest
from lxml.html import document_fromstring

from onrecord.capture.linked_data import plain, plain_lines, read_json, read_objects


def _page(script: str) -> str:
    return f'<html><head><script type="application/ld+json">{script}</script></head><body><p>Text</p></body></html>'


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Dyke breaks at Harl"}',
        '<!-- {"@type": "NewsArticle", "headline": "Dyke breaks at Harl"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Dyke breaks at Harl"}\n//]]>',
        '/*<![CDATA[*/ {"@type": "NewsArticle", "headline": "Dyke breaks at Harl"} /*]]>*/',
        '{"@type": "NewsArticle", "headline": "Dyke breaks at Harl",}',
        "{'@type': 'NewsArticle', headline: 'Dyke breaks at Harl'};",
        '[[{"@type": "NewsArticle", "headline": "Dyke breaks at Harl"}]]',
        '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "Dyke breaks at Harl"}]}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Dyke breaks at Harl&quot;}",
    ],
)
def test_the_same_article_is_read_however_it_is_wrapped(script: str) -> None:
    assert read_objects(document_fromstring(_page(script))) == ({"@type": "NewsArticle", "headline": "Dyke breaks at Harl"},)


def test_line_breaks_inside_a_string_do_no_harm() -> None:
    (thing,) = read_objects(document_fromstring(_page('{"@type": "Article", "articleBody": "The dyke broke.\nWater came\tin."}')))
    assert thing["articleBody"] == "The dyke broke.\nWater came\tin."


def test_an_article_that_a_page_names_as_its_subject_is_an_object_of_its_own() -> None:
    script = '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Dyke breaks"}}'
    assert {"@type": "NewsArticle", "headline": "Dyke breaks"} in read_objects(document_fromstring(_page(script)))


def test_whole_objects_of_a_script_that_breaks_off_are_kept() -> None:
    broken = '{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "One"}, {"@type": "BlogPo'
    assert read_json(broken) == ({"@type": "BlogPosting", "headline": "One"},)


@pytest.mark.parametrize("script", ["", "null", "{", "[" * 100_000, '{"a":' * 50_000, '"' * 300_000, "alert(1)", "{]}", '{"a": nope'])
def test_what_is_no_linked_data_gives_nothing_and_never_fails(script: str) -> None:
    assert read_objects(document_fromstring(_page(script))) == ()


def test_many_objects_in_one_script_are_all_read() -> None:
    assert len(read_json('{"@id": "1"}\n{"@id": "2"};\n[{"@id": "3"}]')) == 3


def test_text_that_was_escaped_twice_comes_out_as_prose() -> None:
    assert plain("Harl&amp;rsquo;s dyke &amp;lt;em&amp;gt;broke&amp;lt;/em&amp;gt;") == "Harl’s dyke broke"
    assert plain_lines("<p>Nobody was hurt.</p><ul><li>Two roads are shut</li></ul>") == ("Nobody was hurt.", "Two roads are shut")
    assert plain("Fewer than 3 < 5 in 100") == "Fewer than 3 < 5 in 100"
