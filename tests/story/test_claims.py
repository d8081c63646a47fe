import pytest

from onrecord.record.schema import as_json
from tests.story.records import claim_of, history, record

SHELLING = ("3", "Villagers said soldiers had shelled the bridge at Torvik on Monday.")
DAM = ("3", "The mayor, Jonas Brandt, said the dam had been sabotaged. “Somebody wanted this dam to burst,” he said.")


def test_a_claim_that_one_party_makes_is_claimed_however_often_it_is_printed():
    words = "The bridge was closed for repairs in April, the transport minister, Lea Morand, told Radio Sund."
    made = record(
        ("3", "The transport minister, Lea Morand, told Agency North that the bridge was closed for repairs in April."), ("4", words)
    )
    claim = claim_of(made, "bridge was closed")
    assert (claim.standing, claim.origins, len(claim.members)) == ("claimed", 1, 2)
    assert claim.folded[0].why == "Lea Morand is quoted in 2 captures."


def test_two_spokesmen_of_one_body_are_one_party():
    text = "Fire service spokeswoman Ida Lund said 20 houses had burned in Torvik. The fire service said the houses that burned were empty."
    claim = claim_of(record(("3", text)), "20 houses")
    assert claim.origins == 1
    assert "Ida Lund and fire service speak for one party" in claim.folded[0].why


def test_what_two_parties_say_is_corroborated():
    first = ("3", "The coastguard said 40 passengers were rescued from the ferry Alma on Sunday.")
    made = record(first, ("4", "The ferry line said 40 passengers had been rescued from the Alma."))
    assert history(claim_of(made, "40 passengers")) == [("claimed", "coastguard"), ("corroborated", "ferry line")]


def test_a_wire_that_names_a_day_without_its_year_comes_before_what_was_told_since():
    first = ("3", "The fire service said 40 people had been evacuated from flooded homes in Torvik on Saturday.")
    later = ("9", "The fire service said 55 people had been evacuated from flooded homes in Torvik.")
    wire = "TORVIK, May 4 (Havnpress) - 48 people had been evacuated from flooded homes in Torvik by Sunday, the fire service said."
    claim = claim_of(record(first, later, ("", wire)), "evacuated")
    assert [event.capture for event in claim.history] == ["1.txt", "3.txt"]


def test_who_speak_of_one_matter_do_not_corroborate_each_other_unless_they_say_the_same():
    said = "Tests of the brakes took two weeks, the operator said. The tests were too simple, the engineer Ola Brandt said."
    claim = claim_of(record(("3", f"{said} The mayor, Ida Lund, said more tests would make the tram dear.")), "two weeks")
    assert (claim.standing, claim.origins, len(claim.members)) == ("claimed", 1, 3)


def test_who_admits_something_else_does_not_confirm_what_was_claimed():
    said = "Harbour workers said the tanker Oriel leaked fuel into the bay on Friday."
    admitted = "The captain admitted he was worried about the age of the lifeboats and the training of his cooks."
    assert claim_of(record(("3", f"{said} {admitted}")), "leaked fuel").standing == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "The economy of Sudara grew 1.1% in the first quarter, 3.8% year on year. It grew 1.1% on the quarter, the statistics office said.",
        "The ministry said 12 floors had been given back. The office at 180 Kent Street holds the navy now, the mayor, Jonas Brandt, said.",
        "The band sold 60 records in May and 20 records in June.",
    ],
)
def test_numbers_of_different_things_on_one_page_are_neither_disputed_nor_revised(text: str):
    assert {claim.standing for claim in record(("3", text)).claims} <= {"claimed", "corroborated"}


@pytest.mark.parametrize("verb", ["acknowledged", "confirmed", "admitted"])
def test_someone_else_who_says_so_in_so_many_words_confirms_it(verb: str):
    first = ("3", "Harbour workers said the tanker Oriel leaked fuel into the bay on Friday.")
    made = record(first, ("5", f"The port authority {verb} that the Oriel had leaked fuel into the bay."))
    claim = claim_of(made, "tanker Oriel")
    assert history(claim) == [("claimed", "Harbour workers"), ("confirmed", "port authority")]
    assert claim.history[-1].span.of(made.captures[1].page.capture.text).startswith(verb)


