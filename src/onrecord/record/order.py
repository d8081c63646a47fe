"""Pages to the order in which they are joined: by the times that they tell, in whatever order they came."""

from onrecord.language.timex.calendar import sortable
from onrecord.model import Page

UNDATED = "9"
"""What stands for the moment of a page that tells no time: it comes after all others."""


def by_time(page: Page) -> tuple[str, str]:
    """Give what pages are put in order by: the latest moment that a page tells, then when it was captured; what is not told comes last."""
    captured = page.capture.given.captured
    return _moment_of(page), sortable(captured) if captured else UNDATED


def _moment_of(page: Page) -> str:
    """Give the latest moment of a page: of its entries, else of its publication, else of its capture."""
    published = page.published.value if page.published else page.capture.given.captured
    moments = [entry.posted or published for entry in page.entries] or [published]
    return max((sortable(moment) for moment in moments if moment), default=UNDATED)
