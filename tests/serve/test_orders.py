"""Plain words to read pages are understood as the parser of options understands them, at a fraction of its cost."""

import pytest

from onrecord.serve import cli
from onrecord.serve.orders import Order, understand

PLAIN = (
    ("a.html",),
    ("a.html", "b.txt", "--format", "json"),
    ("--format", "brief", "--show-dropped", "folder", "-"),
    ("a.html", "--with-text", "--with-names", "--lane", "bulk"),
    ("--published", "2031-05-31", "--outlet", "Westmark Courier", "a.html"),
)


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_are_understood_as_the_parser_of_options_does(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    carried_out: list[Order] = []
    monkeypatch.setattr(cli, "carry_out", carried_out.append)
    cli.app(["read", *words], standalone_mode=False)
    [parsed] = carried_out
    assert understand(["read", *words]) == parsed._replace(paths=tuple(parsed.paths), extras=tuple(parsed.extras))


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("read",),
        ("read", "--help"),
        ("read", "a.html", "--format=json"),
        ("read", "a.html", "--format", "xml"),
        ("read", "a.html", "--outlet"),
        ("read", "a.html", "--outlet", "--with-text"),
        ("read", "--", "a.html"),
        ("news", "a.html"),
    ],
)
def test_other_words_are_left_to_the_parser_of_options(words: tuple[str, ...]) -> None:
    assert understand(words) is None
