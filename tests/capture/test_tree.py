"""HTML to visible text, line by line."""

import time

import pytest

from onrecord.capture.tree import read_tree
from onrecord.model import Span


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>The quay at Tarnmouth is shut.</p><p>It reopens on Friday.</p>", "The quay at Tarnmouth is shut.\nIt reopens on Friday."),
        ("<div>The quay <b>is</b>\n <i>shut</i>.</div>", "The quay is shut."),
        ("<p>First.<br>Still first.<br><br>Second.</p>", "First. Still first.\nSecond."),
        ("<table><tr><td>Tarnmouth<td>14<tr><td>Orle<td>9</table>", "Tarnmouth 14\nOrle 9"),
        ("<p>Shut.<script>track()</script><style>p{}</style><template>x</template></p>", "Shut."),
        ("<p>Shut.</p><div hidden>Menu</div><p style='display: none'>Ad</p><b aria-hidden=true>x</b>", "Shut."),
        ("<p><span>T</span>he quay</p><p><a>Home</a><a>Sport</a></p>", "The quay\nHome Sport"),
        ("<p>caf&eacute; &amp; bar, 5&nbsp;km</p>", "café & bar, 5 km"),
        ("<p>two&shy;fold \u200bwords\x00</p>", "twofold words"),
        ("", ""),
        ("plain words", "plain words"),
        ("<!-- nothing", ""),
    ],
)
def test_each_block_gives_one_line(html: str, text: str) -> None:
    assert read_tree(html).text == text


def test_a_text_that_a_script_was_to_show_is_kept() -> None:
    assert read_tree("<article style='display:none'><p>The quay is shut.</p></article>").text == "The quay is shut."


def test_every_line_stands_where_its_span_says() -> None:
    tree = read_tree("<main class='storyBody'><h1>Quay shut</h1><p>It was <a href=x>shut on Friday</a>, they said.</p></main>")
    assert [line.span.of(tree.text) for line in tree.lines] == tree.text.split("\n")
    assert [element.tag for element in tree.elements] == ["h1", "p"]
    assert tree.lines[1].inside == ("body", "main story body", "p")
    assert 0.4 < tree.lines[1].linked < 0.7


def test_an_element_around_the_whole_line_is_told() -> None:
    assert read_tree("<p><em>Pictured: the quay</em></p>").lines[0].inside == ("body", "p", "em")


def test_bytes_are_decoded_by_what_they_are() -> None:
    assert read_tree("<p>“Shut”, he said</p>".encode("cp1252")).text == "“Shut”, he said"
    assert read_tree("<meta charset=iso-8859-1><p>“Shut”</p>".encode()).text == "“Shut”"


@pytest.mark.parametrize("tag", ["div", "b", "a", "ul", "table"])
def test_a_hundred_thousand_nested_elements_lose_no_words(tag: str) -> None:
    start = time.process_time()
    tree = read_tree(f"<p>Before.</p>{f'<{tag}>' * 100_000}Within.{f'</{tag}>' * 100_000}<p>After.</p>")
    assert {"Before.", "After."} <= set(tree.text.split("\n"))
    assert all(Span(0, len(tree.text)).covers(line.span) for line in tree.lines)
    assert time.process_time() - start < 2
