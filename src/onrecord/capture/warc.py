"""A web archive (WARC) of any size to a capture for each page that was fetched, and to what is damaged or passed over."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO

from onrecord.capture.http_body import decode_body
from onrecord.capture.marked import Document, read_document
from onrecord.capture.packed import Piece
from onrecord.capture.plain import cut_text, read_plain
from onrecord.capture.rows import read_date
from onrecord.capture.sniff import sniff
from onrecord.capture.source import Input, Means, Placed, Refused, identify, kept
from onrecord.capture.warc_records import WANTED, Gap, Record, split_records
from onrecord.model import Capture, Unread
from onrecord.settings import CaptureSettings

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")
_FOUND = range(200, 300)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server answered."""

    body: bytes
    content_type: str = ""
    charset: str | None = None
    status: int = 200
    notes: tuple[str, ...] = ()
    transfer: str = ""
    packing: str = ""


@dataclass(slots=True)
class _Passed:
    """Counts what is passed over."""

    counts: Counter[str] = field(default_factory=Counter)

    def told(self) -> str:
        """Say what was passed over, the most frequent first."""
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.counts.most_common(12))
        return f"Passed over, for no page lies in them: {kinds}."


def read_warc(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read each page of a web archive, called by its address; damage loses the record that it is in."""
    source = replace(source, kind="warc")
    passed = _Passed()
    last: str | None = None
    for number, record in enumerate(split_records(pieces, settings=means.limits), 1):
        if isinstance(record, Gap):
            where = f"after {last}" if last else "at its beginning"
            yield source.name, Unread(f"{source.shown} ({where})", f"{record.what}: what else is whole is read; fetch the archive again.")
            continue
        place = source.member(f"record {number}")
        for result in _read_record(record, source, means, passed):
            yield place.name, result
        last = record.url or last
    if passed.counts:
        yield source.name, Unread(source.shown, passed.told())


def _read_record(record: Record, source: Input, means: Means, passed: _Passed) -> Iterator[Capture | Unread]:
    if record.type not in WANTED:
        if record.lost:
            yield Unread(source.member(record.url or "a record").shown, f"{record.lost}: fetch the archive again.")
        elif record.type not in ("warcinfo", "metadata", "request"):
            passed.counts[f"{record.type[:20] or 'unnamed'} records"] += 1
        return
    page = source.member(record.url or "a page without an address")
    if record.type == "revisit":
        yield Unread(
            page.shown, f"It was fetched again ({record.date or 'no date'}) and had not changed: it is read where it was fetched first."
        )
        return
    if not record.block:
        yield Unread(page.shown, f"{record.lost or 'It is empty'}: fetch it again.")
        return
    captured = read_date(record.date)
    given = replace(source.given, url=record.url or source.given.url, captured=captured or source.given.captured)
    page = replace(page, name=record.url or page.name, given=given)
    answer = _answer(record, means.limits)
    if isinstance(answer, Refused):
        yield Unread(page.shown, answer.reason)
    else:
        yield from _read_answer(answer, page, means, passed)


def _answer(record: Record, limits: CaptureSettings) -> _Answer | Refused:
    """Read the headers of what was fetched, where it came with any."""
    notes = (f"{record.lost}; the text before that is read.",) if record.lost else ()
    if record.type != "response" or not record.content_type.startswith("application/http"):
        kind, _, charset = record.content_type.partition("charset=")
        return _Answer(record.block, kind.partition(";")[0].strip(), charset.strip(' "') or None, notes=notes)
    answer = _read_http(record.block)
    if answer is None:
        return Refused("The headers of the answer are damaged: fetch it again.")
    decoded = decode_body(answer.body, transfer=answer.transfer, content=answer.packing, limits=limits)
    return decoded if isinstance(decoded, Refused) else replace(answer, body=decoded[0], notes=(*notes, *decoded[1]))


def _read_http(block: bytes) -> _Answer | None:
    """Part an answer into its headers and its body, still packed; nothing when its headers cannot be read."""
    from fastwarc.warc import ArchiveIterator

    size = str(len(block)).encode()
    whole = _HEADER + b"Content-Length: " + size + b"\r\n\r\n" + block + b"\r\n\r\n"
    try:
        fetched = next(iter(ArchiveIterator(BytesIO(whole), parse_http=True, quirks_mode=True)))
        headers = fetched.http_headers
        if not headers:
            return None
        return _Answer(
            fetched.reader.read(),
            (fetched.http_content_type or "").lower(),
            fetched.http_charset,
            headers.status_code or 200,
            transfer=headers.get("Transfer-Encoding") or "",
            packing=headers.get("Content-Encoding") or "",
        )
    except (OSError, StopIteration, ValueError):
        return None


_HEADER = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"


def _read_answer(answer: _Answer, page: Input, means: Means, passed: _Passed) -> Iterator[Capture | Unread]:
    if answer.status not in _FOUND:
        passed.counts[f"answers {answer.status}"] += 1
        return
    if answer.content_type not in _PAGES:
        passed.counts[answer.content_type[:60]] += 1
        return
    if not answer.body.strip():
        yield Unread(page.shown, "It is empty: fetch it again.")
        return
    kind = sniff(answer.body[: means.limits.probed_bytes], name="page.html" if "html" in answer.content_type else "")
    if isinstance(kind, Refused):
        yield Unread(page.shown, kind.reason)
    elif kind == "text":
        yield _text_page(answer, page, means.limits)
    elif kind == "html":
        yield read_document(Document(answer.body, charset=answer.charset, url=page.given.url, notes=answer.notes), page, means)
    else:
        passed.counts[f"{kind} answers"] += 1


def _text_page(answer: _Answer, page: Input, limits: CaptureSettings) -> Capture | Unread:
    plain = read_plain(answer.body, settings=limits)
    if isinstance(plain, Refused):
        return Unread(page.shown, plain.reason)
    text, cut = cut_text(plain.text, limits)
    return Capture(
        identify(answer.body),
        page.name,
        page.kind,
        text,
        page.given,
        (*answer.notes, *plain.notes, *cut),
        content=kept(answer.body, limits),
    )
