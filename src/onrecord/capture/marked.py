"""The markup of one page to a Capture, or to why it is not read: decoded, bounded, parsed and looked at."""

from dataclasses import dataclass, replace

from onrecord.capture.bounds import bound_markup
from onrecord.capture.encoding import decode_html
from onrecord.capture.plain import cut_text
from onrecord.capture.source import Input, Means, Refused, identify, kept
from onrecord.model import Capture, Markup, Unread
from onrecord.settings import CaptureSettings

NO_TEXT = "It is a page without any text: save it again once all of it is shown, or save its text as .txt."


@dataclass(frozen=True, slots=True)
class Document:
    """The markup of a page as it came, and what its container says of it."""

    content: bytes
    """The captured bytes."""
    html: str | None = None
    """The markup, where the container has it as text; null when the bytes are the markup."""
    charset: str | None = None
    """The encoding that the container names."""
    url: str | None = None
    """The address that the container names."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how the markup was got at."""


def read_document(document: Document, source: Input, means: Means) -> Capture | Unread:
    """Read the markup of one page."""
    notes = document.notes
    html = document.html
    if html is None:
        decoded = decode_html(document.content, header=document.charset, settings=means.limits)
        html, notes = decoded.text, (*notes, *decoded.notes)
    bounded = bound_markup(html, settings=means.limits)
    parsed = means.parser.markup(bounded.html, url=document.url or source.given.url)
    if isinstance(parsed, Refused):
        return Unread(source.shown, parsed.reason)
    if not parsed.text.strip():
        return Unread(source.shown, NO_TEXT)
    text, markup, cut = bound_text(parsed.text, parsed.markup, means.limits)
    return Capture(
        id=identify(document.content),
        name=source.name,
        format=source.kind,
        text=text,
        given=source.given,
        notes=(*notes, *bounded.notes, *parsed.notes, *cut),
        markup=markup,
        content=kept(document.content, means.limits),
    )


def bound_text(text: str, markup: Markup, limits: CaptureSettings) -> tuple[str, Markup, tuple[str, ...]]:
    """Keep as much of a text as is read of one page, to the end of a line, with the marks on it."""
    kept, cut = cut_text(text, limits)
    if not cut:
        return text, markup, ()
    lines = tuple(line for line in markup.lines if line.span.end <= len(kept))
    updates = tuple(update for update in markup.updates if update.span.end <= len(kept))
    return kept, replace(markup, lines=lines, updates=updates), cut