def test_a_denial_stands_until_the_one_who_denied_it_admits_it():
    denial = ("4", "The defence ministry denied that its soldiers had shelled the bridge at Torvik.")
    claim = claim_of(record(SHELLING, denial), "soldiers had shelled")
    assert history(claim) == [("claimed", "Villagers"), ("denied", "defence ministry")]
    claim = claim_of(record(SHELLING, denial, ("6", "The defence ministry admitted that soldiers had shelled the bridge.")), "soldiers had")
    assert [standing for standing, _ in history(claim)] == ["claimed", "denied", "confirmed"]


def test_a_denial_joins_what_it_denies_though_they_share_only_the_names():
    claim = ("3", "Opposition lawmakers said that weapons were shipped from Norland to Sudara in March.")
    made = record(claim, ("4", "Norland has denied any weapons transfers to Sudara."))
    assert history(claim_of(made, "weapons were shipped")) == [("claimed", "Opposition lawmakers"), ("denied", "Norland")]


def test_neither_confirming_nor_denying_leaves_a_claim_open():
    report = "The Morning Wire reported that a dock worker was being questioned over the fire."
    made = record(("3", f"{report} Police neither confirmed nor denied that anyone had been detained."))
    assert history(claim_of(made, "dock worker")) == [("claimed", "Morning Wire"), ("not_confirmed", "Police")]


def test_what_an_outlet_could_not_verify_is_what_was_said_before():
    text = "Rebels said they had shot down a helicopter near Torvik. The Gazette could not independently verify the claim."
    assert history(claim_of(record(("3", text)), "helicopter"))[-1] == ("not_confirmed", "Gazette")


def test_a_speaker_who_takes_it_back_withdraws_the_claim():
    back = "The mayor, Jonas Brandt, withdrew his claim that the dam had been sabotaged. “I was told wrong and I take it back,” he said."
    assert history(claim_of(record(DAM, ("6", back)), "dam had been")) == [("claimed", "Jonas Brandt"), ("withdrawn", "Jonas Brandt")]


def test_figures_that_cannot_both_hold_are_disputed():
    text = "The union said 300 miners walked out on Monday. The company said 120 miners walked out."
    assert history(claim_of(record(("3", text)), "300 miners"))[-1] == ("disputed", "company")


def test_another_value_by_the_same_holder_is_a_revision():
    first = ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake.")
    made = record(first, ("4", "The governor, Ana Ruel, said 19 people had been killed in the quake."))
    assert claim_of(made, "12 people").standing == "revised"
    assert [(point.value, point.bound, point.revises) for point in made.series[0].points] == [(12, "at_least", None), (19, "exact", 0)]


def test_at_least_twelve_and_then_nineteen_from_another_is_no_dispute():
    first = ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake.")
    made = record(first, ("4", "The Red Crescent said 19 people had died in the quake."))
    assert claim_of(made, "12 people").standing == "corroborated"
    assert [point.revises for point in made.series[0].points] == [None, None]


def test_the_drones_of_two_nights_are_two_claims():
    first = ("3", "The air force said 70 drones were shot down over the city on Sunday night.")
    made = record(first, ("4", "The air force said 31 drones were shot down over the city on Monday night."))
    assert [(claim.standing, len(claim.members)) for claim in made.claims] == [("claimed", 2), ("claimed", 2)]


def test_who_counts_hostages_does_not_count_prisoners():
    made = record(("3", "Rebels said 31 hostages were to be released in March. A court said 180 prisoners were to be released in May."))
    assert claim_of(made, "31 hostages") != claim_of(made, "180 prisoners")


def test_matters_that_look_alike_are_kept_apart():
    text = "Police said 14 people were killed in a bus crash near Torvik. Doctors said 9 people were treated after a blast in Maren."
    made = record(("3", text))
    assert claim_of(made, "14 people") != claim_of(made, "9 people")


def test_a_lone_remark_is_no_claim():
    assert record(("3", "“We stood on the pier until it got dark,” Leigh Varga said."), ("4", "Ida Lund said she was tired.")).claims == ()


