from dataclasses import replace

import pytest

from onrecord.model import Copy, Facts
from onrecord.story.changes import compare_captures
from onrecord.story.silent import find_silent
from tests.story.captures import read_article, read_pair, revision
from tests.story.test_changes import read_live

WIRE = Copy("2.txt", "1.txt", "syndication", 0.9, "Norda")


def told(one: Facts, two: Facts, copy: Copy | None = None) -> list[tuple[str, str]]:
    changes = compare_captures(one, two)
    return [(finding.kind, finding.text) for finding in find_silent([one, two], [copy or revision()], changes)]


def test_a_figure_altered_without_a_word_is_a_silent_edit():
    assert told(*read_article("At least 12 people drowned, the mayor said.", "At least 19 people drowned, the mayor said.")) == [
        ("silent_edit", "The Quay Gazette changed “At least 12 people drowned” to “At least 19 people drowned” without saying so.")
    ]


def test_words_given_to_another_speaker_are_told_as_such():
    assert told(
        *read_article("The crew slept through it, the minister, Tove Hald, said.", "The crew slept through it, an official said.")
    ) == [
        (
            "silent_edit",
            "The Quay Gazette gave words to another speaker without saying so: “the minister, Tove Hald, said” became “an official said”.",
        )
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            "The fuel may have reached the oyster beds.",
            "The fuel has reached the oyster beds.",
            "dropped a doubt: “The fuel may have reached the oyster beds” became “The fuel has reached the oyster beds”.",
        ),
        (
            "The union claimed that the radar was broken.",
            "The union said that the radar was broken.",
            "dropped a doubt: “The union claimed that the radar was broken” became “The union said that the radar was broken”.",
        ),
        (
            "The rudder had jammed, police said.",
            "The rudder had jammed.",
            "no longer tells who says so: “police said” is gone from “The rudder had jammed, police said”.",
        ),
    ],
)
def test_a_lost_doubt_is_a_finding(before: str, after: str, sentence: str):
    assert told(*read_article(before, after)) == [("hedge_lost", f"The Quay Gazette {sentence}")]


def test_a_doubt_that_came_is_a_silent_edit_and_no_loss():
    kinds = [
        kind for kind, _ in told(*read_article("The fuel has reached the beds at Varn.", "The fuel may have reached the beds at Varn."))
    ]
    assert kinds == ["silent_edit"]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier version said that 12 people had drowned.",
        "• This article was amended on 5 March 2025 to say that 19 people drowned.",
        "Update: the mayor now speaks of 19 people.",
    ],
)
def test_what_a_note_owns_to_is_not_silent(note: str):
    one, two = read_pair("At least 12 people drowned off Varn.\nTugs came.", f"At least 19 people drowned off Varn.\nTugs came.\n{note}")
    assert told(one, two) == []


def test_a_note_on_another_matter_or_that_stood_there_before_owns_to_nothing():
    note = "Correction: an earlier version gave the wrong year for the refit."
    one, two = read_pair(f"At least 12 people drowned off Varn.\n{note}", f"At least 19 people drowned off Varn.\n{note}")
    assert [kind for kind, _ in told(one, two)] == ["silent_edit"]


def test_a_new_figure_told_with_the_old_one_is_not_silent():
    assert told(*read_article("At least 12 people drowned off Varn.", "At least 19 people, not 12, drowned off Varn.")) == []


def test_the_same_figure_altered_in_two_places_is_one_finding_with_all_its_evidence():
    text = "About 12 people drowned off Varn.\nTugs came.\nThe mayor said about 12 people had been on deck."
    one, two = read_pair(text, text.replace("12", "19"))
    (finding,) = find_silent([one, two], [revision()], compare_captures(one, two))
    assert [evidence.capture for evidence in finding.evidence] == ["1.txt", "2.txt", "1.txt", "2.txt"]


def test_an_update_taken_out_without_notice_is_a_finding_but_the_oldest_one_falls_off():
    assert told(*read_live(("crew", "oil", "dawn"), ("crew", "dawn"))) == [
        ("silent_edit", "The Quay Gazette took out the entry “Oil on the beach” without notice.")
    ]
    assert told(*read_live(("crew", "oil", "dawn"), ("crew", "oil"))) == []


def test_a_reprint_that_drops_who_says_so_is_told_with_the_text_it_reprints():
    one, two = read_article("The rudder had jammed twice, police said.", "The rudder had jammed twice.")
    wire = replace(one, page=replace(one.page, outlet="Norda"))
    assert told(wire, two, WIRE) == [
        (
            "hedge_lost",
            "The Quay Gazette no longer tells who says so in the text of Norda: "
            "“police said” is gone from “The rudder had jammed twice, police said”.",
        )
    ]
