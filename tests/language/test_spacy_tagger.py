import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.errors import NotInstalledError
from onrecord.extract.names import find_names
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.language.sentences import split_sentences
from onrecord.language.spacy_tagger import SpacyTagger, choose_pipeline
from onrecord.language.tagger import RuleTagger, Tagger, WordClass
from tests.pages import page

LABELS = {
    "Ilse Tarn": "PERSON",
    "the Harbour Post's": "ORG",
    "The League": "ORG",
    "Orvik": "GPE",
    "Sund Bridge": "FAC",
    "Ardanians": "NORP",
    "Friday": "DATE",
}


def pipeline(**tags: str) -> Language:
    """Make a pipeline that knows a few names, and some words as "part of speech, tag"."""
    made = spacy.blank("en")
    if tags:
        made.add_pipe("attribute_ruler")
        teach(made, **tags)
    patterns = [{"label": label, "pattern": [{"TEXT": word} for word in split(name)]} for name, label in LABELS.items()]
    made.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return made


def teach(made: Language, **tags: str) -> Language:
    """Let a pipeline know these words alone."""
    ruler = made.get_pipe("attribute_ruler")
    ruler.clear()  # type: ignore[attr-defined]
    for word, classes in tags.items():
        pos, _, tag = classes.partition(" ")
        ruler.add([[{"LOWER": word}]], {"POS": pos, "TAG": tag} if tag else {"POS": pos})  # type: ignore[attr-defined]
    return made


def split(text: str) -> list[str]:
    return [token.text for token in split_sentences(text)[0].tokens]


def class_of(word: str, text: str, tagger: Tagger) -> WordClass:
    (sentence,) = split_sentences(text)
    return tagger.tag(sentence)[[token.text for token in sentence.tokens].index(word)]


@pytest.mark.parametrize(
    ("word", "known", "text", "expected"),
    [
        ("denies", "VERB VBZ", "The crew denies it.", "verb"),
        ("rowed", "VERB VBD", "The crew rowed home.", "verb"),
        ("taken", "VERB VBN", "The boat was taken.", "ed"),
        ("rowed", "VERB", "The crew rowed home.", "ed"),
        ("dying", "VERB VBG", "The wind was dying.", "ing"),
        ("following", "VERB VBG", "It closed following the vote.", "preposition"),
        ("after", "ADP IN", "It closed after the vote.", "preposition"),
        ("after", "SCONJ IN", "It closed after they left.", "subordinator"),
        ("without", "SCONJ IN", "They left without paying.", "preposition"),
        ("where", "ADV WRB", "They know where it sank.", "subordinator"),
        ("that", "SCONJ IN", "She said that it sank.", "that"),
        ("that", "PRON WDT", "The boat that sank was old.", "that"),
        ("that", "DET DT", "She owns that boat.", "determiner"),
        ("that", "PRON DT", "She denied that.", "pronoun"),
        ("her", "PRON PRP", "They helped her.", "pronoun"),
        ("her", "PRON PRP$", "They took her boat.", "determiner"),
        ("some", "PRON DT", "It saved some of them.", "determiner"),
        ("many", "ADJ JJ", "It saved many sailors.", "determiner"),
        ("calm", "ADJ JJ", "They met in calm waters.", "noun"),
        ("to", "ADP IN", "They sailed to Orvik.", "preposition"),
        ("to", "PART TO", "They had to sail.", "auxiliary"),
        ("’s", "PART POS", "The crew’s boat sank.", "possessive"),
        ("’s", "AUX VBZ", "He’s in Orvik.", "auxiliary"),
        ("weren’t", "VERB VBD", "They weren’t in Orvik.", "auxiliary"),
        ("today", "NOUN NN", "They sail today.", "adverb"),
        ("today", "NOUN NN", "They lost today’s race.", "noun"),
        ("gully", "NOUN NN", "It lay in a gully.", "noun"),
        ("twelve", "NOUN NN", "It saved all twelve.", "number"),
        ("12", "NOUN NN", "It saved 12 sailors.", "number"),
        (".", "NOUN NN", "It sank.", "mark"),
        ("boats", "X", "Two boats sank.", "noun"),
    ],
)
def test_a_word_has_the_class_that_its_part_of_speech_tells(word: str, known: str, text: str, expected: WordClass) -> None:
    assert class_of(word, text, SpacyTagger(teach(TAUGHT, **{word: known}))) == expected


