"""The lines of a page to the reason why each is not news, or to none: menus, log-in lines, pleas for money, the foot of the page."""

import re
from collections.abc import Mapping, Sequence

from onrecord.page.lines import Line, holds
from onrecord.page.phrases import APPEAL_STRONG, APPEAL_WEAK, OPENING, TAIL_REASONS, WHOLE, WITHIN
from onrecord.page.thread import find_thread
from onrecord.settings import PageSettings

_COPYRIGHT = re.compile(
    r"""
    ^(?: ©                                    # © 2025 The Harbour Post
       | \(c\)\s                              # (c) 2025 ...
       | copyright\b (?! \s+ (?:law|case|infringement|lawsuit|claim|act) )
    )
    | ^ .{0,60} \b (?:19|20)\d\d \. \s all \s rights \s reserved
    """,
    re.VERBOSE,
)
_CREDIT = re.compile(
    r"""
    ^ \(? (?:additional\sreporting|reporting|writing|editing|compiled|written) \s by \b        # (Reporting by ...)
    | ^ \(? this \s (?:report|story|article|piece) \s (?:was|is|has\sbeen) \s                  # This report was
        (?:provided|produced|supplied|(?:first|originally)\spublished|published|written|republished|distributed|syndicated) \b
    | ^ with \s (?:reporting|files|additional\sreporting) \s (?:by|from) \b                    # With files from ...
    | ^ (?:sources?|via|credit) : \s .{2,60} $                                                  # Source: Northwire
    | ^ the \s post \s .{3,200} \s (?:appeared\sfirst\son|first\sappeared\son) \s             # The post ... appeared first on ...
    """,
    re.VERBOSE,
)
_CONTRIBUTED = re.compile(r"^\(?.{3,80}\scontributed\s(?:reporting|to\sthis\s(?:report|story|article))\b")
_CORRECTION = re.compile(
    r"""
    ^ \(? this \s (?:[\w.]+\s){0,4} (?:article|story|report|piece|headline|post|item) \s       # This May 3 story
        (?:was|has\sbeen) \s (?:amended|corrected|updated|edited|clarified) \b                 # has been corrected
    | ^ (?:correction|clarification|editor's\snote) \b                                         # Correction:
    """,
    re.VERBOSE,
)
_AGENCY_CLOCK = re.compile(r"^\d{4}\sgmt$")
_BARE_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^[^\s@]{1,100}@[^\s@]{1,200}\.\w{2,30}$")
# Alerts can be switched off in your settings
_INTERFACE = re.compile(
    r"""
    ^ (?:\w+\s){0,3} (?:alerts|notifications|e-?mails|messages) \b .{0,40}
    \b (?:chang|disabl|enabl|manag|switch|turn) (?:e|ed|es)? \b (?!.*\b(?:said|says|told)\b)
    """,
    re.VERBOSE,
)
# from £2 a month; $1 for 6 months
_PRICE = re.compile(r"[£$€]\s?\d[\d.,]{0,6} \s? (?:(?:a|an|per|each|every)\s|/\s?|for\s\d+\s) (?:day|week|month|year)".replace(" ", ""))
# Join the debate; follow the conversation; view all replies; read 14 comments
_COMMENTING = re.compile(
    r"""
    ^ (?: add\sto | follow | join | leave | post | read | see | share | start | view ) \s
      (?:[\w'-]{1,30}\s){0,4} (?:comments?|conversations?|debates?|discussions?|replies|thread) \b
    | \b (?:read|see|view) \s (?:\w{1,20}\s){0,2} (?:comments|replies) \b
    """,
    re.VERBOSE,
)
_SECTIONS = re.compile(r" ?(?:[/&|·•,+]|\band\b) ?")
_ACCORDING = re.compile(r"\baccording\sto\b")
_SAYING = frozenset(("said", "says", "tells", "told"))
_FIRST_PERSON = frozenset(("our", "ours", "us", "we"))
_SECOND_PERSON = frozenset(("you", "your", "yours"))
_WHOLE = {phrase: reason for reason, phrases in reversed(WHOLE.items()) for phrase in phrases}
_OPENING = tuple(phrase for phrases in OPENING.values() for phrase in phrases)


