"""Several pages to the lines that recur on those of one outlet with other texts around them, as menus, prompts and labels do."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.model import Block, Page
from onrecord.page.lines import Line, split_lines
from onrecord.settings import MemorySettings

RECURS = "stands on other pages of the outlet"
"""Why a line is dropped that several different pages of one outlet have."""
TOLD = frozenset(("body", "heading", "teaser"))
"""Roles of lines that may recur; captions, bylines and lines of a live blog about itself are no news anyway."""
_SPEAKING = frozenset("i me my our ours us we you your yours".split())


def drop_recurring(pages: Sequence[Page], *, settings: MemorySettings | None = None) -> tuple[Page, ...]:
    """Give each page with the lines that recur on its outlet's other pages called furniture; a page without any is the same object.

    Two captures of one page, or a text and its reprint, count as one. A sentence that does not speak to the reader is
    left: papers tell the background of a long story again and again in the same words.
    """
    limits = settings or MemorySettings()
    recurring = _find_recurring(pages, limits)
    return tuple(_forget(page, recurring.get(number, frozenset())) for number, page in enumerate(pages))


def _find_recurring(pages: Sequence[Page], limits: MemorySettings) -> dict[int, frozenset[str]]:
    """Find for each page, by its place among the pages, the texts of the lines that recur."""
    outlets: dict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        if page.outlet:
            outlets[page.outlet.casefold()].append(number)
    found: dict[int, frozenset[str]] = {}
    for numbers in outlets.values():
        if len(numbers) >= limits.fewest_pages:
            texts = {number: _texts(pages[number]) for number in numbers}
            recurring = _recurring(texts, limits)
            found |= {number: recurring & texts[number] for number in numbers}
    return found


def _texts(page: Page) -> frozenset[str]:
    text, spans = page.capture.text, [block.span for block in page.blocks if block.role in TOLD]
    return frozenset([text[start:end] for start, end in spans])


def _recurring(texts: Mapping[int, frozenset[str]], limits: MemorySettings) -> frozenset[str]:
    """Find the lines that enough pages have, pages that share much of their text being one."""
    counts = Counter(chain.from_iterable(texts.values()))
    many = {text for text, count in counts.items() if count >= limits.fewest_pages}
    where: dict[str, list[int]] = defaultdict(list)
    for number, held in texts.items():
        for text in held & many:
            where[text].append(number)
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for text, numbers in where.items():
        alike[tuple(numbers)].append(text)  # a menu's lines stand on the same pages
    differing = (held for numbers, held in alike.items() if _differ(numbers, texts, limits))
    return frozenset(filter(_may_recur, chain.from_iterable(differing)))


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


def _forget(page: Page, recurring: frozenset[str]) -> Page:
    if not recurring:
        return page

    text = page.capture.text

    def told_anew(block: Block) -> Block:
        start, end = block.span
        return Block(block.span, "furniture", reason=RECURS) if block.role in TOLD and text[start:end] in recurring else block

    return replace(page, blocks=tuple(map(told_anew, page.blocks)))
