"""What people have put right to the words in which it is told."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import shorten

from onrecord.model import Corrected, CorrectedItem, Correction, Published, Speaker
from onrecord.serve.layout import Paper
from onrecord.serve.lines import say_date, say_published

LONGEST = 60
"""Characters shown of the words of an item: enough to know them again."""


def say_corrected(corrected: Corrected) -> str:
    """Say who has put something right, and what had been read.

    >>> say_corrected(Corrected("denied", 3, "edda", "2026-03-04T09:00:00Z", None))
    'corrected by edda; read as denied'
    """
    was = corrected.was
    if isinstance(was, Speaker):
        was = was.name or was.text
    elif isinstance(was, Published):
        was = say_published(was)
    return f"corrected by {corrected.by}; {f'read as {was}'.replace('_', ' ') if was else 'none had been found'}"


def say_correction(correction: Correction, spot: Callable[[CorrectedItem], str]) -> str:
    """Say what was put right; `spot` says where an item stands."""
    things = [_thing(item, spot) for item in correction.items]
    if correction.kind in ("same", "apart"):
        return f"{things[0]} and {things[1]} are {'not ' if correction.kind == 'apart' else ''}one claim"
    value, was = (_value(correction, value) for value in (correction.value, correction.was))
    lead = {"speaker": f"{things[0]}: said by", "date": f"{things[0]}: published", "standing": f"the claim of {things[0]} is"}
    return f"{lead[correction.kind]} {value}; {f'read as {was}' if correction.was else 'none had been found'}"


def say_maker(correction: Correction) -> str:
    """Say who put something right, on which day, and what they noted: "edda, 4 March 2026: she phoned us"."""
    return f"{correction.by}, {say_date(correction.at[:10])}{f': {correction.note}' if correction.note else ''}"


def _thing(item: CorrectedItem, spot: Callable[[CorrectedItem], str]) -> str:
    return item.name if item.kind == "page" else f"{spot(item)} “{shorten(item.text, LONGEST, placeholder=' …')}”"


def _value(correction: Correction, value: str | None) -> str:
    if value is None:
        return "nobody who is named"
    return say_date(value) if correction.kind == "date" else value.replace("_", " ") if correction.kind == "standing" else value


def render_corrections(corrections: Sequence[Correction], paper: Paper, spot: Callable[[CorrectedItem], str]) -> Iterator[str]:
    """Give the lines about what people have put right; `spot` says where an item stands."""
    if corrections:
        yield paper.paint("CORRECTED BY HAND", "bold")
    for one in corrections:
        yield from paper.lines(f" {say_correction(one, spot)} ({say_maker(one)})", first="  ", rest="    ", lead=f"{one.number}.")
