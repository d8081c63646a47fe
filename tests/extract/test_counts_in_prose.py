import re

import pytest

from onrecord.extract.figures import find_figures
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.extract.times import find_times
from onrecord.language.tagger import RuleTagger
from onrecord.model import Role
from tests.pages import page

ROLES: dict[str, Role] = {"TITLE": "title", "HEADING": "heading"}


def counts_in(text: str) -> list[tuple[str, str | None, str | None]]:
    """Read a page whose lines say their role where they are no paragraphs; give number, what it counts and who holds it."""
    lines = text.split("\n")
    roles = {n: ROLES[line.split(": ")[0]] for n, line in enumerate(lines) if line.split(": ")[0] in ROLES}
    made = page(re.sub(r"(?m)^(?:TITLE|HEADING): ", "", text), roles=roles)
    statements, _ = find_statements(made, read_page(made, RuleTagger()))
    found = find_figures(made, statements, find_times(made))
    return [(figure.text, figure.counted, figure.holder.name if figure.holder else None) for figure in found]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "TITLE: Storm kills nine in Ardlow\nNine people died when a roof fell in at Ardlow market, the coroner said.",
            [("nine", "people", "coroner"), ("Nine", "people", "coroner")],
        ),
        (
            "TITLE: Norrhavn ferry line to cut 240 by winter\n"
            "The Norrhavn ferry line will cut 240 jobs by the winter, its director, Per Aske, said on Monday.",
            [("240", "jobs", "Per Aske"), ("240", "jobs", "Per Aske")],
        ),
        (
            "Under the agreement, 40 miners are to be taken back in May and 15 in June. The company will also drop 300 "
            "lawsuits: 100, 120 and 80, year by year.",
            [
                ("40", "miners", "text of the agreement"),
                ("15", "miners", "text of the agreement"),
                ("300", "lawsuits", "text of the agreement"),
                ("100", "lawsuits", "text of the agreement"),
                ("120", "lawsuits", "text of the agreement"),
                ("80", "lawsuits", "text of the agreement"),
            ],
        ),
        (
            "Norway is looking for nine of its citizens after the landslide.",
            [("nine", "Norwegian citizens", None)],
        ),
        (
            "Denmark’s transport ministry said 12 of its nationals had been aboard the train.",
            [("12", "Danish nationals", "Danish transport ministry")],
        ),
        (
            "The foreign ministry in Rome said three Italians were still missing on the glacier.",
            [("three", "Italians", "Italian foreign ministry")],
        ),
        (
            "The union’s count stands at 61 closed pits; the company’s is 44.",
            [("61", "closed pits", "union"), ("44", "closed pits", "company")],
        ),
        (
            "“The first tram left before dawn,” the depot’s manager, Ida Storm, said, adding that nine had gone out within the hour.",
            [("nine", "trams", "Ida Storm")],
        ),
        (
            "Clinics in the valley treated 31 people for burns, the health board said. 19 of them were children.",
            [("31", "people", "health board"), ("19", "children", "health board")],
        ),
        (
            "The mill, said the growers’ spokesman, Tor Vik, had violated the settlement 26 times in a month.",
            [("26", "violations", "Tor Vik")],
        ),
        (
            "The tram drivers have struck nine times since May, the operator said.",
            [("nine", "strikes", "operator")],
        ),
        (
            "About 80 people are in the camp. Two Danes had walked into a hostel, the embassy said. All 12 were flown home.",
            [("80", "people", None), ("Two", "Danes", "embassy"), ("12", "Danes", None)],
        ),
        (
            "HEADING: How many miners are still below?\n"
            "The company says its list has 61 names. The union’s list, pinned to the gate, has 70 names.",
            [("61", "miners", "company"), ("70", "miners", "union")],
        ),
        (
            "The bailiff, Ida Storm, had spoken earlier of 300 flooded cellars.",
            [("300", "flooded cellars", "Ida Storm")],
        ),
        (
            "An inventory kept by the parish’s surveyors shows 88 cracked chimneys: 40 in Upton and 48 in Ley.",
            [
                ("88", "cracked chimneys", "parish’s surveyors"),
                ("40", "cracked chimneys", "parish’s surveyors"),
                ("48", "cracked chimneys", "parish’s surveyors"),
            ],
        ),
        (
            "According to the election commission, 61 per cent of the voters turned out.",
            [("61 per cent", "per cent of the voters", "election commission")],
        ),
        (
            "Unions said 14,000 nurses walked out; the health board put the number at 9,500.",
            [("14,000", "nurses", "Unions"), ("9,500", "nurses", "health board")],
        ),
        (
            "The island has 212 cases and 14 deaths, the health ministry said. Of the cases, 30 are in children.",
            [("212", "cases", "health ministry"), ("14", "people", "health ministry"), ("30", "cases", None)],
        ),
        (
            "At least 70 houses were flooded and 12 swept away, according to the district council.",
            [("70", "houses", "district council"), ("12", "houses", "district council")],
        ),
        (
            "The quake killed 44 people and injured 310, officials said.",
            [("44", "people", "officials"), ("310", "people", "officials")],
        ),
        (
            "Of the 21 councillors, 12 voted for the dam and nine against.",
            [("21", "councillors", None), ("12", "councillors", None), ("nine", "councillors", None)],
        ),
        (
            "Police counted 8,000 marchers; the organisers spoke of 25,000.",
            [("8,000", "marchers", "Police"), ("25,000", "marchers", "organisers")],
        ),
        (
            "Somebody had pinned up a note about the welders. By noon everyone knew that the six would be dismissed.",
            [("six", "welders", None)],
        ),
        (
            "The inspectors found nine breaches, five at the mill and four in the fields. The growers’ lawyers had "
            "complained of more than 60.",
            [("nine", "breaches", None), ("five", "breaches", None), ("four", "breaches", None), ("60", "breaches", None)],
        ),
        (
            "The fire burned 1,200 hectares, the forest service said.",
            [("1,200", "hectares", "forest service")],
        ),
        (
            "Of 120 passengers 30 were hurt, eight seriously.",
            [("120", "passengers", None), ("30", "passengers", None), ("eight", "passengers", None)],
        ),
        (
            "Sixty-four flats had been emptied by noon, according to a count by the tenants’ union.",
            [("Sixty-four", "flats", "tenants’ union")],
        ),
        (
            "HEADING: Coastguard counts 19 oil slicks\nCrews were still out at dusk.",
            [("19", "oil slicks", "Coastguard")],
        ),
        (
            "The liberals won 34 seats, the greens 29 and the farmers 12.",
            [("34", "seats", None), ("29", "seats", None), ("12", "seats", None)],
        ),
        (
            "It sold 300 tickets on Monday and 450 on Tuesday, the theatre said.",
            [("300", "tickets", "theatre"), ("450", "tickets", "theatre")],
        ),
        (
            "TITLE: Ferry sinks off Keld with 60 aboard\n"
            "A ferry carrying 60 pilgrims sank off Keld on Sunday, the coastguard said. Crews had pulled out 41 by dusk.",
            [("60", "pilgrims", "coastguard"), ("60", "pilgrims", "coastguard"), ("41", "pilgrims", None)],
        ),
        (
            "Eleven sailors came home on Sunday after a week adrift.\nThe navy said it had landed 11 people at Keld.",
            [("Eleven", "sailors", "navy"), ("11", "sailors", "navy")],
        ),
        (
            "The Miners’ Federation has 58 names on its list. The Labour Inspectorate has 61.",
            [("58", "names", "Miners’ Federation"), ("61", "names", "Labour Inspectorate")],
        ),
        (
            "The deckhands’ union, Hands of Keld, keeps its own tally, which runs to 36 sailors: 24 from the ferries and 12 from the tugs.",
            [("36", "sailors", "Hands of Keld"), ("24", "sailors", "Hands of Keld"), ("12", "sailors", "Hands of Keld")],
        ),
        (
            "The council’s list names 36 families, according to a copy released in Ardlow.",
            [("36", "families", "council")],
        ),
        (
            "Peter Dahl, the bailiff, said 70 huts had burned. Keld’s council has counted 55.",
            [("70", "huts", "Peter Dahl"), ("55", "huts", "Keld’s council")],
        ),
        (
            "“I have counted 14 bodies,” said Ole Krag, a diver. “There must be more.” The ministry would not give a number.",
            [("14", "bodies", "Ole Krag")],
        ),
        (
            "The dam held back 40 million tonnes of water. A nearby town of 3,000 people was emptied.",
            [("40 million", "tonnes of water", None), ("3,000", "people", None)],
        ),
        (
            "The strike cost the line 2.4 million crowns a day, Per Aske, its director, told the Herald. About 900 drivers "
            "had stayed at home, he said.",
            [("900", "drivers", "Per Aske")],
        ),
        (
            "Health officials in Norrhavn reported 48 new cases on Friday. Eleven were in hospital.",
            [("48", "new cases", "Health officials in Norrhavn"), ("Eleven", "new cases", None)],
        ),
        (
            "TITLE: Engineers condemn 31 bridges\n"
            "The inspection, ordered in May, is over. Thirty-one bridges must close, the road office said. The towns had "
            "feared 50.",
            [("31", "bridges", "road office"), ("Thirty-one", "bridges", "road office"), ("50", "bridges", "towns")],
        ),
        (
            "The navy said it had lost three boats and eight sailors. Two more were hurt.",
            [("three", "boats", "navy"), ("eight", "sailors", "navy"), ("Two", "sailors", None)],
        ),
        (
            "TITLE: Flood toll rises to 41 in Sarn valley\n"
            "The number of people killed in the Sarn valley floods has risen to 41, the interior ministry said on Tuesday.\n"
            "Another 17 are missing.",
            [("41", "people", "interior ministry"), ("41", "people", "interior ministry"), ("17", "people", None)],
        ),
        (
            "Rescue teams pulled 12 survivors from the hotel, three of them tourists, the fire brigade’s commander, Luz "
            "Arroyo, told reporters.",
            [("12", "survivors", "Luz Arroyo"), ("three", "tourists", "Luz Arroyo")],
        ),
        (
            "Of the 380 passengers on board, 352 have been accounted for, the ferry operator said.",
            [("380", "passengers", "ferry operator"), ("352", "passengers", "ferry operator")],
        ),
        (
            "The governor put the number of damaged homes at 2,100. The Red Crescent says 3,400.",
            [("2,100", "damaged homes", "governor"), ("3,400", "damaged homes", "Red Crescent")],
        ),
        (
            "According to the electoral commission, the Centre Party took 58 of the 120 seats and the Greens 21.",
            [("58", "seats", "electoral commission"), ("120", "seats", "electoral commission"), ("21", "seats", "electoral commission")],
        ),
        (
            "“We have 14 nurses for 60 beds,” said Mira Kosta, who runs the ward.",
            [("14", "nurses", "Mira Kosta"), ("60", "beds", "Mira Kosta")],
        ),
        (
            "Italy’s coastguard said 72 migrants had been taken off the boat, 11 of them children.",
            [("72", "migrants", "Italian coastguard"), ("11", "children", "Italian coastguard")],
        ),
        (
            "Police said they had arrested 46 demonstrators. Organisers put the figure at more than 100.",
            [("46", "demonstrators", "Police"), ("100", "demonstrators", "Organisers")],
        ),
        (
            "The rebels freed nine soldiers on Friday and a further 22 on Sunday, the mediators said.",
            [("nine", "soldiers", "mediators"), ("22", "soldiers", "mediators")],
        ),
        (
            "The audit office’s report lists 37 contracts without a tender: 21 at the port and 16 at the airport.",
            [("37", "contracts", "audit office"), ("21", "contracts", "audit office"), ("16", "contracts", "audit office")],
        ),
        (
            "Hospital officials said 31 people had been brought in. Eight had died by evening.",
            [("31", "people", "Hospital officials"), ("Eight", "people", None)],
        ),
        (
            "“I saw four buses, then two more,” said Karim Hadd, a shopkeeper.",
            [("four", "buses", "Karim Hadd"), ("two", "buses", "Karim Hadd")],
        ),
        (
            "The strike grounded 310 flights on Monday, the airport operator said. A further 280 were to be cancelled on Tuesday.",
            [("310", "flights", "airport operator"), ("280", "flights", None)],
        ),
        (
            "The mine’s owner, Ridge Coal, listed 88 men as missing; the union’s list had 93 names.",
            [("88", "men", "Ridge Coal"), ("93", "names", "union")],
        ),
        (
            "Under the ceasefire agreement, signed on Monday, each side is to pull back 20 kilometres and hand over 150 prisoners.",
            [("150", "prisoners", "text of the agreement")],
        ),
        (
            "Turnout was 43 percent, down from 57 percent four years ago, the commission said.",
            [("43 percent", "percent", "commission"), ("57 percent", "percent", "commission")],
        ),
        (
            "The landslide buried about 30 houses and a school. Seven bodies have been found, said Anil Rao, the district’s chief officer.",
            [("30", "houses", None), ("Seven", "bodies", "Anil Rao")],
        ),
        (
            "A leaked memo says the bank will close 64 branches. The bank declined to comment on the number.",
            [("64", "branches", "leaked memo")],
        ),
        (
            "The army said it had shot down 11 of 15 drones overnight.",
            [("11", "drones", "army"), ("15", "drones", "army")],
        ),
        (
            "Two hundred workers were inside when the roof fell, a spokesman for the plant said. All but 14 got out, he said.",
            [("Two hundred", "workers", "spokesman for the plant"), ("14", "workers", "spokesman for the plant")],
        ),
        (
            "The dam is to be emptied within 40 days. About 6,000 people will have to leave, the water authority estimates.",
            [("6,000", "people", "water authority")],
        ),
    ],
)
def test_a_number_is_told_with_what_it_counts_and_who_holds_it(text: str, counts: list[tuple[str, str | None, str | None]]) -> None:
    assert counts_in(text) == counts
