"""The lines of a page read in bulk to rows of numbers, few enough and plain enough that thousands of pages a minute can be described."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import log1p, sqrt
from typing import TYPE_CHECKING

from onrecord.language.stopwords import STOP_WORDS
from onrecord.model import MarkedLine
from onrecord.page.lines import holds
from onrecord.page.marked_features import TAGS, Telling, read_telling, spread

if TYPE_CHECKING:
    from onrecord.page.line_model import Numbers

SIGNS = (
    "signs", "words", "stopped", "full stop", "asks", "colon", "quotes", "commas", "small words", "capitals", "shouted",
    "digits", "opens low", "separators", "dated", "byline", "address", "notice", "we", "you", "told", "linked", "prose", "sentence",
    "odds", "odds first", "again",
)  # fmt: skip
"""What is told of a line by its words."""
NAMED = ("names all", "names least", "names most", "names own", "names above", "depth")
OWN = (*SIGNS, *NAMED, *(f"<{tag}>" for tag in TAGS))
"""What is told of each line by itself."""
_AT = {name: number for number, name in enumerate(OWN)}
SPREAD = ("words", "stopped", "linked", "prose", "odds", "names all", "<p>", "<li>", "told")
"""What is also told of the lines around, averaged over windows."""
WIDTHS = (5,)
"""Lines above or below over which such an average goes."""
NEIGHBOURS = ("words", "stopped", "small words", "linked", "prose", "odds", "names all", "names own", "dated", "<p>", "<h2>", "<li>")
"""What is also told of the lines next to it, one by one."""
STEPS = (-2, -1, 1, 2)
CUTS = (0, 1, 2)
"""Elements taken off the inner end of a line's place to find those that stand with it."""
GROUPED = ("lines", "words", "share of prose", "prose", "linked", "names")
"""What is told of the lines that stand with a line."""
PLACES = (
    "first", "last", "lines", "words above", "prose above", "prose below", "to prose above", "to prose below", "prose on page",
    "below title", "from title",
)  # fmt: skip
"""Where a line stands on its page."""
COLUMNS = (
    *OWN,
    *(f"{name} {side} {width}" for width in WIDTHS for side in ("above", "below") for name in SPREAD),
    *(f"{name} {step:+d}" for step in STEPS for name in NEIGHBOURS),
    *(f"{name} of {cut}" for cut in CUTS for name in GROUPED),
    *PLACES,
)  # fmt: skip
"""What each column of the numbers is."""
_PICK = {names: [_AT[name] for name in names] for names in (SPREAD, NEIGHBOURS)}
_SMALL = STOP_WORDS["English"].__contains__
_TOLD = frozenset("said says told added asked wrote was were had has been according announced reported".split())
_WE, _YOU = frozenset("we us our ours i my me".split()), frozenset("you your yours".split())
_DATES = frozenset("january february march april may june july august september october november december ago".split()) | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec am pm gmt bst est edt et updated published posted".split()
)
_BYLINES = ("by ", "from ", "words", "photo", "written ", "story ", "image", "picture", "credit", "source")
_NOTICES = (
    "©", "(c)", "copyright", "all rights reserved", "getty", "reuters", "read more", "read next", "shutterstock", "sign up", "subscri",
    "/ap", "follow",
)  # fmt: skip
_ADDRESSES = ("http", "www.", ".com", "@", "#")
_DIGITS = re.compile(r"\d")
_CLOSING = "\"”’'»)] "
FEWEST_OF_PROSE = 40
"""Words from which a line is prose, and no byline or notice."""
LONGEST_LOOK = 90
"""Code points of a line whose words are looked at."""


@cache
def load_telling() -> Telling:
    """Load what words tell of a line in bulk."""
    return read_telling((files("onrecord.page") / "weights" / "bulk.txt").read_text(encoding="utf-8"))


