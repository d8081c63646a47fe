"""Writes what the documentation takes from the code and from what was measured: glossary, tree and layers, tables of figures."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from onrecord.terms import render_glossary

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script, it finds the bench

from bench.tables import load_measured, render_tables

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "onrecord"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
GLOSSARY = ROOT / "docs" / "glossary.md"
MEASURED_PAGES = (ROOT / "docs" / "accuracy.md", ROOT / "docs" / "model-card.md")


def main() -> None:
    """Write docs/glossary.md and the generated parts of the other pages."""
    GLOSSARY.write_text(render_glossary(), encoding="utf-8")
    ARCHITECTURE.write_text(render_architecture(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8")
    for page in MEASURED_PAGES:
        page.write_text(render_tables(page.read_text(encoding="utf-8"), load_measured()), encoding="utf-8")


def render_architecture(page: str) -> str:
    """Render the architecture page anew: the written parts as they are, the tree and the layers as the code has them."""
    for name, content in (("tree", render_tree()), ("layers", "\n".join(layers()))):
        start = page.index(f"<!-- {name} -->")
        end = page.index(f"<!-- end of {name} -->", start)
        page = f"{page[:start]}<!-- {name} -->\n```\n{content}\n```\n{page[end:]}"
    return page


def layers() -> list[str]:
    """List the layers that import-linter checks, high to low."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    return [layer for contract in contracts if contract["type"] == "layers" for layer in contract["layers"]]


def render_tree() -> str:
    """Draw every module with the first sentence of its docstring, low layers first, so that it is read the data's way."""
    order = [name for layer in reversed(layers()) for name in re.split(r"\s*\|\s*", layer)]
    top = sorted(_children(PACKAGE), key=lambda path: (path.stem != "__init__", order.index(path.stem) if path.stem in order else -1))
    rows = [("src/onrecord/", "")]
    for path in top:
        rows += _rows(path, depth=1)
    return "\n".join(f"{left:<24}{sentence}".rstrip() for left, sentence in rows)


def _rows(path: Path, depth: int) -> Iterator[tuple[str, str]]:
    indent = "  " * depth
    if path.suffix == ".py":
        yield f"{indent}{path.name}  ", first_sentence(path)
        return
    yield f"{indent}{path.name}/  ", first_sentence(path / "__init__.py")
    for child in sorted(_children(path), key=lambda path: path.name):
        if child.name != "__init__.py":
            yield from _rows(child, depth + 1)


def _children(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]


def first_sentence(module: Path) -> str:
    """Give the first sentence of a module's docstring on one line; empty when it has none."""
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    paragraph = " ".join(docstring.split("\n\n")[0].split())
    return re.split(r"(?<=[.]) (?=[A-Z])", paragraph)[0]


if __name__ == "__main__":
    main()
