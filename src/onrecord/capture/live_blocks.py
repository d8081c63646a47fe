"""The tree of a page to the blocks of a live blog: elements alike, each with a time and words of its own."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from onrecord.capture.live_times import LONGEST_MARK, NO_TIME, STAMPS, find_marks, is_mark_text, own_time
from onrecord.capture.moments import find_clock
from onrecord.capture.tree import Tree
from onrecord.settings import LiveSettings

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

Key = tuple[str, ...]

_NAMES = ("data-testid", "data-component", "data-type", "itemprop", "itemtype", "role")
_NAMED = frozenset(("data-block-id", "data-id", "data-post-id", "id", "itemprop"))
_WORDS = re.compile(r"[A-Za-z]{2,}")
_STEM = re.compile(r"^[A-Za-z]{2,}")
_NOT_LIVE = frozenset(
    """
    ad ads advert aside carousel comment comments disqus footer most nav newsletter outbrain popular promo recommend recommended
    recirculation related reply sidebar sponsored taboola teaser teasers trending
    """.split()
)
_PINNED = re.compile(r"\bpin(?:ned)?\b|(?<![a-z])pinned", re.IGNORECASE)
_BOXES = frozenset(("article", "div", "li", "section", "tr"))
_LINES = frozenset(("b", "dt", "em", "h2", "h3", "h4", "h5", "p", "strong"))
_HEADINGS = ("h2", "h3", "h4", "h5")
_OWN = re.compile(r"\#|live|post|block|entry|update", re.IGNORECASE)  # a link to an update itself
_PARTED = re.compile(r"\s[–—|-]\s|:\s")
_DIGIT = re.compile(r"\d")
_TALKING = 4


@dataclass(frozen=True, slots=True)
class LiveBlock:
    """A block of a page that may be an update."""

    first: int
    """Number of its first line."""
    last: int
    """Number of its last line."""
    element: "HtmlElement | None"
    """The element that holds it; null where only its lines are known."""
    pinned: bool = False
    """Whether the markup says that it is pinned."""
    marks: "tuple[HtmlElement, ...]" = ()
    """The elements in it that are there to tell a time, in the page's order; empty where only its lines are known."""


@dataclass(frozen=True, slots=True)
class _Extent:
    """The lines below an element."""

    first: int
    last: int
    words: int
    loose: float


Extents = Mapping["HtmlElement", _Extent]


def find_blocks(tree: Tree, ids: Iterable[str], *, sure: bool, settings: LiveSettings | None = None) -> tuple[LiveBlock, ...]:
    """Find the blocks of a live blog; empty when there are none, or when a page that does not say it is one has too few.

    The ids are those by which linked data call its updates; `sure` tells that the page says it is a live blog.

    >>> from onrecord.capture.tree import read_tree
    >>> post = "<div class=post><b class=time>{}</b><p>The river at Orle rose by another two feet, the council said.</p></div>"
    >>> tree = read_tree("<body>" + post.format("10.05") + post.format("9.40"))
    >>> [(block.first, block.last) for block in find_blocks(tree, (), sure=True)]
    [(0, 1), (2, 3)]
    """
    limits = settings or LiveSettings()
    if not sure and not _may_be(tree, limits):
        return ()
    ids = frozenset(ids)
    groups, marks = _groups(tree, ids, limits)
    extents = _extents(tree)
    prose = sum(_loose(line.span.of(tree.text), line.linked) for line in tree.lines)
    found = _best(groups.values(), extents, limits)
    flat = _flat(tree, extents, limits)
    flat = flat if sure or _is_whole(tree, flat, prose, limits) else ()
    share = sum(extents[element].loose for element in found.elements) / max(1.0, prose)
    if len(flat) > len(found.elements) and share < limits.least_share:
        return flat
    if (not sure and not _is_convincing(found.elements, extents, share, limits)) or (not ids and _leads_away(found.elements)):
        return ()
    blocks = _blocks(tree, found, {element for group in groups.values() for element in group}, extents)
    return _with_marks(blocks, marks)


