"""Paths of saved pages to a Record: the one place that knows the order of the stages."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

from onrecord.between import dress, find_between, lay_pages, number_between, put_together, see, split_parts
from onrecord.capture.gauge import Gauge
from onrecord.capture.reader import read_captures
from onrecord.capture.source import Parser
from onrecord.extract.agreeing import find_agreed_times
from onrecord.extract.figures import find_figures
from onrecord.extract.happenings import find_happenings
from onrecord.extract.mentions import read_mention
from onrecord.extract.names import find_names
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.extract.sums import find_sums
from onrecord.extract.telling import date_happenings, date_statements
from onrecord.model import Actor, Capture, Correction, Facts, Given, Page, Record, Unread
from onrecord.page.measure import bound_page, note_bound
from onrecord.page.page import split_page
from onrecord.record.amending import amend, locate
from onrecord.record.order import by_time
from onrecord.settings import CaptureSettings

Progress = Callable[[Capture | Unread], None]
"""Told of each input once it has been dealt with."""
Taken = tuple[Facts, tuple[Actor, ...]]
"""The facts of one page, and the actors that its statements name."""
Finder = Callable[[Capture], Taken | Unread]
"""Takes the facts from one page, or tells why it could not."""


def find_facts(capture: Capture) -> Taken:
    """Take the facts from one capture, with the actors that its statements name; ids hold within the page."""
    return find_in(split_page(capture))


def find_in(page: Page) -> Taken:
    """Take the facts from one page: from all its news, or of a page longer than any from as much as is said in a note."""
    if page.language not in (None, "en"):  # its text and roles are told, but only English is read
        return Facts(page, ()), ()
    near = bound_page(page)
    page = page if near is page else note_bound(page, near)
    reading = read_page(near)
    statements, actors = find_statements(near, reading)
    names = find_names(page.capture.text, reading.marks.names, actors)
    happenings = find_happenings(reading.lines, statements, names)
    return tell_times(Facts(page, statements, names=names, happenings=happenings), near), actors


def tell_times(facts: Facts, near: Page | None = None) -> Facts:
    """Find what rests on the day of a page: its times, when things were said and happened, and the figures, which hold for a day.

    `near` is the page as far as facts are taken from it, where that is known.
    """
    page = near or bound_page(facts.page)
    text, times = page.capture.text, find_agreed_times(page)
    figures = find_figures(page, facts.statements, times)
    return replace(
        facts,
        statements=date_statements(text, facts.statements, times),
        figures=figures,
        sums=find_sums(page, figures),
        times=times,
        happenings=date_happenings(text, facts.happenings, times),
    )


def read(  # noqa: PLR0913  (all but the first are options)
    paths: Sequence[str],
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    find: Finder = find_facts,
    settings: CaptureSettings | None = None,
    parser: Parser | None = None,
    gauge: Gauge | None = None,
) -> Record:
    """Read saved pages into one record; what cannot be read is listed in `unread`.

    `given` holds for every page. The path `-` stands for `stdin`. `find` takes the facts from each page.
    `settings` say what is taken as a page, and by which lane HTML is read; `parser` takes markup apart; `gauge` follows how much was read.
    """
    taken: list[Taken] = []
    unread: list[Unread] = []
    for capture in read_captures(paths, given=given or Given(), stdin=stdin, settings=settings, parser=parser, gauge=gauge):
        found = capture if isinstance(capture, Unread) else find(capture)
        if isinstance(found, Unread):
            unread.append(found)
        else:
            taken.append(found)
        if progress:
            progress(capture)
    return join(taken, tuple(unread))


def put_right(taken: Sequence[Taken], corrections: Sequence[Correction]) -> list[Taken]:
    """Give pages the speakers and dates that people have put right, and find again what rests on these."""
    amended = amend(taken, corrections, lambda name: read_mention(name).type or "organisation")
    return [(facts if facts is before else tell_times(facts), actors) for (facts, actors), (before, _) in zip(amended, taken, strict=True)]


def join(taken: Sequence[Taken], unread: tuple[Unread, ...] = (), corrections: Sequence[Correction] = ()) -> Record:
    """Join the facts of single pages into one record, with what only shows between pages and what people have put right.

    Pages come in the order of the times that they tell; of those that tell the same, or none, the one given first is taken for the first.
    """
    taken = sorted(put_right(taken, corrections), key=lambda one: by_time(one[0].page))
    laid = lay_pages([see(*one) for one in taken], corrections)
    captures = [dress(laid, number, facts, tell_times) for number, (facts, _) in enumerate(taken)]
    located = locate(captures, corrections)
    parts = zip(laid.parts, split_parts(laid, [cast for _, cast in taken]), strict=True)
    between = [find_between(of, [captures[at] for at in part], located) for part, of in parts]
    return put_together(laid, captures, number_between(between), unread, located)
