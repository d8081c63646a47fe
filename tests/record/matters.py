"""Invented pages of several matters: reprints, captures of a live blog, an undated one."""

from collections.abc import Sequence

from onrecord.capture.source import identify
from onrecord.model import Capture, Given
from onrecord.pipeline import Taken, find_facts

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
MATTERS = """The town of Ebberly opened its first tram line on Saturday. 4,000 people rode it, the operator, Ebberly Trams, said.
Beekeepers in the Osk valley lost 300 hives to mites, their chairman, Tam Reever, said on Monday. He blamed the mild winter.
A fire burned down the old theatre of Quell on Tuesday. Fire chief Dora Minch denied that the doors were locked.
The bakers of Sund voted to strike for a day, the union said on Wednesday. It counted 210 votes for the strike and 35 against it.
A comet will pass the earth on Thursday at 12 million kilometres, the observatory of Vant said. Its head, Ola Frey, called it rare.
The Marl museum bought a portrait for 3 million crowns, the Marl Echo reported on Friday. The museum neither confirmed nor denied it.
Swimmers were told to stay out of lake Imber, for the health office found algae in 7 of 9 samples, its director, Jon Pell, said on Sunday.
""".splitlines()
"""One page each, of a matter of its own."""
DAYS = ("2031-06-01", "2031-06-03", "2031-06-04", "2031-06-05", "2031-06-06", "2031-06-08", "2031-06-09")
"""When they were published."""
EVERYTHING = (*PAGES, *((f"matter-{day}.txt", text, Given("The Almanac", day, text[:30])) for text, day in zip(MATTERS, DAYS, strict=True)))
"""So many pages that they are not all held against each other."""


def find(pages: Sequence[tuple[str, str, Given]]) -> tuple[Taken, ...]:
    """Take the facts from pages."""
    return tuple(
        find_facts(Capture(identify(f"{name}{text}".encode()), name, "text", f"{known.title}\n\n{text}", known))
        for name, text, known in pages
    )
