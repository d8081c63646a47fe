import ast
from collections.abc import Iterator
from importlib.resources import files

import pytest

from onrecord.language.english_speech import CUES, STANCES

IN_THEIR_OWN_ORDER = {"WEEKDAYS", "MONTHS"}
"""Lists in the order of the calendar."""


def word_lists(module: str) -> Iterator[tuple[str, list[str]]]:
    """Give the lists of a module as they are written: words in one string, words in brackets, or the keys of a table."""
    for node in ast.parse((files("onrecord.language") / module).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            for part in ast.walk(node.value):
                if isinstance(part, ast.Attribute) and part.attr == "split" and isinstance(part.value, ast.Constant):
                    yield name, part.value.value.split()
                elif isinstance(part, ast.Tuple | ast.List | ast.Set) and all(isinstance(word, ast.Constant) for word in part.elts):
                    yield name, [word.value for word in part.elts]
                elif isinstance(part, ast.Dict):
                    yield name, [key.value for key in part.keys if isinstance(key, ast.Constant)]


LISTS = [
    pytest.param(words, id=f"{module}:{name}")
    for module in ("english.py", "english_counts.py", "english_speech.py")
    for name, words in word_lists(module)
    if name not in IN_THEIR_OWN_ORDER | {"CUES", "STANCES"}
]


def test_there_are_lists_to_look_at() -> None:
    assert len(LISTS) > 40


@pytest.mark.parametrize("words", LISTS)
def test_a_word_list_is_in_the_order_of_the_alphabet_and_holds_each_word_once(words: list[str]) -> None:
    assert words == sorted(set(words), key=str.casefold)


@pytest.mark.parametrize("words", [[row[0] for row in CUES], [row[0] for row in STANCES]])
def test_the_cues_are_in_the_order_of_their_lemmas(words: list[str]) -> None:
    assert words == sorted(set(words))


def test_a_stance_is_no_cue() -> None:
    assert not {row[0] for row in CUES} & {row[0] for row in STANCES}
