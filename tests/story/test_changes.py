from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Copy, Excerpt, Facts, Role
from onrecord.settings import ChangeSettings
from onrecord.story.changes import choose_pairs, compare_captures, find_changes
from tests.story.captures import changed, read_article, read_pair, revision, tell

ENTRIES = {
    "tide": "Tugs wait for the tide\nTwo tugs from Brel are waiting for the tide, the harbour office said.",
    "crew": "Crew ashore\nThe crew came ashore at noon and were given soup in the school.",
    "oil": "Oil on the beach\nOil has reached the beach at Varn, a walker told the Gazette.",
    "fog": "Fog lifts\nThe fog lifted shortly before eleven and the helicopter went home.",
    "dawn": "Good morning\nA ferry is aground off Ostrel Point and the first boats are out.",
}
HOURS = {"tide": "15:00", "crew": "14:00", "oil": "13:00", "fog": "12:00", "dawn": "07:00"}


def live(*entries: str, **reworded: str) -> str:
    return "\n\n".join(reworded.get(name, ENTRIES[name]) for name in entries)


def read_live(before: tuple[str, ...], after: tuple[str, ...], **reworded: str) -> tuple[Facts, Facts]:
    pair = read_pair(live(*before), live(*after, **reworded))
    return _stamp(pair[0], before), _stamp(pair[1], after)


def _stamp(facts: Facts, names: tuple[str, ...]) -> Facts:
    """Give each entry its hour and its first line as its heading."""
    entries = tuple(replace(entry, posted=f"2025-03-04T{HOURS[name]}Z") for entry, name in zip(facts.page.entries, names, strict=True))
    firsts = {min(block.span for block in facts.page.blocks if block.entry == entry.id) for entry in entries}
    blocks = tuple(replace(block, role="heading") if block.span in firsts else block for block in facts.page.blocks)
    return replace(facts, page=replace(facts.page, entries=entries, blocks=blocks))


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("figure", "At least 12 people were taken to hospital.", "At least 19 people were taken to hospital."),
        ("figure", "Twelve people were taken to hospital.", "Nineteen people were taken to hospital."),
        ("figure", "At least 40 passengers were still on board.", "Forty passengers were still on board."),
        ("figure", "Several passengers were still on board at noon.", "Six passengers were still on board at noon."),
        ("figure", "A man was found in the water near the rocks.", "Two men were found in the water near the rocks."),
        ("figure", "Captain Ivo Marn, 54, was breathalysed on the quay.", "Captain Ivo Marn, 45, was breathalysed on the quay."),
        ("figure", "Nine people were injured when the lifeboat capsized.", "Nine people were killed when the lifeboat capsized."),
        ("figure", "It was the third accident on the line this year.", "It was the fourth accident on the line this year."),
        ("figure", "The repair will cost 2.5 million euros, it said.", "The repair will cost 2.5 billion euros, it said."),
        ("time", "The hull will be lifted on Wednesday, the firm said.", "The hull will be lifted on Thursday, the firm said."),
        ("time", "The alarm was raised at 5.40am, the harbour office said.", "The alarm was raised at 6.10am, the harbour office said."),
        ("speaker", "The captain was asleep, the minister, Tove Hald, said.", "The captain was asleep, an official said."),
        ("speaker", "According to the harbour police, nobody steered.", "According to passengers, nobody steered."),
        ("speaker", "Lena Orm, the union’s lawyer, said nobody steered.", "Lars Orm, the union’s lawyer, said nobody steered."),
        ("hedge", "The captain had allegedly been drinking that night.", "The captain had been drinking that night."),
        ("hedge", "The ferry struck a reef in thick fog.", "The ferry reportedly struck a reef in thick fog."),
        ("hedge", "The crew is thought to have ignored two warnings.", "The crew ignored two warnings."),
        ("hedge", "Police looked into suspected sabotage of the rudder.", "Police looked into sabotage of the rudder."),
        ("hedge", "The fuel may have reached the oyster beds.", "The fuel has reached the oyster beds."),
        ("hedge", "The rudder had jammed twice that week, the ministry said.", "The rudder had jammed twice that week."),
        ("hedge", "Six people drowned, police said.", "Six people drowned."),
        ("cue", "The union claimed that the radar was broken.", "The union said that the radar was broken."),
        ("cue", "The firm said that the radar was broken.", "The firm admitted that the radar was broken."),
        ("cue", "The firm acknowledged that the radar was broken.", "The firm confirmed that the radar was broken."),
        ("cue", "The union warned that more ferries would sink.", "The union said that more ferries would sink."),
        ("speaker", "The radar was broken, a source close to the firm said.", "The radar was broken, the firm said."),
        ("quote", "“We saw the rocks and nobody shouted,” Ela Prin said.", "“We saw the rocks and everybody shouted,” Ela Prin said."),
        ("quote", "Brask spoke of “utter contempt” for the island.", "Brask spoke of “contempt” for the island."),
    ],
)
def test_a_fact_that_was_altered_is_named_by_what_it_is(what: str, before: str, after: str):
    assert changed(before, after) == [("altered", what)]
    assert changed(after, before) == [("altered", what)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ferry was carrying cars and lorries to Brel.", "The ferry was carrying cars and trucks to Brel."),
        ("The wreck lies 12 miles from the port of Ostrel.", "The wreck lies 19 kilometres from the port of Ostrel."),
        ("The repair cost $4m in an earlier case.", "The repair cost £3m in an earlier case."),
        ("About 40 passengers were still on board.", "Around 40 passengers were still on board."),
        ("The hull will be lifted on Wednesday, the firm said.", "The hull will be lifted on 5 March, the firm said."),
        ("The hull was lifted today, the firm said.", "The hull was lifted yesterday, the firm said."),
        ("Minister Tove Hald said the ferry would be scrapped.", "Hald said the ferry would be scrapped."),
        ("He said the harbour would stay closed.", "Brask said the harbour would stay closed."),
        ("The union said that the radar was broken.", "The union added that the radar was broken."),
        ("The fuel may have reached the oyster beds.", "The fuel might have reached the oyster beds."),
        ("The ferry may reach the port by night, the firm said.", "The ferry could reach the port by night, the firm said."),
        ("The mayor said that the harbour would stay closed.", "Brask said that the harbour would stay closed."),
        ("One man was treated on the quay for burns.", "A man was treated on the quay for burns."),
        ("The ferry hit the rocks at 6 a.m. local time.", "The ferry hit the rocks at 0500 GMT."),
        ("It is carrying 40 tonnes of fuel, the firm said.", "It carries 40 tonnes of fuel, the firm said."),
    ],
)
def test_other_words_for_the_same_fact_are_a_change_of_the_text(before: str, after: str):
    assert changed(before, after) == [("altered", "text")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The rescuers recieved no call before six.", "The rescuers received no call before six."),
        ("The centre organised the rescue in the harbour.", "The center organized the rescue in the harbor."),
        ('"We saw the rocks", said Ela Prin.', "“We saw the rocks,” said Ela Prin."),
        ("Twelve people and 30 per cent of the fuel are ashore.", "12 people and 30% of the fuel are ashore."),
        ("The union says that the radar was broken.", "The union said that the radar was broken."),
        ("BREL, March 4 (Norda) - The ferry had been late.", "BREL - The ferry had been late."),
        ("Last updated at 11:05", "Last updated at 17:40"),
    ],
)
def test_spelling_marks_datelines_and_stamps_are_no_change(before: str, after: str):
    assert changed(before, after) == []


