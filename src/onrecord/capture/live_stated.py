"""The linked data of a live blog to its updates as they are stated there: ids, heading, body and times."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from onrecord.capture.addresses import split_address
from onrecord.capture.linked_data import Json, Thing, first_string, kinds_of, plain, plain_lines
from onrecord.capture.moments import read_moment
from onrecord.settings import LiveSettings

_TAIL = re.compile(r"\W+")
_LEAST_ID = 4


@dataclass(frozen=True, slots=True)
class StatedUpdate:
    """An update as linked data state it."""

    ids: frozenset[str]
    """What it is called in the page's addresses."""
    heading: str | None
    """Its heading."""
    body: tuple[str, ...]
    """Its paragraphs; empty when only its heading or nothing is stated."""
    posted: str | None
    """When it was posted, ISO."""
    edited: str | None
    """When it was last changed, ISO; null when that is when it was posted."""


@dataclass(frozen=True, slots=True)
class StatedBlog:
    """What linked data state of a live blog."""

    updates: tuple[StatedUpdate, ...] = ()
    """Its updates in the order in which they are stated."""
    is_live: bool = False
    """Whether they call the page a live blog."""
    one_time: bool = False
    """Whether all updates are given one time, which then is none of theirs."""
    began: str | None = None
    """When coverage began, ISO."""


def read_blog(objects: Sequence[Thing], zone: tzinfo | None = None, *, settings: LiveSettings | None = None) -> StatedBlog:
    """Read what linked data state of a live blog.

    >>> post = {"@type": "BlogPosting", "headline": "Levee &amp;amp; road shut", "datePublished": "2031-05-04T10:05:00Z"}
    >>> blog = read_blog([{"@type": "LiveBlogPosting", "liveBlogUpdate": [post | {"url": "https://orle.example/live#post-12"}]}])
    >>> blog.is_live, blog.updates[0].heading, sorted(blog.updates[0].ids)
    (True, 'Levee & road shut', ['post-12'])
    """
    limits = settings or LiveSettings()
    blogs = [thing for thing in objects if "LiveBlogPosting" in kinds_of(thing)]
    posts = [post for blog in blogs for post in _posts(blog.get("liveBlogUpdate"), 0)]
    if not blogs:  # what is left of linked data that break off
        loose = [thing for thing in objects if "BlogPosting" in kinds_of(thing)]
        posts = loose if len(loose) >= limits.fewest_loose else []
    updates = tuple(dict.fromkeys(_update(post, zone) for post in posts[: limits.most_updates]))
    times = {update.posted for update in updates if update.posted}
    began = next((text for blog in blogs if (text := first_string(blog, "coverageStartTime", "datePublished"))), None)
    return StatedBlog(
        updates,
        is_live=bool(blogs) or bool(updates),
        one_time=len(times) == 1 and len(updates) >= limits.fewest_same_time,
        began=read_moment(began, zone) if began else None,
    )


def _posts(value: Json, depth: int) -> Iterator[Thing]:
    """Give the updates in a value: a list of them, one alone, or one wrapped as an item of a list."""
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value:
            yield from _posts(one, depth + 1)
    elif isinstance(value, dict):
        inner = value.get("itemListElement") or value.get("item") or value.get("@list") or value.get("@graph")
        if inner and not set(value) & {"headline", "articleBody"}:
            yield from _posts(inner, depth + 1)
        else:
            yield value


def _update(post: Thing, zone: tzinfo | None) -> StatedUpdate:
    posted = first_string(post, "datePublished", "dateCreated", "uploadDate", "dateModified")
    edited = first_string(post, "dateModified")
    at = read_moment(posted, zone) if posted else None
    changed = read_moment(edited, zone) if edited else None
    heading = first_string(post, "headline", "name")
    body = first_string(post, "articleBody", "text") or ""
    body = body or first_string(post, "description", "abstract") or ""
    return StatedUpdate(_ids(post), plain(heading) or None if heading else None, plain_lines(body), at, changed if changed != at else None)


def _ids(post: Thing) -> frozenset[str]:
    """Give the names of an update: the fragments and parameters of its addresses, and its own id."""
    found: set[str] = set()
    for key in ("@id", "url", "mainEntityOfPage", "identifier"):
        text = first_string(post, key) or ""
        address = split_address(text)
        found.add(address.fragment)
        found.update(value.rsplit(":", 1)[-1] for value in address.values)
        if not address.scheme and not address.host:
            found.add(text.strip("#/"))
    return frozenset(name for name in found if len(_TAIL.sub("", name)) >= _LEAST_ID)
