import pytest

from onrecord.extract.habits import find_habits
from onrecord.extract.times import find_times
from onrecord.model import Published
from tests.pages import page

JULY = Published("2031-07-09", "given", "2031-07-09", "2031-07-09")


@pytest.mark.parametrize(
    ("address", "month_first"),
    [("https://www.fenbury-post.co.uk/a", False), ("https://news.example.us/a", True), ("https://post.example.ca/a", None)],
)
def test_the_outlets_country_tells_which_number_is_the_month(address: str, month_first: bool | None) -> None:
    assert find_habits(page("The dyke broke on 04/05/2031.", url=address)).month_first is month_first


def test_an_abbreviation_of_several_zones_is_that_of_the_outlets_country() -> None:
    text = "Voting ends at 6pm IST."
    starts = [find_times(page(text, url=f"https://news.example.{end}/a", published=JULY))[0].start for end in ("in", "ie", "com")]
    assert starts == ["2031-07-09T12:30Z", "2031-07-09T17:00Z", "2031-07-09T18:00"]


def test_an_abbreviation_of_several_zones_is_that_of_the_country_told_of() -> None:
    assert find_habits(page("Voters in India queued. Polls in India shut at 6pm IST.")).country == "IN"


@pytest.mark.parametrize("opening", ["TOKYO (Lodestar) — ", "Tokyo, Japan – ", "TOKYO -- "])
def test_local_time_is_that_of_the_dateline(opening: str) -> None:
    (found,) = find_times(page(f"{opening}The train stopped at 3pm local time.", published=JULY))
    assert found.start == "2031-07-09T06:00Z"


def test_local_time_of_nowhere_stays_on_the_wall() -> None:
    (found,) = find_times(page("The train stopped at 3pm local time.", published=JULY))
    assert found.start == "2031-07-09T15:00"
