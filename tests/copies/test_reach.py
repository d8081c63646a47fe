"""What rests on a chain of pages is known by all of its steps, and by no others."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.reach import digest_reach

PAGES = range(7)
LEADS = st.dictionaries(
    st.sampled_from(PAGES), st.lists(st.tuples(st.sampled_from(PAGES), st.sampled_from(["wire", "reprint"])), max_size=3)
)
Leads = dict[int, list[tuple[int, str]]]


def reach(leads: Leads, page: int) -> set[int]:
    """Give the pages that can be reached from one, and itself."""
    found, left = {page}, [page]
    while left:
        new = {to for to, _ in leads.get(left.pop(), ())} - found
        found |= new
        left += new
    return found


def test_a_page_rests_on_a_step_taken_two_pages_away_and_not_on_one_that_leads_to_it():
    leads: Leads = {3: [(2, "wire")], 2: [(1, "wire")], 5: [(3, "wire")]}
    before = digest_reach(leads)
    after = digest_reach(leads | {2: [(1, "reprint")]})
    assert {page for page in before if before[page] != after[page]} == {2, 3, 5}
    assert digest_reach(leads | {5: [(3, "reprint")]})[3] == before[3]


def test_pages_that_lead_to_each_other_are_told_apart():
    found = digest_reach({0: [(1, "wire")], 1: [(0, "wire")]})
    assert found[0] != found[1]


@given(LEADS, st.sampled_from(PAGES), st.integers(0, 2))
def test_a_step_more_is_told_by_the_pages_from_which_it_is_reached_and_by_no_others(leads: Leads, page: int, to: int):
    more = leads | {page: [*leads.get(page, ()), (to, "another step")]}
    before, after = digest_reach(leads), digest_reach(more)
    changed = {one for one in leads if before[one] != after[one]}
    assert changed == {one for one in leads if page in reach(more, one)}


def test_a_chain_as_long_as_a_month_of_captures_is_followed_to_its_end():
    leads: Leads = {page: [(page - 1, "revision")] for page in range(1, 5_000)}
    assert digest_reach(leads)[4_999] != digest_reach(leads | {1: [(0, "reprint")]})[4_999]
