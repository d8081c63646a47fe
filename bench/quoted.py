"""The content of an attribution in a text to whether it is one quotation, partly quoted, or not quoted."""

import re
from typing import Literal

from bench.readings import Spans

Quoted = Literal["direct", "mixed", "indirect"]
MARK = re.compile(
    r"""
    ["“”«»]        # what print and keyboards have
    | ''           # two apostrophes for one mark, as some archives keep it
    | ``           # the opening mark of old typesetting
    """,
    re.VERBOSE,
)


def quoted_kind(text: str, content: Spans) -> Quoted:
    """Tell whether a content is direct (every piece stands in quotation marks), mixed (a part does) or indirect (no mark).

    >>> text = 'Mayor Tove Lind said the ferry was "beyond repair". "We need a new one," she added.'
    >>> quoted_kind(text, ((21, 50),)), quoted_kind(text, ((52, 71),)), quoted_kind(text, ((21, 34),))
    ('mixed', 'direct', 'indirect')
    """
    pieces = [_trimmed(text, start, end) for start, end in content]
    whole = [_one_quotation(text, start, end) for start, end in pieces]
    if whole and all(whole):
        return "direct"
    return "mixed" if any(whole) or any(MARK.search(text, start, end) for start, end in pieces) else "indirect"


def _one_quotation(text: str, start: int, end: int) -> bool:
    """Tell whether a piece is one quotation, its marks inside or just outside it; a new paragraph may open with a mark anew."""
    marks = list(MARK.finditer(text, start, end))
    opened = bool(marks) and marks[0].start() == start
    closed = bool(marks) and marks[-1].end() == end and (len(marks) > 1 or not opened)
    within = [mark for mark in marks[opened : len(marks) - closed] if not text[: mark.start()].endswith("\n")]
    before = MARK.search(text, max(start - 2, 0), start)
    after = MARK.match(text, end + (text[end : end + 1] in (",", ".", "?", "!")))
    return not within and (opened or bool(before and before.end() == start)) and (closed or bool(after))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut white space, and the stops and commas that stand between a quotation and its cue, from the ends of a piece."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end
