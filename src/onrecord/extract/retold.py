"""A page's figures to the same figures, each with what its page tells of that number elsewhere: its noun, and who gave it.

A headline's number, or a lead's, is told again below by its noun and by who gave it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.extract.elided import are_people
from onrecord.extract.within import overlapping
from onrecord.model import Figure, Holder, Page

LEAST_TOLD = 3
"""Value from which a headline's number and an equal one below it are most likely of one thing."""
MOST = 20
"""Equal numbers looked at for one."""
NEAR = 400
"""Code points between two numbers that stand beside each other."""


def tell_again(page: Page, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Give each figure the noun and the holder that its page tells of the same number elsewhere."""
    same: defaultdict[float, list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        if figure.value is not None and figure.value >= LEAST_TOLD:
            same[figure.value].append(place)
    fuller = _fuller(figures)
    told = [_held_in_full(figure, fuller) for figure in figures]
    for place, role in _opening(page, figures).items():
        equal = same.get(told[place].value or 0, [])
        after = bisect_right(equal, place)
        told[place] = _below(told[place], [told[other] for other in equal[after : after + MOST]], role)
    return tuple(told)


def _opening(page: Page, figures: Sequence[Figure]) -> Mapping[int, str]:
    """Give the figures of the title, the headings and the first paragraph: the place of each with the role of its block."""
    lead = next((block for block in page.blocks if block.role == "body"), None)
    heads = [block for block in page.blocks if block.role in ("title", "heading") or block is lead]
    found = {}
    for place, figure in enumerate(figures):
        for block in overlapping(heads, figure.span):
            found[place] = block.role
    return found


def _below(figure: Figure, below: Iterable[Figure], role: str) -> Figure:
    """Give a figure of the page's opening what the same number below tells of it, of its entry for a heading, near it for a lead."""
    for other in below:
        far = other.span.start - figure.span.end > NEAR if role == "body" else role == "heading" and other.entry != figure.entry
        if far:
            continue
        if figure.counted is None and other.counted and other.counted[0].isalpha() and not other.counted.startswith("per"):
            figure = replace(figure, counted=other.counted)
        if figure.holder is None and _agree(figure.counted, other.counted):
            figure = replace(figure, holder=other.holder)
    return figure


def _agree(one: str | None, other: str | None) -> bool:
    """Tell whether two nouns can count one thing: one word at the end, or both people."""
    return bool(one and other) and (str(one).split()[-1] == str(other).split()[-1] or (are_people(str(one)) and are_people(str(other))))


def _fuller(figures: Iterable[Figure]) -> Mapping[Holder, Holder]:
    """Give the holders named by one word with the only other holder of the page whose name ends in it: "engineers"."""
    holders = {figure.holder: figure.holder.name.lower() for figure in figures if figure.holder}
    found = {}
    for holder, name in holders.items():
        longer = [other for other, whole in holders.items() if whole.endswith(f" {name}")] if holder.actor is None else []
        if len(longer) == 1:
            found[holder] = longer[0]
    return found


def _held_in_full(figure: Figure, fuller: Mapping[Holder, Holder]) -> Figure:
    return replace(figure, holder=fuller.get(figure.holder, figure.holder)) if figure.holder else figure
