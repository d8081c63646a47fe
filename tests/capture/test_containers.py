"""Zip archives, tables, MHTML files and what is none of these."""

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from onrecord.capture.reader import read_captures
from onrecord.capture.sniff import sniff
from onrecord.capture.source import Refused
from onrecord.model import Given, Unread
from onrecord.settings import CaptureSettings
from tests.capture.invented import FERRY, ITEM, PAGE, TEXT, captures, fetched, read, rss, unread, zipped

WEEK = {
    "mon/ferry.html": PAGE,
    "b.txt": TEXT,
    "feed.bin": rss(ITEM),
    "tue.html.gz": gzip.compress(PAGE.encode()),
    "web": fetched(1, PAGE.encode()),
}


def table(columns: dict[str, list[object]]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, row_group_size=2)
    return out.getvalue()


def mhtml(end: str = "\r\n--x--\r\n") -> bytes:
    head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://nordby.example/ferry\r\nMIME-Version: 1.0\r\n"
    kind = 'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
    body = PAGE.replace("=", "=3D").replace("é", "=C3=A9").replace("“", "=E2=80=9C").replace("”", "=E2=80=9D").replace("©", "=C2=A9")
    return f"{head}{kind}Content-Transfer-Encoding: quoted-printable\r\n\r\n{body}{end}".encode()


def test_every_member_of_a_zip_is_read_by_what_it_holds_and_called_by_its_place() -> None:
    names = [capture.name for capture in captures(read(zipped(WEEK)))]
    assert names == [
        "stdin: b.txt",
        "https://nordby.example/1",
        "stdin: mon/ferry.html",
        "stdin: tue.html.gz",
        "https://nordby.example/1 (stdin: web: record 1)",
    ]


def test_a_zip_in_a_file_names_the_member_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "week.zip"
    path.write_bytes(zipped({"day1/page.html": b"%PDF-1.7", "day2/page.html": PAGE}))
    told, kept = read_captures([str(path)], given=Given())
    assert (told.name, kept.name) == (f"{path}: day1/page.html", "week.zip: day2/page.html")


def test_a_zip_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    packed = zipped({f"{n}.html": PAGE for n in range(4)})
    results = read(packed[: len(packed) // 2])
    assert [capture.name for capture in captures(results)][:1] == ["stdin: 0.html"]
    assert "breaks off" in unread(results)[-1].reason


def test_zips_are_opened_to_a_depth_and_no_deeper() -> None:
    inner = zipped({"a.txt": TEXT})
    assert [capture.name for capture in captures(read(zipped({"in.zip": inner})))] == ["stdin: in.zip: a.txt"]
    (told,) = unread(read(zipped({"1.zip": zipped({"2.zip": inner})})))
    assert (told.name, "no deeper" in told.reason) == ("-: 1.zip: 2.zip", True)


def test_a_bomb_in_a_zip_is_told_and_the_rest_is_read() -> None:
    told, kept = read(zipped({"a.txt": b"a" * 9_000_000, "b.txt": TEXT}), settings=CaptureSettings(largest_bytes=1_000_000))
    assert isinstance(told, Unread)
    assert "too large" in told.reason
    assert kept.name == "stdin: b.txt"


def test_a_name_that_leads_out_of_a_zip_does_no_harm_and_is_told() -> None:
    (capture,) = captures(read(zipped({"../../up.txt": TEXT})))
    assert "leads out" in capture.notes[0]


def test_a_locked_member_an_office_document_and_an_empty_zip_are_told() -> None:
    locked = bytearray(zipped({"a.txt": TEXT}))
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    for content, said in [(bytes(locked), "password"), (zipped({"[Content_Types].xml": ""}), "office"), (zipped({}), "no file")]:
        (told,) = unread(read(content))
        assert said in told.reason


def test_each_row_of_a_table_is_a_capture_and_null_rows_are_told() -> None:
    when = datetime(2031, 4, 2, 18, 5, tzinfo=UTC)
    columns: dict[str, list[object]] = {
        "id": ["a", None, "c"],
        "html": [PAGE, None, None],
        "text": [None, None, TEXT],
        "published": [when, None, None],
    }
    first, told, third = read(table(columns))
    assert (first.name, told.name, third.name) == ("a", "-:2", "c")
    assert captures([first])[0].given.published == "2031-04-02T18:05:00+00:00"
    assert captures([third])[0].text == TEXT


def test_a_table_without_the_columns_of_a_page_and_a_cut_one_are_told() -> None:
    (told,) = unread(read(table({"body": [TEXT], "name": ["x"]})))
    assert '"body", "name"' in told.reason
    (cut,) = unread(read(table({"text": [TEXT]})[:-20]))
    assert "truncated" in cut.reason


@pytest.mark.parametrize("content", [mhtml(), mhtml(end="")])
def test_the_page_of_an_mhtml_file_is_read_with_its_address(content: bytes) -> None:
    (capture,) = captures(read(content))
    assert (capture.format, capture.given.url) == ("html", "https://nordby.example/ferry")
    assert "Café on the quay" in capture.text
    assert FERRY in capture.text
    assert capture.notes == ()


def test_the_frames_of_an_mhtml_file_are_passed_over_and_counted() -> None:
    frame = "\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Fares rise in the spring.</p>"
    (capture,) = captures(read(mhtml(end=f"{frame * 2}\r\n--x--\r\n")))
    assert "Fares" not in capture.text
    assert "2 frames" in capture.notes[0]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\n\n<!-- saved -->\n<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"<p>The dam held.</p>", "html"),
        (b"<!DOCTYPE html SYSTEM 'about:legacy-compat'><x-page>", "html"),
        (b"<!-- a --><rss>", "feed"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rdf:RDF>", "feed"),
        (b'{"text": "The dam held."}', "json"),
        (b"WARC/1.1\r\n", "warc"),
        (b"<3 from Orle: the dam held", "text"),
        (b"Note: the dam\nheld: they said\n\n", "text"),
    ],
)
def test_the_kind_of_an_input_is_told_by_its_first_bytes(head: bytes, kind: str) -> None:
    assert sniff(head) == kind


@pytest.mark.parametrize(
    "head",
    [b"%PDF-1.4", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"Rar!\x1a\x07\x00", b"<svg xmlns='x'>", b"x" * 257 + b"ustar"],
)
def test_what_is_no_page_is_named(head: bytes) -> None:
    assert isinstance(sniff(head), Refused)
