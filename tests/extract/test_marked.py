"""What a tagger marks, put together with what the rules read."""

from onrecord.extract.reading import Reading, read_page
from onrecord.extract.statements import find_statements
from onrecord.language.marks import Attribution, Marks
from onrecord.language.tagger import RuleTagger
from onrecord.model import Span, Statement
from tests.pages import page


def told(text: str, *marked: tuple[str, str | None, tuple[str, ...]], weight: float = 0.9, title: bool = False) -> tuple[Statement, ...]:
    """Find the statements of a text in which a tagger has marked cues with their sources and contents."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    attributions = tuple(
        Attribution(span(cue), span(source) if source else None, tuple(map(span, content)), weight) for cue, source, content in marked
    )
    news = page(text, roles={0: "heading"} if title else {})
    lines = read_page(news, RuleTagger()).lines
    return find_statements(news, Reading(lines, Marks((), attributions)))[0]


def test_a_cue_that_no_list_has_makes_a_statement() -> None:
    (statement,) = told(
        "The ferrymen of Orlen bristle at the new timetable.",
        ("bristle at", "The ferrymen of Orlen", ("the new timetable",)),
    )
    assert statement.cue is not None
    assert (statement.cue.text, statement.content.text) == ("bristle at", "the new timetable")


def test_a_tagger_that_is_not_sure_is_not_believed() -> None:
    text = "The ferrymen of Orlen bristle at the new timetable."
    assert told(text, ("bristle at", "The ferrymen of Orlen", ("the new timetable",)), weight=0.1) == ()


def test_what_the_rules_read_stands_though_the_tagger_saw_nothing() -> None:
    assert [s.content.text for s in told("The harbour master said the quay was shut.")] == ["the quay was shut"]


def test_a_source_with_its_description_is_kept_whole_and_still_is_the_person() -> None:
    text = "Ilse Tarn runs the harbour. Tarn, who has held the post since May, said the quay was shut."
    (statement,) = told(text, ("said", "Tarn, who has held the post since May", ("the quay was shut",)))
    assert statement.speaker is not None
    assert (statement.speaker.text, statement.speaker.name) == ("Tarn, who has held the post since May", "Ilse Tarn")


def test_who_is_whoever_stands_before_it() -> None:
    text = "The letter went to Ilse Tarn, who said the quay was shut."
    (statement,) = told(text, ("said", "who", ("the quay was shut",)))
    assert statement.speaker is not None
    assert (statement.speaker.text, statement.speaker.name) == ("who", "Ilse Tarn")


def test_a_second_cue_that_the_tagger_took_for_content_still_tells_of_its_own() -> None:
    text = "The mayor said 40 homes had burned and accused the fire service of sending help late."
    statements = told(text, ("said", "The mayor", ("40 homes had burned and accused the fire service of sending help late",)))
    assert [s.act for s in statements] == ["assert", "accuse"]
    assert statements[0].content.text == "40 homes had burned"


def test_what_others_do_behind_as_is_no_part_of_what_is_said_in_a_heading() -> None:
    marked = ("backs", "Minister", ("sale of Orvik dam as divers march",))
    (statement,) = told("Minister backs sale of Orvik dam as divers march", marked, title=True)
    assert statement.content.text == "sale of Orvik dam"


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    text = "Ilse Tarn has told anyone who would listen that the quay was shut."
    (statement,) = told(text, ("has told", "Ilse Tarn", ("anyone who would listen that the quay was shut",)))
    assert statement.content.text == "the quay was shut"


def test_what_a_tagger_that_is_not_sure_takes_from_another_sentence_is_left_out() -> None:
    text = "Ilse Tarn insisted on 42. The register shows the call at dawn."
    statements = told(text, ("insisted on", "Ilse Tarn", ("42", "the call at dawn")), weight=0.1)
    assert [s.content.text for s in statements] == ["42"]


def test_a_refusal_keeps_the_shape_that_the_rules_give_it() -> None:
    text = "A police spokesman said he could “neither confirm nor deny” that anyone had been detained."
    marked = ("said", "A police spokesman", ("he could “neither confirm nor deny” that anyone had been detained",))
    (statement,) = told(text, marked)
    assert (statement.act, statement.content.text) == ("neither", "anyone had been detained")


def test_neither_is_nobody_who_neither_confirms_nor_denies() -> None:
    text = "The harbour board neither confirmed nor denied the sale."
    (statement,) = told(text, ("confirmed nor denied", "neither", ("the sale",)))
    assert statement.speaker is not None
    assert (statement.act, statement.speaker.text) == ("neither", "The harbour board")


def test_what_neither_of_two_confirms_is_not_confirmed() -> None:
    text = "Neither the board nor the union confirmed the sale."
    (statement,) = told(text, ("confirmed", "Neither the board nor the union", ("the sale",)))
    assert statement.act == "neither"


def test_a_source_with_a_place_behind_it_is_not_the_place() -> None:
    text = "The keeper of the lock above Orlen said the quay was shut."
    (statement,) = told(text, ("said", "The keeper of the lock above Orlen", ("the quay was shut",)))
    assert statement.speaker is not None
    assert statement.speaker.name == "keeper of the lock above Orlen"


def test_a_relay_stays_a_relay() -> None:
    text = "The quay was shut, Ilse Tarn said, according to the Orlen Herald."
    (statement,) = told(text, ("said", "Ilse Tarn", ("The quay was shut",)))
    assert [relay.text for relay in statement.via] == ["the Orlen Herald"]


def test_a_quotation_that_goes_on_in_its_paragraph_is_one_statement() -> None:
    text = "“It was quick,” Ilse Tarn said. “Nobody was hurt.”"
    (statement,) = told(text, ("said", "Ilse Tarn", ("“It was quick,”", "“Nobody was hurt.”")))
    assert (statement.content.text, statement.quoted) == ("It was quick Nobody was hurt", "direct")


def test_what_is_said_in_the_next_paragraph_is_carried_over() -> None:
    text = "“It was quick,” Ilse Tarn said.\n“And then the light went out on the whole of the northern pier.”"
    first, second = told(
        text, ("said", "Ilse Tarn", ("“It was quick,”", "“And then the light went out on the whole of the northern pier.”"))
    )
    assert first.content.text == "It was quick"
    assert second.speaker is not None
    assert (second.speaker.how, second.speaker.span, second.speaker.name) == ("carried", None, "Ilse Tarn")


def test_words_of_a_stance_tell_the_act() -> None:
    (statement,) = told(
        "The ferrymen of Orlen have long wanted a second pier.", ("have long wanted", "The ferrymen of Orlen", ("a second pier",))
    )
    assert statement.act == "intend"


def test_a_quotation_of_an_earlier_sentence_is_not_taken_in_by_a_cue_with_words_of_its_own() -> None:
    text = "“The ferry never comes.” Two of the captains said the timetable was made in a hurry."
    marked = ("said", "Two of the captains", ("“The ferry never comes.”", "the timetable was made in a hurry"))
    assert "the timetable was made in a hurry" in [s.content.text for s in told(text, marked)]


def test_beside_a_quotation_that_the_rules_know_too_only_the_quoted_counts() -> None:
    text = "“The catch was good,” said Sten Orval, wiping salt off his face."
    (statement,) = told(text, ("said", "Sten Orval", ("“The catch was good,”", "wiping salt off his face")))
    assert statement.content.text == "The catch was good"


def test_whom_it_is_said_of_does_not_say_it() -> None:
    text = "The warden was said to be tired of the quay."
    (statement,) = told(text, ("was said", "The warden", ("to be tired of the quay",)))
    assert statement.speaker is None


def test_no_one_says_nothing() -> None:
    assert told("No one knows how many ferries are still out.", ("knows", "No one", ("how many ferries are still out",))) == ()


def test_words_of_the_next_paragraph_are_not_those_of_whom_the_tagger_gives_them_to() -> None:
    text = "The dam was holding, the water board said.\nSome 200 people had been moved by noon, Ilse Tarn told reporters."
    marked = ("said", "the water board", ("Some 200 people had been moved by noon",))
    assert [(s.speaker and s.speaker.name, s.content.text) for s in told(text, marked)] == [
        ("water board", "The dam was holding"),
        ("Ilse Tarn", "Some 200 people had been moved by noon"),
    ]


def test_words_that_follow_a_colon_are_the_speakers_though_they_stand_in_the_next_paragraph() -> None:
    text = "The water board said on its page:\nThe dam is holding and nobody need leave."
    (statement,) = told(text, ("said", "The water board", ("The dam is holding and nobody need leave",)))
    assert statement.speaker is not None
    assert statement.speaker.name == "water board"


def test_a_body_that_is_named_beside_what_it_is_goes_by_its_name() -> None:
    text = "The charity, Bread and Salt, said 40 boys were missing."
    (statement,) = told(text, ("said", "The charity, Bread and Salt", ("40 boys were missing",)))
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.how) == ("Bread and Salt", "named")
