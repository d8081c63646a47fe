"""The shared folder to gold files, rows for onrecord, exports of it, and what the scorers there say of them."""

import gzip
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

SPEED_RUNS = 5
"""Times that the speed is measured."""
MOST_UNREAD = 0.01
"""Share of rows that may stay unread, as those without a word do; more is a fault."""


class MissingError(Exception):
    """The shared folder lacks what a measurement needs."""


class UnmeasurableError(Exception):
    """onrecord does not do what a measurement asks of it."""


@dataclass(frozen=True, slots=True)
class Workbench:
    """Where the gold and the scorers lie, and where to put what is made of them."""

    shared: Path
    """Folder with `data`, `stories` and `tools`."""
    scratch: Path
    """Empty folder for rows and exports."""
    first: int | None = None
    """Only so many pages of each set, for trying; None takes all."""

    def find(self, *parts: str) -> Path:
        """Find a file or folder of the shared folder."""
        path = self.shared.joinpath(*parts)
        if not path.exists():
            raise MissingError(f"{path} is not there: say with --shared where the folder with data, stories and tools lies")
        return path

    def gold(self, *parts: str) -> Path:
        """Find a gold file of one page a line, cut to the first pages where that is asked for."""
        path = self.find("data", *parts)
        if self.first is None:
            return path
        opener = gzip.open if path.suffix == ".gz" else open
        cut = self.scratch / path.name
        with opener(path, "rt", encoding="utf-8") as whole, opener(cut, "wt", encoding="utf-8") as some:
            some.writelines(line for _, line in zip(range(self.first), whole, strict=False))
        return cut

    def rows(self, kind: str, gold: Path) -> Path:
        """Turn a gold file into rows that onrecord reads."""
        return self._tool(f"{kind}.rows.jsonl", "make_rows.py", kind, str(gold))

    def predictions(self, kind: str, export: Path) -> Path:
        """Turn an export into what the scorers of attributions and times read."""
        return self._tool(f"{kind}.predicted.jsonl", "from_record.py", kind, str(export))

    def score(self, tool: str, *words: str) -> Any:
        """Run a scorer and give the object that it prints."""
        return json.loads(self._tool(f"{tool}.json", tool, *words, "--json").read_text(encoding="utf-8"))

    def export(self, name: str, paths: Sequence[Path], *options: str) -> Path:
        """Read pages with onrecord into a file; complains when it cannot, or when rows were not read as rows."""
        out = self.scratch / f"{name}.export.json"
        failed = _run(["-m", "onrecord", "read", *map(str, paths), "--format", "json", *options], out)
        if failed:
            raise UnmeasurableError(failed)
        read = read_export(out)
        if any(path.name.endswith(".rows.jsonl") for path in paths):
            if any(capture["format"] != "row" for capture in read["captures"]):
                raise UnmeasurableError("onrecord does not read rows")
            _judge_unread(name, read["unread"], len(read["captures"]))
        return out

    def speed(self, rows: Path, *options: str) -> dict[str, float]:
        """Measure, in processes of its own and on one thread, how fast onrecord reads rows; the best of a few runs."""
        out = self.scratch / "speed.json"
        best: dict[str, float] = {}
        for _ in range(SPEED_RUNS):
            failed = _run([str(Path(__file__).parent / "speed.py"), str(rows), *options], out)
            if failed:
                raise UnmeasurableError(failed)
            figures: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
            best = {name: max(value, best.get(name, 0)) for name, value in figures.items()}
        return best

    def beside(self, rows: Path) -> dict[str, float]:
        """Measure, in a process of its own and on one thread, what reading pages costs beside trafilatura."""
        out = self.scratch / "beside.json"
        failed = _run([str(Path(__file__).parent / "pages.py"), str(rows)], out)
        if failed:
            raise UnmeasurableError(failed)
        figures: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
        return figures

    def growth(self, rows: Path) -> dict[str, float]:
        """Measure, in a process of its own and on one thread, what one more page costs when few and when many are there."""
        out = self.scratch / "growth.json"
        failed = _run([str(Path(__file__).parent / "growth.py"), str(rows)], out)
        if failed:
            raise UnmeasurableError(failed)
        figures: dict[str, float] = json.loads(out.read_text(encoding="utf-8"))
        return figures

    def load(self, tool: str) -> ModuleType:
        """Load a tool as a module, to use its functions."""
        path = self.find("tools", tool)
        spec = importlib.util.spec_from_file_location(path.stem, path)
        if spec is None or spec.loader is None:
            raise MissingError(f"{path} is not a Python module")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def _tool(self, out: str, tool: str, *words: str) -> Path:
        path = self.scratch / out
        failed = _run([str(self.find("tools", tool)), *words], path)
        if failed:
            raise UnmeasurableError(f"{tool}: {failed}")
        return path


def tell(text: str) -> None:
    """Tell the one who measures how it goes, on standard error."""
    sys.stderr.write(f"quality: {text}\n")
    sys.stderr.flush()


def _judge_unread(name: str, unread: Sequence[Mapping[str, str]], read: int) -> None:
    """Tell of rows that were not read, and complain when they are too many for the figures to mean anything."""
    if not unread:
        return
    said = f"{len(unread)} of {len(unread) + read} rows were not read, the first of them {unread[0]['name']}: {unread[0]['reason']}"
    if len(unread) > MOST_UNREAD * (len(unread) + read):
        raise UnmeasurableError(said)
    tell(f"{name}: {said}")


def read_export(path: Path) -> Any:
    """Read an export in the form of one JSON object."""
    return json.loads(path.read_text(encoding="utf-8"))


def _run(words: Sequence[str], out: Path) -> str:
    """Run a Python program with its output in a file; give its last words when it failed, or else nothing."""
    with out.open("w", encoding="utf-8") as stream:
        done = subprocess.run(
            [sys.executable, *words], stdout=stream, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False, env=_one_thread()
        )
    said = [line for line in done.stderr.splitlines() if line[:1].strip()]
    return "" if done.returncode == 0 else (" | ".join(said[-2:]) or f"exit code {done.returncode}")


def _one_thread() -> Mapping[str, str]:
    root = str(Path(__file__).parent.parent)
    return {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": root, "PYTHONUTF8": "1"}
