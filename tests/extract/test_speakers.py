import pytest

from tests.pages import statements_in


def xfail(*values: object, reason: str) -> object:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def speakers(text: str) -> list[tuple[str | None, str | None]]:
    """Give the actor's name and how it is named for each statement."""
    return [(one.speaker.name, one.speaker.how) if one.speaker else (None, None) for one in statements_in(text)]


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("Ilse Tarn, the mayor, spoke.", "Ms Tarn"),
        ("Ilse Tarn, the mayor, spoke.", "Tarn"),
        ("Ilse Tarn, the mayor, spoke.", "the mayor"),
        ("Ilse Tarn, the mayor, spoke.", "Mayor Tarn"),
        ("Mayor Ilse Tarn spoke.", "the mayor"),
        ("The mayor, Ilse Tarn, spoke.", "she"),
        ("The mayor, Ilse Tarn, spoke.", "Tarn"),
        ("Dr Ilse Tarn, a geologist at the university, spoke.", "Dr Tarn"),
        ("The deputy foreign minister, Ilse Tarn, spoke.", "the deputy foreign minister"),
        ("Deputy foreign minister Ilse Tarn spoke.", "the deputy foreign minister"),
        ("Karin Tarn met Ilse Tarn, the mayor.", "the mayor"),
        ("Ilse Tarn, the mayor, spoke.", "Tarn, 61,"),
    ],
)
def test_a_later_mention_stands_for_the_person_named_before(named: str, again: str) -> None:
    assert [name for name, _ in speakers(f"{named} “It is safe,” {again} said.")] == ["Ilse Tarn"]


@pytest.mark.parametrize(
    ("named", "again", "name"),
    [
        ("The interior ministry said it was safe.", "The ministry", "interior ministry"),
        ("The interior ministry said it was safe.", "It", "interior ministry"),
        ("Sundline said it was safe.", "The company", "Sundline"),
        ("Sundline said it was safe.", "The firm", "Sundline"),
        ("The dockers’ union said it was safe.", "The union", "dockers’ union"),
        ("The Orvik police said it was safe.", "They", "Orvik police"),
        ("Residents said it was safe.", "They", "Residents"),
        ("The Harbour Board (HB) said it was safe.", "HB", "Harbour Board"),
        ("The Harbour Board (HB) said it was safe.", "The HB", "Harbour Board"),
        ("The United Nations said it was safe.", "The UN", "United Nations"),
    ],
)
def test_a_body_or_group_is_known_again(named: str, again: str, name: str) -> None:
    found = speakers(f"{named} {again} said it had been checked twice.")
    assert [who for who, _ in found] == [name, name]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Ilse Tarn said it was safe.", ["named"]),
        ("The mayor said it was safe.", ["role"]),
        ("Ilse Tarn said it was safe. She said it had been checked.", ["named", "pronoun"]),
        ("“It is safe,” Ilse Tarn said.\n“It was checked on Friday by three people.”", ["named", "carried"]),
        ("Residents said it was safe.", ["role"]),
        ("A spokesman said it was safe. Police said it was not.", ["role", "role"]),
    ],
)
def test_how_a_mention_names_its_speaker_is_told(text: str, how: list[str]) -> None:
    assert [one for _, one in speakers(text)] == how


