"""Saved pages into a kept record, and what it knows back: the one place that knows the order of these steps."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from onrecord.between import dress, find_between, lay_pages, number_between, put_together, see, split_parts
from onrecord.capture.gauge import Gauge
from onrecord.capture.reader import read_captures
from onrecord.capture.source import Parser
from onrecord.errors import RecordError
from onrecord.model import Actor, Between, Capture, Correction, Facts, Given, Laid, Record, Seen, Unread, digest_all, digest_page
from onrecord.pipeline import Finder, find_facts, join, put_right, tell_times
from onrecord.record.amending import locate
from onrecord.record.choosing import Choice, choose_all
from onrecord.record.corrections import read_corrections, undo_correction, write_correction
from onrecord.record.order import by_time
from onrecord.record.seeing import GonePageError, Sight, keep_sights, read_sights
from onrecord.record.settling import (
    WAY,
    State,
    digest_part,
    find_parts,
    is_kept,
    keep_laid,
    keep_part,
    may_be_settled,
    read_settled,
    settled,
    snapshot,
    state_of,
)
from onrecord.record.store import KeptRecord
from onrecord.record.traces import KeptTraces
from onrecord.settings import CaptureSettings
from onrecord.story.corrected import find_contrary


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


Step = Callable[[int, int], None]
"""Told how many pages have been told anew, and how many are to be; first of none, and how many are held against each other."""


def recall(record: KeptRecord, step: Step | None = None, choose: Choice = choose_all) -> Record:
    """Give what a kept record holds, as if its pages were read now; no page is read again, and no part told anew that was.

    What people have put right stands before what was read, which is kept beside it. A record that may only be read is joined for once.
    Where captures are chosen, only the parts that hold one of these are given, under the ids that they have among all.
    """
    if not may_be_settled(record):
        return join(list(record.pages()), corrections=read_corrections(record))
    with settled(record, lambda: settle(record, step)):
        corrections, parts = read_corrections(record), find_parts(record, choose(record))
        pages = {number: page for number in parts.pages if (page := record.read_page(number))}
        taken = put_right(list(pages.values()), corrections)
        laid, between = read_settled(record, parts, {number: facts.page for number, (facts, _) in zip(pages, taken, strict=True)})
    ranks = list(parts.pages.values())
    captures = [dress(laid, at, facts, tell_times, rank=ranks[at]) for at, (facts, _) in enumerate(taken)]
    return put_together(laid, captures, number_between(between, parts.before), (), locate(captures, corrections))


def settle(record: KeptRecord, step: Step | None = None) -> None:
    """Bring what lies between the pages of a kept record up to date: all are laid beside each other, and parts that changed told anew."""
    done = False
    while not done:  # else another process has taken out a page, or put something right, in between
        with snapshot(record):
            state = state_of(record)
            sights = read_sights(record, {item.capture for one in state.corrections for item in one.items})
        right = put_right([(one.facts, one.actors) for one in sights.values()], state.corrections)
        known = {number: _know(one, *taken) for (number, one), taken in zip(sights.items(), right, strict=True)}
        with suppress(GonePageError):
            done = _Laying(record, dict(sorted(known.items(), key=lambda one: by_time(one[1].seen.page))), state, step).settle()
            keep_sights(record, sights)


@dataclass(frozen=True, slots=True)
class _Known:
    """A page of a kept record while it is laid beside others."""

    seen: Seen
    """What is needed of it."""
    facts: Facts | None
    """Its facts where people have put something right; null elsewhere, for they are read when they are needed."""


def _know(sight: Sight, facts: Facts, actors: tuple[Actor, ...]) -> _Known:
    """Take what is needed of a page; `facts` are those with what people have put right on it."""
    if facts is sight.facts:
        return _Known(Seen(facts.page, actors, sight.speakers, sight.mark), None)
    return _Known(replace(see(facts, actors), mark=digest_all(sight.mark, digest_page(facts.page))), facts)


class _Laying:
    """Pages of a kept record, in order by the numbers of their captures, while they are laid beside each other."""

    def __init__(self, record: KeptRecord, known: Mapping[int, _Known], state: State, step: Step | None = None) -> None:
        self.record, self.known, self.state, self.step = record, known, state, step
        self.numbers = list(known)

    def settle(self) -> bool:
        """Keep what lies between the pages; tells whether it could, for no page has been taken out."""
        self._tell_step(0, len(self.numbers))
        seen, traces = [one.seen for one in self.known.values()], KeptTraces(self.record, WAY)
        laid = lay_pages(seen, self.state.corrections, traces)
        split = split_parts(laid, [one.cast for one in seen])
        parts = [(part, of, digest_part(of, self.state.corrections)) for part, of in zip(laid.parts, split, strict=True)]
        new = [one for one in parts if not is_kept(self.record, one[2])]
        told, pages = 0, sum(len(part) for part, _, _ in new)
        for part, of, digest in new:
            between = self._find(laid, part, of)
            if between is None:
                return False
            keep_part(self.record, of, [self.numbers[at] for at in part], digest, between)
            told += len(part)
            self._tell_step(told, pages)
        read = {number: one.seen.page for number, one in self.known.items()}
        done = keep_laid(self.record, laid, read, [digest for _, _, digest in parts], self.state)
        if done:
            traces.write()
        return done

    def _find(self, laid: Laid, part: Sequence[int], of: Laid) -> Between | None:
        """Find what a part tells; nothing where one of its pages is gone."""
        found = {at: self._facts(self.numbers[at]) for at in part}
        captures = [dress(laid, at, facts, tell_times) for at, facts in found.items() if facts]
        return find_between(of, captures, locate(captures, self.state.corrections)) if len(captures) == len(part) else None

    def _facts(self, number: int) -> Facts | None:
        known = self.known[number].facts
        found = None if known else self.record.read_page(number)
        return found[0] if found else known

    def _tell_step(self, done: int, pages: int) -> None:
        if self.step:
            self.step(done, pages)


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
