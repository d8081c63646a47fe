"""The first bytes of an input to the kind of thing it is, whatever its name says."""

import codecs
import re
from typing import Literal

from onrecord.capture.source import Refused

Kind = Literal["text", "html", "mhtml", "feed", "warc", "json", "parquet", "zip"]
"""What can be read; `json` may be rows, a JSON Feed or neither, which only its lines can tell."""
_SAVE = "save the page as HTML, or its text as UTF-8 .txt"
_UNPACK = "unpack it and give what is in it, or pack it as .zip"
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty one
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_NO_PAGES = (
    (b"%PDF-", "a PDF document", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\x89PNG", "a picture", _SAVE),
    (b"\xff\xd8\xff", "a picture", _SAVE),
    (b"GIF8", "a picture", _SAVE),
    (b"II*\x00", "a picture", _SAVE),
    (b"MM\x00*", "a picture", _SAVE),
    (b"OggS", "a recording", _SAVE),
    (b"ID3", "a recording", _SAVE),
    (b"\x1a\x45\xdf\xa3", "a recording", _SAVE),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"\x04\x22\x4d\x18", "an LZ4 archive", _UNPACK),
    (b"\x1f\x8b", "a gzip archive within another", _UNPACK),
    (b"SQLite format 3\x00", "a database", "write its pages as JSON lines (.jsonl)"),
    (b"ARROW1", "an Arrow table", "write its rows as .parquet or as JSON lines (.jsonl)"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"MZ\x90\x00", "a program", "leave it out"),
    (b"wOFF", "a font", "leave it out"),
    (b"wOF2", "a font", "leave it out"),
)
_AT = ((257, b"ustar", "a tar archive", _UNPACK), (4, b"ftyp", "a picture or film", _SAVE), (8, b"WEBP", "a picture", _SAVE))
_WIDE_MARKS = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_OPENING = re.compile(
    r"""
    \s+
    | <!-- .*? (?: --> | \Z )      # saved pages open with a comment that says where from
    | <\?  .*? (?: \?> | > | \Z )  # the XML declaration, style sheets
    """,
    re.VERBOSE | re.DOTALL,
)
_DOCTYPE = re.compile(r"<!doctype\s+([\w:]+)[^>\[]{0,500}(?:\[[^\]]{0,60000}\]\s*)?>?", re.IGNORECASE)
_TAG = re.compile(r"</?([A-Za-z][\w:.-]{0,60})[^<>]{0,2000}")
_FEEDS = frozenset(("rss", "feed", "rdf:rdf", "atom:feed"))
_HTML_TAGS = frozenset(
    (
        "a abbr address article aside b base blockquote body br button center dd div dl dt em embed fieldset figcaption figure font footer "
        "form frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav noscript object ol p picture "
        "pre q s script section small span strong style sub sup table tbody td template th thead time title tr u ul video"
    ).split()
)
_HEADER = re.compile(r"(?:[A-Za-z][\w-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,50}){2,60}")
_MAIL_TYPE = re.compile(r"^content-type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.IGNORECASE | re.MULTILINE)
_MAIL_SIGN = re.compile(r"^(?:mime-version|snapshot-content-location|content-location):", re.IGNORECASE | re.MULTILINE)


def sniff(head: bytes, *, name: str = "") -> Kind | Refused:
    """Tell what an input is by its first bytes; its name decides only between plain text and HTML that opens with words.

    >>> sniff(b"<!-- saved from url=(0029)https://orle.example/ferry -->\\n<html><body>")
    'html'
    >>> sniff(b"Two held after blast at Orle"), sniff(b"%PDF-1.7").reason.partition(":")[0]
    ('text', 'This is a PDF document, which is not read')
    """
    magic = next((kind for sign, kind in _MAGIC if head.startswith(sign)), None)
    if magic:
        return magic  # type: ignore[return-value]
    other = next(((what, remedy) for sign, what, remedy in _NO_PAGES if head.startswith(sign)), None)
    other = other or next(((what, remedy) for at, sign, what, remedy in _AT if head.startswith(sign, at)), None)
    if other:
        return Refused(f"This is {other[0]}, which is not read: {other[1]}.")
    return _sniff_letters(_letters(head), name)


def _letters(head: bytes) -> str:
    """Decode far enough to see ASCII, which is what markup is written in."""
    wide = next((name for mark, name in _WIDE_MARKS if head.startswith(mark)), None)
    if wide:
        return head.decode(wide, "replace").lstrip("\ufeff")
    text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return text.replace("\x00", "") if "<\x00" in text[:64] or "\x00<" in text[:64] else text


def _sniff_letters(text: str, name: str) -> Kind | Refused:
    at = 0
    while opening := _OPENING.match(text, at):
        at = opening.end()
    declared = text[:at].lstrip().lower().startswith("<?xml")
    doctype = _DOCTYPE.match(text, at)
    root = "html" if doctype and doctype[1].lower() == "html" else ""
    if doctype and not root:  # HTML whose root is an odd tag is HTML; entities may stand before a feed
        at = doctype.end()
        while opening := _OPENING.match(text, at):
            at = opening.end()
    tag = _TAG.match(text, at)
    root = root or (tag[1].lower() if tag else "")
    if root:
        return _sniff_root(root, declared, text[at : at + 2000])
    if text[at : at + 1] in ("{", "["):
        return "json"
    header = _HEADER.match(text, at)
    if header and _MAIL_TYPE.search(header[0]) and _MAIL_SIGN.search(header[0]):
        return "mhtml"
    return "html" if name.lower().removesuffix(".gz").endswith((".html", ".htm", ".xhtml")) and _TAG.search(text) else "text"


def _sniff_root(root: str, declared: bool, opening: str) -> Kind | Refused:
    if root in _FEEDS:
        return "feed"
    if root in _HTML_TAGS or "http://www.w3.org/1999/xhtml" in opening:
        return "html"
    if root == "svg":
        return Refused(f"This is a picture, which is not read: {_SAVE}.")
    if declared or ":" in root:
        return Refused(f"This is XML (<{root}>) and neither a page nor a feed, so it is not read: {_SAVE}.")
    return "html"
