"""Pages that stand one a line in a file, whole, damaged and packed."""

import gzip
import hashlib
import io
import json
import random
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from onrecord.capture.reader import read_captures
from onrecord.model import Capture, Given, Unread
from onrecord.page.page import split_page
from onrecord.settings import CaptureSettings

FERRY = """\
Ferry to Tolmen cancelled for a third day

The ferry would not leave before Thursday, harbour master Ilse Brandvold told Radio Nordby.
"""
MILL = """\
Fire at the paper mill in Kelda Bay is out

“Nobody is missing,” the fire chief said on Tuesday, but he would not say how it began.
"""
HTML = "<html><body><p>The mill is to open again in May, its owner said.</p></body></html>"


def lines(*rows: object) -> bytes:
    return b"".join(row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def read(content: bytes, *, given: Given | None = None, settings: CaptureSettings | None = None) -> list[Capture | Unread]:
    return list(read_captures(["-"], given=given or Given(), stdin=io.BytesIO(content), settings=settings))


def read_file(path: Path, content: bytes) -> list[Capture | Unread]:
    path.write_bytes(content)
    return list(read_captures([str(path)], given=Given()))


def captures(results: list[Capture | Unread]) -> list[Capture]:
    assert all(isinstance(result, Capture) for result in results), results
    return [result for result in results if isinstance(result, Capture)]


def unread(results: list[Capture | Unread]) -> list[Unread]:
    return [result for result in results if isinstance(result, Unread)]


def test_each_row_is_a_capture_called_by_its_id_with_its_text_as_it_is(tmp_path: Path) -> None:
    row = lines({"id": "ferry-3", "text": FERRY})
    first, second = captures(read_file(tmp_path / "week.jsonl", row + lines({"id": 17, "text": MILL})))
    assert (first.name, first.format, first.text) == ("ferry-3", "row", FERRY)
    assert first.id == "sha256:" + hashlib.sha256(row.removesuffix(b"\n")).hexdigest()
    assert (second.name, second.text) == ("17", MILL)


@drawn(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t"), max_size=200), min_size=1, max_size=5))
def test_every_text_is_kept_code_point_for_code_point(tails: list[str]) -> None:
    texts = [FERRY + tail for tail in tails]
    content = b"\r\n".join(json.dumps({"text": text}, ensure_ascii=bool(len(text) % 2)).encode() for text in texts)
    settings = CaptureSettings(piece_bytes=64)
    for packed in (content, gzip.compress(content)):
        results = read(packed, settings=settings)
        kept = [result.text if isinstance(result, Capture) else None for result in results]
        assert kept == [text if was else None for text, was in zip(texts, kept, strict=True)]
        assert all("English" in result.reason for result in unread(results))


def test_a_row_without_an_id_is_called_by_its_file_and_line(tmp_path: Path) -> None:
    first, second = captures(read_file(tmp_path / "week.jsonl", lines({"text": FERRY}, b"\n", {"id": "", "text": MILL})))
    assert (first.name, second.name) == ("week.jsonl:1", "week.jsonl:3")


def test_two_rows_of_one_id_are_both_read_under_names_that_differ(tmp_path: Path) -> None:
    results = captures(read_file(tmp_path / "week.jsonl", lines(*[{"id": "ferry", "text": text} for text in (FERRY, MILL, FERRY)])))
    assert [capture.name for capture in results] == ["ferry", "ferry (week.jsonl:2)", "ferry (week.jsonl:3)"]
    assert [len(capture.notes) for capture in results] == [0, 1, 1]


def test_what_a_row_says_of_its_page_goes_before_what_the_caller_says_of_all() -> None:
    told = {"outlet": "Nordby Post", "url": "https://nordby.example/f3", "published": "2031-04-02", "captured": "2031-04-03T06:00Z"}
    first, second = captures(read(lines({"text": FERRY, **told}, {"text": MILL}), given=Given("Tolmen Echo", "2031-04-09")))
    assert first.given == Given("Nordby Post", "2031-04-02", None, "https://nordby.example/f3", "2031-04-03T06:00:00+00:00")
    assert second.given == Given("Tolmen Echo", "2031-04-09")


def test_the_page_of_a_row_bears_its_address_date_outlet_and_headline() -> None:
    text = "Nordby Post\nFerry off again\nNo boat to Tolmen before Thursday, says harbour master\n" + FERRY.partition("\n\n")[2]
    row = {"text": text, "title": "Ferry off again | Nordby Post", "url": "https://nordby.example/f3", "published": "2031-04-02"}
    (capture,) = captures(read(lines({**row, "outlet": "Nordby Post"})))
    page = split_page(capture)
    assert page.published is not None
    assert page.title is not None
    assert (page.url, page.outlet, page.published.value, page.published.basis) == (row["url"], "Nordby Post", "2031-04-02", "given")
    assert (page.title.text, page.title.span.of(text)) == ("Ferry off again", "Ferry off again")


def test_a_headline_that_is_not_in_the_text_is_not_put_there() -> None:
    (capture,) = captures(read(lines({"text": MILL.partition("\n\n")[2], "title": "Mill fire out"})))
    assert split_page(capture).title is None


@pytest.mark.parametrize(
    ("typed", "value", "notes"),
    [
        ("2031-04-02", "2031-04-02", 0),
        ("2031-04-02T18:05+02:00", "2031-04-02T18:05:00+02:00", 0),
        ("2031-04-02 18:05:09.250Z", "2031-04-02T18:05:09+00:00", 0),
        ("2031-04-02T18:05:09", "2031-04-02", 1),
        ("", None, 0),
        (None, None, 0),
    ],
)
def test_a_date_is_taken_as_exactly_as_it_can_be(typed: str | None, value: str | None, notes: int) -> None:
    (capture,) = captures(read(lines({"text": FERRY, "published": typed})))
    assert (capture.given.published, len(capture.notes)) == (value, notes)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (b'{"text": "The ferry \n', "not JSON"),
        (b'{"text": "The caf\xe9 on the quay is shut."}\n', "not UTF-8 (byte 18)"),
        (b'["The ferry is off."]\n', "a list, not an object"),
        (b'{"text": ' + b"[" * 5000 + b"\n", "JSON"),
        (b'{"text": "Off.", "n": ' + b"9" * 5000 + b"}\n", "too long"),
        ({"id": "f-9", "body": FERRY}, 'Row "f-9": It has neither "text" nor "html"'),
        ({"id": "f-9", "html": "<br>"}, "without any text: save"),
        ({"text": None, "html": None}, "neither"),
        ({"text": " \n"}, "empty"),
        ({"text": [FERRY]}, '"text" is a list'),
        ({"text": FERRY, "title": 7}, '"title" is a number'),
        ({"text": FERRY, "id": {"n": 7}}, '"id" is an object'),
        ({"text": FERRY, "id": True}, '"id" is true or false'),
        ({"text": FERRY, "published": "02/04/2031"}, "write it as 2024-05-31"),
        ({"text": FERRY, "published": "2031-02-30"}, '"2031-02-30", which is no date'),
        ({"text": FERRY, "captured": "yesterday"}, '"captured"'),
        ({"text": "\x00\x01" * 400}, "binary"),
        ({"text": "Der Brand ist gelöscht, sagte die Feuerwehr am Dienstag, und niemand wird vermisst. " * 4}, "German"),
    ],
)
def test_a_line_that_is_no_page_is_said_with_its_place_and_what_to_do_and_the_rest_is_read(tmp_path: Path, row: object, said: str) -> None:
    path = tmp_path / "week.jsonl"
    before, bad, after = read_file(path, lines({"id": "a", "text": FERRY}, row, {"id": "b", "text": MILL}))
    assert isinstance(bad, Unread)
    assert bad.name == f"{path}:2"
    assert said in bad.reason
    assert ": " in bad.reason
    assert [before.name, after.name] == ["a", "b"]


