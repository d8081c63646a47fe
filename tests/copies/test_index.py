from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.index import PassageIndex, Run, find_prints, read_prints, write_prints
from onrecord.copies.words import find_words
from onrecord.model import Span
from onrecord.settings import PassageSettings

LIMITS = PassageSettings()
OTHER = "nobody on the night ferry had been told of it before the captain spoke to them at dawn"
LIFTED = "the harbour bridge would stay shut until thursday evening while divers looked at its cables"


def add(index: PassageIndex, text: str) -> list[tuple[int, list[str]]]:
    """Add a text; give for each page the words that it shares in long runs."""
    words = find_words(text, [Span(0, len(text))])
    return [(one.page, [words.span(run.here, run.here + run.size).of(text) for run in one.runs]) for one in index.add(words.ids)]


def test_a_passage_lifted_into_another_text_is_found_where_it_stands():
    index = PassageIndex()
    assert add(index, f"On Tuesday the mayor said that {LIFTED}, and went home.") == []
    assert add(index, f"Lorries queued for miles because {LIFTED}. A choir sang.") == [(0, [LIFTED])]


def test_a_passage_told_twice_on_one_page_is_shared_with_itself():
    assert add(PassageIndex(), f"It said {LIFTED}. Later on that day it repeated: {LIFTED}!") == [(0, [LIFTED])]


def test_runs_do_not_go_on_from_one_page_to_the_next():
    index = PassageIndex()
    add(index, LIFTED)
    add(index, "an entirely new page about fish")
    assert add(index, f"{LIFTED} an entirely new page about fish") == [(0, [LIFTED])]


def test_two_pages_that_share_only_short_runs_are_known_by_many_of_them():
    words = [f"word{n}" for n in range(300)]
    changed = [word if n % 6 else "other" for n, word in enumerate(words)]
    index = PassageIndex()
    add(index, " ".join(words))
    assert add(index, " ".join(changed)) == [(0, [])]


def test_a_passage_is_found_however_many_others_came_since():
    index = PassageIndex()
    add(index, f"A baker said that {LIFTED}.")
    for n in range(150):
        add(index, " ".join(f"word{n}of{k}" for k in range(200)))
    assert add(index, f"Lorries queued for miles because {LIFTED}.") == [(0, [LIFTED])]


def test_a_text_on_many_pages_leads_to_the_first_ones_only():
    index = PassageIndex()
    for _ in range(3 * LIMITS.most_postings):
        found = add(index, LIFTED)
    assert [page for page, _ in found] == list(range(LIMITS.most_postings))


def test_a_page_that_shares_much_does_not_hide_one_that_shares_other_words():
    long = " ".join(f"word{n}" for n in range(200))
    index = PassageIndex()
    for _ in range(LIMITS.most_pages):
        add(index, long)
    add(index, f"A baker said that {LIFTED}.")
    found = dict(add(index, f"{long} and {LIFTED}"))
    assert found[LIMITS.most_pages] == [LIFTED]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=60), max_size=6))
def test_every_run_is_the_same_words_in_both_places(pages: list[list[str]]):
    index = PassageIndex()
    for number, page in enumerate(pages):
        text = " ".join(page)
        for shared in index.add(find_words(text, [Span(0, len(text))]).ids):
            for run in shared.runs:
                assert run.size >= LIMITS.least_run
                assert page[run.here : run.here + run.size] == pages[shared.page][run.there : run.there + run.size]
                assert shared.page < number or run.there < run.here


@given(st.lists(st.sampled_from([f"w{n}" for n in range(40)]), min_size=12, max_size=80), st.integers(0, 30))
def test_whatever_was_added_before_nine_words_in_a_row_are_found(page: list[str], others: int):
    index = PassageIndex()
    for n in range(others):
        add(index, " ".join(f"{word}x{n}" for word in page))
    add(index, " ".join(page))
    run = page[2:11]
    assert any(Run(2, 2, 9).size <= len(words.split()) for _, found in add(index, " ".join(["y", "z", *run])) for words in found)


@given(st.lists(st.lists(st.sampled_from([LIFTED, "fish", "it rained", OTHER, "a choir sang"]), max_size=6), max_size=14), st.data())
def test_pages_added_together_share_what_they_share_when_each_is_added_alone(texts: list[list[str]], data: st.DataObject):
    pages = [find_words(text, [Span(0, len(text))]).ids for text in (" ".join(parts) for parts in texts)]
    cut = data.draw(st.integers(0, len(pages)))
    alone, together = PassageIndex(), PassageIndex()
    lots = [together.add_all(lot) for lot in (pages[:cut], pages[cut:]) if lot]
    assert [one for lot in lots for one in lot] == [alone.add(page) for page in pages]


@given(st.lists(st.lists(st.sampled_from([LIFTED, "fish", OTHER, "a choir sang"]), max_size=6), max_size=8))
def test_pages_meet_by_fingerprints_that_were_written_as_by_those_that_are_found(texts: list[list[str]]):
    pages = [find_words(text, [Span(0, len(text))]).ids for text in (" ".join(parts) for parts in texts)]
    found, kept = PassageIndex(), PassageIndex()
    for page in pages:
        [prints] = find_prints([page])
        [met] = kept.meet_all([read_prints(write_prints(prints))])
        for number in {met.page, *met.owners.tolist()}:
            kept.put(number, [pages[number]])
        assert kept.share_all([met]) == [found.add(page)]
