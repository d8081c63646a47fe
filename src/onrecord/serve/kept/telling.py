"""Commands that tell what is known from all pages of a kept record together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.serve.kept.options import Form, FoundFormat, Limit, count_pages, pick, recall_all, show_items
from onrecord.serve.record_option import DEFAULT_RECORD, RecordPath
from onrecord.serve.terminal import OutputFormat, colour, fail, usual_format, warn, width, write

if TYPE_CHECKING:
    from onrecord.model import Record
    from onrecord.serve.news import News


def brief(
    record: RecordPath = DEFAULT_RECORD,
    form: Annotated[
        OutputFormat | None, typer.Option("--format", help="What to print; on a terminal a brief, otherwise json.", show_default=False)
    ] = None,
) -> None:
    """Print what is known from all pages of the record. None of them is read again."""
    from onrecord.serve.formats import render_record

    known = recall_all(record)
    write(render_record(known, (form or usual_format()).value, width=width(), colour=colour()))


def story(
    name: Annotated[str | None, typer.Argument(metavar="ID", help="Id of a story; without it all stories are listed.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """List the stories, or tell one of them. Of one, all that is known between its pages is told: what is claimed, counted, changed."""
    from onrecord.record.choosing import choose_story

    known = recall_all(record, choose_story(name) if name else None)
    if name is None:
        from onrecord.serve.stories import story_items

        show_items(story_items(known), form, limit=limit, total=len(known.stories), nothing=f"{record} holds no story")
        return
    from onrecord.serve.slices import slice_story

    told = pick(known.stories, name, what="story", remedy="onrecord story")
    _show_story(slice_story(known, told), known, form)


def _show_story(told: "Record", known: "Record", form: FoundFormat) -> None:
    if form is FoundFormat.JSONL:
        from onrecord.serve.formats import render_record

        write(render_record(told, "jsonl", width=width(), colour=False))
        return
    from onrecord.serve.brief import render_overview
    from onrecord.serve.layout import Paper
    from onrecord.serve.standings import STANDINGS

    paper = Paper(width(), colour())
    [story] = told.stories
    write(f"{line}\n" for line in paper.lines(f" {story.title}", lead=story.id, style="bold"))
    write(["\n", render_overview(told, known, paper)])
    alone = sum(claim.standing not in STANDINGS for claim in told.claims)
    if alone:
        more = f"{alone} more claim{'s' if alone > 1 else ''} that one side alone makes: onrecord search --kind claims --story {story.id}"
        write(["\n", *(f"{line}\n" for line in paper.lines(more))])


def claim(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id of a claim, such as c3.")],
    record: RecordPath = DEFAULT_RECORD,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """Tell how one claim came to stand as it does. Who is behind it is told too, and every place at which it is made."""
    from onrecord.record.choosing import choose_claim
    from onrecord.serve.claims import claim_lines, claim_told
    from onrecord.serve.items import Item, items_as_json
    from onrecord.serve.layout import Paper
    from onrecord.serve.places import Places

    known = recall_all(record, choose_claim(name))
    told = pick(known.claims, name, what="claim", remedy="onrecord search --kind claims WORDS")
    if form is FoundFormat.JSONL:
        write(items_as_json([Item("", "", told=claim_told(told, Places(known)))]))
    else:
        write(claim_lines(told, known, Paper(width(), colour())))


def figures(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Words of what is counted, where, or who counts.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """List what was counted more than once. Every value is told with who gave it and what it takes the place of."""
    from onrecord.serve.quantities import find_quantities, quantity_items

    known = recall_all(record)
    found = find_quantities(known, words or ())
    sought = f" for {' '.join(words)}; single figures: onrecord search --kind figures {' '.join(words)}" if words else ""
    nothing = f"no quantity in {record} has several values{sought}"
    show_items(quantity_items(found, known), form, limit=limit, total=len(found), nothing=nothing)


def changes(
    page: Annotated[str | None, typer.Argument(metavar="PAGE", help="Name of a page; without it all pages are told of.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """Tell what changed between captures of a page. What changed between a text and its reprints is told too."""
    from onrecord.record.choosing import choose_changed, choose_page
    from onrecord.serve.changed import change_lines, change_pairs, changes_as_json
    from onrecord.serve.layout import Paper

    known = recall_all(record, choose_page(page) if page else choose_changed)
    if page is not None and page not in {facts.page.capture.name for facts in known.captures}:
        fail(f"there is no page {page} in {record}; see their names with: onrecord search --kind entries WORDS", 2)
    pairs = change_pairs(known, page)[::-1]  # the pages added last come first
    if not pairs:
        fail(f"no other capture of {page or 'any page'} in {record} has other words", 1)
    if form is FoundFormat.JSONL:
        write(changes_as_json(known, pairs[:limit]))
    else:
        write(change_lines(known, pairs[:limit], Paper(width(), colour())))
        if len(pairs) > limit:
            write([f"{len(pairs) - limit} more: raise --limit\n"])


def news(
    record: RecordPath = DEFAULT_RECORD,
    reader: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who reads; else the name you are logged in by.", show_default=False)
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Show it next time too.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Show once more what was shown last.")] = False,
    limit: Limit = 20,
    form: Form = FoundFormat.BRIEF,
) -> None:
    """Tell what is new since you last looked. It comes most telling first; what older pages told is only counted."""
    from onrecord.errors import RecordError
    from onrecord.record.choosing import choose_retold
    from onrecord.record.readers import find_seen, mark_seen
    from onrecord.record.store import KeptRecord

    name = reader or _login()
    once_more = f"onrecord news --again{f' --reader {reader}' if reader else ''}"
    with KeptRecord(record) as kept:
        seen = find_seen(kept, name)
        names = kept.names()
        fresh = [page for number, page in names.items() if number > (seen.before if again else seen.last)]
        if not names:
            fail(f"{record} holds no pages; add some with: onrecord add PATH", 1)
        if not fresh:
            fail(f"nothing was added to {record} since {name} last looked; see that again with: {once_more}", 1)
        from onrecord.serve.news import find_news
        from onrecord.serve.recalling import recall_aloud

        found = find_news(recall_aloud(kept, choose=choose_retold(fresh)), fresh)
        if form is FoundFormat.JSONL:
            from onrecord.serve.items import items_as_json

            write(items_as_json(found.items[:limit]))
        else:
            _write_news(found, fresh, limit, name, once_more)
        if not (keep or again):
            try:
                mark_seen(kept, name, max(names))
            except RecordError as error:
                warn(f"{error}; until then this is shown again")


def _write_news(found: "News", fresh: Sequence[str], limit: int, reader: str, once_more: str) -> None:
    from onrecord.serve.items import item_lines
    from onrecord.serve.layout import Paper

    paper = Paper(width(), colour())
    shown = ", ".join(fresh[:MOST_NAMES]) + (f" and {len(fresh) - MOST_NAMES} more" if len(fresh) > MOST_NAMES else "")
    write(f"{line}\n" for line in paper.lines(f" {shown}", lead=f"{count_pages(len(fresh))} new to {reader}:", style="cyan"))
    if found.items:
        write(["\n", *item_lines(found.items[:limit], paper)])
    left = len(found.items) - limit
    more = f"{left} more, less telling: {once_more} --limit {len(found.items)}" if left > 0 else ""
    repeated = f"Left out as told before: {found.repeated} of the statements and figures." if found.repeated else ""
    last = [line for text in (more, repeated) if text for line in paper.lines(text)]
    write(["\n", *(f"{line}\n" for line in last)] if last else [])


MOST_NAMES = 4
"""Pages that are named above the news."""


def _login() -> str:
    """Give the name of who is logged in, where the system knows it."""
    from getpass import getuser

    try:
        return getuser()
    except (ImportError, KeyError, OSError):  # no such user, or a system without any
        return "default"
