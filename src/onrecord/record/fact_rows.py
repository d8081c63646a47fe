"""The facts of a page to the rows of the tables that keep them, and such rows back to the facts."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from onrecord.model import Actor, Facts, Figure, Happening, Holder, Name, Page, Phrase, Relay, Span, Speaker, Statement, Sum, Time
from onrecord.record.page_rows import Cells, Row, excerpt, place_cells, read_place, read_places, read_words, write_places


def statement_cells(statement: Statement) -> Cells:
    """Give the row of a statement."""
    speaker = statement.speaker
    return {
        "id": statement.id,
        "entry": statement.entry,
        "act": statement.act,
        "quoted": statement.quoted,
        "content": write_places(statement.content.spans),
        "cue": write_places(statement.cue.spans) if statement.cue else None,
        "speaker": speaker.text if speaker else None,
        **place_cells("speaker", speaker.span if speaker else None),
        "speaker_actor": speaker.actor if speaker else None,
        "speaker_name": speaker.name if speaker else None,
        "speaker_how": speaker.how if speaker else None,
        "via": json.dumps([asdict(relay) for relay in statement.via], ensure_ascii=False) if statement.via else None,
        **place_cells("audience", statement.audience.span if statement.audience else None),
        "when": statement.when,
        "confidence": statement.confidence,
    }


def statement_of(row: Row, text: str) -> Statement:
    """Give the statement that a row keeps; `text` is that of its capture."""
    speaker = None
    if row["speaker"] is not None:
        speaker = Speaker(row["speaker"], read_place(row, "speaker"), row["speaker_actor"], row["speaker_name"], row["speaker_how"])
    return Statement(
        id=row["id"],
        entry=row["entry"],
        speaker=speaker,
        cue=_phrase(row["cue"], text) if row["cue"] else None,
        content=_phrase(row["content"], text),
        quoted=row["quoted"],
        act=row["act"],
        via=tuple(_relay(one) for one in json.loads(row["via"] or "[]")),
        audience=excerpt(read_place(row, "audience"), text),
        when=row["when"],
        confidence=row["confidence"],
    )


def _phrase(written: str, text: str) -> Phrase:
    spans = read_places(written)
    return Phrase(" ".join(span.of(text) for span in spans), spans)


def _relay(written: Mapping[str, Any]) -> Relay:
    return Relay(written["text"], Span(*written["span"]) if written["span"] else None, written["actor"])


def figure_cells(figure: Figure) -> Cells:
    """Give the row of a figure."""
    kept = ("id", "entry", "bound", "counted", "event", "actor", "place", "as_of")
    holder = figure.holder
    return {
        **{name: getattr(figure, name) for name in kept},
        "value": write_number(figure.value),
        "high": write_number(figure.high),
        "start": figure.span.start,
        "end": figure.span.end,
        "holder": holder.name if holder else None,
        "holder_actor": holder.actor if holder else None,
    }


def figure_of(row: Row, text: str) -> Figure:
    """Give the figure that a row keeps."""
    span = Span(row["start"], row["end"])
    return Figure(
        id=row["id"],
        entry=row["entry"],
        span=span,
        text=span.of(text),
        value=read_number(row["value"]),
        high=read_number(row["high"]),
        bound=row["bound"],
        counted=row["counted"],
        event=row["event"],
        actor=row["actor"],
        place=row["place"],
        as_of=row["as_of"],
        holder=Holder(row["holder"], row["holder_actor"]) if row["holder"] is not None else None,
    )


_LARGEST = 2**63
"""Whole numbers from here on do not fit a column of SQLite."""


def write_number(value: float | int | None) -> float | int | str | None:
    """Give a number as a column holds it: one that is too large for it is written out."""
    return str(value) if isinstance(value, int) and not -_LARGEST <= value < _LARGEST else value


def read_number(cell: float | int | str | None) -> float | int | None:
    """Read what `write_number` gave."""
    return int(cell) if isinstance(cell, str) else cell


def time_cells(time: Time) -> Cells:
    """Give the row of a time expression."""
    kept = ("id", "type", "value", "anchor", "rule")
    told = {name: getattr(time, name) for name in kept}
    return {**told, "start": time.span.start, "end": time.span.end, "first": time.start, "last": time.end}


def time_of(row: Row, text: str) -> Time:
    """Give the time expression that a row keeps."""
    span = Span(row["start"], row["end"])
    covers = row["first"], row["last"]
    return Time(row["id"], span, span.of(text), row["type"], row["value"], *covers, row["anchor"], row["rule"])


def happening_cells(one: Happening) -> Cells:
    """Give the row of a happening."""
    return {
        "id": one.id,
        "entry": one.entry,
        "start": one.span.start,
        "end": one.span.end,
        "when": one.when,
        **place_cells("place", one.place.span if one.place else None),
        "actors": json.dumps(one.actors),
    }


def happening_of(row: Row, text: str) -> Happening:
    """Give the happening that a row keeps."""
    span = Span(row["start"], row["end"])
    place = excerpt(read_place(row, "place"), text)
    return Happening(row["id"], row["entry"], span, span.of(text), row["when"], place, tuple(json.loads(row["actors"])))


def name_cells(name: Name) -> Cells:
    """Give the row of a name."""
    return {"start": name.span.start, "end": name.span.end, "type": name.type, "actor": name.actor}


def name_of(row: Row, text: str) -> Name:
    """Give the name that a row keeps."""
    span = Span(row["start"], row["end"])
    return Name(span, span.of(text), row["type"], row["actor"])


def sum_cells(one: Sum) -> Cells:
    """Give the row of a sum."""
    return {
        "total": write_number(one.total),
        "parts": json.dumps(one.parts),
        "remainder": write_number(one.remainder),
        "verdict": one.verdict,
        "spans": write_places(one.spans),
    }


def sum_of(row: Row, _text: str) -> Sum:
    """Give the sum that a row keeps."""
    total, remainder = read_number(row["total"]), read_number(row["remainder"])
    return Sum(total or 0, tuple(json.loads(row["parts"])), remainder, row["verdict"], read_places(row["spans"]))


def actor_cells(actors: Iterable[Actor], capture: int) -> list[Cells]:
    """Give the rows of the actors of a page."""
    return [
        {
            "capture": capture,
            "nth": nth,
            "id": actor.id,
            "name": actor.name,
            "type": actor.type,
            "also": json.dumps(actor.also, ensure_ascii=False),
        }
        for nth, actor in enumerate(actors)
    ]


def actor_of(row: Row) -> Actor:
    """Give the actor that a row keeps."""
    return Actor(row["id"], row["name"], row["type"], read_words(row["also"]))


TABLES: Mapping[str, tuple[str, Callable[[Any], Cells], Callable[[Row, str], Any]]] = MappingProxyType(
    {
        "statement": ("statements", statement_cells, statement_of),
        "figure": ("figures", figure_cells, figure_of),
        "sum": ("sums", sum_cells, sum_of),
        "time": ("times", time_cells, time_of),
        "name": ("names", name_cells, name_of),
        "happening": ("happenings", happening_cells, happening_of),
    }
)
"""For each table of facts: their field in `Facts`, and what writes and reads a row."""


def fact_cells(facts: Facts, capture: int) -> dict[str, list[Cells]]:
    """Give the rows of a page's facts for each table; `capture` the number of its capture."""
    return {
        table: [{"capture": capture, "nth": nth, **write(one)} for nth, one in enumerate(getattr(facts, field))]
        for table, (field, write, _) in TABLES.items()
    }


def facts_of(page: Page, rows: Mapping[str, Iterable[Row]]) -> Facts:
    """Give the facts that rows keep; every table's rows come in the page's order."""
    text: str = page.capture.text
    kept: dict[str, Any] = {field: tuple(read(row, text) for row in rows[table]) for table, (field, _, read) in TABLES.items()}
    return Facts(page, **kept)
