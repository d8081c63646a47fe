"""Inputs of every sort, good and bad."""

import hashlib
import io
import os
from pathlib import Path

import pytest

from onrecord.capture.reader import read_captures
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings

NEWS = "The dam above Osk held through the night, officials said on Sunday, but “two villages” were emptied by the army and the police.\r\n"
GERMAN = (
    "Der Damm hat die Nacht über gehalten, sagte die Polizei am Sonntag, und zwei Dörfer "
    "wurden von der Armee geräumt, weil es in den Bergen noch regnet.\n"
)


def read(*paths: object, stdin: bytes | None = None) -> list[Capture | Unread]:
    stream = io.BytesIO(stdin) if stdin is not None else None
    return list(read_captures([str(path) for path in paths], given=Given(), stdin=stream))


def reason(path: object) -> str:
    results = read(path)
    assert isinstance(results[0], Unread), results
    return results[0].reason


def test_a_page_keeps_its_text_character_for_character(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_bytes(NEWS.encode())
    (capture,) = read(page)
    assert isinstance(capture, Capture)
    assert (capture.text, capture.name, capture.format, capture.notes) == (NEWS, "dam.txt", "text", ())
    assert capture.id == "sha256:" + hashlib.sha256(NEWS.encode()).hexdigest()


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [
        ("utf-8-sig", "byte-order mark"),
        ("utf-16", "byte-order mark"),
        ("utf-16-le", "guess"),
        ("cp1252", "cp1252"),
        ("utf-32", "byte-order mark"),
    ],
)
def test_another_encoding_is_read_and_said(tmp_path: Path, encoding: str, noted: str) -> None:
    page = tmp_path / "dam.txt"
    page.write_bytes(NEWS.encode(encoding))
    (capture,) = read(page)
    assert isinstance(capture, Capture)
    assert capture.text == NEWS
    assert noted in capture.notes[0]


def test_one_broken_byte_does_not_make_a_page_another_encoding(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_bytes((NEWS * 3).encode() + b"Caf\xe9 closed.")
    (capture,) = read(page)
    assert isinstance(capture, Capture)
    assert "“two villages”" in capture.text
    assert "\ufffd" in capture.notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x00\x01\x02\xff" * 500, "binary"),
        (b"%PDF-1.7 stuff", "PDF"),
        (b"<!DOCTYPE html><html><body><script>x()</script></body></html>", "without any text"),
        (GERMAN.encode(), "German"),
        ("Дамба выдержала ночь, сообщила полиция в воскресенье.".encode(), "Cyrillic"),
    ],
)
def test_what_is_no_page_is_said_with_what_to_do(tmp_path: Path, content: bytes, said: str) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    assert said in reason(page)
    assert ":" in reason(page)


def test_a_missing_file_and_a_picture_leave_the_rest_to_be_read(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_text(NEWS)
    (tmp_path / "dam.html").write_bytes(b"\x89PNG\r\n")
    missing, picture, capture = read(tmp_path / "none.txt", tmp_path / "dam.html", page)
    assert isinstance(missing, Unread)
    assert "no such file" in missing.reason
    assert isinstance(picture, Unread)
    assert "a picture" in picture.reason
    assert isinstance(capture, Capture)


def test_a_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    page = tmp_path / "huge.txt"
    with page.open("wb") as stream:
        stream.truncate(200_000_000)
    assert "200 MB" in reason(page)
    settings = CaptureSettings(largest_bytes=10)
    (unread,) = read_captures(["-"], given=Given(), stdin=io.BytesIO(NEWS.encode()), settings=settings)
    assert isinstance(unread, Unread)


def test_a_folder_is_read_in_order_and_says_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "1.txt", "page", ".hidden"):
        (tmp_path / name).write_text(NEWS)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    results = read(tmp_path)
    assert [result.name for result in results if isinstance(result, Capture)] == ["1.txt", "page", "2.txt"]
    assert sorted(Path(result.name).name for result in results if isinstance(result, Unread)) == ["loop", "photo.jpg"]


def test_a_folder_with_nothing_readable_is_said(tmp_path: Path) -> None:
    assert "holds no file" in reason(tmp_path)


def test_inputs_that_share_a_file_name_are_called_by_their_paths(tmp_path: Path) -> None:
    for folder in ("mon", "tue"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dam.txt").write_text(NEWS)
    assert [result.name for result in read(tmp_path / "mon/dam.txt", tmp_path / "tue/dam.txt")] == [
        str(tmp_path / "mon/dam.txt"),
        str(tmp_path / "tue/dam.txt"),
    ]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(NEWS)
    first, second = read(tmp_path, tmp_path / "dam.txt")
    assert isinstance(first, Capture)
    assert isinstance(second, Unread)


def test_the_stream_is_read(tmp_path: Path) -> None:
    (capture,) = read("-", stdin=NEWS.encode())
    assert isinstance(capture, Capture)
    assert capture.text == NEWS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_opened_is_said(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_text(NEWS)
    page.chmod(0)
    assert "permission" in reason(page)


def test_a_name_that_is_not_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(NEWS)
    (capture,) = read(os.fsdecode(name))
    assert capture.name == "caf\\xe9.txt"


@pytest.mark.parametrize("path", ["\x00", "", "/dev/zero"])
def test_an_odd_path_is_data_not_an_exception(path: str) -> None:
    assert reason(path)


def test_a_longer_text_than_any_page_is_read_as_far_as_a_page_goes_and_that_is_said() -> None:
    settings = CaptureSettings(largest_text=1_000)
    (capture,) = read_captures(["-"], given=Given(), stdin=io.BytesIO(NEWS.encode() * 20), settings=settings)
    assert isinstance(capture, Capture)
    assert len(capture.text) <= 1_000
    assert (NEWS * 20).startswith(capture.text)
    assert "longer than any page" in capture.notes[0]


def test_the_parts_that_a_browser_saves_beside_a_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Dam.html").write_text(f"<p>{NEWS}</p>")
    (tmp_path / "Dam_files").mkdir()
    (tmp_path / "Dam_files" / "ad.html").write_text("<p>Buy a boat</p>")
    parts, page = read(tmp_path)
    assert isinstance(parts, Unread)
    assert "parts of a saved page" in parts.reason
    assert page.name == "Dam.html"


def test_text_of_another_suffix_is_a_page_only_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.py").write_text(NEWS)
    (skipped,) = read(tmp_path)
    assert isinstance(skipped, Unread)
    assert isinstance(read(tmp_path / "notes.py")[0], Capture)
