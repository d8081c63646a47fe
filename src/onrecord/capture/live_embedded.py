"""The scripts of a live blog to the updates that they hold as data, for pages that show none before a script has run."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from onrecord.capture.linked_data import Json, Thing, first_string, plain, plain_lines, read_json
from onrecord.capture.live_stated import StatedUpdate
from onrecord.capture.moments import is_exact, read_moment
from onrecord.settings import LiveSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASSIGNED = re.compile(r"^\s*(?:(?:var|let|const)\s+|window\.|self\.|globalThis\.)?[\w$.\[\]\"']{1,60}\s*=\s*(?=[\"'{\[])")
_POSTED = (
    "firstPublished", "datePublished", "publishedAt", "published_at", "firstPublishedAt", "publishedDate", "publishDate", "publicationDate",
    "published", "createdAt", "created_at", "created", "dateCreated", "timestamp", "datetime", "dateTime", "date", "time", "displayDate",
)  # fmt: skip
_EDITED = ("lastPublished", "dateModified", "updatedAt", "updated_at", "lastUpdated", "lastModified", "modified", "updated")
_TITLES = ("headline", "title", "heading", "header", "titles")
_BODIES = ("articleBody", "bodyHtml", "body", "content", "text", "html", "contents", "paragraphs", "elements", "blocks", "components")
_WORDS = ("text", "html", "value", "bodyHtml", "articleBody", "body", "content", "markdown")
_NOT_WORDS = frozenset(
    "alt altText attributes author authors byline caption contributor contributors copyright credit href id image images link links "
    "locator media meta metadata options share src tags topics type url urn video".split()
)
_BOXES = ("dates", "metadata", "model", "attributes", "node", "post", "data", "fields")
_MOST_NODES = 200_000
_DEEPEST = 30


def read_embedded(root: "HtmlElement", zone: tzinfo | None, *, settings: LiveSettings | None = None) -> tuple[StatedUpdate, ...]:
    """Read the longest list of posts, each with a time and words, in the data that scripts hold; empty when there is none.

    >>> from lxml.html import document_fromstring
    >>> post = {"title": "Post", "body": "<p>The river rose by a foot.</p>"}
    >>> posts = [post | {"title": f"Post {n}", "publishedAt": f"2031-05-04T1{n}:05:00Z"} for n in range(3)]
    >>> script = f'<script type="application/json">{json.dumps({"page": {"posts": posts}})}</script>'
    >>> [update.heading for update in read_embedded(document_fromstring(script), None)]
    ['Post 0', 'Post 1', 'Post 2']
    """
    limits = settings or LiveSettings()
    best: list[StatedUpdate] = []
    for script in root.iter("script"):
        text = script.text_content() if "ld+json" not in (script.get("type") or "") else ""
        if len(text) < limits.shortest_script or not any(name in text for name in _POSTED[:12]):
            continue
        for value in _data(text):
            for posts in _lists(value):
                updates = [update for post in posts[: limits.most_updates] if (update := _update(post, zone))]
                if len(updates) >= limits.fewest_loose and len(updates) > len(best):
                    best = updates
    return tuple(dict.fromkeys(best))


def _data(text: str) -> tuple[Json, ...]:
    """Read a script that is data, or sets a name to data, perhaps as a string of data."""
    bare = _ASSIGNED.sub("", text[:200]) + text[200:]
    if bare[:1] in ("{", "["):
        return read_json(bare)
    if bare[:1] == '"':
        try:
            inner, _ = json.JSONDecoder(strict=False).raw_decode(bare)
        except (ValueError, RecursionError):
            return ()
        return read_json(inner) if isinstance(inner, str) else ()
    return ()


def _lists(value: Json) -> Iterator[Sequence[Thing]]:
    """Give the lists of objects in a value, wherever they stand."""
    left: list[tuple[Json, int]] = [(value, 0)]
    for _ in range(_MOST_NODES):
        if not left:
            return
        one, depth = left.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(one, list):
            things = [thing for thing in one if isinstance(thing, dict)]
            if len(things) > 1:
                yield things
            left.extend((inner, depth + 1) for inner in one if isinstance(inner, dict | list))
        elif isinstance(one, dict):
            left.extend((inner, depth + 1) for inner in one.values() if isinstance(inner, dict | list))


def _update(post: Thing, zone: tzinfo | None) -> StatedUpdate | None:
    """Read a post; null when it has no exact time or no words."""
    boxes: list[Mapping[str, Json]] = [post, *(box for name in _BOXES if isinstance(box := post.get(name), dict))]
    posted = next((moment for box in boxes if (moment := _moment(box, _POSTED, zone))), None)
    if not posted:
        return None
    heading = next((words for name in _TITLES if (words := " ".join(_words(post.get(name), 0)))), None)
    body = next((lines for name in _BODIES if (lines := tuple(_words(post.get(name), 0)))), ())
    if not body or sum(len(line.split()) for line in body) < 4:
        return None
    edited = next((moment for box in boxes if (moment := _moment(box, _EDITED, zone))), None)
    name = first_string(post, "id", "urn", "_id", "postId", "assetId") or ""
    return StatedUpdate(frozenset({name} - {""}), plain(heading) if heading else None, body, posted, edited if edited != posted else None)


def _moment(box: Mapping[str, Json], names: Sequence[str], zone: tzinfo | None) -> str | None:
    moments = (read_moment(text, zone) for name in names if (text := first_string(box, name)))
    return next((moment for moment in moments if is_exact(moment)), None)


def _words(value: Json, depth: int) -> Iterator[str]:
    """Give the paragraphs of a body, be it a string, a list or a tree of blocks."""
    if depth > _DEEPEST or value is None:
        return
    if isinstance(value, str):
        yield from plain_lines(value)
    elif isinstance(value, list):
        for one in value:
            yield from _words(one, depth + 1)
    elif isinstance(value, dict):
        own = next((text for name in _WORDS if isinstance(text := value.get(name), str) and text.strip()), None)
        if own is not None:
            yield from plain_lines(own)
            return
        for name, one in value.items():
            if name not in _NOT_WORDS and isinstance(one, dict | list):
                yield from _words(one, depth + 1)
