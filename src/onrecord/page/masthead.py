"""The lines of a page to its headline, the outlet that published it and the outlet its text began with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.language.english_pages import AGENCIES, COMPANY_WORDS, NAME_ENDINGS, PAPER_WORDS
from onrecord.language.patterns import compile_later
from onrecord.model import Given
from onrecord.page.dating import find_dateline, find_stamps, is_dateline_alone
from onrecord.page.furniture import is_credit
from onrecord.page.likeness import shared_words
from onrecord.page.lines import Line, holds
from onrecord.page.marks import find_marks
from onrecord.page.phrases import CAPTION_WITHIN
from onrecord.settings import PageSettings

_BYLINE = compile_later(r"^(?:(?:[Ww]ords|[Ss]tory|[Rr]eported|[Aa]nalysis|[Ww]ritten)\s+)?(?:[Bb]y|BY)\s+[A-Z]")
_AGO = compile_later(
    r"^(?:(?:published|updated|posted)\s+)?(?:\d+|an?)\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?)\s+ago\b|^\d+\s+min(?:ute)?s?\s+read$",
    re.IGNORECASE,
)
# A word of a name has at most 40 signs, and stands at most 3 blanks from the next: a run of either costs no more than a name.
_WORD = r"[A-Z&](?:[\w’'&]|\.(?=\w)){0,39}"
_NAME = rf"{_WORD}(?:\s{{1,3}}(?:(?:of|and|the)\s{{1,3}})?{_WORD}){{0,5}}"
# Headline – The Outlet | Section: the last piece, after a dash or bar with spaces around it.
_SUFFIX = compile_later(rf"\s[–—|-]\s(?P<name>{_NAME})$")
_WELCOME = compile_later(rf"^Welcome to (?P<name>{_NAME})[.!]?$")
_NO_TITLE = compile_later(rf"{_WELCOME.pattern}|(?:https?://|www\.)\S")
_COPYRIGHT_NAME = compile_later(
    rf"""
    (?: ©|\([cC]\)|Copyright )                               # © 2025 Northern Post Ltd
    [\s©·,]{{0,6}} (?:(?:19|20)\d\d (?:\s?[-–]\s?(?:19|20)\d\d)? )? [\s·,]{{0,6}} (?:by\s{{1,3}})? (?:(?:19|20)\d\d\s{{1,3}})?
    (?P<name>{_NAME})
    """,
    re.VERBOSE,
)
_YEAR_AFTER = compile_later(rf"^(?P<name>{_NAME})[\s,]{{1,6}}(?:19|20)\d\d\.\s+All\s+rights\s+reserved", re.IGNORECASE)
_APPEAL_NAME = compile_later(
    r"(?:^|[.,]\s)(?P<name>The\s[A-Z][\w’'&]{0,39}(?:\s[A-Z][\w’'&]{0,39}){0,3})\s(?:is|has|believes|was|relies)\b"
)
_PROVIDED = compile_later(
    rf"(?:provided|produced|supplied|published|distributed|syndicated|written)\s{{1,3}}(?:by|on|in|from)\s{{1,3}}(?P<name>{_NAME})(?:\s+and\b.*)?(?=[\s.,)]|$)"
)
_FIRST_ON = compile_later(rf"(?:appeared\s{{1,3}}first|first\s{{1,3}}appeared)\s{{1,3}}on\s{{1,3}}(?P<name>{_NAME})")
_SOURCE = compile_later(rf"^(?:Source|Via|Credit)\s*:\s*(?P<name>{_NAME})$")
_CONTRIBUTED = compile_later(rf"^\(?(?P<name>{_NAME})\s+contributed\s+(?:reporting|to)\b")
_BYLINE_OUTLET = compile_later(rf"(?:,|\bfor|\||/)\s{{1,3}}(?P<name>{_NAME})$")
_STAFF = compile_later(rf"^By\s+(?P<name>{_NAME})\s+(?:[Ss]taff|[Nn]ewsroom|[Rr]eporters?)\b")
_AGENCY_CLOCK = compile_later(r"\d{4} gmt")
_SITE_WORDS = 5
_FIRST_LINES = 6
_FOOT_LINES = 12
_NEAR = 4
LONGEST_COPYRIGHT = 1_000
"""Code points of a line that can be a copyright notice; what is longer is a text into which one has run."""
TOLD_BELOW = 2
"""Telling words that a headline above a standfirst shares with the lines below it; a link to another story shares none."""
LEAD = 2_000
"""Code points of the news below a headline in which its words are looked for."""


@dataclass(frozen=True, slots=True)
class Names:
    """Who published a page and where its text began."""

    outlet: str | None
    """The outlet; null when the page does not tell."""
    origin: str | None
    """The other outlet or agency; null when there is none."""


def is_masthead(line: Line) -> bool:
    """Tell whether a line is a byline, a date line or a credit.

    >>> from onrecord.page.lines import split_lines
    >>> [is_masthead(line) for line in split_lines("By Ona Reed\\n3 May 2014\\nTwo held after blast")]
    [True, True, False]
    """
    if is_credit(line) or _AGO.match(line.bare):
        return True
    if _BYLINE.match(line.text) and len(line.words) <= 16 and not line.text.endswith("."):
        return True
    return bool(find_stamps(line)) or _AGENCY_CLOCK.fullmatch(line.bare) is not None


def find_title(
    lines: Sequence[Line], furniture: Mapping[int, str], *, given: str | None = None, settings: PageSettings | None = None
) -> Line | None:
    """Find the headline: a line like one that stands at the top and is set apart, dated, signed, or followed by the news.

    A line there that has the words of the headline given is that, whatever else it looks like.
    Null when no line has enough that speaks for it, as on a page cut from a live blog that kept only its standfirst.
    """
    limits = settings or PageSettings()
    marks = find_marks(lines, furniture, settings=settings)
    head = _head(lines, furniture)[: marks[0].start if marks else None]
    told = _same_headline(lines[: len(head) + 1], given) if given else None
    if told:
        return told
    lead = " ".join(line.text for line in lines[len(head) :] if line.number not in furniture and line.prose)[:LEAD]
    best: tuple[float, int] | None = None
    for line in head:
        score = 0.0 if line.number in furniture or is_masthead(line) else _title_score(lines, line, furniture)
        if score >= limits.title_score:
            shared = min(shared_words(line.text, lead), limits.most_title_words_told) * limits.title_word_told
            best = max(best or (score + shared, -line.number), (score + shared, -line.number))
    return lines[-best[1]] if best else None


def _same_headline(lines: Sequence[Line], given: str) -> Line | None:
    """Find the line that has a headline's words, the outlet's name at the end of either left out."""
    words = _headline_words(given)
    return next((line for line in lines if words and _headline_words(line.text) == words), None)


def _headline_words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", _SUFFIX.sub("", text.strip()))]


def find_names(lines: Sequence[Line], furniture: Mapping[int, str], title: Line | None, given: Given) -> Names:
    """Find who published a page and where its text began; what the caller said of the outlet goes before what the page says.

    A company named in the foot is the outlet only where nothing else names one. The text is another's when the headline's
    ending or the pleas for money name someone other than the site, or a credit or dateline does.
    """
    text = "\n".join(line.text for line in lines)
    site = given.outlet or _site(lines, furniture, title)
    speaks = _suffix(title) or _appealing(lines, furniture)
    holder = _holder(lines, text)
    agency = _dateline_agency(lines)
    own = agency if agency and holder and same_outlet(agency, holder) else None
    outlet = site or speaks or own or holder or _staff(lines)
    credited = _credited(lines, text) or agency or speaks
    if credited and agency and same_outlet(credited, agency):
        credited = agency
    origin = credited if credited and not (outlet and same_outlet(credited, outlet)) else None
    return Names(outlet, _agency_name(_short(origin, text)) if origin else None)


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names are of one outlet.

    >>> same_outlet("The Orle Echo", "Orle Echo Media Ltd"), same_outlet("Northwire", "Orle Echo")
    (True, False)
    """
    first, second = _core(_agency_name(one)), _core(_agency_name(other))
    return bool(first) and bool(second) and (first == second or first[: len(second)] == second or second[: len(first)] == first)