def _with_marks(blocks: Sequence[LiveBlock], marks: "Iterable[HtmlElement]") -> tuple[LiveBlock, ...]:
    """Give each block the marks of time in it; each element around a mark is looked at once."""
    held: dict[HtmlElement, list[HtmlElement]] = {block.element: [] for block in blocks if block.element is not None}
    around: dict[HtmlElement, HtmlElement | None] = {element: element for element in held}
    for mark in marks:
        passed: list[HtmlElement] = []
        above: HtmlElement | None = mark
        while above is not None and above not in around:
            passed.append(above)
            above = above.getparent()
        block = around[above] if above is not None else None
        around.update(dict.fromkeys(passed, block))
        if block is not None:
            held[block].append(mark)
    return tuple(replace(block, marks=tuple(held[block.element])) if block.element is not None else block for block in blocks)


@dataclass(frozen=True, slots=True)
class _Found:
    """The elements that are most like the blocks of a live blog."""

    elements: "Sequence[HtmlElement]" = ()
    silent: "Sequence[HtmlElement]" = ()


def _best(groups: "Iterable[Sequence[HtmlElement]]", extents: Extents, limits: LiveSettings) -> _Found:
    """Choose the group that is most like the blocks of a live blog, with those of its elements that hold no words."""
    best, found = 0.0, _Found()
    for group in groups:
        told = [element for element in group if element in extents]
        kept = _outermost([element for element in told if extents[element].words > 0], extents)
        score = _score(kept, extents, limits)
        if score > best:
            best, found = score, _Found(kept, [element for element in told if extents[element].words == 0])
    return found


def _may_be(tree: Tree, limits: LiveSettings) -> bool:
    """Tell at little cost whether a page shows as many times as a live blog must."""
    shown = sum(1 for _ in zip(tree.root.iter("time"), range(limits.fewest_silent), strict=False))
    for line in tree.lines:
        if shown >= limits.fewest_silent:
            break
        words = line.span.of(tree.text)[: LONGEST_MARK + 1]
        shown += _DIGIT.search(words) is not None and (find_clock(words) is not None or is_mark_text(words))
    return shown >= limits.fewest_silent


def _leads_away(elements: "Sequence[HtmlElement]") -> bool:
    """Tell whether most blocks open with a link to another page in their heading, as lists of stories do."""
    away, find_links = 0, _headline_links()
    for element in elements:
        away += any(not _OWN.search(str(link)) for link in find_links(element))
    return away * 2 > len(elements)


@cache
def _headline_links() -> "XPath":
    from lxml.etree import XPath

    return XPath("(.//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5])[1]//a/@href | (.//a[.//h2 or .//h3 or .//h4])[1]/@href")


def _is_whole(tree: Tree, blocks: Sequence[LiveBlock], prose: float, limits: LiveSettings) -> bool:
    """Tell whether blocks are many and hold most of the prose of a page."""
    lines = [line for block in blocks for line in tree.lines[block.first : block.last + 1]]
    return (
        len(blocks) >= limits.fewest_silent
        and sum(_loose(line.span.of(tree.text), line.linked) for line in lines) >= limits.least_share * prose
    )


def _groups(tree: Tree, ids: frozenset[str], limits: LiveSettings) -> "tuple[dict[Key, list[HtmlElement]], Iterable[HtmlElement]]":
    """Gather the elements around times, and those that are named as updates, by what they are like; and give those that tell times."""
    elements = [element for element in tree.root.iter() if isinstance(element.tag, str)]
    marks = dict.fromkeys(islice(find_marks(elements), limits.most_marks))
    keys: dict[HtmlElement, Key] = {}
    groups: dict[Key, dict[HtmlElement, None]] = {}
    for element in elements:
        told = element.keys()
        if not _NAMED.isdisjoint(told) and _is_named(element, ids):
            groups.setdefault(("named",), {})[element] = None
        if element.tag in _BOXES and not STAMPS.isdisjoint(told) and own_time(element) != NO_TIME:
            groups.setdefault(_key(element, keys), {})[element] = None
        if element in marks:
            for level, above in enumerate(element.iterancestors()):
                if level > limits.most_levels or above.tag in ("body", "html", "main"):
                    break
                groups.setdefault(_key(above, keys), {})[above] = None
    return {key: list(group) for key, group in groups.items() if len(group) > 1}, marks


