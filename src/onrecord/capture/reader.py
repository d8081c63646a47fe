"""Paths of files and folders, or a stream, to captures, each with its text, and to what could not be read and why."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import BinaryIO

from onrecord.capture.gauge import Gauge
from onrecord.capture.packed import GZIP, Broken, Piece, read_pieces
from onrecord.capture.parsing import PlainParser
from onrecord.capture.places import NO_PAGES, PAGE_SUFFIXES, ROW_SUFFIXES, STDIN, Found, find_places, suffix_of, why
from onrecord.capture.plain import cut_text, read_plain
from onrecord.capture.rows import is_row, probe_rows, read_rows
from onrecord.capture.sniff import Kind, sniff
from onrecord.capture.source import Input, Means, Parser, Placed, Reader, Refused, breaks_off, identify, kept, printable, read_whole
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings


def read_captures(  # noqa: PLR0913  (all but the first are options)
    paths: Sequence[str],
    *,
    given: Given,
    stdin: BinaryIO | None = None,
    settings: CaptureSettings | None = None,
    parser: Parser | None = None,
    gauge: Gauge | None = None,
) -> Iterator[Capture | Unread]:
    """Read files, folders and `-`, the stream; each input gives one or more results, and what it is is told by what it holds.

    A capture is named by its file name, or by its path as given where two inputs share a file name; what lies in an archive by
    the archive and its place there, a row by its id, a page of a feed or web archive by its address.
    `parser` takes apart markup and feeds, `gauge` follows how much was read.
    """
    gauge = gauge or Gauge()
    limits = settings or CaptureSettings()
    means = Means(limits, parser or PlainParser(limits), _read_any)
    found = [place for path in paths for place in find_places(path)]
    gauge.expect(place.path for place in found if isinstance(place, Found))
    shared = Counter(place.path.name for place in found if isinstance(place, Found))
    seen: dict[str, str] = {}
    taken: set[str] = set()
    for place in found:
        if isinstance(place, Unread):
            yield place
        elif place.shown == STDIN:
            yield from _apart(_read_stream(stdin, given, means), taken)
        else:
            name = printable(place.path.name if shared[place.path.name] == 1 else place.shown)
            real = os.path.realpath(place.path)
            if real in seen:
                yield Unread(printable(place.shown), f"It was given twice; it is read once, as {seen[real]}.")
                continue
            seen[real] = name
            source = Input(name, printable(place.shown), given, gathered=place.gathered)
            yield from _apart(_read_file(place, source, means, gauge), taken)


def _apart(results: Iterable[Placed], taken: set[str]) -> Iterator[Capture | Unread]:
    """Give the captures names that no other has, for evidence points to a capture by its name; notes each name in `taken`."""
    for place, result in results:
        if isinstance(result, Unread):
            yield result
            continue
        longer = (f"{result.name} ({place}{f', {n}' if n else ''})" for n in count())
        name = next(name for name in chain([result.name], longer) if name not in taken)
        taken.add(name)
        yield result if name == result.name else replace(result, name=name, notes=(*result.notes, _SAME_NAME))


_SAME_NAME = "A capture before it has the same name, so its place is part of its own."


def _read_file(place: Found, source: Input, means: Means, gauge: Gauge) -> Iterator[Placed]:
    try:
        about = place.path.stat()
        if not stat.S_ISREG(about.st_mode):
            yield source.name, Unread(source.shown, "It is not a regular file: pipe its text in and give - as the path.")
            return
        stream = place.path.open("rb")
    except OSError as error:
        yield source.name, Unread(source.shown, f"It cannot be read ({why(error)}): check the file and its permissions.")
        return
    with stream, gauge.reading(stream, about.st_size):
        file = None if stream.peek(2).startswith(GZIP) else stream
        pieces = read_pieces(stream, settings=means.limits)
        yield from means.read(pieces, replace(source, size=about.st_size, file=file), means)


def _read_stream(stdin: BinaryIO | None, given: Given, means: Means) -> Iterator[Placed]:
    if stdin is None:
        yield STDIN, Unread(STDIN, "There is no input stream: give a file or folder.")
        return
    yield from means.read(read_pieces(stdin, settings=means.limits), Input("stdin", STDIN, given), means)


def _read_any(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read an input of any kind, by what it holds."""
    head, whole = _peek(pieces, means.limits)
    suffix = suffix_of(source.name)
    kind = sniff(head, name=source.name)
    if isinstance(kind, Refused):
        yield source.name, Unread(source.shown, kind.reason)
        return
    if kind == "text" and suffix in ROW_SUFFIXES:
        kind = "json"  # damage to the very first sign of it is no proof against what the name says
    if kind == "text" and suffix in NO_PAGES:
        yield source.name, Unread(source.shown, f"It is {NO_PAGES[suffix]}.")
    elif kind == "text" and source.gathered and suffix not in PAGE_SUFFIXES:
        yield source.name, Unread(source.shown, f"It is text, but a {suffix} file is seldom a page: give it on its own if it is one.")
    else:
        yield from reader_of(kind)(whole, source, means)


