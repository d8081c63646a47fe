"""Rows of links, and the text that stands beyond them."""

from onrecord.model import Capture
from onrecord.page.lines import split_lines
from onrecord.page.page import split_page
from onrecord.page.runs import find_blurbs

HEAD = "Dam above Osk holds through the night\n\nBy Ona Reed\n\n"
NEWS = (
    "The dam above Osk held through the night, officials said on Sunday, but two villages were emptied.",
    "Water stood a metre below the crest at dawn, and engineers opened a third gate, the water board said.",
    "About 900 people slept in the school at Veld, where the Red Cross handed out blankets and soup.",
)
LINKS = (
    "Ten walks for a wet autumn",
    "Why cats stare at walls",
    "Property of the week",
    "Mayor’s old bicycle sold for charity",
    "Quiz: name that bridge",
    "Photos of the fair",
)


def reasons(*lines: str) -> dict[str, str | None]:
    text = HEAD + "\n".join(lines)
    page = split_page(Capture("sha256:0", "page.txt", "text", text))
    return {block.span.of(text): block.reason for block in page.blocks}


def test_a_long_row_of_bare_lines_is_links_wherever_it_stands() -> None:
    found = reasons(NEWS[0], *LINKS, NEWS[1])
    assert {found[link] for link in LINKS} == {"row of links"}
    assert found[NEWS[0]] is None
    assert found[NEWS[1]] is None


def test_a_list_that_the_paragraph_before_announces_is_news() -> None:
    found = reasons(
        NEWS[0], "The board named the villages that were emptied:", "Veld", "Upper Osk", "Marne", "Tarn", "Holm", "Bray", NEWS[1]
    )
    assert found["Marne"] is None


def test_a_heading_at_the_end_of_a_row_stays_with_its_paragraph() -> None:
    found = reasons(NEWS[0], *LINKS, "", "What happens next", "", NEWS[1])
    assert found["What happens next"] is None


def test_a_sentence_broken_over_many_lines_is_no_row_of_links() -> None:
    wrapped = (
        "and the board",
        "which had been warned",
        "of the crack in spring,",
        "had done nothing",
        "until the rain came",
        "in the week before",
    )
    assert set(reasons(NEWS[0], *wrapped, NEWS[1]).values()) <= {None}


def test_blurbs_beyond_a_wall_of_links_are_not_the_article() -> None:
    blurb = "A baker in Marne has made the same loaf for sixty years."
    links = [f"{link} ({number})" for number, link in enumerate(LINKS * 2)]
    found = reasons(*NEWS, *links, blurb, "More")
    assert found[blurb] == "beyond the article"
    assert found[NEWS[2]] is None


def test_an_article_taken_up_again_beyond_a_wall_of_links_is_kept() -> None:
    links = [f"{link} ({number})" for number, link in enumerate(LINKS * 2)]
    found = reasons(NEWS[0], *links, *NEWS[1:])
    assert {found[paragraph] for paragraph in NEWS} == {None}


def test_a_credit_among_links_below_the_article_is_kept() -> None:
    found = reasons(*NEWS, "(Reporting by Lena Brock; Editing by Ian Moss)", *LINKS)
    assert found["(Reporting by Lena Brock; Editing by Ian Moss)"] is None


def test_the_points_of_a_bulletin_are_news_and_no_row_of_links() -> None:
    points = [
        "- Harbour bank raises its rate for the third time since March",
        "- Governor Ilse Marn says prices will rise before they fall",
        "- Board denies report that it sold the north quay on Monday",
        "- Minister Pavel Drost says he was told and not asked",
        "- Opposition calls for the governor to resign by Friday",
        "- Two of seven members voted against, minutes show",
    ]
    background = "The bank of Velm has raised its rate three times this year, and the council said on Friday it would not step in."
    page = split_page(Capture("sha256:0", "page.txt", "text", "\n".join([HEAD, *points, "", background])))
    assert "row of links" not in {block.reason for block in page.blocks}


BLURBS = tuple(
    line
    for link in LINKS[:4]
    for line in (link, f"{link}: our writer went to see for herself what all of the valley has been talking about this week.")
)


def test_headlines_each_with_a_summary_beyond_many_links_are_blurbs_of_other_stories() -> None:
    lines = split_lines("\n".join((*NEWS, *LINKS, *LINKS, *BLURBS)))
    assert find_blurbs(lines, {}, -1) == frozenset(range(len(NEWS) + 2 * len(LINKS) + 1, len(lines)))


def test_an_article_of_sections_with_a_paragraph_each_is_no_blurbs() -> None:
    assert find_blurbs(split_lines("\n".join((*LINKS, *LINKS, *BLURBS))), {}, -1) == frozenset()
    assert find_blurbs(split_lines("\n".join((*NEWS, *LINKS[:5], *BLURBS))), {}, -1) == frozenset()
    assert find_blurbs(split_lines("\n".join((*NEWS, *LINKS, *LINKS, *BLURBS, *NEWS))), {}, -1) == frozenset()
