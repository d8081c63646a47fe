"""What a desk asks of its record: its stories, one claim, what was counted, what changed, how claims stand, who said what."""

import json
from pathlib import Path

import pytest

from tests.serve.desk import MONDAY, lay_out, typed


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    (folder / "monday-later.txt").write_text(MONDAY.replace("said 120", "said 130"), encoding="utf-8")
    pages = [f"{name}.txt" for name in ("monday", "monday-later", "tuesday", "reprint", "other")]
    assert typed(folder, "add", *pages).returncode == 0
    return folder


def told(folder: Path, *words: str) -> str:
    """Give what a command prints, its lines joined."""
    done = typed(folder, *words)
    assert done.returncode == 0, done.stderr
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    return " ".join(done.stdout.split())


def objects(folder: Path, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in typed(folder, *words, "--format", "jsonl").stdout.splitlines()]


def claim_of(folder: Path, words: str) -> str:
    """Give the id of the claim in whose members these words stand."""
    return str(objects(folder, "search", "--kind", "claims", words)[0]["id"])


def story_of(folder: Path, words: str) -> str:
    return str(next(story["id"] for story in objects(folder, "story") if words in str(story["title"])))


def test_the_stories_are_listed_with_their_pages_and_how_their_claims_stand(desk: Path):
    text = told(desk, "story")
    assert "Museum buys lost altar painting 5 May 2026; 1 page" in text
    assert "4 May 2026 to 6 May 2026; 4 pages; claims: " in text


def test_a_story_is_told_without_the_pages_of_other_stories(desk: Path):
    text = told(desk, "story", story_of(desk, "Ferry"))
    assert "[1] monday.txt 4 May 2026" in text
    assert "HANDLE WITH CARE denied: " in text
    assert f"{claim_of(desk, 'notice')} denied: Nordfjell Lines had cut the night crews without notice" in text
    assert "Museum" not in text


def test_a_story_for_a_program_is_a_record_of_that_story(desk: Path):
    *pages, rest = objects(desk, "story", story_of(desk, "Ferry"))
    assert [page["captures"][0]["name"] for page in pages] == ["monday.txt", "monday-later.txt", "tuesday.txt", "reprint.txt"]  # type: ignore[index]
    assert len(rest["stories"]) == 1  # type: ignore[arg-type]


def test_a_claim_is_told_with_how_it_came_to_stand_who_is_behind_it_and_every_place(desk: Path):
    text = told(desk, "claim", claim_of(desk, "notice"))
    history, behind, places = (
        text.split("HOW IT CAME TO STAND")[1].replace("WHERE IT IS TOLD", "WHO IS BEHIND IT").split("WHO IS BEHIND IT")
    )
    assert "claimed by Arvid Moen: “Nordfjell Lines had cut the night crews without notice, Moen said” 2026-05-04, monday.txt L9" in history
    assert "denied by Nordfjell Lines: “denied on Tuesday that it had cut the night crews without notice”" in history
    assert "1 independent Arvid Moen:" in behind
    assert "Nordfjell Lines (deny): it had cut the night crews without notice 2026-05-05, tuesday.txt L5" in places
    assert "told again: reprint.txt L5" in places


def test_a_claim_for_a_program_has_the_exact_words_and_the_line_of_each_member(desk: Path):
    [claim] = objects(desk, "claim", claim_of(desk, "notice"))
    lines = MONDAY.splitlines()
    first = claim["members"][0]  # type: ignore[index]
    assert first["words"] in lines[first["line"] - 1]
    assert [step["standing"] for step in claim["history"]] == ["claimed", "denied"]  # type: ignore[attr-defined]


def test_a_quantity_is_told_with_each_value_its_holder_its_day_and_what_it_replaces(desk: Path):
    text = told(desk, "figures", "deckhands")
    assert "120 – Arvid Moen, as of 4 May 2026 (monday.txt L7)" in text
    assert "40 – ferry company, as of 5 May 2026 (tuesday.txt L7)" in text
    assert "150 – Arvid Moen, as of 5 May 2026 (tuesday.txt L9); takes the place of 1" in text


@pytest.mark.parametrize("words", [("deckhand",), ("Deckhands", "moen"), ("company",)])
def test_a_quantity_is_found_by_what_is_counted_and_by_who_counts(desk: Path, words: tuple[str, ...]):
    assert "deckhands" in told(desk, "figures", *words)


def test_the_values_of_a_quantity_stand_on_the_lines_that_are_told(desk: Path):
    [series] = objects(desk, "figures")
    first = series["points"][0]  # type: ignore[index]
    assert (first["value"], first["words"]) == (120, "Union secretary Arvid Moen said 120 deckhands had walked out.")
    assert first["words"] == MONDAY.splitlines()[first["line"] - 1]


