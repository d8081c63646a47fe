"""The changes of a record to the part of the brief that tells what changed between captures, with the lines where it stands."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from onrecord.model import Change, Excerpt, Record, Span
from onrecord.record.schema import plain
from onrecord.serve.layout import Paper, Style
from onrecord.serve.places import Places

Spot = Callable[[str, Span], str]
"""Says on which line of a capture a span begins."""
Mark = Callable[[str], str]
"""Gives the number by which the brief calls a capture."""
LONGEST_WORDING = 160
"""Characters of a wording; the page is at hand for the rest."""
MOST_TEXTS = 8
"""Paragraphs told of that came or went; who wants all has the JSON."""
_STYLES: dict[str, Style] = {"added": "green", "removed": "red"}
LABELS = {"cue": "verb of saying", "entry": "update", "text": "text", "title": "headline", "quote": "quotation"}
"""What changed, as it is called."""


def render_changes(record: Record, paper: Paper, line: Spot, mark: Mark) -> Iterator[str]:
    """Tell what changed, pair by pair of captures: the headline and the facts first, then what came, then what went."""
    if not record.changes:
        return
    yield paper.paint("WHAT CHANGED", "bold")
    for changes in change_pairs(record):
        yield from _pair(changes, paper, line, mark)


def change_pairs(record: Record, page: str | None = None) -> list[list[Change]]:
    """Give the changes pair by pair of captures; only those of a page, where one is named."""
    pairs = groupby(record.changes, key=lambda change: (change.from_, change.to))
    return [list(group) for names, group in pairs if page is None or page in names]


def _pair(changes: Sequence[Change], paper: Paper, line: Spot, mark: Mark) -> Iterator[str]:
    yield from paper.lines(f"From {mark(changes[0].from_)} to {mark(changes[0].to)}:", first="  ")
    yield from _altered([change for change in changes if change.kind == "altered" and change.what != "text"], paper, line)
    yield from _one_sided([change for change in changes if change.kind != "altered"], paper, line)
    reworded = sum(change.kind == "altered" and change.what == "text" for change in changes)
    if reworded:
        yield from paper.lines(f"{reworded} sentence{'s' if reworded > 1 else ''} worded otherwise, no fact altered.", first="    ")


def change_lines(record: Record, pairs: Sequence[Sequence[Change]], paper: Paper) -> Iterator[str]:
    """Tell the changes of some pairs of captures, by the names of these."""
    places = Places(record)
    for changes in pairs:
        yield from (f"{told}\n" for told in _pair(changes, paper, lambda name, span: f"L{places.line(name, span)}", str))


def changes_as_json(record: Record, pairs: Sequence[Sequence[Change]]) -> Iterator[str]:
    """Give each change as one line of JSON, with the lines of the pages on which its words stand."""
    places = Places(record)
    for change in (change for changes in pairs for change in changes):
        told = plain(change)
        sides = (("before", change.from_, change.before), ("after", change.to, change.after))
        lines = {f"{side}_line": places.line(capture, excerpt.span) for side, capture, excerpt in sides if excerpt}
        yield json.dumps({**(told if isinstance(told, dict) else {}), **lines}, ensure_ascii=False) + "\n"


def _altered(changes: Sequence[Change], paper: Paper, line: Spot) -> Iterator[str]:
    """Tell each wording once, with all that was altered in it."""
    for (before, after), group in groupby(changes, key=lambda change: (change.before, change.after)):
        told = list(group)
        if before and after:
            what = " and ".join(dict.fromkeys(LABELS.get(change.what, change.what) for change in told))
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
