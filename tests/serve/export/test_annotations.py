import json

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Record, Span
from onrecord.serve.export.annotations import render_annotations, select
from tests.serve.export.strange import records


def annotations(record: Record) -> list[dict]:
    collection = json.loads("".join(render_annotations(record)))
    assert collection["total"] == len(collection["first"]["items"])
    return collection["first"]["items"]


def targets(annotation: dict) -> list[dict]:
    held = annotation["target"]
    return held if isinstance(held, list) else [held]


def found_again(text: str, quote: dict) -> list[str]:
    """Find the words by what stands around them, as a reader of annotations does."""
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    places = [at + len(quote["prefix"]) for at in range(len(text)) if text.startswith(whole, at)]
    return [text[at : at + len(quote["exact"])] for at in places]


def words_of(record: Record) -> list[str]:
    said = [span.of(facts.page.capture.text) for facts in record.captures for one in facts.statements for span in one.content.spans]
    return sorted([*said, *(one.text for facts in record.captures for one in facts.figures)])


def check_selectors(record: Record) -> None:
    texts = {facts.page.capture.name: facts.page.capture.text for facts in record.captures}
    held = [target for one in annotations(record) for target in targets(one)]
    assert sorted(target["selector"][0]["exact"] for target in held) == words_of(record)
    for target in held:
        text, (quote, position) = texts[target["source"]["onrecord:name"]], target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert found_again(f"Correction: a name was wrong.\n\n{text}", quote) == [quote["exact"]]  # though all has moved


def test_the_selectors_find_the_words_by_their_place_and_by_what_stands_around_them(demo: Record):
    check_selectors(demo)


@given(records())
def test_strange_words_are_found_too(record: Record):
    check_selectors(record)


@given(st.integers(0, 9), st.sampled_from(["no ", "Two are missing. ", "\n"]))
def test_words_that_stand_often_are_told_apart_by_what_stands_around_them(number: int, words: str):
    text = f"It began. {words * 10}It ended."
    start = 10 + number * len(words)
    quote, _ = select(text, Span(start, start + len(words)))
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_an_annotation_says_who_spoke_what_they_did_with_the_words_and_how_the_claim_stands(demo: Record):
    told = [one["body"] for one in annotations(demo)]
    reader, program = next(
        body for body in told if body[1].get("onrecord:speaker") == "Ingrid Solhaug" and body[1]["onrecord:act"] == "deny"
    )
    assert reader["value"] == "Ingrid Solhaug: deny (claim denied)"
    assert program["onrecord:standing"] == "denied"
    assert program["onrecord:cue"] == "told"
    counted = next(body[1] for body in told if body[1]["type"] == "onrecord:Figure" and body[1]["onrecord:value"] == 104)
    assert (counted["onrecord:holder"], counted["onrecord:counted"]) == ("Skarne Zinc", "people")


def test_an_annotation_is_pinned_to_the_hash_of_the_page_and_has_a_name_of_its_own(demo: Record):
    told = annotations(demo)
    assert len({one["id"] for one in told}) == len(told)
    pins = {target["state"]["cached"] for one in told for target in targets(one)}
    assert len(pins) == len(demo.captures)
    assert all(pin.startswith("ni:///sha-256;") for pin in pins)
