from dataclasses import replace

from onrecord.model import Copy, Facts, Phrase, Span, Speaker, Statement, Story, StoryEntry
from onrecord.settings import ActorSettings
from onrecord.story.kin import find_kin
from tests.pages import page

MANY = ActorSettings(few_pages=0)
"""As if there were many pages."""
TEXT = "Tove Ramsing and Ivo Tarn said that the quay was shut."


def facts(name: str, *speakers: str) -> Facts:
    said = tuple(
        Statement(
            f"s{n}", 0, Speaker("she", None, actor, None, "named"), None, Phrase("the quay was shut", (Span(36, 53),)), "indirect", "assert"
        )
        for n, actor in enumerate(speakers)
    )
    read = page(TEXT, name=name)
    return Facts(replace(read, capture=replace(read.capture, name=name)), said)


def test_pages_that_share_two_speakers_are_about_one_matter() -> None:
    assert find_kin([facts("one.txt", "a1", "a2"), facts("two.txt", "a3"), facts("three.txt", "a2", "a1")], settings=MANY) == [[0, 2], [1]]


def test_one_speaker_alone_makes_no_matter() -> None:
    assert find_kin([facts("one.txt", "a1", "a2"), facts("two.txt", "a1")], settings=MANY) == [[0], [1]]


def test_copies_and_pages_of_one_story_are_about_one_matter() -> None:
    pages = [facts(name) for name in ("wire.txt", "reprint.txt", "blog.txt", "sport.txt")]
    copies = [Copy("reprint.txt", "wire.txt", "syndication", 0.9, None)]
    story = Story("story1", "Quay shut", (StoryEntry("wire.txt", 0), StoryEntry("blog.txt", 0)), None, None)
    assert find_kin(pages, copies, [story], MANY) == [[0, 1, 2], [3]]


def test_whom_all_pages_quote_tells_nothing_of_their_matter() -> None:
    pages = [facts(f"{n}.txt", "a1", "a2") for n in range(60)]
    assert len(find_kin(pages)) == 60


def test_the_few_pages_that_somebody_names_are_held_against_each_other() -> None:
    assert find_kin([facts("one.txt"), facts("two.txt")]) == [[0, 1]]
