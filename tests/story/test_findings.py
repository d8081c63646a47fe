from dataclasses import replace

import pytest

from onrecord.model import Copy, Facts, Figure, Holder, Place, Repeat, Span, Statement, Sum
from onrecord.story.findings import find_findings
from tests.pages import find, numbered, page, said

COUNT = "The ministry of fisheries said 48 trawlers put out; 31 came back, 9 were towed in."


def counted(text: str, holder: str | None = "ministry of fisheries") -> Figure:
    giver = Holder(holder, None) if holder else None
    return Figure("f1", 0, find(text, "48"), "48", 48, None, "exact", "trawlers", "put out", None, None, None, giver)


def short(text: str = COUNT) -> Sum:
    return Sum(48, (31, 9), 8, "short_by", (find(text, "48"), find(text, "31"), find(text, "9 were")))


def facts(text: str, *statements: Statement, **more: object) -> Facts:
    name = str(more.pop("name", "page.txt"))
    known = {key: more.pop(key) for key in ("outlet", "origin") if key in more}
    return Facts(page(text, name=name, **known), statements=numbered(*statements), **more)  # type: ignore[arg-type]


def told(*captures: Facts, copies: tuple[Copy, ...] = ()) -> list[tuple[str, str]]:
    return [(finding.kind, finding.text) for finding in find_findings(captures, copies)]


def test_a_total_whose_parts_fall_short_is_reported_with_who_gave_it():
    found = find_findings([facts(COUNT, figures=(counted(COUNT),), sums=(short(),))])
    assert [finding.text for finding in found] == [
        "The ministry of fisheries: 48 trawlers (put out); 31 and 9 of them are accounted for, 8 are not."
    ]
    assert [evidence.span.of(COUNT) for evidence in found[0].evidence] == ["48", "31", "9 were"]


def test_parts_that_come_to_more_than_the_total_are_reported():
    over = Sum(2300, (1500, 900), -100, "over_by", (Span(0, 1), Span(2, 3), Span(4, 5)))
    assert told(facts(COUNT, sums=(over,))) == [("unaccounted", "The page: 2,300 in all; its parts, 1,500 and 900, come to 100 more.")]


@pytest.mark.parametrize("verdict", ["adds_up", "cannot_tell"])
def test_a_sum_that_adds_up_or_cannot_be_told_is_no_finding(verdict: str):
    assert told(facts(COUNT, sums=(replace(short(), verdict=verdict),))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words", "cue", "sentence"),
    [
        ("Vale Dairy denied any leak.", "any leak", "denied", "Vale Dairy denied any leak."),
        ("Vale Dairy has denied that milk was spilt.", "milk was spilt", "denied", "Vale Dairy denied that milk was spilt."),
        ("“No milk was spilt,” Vale Dairy said.", "No milk was spilt", "said", "Vale Dairy: “No milk was spilt”."),
        ("The leak was denied by Vale Dairy.", "The leak", "was denied", "Vale Dairy denied the leak."),
    ],
)
def test_a_denial_is_told_in_one_sentence(text: str, words: str, cue: str, sentence: str):
    denial = said(text, words, by="Vale Dairy", cue=cue, act="deny")
    assert told(facts(text, denial)) == [("denied", sentence)]


@pytest.mark.parametrize(
    ("text", "words", "cue", "kind", "sentence"),
    [
        (
            "Police would neither confirm nor deny an arrest.",
            "an arrest",
            "would neither confirm nor deny",
            "not_confirmed",
            "Police neither confirmed nor denied an arrest.",
        ),
        (
            "Police could not verify the claim.",
            "the claim",
            "could not verify",
            "not_confirmed",
            "Police could not verify the claim.",
        ),
        (
            "The raid has not been acknowledged by Police.",
            "The raid",
            "has not been acknowledged",
            "unacknowledged",
            "Police has not acknowledged the raid.",
        ),
        (
            "Police said they could neither confirm nor deny it.",
            "they could neither confirm nor deny it",
            "said",
            "not_confirmed",
            "Police: they could neither confirm nor deny it.",
        ),
    ],
)
def test_what_nobody_confirms_is_told_as_what_it_is(text: str, words: str, cue: str, kind: str, sentence: str):
    assert told(facts(text, said(text, words, by="Police", cue=cue, act="neither"))) == [(kind, sentence)]


