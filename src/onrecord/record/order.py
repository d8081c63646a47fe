"""Pages to the order in which they are joined: by the times that they tell, in whatever order they came."""

import datetime as dt

from onrecord.model import Page

UNDATED = "9"
"""What stands for the moment of a page that tells no time: it comes after all others."""


def by_time(page: Page) -> tuple[str, str]:
    """Give what pages are put in order by: the latest moment that a page tells, then when it was captured; what is not told comes last."""
    captured = page.capture.given.captured
    return _moment_of(page), _utc(captured) if captured else UNDATED


def _moment_of(page: Page) -> str:
    """Give the latest moment of a page: of its entries, else of its publication, else of its capture."""
    published = page.published.value if page.published else page.capture.given.captured
    moments = [entry.posted or published for entry in page.entries] or [published]
    return max((_utc(moment) for moment in moments if moment), default=UNDATED)


def _utc(moment: str) -> str:
    """Write a date or date-time so that it can be put in order; a day without an hour is over."""
    try:
        read = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    if len(moment) <= len("2031-04-09"):
        return f"{moment}T24"
    return (read.astimezone(dt.UTC) if read.tzinfo else read).strftime("%Y-%m-%dT%H:%M")