def _peek(pieces: Iterator[Piece], limits: CaptureSettings) -> tuple[bytes, Iterator[Piece]]:
    """Give the first bytes of an input, and the whole of it to read."""
    seen: list[Piece] = []
    head = b""
    for piece in pieces:
        seen.append(piece)
        if isinstance(piece, Broken):
            break
        head += piece
        if len(head) >= limits.probed_bytes:
            break
    return head[: limits.probed_bytes], chain(seen, pieces)


def _read_text(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read one plain-text page, as far as it goes."""
    whole = read_whole(pieces, source, means.limits)
    yield source.name, whole if isinstance(whole, Unread) else _text_page(*whole, source, means.limits)


def _text_page(content: bytes, broken: Broken | None, source: Input, limits: CaptureSettings) -> Capture | Unread:
    plain = read_plain(content, settings=limits)
    if isinstance(plain, Refused):
        return Unread(source.shown, plain.reason)
    if is_row(plain.text.lstrip().partition("\n")[0]):
        return Unread(source.shown, "It holds rows in another encoding than UTF-8: write the file again in UTF-8.")
    text, cut = cut_text(plain.text, limits)
    notes = (*plain.notes, *breaks_off(broken), *cut)
    return Capture(
        id=identify(content),
        name=source.name,
        format=source.kind,
        text=text,
        given=source.given,
        notes=notes,
        content=kept(content, limits),
    )


def _read_page(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read one page of HTML, as far as it goes."""
    whole = read_whole(pieces, source, means.limits)
    if isinstance(whole, Unread):
        yield source.name, whole
        return
    from onrecord.capture.marked import Document, read_document

    content, broken = whole
    page = replace(source, kind="html") if source.kind == "text" else source
    yield source.name, read_document(Document(content, notes=breaks_off(broken)), page, means)


def _read_json(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read rows or a JSON Feed; text that opens with a brace is a page as well."""
    from onrecord.capture.feed import is_json_feed, read_feed

    head, whole = _peek(pieces, means.limits)
    if is_json_feed(head):
        yield from read_feed(whole, source, means)
        return
    holds, rows = probe_rows(whole, by_name=suffix_of(source.name) in ROW_SUFFIXES, settings=means.limits)
    if holds == "rows":
        yield from read_rows(rows, source, means)
    elif holds == "json":
        yield source.name, Unread(source.shown, _NO_ROWS.format(means.limits.probed_lines))
    else:
        yield from _read_text(rows, source, means)


_NO_ROWS = 'It is JSON, but none of its first {} lines is an object with "text" or "html": write one page a line, as {{"text": "..."}}.'


def reader_of(kind: Kind) -> Reader:
    """Give what reads a kind of input: the seam for a new one; what few runs need is loaded when it is met."""
    match kind:
        case "feed":
            from onrecord.capture.feed import read_feed

            return read_feed
        case "mhtml":
            from onrecord.capture.mhtml import read_mhtml

            return read_mhtml
        case "parquet":
            from onrecord.capture.tables import read_table

            return read_table
        case "warc":
            from onrecord.capture.warc import read_warc

            return read_warc
        case "zip":
            from onrecord.capture.zipped import read_zip

            return read_zip
        case "html":
            return _read_page
        case "json":
            return _read_json
        case "text":
            return _read_text
