"""Bytes of an HTML page to its characters, by what they are before what they say they are."""

import codecs
import re

from onrecord.capture.plain import PlainText, decode
from onrecord.capture.source import Refused
from onrecord.settings import CaptureSettings

_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^<>]{0,500}?(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b[^<>]{0,500}\?>", re.IGNORECASE)
# What browsers read under these names is the larger code page that grew from it (encoding.spec.whatwg.org).
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
# Python knows more codecs than pages are written in, and one of them (punycode) takes the square of a text's length.
_LETTERS = re.compile(r"ascii|utf-8|iso8859|iso2022|cp(?:125|932|936|949|950|866|874)|koi8|gb|big5|shift_jis|euc_|mac|tis|hz")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_html(content: bytes, *, header: str | None = None, settings: CaptureSettings | None = None) -> PlainText:
    r"""Decode a page: by its byte-order mark or as UTF-8 where that holds, then as declared where that holds, then by guess.

    `header` is the encoding that the server named. A declaration of XML is left out: it no longer holds.

    >>> decode_html("<meta charset=iso-8859-1><p>“Safe”, said Zoë".encode("cp1252")).text
    '<meta charset=iso-8859-1><p>“Safe”, said Zoë'
    """
    limits = settings or CaptureSettings()
    plain = _decode(content, header, limits)
    declaration = _XML.match(plain.text)
    return PlainText(plain.text[declaration.end() :], plain.notes) if declaration else plain


def _decode(content: bytes, header: str | None, limits: CaptureSettings) -> PlainText:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    head = content[: limits.probed_bytes]
    if text and not (b"<\x00" in head or b"\x00<" in head):  # hardly any text in another encoding is UTF-8 by chance
        return PlainText(text.removeprefix("\ufeff"))
    declared = [] if content.startswith(_MARKS) else _declared(head, header)
    for name in declared:
        told = content.decode(name, "replace")
        if told.count("\ufffd") <= max(1, limits.largest_damage_share * len(content)):
            return PlainText(told, () if name != "utf-8" else (_BROKEN,) * ("\ufffd" in told))
    decoded = decode(content, limits)
    unbelieved = (f"It says that it is {declared[0]}, which it is not.",) if declared else ()
    if isinstance(decoded, Refused):
        decoded = PlainText(content.decode("cp1252", "replace"), ("Its encoding is not known; read as cp1252, which is a guess.",))
    return PlainText(decoded.text, (*unbelieved, *decoded.notes))


_BROKEN = "Some bytes could not be read as UTF-8 and stand as \ufffd."


def _declared(head: bytes, header: str | None) -> list[str]:
    """Give the encodings that the server and the page name, as browsers take them."""
    match = _DECLARED.search(head)
    found = (_known(name) for name in (header, match[1].decode("ascii") if match else None) if name)
    return [name for name in found if name]


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name.strip(" \"'"))
    except (LookupError, ValueError):
        return None
    known = _WIDER.get(found.name, found.name)
    return known if _LETTERS.match(known) else None