def test_two_denials_of_one_speaker_in_a_row_are_one_finding_with_the_evidence_of_both():
    text = "Orla Finch denied any leak. “Not a drop,” Finch said."
    denials = [said(text, "any leak", by="Orla Finch", cue="denied", act="deny"), said(text, "Not a drop", by="Orla Finch", act="deny")]
    (finding,) = find_findings([facts(text, *denials)])
    assert len(finding.evidence) == 2


def test_a_denial_told_again_in_a_copy_is_one_finding_with_the_evidence_of_both():
    text = "Vale Dairy denied any leak."
    denial = said(text, "any leak", by="Vale Dairy", cue="denied", act="deny")
    again = replace(denial, speaker=None)
    repeat = Repeat(Span(0, len(text)), Place("one.txt", Span(0, len(text))), "revision")
    found = find_findings([facts(text, denial, name="one.txt"), facts(text, again, name="two.txt", repeats=(repeat,))])
    assert [(finding.kind, [evidence.capture for evidence in finding.evidence]) for finding in found] == [
        ("denied", ["one.txt", "two.txt"]),
        ("repeats", ["two.txt"]),
    ]


def test_two_denials_of_other_matters_are_two_findings():
    text = "Vale Dairy denied any leak. Elsewhere, Vale Dairy denied cruelty to calves."
    one = said(text, "any leak", by="Vale Dairy", cue="denied", act="deny")
    two = replace(said(text, "cruelty to calves", by="Vale Dairy", cue="denied", act="deny"), entry=1)
    assert len(told(facts(text, one, two))) == 2


def test_a_reprint_is_told_as_no_second_source_with_the_words_of_its_credit():
    text = "A bus fell into the Orne canal on Monday.\nThis report was first published by Northwire."
    copy = Copy("two.txt", "one.txt", "syndication", 0.93, "Northwire")
    (finding,) = find_findings([facts(text, name="two.txt", outlet="Ledger", origin="Northwire")], [copy])
    assert finding.text == "Ledger carries the text of Northwire (93% of the words of the shorter page): the two are one source."
    assert [evidence.span.of(text) for evidence in finding.evidence] == ["Northwire"]


def test_a_page_that_names_its_origin_is_told_though_the_origin_was_not_read():
    text = "A bus fell into the Orne canal on Monday, Northwire reported."
    assert told(facts(text, outlet="Ledger", origin="Northwire")) == [
        ("syndicated", "Ledger carries a text of Northwire: the two are one source.")
    ]


def test_the_most_telling_finding_comes_first():
    text = f"Vale Dairy denied any leak. {COUNT}"
    denial = said(text, "any leak", by="Vale Dairy", cue="denied", act="deny")
    repeat = Repeat(Span(0, 5), Place("page.txt", Span(9, 14)), "within")
    assert [kind for kind, _ in told(facts(text, denial, sums=(short(text),), repeats=(repeat,), origin="Northwire"))] == [
        "unaccounted",
        "denied",
        "syndicated",
        "repeats",
    ]


def test_a_long_denial_is_cut_at_a_word():
    words = "the pumps had been " + "switched off and on again " * 20
    text = f"Vale Dairy denied that {words}".strip() + "."
    denial = said(text, words.strip(), by="Vale Dairy", cue="denied", act="deny")
    ((_, sentence),) = told(facts(text, denial))
    assert len(sentence) < 220
    assert sentence.endswith(" ….")


def test_a_proposal_is_rejected_rather_than_denied():
    text = "The offer was rejected by Vale Dairy."
    assert told(facts(text, said(text, "The offer", by="Vale Dairy", cue="was rejected", act="deny"))) == [
        ("denied", "Vale Dairy rejected the offer.")
    ]


def test_the_verb_between_cue_and_content_is_not_told_twice():
    text = "Orla Finch said she could neither confirm nor deny that milk was spilt."
    claim = said(text, "milk was spilt", by="Orla Finch", cue="said", act="neither")
    assert told(facts(text, claim)) == [("not_confirmed", "Orla Finch neither confirmed nor denied that milk was spilt.")]


def test_words_that_are_themselves_the_denial_are_not_said_to_be_denied():
    text = "The dairy repeated that there had been no leak."
    denial = said(text, "there had been no leak", by="The dairy", cue="repeated", act="deny")
    assert told(facts(text, denial)) == [("denied", "The dairy: there had been no leak.")]