def test_two_facts_altered_in_one_sentence_are_two_changes_of_the_same_words():
    found = compare_captures(
        *read_article("About 40 people may have drowned, the mayor said.", "About 60 people drowned, the mayor said."),
    )
    assert [(change.what, change.before and change.before.text) for change in found] == [
        ("figure", "About 40 people may have drowned, the mayor said."),
        ("hedge", "About 40 people may have drowned, the mayor said."),
    ]


def test_of_a_long_sentence_the_clause_is_given():
    before = "The ferry sank, she said, within 12 minutes of it, and fast."
    (change,) = compare_captures(*read_article(before, before.replace("12", "22")), ChangeSettings(longest_context=5))
    assert change.after is not None
    assert change.after.text == "within 22 minutes of it"


def test_a_paragraph_that_was_taken_out_and_a_sentence_that_was_added_are_told_with_their_words():
    one, two = read_pair(
        "The ferry ran aground at dawn.\nThe captain told nobody. He went below.\nTugs came.",
        "The ferry ran aground at dawn. Divers went down at noon.\nTugs came.",
    )
    found = [
        (change.kind, change.before.text if change.before else "", change.after.text if change.after else "")
        for change in compare_captures(one, two)
    ]
    assert found == [("added", "", "Divers went down at noon."), ("removed", "The captain told nobody. He went below.", "")]


def test_a_paragraph_that_was_moved_is_no_change():
    one, two = read_pair(
        "Tugs came at noon.\nThe captain went below.\nThe fog lifted.", "The fog lifted.\nTugs came at noon.\nThe captain went below."
    )
    assert compare_captures(one, two) == ()


def test_a_sentence_written_anew_is_taken_out_and_added():
    assert changed("The ferry ran aground in fog before dawn.", "Divers searched cabins below for a stowaway.") == [
        ("added", "text"),
        ("removed", "text"),
    ]


def test_a_new_headline_is_a_change_of_the_title():
    one, two = read_pair("Ferry aground off Ostrel\nThe fog lifted.", "Divers find no leak in stranded hull\nThe fog lifted.", title="yes")
    assert [tell(change) for change in compare_captures(one, two)] == [("altered", "title")]


