"""A page and its figures to its sums: a total, the parts that the page gives of it, and whether they add up.

Parts are taken for parts of a total only where the wording says so: a list after a colon, "of them", "of these", "while the
rest", one construction told again and again ("70 by boat and 40 by road"), or the same noun carried on from the sentence
before. Overlapping attributes ("six were farmers and four were Dutch") are no parts. "The rest" closes a sum by
definition: it is a part, worth what is left. Where a part has no number ("about half"), the verdict is cannot_tell, with no
parts, and what is left over is not known.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from onrecord.extract.counted import Place, find_counted, is_plural, place_numbers
from onrecord.extract.events import is_verb
from onrecord.extract.figures import READ_ROLES
from onrecord.extract.sum_wording import (
    carries_on,
    closes,
    introduces_parts,
    is_list_gap,
    listed_after_colon,
    names_some,
    opens_partition,
    rest_after,
    same_preposition,
    told_alike,
)
from onrecord.extract.within import overlapping
from onrecord.language.english import AUXILIARIES
from onrecord.language.english_counts import LOOSE_NUMBERS
from onrecord.language.numbers import Number
from onrecord.language.sentences import Sentence, split_sentences
from onrecord.language.tokens import Token
from onrecord.model import Figure, Page, Span, Sum, Verdict
from onrecord.settings import FigureSettings

MOST_COUNTS = 12
"""Counts in one sentence beyond which it is a table, not a sum told in words."""
REACH = 8
"""Words after a number that say how it is told."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure and the words beside it."""

    figure: Figure
    """The figure."""
    noun: str | None
    """Head of its own noun phrase, in lower case; null when it has none."""
    following: tuple[Token, ...]
    """The words after number and noun, some eight of them."""

    @property
    def amount(self) -> float | int | None:
        """Its value, when it has one and is no range or share of a hundred."""
        return self.figure.value if self.figure.high is None else None


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its counts, and the sentence with counts before it in the same entry."""

    text: str
    """The page's text."""
    span: Span
    """The sentence."""
    counts: tuple[Count, ...]
    """Its counts, in order."""
    before: "Line | None"
    """The sentence just before, when it has counts."""
    limits: FigureSettings
    """What parts must come to."""


