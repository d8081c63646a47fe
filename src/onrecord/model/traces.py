"""What was found of pages before, kept as text under a digest of all that it rests on, so that it is not found again."""

import hashlib
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from onrecord.model.pages import Page


class Traces(Protocol):
    """What was found before."""

    def find(self, digest: str) -> str | None:
        """Give what was found from what has this digest; nothing where that is not known."""

    def keep(self, digest: str, found: str) -> None:
        """Keep it."""


def find_kept(traces: Traces | None, digest: str, find: Callable[[], str]) -> str:
    """Find something, or find it kept under the digest of all that it rests on."""
    if traces is None:
        return find()
    known = traces.find(digest)
    if known is None:
        known = find()
        traces.keep(digest, known)
    return known


class Recalled(NamedTuple):
    """What was found of some pages before."""

    traces: Traces
    """What was found."""
    marks: Sequence[str]
    """What tells each of these pages from all others."""


def digest_all(*rests_on: object) -> str:
    """Give what tells some things from all others, by how they are written."""
    return hashlib.blake2b(repr(rests_on).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_page(page: Page) -> str:
    """Give what tells a page from all others: its name, its text and lines, its entries and what it says of itself."""
    said = page.capture.name, page.outlet, page.origin, page.url, page.title, page.published, page.capture.given.captured
    blocks = [(*block.span, block.role, block.entry) for block in page.blocks]
    entries = [(one.id, *one.span, one.heading, one.posted, one.edited, one.pinned) for one in page.entries]
    return digest_all(page.capture.text, said, blocks, entries)
