"""Facts of single pages to facts of one record: ids are made unique and what names actors follows who they are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Corrected, Facts, Figure, Happening, Repeat, Speaker, Statement, Time
from onrecord.record.people import Cast, merge_actors


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
    return replace(
        statement,
        id=prefix + statement.id,
        speaker=_speaker(statement.speaker, ids),
        corrected=_corrected(statement.corrected, ids),
        via=tuple(replace(relay, actor=ids.get(relay.actor or "")) for relay in statement.via),
        when=prefix + statement.when if statement.when else None,
    )


def _speaker(speaker: Speaker | None, ids: Mapping[str, str]) -> Speaker | None:
    return replace(speaker, actor=ids.get(speaker.actor or "")) if speaker else None


def _corrected(corrected: Corrected | None, ids: Mapping[str, str]) -> Corrected | None:
    """Name the actor anew whom the machine had taken for the speaker."""
    if corrected is None or not isinstance(corrected.was, Speaker):
        return corrected
    return replace(corrected, was=_speaker(corrected.was, ids))


def _figure(figure: Figure, prefix: str, ids: Mapping[str, str]) -> Figure:
    holder = figure.holder
    return replace(figure, id=prefix + figure.id, holder=replace(holder, actor=ids.get(holder.actor or "")) if holder else None)


def _time(time: Time, prefix: str) -> Time:
    return replace(time, id=prefix + time.id)


def _happening(happening: Happening, prefix: str, ids: Mapping[str, str]) -> Happening:
    actors = tuple(ids[actor] for actor in happening.actors if actor in ids)
    when = prefix + happening.when if happening.when else None
    return replace(happening, id=prefix + happening.id, when=when, actors=actors)
