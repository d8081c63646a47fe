"""A page twice as long takes about twice as long: the time grows with the page, not with its square."""

import time
from collections.abc import Callable
from functools import cache, partial
from typing import TypeVar

from onrecord.model import Capture, Given, Record
from onrecord.pipeline import find_facts, join
from onrecord.serve.brief import render_brief

Made = TypeVar("Made")

SHORT, LONG = 400, 800
"""Paragraphs of the two pages."""
RUNS = 2
MOST = 3.0
"""Times as long as the shorter page: 2 when time grows with the length, 4 when it grows with its square."""

PLACES = "Ardlow Keld Sallowby Pellin Lorne Tarnhithe Maresby Dunswick Orrin Vessel Cawder Brinkholm Hesk Ullet".split()
PEOPLE = "Odile Hartmann,Ines Dorval,Piet Lund,Orla Finch,Ruben Askew,Mara Teller,Joost Wren,Ada Quell,Nils Varga".split(",")
BODIES = "harbour board,water company,coastguard,port authority,fire service,river police,grid operator,bus company".split(",")
THINGS = "pumps boats lorries cranes houses tents barges wagons trawlers buses generators sheds bridges culverts".split()
DEEDS = "flooded,lost at sea,towed away,sold abroad,left without power,held at the quay,hidden from inspectors,burnt".split(",")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SHAPES = (
    "{person} of the {body} denied that {count} {things} from {place} had been {deed} on {day}.",
    "The {body} said on {day} that {count} {things} were {deed} near {place}, killing three sheep and wounding {small}.",
    "“We counted {count} {things} in {place} after the storm of {day},” {person} told reporters. “Some were {deed}.”",
    "The {body} moved {count} {things} out of {place}. {small} of them came by road and {few} by rail, {person} said.",
    "{person} could neither confirm nor deny that {things} of the {body} had been {deed} in {place}.",
    "Crews in {place} have {count} {things}: {small} old and {few} new, according to the {body}.",
)


def sentence(number: int) -> str:
    """Write the news of one paragraph; other numbers give other news."""
    shape = SHAPES[number % len(SHAPES)]
    return shape.format(
        person=PEOPLE[number % 9] if number % 2 else f"{PEOPLE[number % 9].split()[0]} {PLACES[number // 9 % 14]}",
        body=BODIES[number // 3 % 8],
        count=20 + number * 37 % 900,
        small=6 + number % 11,
        few=2 + number % 3,
        things=THINGS[number * 5 // 3 % 14],
        place=PLACES[number // 2 % 14],
        deed=DEEDS[number // 14 % 8],
        day=DAYS[number // 5 % 7],
    )


def live_page(paragraphs: int) -> Capture:
    """Write a live blog, every fifth paragraph of which is told again further down."""
    lines = ["Flood on the Orrin: what we know so far"]
    for number in range(paragraphs):
        if number % 4 == 0:
            lines.append(f"{23 - number // 4 % 24:02d}.{number * 7 % 60:02d}")
        lines.append(sentence(number // 2 if number % 5 == 4 else number))
    return Capture("sha256:0", "live.txt", "text", "\n\n".join(lines), Given("Westmark Echo", "2031-04-09"))


@cache
def read_page(paragraphs: int) -> tuple[float, Record]:
    """Read such a page once for all tests; give the processor time in seconds and the record."""
    page = live_page(paragraphs)
    return timed(lambda: join([find_facts(page)]))


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Give the processor time of some work in seconds, the least of a few runs, and what it made."""
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        made = work()
        taken.append(time.process_time() - began)
    return min(taken), made


def test_reading_and_joining_a_page_twice_as_long_takes_about_twice_as_long() -> None:
    assert read_page(LONG)[0] < MOST * read_page(SHORT)[0]


def test_the_brief_of_a_page_twice_as_long_takes_about_twice_as_long() -> None:
    short, long = (timed(partial(render_brief, read_page(length)[1]))[0] for length in (SHORT, LONG))
    assert long < MOST * short


def test_the_long_page_tells_of_all_that_could_grow_out_of_hand() -> None:
    _, record = read_page(SHORT)
    (facts,) = record.captures
    assert min(len(facts.statements), len(facts.figures), len(record.findings), len(facts.repeats)) > SHORT / 5
    assert facts.sums
