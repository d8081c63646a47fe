from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.language.marks import Marks
from onrecord.language.sentences import Sentence, split_sentences
from onrecord.language.tagger import TAGGERS, RuleTagger, WordClass
from tests.pages import page


def tagged(text: str) -> list[tuple[str, WordClass]]:
    (sentence,) = split_sentences(text)
    return [(token.text, word) for token, word in zip(sentence.tokens, RuleTagger().tag(sentence), strict=True)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The ferry left Orvik.", "The", "determiner"),
        ("The ferry left Orvik.", "ferry", "noun"),
        ("The ferry left Orvik.", "left", "verb"),
        ("The ferry left Orvik.", "Orvik", "name"),
        ("The crew has waited.", "has", "auxiliary"),
        ("The crew has waited.", "waited", "ed"),
        ("They were rowing badly.", "rowing", "ing"),
        ("They were rowing badly.", "badly", "adverb"),
        ("The family was told that.", "family", "noun"),
        ("They met in the morning.", "morning", "noun"),
        ("She said that it sank.", "that", "that"),
        ("Orvik’s mayor left.", "’s", "possessive"),
        ("Some 12 boats sank.", "12", "number"),
        ("It sank because it leaked.", "because", "subordinator"),
        ("It sank and burned.", "and", "conjunction"),
        ("It sank off Orvik.", "off", "preposition"),
        ("It helped us row.", "us", "pronoun"),
        ("It helped US crews.", "US", "name"),
        ("The vote in May failed.", "May", "name"),
        ("They lost today’s vote.", "today", "noun"),
    ],
)
def test_a_word_has_its_class(text: str, word: str, expected: WordClass) -> None:
    assert dict(tagged(text))[word] == expected


@given(st.text(max_size=150))
def test_every_token_gets_one_class(text: str) -> None:
    for sentence in split_sentences(text):
        assert len(RuleTagger().tag(sentence)) == len(sentence.tokens)


def test_the_rules_are_the_tagger_that_is_there_by_name() -> None:
    assert isinstance(TAGGERS["rules"](), RuleTagger)


def test_another_tagger_takes_the_place_of_the_rules() -> None:
    @dataclass(frozen=True)
    class AllMarks:
        def tag(self, sentence: Sentence) -> tuple[WordClass, ...]:
            return tuple("mark" for _ in sentence.tokens)

        def mark(self, paragraphs: Sequence[Sequence[Sentence]], *, names: bool = True) -> Marks:
            return Marks((), None)

    news = page("The mayor said the dam was safe.")
    assert len(find_statements(news)[0]) == 1
    assert find_statements(news, read_page(news, AllMarks())) == ((), ())
