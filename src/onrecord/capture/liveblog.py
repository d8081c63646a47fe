"""The tree of a live blog and its linked data to its updates, each with its heading and times, and to the text that holds them all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from onrecord.capture.linked_data import Thing
from onrecord.capture.live_blocks import LiveBlock, find_blocks
from onrecord.capture.live_embedded import read_embedded
from onrecord.capture.live_join import join, words_of
from onrecord.capture.live_stated import StatedBlog, StatedUpdate, read_blog
from onrecord.capture.live_times import NO_TIME, LiveTime, is_mark_text, read_edit, read_time, read_times, set_days
from onrecord.capture.moments import zone_of
from onrecord.capture.stated import zone_of_site
from onrecord.capture.tree import Tree
from onrecord.language.patterns import compile_later
from onrecord.model import MarkedLine, Span, Stated, Update
from onrecord.settings import LiveSettings

_LIVE_WORDS = compile_later(
    r"""
      \bLIVE\b                                                                # STRIKE LIVE
    | (?i: ^ live \b [\s:–—|-] | \b live \s? (?:[:–—|-]|$) | [:–—|-] \s? live\b    # Live: strike ends; strike live: crews vote
         | \b live \s? (?:blog|coverage|news|reaction|report|text|updates?) \b | \b latest \s updates \b
         | \b as \s it \s happened \b | \b minute [ -] by [ -] minute \b )
    """,
    re.VERBOSE,
)
_LIVE_PLACE = compile_later(
    r"""
      /live (?:blog|-blog|-coverage|-news|-reporting|-updates?|text)? (?:/|$)                     # /live/, /live-updates/
    | (?:^|[/-]) (?:liveblog|live-(?:blog|coverage|news|reaction|text|updates?)) (?:[/-]|$)       # flood-live-updates-
    | /live- | -live (?:/|$) | -as-it-happened                                                    # /live-flood, flood-live
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAGES = compile_later(r"\bpage\s(?P<page>\d{1,3})\sof\s(?P<of>\d{1,3})\b", re.IGNORECASE)
_COUNTED = compile_later(
    r"\b(?:of|all|view|see|show)\s(?P<count>\d{1,4})\s(?:updates|posts|entries)\b|^(?P<alone>\d{1,4})\s(?:updates|posts|entries)$",
    re.IGNORECASE,
)
_MORE = compile_later(
    r"^(?:(?:show|load|see|view|read)\s(?:\d+\s)?(?:more|older|earlier|previous)(?:\s(?:updates|posts|entries|comments))?|older(?:\s(?:updates|posts|entries))?|"
    r"(?:more|earlier|previous)\s(?:updates|posts|entries))\W*$",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD = compile_later(r"\w+")
_OPENING = 8
_LONGEST_HEADING = 200
_CLOCK_AND_NAME = compile_later(  # 10.05 GMT Ada Brandt
    r"^\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:\s[A-Z][\w.’'-]{1,20}){1,4}$"
)
_LEADING = compile_later(  # 10.05am GMT – Road shut
    r"^\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?:\s\(?(?-i:[A-Z]{2,4})\b\)?)?\s{0,2}(?:[:–—|-]\s{0,2})?(?=\S)",
    re.IGNORECASE,
)
_TRAILING = compile_later(r"\s?[,|–—-]?\s?(?:published|posted)\sat\s.{4,60}$", re.IGNORECASE)
_SIGNED = compile_later(r"\b(?:author|byline|contributor|reporter|avatar|meta|info|share|social|toolbar)\b")


@dataclass(frozen=True, slots=True)
class LiveBlog:
    """The updates of a page and the text they stand in."""

    text: str
    """The page's text; what stands only in data within the page is added at its end."""
    lines: tuple[MarkedLine, ...]
    """The lines of the text."""
    updates: tuple[Update, ...] = ()
    """The updates in the page's order, those that stand only in its data last; empty for an article."""
    notes: tuple[str, ...] = ()
    """What a reader should know, one sentence each."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """An update as it is put together."""

    block: LiveBlock | None
    stated: StatedUpdate | None
    posted: LiveTime = NO_TIME
    edited: LiveTime = NO_TIME
    pinned: bool = False


def find_updates(tree: Tree, objects: Sequence[Thing], stated: Stated, *, settings: LiveSettings | None = None) -> LiveBlog:
    """Find the updates of a live blog: the page's own blocks joined with what linked data state of them.

    >>> from onrecord.capture.tree import read_tree
    >>> post = "<article><time datetime=2031-05-04T{}:00Z></time><h2>{}</h2><p>The river rose by two feet, the council said.</p></article>"
    >>> tree = read_tree("<h1>Orle flood live</h1><main>" + post.format("10:05", "Road shut") + post.format("09:40", "Levee holds"))
    >>> blog = find_updates(tree, (), Stated(title="Orle flood live"))
    >>> [(update.heading.of(blog.text), update.posted) for update in blog.updates]
    [('Road shut', '2031-05-04T10:05+00:00'), ('Levee holds', '2031-05-04T09:40+00:00')]
    """
    limits = settings or LiveSettings()
    zone = _zone(stated)
    blog = read_blog(objects, zone, settings=limits)
    ids = frozenset(name for update in blog.updates for name in update.ids)
    blocks = find_blocks(tree, ids, sure=blog.is_live or says_live(stated), settings=limits)
    if not blog.updates and (blog.is_live or says_live(stated)) and not blocks:
        blog = replace(blog, updates=read_embedded(tree.root, zone, settings=limits))
    if not blocks and not blog.updates:
        return LiveBlog(tree.text, tree.lines)
    many, (tree, blocks) = len(blocks), _bound(tree, blocks, limits)
    pairs = join(tree, blocks, blog.updates, zone)
    joined = [_Entry(block, update, pinned=block is not None and block.pinned) for block, update in pairs]
    entries = _once(tree, [_timed(tree, entry, blog, zone) for entry in joined], limits)
    written = _write(tree, entries, blog, stated, zone)
    return replace(written, notes=(_MANY.format(len(blocks), many), *written.notes)) if len(blocks) < many else written


_MANY = "It has more updates than any live blog: {:,} of {:,} updates are read, and what stands below them is left out."


def _bound(tree: Tree, blocks: tuple[LiveBlock, ...], limits: LiveSettings) -> tuple[Tree, tuple[LiveBlock, ...]]:
    """Leave out the blocks beyond as many as are read, with all that stands below them."""
    if len(blocks) <= limits.most_updates:
        return tree, blocks
    kept = blocks[: limits.most_updates]
    end = kept[-1].last + 1
    lines = tree.lines[:end]
    return replace(tree, text=tree.text[: lines[-1].span.end], lines=lines, elements=tree.elements[:end]), kept


def says_live(stated: Stated) -> bool:
    """Tell whether the headline or the address of a page calls it a live blog.

    >>> says_live(Stated(url="https://orle.example/live/flood-1")), says_live(Stated(title="How salmon live and die"))
    (True, False)
    """
    return bool(_LIVE_WORDS.search(stated.title or "") or _LIVE_PLACE.search(stated.url or ""))


def _zone(stated: Stated) -> tzinfo | None:
    """Give the zone of the page's clocks: that of its site, else the offset its dates are written with, unless that is UTC's."""
    site = zone_of_site(stated.url)
    offsets = (zone_of(moment) for moment in (stated.published, stated.modified))
    return site or next((offset for offset in offsets if offset is not None and offset.utcoffset(None)), None)


def _timed(tree: Tree, entry: _Entry, blog: StatedBlog, zone: tzinfo | None) -> _Entry:
    """Set the times of an entry: what linked data state, unless that is one time for all; else what the block shows."""
    posted = edited = NO_TIME
    if entry.block:
        if entry.block.element is not None:
            posted, edited = read_times(entry.block.element, entry.block.marks, zone)
        texts = [tree.lines[number].span.of(tree.text) for number in range(entry.block.first, entry.block.last + 1)]
        if posted == NO_TIME and texts and entry.block.element is None:
            openings = (read_time(text if is_mark_text(text) else _opening_clock(text), zone) for text in texts[:2])
            posted = next((found for found in openings if found != NO_TIME), NO_TIME)
        edits = (found for text in reversed(texts) if (found := read_edit(text, zone)) != NO_TIME)
        edited = edited if edited != NO_TIME else next(edits, NO_TIME)
    told = entry.stated
    if told and told.posted and not (blog.one_time and (posted != NO_TIME or len(blog.updates) > 1)):
        posted = LiveTime(told.posted)
    if told and told.edited and told.edited != told.posted and not blog.one_time:
        edited = LiveTime(told.edited)
    return _Entry(entry.block, entry.stated, posted, edited, entry.pinned)


def _once(tree: Tree, entries: Sequence[_Entry], limits: LiveSettings) -> list[_Entry]:
    """Leave out the copy of a pinned update that stands above the others, and mark the one in its place."""
    kept: list[_Entry] = list(entries)
    alike: dict[object, list[int]] = {}
    for number, entry in enumerate(entries):
        if entry.block:
            for key in {_name(entry.block), _opening(tree, entry.block)} - {None}:
                alike.setdefault(key, []).append(number)
    copies: set[int] = set()
    for numbers in alike.values():
        first, *others = numbers
        if not (entries[first].pinned or first == 0):
            continue
        twin = next((other for other in others if _same(tree, entries[first], entries[other], limits)), None)
        if twin is not None:
            kept[twin] = replace(entries[twin], pinned=True, stated=entries[twin].stated or entries[first].stated)
            copies.add(first)
    return [entry for number, entry in enumerate(kept) if number not in copies]


def _name(block: LiveBlock) -> str | None:
    return block.element.get("id") if block.element is not None else None


def _opening(tree: Tree, block: LiveBlock) -> tuple[str, ...] | None:
    """Give the first words of a block behind its time and author."""
    lines = (number for number in range(block.first, block.last + 1) if not _is_apart(tree, number))
    number = next(lines, None)
    words = _WORD.findall(tree.lines[number].span.of(tree.text).lower()) if number is not None else []
    return tuple(words[:_OPENING]) if words else None


def _same(tree: Tree, one: _Entry, other: _Entry, limits: LiveSettings) -> bool:
    """Tell whether two entries are one update: of one id, or nearly of the same words; a pinned one may be cut short."""
    if one.block is None or other.block is None:
        return False
    if _name(one.block) and _name(one.block) == _name(other.block):
        return True
    if not one.pinned and NO_TIME not in (one.posted, other.posted) and one.posted != other.posted:
        return False
    first, second = set(words_of(tree, one.block).split()), set(words_of(tree, other.block).split())
    fewer = min(len(first), len(second)) if one.pinned else max(len(first), len(second))
    return fewer >= _OPENING and len(first & second) >= limits.same_text * fewer


def _write(tree: Tree, entries: Sequence[_Entry], blog: StatedBlog, stated: Stated, zone: tzinfo | None) -> LiveBlog:
    """Write the updates down: those of blocks where they stand, those of linked data alone behind the page's text."""
    posted = set_days([entry.posted for entry in entries], blog.began or stated.published, stated.modified, zone)
    texts, lines = [tree.text] if tree.text else [], list(tree.lines)
    updates: list[Update] = []
    added = empty = 0
    for entry, when in zip(entries, posted, strict=True):
        if entry.block is not None:
            spans = _spans(tree, entry.block, entry.stated)
        elif entry.stated and (entry.stated.body or entry.stated.heading):
            spans = _append(texts, lines, entry.stated)
            added += 1
        else:
            spans = None
        if spans is None:
            empty += 1
            continue
        edited = None if entry.edited == NO_TIME else set_days([entry.edited], when or stated.published, None, zone)[0]
        edited = edited if edited and edited != when else None
        updates.append(Update(spans[0], spans[1], when, edited, entry.pinned))
    return LiveBlog("\n".join(texts), tuple(lines), tuple(updates), _notes(tree, len(updates), added, empty))


def _spans(tree: Tree, block: LiveBlock, told: StatedUpdate | None) -> tuple[Span, Span | None] | None:
    """Give the stretch of a block from its heading or first words to its last, and its heading; null when it holds no words."""
    numbers = [number for number in range(block.first, block.last + 1) if not _is_apart(tree, number)]
    if not numbers:
        return None
    heading = next((number for number in numbers[:4] if tree.lines[number].tag in _HEADINGS), None)
    heading = heading if heading is not None or not _is_bold_heading(tree, numbers) else numbers[0]
    if heading is None and told and told.heading:
        wanted = _WORD.findall(told.heading.lower())
        heading = next((number for number in numbers[:4] if _WORD.findall(tree.lines[number].span.of(tree.text).lower()) == wanted), None)
    first = heading if heading is not None else numbers[0]
    if heading == numbers[-1] and len(numbers) == 1 and told and told.body and len(told.body) > 1:
        return None
    span = Span(tree.lines[first].span.start, tree.lines[numbers[-1]].span.end)
    return span, _bare_heading(tree.text, tree.lines[heading].span) if heading is not None else None


def _opening_clock(words: str) -> str:
    """Give the clock that opens a line, with its zone."""
    match = _LEADING.match(words)
    return match.group() if match else ""


def _bare_heading(text: str, span: Span) -> Span:
    """Take the clock off a heading."""
    words = span.of(text)
    start = _LEADING.match(words)
    end = _TRAILING.search(words)
    first, last = start.end() if start else 0, end.start() if end else len(words)
    return Span(span.start + first, span.start + last) if last - first > 2 else span


def _is_bold_heading(tree: Tree, numbers: Sequence[int]) -> bool:
    """Tell whether the first line of a block is a heading by being bold, and no sentence."""
    line = tree.lines[numbers[0]]
    words = line.span.of(tree.text)
    bold = bool(line.inside) and line.inside[-1].split(" ", maxsplit=1)[0] in ("b", "strong")
    return bold and len(numbers) > 1 and not words.endswith((".", ":", ",")) and len(words) <= _LONGEST_HEADING


def _is_apart(tree: Tree, number: int) -> bool:
    """Tell whether a line of a block is its time, its author or a button, none of its words."""
    line = tree.lines[number]
    words = line.span.of(tree.text)
    if is_mark_text(words) or read_edit(words, None) != NO_TIME or line.tag == "button" or _CLOCK_AND_NAME.match(words):
        return True
    short = line.tag not in _HEADINGS and len(words.split()) <= 6 and not words.endswith((".", "?", "!", "”", '"'))
    return short and (line.linked > 0.9 or any(_SIGNED.search(one) for one in line.inside[-3:]))


def _append(texts: list[str], lines: list[MarkedLine], update: StatedUpdate) -> tuple[Span, Span | None]:
    """Add an update to the end of the text, a line for its heading and one for each paragraph."""
    start = at = lines[-1].span.end + 1 if lines else 0
    heading: Span | None = None
    for tag, words in (("h2", update.heading), *(("p", line) for line in update.body)):
        if words and not (tag == "p" and words == update.heading):
            span = Span(at, at + len(words))
            at = span.end + 1
            texts.append(words)
            lines.append(MarkedLine(span, tag, ("script",), taken=True))
            heading = span if tag == "h2" else heading
    return Span(start, at - 1), heading


def _notes(tree: Tree, seen: int, added: int, empty: int) -> tuple[str, ...]:
    """Say what of the live blog is not on the page, what only its linked data hold, and what is empty."""
    texts = [line.span.of(tree.text) for line in tree.lines if line.span.end - line.span.start < 60]
    notes: list[str] = []
    counts = [int(match["count"] or match["alone"]) for text in texts if (match := _COUNTED.search(text))]
    pages = next((match for text in texts if (match := _PAGES.search(text))), None)
    if counts and max(counts) > seen:
        notes.append(f"{seen} of {max(counts)} updates seen: the page holds only some of the live blog.")
    elif pages and int(pages["of"]) > 1:
        notes.append(f"{seen} updates seen: this is page {pages['page']} of {pages['of']} of the live blog.")
    elif any(_MORE.match(text) for text in texts):
        notes.append(f"{seen} updates seen: the page offers more that were not saved with it.")
    if added:
        notes.append(f"{added} of {seen} updates stand only in data within the page; their words are at the end of the text.")
    if empty:
        notes.append(
            f"{empty} update{'s are' if empty > 1 else ' is'} empty: {'their' if empty > 1 else 'its'} words were not saved with the page."
        )
    return tuple(notes)
