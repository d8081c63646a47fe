"""Golden stories: captures in, and the record that an editor would take from them."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.model import Given, Record
from onrecord.pipeline import read
from tests.stories import render

STORIES = sorted(path.parent for path in (Path(__file__).parent / "stories").glob("*/record.txt"))
OPTIONS = ("given.txt", "known-failures.txt", "record.txt")


def captures_of(story: Path) -> list[Path]:
    """Give a story's captures in order of time; the demo's lie in the package."""
    folder = Path(str(files("onrecord"))) / "serve" / "demo" if story.name == "demo" else story
    return sorted(path for path in folder.glob("*.txt") if path.name not in OPTIONS)


def given_of(story: Path) -> Given:
    """Read what is given about the captures: lines such as `published 2026-03-09`."""
    path = story / "given.txt"
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return Given(**dict(row.split(maxsplit=1) for row in rows if row.strip()))


def known_failures_of(story: Path) -> dict[str, str]:
    """Read what is known to go wrong: the reason for each line of the difference, `line  # reason`."""
    path = story / "known-failures.txt"
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {" ".join(line.split()): reason.strip() for line, _, reason in (row.rpartition("#") for row in rows if row.strip())}


def read_story(story: Path) -> Record:
    return read([str(path) for path in captures_of(story)], given=given_of(story))


def golden_of(story: Path) -> str:
    return (story / "record.txt").read_text(encoding="utf-8")


@pytest.fixture(params=STORIES, ids=lambda path: path.name)
def story(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_story_gives_the_record_that_an_editor_would_take_from_it(story: Path, request: pytest.FixtureRequest) -> None:
    items = render.find_items(read_story(story))
    if request.config.getoption("--rewrite-stories"):
        opening = render.read_opening(golden_of(story))
        (story / "record.txt").write_text(render.render_items(items, opening), encoding="utf-8")
    difference = render.find_difference(render.read_items(golden_of(story)), items)
    known = known_failures_of(story)
    rows = [" ".join(row.split()) for row in render.render_difference(difference).splitlines()]
    unknown, mended = [row for row in rows if row not in known], [row for row in known if row not in rows]
    assert not unknown, "\n".join(["", *unknown])
    assert not mended, "\n".join(["fails no more: take it out of known-failures.txt", *mended])
    if known:
        pytest.xfail("; ".join(sorted(set(known.values()))))


def test_every_item_of_a_golden_has_evidence_and_every_quoted_line_is_in_its_capture(story: Path) -> None:
    texts = {path.name: path.read_text(encoding="utf-8").splitlines() for path in captures_of(story)}
    items = render.read_items(golden_of(story))
    assert items
    assert [item.head for item in items if not item.evidence] == []
    rows = [row for item in items for row in item.evidence]
    assert [(name, words) for name, words in rows if not any(words in line for line in texts[name])] == []


def test_a_golden_is_read_and_written_without_loss(story: Path) -> None:
    golden = golden_of(story)
    assert render.render_items(render.read_items(golden), render.read_opening(golden)) == golden


def test_a_golden_opens_with_a_remark_on_what_the_story_shows(story: Path) -> None:
    assert render.read_opening(golden_of(story)).startswith("# ")


def test_a_content_stands_in_the_words_under_it(story: Path) -> None:
    said = [item for item in render.read_items(golden_of(story)) if item.head.startswith("SAID")]
    for item in said:
        words = re.findall(r"\w+", " ".join(words for _, words in item.evidence))
        assert set(re.findall(r"\w+", item.head.split(" | ")[2])) <= set(words), item.head


def test_stories_tell_every_kind_of_item() -> None:
    kinds = {item.head.split()[0] for story in STORIES for item in render.read_items(golden_of(story))}
    assert kinds == {"PAGE", "ENTRY", "SAID", "COUNT", "WHEN", "DROPPED", "COPY", "FOUND", "HAPPENED", "DAY", "CHANGED"}


def test_a_difference_lists_what_is_missing_what_is_extra_and_what_rests_on_other_words() -> None:
    wanted = render.read_items('SAID crew | said | it sank\n   a.txt "It sank, the crew said."\nWHEN today = 2026-03-09\n   a.txt "Today."')
    got = render.read_items('SAID crew | said | it sank\n   a.txt "It sank."\nCOUNT 2 boats\n   a.txt "Two boats."')
    assert render.render_difference(render.find_difference(wanted, got)).splitlines() == [
        "missing  WHEN today = 2026-03-09",
        "extra    COUNT 2 boats",
        "other words under  SAID crew | said | it sank",
        '   not found  a.txt "It sank, the crew said."',
        '   found      a.txt "It sank."',
    ]