def test_half_a_letter_is_replaced_and_moves_nothing() -> None:
    (capture,) = captures(read(b'{"id": "f\\ud83d", "text": "The \\ud83d\\udea2 ferry\\udea2 is off."}'))
    assert (capture.name, capture.text) == ("f\ufffd", "The \U0001f6a2 ferry\ufffd is off.")
    assert "half" in capture.notes[0]


@pytest.mark.parametrize("name", ["week.jsonl", "week.json", "week.txt", "week"])
@pytest.mark.parametrize("packed", [True, False])
def test_rows_are_known_by_what_they_are_and_not_by_the_name(tmp_path: Path, name: str, packed: bool) -> None:
    content = b"\xef\xbb\xbf\n" + lines({"id": "a", "text": FERRY})
    assert [result.name for result in captures(read_file(tmp_path / name, gzip.compress(content) if packed else content))] == ["a"]


def test_a_packed_page_is_read_as_the_page_it_is(tmp_path: Path) -> None:
    (capture,) = captures(read_file(tmp_path / "ferry.txt.gz", gzip.compress(FERRY.encode())))
    assert (capture.format, capture.text, capture.name) == ("text", FERRY, "ferry.txt.gz")
    assert capture.id == "sha256:" + hashlib.sha256(FERRY.encode()).hexdigest()


def test_a_page_of_text_that_opens_with_a_bracket_is_no_row() -> None:
    (capture,) = captures(read(b"{UPDATED} The ferry would not leave before Thursday, Ilse Brandvold said.\n"))
    assert capture.format == "text"


@pytest.mark.parametrize(
    "content", [json.dumps([{"text": FERRY}]), json.dumps({"text": FERRY}, indent=1), '{"ferries": 3}', '{"text": "The f']
)
def test_json_that_is_not_one_page_a_line_is_said_to_be_so(content: str) -> None:
    (result,) = read(content.encode())
    assert isinstance(result, Unread)
    assert "one page a line" in result.reason


