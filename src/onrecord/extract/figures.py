"""A page, its statements and its times to its figures: each number with what it counts, its bound, event, place, day and holder."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.counted import Place, find_bound, find_counted, is_count, place_numbers
from onrecord.extract.events import find_event, find_place
from onrecord.extract.holders import find_holder, is_revised, name_speakers, spread_contents
from onrecord.extract.within import overlapping
from onrecord.language.english import DETERMINERS
from onrecord.language.english_counts import HARM, NOT_PERSONS, PAIRS, PERSON_ENDINGS, PERSONS
from onrecord.language.numbers import UNITS, Number, find_numbers
from onrecord.language.sentences import Sentence, split_sentences
from onrecord.language.tokens import Token
from onrecord.model import Block, Figure, Page, Span, Statement, Time
from onrecord.settings import FigureSettings

READ_ROLES = frozenset(("title", "heading", "body", "caption"))
"""Roles of the blocks whose words are read."""

LONGEST_CLAUSE = 240
"""Code points before a number in which what it counts may be named."""

CASUALTIES = frozenset(("dead", "hurt", "injured", "killed", "missing", "wounded"))
"""What became of those counted, where no noun says who they are: "seven sailors were hurt and ten missing"."""

STAGES = frozenset(("batches", "days", "groups", "languages", "phases", "stages", "steps", "times", "waves"))
"""What a number told after it does not count: "in five stages: 30 in May"."""


@dataclass(frozen=True, slots=True)
class _Met:
    """A count met before, for numbers that name nothing themselves."""

    counted: str
    """What it counted."""
    value: float | int | None
    """Its value."""
    sentence: int
    """Number of its sentence on the page."""


def find_figures(
    page: Page, statements: Sequence[Statement], times: Sequence[Time], *, settings: FigureSettings | None = None
) -> tuple[Figure, ...]:
    """Find the figures of a page's title, headings, paragraphs and captions, in order.

    Dates, lengths of time, ages, years, ordinals and numbers that name a thing are none. The holder is the speaker of the
    innermost statement whose content covers the number, or whose count the sentence says it is; else there is none.
    """
    limits = settings or FigureSettings()
    told, named = spread_contents(statements), name_speakers(statements)
    found: list[Figure] = []
    met: tuple[_Met, ...] = ()
    entry, number = None, 0
    for block in page.blocks:
        if block.role not in READ_ROLES:
            continue
        if block.entry != entry:
            met, entry = (), block.entry
        for sentence in split_sentences(page.capture.text, block.span.start, block.span.end):
            number += 1
            met = tuple(one for one in met if number - one.sentence <= limits.reach_back)
            for figure in _Reader(page, block, sentence, overlapping(times, sentence.span)).read(met):
                holder = find_holder(page.capture.text, figure.span, sentence.span, told, named)
                if holder is None and found and is_revised(page.capture.text, found[-1].span, figure.span):
                    holder = found[-1].holder
                found.append(replace(figure, id=f"f{len(found) + 1}", holder=holder))
                if figure.counted and figure.counted.split()[-1] not in STAGES:
                    met = (*met, _Met(figure.counted, figure.value, number))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sentence in its block, with the times in it."""

    page: Page
    block: Block
    sentence: Sentence
    near: Sequence[Time]

    def read(self, met: tuple[_Met, ...]) -> Iterator[Figure]:
        """Give the sentence's figures; a number without a noun takes what was counted before it."""
        text, tokens = self.page.capture.text, self.sentence.tokens
        numbers = tuple(n for n in find_numbers(text, *self.sentence.span) if not overlapping(self.near, n.span))
        places = place_numbers(tokens, numbers)
        counts = tuple(p for p in places if is_count(text, tokens, p, beside_others=len(places) > 1))
        own: tuple[_Met, ...] = ()
        for index, place in enumerate(counts):
            following = counts[index + 1].number.span.start if index + 1 < len(counts) else self.sentence.span.end
            figure = self.figure(place, following)
            if figure.counted in CASUALTIES:
                figure = replace(figure, event=figure.counted)
                figure = replace(figure, counted=self.inherited(place, figure.event, own, ()) or figure.counted)
            if figure.counted is None:
                if _is_name(tokens, place):
                    continue
                figure = replace(figure, counted=self.inherited(place, figure.event, own, met))
                if figure.counted is None and _is_turn_of_phrase(tokens, place):
                    continue
            elif figure.counted.split()[-1] not in STAGES:
                own = (*own, _Met(figure.counted, figure.value, 0))
            yield figure

    def figure(self, place: Place, following: int) -> Figure:
        """Give one figure, what it counts only where it says so itself."""
        text, tokens, number = self.page.capture.text, self.sentence.tokens, place.number
        counted = find_counted(text, tokens, place)
        end = bisect_left(tokens, counted.end, key=lambda token: token.start) if counted else place.after
        event, actor = find_event(text, tokens, place, end)
        return Figure(
            id="",
            entry=self.block.entry or 0,
            span=number.span,
            text=number.span.of(text),
            value=None if number.kind == "share" else number.value,
            high=number.high,
            bound=find_bound(tokens, place),
            counted=_unit(text, number, counted) or (counted.of(text) if counted else None),
            event=event,
            actor=actor,
            place=find_place(text, Span(number.span.start, following)),
            as_of=self.as_of(place, following),
            holder=None,
        )

    def inherited(self, place: Place, event: str | None, own: tuple[_Met, ...], met: tuple[_Met, ...]) -> str | None:
        """Give what a number without a noun counts: what is named before it, or what was counted before it.

        Where they are killed, hurt, treated or arrested they are people or nothing: no three of "20 missiles, killing three".
        """
        text, value = self.page.capture.text, place.number.value
        before = text[max(self.sentence.span.start, place.number.span.start - LONGEST_CLAUSE) : place.number.span.start]
        named = _named_before(before)
        counted = named or (_nearest(own, value) if own else _subject(before) or _nearest(met, value))
        return counted if counted is None or not _harms(event) or _are_people(counted) else None

    def as_of(self, place: Place, following: int) -> str | None:
        """Give the day a number holds for: the time beside it, else the entry's day, else the page's."""
        start = place.number.span.start
        after = (t for t in overlapping(self.near, Span(start, following)) if _is_day(t))
        before = overlapping(self.near, Span(max(self.sentence.span.start, start - LONGEST_CLAUSE), start))
        time = next(after, None) or next((t for t in reversed(before) if _is_day(t)), None)
        if time is not None and time.value and not _SINCE.search(self.page.capture.text, max(0, time.span.start - 8), time.span.start):
            exact = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d-])", time.value.split("T")[0])
            return exact.group() if exact else (time.start or "")[:10] or None
        posted = next((entry.posted for entry in self.page.entries if entry.id == self.block.entry and entry.posted), None)
        published = posted or (self.page.published.value if self.page.published else None)
        return published[:10] if published else None


