"""Facts of single pages to facts of one record: ids are made unique and actors of one name become one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Actor, Facts, Figure, Happening, Repeat, Statement, Time

Cast = tuple[Actor, ...]


def join_facts(taken: Sequence[tuple[Facts, Cast]], repeats: Sequence[tuple[Repeat, ...]]) -> tuple[tuple[Facts, ...], Cast]:
    """Give every page's facts with ids unique over the record, and the actors of all pages.

    An id gets its page's number in front ("p2.s1"); actors are numbered anew ("a1").
    """
    actors, renamed = merge_actors([cast for _, cast in taken])
    joined = tuple(
        _numbered(replace(facts, repeats=again), f"p{number}.", ids)
        for number, ((facts, _), ids, again) in enumerate(zip(taken, renamed, repeats, strict=True), start=1)
    )
    return joined, actors


def merge_actors(casts: Sequence[Cast]) -> tuple[Cast, tuple[Mapping[str, str], ...]]:
    """Merge the actors of several pages; give them and, for each page, its old ids with the new ones.

    Two are one when they are of one type and share their name, or the name of one is another full name of the other.

    >>> one, two = Actor("a1", "Ines Orvel", "person"), Actor("a1", "INES ORVEL", "person", ("Ms Orvel",))
    >>> merge_actors([(one,), (two,)])
    ((Actor(id='a1', name='Ines Orvel', type='person', also=('Ms Orvel',)),), ({'a1': 'a1'}, {'a1': 'a1'}))
    """
    merged: list[Actor] = []
    known: dict[tuple[str, str], int] = {}
    renamed: list[dict[str, str]] = []
    for cast in casts:
        ids: dict[str, str] = {}
        for actor in cast:
            at = next((known[key] for key in _keys(actor) if key in known), None)
            if at is None:
                at = len(merged)
                merged.append(replace(actor, id=f"a{at + 1}"))
            else:
                merged[at] = _merged(merged[at], actor)
            ids[actor.id] = merged[at].id
        for actor in cast:
            known.update({key: int(ids[actor.id][1:]) - 1 for key in _keys(actor) if key not in known})
        renamed.append(ids)
    return tuple(merged), tuple(renamed)


def _keys(actor: Actor) -> list[tuple[str, str]]:
    """Give the names that tell the actor from all others: its name, and any full name among its other ones.

    A name with no capital ("the mayor", "police") may be somebody else on the next page.
    """
    names = [name for name in (actor.name, *filter(_full, actor.also)) if name != name.lower()]
    return [(actor.type, " ".join(name.split()).casefold()) for name in names]


def _full(name: str) -> bool:
    """Tell whether a name can stand on its own: two capitalised words or more, no title, no "the ministry"."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and words[0].rstrip(".").lower() not in _TITLES


_TITLES = frozenset(("dr", "her", "his", "lady", "lord", "miss", "mr", "mrs", "ms", "our", "sir", "the", "their"))


def _merged(first: Actor, second: Actor) -> Actor:
    others = dict.fromkeys((*first.also, second.name, *second.also))
    also = tuple(name for name in others if name.casefold() != first.name.casefold())
    return replace(first, also=also)


def _numbered(facts: Facts, prefix: str, ids: Mapping[str, str]) -> Facts:
    return replace(
        facts,
        statements=tuple(_statement(statement, prefix, ids) for statement in facts.statements),
        figures=tuple(_figure(figure, prefix, ids) for figure in facts.figures),
        times=tuple(_time(time, prefix) for time in facts.times),
        happenings=tuple(_happening(happening, prefix, ids) for happening in facts.happenings),
        names=tuple(replace(name, actor=ids.get(name.actor or "")) for name in facts.names),
    )


def _statement(statement: Statement, prefix: str, ids: Mapping[str, str]) -> Statement:
    speaker = statement.speaker
    return replace(
        statement,
        id=prefix + statement.id,
        speaker=replace(speaker, actor=ids.get(speaker.actor or "")) if speaker else None,
        via=tuple(replace(relay, actor=ids.get(relay.actor or "")) for relay in statement.via),
        when=prefix + statement.when if statement.when else None,
    )


def _figure(figure: Figure, prefix: str, ids: Mapping[str, str]) -> Figure:
    holder = figure.holder
    return replace(figure, id=prefix + figure.id, holder=replace(holder, actor=ids.get(holder.actor or "")) if holder else None)


def _time(time: Time, prefix: str) -> Time:
    return replace(time, id=prefix + time.id)


def _happening(happening: Happening, prefix: str, ids: Mapping[str, str]) -> Happening:
    actors = tuple(ids[actor] for actor in happening.actors if actor in ids)
    when = prefix + happening.when if happening.when else None
    return replace(happening, id=prefix + happening.id, when=when, actors=actors)
