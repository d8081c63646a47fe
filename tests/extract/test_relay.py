import pytest

from tests.pages import statements_in


def xfail(*values: object, reason: str) -> object:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def chain(text: str, **known: object) -> tuple[str | None, list[str]]:
    """Give who speaks in the only statement and who passed it on."""
    (only,) = statements_in(text, **known)
    return (only.speaker.name if only.speaker else None), [relay.text for relay in only.via]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("The agency Norda cited the mayor as saying the dam was safe.", ["The agency Norda"]),
        ("Reuters quoted the mayor as saying the dam was safe.", ["Reuters"]),
        ("The dam was safe, the mayor said, according to the news agency Norda.", ["the news agency Norda"]),
        ("According to Reuters, the mayor said the dam was safe.", ["Reuters"]),
        ("The mayor said the dam was safe, Reuters reported.", ["Reuters"]),
        ("The dam is safe, Reuters reported, citing the mayor.", ["Reuters"]),
        ("“The dam is safe,” the mayor told the Orvik Herald.", ["the Orvik Herald"]),
        ("“The dam is safe,” the mayor told Reuters by telephone.", ["Reuters"]),
        ("“The dam is safe,” the mayor told state television.", ["state television"]),
        ("The mayor told the Associated Press that the dam was safe.", ["the Associated Press"]),
        ("Citing the mayor, Reuters reported that the dam was safe.", ["Reuters"]),
        ("The mayor said, according to Reuters, that the dam was safe.", ["Reuters"]),
        xfail("The mayor was quoted by Reuters as saying the dam was safe.", ["Reuters"], reason="“Quoted by X as saying” is a relay."),
        ("“The dam is safe,” the mayor was quoted as saying by Reuters.", ["Reuters"]),
        ("Speaking to Reuters, the mayor said the dam was safe.", ["Reuters"]),
        ("The dam was safe, the mayor said in a statement carried by Norda TV.", ["Norda TV"]),
    ],
)
def test_an_outlet_that_passes_words_on_is_a_relay_and_not_the_speaker(text: str, via: list[str]) -> None:
    assert chain(text) == ("mayor", via)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“The dam is safe,” the mayor told state television, according to Reuters.", ["state television", "Reuters"]),
        ("“The dam is safe,” the mayor told the Orvik Herald, Reuters reported.", ["the Orvik Herald", "Reuters"]),
        xfail(
            "Reuters reported, citing Kanal Nord TV, that the mayor said the dam was safe.",
            ["Kanal Nord TV", "Reuters"],
            reason="The mayor speaks, though two outlets stand before him.",
        ),
    ],
)
def test_relays_stand_in_order_from_the_speaker_outwards(text: str, via: list[str]) -> None:
    assert chain(text) == ("mayor", via)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The dam is safe, the broadcaster Kanal Nord reported.", "Kanal Nord"),
        ("Reuters reported that the dam was safe.", "Reuters"),
        ("The dam is safe, according to Reuters.", "Reuters"),
        ("The dam is safe, says the Orvik Herald.", "Orvik Herald"),
    ],
)
def test_an_outlet_that_names_nobody_speaks_itself(text: str, outlet: str) -> None:
    assert chain(text) == (outlet, [])


@pytest.mark.parametrize(
    "text",
    [
        "“The dam is safe,” the mayor told the Orvik Herald.",
        "“The dam is safe,” the mayor told the Herald.",
        "The mayor told the Orvik Herald that the dam was safe.",
    ],
)
def test_the_outlet_of_the_page_is_no_relay(text: str) -> None:
    assert chain(text, outlet="Orvik Herald") == ("mayor", [])


@pytest.mark.parametrize("audience", ["reporters", "the council", "a news conference", "parliament", "his brother", "a crowd"])
def test_those_who_only_listen_pass_nothing_on(audience: str) -> None:
    (only,) = statements_in(f"The mayor told {audience} that the dam was safe.")
    assert only.via == ()
    assert only.audience is not None
    assert only.audience.text == audience


def test_a_firm_that_is_told_passes_nothing_on() -> None:
    assert chain("The mayor told Sundline that the dam was safe.") == ("mayor", [])


def test_a_report_by_an_outlet_is_what_the_outlet_says() -> None:
    (only,) = statements_in("He knew of a claim by the radio station Kanal Nord that the dam had burst.")
    assert (only.speaker and only.speaker.name, only.content.text) == ("Kanal Nord", "the dam had burst")


def test_every_relay_stands_where_its_span_says_and_is_an_actor() -> None:
    text = "“The dam is safe,” the mayor told state television, according to Reuters."
    (only,) = statements_in(text)
    assert all(relay.span and relay.span.of(text) == relay.text and relay.actor for relay in only.via)


@pytest.mark.parametrize(
    "text",
    [
        "“I wrote no such thing,” Tarn said in remarks broadcast by the radio station Voice of Orlen.",
        "“I heard two shots,” a resident, Ada Quist, told the radio station Voice of Orlen.",
    ],
)
def test_an_outlet_s_name_goes_on_behind_of(text: str) -> None:
    assert any("Voice of Orlen" in relay.text for one in statements_in(text) for relay in one.via)
