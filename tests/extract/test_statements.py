import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.statements import find_statements
from onrecord.model import Quoted, Span, Statement
from tests.pages import page, statements_in, told


def xfail(*values: object, reason: str) -> object:
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor has lashed out after a divided Sudara High Court upheld a broad conception of port rights, rejecting her order.",
        "The two previous plans, the first on February 19 and the second on March 12, were rejected by some PNC ministers, parties in the "
        "government of national unity (GNU) including the SA and the Freedom Front, and those outside the GNU including the AFF.",
    ],
)
def test_an_article_alone_neither_speaks_nor_is_said(text: str):
    cut = {"a", "an", "the"}
    for statement in find_statements(page(text))[0]:
        assert statement.content.text.lower() not in cut
        assert statement.speaker is None or statement.speaker.text.lower() not in cut


# The forms.


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ilse Tarn said the dam was safe.", "Ilse Tarn | said | the dam was safe"),
        ("Ilse Tarn said that the dam was safe.", "Ilse Tarn | said | the dam was safe"),
        ("Ilse Tarn says the dam is safe.", "Ilse Tarn | says | the dam is safe"),
        ("Ilse Tarn has said the dam is safe.", "Ilse Tarn | has said | the dam is safe"),
        ("Ilse Tarn also said the dam was safe.", "Ilse Tarn | also said | the dam was safe"),
        ("Ilse Tarn said on Monday that the dam was safe.", "Ilse Tarn | said | the dam was safe"),
        ("Ilse Tarn said in a statement that the dam was safe.", "Ilse Tarn | said | the dam was safe"),
        ("Ilse Tarn told reporters that the dam was safe.", "Ilse Tarn | told | the dam was safe"),
        ("Ilse Tarn told the council the dam was safe.", "Ilse Tarn | told | the dam was safe"),
        ("The dam was safe, according to Ilse Tarn.", "Ilse Tarn | according to | The dam was safe"),
        ("According to Ilse Tarn, the dam was safe.", "Ilse Tarn | According to | the dam was safe"),
        ("The dam was safe, Ilse Tarn said.", "Ilse Tarn | said | The dam was safe"),
        ("“The dam is safe,” Ilse Tarn said.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe”, Ilse Tarn said.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe!” Ilse Tarn said.", "Ilse Tarn | said | The dam is safe!"),
        ("'The dam is safe,' Ilse Tarn said.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe,” said Ilse Tarn.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe,” said Ilse Tarn, the mayor.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe,” said Ilse Tarn, who runs it.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam is safe,” said Ilse Tarn, 54, an engineer.", "Ilse Tarn | said | The dam is safe"),
        ("“The dam,” Ilse Tarn said, “is safe.”", "Ilse Tarn | said | The dam … is safe"),
        ("Ilse Tarn said: “The dam is safe.”", "Ilse Tarn | said | The dam is safe"),
        ("Said Ilse Tarn: “The dam is safe.”", "Ilse Tarn | Said | The dam is safe"),
        ("In a post on Monday, Ilse Tarn wrote: “The dam is safe.”", "Ilse Tarn | wrote | The dam is safe"),
        ("Ilse Tarn called the memo “a fantasy”.", "Ilse Tarn | called | a fantasy"),
        ("Norda quoted Ilse Tarn as saying the dam was safe.", "Ilse Tarn | quoted as saying | the dam was safe"),
        ("Norda TV reported that the dam was safe.", "Norda TV | reported | the dam was safe"),
        ("Ilse Tarn could neither confirm nor deny the report.", "Ilse Tarn | could neither confirm nor deny | the report"),
        ("Ilse Tarn denied the dam was unsafe.", "Ilse Tarn | denied | the dam was unsafe"),
        ("The blast had not been acknowledged by Sundline.", "Sundline | had not been acknowledged | The blast"),
        ("Ilse Tarn accused the owners of hiding it.", "Ilse Tarn | accused | hiding it"),
        ("Ilse R. Tarn said the dam was safe.", "Ilse R. Tarn | said | the dam was safe"),
        ("“It is safe,” said Ilse R. Tarn.", "Ilse R. Tarn | said | It is safe"),
        ("''It is safe,'' said Ilse Tarn.", "Ilse Tarn | said | It is safe"),
        ("'It is safe,' said Ilse Tarn.", "Ilse Tarn | said | It is safe"),
        ("Ilse Tarn added, though, that it was safe.", "Ilse Tarn | added | it was safe"),
        ("Ilse Tarn said, however, that it was safe.", "Ilse Tarn | said | it was safe"),
        xfail("The dam, Ilse Tarn said, was safe.", "Ilse Tarn | said | The dam … was safe", reason="A cue in the middle of retold words."),
        ("The suspect, police said, was armed.", "Police | said | The suspect … was armed"),
        xfail(
            "The blast was the third, officials say, in a week.",
            "officials | say | The blast was the third … in a week",
            reason="A cue in the middle of retold words.",
        ),
        ("“Is the dam safe?” Ilse Tarn asked.", "Ilse Tarn | asked | Is the dam safe?"),
        ("“It is safe,” one of the divers said.", "one of the divers | said | It is safe"),
        xfail("Ilse Tarn declined to comment.", "Ilse Tarn | declined | to comment", reason="A bare refusal to comment is what was done."),
        xfail("Ilse Tarn Jr. said the dam was safe.", "Ilse Tarn Jr. | said | the dam was safe", reason="“Jr.” belongs to the name."),
        xfail(
            "Ilse Tarn told the Orvik Herald, which her brother owns, that the dam was safe.",
            "Ilse Tarn | told | the dam was safe",
            reason="A relative clause stands between the listener and “that”.",
        ),
        ("The dam was safe, Ilse Tarn said in a statement carried by Norda TV.", "Ilse Tarn | said | The dam was safe"),
        ("“It is safe,” Ilse Tarn told the BBC’s Radio 4.", "Ilse Tarn | told | It is safe"),
        ("Ilse Tarn said the dam was safe, as divers were led out.", "Ilse Tarn | said | the dam was safe"),
        ("Ilse Tarn said the dam was safe as built.", "Ilse Tarn | said | the dam was safe as built"),
        ("Ilse Tarn said the dam was safe, as well as dry.", "Ilse Tarn | said | the dam was safe, as well as dry"),
        ("Ilse Tarn said it would neither confirm nor deny that.", "Ilse Tarn | said | it would neither confirm nor deny that"),
        ("The Orvik Herald could not verify this.", "Orvik Herald | could not verify | The Orvik Herald could not verify this"),
        ("Ilse Tarn spoke on Monday of 60 or more barns.", "Ilse Tarn | spoke | 60 or more barns"),
        ("Ilse Tarn had earlier insisted on 42.", "Ilse Tarn | had earlier insisted | 42"),
        ("Ilse Tarn stood by her own total of 51.", "Ilse Tarn | stood | her own total of 51"),
        ("Ilse Tarn put the number at 42.", "Ilse Tarn | put | the number at 42"),
        ("The U.S. Navy said the dam was safe.", "U.S. Navy | said | the dam was safe"),
        ("On Monday, Voll and Tarn said the dam was safe.", "Voll and Tarn | said | the dam was safe"),
    ],
)
def test_the_speaker_the_cue_and_the_words_are_found_wherever_they_stand(text: str, wanted: str) -> None:
    assert [line.lower() for line in told(text)] == [wanted.lower()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tarn denied the report, saying the dam was safe, adding that divers had checked it.",
            ["Tarn | denied | the report", "Tarn | saying | the dam was safe", "Tarn | adding | divers had checked it"],
        ),
        (
            "“It is safe,” said Tarn, adding that divers had checked it.",
            ["Tarn | said | It is safe", "Tarn | adding | divers had checked it"],
        ),
        ("Tarn said it was safe and added that it was checked.", ["Tarn | said | it was safe", "Tarn | added | it was checked"]),
        ("Tarn said it was safe, but Voll said it was not.", ["Tarn | said | it was safe", "Voll | said | it was not"]),
        ("Tarn said it was safe and that it was checked.", ["Tarn | said | it was safe and that it was checked"]),
        ("Tarn said Voll had told the council it was safe.", ["Tarn | said | Voll had told the council it was safe"]),
        ("While Tarn said it was safe, divers said it was not.", ["Tarn | said | it was safe", "divers | said | it was not"]),
        ("When Tarn said it was safe, nobody believed her.", ["Tarn | said | it was safe"]),
        ("The army, which denies the charge, has sent troops.", ["army | denies | the charge"]),
        ("The head of the board, who asked not to appear, said it was safe.", ["head of the board | said | it was safe"]),
    ],
)
def test_several_statements_in_one_sentence_are_parted_at_their_cues(text: str, wanted: list[str]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "“The dam is safe,” Tarn said.\n“It was checked on Friday by three divers.”",
        "“The dam is safe,” Tarn said. “Nobody was hurt.\n“It was checked on Friday by three divers.”",
        "“The dam is safe,” said Tarn.\n“It was checked on Friday by three divers.",
    ],
)
def test_a_quotation_that_goes_on_in_the_next_paragraph_stays_with_its_speaker(text: str) -> None:
    last = told(text)[-1]
    assert last == "Tarn | - | It was checked on Friday by three divers"


