import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.mentions import read_mention
from onrecord.model import ActorType


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ilse Tarn", "Ilse Tarn"),
        ("Ms Tarn", "Tarn"),
        ("Dr. Ilse Tarn", "Ilse Tarn"),
        ("Prime Minister Oda Lind", "Oda Lind"),
        ("port spokesman Sten Orval", "Sten Orval"),
        ("the mayor of Orvik, Sten Orval", "Sten Orval"),
        ("Sten Orval, the mayor of Orvik", "Sten Orval"),
        ("Oda Lind, who runs the port", "Oda Lind"),
        ("Jean de la Tour", "Jean de la Tour"),
        ("the broadcaster Kanal Nord", "Kanal Nord"),
        ("The charity, Bread for the Orvik", "Bread for the Orvik"),
        ("the builder, Sundt & Holm", "Sundt & Holm"),
        ("the operator, Marks and Orle", "Marks and Orle"),
        ("the ministers, Orval and Tarn", ""),
        ("the Norda news agency", "Norda"),
        ("the mayor", ""),
        ("police", ""),
        ("the interior ministry", ""),
        pytest.param("Orval, 61", "Orval", marks=pytest.mark.xfail(strict=True, reason="An age behind a surname hides the name.")),
    ],
)
def test_the_name_is_found_among_titles_and_roles(text: str, name: str) -> None:
    assert read_mention(text).full == name


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the mayor of Orvik", "mayor"),
        ("the Orvik interior ministry", "ministry"),
        ("a spokeswoman for the port", "spokeswoman"),
        ("the Federation of Dockers", "federation"),
        ("two residents", "residents"),
        ("the report", "report"),
        ("Ilse Tarn", ""),
        pytest.param(
            "a source close to the auction", "source", marks=pytest.mark.xfail(strict=True, reason="A lone source is no known role.")
        ),
        pytest.param("Oda Lind, who is 44", "", marks=pytest.mark.xfail(strict=True, reason="A verb of the relative clause is no head.")),
    ],
)
def test_the_head_is_the_noun_that_is_described(text: str, head: str) -> None:
    assert read_mention(text).head == head


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Ilse Tarn", "person"),
        ("the mayor", "person"),
        ("she", "person"),
        ("the ministry", "organisation"),
        ("the White House", "organisation"),
        ("the broadcaster Kanal Nord", "organisation"),
        ("residents", "group"),
        ("Orvik and South Lorn", "group"),
        ("they", "group"),
        ("the report", "document"),
        ("Sundline", None),
        pytest.param(
            "the Ports and Harbours Authority",
            "organisation",
            marks=pytest.mark.xfail(strict=True, reason="An authority with “and” in its name is one body."),
        ),
    ],
)
def test_the_words_show_what_sort_of_speaker_it_is(text: str, sort: ActorType | None) -> None:
    assert read_mention(text).type == sort


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr Orval", "m"),
        ("the spokeswoman", "f"),
        ("her", "f"),
        ("he", "m"),
        ("the mayor", ""),
        ("they", ""),
        ("his lawyer, Oda Lind", ""),
    ],
)
def test_gender_is_only_what_the_words_show(text: str, gender: str) -> None:
    assert read_mention(text).gender == gender


@pytest.mark.parametrize(("text", "pronoun"), [("She", "she"), ("him", "he"), ("them", "they"), ("it", "it"), ("the it firm", "")])
def test_a_pronoun_is_told_by_its_subject_form(text: str, pronoun: str) -> None:
    assert read_mention(text).pronoun == pronoun


@pytest.mark.parametrize(
    ("text", "definite"), [("the ministry", True), ("its owner", True), ("his deputy", True), ("a ministry", False), ("Tarn", False)]
)
def test_an_article_or_possessive_points_back(text: str, definite: bool) -> None:
    assert read_mention(text).definite is definite


def test_the_short_form_in_brackets_is_kept() -> None:
    mention = read_mention("the Harbour Board (HB)")
    assert (mention.acronym, mention.plain) == ("HB", "Harbour Board")


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from("the Ilse Tarn mayor of , ( ) and who ’s agency police 61 Mr".split()), max_size=12).map(" ".join)
)
def test_any_words_at_all_make_a_mention_of_their_own_words(text: str) -> None:
    mention = read_mention(text)
    assert mention.text == text
    assert set(mention.name) <= set(text.replace(",", " ").split()) or all(word in text for word in mention.name)
    assert mention == read_mention(text)
