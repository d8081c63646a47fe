"""What was found of pages before, kept as text under a digest of all that it rests on, so that it is not found again."""

import hashlib
from typing import Protocol

from onrecord.model.pages import Page


class Traces(Protocol):
    """What was found before."""

    def find(self, digest: str) -> str | None:
        """Give what was found from what has this digest; nothing where that is not known."""

    def keep(self, digest: str, found: str) -> None:
        """Keep it."""


def digest_all(*rests_on: object) -> str:
    """Give what tells some things from all others, by how they are written."""
    return hashlib.blake2b(repr(rests_on).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def digest_page(page: Page) -> str:
    """Give what tells the text of a page and its lines, whatever it is called, from all others."""
    return digest_all(page.capture.text, [(*block.span, block.role, block.entry) for block in page.blocks], page.outlet)