def test_a_quotation_that_goes_on_in_the_same_paragraph_is_one_statement() -> None:
    assert told("“It is safe,” Tarn said. “Nobody was hurt.”") == ["Tarn | said | It is safe … Nobody was hurt"]


def test_a_quotation_inside_a_quotation_stays_inside() -> None:
    assert told("“She told me ‘nobody goes home’ and left,” said Tarn.") == ["Tarn | said | She told me ‘nobody goes home’ and left"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“The dam is safe,” Tarn said.", "direct"),
        ("Tarn said the dam was safe.", "indirect"),
        ("Tarn said the dam was “as safe as a church”.", "mixed"),
        ("“The dam,” Tarn said, “is safe.”", "direct"),
        ("Tarn called the memo “a fantasy”.", "direct"),
        ("The dam was “quite safe”, Tarn said.", "mixed"),
    ],
)
def test_it_is_told_whether_the_words_are_the_speakers_own(text: str, quoted: Quoted) -> None:
    assert [one.quoted for one in statements_in(text)] == [quoted]


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Dam is safe, says mayor", "mayor | says | Dam is safe"),
        ("Mayor denies dam is unsafe", "mayor | denies | dam is unsafe"),
        ("Mayor denies leak as divers search lake", "mayor | denies | leak"),
        ("‘The dam is safe’, mayor says", "mayor | says | The dam is safe"),
        ("Mayor: ‘The dam is safe’", "mayor | - | The dam is safe"),
        xfail("Dam is safe: mayor", "mayor | - | Dam is safe", reason="A headline may end in a colon and its speaker."),
    ],
)
def test_a_headline_speaks_in_its_own_grammar(headline: str, wanted: str) -> None:
    assert [line.lower() for line in told(headline, roles={0: "heading"})] == [wanted.lower()]


