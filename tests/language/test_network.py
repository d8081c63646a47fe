"""The shipped network, as it is shipped."""

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.decoding import ROLES
from onrecord.language.features import cut_chunks
from onrecord.language.marks import Marks
from onrecord.language.network import _marked, load_weights, mark_paragraphs
from onrecord.language.sentences import split_sentences

NEWS = (
    "The harbour master of Orlen, Ilse Tarn, said on Friday that the northern quay would stay shut until the crane had been tested.",
    "“Nobody was hurt,” she told reporters. “We were lucky.”",
    "The dockers’ union wants the harbour company to replace all six cranes. According to its spokesman, Piet Haal, two are unsafe.",
    "The quay was built in 1962.",
)


def marks_of(*paragraphs: str) -> tuple[str, Marks]:
    text = "\n".join(paragraphs)
    starts = [sum(len(p) + 1 for p in paragraphs[:i]) for i in range(len(paragraphs))]
    return text, mark_paragraphs([split_sentences(text, start, start + len(p)) for start, p in zip(starts, paragraphs, strict=True)])


def said(text: str, marks: Marks) -> list[tuple[str | None, str, str]]:
    return [
        (a.source.of(text) if a.source else None, a.cue.of(text), " … ".join(span.of(text) for span in a.content))
        for a in marks.attributions or ()
    ]


def test_who_says_what_is_marked_in_plain_news() -> None:
    text, marks = marks_of(*NEWS)
    found = said(text, marks)
    assert any("the northern quay would stay shut" in content for source, _, content in found if source and "Ilse Tarn" in source)
    assert any("Nobody was hurt" in content for source, cue, content in found if source == "she" and cue.startswith("told"))


def test_what_somebody_wants_is_marked_though_no_verb_of_saying_stands_there() -> None:
    text, marks = marks_of(*NEWS)
    assert any(cue == "wants" and source == "The dockers’ union" for source, cue, _ in said(text, marks))


def test_what_the_page_itself_tells_is_not_marked() -> None:
    assert marks_of("The quay was built in 1962. It is 300 metres long.")[1].attributions == ()


def test_people_and_places_are_marked_as_names() -> None:
    text, marks = marks_of(*NEWS)
    names = {name.span.of(text): name.kind for name in marks.names}
    assert (names["Ilse Tarn"], names["Piet Haal"], names["Orlen"]) == ("person", "person", "place")


def test_a_mark_on_nothing_but_the_break_between_paragraphs_is_no_mark() -> None:
    (chunk,) = cut_chunks([split_sentences("It rained."), split_sentences("It stopped.")])
    inside = [0, 0, 0, 1, 0, 0, 0]
    assert (chunk.tokens[3], _marked(chunk, inside, ROLES)) == (-1, [])
    assert _marked(chunk, [0, 0, 1, 2, 0, 0, 0], ROLES) == [("source", (2, 3))]


def test_an_empty_page_has_no_marks() -> None:
    assert marks_of("") == ("", Marks((), ()))


def test_the_same_page_always_has_the_same_marks() -> None:
    assert marks_of(*NEWS) == marks_of(*NEWS)


def test_what_is_shipped_stays_under_eight_megabytes() -> None:
    folder = files("onrecord.language") / "weights"
    assert sum(len(file.read_bytes()) for file in folder.iterdir() if file.is_file()) <= 8_000_000


def test_the_vocabulary_holds_each_word_once() -> None:
    words = (files("onrecord.language") / "weights" / "words.txt").read_text(encoding="utf-8").split("\n")
    assert words[0] == ""
    assert len(words) == len(set(words)) == len(load_weights().vocabulary) + 1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from([*NEWS, "“", "No!", "\u2028 x", "¶ ¶", "a" * 90, "said said said", "word " * 300, "7", "🙂 she said"]), max_size=7
    )
)
def test_every_mark_lies_in_the_text_and_no_two_roles_share_a_word(paragraphs: list[str]) -> None:
    text, marks = marks_of(*(p.replace("\n", " ") for p in paragraphs))
    taken: set[int] = set()
    for one in marks.attributions or ():
        for span in (one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert not taken & set(range(*span))
            taken |= set(range(*span))
        assert 0 < one.weight <= 1
    assert all(a.span.end <= b.span.start for a, b in zip(marks.names, marks.names[1:], strict=False))


@pytest.mark.parametrize("length", [1, 127, 128, 129, 400])
def test_a_page_of_any_length_is_read(length: int) -> None:
    text, marks = marks_of(("rain " * (length - 1) + "fell").strip())
    assert marks.attributions is not None
    assert len(text.split()) == length


def test_the_vocabulary_holds_words_and_no_headlines() -> None:
    words = (files("onrecord.language") / "weights" / "words.txt").read_text(encoding="utf-8").split("\n")
    assert [word for word in words if word.count("-") > 2 or len(word) > 24] == []
