"""A Record to a brief that a journalist reads on a terminal, every item with the line of the page where it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from textwrap import shorten

from onrecord.model import Block, Copy, Entry, Evidence, Facts, Figure, Published, Record, Statement
from onrecord.serve.changed import render_changes
from onrecord.serve.corrected import render_corrections, say_corrected
from onrecord.serve.desk import Desk
from onrecord.serve.layout import Paper, Style
from onrecord.serve.lines import say_published
from onrecord.serve.overview import render_speakers, render_timeline
from onrecord.serve.retold import place
from onrecord.serve.standings import BOUNDS, STANDINGS, render_claims
from onrecord.serve.stories import FEWEST_STORIES, say_story, sort_pages
from onrecord.story.findings import say_denial, say_neither

ACTS: dict[str, str] = {
    "assert": "",
    "confirm": "confirmed",
    "decline": "would not answer",
    "accuse": "accused",
    "demand": "demanded",
    "promise": "promised",
    "warn": "warned",
    "predict": "expected",
    "ask": "asked",
    "believe": "believed",
    "intend": "intended",
}
"""How an act is told after the speaker's name; findings tells of "deny" and "neither"."""
ACTED = frozenset(("accuse", "decline", "demand", "promise", "warn"))
"""Acts of which the page's own words tell more: whom one accuses, what one declines to do."""
LONGEST_ACTED = 60
"""Code points of such words; longer ones hide who speaks."""
STYLES: dict[str, Style] = {
    "unaccounted": "red",
    "silent_edit": "red",
    "hedge_lost": "yellow",
    "unacknowledged": "yellow",
    **STANDINGS,
    "syndicated": "cyan",
}
"""Colour of a finding."""
BASES = {
    "metadata": "by the page's own data",
    "page": "as the page says",
    "given": "as given",
    "url": "by its address",
    "inferred": "worked out",
}
"""How the date of a page is known."""
GUTTER = 7
"""Columns for the line number and the white space around it."""
MOST_PLACES = 4
"""Places told for one finding or one drop; who wants all has the JSON."""
LONGEST_DROPPED = 120
"""Characters shown of a dropped line: enough to know it again."""


def render_brief(record: Record, *, width: int = 80, colour: bool = False, dropped: bool = False) -> str:
    """Render the record for a reader: the pages, what to be careful with, then page by page; each dropped line when asked for."""
    desk = Desk(record, Paper(width, colour), dropped=dropped)
    return _joined([*_overview(desk, claims=desk.many), *_pages(desk), _unread(desk)])


def render_overview(record: Record, around: Record, paper: Paper) -> str:
    """Render what holds between the pages of a part of a record, with the ids of its claims, and not what each page says."""
    return _joined(_overview(Desk(record, paper, around=around), claims=True, named=True))


def _overview(desk: Desk, *, claims: bool, named: bool = False) -> Iterator[Iterable[str]]:
    places = partial(_places, desk)
    yield _contents(desk)
    yield _stories(desk)
    yield _care(desk)
    yield render_corrections(desk.record.corrections, desk.paper, lambda item: desk.spot(item.name, item.spans[0]))
    yield render_claims(desk.record, desk.paper, places, desk.texts, named=named) if claims else ()
    yield render_changes(desk.record, desk.paper, desk.line, desk.page_mark)
    yield render_timeline(desk.record, desk.paper, places)
    yield render_speakers(desk.record, desk.retold.first, desk.paper) if desk.many else ()


def _joined(parts: Iterable[Iterable[str]]) -> str:
    return "\n".join("".join(f"{line}\n" for line in part) for part in map(list, parts) if part)


def _contents(desk: Desk) -> Iterator[str]:
    """List the pages, and which of them are one page at two times."""
    if not desk.many:
        return
    yield desk.paper.paint("PAGES", "bold")
    for facts in desk.record.captures:
        page = facts.page
        about = ", ".join(filter(None, (page.outlet, _day_of(page.published) if page.published else None)))
        mark = f"{desk.page_mark(page.capture.name)} "
        yield from desk.paper.lines(page.capture.name + (f"  {about}" if about else ""), first=mark)
    for copy in desk.record.copies:
        if copy.kind != "syndication":
            what = "has the same words as" if copy.kind == "same" else _succeeds(desk, copy)
            yield from desk.paper.lines(f"{desk.page_mark(copy.capture)} {what} {desk.page_mark(copy.of)}.")


