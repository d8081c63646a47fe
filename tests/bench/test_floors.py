"""Floors hold, and only rise."""

import pytest

from bench.floors import find_falls, raise_floors


def test_a_figure_a_little_below_its_floor_has_not_fallen() -> None:
    assert find_falls({"names.f1": 0.8285}, {"names.f1": 0.83}, ["names"]) == []


def test_a_figure_well_below_its_floor_is_named_with_how_far_it_fell() -> None:
    (fall,) = find_falls({"names.f1": 0.8, "names.person": 0.9}, {"names.f1": 0.83, "names.person": 0.9}, ["names"])
    assert str(fall) == "names.f1 fell to 0.8000, 0.0300 below its floor of 0.830"


def test_a_figure_that_is_gone_has_fallen() -> None:
    assert [str(fall) for fall in find_falls({}, {"timex.value": 0.6}, ["timex"])] == [
        "timex.value is no longer measured; its floor is 0.600"
    ]


def test_a_part_that_was_not_asked_for_is_not_held_to_its_floors() -> None:
    assert find_falls({}, {"timex.value": 0.6}, ["names"]) == []


@pytest.mark.parametrize(("measured", "floor"), [(0.8519, 0.851), (0.85, 0.85), (0.4, 0.8)])
def test_a_floor_rises_to_the_figure_rounded_down_and_never_falls(measured: float, floor: float) -> None:
    assert raise_floors({"names.f1": measured}, {"names.f1": 0.8}) == {"names.f1": floor}


def test_a_floor_falls_only_when_it_is_named() -> None:
    figures, floors = {"names.f1": 0.7, "names.place": 0.7}, {"names.f1": 0.8, "names.place": 0.8}
    assert raise_floors(figures, floors, lower=["names.f1"]) == {"names.f1": 0.7, "names.place": 0.8}


@pytest.mark.parametrize("name", ["speed.facts", "stories.fire.via_p", "attribution.content.r"])
def test_speed_and_what_is_part_of_an_f1_have_no_floor(name: str) -> None:
    figures = {name: 0.9, "stories.fire.via_f1": 0.9, "attribution.content": 0.9}
    assert name not in raise_floors(figures, {})


def test_recall_without_an_f1_beside_it_has_a_floor() -> None:
    assert raise_floors({"stories.fire.furniture_r": 1.0}, {}) == {"stories.fire.furniture_r": 1.0}
