import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.serve.desk import BRIDGE, typed

GERMAN = (
    "Der Bürgermeister hat am Montag gesagt, dass die Brücke über den Fluss bis auf Weiteres gesperrt bleibt.\n"
    "Die Polizei hat das bestätigt und die Anwohner gebeten, das Haus nicht zu verlassen, weil der Sturm noch nicht vorbei ist.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own; most tests do with `typed`, which is quicker."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_page_is_read_to_json_when_the_output_is_no_terminal(folder: Path):
    done = run(folder, "read", "bridge.txt")
    record = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert record["captures"][0]["name"] == "bridge.txt"
    assert "text" not in record["captures"][0]


def test_the_text_is_given_on_demand(folder: Path):
    assert json.loads(typed(folder, "read", "bridge.txt", "--with-text").stdout)["captures"][0]["text"] == BRIDGE


def test_json_lines_are_one_capture_a_line_and_one_line_for_the_rest(folder: Path):
    (folder / "more.txt").write_text(BRIDGE.replace("Thursday", "Friday"), encoding="utf-8")
    lines = [json.loads(line) for line in typed(folder, "read", ".", "--format", "jsonl").stdout.splitlines()]
    assert [len(line["captures"]) for line in lines] == [1, 1, 0]
    assert "findings" in lines[-1]


def test_the_brief_names_the_speaker_the_line_and_the_file(folder: Path):
    brief = typed(folder, "read", "bridge.txt", "--format", "brief").stdout
    assert "bridge.txt" in brief
    assert "Odile Hartmann" in brief
    assert "L7" in brief
    assert "\x1b" not in brief


def test_dropped_lines_are_shown_in_the_brief_even_where_the_output_is_no_terminal(folder: Path):
    (folder / "bridge.txt").write_text(f"Skip to content\n{BRIDGE}", encoding="utf-8")
    assert "   L1  menu: Skip to content\n" in typed(folder, "read", "bridge.txt", "--show-dropped").stdout


def test_what_the_caller_says_of_a_page_is_believed(folder: Path):
    done = typed(folder, "read", "bridge.txt", "--published", "2024-06-02", "--outlet", "Pellin Echo")
    capture = json.loads(done.stdout)["captures"][0]
    assert (capture["outlet"], capture["published"]["value"], capture["published"]["basis"]) == ("Pellin Echo", "2024-06-02", "given")


def test_a_page_may_come_from_standard_input(folder: Path):
    record = json.loads(run(folder, "read", "-", stdin=BRIDGE.encode()).stdout)
    assert len(record["captures"]) == 1


def test_rows_are_read_from_a_file_and_from_standard_input(folder: Path):
    rows = "".join(json.dumps({"id": f"b-{n}", "text": BRIDGE, "url": f"https://pellin.example/{n}"}) + "\n" for n in range(2)).encode()
    (folder / "rows.jsonl").write_bytes(rows)
    for done in (typed(folder, "read", "rows.jsonl"), typed(folder, "read", "-", stdin=rows)):
        captures = json.loads(done.stdout)["captures"]
        assert [capture["name"] for capture in captures] == ["b-0", "b-1"]
        assert [capture["url"] for capture in captures] == ["https://pellin.example/0", "https://pellin.example/1"]
        assert {capture["format"] for capture in captures} == {"row"}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("rows.jsonl", '{"body": "The bridge is shut."}\n', "one page a line"),
        ("rows.json", '[{"text": "The bridge is shut."}]', "one page a line"),
        ("rows.jsonl", '{"text": "The bridge is shut.", "published": "31/05/2024"}\n', 'rows.jsonl:1: "published"'),
        ("rows.jsonl", '{"id": "b-0", "html": "<br>"}\n', "rows.jsonl:1: It is a page without any text"),
        ("rows.jsonl", "", "empty"),
        ("rows.parquet", "PAR1", "damaged or truncated"),
        ("rows.jsonl.gz", "\x1f", "rows.jsonl.gz"),
    ],
)
def test_rows_that_are_none_are_told_in_one_line_and_leave_with_2(folder: Path, name: str, content: str, told: str):
    (folder / name).write_text(content, encoding="latin-1")
    done = typed(folder, "read", name)
    assert done.returncode == 2
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert "Traceback" not in done.stderr


