from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.match import Match
from onrecord.copies.matching import Matcher, find_matches
from onrecord.copies.repeats import find_repeats
from onrecord.copies.syndication import find_copies
from onrecord.model import Copy, Page, Repeat
from onrecord.settings import PassageSettings
from tests.pages import page

MAYOR = "Mayor Odile Hartmann told Radio Westmark that the harbour bridge would stay shut until Thursday evening."
RETOLD = "The harbour bridge would stay shut until Thursday evening, the mayor, Odile Hartmann, told Radio Westmark."
FERRY = "The last ferry to Pellin island left the quay at dawn with some sixty passengers on board, witnesses said."
ROOF = "Firefighters spent the night pumping sea water out of the old fish market, whose roof had come down."
APPEAL = "Your gift keeps our reporters out in every storm, so please support the Westmark Echo from one euro a month."


def words(found: Page, repeat: Repeat) -> tuple[str, str]:
    text = found.capture.text
    return repeat.span.of(text), repeat.of.span.of(text)


def test_a_paragraph_told_again_further_down_is_a_repeat_of_the_first():
    found = page(f"{MAYOR}\n\n{FERRY}\n\n{MAYOR}")
    (repeat,) = find_repeats([found])[0]
    assert repeat.kind == "within"
    assert words(found, repeat) == (MAYOR, MAYOR)
    assert repeat.of.span.start == 0


def test_where_the_page_tells_the_times_the_entry_posted_first_was_first():
    found = page(f"{MAYOR}\n\n{MAYOR}", posted={0: "2024-03-01T12:00:00+00:00", 1: "2024-03-01T09:00:00+00:00"})
    (repeat,) = find_repeats([found])[0]
    assert repeat.span.start == 0
    assert repeat.of.span.start > 0


@pytest.mark.parametrize(
    "again",
    [
        "The harbour bridge would stay shut until Thursday evening, the mayor, Odile Hartmann, told Radio Westmark.",
        "Odile Hartmann, the mayor, has told Radio Westmark the harbour bridge will stay shut until Thursday evening.",
        "• The harbour bridge would stay shut until Thursday evening, mayor Hartmann told Radio Westmark",
    ],
)
def test_news_told_again_in_nearly_the_same_words_is_a_repeat(again: str):
    found = page(f"{MAYOR}\n\n{FERRY}\n\n{again}")
    assert [words(found, repeat) for repeat in find_repeats([found])[0]] == [(again, MAYOR)]


@pytest.mark.parametrize(
    "other",
    [
        "Mayor Odile Hartmann told Radio Westmark that the town would ask the province for twelve more pumps.",
        "The harbour bridge is the only road to Pellin.",
        "Mayor Odile Hartmann denied telling Radio Westmark that the harbour bridge would stay shut until Thursday evening.",
    ],
)
def test_other_news_of_the_same_people_is_no_repeat(other: str):
    assert find_repeats([page(f"{MAYOR}\n\n{FERRY}\n\n{other}")]) == ((),)


def test_the_same_sentence_with_other_numbers_is_other_news():
    told = "Coastguard crews took {} people off the stranded ferry overnight, the harbour master said on the radio."
    assert find_repeats([page(told.format(15) + "\n\n" + told.format(31))]) == ((),)


def test_a_quotation_used_again_in_a_longer_sentence_is_cut_out_of_it():
    quote = "“We will open the bridge when the engineers tell us that it will carry a fire engine”"
    longer = f"Asked again on the quay, between two showers, what people in Pellin should expect, Hartmann answered: {quote} and drove off."
    longer = longer.replace("the quay", "the quay by a baker, a pilot and four schoolchildren with buckets and a dog")
    found = page(f"{quote}, Hartmann said.\n\n{FERRY}\n\n{longer}")
    (repeat,) = find_repeats([found])[0]
    assert "open the bridge when the engineers" in words(found, repeat)[0]
    assert "two showers" not in words(found, repeat)[0]


def test_a_summary_and_the_words_that_follow_it_are_no_repeat():
    summary = "Hartmann said that people should keep off the harbour bridge until the engineers had seen every cable."
    quote = "“Keep off the bridge, all of you, bicycles too, until the engineers have seen the cables one by one,” she said."
    assert find_repeats([page(f"{summary}\n{quote}")]) == ((),)


def test_furniture_is_never_compared():
    assert find_repeats([page(f"{APPEAL}\n\n{MAYOR}\n\n{APPEAL}", roles={0: "furniture", 2: "furniture"})]) == ((),)


def test_a_heading_is_no_repeat_of_the_news_it_announces():
    heading = "Harbour bridge would stay shut until Thursday evening, mayor tells Radio Westmark"
    assert find_repeats([page(f"{heading}\n{FERRY}\n{MAYOR}", roles={0: "heading"})]) == ((),)


def test_neighbouring_sentences_make_one_repeat():
    found = page(f"{MAYOR} {FERRY}\n\n{ROOF}\n\n“Go home.” {MAYOR} {FERRY}")
    assert [words(found, repeat) for repeat in find_repeats([found])[0]] == [(f"{MAYOR} {FERRY}", f"{MAYOR} {FERRY}")]


