"""What lies between pages, on its way to the record: what is known of each beside all others, and what those of one matter tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.facts import Actor, Repeat
from onrecord.model.pages import Page
from onrecord.model.record import Change, Claim, Copy, Finding, Series, Story, TimelineItem


@dataclass(frozen=True, slots=True)
class Seen:
    """What is needed of a page to lay it beside all others."""

    page: Page
    """The page as it was read."""
    cast: tuple[Actor, ...]
    """The actors that its statements name."""
    speakers: frozenset[str]
    """Ids of those of them who speak."""
    mark: str = ""
    """What tells the page from all others that are kept; empty where none is."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages laid beside each other, in the order of the times that they tell."""

    pages: tuple[Page, ...]
    """The pages: what recurs on those of an outlet is furniture, and those that do not tell their day have the days that others tell."""
    dropped: tuple[Mapping[int, str], ...]
    """For each page the numbers of its lines, from 0, that are furniture beside others, and why."""
    actors: tuple[Actor, ...]
    """The actors of all pages."""
    voices: tuple[Mapping[str, str], ...]
    """For each page the ids of its actors, with those among the actors of all pages."""
    repeats: tuple[tuple[Repeat, ...], ...]
    """For each page what was told before."""
    copies: tuple[Copy, ...]
    """Pages that tell the same text."""
    stories: tuple[Story, ...]
    """Entries about one developing matter each."""
    parts: tuple[tuple[int, ...], ...]
    """Numbers of the pages, from 0, that are about one matter; each page is in one part, and what is claimed on it too."""


@dataclass(frozen=True, slots=True)
class Between:
    """What the pages of one part tell together; its ids hold within it."""

    changes: tuple[Change, ...]
    """What changed between captures."""
    claims: tuple[Claim, ...]
    """What is claimed, standing as was found, whatever people have said of it."""
    series: tuple[Series, ...]
    """Quantities over time."""
    findings: tuple[Finding, ...]
    """What a reader must be told."""
    days: tuple[TimelineItem, ...]
    """Days of the timeline, with weights that can be added to those of other parts."""
