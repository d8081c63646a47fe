import time

from onrecord.story.aligning import align_pages
from tests.pages import page


def test_lines_pair_within_the_update_that_is_the_same_and_a_like_line_of_a_new_one_is_news():
    before = page("Tugs wait\nAbout 300 lorries are queuing on the quay at Varn.\n\nGood morning\nThe ferry is aground.")
    after = page(
        "Noon summary\nAbout 900 lorries are queuing on the quay at Varn.\n\nTugs wait\nAbout 450 lorries are queuing on the quay at Varn."
        "\n\nGood morning\nThe ferry is aground."
    )
    alignment = align_pages(before, after)
    assert alignment.entries == {0: 1, 1: 2}
    assert [two.span.of(after.capture.text) for _, two in alignment.reworded] == ["About 450 lorries are queuing on the quay at Varn."]
    assert [line.entry for line in alignment.added] == [0, 0]
    assert alignment.removed == ()


def test_updates_are_one_under_a_new_heading_when_they_hold_the_same_words():
    before = page("Tugs wait\nTwo tugs from Brel lie off the point until the tide turns.\n\nFog lifts\nThe helicopter went home at eleven.")
    after = page(
        "Tide is near\nTwo tugs from Brel lie off the point until the tide turns.\n\nFog lifts\nThe helicopter went home at eleven."
    )
    assert align_pages(before, after).entries == {0: 0, 1: 1}


def test_a_page_rewritten_from_end_to_end_is_aligned_in_time():
    texts = [
        "\n".join(f"{word} number {n} of the tugs lay off the point until the {word} turned at {n}." for n in range(1500))
        for word in ("tide", "wind")
    ]
    started = time.process_time()
    align_pages(page(texts[0]), page(texts[1]))
    assert time.process_time() - started < 8
