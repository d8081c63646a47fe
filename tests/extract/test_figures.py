import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.figures import find_figures
from onrecord.extract.holders import find_holder, spread_contents
from onrecord.extract.times import find_times
from onrecord.model import Figure, Published
from tests.pages import numbered, page, said

WEDNESDAY = Published("2031-04-09", "given", "2031-04-09", "2031-04-09")


def figures_in(text: str, published: Published | None = None) -> list[Figure]:
    read = page(text, published=published)
    return list(find_figures(read, (), find_times(read)))


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("Rescuers brought 14 Danish sailors ashore.", 14, "Danish sailors"),
        ("Thirty-two lorries were stopped.", 32, "lorries"),
        ("The port took in 1.2 million tonnes of grain.", 1_200_000, "tonnes of grain"),
        ("A dozen huts collapsed.", 12, "huts"),
        ("Dozens of villagers fled.", None, "villagers"),
        ("It cost $4.5 million.", 4_500_000, "$"),
        ("Turnout was 61 per cent of the members.", 61, "per cent of the members"),
        ("The wave killed one woman.", 1, "woman"),
        ("The ministry put arrests at 31.", 31, "arrests"),
    ],
)
def test_a_number_is_told_with_what_it_counts(text: str, value: float | None, counted: str) -> None:
    (figure,) = figures_in(text)
    assert (figure.value, figure.counted) == (value, counted)


@pytest.mark.parametrize(
    "text",
    [
        "The fleet had sailed in 2024.",
        "It began at 9.15am on 3 May 2031.",
        "They waited 40 minutes.",
        "No one was hurt.",
        "One of the crews turned back.",
        "Ines Dorval, 58, saw it.",
        "He boarded Air Force One.",
        "See paragraph 7.",
        "The wind reached 110km/h, or 68 mph.",
        "It needs two to dance.",
        "The two leaders met.",
        "a 12-year-old boy",
        "It was her third win, 3-1.",
    ],
)
def test_dates_ages_labels_measures_and_turns_of_phrase_count_nothing(text: str) -> None:
    assert figures_in(text) == []


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("about 300", "about"),
        ("some 300", "about"),
        ("nearly 300", "about"),
        ("at least 300", "at_least"),
        ("more than 300", "at_least"),
        ("over 300", "at_least"),
        ("up to 300", "at_most"),
        ("fewer than 300", "at_most"),
        ("a record of 300", "record"),
        ("a further 300", "additional"),
        ("another 300", "additional"),
        ("between 300 and 400", "between"),
        ("300", "exact"),
    ],
)
def test_the_words_before_a_number_bound_it(words: str, bound: str) -> None:
    (figure,) = figures_in(f"Crews moved {words} sheep.")
    assert (figure.value, figure.bound) == (300, bound)


@pytest.mark.parametrize(("words", "bound"), [("300 or so", "about"), ("300 more", "additional"), ("300 or more", "at_least")])
def test_the_words_after_a_number_bound_it_too(words: str, bound: str) -> None:
    assert figures_in(f"Crews moved {words} sheep.")[0].bound == bound


def test_parts_take_what_the_total_counts() -> None:
    found = figures_in("The navy boarded 40 trawlers and two tugs on the bank. 25 were let go and nine more held.")
    assert [figure.counted for figure in found] == ["trawlers", "tugs", "trawlers", "trawlers"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The rebels launched 20 gliders at Keld, killing three and wounding 12.", ["gliders", "people", "people"]),
        ("The grid lost 40 transformers in the fire. Nine were treated.", ["transformers", "people"]),
        ("The trawlers were in three rows: 12 were arrested.", ["rows", "people"]),
        ("Forty miners went down. Nine were hurt and two died.", ["miners", "miners", "miners"]),
        ("The ferry carried 90 Danes. Six were treated on the quay.", ["Danes", "Danes"]),
        ("Four villagers were killed and nine wounded.", ["villagers", "villagers"]),
        ("The rebels launched 20 gliders. Nine were shot down.", ["gliders", "gliders"]),
        ("The farm had 300 sheep. Forty drowned.", ["sheep", "sheep"]),
        ("Four men were shot. “We heard eight,” a neighbour said.", ["men", "shots"]),
        ("Rebels shelled the market. “I heard seven, maybe eight,” a baker said.", ["explosions", "explosions"]),
        ("The choir sang all night. “We heard three,” a neighbour said.", [None]),
        ("A gunman opened fire. Two guests were hurt. The inquiry heard that six had fled.", ["guests", "guests"]),
    ],
)
def test_only_people_are_killed_hurt_or_arrested(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in figures_in(text)] == counted


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Seven people were killed in Orvane, police said. The mayor says nine.", ["killed", "killed"]),
        ("The doctor certified seven deaths and treated 20 people. “The mayor says eight,” she said.", ["deaths", "treated", "deaths"]),
        ("The line bought seven ferries. The mayor says nine.", ["bought", None]),
    ],
)
def test_a_number_that_says_nothing_itself_takes_what_became_of_those_counted_before(text: str, events: list[str | None]) -> None:
    assert [figure.event for figure in figures_in(text)] == events


def test_a_count_of_them_says_what_they_are() -> None:
    assert [figure.counted for figure in figures_in("Nine people drowned, four of them children.")] == ["people", "children"]