def _core(name: str) -> list[str]:
    words = [word.strip(".,’'").lower() for word in name.split()]
    words = words[1:] if words[:1] == ["the"] else words
    while len(words) > 1 and words[-1] in NAME_ENDINGS:
        words.pop()
    return words


def _agency_name(name: str) -> str:
    core = _core(name)
    return AGENCIES.get(name.lower()) or AGENCIES.get(" ".join(core)) or name


def _short(name: str, text: str) -> str:
    """Give a name without the words for its company when the text uses it so."""
    core = name.split()[: len(_core(name)) + name.lower().startswith("the ")]
    short = " ".join(core)
    return short if short != name and re.search(rf"(?:told|to|by)\s{re.escape(short)}\b(?!\s+[A-Z])", text) else name


def _head(lines: Sequence[Line], furniture: Mapping[int, str]) -> Sequence[Line]:
    """Give the lines above the first paragraph of news: one that others follow, as they do not follow a caption or a notice."""
    prose = [line.number for line in lines if line.number not in furniture and line.prose and line.stopped and not is_masthead(line)]
    near = [one for one, other in pairwise(prose) if other - one <= _NEAR]
    return lines[: next(iter(near or prose), len(lines))]


def _title_score(lines: Sequence[Line], line: Line, furniture: Mapping[int, str]) -> float:
    words = len(line.words)
    if words == 0 or line.text.endswith((".", ";", ",")) or words > 40 or _NO_TITLE.match(line.text) or is_dateline_alone(line):
        return 0.0
    score = 2.0 if words >= 5 else 0.75 if words >= 3 else -1.0
    score += 3.0 if _suffix(line) and words >= 5 else 0.0
    score -= 1.5 if line.capitals and words < 5 else 0.0
    score -= 1.5 * max(0, line.separators - 1)
    after = [other for other in lines[line.number + 1 : line.number + 12] if other.number not in furniture][:2]
    following = lines[line.number + 1 : line.number + 2]
    score += _followed(lines, line, after)
    score += 0.5 if following and following[0].prose and following[0].number not in furniture else 0.0
    score += 0.5 if line.number == 0 else 0.0
    return score + (1.0 if line.apart and following and following[0].apart else 0.0)