def test_changes_are_told_by_the_names_and_lines_of_the_pages(desk: Path):
    text = told(desk, "changes", "monday-later.txt")
    assert "From monday.txt to monday-later.txt: figure: “Union secretary Arvid Moen said 120 deckhands had walked out.” became" in text
    assert "(L7, L7)" in text
    change = objects(desk, "changes")[0]
    assert (change["what"], change["before_line"], change["after_line"]) == ("figure", 7, 7)


def test_claims_are_found_by_words_of_their_members_and_by_how_they_stand(desk: Path):
    assert "denied: Nordfjell Lines had cut the night crews without notice" in told(desk, "search", "--kind", "claims", "crews")
    denied = objects(desk, "search", "--kind", "claims", "--standing", "denied")
    assert {claim["standing"] for claim in denied} == {"denied"}
    assert typed(desk, "search", "--kind", "claims", "crews", "--standing", "withdrawn").returncode == 1


def test_statements_are_found_by_how_their_claim_stands_and_by_their_story(desk: Path):
    story = story_of(desk, "Ferry")
    assert {hit["page"] for hit in objects(desk, "search", "cut", "--standing", "denied")} >= {"monday.txt", "tuesday.txt"}
    assert typed(desk, "search", "painting", "--story", story).returncode == 1
    assert {hit["page"] for hit in objects(desk, "search", "--story", story_of(desk, "Museum"))} == {"other.txt"}
    assert {hit["page"] for hit in objects(desk, "search", "Lunde", "--kind", "entries", "--story", story)} <= {
        "monday.txt", "monday-later.txt", "tuesday.txt", "reprint.txt"
    }  # fmt: skip


def test_who_said_it_is_told_with_what_they_counted_anew_and_how_the_claim_stands(desk: Path):
    text = told(desk, "who", "Moen", "--limit", "30")
    assert f"Arvid Moen: 120 deckhands had walked out 2026-05-04, monday.txt L7, {claim_of(desk, 'deckhands')}" in text
    assert "later gave 150: “Union secretary Arvid Moen said 150 deckhands had walked out by Tuesday.” (2026-05-05, tuesday.txt L9)" in text
    assert f"monday.txt L9, {claim_of(desk, 'notice')} denied" in text


def test_what_nobody_turned_from_has_no_later(desk: Path):
    assert not any("later" in hit for hit in objects(desk, "who", "Aune"))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["story", "nine"], 2, 'there is no story "nine"; see their ids with: onrecord story'),
        (["claim", "c9999"], 2, 'there is no claim "c9999"; see their ids with: onrecord search --kind claims WORDS'),
        (["claim", "c"], 2, 'there is no claim "c"'),
        (["claim"], 2, "Missing argument"),
        (["figures", "submarines"], 1, "onrecord search --kind figures submarines"),
        (["changes", "lost.txt"], 2, "there is no page lost.txt in onrecord.db"),
        (["changes", "other.txt"], 1, "no other capture of other.txt"),
        (["search"], 2, "nothing is asked for; give words to find"),
        (["search", "cut", "--standing", "false"], 2, "'false' is no standing; choose one of claimed, corroborated"),
        (["search", "cut", "--kind", "entries", "--standing", "denied"], 2, "only statements and figures and claims have a standing"),
        (["search", "cut", "--story", "ferry"], 2, 'there is no story "ferry"'),
        (["search", "zeppelin", "--kind", "claims"], 1, "nothing in onrecord.db matches"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_typed_wrong_is_told_in_words_with_what_to_do(desk: Path, words: list[str], code: int, said: str):
    done = typed(desk, *words)
    assert (done.returncode, said in " ".join(done.stderr.split())) == (code, True), done.stderr


@pytest.mark.parametrize(("short", "whole"), [(["claim", "1"], ["claim", "c1"]), (["story", "Story1"], ["story", "story1"])])
def test_the_number_of_a_story_or_a_claim_is_enough(desk: Path, short: list[str], whole: list[str]):
    assert typed(desk, *short).stdout == typed(desk, *whole).stdout != ""


@pytest.mark.parametrize("command", ["story", "figures", "changes", "news", "search --kind claims x", "who x"])
def test_a_record_without_pages_says_so(tmp_path: Path, command: str):
    lay_out(tmp_path)
    assert typed(tmp_path, "add", "other.txt").returncode == 0
    assert typed(tmp_path, "remove", "other.txt").returncode == 0
    assert typed(tmp_path, *command.split()).returncode == 1
