"""The overview of many pages tells who speaks most, through whom, and what they deny; what is told again counts once."""

from pathlib import Path

from onrecord.pipeline import read
from onrecord.serve.brief import render_brief
from onrecord.serve.layout import Paper
from onrecord.serve.overview import render_speakers

FIRST = """\
Pier collapses at Sandvik
4 May 2026

The pier at Sandvik gave way on Monday, harbour master Ilse Tarn told Radio Sandvik.

“Eleven people were on it and all of them are safe,” Tarn said.

The builder, Norrland Works, denied that it had used old timber.
"""
SECOND = """\
Sandvik pier was to be shut
5 May 2026

The pier was to be shut in June, Ilse Tarn said on Tuesday.

Norrland Works denied that it had been told of the plan.
"""


def test_who_speaks_most_is_told_with_denials_and_with_those_through_whom_it_came(tmp_path: Path):
    for name, text in (("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", FIRST)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    record = read([str(tmp_path)])
    retold = [statement.id for statement in record.captures[1].statements]  # the same page again, which stands before the later one
    assert list(render_speakers(record, retold, Paper())) == [
        "WHO SPEAKS",
        "  Ilse Tarn: 3 statements on 2 pages; via Radio Sandvik",
        "  Norrland Works: 2 statements on 2 pages, 2 denials among them",
    ]
    assert "  Ilse Tarn: 3 statements on 2 pages; via Radio Sandvik\n" in render_brief(record)


def test_nobody_is_listed_who_speaks_once(tmp_path: Path):
    (tmp_path / "1.txt").write_text("The pier is shut, Ilse Tarn said on Monday.\n", encoding="utf-8")
    assert list(render_speakers(read([str(tmp_path)]), (), Paper())) == []
