"""Pages to the order in which they are joined: by the times that they tell, in whatever order they came."""

from onrecord.language.timex.calendar import latest_of
from onrecord.model import Page


def by_time(page: Page) -> tuple[str, str]:
    """Give what pages are put in order by: the latest moment that a page tells, then when it was captured; what is not told comes last."""
    return _moment_of(page), latest_of([page.capture.given.captured])


def _moment_of(page: Page) -> str:
    """Give the latest moment of a page: of its entries, else of its publication, else of its capture."""
    published = page.published.value if page.published else page.capture.given.captured
    return latest_of([entry.posted or published for entry in page.entries] or [published])