def _followed(lines: Sequence[Line], line: Line, after: Sequence[Line]) -> float:
    """Weigh a byline, date or dateline below a line; a standfirst may stand between, but above a byline that is rarely so."""
    if after and (is_masthead(after[0]) or find_dateline(after[0])):
        return 2.0
    if len(after) == 2 and not after[0].prose and (is_masthead(after[1]) or find_dateline(after[1])):
        below = " ".join(other.text for other in lines[line.number + 1 : line.number + 8])
        return 2.0 if line.apart or find_stamps(after[1]) or shared_words(line.text, below) >= TOLD_BELOW else 1.0
    return 0.0


def _suffix(title: Line | None) -> str | None:
    """Give the outlet at a headline's end: a name of at most four words after a dash or bar."""
    match = _SUFFIX.search(title.text) if title else None
    name = match["name"] if match else None
    if not title or not name or len(name.split()) > 4 or len(title.words) - len(name.split()) < 4:
        return None
    return name


def _site(lines: Sequence[Line], furniture: Mapping[int, str], title: Line | None) -> str | None:
    """Find the site's own name above the headline: a welcome, or a banner in capitals that the foot repeats."""
    above = lines[: title.number] if title else lines[:0]
    welcome = next((match["name"] for line in above if (match := _WELCOME.match(line.text))), None)
    if welcome:
        return welcome
    foot = lines[-_FOOT_LINES:]
    for line in above:
        if line.number not in furniture and len(line.words) <= _SITE_WORDS and len(line.text) > 2:
            below = "\n".join(other.text for other in foot if other.number > line.number)
            found = [match.group() for match in re.finditer(rf"\b{re.escape(line.text)}\b", below, re.IGNORECASE)]
            again = [name for name in found if not name.islower()]
            if again:
                return next((name for name in again if not name.isupper()), again[0])
    return next((line.text for line in above[:_FIRST_LINES] if line.number not in furniture and _is_paper(line)), None)