def test_copies_of_one_text_are_one_origin():
    text = (
        "SUND (Agency North) - The ferry Alma ran aground off Maren late on Friday, the harbour master said.\n\n"
        "Divers found a gash of nine metres below the waterline, a salvage company said.\n\n"
        "The line said 212 passengers were carried ashore in fishing boats before dawn."
    )
    claim = claim_of(record(("Agency North 3", text), ("Maren Post 3", text), ("Sund Herald 4", text)), "212 passengers")
    assert (claim.origins, claim.standing) == (1, "claimed")


def test_the_order_of_the_pages_given_does_not_change_a_standing():
    later = ("6", "The defence ministry denied that its soldiers had shelled the bridge at Torvik.")
    one, two = (claim_of(record(*pages), "soldiers had shelled") for pages in ((SHELLING, later), (later, SHELLING)))
    assert history(one) == history(two)


def test_every_word_that_moves_a_standing_is_on_its_page():
    made = record(DAM, ("4", "Police denied that the dam had been sabotaged."))
    texts = {facts.page.capture.name: facts.page.capture.text for facts in made.captures}
    spans = [shift.span.of(texts[shift.capture]) for claim in made.claims for shift in claim.history]
    assert spans[-1] == "denied that the dam had been sabotaged"
    assert as_json(made, with_text=False)["claims"][0]["standing"] == "denied"


def test_the_dead_and_the_missing_of_one_sentence_are_two_claims():
    made = record(
        ("3", "The flood killed nine people in Torvik and left 31 missing, the fire service said."),
        ("4", "The fire service said 12 people were dead in Torvik. It said 20 people were missing there."),
    )
    values = {one.id: one.value for facts in made.captures for one in facts.figures}
    missing = claim_of(made, "20 people were missing")
    assert [values[one.figure] for one in missing.members if one.figure] == [31, 20]


def test_who_is_to_be_freed_has_not_been_freed():
    made = record(
        ("3", "Under the agreement, 14 sailors are to be freed in Brel on Friday."),
        ("4", "The Red Cross said 13 sailors had been freed in Brel."),
    )
    assert claim_of(made, "14 sailors") != claim_of(made, "13 sailors")


def test_two_of_the_tourists_are_not_the_four_hundred():
    made = record(
        ("3", "The embassy said about 400 Norwegian tourists were on the island."),
        ("4", "The clinic said two Norwegian tourists were among the patients."),
    )
    assert claim_of(made, "400 Norwegian") != claim_of(made, "two Norwegian")


def test_who_says_that_he_did_not_write_it_denies_what_the_paper_says():
    made = record(
        ("3", "A memo said the harbour crane would be sold."),
        ("4", "The harbour director, Ada Quell, said the memo was a forgery."),
    )
    assert history(claim_of(made, "harbour crane")) == [("claimed", "memo"), ("denied", "Ada Quell")]


def test_those_not_heard_from_are_no_denial_that_some_are_missing():
    made = record(
        ("3", "The mine owner said nine miners were missing at Torvik."),
        ("4", "The miners’ union said 14 miners had not been heard from at Torvik."),
    )
    assert "denied" not in {standing for standing, _ in history(claim_of(made, "nine miners"))}


def test_what_is_wanted_is_no_value_that_is_revised():
    made = record(
        ("3", "The teachers’ union in Brel demanded a pay rise of 9 percent."),
        ("4", "The teachers’ union in Brel said the pay rise on offer was worth 4 percent."),
    )
    assert "revised" not in {standing for claim in made.claims for standing, _ in history(claim)}


def test_what_an_earlier_version_said_is_taken_back():
    made = record(
        ("3", "Harbour workers said the tanker Oriel leaked fuel into the bay on Friday."),
        ("4", "The harbour was calm. An earlier version said that the tanker Oriel had leaked fuel into the bay."),
    )
    assert claim_of(made, "leaked fuel into the bay on").standing == "withdrawn"


def test_breaches_by_one_side_do_not_dispute_those_by_the_other():
    made = record(
        ("3", "The rebels, who hold Maren, said the army had violated the ceasefire 19 times since Friday."),
        ("4", "The army, which holds Torvik, said the rebels had violated the ceasefire 8 times since Friday."),
    )
    assert "disputed" not in {standing for claim in made.claims for standing, _ in history(claim)}