def _is_named(element: "HtmlElement", ids: frozenset[str]) -> bool:
    """Tell whether an element is one of those that the page's data call updates."""
    return any(value in ids for name, value in element.items() if name in _NAMED) or "liveBlogUpdate" in (element.get("itemprop") or "")


def _key(element: "HtmlElement", known: "dict[HtmlElement, Key]") -> Key:
    """Give what elements of one kind have in common: tag, first class, names, and the letters that open their ids."""
    if element in known:
        return known[element]
    classes = (element.get("class") or "").split()
    stem = _STEM.match(element.get("id") or "")
    told = tuple(element.get(name) or "" for name in _NAMES)
    parent = element.getparent()
    key: Key
    if classes or stem or any(told):
        key = (str(element.tag), classes[0] if classes else "", stem.group() if stem else "", *told)
    else:
        key = (str(element.tag), "in", *(_key(parent, known) if parent is not None and parent.tag != "body" else ("body",)))[:8]
    known[element] = key
    return key


def _extents(tree: Tree) -> "dict[HtmlElement, _Extent]":
    """Give the lines below each element that has any, with their words and those outside links; each element is looked at twice."""
    texts = [(line.span.of(tree.text), line.linked) for line in tree.lines]
    words = list(accumulate((0 if is_mark_text(text) else len(_WORDS.findall(text)) for text, _ in texts), initial=0))
    loose = list(accumulate((_loose(*one) for one in texts), initial=0.0))
    first = _reached(enumerate(tree.elements))
    last = _reached(reversed([*enumerate(tree.elements)]))
    return {
        element: _Extent(start, last[element], words[last[element] + 1] - words[start], loose[last[element] + 1] - loose[start])
        for element, start in first.items()
    }


def _reached(elements: "Iterable[tuple[int, HtmlElement]]") -> "dict[HtmlElement, int]":
    """Give each element the first number by which it, or what it holds, is reached."""
    reached: dict[HtmlElement, int] = {}
    for number, element in elements:
        above: HtmlElement | None = element
        while above is not None and above not in reached:
            reached[above] = number
            above = above.getparent()
    return reached


def _loose(words: str, linked: float) -> float:
    """Count the words of a line outside links; a line of a few words is no prose."""
    count = len(words.split())
    return count * (1 - linked) if count > _TALKING else 0.0


def _outermost(elements: "list[HtmlElement]", extents: Extents) -> "list[HtmlElement]":
    """Leave out the elements whose lines are those of others, too."""
    kept: list[HtmlElement] = []
    for element in sorted(elements, key=lambda one: (extents[one].first, -extents[one].last)):
        if not kept or extents[element].first > extents[kept[-1]].last:
            kept.append(element)
    return kept


def _score(elements: "Sequence[HtmlElement]", extents: Extents, limits: LiveSettings) -> float:
    """Weigh a group: much prose in many blocks; nothing for lists of links, comments and other stories."""
    if len(elements) < limits.fewest_blocks:
        return 0.0
    words = sum(extents[element].words for element in elements)
    loose = sum(min(extents[element].loose, 400.0) for element in elements)
    if loose <= 0 or loose < (1 - limits.most_linked) * min(words, 400 * len(elements)) or _is_other(elements):
        return 0.0
    return loose * math.log2(1 + len(elements))


