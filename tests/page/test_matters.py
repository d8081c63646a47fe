"""Live blogs that lost their marks."""

from dataclasses import replace

import pytest

from onrecord.model import Capture
from onrecord.page.lines import split_lines
from onrecord.page.matters import Step, find_turns, is_live
from onrecord.page.page import split_page

BLOG = """\
Norland's foreign minister Ilka Brandt has arrived in Osk for talks on the grain corridor.
Brandt said she expected “two long days” at the table.
“Nobody flies this far for a photograph,” she said.
A fire broke out at a chemical depot in the port of Velden overnight, the harbour authority said.
Some 40 workers were led out and three were treated for burns, it said.
The blaze was put out shortly before dawn.
The opposition leader Karel Mohr has called for an early election after losing his seat in parliament.
Mr Mohr told supporters that the count had been “a farce from start to finish”.
Foreign minister Ilka Brandt said on Tuesday that the first session on the grain corridor had ended without agreement.
She said talks would go on.
Brandt left without taking questions.
Officials in Osk said Foreign minister Ilka Brandt would return next week.
"""


def steps_of(text: str) -> list[Step]:
    return [Step(line) for line in split_lines(text)]


def test_a_live_blog_without_marks_is_split_where_the_matter_changes() -> None:
    assert set(find_turns(steps_of(BLOG))) >= {0, 3, 6, 8}


@pytest.mark.parametrize("start", ["“We", "He", "This", "Mr Mohr", "The blaze", "But"])
def test_a_paragraph_that_leans_on_the_one_before_begins_no_matter(start: str) -> None:
    text = (
        f"A fire destroyed a depot where Karel Mohr worked, police said.\n{start} did not last, and nobody in Osk knew why it had come.\n"
    )
    assert find_turns(steps_of(text)) == (0,)


def test_an_article_that_names_each_person_once_is_not_live() -> None:
    article = "\n".join(f"Driver Jan Holt{n} said on Sunday that road {n} was under water." for n in range(12))
    assert not is_live(steps_of(article), title_says_so=False)


ARTICLE = """\
The dam above Orle may not hold another night of rain, engineers said.
Forty people were moved from the lower town on Sunday, the council said.
The water stands two metres below the top, and rises by a hand an hour.
Engineers have opened both gates, which has not been done since 1988.
The council has put beds in the school gym.
Rain is forecast until Tuesday.
The mill road below the dam is closed.
A wall of sandbags was built along the market.
The water company has asked the army for pumps.
"""


@pytest.mark.parametrize("title", ["Orle dam latest: 40 moved", "Orle dam live: 40 moved as water rises"])
def test_a_title_alone_makes_no_live_blog_of_an_article(title: str) -> None:
    text = f"{title}\n\nBy Ona Reed\n\n{ARTICLE}"
    assert len(split_page(Capture("sha256:0", "dam.txt", "text", text)).entries) == 1


def test_a_title_and_a_line_of_the_page_about_itself_make_a_live_blog() -> None:
    steps = steps_of(ARTICLE)
    broken = [*steps[:4], replace(steps[4], after_break=True), *steps[5:]]
    assert is_live(broken, title_says_so=True)
    assert not is_live(broken, title_says_so=False)


def test_a_title_that_says_live_makes_a_page_live() -> None:
    assert is_live(steps_of(BLOG), title_says_so=True)
    assert not is_live(steps_of("One line.\nTwo lines."), title_says_so=True)


@pytest.mark.parametrize(
    "background",
    [
        "Last year, Norland spent 40m crowns on sprinklers for the port, most of them in its northern half.",
        "In 2011, a smaller fire at the southern mole took a week to put out.",
        "In a statement, it said the night shift had left by a back gate.",
        "Next week, inspectors from the capital are due to look at the pumps.",
        "Harbour master Piet Aarden would “neither confirm nor deny” that the pumps were broken.",
        "The depot’s owners did not immediately respond to questions.",
    ],
)
def test_background_and_answers_stay_with_the_matter_they_are_told_of(background: str) -> None:
    fire = "A fire broke out at a chemical depot in the port of Velden overnight, the harbour authority said."
    hurt = "Some 40 workers were led out and three were treated for burns, the authority added."
    after = "The authority will publish the names of the three later."
    assert find_turns(steps_of("\n".join((fire, hurt, background, after)))) == (0,)


def test_what_someone_has_just_done_begins_a_matter_once_the_last_one_is_told() -> None:
    text = """\
A fire broke out at a chemical depot in the port of Velden overnight, the harbour authority said.
Some 40 workers were led out and three were treated for burns, it said.
The blaze was put out shortly before dawn.
Norland’s parliament has voted to scrap the bread tax, which brings in 90m crowns.
The tax on bread was brought in after the war, and bakers had called for its end.
"""
    assert find_turns(steps_of(text)) == (0, 3)