# Abstaining.


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “safe zone” was hit again on Friday.",
        "The film “The Long Way Home from Orvik” opens on Friday.",
        "The band will play its hit “Rain on the Quay Tonight” at noon.",
        "The claims of negligence were heard on Monday.",
        "Claims of negligence were heard on Monday.",
        "A call went out to all ships at noon.",
        "The ship called at Orvik on Monday.",
        "A confirmed case of cholera was found in Orvik.",
        "The first confirmed case was found in Orvik.",
        "The mayor was told that the dam had burst.",
        "She was asked about the dam.",
        "It is said that the dam burst at noon.",
        "The dam is believed to have burst at noon.",
        "The state of emergency was lifted on Monday.",
        "The states report to the council each year.",
        "Police posted guards at the gate.",
        "The company posted a loss of three million crowns.",
        "The note was found on the quay.",
        "She had nothing to add.",
        "He thought of his mother and ran.",
        "Who said the dam was safe?",
        "The mayor will say more on Friday.",
        "They put the boats in the water.",
        "No one said the dam was safe.",
        "The report said to be lost was found in a drawer.",
        "The ferry, said to be empty, sank at noon.",
        "Three suspected and two confirmed cases were found.",
        "The storm claimed three lives in Orvik.",
        "The cook added salt to the soup.",
        "The new line adds two stops to the route.",
        "He ruled the island for 30 years.",
        "If the ministry says the dam is safe, we will cross.",
        "Neither the mayor nor the council said the dam was safe.",
        "The ministry said nothing.",
    ],
)
def test_what_nobody_is_told_to_have_said_is_no_statement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("role", ["furniture", "teaser", "masthead", "housekeeping"])
def test_lines_that_tell_no_news_are_not_read(role: str) -> None:
    assert told("The mayor said the dam was safe.", roles={0: role}) == []


def test_an_empty_page_says_nothing() -> None:
    assert find_statements(page("It rained.")) == ((), ())


# Properties.

FRAGMENTS = (
    "Ilse Tarn said| the mayor of Orvik,| she added| he told Norda TV| according to| police,| saying| , adding that| the dam was safe|"
    " “We left early,”| “nobody| was hurt.”| ‘a lie’|, said Sten Voll, 54,| .| . |\n|\n\n| the ministry denied| the report| which| and|"
    ' but| 12 people| were killed| accused| of| hiding it| cited| as saying| "yes"| declined to comment| (PHA)| – | …| U.S.| ’s| Mr|'
    " neither confirm nor deny| had not been acknowledged by| was told| that| , who| Under the treaty,| :| ;| •| It| They| the|"
    ' called| “|”|"|‘|’|«|»|(|)|\u200b|\u00a0|é|🛥|\u0301|\t| called on| urged| to| Reuters reported| , citing'
).split("|")
NEWS = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=25).map("".join)
TEXTS = (NEWS | st.text(max_size=120)).filter(lambda text: bool(text.strip()))


