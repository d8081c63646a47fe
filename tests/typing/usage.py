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