def test_a_figure_altered_in_a_headline_is_a_change_of_the_figure():
    one, two = read_pair("Ferry aground off Ostrel with 40 on board\nFog.", "Ferry aground off Ostrel with 60 on board\nFog.", title="yes")
    assert [tell(change) for change in compare_captures(one, two)] == [("altered", "figure")]


def test_a_headline_taken_from_another_line_in_one_capture_is_found_beside_it():
    text = "Ferry aground with 40 on board\nThe harbour is closed and tugs are on their way from Brel\nThe fog lifted."
    one, two = read_pair(text, text.replace("40", "60"), title="yes")
    below = one.page.blocks[1].span
    misread = replace(one, page=replace(one.page, title=Excerpt(below.of(text), below)))
    assert [tell(change) for change in compare_captures(misread, two)] == [("altered", "figure")]


def test_updates_that_came_and_went_are_told_whole():
    found = compare_captures(*read_live(("crew", "oil", "dawn"), ("tide", "crew", "dawn")))
    assert [(change.kind, change.what) for change in found] == [("added", "entry"), ("removed", "entry")]
    assert found[0].after is not None
    assert found[0].after.text == ENTRIES["tide"]


def test_an_update_altered_under_its_heading_is_one_update_at_two_times():
    found = compare_captures(*read_live(("crew", "dawn"), ("tide", "crew", "dawn"), crew=ENTRIES["crew"].replace("noon", "one o’clock")))
    assert [tell(change) for change in found] == [("altered", "time"), ("added", "entry")]


def test_the_oldest_updates_of_a_long_live_blog_fall_off_and_are_not_taken_out():
    assert [tell(change) for change in compare_captures(*read_live(("crew", "oil", "fog", "dawn"), ("tide", "crew")))] == [
        ("added", "entry")
    ]


def test_each_capture_is_compared_with_the_one_before_it():
    copies = [
        Copy(late, early, "revision", 0.9, None) for early, late in (("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("a", "d"), ("b", "d"))
    ]
    assert choose_pairs(["a", "b", "c", "d"], copies) == (("a", "b"), ("b", "c"), ("c", "d"))


def test_a_reprint_is_compared_with_the_text_it_is_likest_to():
    copies = [Copy("paper", "wire-1", "syndication", 0.7, "Norda"), Copy("paper", "wire-2", "syndication", 0.9, "Norda")]
    assert choose_pairs(["wire-1", "wire-2", "paper"], copies) == (("wire-2", "paper"),)


def test_captures_of_the_same_words_are_not_compared():
    one, two = read_article("Tugs came at noon.", "Tugs came at noon.")
    assert find_changes([one, two], [replace(revision(), kind="same")]) == ()


SENTENCES = st.sampled_from(
    [
        "At least 12 people were taken to hospital, the mayor said.",
        "At least 19 people were taken to hospital, the mayor said.",
        "The fuel may have reached the oyster beds.",
        "The fuel has reached the oyster beds.",
        "“We saw the rocks,” said Ela Prin.",
        "“We heard the rocks,” said Ela Prin.",
        "Tugs came at noon.",
        "BREL, March 4 (Norda) - Tugs came at noon.",
        "He said no.",
        "The union claimed on Tuesday that the radar was broken.",
        "The firm confirmed on Monday that the radar was broken.",
    ]
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), min_size=1, max_size=4).map(
    lambda entries: "\n\n".join("\n".join(entry) for entry in entries)
)


@given(TEXTS)
@settings(max_examples=25, deadline=None)
def test_a_capture_has_not_changed_from_itself(text: str):
    assert compare_captures(*read_pair(text, text)) == ()


@given(TEXTS, TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_span_cuts_its_words_and_looking_back_mirrors_what_came_and_went(before: str, after: str):
    one, two = read_pair(before, after)
    there, back = compare_captures(one, two), compare_captures(two, one)
    for change in there:
        for side, facts in ((change.before, one), (change.after, two)):
            assert side is None or side.span.of(facts.page.capture.text) == side.text
    assert {change.after for change in there if change.kind == "added"} == {change.before for change in back if change.kind == "removed"}
    assert {change.before for change in there if change.kind == "removed"} == {change.after for change in back if change.kind == "added"}


def test_a_figure_altered_in_the_line_below_the_headline_is_seen_whatever_that_line_was_taken_for():
    text = "Ferry aground\nAbout 40 people wait for boats as tugs come in from Brel\nThe fog lifted."
    one, two = (
        replace(
            facts,
            page=replace(facts.page, blocks=tuple(replace(block, role=role) for block, role in zip(facts.page.blocks, ROLES, strict=True))),
        )
        for facts in read_pair(text, text.replace("40", "60"), title="yes")
    )
    assert [tell(change) for change in compare_captures(one, two)] == [("altered", "figure")]


ROLES: tuple[Role, ...] = ("title", "furniture", "body")
