"""A small page costs next to nothing but what must be loaded to read it."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HTML = (
    "<html><head><title>A quay shut</title></head><body><h1>A quay shut</h1><p>The quay is shut, the port said on Friday.</p></body></html>"
)
TEXT = "A quay shut\n\nThe quay is shut, the port said on Friday.\n"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # what is compiled is compiled once
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True, env=env)


def cost(*words: str) -> float:
    """Give the seconds of computing of a run and of the processes that it starts: the least of three, after one that compiles."""
    run("-m", "onrecord", *words)
    costs = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run("-m", "onrecord", *words)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(costs)


@pytest.mark.parametrize(("name", "content", "most"), [("quay.txt", TEXT, 1.2), ("quay.html", HTML, 1.7)])
def test_a_small_page_is_read_in_little_computing_time(tmp_path: Path, name: str, content: str, most: float) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert cost("read", str(tmp_path / name)) < most


def test_help_is_given_in_little_computing_time() -> None:
    assert cost("--help") < 0.4


def test_a_plain_page_is_read_without_what_is_for_other_inputs_and_orders(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from onrecord.__main__ import main; main();"
        "unneeded = {'typer', 'pydantic', 'pydantic_core', 'lxml', 'trafilatura', 'htmldate', 'feedparser', 'pyarrow', 'numpy.ma'};"
        "sys.stderr.write(repr(sorted(unneeded & {*sys.modules})))"
    )
    assert run("-c", code, "read", str(tmp_path / "quay.txt")).stderr == "[]"
