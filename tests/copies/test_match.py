"""What pages have in common is the same whether it is found or was kept."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.matching import find_matches
from onrecord.copies.repeats import find_repeats
from onrecord.copies.syndication import find_copies
from onrecord.model import Page, Recalled, digest_page
from tests.pages import page
from tests.remembered import Remembered

DAM = "Engineers at the Tarvo dam opened three gates on Wednesday as the reservoir rose by forty centimetres, the water board said."
AGAIN = "As the reservoir rose by forty centimetres, engineers opened three gates at the Tarvo dam on Wednesday, the water board said."
MAYOR = "The mayor of Lower Tarvo, Elin Rask, accused the board of opening the gates too late for the villages below the dam."
HALL = "Some nine hundred people spent the night in the sports hall of Lower Tarvo, where volunteers served soup and dry bread."
PAGES = st.lists(st.lists(st.sampled_from([DAM, AGAIN, MAYOR, HALL, f"{DAM} {MAYOR}"]), min_size=1, max_size=4), min_size=1, max_size=7)


def make(texts: list[list[str]]) -> list[Page]:
    return [page("\n\n".join(paragraphs), name=f"{number}.html", outlet="Tarvo Courier") for number, paragraphs in enumerate(texts)]


def recall(pages: list[Page], traces: Remembered | None) -> Recalled | None:
    return None if traces is None else Recalled(traces, [digest_page(one) for one in pages])


def told(pages: list[Page], traces: Remembered | None = None) -> tuple[object, ...]:
    recalled = recall(pages, traces)
    matches = find_matches(pages, recalled=recalled)
    copies = find_copies(pages, matches)
    return (
        copies,
        find_repeats(pages, copies, matches, recalled=recalled),
        [(one.sizes, one.share, one.containment, one.identical) for one in matches],
    )


@given(PAGES, PAGES)
def test_what_was_kept_of_some_pages_serves_for_others_wherever_these_stand(some: list[list[str]], others: list[list[str]]):
    traces = Remembered()
    assert told(make(some), traces) == told(make(some))
    assert told(make(others + some), traces) == told(make(others + some))


@given(PAGES, st.sampled_from([DAM, AGAIN, HALL]))
def test_a_page_that_comes_last_is_the_only_one_for_which_something_is_found(texts: list[list[str]], last: str):
    traces = Remembered()
    told(make(texts), traces)
    before = traces.missed
    told(make([*texts, [last]]), traces)
    assert traces.missed <= before + len(("its fingerprints", "what it has in common with others", "what it tells again"))


def test_a_line_that_turned_out_to_be_furniture_is_told_again_no_more():
    traces, pages = Remembered(), make([[DAM, MAYOR], [HALL, MAYOR]])
    assert find_repeats(pages, (), find_matches(pages, recalled=recall(pages, traces)))[1]
    dropped = [page(one.capture.text, name=one.capture.name, roles={1: "furniture"}, outlet=one.outlet) for one in pages]
    assert not find_repeats(dropped, (), find_matches(dropped, recalled=recall(dropped, traces)))[1]