def describe_bulk(text: str, lines: Sequence[MarkedLine], *, titled: int | None = None, telling: Telling | None = None) -> "Numbers":
    """Give a row of numbers for each line, in the order of `COLUMNS`; `titled` numbers the headline's line where it is known."""
    import numpy as np

    if not lines:
        return np.zeros((0, len(COLUMNS)), dtype=np.float32)
    held = load_telling() if telling is None else telling
    seen: set[str] = set()
    signs = [_describe(text[line.span.start : line.span.end], line.linked, held.words, seen) for line in lines]
    told = np.array(signs, dtype=np.float32)
    told[:, :2] = np.log1p(told[:, :2])
    own = np.concatenate([told, *_names(lines, _own_weigher() if telling is None else _Weigher(held.names))], axis=1)
    return np.concatenate(
        [own, *spread(own[:, _PICK[SPREAD]], WIDTHS), *_neighbours(own), *_grouped(own, lines), _places(own, titled)], axis=1
    )


def split_words(text: str) -> list[str]:
    """Give the words of a line's beginning, in small letters.

    >>> split_words("The dam, they said, holds.")
    ['the', 'dam', 'they', 'said', 'holds']
    """
    return _split(text[:LONGEST_LOOK].lower())


def _split(lower: str) -> list[str]:
    return lower.replace(",", " ").replace(".", " ").split()


def _describe(text: str, linked: float, telling: Mapping[str, float], seen: set[str]) -> tuple[float, ...]:
    """Describe a line by its words; those seen further up are remembered."""
    looked = text[:LONGEST_LOOK]
    lower = looked.lower()
    words = _split(lower)
    many = len(words) or 1
    count = text.count(" ") + 1
    closed = text.rstrip(_CLOSING)[-1:]
    stopped = closed != "" and closed in ".!?…:;"
    small = sum(map(_SMALL, words)) / many
    capitals = sum(map(str.istitle, looked.split())) / many
    distinct = set(words)
    again = text in seen
    seen.add(text)
    return (
        len(text), count, stopped, closed == ".", closed == "?" or closed == "!", closed == ":",
        ('"' in looked) + ("“" in looked), looked.count(",") / many, small, capitals, text.isupper(),
        *(_signs(looked, lower, distinct) if count < FEWEST_OF_PROSE else _NO_SIGNS),
        not distinct.isdisjoint(_WE), not distinct.isdisjoint(_YOU), not distinct.isdisjoint(_TOLD),
        linked,
        (stopped and count >= 12 and small > 0.2) * min(1.0, count / 30),
        stopped and count >= 5 and capitals < 0.6,
        sum(map(telling.get, words, repeat(0.0))) / (many + 1), telling.get(words[0], 0.0) if words else 0.0, again,
    )  # fmt: skip


@dataclass(slots=True)
class _Weigher:
    """What the names of elements tell, each kind of element looked at once."""

    telling: Mapping[str, float]
    known: dict[str, float] = field(default_factory=dict)

    def weigh(self, name: str) -> float:
        """Give what a name tells, in log-odds of news."""
        words = name.split(" ")
        if len(self.known) > MOST_NAMES:
            self.known.clear()
        told: float = sum([self.telling.get(word, 0.0) for word in words]) / sqrt(len(words))
        self.known[name] = told
        return told


MOST_NAMES = 50_000
"""Names of elements that are remembered from page to page."""


@cache
def _own_weigher() -> _Weigher:
    return _Weigher(load_telling().names)


def _names(lines: Sequence[MarkedLine], weigher: _Weigher) -> "list[Numbers]":
    """Tell of each line what the names of the elements around it do, each place looked at once."""
    import numpy as np

    held, weigh = weigher.known, weigher.weigh
    known: dict[tuple[str, ...], tuple[float, ...]] = {}
    rows: list[tuple[float, ...]] = []
    for line in lines:
        place = line.inside
        row = known.get(place)
        if row is None:
            odds = [held[name] if name in held else weigh(name) for name in place]
            above = odds[-2] if len(odds) > 1 else 0.0
            row = known[place] = (sum(odds), min(0.0, *odds), max(0.0, *odds), odds[-1], above, len(odds) / 10, _TAG.get(line.tag, _OTHER))
        rows.append(row)
    table = np.array(rows, dtype=np.float32)
    return [table[:, :6], (table[:, 6:] == np.arange(len(TAGS))).astype(np.float32)]