def test_a_damaged_first_line_does_not_hide_the_rows_below(tmp_path: Path) -> None:
    damaged = b'erry is off."}\n'
    bad, good = read_file(tmp_path / "week.jsonl", damaged + lines({"id": "a", "text": FERRY}))
    assert isinstance(bad, Unread)
    assert (bad.name, good.name) == (f"{tmp_path / 'week.jsonl'}:1", "a")


def test_rows_in_another_encoding_are_refused_as_such() -> None:
    (result,) = read(lines({"id": "a", "text": FERRY}).decode().encode("utf-16"))
    assert isinstance(result, Unread)
    assert "UTF-8" in result.reason


@pytest.mark.parametrize("before", [0, 1])
def test_a_row_that_is_too_large_is_passed_over_without_being_held(before: int) -> None:
    settings = CaptureSettings(largest_bytes=1_000, piece_bytes=100)
    rows = [{"id": "a", "text": FERRY}] * before + [{"id": "long", "text": FERRY * 40}, {"id": "b", "text": MILL}]
    *_, large, last = read(lines(*rows), settings=settings)
    assert isinstance(large, Unread)
    assert (large.name, last.name) == (f"-:{before + 1}", "b")
    assert "too large" in large.reason


def prose(rows: int) -> bytes:
    """Give rows that pack badly, so that there is something to damage."""
    chance = random.Random(3)
    return lines(*[{"id": n, "text": f"{FERRY} Berth {chance.getrandbits(900)}."} for n in range(rows)])


def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes_and_that_is_said() -> None:
    packed = gzip.compress(prose(60))
    results = read(packed[: len(packed) // 2])
    names = [result.name for result in results if isinstance(result, Capture)]
    assert len(names) > 20
    assert names == [str(n) for n in range(len(names))]
    (told,) = unread(results)
    assert told.name == f"-:{len(names) + 1}"
    assert "breaks off" in told.reason


def test_a_damaged_archive_is_read_up_to_the_damage() -> None:
    packed = bytearray(gzip.compress(prose(60)))
    packed[len(packed) // 2 : len(packed) // 2 + 60] = b"\xff" * 60
    results = read(bytes(packed))
    assert len(results) > 20
    assert "damaged" in unread(results)[-1].reason


def test_the_last_row_before_a_bad_checksum_is_kept() -> None:
    packed = gzip.compress(lines({"id": "a", "text": FERRY}, {"id": "b", "text": MILL}).removesuffix(b"\n"))
    first, second, told = read(packed[:-8] + b"\x00" * 8)
    assert (first.name, second.name) == ("a", "b")
    assert isinstance(told, Unread)


def test_a_packed_page_that_breaks_off_is_read_and_that_is_noted() -> None:
    packed = gzip.compress((FERRY + MILL).encode())
    (capture,) = captures(read(packed[:-4]))
    assert (capture.text, len(capture.notes)) == (FERRY + MILL, 1)
    (result,) = read(packed[:8])
    assert isinstance(result, Unread)


def test_archives_written_one_behind_the_other_are_one() -> None:
    parts = [gzip.compress(lines({"id": name, "text": FERRY})) for name in "abc"]
    assert [capture.name for capture in captures(read(b"\x00\x00".join(parts), settings=CaptureSettings(piece_bytes=7)))] == ["a", "b", "c"]


def test_a_bomb_is_not_unpacked_to_its_end() -> None:
    settings = CaptureSettings(largest_bytes=100_000, piece_bytes=4_096)
    first, told = read(gzip.compress(lines({"id": "a", "text": FERRY}) + b" " * 40_000_000), settings=settings)
    assert first.name == "a"
    assert isinstance(told, Unread)
    assert "200 times" in told.reason


def test_a_folder_gives_its_rows_and_pages_and_says_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").write_bytes(lines({"text": FERRY}))
    (tmp_path / "2.jsonl.gz").write_bytes(gzip.compress(lines({"text": MILL})))
    (tmp_path / "3.txt.gz").write_bytes(gzip.compress(MILL.encode()))
    (tmp_path / "4.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (tmp_path / "5.parquet").write_bytes(b"PAR1")
    results = list(read_captures([str(tmp_path)], given=Given()))
    assert [result.name for result in results if isinstance(result, Capture)] == ["1.jsonl:1", "2.jsonl.gz:1", "3.txt.gz", "4.html.gz"]
    (table,) = unread(results)
    assert "damaged or truncated Parquet" in table.reason


@pytest.mark.parametrize("field", ["html", "text"])
def test_a_row_may_hold_its_page_as_markup(field: str) -> None:
    (capture,) = captures(read(lines({"id": "mill", field: HTML, "url": "https://kelda.example/mill"})))
    assert (capture.format, capture.text) == ("row", "The mill is to open again in May, its owner said.")
    assert capture.given.url == "https://kelda.example/mill"
    assert capture.markup is not None


def test_rows_are_read_one_at_a_time() -> None:
    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return lines({"text": FERRY}) * 4

    rows = read_captures(["-"], given=Given(), stdin=Endless())
    assert [next(rows).name for _ in range(9)][-1] == "stdin:9"
