"""What was found of pages before, kept in memory."""


class Remembered(dict[str, str]):
    """What was found before, with how often it was not known."""

    missed = 0

    def find(self, digest: str) -> str | None:
        """Give what was found, or nothing."""
        self.missed += digest not in self
        return self.get(digest)

    def keep(self, digest: str, found: str) -> None:
        """Keep it."""
        self[digest] = found
