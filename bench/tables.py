"""The measured figures to the tables of the documentation: figure, measured, target; errors by kind; what confidence is worth."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.errors import Table

MEASURED = Path(__file__).parent / "measured.json"
ABSENT = "–"
"""Stands where a figure has not been measured."""
PLACE = re.compile(r"(<!-- table: ([a-z -]+) -->\n)(.*?)(<!-- end of \2 -->)", re.DOTALL)
"""Where a table stands in a page: name and content."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of figures: what it is, the figures in it, and what they must and should reach."""

    what: str
    """What is measured, for a reader."""
    names: tuple[str, ...]
    """Names of the figures, shown in one cell."""
    must: str = ""
    """What they must reach."""
    aim: str = ""
    """What they should reach."""
    people: str = ""
    """How well two people agree."""


TOKENS = tuple(f"attribution.token.{role}" for role in ("source", "cue", "content"))
SPEECH = ("attribution.speech.content", "attribution.speech.content_source")
ATTRIBUTION = (
    Row("attribution, content matched", ("attribution.content",), ".77", ".80", ".80"),
    Row("and the right source", ("attribution.content_source",), ".70", ".74", ".735"),
    Row("plain speech only: content / with source", SPEECH, ".92 / .88", ".95 / .92", ".96 / .92"),
    Row("words of source / cue / content", TOKENS, ".82 / .69 / .89", ".84 / .72 / .91", ".81 / .69 / .91"),
    Row("direct quotations found (recall)", ("attribution.direct_found",), ".97", ".99"),
)
NAMES = (
    Row("all names", ("names.f1",), ".82", ".87"),
    *(Row(what, (f"names.{kind}",)) for what, kind in (("persons", "person"), ("organisations", "organisation"), ("places", "place"))),
)
TIMES = (
    Row("found with the same extent", ("timex.strict",), ".86"),
    Row("found at all", ("timex.relaxed",), ".93"),
    Row("found, with the right value", ("timex.value",), ".77"),
    Row("right value, of those found", ("timex.value_right",)),
    Row("calendar dates, one to one, with the right value", ("timex.calendar",)),
    Row("MEANTIME: found with the same extent", ("timex.meantime.strict",)),
    Row("MEANTIME: found, with the right value", ("timex.meantime.value",), ".83"),
    Row("MEANTIME: calendar dates with the right value", ("timex.meantime.calendar",), ".89"),
    Row("days of timelines, as many as the gold has", ("timeline.days",), ".74"),
)
LIFTED = tuple(f"copies.recall_embed{sentences}" for sentences in (2, 3, 4))
COPIES = (
    Row("synthetic copies: precision", ("copies.precision",)),
    Row("synthetic copies: recall, the worst kind", ("copies.recall_min",)),
    Row("synthetic copies: two / three / four sentences lifted into another article", LIFTED),
    Row("real reprints: recall / precision", ("reprints.recall", "reprints.precision")),
)
STORY = (
    ("statements F1", "statements_f1", ".85"),
    ("recall of indirect statements", "recall_indirect", ".80"),
    ("recall of direct / mixed statements", "recall_direct recall_mixed", ""),
    ("speaker right, of those found", "speaker", ".90"),
    ("act right, of those found", "act", ".88"),
    ("relay links F1", "via_f1", ".85"),
    ("furniture: precision / recall / news kept", "furniture_p furniture_r body_kept", ""),
    ("date of publication; rightly left open", "published undated", ""),
    ("origin", "origin", ""),
    ("entries F1; times of posting", "entries_f1 posted", ""),
    ("figures: precision / recall", "figures_p figures_r", ""),
    ("counted / bound / holder right", "counted bound holder", ""),
    ("sums: precision / recall", "sums_p sums_r", ""),
    ("time values", "times_value", ""),
    ("days of the timeline", "timeline_f1", ""),
    ("copies: precision / recall", "copies_p copies_r", ""),
    ("silent changes: precision / recall", "changes_p changes_r", ""),
    ("entries and paragraphs added or taken out", "added_removed_r", ""),
    ("claims, B-cubed F1", "claims_bcubed", ".85"),
    ("standing right", "standing", ".85"),
    ("origins right", "origins", ".80"),
)
LINES = (
    Row("article extraction benchmark: lines", ("lines.article_extraction.plain.line_f1",), ".88"),
    Row("article extraction benchmark: text", ("lines.article_extraction.plain.text_f1",), ".93"),
    Row(
        "the same, menus on one line: lines / text", ("lines.article_extraction.joined.line_f1", "lines.article_extraction.joined.text_f1")
    ),
    Row("the same, links apart: lines / text", ("lines.article_extraction.apart.line_f1", "lines.article_extraction.apart.text_f1")),
    Row("pages of other outlets: lines / text", ("lines.news_pages.plain.line_f1", "lines.news_pages.plain.text_f1")),
)
SPEED = (
    Row("to statements", ("speed.statements",), "20,000"),
    Row("to statements, the page already split", ("speed.statements_alone",)),
    Row("to all facts of the page", ("speed.facts",)),
    Row("texts to times, the pages already split", ("speed.times",), "400"),
    Row("times dateparser's rate, as its documentation begins", ("speed.times_over_dateparser",), "50"),
    Row("times dateparser's rate, told that the texts are English", ("speed.times_over_dateparser_english",)),
    Row("times chrono-node's rate", ("speed.times_over_chrono",), "5"),
)
GROWTH = (
    Row("milliseconds to find the copies and stories of a page among 2,000", ("growth.at_few",), "2"),
    Row("the same among 50,000", ("growth.at_many",), "2"),
    Row("stories alone, among 2,000", ("growth.grouping",)),
    Row("the one over the other", ("growth.ratio",), "1.3"),
    Row("kilobytes kept of a page", ("growth.kilobytes",), "12"),
    Row("milliseconds where a page comes alone, among 2,000", ("growth.alone",)),
    Row("milliseconds of datasketch's MinHash among 2,000", ("growth.datasketch",)),
)
SAVED = ("article_extraction", "news_pages")
PAGES = (
    *(
        Row(f"{name}: body{way}", (f"pages.{name}{ending}.body_f1",), ".95" if ending else must)
        for name, must in zip(SAVED, (".975", ".970"), strict=True)
        for way, ending in (("", ""), (", bulk lane", ".bulk"))
    ),
    Row("news_pages: title / day / minute", tuple(f"pages.news_pages.{what}" for what in ("title", "day", "minute")), ".95 / .98 / .95"),
    Row("trafilatura's time over that of the full record", tuple(f"pages.{name}.speed" for name in SAVED), ".40"),
    Row("bulk lane, HTML to Page, times trafilatura's rate", tuple(f"pages.{name}.bulk.speed" for name in SAVED), "4"),
)
GROUPS = (
    Row("entries of one event, B-cubed F1: ecbplus", ("groups.ecbplus.f1",), ".86"),
    Row("the same: emergent", ("groups.emergent.f1",), ".87"),
    Row("the same: uci headlines", ("groups.uci.f1",), ".81"),
    Row("stance of a headline to a claim, macro-F1", ("stance.macro_f1",), ".78"),
)
FIGURES = {
    "attribution": ATTRIBUTION,
    "names": NAMES,
    "times": TIMES,
    "copies": COPIES,
    "growth": GROWTH,
    "speed": SPEED,
    "lines": LINES,
    "pages": PAGES,
    "groups": GROUPS,
}
"""The tables of figures, by name."""


