"""Gold timelines and the timeline of an export to how well its first days agree: as many days as the gold has, within the gold's span."""

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.language.guess import guess_language

TOPICS = ("finan", "h1n1", "haiti", "iraq", "mj")
"""Topics of the development part."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write_rows(articles: Path, rows: Path) -> Path:
    """Write a topic's articles as rows that onrecord reads; those in other languages than English are left out."""
    with gzip.open(articles, "rt", encoding="utf-8") as lines, rows.open("w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            if not guess_language(article["text"]).english:
                continue
            out.write(json.dumps({"id": str(article["id"]), "text": article["text"], "published": article["date"][:10]}) + "\n")
    return rows


def read_gold(path: Path) -> frozenset[str]:
    """Read the days of a gold timeline."""
    return frozenset(line for line in path.read_text(encoding="utf-8").split() if _DAY.fullmatch(line))


def score_days(timeline: Sequence[Mapping[str, Any]], gold: frozenset[str]) -> float:
    """Give the F1 of the weightiest days against the gold ones, as many as there are.

    >>> told = [{"when": "2031-04-05", "weight": 1.0}, {"when": "2031-04-07", "weight": 0.2}, {"when": "2031-04-06", "weight": 0.4}]
    >>> score_days(told, frozenset(("2031-04-05", "2031-04-07")))
    0.5
    """
    within = [item for item in timeline if min(gold) <= item["when"] <= max(gold)]
    first = {item["when"] for item in sorted(within, key=lambda item: -item["weight"])[: len(gold)]}
    return 2 * len(first & gold) / (len(first) + len(gold))
