"""The lines of a page to the part that each plays."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from onrecord.language.english_pages import CONTINUING, DEMONSTRATIVES, PRONOUNS
from onrecord.language.patterns import compile_later
from onrecord.model import Role
from onrecord.page.dating import is_dateline_alone
from onrecord.page.furniture import is_correction
from onrecord.page.likeness import shared_words
from onrecord.page.lines import Line, holds
from onrecord.page.marks import Mark
from onrecord.page.masthead import is_masthead
from onrecord.page.phrases import CAPTION_WITHIN, HOUSEKEEPING_OPENING, HOUSEKEEPING_WITHIN

_REPORTS = compile_later(
    r",\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,3}\s+(?:reports|writes|reveals|explains|asks|looks|finds|investigates)$|(?:writes|reports)\s+[A-Z]\w+(?:\s+[A-Z]\w+){1,2}$"
)
# How the bridge came to be sold: a question told as a headline, without its mark
_PROMISES = compile_later(r"^(?:explained|explainer|fact check|factbox|how|in pictures|inside|profile|timeline|what|where|who|why)\b")
_ITEM = compile_later(r"^(?:[•●▪◦‣∙*·–—-]|\[?\(?\d{1,3}[.)\]]|\d{1,3}\s|[A-Z]:)\s*\S")
_NAME_ONLY = compile_later(r"^[A-Z][\w.’'-]+(?:,?\s+(?:and\s+|in\s+|of\s+)?[A-Z][\w.’'-]+){0,6}$")
# Our political editor Ona Reed has more on this: ; My colleague Bo Day takes over now.
_HANDS_OVER = compile_later(
    r"""
    ^ (?:my|our) \s (?:[\w-]{1,20}\s){0,3} (?:colleagues?|correspondents?|editor|reporters?|team|writer) \b   # our political editor
    (?: .{0,120} : $                                                                           # ... from Orle:
      | .{0,60} \b (?: (?:has|have|with) \s (?:all|more|the|this) | (?:is|are) \s (?:at|in|taking) | will\s(?:be|bring|have|take)
                     | takes?\sover | reports?\shere ) \b )                                     # ... has the full story
    """,
    re.VERBOSE,
)
_SAID = compile_later(r"\b(?:according\sto|add(?:ed|s)|announced|claimed|confirmed|insisted|said|says|tells|told|warn(?:ed|s)|wrote)\b")
# Here's what the minister said: it tells no news
_WHAT_SAID = compile_later(
    r"\b(?:all|everything|how|what)\s(?:[\w'-]{1,20}\s){1,6}(?:has\s|have\s)?(?:said|says|told|tells|announced|confirmed)\b"
)
ABOVE = "above the headline"
"""Why a line before the headline is dropped."""
LONGEST_HEADING = 14
"""Words of a heading between paragraphs."""
FEWEST_TEASER_WORDS = 6
"""Words of a bare line that can link to another story; a shorter one is a heading or a menu's."""
LONGEST_TEASERS = 3
"""Bare lines that can stand together and still link to other stories; more are a list or a table."""
LONGEST_HOUSEKEEPING = 40
"""Words of a line of the page about itself."""
TEASER_LIKENESS = 2
"""Words that a bare line and the two paragraphs after it must share for it to belong to them."""


@dataclass(frozen=True, slots=True)
class Part:
    """The part a line plays, and why it was dropped."""

    role: Role
    """The part."""
    reason: str | None = None
    """Why it was dropped; null for what is kept."""


def find_parts(lines: Sequence[Line], furniture: Mapping[int, str], title: Line | None, marks: Sequence[Mark]) -> tuple[Part, ...]:
    """Give every line its part, in order.

    A standfirst, the line or two between headline and text, tells news and is body; so is a correction.
    """
    mastheads = {line.number for line in lines if line.number not in furniture and is_masthead(line)}
    news = [line for line in lines if line.number not in furniture and line.number not in mastheads]
    first = next(
        (line.number for line in news if line.prose and line.stopped and (title is None or line.number > title.number)), len(lines)
    )
    headings = {mark.heading for mark in marks}
    clocks = {mark.clock for mark in marks}
    top = title.number if title else -1
    parts: list[Part] = []
    for line in lines:
        if line.number in furniture:
            parts.append(Part("furniture", furniture[line.number]))
        elif line.number == top:
            parts.append(Part("title"))
        elif line.number in clocks or line.number in mastheads:
            parts.append(Part("masthead"))
        elif line.number in headings:
            parts.append(Part("heading"))
        elif line.number < top:
            parts.append(Part("furniture", ABOVE))
        else:
            parts.append(_below_title(lines, line, furniture, in_head=line.number < first and title is not None))
    return tuple(parts)


