"""The words of the trade: every value that the record may hold is explained, each word once, in whole sentences."""

from typing import Any, get_args

import pytest

from onrecord import model
from onrecord.terms import TERMS, explain, render_glossary


@pytest.mark.parametrize(
    ("group", "values"),
    [
        ("`role`", model.Role),
        ("`basis`", model.Basis),
        ("`how` (a speaker is named)", model.How),
        ("`quoted`", model.Quoted),
        ("`act`", model.Act),
        ("`bound`", model.Bound),
        ("`verdict`", model.Verdict),
        ("`type` (of a time)", model.TimeType),
        ("`anchor`", model.Anchor),
        ("`type` (of an actor)", model.ActorType),
        ("`kind` (of a repeat)", model.RepeatKind),
        ("`kind` (of a copy)", model.CopyKind),
    ],
)
def test_every_value_of_a_field_is_explained_in_the_order_of_the_model(group: str, values: Any) -> None:
    assert [term.name for term in TERMS if term.group == group] == list(get_args(values))


def test_the_words_between_the_stages_are_explained() -> None:
    words = [
        "capture",
        "entry",
        "span",
        "statement",
        "speaker",
        "cue",
        "via",
        "figure",
        "holder",
        "sum",
        "timex",
        "repeat",
        "copy",
        "finding",
    ]
    assert [word for word in words if explain(word) is None] == []


def test_a_word_is_found_however_it_is_written() -> None:
    assert explain(" Cannot tell ") == explain("cannot_tell") == explain("CANNOT_TELL")
    assert explain("cannot tell") is not None


def test_a_word_with_two_uses_gets_a_line_for_each() -> None:
    meanings = (explain("revision") or "").splitlines()
    assert [line.split(":")[0] for line in meanings] == ["Pages", "`kind` (of a repeat)", "`kind` (of a copy)"]


def test_a_word_that_is_both_a_term_and_a_role_with_one_meaning_gets_one_line() -> None:
    assert explain("housekeeping") == "A live blog talking of itself: who is writing, what comes next, that it is closing."


@pytest.mark.parametrize("word", ["", "scoop", "state ment"])
def test_a_word_that_is_not_ours_is_not_explained(word: str) -> None:
    assert explain(word) is None


def test_every_meaning_is_made_of_whole_sentences() -> None:
    assert [term.name for term in TERMS if not term.meaning[0].isupper() and not term.meaning.startswith("onrecord")] == []
    assert [term.name for term in TERMS if not term.meaning.endswith((".", ".)"))] == []


def test_the_glossary_holds_every_term() -> None:
    glossary = render_glossary()
    assert [term for term in TERMS if term.meaning not in glossary] == []
