from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Copy, Story, StoryEntry
from onrecord.settings import ActorSettings
from onrecord.story.kin import Kinship, find_kin

MANY = ActorSettings(few_pages=0)
"""As if there were many pages."""
QUIET = ((), (), (), ())
"""Four pages on which nobody speaks."""
PAGES = ("wire.txt", "reprint.txt", "blog.txt", "sport.txt")


def test_pages_that_share_two_speakers_are_about_one_matter() -> None:
    assert find_kin(Kinship(PAGES[:3], (("a1", "a2"), ("a3",), ("a1", "a2"))), MANY) == ((0, 2), (1,))


def test_one_speaker_alone_makes_no_matter() -> None:
    assert find_kin(Kinship(PAGES[:2], (("a1", "a2"), ("a1",))), MANY) == ((0,), (1,))


def test_copies_and_pages_of_one_story_are_about_one_matter() -> None:
    copies = [Copy("reprint.txt", "wire.txt", "syndication", 0.9, None)]
    story = Story("story1", "Quay shut", (StoryEntry("wire.txt", 0), StoryEntry("blog.txt", 0)), None, None)
    assert find_kin(Kinship(PAGES, QUIET, copies, [story]), MANY) == ((0, 1, 2), (3,))


def test_pages_of_which_people_have_said_that_they_make_one_claim_are_about_one_matter() -> None:
    assert find_kin(Kinship(PAGES, QUIET, bound=[("blog.txt", "sport.txt"), ("wire.txt", "gone.txt")]), MANY) == ((0,), (1,), (2, 3))


def test_whom_many_pages_have_quoted_tells_nothing_of_the_matter_of_those_that_follow() -> None:
    many = find_kin(Kinship([f"{n}.txt" for n in range(60)], [("a1", "a2")] * 60))
    assert [part for part in many if len(part) == 1] == [(number,) for number in range(40, 60)]


def test_a_page_joins_the_page_before_it_with_which_it_has_most_speakers_in_common() -> None:
    assert find_kin(Kinship(PAGES, (("a1", "a2"), ("a3", "a4", "a5"), ("a6",), ("a1", "a2", "a3", "a4", "a5"))), MANY) == (
        (0,),
        (1, 3),
        (2,),
    )


def test_speakers_of_a_beat_do_not_chain_its_matters() -> None:
    beat = [(f"a{number}", f"a{number + 1}", f"a{number + 2}") for number in range(30)]
    assert max(map(len, find_kin(Kinship([f"{n}.txt" for n in range(30)], beat), MANY))) == MANY.most_kin


@given(st.lists(st.frozensets(st.sampled_from(["a1", "a2", "a3", "a4", "a5"])), min_size=1, max_size=30))
def test_a_page_that_comes_last_moves_no_other(speakers: list[frozenset[str]]) -> None:
    names = [f"{n}.txt" for n in range(len(speakers))]
    before, after = find_kin(Kinship(names[:-1], speakers[:-1]), MANY), find_kin(Kinship(names, speakers), MANY)
    last = len(speakers) - 1
    assert [part for one in after if (part := tuple(page for page in one if page != last))] == [*before]


def test_the_few_pages_that_somebody_names_are_held_against_each_other() -> None:
    assert find_kin(Kinship(PAGES, QUIET)) == ((0, 1, 2, 3),)
