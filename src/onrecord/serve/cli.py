"""Words typed in a terminal to a record, a schema, a demonstration or a definition printed there."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.serve import correcting, kept
from onrecord.serve.orders import Order, carry_out
from onrecord.serve.terminal import OutputFormat, colour, fail, width, write

if TYPE_CHECKING:
    from onrecord.serve.formats import Extra

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Reads saved news pages and tells what was said, by whom, through whom, and what does not add up.",
)


class ReadingLane(StrEnum):
    """How HTML is read."""

    PRECISE = "precise"
    BULK = "bulk"


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"onrecord {installed('onrecord')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("read")
def _read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Saved pages, folders of them, or - for standard input.")],
    kind: Annotated[
        OutputFormat | None,
        typer.Option("--format", help="What to print; on a terminal a brief, otherwise json.", show_default=False),
    ] = None,
    with_text: Annotated[bool, typer.Option("--with-text", help="Put each page's text into the JSON.")] = False,
    with_names: Annotated[bool, typer.Option("--with-names", help="Put the names of people, bodies and places into the JSON.")] = False,
    show_dropped: Annotated[
        bool, typer.Option("--show-dropped", help="Show in the brief each line that is not news, and why it was dropped.")
    ] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When the pages were published, such as 2024-05-31.", show_default=False)
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the pages.", show_default=False)] = None,
    lane: Annotated[
        ReadingLane, typer.Option(help="How HTML is read: with care, or in bulk at a fraction of the cost.")
    ] = ReadingLane.PRECISE,
) -> None:
    """Read saved pages; print a brief, or the record as JSON."""
    asked: dict[Extra, bool] = {"text": with_text, "names": with_names, "dropped": show_dropped}
    extras = [extra for extra, wanted in asked.items() if wanted]
    carry_out(Order(paths, kind, extras, published, outlet, lane.value))


for name, command in {**kept.COMMANDS, **correcting.COMMANDS}.items():
    app.command(name)(command)


@app.command("schema")
def _schema() -> None:
    """Print the JSON Schema of the record."""
    import json

    from onrecord.record.schema import record_schema

    write([json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n"])


@app.command("demo")
def _demo() -> None:
    """Read an invented story that comes with onrecord."""
    from importlib.resources import as_file, files

    from onrecord.pipeline import read
    from onrecord.serve.brief import render_brief

    with as_file(files("onrecord.serve") / "demo") as folder:
        record = read([str(folder)])
        write([render_brief(record, width=width(), colour=colour()), "\n", _NEXT.format(folder=folder)])


_NEXT = """\
That was an invented story. What to try next:

  onrecord read page.txt                  a page that you saved as text
  onrecord read folder/ --published 2024-05-31
                                          a folder of pages; tell the date when the page does not
  onrecord read folder/ --format json     the record, for a program
  onrecord explain relay                  what a word means here

The pages of the demonstration lie in
  {folder}
"""


@app.command("explain")
def _explain(term: Annotated[str, typer.Argument(metavar="TERM", help="A word of the brief or the record, such as relay.")]) -> None:
    """Say what a word of the brief or the record means."""
    from onrecord.terms import TERMS, explain

    meaning = explain(term)
    if meaning is None:
        from difflib import get_close_matches

        near = get_close_matches(term.lower(), [known.name for known in TERMS], n=3)
        fail(f'"{term}" is not explained; {"did you mean " + " or ".join(near) if near else "try: onrecord explain statement"}', 2)
    write([f"{term}: {meaning}\n" if "\n" not in meaning else f"{meaning}\n"])
