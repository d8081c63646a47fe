"""JSON lines, one page a line, to captures, and to what is wrong with each line that cannot be read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Literal

from onrecord.capture.marked import Document, read_document
from onrecord.capture.packed import Broken, Piece
from onrecord.capture.plain import cut_text, find_objection
from onrecord.capture.sniff import sniff
from onrecord.capture.source import Input, Means, Placed, Refused, identify, kept
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings

_MARK = b"\xef\xbb\xbf"  # the byte-order mark of UTF-8
_OPENS_OBJECT = re.compile(rb"\{\s*(?:[\"}]|\Z)")
_OPENS_LIST = re.compile(rb"\[\s*[\[{\"]")
_STRINGS = ("text", "html", "title", "url", "outlet", "published", "captured")
_HALVES = re.compile("[\ud800-\udfff]")  # JSON can hold one half of a letter, which UTF-8 cannot
_ISO = re.compile(
    r"""
    (?P<day> \d{4}-\d{2}-\d{2} )                                      # 2024-05-31
    (?: [Tt\x20] (?P<clock> \d{2}:\d{2} (?: :\d{2} )? ) (?:[.,]\d{1,9})?  # 14:30, with seconds and parts of them, or without
        (?P<offset> [Zz] | [+-]\d{2}:?\d{2} )? )?                      # +02:00
    """,
    re.VERBOSE,
)
_KINDS = {bool: "true or false", dict: "an object", float: "a number", int: "a number", list: "a list"}
LONGEST_SHOWN = 60
"""Code points of a row's own words that a message repeats."""

Holds = Literal["rows", "json", "other"]
"""What a stream holds: one page a line, JSON of another shape, or no JSON."""


@dataclass(frozen=True, slots=True)
class _Row:
    """What a line says of a page."""

    text: str
    html: str
    id: str | None
    given: Given
    notes: tuple[str, ...]


def probe_rows(pieces: Iterable[Piece], *, by_name: bool = False, settings: CaptureSettings | None = None) -> tuple[Holds, Iterator[Piece]]:
    """Tell what a stream holds by its first lines, and give the whole of it to read.

    `by_name` says that its name promises rows, so that damage to the very first sign of it is no proof against that.

    >>> probe_rows([b'{"text": "Two held after blast"}'])[0], probe_rows([b"Two held after blast"])[0]
    ('rows', 'other')
    """
    limits = settings or CaptureSettings()
    rest = iter(pieces)
    seen: list[Piece] = []
    head = b""
    size, promising, line_ended = 0, True, False
    while promising and not line_ended and size <= limits.largest_bytes and (piece := next(rest, None)) is not None:
        seen.append(piece)
        if isinstance(piece, Broken):
            break
        line_ended = bool(head) and b"\n" in piece
        size += len(piece)
        if not head:  # blank so far
            head = piece.removeprefix(_MARK).lstrip()
            promising, line_ended = by_name or head[:1] in (b"", b"{", b"["), b"\n" in head
    if not promising:
        return "other", chain(seen, rest)
    whole = b"".join(piece for piece in seen if isinstance(piece, bytes))
    return _holds(whole.removeprefix(_MARK).lstrip(), limits), chain(seen, rest)


def _holds(head: bytes, limits: CaptureSettings) -> Holds:
    if any(is_row(line) for line in head.split(b"\n", limits.probed_lines)[: limits.probed_lines]):
        return "rows"
    if len(head) > limits.largest_bytes and _OPENS_OBJECT.match(head):
        return "rows"  # the first is too large to be read, and those below it are not to be lost
    return "json" if _OPENS_OBJECT.match(head) or _OPENS_LIST.match(head) else "other"


def is_row(line: bytes | str) -> bool:
    """Tell whether a line is a JSON object with a page in it, be its letters damaged or not."""
    row = _parse(line if isinstance(line, str) else line.decode("utf-8", "replace"))
    return not isinstance(row, Refused) and ("text" in row or "html" in row)


def read_rows(pieces: Iterable[Piece], source: Input, means: Means) -> Iterator[Placed]:
    r"""Read one page a line, each with its place (`FILE:LINE`); what a row says of its page goes before what is given."""
    for number, line in _split(pieces, means.limits):
        if isinstance(line, bytes) and not line.strip():
            continue
        row = replace(source.member(str(number), between=":"), kind="row")
        fields = _parse(line) if isinstance(line, bytes) else line
        content = line if isinstance(line, bytes) else b""
        yield row.name, read_row(fields, content, row, means)


def read_row(fields: Mapping[str, object] | Refused, content: bytes, source: Input, means: Means) -> Capture | Unread:
    """Read one row, of which `content` are the captured bytes."""
    row = _read_row(fields, means.limits) if not isinstance(fields, Refused) else fields
    if isinstance(row, Refused):
        return Unread(source.shown, row.reason)
    told = replace(source.given, **{name: value for name in _GIVEN if (value := getattr(row.given, name)) is not None})
    page = replace(source, name=row.id or source.name, given=told)
    if row.html:
        return read_document(Document(content, row.html, url=told.url, notes=row.notes), page, means)
    text, cut = cut_text(row.text, means.limits)
    return Capture(identify(content), page.name, "row", text, told, (*row.notes, *cut), content=kept(content, means.limits))


_GIVEN = ("outlet", "published", "title", "url", "captured")


