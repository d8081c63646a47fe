"""Pages of which the facts are known to what lies between them: the one place that knows the order of these stages.

Pages are laid beside each other, which tells the copies, the days, the actors and the stories, and what of it makes pages parts of one
matter. What is claimed, changed and counted is found part by part, so that a page touches only its own part.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.copies.matching import find_matches
from onrecord.copies.repeats import find_repeats
from onrecord.copies.syndication import find_copies
from onrecord.extract.dating import infer_published
from onrecord.extract.day_signs import find_signs
from onrecord.model import (
    Actor,
    Between,
    Copy,
    Correction,
    Facts,
    Laid,
    Page,
    Recalled,
    Record,
    Seen,
    Story,
    Traces,
    Unread,
    digest_all,
)
from onrecord.page.measure import bound_page
from onrecord.page.memory import drop_recurring
from onrecord.record.amending import select_holding
from onrecord.record.dropping import without_dropped
from onrecord.record.joining import number_facts
from onrecord.record.people import merge_actors, name_all
from onrecord.story.changes import find_changes
from onrecord.story.claim_findings import find_claim_findings
from onrecord.story.claims import find_claims
from onrecord.story.corrected import lay_standings
from onrecord.story.counts import name_counts
from onrecord.story.findings import find_findings, order_findings
from onrecord.story.grouping import date_stories, find_stories
from onrecord.story.kin import Kinship, find_kin
from onrecord.story.series import find_series
from onrecord.story.timeline import find_days, join_days

Retell = Callable[[Facts], Facts]
"""Finds again what rests on the day of a page."""


def see(facts: Facts, cast: tuple[Actor, ...]) -> Seen:
    """Take of a page what is needed to lay it beside others."""
    return Seen(facts.page, cast, frozenset(one.speaker.actor for one in facts.statements if one.speaker and one.speaker.actor))


def lay_pages(seen: Sequence[Seen], corrections: Iterable[Correction] = (), traces: Traces | None = None) -> Laid:
    """Lay pages beside each other, which come in the order of the times that they tell; `traces` are what was found of them before."""
    read = Recalled(traces, [one.mark for one in seen]) if traces is not None else None
    pages, dropped = drop_recurring([one.page for one in seen], recalled=read)
    recalled = Recalled(traces, [_mark(one, lost) for one, lost in zip(seen, dropped, strict=True)]) if traces is not None else None
    matches = find_matches(pages, recalled=recalled)
    copies = find_copies(pages, matches)
    repeats = find_repeats(pages, copies, matches, recalled=recalled)
    stories = find_stories(pages, copies, recalled=recalled)
    dates = infer_published(pages, copies, stories, recalled=recalled, find=lambda page: find_signs(bound_page(page)))
    pages = tuple(page if date == page.published else replace(page, published=date) for page, date in zip(pages, dates, strict=True))
    stories = date_stories(stories, pages)
    actors, voices = merge_actors([one.cast for one in seen], traces=traces)
    speakers = [sorted({ids[name] for name in one.speakers if name in ids}) for one, ids in zip(seen, voices, strict=True)]
    parts = find_kin(Kinship([page.capture.name for page in pages], speakers, copies, stories, _bound(pages, corrections)))
    return Laid(pages, dropped, actors, voices, repeats, copies, stories, parts)


def _mark(seen: Seen, dropped: Mapping[int, str]) -> str:
    """Give what tells a page from all others that are kept, beside which it may have lost lines."""
    return digest_all(seen.mark, sorted(dropped)) if dropped else seen.mark


def _bound(pages: Sequence[Page], corrections: Iterable[Correction]) -> list[tuple[str, str]]:
    """Give the captures of which people have said that two items are of one claim."""
    names = {page.capture.id: page.capture.name for page in pages}
    pairs = [one.items for one in select_holding(corrections) if one.kind == "same"]
    return [(names[one.capture], names[two.capture]) for one, two in pairs if one.capture in names and two.capture in names]


def dress(laid: Laid, number: int, facts: Facts, retell: Retell, *, rank: int | None = None) -> Facts:
    """Give the facts of a page, as it was read, the ids that hold among all pages, and what lies beside it; `number` counts from 0.

    `rank` is its number among all pages, where only some are laid.
    """
    page = laid.pages[number]
    dropped = facts if page.blocks == facts.page.blocks else without_dropped(facts, page)
    dated = dropped if page.published == facts.page.published else retell(replace(dropped, page=page))
    return number_facts(replace(dated, repeats=laid.repeats[number]), (number if rank is None else rank) + 1, laid.voices[number])


def split_parts(laid: Laid, casts: Sequence[tuple[Actor, ...]]) -> tuple[Laid, ...]:
    """Give what is laid beside each other part by part, under the same ids; actors are called what their pages call them in `casts`."""
    part_of = _parts_of(laid)
    copies: list[list[Copy]] = [[] for _ in laid.parts]
    for copy in laid.copies:
        copies[part_of[copy.capture]].append(copy)
    stories, order = _split_stories(laid), {actor.id: number for number, actor in enumerate(laid.actors)}
    return tuple(
        Laid(
            tuple(laid.pages[at] for at in part),
            tuple(laid.dropped[at] for at in part),
            _call(laid, part, casts, order),
            tuple(laid.voices[at] for at in part),
            tuple(laid.repeats[at] for at in part),
            tuple(copies[number]),
            stories[number],
            (tuple(range(len(part))),),
        )
        for number, part in enumerate(laid.parts)
    )


def _parts_of(laid: Laid) -> dict[str, int]:
    """Give the number of the part of each capture."""
    return {laid.pages[at].capture.name: number for number, part in enumerate(laid.parts) for at in part}


def _split_stories(laid: Laid) -> list[tuple[Story, ...]]:
    """Give the stories of each part."""
    part_of = _parts_of(laid)
    stories: list[list[Story]] = [[] for _ in laid.parts]
    for story in laid.stories:
        stories[part_of[story.entries[0].capture]].append(story)
    return [tuple(found) for found in stories]


def _call(laid: Laid, part: Sequence[int], casts: Sequence[tuple[Actor, ...]], order: Mapping[str, int]) -> tuple[Actor, ...]:
    """Give the actors of a part, without what only others call them: who is in all news is called something new with every page."""
    names: defaultdict[int, set[str]] = defaultdict(set)
    for at in part:
        for actor in casts[at]:
            voice = order[laid.voices[at][actor.id]]
            known = names[voice]
            if laid.actors[voice].also:
                known.update(name_all(actor))
    return tuple(_called(laid.actors[voice], names[voice]) for voice in sorted(names))


def _called(actor: Actor, names: Container[str]) -> Actor:
    also = tuple(name for name in actor.also if name in names)
    return actor if also == actor.also else replace(actor, also=also)


def find_between(part: Laid, captures: Sequence[Facts], corrections: Sequence[Correction] = ()) -> Between:
    """Find what the pages of one part tell together; `corrections` are located on them."""
    changes = find_changes(captures, part.copies)
    claims = find_claims(captures, part.copies, actors=part.actors, stories=part.stories, corrections=corrections)
    standing = lay_standings(claims, corrections)
    series = find_series(standing, captures, actors=part.actors)
    told = find_claim_findings(standing, series, captures)
    findings = find_findings(captures, part.copies, changes=changes, more=told)
    return Between(changes, claims, series, findings, find_days(captures, part.copies))


def number_between(between: Iterable[Between], before: Sequence[tuple[int, int]] | None = None) -> list[Between]:
    """Number the claims and series of parts on from part to part, or from what is `before` each part: so many claims and series."""
    found, sums = [], (0, 0)
    for at, part in enumerate(between):
        claims, series = before[at] if before else sums
        found.append(
            replace(
                part,
                claims=tuple(replace(one, id=f"c{number}") for number, one in enumerate(part.claims, start=claims + 1)),
                series=tuple(replace(one, id=f"q{number}") for number, one in enumerate(part.series, start=series + 1)),
            )
        )
        sums = (claims + len(part.claims), series + len(part.series))
    return found


def put_together(
    laid: Laid,
    captures: Sequence[Facts],
    between: Sequence[Between],
    unread: tuple[Unread, ...] = (),
    corrections: tuple[Correction, ...] = (),
) -> Record:
    """Put the record of all pages together of what its parts tell, whose claims and series are numbered."""
    parts = zip(laid.parts, _split_stories(laid), strict=True)
    counted = {at: one for part, of in parts for at, one in zip(part, name_counts([captures[at] for at in part], of), strict=True)}
    return Record(
        tuple(counted[at] for at in range(len(captures))),  # named last: claims rest on each page's own words
        unread,
        laid.actors,
        laid.copies,
        order_findings(chain.from_iterable(part.findings for part in between)),
        join_days(chain.from_iterable(part.days for part in between)),
        laid.stories,
        lay_standings(chain.from_iterable(part.claims for part in between), corrections),
        tuple(chain.from_iterable(part.series for part in between)),
        tuple(chain.from_iterable(part.changes for part in between)),
        corrections,
    )
