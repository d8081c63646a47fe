"""What an outlet tells in its own voice."""

import pytest

from onrecord.extract.happenings import find_happenings
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.language.tagger import RuleTagger
from onrecord.model import Name
from tests.pages import find, page


def happened(text: str, *names: Name) -> list[str]:
    reading = read_page(page(text), RuleTagger())
    return [one.text for one in find_happenings(reading.lines, find_statements(page(text), reading)[0], names)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A lorry struck the Fenn viaduct on Tuesday.",
        "Two wards of the old hospital were closed overnight.",
        "The harbour master, who is 61, resigned on Monday.",
        "US marines landed at Tollen in March.",
        "A second hearing is due on 4 June.",
    ],
)
def test_a_plain_report_of_what_took_place_or_is_due_is_a_happening(sentence: str) -> None:
    assert happened(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said on Tuesday that the viaduct was closed.",
        "“The viaduct shook and then it fell,” Ines Varro said.",
        "The viaduct could reopen in the spring.",
        "Nobody was hurt when the viaduct fell.",
        "The viaduct is the longest in the county.",
        "The council wanted a new bridge for years.",
        "We walked over the viaduct at dawn.",
        "Was the viaduct closed in time?",
    ],
)
def test_what_is_said_or_supposed_or_denied_or_lasting_is_none(sentence: str) -> None:
    assert happened(sentence) == []


def test_a_happening_names_its_place_and_who_has_a_part_in_it() -> None:
    text = "Ines Varro resigned in Tollen on Friday."
    names = (Name(find(text, "Ines Varro"), "Ines Varro", "person", "a1"), Name(find(text, "Tollen"), "Tollen", "place"))
    happening = find_happenings(read_page(page(text), RuleTagger()).lines, (), names)[0]
    assert (happening.place.text if happening.place else None, happening.actors) == ("Tollen", ("a1",))
