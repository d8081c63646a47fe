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
    """Read the page of an MHTML file, as far as it goes; its pictures and frames are passed over."""
    whole = read_whole(pieces, source, means.limits)
    if isinstance(whole, Unread):
        yield source.name, whole
        return
    content, broken = whole
    try:
        message = message_from_bytes(content, policy=policy.compat32)
        page = next((part for part in islice(message.walk(), _MOST_PARTS) if part.get_content_type() in _TYPES), None)
        html = page.get_payload(decode=True) if page else None
    except (MessageError, LookupError, ValueError, RecursionError):
        html = page = None
    if page is None or not isinstance(html, bytes):
        yield source.name, Unread(source.shown, NO_PAGE)
        return
    document = Document(html, charset=page.get_content_charset(), url=_address(page, message), notes=breaks_off(broken))
    given = source.given if source.given.url else replace(source.given, url=document.url)
    kind = "html" if source.kind == "text" else source.kind
    yield source.name, read_document(document, replace(source, kind=kind, given=given), means)


_TYPES = ("text/html", "application/xhtml+xml")


def _address(page: Message, message: Message) -> str | None:
    """Give the address that the page was saved from, by its part or by the whole."""
    named = (page.get("Content-Location"), message.get("Snapshot-Content-Location"), message.get("Content-Location"))
    return next((found[0] for name in named if name and (found := _URL.match(str(name).strip()))), None)