def _below_title(lines: Sequence[Line], line: Line, furniture: Mapping[int, str], *, in_head: bool) -> Part:
    if is_caption(line):
        return Part("caption")
    if is_housekeeping(line):
        return Part("housekeeping", "the page talks of itself")
    if (
        not line.stopped
        and (_REPORTS.search(line.text) or (len(line.words) >= FEWEST_TEASER_WORDS and _told_twice(lines, line)))
        and not in_head
    ):
        return Part("teaser", "links to another story")
    if line.prose or line.stopped or is_correction(line) or is_dateline_alone(line):
        return Part("body")
    if in_head and len(line.words) <= 5:
        return (
            Part("masthead")
            if _NAME_ONLY.match(line.text) and len(line.words) >= 2
            else Part("furniture", "menu")
            if len(line.words) <= 2
            else Part("body")
        )
    if in_head:
        return Part("body")
    return _bare(lines, line, furniture)


def _bare(lines: Sequence[Line], line: Line, furniture: Mapping[int, str]) -> Part:
    """Tell a heading, a teaser and a paragraph that lost its full stop apart, by what follows."""
    after = _paragraphs(lines[line.number + 1 : line.number + 8], furniture)
    alike = shared_words(line.text, " ".join(other.text for other in after))
    long = len(line.words) >= FEWEST_TEASER_WORDS
    heads = after and not line.text.endswith(",") and after[0].number == line.number + 1 and len(line.words) <= LONGEST_HEADING
    if heads and (not long or (line.apart and after[0].apart)):
        return Part("heading")
    if not long or _is_listed(lines, line, furniture):
        return Part("body")
    if len(line.words) <= LONGEST_HEADING and _PROMISES.match(line.bare) and not _heads_paragraph(lines, line):
        return Part("teaser", "links to another story")
    if not after or alike < TEASER_LIKENESS:
        above = _paragraphs(reversed(lines[: line.number]), furniture)
        lead = line.bare.split()[0] in CONTINUING | DEMONSTRATIVES | PRONOUNS | {"after", "following", "meanwhile"} or line.text[0] in '“"'
        return Part("body") if lead or (not after and not above) else Part("teaser", "links to another story")
    return Part("body")


def _heads_paragraph(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a bare line stands above a paragraph, set apart from what is before it, as a question that it answers."""
    below = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return line.apart and below is not None and below.prose


def _is_listed(lines: Sequence[Line], line: Line, furniture: Mapping[int, str]) -> bool:
    """Tell whether a bare line is one of a list: bulleted, numbered, after a colon, or among several of its kind."""
    if _ITEM.match(line.text) or line.text.endswith((",", " and", " or")):
        return True
    above = lines[max(0, line.number - LONGEST_TEASERS) : line.number]
    below = lines[line.number + 1 : line.number + 1 + LONGEST_TEASERS]
    announced = next((other for other in reversed(above) if other.stopped), None)
    if announced and announced.text.endswith(":") and announced.number not in furniture:
        return True
    run = sum(1 for _ in takewhile(lambda other: not other.stopped and other.number not in furniture, reversed(above)))
    run += sum(1 for _ in takewhile(lambda other: not other.stopped and other.number not in furniture, below))
    return run >= LONGEST_TEASERS


def is_housekeeping(line: Line) -> bool:
    """Tell whether a line is the live blog talking of itself; one that says who said something tells news, however it begins.

    >>> from onrecord.page.lines import split_lines
    >>> [is_housekeeping(line) for line in split_lines("We’ll bring you more as it comes.\\nThe dam held, police said.")]
    [True, False]
    """
    if len(line.words) > LONGEST_HOUSEKEEPING or line.bare.startswith('"'):
        return False
    if _HANDS_OVER.match(line.bare):
        return True
    itself = line.bare.startswith(HOUSEKEEPING_OPENING) or holds(line.outside, HOUSEKEEPING_WITHIN)
    return itself and not _SAID.search(_WHAT_SAID.sub(" ", line.outside))


def is_caption(line: Line) -> bool:
    """Tell whether a line is a picture's caption or credit."""
    return holds(line.outside, CAPTION_WITHIN) and len(line.words) <= 60


def _told_twice(lines: Sequence[Line], line: Line) -> bool:
    near = (*lines[max(0, line.number - 2) : line.number], *lines[line.number + 1 : line.number + 3])
    return any(other.text == line.text for other in near)


def _paragraphs(lines: Iterable[Line], furniture: Mapping[int, str]) -> list[Line]:
    """Give the first two paragraphs of some lines, up to the first line of furniture."""
    found: list[Line] = []
    for line in lines:
        if line.number in furniture or len(found) == 2:
            break
        if line.prose and line.stopped:
            found.append(line)
    return found
