"""Pages laid beside each other to the rows that keep what that tells of them, and back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from onrecord.model import Actor, Block, Copy, Laid, Page, Place, Published, Repeat, Span, Story, StoryEntry
from onrecord.record.page_rows import Row, read_place, read_places, write_places

LAID_TABLES: Mapping[str, int] = MappingProxyType(
    {"laid_page": 1, "voice": 1, "voice_on_page": 2, "repeat": 2, "copy": 1, "story": 1, "story_entry": 2}
)
"""The tables of it, each after those that it points to, with how many of its first columns a row is known by."""
Written = tuple[int | float | str | None, ...]
"""One row as it is written, in the order of its table's columns."""
Rows = Mapping[str, Sequence[Row]]
"""Rows of each table, in order."""


def laid_rows(laid: Laid, read: Mapping[int, Page]) -> dict[str, list[Written]]:
    """Give the rows of pages laid beside each other; `read` gives them as they were read, in order, by the numbers of their captures."""
    numbers = list(read)
    named = {page.capture.name: number for page, number in zip(laid.pages, numbers, strict=True)}
    voices = {actor.id: nth for nth, actor in enumerate(laid.actors)}
    return {
        "laid_page": [
            (number, rank, json.dumps(dropped) if dropped else "{}", *_published(page, read[number]))
            for rank, (number, page, dropped) in enumerate(zip(numbers, laid.pages, laid.dropped, strict=True))
        ],
        "voice": [(nth, one.name, one.type, _list(one.also)) for nth, one in enumerate(laid.actors)],
        "voice_on_page": [
            (number, actor, voices[voice])
            for number, ids in zip(numbers, laid.voices, strict=True)
            for actor, voice in ids.items()
        ],
        "repeat": [
            (number, nth, *one.span, named[one.of.capture], *one.of.span, one.kind)
            for number, again in zip(numbers, laid.repeats, strict=True)
            for nth, one in enumerate(again)
        ],
        "copy": [
            (nth, named[one.capture], named[one.of], one.kind, one.containment, one.origin) for nth, one in enumerate(laid.copies)
        ],
        "story": [(nth, one.title, one.first, one.last) for nth, one in enumerate(laid.stories)],
        "story_entry": [
            (story, nth, named[one.capture], one.entry) for story, whole in enumerate(laid.stories) for nth, one in enumerate(whole.entries)
        ],
    }  # fmt: skip


def _published(page: Page, read: Page) -> Written:
    """Give the day that others tell of a page."""
    told = page.published
    return (told.value, told.earliest, told.latest, write_places(told.evidence)) if told and told != read.published else (None,) * 4


def _list(names: Sequence[str]) -> str:
    return json.dumps(names, ensure_ascii=False) if names else "[]"


def read_laid(pages: Mapping[int, Page], rows: Rows, parts: Sequence[Sequence[int]], names: Mapping[int, str]) -> Laid:
    """Give pages as they lie beside each other; `pages` and `parts` go by the numbers of their captures, pages in their order.

    `names` are those of all captures by their numbers, for pages repeat what others tell.
    """
    told = {row["capture"]: row for row in rows["laid_page"]}
    dropped = {number: {int(nth): why for nth, why in json.loads(told[number]["dropped"]).items()} for number in pages}
    ranks = {number: rank for rank, number in enumerate(pages)}
    repeats, entries = _by(rows["repeat"], "capture"), _by(rows["story_entry"], "story")
    voices = _by(rows["voice_on_page"], "capture")
    return Laid(
        tuple(_told_anew(page, told[number], dropped[number]) for number, page in pages.items()),
        tuple(dropped.values()),
        tuple(Actor(_actor(row["nth"]), row["name"], row["type"], tuple(json.loads(row["also"]))) for row in rows["voice"]),
        tuple({row["actor"]: _actor(row["voice"]) for row in voices[number]} for number in pages),
        tuple(tuple(_read_repeat(row, names) for row in repeats[number]) for number in pages),
        tuple(Copy(names[row["capture"]], names[row["of"]], row["kind"], row["containment"], row["origin"]) for row in rows["copy"]),
        tuple(
            Story(
                f"story{row['nth'] + 1}",
                row["title"],
                tuple(StoryEntry(names[one["capture"]], one["entry"]) for one in entries[row["nth"]]),
                row["first"],
                row["last"],
            )
            for row in rows["story"]
        ),
        tuple(tuple(ranks[number] for number in part) for part in parts),
    )


def _actor(nth: int) -> str:
    return f"a{nth + 1}"


def _told_anew(page: Page, row: Row, dropped: Mapping[int, str]) -> Page:
    """Give a page as it is known beside all others."""
    if dropped:
        blocks = ((block, dropped.get(nth)) for nth, block in enumerate(page.blocks))
        page = replace(page, blocks=tuple(_dropped(block, why) if why else block for block, why in blocks))
    if row["published"] is None:
        return page
    return replace(page, published=Published(row["published"], "inferred", row["earliest"], row["latest"], read_places(row["evidence"])))


def _dropped(block: Block, why: str) -> Block:
    return replace(block, role="furniture", reason=why, entry=None)


def _read_repeat(row: Row, names: Mapping[int, str]) -> Repeat:
    return Repeat(Span(row["start"], row["end"]), Place(names[row["of"]], read_place(row, "of") or Span(0, 0)), row["kind"])


def _by(rows: Iterable[Row], owner: str) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[owner]].append(row)
    return found
