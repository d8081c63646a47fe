"""The option by which every command on a kept record is told where the record lies."""

from pathlib import Path
from typing import Annotated

import typer

RecordPath = Annotated[
    Path, typer.Option("--record", metavar="PATH", envvar="ONRECORD_RECORD", help="The record's file.", show_default=True)
]
"""The option that names a kept record."""
DEFAULT_RECORD = Path("onrecord.db")
"""Where it lies unless something else is said."""
