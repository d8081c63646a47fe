"""A record is written as one JSON text, whoever writes it."""

from dataclasses import replace
from pathlib import Path

import pytest
from pydantic_core import to_json

import onrecord
from onrecord.model import Record
from onrecord.record.schema import as_json
from onrecord.serve.formats import FEW, render_record

NEWS = """\
Ferry to Orle stays in port
By Edda Lindqvist
31 May 2031

“The swell is too high — 4.5 metres,” harbour master Odile Hartmann said on Friday; 230 passengers \U0001f6a2 were told to wait.
"""


def written(record: Record) -> str:
    return "".join(render_record(record, "json", extras=("text", "names"), width=80, colour=False))


def told(record: Record) -> str:
    return to_json(as_json(record, with_text=True, with_names=True), indent=1).decode() + "\n"


@pytest.mark.parametrize("length", [1, 2 * FEW])
def test_short_and_long_pages_are_written_alike(tmp_path: Path, length: int) -> None:
    (tmp_path / "ferry.txt").write_text(NEWS + "\nThe sea lay grey and nobody came.\n" * (length // 30), encoding="utf-8")
    record = onrecord.read(tmp_path / "ferry.txt")
    assert record.captures[0].figures
    assert written(record) == told(record)


def test_a_number_with_a_power_of_ten_is_written_as_ever(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(NEWS, encoding="utf-8")
    record = onrecord.read(tmp_path / "ferry.txt")
    [facts] = record.captures
    for value in (3e-5, 1e-7, 2e16):
        figures = tuple(replace(figure, value=value) for figure in facts.figures)
        changed = replace(record, captures=(replace(facts, figures=figures),))
        assert figures
        assert written(changed) == told(changed)