LONGEST_INTERFACE = 16
"""Words of a line that says how to set the page; a longer one tells of it."""
LONGEST_PLEA = 120
"""Words beyond which a line is a text, whatever phrases it holds: a whole article may stand in one line, with the page's
furniture run into it. The longest pleas met have 80."""
UNSURE = 3.5
"""Most points of a paragraph that does not ask for anything: news of the trade has the words too."""


def find_furniture(lines: Sequence[Line], *, settings: PageSettings | None = None) -> Mapping[int, str]:
    """Find the lines that are not news by their own words, by their neighbours and by where they stand; number of the line to reason.

    Headings, captions, teasers and the lines of a live blog about itself are not among them.
    """
    limits = settings or PageSettings()
    reasons = {line.number: reason for line in lines if (reason := reason_of(line))}
    reasons |= find_thread(lines, reasons, settings=limits)
    reasons |= _appeals(lines, reasons, limits)
    reasons |= _foot(lines, reasons, limits)
    reasons |= _under_related(lines, reasons)
    return reasons


def reason_of(line: Line) -> str | None:
    """Tell why a line is not news by its own words alone, or nothing.

    >>> from onrecord.page.lines import split_lines
    >>> [reason_of(line) for line in split_lines("Skip to content\\n© 2024 Orle Echo\\nThe ferry sank, police said.")]
    ['menu', 'copyright', None]
    """
    bare = line.bare.strip(" .:|>»›→")
    if is_credit(line) or is_correction(line):
        return None
    if _COPYRIGHT.match(line.bare) and len(line.words) <= 60:
        return "copyright"
    if _BARE_ADDRESS.match(bare):
        return "address"
    if not any(sign.isalnum() for sign in line.text):
        return "rule"
    whole = _WHOLE.get(bare)
    if whole in ("menu", "sharing") and line.text.endswith("."):
        whole = None
    if len(line.words) > LONGEST_PLEA:
        return whole
    return whole or _by_phrase(line) or _by_interface(line) or _by_row(line)


LONGEST_CREDIT = 420
"""Code points of a line that says who wrote or supplied a text."""


def is_credit(line: Line) -> bool:
    """Tell whether a line says who wrote or supplied the text."""
    if len(line.text) > LONGEST_CREDIT:
        return False
    contributed = "contributed" in line.bare and _CONTRIBUTED.match(line.bare)  # Northwire contributed reporting
    return bool(contributed or _CREDIT.match(line.bare))


def is_correction(line: Line) -> bool:
    """Tell whether a line owns up to an earlier mistake; it is news."""
    return _CORRECTION.match(line.bare) is not None


def _by_phrase(line: Line) -> str | None:
    """Find a tell-tale phrase at the line's start or outside its quotations; a long paragraph needs one that speaks to the reader."""
    short = not line.prose or len(line.words) <= 12 or not _SECOND_PERSON.isdisjoint(line.outside_words)
    tells = line.stopped and _says(line)  # "Go to the school, the mayor said."
    if short and not tells and line.bare.startswith(_OPENING):
        return next(reason for reason, phrases in OPENING.items() if line.bare.startswith(phrases))
    if short or not _FIRST_PERSON.isdisjoint(line.outside_words):
        return next((reason for reason, phrases in WITHIN.items() if holds(line.outside, phrases)), None)
    return None


def _says(line: Line) -> bool:
    """Tell whether somebody is said to say something, outside quotation marks."""
    words = line.outside_words
    return not _SAYING.isdisjoint(words) or ("according" in words and _ACCORDING.search(line.outside) is not None)


