"""What is known from several pages is the same in whatever order they came, as far as they tell when they were published."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.capture.source import identify
from onrecord.model import Capture, Given
from onrecord.pipeline import Taken, find_facts, join, recall
from onrecord.record.schema import as_json
from onrecord.record.store import KeptRecord

FERRY = """\
The car ferry Solveig struck a rock off Halden late on Sunday with 212 people on board, the coastguard said.

“All 212 passengers were taken off by midnight,” its spokeswoman, Liv Brandt, told Radio Halden. Nobody was missing, she said.

The shipping line, Norrland Sea, denied that the captain had been warned of the rocks.
"""
LIVE = """\
Ferry aground off Halden: live

09:40
Norrland Sea: captain of the Solveig was not warned of the rocks
The shipping line denied that the captain of the car ferry had been warned of the rocks.

08:15
Coastguard takes 212 people off the Solveig
All 212 passengers were taken off by midnight, the coastguard said.

07:30
Car ferry Solveig strikes a rock off Halden
The ferry struck a rock with 212 people on board, the harbour office said.
"""
LATER = LIVE.replace(
    "Ferry aground off Halden: live\n",
    """Ferry aground off Halden: live

11:05
Norrland Sea confirms that the captain of the Solveig was warned
The shipping line confirmed that the captain had been warned of the rocks. It counted 214 people on board.
""",
)
INQUIRY = """\
Norrland Sea confirmed on Tuesday that the captain of the car ferry Solveig had been warned of the rocks off Halden.

An inquiry into the Solveig would hear 30 of the 214 passengers, its chairwoman, Berit Aune, said.
"""
DAM = """\
Engineers at the Tarvo dam opened three gates on Wednesday as the reservoir rose by 40 centimetres, the water board said.

“We expect the level to fall by Friday,” said Oskar Venn, who runs the board. 900 people in Lower Tarvo were told to leave.
"""
MAYOR = """\
The mayor of Lower Tarvo, Elin Rask, accused the water board of opening the gates of the Tarvo dam too late.

Some 1,100 people had left Lower Tarvo by Thursday, she said. The water board denied that the gates were opened too late.
"""
BLOG = "https://halden.example/live"
PAGES = (
    ("ferry.txt", FERRY, Given("Halden Post", "2031-05-05", "Ferry runs aground off Halden")),
    (
        "live-1.txt",
        LIVE,
        Given("Radio Halden", "2031-05-05", "Ferry aground off Halden: live", BLOG, "2031-05-05T10:00Z"),
    ),
    (
        "live-2.txt",
        LATER,
        Given("Radio Halden", "2031-05-05", "Ferry aground off Halden: live", BLOG, "2031-05-05T12:00Z"),
    ),
    ("reprint.txt", FERRY, Given("Ostrand Times", "2031-05-06", "212 taken off ferry on rocks")),
    ("inquiry.txt", INQUIRY, Given("Halden Post", "2031-05-07", "Captain was warned, ferry line says")),
    ("dam.txt", DAM, Given("Tarvo Courier", "2031-05-14", "Gates of Tarvo dam opened")),
    ("mayor.txt", MAYOR, Given("Tarvo Courier", "2031-05-15", "Mayor of Lower Tarvo blames water board")),
    ("undated.txt", DAM.replace("900", "950"), Given(None, None, "Gates of Tarvo dam opened")),
)


@cache
def taken() -> tuple[Taken, ...]:
    return tuple(
        find_facts(Capture(identify(f"{name}{text}".encode()), name, "text", f"{known.title}\n\n{text}", known))
        for name, text, known in PAGES
    )


@cache
def expected() -> object:
    return as_json(join(taken()), with_names=True)


def test_the_pages_tell_two_matters_and_something_of_every_kind():
    made = join(taken())
    assert {copy.kind for copy in made.copies} == {"syndication", "revision"}
    assert all((made.stories, made.claims, made.changes, made.findings, made.timeline))
    assert {"denied", "confirmed"} & {shift.standing for claim in made.claims for shift in claim.history}


@settings(deadline=None, max_examples=6)
@given(st.permutations(range(len(PAGES))))
def test_pages_that_are_read_in_any_order_give_the_same_record(order: list[int]):
    assert as_json(join([taken()[number] for number in order]), with_names=True) == expected()


@settings(deadline=None, max_examples=6)
@given(st.permutations(range(len(PAGES))))
def test_a_page_that_is_added_late_gives_the_record_of_one_added_in_order(order: list[int]):
    with TemporaryDirectory() as folder, KeptRecord(Path(folder) / "desk.db", make=True) as record:
        for number in order:
            record.add(taken()[number])
        assert as_json(recall(record), with_names=True) == expected()


def test_of_two_captures_that_tell_the_same_day_the_one_given_first_is_the_first():
    pages = [
        Capture(
            identify(count.encode()),
            f"{count}.txt",
            "text",
            f"Flood\n\n{count} people had left, the council said.",
            Given("Post", "2031-05-04"),
        )
        for count in ("40", "60")
    ]
    for first, second in (pages, pages[::-1]):
        made = join([find_facts(first), find_facts(second)])
        assert [facts.page.capture.name for facts in made.captures] == [first.name, second.name]