def _is_day(time: Time) -> bool:
    """Tell a time on the calendar from one not resolved, a length, and "now" or "recently", which no number holds for."""
    return time.type in ("DATE", "TIME") and time.value is not None and time.start is not None


_MARK = re.compile(r"[^\d\s.,]{1,4}(?=\d)")
_PERCENT = re.compile(r"(?:%|per\s?cent)$", re.IGNORECASE)


def _unit(text: str, number: Number, counted: Span | None) -> str | None:
    """Give what money and percentages are counted in: the currency's mark, "per cent of the voters"."""
    words = number.span.of(text)
    if number.kind == "money":
        mark = _MARK.match(words)
        return mark.group() if mark else None
    if number.kind != "percent":
        return None
    percent = _PERCENT.search(words)
    start = number.span.start + percent.start() if percent else number.span.start
    told_of = counted is not None and text[number.span.end : counted.start].lstrip().startswith("of")
    return text[start : counted.end if counted and told_of else number.span.end]


def _is_name(tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell digits that belong to the name before them: "aboard the Meltemi 4"."""
    before = tokens[place.first - 1] if place.first > 1 else None
    if before is None or place.number.worded or place.number.kind != "count" or tokens[place.first - 2].kind == "mark":
        return False
    return before.kind == "word" and before.capital and before.lower not in DETERMINERS


_SINCE = re.compile(r"\b[Ss]ince\s$")
_NUMBER_OF = re.compile(r"\bnumber\sof\s(?P<counted>(?:[a-z]{1,20}\s){0,2}?[a-z]{2,20}s)\b")
_AT = re.compile(r"\b(?:put|puts)\s(?P<counted>(?:[a-z]{1,20}\s){0,3}[a-z]{2,20}s)\s(?:now\s)?at\s(?:[a-z]{1,12}\s){0,2}$")
_SUBJECT = re.compile(r"\b(?:the|The|all|its|their)\s(?P<counted>(?:[a-z]{2,20}\s)?[a-z]{2,20}(?:s|people))\s(?:are|were|will|had|have)\b")


def _named_before(before: str) -> str | None:
    """Give what stands before a number that has no noun after it: "the number of barges ... at 48", "put fines at 19"."""
    match = _NUMBER_OF.search(before) or _AT.search(before[-90:])
    return match["counted"] if match else None


def _subject(before: str) -> str | None:
    """Give the plural that a list of numbers is about: "the horses are to be sold in four groups: 40 today"."""
    match = _SUBJECT.search(before)
    if match is None or match["counted"].split()[0] in UNITS or match["counted"].split()[-1] in PAIRS:
        return None
    return match["counted"]


def _nearest(met: tuple[_Met, ...], value: float | int | None) -> str | None:
    """Give the nearest count that this number can be a part of, or else the largest one."""
    whole = [one for one in met if one.value is None or value is None or one.value >= value]
    if whole:
        return whole[-1].counted
    return max(met, key=lambda one: one.value or 0).counted if met else None


def _harms(event: str | None) -> bool:
    """Tell what is done to people, though the words before may have counted things."""
    return event is not None and any(word.startswith(HARM) for word in event.lower().split())


def _are_people(counted: str) -> bool:
    """Tell people by the word that counts them, a nation's name among them; what is not known is none.

    >>> [words for words in ("cruise missiles", "young miners", "Danes", "trawlers", "patients") if _are_people(words)]
    ['young miners', 'Danes', 'patients']
    """
    head = counted.split()[-1]
    lower = head.lower()
    return lower in PERSONS or (lower not in NOT_PERSONS and (lower.endswith(PERSON_ENDINGS) or lower != head))


def _is_turn_of_phrase(tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell a small number in words that counts nothing: "needs two to dance", "they ring at six"."""
    after = tokens[place.after].lower if place.after < len(tokens) else ""
    before = tokens[place.first - 1].lower if place.first else ""
    return place.number.worded and (after in ("to", "by", "") or before in ("at", "with", "until", "by", "to"))
