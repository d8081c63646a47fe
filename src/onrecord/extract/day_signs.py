"""A page to the signs by which its day can be told where it is not stated: weekdays, days of a month, years, anniversaries."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.extract.reading import READ
from onrecord.language.english_history import HISTORY, ORDINALS
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS, YEAR_OPENERS
from onrecord.language.patterns import compile_later
from onrecord.language.sentences import find_sentences
from onrecord.language.timex.calendar import exact_day
from onrecord.language.timex.direction import find_direction
from onrecord.language.timex.history import year_of_event
from onrecord.model import Page, Span

Kind = Literal["weekday", "day", "known", "month_before", "anniversary", "owned"]
"""A weekday; a day of a month; what is told with its year; "last month"; an anniversary of what everyone knows; a copyright line."""


def _names(*tables: Mapping[str, int]) -> str:
    return "|".join(name.capitalize() for table in tables for name in table)


_WEEKDAY = rf"(?: (?: {_names(WEEKDAYS)} ) | (?: {_names(WEEKDAY_ABBREVIATIONS)} ) \.? )"
_MONTH = rf"(?: (?: {_names(MONTHS)} ) | (?: {_names(MONTH_ABBREVIATIONS)} ) \b \.? )"
_DAY_NUMBER = r"(?: 3[01] | [12][0-9] | 0?[1-9] ) (?! [\d%] | [.:,]\d )"
_YEAR = r"(?: 1[5-9]\d\d | 20\d\d ) (?! [\d%] | [.,]\d )"
_SIGN = compile_later(
    rf"""
    (?<!\w) (?:
        (?: (?P<named> {_WEEKDAY} ) ,? \s )?                                                        # Sunday, 3 May
        (?: (?P<d1> {_DAY_NUMBER} ) (?:st|nd|rd|th)? \s (?:of \s)? (?P<m1> {_MONTH} )
          | (?P<m2> {_MONTH} ) \s (?P<d2> {_DAY_NUMBER} ) (?:st|nd|rd|th)? )
        (?: ,? \s (?P<year> {_YEAR} ) )? (?! \w )
      | (?P<weekday> {_names(WEEKDAYS)} ) (?! \w )
      | (?: {"|".join(sorted(YEAR_OPENERS))} ) \s (?P<lone> 19\d\d | 20\d\d ) (?! \w | [-%] | [.,]\d )  # since 2011
      | (?P<month_before> last \s month ) (?! \w )
    )
    """,
    re.VERBOSE,
)
_ANNIVERSARY = compile_later(rf"\b(?:(?P<number>1?\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))\sanniversary\b", re.IGNORECASE)
_OWNED = compile_later(r"©|\(c\)|\bcopyright\b|\brights reserved\b", re.IGNORECASE)
_OWNED_YEAR = compile_later(r"\b(?:19|20)\d\d\b")
_MONTH_NUMBERS = MONTHS | MONTH_ABBREVIATIONS
_WEEKDAY_NUMBERS = WEEKDAYS | WEEKDAY_ABBREVIATIONS


@dataclass(frozen=True, slots=True)
class Sign:
    """Words by which the day of a page can be told."""

    kind: Kind
    """What they tell."""
    span: Span
    """The words."""
    weekday: int | None = None
    """ISO number of a weekday that lies behind, or that is named with a day."""
    year: int | None = None
    """A year that lies behind; of a mark or a copyright line, its year."""
    month: int | None = None
    """A month."""
    day: int | None = None
    """A day of the month."""

    @property
    def first(self) -> dt.date:
        """First day of what is told with its year."""
        return dt.date(self.year or 1, self.month or 1, self.day or 1)


def find_signs(page: Page) -> tuple[Sign, ...]:
    """Find the signs of a page's day in its news and at its foot; what lies ahead tells nothing.

    >>> from onrecord.model import Capture
    >>> from onrecord.page.page import split_page
    >>> text = "The ferry sank on 3 May, two years after the fire of 6 July 2012. Its owner will speak on Monday, a judge said on Friday."
    >>> [(sign.kind, sign.span.of(text)) for sign in find_signs(split_page(Capture("sha256:0", "orle.txt", "text", text)))]
    [('day', '3 May'), ('known', '6 July 2012'), ('weekday', 'Friday')]
    """
    text = page.capture.text
    sentences = [sentence for block in page.blocks if block.role in READ for sentence in find_sentences(text, block.span)]
    told = [sign for sentence in sentences for sign in (*_read_days(text, sentence), *_read_anniversaries(text, sentence))]
    return (*told, *_read_foot(page))


def _read_days(text: str, sentence: Span) -> Iterator[Sign]:
    for match in _SIGN.finditer(text, *sentence):
        span = Span(*match.span())
        if find_direction(text, sentence, span) == "future":
            continue
        if match["month_before"]:
            yield Sign("month_before", span)
        elif match["lone"]:
            yield Sign("known", span, year=int(match["lone"]))
        elif match["weekday"]:
            yield Sign("weekday", span, weekday=WEEKDAYS[match["weekday"].lower()])
        else:
            yield from _read_date(match, span)


def _read_date(match: re.Match[str], span: Span) -> Iterator[Sign]:
    month = _MONTH_NUMBERS[(match["m1"] or match["m2"]).lower().rstrip(".")]
    day = int(match["d1"] or match["d2"])
    named = _WEEKDAY_NUMBERS[match["named"].lower().rstrip(".")] if match["named"] else None
    if exact_day(2000, month, day) is None:
        return
    year = int(match["year"]) if match["year"] else None if named else year_of_event(match.string, span, month, day)
    if year:
        yield Sign("known", span, year=year, month=month, day=min(day, 28))
    else:
        yield Sign("day", span, weekday=named, month=month, day=day)


def _read_anniversaries(text: str, sentence: Span) -> Iterator[Sign]:
    """Read the number of an anniversary of what everyone knows: the 80th of the Normandy landings is that of 2024."""
    match = _ANNIVERSARY.search(text, *sentence)
    words = sentence.of(text).lower() if match else ""
    event = next((event for event in HISTORY if event in words), None)
    if match and event:
        year, month, day = HISTORY[event]
        number = int(match["number"]) if match["number"] else ORDINALS[match["word"].lower()]
        yield Sign("anniversary", Span(*match.span()), year=year + number, month=month, day=day)


def _read_foot(page: Page) -> Iterator[Sign]:
    """Read the one year that the page's copyright lines name."""
    text = page.capture.text
    years = [
        Sign("owned", Span(*match.span()), year=int(match.group()))
        for block in page.blocks
        if block.role == "furniture" and _OWNED.search(text, *block.span)
        for match in _OWNED_YEAR.finditer(text, *block.span)
    ]
    if len({sign.year for sign in years}) == 1:
        yield years[0]
