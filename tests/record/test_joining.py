from onrecord.model import Actor, Facts, Figure, Holder, Phrase, Relay, Span, Speaker, Statement, Time
from onrecord.record.joining import number_facts
from onrecord.record.people import merge_actors
from tests.pages import page

TEXT = "Tove Ramsing said on Monday that 31 boats were lost, Northwire reported."


def facts(name: str) -> Facts:
    speaker = Speaker("Tove Ramsing", Span(0, 12), "a1", "Tove Ramsing", "named")
    statement = Statement(
        "s1", 0, speaker, None, Phrase("31 boats", (Span(33, 41),)), "indirect", "assert", (Relay("Northwire", None, "a2"),), when="t1"
    )
    figure = Figure("f1", 0, Span(33, 35), "31", 31, None, "exact", "boats", None, None, None, None, Holder("Tove Ramsing", "a1"))
    time = Time("t1", Span(21, 27), "Monday", "DATE", None, None, None, "none", "weekday")
    return Facts(page(TEXT, name=name), (statement,), (figure,), (), (time,))


def join(*taken: tuple[Facts, tuple[Actor, ...]]) -> tuple[list[Facts], tuple[Actor, ...]]:
    actors, ids = merge_actors([cast for _, cast in taken])
    return [number_facts(one, number, ids[number - 1]) for number, (one, _) in enumerate(taken, start=1)], actors


RAMSING, WIRE = Actor("a1", "Tove Ramsing", "person", ("Ms Ramsing",)), Actor("a2", "Northwire", "organisation")


def test_ids_are_unique_over_the_record_and_what_points_to_them_follows():
    captures, _ = join((facts("one.txt"), (RAMSING, WIRE)), (facts("two.txt"), (RAMSING, WIRE)))
    statements = [captured.statements[0] for captured in captures]
    assert [statement.id for statement in statements] == ["p1.s1", "p2.s1"]
    assert [statement.when for statement in statements] == ["p1.t1", "p2.t1"]
    assert [captured.figures[0].id for captured in captures] == ["p1.f1", "p2.f1"]
    assert [captured.times[0].id for captured in captures] == ["p1.t1", "p2.t1"]


def test_an_actor_named_on_two_pages_is_one():
    other = (Actor("a1", "Northwire", "organisation"), Actor("a2", "TOVE RAMSING", "person", ("the minister",)))
    captures, actors = join((facts("one.txt"), (RAMSING, WIRE)), (facts("two.txt"), other))
    assert [(actor.id, actor.name, actor.also) for actor in actors] == [
        ("a1", "Tove Ramsing", ("Ms Ramsing", "the minister")),
        ("a2", "Northwire", ()),
    ]
    assert captures[1].statements[0].speaker is not None
    assert captures[1].statements[0].speaker.actor == "a2"  # the second page's a1 is Northwire


def test_another_full_name_makes_two_actors_one():
    casts = [(Actor("a1", "Azra Full Institute", "organisation", ("Azra Institute",)),), (Actor("a1", "Azra Institute", "organisation"),)]
    assert len(merge_actors(casts)[0]) == 1


def test_actors_of_other_types_and_roles_without_a_name_stay_apart():
    casts = [
        (Actor("a1", "Washington", "place"), Actor("a2", "the mayor", "person")),
        (Actor("a1", "Washington", "person"), Actor("a2", "the mayor", "person", ("Mr Orne",))),
    ]
    assert len(merge_actors(casts)[0]) == 4


def test_two_actors_of_one_page_are_never_made_one():
    cast = (Actor("a1", "John Orne", "person"), Actor("a2", "John Orne", "person", ("Mr Orne",)))
    assert len(merge_actors([cast])[0]) == 2


def test_a_reference_to_nobody_stays_empty():
    captures, actors = join((facts("one.txt"), ()))
    assert actors == ()
    assert captures[0].figures[0].holder == Holder("Tove Ramsing", None)
