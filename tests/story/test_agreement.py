"""What two say of one matter, and whether it is the same."""

import pytest

from onrecord.settings import StandingSettings
from onrecord.story.agreement import says_same, speaks_to
from onrecord.story.sayings import Telling, find_tellings
from tests.story.records import record

LIMITS = StandingSettings()
SUPPORT = "The union said it would support the sovereignty and the territorial integrity of Sudara."


def tellings(*sentences: str) -> tuple[Telling, ...]:
    """Read sentences, each a page with one statement."""
    made = record(*[("3", sentence) for sentence in sentences])
    return tuple(find_tellings(facts, number)[-1] for number, facts in enumerate(made.captures))


@pytest.mark.parametrize(
    "other",
    [
        "The alliance said the sovereignty and territorial integrity of Sudara had its support.",
        "The alliance said it would support the sovereignty and the territorial integrity of its neighbours.",
    ],
)
def test_who_tells_half_of_it_in_the_same_words_says_the_same(other: str) -> None:
    assert says_same(*tellings(SUPPORT, other), LIMITS)


@pytest.mark.parametrize(
    "other",
    [
        "The marshal said it would support the sovereignty and the territorial integrity of Norland.",  # of others
        "The union said it would support a new round of talks in spring.",
        "The union said the integrity of the vote was not in doubt.",
    ],
)
def test_the_same_words_of_others_or_a_word_alone_are_not_the_same(other: str) -> None:
    assert not says_same(*tellings(SUPPORT, other), LIMITS)


def test_two_who_count_alike_say_the_same_in_fewer_words() -> None:
    counted = tellings("The governor said 12 people were killed in the quake.", "Medics said 19 people had died in the quake.")
    bare = tellings("The governor said people were killed in the quake.", "Medics said it was a deadly quake in every village.")
    assert says_same(*counted, LIMITS)
    assert not says_same(*bare, LIMITS)


@pytest.mark.parametrize(
    ("answer", "answers"),
    [
        ("In Torvik on Monday evening the union rejected this claim.", True),
        ("The union confirmed that Sudara has its support.", True),
        ("The union admitted that the roof of its hall in Torvik leaks when it rains.", False),
    ],
)
def test_an_answer_of_some_length_tells_some_of_what_it_answers(answer: str, answers: bool) -> None:
    told, answering = tellings(SUPPORT, answer)
    assert speaks_to(answering, [told], LIMITS) is answers
