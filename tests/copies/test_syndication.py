from itertools import combinations, permutations

import pytest

from onrecord.copies.syndication import find_copies
from onrecord.model import Excerpt, Page, Published, Span
from tests.copies.test_repeats import FERRY, MAYOR, ROOF
from tests.pages import page

WIRE = (
    f"{MAYOR}\n{FERRY}\n{ROOF}\n"
    "A helicopter lifted two anglers from the breakwater shortly after seven, the coastguard said in a statement.\n"
    "Insurers expect claims of about four million euros, most of them from the shops along the quay."
)
OTHER = (
    "Parliament in Lorne debates the new fishing quotas on Monday, and the trawlermen have hired buses.\n"
    "Their union wants the cod season opened a fortnight early, which the ministry has refused twice.\n"
    "The minister, Tove Ramsing, said she would listen but that the figures had not changed since March."
)


def dated(value: str) -> Published:
    return Published(value, "page", value, value)


def titled(text: str) -> Excerpt:
    return Excerpt(text, Span(0, 0))


def kinds(*pages: Page) -> list[tuple[str, str, str]]:
    return [(copy.capture, copy.of, copy.kind) for copy in find_copies(pages)]


def test_a_text_in_two_outlets_is_syndication_from_the_one_that_the_other_credits():
    wire = page(WIRE, name="wire.txt", outlet="Agency Lorne")
    reprint = page(f"Storm shuts bridge in Westmark town.\n{WIRE}", name="reprint.txt", outlet="Ledger", origin="Lorne")
    assert kinds(reprint, wire) == [("reprint.txt", "wire.txt", "syndication")]
    assert find_copies([wire, reprint])[0].origin == "Lorne"


def test_without_a_credit_the_text_published_first_is_the_origin():
    early = page(WIRE, name="early.txt", outlet="Echo", published=dated("2024-03-01"))
    late = page(WIRE, name="late.txt", outlet="Ledger", published=dated("2024-03-02"))
    assert kinds(late, early) == [("late.txt", "early.txt", "syndication")]


def test_without_credit_and_dates_the_page_given_first_is_the_origin():
    assert kinds(page(WIRE, name="a.txt", outlet="Echo"), page(WIRE, name="b.txt", outlet="Ledger")) == [("b.txt", "a.txt", "syndication")]


def test_two_captures_of_one_outlet_s_page_are_revisions():
    noon = page(WIRE, name="noon.txt", outlet="Echo")
    night = page(f"The bridge has reopened.\n{WIRE}", name="night.txt", outlet="Echo")
    assert kinds(noon, night) == [("night.txt", "noon.txt", "revision")]


def test_the_same_words_in_the_same_outlet_are_the_same():
    assert kinds(page(WIRE, name="a.txt", outlet="Echo"), page(WIRE, name="b.txt", outlet="Echo")) == [("b.txt", "a.txt", "same")]


def test_pages_of_one_outlet_on_other_matters_are_no_copies():
    assert kinds(page(WIRE, name="a.txt", outlet="Echo"), page(OTHER, name="b.txt", outlet="Echo")) == []


def test_one_shared_paragraph_makes_no_copy():
    assert kinds(page(WIRE, name="a.txt", outlet="Echo"), page(f"{OTHER}\n{MAYOR}", name="b.txt", outlet="Ledger")) == []


def test_live_blogs_of_one_outlet_that_share_what_stands_at_the_top_are_one():
    top = f"{MAYOR}\n{FERRY}\n{ROOF}"
    one = page(f"{top}\n\n" + OTHER.replace("\n", "\n\n"), name="one.txt", outlet="Echo")
    rest = WIRE.split("\n")[3:]
    two = page(
        f"{top}\n\n{rest[0]}\n\n{rest[1]}\n\n" + "A choir sang in the church hall for those who had lost their boats.",
        name="two.txt",
        outlet="Echo",
    )
    assert kinds(one, two) == [("two.txt", "one.txt", "revision")]


def test_live_blogs_of_one_outlet_that_share_some_background_are_two():
    one = page("\n\n".join([*OTHER.split("\n"), MAYOR]), name="one.txt", outlet="Echo")
    two = page("\n\n".join([*WIRE.split("\n")[1:], MAYOR]), name="two.txt", outlet="Echo")
    assert kinds(one, two) == []


def test_one_headline_over_much_the_same_text_is_one_page_though_most_was_rewritten():
    lines = WIRE.split("\n")
    one = page(f"{lines[0]}\n{lines[1]}\n{OTHER}", name="one.txt", outlet="Echo", title=titled("Storm hits Westmark"))
    two = page("\n".join(lines), name="two.txt", outlet="Echo", title=titled("Storm hits  Westmark"))
    assert kinds(one, two) == [("two.txt", "one.txt", "revision")]


def test_the_order_of_the_pages_does_not_change_what_is_a_copy_of_what():
    pages = [page(WIRE, name="wire.txt", outlet="Lorne"), page(WIRE + "\n" + OTHER, name="reprint.txt", outlet="Ledger", origin="Lorne")]
    assert kinds(*pages) == kinds(*reversed(pages))


def test_a_text_too_short_to_be_copied_is_left_alone():
    assert kinds(page("Bridge shut.", name="a.txt", outlet="Echo"), page("Bridge shut.", name="b.txt", outlet="Ledger")) == []


def test_the_hour_counts_with_its_offset():
    early = page(WIRE, name="early.txt", outlet="Echo", published=dated("2024-03-01T21:30+03:00"))
    late = page(WIRE, name="late.txt", outlet="Ledger", published=dated("2024-03-01T19:00Z"))
    assert kinds(late, early) == kinds(early, late) == [("late.txt", "early.txt", "syndication")]


def test_where_nothing_else_tells_the_fuller_text_is_the_origin():
    full = page(f"{WIRE}\n{OTHER}", name="full.txt", outlet="Lorne")
    short = page(WIRE, name="short.txt", outlet="Ledger")
    assert kinds(short, full) == kinds(full, short) == [("short.txt", "full.txt", "syndication")]


def test_a_text_made_of_two_is_a_copy_of_both():
    pages = [
        page(WIRE, name="storm.txt", outlet="Echo"),
        page(OTHER, name="quotas.txt", outlet="Ledger"),
        page(f"{OTHER}\n{WIRE}", name="both.txt", outlet="Mercury"),
    ]
    assert {frozenset(pair[:2]) for pair in kinds(*pages)} == {frozenset(("both.txt", name)) for name in ("storm.txt", "quotas.txt")}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_in_whatever_order_the_pages_come_the_same_ones_are_copies(order: tuple[int, ...]):
    lines = WIRE.split("\n")
    texts = [WIRE, f"Storm shuts bridge.\n{WIRE}", "\n".join(lines[:4]), "\n".join([*lines[1:], *OTHER.split("\n")])]
    pages = [page(text, name=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    assert {frozenset(pair[:2]) for pair in kinds(*(pages[n] for n in order))} == {
        frozenset(pair) for pair in combinations(map(str, range(4)), 2)
    }
