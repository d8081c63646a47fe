"""Damaged pages of every form: nothing crashes, and every span holds."""

import gzip
import json
import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given as drawn
from hypothesis import settings as bounded
from hypothesis import strategies as st

from onrecord.capture.bounds import bound_markup
from onrecord.capture.encoding import decode_html
from onrecord.model import Capture, Span
from onrecord.page.page import split_page
from onrecord.pipeline import find_facts
from onrecord.settings import CaptureSettings
from tests.capture.invented import FERRY, ITEM, MILL, PAGE, SECOND, TEXT, captures, fetched, read, rss, zipped

UPDATE = '<div id="block-{0}" class="block"><time datetime="2031-04-02T{0}:05:00+02:00">{0}.05</time><h2>Crane {0}</h2><p>{1}</p></div>'
LIVE = f"""<html><head><title>Flood on the Orrin - live</title><script type="application/ld+json">{{"@type": "LiveBlogPosting",
"headline": "Flood on the Orrin", "liveBlogUpdate": [{{"@type": "BlogPosting", "url": "https://n.example/#block-10", "headline": "Crane 10",
"datePublished": "2031-04-02T10:05:00+02:00", "articleBody": "{FERRY}"}}]}}</script></head><body><h1>Flood on the Orrin - live</h1>
{"".join(UPDATE.format(hour, FERRY if hour % 2 else MILL) for hour in range(10, 16))}</body></html>"""
FORMS = {
    "page": PAGE.encode(),
    "live": LIVE.encode(),
    "text": TEXT.encode(),
    "feed": rss(ITEM, SECOND),
    "rows": b"\n".join(json.dumps({"id": n, "html": PAGE}).encode() for n in range(2)),
    "web archive": fetched(1, PAGE.encode()) + fetched(2, LIVE.encode()),
    "packed web archive": gzip.compress(fetched(1, PAGE.encode())) + gzip.compress(fetched(2, PAGE.encode())),
    "zip": zipped({"a.html": PAGE, "b.txt": TEXT}),
}


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        damaged[chance.randrange(len(damaged))] = chance.choice([0, 0x3C, 0x3E, 0x26, 0x22, 0xFF, chance.randrange(256)])
    return bytes(damaged)


def lose(content: bytes, chance: random.Random) -> bytes:
    """Leave out some tags, so that elements stay open or close what was not open."""
    parts = content.split(b"<")
    return b"<".join(part for part in parts if chance.random() > 0.15)


def double(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 400)]
    return content[:start] + piece * chance.randint(2, 40) + content[start:]


def swap(content: bytes, chance: random.Random) -> bytes:
    one, two, three = sorted(chance.randrange(len(content)) for _ in range(3))
    return content[:one] + content[two:three] + content[one:two] + content[three:]


def mix(content: bytes, chance: random.Random) -> bytes:
    """Write a part in another encoding, and break entities."""
    at = chance.randrange(len(content))
    other = content[at:].decode("utf-8", "replace").encode(chance.choice(["cp1252", "utf-16-le", "utf-8", "cp037"]), "replace")
    return (content[:at] + other).replace(
        b"&amp;", chance.choice([b"&#99999999;", b"&amp", b"&#x;", b"&bogus;", b"&lt;script&gt;", b"&#0;"])
    )


DAMAGES: list[Callable[[bytes, random.Random], bytes]] = [cut, flip, lose, double, swap, mix]


def check(capture: Capture, *, whole: bool = False) -> None:
    """See that every span of a capture and its page cuts what it should out of the text, in order."""
    size = len(capture.text)
    assert capture.text.encode("utf-8")
    if capture.markup:
        lines = [line.span for line in capture.markup.lines]
        check_order(lines, size)
        assert all(span.of(capture.text).strip() == span.of(capture.text) != "" for span in lines)
        check_order([update.span for update in capture.markup.updates], size)
    page = split_page(capture)
    check_order([block.span for block in page.blocks], size)
    check_order([entry.span for entry in page.entries], size)
    assert page.title is None or page.title.span.of(capture.text) == page.title.text
    if whole:
        facts, _ = find_facts(capture)
        assert all(piece.of(capture.text) for one in facts.statements for piece in one.content.spans)


def check_order(spans: list[Span], size: int) -> None:
    assert all(0 <= span.start < span.end <= size for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(sorted(spans)))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_input_is_read_or_told_and_every_span_holds(form: str, damage: Callable[[bytes, random.Random], bytes]) -> None:
    chance = random.Random(f"{form} {damage.__name__}")
    for number in range(5):
        for capture in captures(read(damage(FORMS[form], chance))):
            check(capture, whole=number == 0)


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_input_gives_its_pages(form: str) -> None:
    found = captures(read(FORMS[form]))
    assert found
    for capture in found:
        check(capture)


PIECES = st.sampled_from(
    "<div> </div> <p> </p> <b> </b> <li> <td> <table> </table> <script> </script> <style> <!-- --> <![CDATA[ ]]> <time> <h1> </h1> &amp; "
    "&#x1F6A2; &#0; &bogus; < > \x00 \x0b \ufeff “ ” é said 12 people <title> </html> <br/> <a/href='x'> </a> <svg> = \" '".split(" ")
)


@bounded(max_examples=80)
@drawn(st.lists(PIECES | st.text(max_size=12), max_size=60))
def test_any_soup_of_tags_is_read_or_told_and_every_span_holds(pieces: list[str]) -> None:
    soup = f"<html><body><p>{FERRY}</p>{' '.join(pieces)}".encode("utf-8", "surrogatepass")
    for capture in captures(read(soup)):
        check(capture)


@bounded(max_examples=150)
@drawn(st.lists(st.sampled_from(["<div>", "</div>", "<b>", "</b>", "<p>", "<img>", "<!-- x -->", "Orle"]), max_size=80))
def test_no_word_is_lost_where_tags_lie_too_deep(pieces: list[str]) -> None:
    kept = bound_markup("".join(pieces), settings=CaptureSettings(deepest_markup=3)).html
    assert kept.count("Orle") == pieces.count("Orle")
    assert bound_markup(kept, settings=CaptureSettings(deepest_markup=3)).html == kept


@bounded(max_examples=150)
@drawn(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1252", "punycode", "utf-16", "no-such", "big5"]))
def test_any_bytes_are_decoded_whatever_is_declared(content: bytes, header: str | None) -> None:
    assert isinstance(decode_html(content, header=header).text, str)
