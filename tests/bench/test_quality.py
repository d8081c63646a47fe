"""One run measures, compares and keeps."""

import json
from pathlib import Path

import pytest

from bench import quality
from bench.parts import PARTS, Measured
from bench.readings import Article, Attribution, matched
from bench.workbench import MissingError, UnmeasurableError, Workbench

SHARED = quality.ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not (SHARED / "tools").is_dir(), reason="the shared folder is not here")


def test_without_the_shared_folder_it_says_so_and_leaves_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.main(["--shared", str(tmp_path / "nowhere"), "--only", "timex"]) == 2
    assert "--shared" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--only", "weather"], ["--date", "yesterday"]])
def test_a_wrong_word_of_the_command_line_is_refused_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        quality.main(words)
    assert left.value.code == 2
    assert words[1] in capsys.readouterr().err


def test_a_figure_belongs_to_the_part_that_measures_it() -> None:
    for path in (quality.FLOORS, quality.MEASURED):
        held = json.loads(path.read_text(encoding="utf-8"))
        assert {name.split(".")[0] for name in held.get("figures", held)} <= set(PARTS)


def test_what_is_measured_anew_takes_the_place_of_the_whole_part_and_of_no_other() -> None:
    before = {
        "figures": {"names.f1": 0.7, "names.group": 0.5, "timex.value": 0.6},
        "parts": {"timex": {"date": "2024-05-01", "version": "1"}},
    }
    after = quality.merge(before, {"names": Measured({"names.f1": 0.8})}, date="2024-05-31", of="2")
    assert after["figures"] == {"names.f1": 0.8, "timex.value": 0.6}
    assert after["parts"] == {"names": {"date": "2024-05-31", "version": "2"}, "timex": {"date": "2024-05-01", "version": "1"}}


def test_a_gold_file_is_cut_to_its_first_pages(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "set.jsonl").write_text("1\n2\n3\n", encoding="utf-8")
    (tmp_path / "scratch").mkdir()
    assert Workbench(tmp_path, tmp_path / "scratch", first=2).gold("set.jsonl").read_text() == "1\n2\n"
    with pytest.raises(MissingError, match="other"):
        Workbench(tmp_path, tmp_path).gold("other.jsonl")


def test_an_option_that_onrecord_lacks_makes_a_part_unmeasurable(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The mayor said the bridge was safe.", encoding="utf-8")
    with pytest.raises(UnmeasurableError, match="--with-weather"):
        Workbench(tmp_path, tmp_path).export("page", [tmp_path / "page.txt"], "--with-weather")


@needs_shared
def test_attributions_are_matched_as_the_scorer_matches_them(tmp_path: Path) -> None:
    text = "Ida Moll said the crane had failed. The crew want a new one."
    said = Attribution(((0, 8),), ((9, 13),), ((14, 34),))
    want = Attribution(((36, 44),), ((45, 49),), ((50, 59),))
    other = Attribution(((4, 8),), ((45, 49),), ((50, 59),), 0.8)
    article = matched(Workbench(SHARED, tmp_path).load("score_attribution.py"), Article(text, (said, want), (other, said)))
    assert article.pairs == ((0, 1), (1, 0))
    assert article.right == {1}