def spans_of(one: Statement) -> Iterator[tuple[Span, str]]:
    """Give every span of a statement with the words it must cut."""
    if one.speaker and one.speaker.span:
        yield one.speaker.span, one.speaker.text
    if one.audience:
        yield one.audience.span, one.audience.text
    yield from ((relay.span, relay.text) for relay in one.via if relay.span)


@settings(max_examples=150)
@given(TEXTS)
def test_every_span_cuts_exactly_its_words(text: str) -> None:
    for one in statements_in(text):
        assert all(span.of(text) == words for span, words in spans_of(one))
        assert one.content.text == " ".join(span.of(text) for span in one.content.spans)
        assert one.cue is None or one.cue.text == " ".join(span.of(text) for span in one.cue.spans)


@settings(max_examples=150)
@given(TEXTS)
def test_contents_are_never_empty_lie_in_order_and_stay_inside_their_entry(text: str) -> None:
    news = page(text)
    entries = {entry.id: entry.span for entry in news.entries}
    for one in find_statements(news)[0]:
        spans = one.content.spans
        assert all(span.of(text).strip() and entries[one.entry].covers(span) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_a_page_is_read_the_same_way_twice_and_names_only_its_own_actors(text: str) -> None:
    statements, actors = find_statements(page(text))
    assert (statements, actors) == find_statements(page(text))
    known = {actor.id: actor.name for actor in actors}
    assert all(s.speaker.name == known[s.speaker.actor] for s in statements if s.speaker and s.speaker.actor)
    assert [s.id for s in statements] == [f"s{n}" for n in range(1, len(statements) + 1)]


@given(TEXTS)
def test_statements_come_in_the_order_of_the_page(text: str) -> None:
    starts = [one.content.spans[0].start for one in statements_in(text)]
    assert starts == sorted(starts)


RENAMED = (
    "Ilse Tarn, the mayor of Orvik, said the dam was safe. “We checked it,” Ms Tarn told Norda TV. She said it would hold.",
    "The dam is safe, Tarn said on Monday. Police accused Tarn of hiding a report, saying divers had warned her.",
    "“It is safe,” said Ilse Tarn, 54, an engineer.\n“It was checked on Friday by three divers.”\nTarn denied the report.",
    "Reuters quoted Ilse Tarn as saying the dam was safe. Sten Voll said Tarn had told the council so. He called Tarn “careless”.",
)


@pytest.mark.parametrize("text", RENAMED)
@pytest.mark.parametrize("surname", ["Hol", "Okonkwo-Reis", "O’Dwyer", "Marsh", "Lee", "García", "McAdam"])
def test_renaming_a_speaker_changes_only_the_speakers_name(text: str, surname: str) -> None:
    assert told(text.replace("Tarn", surname)) == [line.replace("Tarn", surname) for line in told(text)]


# Hostile text.


class TooSlowError(Exception):
    """The two seconds are over."""


@contextmanager
def two_seconds() -> Iterator[None]:
    """Stop what takes more than two seconds of computing instead of waiting for it."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, 2)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@pytest.mark.parametrize(
    "piece",
    [
        "”",
        "‘",
        ", ",
        "(",
        "[[",
        ")",
        ". ",
        "said ",
        "he said ",
        "said that ",
        "accused of ",
        "cited as saying ",
        "could not confirm ",
        "a report by ",
        "Ab of ",
        "Ab and ",
        "“Yes,” she said. ",
        "She said it.\n",
        "12 ",
        "x",
        "\u200d",
        '"',
        "“”",
        "said, ",
        "A ",
        "according to ",
        "Ilse Tarn met Sten Voll. She said it. ",
    ],
)
def test_hostile_text_is_read_in_time(piece: str) -> None:
    news = page((piece * 20_000)[:20_000])
    with two_seconds():
        find_statements(news)


def test_that_a_source_asks_not_to_be_named_is_no_statement() -> None:
    text = "Two sailors, who asked not to be named because they feared for their jobs, said the pumps had failed twice."
    assert [one.content.text for one in statements_in(text)] == ["the pumps had failed twice"]