def load_measured() -> dict[str, Any]:
    """Load what was last measured and kept; empty when nothing was."""
    measured: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    return measured


def render_tables(page: str, measured: Mapping[str, Any]) -> str:
    """Render a page anew: its written parts as they are, and each table from what was measured."""

    def table(place: re.Match[str]) -> str:
        return f"{place[1]}{_render(place[2], measured)}\n{place[4]}"

    return PLACE.sub(table, page)


def _render(name: str, measured: Mapping[str, Any]) -> str:
    figures, tables = measured.get("figures", {}), measured.get("tables", {})
    if name in FIGURES:
        return _figures(FIGURES[name], figures)
    if name in DRAWN:
        which, draw_table = DRAWN[name]
        return draw_table(tables.get(which, {}))
    if name == "stories":
        return _stories(figures)
    if name == "parts":
        return _parts(measured.get("parts", {}))
    raise KeyError(f"no table is called {name!r}")


def _figures(rows: Sequence[Row], figures: Mapping[str, float]) -> str:
    """Draw figures with their targets; a column that is empty all the way down is left out."""
    cells = [[row.what, _cell(row.names, figures), _sides(row.names, figures), row.must, row.aim, row.people] for row in rows]
    heads = ["", "measured", "precision, recall", "must", "aim", "two people"]
    kept = [i for i in range(len(heads)) if i < 2 or any(row[i] for row in cells)]
    return draw([heads[i] for i in kept], [[row[i] for i in kept] for row in cells])