def _day_of(published: Published) -> str:
    """Say on which day a page was published, the hour left out."""
    return say_published(replace(published, value=published.value[:10]))


def _succeeds(desk: Desk, copy: Copy) -> str:
    """Say how two captures of one page follow each other: which is later is known only where their dates of publication differ."""
    later, earlier = (desk.published(name) for name in (copy.capture, copy.of))
    return "is a later capture of" if later and earlier and later > earlier else "is another capture of"


def _care(desk: Desk) -> Iterator[str]:
    """List what does not add up, is denied or not confirmed, and what is no second source."""
    findings = [finding for finding in desk.record.findings if finding.kind in STYLES]
    if not findings:
        return
    yield desk.paper.paint("HANDLE WITH CARE", "bold")
    for finding in findings:
        text = f"{finding.text} {_places(desk, finding.evidence)}".rstrip()
        label = finding.kind.replace("_", " ")
        yield from desk.paper.lines(f" {text}", first="  ", rest="    ", lead=f"{label}:", style=STYLES[finding.kind])


def _places(desk: Desk, evidence: Sequence[Evidence]) -> str:
    """Say where a finding can be read: "([2] L12, L15)"."""
    spots: list[str] = []
    page = None
    for place_of in evidence:
        spot = desk.spot(place_of.capture, place_of.span, seen_from=page)
        if spot.rpartition(" ")[2] not in [known.rpartition(" ")[2] for known in spots] or place_of.capture != page:
            spots.append(spot)
        page = place_of.capture
    more = [f"and {len(spots) - MOST_PLACES} more"] if len(spots) > MOST_PLACES else []
    return f"({', '.join([*spots[:MOST_PLACES], *more])})" if spots else ""


def _stories(desk: Desk) -> Iterator[str]:
    """List the stories, where there are several."""
    if len(desk.record.stories) < FEWEST_STORIES:
        return
    yield desk.paper.paint("STORIES", "bold")
    for story in desk.record.stories:
        told = say_story(story, desk.record, desk.page_mark)
        yield from desk.paper.lines(f" ({told})", first="  ", rest="    ", lead=story.title, style="bold")


def _pages(desk: Desk) -> Iterator[Iterator[str]]:
    """Tell the pages one by one, those of several stories each below its story's title."""
    for story, pages in sort_pages(desk.record):
        if story:
            yield iter([desk.paper.rule(), *desk.paper.lines(f" {story.title}", lead="STORY:", style="bold")])
        yield from (_page(desk, facts) for facts in pages)


def _page(desk: Desk, facts: Facts) -> Iterator[str]:
    yield desk.paper.rule()
    yield from _head(desk, facts)
    yield from _section(desk, "SAID", _said(desk, facts))
    yield from _section(desk, "FIGURES", _figures(desk, facts))
    yield from _section(desk, "LEFT OUT", _left_out(desk, facts))


def _section(desk: Desk, heading: str, lines: Iterator[str]) -> Iterator[str]:
    told = list(lines)
    while told and not told[0]:
        told.pop(0)
    if told:
        yield ""
        yield desk.paper.paint(heading, "bold")
        yield from told


def _head(desk: Desk, facts: Facts) -> Iterator[str]:
    page, paper = facts.page, desk.paper
    mark = f"{desk.page_mark(page.capture.name)} " if desk.many else ""
    title = page.title.text if page.title else "(no headline found)"
    yield from paper.lines("", first=mark, lead=title, style="bold")
    outlet = page.outlet or "outlet not known"
    origin = f"text of {page.origin}" if page.origin else ""
    indent = " " * len(mark)
    yield from paper.lines(" · ".join(filter(None, (outlet, origin, _dated(desk, facts)))), first=indent)
    yield paper.paint(f"{indent}{page.capture.name}", "dim")
    for note in page.capture.notes:
        yield from paper.lines(note, first=indent, lead="Note: ", style="yellow")


