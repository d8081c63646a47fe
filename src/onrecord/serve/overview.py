"""What happened when, and who is behind it all, to the lines of a brief."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from textwrap import shorten

from onrecord.model import Evidence, Record, Statement
from onrecord.serve.layout import Paper
from onrecord.serve.lines import say_date

FEWEST_DAYS, MOST_DAYS = 2, 12
"""Days of a timeline: one day alone is no line, and more than a dozen are no overview."""
LONGEST_DAY = 200
"""Characters of what is told of one day."""
MOST_PLACES = 4
"""Places told for one day."""
FEWEST_SAID, MOST_SPEAKERS, MOST_RELAYS = 2, 10, 3
"""Statements of a speaker worth telling of, speakers, and those through whom their words came."""
ACTS = {"deny": "denial", "confirm": "confirmation", "accuse": "accusation", "demand": "demand", "warn": "warning", "promise": "promise"}
"""Acts that are counted, as they are called."""


def render_timeline(record: Record, paper: Paper, places: Callable[[Sequence[Evidence]], str]) -> Iterator[str]:
    """Tell what happened when: the days of which the pages make most, in the order of the calendar."""
    days = sorted(record.timeline, key=lambda item: -item.weight)[:MOST_DAYS]
    if len(days) < FEWEST_DAYS:
        return
    yield paper.paint("TIMELINE", "bold")
    for item in sorted(days, key=lambda item: item.when):
        words = shorten(item.text, LONGEST_DAY, placeholder=" …")
        told = f" {words} {places(item.evidence[:MOST_PLACES])}"
        yield from paper.lines(told, first="  ", rest="    ", lead=f"{say_date(item.when)}:", style="bold")
    if more := len(record.timeline) - len(days):
        yield from paper.lines(f"{more} more day{'s' if more > 1 else ''} of which less is told: see the JSON.", first="  ")


def render_speakers(record: Record, retold: Collection[str], paper: Paper) -> Iterator[str]:
    """Tell who speaks most, how often and through whom; `retold` are the ids of statements that were told before."""
    said: defaultdict[str, list[tuple[str, Statement]]] = defaultdict(list)
    for facts in record.captures:
        for statement in facts.statements:
            if statement.id not in retold and statement.speaker and statement.speaker.actor:
                said[statement.speaker.actor].append((facts.page.capture.name, statement))
    names = {actor.id: actor.name for actor in record.actors}
    heard = sorted((actor for actor in said if len(said[actor]) >= FEWEST_SAID), key=lambda actor: -len(said[actor]))
    if not heard:
        return
    yield paper.paint("WHO SPEAKS", "bold")
    for actor in heard[:MOST_SPEAKERS]:
        told = _tell(said[actor], names)
        yield from paper.lines(f" {told}", first="  ", rest="    ", lead=f"{names.get(actor, actor)}:", style="bold")
    if len(heard) > MOST_SPEAKERS:
        yield from paper.lines(f"{len(heard) - MOST_SPEAKERS} more who speak more than once: see the JSON.", first="  ")


def _tell(said: Sequence[tuple[str, Statement]], names: dict[str, str]) -> str:
    pages = len({capture for capture, _ in said})
    acts = Counter(ACTS[statement.act] for _, statement in said if statement.act in ACTS)
    relays = Counter(names.get(relay.actor or "", relay.text) for _, statement in said for relay in statement.via)
    counted = ", ".join(f"{number} {act}{'s' if number > 1 else ''}" for act, number in acts.most_common())
    through = ", ".join(name for name, _ in relays.most_common(MOST_RELAYS))
    return (
        f"{len(said)} statements on {pages} page{'s' if pages > 1 else ''}"
        + (f", {counted} among them" if counted else "")
        + (f"; via {through}" if through else "")
    )
