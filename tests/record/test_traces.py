"""What was found of pages is kept as long as it is asked for."""

from pathlib import Path

from onrecord.record.store import KeptRecord
from onrecord.record.traces import KeptTraces


def test_what_was_found_is_found_again_until_a_laying_asks_for_it_no_more(tmp_path: Path):
    with KeptRecord(tmp_path / "desk.db", make=True) as record:
        first = KeptTraces(record, way=1)
        assert [first.find(name) for name in ("dam", "ferry")] == [None, None]
        first.keep("dam", "[1]")
        first.keep("ferry", "[2]")
        first.write()
        second = KeptTraces(record, way=1)
        assert second.find("ferry") == "[2]"
        second.write()
        third = KeptTraces(record, way=1)
        assert [third.find(name) for name in ("dam", "ferry")] == [None, "[2]"]


def test_what_was_found_in_another_way_is_found_anew(tmp_path: Path):
    with KeptRecord(tmp_path / "desk.db", make=True) as record:
        for way, known in ((1, None), (2, None), (2, "[2]")):
            traces = KeptTraces(record, way)
            assert traces.find("dam") == known
            traces.keep("dam", f"[{way}]")
            traces.write()