def _dated(desk: Desk, facts: Facts) -> str:
    published: Published | None = facts.page.published
    if published is None:
        return "no date found; give it with --published"
    if facts.corrected:
        return f"{say_published(published)}, {say_corrected(facts.corrected)}"
    where = f" ({desk.line(facts.page.capture.name, published.evidence[0])})" if published.evidence else ""
    return f"{say_published(published)}, {BASES[published.basis]}{where}"


# What was said


def _said(desk: Desk, facts: Facts) -> Iterator[str]:
    """Tell the statements entry by entry; those told before are only counted."""
    entries = {entry.id: entry for entry in facts.page.entries}
    shown = [statement for statement in facts.statements if statement.id not in desk.retold.first]
    for number, statements in groupby(shown, key=lambda statement: _entry_of(statement, entries)):
        entry = entries.get(number)
        yield ""
        if entry and entry.heading:
            yield from desk.paper.lines("", first="  ", lead=entry.heading.text, style="cyan")
        before = ""
        for statement in statements:
            who = say_who(desk, statement, facts.page.capture.text)
            yield from _statement(desk, facts, statement, who if who != before else "–")
            before = who
    yield from _told_elsewhere(desk, facts)


def _entry_of(statement: Statement, entries: Mapping[int, Entry]) -> int:
    """Give the entry that a statement stands in; -1 for a headline or standfirst above them all."""
    entry = entries.get(statement.entry)
    return statement.entry if entry and entry.span.covers(statement.content.spans[0]) else -1


def say_who(desk: Desk, statement: Statement, text: str) -> str:
    """Say who speaks, through whom, and what the speaker does with the words."""
    speaker = statement.speaker
    name = (speaker.name or desk.name(speaker.actor, speaker.text)) if speaker else "Not told who"
    via = " and ".join(desk.name(relay.actor, relay.text) for relay in statement.via)
    act = _act(statement, text)
    named = f"{name[:1].upper()}{name[1:]}{f', via {via}' if via else ''}"
    return f"{named}{', ' if (via or act == 'denying it') and act else ' ' if act else ''}{act}:"


def _act(statement: Statement, text: str) -> str:
    if statement.act == "neither":
        told = any(word in statement.content.text.lower() for word in ("confirm", "verify"))
        return "" if told else say_neither(statement, text)
    if statement.act == "deny":
        return say_denial(statement) or "denying it"
    return _acted(statement, text) or ACTS.get(statement.act, "")


def _acted(statement: Statement, text: str) -> str:
    """Give the page's own words from the cue to the content, where they tell more than the act: "accused the owners of"."""
    speaker = statement.speaker.span if statement.speaker else None
    if statement.act not in ACTED or statement.cue is None or (speaker and speaker.start > statement.cue.spans[0].start):
        return ""  # a passive's words are not its speaker's: "was accused of ... by"
    words = text[statement.cue.spans[0].start : statement.content.spans[0].start].strip()
    plain = words.replace(" ", "").replace("’", "").replace("'", "").replace("-", "").isalpha()
    return words.removesuffix(" that") if plain and len(words) <= LONGEST_ACTED else ""


def _statement(desk: Desk, facts: Facts, statement: Statement, who: str) -> Iterator[str]:
    capture = facts.page.capture.name
    words = " … ".join(span.of(facts.page.capture.text) for span in statement.content.spans)
    content = f"“{words}”" if statement.quoted == "direct" else words
    again = [desk.spot(told.capture, told.span, seen_from=capture) for told in desk.again(statement.id, capture)]
    note = f" (told again: {', '.join(dict.fromkeys(again))})" if again else ""
    note += f" ({say_corrected(statement.corrected)})" if statement.corrected else ""
    yield from _row(desk, desk.line(capture, place(statement)), f" {content}{note}", who)


def _row(desk: Desk, line: str, text: str, lead: str = "") -> list[str]:
    first = f"{line:>{GUTTER - 2}}  "
    rows = desk.paper.lines(text, first=first, lead=lead, style="bold")
    return [desk.paper.paint(first, "dim") + rows[0][GUTTER:], *rows[1:]] if rows else []


