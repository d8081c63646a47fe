"""Facts of lines that turned out to be furniture."""

from dataclasses import replace

from onrecord.model import Facts
from onrecord.record.dropping import without_dropped
from tests.pages import numbered, page, said

TEXT = "Join us, editor Ida Rell said.\nThe lock is shut, keeper Bo Tarn said."


def test_what_rests_on_a_dropped_line_goes_with_it() -> None:
    before = page(TEXT)
    facts = Facts(
        before, numbered(said(TEXT, "Join us", by="Ida Rell", cue="said"), said(TEXT, "The lock is shut", by="Bo Tarn", cue="said"))
    )
    now = replace(before, blocks=(replace(before.blocks[0], role="furniture", reason="recurs"), before.blocks[1]))
    left = without_dropped(facts, now)
    assert [statement.content.text for statement in left.statements] == ["The lock is shut"]
    assert left.page is now
