"""The news of a record, for each reader: what came since they looked, most telling first, and nothing that was known."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serve.desk import MONDAY, lay_out, typed


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    lay_out(tmp_path)
    add(tmp_path, "monday.txt")
    return tmp_path


def add(folder: Path, name: str) -> None:
    assert typed(folder, "add", name).returncode == 0


def news(folder: Path, *options: str) -> str:
    done = typed(folder, "news", "--reader", "ada", *options)
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    return " ".join(done.stdout.split())


def kinds(folder: Path, *options: str) -> list[str]:
    done = typed(folder, "news", "--reader", "ada", "--format", "jsonl", *options)
    return [json.loads(line)["kind"] for line in done.stdout.splitlines()]


def test_all_is_new_to_one_who_never_looked_and_nothing_to_one_who_just_did(desk: Path):
    assert news(desk).startswith("1 page new to ada: monday.txt Arvid Moen: 120 deckhands had walked out 2026-05-04, monday.txt L7")
    done = typed(desk, "news", "--reader", "ada")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing was added to onrecord.db since ada last looked" in done.stderr


def test_what_moved_is_told_with_from_what_to_what_by_whom_where_and_in_which_words(desk: Path):
    news(desk)
    add(desk, "tuesday.txt")
    text = news(desk)
    assert "denied (was claimed): Nordfjell Lines had cut the night crews without notice – Nordfjell Lines: “denied on Tuesday" in text
    assert "2026-05-05, tuesday.txt L5" in text
    assert "revised: deckhands walked out, Lunde: 150 now, 120 before – Arvid Moen" in text
    assert "another value: deckhands walked out, Lunde: 40 – ferry company; so far 120 (Arvid Moen)" in text


def test_what_moved_comes_before_what_was_merely_said(desk: Path):
    news(desk)
    add(desk, "tuesday.txt")
    assert kinds(desk) == ["denied", "denied", "revised", "value", "said"]


def test_a_reprint_is_no_news_but_counted(desk: Path):
    add(desk, "tuesday.txt")
    news(desk)
    add(desk, "reprint.txt")
    assert news(desk) == "1 page new to ada: reprint.txt Left out as told before: 8 of the statements and figures."


def test_what_a_later_capture_altered_or_took_out_in_silence_is_told(desk: Path):
    news(desk)
    later = MONDAY.replace("said 120", "said 130").replace("\n“Nobody told us anything,” Moen said.\n", "")
    (desk / "later.txt").write_text(later, encoding="utf-8")
    add(desk, "later.txt")
    text = news(desk)
    assert "silent edit: later.txt changed “Union secretary Arvid Moen said 120 deckhands had walked out”" in text
    assert "changed: monday.txt to later.txt: figure altered, text taken out; all: onrecord changes later.txt" in text


def test_of_a_page_that_only_lost_words_it_is_told_where_these_stood(desk: Path):
    news(desk)
    (desk / "later.txt").write_text(MONDAY.replace("\n“Nobody told us anything,” Moen said.\n", ""), encoding="utf-8")
    add(desk, "later.txt")
    assert "changed: monday.txt to later.txt: text taken out; all: onrecord changes later.txt 2026-05-04, monday.txt L11" in news(desk)


def test_every_reader_has_news_of_their_own(desk: Path):
    news(desk)
    assert typed(desk, "news", "--reader", "bo").returncode == 0
    add(desk, "tuesday.txt")
    assert typed(desk, "news", "--reader", "bo").stdout.startswith("1 page new to bo: tuesday.txt")


def test_one_who_is_not_named_is_the_one_logged_in(desk: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOGNAME", "ebba")
    assert typed(desk, "news").stdout.startswith("1 page new to ebba: monday.txt")


def test_news_can_be_kept_and_shown_once_more(desk: Path):
    first = news(desk, "--keep")
    assert news(desk, "--keep") == first == news(desk) == news(desk, "--again")
    assert typed(desk, "news", "--reader", "ada").returncode == 1


def test_what_a_limit_leaves_out_is_counted_and_can_be_had(desk: Path):
    assert news(desk, "--limit", "1").endswith("2 more, less telling: onrecord news --again --reader ada --limit 3")
    assert len(kinds(desk, "--again", "--limit", "3")) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_news_is_marked_as_seen_only_when_it_was_printed_wholly(desk: Path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "onrecord", "news", "--reader", "ada"],
            cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
    assert (done.returncode, b"cannot be written" in done.stderr) == (1, True)
    assert news(desk).startswith("1 page new to ada: monday.txt")


def test_a_page_added_after_the_last_one_was_taken_out_is_new(desk: Path):
    add(desk, "other.txt")
    news(desk)
    assert typed(desk, "remove", "other.txt").returncode == 0
    add(desk, "tuesday.txt")  # it gets the number of the page taken out
    assert news(desk).startswith("1 page new to ada: tuesday.txt")
