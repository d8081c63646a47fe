"""Web archives, whole, packed, cut and damaged, to the pages in them."""

import gzip
import io
from collections.abc import Callable

import brotli
import pytest

from onrecord.capture.reader import read_captures
from onrecord.model import Given, Unread
from onrecord.settings import CaptureSettings
from tests.capture.invented import FERRY, PAGE, captures, fetched, read, unread

BODY = PAGE.encode()
HTML = "Content-Type: text/html"
RECORDS = [fetched(number, BODY) for number in range(4)]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_each_page_of_a_web_archive_is_called_by_its_address_and_knows_when_it_was_captured(pack: Callable[[bytes], bytes]) -> None:
    results = captures(read(b"".join(pack(record) for record in RECORDS)))
    assert [capture.name for capture in results] == [f"https://nordby.example/{number}" for number in range(4)]
    assert (results[0].format, results[0].given.captured) == ("warc", "2031-04-02T10:00:00+00:00")
    assert FERRY in results[0].text


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (f"{HTML}\r\nContent-Encoding: gzip", gzip.compress(BODY)),
        (f"{HTML}\r\nContent-Encoding: br", brotli.compress(BODY)),
        (f"{HTML}\r\nContent-Encoding: deflate", gzip.zlib.compress(BODY)),  # type: ignore[attr-defined]
        (f"{HTML}\r\nContent-Encoding: gzip", BODY),
        (f"{HTML}\r\nTransfer-Encoding: chunked", b"%x\r\n%b\r\n0\r\n\r\n" % (len(BODY), BODY)),
        (f"{HTML}; charset=windows-1252", PAGE.replace('<meta charset="utf-8">', "").encode("cp1252")),
        (f"{HTML}; charset=koi8-r", BODY),
    ],
)
def test_a_body_is_unpacked_and_decoded_as_the_answer_says_and_as_it_is(headers: str, body: bytes) -> None:
    (capture,) = captures(read(fetched(1, body, headers=headers)))
    assert "Café on the quay" in capture.text
    assert FERRY in capture.text


@pytest.mark.parametrize(("name", "pack"), [("br", brotli.compress), ("gzip", gzip.compress)])
def test_a_body_that_unpacks_without_end_is_told_and_the_rest_is_read(name: str, pack: Callable[[bytes], bytes]) -> None:
    bomb = fetched(9, pack(b" " * 9_000_000), headers=f"{HTML}\r\nContent-Encoding: {name}")
    told, kept = read(bomb + RECORDS[0], settings=CaptureSettings(largest_bytes=1_000_000))
    assert isinstance(told, Unread)
    assert told.name == "-: https://nordby.example/9"
    assert "unpacks" in told.reason
    assert kept.name == "https://nordby.example/0"


def test_what_holds_no_page_is_counted_and_a_page_that_had_not_changed_is_told() -> None:
    picture = fetched(7, b"\x89PNG", headers="Content-Type: image/png")
    same, passed = unread(read(picture + RECORDS[0] + fetched(0, b"", type="revisit")))
    assert "had not changed" in same.reason
    assert "1 image/png" in passed.reason


@pytest.mark.parametrize("cut", range(30, len(RECORDS[0]) + 200, 150))
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes_and_that_is_said(pack: Callable[[bytes], bytes], cut: int) -> None:
    whole = b"".join(pack(record) for record in RECORDS)
    results = read(whole[: -min(cut, len(pack(RECORDS[3])) - 5)])
    kept = captures(results)
    assert [capture.name[-1] for capture in kept][:3] == ["0", "1", "2"]
    assert unread(results) or kept[3].notes


def test_damage_loses_the_record_it_is_in_and_no_other() -> None:
    packed = [bytearray(gzip.compress(record)) for record in RECORDS]
    packed[1][60:120] = b"\xff" * 60
    results = read(b"".join(packed))
    assert [capture.name[-1] for capture in captures(results)] == ["0", "2", "3"]
    assert unread(results)[0].name == "- (after https://nordby.example/0)"
    assert "damaged" in unread(results)[0].reason


@pytest.mark.parametrize(
    ("old", "new"), [(b"Content-Length: ", b"Content-Length: 9"), (b"Content-Length: ", b"Content-Length: x"), (b"WARC/1.0", b"XXXX")]
)
def test_a_record_with_a_wrong_header_does_not_hide_the_next(old: bytes, new: bytes) -> None:
    results = read(RECORDS[0] + RECORDS[1].replace(old, new, 1) + RECORDS[2])
    assert {"0", "2"} <= {capture.name[-1] for capture in captures(results)}


def test_an_archive_of_any_size_is_read_one_record_at_a_time() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return RECORDS[0] * 3

    results = read_captures(["-"], given=Given(), stdin=Endless())
    assert len([next(results) for _ in range(7)]) == 7
