import time

import pytest

from onrecord.extract.acts import act_of, refusal_lead
from onrecord.model import Act
from tests.pages import statements_in


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said the dam was safe.", "assert"),
        ("The ministry confirmed that the ferry had sunk.", "confirm"),
        ("The ministry acknowledged that the ferry had sunk.", "confirm"),
        ("The ministry denied that the ferry had sunk.", "deny"),
        ("The ministry denied the report.", "deny"),
        ("The union rejected the offer.", "deny"),
        ("The ministry has not confirmed the sinking.", "neither"),
        ("The ministry would neither confirm nor deny the report.", "neither"),
        ("The mayor said she could not yet fully verify the tally.", "neither"),
        ("The attack had not been acknowledged by the army.", "neither"),
        ("The mayor declined to say when the bridge would open.", "decline"),
        ("The mayor would not say when the bridge would open.", "decline"),
        ("The mayor refused to comment on the sinking.", "decline"),
        ("The union accused the owners of cutting corners.", "accuse"),
        ("The union blamed the owners for the fire.", "accuse"),
        ("The union demanded that the owners pay for repairs.", "demand"),
        ("The mayor urged residents to leave.", "demand"),
        ("The union called on the owners to pay.", "demand"),
        ("“Please leave now,” the mayor said.", "demand"),
        ("The mayor vowed to rebuild the pier.", "promise"),
        ("The owners said they would pay for the repairs.", "promise"),
        ("The mayor warned that the dam could burst.", "warn"),
        ("The army threatened to sink the ferry.", "warn"),
        ("Forecasters predicted that the river would peak on Friday.", "predict"),
        ("Forecasters said the river was expected to peak on Friday.", "predict"),
        ("The mayor asked whether the dam would hold.", "ask"),
        ("Residents believe the dam was never repaired.", "believe"),
        ("“The dam is safe,” the mayor insisted, denying it had been neglected.", "deny"),
        ("Officials fear the dam will burst.", "believe"),
        pytest.param(
            "The union plans to strike on Monday.", "intend", marks=pytest.mark.xfail(strict=True, reason="No cue tells an intention.")
        ),
        pytest.param(
            "The mayor never said the dam was safe.",
            "deny",
            marks=pytest.mark.xfail(strict=True, reason="That somebody never said a thing is no refusal to speak."),
        ),
    ],
)
def test_what_is_done_with_the_words_is_told(text: str, act: Act) -> None:
    assert statements_in(text)[-1].act == act


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("it was a hoax", "deny"),
        ("there was no leak", "assert"),
        ("they would return", "promise"),
        ("the council would vote", "assert"),
        ("she declined to comment", "decline"),
        ("he was unable to confirm it", "neither"),
        ("the river is likely to peak", "predict"),
        ("it was not a lie", "assert"),
        ("it would take weeks", "assert"),
        ("it will rain", "assert"),
        ("they would have died", "assert"),
        ("he had been told that the bridge would open", "assert"),
        ("there were no survivors", "assert"),
    ],
)
def test_retold_words_decide_the_act_of_a_plain_cue(content: str, act: Act) -> None:
    assert act_of("assert", content) == act


@pytest.mark.parametrize("act", ["confirm", "deny", "warn", "accuse", "demand", "ask", "believe", "predict"])
def test_a_telling_cue_is_never_overruled_by_the_content(act: Act) -> None:
    assert act_of(act, "they would return, and could not verify it") == act


def test_words_in_quotation_marks_are_no_promise_of_the_retelling_kind() -> None:
    assert act_of("assert", "We will rain on their parade", direct=True) == "assert"


def test_a_negation_right_after_a_denial_denies_too() -> None:
    assert act_of("assert", "We never had a boat there", direct=True, denying=True) == "deny"
    assert act_of("assert", "We never had a boat there", direct=True) == "assert"


@pytest.mark.parametrize("content", ["it was safe", "she could confirm it", "", "neither of them left"])
def test_only_a_refusal_to_confirm_or_deny_is_left_out_of_the_content(content: str) -> None:
    assert refusal_lead(content) == 0


@pytest.mark.parametrize("piece", ["could not ", "neither confirm ", "can unable to ", "he ", "will ", "no ", " "])
def test_hostile_content_gets_its_act_in_time(piece: str) -> None:
    content = (piece * 20_000)[:20_000]
    start = time.process_time()
    act_of("assert", content)
    refusal_lead(content)
    assert time.process_time() - start < 2
