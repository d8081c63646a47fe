from tests.story.records import record


def test_a_quantity_over_time_keeps_bounds_holders_and_what_a_value_takes_the_place_of():
    made = record(
        ("3", "The harbour office said at least 30 containers were lost from the Alma."),
        ("4", "The harbour office said 45 containers had been lost from the Alma. The owner said 38 containers were lost."),
    )
    points = made.series[0].points
    assert [(one.value, one.bound, one.holder, one.revises) for one in points] == [
        (30, "at_least", "harbour office", None),
        (45, "exact", "harbour office", 0),
        (38, "exact", "owner", None),
    ]


def test_some_of_those_counted_before_are_no_revision():
    made = record(("3", "Norland Power said 2,000 homes lost power. It has put 940 of them back on, it said."))
    assert made.series == ()
    assert {claim.standing for claim in made.claims} == {"claimed"}


def test_a_value_told_again_is_no_new_point():
    made = record(
        ("3", "The harbour office said 30 containers were lost from the Alma."),
        ("4", "The harbour office said 30 containers were lost from the Alma on Friday."),
    )
    assert made.series == ()
