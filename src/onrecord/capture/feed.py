"""A feed (RSS, Atom or JSON Feed) to a capture for each of its pages, with what the feed states of it; nothing is fetched."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO

from onrecord.capture.marked import Document, read_document
from onrecord.capture.packed import Piece
from onrecord.capture.rows import read_date
from onrecord.capture.source import Input, Means, Placed, Refused, read_whole
from onrecord.model import Capture, Stated, Unread
from onrecord.settings import CaptureSettings

_JSON_FEED = re.compile(rb'"version"\s{0,20}:\s{0,20}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_MARKED_UP = re.compile(r"<\s{0,3}/?\s{0,3}[A-Za-z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|\w{2,30});")
_ENTITY = re.compile(rb"<!ENTITY\b", re.IGNORECASE)
_SUBSET = re.compile(rb"<!DOCTYPE\b[^\[<>]{0,500}\[.*?\]\s{0,100}>", re.IGNORECASE | re.DOTALL)
_CLOSED = re.compile(rb"</(?:\w{1,20}:)?(?:rss|feed|rdf)\s{0,20}>", re.IGNORECASE)
_TOKEN = re.compile(
    rb"""
    <!\[CDATA\[ .*? (?: \]\]> | (?P<cut> \Z ) )                # letters as they are; cut, where the feed ends in them
    | <!-- .*? (?: --> | \Z )
    | < (?P<end> /? ) (?P<name> [A-Za-z][\w:.-]{0,60} ) [^<>]{0,5000}? (?P<empty> /? ) >
    """,
    re.VERBOSE | re.DOTALL,
)
_PART = re.compile(rb"<[^<>]{0,5000}\Z|&[#\w]{0,10}\Z")
_ITEM = re.compile(rb"<(?:item|entry)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """What a feed says of one page."""

    name: str | None
    """Its address or id; null when the feed gives neither."""
    html: str
    """Its text or summary as markup; empty when the feed gives neither."""
    stated: Stated
    """What the feed states of it."""


@dataclass(frozen=True, slots=True)
class FeedRead:
    """What was read of a feed."""

    items: tuple[FeedItem, ...]
    """Its pages, in its order."""
    lost: str | None = None
    """What is wrong and what to do about it; null when all of it was read."""


def is_json_feed(head: bytes) -> bool:
    """Tell whether JSON is a feed by its first bytes.

    >>> is_json_feed(b'{"version": "https://jsonfeed.org/version/1.1", "title": "Orle Echo"')
    True
    """
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _JSON_FEED.search(head) is not None


def read_feed(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read each page of a feed, as far as the feed goes; its place is its number in the feed, from 1."""
    whole = read_whole(pieces, source, means.limits)
    if isinstance(whole, Unread):
        yield source.name, whole
        return
    content, broken = whole
    feed = means.parser.feed(content)
    if isinstance(feed, Refused):
        yield source.name, Unread(source.shown, feed.reason)
        return
    for number, item in enumerate(feed.items, 1):
        place = source.member(f"page {number}")
        yield place.name, _read_item(item, replace(place, name=item.name or place.name, kind="feed"), means)
    reason = f"{broken.what}, so what follows is lost: fetch it again." if broken else feed.lost
    if reason or not feed.items:
        yield source.name, Unread(source.shown, reason or "It is a feed without any page in it: fetch it again later.")


def _read_item(item: FeedItem, source: Input, means: Means) -> Capture | Unread:
    stated = item.stated
    if not item.html.strip():
        return Unread(source.shown, "The feed gives neither text nor summary of this page: fetch the page itself.")
    told = json.dumps([stated.url, stated.title, item.html], ensure_ascii=False).encode("utf-8", "replace")
    heading = f"<h1>{escape(stated.title)}</h1>" if stated.title else ""
    title = f"<title>{escape(stated.title)}</title>" if stated.title else ""
    html = f"<html><head>{title}</head><body><article>{heading}{item.html}</article></body></html>"
    capture = read_document(Document(told, html, url=stated.url), source, means)
    if isinstance(capture, Unread) or capture.markup is None:
        return capture
    lines = tuple(replace(line, taken=True) for line in capture.markup.lines)  # a feed gives the text and nothing around it
    return replace(capture, markup=replace(capture.markup, lines=lines, stated=stated))


def split_feed(content: bytes, *, settings: CaptureSettings | None = None) -> FeedRead:
    """Split a feed into its pages, as far as it goes.

    >>> feed = b"<rss><channel><title>Orle Echo</title><item><title>Dam holds</title><link>https://orle.example/7</link>"
    >>> [(item.name, item.stated.outlet) for item in split_feed(feed).items]
    [('https://orle.example/7', 'Orle Echo')]
    """
    limits = settings or CaptureSettings()
    read = _read_json if is_json_feed(content[: limits.probed_bytes]) else _read_xml
    items, lost = read(content, limits)
    return FeedRead(tuple(items), lost)


def _read_json(content: bytes, limits: CaptureSettings) -> tuple[list[FeedItem], str | None]:
    try:
        feed = json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return _read_json_items(content, limits)
    items = feed.get("items") if isinstance(feed, dict) else None
    outlet = _text(feed.get("title")) if isinstance(feed, dict) else None
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [_json_item(item, outlet) for item in found[: limits.most_items]], _beyond(len(found), limits)


