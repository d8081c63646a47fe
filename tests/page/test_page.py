"""Pages of several kinds, invented, and what becomes of their lines."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Capture, Given, Page
from onrecord.page.page import split_page

BROADCASTER = """\
NBS
Register
Sign In
Home
More menu

Bridge closed after lorry fire in Kelmouth tunnel

3 hours ago

Share

Tom Hadley
NBS News, North East

PA Media
Image caption, Smoke could be seen from the far side of the river

A tunnel has been closed in both directions after a lorry caught fire during the morning rush hour.

"We saw a flash and then everything went black," said Ann Pryce, who was two cars behind the lorry.

'Long delays'

Highways officials said the tunnel would not reopen before Thursday.

Related topics
Kelmouth
Published
4 March 2023
Copyright © 2024 NBS. The NBS is not responsible for the content of external sites.
"""
AGENCY_LIVE = """\
Menu
World
The Latest: Death toll in Varia earthquake climbs as rescuers reach coast
By Northwire Staff
Updated 4:15 PM EST, November 12, 2024
Share
Rescuers in southern Varia reached a string of cut-off fishing villages on Tuesday, two days after a powerful earthquake.

Here's the latest:

President to visit the quake zone
3:40 p.m.
President Ilsa Corvane will travel to the coast on Wednesday, her office said.

Death toll rises to 212
1:05 p.m.
The civil defense agency says at least 212 people are dead and 31 are missing.

Aid flights begin
11:30 a.m.
Two cargo planes with tents and blankets have landed, the Red Cross says.

Copyright 2024 Northwire Inc. All rights reserved. This material may not be published or broadcast without permission.
"""
LOCAL = """\
THE MILLBROOK SENTINEL
Serving Dorne County since 1887
Home | News | Obituaries | Classifieds | Subscribe

Council votes 5-4 to keep pool open

Posted Tuesday, March 5, 2024 6:12 pm
By Greta Lowe, staff writer

The Millbrook City Council voted 5-4 on Monday night to keep the Ash Street pool open for one more summer.

What happens next

The council will take up the budget on March 19.

To support local journalism like this, subscribe today. Your subscription helps us keep reporters in Millbrook.

A public hearing is set for March 12 at City Hall, 40 Main St.

Comments
No comments on this item. Please log in to comment by clicking here
School board names finalist
© 2024 Millbrook Sentinel
"""
REPRINT = """\
Skip to content
Daily Harbinger
Menu
Home » World » Dam failure in Osk leaves thousands without power
Dam failure in Osk leaves thousands without power
Posted on August 9, 2023 by admin
OSK, Aug 8 (Reuters) - A dam in northern Osk burst on Tuesday after a week of rain, cutting power to 40,000 homes, officials said.
The mayor of Veld, Piet Aarden, said two bridges had gone. "We have never seen the river like this," he told reporters.
(Reporting by Lena Brock; Editing by Ian Moss)
Source: Reuters
Share this:
Click to share on Twitter (Opens in new window)
Related
Rain warning extended
Leave a Reply Cancel reply
Your email address will not be published. Required fields are marked *
Proudly powered by WordPress
"""


def page_of(text: str, outlet: str | None = None, published: str | None = None) -> Page:
    return split_page(Capture("sha256:0", "page.txt", "text", text, Given(outlet, published)))


def roles_of(page: Page) -> dict[str, str]:
    return {block.span.of(page.capture.text): block.role for block in page.blocks}


def kept(page: Page) -> list[str]:
    return [block.span.of(page.capture.text) for block in page.blocks if block.role in ("body", "heading")]


@pytest.mark.parametrize(
    ("text", "title", "outlet", "origin", "published"),
    [
        (BROADCASTER, "Bridge closed after lorry fire in Kelmouth tunnel", "NBS", None, None),
        (AGENCY_LIVE, "The Latest: Death toll in Varia earthquake climbs as rescuers reach coast", "Northwire", None, None),
        (LOCAL, "Council votes 5-4 to keep pool open", "Millbrook Sentinel", None, "2024-03-05T18:12"),
        (REPRINT, "Dam failure in Osk leaves thousands without power", "Daily Harbinger", "Reuters", "2023-08-09"),
    ],
)
def test_headline_outlet_origin_and_date_are_read(text: str, title: str, outlet: str, origin: str | None, published: str | None) -> None:
    page = page_of(text)
    assert page.title is not None
    assert (page.title.text, page.outlet, page.origin) == (title, outlet, origin)
    assert (page.published.value if page.published else None) == published


def test_a_broadcasters_page_keeps_its_news_and_its_caption() -> None:
    page = page_of(BROADCASTER)
    assert [line[:12] for line in kept(page)] == ["A tunnel has", '"We saw a fl', "'Long delays", "Highways off"]
    assert roles_of(page)["Image caption, Smoke could be seen from the far side of the river"] == "caption"


def test_an_agencys_live_page_is_split_at_its_clock_lines() -> None:
    page = page_of(AGENCY_LIVE)
    assert [entry.posted for entry in page.entries] == [
        None,
        "2024-11-12T15:40-05:00",
        "2024-11-12T13:05-05:00",
        "2024-11-12T11:30-05:00",
    ]
    assert page.entries[2].heading is not None
    assert page.entries[2].heading.text == "Death toll rises to 212"


def test_a_small_paper_drops_its_plea_and_its_foot() -> None:
    page = page_of(LOCAL)
    assert [line[:10] for line in kept(page)] == ["The Millbr", "What happe", "The counci", "A public h"]
    assert len(page.entries) == 1


def test_a_reprint_keeps_its_credit_and_drops_sharing_and_comments() -> None:
    page = page_of(REPRINT)
    assert len(kept(page)) == 2
    assert roles_of(page)["(Reporting by Lena Brock; Editing by Ian Moss)"] == "masthead"


def test_what_the_caller_says_goes_before_what_the_page_says() -> None:
    page = page_of(LOCAL, outlet="Dorne Times", published="2024-03-06")
    assert page.outlet == "Dorne Times"
    assert page.published is not None
    assert (page.published.value, page.published.basis) == ("2024-03-06", "given")


LIVE_ENTRIES = """\
10:52 GMT
Ministry silent on leak

