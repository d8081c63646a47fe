from onrecord.model import Change, Excerpt, Record, Span
from onrecord.serve.changed import MOST_TEXTS, render_changes
from onrecord.serve.layout import Paper


def told(*changes: Change) -> list[str]:
    return list(render_changes(Record(changes=changes), Paper(200), lambda _, span: f"L{span.start}", lambda name: f"[{name}]"))


def words(text: str, line: int) -> Excerpt:
    return Excerpt(text, Span(line, line + len(text)))


def test_without_changes_nothing_is_told():
    assert told() == []


def test_a_sentence_with_two_facts_altered_is_told_once():
    sides = words("About 40 may have drowned.", 3), words("About 60 drowned.", 5)
    assert told(Change("1", "2", "altered", "figure", *sides), Change("1", "2", "altered", "hedge", *sides)) == [
        "WHAT CHANGED",
        "  From [1] to [2]:",
        "    figure and hedge: “About 40 may have drowned.” became “About 60 drowned.” (L3, L5)",
    ]


def test_what_came_and_went_is_told_by_its_first_line_and_other_wordings_are_counted():
    rows = told(
        Change("1", "2", "altered", "text", words("Tugs came.", 1), words("Tugs arrived.", 1)),
        Change("1", "2", "added", "entry", None, words("Fog lifts\nThe fog lifted.", 9)),
        Change("1", "2", "removed", "text", words("“We are lost,” Ivo Marn said.", 4), None),
    )
    assert rows[2:] == [
        "    added: “Fog lifts” (L9)",
        "    taken out: “We are lost,” Ivo Marn said. (L4)",
        "    1 sentence worded otherwise, no fact altered.",
    ]


def test_of_many_paragraphs_only_the_first_are_told():
    rows = told(*(Change("1", "2", "added", "text", None, words("Tugs came.", line)) for line in range(MOST_TEXTS + 3)))
    assert rows[-1] == "    3 more added."
    assert len(rows) == MOST_TEXTS + 3
