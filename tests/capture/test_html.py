"""The HTML of a page to its text and marks."""

from onrecord.capture.html import read_html
from onrecord.settings import CaptureSettings

PARAGRAPHS = (
    "The harbour board of Tarnmouth closed the north quay on Friday after a crane gave way, its chair said.",
    "No one was hurt, and two ferries were sent to Orle while divers looked at the piles below the crane.",
    "“We will open it once the piles are known to hold,” Maren Dole told reporters at the gate of the yard.",
)
PAGE = f"""<!doctype html><html lang="en"><head><title>North quay shut after crane fails | Tarnmouth Mail</title>
<meta property="og:site_name" content="Tarnmouth Mail"><meta property="article:published_time" content="2031-03-07T09:15:00+01:00">
</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>North quay shut after crane fails</h1>
<div class="article-body">{"".join(f"<p>{one}</p>" for one in PARAGRAPHS)}</div></article>
<aside class="related"><a href="/ferry">Ferry fares to rise in the spring, says board</a></aside>
<footer>© 2031 Tarnmouth Mail</footer></body></html>"""


def test_the_extractor_takes_the_paragraphs_and_not_the_menu() -> None:
    read = read_html(PAGE)
    taken = {line.span.of(read.text) for line in read.markup.lines if line.taken}
    assert set(PARAGRAPHS) <= taken
    assert "Home" not in taken


def test_in_bulk_no_extractor_is_asked_and_menus_are_left_out() -> None:
    bulk = read_html(PAGE, settings=CaptureSettings(lane="bulk"))
    assert bulk.text.split("\n") == ["North quay shut after crane fails", *PARAGRAPHS]
    assert not any(line.taken for line in bulk.markup.lines)


def test_what_the_metadata_state_is_told() -> None:
    stated = read_html(PAGE).markup.stated
    assert (stated.title, stated.outlet, stated.language) == ("North quay shut after crane fails", "Tarnmouth Mail", "en")
    assert stated.published == "2031-03-07T09:15+01:00"


def test_a_headline_of_the_metadata_alone_opens_the_text() -> None:
    html = '<html><head><meta property="og:title" content="Crane fails at Tarnmouth"></head><body><p>The quay is shut.</p></body></html>'
    read = read_html(html)
    assert read.text.split("\n")[0] == "Crane fails at Tarnmouth"
    assert read.markup.lines[0].tag == "title"
    assert [line.span.of(read.text) for line in read.markup.lines] == read.text.split("\n")


def test_a_page_without_words_gives_no_text() -> None:
    assert read_html("<html><head><title>Tarnmouth Mail</title></head><body><script>go()</script></body></html>").text == ""


def test_a_page_of_more_elements_than_news_has_is_read_in_bulk_and_says_so() -> None:
    paragraphs = "".join(f"<p>{one} {number}</p>" for number in range(30) for one in PARAGRAPHS)
    long = read_html(PAGE.replace("</article>", f"{paragraphs}</article>"), settings=CaptureSettings(most_careful=60))
    assert PARAGRAPHS[0] + " 29" in long.text
    assert "Home" not in long.text
    assert "read in bulk" in long.notes[0]
    assert read_html(PAGE).notes == ()
