"""Bytes of a saved plain-text page to its text and what a reader should know of how it was read, or to why it is not text."""

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from onrecord.capture.source import Refused
from onrecord.language.guess import guess_language
from onrecord.settings import CaptureSettings

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark opens this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LINE = re.compile(r"\S[^\n]*")
_WIDE_NULS = 0.3


@dataclass(frozen=True, slots=True)
class PlainText:
    """The text of a page and notes on how it was read."""

    text: str
    """The text, character for character, line ends included."""
    notes: tuple[str, ...] = ()
    """One sentence for each thing a reader should know."""


def read_plain(content: bytes, *, settings: CaptureSettings | None = None) -> PlainText | Refused:
    r"""Decode the bytes of a plain-text page in English.

    >>> read_plain("The bridge at Orle is “safe”.\r\n".encode("cp1252")).notes
    ('It is not UTF-8; read as cp1252, which is a guess.',)
    >>> read_plain(b"").reason
    'It is empty: save the page again.'
    """
    limits = settings or CaptureSettings()
    decoded = decode(content, limits)
    if isinstance(decoded, Refused):
        return decoded
    reason = find_objection(decoded.text, settings=limits)
    return Refused(reason) if reason else decoded


def find_objection(text: str, *, settings: CaptureSettings | None = None) -> str | None:
    r"""Say why a decoded text is no page that can be read, or nothing.

    >>> find_objection(" \n")
    'It is empty: save the page again.'
    """
    limits = settings or CaptureSettings()
    if not text.strip():
        return "It is empty: save the page again."
    probe = text[: limits.probed_bytes]
    if "\x00" in probe or len(_CONTROL.findall(probe)) > limits.largest_control_share * len(probe):
        return "It is binary, not text: save the page as plain text in UTF-8."
    guess = guess_language(text)
    if guess.english is False:
        seems = f"it seems to be {guess.name}" if guess.name else "its language is not known"
        return f"The page is not in English ({seems}), and only English is read: leave it out."
    return None


def decode(content: bytes, limits: CaptureSettings) -> PlainText | Refused:
    """Decode bytes in whatever encoding they seem to be."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    wide = _wide_encoding(content[: limits.probed_bytes])
    if wide:
        return PlainText(content.decode(wide, "replace"), (f"It has no byte-order mark; read as {wide}, which is a guess.",))
    try:
        return PlainText(content.decode("utf-8"))
    except UnicodeDecodeError:
        if b"\x00" in content[: limits.probed_bytes]:
            return Refused("This is a binary file, not text: save the page's text as UTF-8 .txt.")
        return _decode_damaged(content, limits) or _decode_guessed(content, limits)


def _decode_marked(content: bytes, encoding: str) -> PlainText:
    """Decode what follows a byte-order mark; the mark is no part of the text."""
    text = content.decode(encoding, "replace")
    damage = ("Some bytes could not be read and stand as \ufffd.",) if "\ufffd" in text else ()
    return PlainText(text, (f"It opens with a byte-order mark ({encoding}), which spans do not count.", *damage))


def _wide_encoding(probe: bytes) -> str | None:
    """Name UTF-16 without a mark by its zero bytes: every second one in Latin script."""
    half = len(probe) // 2
    if half < 2:
        return None
    even, odd = probe[0::2].count(0) / half, probe[1::2].count(0) / half
    if odd > _WIDE_NULS and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > _WIDE_NULS and odd == 0 else None


def _decode_damaged(content: bytes, limits: CaptureSettings) -> PlainText | None:
    """Decode UTF-8 in which a few bytes are broken; nothing when it is more than a few, or none of it is UTF-8."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for letter in text if letter > "\x7f") - broken
    if whole == 0 or broken > max(1, limits.largest_damage_share * len(content)) or broken > whole:
        return None
    return PlainText(
        text,
        (f"{broken} byte sequence{'s' if broken > 1 else ''} could not be read as UTF-8 and stand{'' if broken > 1 else 's'} as \ufffd.",),
    )


def _decode_guessed(content: bytes, limits: CaptureSettings) -> PlainText | Refused:
    from charset_normalizer import from_bytes  # here, for it takes 50 ms and few pages need it

    best = from_bytes(content[: limits.probed_bytes]).best()
    if best is None:
        return Refused("The file's encoding is not known, or it is not text: save the page as UTF-8 .txt.")
    # An English page in one byte a letter is nearly always Windows-1252; the guesser prefers rarer code pages.
    western = "cp1252" in best.could_be_from_charset or _reads_as_western(content)
    encoding = "cp1252" if western else best.encoding
    return PlainText(content.decode(encoding, "replace"), (f"It is not UTF-8; read as {encoding}, which is a guess.",))


def _reads_as_western(content: bytes) -> bool:
    """Tell whether the bytes above ASCII are the quotation marks, dashes and accents that English pages use in Windows-1252."""
    high = [byte for byte in content if byte > 0x7F]
    usual = sum(
        1
        for byte in high
        if byte in b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa9\xb7\xe0\xe1\xe4\xe7\xe8\xe9\xea\xed\xf1\xf3\xf6\xfc"
    )
    return usual >= 0.8 * len(high)


def cut_text(text: str, limits: CaptureSettings) -> tuple[str, tuple[str, ...]]:
    """Keep as much of a text as is read of one page, to the end of a line, with a note when that is not all.

    >>> cut_text("The dam held.\\nIt rained.", CaptureSettings(largest_text=20))[0]
    'The dam held.'
    """
    end = len(text)
    if end > limits.largest_text:
        end = max(text.rfind("\n", 0, limits.largest_text), 0) or limits.largest_text
    if text.count("\n", 0, end) > limits.most_lines:
        lines = (line.start() for line in _LINE.finditer(text, 0, end))
        end = next(islice(lines, limits.most_lines, None), end)
    if end == len(text):
        return text, ()
    return text[:end], (f"It is longer than any page of news: of {len(text)} characters the first {end} are read.",)
