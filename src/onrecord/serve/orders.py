"""Words typed behind `onrecord` to their work: plain words to read pages are understood here, all others by the parser of options.

To load that parser takes longer than to read a page.
"""

import os
import sys
from collections.abc import Sequence
from errno import EPIPE
from typing import TYPE_CHECKING, NamedTuple, cast

from onrecord.errors import OnrecordError
from onrecord.serve.terminal import OutputFormat, colour, fail, silence, usual_format, warn, width, write

if TYPE_CHECKING:
    from onrecord.model import Given, Lane, Record
    from onrecord.serve.formats import Extra

STOPPED, UNWRITTEN = 130, 1
"""Exit codes of a run that a person stopped, and of one whose output could not be written."""
LANES = ("precise", "bulk")
"""How HTML can be read."""


class Order(NamedTuple):
    """What is to be read, and how it is to be shown."""

    paths: Sequence[str]
    """Files, folders, and `-` for standard input."""
    form: OutputFormat | None = None
    """What is printed; null leaves it to where it is printed."""
    extras: Sequence["Extra"] = ()
    """What is shown beside the rest."""
    published: str | None = None
    """A date as it was typed."""
    outlet: str | None = None
    """Who published the pages."""
    lane: "Lane" = "precise"
    """How HTML is read."""


def main() -> None:
    """Do what the words behind `onrecord` say."""
    try:
        order = understand(sys.argv[1:]) if os.name != "nt" else None  # there patterns of names are left to the program
        if order:
            carry_out(order)
        else:
            from onrecord.serve.cli import app

            app(prog_name="onrecord")
    except OnrecordError as error:
        fail(str(error), error.exit_code)
    except KeyboardInterrupt:
        raise SystemExit(STOPPED) from None
    except OSError as error:  # a full disk, an output that was closed
        silence()
        if error.errno == EPIPE:  # who reads it has read enough
            raise SystemExit(UNWRITTEN) from None
        fail(f"the output cannot be written ({error.strerror or error}): write it elsewhere", UNWRITTEN)


_EXTRAS: dict[str, "Extra"] = {"--with-text": "text", "--with-names": "names", "--show-dropped": "dropped"}
_CHOICES = {"--format": tuple(OutputFormat), "--lane": LANES, "--published": (), "--outlet": ()}
"""The words that one of these must follow; nothing stands for any word."""


def understand(words: Sequence[str]) -> Order | None:
    """Understand an order to read that is plain; null for any other words, right or wrong.

    >>> understand(["read", "a.html", "b.txt", "--format", "json"]).paths
    ('a.html', 'b.txt')
    >>> understand(["read", "--formt", "json"]) or understand(["news"])
    """
    if words[:1] != ["read"]:
        return None
    paths: list[str] = []
    extras: list[Extra] = []
    chosen: dict[str, str] = {}
    rest = iter(words[1:])
    for word in rest:
        if word in _EXTRAS:
            extras.append(_EXTRAS[word])
        elif word in _CHOICES:
            choice = next(rest, "-")
            if choice.startswith("-") or choice not in (_CHOICES[word] or (choice,)):
                return None
            chosen[word] = choice
        elif word.startswith("-") and word != "-":
            return None
        else:
            paths.append(word)
    form = OutputFormat(chosen["--format"]) if "--format" in chosen else None
    lane = cast("Lane", chosen.get("--lane", "precise"))
    return Order(tuple(paths), form, tuple(extras), chosen.get("--published"), chosen.get("--outlet"), lane) if paths else None


def carry_out(order: Order) -> None:
    """Read saved pages; print a brief, or the record as JSON."""
    from onrecord.model import Given
    from onrecord.serve.dates import read_date

    given = Given(order.outlet, read_date(order.published, where="--published") if order.published else None)
    record = _read_guarded(order, given)
    for unread in record.unread:
        warn(f"{unread.name}: {unread.reason}")
    chosen = order.form or (OutputFormat.BRIEF if "dropped" in order.extras else usual_format())
    if record.captures or chosen is not OutputFormat.BRIEF:
        from onrecord.serve.formats import render_record

        write(render_record(record, chosen.value, extras=order.extras, width=width(), colour=colour()))
    if not record.captures:
        fail("nothing could be read", 2)


def _read_guarded(order: Order, given: "Given") -> "Record":
    """Read pages in a way that no page can stop, and count them on a terminal."""
    from onrecord.pipeline import read
    from onrecord.serve.progress import Progress
    from onrecord.serve.reading import guarded_means

    with guarded_means(order.lane) as means, Progress(sys.stderr, gauge=means["gauge"]) as progress:
        return read(order.paths, given=given, progress=progress, **means)
