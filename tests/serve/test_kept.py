"""What a desk types: pages added, searched, listed by speaker, taken out, checked and copied."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.serve.desk import BRIDGE, typed
from tests.serve.test_cli import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    assert typed(folder, "add", "bridge.txt", "later.txt").returncode == 0
    return folder


@pytest.fixture
def desk(added: Path, tmp_path: Path) -> Path:
    shutil.copytree(added, tmp_path, dirs_exist_ok=True)
    return tmp_path


def lay_out(folder: Path) -> None:
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "later.txt").write_text(BRIDGE.replace("31 May", "1 June").replace("Thursday", "Friday"), encoding="utf-8")


def test_pages_are_added_once(folder: Path):
    assert run(folder, "add", "bridge.txt").stdout == "1 page added to onrecord.db; it holds 1 page.\n"
    done = run(folder, "add", ".")
    assert done.stdout == "1 page added to onrecord.db, 1 there already; it holds 2 pages.\n"
    assert done.stderr == ""  # the record lies in the folder too


def test_the_records_file_is_an_option_or_the_environments(folder: Path):
    assert typed(folder, "add", "bridge.txt", "--record", "desk.db").returncode == 0
    assert typed(folder, "check", ONRECORD_RECORD="desk.db").stdout.startswith("desk.db is sound: 1 page,")


def test_what_cannot_be_read_is_said_and_the_rest_is_added(folder: Path):
    (folder / "empty.txt").touch()
    done = typed(folder, "add", ".")
    assert done.returncode == 0
    assert "2 pages added" in done.stdout
    assert re.match(r"onrecord: \S*empty.txt: It is empty", done.stderr)
    assert typed(folder, "add", "empty.txt", "--record", "other.db").returncode == 2


def test_a_search_shows_who_said_what_when_and_on_which_line(desk: Path):
    done = typed(desk, "search", "shut", "--to", "2024-05-31")
    assert done.stdout == (
        "Odile Hartmann: The harbour bridge at Pellin would stay *shut* until Thursday\n  2024-05-31, bridge.txt L5\n"
        "Odile Hartmann: Harbour bridge stays *shut*\n  2024-05-31, bridge.txt L1\n"
    )


def test_a_search_gives_json_lines_to_a_program(desk: Path):
    hits = [json.loads(line) for line in typed(desk, "search", "cables", "--format", "jsonl").stdout.splitlines()]
    assert [(hit["who"], hit["words"], hit["page"], hit["line"]) for hit in hits] == [
        ("Odile Hartmann", "We have seen the cables and they are not good", page, 7) for page in ("later.txt", "bridge.txt")
    ]


def test_all_that_somebody_said_is_listed_the_newest_first(desk: Path):
    told = typed(desk, "who", "hartmann", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["page"] for line in told] == 3 * ["later.txt"] + 3 * ["bridge.txt"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["search", "submarine"], 1, "nothing in onrecord.db matches"),
        (["search", "shut", "--act", "shout"], 2, "is no act; choose one of assert, confirm"),
        (["search", "shut", "--act", "deny", "--kind", "figures"], 2, "only statements and claims have an act"),
        (["search", "shut", "--from", "31/05/2024"], 2, "--from: "),
        (["search", "shut", "--record", "none.db"], 2, "none.db: there is no such record"),
        (["search", "shut", "--record", "bridge.txt"], 2, "bridge.txt: it is no record"),
        (["remove", "lost.txt"], 2, "lost.txt: there is no such page"),
        (["backup", "bridge.txt"], 2, "bridge.txt: it is there already"),
        (["who"], 2, "Missing argument"),
    ],
)
def test_what_is_typed_wrong_is_told_in_words(desk: Path, words: list[str], code: int, told: str):
    done = typed(desk, *words)
    assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (code, True, False)


def test_the_brief_of_a_record_is_that_of_its_pages(desk: Path):
    assert typed(desk, "brief", "--format", "brief").stdout == typed(desk, "read", "bridge.txt", "later.txt", "--format", "brief").stdout
    assert typed(desk, "brief").stdout == typed(desk, "read", "bridge.txt", "later.txt").stdout


def test_a_record_without_pages_has_no_brief(desk: Path):
    typed(desk, "remove", "bridge.txt", "later.txt")
    done = typed(desk, "brief")
    assert (done.returncode, done.stderr) == (1, "onrecord: onrecord.db holds no pages; add some with: onrecord add PATH\n")


def test_a_page_is_taken_out_and_a_copy_made_before_still_has_it(desk: Path):
    assert typed(desk, "backup", "before.db").stdout == "2 pages copied to before.db.\n"
    assert typed(desk, "remove", "later.txt").stdout == "1 page taken out of onrecord.db; it holds 1 page.\n"
    assert "is sound: 1 page," in typed(desk, "check").stdout
    assert "is sound: 2 pages," in typed(desk, "check", "--record", "before.db").stdout


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_damaged_record_is_told_and_what_can_be_read_is_saved(desk: Path, share: float):
    with (desk / "onrecord.db").open("r+b") as file:
        file.truncate(int((desk / "onrecord.db").stat().st_size * share))
    done = typed(desk, "check")
    assert done.returncode == 1
    assert "damaged" in done.stderr
    saved = typed(desk, "check", "--repair")
    assert re.match(r"\d pages? saved into onrecord-repaired.db; \d pages? could not be read", saved.stdout)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_record_that_may_only_be_read_is_searched_and_not_added_to(desk: Path):
    (desk / "onrecord.db").chmod(0o444)
    assert typed(desk, "search", "cables").returncode == 0
    (desk / "third.txt").write_text(BRIDGE.replace("31 May", "2 June"), encoding="utf-8")
    done = typed(desk, "add", "third.txt")
    assert (done.returncode, "may only be read" in done.stderr) == (2, True)
