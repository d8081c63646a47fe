import pytest

from onrecord.story.headlines import find_bolder_headlines
from tests.story.captures import read_pair


def told(headline: str, *sentences: str) -> list[str]:
    one, _ = read_pair("\n".join((headline, *sentences)), "Fog\nFog.", title="yes")
    return [finding.text for finding in find_bolder_headlines([one])]


def test_a_headline_that_drops_the_doubt_of_its_text_is_a_finding():
    assert told(
        "Harbour chief sold stolen tugs abroad", "The harbour chief of Varn allegedly sold stolen tugs abroad.", "He is at sea."
    ) == [
        "The headline “Harbour chief sold stolen tugs abroad” drops a doubt of its own text: "
        "“The harbour chief of Varn allegedly sold stolen tugs abroad”."
    ]


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Harbour chief allegedly sold stolen tugs abroad", "The harbour chief allegedly sold stolen tugs abroad."),
        ("Harbour chief ‘sold stolen tugs abroad’", "The harbour chief allegedly sold stolen tugs abroad."),
        ("Harbour chief sold stolen tugs abroad, police say", "The harbour chief allegedly sold stolen tugs abroad."),
        ("Could the harbour chief sell stolen tugs abroad", "The harbour chief may sell stolen tugs abroad."),
        ("Harbour chief sold stolen tugs abroad", "The harbour chief sold stolen tugs abroad, and may sell more."),
        ("Harbour chief resigns", "The harbour chief may have resigned."),
        ("Harbour chief never sold stolen tugs abroad", "The harbour chief reportedly sold stolen tugs abroad."),
    ],
)
def test_a_headline_that_keeps_the_doubt_or_drops_none_is_no_finding(headline: str, sentence: str):
    assert told(headline, sentence) == []


def test_a_headline_that_another_sentence_bears_out_is_no_finding():
    doubted, sure = (
        "The harbour chief allegedly sold stolen tugs abroad.",
        "The court found that the harbour chief sold stolen tugs abroad.",
    )
    assert told("Harbour chief sold stolen tugs abroad", doubted, sure) == []
