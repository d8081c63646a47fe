import pytest

from onrecord.extract.figures import find_figures
from onrecord.model import Facts, Story, StoryEntry
from onrecord.story.counts import name_counts
from tests.pages import page


def counted(*texts: str, apart: bool = False) -> list[str | None]:
    """Read pages of one story, or each of its own; give what the last one's figures count."""
    captures = [Facts(made, (), find_figures(made, (), ())) for n, text in enumerate(texts) if (made := page(text, name=f"{n}.txt"))]
    homes = [StoryEntry(facts.page.capture.name, 0) for facts in captures]
    stories = [Story("story1", "", tuple(homes), None, None)]
    if apart:
        stories = [Story(f"story{n}", "", (home,), None, None) for n, home in enumerate(homes)]
    return [figure.counted for figure in name_counts(captures, stories)[-1].figures]


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("The slide buried 58 houses.", "It destroyed 58 homes.", "houses"),
        ("The slide buried 58 houses.", "It destroyed 58 burnt homes.", "burnt houses"),
        ("The slide buried 58 houses.", "The mayor has 58.", "houses"),
        ("The crew numbered 31 sailors.", "The line’s roll has 31 names.", "sailors"),
        ("The slide buried 58 houses.", "It destroyed 57 homes.", "homes"),
        ("The slide buried 58 houses.", "It held back 58 firefighters.", "firefighters"),
        ("The slide buried 58 houses and 58 cars.", "The mayor has 58.", None),
        ("The slide buried nine houses.", "It destroyed nine homes.", "homes"),
    ],
)
def test_one_count_is_named_alike_throughout_its_story(first: str, second: str, counts: str | None) -> None:
    assert counted(first, first, second) == [counts]


def test_counts_of_other_stories_name_nothing() -> None:
    assert counted("The slide buried 58 houses.", "The mayor has 58.", apart=True) == [None]