def _is_paper(line: Line) -> bool:
    """Tell whether a line is a newspaper's name by its words."""
    return 2 <= len(line.words) <= 4 and line.text.istitle() and bool(PAPER_WORDS & {word.lower() for word in line.words})


def _staff(lines: Sequence[Line]) -> str | None:
    """Find the outlet whose staff sign the page."""
    return next((match["name"] for line in lines if (match := _STAFF.match(line.text))), None)


def _appealing(lines: Sequence[Line], furniture: Mapping[int, str]) -> str | None:
    """Find the outlet that pleads for money in its own name."""
    pleas = [line.text for line in lines if furniture.get(line.number) == "appeal"]
    pleas += [line.text for line in lines if furniture.get(line.number) == "support"]
    names = [match["name"] for plea in pleas for match in _APPEAL_NAME.finditer(plea)]
    return max(set(names), key=lambda name: (names.count(name), name), default=None)


def _holder(lines: Sequence[Line], text: str) -> str | None:
    """Find the outlet in a copyright line, without the words for its company, and with "The" where the text gives it one."""
    for line in lines:
        if len(line.text) > LONGEST_COPYRIGHT or not (line.bare.startswith(("©", "(c)", "copyright")) or "rights reserved" in line.bare):
            continue
        match = _COPYRIGHT_NAME.search(line.text) or _YEAR_AFTER.match(line.text)
        if match and match["name"].lower() not in ("all", "all rights", "all rights reserved"):
            name = _without_company(match["name"])
            return f"The {name}" if re.search(rf"\bThe {re.escape(name)}\b", text) else name
    return None


def _without_company(name: str) -> str:
    """Take the words for a company off the end of a name: "Orle Echo Media Ltd", and of "Orle News & Media" both sides of the sign."""
    words = name.split()
    endings = COMPANY_WORDS
    while len(words) > 1 and (words[-1].strip(".").lower() in endings or words[-1] in ("&", "and")):
        endings = NAME_ENDINGS if words[-1] in ("&", "and") else endings
        words.pop()
    return " ".join(words)


def _dateline_agency(lines: Sequence[Line]) -> str | None:
    return next((found.agency for line in lines if (found := find_dateline(line))), None)


LONGEST_NAME = 40
"""Code points of a line that is an agency's name."""


def _credited(lines: Sequence[Line], text: str) -> str | None:
    """Find whom a credit line names: the supplier of the text, or a contributor as whom the text itself speaks."""
    for line in lines:
        supplied = _PROVIDED.search(line.text) if is_credit(line) else None
        supplied = supplied or (_FIRST_ON.search(line.text) if "appeared" in line.text else None) or _SOURCE.match(line.text)
        if supplied:
            return supplied["name"]
        contributed = _CONTRIBUTED.match(line.text) if "contributed" in line.text else None
        if contributed and _speaks_as(contributed["name"], text):
            return contributed["name"]
        signed = _BYLINE_OUTLET.search(line.text) if _BYLINE.match(line.text) else None
        if signed and signed["name"].lower() in AGENCIES:
            return signed["name"]
        if len(line.text) <= LONGEST_NAME and line.bare.strip("()-–— ") in AGENCIES and not _under_picture(lines, line):
            return AGENCIES[line.bare.strip("()-–— ")]
    return None


def _under_picture(lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a line beside this one is a picture's caption, so that an agency's name is the photographer's."""
    near = lines[max(0, line.number - 1) : line.number + 2]
    return any(holds(other.bare, CAPTION_WITHIN) for other in near)


def _speaks_as(name: str, text: str) -> bool:
    """Tell whether a text speaks as an outlet: people told it things, or it could not verify others."""
    own = re.escape(name)
    told = len(re.findall(rf"\btold {own}\b", text))
    unable = re.search(
        rf"\b{own} (?:could|was|has|was unable|did) not (?:be able to )?(?:independently|immediately|been able|verify|confirm|seen)", text
    )
    return told + (2 if unable else 0) >= 2