def test_a_relation_tells_a_clause_from_a_phrase() -> None:
    @Language.component("clauses_open_with_since")
    def relate(found: Doc) -> Doc:
        for token in found:
            token.pos_, token.dep_ = ("ADP", "mark") if token.text == "since" else ("NOUN", "dep")
        return found

    made = spacy.blank("en")
    made.add_pipe("clauses_open_with_since")
    assert class_of("since", "It has leaked since they sailed.", SpacyTagger(made)) == "subordinator"


@given(st.text(max_size=120))
def test_every_token_gets_one_class_even_from_a_pipeline_that_merges_names(text: str) -> None:
    for sentence in split_sentences(text + " Ilse Tarn left. \ud83d"):
        assert len(MERGING.tag(sentence)) == len(sentence.tokens)


def test_a_pipeline_without_parts_of_speech_leaves_the_classes_to_the_rules() -> None:
    (sentence,) = split_sentences("The mayor of Orvik said on Friday that nobody had been hurt.")
    assert SpacyTagger(pipeline()).tag(sentence) == RuleTagger().tag(sentence)


def test_names_are_cut_from_the_text_without_article_and_ending() -> None:
    text = "“Go,” said  Ilse Tarn  to the Harbour Post's man in Orvik.\nThe League met Ardanians near Sund Bridge on Friday."
    paragraphs = [split_sentences(text, 0, text.index("\n")), split_sentences(text, text.index("\n") + 1)]
    names = SpacyTagger(pipeline()).mark(paragraphs).names
    assert [(name.span.of(text), name.kind) for name in names] == [
        ("Ilse Tarn", "person"),
        ("Harbour Post", "organisation"),
        ("Orvik", "place"),
        ("League", "organisation"),
        ("Ardanians", "group"),
        ("Sund Bridge", "place"),
    ]


def test_marking_first_and_tagging_first_give_the_same() -> None:
    paragraphs = [split_sentences("Ilse Tarn left Orvik."), split_sentences("Ilse Tarn left Orvik. Ardanians stayed.")]
    one, other = SpacyTagger(MERGED), SpacyTagger(MERGED)
    classes = [one.tag(sentence) for paragraph in paragraphs for sentence in paragraph]
    assert one.mark(paragraphs) == other.mark(paragraphs)
    assert classes == [other.tag(sentence) for paragraph in paragraphs for sentence in paragraph]


def test_a_page_read_by_spacy_gives_statements_by_the_rules_and_names() -> None:
    news = page("Ilse Tarn told reporters in Orvik that the dam was safe.\n“We wait,” she said.")
    reading = read_page(news, SpacyTagger(pipeline(told="VERB VBD", dam="NOUN NN", she="PRON PRP")))
    statements, actors = find_statements(news, reading)
    assert [statement.content.text for statement in statements] == ["the dam was safe", "We wait"]
    names = find_names(news.capture.text, reading.marks.names, actors)
    assert [(name.text, name.type, name.actor) for name in names] == [("Ilse Tarn", "person", actors[0].id), ("Orvik", "place", None)]


def test_a_pipeline_is_loaded_from_its_folder(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path)
    assert [name.kind for name in SpacyTagger(str(tmp_path)).mark([split_sentences("They left Orvik.")]).names] == ["place"]


def test_a_missing_pipeline_is_an_error_that_says_what_to_install() -> None:
    with pytest.raises(
        NotInstalledError, match="the pipeline en_of_nobody_sm is not installed; run python -m spacy download en_of_nobody_sm"
    ):
        SpacyTagger("en_of_nobody_sm")


def test_a_missing_spacy_is_an_error_that_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)  # what Python itself does to forbid an import
    with pytest.raises(NotInstalledError, match=r'spaCy is not installed; run pip install "onrecord\[spacy\]"'):
        SpacyTagger("en_of_nobody_lg")


@pytest.mark.parametrize(
    ("installed", "expected"),
    [
        ([], "en_core_web_sm"),
        (["en_core_web_trf"], "en_core_web_trf"),
        (["de_core_news_sm", "en_core_web_md"], "en_core_web_md"),
        (["en_core_web_sm", "en_core_web_trf"], "en_core_web_sm"),
    ],
)
def test_the_default_pipeline_is_the_small_one_or_the_only_one(installed: list[str], expected: str) -> None:
    assert choose_pipeline(installed) == expected


TAUGHT = pipeline(left="VERB VBD")
MERGED = pipeline(left="VERB VBD")
MERGED.add_pipe("merge_entities")
MERGING = SpacyTagger(MERGED)