The ministry declined to comment on the report that the ferry leaked before it left Orle on Sunday.

09:40 GMT
Divers reach the wreck

Divers reached the wreck at dawn on Monday, the coastguard said, and found the bow doors open.

08:15 GMT
Crew taken to hospital

Eleven of the crew were taken to hospital in Orle, where all but one were sent home at noon.
"""
FERRY = """\
The ferry Alma sank off Orle on Sunday, the coastguard said, and 40 people were saved.
Fishermen pulled the crew from the sea before the lifeboats came, harbour master Jan Holt said.
"""


def test_a_live_page_that_lost_its_headline_has_none() -> None:
    page = page_of("Sign in\n" + LIVE_ENTRIES)
    assert page.title is None
    assert len(page.entries) == 3


def test_a_live_blogs_standfirst_is_no_entry() -> None:
    standfirst = "Families wait on the quay for any word of those still missing at sea."
    head = f"Ferry live: search goes on off Orle\n\n{standfirst}\n\nBy Ona Reed\n3 May 2014\n\n"
    page = page_of(head + LIVE_ENTRIES)
    assert [entry.posted is not None for entry in page.entries] == [True, True, True]


def test_of_headline_like_lines_in_a_row_the_one_told_below_is_the_title() -> None:
    page = page_of(
        "Norland trains to stop at midnight from June\nFerry sinks off Orle with 40 aboard\n"
        "Coastguard praises fishermen who pulled the crew from the sea\nBy Ona Reed\n" + FERRY
    )
    assert page.title is not None
    assert page.title.text == "Ferry sinks off Orle with 40 aboard"


def test_a_picture_caption_above_the_headline_does_not_hide_it() -> None:
    caption = "The harbour of Orle as it looked on the morning after, with flags at half mast.\n\nHome\nWorld\nMoney\nSport\n\n"
    page = page_of(caption + "Ferry sinks off Orle with 40 aboard\n\nBy Ona Reed\n\n" + FERRY)
    assert page.title is not None
    assert page.title.text == "Ferry sinks off Orle with 40 aboard"


@pytest.mark.parametrize(
    ("top", "foot", "outlet"),
    [
        ("THE TIDEWAY", "© The Tideway Newspaper Co.", "The Tideway"),
        (
            "The Orle Courier\nNATION/WORLD",
            "MORE IN NATION/WORLD\nBaker wins prize\n© 2014 Courier Publishing of Orle LLC",
            "The Orle Courier",
        ),
    ],
)
def test_the_outlet_is_the_paper_not_its_section_and_not_in_capitals(top: str, foot: str, outlet: str) -> None:
    page = page_of(f"{top}\n\nFerry sinks off Orle with 40 aboard\n\nBy Ona Reed\n\n{FERRY}\n{foot}\n")
    assert page.outlet == outlet


PIECES = st.sampled_from(
    [
        "Menu",
        "14.20 GMT",
        "3 May 2014",
        "Two held after blast at Orle depot",
        "By Ona Reed",
        "“We ran,” said Mr Reed.",
        "\r\n",
        "\n\n",
        "Most read",
        "The ferry sank off Orle on Sunday, the coastguard said in a statement.",
        "© 2014 Orle Echo",
        "More to come.",
        "• ",
        "\u2028",
        "Q:",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map("\n".join)))
def test_every_line_that_holds_anything_is_covered_by_exactly_one_block(text: str) -> None:
    page = page_of(text)
    shown = [block.span.of(text) for block in page.blocks]
    assert shown == [line.strip() for line in text.replace("\r", "\n").split("\n") if line.strip()]
    for one, other in zip(page.blocks, page.blocks[1:], strict=False):
        assert one.span.end < other.span.start


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=60).map("\n".join))
def test_entries_never_overlap_and_cover_the_news(text: str) -> None:
    page = page_of(text)
    for one, other in zip(page.entries, page.entries[1:], strict=False):
        assert one.span.end <= other.span.start
    assert [entry.id for entry in page.entries] == list(range(len(page.entries)))
    for block in page.blocks:
        if block.entry is not None:
            assert page.entries[block.entry].span.covers(block.span)


@pytest.mark.parametrize(
    "text",
    [
        "a " * 300_000,
        "“" * 100_000,
        "A B " * 60_000,
        "The mayor, Mr Orne, said on Sunday that the dam held.\n" * 4_000,
        "12.10 " * 60_000,
        "By A " * 40_000,
        "12.10 GMT\nDam holds\n" * 3_000,
    ],
)
def test_a_hostile_page_takes_little_time(text: str) -> None:
    began = time.process_time()
    page_of(text)
    assert time.process_time() - began < 4
