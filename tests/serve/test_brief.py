from dataclasses import replace
from importlib.resources import files

import pytest

from onrecord.model import (
    Copy,
    Evidence,
    Excerpt,
    Facts,
    Figure,
    Finding,
    Holder,
    Page,
    Place,
    Published,
    Record,
    Relay,
    Repeat,
    Span,
    TimelineItem,
    Unread,
)
from onrecord.pipeline import read
from onrecord.serve.brief import render_brief
from tests.pages import find, numbered, page, said

TEXT = """\
Bridge at Pellin shut
The bridge is shut, Odile Hartmann said.
“We wait,” Hartmann told Radio Westmark.
Vale Steel denied any fault.
Some 40 trawlers are stuck, the harbour office said.
The bridge is shut, Odile Hartmann said.
Support us from one euro a month."""


def bridge(name: str = "bridge.txt") -> Facts:
    shut = said(TEXT, "The bridge is shut", by="Odile Hartmann", cue="said")
    wait = replace(said(TEXT, "We wait", by="Hartmann", cue="told"), via=(Relay("Radio Westmark", None, None),))
    fault = said(TEXT, "any fault", by="Vale Steel", cue="denied", act="deny")
    last = TEXT.rindex("The bridge")
    told = replace(shut, content=replace(shut.content, spans=(Span(last, last + 18),)))
    boats = Figure(
        "f1", 0, find(TEXT, "40"), "40", 40, None, "about", "trawlers", "stuck", None, None, None, Holder("harbour office", None)
    )
    line = Span(last, TEXT.index("\nSupport"))
    repeat = Repeat(line, Place(name, find(TEXT, "The bridge is shut, Odile Hartmann said.")), "within")
    return Facts(split(name), numbered(shut, wait, fault, told), (boats,), (), (), (repeat,))


def split(name: str) -> Page:
    made = page(TEXT, name=name, outlet="Pellin Echo", origin="Northwire", roles={0: "title", 6: "furniture"})
    blocks = tuple(replace(block, reason="appeal") if block.role == "furniture" else block for block in made.blocks)
    day = Published("2024-05-31", "page", "2024-05-31", "2024-05-31", (Span(0, 6),))
    return replace(made, blocks=blocks, title=Excerpt("Bridge at Pellin shut", find(TEXT, "Bridge at Pellin shut")), published=day)


def test_a_page_opens_with_its_headline_outlet_origin_and_date():
    lines = render_brief(Record((bridge(),))).splitlines()
    assert lines[1:4] == ["Bridge at Pellin shut", "Pellin Echo · text of Northwire · 31 May 2024, as the page says (L1)", "bridge.txt"]


def test_a_statement_is_told_with_its_line_speaker_relay_and_words():
    brief = render_brief(Record((bridge(),)))
    assert "   L3  Hartmann, via Radio Westmark: “We wait”\n" in brief


def test_an_act_other_than_saying_is_told():
    assert "   L4  Vale Steel denied: any fault\n" in render_brief(Record((bridge(),)))


def test_what_is_told_twice_is_shown_once():
    brief = render_brief(Record((bridge(),)))
    assert "   L2  Odile Hartmann: The bridge is shut (told again: L6)\n" in brief
    assert "Told twice on this page: L6 as L2." in brief
    assert "   L6" not in brief


def test_a_figure_is_told_with_who_gave_it():
    assert "   L5  Harbour office: about 40 trawlers stuck\n" in render_brief(Record((bridge(),)))


def test_what_was_dropped_is_told_with_the_reason():
    assert "  1 line that is not news: 1 appeal." in render_brief(Record((bridge(),)))


def test_each_dropped_line_is_shown_on_demand_with_its_number_and_reason():
    shown = render_brief(Record((bridge(),)), dropped=True)
    assert "   L7  appeal: Support us from one euro a month." in shown
    assert "appeal: Support us" not in render_brief(Record((bridge(),)))


def test_findings_come_first_with_the_page_and_line_of_their_evidence():
    finding = Finding("denied", "Vale Steel denied any fault.", (Evidence("b.txt", find(TEXT, "any fault")),))
    record = Record((bridge("a.txt"), bridge("b.txt")), copies=(Copy("b.txt", "a.txt", "revision", 1.0, None),), findings=(finding,))
    brief = render_brief(record)
    assert "  denied: Vale Steel denied any fault. ([2] L4)\n" in brief
    assert "[2] is another capture of [1]." in brief
    assert brief.index("HANDLE WITH CARE") < brief.index("SAID")


def test_what_could_not_be_read_is_listed_at_the_end():
    assert render_brief(Record(unread=(Unread("lost.txt", "There is no such file."),))).endswith("  lost.txt: There is no such file.\n")


def test_a_page_without_headline_outlet_and_date_says_so():
    text = "The bridge is shut."
    brief = render_brief(Record((Facts(page(text)),)))
    assert "(no headline found)" in brief
    assert "outlet not known · no date found; give it with --published" in brief


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(width: int):
    record = read([str(files("onrecord.serve") / "demo")])
    assert max(len(line) for line in render_brief(record, width=width).splitlines()) <= width


def test_colour_is_used_only_when_it_is_wanted():
    record = Record((bridge(),))
    assert "\x1b" not in render_brief(record)
    assert "\x1b[1m" in render_brief(record, colour=True)


def test_a_page_cannot_steer_the_terminal():
    text = "The bridge is \x1b[31mshut, Odile Hartmann said."
    shut = said(text, "The bridge is \x1b[31mshut", by="Odile Hartmann", cue="said")
    assert "\x1b" not in render_brief(Record((Facts(page(text, name="a\x1b[2J.txt"), numbered(shut)),)))


def test_the_days_that_weigh_most_are_told_in_their_order():
    told = [
        TimelineItem(f"2024-05-{day:02}", f"Crew {day} left.", day / 31, None, (Evidence("bridge.txt", Span(0, 6)),))
        for day in range(1, 15)
    ]
    brief = render_brief(Record((bridge(),), timeline=tuple(told))).split("TIMELINE\n")[1]
    days = [line for line in brief.splitlines() if "left." in line]
    assert (days[0], len(days)) == ("  3 May 2024: Crew 3 left. (L1)", 12)
    assert "  2 more days of which less is told: see the JSON." in brief


def test_a_date_told_by_words_is_given_as_the_days_between_which_it_lies():
    facts = bridge()
    worked_out = Published("2024-05", "inferred", "2024-05-30", "2024-05-31", (Span(0, 6),))
    brief = render_brief(Record((replace(facts, page=replace(facts.page, published=worked_out)),)))
    assert "30 to 31 May 2024, worked out (L1)" in brief
