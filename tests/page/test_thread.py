"""Readers' comments below an article, and lines that only look like them."""

import pytest

from onrecord.model import Capture
from onrecord.page.furniture import find_furniture
from onrecord.page.lines import split_lines
from onrecord.page.page import split_page

NEWS = "The footbridge at Hallow Mill was shut on Friday after a lorry struck its north pier, the county said."
SAID = (
    "I told them about that pier in the spring, and nobody from the county ever wrote back to me.",
    "My grandfather built it, and it stood through three floods before they let lorries on the mill road.",
    "Close the mill road to lorries then, it is not as if there were no other way to the quarry.",
)
HEADS = {
    "{} says:\n4 May 2018\n{}\nReply": "3 thoughts on “Lorry shuts the footbridge at Hallow Mill”",
    "{} on 4 May 2018 at 9:12 am said:\n{}": "Comments",
    "{}\n2 days ago at 09:12 pm\n{}": "[ 48 comments ]",
    "{}\n{}\nRating: 12 Votes": "Top rated comments (3)",
    "{}\n{}\n3 likes\nLog in to reply": "View all comments",
}


def thread(said: str) -> str:
    return "\n".join(said.format(name, words) for name, words in zip(("Oda Pell", "millrat", "J. Crane"), SAID, strict=True))


@pytest.mark.parametrize(("said", "label"), HEADS.items())
def test_readers_comments_are_dropped_and_all_beyond_them(said: str, label: str) -> None:
    lines = split_lines(f"{NEWS}\n{label}\n{thread(said)}\nMore from Hallow\n{SAID[0]}")
    assert sorted(find_furniture(lines)) == list(range(1, len(lines)))


def test_longer_comments_than_the_article_are_no_entries_of_a_live_blog() -> None:
    said = thread("{}\n4 May 2018 at 9:12 am\n{}\n" + "\n".join(SAID) + "\nReply")
    text = f"Lorry shuts the footbridge at Hallow Mill\nBy Ines Dorr\n4 May 2018\n{NEWS}\n3 comments\n{said}"
    page = split_page(Capture("sha256:0", "mill.txt", "text", text))
    assert [entry.span.of(text) for entry in page.entries] == [NEWS]


@pytest.mark.parametrize(
    "text",
    [
        f"3 comments\n{NEWS}\n{thread('{} says:{}')}",
        f"{NEWS}\nComments\n{thread('{} wrote to the county in May.{}')}",
        f"{NEWS}\nPolice comments\n{thread('{} says:' + chr(10) + '{}')}",
        f"{NEWS}\nComments\n" + f"{NEWS}\n" * 8 + thread("{} says:\n{}"),
        f"{NEWS}\nComments\nOda Pell says:\n{SAID[0]}\nReply",
    ],
)
def test_a_label_above_the_news_or_without_comments_below_it_drops_nothing(text: str) -> None:
    gone = find_furniture(split_lines(text))
    assert all(line.number not in gone for line in split_lines(text) if line.prose)
