"""A Record and one of its stories to a Record of that story alone: its pages, and what lies between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.model import Change, Evidence, Facts, Record, Span, Story


def slice_story(record: Record, story: Story) -> Record:
    """Give what a record holds of one story; of a page that tells other stories too, only the entries that tell this one.

    Its claims stay whole: some of their places may be on pages of other stories.
    """
    told: defaultdict[str, set[int]] = defaultdict(set)
    for entry in story.entries:
        told[entry.capture].add(entry.entry)
    claims = tuple(claim for claim in record.claims if claim.story == story.id)
    captures = tuple(_slice_page(facts, told[name]) for facts in record.captures if (name := facts.page.capture.name) in told)
    within = _Within(captures)
    figures = {member.figure for claim in claims for member in claim.members if member.figure}
    spoken = {actor for facts in captures for actor in _actors(facts)}
    return Record(
        captures=captures,
        actors=tuple(actor for actor in record.actors if actor.id in spoken),
        copies=tuple(copy for copy in record.copies if copy.capture in told and copy.of in told),
        findings=tuple(replace(one, evidence=kept) for one in record.findings if (kept := within.keep(one.evidence))),
        timeline=tuple(replace(one, evidence=within.keep(one.evidence)) for one in record.timeline if within.keep(one.evidence[:1])),
        stories=(story,),
        claims=claims,
        series=tuple(series for series in record.series if any(point.figure in figures for point in series.points)),
        changes=tuple(one for one in record.changes if within.change(one)),
    )


def _slice_page(facts: Facts, entries: set[int]) -> Facts:
    """Give the facts of some entries of a page; its text, and so every place in it, stays as it is."""
    if entries >= {entry.id for entry in facts.page.entries}:
        return facts
    spans = [entry.span for entry in facts.page.entries if entry.id in entries]
    return replace(
        facts,
        page=replace(facts.page, entries=tuple(entry for entry in facts.page.entries if entry.id in entries)),
        statements=tuple(one for one in facts.statements if one.entry in entries),
        figures=tuple(one for one in facts.figures if one.entry in entries),
        sums=tuple(one for one in facts.sums if _inside(one.spans[0], spans)),
        times=tuple(one for one in facts.times if _inside(one.span, spans)),
        happenings=tuple(one for one in facts.happenings if one.entry in entries),
        names=tuple(one for one in facts.names if _inside(one.span, spans)),
        repeats=tuple(one for one in facts.repeats if _inside(one.span, spans)),
    )


class _Within:
    """Tells what stands on a story's pages, or in its entries where a page tells other stories too."""

    def __init__(self, captures: Iterable[Facts]) -> None:
        self.spans = {facts.page.capture.name: list(_extent(facts)) for facts in captures}

    def keep(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(one for one in evidence if self.holds(one.capture, one.span))

    def change(self, change: Change) -> bool:
        """Tell whether both captures are the story's, and what changed stands in it."""
        sides = ((change.from_, change.before), (change.to, change.after))
        return all(name in self.spans for name, _ in sides) and any(one and self.holds(name, one.span) for name, one in sides)

    def holds(self, capture: str, span: Span) -> bool:
        return _inside(span, self.spans.get(capture, ()))


def _extent(facts: Facts) -> Iterator[Span]:
    """Give the places of a page that tell the story: all of it where none of its lines are in another entry."""
    kept = {entry.id for entry in facts.page.entries}
    if all(block.entry in kept for block in facts.page.blocks if block.entry is not None):
        yield Span(0, len(facts.page.capture.text))
    else:
        yield from (entry.span for entry in facts.page.entries)


def _inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.overlaps(span) for one in spans)


def _actors(facts: Facts) -> Iterator[str]:
    for statement in facts.statements:
        named = (statement.speaker, *statement.via)
        yield from (one.actor for one in named if one and one.actor)
    yield from (figure.holder.actor for figure in facts.figures if figure.holder and figure.holder.actor)
