"""From pages in HTML to lines with labels."""

import pytest

from onrecord.page.lines import split_lines
from training.flatten import WAYS, Way, flatten, read_page
from training.pages import find_news

PAGE = b"""<html><head><title>Not shown</title><style>p {}</style></head><body>
<ul><li><a href=1>News</a></li><li><a href=2>Sport</a></li><li><a href=3>Tides</a></li></ul>
<div hidden>Secret</div><p>The lock at <a href=4>Ambry</a> is shut,<br>the keeper said.</p>
<table><tr><td>Monday</td><td>shut</td></tr></table><div><a href=5>More</a> <a href=6>Less</a></div>
<script>var x;</script></body></html>"""
WHOLE = "News\nSport\nTides\nThe lock at Ambry is shut,\nthe keeper said.\nMonday shut\nMore Less\n"


@pytest.mark.parametrize(
    ("way", "text"),
    [
        (Way("plain"), WHOLE),
        (Way("apart", links_apart=True, cells_apart=True), WHOLE.replace("More Less", "More\nLess").replace("day shut", "day\nshut")),
        (Way("joined", items_joined=True), WHOLE.replace("News\nSport\nTides", "News Sport Tides")),
        (Way("bullets", bullets=True), WHOLE.replace("News\nSport\nTides", "• News\n• Sport\n• Tides")),
    ],
)
def test_a_page_is_flattened_in_several_ways(way: Way, text: str) -> None:
    assert flatten(read_page(PAGE), way) == text


def test_every_way_keeps_every_word() -> None:
    for way in WAYS:
        words = flatten(read_page(PAGE), way).replace("•", "").split()
        assert words == WHOLE.split()


def test_a_line_is_news_where_most_of_its_words_stand_in_the_article_in_their_order() -> None:
    lines = split_lines("News\nThe lock at Ambry is shut, the keeper said.\nWhy?\nThe gates were worn.\nThe lock keeper’s dog said more")
    gold = "The lock at Ambry is shut, the keeper said. Why? The gates were worn."
    assert find_news(lines, gold) == [False, True, True, True, False]
