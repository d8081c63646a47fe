"""What a user of the public names writes: type-checked by `make check`, never run."""

from typing import assert_type

import onrecord


def brief_of_a_saved_page() -> str:
    record = onrecord.read(["saved/harbour-live.txt"], given=onrecord.Given(published="2024-05-31"))
    assert_type(record, onrecord.Record)
    return onrecord.render_brief(record, width=80, colour=False)


def words_of_every_speaker(record: onrecord.Record) -> list[str]:
    return [said.speaker.text for page in record.captures for said in page.statements if said.speaker is not None]


def what_a_word_means() -> str:
    return onrecord.explain("outlet") or ""


def what_went_wrong(error: onrecord.OnrecordError) -> tuple[str, str, str]:
    return error.where, error.what, error.remedy


def claims_that_moved_today(path: str) -> list[str]:
    with onrecord.open_record(path) as desk:
        assert_type(desk, onrecord.RecordFile)
        desk.add(["saved"], given=onrecord.Given(outlet="Orvik Herald"))
        record = desk.recall()
    onrecord.export(record, "html", "today.html")
    return [claim.text for claim in record.claims if claim.history[-1].when == "2024-05-31"]


def lines_where_something_was_denied(desk: onrecord.RecordFile) -> list[tuple[str, int]]:
    return [(hit.page, hit.line) for hit in desk.search("bridge", act="deny", since="2024-05-31")]


def what_was_exported_before() -> onrecord.Record:
    return onrecord.load("today.json")
