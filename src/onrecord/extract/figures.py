"""A page, its statements and its times to its figures: each number with what it counts, its bound, event, place, day and holder."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from onrecord.extract.counted import Place, find_bound, find_counted, is_count, is_plural, place_numbers
from onrecord.extract.elided import (
    LONGEST_CLAUSE,
    STAGES,
    Before,
    Met,
    are_people,
    can_be_harmed,
    find_elided,
    find_elided_harm,
    is_harm,
    name_in_full,
)
from onrecord.extract.events import find_event, find_place
from onrecord.extract.holders import Holders
from onrecord.extract.retold import tell_again
from onrecord.extract.within import overlapping
from onrecord.language.english import DETERMINERS
from onrecord.language.numbers import Number, find_numbers
from onrecord.language.sentences import Sentence, split_sentences
from onrecord.language.tokens import Token
from onrecord.model import Block, Figure, Page, Span, Statement, Time
from onrecord.settings import FigureSettings

READ_ROLES = frozenset(("title", "heading", "body", "caption"))
"""Roles of the blocks whose words are read."""

CASUALTIES = frozenset(("dead", "deaths", "fatalities", "hurt", "injured", "killed", "missing", "wounded"))
"""What became of those counted, where no noun says who they are: "seven sailors were hurt and ten missing"."""


def find_figures(
    page: Page, statements: Sequence[Statement], times: Sequence[Time], *, settings: FigureSettings | None = None
) -> tuple[Figure, ...]:
    """Find the figures of a page's title, headings, paragraphs and captions, in order.

    Dates, lengths of time, ages, years, ordinals and numbers that name a thing are none. The holder is the speaker of the
    innermost statement whose content covers the number, or whose count the sentence says it is; else there is none.
    """
    limits = settings or FigureSettings()
    holders = Holders(page, statements)
    found: list[Figure] = []
    before = Before()
    entry, number = None, 0
    for block in page.blocks:
        if block.role not in READ_ROLES:
            continue
        if block.entry != entry:
            before, entry = Before(), block.entry
        for sentence in split_sentences(page.capture.text, block.span.start, block.span.end):
            number += 1
            before = before.at(number, limits.reach_back)
            for figure in _Reader(page, block, sentence, overlapping(times, sentence.span)).read(before):
                holder = holders.find(figure.span, sentence.span, block)
                found.append(replace(figure, id=f"f{len(found) + 1}", holder=holder))
                if figure.counted and figure.counted.split()[-1] not in STAGES:
                    before = replace(before, met=(*before.met, Met(figure.counted, figure.value, number, figure.event)))
            until = inf if block.role == "heading" else number + limits.reach_back
            before = before.after(sentence.span.of(page.capture.text), until)
    return tell_again(page, found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A sentence in its block, with the times in it."""

    page: Page
    block: Block
    sentence: Sentence
    near: Sequence[Time]

    def read(self, earlier: Before) -> Iterator[Figure]:
        """Give the sentence's figures; a number without a noun takes what was counted before it."""
        text, tokens = self.page.capture.text, self.sentence.tokens
        numbers = tuple(n for n in find_numbers(text, *self.sentence.span) if not overlapping(self.near, n.span))
        places = place_numbers(tokens, numbers)
        counts = tuple(p for p in places if is_count(text, tokens, p, beside_others=len(places) > 1))
        own: tuple[Met, ...] = ()
        for index, place in enumerate(counts):
            following = counts[index + 1].number.span.start if index + 1 < len(counts) else self.sentence.span.end
            figure = self.figure(place, following)
            if figure.counted in CASUALTIES:
                figure = replace(figure, event=figure.counted)
                figure = replace(figure, counted=self.inherited(place, figure.event, own, Before()) or "people")
            if figure.counted is None:
                if _is_name(tokens, place) and not (own and _is_party(tokens, place)):
                    continue
                figure = replace(figure, counted=self.inherited(place, figure.event, own, earlier))
                figure = replace(figure, event=figure.event or find_elided_harm(figure, () if own else earlier.met))
                if figure.counted is None and _is_turn_of_phrase(tokens, place):
                    continue
            else:
                figure = name_in_full(self.before(place), self.after(place), figure, earlier)
                if figure.counted and figure.counted.split()[-1] not in STAGES:
                    own = (*own, Met(figure.counted, figure.value, 0))
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

    def before(self, place: Place) -> str:
        """Give the sentence's words before a number."""
        start = place.number.span.start
        return self.page.capture.text[max(self.sentence.span.start, start - LONGEST_CLAUSE) : start]

    def after(self, place: Place) -> str:
        """Give the sentence's words after a number."""
        return self.page.capture.text[place.number.span.end : self.sentence.span.end]

    def inherited(self, place: Place, event: str | None, own: tuple[Met, ...], earlier: Before) -> str | None:
        """Give what a number without a noun counts: what is named before it, or what was counted before it.

        Who is killed, hurt or arrested is a person, or a beast where beasts were counted: no three of "20 missiles, killing three".
        """
        harmed = is_harm(event)
        if harmed:
            earlier = replace(earlier, met=tuple(one for one in earlier.met if can_be_harmed(one.counted)))
        counted = find_elided(self.before(place), self.sentence.tokens, place, own, earlier)
        if harmed:
            return counted if counted and can_be_harmed(counted) else "people"
        if counted is None and (event in CASUALTIES or self.after(place).startswith(" others")):
            return "people"
        return counted if event != "heard" or not are_people(counted or "shots") else None

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


def _is_party(tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell those who have the number after them: "58 seats, and the Greens 21"."""
    return place.first > 1 and tokens[place.first - 2].lower == "the" and is_plural(tokens[place.first - 1])


_SINCE = re.compile(r"\b[Ss]ince\s$")


def _is_turn_of_phrase(tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell a small number in words that counts nothing: "needs two to dance", "they ring at six"."""
    after = tokens[place.after].lower if place.after < len(tokens) else ""
    before = tokens[place.first - 1].lower if place.first else ""
    return place.number.worded and (after in ("to", "by", "") or before in ("at", "with", "until", "by", "to"))
