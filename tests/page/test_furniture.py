"""Lines that are not news, and news that looks as if it were not."""

import pytest

from onrecord.page.furniture import find_furniture
from onrecord.page.lines import split_lines

NEWS = "The dam above Osk held through the night, officials said on Sunday, but two villages were emptied."


def reason(line: str, *around: str) -> str | None:
    before, after = around or (NEWS, NEWS)
    return find_furniture(split_lines(f"{before}\n{line}\n{after}")).get(1)


@pytest.mark.parametrize(
    "line",
    [
        "• Skip to main content",
        "Sign in",
        "We use cookies to improve your visit. Manage my choices",
        "Sign up to The Tide, our free weekly newsletter",
        "ADVERTISEMENT",
        "Politics | Opinion | Sport | Weather",
        "You are not logged in: create a free account",
        "If you value our reporting, please consider supporting us today. The Harbour Post has no paywall.",
        "Copyright 2021 Harbour Post, a Tideway company",
        "Read more: Why the dam was never repaired",
        "https://harbour.example/news",
        "Push alerts can be turned on or off in your phone’s settings",
        "Email notifications are managed on your account page.",
        "Independent reporting takes time. The Harbour Post has no proprietor to pay for it: chip in what you like, from $3 a week.",
        "NATION & WORLD",
        "Sport/Business",
        "You are not logged in.",
        "Take part in the discussion below",
        "Join the lively debate with fellow subscribers",
        "Log on to see their comments",
        "View all 48 comments",
    ],
)
def test_a_line_that_is_not_news_is_dropped_with_a_reason(line: str) -> None:
    assert reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "The company said it would stop using cookies to improve advertising in Europe by 2026.",
        "“Your donation will buy blankets,” said Ona Reed of the Red Cross.",
        "Copyright law should protect painters too, the minister told the conference on Monday.",
        "Our correspondent reached the valley on Sunday, before the soldiers did.",
        "We have not been able to confirm the report.",
        "Most viewed the vote as a formality, but turnout reached 71 per cent.",
        "• This article was amended on 3 June 2021. An earlier version named the wrong river.",
        "The levy will cost each household £14 a month, and you will see it on your bill from June, the council said.",
        "Emergency alerts were switched off in the valley on Sunday, the mayor said.",
        "Letters.",
        "Go to the school on the hill, the mayor told them.",
        "Follow the discussions closely, the envoy told reporters.",
        "Journalists were kept out of the courtroom, reporters for three papers said.",
    ],
)
def test_news_that_uses_such_words_is_kept(line: str) -> None:
    assert reason(line) is None


def test_a_plea_for_money_takes_its_neighbours_along() -> None:
    plea = [
        "From floods to elections, The Harbour Post is on the ground, and we know how much our documentary work matters.",
        "Your donation lets us send reporters where others do not go.",
    ]
    lines = split_lines("\n".join([NEWS, *plea, NEWS]))
    assert sorted(find_furniture(lines)) == [1, 2]


def test_links_under_most_read_are_dropped_until_the_news_goes_on() -> None:
    lines = split_lines(f"{NEWS}\nMost read\nTen walks for the autumn\nWhy cats stare at walls\n{NEWS}")
    assert sorted(find_furniture(lines)) == [1, 2, 3]


def test_an_article_in_one_line_is_kept_though_furniture_has_run_into_it() -> None:
    news = "The harbour board of Orle shut the north quay on Friday after divers found cracks in its piles, its chair said. " * 8
    text = "Sign up for our newsletter. Please donate: your support keeps our journalism free for everyone. " + news
    (line,) = split_lines(text)
    assert find_furniture([line]) == {}