@pytest.mark.parametrize(
    ("text", "event", "actor"),
    [
        ("The coastguard said its crews pulled out 14 sailors.", "pulled out", "its crews"),
        ("Rebels shot down 14 gliders.", "shot down", "Rebels"),
        ("Fourteen sailors were rescued by the navy.", "rescued", "the navy"),
        ("Fourteen gliders did not reach the coast.", "did not reach", None),
        ("Fourteen sailors left by boat.", "left by boat", None),
    ],
)
def test_the_event_is_the_verb_that_goes_with_the_count(text: str, event: str, actor: str | None) -> None:
    (figure,) = figures_in(text)
    assert (figure.event, figure.actor) == (event, actor)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Four passengers remain missing, the coastguard said.", "missing"),
        ("The quake struck at dawn, leaving 31 villagers homeless.", "homeless"),
        ("Some 300 villagers still remained stranded on Monday.", "stranded"),
        ("Some 300 villagers remained in the valley on Monday.", "remained"),
        ("The ferry left 31 passengers behind on the quay.", "left"),
    ],
)
def test_how_people_are_left_is_what_became_of_them(text: str, event: str) -> None:
    assert figures_in(text)[0].event == event


def test_the_place_is_the_one_named_beside_the_count() -> None:
    assert [figure.place for figure in figures_in("Six people died in Ardlow and nine in the northern Keld valley.")][:2] == [
        "Ardlow",
        "the northern Keld",
    ]


def test_a_count_holds_for_the_day_beside_it_or_else_for_the_page() -> None:
    found = figures_in("Six boats sank on Monday. Nine boats are missing. It has cost 80 lives since 2028.", WEDNESDAY)
    assert [figure.as_of for figure in found] == ["2031-04-07", "2031-04-09", "2031-04-09"]
    assert figures_in("Nine boats are missing.")[0].as_of is None
    assert figures_in("Six boats now lie idle, up from four in 2028.", WEDNESDAY)[0].as_of == "2031-04-09"


def test_the_holder_is_the_speaker_of_the_innermost_statement() -> None:
    text = "The agency said the mayor had told it 14 boats were lost. It was windy."
    inner = said(text, "14 boats were lost", by="the mayor", cue="told")
    outer = said(text, "the mayor had told it 14 boats were lost", by="The agency", cue="said")
    (figure,) = find_figures(page(text), numbered(outer, inner), ())
    assert figure.holder is not None
    assert figure.holder.name == "the mayor"
    assert find_holder(text, page(text).blocks[0].span, page(text).blocks[0].span, spread_contents((inner,)), {}) is None


def test_furniture_and_teasers_hold_no_figures() -> None:
    assert find_figures(page("Subscribe for 3 euros\nRead 12 recipes", roles={0: "furniture", 1: "teaser"}), (), ()) == ()


@given(st.text(alphabet="one of 12,5 them: two more, and about half a dozen boats were. Sank by The rest’", max_size=150))
def test_every_span_cuts_exactly_its_words(text: str) -> None:
    found = figures_in(text) if text.strip() else []
    assert all(text[figure.span.start : figure.span.end] == figure.text for figure in found)


@pytest.mark.parametrize("piece", ["9 ", "two of them, ", "number of a ", "in the Keld ", "the boats are 9 ", "Of "])
def test_hostile_text_takes_no_longer_than_other_text(piece: str) -> None:
    hostile = page(piece * (12_000 // len(piece)))
    began = time.process_time()
    find_figures(hostile, (), ())
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Asked about the owners’ figure of 48 trawlers, she shrugged.", ["owners"]),
        ("Karl Oden had previously insisted on 36 trawlers.", ["Karl Oden"]),
        ("The union stood by its own count of 51 trawlers.", ["union"]),
        ("The treaty provided for 12 trawlers.", ["text of the treaty"]),
        ("He had insisted on 36 trawlers.", [None]),
        ("In all 48 trawlers sank.", [None]),
    ],
)
def test_a_figure_outside_statements_is_held_by_whoever_s_count_it_is_said_to_be(text: str, holders: list[str | None]) -> None:
    found = find_figures(page(text), (), ())
    assert [figure.holder.name if figure.holder else None for figure in found] == holders


def test_what_a_number_was_raised_from_was_given_by_the_same_holder() -> None:
    text = "The harbour office counted 36 wrecks, up from 27."
    assert [figure.holder.name for figure in find_figures(page(text), (), ()) if figure.holder] == ["harbour office", "harbour office"]


def test_a_headline_counts_what_the_same_number_counts_below_and_is_held_by_whoever_gave_it() -> None:
    text = "Quarry to shed 240\nThe quarry will shed 240 jobs. A bridge nearby cost 240 crowns."
    made = page(text, roles={0: "title"})
    found = find_figures(made, numbered(said(text, "will shed 240 jobs", by="The quarry")), ())
    assert [(figure.counted, figure.holder.name if figure.holder else None) for figure in found][:2] == [("jobs", "The quarry")] * 2


def test_a_numbered_line_and_a_multiple_count_nothing() -> None:
    assert figures_in("3. The quarry") == []
    assert [figure.counted for figure in figures_in("She wrote a book three times as long as his.")] == ["times"]
