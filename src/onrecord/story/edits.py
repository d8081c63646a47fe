"""Two wordings of a sentence to the places where their words differ, and to the clauses around these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.language.english_certainty import CUE_CLASSES
from onrecord.model import Span
from onrecord.story.folded import FUNCTION, Line, Word

_CLAUSE_END = re.compile(r"[,;:()–—“”\"]|\s-\s")
"""Marks at which a clause may begin and end."""
SHORTEST_TYPO = 5
"""Letters from which a word that differs in one of them is taken for the same word, spelled otherwise or mended."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where two wordings differ: numbers of words, `[start, end)`, on both sides; one of them may be empty."""

    before: Span
    """In the earlier wording."""
    after: Span
    """In the later one."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """A sentence in two wordings, and where they differ."""

    before: Line
    """The earlier wording."""
    after: Line
    """The later one."""
    edits: tuple[Edit, ...]
    """Where they differ, in order."""

    @property
    def kept(self) -> float:
        """Share of the words of both that neither changed, from 0 to 1."""
        words = len(self.before.words) + len(self.after.words)
        changed = sum(edit.before.end - edit.before.start + edit.after.end - edit.after.start for edit in self.edits)
        return 1 - changed / words if words else 1.0


def compare_lines(before: Line, after: Line) -> Wordings:
    """Find where two wordings differ; spellings and mended typing errors are no difference, edits a function word apart are one."""
    matcher = SequenceMatcher(None, before.key, after.key, autojunk=False)
    edits: list[Edit] = []
    for tag, one, one_end, two, two_end in matcher.get_opcodes():
        if tag == "equal" or _same_but_for_spelling(before.words[one:one_end], after.words[two:two_end]):
            continue
        edit = Edit(Span(one, one_end), Span(two, two_end))
        if edits and _near(before.words[edits[-1].before.end : one]):
            edit = Edit(Span(edits[-1].before.start, one_end), Span(edits.pop().after.start, two_end))
        edits.append(edit)
    return Wordings(before, after, tuple(edits))


def _near(between: Sequence[Word]) -> bool:
    return len(between) == 1 and between[0].text in FUNCTION


def _same_but_for_spelling(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Tell whether words differ in spelling only: a hyphen, a letter of a long word that is no name."""
    one, two = ("".join(word.text.replace("-", "") for word in side) for side in (before, after))
    if one == two and one:
        return True
    return len(before) == len(after) > 0 and all(map(_one_word, before, after))


def _one_word(one: Word, two: Word) -> bool:
    """Tell whether two words are one; a name is not, for a letter makes another name."""
    if one.text == two.text:
        return True
    said = CUE_CLASSES.get(one.text)
    if said and said == CUE_CLASSES.get(two.text) and one.text[:2] == two.text[:2]:
        return True  # "says" and "said"
    return not (one.capital and two.capital) and is_typo(one.text, two.text)


def is_typo(one: str, two: str) -> bool:
    """Tell whether two words are one that was misspelled, or is in another tense; a plural is another word.

    >>> is_typo("recieved", "received"), is_typo("evacuted", "evacuated"), is_typo("killed", "billed"), is_typo("boat", "boats")
    (True, True, False, False)
    """
    if min(len(one), len(two)) < SHORTEST_TYPO or one[0] != two[0] or not (one.isalpha() and two.isalpha()) or f"{one}s" == two:
        return False
    first = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    left, right = one[first:], two[first:]
    swapped = left[1::-1] == right[:2] and left[2:] == right[2:]
    return one != f"{two}s" and (swapped or left[1:] == right or left == right[1:] or left[1:] == right[1:])


def cut_span(line: Line, words: Span) -> Span:
    """Give the span of some words of a line by their numbers; of none the place where they would stand."""
    if words.start < words.end:
        return Span(line.words[words.start].span.start, line.words[words.end - 1].span.end)
    at = line.words[words.start - 1].span.end if words.start else line.span.start
    return Span(at, at)


def find_clauses(wordings: Wordings, edit: Edit, texts: tuple[str, str], fewest: int = 3) -> tuple[Span, Span]:
    """Give the clause around an edit on both sides, to the nearest marks that both have; a short one takes in the clause before."""
    before, after = wordings.before, wordings.after
    cuts = sorted(_cuts(wordings, texts))
    back = [cut for cut in cuts if cut[0] <= edit.before.start and cut[1] <= edit.after.start]
    ahead = next(cut for cut in cuts if cut[0] >= edit.before.end and cut[1] >= edit.after.end)
    while len(back) > 1 and min(ahead[side] - back[-1][side] for side in (0, 1)) < fewest:
        back.pop()
    return cut_span(before, Span(back[-1][0], ahead[0])), cut_span(after, Span(back[-1][1], ahead[1]))


def _cuts(wordings: Wordings, texts: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """Give the places, by the numbers of the words behind them, where both wordings can be cut: their ends, and marks that both have."""
    ends = len(wordings.before.words), len(wordings.after.words)
    yield from ((0, 0), ends)
    behind = [(0, 0), *((edit.before.end, edit.after.end) for edit in wordings.edits)]
    ahead = [*((edit.before.start, edit.after.start) for edit in wordings.edits), ends]
    for (one, two), (one_end, two_end) in zip(behind, ahead, strict=True):
        for step in range(min(one_end - one, two_end - two) + 1):
            if _parted(wordings.before, texts[0], one + step) and _parted(wordings.after, texts[1], two + step):
                yield one + step, two + step


def _parted(line: Line, text: str, at: int) -> bool:
    """Tell whether a mark stands between the word of this number and the one before it."""
    if not 0 < at < len(line.words):
        return False
    between = text[line.words[at - 1].span.end : line.words[at].span.start]
    return _CLAUSE_END.search(between) is not None
