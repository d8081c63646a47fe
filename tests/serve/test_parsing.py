"""Pages are taken apart in a process of its own, which is ended when it takes too long."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.capture.parsing import PlainParser
from onrecord.capture.source import Refused
from onrecord.serve.parsing import GuardedParser
from onrecord.settings import CaptureSettings
from tests.capture.invented import ITEM, PAGE, rss

ENDLESS = (
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>" + b"<p>x" * 100_000
)


@pytest.fixture(scope="module", params=[True, False], ids=["copied", "started"])
def parser(request: pytest.FixtureRequest) -> Iterator[GuardedParser]:
    with GuardedParser(settings=CaptureSettings(most_seconds=0.5), forks=request.param) as started:
        yield started


def test_a_page_and_a_feed_come_back_as_they_would_without_the_process(parser: GuardedParser) -> None:
    plain = PlainParser(CaptureSettings())
    assert parser.markup(PAGE, url=None) == plain.markup(PAGE, url=None)
    assert parser.feed(rss(ITEM)) == plain.feed(rss(ITEM))
    assert parser.take_spent() > 0
    assert parser.take_spent() == 0


def test_what_takes_too_long_is_ended_and_told_and_the_next_page_is_read(parser: GuardedParser) -> None:
    began = time.monotonic()
    told = parser.feed(ENDLESS)
    assert time.monotonic() - began < 20
    assert isinstance(told, Refused)
    assert "more than 0.5 seconds" in told.reason
    assert not isinstance(parser.markup(PAGE, url=None), Refused)


def test_a_parser_that_is_never_asked_starts_nothing() -> None:
    with GuardedParser() as idle:
        assert idle.take_spent() == 0


def test_a_small_page_needs_no_process_and_a_large_one_does() -> None:
    with GuardedParser(unguarded=len(PAGE)) as parser:
        small = parser.markup(PAGE, url=None)
        assert parser.take_spent() == 0
        large = parser.markup(PAGE + " ", url=None)
        assert parser.take_spent() > 0
    assert small == large


def test_a_program_reads_pages_that_take_too_long_as_unread(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.xml").write_bytes(ENDLESS)
    record = onrecord.read([str(tmp_path)], settings=CaptureSettings(most_seconds=0.5))
    assert [facts.page.capture.name for facts in record.captures] == ["a.html"]
    assert "more than 0.5 seconds" in record.unread[0].reason
