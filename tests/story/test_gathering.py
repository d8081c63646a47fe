import time
from dataclasses import replace

import pytest

from onrecord.model import Capture, Facts
from onrecord.settings import ClaimSettings
from onrecord.story.gathering import gather
from onrecord.story.sayings import Telling, find_tellings
from tests.pages import numbered, page, said


def tellings(number: int, *lines: tuple[str, str, str]) -> tuple[Telling, ...]:
    """Make the tellings of a page: each line is who speaks, the cue, and the words."""
    text = "\n".join(f"{by} {cue} {words}." for by, cue, words in lines)
    made = page(text, name=f"{number}.txt")
    assert isinstance(made.capture, Capture)
    return find_tellings(Facts(made, numbered(*(said(text, words, by=by, cue=cue) for by, cue, words in lines))), number)


def groups(*pages: tuple[Telling, ...], settings: ClaimSettings | None = None) -> list[list[str]]:
    return [[telling.text for telling in group] for group in gather(pages, settings)]


OTHERS = (("Ann", "said", "the harvest was the best since records began"), ("Bo", "said", "schools would open on time"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("70 missiles were shot down near Torvik", "70 missiles had been intercepted around Torvik"),
        ("about 900 villagers were moved to Maren", "close to 900 villagers had been evacuated to Maren"),
        ("60 homes in Torvik were uninhabitable", "60 dwellings in Torvik had been destroyed"),
        ("the detained pilot was freed at noon", "the pilot held in custody has been released"),
    ],
)
def test_the_same_in_other_words_is_one_group(one: str, two: str):
    found = groups(tellings(0, ("The army", "said", one), *OTHERS), tellings(1, ("Doctors", "said", two)))
    assert [one, two] in found


def test_the_same_words_with_another_number_are_one_group():
    one, two = (f"at least {count} passengers were still aboard the Alma at midnight" for count in (30, 45))
    assert [one, two] in groups(tellings(0, ("The line", "said", one), *OTHERS), tellings(1, ("The line", "said", two)))


@pytest.mark.parametrize(("end", "apart"), [("#detain", True), ("#free?", False)])
def test_groups_are_apart_when_most_of_each_tell_of_another_end(end: str, apart: bool):
    told = tellings(0, *(("Ann", "said", f"the Alma sailors {words}") for words in ("are 44", "number 44 now", "from Brel are 44")))
    ends = (frozenset((end,)), frozenset((end,)), frozenset((end, "#free?")))
    late = "44 Alma sailors go home"
    pages = [
        tuple(replace(telling, outcomes=outcomes) for telling, outcomes in zip(told, ends, strict=True)),
        tuple(replace(telling, outcomes=frozenset(("#free?",))) for telling in tellings(1, ("Bo", "said", late))),
    ]
    assert ([late] in groups(*pages)) is apart


def test_groups_do_not_depend_on_how_many_are_merged_together():
    pages = [
        tellings(0, ("Ann", "said", "the ferry Alma sank off Maren"), *OTHERS),
        tellings(1, ("Cy", "said", "the Alma had capsized off Maren")),
    ]
    assert groups(*pages) == groups(*pages, settings=ClaimSettings(most_together=1))


def test_a_page_costs_the_same_when_many_were_read_before():
    def pages(count: int) -> list[tuple[Telling, ...]]:
        return [tellings(number, ("Ann", "said", f"ship number{number} sank off port{number % 50}"), *OTHERS) for number in range(count)]

    few, many = pages(60), pages(480)
    settings = ClaimSettings(most_together=20)
    spent = []
    for read in (few, many):
        start = time.process_time()
        gather(read, settings)
        spent.append((time.process_time() - start) / len(read))
    assert spent[1] < 4 * spent[0]
