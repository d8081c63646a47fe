"""The furniture of sites that no phrase list knows."""

import numpy as np
import pytest

from onrecord.model import Capture
from onrecord.page.doubts import UNLIKE, Judge, weigh_parts
from onrecord.page.line_features import COLUMNS
from onrecord.page.line_model import LineModel
from onrecord.page.lines import split_lines
from onrecord.page.outline import find_outline
from onrecord.page.page import split_page
from onrecord.settings import PageSettings

TOP = "The Quarrel Bay Lookout\nTides and ferries\nWhere to eat\nBoats for sale\nLetters to the harbour master\nLookout shop\n"
HEAD = "Lifeboat crew pulls six from sinking trawler off Quarrel Point\nBy Maren Okafor\n12 March 2023\n"
NEWS = (
    "Six fishermen were pulled from the water on Saturday night when the trawler Bonny Tern took on water two miles off Quarrel Point.",
    "The lifeboat was launched at 21.40 after the skipper, Piet Harlow, sent a mayday call, the coastguard said.",
    "“We had about four minutes between the alarm and the deck going under,” Harlow told reporters on the quay.",
    "“Nobody argued. We jumped.”",
    "All six were taken to the hospital in Merrow, where two were being treated for cold on Sunday.",
    "The coastguard said that it would look into why the pumps had failed, and asked other boats of the kind to check theirs.",
)
FOOT = (
    "6 people like this",
    "Pia wrote 3 hours ago",
    "Reply 2 likes",
    "Cod prices climb for the fifth week running",
    "New slipway opens in Merrow after long delay",
    "Skipper’s dog wins county prize",
    "Tide tables 2023 now in the shop",
    "The Lookout is a member of the Harbour Press Group",
    "Printed at the Old Net Loft, Quarrel Bay",
)


def dropped(text: str) -> list[str]:
    page = split_page(Capture("sha256:0", "page.txt", "text", text))
    return [block.span.of(text) for block in page.blocks if block.role in ("furniture", "teaser")]


def test_the_news_of_an_unknown_site_is_kept_and_what_stands_around_it_is_dropped() -> None:
    gone = dropped(TOP + HEAD + "\n".join((*NEWS, *FOOT)))
    assert not set(NEWS) & set(gone)
    assert len(set(FOOT) & set(gone)) >= len(FOOT) - 1
    assert "Boats for sale" in gone


def test_an_article_without_anything_around_it_is_kept_whole() -> None:
    assert dropped(HEAD + "\n\n".join(NEWS)) == []


def test_one_line_of_news_is_kept() -> None:
    assert dropped("The trawler Bonny Tern sank off Quarrel Point on Saturday night, the coastguard said.") == []


def test_short_updates_between_the_clock_lines_of_a_live_blog_are_kept() -> None:
    updates = ("All six are safe", "Crew is back on the quay", "Harlow: we jumped", "Pumps had failed")
    text = HEAD + NEWS[0] + "\n\n" + "\n\n".join(f"2{n}.1{n} GMT\n\n{words}\n\n{NEWS[n]}" for n, words in enumerate(updates))
    assert dropped(text) == []


def test_a_standfirst_that_tells_of_the_text_is_kept() -> None:
    standfirst = "All six crew of the Bonny Tern are safe after a night in cold water off Quarrel Point"
    assert standfirst not in dropped(TOP + HEAD.replace("\n", f"\n{standfirst}\n", 1) + "\n".join((*NEWS, *FOOT)))


def test_what_only_the_model_drops_has_its_own_reason_and_a_page_too_long_for_it_is_left_to_the_rules() -> None:
    lines = split_lines(TOP + HEAD + "\n".join((*NEWS, *FOOT)))
    outline = find_outline(lines)
    parts = weigh_parts(lines, outline)
    changed = [part.reason for part, before in zip(parts, outline.parts, strict=True) if part != before]
    assert set(changed) <= {UNLIKE, None}
    for bound in (PageSettings(most_judged_lines=3), PageSettings(longest_judged=300)):
        assert weigh_parts(lines, outline, settings=bound) == outline.parts


def test_the_lines_of_a_chronology_are_news() -> None:
    days = [
        f"{day} March 2023 The harbour court hears from the {who} of the Bonny Tern."
        for day, who in ((3, "skipper"), (9, "owner"), (14, "cook"))
    ]
    text = TOP + HEAD + "\n".join(NEWS[:2]) + "\n" + "\n".join(days) + "\n" + "\n".join(FOOT)
    page = split_page(Capture("sha256:0", "tern.txt", "text", text))
    assert [block.role for block in page.blocks if "harbour court" in block.span.of(text)] == ["body"] * 3


def test_links_with_clock_lines_below_an_article_are_no_entries_of_a_live_blog() -> None:
    links = ("Tern skipper wins harbour award", "Ferry fares to rise again", "Old quay to be dug up", "Who will run the fish market")
    dated = "\n\n".join(f"{words}\n1{n} March 2023 18:15" for n, words in enumerate(links))
    text = TOP + HEAD.replace("12 March 2023", "12 March 2023 21:10") + "\n\n".join(NEWS) + "\n" + dated + "\n" + "\n".join(FOOT)
    gone = dropped(text)
    assert set(links) <= set(gone)
    assert not set(NEWS) & set(gone)


def test_a_line_that_says_the_headline_over_again_is_no_standfirst() -> None:
    headline = HEAD.partition("\n")[0]
    assert headline in dropped(f"{TOP}Home News {headline}\n{HEAD}" + "\n".join((*NEWS, *FOOT)))


def test_a_page_keeps_its_likeliest_paragraph_however_unlike_news_it_is() -> None:
    thought = "You spend a summer painting the hull, and then you sell it: that is what they do here, and we have all done it."
    assert thought not in dropped(TOP + "An open thread\n" + thought + "\n" + "\n".join(FOOT * 6))


def test_a_page_whose_paragraphs_the_model_hardly_knows_keeps_half_of_them() -> None:
    down = np.array([-14.0 * (name == "share") for name in COLUMNS], dtype=np.float32)
    none, one = np.zeros(len(COLUMNS), dtype=np.float32), np.ones(len(COLUMNS), dtype=np.float32)
    model = LineModel(COLUMNS, none, one, ((down[None, :, None], np.zeros((1, 1, 1), dtype=np.float32)),), (), (0.0, 0.0))
    lines = split_lines(TOP + HEAD + "\n".join(f"{NEWS[n % 6]} That was boat {n}." for n in range(36)) + "\n" + "\n".join(FOOT))
    parts = weigh_parts(lines, find_outline(lines), judge=Judge(model, {}))
    kept = [parts[line.number].role == "body" for line in lines if "That was boat" in line.text]
    assert 16 <= sum(kept) <= 19
    assert all(kept[:16])


@pytest.mark.parametrize(
    "text", ["Quarrel Bay's oldest eel", "Source: skipper to sell the Bonny Tern", "Cod slips slightly", "Who sank her ...\n"]
)
def test_the_only_line_of_a_page_is_what_the_page_tells(text: str) -> None:
    page = split_page(Capture("sha256:0", "headline.txt", "text", text))
    assert [entry.span.of(text) for entry in page.entries] == [text.strip()]


def test_a_dateline_on_a_line_of_its_own_belongs_to_the_dispatch_below_it() -> None:
    text = "ORLE, March 12 (Northwire) --\n\n" + "\n\n".join(NEWS)
    assert dropped(text) == []
