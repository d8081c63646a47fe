import pytest

from onrecord.serve.brief import render_brief
from tests.story.records import record

SHELLING = ("3", "Villagers said soldiers had shelled the bridge at Torvik on Monday.")


def test_the_brief_tells_how_a_claim_stands_and_who_is_behind_it():
    brief = render_brief(record(SHELLING, ("4", "The defence ministry denied that its soldiers had shelled the bridge.")), width=120)
    assert "denied: soldiers had shelled the bridge at Torvik on Monday – Villagers; denied by defence ministry ([2] L3, [1] L3)" in brief


def test_the_brief_tells_figures_over_time():
    first = ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake.")
    brief = render_brief(record(first, ("4", "The governor, Ana Ruel, said 19 people had been killed in the quake.")), width=120)
    assert "people killed: at least 12 (Ana Ruel, 3 May 2031); 19 (Ana Ruel, 4 May 2031)" in brief


def test_one_page_alone_has_no_list_of_claims():
    assert "CLAIMS" not in render_brief(record(SHELLING))


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("The ministry neither confirmed nor denied the report.", "neither confirmed nor denied by ministry"),
        ("The Herald could not verify the report.", "not verified by Herald"),
        ("The report has not been acknowledged by the ministry.", "not acknowledged by ministry"),
    ],
)
def test_who_leaves_a_claim_open_is_told_in_the_way_he_did(answer: str, told: str):
    brief = render_brief(
        record(("3", f"Radio Sund reported that a judge had ordered the quarry closed. {answer}"), ("4", "It rained.")), width=160
    )
    assert told in brief


def test_an_empty_line_parts_the_claims_from_the_figures():
    first = ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake.")
    brief = render_brief(record(first, ("4", "The governor, Ana Ruel, said 19 people had been killed in the quake.")))
    assert "\n\nFIGURES OVER TIME\n" in brief
