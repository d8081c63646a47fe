import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.phrases import Tagged, phrase_after, phrase_before, skip_time
from onrecord.language.sentences import split_sentences
from onrecord.language.tagger import RuleTagger


def read(text: str) -> Tagged:
    sentence = split_sentences(text)[0]
    return Tagged(sentence, RuleTagger().tag(sentence))


def place(tagged: Tagged, word: str) -> int:
    return next(i for i, token in enumerate(tagged.tokens) if token.text == word)


PHRASES = [
    "the mayor",
    "the mayor of Orvik",
    "Ilse Tarn",
    "she",
    "two residents",
    "the interior ministry",
    "Orvik’s interior ministry",
    "the head of the port in Orvik",
    "Sten Orval and Ilse Tarn",
    "the mayor and his deputy",
    "several retired engineers",
    "the newly elected council",
    "the Ports Authority (PHA)",
    "dealers close to the auction",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_phrase_before_a_verb_is_found_whole(phrase: str) -> None:
    tagged = read(f"{phrase[0].upper()}{phrase[1:]} said the dam was safe.")
    end = place(tagged, "said")
    start = phrase_before(tagged, end)
    assert start is not None
    assert (start, tagged.tokens[end - 1].lower) == (0, read(phrase).tokens[-1].lower)


@pytest.mark.parametrize("phrase", ["Sten Orval and Ilse Tarn", "the mayor and his deputy"])
def test_a_day_in_front_is_no_part_of_a_joined_subject(phrase: str) -> None:
    tagged = read(f"On Monday, {phrase} said the dam was safe.")
    assert phrase_before(tagged, place(tagged, "said")) == 3


@pytest.mark.parametrize("phrase", [p for p in PHRASES if " and " not in p and "close" not in p])
def test_the_phrase_behind_a_verb_is_found_whole(phrase: str) -> None:
    tagged = read(f"“It is safe,” said {phrase}, pointing at the dam.")
    start = place(tagged, "said") + 1
    found = tagged.tokens[start : phrase_after(tagged, start)]
    assert " ".join(t.text for t in found) == " ".join(t.text for t in read(phrase).tokens)


@pytest.mark.parametrize("text", ["It sank and said", "Slowly said", ", said", "They left because said"])
def test_where_no_phrase_ends_none_is_found(text: str) -> None:
    tagged = read(text)
    assert phrase_before(tagged, place(tagged, "said")) is None


def test_where_no_phrase_begins_the_start_comes_back() -> None:
    tagged = read("He said that it sank.")
    assert phrase_after(tagged, 2) == 2


@pytest.mark.parametrize("words", ["late Saturday", "this morning", "earlier", "yesterday", "Monday", "early on"])
def test_a_time_without_a_preposition_is_skipped(words: str) -> None:
    tagged = read(f"He said {words} it sank.")
    assert tagged.word(skip_time(tagged, 2)) in {"it", "on"}


@given(
    st.text(max_size=100)
    | st.lists(st.sampled_from("the of and Ab Orvik mayor ( ) , ’s said he 12 both".split()), max_size=20).map(" ".join)
)
def test_a_phrase_stays_inside_its_sentence(text: str) -> None:
    for sentence in split_sentences(text):
        tagged = Tagged(sentence, RuleTagger().tag(sentence))
        for i in range(len(sentence.tokens) + 1):
            before = phrase_before(tagged, i)
            assert before is None or 0 <= before < i
            assert i <= phrase_after(tagged, i) <= len(sentence.tokens)
