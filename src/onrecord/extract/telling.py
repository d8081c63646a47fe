"""Statements and happenings, with the times of their page, to the same with the time at which each was said or took place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.extract.within import overlapping
from onrecord.language.english_events import BACKGROUND_OPENERS
from onrecord.model import Happening, Span, Statement, Time

REACH = 90
"""Code points beyond a statement in which the time at which it was said may stand: "in a speech to the council on Monday"."""
_BREAK = re.compile(r"[.!?]['\")”’]{0,2}\s|[;\n]")
_ASIDE = re.compile(r"\b(?:who|which|whose|after|before|since|until|when)\b")
_OPENER = re.compile(rf"\b(?:an?|{'|'.join(BACKGROUND_OPENERS)})\s$", re.IGNORECASE)
_TO_CUE = 8
"""Code points from a cue to a time that a content opens with: "said on Sunday he could ..."."""


def date_statements(text: str, statements: Sequence[Statement], times: Sequence[Time]) -> tuple[Statement, ...]:
    """Give each statement the time at which it was said, where its own clause tells it; what is said may tell of other times."""
    return tuple(replace(statement, when=_said_at(text, statement, times)) for statement in statements)


def date_happenings(text: str, happenings: Sequence[Happening], times: Sequence[Time]) -> tuple[Happening, ...]:
    """Give each happening the time at which it took place, where its sentence tells it.

    >>> story = "The bridge fell on Friday. The ferry has run since Monday."
    >>> told = [Happening("h1", 0, Span(0, 26), story[:26]), Happening("h2", 0, Span(27, 58), story[27:])]
    >>> days = [Time(f"t{n}", Span(*at), "", "DATE", None, None, None, "none", "day") for n, at in enumerate([(19, 25), (51, 57)], 1)]
    >>> [happening.when for happening in date_happenings(story, told, days)]
    ['t1', None]
    """
    return tuple(replace(happening, when=_first(text, overlapping(times, happening.span))) for happening in happenings)


def _first(text: str, times: Iterable[Time]) -> str | None:
    return next((time.id for time in times if is_point(time) and not _describes(text, time.span)), None)


def is_point(time: Time) -> bool:
    """Tell a time that something can happen at, resolved or not, from a length of time, and from "now" or "recently"."""
    return time.type in ("DATE", "TIME") and (time.value is None or time.start is not None)


def _describes(text: str, span: Span) -> bool:
    """Tell whether the words before a time make it the time of something else: "since Monday", "a July heatwave"."""
    return _OPENER.search(text, max(0, span.start - 8), span.start) is not None


def _said_at(text: str, statement: Statement, times: Sequence[Time]) -> str | None:
    cue = statement.cue.spans if statement.cue else ()
    if not cue:
        return None
    pieces = sorted((*cue, *statement.content.spans, *((statement.speaker.span,) if statement.speaker and statement.speaker.span else ())))
    around = Span(max(0, pieces[0].start - REACH), pieces[-1].end + REACH)
    own = [time for time in overlapping(times, around) if is_point(time) and _tells(text, statement, cue, time.span)]
    return min(own, key=lambda time: _distance(time.span, cue)).id if own else None


def _tells(text: str, statement: Statement, cue: Sequence[Span], span: Span) -> bool:
    """Tell whether a time belongs to the cue: outside what is said, in the cue's sentence, in no aside."""
    if _describes(text, span):
        return False
    if any(piece.overlaps(span) for piece in statement.content.spans):
        return any(0 <= span.start - end.end <= _TO_CUE for end in cue)
    between = _between(text, span, min(cue, key=lambda piece: _distance(span, (piece,))))
    if "," in between and _in_aside(statement, cue, span):
        return False
    for piece in statement.content.spans:
        between = between.replace(piece.of(text), " ")
    return _BREAK.search(between) is None and _ASIDE.search(between) is None


def _in_aside(statement: Statement, cue: Sequence[Span], span: Span) -> bool:
    """Tell a time in commas within the clause: "Under the treaty, signed on Monday, ...", "The mayor, in office since May, said ..."."""
    speaker = statement.speaker.span if statement.speaker else None
    behind_speaker = speaker is not None and speaker.start < span.start < cue[0].start
    return behind_speaker or cue[0].end <= span.start < statement.content.spans[0].start


def _between(text: str, one: Span, two: Span) -> str:
    first, second = sorted((one, two))
    return text[first.end : second.start]


def _distance(span: Span, others: Sequence[Span]) -> int:
    return min(max(span.start - other.end, other.start - span.end, 0) for other in others)
