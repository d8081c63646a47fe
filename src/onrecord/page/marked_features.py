"""The marked lines of a page to rows of numbers: words, markup, what stands around each line, and what the page's other lines are like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import log1p
from typing import TYPE_CHECKING

from onrecord.model import MarkedLine
from onrecord.page.marked_places import PLACES, tell_places
from onrecord.page.marked_words import SIGNS, WORD, describe_words, words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from onrecord.page.line_model import Numbers

TAGS = ("p", "h1", "h2", "h3", "h4", "li", "div", "blockquote", "figcaption", "tr", "span", "section", "dt", "pre")
"""Elements that are told apart; `h4` stands for those below it."""
KINDS: Mapping[str, str] = {
    "article": r"article|story|post|entry",
    "body": r"body|text|content|copy|richtext|paragraph",
    "main": r"main",
    "aside": r"aside|sidebar|rail|widget|secondary",
    "nav": r"nav|navigation|menu|breadcrumbs?|nav\w+|submenu",
    "footer": r"footer|foot|bottom|colophon",
    "header": r"header|masthead|top|banner",
    "figure": r"figure|image|img|photo|picture|media|gallery|slideshow|lightbox|carousel",
    "caption": r"figcaption|caption|credits?|copyright|wp",
    "form": r"form|button|input|label|modal|dialog|popup|overlay|cookies?|consent|gdpr|login|signin|register",
    "list": r"ul|ol|dl|list|items?",
    "table": r"table|tbody|tr",
    "related": r"related|recommend\w*|read|more|also|trending|popular|latest|promo|teasers?|cards?|recirc|tout|taboola|outbrain",
    "comment": r"comments?|replies|reply|disqus|discussion|respond",
    "author": r"author|authors|byline|bio|contributor|writer|by|vcard",
    "share": r"share|sharing|social|follow|facebook|whatsapp|icons?",
    "letter": r"newsletters?|signup|subscribe|subscription|subscriptions?|paywall|donate|membership|offer|email",
    "ad": r"ads?|advert|advertisement|sponsored|dfp|promoted|adslot|commercial",
    "title": r"title|headline|h1|hed",
    "summary": r"summary|standfirst|subtitle|dek|deck|description|subhead|subheadline|lede?|intro|excerpt|abstract|bullets?|highlights?",
    "label": r"tags?|category|categories|section|kicker|topics?|label|eyebrow|channel",
    "date": r"date|time|datetime|published|timestamp|updated|meta|dateline|info",
    "embed": r"embed|embedded|twitter|tweet|instagram|video|player|iframe|youtube|audio|transcript",
    "quote": r"blockquote|quote|pullquote|pull",
    "prose": r"p",
    "link": r"a",
    "stress": r"b|strong|em|i",
}  # fmt: skip
"""What the words of elements, classes and ids say that a part of a page is for."""
_KIND_OF = re.compile("|".join(f"(?P<{name}>{words})" for name, words in KINDS.items()))
_PLACE = {name: number for number, name in enumerate(KINDS)}
OWN = (
    *SIGNS,
    "names all", "names least", "names most", "names own", "names above", "depth",
    *(f"<{tag}>" for tag in TAGS), *(f"in {kind}" for kind in KINDS), *(f"near {kind}" for kind in KINDS),
)  # fmt: skip
"""What is told of each line by itself."""
SPREAD = ("words", "stopped", "linked", "taken", "prose", "sentence", "odds", "names all", "<p>", "<li>", "dated", "told", "shared")
"""What is also told of the lines around, averaged over windows."""
WIDTHS = (3, 8, 24)
"""Lines above or below over which such an average goes."""
NEIGHBOURS = (
    "words", "full stop", "small words", "capitals", "linked", "taken", "prose", "odds", "names all", "names own", "dated", "title like",
    "<p>", "<h2>", "<h3>", "<li>", "near figure", "near related",
)  # fmt: skip
"""What is also told of the nearest lines, one by one."""
REACH = 2
"""Lines before and after that are told one by one."""
CUTS = (0, 1, 2, 3)
"""Elements taken off the inner end of a line's place to find those that stand with it."""
GROUPED = ("lines", "words", "share of prose", "linked", "prose", "taken", "names")
"""What is told of the lines that stand with a line."""
COLUMNS = (
    *OWN,
    *(f"{name} {side} {width}" for width in WIDTHS for side in ("above", "below") for name in SPREAD),
    *(f"{name} {step:+d}" for step in range(-REACH, REACH + 1) if step for name in NEIGHBOURS),
    *(f"{name} of {cut}" for cut in CUTS for name in GROUPED),
    *PLACES,
)
"""What each column of the numbers is."""
_AT = {name: number for number, name in enumerate(OWN)}
_FEW = 4
_TAG = {tag: number for number, tag in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class Telling:
    """What words tell of a line, in log-odds of news; words that are not among them tell nothing."""

    words: Mapping[str, float]
    """The line's own words."""
    names: Mapping[str, float]
    """Words of the elements around it, and of their classes and ids."""


@cache
def load_telling() -> Telling:
    """Load what words tell of a line from the list that comes with onrecord."""
    return read_telling((files("onrecord.page") / "weights" / "marked.txt").read_text(encoding="utf-8"))


def read_telling(rows: str) -> Telling:
    """Read what words tell: of each its kind, the word, and its log-odds."""
    held: dict[str, dict[str, float]] = {"word": {}, "name": {}}
    for row in rows.splitlines():
        kind, word, odds = row.split()
        held[kind][word] = float(odds)
    return Telling(held["word"], held["name"])


def describe_marked(text: str, lines: Sequence[MarkedLine], *, title: str | None = None, telling: Telling | None = None) -> "Numbers":
    """Give a row of numbers for each line, in the order of `COLUMNS`; `title` is the headline where it is known."""
    import numpy as np

    if not lines:
        return np.zeros((0, len(COLUMNS)), dtype=np.float32)
    held = load_telling() if telling is None else telling
    words = [words_of(text, line) for line in lines]
    lower = [[word.lower() for word in found] for found in words]
    names = _Names(held.names)
    own: Numbers = np.concatenate(
        [
            np.array([describe_words(text, *told, held.words) for told in zip(lines, words, lower, strict=True)], dtype=np.float32),
            *names.columns(lines),
        ],
        axis=1,
    )
    _tell_shared(own, words, lower)
    titled = _tell_title(own, lower, lines, title)
    return np.concatenate(
        [
            own,
            *spread(own[:, [_AT[name] for name in SPREAD]], WIDTHS),
            *_neighbours(own),
            *_grouped(own, lines),
            tell_places(own[:, [_AT["words"], _AT["prose"], _AT["taken"]]], lines, titled),
        ],
        axis=1,
    )


class _Names:
    """What the names of elements tell, each place looked at once a page."""

    def __init__(self, telling: Mapping[str, float]) -> None:
        self._telling = telling
        self._items: dict[str, tuple[float, int]] = {}
        self._paths: dict[tuple[str, ...], tuple[float, float, float, int]] = {(): (0.0, 0.0, 0.0, 0)}

    def columns(self, lines: Sequence[MarkedLine]) -> "list[Numbers]":
        """Describe lines by what stands around them."""
        import numpy as np

        rows: list[tuple[float, ...]] = []
        within: list[int] = []
        near: list[int] = []
        for line in lines:
            total, least, most, kinds = self._path(line.inside)
            own = self._item(line.inside[-1]) if line.inside else (0.0, 0)
            above = self._item(line.inside[-2]) if len(line.inside) > 1 else (0.0, 0)
            rows.append((total, least, most, own[0], above[0], len(line.inside) / 10))
            within.append(kinds)
            near.append(own[1] | above[1])
        bits = np.arange(len(KINDS))
        tags = np.array([_TAG.get(line.tag, _TAG["h4"] if line.tag in ("h5", "h6") else -1) for line in lines])
        return [
            np.array(rows, dtype=np.float32),
            (tags[:, None] == np.arange(len(TAGS))).astype(np.float32),
            *((np.array(masks)[:, None] >> bits & 1).astype(np.float32) for masks in (within, near)),
        ]

    def _path(self, inside: tuple[str, ...]) -> tuple[float, float, float, int]:
        """Give the sum, least and most of what the names around a line tell, and what they are for."""
        known = self._paths.get(inside)
        if known is None:
            total, least, most, kinds = self._path(inside[:-1])
            odds, mine = self._item(inside[-1])
            known = self._paths[inside] = (total + odds, min(least, odds), max(most, odds), kinds | mine)
        return known

    def _item(self, name: str) -> tuple[float, int]:
        found = self._items.get(name)
        if found is None:
            words = name.split()
            odds = sum(self._telling.get(word, 0.0) for word in words) / (len(words) ** 0.5 or 1)
            kinds = 0
            for word in words:
                kinds |= kind_of(word)
            found = self._items[name] = (odds, kinds)
        return found


@lru_cache(maxsize=20_000)
def kind_of(word: str) -> int:
    """Give the bit of what a word in an element's name says that it is for; 0 where it says nothing."""
    match = _KIND_OF.fullmatch(word)
    return 1 << _PLACE[match.lastgroup] if match and match.lastgroup else 0


def _tell_shared(own: "Numbers", words: Sequence[Sequence[str]], lower: Sequence[Sequence[str]]) -> None:
    """Fill in how often a line stands on the page, and the share of its telling words that the page's paragraphs have too."""
    prose = own[:, _AT["prose"]].tolist()
    plain = own[:, _AT["all linked"]].tolist()
    stems = [
        set() if linked and len(found) < _FEW else {word[:6] for word in found[:60] if len(word) > _FEW}
        for found, linked in zip(lower, plain, strict=True)
    ]
    counts: dict[str, int] = {}
    whole: dict[str, int] = {}
    keys = [" ".join(found) for found in words]
    for is_prose, held, key in zip(prose, stems, keys, strict=True):
        whole[key] = whole.get(key, 0) + 1
        if is_prose:
            for stem in held:
                counts[stem] = counts.get(stem, 0) + 1
    own[:, _AT["again"]] = [log1p(whole[key] - 1) for key in keys]
    own[:, _AT["shared"]] = [
        sum(counts.get(stem, 0) > (is_prose > 0) for stem in held) / (len(held) + 2) for is_prose, held in zip(prose, stems, strict=True)
    ]


def _tell_title(own: "Numbers", lower: Sequence[Sequence[str]], lines: Sequence[MarkedLine], title: str | None) -> int | None:
    """Fill in the share of a line's words that the headline has, and give the number of the headline's line."""
    first = next((number for number, line in enumerate(lines) if line.tag == "h1"), None)
    told = set(WORD.findall(title.lower())) if title else set(lower[first]) if first is not None else set()
    if not told:
        return first
    shares: list[float] = []
    for found in lower:
        held = set(found) if len(found) <= 3 * len(told) else set()
        shares.append(len(told & held) / (len(told | held) or 1))
    own[:, _AT["title like"]] = shares
    best = max(range(len(lines)), key=lambda number: (shares[number] + 0.3 * (lines[number].tag == "h1"), -number))
    return best if shares[best] > 0.6 else first


def spread(picked: "Numbers", widths: Sequence[int]) -> "list[Numbers]":
    """Average columns over so many lines above and below, for each width; beyond the page's ends they are 0."""
    import numpy as np

    count = len(picked)
    sums = np.concatenate([np.zeros((1, picked.shape[1]), np.float32), np.cumsum(picked, axis=0)])
    at = np.arange(count)
    averages: list[Numbers] = []
    for width in widths:
        averages.append((sums[at] - sums[np.maximum(at - width, 0)]) / width)
        averages.append((sums[np.minimum(at + 1 + width, count)] - sums[at + 1]) / width)
    return averages


def _neighbours(own: "Numbers") -> "list[Numbers]":
    """Give some columns of the nearest lines; beyond the page's ends they are 0."""
    import numpy as np

    picked = own[:, [_AT[name] for name in NEIGHBOURS]]
    padded = np.pad(picked, ((REACH, REACH), (0, 0)))
    return [padded[REACH + step : REACH + step + len(own)] for step in range(-REACH, REACH + 1) if step]


def _grouped(own: "Numbers", lines: Sequence[MarkedLine]) -> "list[Numbers]":
    """Tell of the lines that stand in the same place as a line, and in the places around that."""
    import numpy as np

    count = np.expm1(own[:, _AT["words"]])
    prose = own[:, _AT["prose"]]
    total = float((count * prose).sum()) + 1.0
    found: list[Numbers] = []
    for cut in CUTS:
        numbers, many = _number([line.inside[: len(line.inside) - cut] for line in lines])

        def gather(values: "Numbers", numbers: "NDArray[np.intp]" = numbers, many: int = many) -> "Numbers":
            return np.bincount(numbers, values, many).astype(np.float32)

        size, words = gather(np.ones(len(lines), np.float32)), gather(count) + 1e-3
        columns = [
            np.log1p(size), np.log1p(words), gather(count * prose) / total, gather(count * own[:, _AT["linked"]]) / words,
            gather(prose) / size, gather(count * own[:, _AT["taken"]]) / words, gather(own[:, _AT["names all"]]) / size,
        ]  # fmt: skip
        found.append(np.stack(columns, axis=1)[numbers].astype(np.float32))
    return found


def _number(keys: Sequence[tuple[str, ...]]) -> "tuple[NDArray[np.intp], int]":
    import numpy as np

    known: dict[tuple[str, ...], int] = {}
    numbers = [known.setdefault(key, len(known)) for key in keys]
    return np.array(numbers, dtype=np.intp), len(known)
