"""A desk for the tests of the commands: pages of invented news, and the command line in this process."""

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.serve.orders import main

BRIDGE = """\
Harbour bridge stays shut, mayor says
By Edda Lindqvist
31 May 2024

The harbour bridge at Pellin would stay shut until Thursday, mayor Odile Hartmann told Radio Westmark.

“We have seen the cables and they are not good,” she said.

The company that built the bridge denied that it had used the wrong steel.
"""
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


class Done(NamedTuple):
    """What a command that was typed has printed, and the code it left with."""

    returncode: int
    stdout: str
    stderr: str


def typed(folder: Path, *words: str, stdin: bytes = b"", **environment: str) -> Done:
    """Run a command as it is typed in a folder, in this process: one of its own takes a second to start."""
    out, err, given = (io.TextIOWrapper(io.BytesIO(start), encoding="utf-8", newline="\n") for start in (b"", b"", stdin))
    code = 0
    with chdir(folder), redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["onrecord", *words])
        patch.setattr(sys, "stdin", given)
        for name, value in environment.items():
            patch.setenv(name, value)
        try:
            main()
        except SystemExit as left:
            code = int(left.code or 0)
    return Done(code, printed(out), printed(err))


def printed(stream: io.TextIOWrapper) -> str:
    """Give all that was written to a stream of bytes."""
    stream.flush()
    stream.seek(0)
    return stream.read()
