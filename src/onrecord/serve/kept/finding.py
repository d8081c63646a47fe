"""Commands that find in a kept record what was said, by its words or by who said it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer

from onrecord.serve.kept.options import Form, FoundFormat, Limit, pick, read_typed_date, recall_all, show_items
from onrecord.serve.record_option import DEFAULT_RECORD, RecordPath
from onrecord.serve.terminal import colour, fail, width, write

if TYPE_CHECKING:
    from onrecord.record.search import Hit, Kind, Query
    from onrecord.serve.items import Item


class SearchKind(StrEnum):
    """What is searched."""

    STATEMENTS = "statements"
    ENTRIES = "entries"
    FIGURES = "figures"
    CLAIMS = "claims"


_ROWS: "Mapping[SearchKind, Kind]" = {
    SearchKind.STATEMENTS: "statements",
    SearchKind.ENTRIES: "entries",
    SearchKind.FIGURES: "figures",
}
"""What has rows of its own; claims are known by those of their members."""


def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help='Words to find; "several words" that follow each other, or flood*.')
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    kind: Annotated[SearchKind, typer.Option(help="What to search.")] = SearchKind.STATEMENTS,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what they said or gave.", show_default=False)] = None,
    act: Annotated[str | None, typer.Option(metavar="ACT", help="Only statements of this act, such as deny.", show_default=False)] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only on this outlet's pages.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Not before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Not after this day.", show_default=False)] = None,
    standing: Annotated[
        str | None, typer.Option(metavar="STANDING", help="Only of claims that stand so, such as denied.", show_default=False)
    ] = None,
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Only of this story; onrecord story lists them.", show_default=False)
    ] = None,
    best: Annotated[
        bool, typer.Option("--best", help="Of the newest 1,000 found: first where the words follow each other, then the surest.")
    ] = False,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """Find words in the record, the newest first."""
    from onrecord.model.facts import Act
    from onrecord.model.record import Standing
    from onrecord.record.search import Query

    _check("--act", act, get_args(Act), kind, of=(SearchKind.STATEMENTS, SearchKind.CLAIMS))
    _check("--standing", standing, get_args(Standing), kind, of=(SearchKind.STATEMENTS, SearchKind.FIGURES, SearchKind.CLAIMS))
    query = Query(" ".join(words or ()), speaker, act, outlet, read_typed_date(since, "--from"), read_typed_date(until, "--to"))
    if query == Query() and not (standing or story):
        fail("nothing is asked for; give words to find, or an option such as --speaker NAME", 2)
    if kind is SearchKind.CLAIMS or standing or story:
        _search_known(record, query, _Asked(kind, standing, story, best, limit), form)
    else:
        from onrecord.serve.hits import hit_item

        _show(list(map(hit_item, _find(record, query, _ROWS[kind], limit, newest=not best))), form, record)


class _Asked(NamedTuple):
    """What is asked for besides a query."""

    kind: SearchKind
    standing: str | None
    story: str | None
    best: bool
    limit: int


def _search_known(path: Path, query: "Query", asked: _Asked, form: FoundFormat) -> None:
    """Search what is known from all pages together: claims, and what is filtered by standing or story."""
    from itertools import islice

    from onrecord.record.search import Query, find_hits
    from onrecord.record.store import KeptRecord
    from onrecord.serve.claims import claim_item
    from onrecord.serve.hits import hit_item
    from onrecord.serve.places import Places
    from onrecord.serve.sieve import Sieve

    known = recall_all(path)
    story = pick(known.stories, asked.story, what="story", remedy="onrecord story") if asked.story else None
    with KeptRecord(path) as kept:
        if kind := _ROWS.get(asked.kind):
            sieve = Sieve(known, kind, standing=asked.standing, story=story)
            hits = filter(sieve.holds, find_hits(kept, query, kind, newest=not asked.best))
            _show(list(map(hit_item, islice(hits, asked.limit))), form, path)
            return
        sieve = Sieve(known, "statements", standing=asked.standing, story=story)
        claims = sieve.claims
        if query != Query():
            kinds: tuple[Kind, ...] = ("statements",) if query.act else ("statements", "figures")
            claims = sieve.claims_of(hit for kind in kinds for hit in find_hits(kept, query, kind, newest=not asked.best))
    if not asked.best:
        claims = sorted(claims, key=lambda claim: claim.history[-1].when or "", reverse=True)
    places = Places(known)
    items = (claim_item(claim, places) for claim in claims)
    show_items(items, form, limit=asked.limit, total=len(claims), nothing=f"nothing in {path} matches")


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="Words of a speaker's name.")],
    record: RecordPath = DEFAULT_RECORD,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """List what somebody said, the newest first. What they later took back, denied or counted anew stands below it."""
    from onrecord.record.choosing import choose_retold
    from onrecord.record.search import Query
    from onrecord.serve.hits import hit_items
    from onrecord.serve.places import Places

    hits = _find(record, Query(speaker=" ".join(name)), "statements", limit)
    known = recall_all(record, choose_retold(hit.page for hit in hits))
    _show(list(hit_items(hits, Places(known))), form, record)


def _find(record: Path, query: "Query", kind: "Kind", limit: int, *, newest: bool = True) -> tuple["Hit", ...]:
    from onrecord.record.search import search as find_words
    from onrecord.record.store import KeptRecord

    with KeptRecord(record) as kept:
        return find_words(kept, query, kind, newest=newest, limit=limit)


def _show(items: "Sequence[Item]", form: FoundFormat, record: Path) -> None:
    from onrecord.serve.hits import hit_lines
    from onrecord.serve.items import items_as_json
    from onrecord.serve.layout import Paper

    if not items:
        fail(f"nothing in {record} matches", 1)
    write(items_as_json(items) if form is FoundFormat.JSONL else hit_lines(items, Paper(width(), colour())))


def _check(option: str, typed: str | None, allowed: Sequence[str], kind: SearchKind, *, of: Sequence[SearchKind]) -> None:
    """End the run where an option is typed that is none of those allowed, or where what is searched has no such thing."""
    what = option.removeprefix("--")
    if typed is not None and typed not in allowed:
        fail(f"{option}: {typed!r} is no {what}; choose one of {', '.join(allowed)}", 2)
    if typed is not None and kind not in of:
        fail(f"{option}: only {' and '.join(of)} have {'an' if what == 'act' else 'a'} {what}; leave out --kind {kind.value}", 2)
