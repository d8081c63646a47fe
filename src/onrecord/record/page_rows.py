"""A page to the rows of the tables that keep it, and such rows back to the page."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from onrecord.model import Block, Capture, Entry, Excerpt, Given, Page, Published, Span

Row = Mapping[str, Any]
"""Columns of one row by name, as SQLite gives them."""
Cells = dict[str, int | float | str | bytes | None]
"""Columns of one row by name, as they are written."""


def capture_cells(page: Page) -> Cells:
    """Give the row of a page's capture."""
    capture, published = page.capture, page.published
    return {
        "id": capture.id,
        "name": capture.name,
        "format": capture.format,
        "outlet": page.outlet,
        "origin": page.origin,
        "url": page.url,
        "language": page.language,
        "title": page.title.text if page.title else None,
        **place_cells("title", page.title.span if page.title else None),
        "published": published.value if published else None,
        "published_basis": published.basis if published else None,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "published_evidence": write_places(published.evidence) if published else None,
        "given": json.dumps(asdict(capture.given), ensure_ascii=False),
        "notes": json.dumps(capture.notes, ensure_ascii=False),
        "text_hash": text_hash(capture.text),
        "text": capture.text,
    }


def block_cells(page: Page, capture: int) -> list[Cells]:
    """Give the rows of a page's blocks; `capture` is the number of its capture."""
    return [
        {
            "capture": capture,
            "nth": nth,
            "start": one.span.start,
            "end": one.span.end,
            "role": one.role,
            "entry": one.entry,
            "reason": one.reason,
        }
        for nth, one in enumerate(page.blocks)
    ]


def entry_cells(page: Page, capture: int) -> list[Cells]:
    """Give the rows of a page's entries, without their numbers."""
    return [
        {
            "capture": capture,
            "id": entry.id,
            "start": entry.span.start,
            "end": entry.span.end,
            **place_cells("heading", entry.heading.span if entry.heading else None),
            "posted": entry.posted,
            "edited": entry.edited,
            "pinned": int(entry.pinned),
        }
        for entry in page.entries
    ]


def page_of(row: Row, blocks: Iterable[Row], entries: Iterable[Row]) -> Page:
    """Give the page that rows keep; what its markup said is not kept, for the roles of its lines hold all that came of it."""
    text: str = row["text"]
    title = read_place(row, "title")
    return Page(
        capture=Capture(row["id"], row["name"], row["format"], text, _given(row["given"]), read_words(row["notes"])),
        outlet=row["outlet"],
        origin=row["origin"],
        url=row["url"],
        language=row["language"],
        title=Excerpt(row["title"], title) if title else None,
        published=_published(row),
        blocks=tuple(Block(Span(one["start"], one["end"]), one["role"], one["entry"], one["reason"]) for one in blocks),
        entries=tuple(_entry(one, text) for one in entries),
    )


@lru_cache
def _given(written: str) -> Given:
    """Read what was given of a page: mostly the same as of the one before."""
    return Given(**json.loads(written))


def _published(row: Row) -> Published | None:
    if row["published"] is None:
        return None
    span = read_places(row["published_evidence"])
    return Published(row["published"], row["published_basis"], row["published_earliest"], row["published_latest"], span)


def _entry(row: Row, text: str) -> Entry:
    heading = read_place(row, "heading")
    return Entry(
        id=row["id"],
        span=Span(row["start"], row["end"]),
        heading=excerpt(heading, text),
        posted=row["posted"],
        edited=row["edited"],
        pinned=bool(row["pinned"]),
    )


def times_of(page: Page) -> dict[int, str | None]:
    """Give when each entry of a page was told: when it was posted, or else the page published."""
    published = page.published.value if page.published else None
    return {entry.id: entry.posted or published for entry in page.entries}


def text_hash(text: str) -> str:
    """Give what tells whether a text is still the one that was kept."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def place_cells(column: str, span: Span | None) -> Cells:
    """Give the two columns of a place, both null for none.

    >>> place_cells("heading", Span(4, 12))
    {'heading_start': 4, 'heading_end': 12}
    """
    return {f"{column}_start": span.start if span else None, f"{column}_end": span.end if span else None}


def read_place(row: Row, column: str) -> Span | None:
    """Read what `place_cells` wrote."""
    return None if row[f"{column}_start"] is None else Span(row[f"{column}_start"], row[f"{column}_end"])


def read_words(written: str) -> tuple[str, ...]:
    """Read a list of words: most are empty."""
    return () if written == "[]" else tuple(json.loads(written))


def write_places(spans: Iterable[Span]) -> str:
    """Write places as JSON.

    >>> write_places([Span(4, 12), Span(20, 31)])
    '[[4,12],[20,31]]'
    """
    return json.dumps(tuple(spans), separators=(",", ":"))


def read_places(written: str) -> tuple[Span, ...]:
    """Read what `write_places` wrote."""
    return tuple(Span(start, end) for start, end in json.loads(written))


def excerpt(span: Span | None, text: str) -> Excerpt | None:
    """Cut the words of a place out of a text; nothing for no place."""
    return Excerpt(span.of(text), span) if span else None
