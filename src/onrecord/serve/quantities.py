"""Series of a record to what a reader is told of each quantity: its values in time, who gave them, where, and what they replace."""

from collections.abc import Iterator, Sequence

from onrecord.language.stems import stem_of
from onrecord.model import Figure, Point, Record, Series
from onrecord.record.schema import Json, plain
from onrecord.serve.items import Item
from onrecord.serve.lines import say_date
from onrecord.serve.places import Places
from onrecord.serve.standings import say_value


def find_quantities(record: Record, words: Sequence[str] = ()) -> list[Series]:
    """Find the series in whose quantity or holders all the words stand, the one that was told of last first."""
    added = {facts.page.capture.name: number for number, facts in enumerate(record.captures)}
    events = {figure.id: figure for facts in record.captures for figure in facts.figures}
    sought = {stem_of(word.lower()) for word in words}
    found = [series for series in record.series if sought <= _stems(series, [events[point.figure] for point in series.points])]
    return sorted(found, key=lambda series: max(added[point.capture] for point in series.points), reverse=True)


def _stems(series: Series, figures: Sequence[Figure]) -> set[str]:
    """Give the stems by which a quantity is found."""
    told = [series.quantity, *(point.holder or "" for point in series.points)]
    told += [word for figure in figures for word in (figure.counted, figure.event, figure.place) if word]
    return {stem_of(word.strip(",.;:’'").lower().removesuffix("’s").removesuffix("'s")) for words in told for word in words.split()}


def quantity_items(series: Sequence[Series], record: Record) -> Iterator[Item]:
    """Tell each quantity with its values below it, oldest first."""
    places = Places(record)
    for one in series:
        notes = tuple(_say_point(point, one, places) for point in one.points)
        yield Item(f"{one.quantity or 'a number'}:", f" {len(one.points)} values", notes=notes, told=_told(one, places))


def _say_point(point: Point, series: Series, places: Places) -> str:
    """Say a value, who gave it, for which day, where it stands and what it takes the place of."""
    figure = places.items[point.figure]
    day = f", as of {say_date(point.as_of)}" if point.as_of else ""
    where = places.spot(point.capture, figure.span) if isinstance(figure, Figure) else point.capture
    before = f"; takes the place of {say_value(series.points[point.revises])}" if point.revises is not None else ""
    return f"{say_value(point)} – {point.holder or 'the outlet'}{day} ({where}){before}"


def _told(series: Series, places: Places) -> dict[str, Json]:
    points: list[Json] = []
    for point in series.points:
        figure, told = places.items[point.figure], plain(point)
        if isinstance(figure, Figure) and isinstance(told, dict):
            words = places.sentence(point.capture, figure.span)
            points.append({**told, "words": words, "line": places.line(point.capture, figure.span)})
    return {"id": series.id, "quantity": series.quantity, "points": points}