def test_a_shared_passage_is_reported_on_the_page_given_later():
    one = page(f"{MAYOR}\n{ROOF}", name="one.txt", outlet="Echo")
    two = page(f"Nobody was hurt.\n{MAYOR}\nSchools in Lorne reopen on Friday after a week of frost.", name="two.txt", outlet="Courier")
    first, second = find_repeats([one, two])
    assert first == ()
    assert [(repeat.kind, repeat.of.capture) for repeat in second] == [("passage", "one.txt")]


def test_the_same_news_in_another_outlet_s_own_words_is_no_shared_passage():
    own = (
        "Until Thursday evening nobody will cross: the bridge at the harbour stays shut, Westmark's Odile Hartmann, the mayor, told radio."
    )
    assert find_repeats([page(MAYOR, name="one.txt"), page(own, name="two.txt")]) == ((), ())


def test_a_reprint_given_first_still_repeats_its_origin():
    pages = [page(f"{MAYOR}\n{FERRY}", name="reprint.txt"), page(f"{MAYOR}\n{FERRY}", name="wire.txt")]
    found = find_repeats(pages, [Copy("reprint.txt", "wire.txt", "syndication", 1.0, "Agency Lorne")])
    assert {(repeat.kind, repeat.of.capture) for repeat in found[0]} == {("syndication", "wire.txt")}
    assert found[1] == ()


def test_what_is_shared_between_two_captures_of_one_page_is_a_revision():
    pages = [page(f"{MAYOR}\n{FERRY}\n{ROOF}", name=name, outlet="Echo") for name in ("noon.txt", "night.txt")]
    repeats = find_repeats(pages, find_copies(pages))
    assert [repeat.kind for repeat in repeats[1]] == ["revision"] * 3
    assert repeats[0] == ()


def test_what_is_told_three_times_is_a_repeat_of_the_first_and_not_of_a_repeat():
    told = [
        "Mayor Odile Hartmann told Radio Westmark that the harbour bridge would stay shut until Thursday evening.",
        "Hartmann, the mayor, told Radio Westmark on Tuesday that the old harbour bridge would stay shut until Thursday evening.",
        "On Tuesday the mayor told Radio Westmark that the old harbour bridge would stay shut until Thursday evening.",
    ]
    found = page(f"{told[0]}\n\n{FERRY}\n\n{told[1]}\n\n{ROOF}\n\n{told[2]}")
    assert [words(found, repeat) for repeat in find_repeats([found])[0]] == [(told[1], told[0]), (told[2], told[0])]


def test_a_sentence_of_a_paragraph_that_is_itself_told_again_is_followed_to_its_own_words():
    found = page(f"{MAYOR} {FERRY}\n\n{ROOF}\n\n{MAYOR} {FERRY}")
    other = page(f"Nobody was hurt.\n\n{FERRY}", name="two.txt")
    (_, (repeat,)) = find_repeats([found, other])
    assert repeat.of.span.of(found.capture.text) == FERRY
    assert repeat.of.span.start == len(MAYOR) + 1


def test_no_repeat_points_to_another_one_of_its_kind_on_its_page():
    text = "\n\n".join([MAYOR, FERRY, f"{ROOF} {MAYOR}", MAYOR.replace("told", "has told"), f"{MAYOR} {FERRY}", FERRY, ROOF])
    repeats = find_repeats([page(text)])[0]
    assert repeats
    assert not [one for one in repeats for other in repeats if other.span.covers(one.of.span)]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("Bakers queued before Orlensk windmill gates carrying rye.", "oats"),
        ("Judges freed seven smugglers after Pelusa customs hearing.", "verdict"),
        ("Goats blocked Halden tramway tracks during market rush.", "parade"),
    ],
)
def test_how_like_two_sentences_are_goes_by_all_their_words_whichever_these_are(sentence: str, other: str):
    changed = f"{sentence.rsplit(maxsplit=1)[0]} {other}."
    found = page("\n\n".join((sentence, "Rain fell.", "It was dark.", "Nobody came.", changed)))
    ((told,),) = (match.told for match in find_matches([found]))
    sentences = (8 + 2 + 3 + 2 + 8) / PassageSettings().sentence_words
    six_of_both, one_of_one = 6 * log1p(sentences / 2), log1p(sentences)
    assert told.likeness == pytest.approx(six_of_both / (six_of_both + one_of_one))


@given(st.lists(st.lists(st.sampled_from([MAYOR, FERRY, ROOF, APPEAL, RETOLD]), min_size=1, max_size=4), max_size=9))
def test_pages_read_together_tell_again_what_they_tell_when_each_is_added_alone(texts: list[list[str]]):
    pages = [page("\n\n".join(paragraphs), name=f"{number}.html") for number, paragraphs in enumerate(texts)]
    alone = Matcher()
    assert [*map(told, find_matches(pages))] == [told(match) for one in pages for match in alone.add(one)]


def told(match: Match) -> tuple[object, ...]:
    return match.one, match.two, match.share, match.containment, [(one.spans, one.likeness, one.run) for one in match.told]
