"""What a person puts right in a record shows wherever the record is shown, outlasts the page, and is undone without a trace but its own."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.serve.desk import typed

SUNDAY = """\
Quay at Lomsund stays shut, harbour master says
By Tove Aas
3 May 2026

The quay at Lomsund would stay shut until Wednesday, the harbour master, Ivar Holm, told Radio Lomsund.

“We have looked at the piles and they are not sound,” he said. Some 40 trawlers had been turned away, he said.

The firm denied that it had used the wrong concrete.
"""
MONDAY = """\
Quay builder used the wrong concrete, dockers’ union says
By Tove Aas
4 May 2026

The builder used the wrong concrete in the quay at Lomsund, the dockers’ union said on Monday.

Some 60 trawlers had been turned away, she said.
"""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "sunday.txt").write_text(SUNDAY, encoding="utf-8")
    (folder / "monday.txt").write_text(MONDAY, encoding="utf-8")
    assert typed(folder, "add", "sunday.txt", "monday.txt").returncode == 0
    return folder


@pytest.fixture
def desk(added: Path, tmp_path: Path) -> Path:
    shutil.copytree(added, tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(desk: Path, *words: str, by: str = "edda") -> str:
    """Type a correction, which must be taken, and give what is said of it."""
    done = typed(desk, "correct", *words, "--by", by)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def brief_of(desk: Path) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(typed(desk, "brief", "--format", "json").stdout)
    return record


def hits(desk: Path, *words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in typed(desk, *words, "--format", "jsonl").stdout.splitlines()]


def page_of(record: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in record["captures"] if one["name"] == name)
    return found


def statement(record: dict[str, Any], words: str) -> dict[str, Any]:
    made = [one for capture in record["captures"] for one in capture["statements"] if words in one["content"]["text"]]
    found: dict[str, Any] = made[-1]
    return found


def claim_of(record: dict[str, Any], words: str) -> dict[str, Any]:
    name = statement(record, words)["id"]
    found: dict[str, Any] = next(one for one in record["claims"] if name in [member["statement"] for member in one["members"]])
    return found


def test_a_corrected_speaker_is_told_with_the_one_that_was_read(desk: Path):
    before = statement(brief_of(desk), "wrong concrete")["speaker"]
    said = told(desk, "speaker", "sunday.txt:9", "Lomsund", "Piling", "--note", "their lawyer phoned")
    assert said == (
        "Correction 1 is kept: sunday.txt L9 “it had used the wrong concrete”: said by Lomsund Piling; read as firm.\n"
        "Undo it with: onrecord correct --undo 1\n"
    )
    record = brief_of(desk)
    denial = statement(record, "it had used the wrong concrete")
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    assert (denial["speaker"]["name"], names[denial["speaker"]["actor"]]) == ("Lomsund Piling", "Lomsund Piling")
    corrected = denial["corrected"]
    assert (corrected["was"]["text"], names[corrected["was"]["actor"]]) == ("The firm", "firm")
    assert (corrected["by"], corrected["note"], corrected["number"]) == ("edda", "their lawyer phoned", 1)
    assert before["span"] is not None
    assert "Lomsund Piling denied" in typed(desk, "brief", "--format", "brief").stdout


def test_a_statement_is_found_under_its_corrected_speaker_and_no_longer_under_the_other(desk: Path):
    told(desk, "speaker", "sunday.txt L9", "Lomsund Piling")
    [hit] = hits(desk, "search", "concrete", "--speaker", "piling")
    assert (hit["who"], hit["corrected"][0]["was"], hit["corrected"][0]["by"]) == ("Lomsund Piling", "firm", "edda")
    assert typed(desk, "who", "firm").returncode == 1
    assert "speaker corrected by edda; read as firm" in typed(desk, "who", "Piling").stdout


def test_a_number_is_held_by_the_corrected_speaker(desk: Path):
    told(desk, "speaker", "monday.txt:7", "Ivar Holm")
    [hit] = hits(desk, "search", "trawlers", "--kind", "figures", "--speaker", "Holm", "--from", "2026-05-04")
    assert (hit["page"], hit["who"]) == ("monday.txt", "Ivar Holm")
    [figure] = brief_of(desk)["captures"][1]["figures"]
    assert figure["holder"]["name"] == "Ivar Holm"


@pytest.mark.parametrize("item", ["sunday.txt:9", "sunday.txt L9", "[1] L9", "p1:9", "p1.s5", "sunday.txt:s5"])
def test_nobody_is_a_speaker_too_however_the_statement_is_named(desk: Path, item: str):
    told(desk, "speaker", item, "nobody")
    assert statement(brief_of(desk), "it had used the wrong concrete")["speaker"] is None
    assert typed(desk, "who", "firm").returncode == 1


def test_a_page_is_found_on_its_corrected_day_and_what_rests_on_it_is_counted_anew(desk: Path):
    told(desk, "date", "sunday.txt", "2026-05-10")
    page = page_of(brief_of(desk), "sunday.txt")
    assert (page["published"]["value"], page["published"]["basis"]) == ("2026-05-10", "given")
    assert (page["corrected"]["was"]["value"], page["corrected"]["was"]["basis"]) == ("2026-05-03", "page")
    assert "2026-05-13" in [time["value"] for time in page["times"]]  # Wednesday
    assert {hit["page"] for hit in hits(desk, "search", "quay", "--from", "2026-05-10")} == {"sunday.txt"}
    assert [hit["page"] for hit in hits(desk, "search", "trawlers")] == ["sunday.txt", "monday.txt"]
    for kind in ("statements", "entries", "figures"):
        assert "date corrected by edda; read as 2026-05-03" in typed(desk, "search", "trawlers", "--kind", kind).stdout


def test_a_claim_stands_as_a_person_says_with_a_step_of_its_history_by_them(desk: Path):
    claim = claim_of(brief_of(desk), "it had used the wrong concrete")
    told(desk, "standing", claim["id"], "not confirmed", by="jon")
    now = claim_of(brief_of(desk), "it had used the wrong concrete")
    assert (now["standing"], now["corrected"]["was"], now["corrected"]["by"]) == ("not_confirmed", "denied", "jon")
    assert now["history"][:-1] == claim["history"]
    assert (now["history"][-1]["by"], now["history"][-1]["standing"]) == ("jon", "not_confirmed")
    assert "Put down as not confirmed by jon" in " ".join(typed(desk, "brief", "--format", "brief").stdout.split())


def test_two_claims_become_one_and_one_becomes_two(desk: Path):
    record = brief_of(desk)
    shut, wrong = (claim_of(record, words) for words in ("until Wednesday", "it had used the wrong concrete"))
    assert shut["id"] != wrong["id"]
    told(desk, "same", shut["id"], "sunday.txt:9")
    joined = claim_of(brief_of(desk), "until Wednesday")
    assert len(joined["members"]) == len(shut["members"]) + len(wrong["members"])
    told(desk, "apart", joined["id"], "monday.txt:5")
    record = brief_of(desk)
    union = statement(record, "The builder used")["id"]
    assert union not in [member["statement"] for member in claim_of(record, "it had used the wrong concrete")["members"]]
    assert [one["kind"] for one in record["corrections"]] == ["same", "apart"]


def test_what_is_contrary_to_an_earlier_correction_is_refused(desk: Path):
    told(desk, "same", "sunday.txt:5", "sunday.txt:9")
    told(desk, "same", "sunday.txt:9", "monday.txt:5")
    done = typed(desk, "correct", "apart", "monday.txt:5", "sunday.txt:5")
    assert done.returncode == 2
    assert "contrary to correction 1 and 2; undo that first: onrecord correct --undo 2" in done.stderr
    told(desk, "--undo", "2")
    assert "is kept" in told(desk, "apart", "monday.txt:5", "sunday.txt:5")
    assert "contrary to correction 3" in typed(desk, "correct", "same", "monday.txt:5", "sunday.txt:9").stderr


ALL = (
    ("speaker", "sunday.txt:9", "Lomsund Piling"),
    ("speaker", "monday.txt:7", "Ivar Holm"),
    ("date", "monday.txt", "2026-05-06"),
    ("same", "sunday.txt:5", "monday.txt:5"),
    ("apart", "sunday.txt:9", "monday.txt:5"),
    ("standing", "sunday.txt:9", "withdrawn"),
)


def test_a_correction_outlasts_the_page(desk: Path):
    for words in ALL:
        told(desk, *words)
    commands = (
        ["brief", "--format", "json"],
        ["search", "quay", "--format", "jsonl"],
        ["who", "Holm"],
        ["search", "trawlers", "--kind", "figures"],
    )
    before = [typed(desk, *words).stdout for words in commands]
    typed(desk, "remove", "sunday.txt", "monday.txt")
    assert "waits for sunday.txt, which is not in the record" in " ".join(typed(desk, "corrections").stdout.split())
    typed(desk, "add", "sunday.txt", "monday.txt")
    assert [typed(desk, *words).stdout for words in commands] == before
    assert "is sound" in typed(desk, "check").stdout


def test_undone_corrections_leave_the_record_as_it_was_byte_for_byte(desk: Path):
    commands = (["brief", "--format", "json"], ["search", "quay"], ["search", "trawlers", "--kind", "figures"], ["who", "Holm"])
    before = [typed(desk, *words).stdout for words in commands]
    for words in ALL:
        told(desk, *words)
    assert typed(desk, *commands[0]).stdout != before[0]
    for number in (3, 1, 6, 2, 5, 4):
        assert told(desk, "--undo", str(number), by="jon").startswith(f"Correction {number} is undone; it was: ")
    assert [typed(desk, *words).stdout for words in commands] == before
    listed = [json.loads(line) for line in typed(desk, "corrections", "--format", "jsonl").stdout.splitlines()]
    assert [(one["number"], one["by"], one["undone_by"], one["holds"]) for one in listed] == [
        (n, "edda", "jon", False) for n in range(1, 7)
    ]


def test_the_last_of_several_corrections_of_one_thing_holds_until_it_is_undone(desk: Path):
    told(desk, "speaker", "sunday.txt:9", "Lomsund Piling")
    told(desk, "speaker", "sunday.txt:9", "Ivar Holm", by="jon")
    assert statement(brief_of(desk), "it had used the wrong concrete")["speaker"]["name"] == "Ivar Holm"
    assert "replaced by 2" in typed(desk, "corrections").stdout
    told(desk, "--undo", "2")
    corrected = statement(brief_of(desk), "it had used the wrong concrete")["corrected"]
    assert (corrected["by"], corrected["was"]["name"]) == ("edda", "firm")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["speaker", "sunday.txt:7", "Ivar Holm"], "sunday.txt:7: it may be any of 2; name one: p1.s3 (Ivar Holm: We have looked at"),
        (["speaker", "sunday.txt:8", "Ivar Holm"], "sunday.txt:8: nothing of that kind stands there"),
        (["speaker", "p1.s99", "Ivar Holm"], "p1.s99: nothing of that kind stands there"),
        (["speaker", "sundy.txt:9", "Ivar Holm"], "sundy.txt: there is no such page in onrecord.db; did you mean sunday.txt"),
        (["speaker", "p9.s1", "Ivar Holm"], "p9: there is no such page in onrecord.db"),
        (["speaker", "the firm", "Ivar Holm"], "the firm: it names no statement, figure or claim; write page.txt:12"),
        (["speaker", "c1", "Ivar Holm"], "c1: it names no statement"),
        (["speaker", "p1.f1", "Ivar Holm"], "p1.f1: nothing of that kind stands there"),
        (["speaker", "sunday.txt:9", "  "], "the name is empty; type a name, or nobody"),
        (["speaker", "sunday.txt:9"], "say what is wrong, of which item, and how it is right"),
        (["date", "sunday.txt", "3/5/2026"], '"3/5/2026" is not a date; write it as'),
        (["date", "friday.txt", "2026-05-03"], "friday.txt: there is no such page"),
        (["standing", "c99", "denied"], "c99: there is no such claim in onrecord.db; there are c1 to c"),
        (["standing", "c1", "false"], "'false' is no standing; choose one of claimed, corroborated"),
        (["same", "c1", "c1"], "it is named twice"),
        (["same", "sunday.txt:9", "p1.s5"], "it is the same item as sunday.txt:9"),
        (["--undo", "7"], "there is no correction 7; see their numbers with: onrecord corrections"),
        (["date", "sunday.txt", "2026-05-03", "--undo", "7"], "it undoes by its number alone"),
        (["title", "sunday.txt", "Quay shut"], "'title' is not one of"),
        ([], "say what is wrong"),
    ],
    ids=" ".join,
)
def test_what_is_typed_wrong_is_told_with_what_may_be_meant(desk: Path, words: list[str], said: str):
    done = typed(desk, "correct", *words)
    assert (done.returncode, said in " ".join(done.stderr.split()), "Traceback" in done.stderr) == (2, True, False)
    assert typed(desk, "corrections").stderr == "onrecord: nothing was ever corrected in onrecord.db\n"


def test_a_correction_is_undone_once(desk: Path):
    told(desk, "date", "sunday.txt", "2026-05-10")
    told(desk, "--undo", "1", by="jon")
    assert "correction 1 was undone already, by jon" in typed(desk, "correct", "--undo", "1").stderr


def test_who_corrects_is_the_one_who_is_logged_in_unless_somebody_is_named(desk: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LOGNAME", "tove")
    typed(desk, "correct", "date", "sunday.txt", "2026-05-10")
    assert page_of(brief_of(desk), "sunday.txt")["corrected"]["by"] == "tove"


def test_what_was_corrected_is_saved_from_a_damaged_record(desk: Path):
    told(desk, "speaker", "sunday.txt:9", "Lomsund Piling")
    typed(desk, "check", "--repair")
    [hit] = hits(desk, "who", "Piling", "--record", "onrecord-repaired.db")
    assert (hit["page"], hit["corrected"][0]["was"]) == ("sunday.txt", "firm")
