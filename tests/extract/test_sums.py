import time

import pytest

from onrecord.extract.figures import find_figures
from onrecord.extract.sums import check_sum, find_sums
from onrecord.extract.times import find_times
from onrecord.model import Sum
from onrecord.settings import FigureSettings
from tests.pages import page


def sums_in(text: str) -> list[Sum]:
    read = page(text)
    return list(find_sums(read, find_figures(read, (), find_times(read))))


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("The list has 40 boats: 25 trawlers, ten ferries and five tugs.", 40, (25, 10, 5)),
        ("The council counted 90 votes: 50, 30 and 10.", 90, (50, 30, 10)),
        ("Thirty people were treated, 20 of them for cuts and ten for shock.", 30, (20, 10)),
        ("Police logged eight break-ins, five by night and three by day.", 8, (5, 3)),
        ("The evacuation of 700 people went on. 450 people left by ferry, 200 went by bus and 50 on foot.", 700, (450, 200, 50)),
        ("Five people died, including three in Ardlow and two in Keld.", 5, (3, 2)),
        ("The judge named 16 Danes. The ministry said 12 of them were home and it was seeking four.", 16, (12, 4)),
    ],
)
def test_parts_that_reach_their_total_add_up(text: str, total: int, parts: tuple[int, ...]) -> None:
    (found,) = sums_in(text)
    assert (found.total, found.parts, found.remainder, found.verdict) == (total, parts, 0, "adds_up")


@pytest.mark.parametrize(
    ("text", "total", "left"),
    [
        (
            "The navy said the rebels fired 130 rockets. It shot down 60 rockets, while 55 more fell short, and eight are still missing.",
            130,
            7,
        ),
        ("About 900 people have left the valley. 500 or so went by boat and 300 by road.", 900, 100),
        ("They hold 48 sailors: 30 officers, nine cooks and five divers.", 48, 4),
        ("There are 80 recruits. Fifty have been trained and 24 are awaiting a berth.", 80, 6),
        ("The coastguard took 350 people off the beach. 210 of them left from Keld and 120 from Ardlow.", 350, 20),
    ],
)
def test_a_total_whose_parts_fall_short_is_reported(text: str, total: int, left: int) -> None:
    (found,) = sums_in(text)
    assert (found.total, found.remainder, found.verdict) == (total, left, "short_by")


@pytest.mark.parametrize(
    "text",
    [
        "Nine rowers, three of them brothers, were hurt.",
        "At least 23 hikers were treated. Four of them are nurses.",
        "Thirty miners were hurt. Eight were foremen and three were Danish.",
        "The club has 52 names. The leagues have 47, and 49 match.",
        "Forty boats were lost. Twelve houses burned.",
        "More than 700 people left. 450 people went by ferry and 200 by bus.",
        "Seven people fell ill in Ardlow, two in Keld and two in Sallowby.",
        "A dozen people were hurt. “I saw eight, maybe nine,” she said.",
        "Police held 90 men. They included 20 sailors and 30 cooks.",
        "About 870 herders fled, 310 of whom crossed the ridge.",
        "The storm killed two people and wrecked 58 houses.",
        "Crews have 180 engines, nine aircraft and two boats.",
    ],
)
def test_where_it_is_not_certain_that_the_parts_belong_to_the_total_nothing_is_said(text: str) -> None:
    assert sums_in(text) == []


def test_the_rest_closes_a_sum() -> None:
    text = "The navy sank 18 drones overnight.\nOf these, five drones were hit over Keld, while the rest came down at sea."
    (found,) = sums_in(text)
    assert (found.parts, found.remainder, found.verdict) == ((5, 13), 0, "adds_up")
    assert [text[span.start : span.end] for span in found.spans] == ["18", "five", "the rest"]


def test_a_part_without_a_number_cannot_be_added() -> None:
    (found,) = sums_in("The navy sank 18 gliders. About half of the gliders were hit over Keld, while the rest came down at sea.")
    assert (found.total, found.parts, found.remainder, found.verdict) == (18, (), None, "cannot_tell")


def test_the_rest_of_something_else_closes_nothing() -> None:
    assert sums_in("The navy sank 18 drones. Five drones fell on Keld, and the rest of the fleet left.") == []


def test_stages_that_are_all_told_find_their_total_elsewhere_on_the_page() -> None:
    (found,) = sums_in(
        "Rebels agreed to free 31 miners.\nThe miners are to leave in three groups: 14 today, nine on Friday and eight on Monday."
    )
    assert (found.total, found.parts) == (31, (14, 9, 8))


def test_the_other_part_finds_its_total_elsewhere_on_the_page() -> None:
    (found,) = sums_in("A mission of 90 observers was agreed.\n“I have 15 people,” he said. “The other 75 are waiting.”")
    assert (found.total, found.parts, found.remainder) == (90, (15, 75), 0)


def test_the_share_that_parts_must_make_up_is_a_setting() -> None:
    read = page("The coastguard took 350 people off the beach. 210 of them left from Keld and 120 from Ardlow.")
    figures = find_figures(read, (), ())
    assert len(find_sums(read, figures)) == 1
    assert find_sums(read, figures, settings=FigureSettings(least_share=0.99)) == ()


def test_a_sum_told_again_is_one_sum() -> None:
    text = "They hold 48 sailors: 30 officers and 18 cooks."
    assert len(sums_in(f"{text}\n\n{text}")) == 1


@pytest.mark.parametrize("order", [[3, 4, 5], [5, 4, 3], [4, 5, 3]])
def test_the_order_of_the_parts_changes_nothing(order: list[int]) -> None:
    assert check_sum(20, order) == (8, "short_by")
    assert check_sum(10, order) == (-2, "over_by")


@pytest.mark.parametrize("piece", ["9 boats: 5 and 4, ", "two and one, ", "of them 3 and 4 ", "40 boats while the rest "])
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    read = page(piece * (9_000 // len(piece)))
    figures = find_figures(read, (), ())
    began = time.process_time()
    find_sums(read, figures)
    assert time.process_time() - began < 4
