"""A desk for the tests of the commands: three pages of an invented walkout, and the command line in this process."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from typer.testing import CliRunner, Result

from onrecord.serve.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

MONDAY = """\
Ferry crews walk out at Lunde
The Lunde Courier
4 May 2026

Deckhands on the Lunde ferries walked out on Monday after a dispute over rest hours.

Union secretary Arvid Moen said 120 deckhands had walked out.

Nordfjell Lines had cut the night crews without notice, Moen said.

“Nobody told us anything,” Moen said.
"""
TUESDAY = """\
Ferry owner rejects union’s account of walkout
Skarvik Post
5 May 2026

Nordfjell Lines denied on Tuesday that it had cut the night crews without notice.

The ferry company said 40 deckhands had walked out at Lunde.

Union secretary Arvid Moen said 150 deckhands had walked out by Tuesday.

Harbour master Sigrid Aune said two ferries would sail on Wednesday.
"""
REPRINT = TUESDAY.replace("Skarvik Post", "Bygda Herald").replace("5 May", "6 May")
OTHER = """\
Museum buys lost altar painting
The Lunde Courier
5 May 2026

The town museum in Orvik has bought an altar painting that was lost for a century, curator Ida Roll said.
"""


def lay_out(folder: Path) -> None:
    """Write the pages into a folder."""
    for name, text in (("monday", MONDAY), ("tuesday", TUESDAY), ("reprint", REPRINT), ("other", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def typed(folder: Path, *words: str) -> Result:
    """Run a command in a folder; what it prints is in the result's `stdout` and `stderr`."""
    with _inside(folder):
        return CliRunner().invoke(app, list(words), env={"ONRECORD_RECORD": "onrecord.db"})


@contextmanager
def _inside(folder: Path) -> "Iterator[None]":
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
