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


def test_whom_all_pages_quote_tells_nothing_of_their_matter() -> None:
    assert len(find_kin(Kinship([f"{n}.txt" for n in range(60)], [("a1", "a2")] * 60))) == 60


def test_the_few_pages_that_somebody_names_are_held_against_each_other() -> None:
    assert find_kin(Kinship(PAGES, QUIET)) == ((0, 1, 2, 3),)
