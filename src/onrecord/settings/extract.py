"""What a statement, a figure and a date inferred for a page need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class StatementSettings:
    """Which of the attributions that a tagger marked are taken."""

    least_weight: float = 0.35
    """How sure a tagger must be of an attribution that the rules do not read."""
    least_weight_in_headings: float = 0.5
    """The same in titles and headings, which leave out the words that tell who says what: "What the company says"."""


@dataclass(frozen=True, slots=True)
class FigureSettings:
    """How far from a number the words that belong to it are looked for."""

    reach_back: int = 3
    """Sentences back in which a number without a noun finds what it counts; farther back the matter has changed."""
    least_share: float = 0.5
    """Share of a total that parts told in the sentence after must make up; less is most likely another matter."""


@dataclass(frozen=True, slots=True)
class DatingSettings:
    """How the day of a page that does not state it is told from its words.

    How often a thing is so, measured on 600 dated articles and rounded; what live blogs do is set by reading a few.
    """

    weekday_behind: tuple[float, ...] = (0.34, 0.26, 0.16, 0.11, 0.07, 0.03, 0.03)
    """How often a weekday that a page names lies 0, 1, ... 6 days behind."""
    live_weekday_behind: tuple[float, ...] = (0.40, 0.30, 0.15, 0.08, 0.04, 0.02, 0.01)
    """The same for a live blog, which tells little of what was before."""
    day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.12, 1: 0.08, 2: 0.03, 3: 0.02, 7: 0.012, 31: 0.01, 366: 0.0013})
    )
    """How often a day of a month that a page names without a year lies so many days behind, for each of so many days at most."""
    live_day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.12, 1: 0.08, 2: 0.03, 3: 0.02, 7: 0.006, 31: 0.003, 366: 0.0004})
    )
    """The same for a live blog."""
    named_day_behind: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.45, 1: 0.15, 2: 0.08, 3: 0.05, 7: 0.02, 31: 0.004, 366: 0.0003})
    )
    """The same for a day that is named with its weekday ("Sunday, 3 May"), which news hardly does of what is long past."""
    wrong_weekday: float = 0.02
    """How often a day is named with a weekday that it is not."""
    other_month: float = 0.15
    """How often "last month" is not the month whose day a page names, for each of the other months."""
    years_behind: tuple[float, ...] = (0.4, 0.25, 0.1, 0.05, 0.05, 0.03, 0.03)
    """How often the newest year that a page names, of what lies behind, is its own, the year before, ...; the last for all more."""
    from_anniversary: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({1: 0.05, 7: 0.015, 100: 0.002, 366: 0.0005, 99999: 0.00002})
    )
    """How often, for each of so many days at most, an anniversary that a page tells of is so far off."""
    other_year: float = 0.05
    """How often the year of the copyright line is not that of the page."""
    captures_apart: tuple[float, ...] = (0.5, 0.2, 0.04, 0.01)
    """How often two captures of one page were published 0, 1, ... days apart, either way."""
    told_apart: Mapping[int, float] = field(
        default_factory=lambda: MappingProxyType({0: 0.12, 1: 0.1, 3: 0.05, 7: 0.02, 31: 0.004, 92: 0.0004, 99999: 0.00001})
    )
    """How often two pages of one story were published so many days apart, for each of so many days at most; an estimate."""
    sure: float = 0.8
    """Share of all weight that the days given must hold."""
    fewest_days: int = 2
    """Days given at least: words do not tell a single day for sure."""
    most_days: int = 7
    """Days given at most. Of 591 articles with a copyright year put below them 29 are dated within a week, 25 of those rightly;
    of those dated within a month a third are wrong."""
    most_years: int = 6
    """Years around those named in which a page can still have been published."""
    most_captures: int = 6
    """Other captures of a page that are asked for its day; more add nothing but time."""
