"""The exceptions: each says what, where and what to do, and each is drawn in the tree."""

import re
from pathlib import Path

import pytest

from onrecord import errors
from onrecord.errors import BadDateError, OnrecordError


def test_a_message_says_where_what_and_what_to_do() -> None:
    error = OnrecordError("the colour is unknown", where="--colour", remedy="write yes or no")
    assert str(error) == "--colour: the colour is unknown; write yes or no"
    assert (error.where, error.what, error.remedy) == ("--colour", "the colour is unknown", "write yes or no")


@pytest.mark.parametrize("given", ["tomorrow", "31.05.2024", ""])
def test_a_date_that_is_none_is_named_with_the_form_it_should_have(given: str) -> None:
    message = str(BadDateError(given, where="--published"))
    assert message.startswith(f'--published: "{given}"')
    assert "2024-05-31" in message


def test_the_command_line_exits_with_2_on_every_error_of_ours() -> None:
    assert BadDateError("soon", where="--published").exit_code == 2


def test_the_tree_in_the_docstring_draws_every_exception() -> None:
    ours = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, OnrecordError)}
    assert set(re.findall(r"^\s+(\w+Error)\b", errors.__doc__ or "", re.MULTILINE)) == ours


def test_no_exception_waits_for_a_use() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(errors.__file__).parent.rglob("*.py"))
    assert [kind.__name__ for kind in OnrecordError.__subclasses__() if f"raise {kind.__name__}(" not in source] == []
