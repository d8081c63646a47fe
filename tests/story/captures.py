"""Two captures of an invented page, read by the rules, and what changed between them."""

from onrecord.extract.agreeing import find_agreed_times
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.language.tagger import RuleTagger
from onrecord.model import Change, Copy, Excerpt, Facts, Published, Role
from onrecord.record.joining import number_facts
from onrecord.record.people import merge_actors
from onrecord.story.changes import compare_captures
from tests.pages import find, page

PUBLISHED = Published("2025-03-04", "page", "2025-03-04", "2025-03-04")
BEFORE = "A ferry with holidaymakers on board ran aground off Ostrel Point early on Tuesday."
BEHIND = "The vessel was built in a yard in Brel and refitted last spring, its operator said."


def read_pair(*texts: str, title: str = "", **known: object) -> tuple[Facts, Facts]:
    """Read the texts of two captures, `1.txt` and `2.txt`; a line is a paragraph, a blank line parts two entries."""
    taken = []
    for number, text in enumerate(texts, start=1):
        roles: dict[int, Role] = {0: "title"} if title else {}
        own = {"published": PUBLISHED, "outlet": "The Quay Gazette", **known}
        if title:
            first = text.split("\n", 1)[0]
            own["title"] = Excerpt(first, find(text, first))
        made = page(text, name=f"{number}.txt", roles=roles, **own)  # type: ignore[arg-type]
        statements, actors = find_statements(made, read_page(made, RuleTagger()))
        taken.append((Facts(made, statements, times=find_agreed_times(made)), actors))
    _, ids = merge_actors([actors for _, actors in taken])
    one, two = (number_facts(facts, number, ids[number - 1]) for number, (facts, _) in enumerate(taken, start=1))
    return one, two


def read_article(before: str, after: str) -> tuple[Facts, Facts]:
    """Read an article whose middle paragraph was changed."""
    return read_pair(*(f"{BEFORE}\n{middle}\n{BEHIND}" for middle in (before, after)))


def tell(change: Change) -> tuple[str, str]:
    """Give the kind and the thing of a change."""
    return change.kind, change.what


def changed(before: str, after: str) -> list[tuple[str, str]]:
    """Give what changed in the middle paragraph of an article."""
    return [tell(change) for change in compare_captures(*read_article(before, after))]


def revision(containment: float = 0.9) -> Copy:
    """Say that the second capture is a later state of the first."""
    return Copy("2.txt", "1.txt", "revision", containment, None)
