import pytest

from tests.story.records import record


@pytest.mark.parametrize(
    ("pages", "kind", "text"),
    [
        (
            (("3", "The union said 300 miners walked out on Monday. The company said 120 miners walked out."),),
            "disputed",
            "Miners walked out: the figures given cannot all hold: 300 (union), 120 (company).",
        ),
        (
            (
                ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake."),
                ("4", "The governor, Ana Ruel, said 19 people had been killed in the quake."),
            ),
            "revised",
            "Ana Ruel: 19 people killed now, at least 12 before.",
        ),
        (
            (
                ("3", "Villagers said soldiers had shelled the bridge at Torvik. The army denied that soldiers had shelled the bridge."),
                ("6", "The army admitted that soldiers had shelled the bridge at Torvik."),
            ),
            "confirmed",
            "Army confirmed what had been denied: soldiers had shelled the bridge at Torvik.",
        ),
        (
            (
                ("3", "The mayor, Jonas Brandt, said the dam had been sabotaged."),
                ("6", "The mayor, Jonas Brandt, withdrew his claim that the dam had been sabotaged."),
            ),
            "withdrawn",
            "Jonas Brandt took back what had been said: the dam had been sabotaged.",
        ),
    ],
)
def test_what_became_of_a_claim_is_told_in_one_sentence(pages: tuple[tuple[str, str], ...], kind: str, text: str):
    found = [finding for finding in record(*pages).findings if finding.kind == kind]
    assert [finding.text for finding in found] == [text]
    assert found[0].evidence


def test_figures_that_can_both_hold_are_no_finding():
    made = record(
        ("3", "The governor, Ana Ruel, said at least 12 people were killed in the quake."),
        ("4", "The Red Crescent said 19 people had died in the quake."),
    )
    assert not [finding for finding in made.findings if finding.kind in ("disputed", "revised")]
