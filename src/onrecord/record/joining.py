"""Facts of a page to facts of a record: ids are made unique and what names actors follows who they are."""

from collections.abc import Mapping
from dataclasses import replace

from onrecord.model import Corrected, Facts, Figure, Happening, Speaker, Statement, Time


def number_facts(facts: Facts, number: int, ids: Mapping[str, str]) -> Facts:
    """Give the facts of a page ids unique over the record: its own with its number in front ("p2.s1"), and those of the record's actors."""
    prefix = f"p{number}."
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