_TAG = {tag: number for number, tag in enumerate(TAGS)} | {"h5": TAGS.index("h4"), "h6": TAGS.index("h4")}
_OTHER = -1
_NO_SIGNS = (0.0,) * 7


def _signs(text: str, lower: str, words: set[str]) -> tuple[float, ...]:
    """Tell of a short line its digits, how it opens, its separators, and whether it holds a date, a byline, an address or a notice."""
    return (
        len(_DIGITS.findall(text, 0, 40)) / min(len(text), 40),
        text[0].islower(),
        text.count("|") + text.count("•") + text.count("·"),
        not words.isdisjoint(_DATES),
        lower.startswith(_BYLINES),
        holds(lower, _ADDRESSES),
        holds(lower, _NOTICES),
    )


def _neighbours(own: "Numbers") -> "list[Numbers]":
    """Give some columns of the nearest lines; beyond the page's ends they are 0."""
    import numpy as np

    padded = np.zeros((len(own) + 4, len(NEIGHBOURS)), np.float32)
    padded[2:-2] = own[:, _PICK[NEIGHBOURS]]
    return [padded[2 + step : 2 + step + len(own)] for step in STEPS]


def _grouped(own: "Numbers", lines: Sequence[MarkedLine]) -> "list[Numbers]":
    """Tell of the lines that stand in the same place as a line, and in the places around that."""
    import numpy as np

    count = np.expm1(own[:, _AT["words"]])
    prose = own[:, _AT["prose"]]
    total = float((count * prose).sum()) + 1.0
    columns = [np.ones(len(own)), count, count * prose / total, prose, count * own[:, _AT["linked"]], own[:, _AT["names all"]]]
    values, many = np.array(columns).T, len(columns)
    first: dict[tuple[str, ...], int] = {}
    lines_at = np.array([first.setdefault(line.inside, len(first)) for line in lines])
    known: dict[tuple[int, tuple[str, ...]], int] = {}
    places = [[known.setdefault((cut, place[: max(0, len(place) - cut)]), len(known)) for place in first] for cut in CUTS]
    numbers = np.array(places)[:, lines_at]
    cells = numbers[:, :, None] * many + np.arange(many)  # of all cuts at once: on a page's few lines each call costs more than its work
    sums: Numbers = np.bincount(cells.ravel(), np.tile(values.ravel(), len(CUTS)), len(known) * many).reshape(-1, many).astype(np.float32)
    size, words = sums[:, 0].copy(), sums[:, 1] + 1e-3
    sums[:, 3] /= size
    sums[:, 4] /= words
    sums[:, 5] /= size
    sums[:, :2] = np.log1p(sums[:, :2])
    return list(sums[numbers])


def _places(own: "Numbers", titled: int | None) -> "Numbers":
    """Tell where each line stands: on the page, among its paragraphs, and from its headline."""
    import numpy as np

    count = len(own)
    at = np.arange(count, dtype=np.float32)
    words, prose = np.expm1(own[:, _AT["words"]]), own[:, _AT["prose"]]
    weight = prose * np.minimum(words, 150)
    total, every = float(weight.sum()) + 1e-6, float(words.sum()) + 1e-6
    above = (np.cumsum(weight) - weight) / total
    is_prose = prose > 0.4
    last = np.maximum.accumulate(np.concatenate([[-1000.0], np.where(is_prose, at, -1000.0)[:-1]]))
    ahead = np.minimum.accumulate(np.concatenate([np.where(is_prose, at, count + 1000.0)[1:], [count + 1000.0]])[::-1])[::-1]
    title = -1 if titled is None else titled
    columns: list[np.ndarray] = [
        np.log1p(at), np.log1p(count - 1 - at), np.full(count, log1p(count)), (np.cumsum(words) - words) / every, above,
        1 - above - weight / total, np.log1p(np.minimum(at - last, 200)), np.log1p(np.minimum(ahead - at, 200)),
        np.full(count, log1p(total)), (at > title) * (title >= 0),
        np.sign(at - title) * np.log1p(np.minimum(np.abs(at - title), 100)) * (title >= 0),
    ]  # fmt: skip
    return np.array(columns, dtype=np.float32).T
