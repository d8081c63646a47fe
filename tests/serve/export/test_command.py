"""What a desk types to take its record elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import get_args

import pytest

from onrecord.model import Facts, Record
from onrecord.pipeline import read
from onrecord.record.loading import load
from onrecord.serve.export.command import ExportFormat
from onrecord.serve.export.formats import STREAMED, TABLES, ExportName, save, write_record
from tests.serve.desk import BRIDGE, typed


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert typed(tmp_path, "add", "bridge.txt").returncode == 0
    return tmp_path


def test_every_format_is_there_once():
    assert sorted(ExportFormat) == sorted([*STREAMED, *TABLES]) == sorted(get_args(ExportName))


@pytest.mark.parametrize("form", STREAMED)
def test_a_format_of_one_text_goes_to_standard_output_or_into_a_new_file(desk: Path, form: str):
    told = typed(desk, "export", "--format", form)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Odile Hartmann" in told.stdout
    assert typed(desk, "export", "--format", form, "--to", f"out.{form}").stdout == f"The record is written to out.{form}.\n"
    assert (desk / f"out.{form}").read_text(encoding="utf-8") == told.stdout


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_is_read_back(desk: Path, form: str):
    assert typed(desk, "export", "--format", form, "--to", f"back.{form}").returncode == 0
    assert load(desk / f"back.{form}").captures[0].page.capture.text == BRIDGE


@pytest.mark.parametrize("form", TABLES)
def test_tables_go_into_a_folder(desk: Path, form: str):
    assert typed(desk, "export", "--format", form, "--to", form).stdout == f"19 tables written into {form}.\n"
    assert {path.suffix for path in (desk / form).iterdir()} == {f".{form}"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ([], 2, "Missing option '--format'"),
        (["--format", "docx"], 2, "'docx' is not one of"),
        (["--format", "csv"], 2, "name a folder for them with --to FOLDER"),
        (["--format", "csv", "--to", "."], 2, "the folder is not empty; name one that is"),
        (["--format", "csv", "--to", "bridge.txt"], 2, "it is there already"),
        (["--format", "html", "--to", "bridge.txt"], 2, "it is there already; name a place that is not"),
        (["--format", "html", "--to", "lost/out.html"], 2, "make the folder first"),
        (["--format", "json", "--record", "none.db"], 2, "there is no such record"),
    ],
)
def test_wrong_use_is_told_with_what_to_do(desk: Path, words: list[str], code: int, told: str):
    done = typed(desk, "export", *words)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in " ".join(done.stderr.split())


def test_a_record_without_pages_has_nothing_to_export(desk: Path):
    assert typed(desk, "add", "bridge.txt", "--record", "bare.db").returncode == 0
    assert typed(desk, "remove", "bridge.txt", "--record", "bare.db").returncode == 0
    done = typed(desk, "export", "--format", "html", "--record", "bare.db", "--to", "bare.html")
    assert (done.returncode, (desk / "bare.html").exists()) == (1, False)
    assert "holds no pages; add some with: onrecord add PATH" in done.stderr


def test_a_file_that_cannot_be_written_whole_leaves_nothing_behind(tmp_path: Path):
    def broken() -> Iterator[str]:
        yield "half"
        raise OSError(ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        save(broken(), tmp_path / "out.html")
    assert list(tmp_path.iterdir()) == []


def test_tables_that_cannot_all_be_written_leave_nothing_behind(tmp_path: Path):
    (tmp_path / "tables").mkdir()
    facts = read_text(tmp_path)
    torn = replace(facts, figures=tuple(replace(one, counted="\ud800") for one in facts.figures))  # half a sign, which is no Unicode
    with pytest.raises(UnicodeEncodeError):
        write_record(Record((torn,)), "csv", tmp_path / "tables")
    assert list((tmp_path / "tables").iterdir()) == []


def read_text(folder: Path) -> Facts:
    (folder / "fire.txt").write_text("Six people were injured, the fire service said on Tuesday.", encoding="utf-8")
    return read([str(folder / "fire.txt")]).captures[0]