def _is_other(elements: "Sequence[HtmlElement]") -> bool:
    """Tell whether most of the elements stand in what is known for something else than news."""
    few = elements[:: max(1, len(elements) // 12)]
    others = sum(
        any(one.tag in ("aside", "nav", "footer") or _is_not_live(one) for one in (element, *element.iterancestors())) for element in few
    )
    return others * 2 > len(few)


def _is_not_live(element: "HtmlElement") -> bool:
    return element.tag not in ("body", "html") and _tells_other(f"{element.get('class') or ''} {element.get('id') or ''}")


@lru_cache(maxsize=5_000)
def _tells_other(told: str) -> bool:
    return not _NOT_LIVE.isdisjoint(word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", told))


def _is_convincing(elements: "Sequence[HtmlElement]", extents: Extents, share: float, limits: LiveSettings) -> bool:
    """Tell whether blocks are those of a live blog on a page that does not say so."""
    if len(elements) < limits.fewest_silent or share < limits.least_share:
        return False
    return sorted(extents[element].loose for element in elements)[len(elements) // 2] >= limits.fewest_words


def _blocks(tree: Tree, found: "_Found", timed: "set[HtmlElement]", extents: Extents) -> tuple[LiveBlock, ...]:
    """Give the blocks in the page's order; with them those of their kind that show a time and no words, or words and no time."""
    elements = found.elements
    if not elements:
        return ()
    if elements[0].tag in _LINES:
        return _from_starts(tree, [extents[element].first for element in elements], elements[0].getparent(), extents)
    parents = {element.getparent() for element in elements}
    keys: dict[HtmlElement, Key] = {}
    key = _key(elements[0], keys)
    children = (child for parent in parents if parent is not None for child in parent if child in extents and child not in timed)
    alike = [child for child in children if len(key) > 1 and extents[child].words > 0 and _key(child, keys) == key]
    among = set(elements)
    empty = [element for element in found.silent if not any(above in among for above in element.iterancestors())]
    blocks: list[LiveBlock] = []
    for one in sorted((*elements, *empty, *alike), key=lambda one: (extents[one].first, -extents[one].last)):
        if not blocks or extents[one].first > blocks[-1].last:
            blocks.append(LiveBlock(extents[one].first, extents[one].last, one, _is_pinned(one, parents)))
    return tuple(blocks)


def _is_pinned(element: "HtmlElement", parents: "set[HtmlElement | None]") -> bool:
    """Tell whether an element or what wraps it alone is called pinned."""
    for level, one in enumerate((element, *element.iterancestors())):
        if level > 4 or (level and one in parents and len(parents) == 1):
            return False
        told = " ".join(one.get(name) or "" for name in ("class", "id", "data-testid", "data-component", "data-pinned", "aria-label"))
        if _PINNED.search(told.replace("_", " ")) or one.get("data-pinned") in ("true", "1"):
            return True
    return False


def _flat(tree: Tree, extents: Extents, limits: LiveSettings) -> tuple[LiveBlock, ...]:
    """Find updates that nothing holds together: in one element, each from a line that tells its time to the next such line."""
    starts: dict[tuple[HtmlElement | None, str], list[int]] = {}
    for number, (line, element) in enumerate(zip(tree.lines, tree.elements, strict=True)):
        words = line.span.of(tree.text)
        if is_mark_text(words) or (line.tag in ("h2", "h3", "h4") and is_mark_text(_PARTED.split(words, maxsplit=1)[0])):
            starts.setdefault((element.getparent(), line.tag), []).append(number)
    best = max(starts.items(), key=lambda one: len(one[1]), default=None)
    if best is None or len(best[1]) < limits.fewest_blocks:
        return ()
    (parent, _), numbers = best
    if parent is not None and _is_other([parent]):
        return ()
    above = [tree.lines[number - 1].tag in _HEADINGS and tree.lines[number].tag not in _HEADINGS for number in numbers if number]
    below = [tree.lines[number + 1].tag in _HEADINGS for number in numbers if number + 1 < len(tree.lines)]
    led = sum(above) * 2 > len(numbers) and sum(below) * 2 < len(numbers)  # the heading stands above the time
    return _from_starts(tree, [number - 1 if led and number else number for number in numbers], parent, extents)


def _from_starts(tree: Tree, numbers: Sequence[int], parent: "HtmlElement | None", extents: Extents) -> tuple[LiveBlock, ...]:
    """Give the blocks that run each from one line to the next, the last to the end of the element that holds them all."""
    end = extents[parent].last if parent is not None and parent in extents else len(tree.lines) - 1
    ends = [*(number - 1 for number in numbers[1:]), end]
    told = [end > start or not is_mark_text(tree.lines[start].span.of(tree.text)) for start, end in zip(numbers, ends, strict=True)]
    return tuple(LiveBlock(start, end, None) for start, end, tells in zip(numbers, ends, told, strict=True) if tells and end >= start)
