"""Several pages to the lines that recur on those of one outlet with other texts around them, as menus, prompts and labels do."""

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from itertools import chain

from onrecord.model import Block, Page, Recalled, digest_all, find_kept, with_lines
from onrecord.page.lines import Line, split_lines
from onrecord.settings import MemorySettings

RECURS = "stands on other pages of the outlet"
"""Why a line is dropped that several different pages of one outlet have."""
TOLD = frozenset(("body", "heading", "teaser"))
"""Roles of lines that may recur; captions, bylines and lines of a live blog about itself are no news anyway."""
_SPEAKING = frozenset("i me my our ours us we you your yours".split())


Dropped = Mapping[int, str]
"""Numbers of the lines of a page, from 0, that are furniture beside others, and why."""


def drop_recurring(
    pages: Sequence[Page], *, settings: MemorySettings | None = None, recalled: Recalled | None = None
) -> tuple[tuple[Page, ...], tuple[Dropped, ...]]:
    """Give each page with the lines that recur on its outlet's other pages called furniture, and which these are.

    A page without any is the same object. Two captures of one page, or a text and its reprint, count as one. A sentence that does not
    speak to the reader is left: papers tell the background of a long story again and again in the same words. Pages whose lines are
    `recalled` are not read.
    """
    limits, lines = settings or MemorySettings(), _KeptLines(pages, recalled) if recalled else _Lines(pages)
    recurring = _find_recurring(pages, lines, limits)
    dropped = tuple(lines.find(number, recurring[number]) if recurring.get(number) else {} for number in range(len(pages)))
    told = (with_lines(page, partial(_forget, page, numbers)) if numbers else page for page, numbers in zip(pages, dropped, strict=True))
    return tuple(told), dropped


class _Lines:
    """The lines of pages that may recur, by what they are: their text."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages

    def of(self, number: int) -> frozenset[str]:
        """Give those of a page, by its place among the pages."""
        page = self.pages[number]
        text, spans = page.capture.text, [block.span for block in page.blocks if block.role in TOLD]
        return frozenset([text[start:end] for start, end in spans])

    def name(self, text: str) -> str:
        """Give what a line is by its text."""
        return text

    def may_recur(self, line: str, number: int) -> bool:
        """Tell whether a line that a page has may recur."""
        return _may_recur(next(text for text in _Lines.of(self, number) if self.name(text) == line))

    def find(self, number: int, recurring: frozenset[str]) -> Dropped:
        """Find lines on a page."""
        page = self.pages[number]
        told = ((nth, block.span.of(page.capture.text)) for nth, block in enumerate(page.blocks) if block.role in TOLD)
        return {nth: RECURS for nth, text in told if self.name(text) in recurring}


class _KeptLines(_Lines):
    """The lines of pages that may recur, by digests that are kept."""

    def __init__(self, pages: Sequence[Page], recalled: Recalled) -> None:
        super().__init__(pages)
        self.recalled = recalled

    def of(self, number: int) -> frozenset[str]:
        find = super().of
        digest = digest_all("lines", self.recalled.marks[number])
        found = find_kept(self.recalled.traces, digest, lambda: "".join(sorted(map(self.name, find(number)))))
        return frozenset([found[at : at + _NAME] for at in range(0, len(found), _NAME)])

    def name(self, text: str) -> str:
        return b64encode(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_NAME * 6 // 8).digest()).decode()

    def may_recur(self, line: str, number: int) -> bool:
        find = super().may_recur
        return find_kept(self.recalled.traces, digest_all("may recur", line), lambda: "yes" if find(line, number) else "no") == "yes"

    def find(self, number: int, recurring: frozenset[str]) -> Dropped:
        find = super().find
        digest = digest_all("recurring", self.recalled.marks[number], sorted(recurring))
        found = find_kept(self.recalled.traces, digest, lambda: " ".join(map(str, find(number, recurring))))
        return dict.fromkeys(map(int, found.split()), RECURS)


_NAME = 8
"""Characters of the digest of a line, of six bits each: of a million lines of an outlet, two have the same in one of 500 records."""


def _find_recurring(pages: Sequence[Page], lines: _Lines, limits: MemorySettings) -> dict[int, frozenset[str]]:
    """Find for each page, by its place among the pages, the lines that recur."""
    outlets: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        if page.outlet:
            outlets[page.outlet.casefold()].append(number)
    found: dict[int, frozenset[str]] = {}
    for numbers in outlets.values():
        if len(numbers) >= limits.fewest_pages:
            held = {number: lines.of(number) for number in numbers}
            where = _find_differing(held, limits)
            recurring = frozenset(line for line, first in where.items() if lines.may_recur(line, first))
            found |= {number: recurring & held[number] for number in numbers} if recurring else {}
    return found


def _find_differing(pages: Mapping[int, frozenset[str]], limits: MemorySettings) -> dict[str, int]:
    """Find the lines that enough pages have, pages that share much of their lines being one; give one page of each."""
    counts = Counter(chain.from_iterable(pages.values()))
    many = {line for line, count in counts.items() if count >= limits.fewest_pages}
    where: dict[str, list[int]] = defaultdict(list)
    for number, held in pages.items():
        for line in held & many:
            where[line].append(number)
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for line, numbers in where.items():
        alike[tuple(numbers)].append(line)  # a menu's lines stand on the same pages
    return {line: numbers[0] for numbers, held in alike.items() if _differ(numbers, pages, limits) for line in held}


def _differ(numbers: Sequence[int], texts: Mapping[int, frozenset[str]], limits: MemorySettings) -> bool:
    """Tell whether enough of some pages have different texts."""
    unlike: list[int] = []
    for number in numbers:
        if all(_likeness(texts[number], texts[other]) < limits.most_alike for other in unlike):
            unlike.append(number)
        if len(unlike) >= limits.fewest_pages:
            return True
    return False


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _may_recur(text: str) -> bool:
    """Tell whether a line is a label, or speaks to the reader; quotations and other sentences may be news wherever they stand."""
    line: Line = split_lines(text)[0]
    speaks = line.text[0] not in '“"‘' and not _SPEAKING.isdisjoint(line.outside_words)
    return speaks if line.stopped or line.prose else True


def _forget(page: Page, dropped: Dropped) -> tuple[Block, ...]:
    return tuple(Block(block.span, "furniture", reason=dropped[nth]) if nth in dropped else block for nth, block in enumerate(page.blocks))
