from pathlib import Path

from onrecord.record.readers import Seen, find_seen, mark_seen
from onrecord.record.store import KeptRecord


def test_a_reader_is_known_by_what_they_saw_last_and_before(tmp_path: Path):
    with KeptRecord(tmp_path / "desk.db", make=True) as record:
        assert find_seen(record, "ada") == Seen()
        mark_seen(record, "ada", 4)
        mark_seen(record, "bo", 2)
        mark_seen(record, "ada", 9)
        assert (find_seen(record, "ada"), find_seen(record, "bo")) == (Seen(9, 4), Seen(2, 0))
