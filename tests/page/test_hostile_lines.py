"""Lines that no editor wrote: a part of the page must not stand still over them."""

import time
from collections.abc import Callable

import pytest

from onrecord.model import Given
from onrecord.page.dating import find_clock, find_dateline, find_published, find_stamps
from onrecord.page.furniture import find_furniture
from onrecord.page.lines import Line, split_lines
from onrecord.page.marks import find_marks, is_clock_line
from onrecord.page.masthead import find_names, find_title, is_masthead
from onrecord.page.matters import Step, find_turns, is_live
from onrecord.page.roles import find_parts

SIZE = 10_000
MOST_SECONDS = 0.75
SIGNS = ["© ", "©", "\t", "\t ", " ", ",", "· ", "|", "& ", "“", '"', "”", ". ", ": ", "– ", "(", "/", "-"]
WORDS = ["A ", "A’", "A.b", "Aa of ", "The ", "Mr A ", "by Aa ", "and ", "In a ", "A, A (", "told ", "said ", "today ", "was not a "]
TIMES = ["1", "1:1", "12:30", "12:30 ", "3 May ", "May 3, ", "2014 ", "Jan ", "an hour ago ", "GMT+3 ", "published on ", "$1 a "]
LINKS = ["sport/", "sport / ", "see ", "read the ", "our colleague ", "alerts ", "a@a.", "https://", "source: ", "how a "]
BEFORE = ["x", "© ", "12:30", "3 May 2014", "By A", "Our editor", "In a", "Sport", "published by A"]


def line_of(run: str, before: str) -> Line:
    (line,) = split_lines(f"{before}{run * (SIZE // len(run))}!x")
    return line


def read_masthead(line: Line) -> None:
    is_masthead(line)
    find_title((line,), {})
    find_names((line,), {}, line, Given())


def read_dates(line: Line) -> None:
    find_stamps(line)
    find_clock(line.text)
    find_dateline(line)
    find_published((line,), frozenset(), Given())


def read_marks(line: Line) -> None:
    is_clock_line(line)
    find_marks((line,), frozenset())


def read_matters(line: Line) -> None:
    lead, end = split_lines("Norland’s envoy Ilka Brandt came to Osk.\nNorland’s envoy Ilka Brandt left.")
    steps = [Step(lead), Step(line), Step(line), Step(end)]
    find_turns(steps)
    is_live(steps * 2, title_says_so=False)


def read_furniture(line: Line) -> None:
    find_furniture((line,))


def read_roles(line: Line) -> None:
    find_parts((line,), {}, None, ())


@pytest.mark.parametrize("read", [read_masthead, read_furniture, read_dates, read_marks, read_roles, read_matters])
@pytest.mark.parametrize("runs", [SIGNS, WORDS, TIMES, LINKS])
def test_a_long_line_of_one_thing_over_and_over_is_read_at_once(read: Callable[[Line], None], runs: list[str]) -> None:
    for number, run in enumerate(runs):
        for before in (BEFORE[number % len(BEFORE)], "x"):
            line = line_of(run, before)
            began = time.process_time()
            read(line)
            assert time.process_time() - began < MOST_SECONDS, (run, before)
