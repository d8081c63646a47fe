"""A fault of onrecord's own on one page."""

from pathlib import Path

import pytest

from onrecord.model import Page
from onrecord.pipeline import Taken, find_in, read
from onrecord.serve.guarded import find_guarded

PAGE = "Bridge at Tolm shut\n\nThe bridge at Tolm was shut on Friday, the mayor, Ilse Tarn, said.\n"


def stumble_over_the_second(page: Page) -> Taken:
    if page.capture.name.startswith("2"):
        raise ValueError("a case nobody thought of")
    return find_in(page)


def test_a_page_that_onrecord_fails_on_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    record = read([str(tmp_path)], find=lambda capture: find_guarded(capture, stumble_over_the_second))
    assert [facts.page.capture.name for facts in record.captures] == ["1.txt", "3.txt"]
    (unread,) = record.unread
    assert unread.name == "2.txt"
    assert "ValueError: a case nobody thought of" in unread.reason


def test_a_person_who_stops_the_run_is_heard(tmp_path: Path) -> None:
    def stop(page: Page) -> Taken:
        raise KeyboardInterrupt

    (tmp_path / "1.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        read([str(tmp_path)], find=lambda capture: find_guarded(capture, stop))


def test_of_a_page_whose_facts_take_too_long_the_text_and_entries_are_told(tmp_path: Path) -> None:
    def stall(page: Page) -> Taken:
        while page.capture.name.startswith("2"):
            pass
        return find_in(page)

    for name in ("1.txt", "2.txt", "3.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    record = read([str(tmp_path)], find=lambda capture: find_guarded(capture, stall, spent=1.5))
    first, second, third = record.captures
    assert record.unread == ()
    assert all((first.statements, third.statements, second.page.entries))
    assert second.statements == ()
    assert "more than 2 seconds" in second.page.capture.notes[0]