def find_sums(page: Page, figures: Sequence[Figure], *, settings: FigureSettings | None = None) -> tuple[Sum, ...]:
    """Find the totals of a page whose parts it gives, in order of the parts; a doubtful one is left out."""
    found: dict[tuple[float | int, ...], Sum] = {}
    totals: defaultdict[float | int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.high is None and figure.bound in ("exact", "about"):
            totals[figure.value].append(figure)
    for line in _lines(page, figures, settings or FigureSettings()):
        told = next((sums for rule in _RULES if (sums := tuple(rule(line)))), ())
        for each in told or _found_elsewhere(line, totals):
            found.setdefault((each.total, *each.parts, len(each.spans)), each)
    return tuple(found.values())


def check_sum(total: float | int, parts: Sequence[float | int]) -> tuple[float | int, Verdict]:
    """Give what is left of a total after its parts, and the verdict.

    >>> check_sum(90, [50, 30]), check_sum(12, [7, 5])
    ((10, 'short_by'), (0, 'adds_up'))
    """
    left = round(total - sum(parts), 6)
    remainder = int(left) if left == int(left) else left
    return remainder, "adds_up" if remainder == 0 else "short_by" if remainder > 0 else "over_by"


def _lines(page: Page, figures: Sequence[Figure], limits: FigureSettings) -> Iterator[Line]:
    before: tuple[Line, int | None] | None = None
    for block in page.blocks:
        if block.role not in READ_ROLES:
            continue
        inside = overlapping(figures, block.span)
        if not inside:
            before = None if block.role == "body" else before
            continue
        for sentence in split_sentences(page.capture.text, block.span.start, block.span.end):
            own = overlapping(inside, sentence.span)
            counts = tuple(_count(page.capture.text, sentence, figure) for figure in own if len(own) <= MOST_COUNTS)
            earlier = before[0] if before and before[1] == block.entry else None
            line = Line(page.capture.text, sentence.span, counts, earlier, limits)
            if counts:
                yield line
            before = (line, block.entry)


def _count(text: str, sentence: Sentence, figure: Figure) -> Count:
    number = Number(figure.span, figure.value, "count", figure.high, worded=not figure.text[:1].isdigit())
    places: tuple[Place, ...] = place_numbers(sentence.tokens, (number,))
    counted = find_counted(text, sentence.tokens, places[0]) if places else None
    end = counted.end if counted else figure.span.end
    first = bisect_left(sentence.tokens, end, key=lambda token: token.start)
    following = sentence.tokens[first : first + REACH]
    return Count(figure, counted.of(text).lower().split()[-1] if counted else None, following)


# --- the rules: each gives the sums of one line, or none ---------------------------------------------------------------


def _after_colon(line: Line) -> Iterator[Sum]:
    """A list after a colon: "holds 40 boats: 25 trawlers, ten ferries and five tugs"."""
    for index, total in enumerate(line.counts[:-1]):
        parts = line.counts[index + 1 :]
        many = line.span.of(line.text).count(":") > 1
        if many or _names_stages(total) or not listed_after_colon(line.text, total.figure.span, parts[0].figure.span):
            continue
        listed = _listed(line.text, parts)
        if len(listed) >= 2:
            yield from _sum(total, listed)


def _of_them(line: Line) -> Iterator[Sum]:
    """Parts of a total in the same sentence: "30 people were hurt, 20 of them by glass and ten by smoke"."""
    for index, total in enumerate(line.counts[:-2]):
        parts = _listed(line.text, line.counts[index + 1 :])
        told_of = total.noun is not None and all(part.noun in (None, total.noun) for part in parts)
        if len(parts) < 2 or not told_of or _overlapping(parts):
            continue
        gap = line.text[total.figure.span.end : parts[0].figure.span.start]
        sums = _sum(total, parts)
        exact = bool(sums) and sums[0].verdict == "adds_up"
        if introduces_parts(gap) and exact:
            yield from sums
            return
        elif _sibling(total, parts) or (not exact and told_alike(gap, parts[-1].following)):
            continue
        elif gap.rstrip().endswith((",", "—", "–", "-")) and (
            carries_on(parts[0].following) or same_preposition([part.following for part in parts])
        ):
            yield from (each for each in sums if exact or (each.verdict == "short_by" and _enough(each, line.limits)))
            return


def _the_rest(line: Line) -> Iterator[Sum]:
    """Parts closed by "the rest", of a total in this sentence or the one before."""
    rest = rest_after(line.text, Span(line.counts[-1].figure.span.end, line.span.end))
    total = _total_before(line, line.counts)
    counts = line.counts
    if rest is None:
        return
    if total is None and len(counts) > 1:
        total, counts = counts[0], counts[1:]
    if total is None or total.amount is None or any(part.noun not in (None, total.noun) for part in counts):
        return
    spans = (total.figure.span, *(part.figure.span for part in counts), rest)
    amounts = [part.amount for part in counts if part.amount is not None]
    if len(amounts) < len(counts):
        yield Sum(total.amount, (), None, "cannot_tell", spans)
        return
    left, _ = check_sum(total.amount, amounts)
    if left > 0:
        yield Sum(total.amount, (*amounts, left), 0, "adds_up", spans)


def _carried_on(line: Line) -> Iterator[Sum]:
    """Parts of a total in the sentence before: "120 boats left. 70 came back, while 40 more sank"."""
    total = _total_before(line, line.counts)
    if total is None or total.amount is None or len(line.counts) < 2:
        return
    parts = line.counts
    if _overlapping(parts):
        return
    sums = _sum(total, parts)
    others = _beside(line.before, total) if line.before else ()
    if others:  # some parts stand beside the total: "of 90 cases, 20 were old. 30 were new and 40 open"
        yield from (each for each in _sum(total, (*others, *parts)) if each.verdict == "adds_up")
        return
    opened = opens_partition(line.text, line.span, parts[0].figure.span) or carries_on(parts[0].following)
    if not sums:
        return
    each = sums[0]
    certain = each.verdict == "adds_up" or (each.verdict == "short_by" and _enough(each, line.limits) and _coordinate(line, parts))
    if certain and (opened or parts[0].noun in (None, total.noun)):
        yield each


def _found_elsewhere(line: Line, figures: Mapping[float | int | None, Sequence[Figure]]) -> Iterator[Sum]:
    """Parts that are said to be all there is ("in four stages: ...", "the last ten"), when their total stands elsewhere on the page."""
    parts = _whole_partition(line)
    amounts = [part.amount for part in parts if part.amount is not None]
    if len(parts) < 2 or len(amounts) < len(parts):
        return
    taken = {part.figure.span for part in parts}
    totals = [figure for figure in figures.get(sum(amounts), ()) if figure.span not in taken]
    if totals:
        near = min(totals, key=lambda figure: abs(figure.span.start - line.span.start))
        yield Sum(sum(amounts), tuple(amounts), 0, "adds_up", (near.span, *(part.figure.span for part in parts)))


def _whole_partition(line: Line) -> tuple[Count, ...]:
    for index, stages in enumerate(line.counts[:-2]):
        parts = line.counts[index + 1 :]
        if (
            _names_stages(stages)
            and stages.amount == len(parts)
            and listed_after_colon(line.text, stages.figure.span, parts[0].figure.span)
        ):
            return parts
    last = line.counts[-1]
    if (
        len(line.counts) >= 2
        and closes(line.text, last.figure.span)
        and all(part.noun in (None, line.counts[0].noun) for part in line.counts)
    ):
        return line.counts
    if len(line.counts) == 1 and closes(line.text, last.figure.span) and line.before and line.before.counts and last.noun is None:
        return (line.before.counts[0], last)
    return ()


# --- what parts and totals must be like ----------------------------------------------------------------------------


def _sum(total: Count, parts: Sequence[Count]) -> tuple[Sum, ...]:
    """Give the sum of a total and its parts; nothing when one has no number, or bounds the total from one side only."""
    amounts = [part.amount for part in parts if part.amount is not None]
    if total.figure.text.lower() in LOOSE_NUMBERS:
        return ()
    if total.amount is None or len(amounts) < len(parts) or total.figure.bound not in ("exact", "about", "additional", "record"):
        return ()
    if max(amounts) >= total.amount or any(part.figure.bound in ("at_most", "at_least") for part in parts):
        return ()
    remainder, verdict = check_sum(total.amount, amounts)
    return (Sum(total.amount, tuple(amounts), remainder, verdict, (total.figure.span, *(part.figure.span for part in parts))),)


def _enough(each: Sum, limits: FigureSettings) -> bool:
    return sum(each.parts) >= limits.least_share * each.total


def _sibling(total: Count, parts: Sequence[Count]) -> bool:
    """Tell a number told like the others, which is no total of theirs: "five in Leeds, two in York and one in Hull"."""
    return same_preposition([total.following, *(part.following for part in parts)])


def _names_stages(count: Count) -> bool:
    return count.noun in ("phases", "stages", "groups", "batches", "waves", "steps", "instalments", "tranches")


def _listed(text: str, parts: Sequence[Count]) -> tuple[Count, ...]:
    """Give the parts that follow each other as a list."""
    ends = [i for i in range(1, len(parts)) if not is_list_gap(text[parts[i - 1].figure.span.end : parts[i].figure.span.start])]
    return tuple(parts[: ends[0]] if ends else parts)


def _total_before(line: Line, parts: Sequence[Count]) -> Count | None:
    """Give the one count of the sentence before that all the parts can be parts of."""
    first = parts[0]
    if line.before is None or any(part.noun not in (None, first.noun) for part in parts[1:]):
        return None
    largest = max((part.amount or 0 for part in parts), default=0)
    totals = [count for count in line.before.counts if count.amount is not None and count.amount > largest]
    same = [count for count in totals if first.noun in (None, count.noun)]
    return same[0] if len(same) == 1 or (same and first.noun is not None) else None


def _beside(line: Line, total: Count) -> tuple[Count, ...]:
    """Give the counts beside a total that may be parts of it."""
    return tuple(count for count in line.counts if count.figure.span.start > total.figure.span.end and count.noun in (None, total.noun))


def _coordinate(line: Line, parts: Sequence[Count]) -> bool:
    """Tell whether the parts are told in one sentence of equal clauses."""
    if names_some(line.text[line.span.start : parts[0].figure.span.start]):
        return False
    gaps = (line.text[a.figure.span.end : b.figure.span.start] for a, b in pairwise(parts))
    return all(is_list_gap(gap) for gap in gaps)


def _overlapping(parts: Sequence[Count]) -> bool:
    """Tell attributes, which may hold of the same ones: "six were farmers and four were Dutch"."""
    return any(_is_attribute(part.following) for part in parts)


def _is_attribute(following: tuple[Token, ...]) -> bool:
    words = list(chain(following[:4]))
    if words and words[0].lower == "of" and len(words) > 2:
        words = words[2:]
    if words and (is_plural(words[0]) or (words[0].capital and words[0].kind == "word")):
        return True
    if len(words) < 2 or words[0].lower not in ("are", "were", "was", "is", "being"):
        return False
    return (
        words[1].kind == "word"
        and not is_verb(words[1])
        and words[1].lower not in AUXILIARIES
        and (is_plural(words[1]) or words[1].capital)
    )


_RULES: tuple[Callable[[Line], Iterator[Sum]], ...] = (_after_colon, _the_rest, _of_them, _carried_on)
