"""A page saved as MHTML, or an e-mail that is a page, to its Capture: the HTML part, with the address it was saved from."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from itertools import islice

from onrecord.capture.marked import Document, read_document
from onrecord.capture.packed import Piece
from onrecord.capture.source import Input, Means, Placed, breaks_off, read_whole
from onrecord.model import Unread

_MOST_PARTS = 5_000
_URL = re.compile(r"https?://\S{1,2000}")
NO_PAGE = "It is an e-mail or MHTML file without an HTML page in it: save the page again."


def read_mhtml(pieces: Iterator[Piece], source: Input, means: Means) -> Iterator[Placed]:
    """Read the page of an MHTML file, as far as it goes; its pictures are passed over, and so are its frames, which a note counts."""
    whole = read_whole(pieces, source, means.limits)
    if isinstance(whole, Unread):
        yield source.name, whole
        return
    content, broken = whole
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        pages = [part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _TYPES]
        html = pages[0].get_payload(decode=True) if pages else None
    except (MessageError, LookupError, ValueError, RecursionError):
        html, pages = None, []
    if not isinstance(html, bytes):
        yield source.name, Unread(source.shown, NO_PAGE)
        return
    notes = (*breaks_off(broken), *([_FRAMES.format(len(pages) - 1)] if len(pages) > 1 else []))
    document = Document(html, charset=pages[0].get_content_charset(), url=_address(pages[0], message), notes=notes)
    given = source.given if source.given.url else replace(source.given, url=document.url)
    kind = "html" if source.kind == "text" else source.kind
    yield source.name, read_document(document, replace(source, kind=kind, given=given), means)


_FRAMES = "It holds {} frames or other pages besides the page itself, which are not read: save those that matter on their own."
_TYPES = ("text/html", "application/xhtml+xml")


def _address(page: Message, message: Message) -> str | None:
    """Give the address that the page was saved from, by its part or by the whole."""
    named = (page.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    return next((found[0] for name in named if name and (found := _URL.match(str(name).strip()))), None)
