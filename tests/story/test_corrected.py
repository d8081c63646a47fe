"""What people have said of claims is laid over what was found, and contradictions among them are seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Capture, CorrectedItem, Correction, CorrectionKind, Given, Record, Span
from onrecord.pipeline import find_facts, join
from onrecord.record.amending import locate
from onrecord.story.corrected import find_contrary, hold_pairs
from onrecord.story.sayings import find_tellings

WORDS = {
    "1.txt": "Villagers said soldiers had shelled the bridge at Torvik on Monday.",
    "2.txt": "The transport ministry said a train had left the rails near Ostby.",
    "3.txt": "Villagers said soldiers had shelled the bridge at Torvik on Monday.",
    "4.txt": "The army denied that its soldiers had shelled the bridge at Torvik.",
}


def item(name: str) -> CorrectedItem:
    """Name what the only statement of a page says."""
    text = WORDS[name]
    words = text.split(" said ")[-1].split(" denied that ")[-1].rstrip(".")
    start = len("A page\n\n") + text.index(words)
    return CorrectedItem(f"sha256:{name}", name, "statement", None, (Span(start, start + len(words)),), words)


def pair(number: int, kind: CorrectionKind, one: str, two: str, *, undone: str | None = None) -> Correction:
    return Correction(number, kind, (item(one), item(two)), None, None, "edda", "2031-05-05T09:00:00Z", undone=undone)


def known(*corrections: Correction) -> Record:
    """Read the pages into a record that is so corrected."""
    told = Given(published="2031-05-03", title="A page")
    taken = [find_facts(Capture(f"sha256:{name}", name, "text", f"A page\n\n{text}\n", told)) for name, text in WORDS.items()]
    return join(taken, corrections=corrections)


def pages(record: Record) -> list[set[str]]:
    """Give the pages of each claim."""
    return [{member.capture for member in claim.members} for claim in record.claims]


def test_without_corrections_the_denial_and_both_reports_of_the_shelling_are_one_claim():
    assert pages(known()) == [{"1.txt", "3.txt", "4.txt"}]


def test_what_a_person_says_is_one_claim_becomes_one():
    record = known(pair(1, "same", "2.txt", "4.txt"))
    assert pages(record) == [{"1.txt", "2.txt", "3.txt", "4.txt"}]
    assert [one.items[1].id for one in record.corrections] == ["p4.s1"]


def test_what_leaves_a_claim_takes_along_what_repeats_it_word_for_word():
    assert {"4.txt"} in pages(known(pair(1, "apart", "1.txt", "4.txt")))
    assert {"1.txt", "3.txt"} in pages(known(pair(1, "apart", "4.txt", "1.txt")))


def test_what_is_the_same_leaves_together_and_stays_together():
    assert pages(known(pair(1, "same", "4.txt", "3.txt"), pair(2, "apart", "4.txt", "1.txt"))) == [{"3.txt", "4.txt"}]
    assert pages(known(pair(1, "same", "1.txt", "2.txt"), pair(2, "apart", "4.txt", "1.txt")))[0] == {"1.txt", "2.txt", "3.txt"}


def test_a_correction_of_a_page_that_is_not_there_waits():
    absent = item("2.txt")
    gone = Correction(1, "same", (item("1.txt"), CorrectedItem("sha256:9", "9.txt", "statement", None, absent.spans, absent.text)), *PLAIN)
    record = known(gone)
    assert (pages(record), record.corrections) == ([{"1.txt", "3.txt", "4.txt"}], ())


PLAIN = (None, None, "edda", "2031-05-05T09:00:00Z")


@pytest.mark.parametrize(
    ("before", "new", "against"),
    [
        ([], pair(9, "apart", "1.txt", "2.txt"), ()),
        ([pair(1, "same", "1.txt", "2.txt")], pair(9, "apart", "2.txt", "1.txt"), (1,)),
        ([pair(1, "same", "1.txt", "2.txt"), pair(2, "same", "2.txt", "3.txt")], pair(9, "apart", "3.txt", "1.txt"), (1, 2)),
        ([pair(1, "same", "1.txt", "2.txt"), pair(2, "apart", "2.txt", "3.txt")], pair(9, "same", "3.txt", "1.txt"), (2,)),
        ([pair(1, "same", "1.txt", "2.txt", undone="2031-05-06T09:00:00Z")], pair(9, "apart", "2.txt", "1.txt"), ()),
        ([pair(1, "apart", "1.txt", "2.txt")], pair(9, "same", "3.txt", "1.txt"), ()),
    ],
)
def test_what_is_contrary_to_earlier_corrections_is_named(before: list[Correction], new: Correction, against: tuple[int, ...]):
    assert find_contrary(before, new) == against


CAPTURES = known().captures
TELLINGS = [telling for at, facts in enumerate(CAPTURES) for telling in find_tellings(facts, at)]
NAMES = st.sampled_from(sorted(WORDS))


@given(
    st.lists(st.tuples(st.sampled_from(["same", "apart"]), NAMES, NAMES), max_size=8), st.lists(st.integers(0, 2), min_size=20, max_size=20)
)
def test_whatever_is_said_without_contradiction_holds_and_nothing_is_lost(said: list[tuple[CorrectionKind, str, str]], parts: list[int]):
    corrections: list[Correction] = []
    for number, (kind, one, two) in enumerate(said, start=1):
        new = pair(number, kind, one, two)
        if one != two and not find_contrary(corrections, new):
            corrections.append(new)
    groups = [[one for one, part in zip(TELLINGS, parts, strict=False) if part == number] for number in range(3)]
    held = hold_pairs(groups, locate(CAPTURES, corrections))
    assert sorted(map(str, TELLINGS)) == sorted(str(one) for group in held for one in group)
    at = {telling.capture: number for number, group in enumerate(held) for telling in group if telling.statement}
    for one in corrections:
        first, second = (at[item.name] for item in one.items)
        assert (first == second) is (one.kind == "same")
