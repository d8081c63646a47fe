"""Measures all that onrecord promises on the shared development parts in one run, and fails when a figure falls below its floor.

    python bench/quality.py                          measure everything and compare with bench/floors.json
    python bench/quality.py --only attribution,names
    python bench/quality.py --date 2026-11-22        and keep the figures in bench/measured.json, for `make docs`
    python bench/quality.py --update                 and raise the floors to what was measured; none is lowered
    python bench/quality.py --update --lower NAME    and lower this one

Exit codes: 0, all well; 1, a figure fell; 2, the shared folder or a word of the command line is wrong.
"""

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, it finds its neighbours

from bench.floors import Fall, find_falls, part_of, raise_floors
from bench.parts import PARTS, Measured
from bench.workbench import MissingError, UnmeasurableError, Workbench, tell

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.json"
MEASURED = ROOT / "bench" / "measured.json"
FELL, WRONG = 1, 2
"""Exit codes."""
Keep = Callable[[Mapping[str, Measured]], None]
"""Keeps what a part measured."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure, compare, and keep what is to be kept; gives the exit code."""
    asked = _read_words(words)
    try:
        with tempfile.TemporaryDirectory(prefix="onrecord-quality-") as scratch:
            measured, unmeasured = measure(asked.only, Workbench(asked.shared.resolve(), Path(scratch), asked.first), keep=_keeper(asked))
    except MissingError as error:
        tell(str(error))
        return WRONG
    figures = {name: value for part in measured.values() for name, value in part.figures.items()}
    _print(figures)
    if asked.first is not None:
        tell("measured on the first pages alone: nothing is compared or kept")
        return 0
    floors = _load(FLOORS)
    if unknown := sorted(set(asked.lower) - set(figures)):
        tell(f"not measured, so not lowered: {', '.join(unknown)}")
        return WRONG
    if asked.update:
        floors = raise_floors(figures, floors, lower=asked.lower)
        _save(FLOORS, floors)
    falls = find_falls(figures, floors, measured) + [Fall(name, floors[name], None) for name in floors if part_of(name) in unmeasured]
    for fall in falls:
        tell(str(fall))
    return FELL if falls else 0


def measure(parts: Sequence[str], bench: Workbench, *, keep: Keep) -> tuple[dict[str, Measured], list[str]]:
    """Measure parts by name and keep each as it is done; gives what was measured, and the names of those that onrecord cannot do."""
    measured: dict[str, Measured] = {}
    unmeasured = []
    for name in parts:
        start = time.monotonic()
        try:
            measured[name] = PARTS[name](bench)
        except UnmeasurableError as error:
            unmeasured.append(name)
            tell(f"{name}: cannot be measured: {error}")
        else:
            keep({name: measured[name]})
            tell(f"{name}: measured in {time.monotonic() - start:.0f} s")
    return measured, unmeasured


def merge(before: Mapping[str, Any], measured: Mapping[str, Measured], *, date: str, of: str) -> dict[str, Any]:
    """Put what was measured in the place of the earlier figures of the same parts; each part has its date and version."""
    figures, tables, parts = ({**before.get(name, {})} for name in ("figures", "tables", "parts"))
    for name, part in measured.items():
        for kept, new in ((figures, part.figures), (tables, part.tables)):
            for old in [one for one in kept if part_of(one) == name]:
                del kept[old]
            kept.update(new)
        parts[name] = {"date": date, "version": of}
    return {"figures": dict(sorted(figures.items())), "parts": dict(sorted(parts.items())), "tables": dict(sorted(tables.items()))}


def _keeper(asked: argparse.Namespace) -> Keep:
    """Make what keeps a part's figures in the file of measured figures; it keeps nothing without a date, or of the first pages alone."""

    def keep(measured: Mapping[str, Measured]) -> None:
        if asked.date and asked.first is None:
            _save(MEASURED, merge(_load(MEASURED), measured, date=asked.date, of=version("onrecord")))

    return keep


def _read_words(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="quality.py", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with data, stories and tools")
    parser.add_argument("--only", type=_part_names, default=list(PARTS), metavar="PART,...", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--date", type=_date, help="keep the figures in bench/measured.json under this ISO date")
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures measured")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME", help="with --update: lower this floor too")
    parser.add_argument("--first", type=int, metavar="N", help="for trying: the first N pages of attribution, timex and speed")
    return parser.parse_args(words)


def _part_names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return names


def _date(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise argparse.ArgumentTypeError(f"{text} is not an ISO date, such as 2024-05-31")
    return text


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded


def _save(path: Path, held: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _print(figures: Mapping[str, float]) -> None:
    for name, value in figures.items():
        sys.stdout.write(f"{name:<50} {value:.4f}\n" if value <= 1 else f"{name:<50} {value:,.0f}\n")


if __name__ == "__main__":
    sys.exit(main())