def _read_json_items(content: bytes, limits: CaptureSettings) -> tuple[list[FeedItem], str | None]:
    """Read the pages of a damaged JSON Feed one by one, up to the damage."""
    text = content.decode("utf-8-sig", "replace")
    title = re.search(r'"title"\s*:\s*("(?:[^"\\]|\\.){0,300}")', text[:5_000])
    outlet = _text(json.loads(title[1], strict=False)) if title else None
    decoder, items = json.JSONDecoder(strict=False), list[FeedItem]()
    start = re.search(r'"items"\s{0,20}:\s{0,20}\[\s{0,200}', text)
    at = start.end() if start else len(text)
    while at < len(text) and len(items) < limits.most_items:
        try:
            item, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        items += [_json_item(item, outlet)] if isinstance(item, dict) else []
        at += len(text[at : at + 200]) - len(text[at : at + 200].lstrip(", \t\r\n"))
    return items, _BREAKS_OFF


def _json_item(item: Mapping[str, object], outlet: str | None) -> FeedItem:
    url = _text(item.get("url")) or _text(item.get("external_url"))
    plain = _text(item.get("content_text")) or _text(item.get("summary"))
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_text(author.get("name")) for author in (authors if isinstance(authors, list) else []) if isinstance(author, dict)]
    return FeedItem(
        url or _text(str(item["id"]) if isinstance(item.get("id"), int | float) else item.get("id")),
        _text(item.get("content_html")) or (_paragraphs(plain) if plain else ""),
        Stated(
            title=_text(item.get("title")),
            outlet=outlet,
            url=url,
            byline=tuple(name for name in names if name),
            published=read_date(_text(item.get("date_published")) or ""),
            modified=read_date(_text(item.get("date_modified")) or ""),
        ),
    )


def _read_xml(content: bytes, limits: CaptureSettings) -> tuple[list[FeedItem], str | None]:
    import feedparser  # here, for it takes long to load

    bounded = _without_entities(content)
    cut = len(bounded) > limits.largest_feed
    whole = not cut and _CLOSED.search(bounded[-2_000:]) is not None
    mended = bounded if whole else _close(bounded[: limits.largest_feed])
    feed = feedparser.parse(BytesIO(mended), sanitize_html=False, resolve_relative_uris=False)
    outlet = _text(feed.feed.get("title"))
    # As plain dicts: feedparser's own give one date for another that is not there.
    items = [_xml_item(dict(entry), outlet) for entry in feed.entries[: limits.most_items]]
    if cut:
        return items, _TOO_LONG.format(limits.largest_feed / 1e6)
    fewer = len(feed.entries) < len(_ITEM.findall(content))
    return items, _beyond(len(feed.entries), limits) or (_BREAKS_OFF if not whole else _DAMAGED if feed.bozo and fewer else None)


_TOO_LONG = "The feed is larger than {:g} MB, so what follows is not read: split it."
_BREAKS_OFF = "The feed breaks off here, so what follows is lost: fetch it again."
_DAMAGED = "The feed is damaged, so some of its pages are lost: fetch it again."


def _close(content: bytes) -> bytes:
    """Close what is open at the end of a feed that breaks off: feedparser drops the words of what is not closed."""
    whole = _PART.sub(b"", content, count=1)
    opened: list[bytes] = []
    cut = False
    for token in _TOKEN.finditer(whole):
        cut = token["cut"] is not None
        if token["name"] and not token["empty"]:
            if not token["end"]:
                opened.append(token["name"])
            elif opened and opened[-1] == token["name"]:
                opened.pop()
    return whole + (b"]]>" if cut else b"") + b"".join(b"</%b>" % name for name in reversed(opened[-100:]))


def _without_entities(content: bytes) -> bytes:
    """Leave out a feed's own entities: nobody means them, and they can be made to grow without end."""
    return _SUBSET.sub(b"", content, count=1) if _ENTITY.search(content[:200_000]) else content


def _xml_item(entry: Mapping[str, object], outlet: str | None) -> FeedItem:
    contents = entry.get("content")
    bodies = [dict(body) for body in contents if isinstance(body, Mapping)] if isinstance(contents, list) else []
    body = max((_text(body.get("value")) or "" for body in bodies), key=len, default="")
    html = body or _text(entry.get("summary")) or ""
    source = entry.get("source")
    origin = _text(source.get("title")) or _text(source.get("value")) if isinstance(source, Mapping) else None
    link = _text(entry.get("link"))
    authors = entry.get("authors")
    names = [_text(author.get("name")) for author in authors if isinstance(author, Mapping)] if isinstance(authors, list) else []
    return FeedItem(
        link or _text(entry.get("id")),
        html if _MARKED_UP.search(html) else _paragraphs(html),
        Stated(
            title=_plain(_text(entry.get("title"))),
            outlet=_plain(outlet),
            origin=_plain(origin) if origin != outlet else None,
            url=link,
            language=_text(entry.get("language")),
            byline=tuple(name for name in names if name),
            published=_moment(entry, "published") or _moment(entry, "updated"),
            modified=_moment(entry, "updated"),
        ),
    )


def _moment(entry: Mapping[str, object], name: str) -> str | None:
    """Give a date with the offset it was written with; feedparser itself turns all to UTC."""
    from email.utils import parsedate_to_datetime

    typed = _text(entry.get(name))
    if not typed:
        return None
    iso = read_date(typed)
    if iso:
        return iso
    try:
        moment = parsedate_to_datetime(typed)
    except (TypeError, ValueError, IndexError, OverflowError):
        parsed = entry.get(f"{name}_parsed")
        day = list(parsed)[:3] if isinstance(parsed, Sequence) else []
        return "{:04d}-{:02d}-{:02d}".format(*day) if len(day) == 3 else None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _plain(text: str | None) -> str | None:
    """Give a title without tags and entities, which feeds write into it once more than they should."""
    from html import unescape

    return " ".join(unescape(re.sub(r"</?[A-Za-z][^<>]{0,300}>", "", text)).split()) if text else None


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())


def _beyond(found: int, limits: CaptureSettings) -> str | None:
    return f"Only the first {limits.most_items} of its {found} pages are read: split it." if found > limits.most_items else None
