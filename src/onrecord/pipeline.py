"""Paths of saved pages to a Record: the one place that knows the order of the stages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from onrecord.capture.gauge import Gauge
from onrecord.capture.reader import read_captures
from onrecord.capture.source import Parser
from onrecord.copies.matching import find_matches
from onrecord.copies.repeats import find_repeats
from onrecord.copies.syndication import find_copies
from onrecord.errors import RecordError
from onrecord.extract.agreeing import find_agreed_times
from onrecord.extract.dating import infer_published
from onrecord.extract.figures import find_figures
from onrecord.extract.happenings import find_happenings
from onrecord.extract.mentions import read_mention
from onrecord.extract.names import find_names
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.extract.sums import find_sums
from onrecord.extract.telling import date_happenings, date_statements
from onrecord.model import Actor, Capture, Copy, Correction, Facts, Given, Page, Published, Record, Unread
from onrecord.page.measure import bound_page, note_bound
from onrecord.page.memory import drop_recurring
from onrecord.page.page import split_page
from onrecord.record.amending import amend, locate
from onrecord.record.corrections import read_corrections, undo_correction, write_correction
from onrecord.record.dropping import without_dropped
from onrecord.record.joining import join_facts
from onrecord.record.order import by_time
from onrecord.record.store import KeptRecord
from onrecord.settings import CaptureSettings
from onrecord.story.changes import find_changes
from onrecord.story.claim_findings import find_claim_findings
from onrecord.story.claims import find_claims
from onrecord.story.corrected import find_contrary, lay_standings
from onrecord.story.counts import name_counts
from onrecord.story.findings import find_findings
from onrecord.story.grouping import find_stories
from onrecord.story.series import find_series
from onrecord.story.timeline import find_timeline

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
    return tell_times(Facts(page, statements, names=names, happenings=happenings)), actors


def tell_times(facts: Facts) -> Facts:
    """Find what rests on the day of a page: its times, when things were said and happened, and the figures, which hold for a day."""
    page = bound_page(facts.page)
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


def keep(  # noqa: PLR0913  (all but the first two are options)
    paths: Sequence[str],
    record: KeptRecord,
    *,
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    find: Finder = find_facts,
    settings: CaptureSettings | None = None,
    parser: Parser | None = None,
    gauge: Gauge | None = None,
) -> Iterator[tuple[Capture | Unread, bool]]:
    """Add saved pages to a kept record, each whole or not at all; give each input and whether it is new to the record."""
    limits = replace(settings or CaptureSettings(), keep_content=True)
    for capture in read_captures(paths, given=given or Given(), stdin=stdin, settings=limits, parser=parser, gauge=gauge):
        if isinstance(capture, Unread) or record.holds(capture.id):
            yield capture, False
            continue
        found = find(capture)
        if isinstance(found, Unread):
            yield found, False
            continue
        [(corrected, _)] = put_right([found], read_corrections(record, capture.id))
        yield capture, record.add(found, capture.content, corrected=None if corrected is found[0] else corrected)


def recall(record: KeptRecord) -> Record:
    """Join what a kept record holds, as if its pages were read now in the order in which they were added; no page is read again.

    What people have put right stands before what was read, which is kept beside it.
    """
    return join(list(record.pages()), corrections=read_corrections(record))


def correct(record: KeptRecord, new: Correction) -> Correction:
    """Keep what a person puts right, and let the record be found by it; gives the correction with its number.

    Raises RecordError where it says of two items that they are one claim, or are not, against what was said before.
    """
    with record.change():
        contrary = find_contrary(read_corrections(record), new)
        if contrary:
            what = f"that is contrary to correction {' and '.join(map(str, contrary))}"
            raise RecordError(what, where=str(record.path), remedy=f"undo that first: onrecord correct --undo {contrary[-1]}")
        made = write_correction(record, new)
        settle_correction(record, made)
    return made


def undo(record: KeptRecord, number: int, *, by: str, at: str) -> Correction:
    """Undo a correction, which stays listed; `at` is an ISO date-time. Raises RecordError where there is none, or it was undone."""
    with record.change():
        undone = undo_correction(record, number, by=by, at=at)
        settle_correction(record, undone)
    return undone


def settle_correction(record: KeptRecord, correction: Correction) -> None:
    """Bring what is kept of the pages that a correction is of into line with all corrections that hold; within a change."""
    for identity in {item.capture for item in correction.items}:
        taken = record.page_of(identity)
        if taken:
            [(facts, _)] = put_right([taken], read_corrections(record, identity))
            record.lay(facts)


def settle_all(path: Path) -> None:
    """Let all corrections that a record holds be laid over its pages, as those of a record that was put together anew are not."""
    with KeptRecord(path) as record, record.change():
        for correction in read_corrections(record):
            settle_correction(record, correction)


def put_right(taken: Sequence[Taken], corrections: Sequence[Correction]) -> list[Taken]:
    """Give pages the speakers and dates that people have put right, and find again what rests on these."""
    amended = amend(taken, corrections, lambda name: read_mention(name).type or "organisation")
    return [(facts if facts is before else tell_times(facts), actors) for (facts, actors), (before, _) in zip(amended, taken, strict=True)]


def join(taken: Sequence[Taken], unread: tuple[Unread, ...] = (), corrections: Sequence[Correction] = ()) -> Record:
    """Join the facts of single pages into one record, with what only shows between pages and what people have put right.

    Pages come in the order of the times that they tell; of those that tell the same, or none, the one given first is taken for the first.
    """
    taken = sorted(put_right(taken, corrections), key=lambda one: by_time(one[0].page))
    taken = forget_recurring(taken)
    pages = [facts.page for facts, _ in taken]
    matches = find_matches(pages)
    copies = find_copies(pages, matches)
    repeats = find_repeats(pages, copies, matches)
    captures, actors = join_facts(date_pages(taken, copies), repeats)
    changes = find_changes(captures, copies)
    stories = find_stories(captures, copies)
    corrections = locate(captures, corrections)
    claims = find_claims(captures, copies, actors=actors, stories=stories, corrections=corrections)
    claims = lay_standings(claims, corrections)
    series = find_series(claims, captures, actors=actors)
    findings = find_findings(captures, copies, changes=changes, more=find_claim_findings(claims, series, captures))
    timeline = find_timeline(captures, copies)
    captures = name_counts(captures, stories)  # last: claims rest on each page's own words
    return Record(captures, unread, actors, copies, findings, timeline, stories, claims, series, changes, corrections)


def forget_recurring(taken: Sequence[Taken]) -> list[Taken]:
    """Call furniture what recurs on the pages of one outlet, and take back what was taken from such lines."""
    pages = drop_recurring([facts.page for facts, _ in taken])
    return [
        (facts, actors) if page is facts.page else (without_dropped(facts, page), actors)
        for (facts, actors), page in zip(taken, pages, strict=True)
    ]


def date_pages(taken: Sequence[Taken], copies: Sequence[Copy]) -> list[Taken]:
    """Give the pages that do not state their day the days within which it must lie, and read again what rests on it."""
    dates = infer_published([bound_page(facts.page) for facts, _ in taken], copies)
    return [
        (facts, actors) if published == facts.page.published else (_dated(facts, published), actors)
        for (facts, actors), published in zip(taken, dates, strict=True)
    ]


def _dated(facts: Facts, published: Published | None) -> Facts:
    return tell_times(replace(facts, page=replace(facts.page, published=published)))
