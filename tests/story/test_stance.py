"""What a headline says to a claim."""

import pytest

from onrecord.story.stance import STANCES, find_stance

CLAIM = "The mayor of Ostrell sold the town’s lighthouse"


@pytest.mark.parametrize(
    "headline",
    [
        "No, the mayor of Ostrell did not sell the lighthouse",
        "Mayor of Ostrell denies selling town’s lighthouse",
        "Ostrell lighthouse sale is a hoax",
        "Report of Ostrell lighthouse sale is false, council says",
    ],
)
def test_denials_and_hoaxes_are_against(headline: str) -> None:
    assert find_stance(CLAIM, headline) == "against"


@pytest.mark.parametrize(
    "headline",
    [
        "Mayor of Ostrell reportedly sold town’s lighthouse",
        "Did the mayor of Ostrell sell the lighthouse?",
        "Ostrell mayor may have sold lighthouse, sources say",
        "Rumour has it that Ostrell mayor sold the lighthouse",
    ],
)
def test_what_only_passes_on_a_claim_is_observing(headline: str) -> None:
    assert find_stance(CLAIM, headline) == "observing"


@pytest.mark.parametrize("headline", ["Ostrell mayor sells town’s lighthouse", "Town’s lighthouse sold by mayor of Ostrell after storm"])
def test_what_tells_it_as_it_is_is_for(headline: str) -> None:
    assert find_stance(CLAIM, headline) == "for"


def test_a_denying_word_that_the_claim_has_too_denies_nothing() -> None:
    assert find_stance("The bridge at Pellin will not open this year", "Pellin bridge will not open this year") == "for"


def test_nothing_at_all_has_a_stance_too() -> None:
    assert find_stance("", "") in STANCES