def test_parts_that_make_up_a_total_do_not_dispute_it():
    made = record(
        ("3", "The mediator, Lea Morand, said 14 hostages would be freed on Monday, 9 on Tuesday and 4 on Friday."),
        ("4", "The Red Cross said 27 hostages would be freed."),
    )
    assert claim_of(made, "27 hostages") == claim_of(made, "14 hostages")
    assert "disputed" not in {standing for standing, _ in history(claim_of(made, "27 hostages"))}


@pytest.mark.parametrize(("other", "standing"), [("3,150", "corroborated"), ("3,320", "disputed")])
def test_about_misses_by_what_it_is_rounded_to(other: str, standing: str):
    made = record(
        ("3", "The fire service said about 3,100 villagers had been evacuated from Maren."),
        ("3", f"The army said {other} villagers had been evacuated from Maren."),
    )
    assert claim_of(made, "about 3,100").standing == standing


def test_hostages_who_were_freed_are_not_those_to_be_freed():
    made = record(
        ("3", "Under the deal, 30 hostages will be freed in May, the mediator, Lea Morand, said."),
        ("9", "The Red Cross said 11 hostages had been flown out of Maren on Monday."),
    )
    assert claim_of(made, "30 hostages") != claim_of(made, "11 hostages")


def test_what_an_outlet_counts_itself_rests_on_whoever_is_quoted_of_it():
    made = record(
        ("3", "The coastguard said 40 passengers were missing from the ferry Alma."),
        ("4", "Nine passengers of the ferry Alma are still missing in the bay."),
    )
    assert claim_of(made, "40 passengers") == claim_of(made, "Nine passengers")
    assert [origin.who for origin in claim_of(made, "40 passengers").folded] == ["coastguard"]


def test_the_dead_of_a_flood_long_ago_are_not_those_of_today():
    made = record(
        ("3", "The mayor, Jonas Brandt, said six people were killed by the flood at Torvik."),
        ("4", "A flood at Torvik killed eight people in 1998."),
    )
    assert claim_of(made, "six people").standing == "claimed"
    assert len(claim_of(made, "six people").members) == 2


def test_who_asks_for_something_does_not_make_the_claim():
    made = record(
        ("3", "The fire service said 900 villagers had been evacuated from Maren."),
        ("4", "The governor, Ana Ruel, demanded that more villagers be evacuated from Maren."),
    )
    assert claim_of(made, "900 villagers").origins == 1


def test_a_claim_that_nobody_is_quoted_with_is_told_in_the_words_of_who_denies_it():
    made = record(
        ("3", "The operator denied that it had been warned of cracks in the flooded tunnel."),
        ("4", "The operator denied it was warned. Divers entered the flooded tunnel, an officer at the site said."),
        ("5", "The operator denied once more that it was warned of cracks."),
    )
    assert claim_of(made, "warned of cracks").text == "it had been warned of cracks in the flooded tunnel"


def test_what_the_outlet_tells_beside_what_was_said_is_not_the_speaker_s():
    made = record(
        ("3", "The coastguard said 640 tourists were evacuated from the island."),
        ("4", "A furious mayor said help came late, as more than 600 tourists were evacuated from the island."),
    )
    assert [origin.who for origin in claim_of(made, "640 tourists").folded] == ["coastguard"]


def test_who_would_not_confirm_it_and_later_does_confirms_it():
    made = record(
        ("3", "The Norland embassy neither confirmed nor denied that a Norwegian diver, missing for weeks, was among those held."),
        ("9", "Rain fell on Maren. The Norland embassy confirmed that one Norwegian had been let go."),
    )
    assert [standing for standing, _ in history(claim_of(made, "Norwegian diver"))] == ["not_confirmed", "confirmed"]


def test_how_many_people_say_it_is_no_part_of_a_claim():
    made = record(("3", "The pilot was freed at noon, according to three people who work at the airport in Maren. Police denied it."))
    assert not claim_of(made, "freed at noon").members[0].figure
    assert len(claim_of(made, "freed at noon").members) == 2
