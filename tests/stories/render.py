"""A record to the golden text that a journalist can read, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from onrecord.language.sentences import split_sentences
from onrecord.model import Block, Facts, Figure, Happening, Page, Record, Repeat, Span, Statement, Sum, Time

DROPPED = ("furniture", "teaser", "housekeeping")
"""Roles of lines that are not news."""

BOUNDS = {
    "about": "about ",
    "additional": "a further ",
    "at_least": "at least ",
    "at_most": "at most ",
    "between": "between ",
    "exact": "",
    "record": "a record ",
}
"""How a bound reads before its number."""

Words = tuple[str, str]
"""The name of a capture and words of one of its lines."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the record says, and the words it rests on."""

    head: str
    evidence: tuple[Words, ...]

    def is_same(self, other: "Item") -> bool:
        """Tell whether two items say the same; findings do when their kind is one and they share a sentence."""
        if not self.head.startswith("FOUND"):
            return self.head == other.head
        return self.head.partition(":")[0] == other.head.partition(":")[0] and bool({*self.evidence} & {*other.evidence})


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a record departs from its golden."""

    missing: tuple[Item, ...]
    extra: tuple[Item, ...]
    elsewhere: tuple[tuple[Item, Item], ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.elsewhere)


def find_items(record: Record) -> tuple[Item, ...]:
    """Give what the record says, in its order, the same things of several captures as one item."""
    pages = {facts.page.capture.name: facts.page for facts in record.captures}
    items = merge_items(item for facts in record.captures for item in _page_items(facts))
    return (*items, *_copy_items(record, pages), *_change_items(record, pages), *_finding_items(record, pages), *_day_items(record, pages))


def render_items(items: Sequence[Item], opening: str = "") -> str:
    """Give the golden text: the opening remarks, then each item with its evidence under it."""
    blocks = ["\n".join([item.head, *(f'   {name} "{words}"' for name, words in item.evidence)]) for item in items]
    return opening + "\n".join(blocks) + "\n"


def read_items(text: str) -> tuple[Item, ...]:
    """Read a golden text; `#` opens a remark.

    >>> read_items('SAID crew | said | the boat was full\\n   a.txt "The boat was full, the crew said."')[0].evidence
    (('a.txt', 'The boat was full, the crew said.'),)
    """
    items: list[Item] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            name, _, words = line.strip().partition(" ")
            items[-1] = Item(items[-1].head, (*items[-1].evidence, (name, words.strip()[1:-1])))
        else:
            items.append(Item(line.strip(), ()))
    return tuple(items)


def read_opening(text: str) -> str:
    """Give the remarks that open a golden text, which a rewrite keeps."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[: next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))])


def find_difference(wanted: Sequence[Item], got: Sequence[Item]) -> Difference:
    """Compare two lists of items, their order aside."""
    left = list(got)
    missing, elsewhere = [], []
    for item in wanted:
        same = next((other for other in left if item.is_same(other)), None)
        if same is None:
            missing.append(item)
            continue
        left.remove(same)
        if sorted(same.evidence) != sorted(item.evidence):
            elsewhere.append((item, same))
    return Difference(tuple(missing), tuple(left), tuple(elsewhere))


def render_difference(difference: Difference) -> str:
    """Give a list for a reviewer: what is missing, what is extra, what rests on other words."""
    rows = [f"missing  {item.head}" for item in difference.missing]
    rows += [f"extra    {item.head}" for item in difference.extra]
    for wanted, got in difference.elsewhere:
        rows.append(f"other words under  {wanted.head}")
        rows += [f'   not found  {name} "{words}"' for name, words in wanted.evidence if (name, words) not in got.evidence]
        rows += [f'   found      {name} "{words}"' for name, words in got.evidence if (name, words) not in wanted.evidence]
    return "\n".join(rows)


