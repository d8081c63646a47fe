import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.quotations import find_quotations


def quoted_in(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"),
        ('"', '"'),
        ("«", "»"),
        ("„", "”"),
        ("‘", "’"),
        ("'", "'"),
        ("''", "''"),
        pytest.param("„", "“", marks=pytest.mark.xfail(strict=True, reason="After a low opening mark the raised “ closes.")),
        pytest.param("``", "''", marks=pytest.mark.xfail(strict=True, reason="Typewriter marks of old wire feeds are not known.")),
    ],
)
def test_words_between_marks_of_any_kind_are_a_quotation(opening: str, closing: str) -> None:
    assert quoted_in(f"{opening}We left early,{closing} she said.") == ["We left early,"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He shouted ‘Run!’ at us,” she said.", "He shouted ‘Run!’ at us,"),
        ("“It was ‘odd’ and ‘loud’,” she said.", "It was ‘odd’ and ‘loud’,"),
        pytest.param(
            "‘He shouted “Run!” at us,’ she said.",
            "He shouted “Run!” at us,",
            marks=pytest.mark.xfail(
                strict=True, reason="British pages put double marks inside single ones: the outer pair is the quotation."
            ),
        ),
    ],
)
def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one(text: str, inner: str) -> None:
    assert quoted_in(text) == [inner]


@pytest.mark.parametrize(
    "text",
    [
        "the boys' school and the girls' school",
        "rock ’n’ roll in the ’90s",
        "It’s Orvik’s oldest quay, isn’t it",
        "a plank 5' 11\" long",
        "“",
        '"',
        "",
    ],
)
def test_apostrophes_inches_and_lone_marks_are_no_quotation(text: str) -> None:
    assert quoted_in(text) == []


def test_a_plural_in_single_marks_does_not_end_the_quotation() -> None:
    assert quoted_in("‘We saw the boys’ boat,’ he said.") == ["We saw the boys’ boat,"]


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“We left early. Nobody stayed."
    (only,) = find_quotations(text)
    assert (only.inner.of(text), only.closed) == ("We left early. Nobody stayed.", False)


def test_a_mark_turned_the_wrong_way_still_opens() -> None:
    assert quoted_in("It sank on Friday.”We left,” she said.") == ["We left,"]


def test_two_quotations_side_by_side_are_two() -> None:
    assert quoted_in("“We left.” “We came.”") == ["We left.", "We came."]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "“One.” “Two.”"
    assert [q.inner.of(text) for q in find_quotations(text, 7)] == ["Two."]


MARKED = st.text(alphabet=st.sampled_from(list("“”\"'‘’«»„ ab.,s\n")), max_size=80) | st.text(max_size=80)


@given(MARKED)
def test_quotations_come_in_order_apart_from_each_other_and_inside_the_text(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= q.outer.start <= q.inner.start <= q.inner.end <= q.outer.end <= len(text) for q in found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(found))
    assert found == find_quotations(text)


@pytest.mark.parametrize("piece", ['"', "“", "”", "'", "‘", "’", "“”", "‘a ", "'a ", "boys' ", "„", "''"])
def test_hostile_text_is_read_in_time(piece: str) -> None:
    start = time.process_time()
    find_quotations((piece * 20_000)[:20_000])
    assert time.process_time() - start < 2