def _by_interface(line: Line) -> str | None:
    """Tell a line that says how to set the page's alerts, and one that is nothing but the names of sections."""
    if len(line.words) <= LONGEST_INTERFACE and _INTERFACE.match(line.bare):
        return "log-in"
    if len(line.words) <= LONGEST_INTERFACE and _COMMENTING.search(line.outside) and not _says(line):
        return "comments"
    row = " ".join(line.bare.split())
    first = _SECTIONS.split(row, 1)[0]
    if first and first not in WHOLE["menu"]:
        return None
    sections = [name for name in _SECTIONS.split(row) if name]
    return "menu" if len(sections) > 1 and all(name in WHOLE["menu"] for name in sections) else None


def _by_row(line: Line) -> str | None:
    """Tell a row of links by the signs between them."""
    if line.stopped or line.separators < 2:
        return None
    return "menu" if len(line.words) <= 4 * (line.separators + 1) else None


def _appeals(lines: Sequence[Line], reasons: Mapping[int, str], limits: PageSettings) -> dict[int, str]:
    """Find pleas for money, which are whole sentences: sure ones, then what stands next to them and sounds alike."""
    scores = {line.number: _appeal_score(line) for line in lines if line.number not in reasons}
    sure = {number for number, score in scores.items() if score >= limits.appeal_score}
    found = set(sure)
    pleading = sure | {number for number, reason in reasons.items() if reason == "support"}
    for number in sorted(pleading):
        for step in (-1, 1):
            at = number + step
            while scores.get(at, 0) >= limits.appeal_neighbour_score:
                found.add(at)
                at += step
    return dict.fromkeys(found, "appeal")


def _appeal_score(line: Line) -> float:
    if len(line.words) > LONGEST_PLEA:
        return 0
    words = line.outside
    first = len(_FIRST_PERSON & line.outside_words)
    second = 0 if _SECOND_PERSON.isdisjoint(line.outside_words) else 1.5
    if not first and not second and not holds(words, APPEAL_STRONG):
        return 0
    strong = sum(phrase in words for phrase in APPEAL_STRONG) + (_PRICE.search(words) is not None)
    weak = sum(phrase in words for phrase in APPEAL_WEAK)
    score = min(first, 2) + second + 2 * strong + min(weak, 4)
    return score if strong or (first and second) else min(score, UNSURE)


def _foot(lines: Sequence[Line], reasons: Mapping[int, str], limits: PageSettings) -> dict[int, str]:
    """Find the foot of the page: all from the first line of a foot after which no real paragraph comes."""
    last = max((line.number for line in lines if _is_paragraph(line, reasons, limits)), default=-1)
    opens = next((n for n in range(last + 1, len(lines)) if reasons.get(n) in TAIL_REASONS), None)
    if opens is None or last < 0:
        return {}
    return {line.number: "foot" for line in lines[opens:] if line.number not in reasons and not _survives(line)}


def _is_paragraph(line: Line, reasons: Mapping[int, str], limits: PageSettings) -> bool:
    return line.number not in reasons and (is_correction(line) or (line.stopped and len(line.words) >= limits.fewest_foot_words))


def _survives(line: Line) -> bool:
    """Tell whether a line of the foot says something of the article after all."""
    return (
        is_credit(line)
        or is_correction(line)
        or _AGENCY_CLOCK.match(line.bare) is not None
        or line.bare.startswith(("first published", "published"))
    )


def _under_related(lines: Sequence[Line], reasons: Mapping[int, str]) -> dict[int, str]:
    """Find the links that stand under a line such as "Most read", up to the next paragraph or heading set apart."""
    found: dict[int, str] = {}
    under = False
    for line in lines:
        if line.number in reasons:
            under = (reasons[line.number] == "related" and len(line.words) <= 6) or (under and reasons[line.number] != "copyright")
        elif under and not line.prose and not line.stopped and not (line.apart and found):
            found[line.number] = "related"
        else:
            under = False
    return found
