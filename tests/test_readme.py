"""The README shows what the program prints, and names only what there is."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from onrecord.pipeline import read
from onrecord.serve.brief import render_brief
from tests.serve.desk import typed

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def blocks_of(text: str) -> list[list[str]]:
    """Give the runs of lines between empty lines and lines of "…" alone, which stand for lines left out."""
    return [block.splitlines() for block in re.split(r"(?:^[ …]*\n)+", text, flags=re.MULTILINE) if block]


def test_the_brief_shown_is_printed_by_the_demonstration_block_by_block_in_this_order() -> None:
    brief = render_brief(read([str(ROOT / "src/onrecord/serve/demo")]), width=80, colour=False).splitlines()
    (shown,) = fenced("text")
    at = 0
    for block in blocks_of(shown):
        found = next((i for i in range(at, len(brief)) if brief[i : i + len(block)] == block), None)
        assert found is not None, f"not printed, or not in this order: {block}"
        at = found + len(block)


def test_the_session_shown_is_what_a_desk_sees_that_adds_the_pages_of_the_demonstration(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src/onrecord/serve/demo", tmp_path, dirs_exist_ok=True)
    (session,) = fenced("session")
    for shown in session.split("$ onrecord ")[1:]:
        command, _, output = shown.partition("\n")
        printed = without_ids(typed(tmp_path, *shlex.split(command)).stdout)
        assert all(without_ids("\n".join(block)) in printed for block in blocks_of(output)), printed


def without_ids(text: str) -> str:
    """Give a text without the ids of claims, which depend on what else a record holds."""
    return re.sub(r"\bc[\w-]*\d\w*\b", "c", text)


@pytest.mark.parametrize("line", [line for block in fenced("sh") for line in block.splitlines() if line.startswith("onrecord ")])
def test_every_command_shown_is_one_that_there_is(line: str, tmp_path: Path) -> None:
    command, *words = line.split("#")[0].split()[1:]
    done = typed(tmp_path, command, "--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in words if word.startswith("--"))


def test_what_the_corrections_shown_print_is_printed_by_the_demonstration(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src/onrecord/serve/demo", tmp_path / "demo")
    assert typed(tmp_path, "add", "demo").returncode == 0
    (shown,) = fenced("console")
    for command, printed in re.findall(r"^\$ onrecord (.*)\n((?:[^$].*\n)+)", shown, re.MULTILINE):
        assert typed(tmp_path, *shlex.split(command)).stdout == printed


@pytest.mark.parametrize("target", re.findall(r"make (\w+)", README))
def test_every_make_target_named_is_one_that_there_is(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", re.findall(r"\]\(([\w/.-]+)\)", README))
def test_every_page_linked_is_one_that_there_is(path: str) -> None:
    assert (ROOT / path).is_file()
