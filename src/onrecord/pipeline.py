"""Paths of saved pages to a Record: the one place that knows the order of the stages."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from onrecord.capture.reader import read_captures
from onrecord.copies.passages import find_retellings
from onrecord.copies.repeats import find_repeats
from onrecord.copies.syndication import find_copies
from onrecord.extract.figures import find_figures
from onrecord.extract.names import find_names
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.extract.sums import find_sums
from onrecord.extract.times import find_times
from onrecord.model import Actor, Capture, Facts, Given, Record, Unread
from onrecord.page.page import split_page
from onrecord.record.joining import join_facts
from onrecord.story.findings import find_findings

Progress = Callable[[Capture | Unread], None]
"""Told of each input once it has been dealt with."""
Taken = tuple[Facts, tuple[Actor, ...]]
"""The facts of one page, and the actors that its statements name."""
Finder = Callable[[Capture], Taken | Unread]
"""Takes the facts from one page, or tells why it could not."""


def find_facts(capture: Capture) -> Taken:
    """Take the facts from one capture, with the actors that its statements name; ids hold within the page."""
    page = split_page(capture)
    reading = read_page(page)
    statements, actors = find_statements(page, reading)
    times = find_times(page)
    figures = find_figures(page, statements, times)
    names = find_names(capture.text, reading.marks.names, actors)
    return Facts(page, statements, figures, find_sums(page, figures), times, names=names), actors


def read(
    paths: Sequence[str],
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    find: Finder = find_facts,
) -> Record:
    """Read saved pages into one record; what cannot be read is listed in `unread`.

    `given` holds for every page. The path `-` stands for `stdin`. `find` takes the facts from each page.
    """
    taken: list[Taken] = []
    unread: list[Unread] = []
    for capture in read_captures(paths, given=given or Given(), stdin=stdin):
        found = capture if isinstance(capture, Unread) else find(capture)
        if isinstance(found, Unread):
            unread.append(found)
        else:
            taken.append(found)
        if progress:
            progress(capture)
    return join(taken, tuple(unread))


def join(taken: Sequence[Taken], unread: tuple[Unread, ...] = ()) -> Record:
    """Join the facts of single pages into one record, with what only shows between pages."""
    pages = [facts.page for facts, _ in taken]
    retellings = find_retellings(pages)
    copies = find_copies(pages, retellings)
    repeats = find_repeats(pages, copies, retellings)
    captures, actors = join_facts(taken, repeats)
    return Record(captures, unread, actors, copies, find_findings(captures, copies))