def _told_elsewhere(desk: Desk, facts: Facts) -> Iterator[str]:
    """Say how many statements stand on pages shown before."""
    capture = facts.page.capture.name
    for name, count in Counter(filter(None, map(desk.told_first, facts.statements))).items():
        if name != capture:
            whole = count == len(facts.statements)
            counted = f"{count} statement{'s' if count > 1 else ''}"
            yield ""
            yield f"  {f'All {counted}' if whole and count > 1 else counted} told already on {desk.page_mark(name)}."


# Figures


def _figures(desk: Desk, facts: Facts) -> Iterator[str]:
    """Tell the figures, those of one line and one holder together."""
    capture = facts.page.capture.name
    shown = [figure for figure in facts.figures if figure.id not in desk.retold.first]
    for (line, holder), figures in groupby(shown, key=lambda figure: (desk.line(capture, figure.span), _holder(desk, figure))):
        told = "; ".join(say_figure(figure) for figure in figures)
        yield from _row(desk, line, f" {told}" if holder else told, f"{holder}:" if holder else "")


def _holder(desk: Desk, figure: Figure) -> str:
    name = figure.holder.name if figure.holder else ""
    return name[:1].upper() + name[1:]


def say_figure(figure: Figure) -> str:
    """Say a figure: "about 40 houses burned".

    >>> from onrecord.model import Span
    >>> say_figure(Figure("f1", 0, Span(0, 2), "40", 40, None, "about", "houses", "burned", None, None, None, None))
    'about 40 houses burned'
    >>> say_figure(Figure("f1", 0, Span(0, 6), "£2,000", 2000, None, "exact", "£", "paid", None, None, None, None))
    '£2,000 paid'
    """
    bound = BOUNDS.get(figure.bound, "")
    bound = "" if figure.text.lower().startswith(bound.strip() or "\0") else bound
    counted = " ".join(word for word in (figure.counted or "").split() if word not in figure.text)
    return " ".join(filter(None, (bound + figure.text, counted, figure.event)))


# What was left out


def _left_out(desk: Desk, facts: Facts) -> Iterator[str]:
    """Say in one line what was dropped and why, and what is told twice on the page."""
    blocks = [block for block in facts.page.blocks if block.reason or block.role == "furniture"]
    dropped = Counter(block.reason or block.role for block in blocks)
    if dropped:
        total = sum(dropped.values())
        lines = "1 line that is" if total == 1 else f"{total} lines that are"
        reasons = ", ".join(f"{count} {reason}" for reason, count in dropped.most_common())
        yield from desk.paper.lines(f"{lines} not news: {reasons}.", first="  ")
    if desk.dropped:
        yield from _each_dropped(desk, facts, blocks)
    yield from _told_twice(desk, facts)


def _each_dropped(desk: Desk, facts: Facts, blocks: Sequence[Block]) -> Iterator[str]:
    """Show each dropped line with its number and, first, the reason; long ones by their beginning."""
    page = facts.page.capture
    for block in blocks:
        words = shorten(block.span.of(page.text), LONGEST_DROPPED, placeholder=" …")
        yield from _row(desk, desk.line(page.name, block.span), f" {words}", f"{block.reason or block.role}:")


def _told_twice(desk: Desk, facts: Facts) -> Iterator[str]:
    capture = facts.page.capture.name
    within = [repeat for repeat in facts.repeats if repeat.kind == "within"]
    pairs = list(dict.fromkeys(f"{desk.line(capture, r.span)} as {desk.line(capture, r.of.span)}" for r in within))
    if pairs:
        more = f" and {len(pairs) - MOST_PLACES} more" if len(pairs) > MOST_PLACES else ""
        yield from desk.paper.lines(f"Told twice on this page: {', '.join(pairs[:MOST_PLACES])}{more}.", first="  ")


def _unread(desk: Desk) -> Iterator[str]:
    if desk.record.unread:
        yield desk.paper.rule()
        yield desk.paper.paint("NOT READ", "bold")
    for unread in desk.record.unread:
        yield from desk.paper.lines(f" {unread.reason}", first="  ", rest="    ", lead=f"{unread.name}:", style="bold")
