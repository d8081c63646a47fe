"""Which contents are one quotation."""

import pytest

from bench.quoted import quoted_kind


def content_of(text: str, *pieces: str) -> tuple[tuple[int, int], ...]:
    return tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ('"The quay is closed," Ms Harne said.', '"The quay is closed,"'),
        ('"The quay is closed," Ms Harne said.', "The quay is closed"),
        ("“The quay is closed”, Ms Harne said.", "“The quay is closed”"),
        ("''The quay is closed,'' Ms Harne said.", "''The quay is closed,''"),
        ("“The quay is closed.\n“It opens in May.”", "“The quay is closed.\n“It opens in May.”"),
    ],
)
def test_a_content_within_one_pair_of_marks_is_direct_whether_it_holds_them_or_not(text: str, piece: str) -> None:
    assert quoted_kind(text, content_of(text, piece)) == "direct"


def test_a_quotation_cut_in_two_by_its_cue_is_direct() -> None:
    text = '"The quay," Ms Harne said, "is closed."'
    assert quoted_kind(text, content_of(text, '"The quay,"', '"is closed."')) == "direct"


@pytest.mark.parametrize("piece", ['the quay was "a wreck"', '"a wreck" and "a shame"'])
def test_a_content_quoted_in_part_or_in_two_quotations_is_mixed(piece: str) -> None:
    text = f"Ms Harne called it {piece} on Monday."
    assert quoted_kind(text, content_of(text, piece)) == "mixed"


def test_a_content_beside_a_quotation_is_indirect() -> None:
    text = 'Ms Harne, asked about "the wreck", said that the quay had closed.'
    assert quoted_kind(text, content_of(text, "that the quay had closed")) == "indirect"
