"""What a search found to lines of a terminal, or to lines of JSON."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from onrecord.record.search import CLOSE, OPEN, Hit
from onrecord.serve.layout import Paper


def hit_lines(hits: Iterable[Hit], paper: Paper) -> Iterator[str]:
    """Give each find as who and what, then when and where; what was searched for stands between asterisks, or bold in colour."""
    for hit in hits:
        act = f" ({hit.act})" if hit.act not in (None, "assert") else ""
        lead = f"{hit.who}{act}: " if hit.who else ""
        yield from (f"{_marked(line, paper)}\n" for line in paper.lines(hit.words, lead=lead, style="bold", rest="  "))
        place = ", ".join(part for part in (_day(hit.said), hit.outlet, f"{hit.page} L{hit.line}", hit.url) if part)
        yield from (f"{paper.paint(line, 'dim')}\n" for line in paper.lines(place, first="  ", rest="    "))
        for one in hit.corrected:
            told = f"{one.kind} corrected by {one.by}; {f'read as {one.was}' if one.was else 'none had been found'}"
            yield from (f"{paper.paint(line, 'dim')}\n" for line in paper.lines(told, first="  ", rest="    "))


def hits_as_json(hits: Iterable[Hit]) -> Iterator[str]:
    """Give each find as one line of JSON, without marks in its words."""
    for hit in map(without_marks, hits):
        yield json.dumps({name: value for name, value in asdict(hit).items() if value not in (None, ())}, ensure_ascii=False) + "\n"


def without_marks(hit: Hit) -> Hit:
    """Give a find with its words as the page has them."""
    return replace(hit, words=hit.words.replace(OPEN, "").replace(CLOSE, ""))


def _marked(line: str, paper: Paper) -> str:
    return line.replace(OPEN, "\x1b[1m" if paper.colour else "*").replace(CLOSE, "\x1b[0m" if paper.colour else "*")


def _day(said: str | None) -> str | None:
    return said.replace("T", " ") if said else None
