"""The rules of the house: layers, limits, public names, true documentation, clean lock files."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from flit_core import buildapi

import onrecord
from docs import generate

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def printed_by(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_no_module_imports_what_its_layer_forbids() -> None:
    linter = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    linted = subprocess.run([sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_the_architecture_page_draws_the_modules_and_layers_that_there_are() -> None:
    page = generate.ARCHITECTURE.read_text(encoding="utf-8")
    assert page == generate.render_architecture(page), "run `make docs`"
    assert all(f"  {path.name}" in page for path in MODULES if path.name != "__init__.py")


def test_the_glossary_page_holds_the_terms_that_there_are() -> None:
    from onrecord.terms import render_glossary

    assert generate.GLOSSARY.read_text(encoding="utf-8") == render_glossary(), "run `make docs`"


def test_a_decision_takes_at_most_eight_lines_and_says_what_would_change_it() -> None:
    decisions = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert [text for text in decisions if len(text.strip().splitlines()) > 8 or "Would change our mind:" not in text] == []


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_opens_with_one_sentence_that_fits_its_line_in_the_tree(module: Path) -> None:
    sentence = generate.first_sentence(module)
    assert sentence.endswith((".", ":")), f"no sentence: {sentence!r}"
    assert len(sentence) <= 140


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_is_longer_than_400_lines_and_no_function_than_40(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, FUNCTIONS)]
    assert len(text.splitlines()) <= 400
    assert [node.name for node in functions if lines_of(node) > 40] == []


def lines_of(function: FUNCTIONS) -> int:
    """Lines of a function without its docstring, which may hold examples."""
    opening = function.body[0]
    documented = isinstance(opening, ast.Expr) and isinstance(opening.value, ast.Constant)
    return (function.end_lineno or 0) - function.lineno + 1 - ((opening.end_lineno or 0) - opening.lineno + 1 if documented else 0)


def test_the_public_names_are_these() -> None:
    assert onrecord.__all__ == [
        "BadDateError",
        "Given",
        "OnrecordError",
        "Record",
        "RecordError",
        "RecordFile",
        "as_json",
        "explain",
        "export",
        "load",
        "open_record",
        "read",
        "record_schema",
        "render_brief",
    ]


@pytest.mark.parametrize("name", onrecord.__all__)
def test_a_public_name_is_what_its_module_defines(name: str) -> None:
    value = getattr(onrecord, name)
    assert value.__name__ == name
    assert value.__module__.startswith("onrecord.")
    assert value.__doc__


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scoop'"):
        getattr(onrecord, "scoop")  # noqa: B009
    assert dir(onrecord) == onrecord.__all__


def test_importing_onrecord_loads_no_stage_and_nothing_heavy() -> None:
    loaded = printed_by([sys.executable, "-c", "import onrecord, sys; print(*sys.modules)"]).split()
    heavy = {"charset_normalizer", "dataclasses", "inspect", "pydantic", "rich", "typer"}
    assert "onrecord" in loaded
    assert [name for name in loaded if name.startswith("onrecord.") or name in heavy] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_hashes_and_no_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r".*(?:://|file:|@|index-url|find-links|trusted-host).*", text) == []
    pinned = re.findall(r"^(?!#)\S.*$", text, re.MULTILINE)
    assert [line for line in pinned if not re.match(r"[a-z0-9._-]+==\S+ (?:; .+ )?\\$", line)] == []
    assert text.count("--hash=sha256:") >= len(pinned)


def test_the_lock_files_hold_all_that_the_project_asks_for_in_the_same_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = (
        dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / f"requirements{kind}.lock").read_text(), re.MULTILINE)) for kind in ("", "-dev")
    )
    asked = {
        name: [re.split(r"[<>=~!;\[ ]", one)[0].replace("_", "-") for one in project["dependency-groups"][name]]
        for name in ("build", "dev")
    }
    needed = [re.split(r"[<>=~!;\[ ]", one)[0] for one in project["project"]["dependencies"]]
    assert set(needed + asked["build"]) <= set(run)
    assert set(asked["dev"]) <= set(dev)
    assert run.items() <= dev.items()


def test_the_package_holds_its_types_marker_its_licence_and_the_demo_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    wheel = tmp_path / buildapi.build_wheel(str(tmp_path))
    names = zipfile.ZipFile(wheel).namelist()
    packed = {name.removeprefix("onrecord/") for name in names if name.startswith("onrecord/")}
    kept = {path.relative_to(ROOT / "src" / "onrecord").as_posix() for path in (ROOT / "src" / "onrecord").rglob("*") if path.is_file()}
    assert packed == {name for name in kept if "__pycache__" not in name}
    assert any(name.endswith("licenses/LICENSE") for name in names)
