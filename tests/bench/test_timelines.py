"""Timelines against gold ones."""

import gzip
import json
from pathlib import Path

from bench.timelines import read_gold, score_days, write_rows


def test_as_many_days_count_as_the_gold_has_within_its_span() -> None:
    told = [{"when": f"2031-04-{day:02}", "weight": weight} for day, weight in ((1, 1.0), (5, 0.9), (6, 0.8), (7, 0.7), (30, 0.95))]
    assert score_days(told, frozenset(("2031-04-05", "2031-04-07"))) == 0.5


def test_a_timeline_without_a_day_scores_nothing() -> None:
    assert score_days([], frozenset(("2031-04-05",))) == 0.0


def test_gold_days_and_rows_are_read_from_their_files(tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_text("2031-04-05\nThe viaduct fell in 2031 .\n-----\n2031-04-06\nIt was shut .\n", encoding="utf-8")
    assert read_gold(tmp_path / "gold.txt") == {"2031-04-05", "2031-04-06"}
    texts = [
        ("The viaduct fell and the road was shut, and it is not known when the two towns will have a bridge again. " * 2).strip(),
        "Le viaduc est tombé et la route est fermée depuis hier.",
    ]
    with gzip.open(tmp_path / "articles.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"id": n, "date": "2031-04-05T10:00", "text": text}) + "\n" for n, text in enumerate(texts))
    rows = write_rows(tmp_path / "articles.gz", tmp_path / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row) for row in rows] == [{"id": "0", "text": texts[0], "published": "2031-04-05"}]