def make_bad(folder: Path) -> dict[str, str]:
    """Put unreadable things into a folder; give each with a word that its reason must hold."""
    (folder / "none").mkdir()
    (folder / "empty.txt").touch()
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "german.txt").write_text(GERMAN, encoding="utf-8")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    return {"none": "no", "empty.txt": "empty", "noise.txt": "binary", "german.txt": "English", "huge.txt": "large", "lost.txt": "no such"}


def test_each_thing_that_cannot_be_read_is_one_clear_line_and_the_rest_is_read(folder: Path):
    reasons = make_bad(folder)
    done = run(folder, "read", *reasons, "bridge.txt")
    record = json.loads(done.stdout)
    assert done.returncode == 0
    assert [capture["name"] for capture in record["captures"]] == ["bridge.txt"]
    assert len(done.stderr.splitlines()) == len(record["unread"]) == len(reasons)
    for line, (name, reason) in zip(done.stderr.splitlines(), reasons.items(), strict=True):
        assert line.startswith("onrecord: ")
        assert name in line
        assert reason in line


@pytest.mark.parametrize("bad", ["none", "empty.txt", "noise.txt", "german.txt", "huge.txt", "lost.txt"])
def test_when_nothing_could_be_read_the_exit_code_is_2(folder: Path, bad: str):
    make_bad(folder)
    done = typed(folder, "read", bad)
    assert done.returncode == 2
    assert json.loads(done.stdout)["unread"][0]["name"] == bad
    assert "Traceback" not in done.stderr


def test_empty_standard_input_is_unread(folder: Path):
    assert typed(folder, "read", "-").returncode == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("read",), "PATH"),
        (("read", "bridge.txt", "--fromat", "json"), "--fromat"),
        (("read", "bridge.txt", "--format", "yaml"), "brief"),
        (("read", "bridge.txt", "--published", "31/05/2024"), "2024-05-31"),
        (("read", "bridge.txt", "--published", "2024-02-30"), "--published"),
        (("read", "bridge.txt", "--published", "2024-05-31T14:30"), "+02:00"),
        (("reed", "bridge.txt"), "reed"),
        (("explain", "rely"), "relay"),
        (("explain", "zzz"), "not explained"),
    ],
)
def test_a_wrong_command_line_is_told_what_is_wrong(folder: Path, words: tuple[str, ...], told: str):
    done = typed(folder, *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_the_schema_is_printed(folder: Path):
    assert json.loads(typed(folder, "schema").stdout)["$schema"].endswith("2020-12/schema")


def test_a_word_of_the_trade_is_explained(folder: Path):
    assert typed(folder, "explain", "relay").stdout.startswith("relay: ")


def test_the_demonstration_ends_with_what_to_try_next(folder: Path):
    done = typed(folder, "demo")
    assert done.returncode == 0
    assert "HANDLE WITH CARE" in done.stdout
    assert "onrecord read page.txt" in done.stdout


def test_the_version_is_that_of_the_package(folder: Path):
    assert run(folder, "--version").stdout.startswith("onrecord ")


def test_help_is_given_without_a_command_and_names_every_command(folder: Path):
    done = run(folder)
    assert done.returncode == 0
    assert all(command in done.stdout for command in ("read", "schema", "demo", "explain"))


def test_help_loads_no_stage(folder: Path):
    code = (
        "import sys, onrecord.serve.cli; print([name for name in sys.modules if name.startswith('onrecord.extract') or name == 'pydantic'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_stops_early_is_no_error(folder: Path):
    (folder / "long.txt").write_text(
        BRIDGE + "\n".join(f"Line {n} of the long report, {BRIDGE.splitlines()[4]}" for n in range(120)), encoding="utf-8"
    )
    command = [sys.executable, "-m", "onrecord", "read", "long.txt", "--with-text"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.read(10)
        started.stdout.close()
        assert started.stderr.read() == b""


def test_an_interrupt_ends_the_work_quietly(folder: Path):
    heeding = (
        "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); runpy.run_module('onrecord', run_name='__main__')"
    )
    with subprocess.Popen(  # a shell that runs the tests in the background has told its children to pass over interrupts
        [sys.executable, "-c", heeding, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    ) as started:
        time.sleep(2.0)  # by now it waits for standard input
        started.send_signal(signal.SIGINT)
        try:
            assert started.wait(20) == 130
        finally:
            started.kill()
        assert started.stderr is not None
        assert b"Traceback" not in started.stderr.read()