def _split(pieces: Iterable[Piece], limits: CaptureSettings) -> Iterator[tuple[int, bytes | Refused]]:
    """Split a stream into its lines, numbered from 1; at most one line is held, and none that is too long."""
    number, size = 1, 0
    kept: list[bytes] = []
    broken: Broken | None = None
    for piece in pieces:
        if isinstance(piece, Broken):
            broken = piece
            break
        first, *others = piece.split(b"\n")
        size += len(first)
        kept = [*kept, first] if size <= limits.largest_bytes else []
        for part in others:
            yield number, _line(number, kept, size, limits)
            number, size, kept = number + 1, len(part), [part]
    line = _line(number, kept, size, limits)
    if broken is None or (isinstance(line, bytes) and is_row(line)):
        yield number, line
    if broken:
        yield number, Refused(f"{broken.what} in this line or before the next: the lines before it were read; fetch the file again.")


def _line(number: int, parts: Sequence[bytes], size: int, limits: CaptureSettings) -> bytes | Refused:
    """Put a line together, without what ends it and without the mark that may open a file."""
    if size > limits.largest_bytes:
        return Refused(f"The row is too large (at most {limits.largest_bytes / 1e6:g} MB are read): give one page a row.")
    line = b"".join(parts).removesuffix(b"\r")
    return line.removeprefix(_MARK) if number == 1 else line


def _read_row(fields: Mapping[str, object], limits: CaptureSettings) -> _Row | Refused:
    row = _checked(fields, limits)
    named = isinstance(fields.get("id"), str | int | float) and isinstance(row, Refused)
    return Refused(f"Row {_shown(fields['id'])}: {row.reason}") if isinstance(row, Refused) and named else row


def _parse(line: bytes | str) -> Mapping[str, object] | Refused:
    """Read one JSON object."""
    try:
        parsed = json.loads(line.decode() if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        return Refused(f"The line is not UTF-8 (byte {error.start + 1}): write the file again in UTF-8.")
    except json.JSONDecodeError as error:
        return Refused(f"The line is not JSON ({error.msg}, character {error.colno}): write one whole JSON object a line.")
    except (RecursionError, ValueError):  # brackets a thousand deep, a number of five thousand digits
        return Refused("The line is JSON that nobody means (too deep, or a number too long): write the row again.")
    if not isinstance(parsed, dict):
        return Refused(f'The line is {_kind(parsed)}, not an object: write one JSON object a line, with the page as "text".')
    return parsed


def _checked(fields: Mapping[str, object], limits: CaptureSettings) -> _Row | Refused:
    """Check what a row says of its page, field by field."""
    wrong = _wrong_type(fields)
    if wrong:
        return wrong
    text, html, named = str(fields.get("text") or ""), str(fields.get("html") or ""), fields.get("id")
    if fields.get("text") is None and fields.get("html") is None:
        return Refused('It has neither "text" nor "html": give the page\'s text as "text".')
    if sniff(text[:_PROBED].encode("utf-8", "replace")) == "html":
        text, html = "", text
    html = "" if text.strip() else html
    told = {name: _whole(str(fields.get(name) or "").strip()) or None for name in _GIVEN}
    dates = {name: read_date(typed) for name in _DATES if (typed := told[name])}
    bad = next((name for name, when in dates.items() if when is None), None)
    if bad:
        return Refused(f'"{bad}" is {_shown(told[bad])}, which is no date: write it as 2024-05-31 or 2024-05-31T14:30+02:00.')
    notes = [_NO_OFFSET.format(name) for name, when in dates.items() if when and len(when) == _DAY < len(told[name] or "")]
    notes += [] if _is_whole(html or text) else [_HALVED]
    objection = None if html else find_objection(text, settings=limits)
    name = None if named is None else _whole(str(named)).strip()
    if objection:
        return Refused(objection)
    return _Row(_whole(text), _whole(html), name or None, Given(**{**told, **dates}), tuple(notes))


_DATES = ("published", "captured")
_DAY = len("2024-05-31")
_PROBED = 2_000
_NO_OFFSET = 'Its "{}" has an hour but no offset, so only the date is taken.'
_HALVED = "Letters of which JSON holds only one half stand as \ufffd."


def _wrong_type(fields: Mapping[str, object]) -> Refused | None:
    for name in _STRINGS:
        if not isinstance(fields.get(name), str | None):
            return Refused(f'"{name}" is {_kind(fields[name])}, not a string: put it in quotation marks, or leave it out.')
    if isinstance(fields.get("id"), bool) or not isinstance(fields.get("id"), str | int | float | None):
        return Refused(f'"id" is {_kind(fields["id"])}, not a string or number: put it in quotation marks, or leave it out.')
    return None


def read_date(typed: str) -> str | None:
    """Read an ISO date, or date-time with offset; of an hour without offset, which is nobody's, the date alone.

    >>> [read_date(typed) for typed in ("2024-05-31", "2024-05-31T14:30Z", "2024-05-31 14:30:00", "31/05/2024")]
    ['2024-05-31', '2024-05-31T14:30:00+00:00', '2024-05-31', None]
    """
    match = _ISO.fullmatch(typed)
    if match is None:
        return None
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{match['clock'] or '00:00'}{(match['offset'] or '').upper()}")
    except ValueError:
        return None
    return moment.isoformat() if match["offset"] else match["day"]


def _whole(text: str) -> str:
    """Put a sign for each half of a letter, which no encoding can hold; all else, and every place, stays."""
    return text if _is_whole(text) else _HALVES.sub("\ufffd", text)


def _is_whole(text: str) -> bool:
    """Tell whether a text holds no half of a letter; encoding tells it a hundred times as fast as a search."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "a string" if isinstance(value, str) else "null")


def _shown(value: object) -> str:
    """Give a row's own words for a message, in one short line."""
    text = _whole(" ".join(str(value).split()))
    return f'"{text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"}"'
