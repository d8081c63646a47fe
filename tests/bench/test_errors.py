"""What went wrong, counted by kind."""

import pytest

from bench.errors import SourceError, count_direct, count_errors, cue_kind, source_error
from bench.readings import Article, Attribution, Spans

TEXT = "Harbour chief Ida Moll said the crane had failed. She put it down to rust. The inspectors want a new one."


def spans(piece: str) -> Spans:
    return ((TEXT.index(piece), TEXT.index(piece) + len(piece)),) if piece else ()


def attribution(source: str, cue: str, content: str) -> Attribution:
    return Attribution(spans(source), spans(cue), spans(content))


SAID = attribution("Harbour chief Ida Moll", "said", "the crane had failed")
BLAMED = attribution("She", "put it down to", "rust")
WANT = attribution("The inspectors", "want", "a new one")


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("The council said no.", "said", "speech"),
        ("The council hopes for rain.", "hopes", "attitude"),
        ("The council repeated its promise that rain would come.", "promise", "noun"),
        ("The council made the claim that rain would come.", "made the claim", "noun"),
        ("A letter to the council sets it out.", "sets it out", "document"),
        ("The council is on the side of rain.", "is on the side of", "other words"),
        ("The council: rain will come.", ":", "punctuation"),
        ("Rain will come.", "", "none"),
    ],
)
def test_a_cue_is_told_by_its_words(text: str, cue: str, kind: str) -> None:
    source = ((0, text.index(cue)),) if kind == "document" else ()
    spans = ((text.index(cue), text.index(cue) + len(cue)),) if cue else ()
    assert cue_kind(text, Attribution(source, spans, ())) == kind


@pytest.mark.parametrize(
    ("gold", "found", "error"),
    [
        ("Harbour chief Ida Moll", "chief Ida Moll", "right"),
        ("Harbour chief Ida Moll", "Moll", "longer or shorter"),
        ("She", "The inspectors", "another"),
        ("She", "", "not found"),
        ("", "She", "none in the gold"),
        ("", "", "right"),
    ],
)
def test_a_source_is_right_when_half_of_the_words_are_shared(gold: str, found: str, error: SourceError) -> None:
    assert source_error(TEXT, spans(gold), spans(found)) == error


def test_an_attribution_is_counted_once_in_the_gold_and_once_where_it_was_found() -> None:
    wrong = attribution("The inspectors", "put it down to", "rust")
    by_cue = count_errors([Article(TEXT, (SAID, BLAMED, WANT), (SAID, wrong), ((0, 0), (1, 1)))])["by cue"]
    assert by_cue["speech"] == dict.fromkeys(by_cue["speech"], 0) | {"gold": 1, "right": 1, "found": 1}
    assert by_cue["other words"] == dict.fromkeys(by_cue["speech"], 0) | {"gold": 1, "source wrong": 1, "found": 1}
    assert by_cue["attitude"] == dict.fromkeys(by_cue["speech"], 0) | {"gold": 1, "missed": 1}


def test_what_shares_a_few_words_is_cut_otherwise_and_what_shares_none_is_not_there() -> None:
    piece, other = attribution("Ida Moll", "said", "failed"), attribution("", "", "rust")
    table = count_errors([Article(TEXT, (SAID,), (piece, other))])["by quotation"]["indirect"]
    assert (table["gold"], table["cut otherwise"], table["missed"]) == (1, 1, 0)
    assert (table["found"], table["partly there"], table["not there"]) == (2, 1, 1)


def test_the_sources_of_matched_contents_are_counted_by_what_the_gold_has() -> None:
    article = Article(TEXT, (SAID, BLAMED), (SAID, attribution("", "put it down to", "rust")), ((0, 0), (1, 1)))
    sources = count_errors([article])["sources"]
    assert sources["right"] == {"named": 1, "pronoun": 0, "none": 0}
    assert sources["not found"] == {"named": 0, "pronoun": 1, "none": 0}


def test_only_contents_that_are_one_quotation_count_as_direct_quotations() -> None:
    text = '"The crane failed," Moll said. She blamed rust.'
    gold = (Attribution((), (), ((0, 19),)), Attribution((), (), ((42, 46),)))
    assert count_direct([Article(text, gold, gold, ((1, 1),))]) == (0, 1)
    assert count_direct([Article(text, gold, gold, ((0, 0), (1, 1)))]) == (1, 1)
