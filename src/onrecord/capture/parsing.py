"""Markup and feeds to what is in them, taken apart in this very process, which a page made to harm can hold up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.settings import CaptureSettings

if TYPE_CHECKING:
    from onrecord.capture.feed import FeedRead
    from onrecord.capture.html import HtmlRead


@dataclass(frozen=True, slots=True)
class PlainParser:
    """Takes markup and feeds apart; serve/parsing.py has one that can be stopped."""

    limits: CaptureSettings
    """The bounds."""

    def markup(self, html: str, *, url: str | None) -> "HtmlRead":
        """Take the text and its marks from a page's markup."""
        from onrecord.capture.html import read_html  # here, for it takes long to load

        return read_html(html, url=url, settings=self.limits)

    def feed(self, content: bytes) -> "FeedRead":
        """Take the pages from a feed."""
        from onrecord.capture.feed import split_feed

        return split_feed(content, settings=self.limits)
