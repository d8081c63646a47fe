import json
from io import BytesIO
from pathlib import Path

from onrecord.capture.gauge import Gauge
from onrecord.capture.reader import read_captures
from onrecord.model import Given

NOTICE = "The quay at Hamre is shut until Friday, harbour master Olga Brandt said.\n"


def shares(gauge: Gauge, *paths: str, stdin: BytesIO | None = None) -> list[float | None]:
    """Give what the gauge says after each capture."""
    return [gauge.share for _ in read_captures(paths, given=Given(), stdin=stdin, gauge=gauge)]


def test_the_share_of_files_read_rises_to_all_of_them(tmp_path: Path):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(NOTICE + f"It is notice {number}.\n", encoding="utf-8")
    assert shares(Gauge(), str(tmp_path)) == [0.25, 0.5, 0.75, 1.0]


def test_within_a_file_of_many_rows_the_share_rises(tmp_path: Path):
    rows = (json.dumps({"id": f"row {number}", "text": NOTICE * 2_000}) for number in range(30))
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    told = [share for share in shares(Gauge(), str(tmp_path / "rows.jsonl")) if share is not None]
    assert told == sorted(told)
    assert told[0] < 0.5 < told[-1]


def test_what_comes_as_a_stream_has_no_share():
    assert shares(Gauge(), "-", stdin=BytesIO(NOTICE.encode())) == [None]
