"""When things were said and happened."""

import pytest

from onrecord.extract.telling import date_happenings, date_statements
from onrecord.extract.times import find_times
from onrecord.model import Happening, Published, Span
from tests.pages import page, statements_in

WEDNESDAY = Published("2031-04-09", "given", "2031-04-09", "2031-04-09")


def said_on(text: str) -> list[str | None]:
    times = find_times(page(text, published=WEDNESDAY))
    texts = {time.id: time.text for time in times}
    return [texts.get(one.when or "") for one in date_statements(text, statements_in(text), times)]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The mayor said on Sunday that the bridge was safe.", "Sunday"),
        ("On Sunday, the mayor said the bridge was safe.", "Sunday"),
        ("The bridge was safe, the mayor said on Sunday.", "Sunday"),
        ("The bridge was safe on Friday, the mayor said on Sunday.", "Sunday"),
        ("The mayor said that the bridge had fallen on Friday.", None),
        ("The mayor, who took office on Monday, said that the bridge was safe.", None),
        ("The lake froze on Friday. The mayor said that the bridge was safe.", None),
        ("The mayor recently said on Monday that the bridge was safe.", "Monday"),
        ("The mayor said recently that the bridge was safe.", None),
    ],
)
def test_a_statement_was_made_when_its_own_clause_says(sentence: str, when: str | None) -> None:
    assert said_on(sentence) == [when]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The bridge fell on Friday.", "Friday"),
        ("After three hours the bridge fell on Friday.", "Friday"),
        ("The ferry has run since Monday.", None),
        ("A Sunday market drew thousands.", None),
    ],
)
def test_a_happening_took_place_at_the_time_that_its_sentence_names(sentence: str, when: str | None) -> None:
    times = find_times(page(sentence, published=WEDNESDAY))
    told = date_happenings(sentence, [Happening("h1", 0, Span(0, len(sentence)), sentence)], times)
    assert {time.id: time.text for time in times}.get(told[0].when or "") == when
