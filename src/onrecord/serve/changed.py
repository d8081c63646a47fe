"""The changes of a record to the part of the brief that tells what changed between captures, with the lines where it stands."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from onrecord.model import Change, Excerpt, Record, Span
from onrecord.serve.layout import Paper, Style

Spot = Callable[[str, Span], str]
"""Says on which line of a capture a span begins."""
Mark = Callable[[str], str]
"""Gives the number by which the brief calls a capture."""
LONGEST_WORDING = 160
"""Characters of a wording; the page is at hand for the rest."""
MOST_TEXTS = 8
"""Paragraphs told of that came or went; who wants all has the JSON."""
_STYLES: dict[str, Style] = {"added": "green", "removed": "red"}
_LABELS = {"cue": "verb of saying", "entry": "update", "text": "text", "title": "headline", "quote": "quotation"}


def render_changes(record: Record, paper: Paper, line: Spot, mark: Mark) -> Iterator[str]:
    """Tell what changed, pair by pair of captures: the headline and the facts first, then what came, then what went."""
    if not record.changes:
        return
    yield paper.paint("WHAT CHANGED", "bold")
    for (before, after), group in groupby(record.changes, key=lambda change: (change.from_, change.to)):
        changes = list(group)
        yield from paper.lines(f"From {mark(before)} to {mark(after)}:", first="  ")
        yield from _altered([change for change in changes if change.kind == "altered" and change.what != "text"], paper, line)
        yield from _one_sided([change for change in changes if change.kind != "altered"], paper, line)
        reworded = sum(change.kind == "altered" and change.what == "text" for change in changes)
        if reworded:
            yield from paper.lines(f"{reworded} sentence{'s' if reworded > 1 else ''} worded otherwise, no fact altered.", first="    ")


def _altered(changes: Sequence[Change], paper: Paper, line: Spot) -> Iterator[str]:
    """Tell each wording once, with all that was altered in it."""
    for (before, after), group in groupby(changes, key=lambda change: (change.before, change.after)):
        told = list(group)
        if before and after:
            what = " and ".join(dict.fromkeys(_LABELS.get(change.what, change.what) for change in told))
            places = f"({line(told[0].from_, before.span)}, {line(told[0].to, after.span)})"
            yield from paper.lines(
                f" {say_wording(before)} became {say_wording(after)} {places}", first="    ", rest="      ", lead=f"{what}:", style="yellow"
            )


def _one_sided(changes: Sequence[Change], paper: Paper, line: Spot) -> Iterator[str]:
    """Tell of what came and went: every update by its heading, and the first few paragraphs."""
    for kind, name in (("added", "added"), ("removed", "taken out")):
        own = [change for change in changes if change.kind == kind]
        texts = [change for change in own if change.what == "text"]
        for change in [change for change in own if change.what == "entry"] + texts[:MOST_TEXTS]:
            excerpt, capture = (change.before, change.from_) if change.before else (change.after, change.to)
            if excerpt:
                words = f" {say_wording(excerpt)} ({line(capture, excerpt.span)})"
                yield from paper.lines(words, first="    ", rest="      ", lead=f"{name}:", style=_STYLES[kind])
        if len(texts) > MOST_TEXTS:
            yield from paper.lines(f"{len(texts) - MOST_TEXTS} more {name}.", first="    ")


def say_wording(excerpt: Excerpt) -> str:
    """Give the first line of some words, cut to a length."""
    words = " ".join(excerpt.text.split("\n", 1)[0].split())
    cut = words if len(words) <= LONGEST_WORDING else words[:LONGEST_WORDING].rsplit(" ", 1)[0].rstrip(".,;:") + " …"
    return cut if cut[:1] in '“‘"' else f"“{cut.replace('“', '‘').replace('”', '’')}”"
