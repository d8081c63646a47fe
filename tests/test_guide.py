"""The guide is run from its first block to its last, and shows what was printed; `--rewrite-stories` writes what is printed now."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

import onrecord
from tests.serve.desk import typed

GUIDE = Path(__file__).parent.parent / "docs" / "guide.md"
BLOCK = re.compile(
    r"^```(?P<kind>text|console|python)(?: (?P<name>\S+))?\n(?P<body>.*?)^```\n(?:\n```text\n.*?^```\n)?", re.MULTILINE | re.DOTALL
)


def printed_by_command(line: str) -> str:
    _, *words = shlex.split(line)
    done = typed(Path.cwd(), *words)
    assert not done.returncode, line
    return done.stdout


def printed_by_python(code: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, str(GUIDE), "exec"), names)
    return out.getvalue()


def run(guide: str) -> str:
    """Run the blocks of the guide one after another, and give the guide with what they print."""
    names: dict[str, object] = {}

    def ran(block: re.Match[str]) -> str:
        kind, name, body = block["kind"], block["name"], block["body"]
        if kind == "text":
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(body, encoding="utf-8")
            return block.group()
        if kind == "console":
            commands = [line for line in body.splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(f"{line}\n{printed_by_command(line[2:])}" for line in commands) + "```\n"
        printed = printed_by_python(body, names)
        ending = "" if printed.endswith("\n") else "\n"
        return f"```python\n{body}```\n" + (f"\n```text\n{printed}{ending}```\n" if printed else "")

    return BLOCK.sub(ran, guide)


def test_the_guide_shows_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shown = GUIDE.read_text(encoding="utf-8")
    printed = run(shown)
    if request.config.getoption("--rewrite-stories"):
        GUIDE.write_text(printed, encoding="utf-8")
    assert shown == printed


def test_the_guide_names_only_what_there_is() -> None:
    named = set(re.findall(r"\bonrecord\.([a-z_]+)\b(?!\.)", GUIDE.read_text(encoding="utf-8"))) - {"db"}
    assert named
    assert named <= set(onrecord.__all__)