@pytest.mark.parametrize(
    "text",
    [
        "She said it was safe.",
        "They said it was safe.",
        "Mr Voll sat down. She said it was safe.",
        "The ferry left Orvik. “It was safe,” he said.",
        "Police closed the road. “It was safe,” she said.",
        "Ilse Tarn said it was safe.\n\nShe said it had been checked.",
    ],
)
def test_a_pronoun_without_a_fitting_person_before_it_stays_open(text: str) -> None:
    last = statements_in(text)[-1].speaker
    assert last is not None
    assert (last.actor, last.name, last.how) == (None, None, "pronoun")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sten Voll said it was safe. Police said it was not. He said they were wrong.", ["Sten Voll", "Police", "Sten Voll"]),
        ("Mr Voll said it was safe. Mrs Lind said it was not. “I checked,” he said.", ["Voll", "Lind", "Voll"]),
        ("The spokeswoman, Oda Lind, met Mr Voll. “I checked,” she said.", ["Oda Lind"]),
        ("Sten Voll and Ilse Tarn said it was safe. Tarn said she had checked.", ["Sten Voll and Ilse Tarn", "Ilse Tarn"]),
        ("Ilse Tarn spoke first. Sten Voll, a farmer, said it was safe. He said he had checked.", ["Sten Voll", "Sten Voll"]),
        xfail(
            "Mr Orval said it was safe. Mrs Orval said it was not.",
            ["Orval", "Mrs Orval"],
            reason="Mr and Mrs with one surname are two people.",
        ),
        xfail("Sten Voll left. Mrs Voll said it was safe.", ["Mrs Voll"], reason="A wife's title joins her to her husband's name."),
        ("Sten Voll denied it. His lawyer, Oda Lind, said it was safe. She said he had checked.", ["Sten Voll", "Oda Lind", "Oda Lind"]),
        xfail(
            "Ilse Tarn and Oda Tarn met. Tarn said it was safe.", [None], reason="A surname that two people of the page bear names neither."
        ),
        ("In an interview with the Orvik Herald, the mayor said it was safe.", ["mayor"]),
        xfail(
            "The man said it was safe. The woman said it was not. She had checked, she said.",
            ["man", "woman", "woman"],
            reason="“The woman” is no known role, so “she” finds nobody.",
        ),
        ("Orval’s wife, Oda Lind, said it was safe.", ["Oda Lind"]),
    ],
)
def test_each_speaker_is_the_one_a_reader_would_name(text: str, names: list[str | None]) -> None:
    assert [name for name, _ in speakers(text)] == names


@pytest.mark.parametrize(
    "who",
    ["Residents", "Two officials", "Both sides", "Some", "Many residents", "Police", "Ardania and South Lorn", "Divers and police"],
)
def test_a_group_speaks_as_one(who: str) -> None:
    (only,) = statements_in(f"{who} said the dam was safe.")
    assert only.speaker is not None
    assert only.speaker.text == who


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("The report said the brakes had failed.", "report"),
        ("The letter, seen by the Orvik Herald, says the brakes had failed.", "letter"),
        ("The statement read: “The brakes had failed.”", "statement"),
        ("Under the agreement, the boats are to be returned by Friday.", "agreement"),
        ("The indictment alleges that the brakes had failed.", "indictment"),
        ("The brakes had failed, according to the report.", "report"),
        ("The study found that the brakes had failed.", "study"),
    ],
)
def test_a_document_speaks(text: str, document: str) -> None:
    assert [name for name, _ in speakers(text)] == [document]


def test_a_carried_speaker_has_no_place_of_its_own_but_the_words_of_the_mention_before() -> None:
    _, carried = statements_in("“It is safe,” said Ilse Tarn.\n“It was checked on Friday by three people.”")
    assert carried.speaker is not None
    assert (carried.speaker.span, carried.speaker.text, carried.speaker.how) == (None, "Ilse Tarn", "carried")
    assert carried.cue is None


def test_nobody_is_carried_into_the_next_entry() -> None:
    found = statements_in("“It is safe,” said Ilse Tarn.\n\n“It was checked on Friday by three people.”")
    assert found[-1].speaker is None


def test_the_company_is_not_the_union_that_spoke_before_it() -> None:
    text = "Ferry crews in Orlen walked out on Tuesday, the union said. The company said that talks would go on."
    union, company = (s.speaker for s in statements_in(text))
    assert union is not None
    assert company is not None
    assert (union.name, company.name) == ("union", "company")


def test_a_short_form_that_the_page_explains_further_down_names_the_same_body() -> None:
    text = "The HWU has called the offer an insult.\n\nThe men of the Harbour Workers’ Union (HWU) walked out in May."
    assert speakers(text)[0] == ("Harbour Workers’ Union", "named")
