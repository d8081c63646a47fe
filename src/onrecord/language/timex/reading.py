"""What readers of time expressions are given and give back: the words found, what they are counted from, and what they mean."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from onrecord.language.timex.calendar import Direction, When
from onrecord.language.timex.words import Word, Words
from onrecord.model import Span, TimeType

Counted = Literal["anchor", "previous", "none"]


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule has matched, with those around them."""

    all: Words
    """The words of the paragraph."""
    first: int
    """Number of the first word."""
    last: int
    """Number of the word behind the last."""
    words: tuple[Word, ...]
    """The words."""

    @classmethod
    def cut(cls, words: Words, first: int, last: int) -> "Found":
        """Cut some words out of a paragraph."""
        return cls(words, first, last, tuple([words.word(number) for number in range(first, last)]))

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.all.places[self.first][0], self.all.places[self.last - 1][1])

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.span.of(self.all.text)

    def get(self, *kinds: str) -> Word | None:
        """Give the first word of some kinds; null when there is none."""
        for word in self.words:
            if word.kind in kinds:
                return word
        return None

    def has(self, *kinds: str) -> bool:
        """Tell whether there is a word of some kinds."""
        return self.get(*kinds) is not None

    def near(self, step: int) -> Word | None:
        """Give a word before the first (-1, -2) or behind the last (1, 2); null at the ends of the paragraph."""
        number = self.first + step if step < 0 else self.last + step - 1
        return self.all.word(number) if 0 <= number < len(self.all.places) else None


@dataclass(frozen=True, slots=True)
class Habits:
    """What a page does with dates and clocks."""

    month_first: bool | None = None
    """Whether 4/5 is the fifth of April; null when that is not known."""
    zone: str | None = None
    """Time zone (IANA) of the place the page tells of, for "local time"."""
    country: str | None = None
    """ISO 3166 code of the outlet's country, or the story's, for zones of one name."""


class Told(NamedTuple):
    """A time told before, from which "the next day" is counted."""

    first: dt.date
    """Its first day."""
    value: str
    """Its TIMEX3 value."""
    end: int
    """Place behind the words that told it."""

    @property
    def is_day(self) -> bool:
        """Whether it is one day, or a part of one, and no longer time."""
        return re.match(r"\d{4}-\d\d-\d\d", self.value) is not None

    @property
    def is_month(self) -> bool:
        """Whether it is one month."""
        return re.fullmatch(r"\d{4}-\d\d", self.value) is not None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read by."""

    anchor: dt.date | None
    """The day it is counted from; null when not known."""
    minute: int | None = None
    """Minute of the day at which the words were posted, on the page's own clock; null when not known."""
    previous: Told | None = None
    """The expression before it that is on the calendar; null at the start."""
    clock_day: dt.date | None = None
    """Day of the last time of the clock in the paragraph that was told with its day; null before one."""
    day: dt.date | None = None
    """The day told last, whatever longer time was told since: "later in the day"; null before one."""
    quarter: tuple[int, int] | None = None
    """Year and number of the quarter told last, which business news goes on comparing with; null when there is none."""
    longer: bool = False
    """Whether the paragraph has told of more than a quarter since: "for the nine months", with which no quarter is compared."""
    direct: Callable[[Found], Direction] = lambda found: "near"
    """Tells whether the verb beside an expression looks ahead or back."""
    habits: Habits = Habits()
    """What the page does with dates and clocks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    type: TimeType
    """TIMEX3 type."""
    when: When | None = None
    """The stretch of time; null for lengths, and where it cannot be resolved."""
    value: str | None = None
    """TIMEX3 value where there is no stretch of time: of a length, of what recurs, of "now"."""
    anchor: Counted = "anchor"
    """What it was counted from."""


def unknown(kind: TimeType = "DATE") -> Reading:
    """Give the reading of what is a time, but nobody knows which."""
    return Reading(kind)
