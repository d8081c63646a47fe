from hypothesis import given
from hypothesis import strategies as st

from onrecord.serve.layout import Paper, clean


def bare(line: str) -> str:
    """Take the colours off."""
    return line.replace("\x1b[1m", "").replace("\x1b[0m", "")


@given(st.text(max_size=60), st.text(max_size=200), st.integers(40, 80))
def test_colour_changes_no_word_and_no_line(lead: str, text: str, width: int):
    plain = Paper(width).lines(text, first="  L7  ", rest="      ", lead=lead, style="bold")
    coloured = Paper(width, colour=True).lines(text, first="  L7  ", rest="      ", lead=lead, style="bold")
    assert [bare(line) for line in coloured] == plain
    assert all(len(line) <= width for line in plain)


def test_opening_words_that_fill_two_lines_are_coloured_on_both():
    lines = Paper(20, colour=True).lines(" it is shut", lead="Mayor Odile Hartmann of Pellin:", style="bold")
    assert [line.count("\x1b[1m") for line in lines] == [1, 1, 0]


def test_what_would_steer_the_terminal_is_taken_out_of_a_page_s_words():
    assert "\x1b" not in clean("Bridge \x1b[31mshut\x07")
    assert "\x1b" not in "".join(Paper(40).lines("Bridge \x1b]0;hacked\x07shut"))