def merge_items(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give items of one head as one, its evidence in order and none twice."""
    merged: dict[str, dict[Words, None]] = {}
    for item in items:
        merged.setdefault(item.head, {}).update(dict.fromkeys(item.evidence))
    return tuple(Item(head, tuple(evidence)) for head, evidence in merged.items())


def find_sentences(name: str, text: str, spans: Iterable[Span]) -> tuple[Words, ...]:
    """Give the sentences that the spans touch, each cut at the end of its line."""
    touched = list(spans)
    return tuple(
        (PurePath(name).name, sentence.span.of(text))
        for line in split_lines(text)
        if any(span.overlaps(line) for span in touched)
        for sentence in split_sentences(text, line.start, line.end)
        if any(span.overlaps(sentence.span) for span in touched)
    )


def find_lines(name: str, text: str, spans: Iterable[Span]) -> tuple[Words, ...]:
    """Give the whole lines that the spans touch."""
    touched = list(spans)
    lines = [line for line in split_lines(text) if any(span.overlaps(line) for span in touched)]
    return tuple((PurePath(name).name, line.of(text).strip()) for line in lines)


def split_lines(text: str) -> Iterator[Span]:
    """Split a text into its lines, the line ends left out."""
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def name_of(words: str | None) -> str:
    """Give a name without its article."""
    name = words or "nobody named"
    return name.partition(" ")[2] if name.partition(" ")[0].lower() in ("a", "an", "the") else name


def _page_items(facts: Facts) -> Iterator[Item]:
    page = facts.page
    text = page.capture.text

    def item(head: str, spans: Iterable[Span]) -> Item:
        return Item(head, find_sentences(page.capture.name, text, spans))

    def line_item(head: str, span: Span) -> Item:
        return Item(head, find_lines(page.capture.name, text, [span]))

    yield line_item(_page_head(page), _page_span(page))
    if len(page.entries) > 1:
        for entry in page.entries:
            yield line_item(f"ENTRY {entry.posted or 'not dated'}", Span(entry.span.start, entry.span.start + 1))
    for statement in facts.statements:
        yield item(_statement_head(statement), _statement_spans(statement))
    yield from (item(_figure_head(figure), [figure.span]) for figure in facts.figures)
    yield from (item(_sum_head(total, facts.figures), total.spans) for total in facts.sums)
    yield from (item(_time_head(time), [time.span]) for time in facts.times)
    times = {time.id: time for time in facts.times}
    yield from (item(_happening_head(happening, times), [happening.span]) for happening in facts.happenings)
    yield from (line_item(f"DROPPED {block.role}", block.span) for block in _dropped(page.blocks))
    yield from (item(_repeat_head(repeat), [repeat.span]) for repeat in facts.repeats)


def _page_head(page: Page) -> str:
    published = f"{page.published.value} ({page.published.basis})" if page.published else "not known"
    return f"PAGE {page.outlet or 'not known'} | from {page.origin or 'itself'} | published {published}"


def _page_span(page: Page) -> Span:
    return page.title.span if page.title else page.blocks[0].span


def _statement_head(statement: Statement) -> str:
    speaker = statement.speaker
    said = "SAID" if statement.act == "assert" else f"SAID ({statement.act})"
    content = f"“{statement.content.text}”" if statement.quoted == "direct" else statement.content.text
    parts = [f"{said} {name_of(speaker.name or speaker.text) if speaker else 'nobody named'}"]
    parts += [statement.cue.text if statement.cue else "-", content]
    parts += [f"via {', '.join(name_of(relay.text) for relay in statement.via)}"] * bool(statement.via)
    return " | ".join(" ".join(part.split()) for part in parts)


def _statement_spans(statement: Statement) -> list[Span]:
    spans = [*statement.content.spans, *(statement.cue.spans if statement.cue else ())]
    if statement.speaker and statement.speaker.span:
        spans.append(statement.speaker.span)
    return [*spans, *(relay.span for relay in statement.via if relay.span)]


def _figure_head(figure: Figure) -> str:
    number = figure.text if figure.value is None else f"{figure.value:,}"
    high = f" and {figure.high:,}" if figure.high is not None else ""
    holder = f" | {name_of(figure.holder.name)}" if figure.holder else ""
    return f"COUNT {BOUNDS[figure.bound]}{number}{high} {figure.counted or 'not known'}{holder}"


def _sum_head(total: Sum, figures: Sequence[Figure]) -> str:
    counted = next((figure.counted for figure in figures if figure.span == total.spans[0]), None)
    parts = " + ".join(f"{part:,}" for part in total.parts)
    left = abs(total.remainder or 0)
    rest = {"short_by": f" + {left:,} unexplained", "over_by": f" - {left:,} too many", "cannot_tell": " + ?"}
    return f"COUNT {total.total:,} {counted or 'not known'} = {parts}{rest.get(total.verdict, '')}"


def _time_head(time: Time) -> str:
    return f"WHEN {time.text} = {time.value or 'not known'}"


def _happening_head(happening: Happening, times: Mapping[str, Time]) -> str:
    when = times.get(happening.when or "")
    return f"HAPPENED {when.value or 'not known' if when else 'not told when'} | {' '.join(happening.text.split())}"


def _dropped(blocks: Sequence[Block]) -> Iterator[Block]:
    for role in DROPPED:
        yield from (block for block in blocks if block.role == role)


def _repeat_head(repeat: Repeat) -> str:
    return f"DROPPED repeat ({repeat.kind}) of {PurePath(repeat.of.capture).name}"


def _copy_items(record: Record, pages: dict[str, Page]) -> Iterator[Item]:
    for copy in record.copies:
        head = f"COPY {PurePath(copy.capture).name} is a {copy.kind} of {PurePath(copy.of).name}"
        origin = f" | from {copy.origin}" if copy.origin else ""
        both = [(pages[name], name) for name in (copy.capture, copy.of)]
        yield Item(head + origin, tuple(row for page, name in both for row in find_lines(name, page.capture.text, [_page_span(page)])))


def _change_items(record: Record, pages: dict[str, Page]) -> Iterator[Item]:
    for change in record.changes:
        sides = [(name, side) for name, side in ((change.from_, change.before), (change.to, change.after)) if side]
        rows = [row for name, side in sides for row in find_lines(name, pages[name].capture.text, [side.span])[:1]]
        both = f"in {PurePath(change.to).name} beside {PurePath(change.from_).name}"
        yield Item(
            f"CHANGED {change.what} {change.kind} {both} | {' '.join(sides[-1][1].text.split())[:60].strip()}", tuple(dict.fromkeys(rows))
        )


def _day_items(record: Record, pages: dict[str, Page]) -> Iterator[Item]:
    for day in record.timeline:
        rows = [row for proof in day.evidence for row in find_sentences(proof.capture, pages[proof.capture].capture.text, [proof.span])]
        yield Item(f"DAY {day.when}", tuple(dict.fromkeys(rows)))


def _finding_items(record: Record, pages: dict[str, Page]) -> Iterator[Item]:
    for finding in record.findings:
        rows = [row for proof in finding.evidence for row in find_sentences(proof.capture, pages[proof.capture].capture.text, [proof.span])]
        yield Item(f"FOUND {finding.kind}: {finding.text}", tuple(dict.fromkeys(rows)))