def _cell(names: Sequence[str], figures: Mapping[str, float]) -> str:
    return " / ".join(show(figures.get(name)) for name in names)


def _sides(names: Sequence[str], figures: Mapping[str, float]) -> str:
    pairs = [(figures.get(f"{name}.p"), figures.get(f"{name}.r")) for name in names]
    return " / ".join(f"{show(p)}, {show(r)}" for p, r in pairs) if all(p is not None for p, _ in pairs) else ""


def _stories(figures: Mapping[str, float]) -> str:
    columns = ("lethra-fire", "kassara-exchange", "lethra-fire.text", "kassara-exchange.text")
    heads = ["", "fire story", "exchange story", "fire, text alone", "exchange, text alone", "must"]
    rows = [
        [what, *(_cell([f"stories.{story}.{name}" for name in names.split()], figures) for story in columns), must]
        for what, names, must in STORY
    ]
    return draw(heads, rows)


def _errors(table: Table) -> str:
    columns = ("gold", "right", "source wrong", "cut otherwise", "missed", "found", "partly there", "not there")
    return draw(["", *columns], [[kind, *(f"{row[name]:,}" for name in columns)] for kind, row in table.items()])


def _sources(table: Table) -> str:
    columns = ("named", "pronoun", "none")
    heads = ["the source found is", "gold has a name or phrase", "gold has a pronoun", "gold has none"]
    return draw(heads, [[kind, *(f"{row[name]:,}" for name in columns)] for kind, row in table.items()])


def _calibration(table: Table) -> str:
    rows = [[label, f"{row['n']:,}", show(row["confidence"]), show(row["right"])] for label, row in table.items()]
    return draw(["confidence", "statements", "mean confidence", "share right"], rows)


def _parts(parts: Mapping[str, Mapping[str, str]]) -> str:
    return draw(["part", "measured on", "version"], [[name, part["date"], part["version"]] for name, part in parts.items()])


def draw(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table of Markdown; one without rows says that nothing was measured.

    >>> print(draw(["", "measured"], [["names", ".83"]]))
    | | measured |
    |---|---|
    | names | .83 |
    """
    if not rows:
        return "Not measured yet."
    lines = [heads, *rows]
    drawn = ["|" + "|".join(f" {cell} " if cell else " " for cell in line) + "|" for line in lines]
    return "\n".join([drawn[0], "|---" * len(heads) + "|", *drawn[1:]])


def show(figure: float | None) -> str:
    """Show a figure as the tables have it: a share without its zero, a small one with two decimals, a count with commas.

    >>> show(0.7714), show(1.0), show(1.274), show(25532), show(None)
    ('.771', '1.000', '1.27', '25,500', '–')
    """
    if figure is None:
        return ABSENT
    if figure <= 1:
        return f"{figure:.3f}".removeprefix("0")
    return f"{figure:.2f}" if figure < 100 else f"{round(figure, -2):,}"


DRAWN: Mapping[str, tuple[str, Callable[[Table], str]]] = {
    "calibration": ("attribution.calibration", _calibration),
    "errors by cue": ("attribution.by cue", _errors),
    "errors by quotation": ("attribution.by quotation", _errors),
    "errors of sources": ("attribution.sources", _sources),
}
"""The tables that are not of figures, by name: where they were kept, and what draws them."""
