"""From labelled texts to what the network is trained on."""

import numpy as np

from onrecord.language.decoding import NAMES, ROLES, spans_of
from training.corpora import Attribution, Labelled, name_kind
from training.examples import UNTOLD, Numbers, make_examples

TEXT = "Mayor Ilse Tarn said the quay was shut.\nIt reopens on Friday, she added."


def span(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def example(**known: object):  # type: ignore[no-untyped-def]
    (made,) = make_examples([Labelled(TEXT, **known)], Numbers(), Numbers())  # type: ignore[arg-type]
    return made


SAID = Attribution(span("Mayor Ilse Tarn"), span("said"), span("the quay was shut"))
ADDED = Attribution(span("she"), span("added"), span("It reopens on Friday"))


def test_the_words_of_each_role_are_marked() -> None:
    made = example(attributions=(SAID, ADDED))
    words = made.chunk.forms
    marked = [(role, " ".join(words[a : b + 1])) for role, (a, b) in spans_of(made.roles.tolist(), ROLES)]
    assert marked == [
        ("source", "Mayor Ilse Tarn"), ("cue", "said"), ("content", "the quay was shut"),
        ("content", "It reopens on Friday"), ("source", "she"), ("cue", "added"),
    ]  # fmt: skip


def test_each_content_is_linked_to_its_own_cue_and_source() -> None:
    said, added = example(attributions=(SAID, ADDED)).links
    words = example().chunk.forms
    assert [words[a] for a, _ in (said.cue, added.cue)] == ["said", "added"]
    assert [words[a] for a, _ in (said.source, added.source)] == ["Mayor", "she"]


def test_a_content_that_goes_on_in_the_next_paragraph_takes_in_the_break() -> None:
    whole = Attribution(span("Mayor Ilse Tarn"), span("said"), ((TEXT.index("the quay"), TEXT.index(", she")),))
    made = example(attributions=(whole,))
    (content,) = [place for role, place in spans_of(made.roles.tolist(), ROLES) if role == "content"]
    assert made.chunk.forms[content[1]] == "Friday"


def test_a_text_of_which_nothing_is_told_has_no_labels() -> None:
    made = example()
    assert (made.roles, made.names, made.grammar, made.links) == (None, None, None, ())


def test_names_are_marked_in_our_own_kinds() -> None:
    start = TEXT.index("Ilse")
    made = example(names=((start, start + len("Ilse Tarn"), "PERSON"),), names_set="silver")
    assert spans_of(made.names.tolist(), NAMES) == [("person", (1, 2))]
    assert name_kind("Facility") == "place"


def test_grammar_is_known_word_by_word_and_far_heads_are_only_far() -> None:
    made = example(grammar={TEXT.index("quay"): ("NN", "nsubj", 40)})
    told = np.flatnonzero(made.grammar[:, 0] != UNTOLD)
    assert [made.chunk.forms[i] for i in told] == ["quay"]
    assert made.grammar[told[0], 2] == 16
