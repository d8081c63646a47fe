"""The lines of a page to rows of numbers: what each line looks like, what stands around it, and what the page's other lines are like."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import log1p
from typing import TYPE_CHECKING

from onrecord.language.stopwords import STOP_WORDS
from onrecord.page.lines import Line
from onrecord.page.roles import ABOVE, Part
from onrecord.page.runs import BEYOND, LINKS

if TYPE_CHECKING:
    from onrecord.page.line_model import Numbers

LONGEST_LOOK = 600
"""Code points of a line that are looked at: a longer line is told by its length."""
BY_PLACE = frozenset((ABOVE, BEYOND, LINKS))
"""Reasons for which rules drop a line by where it stands."""
OWN = (
    "signs", "words", "word length", "stopped", "full stop", "asks", "colon", "ends quoted", "opens quoted", "quotes", "commas",
    "small words", "capitals", "shouted", "digits", "opens with digit", "separators", "bulleted", "apart", "wrapped", "dated", "byline",
    "address", "we", "you", "told", "rule", "plea", "row", "aside", "kept", "headed", "masthead", "again", "shared", "rare shared",
    "known", "sentence", "prose", "bare", "telling", "telling least", "telling most", "telling first",
)  # fmt: skip
"""What is told of each line by itself."""
SPREAD = (
    "words", "stopped", "small words", "capitals", "sentence", "prose", "bare", "rule", "shared", "telling", "dated",
    "told", "again", "rare shared", "kept", "row",
)  # fmt: skip
"""What is also told of the lines around, averaged over windows."""
WIDTHS = (2.0, 6.0, 20.0)
"""Lines over which such an average fades, before and after."""
NEIGHBOURS = (
    "words", "full stop", "small words", "capitals", "prose", "bare", "rule", "telling", "apart", "dated", "shared",
    "sentence", "kept",
)  # fmt: skip
"""What is also told of the nearest lines, one by one."""
REACH = 2
"""Lines before and after that are told one by one."""
PLACES = (
    "below title", "from title", "first", "last", "share", "lines", "prose above", "prose below", "to prose above",
    "to prose below", "prose on page",
)  # fmt: skip
"""Where a line stands on its page."""
COLUMNS = (
    *OWN,
    *(f"{name} {side} {width:g}" for width in WIDTHS for side in ("above", "below") for name in SPREAD),
    *(f"{name} {step:+d}" for step in range(-REACH, REACH + 1) if step for name in NEIGHBOURS),
    *PLACES,
)
"""What each column of the numbers is."""
_NUMBER = re.compile(r"\d+")
_DATED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|\bago$"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:by|from|words|photos?|written|story)\b[\s:]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|\.com\b|^[@#]\w")
_TOLD = frozenset("said says told added asked wrote was were had has been told according announced reported".split())
_WE, _YOU = frozenset("we us our ours i my me".split()), frozenset("you your yours".split())
_SMALL = frozenset[str]().union(*STOP_WORDS.values())
_STOPS = "。！？।؟"
"""Signs that end a sentence where the page's language does not use a full stop."""
_GREEK = "\u0370"
"""First sign beyond the Latin scripts, whose small words are not known here."""
_QUOTES = '"“”‘’'


def describe(lines: Sequence[Line], parts: Sequence[Part], telling: Mapping[str, float]) -> "Numbers":
    """Give a row of numbers for each line, in the order of `COLUMNS`.

    `parts` are those that rules give the lines; `telling` is what words tell, in log-odds of news.
    """
    import numpy as np

    again = Counter(map(_shape, lines))
    rows = [_own(line, part, again[_shape(line)], telling) for line, part in zip(lines, parts, strict=True)]
    own: Numbers = np.array(rows, dtype=np.float32).reshape(len(lines), len(OWN))
    _tell_shared(own, lines)
    return np.concatenate(
        [own, *_spread(own), *_neighbours(own), _places(own, next((n for n, part in enumerate(parts) if part.role == "title"), -1))], axis=1
    )


@cache
def load_words() -> Mapping[str, float]:
    """Load what words tell of a line, in log-odds of news; rarer words are not among them."""
    rows = (files("onrecord.page") / "weights" / "words.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(odds) for word, odds in (row.split() for row in rows)}


def _shape(line: Line) -> str:
    """Give a line with its numbers taken out, which lines of one list share."""
    return _NUMBER.sub("0", line.text[:LONGEST_LOOK])


def _own(line: Line, part: Part, again: int, telling: Mapping[str, float]) -> list[float]:
    """Describe a line by itself; what the page shares with it is filled in later."""
    text = line.text[:LONGEST_LOOK]
    words = line.words if len(line.text) <= LONGEST_LOOK else line.words[:100]
    many = len(words) or 1
    lower = [word.lower() for word in words]
    last, first = text[-1], text[0]
    small = sum(map(_SMALL.__contains__, lower)) / many
    capitals = sum(word[0].isupper() for word in words) / many
    stopped = line.stopped or last in _STOPS
    odds = [telling.get(word, 0.0) for word in lower] or [0.0]
    distinct = set(lower)
    length = max(len(line.words), len(line.text) // 12)
    sentence = stopped and length >= 5 and capitals < 0.6
    prose = stopped and length >= 12 and (small > 0.2 or first >= _GREEK)
    dated = _DATED.search(text) is not None if length < 40 else False
    return [
        log1p(len(line.text)),
        log1p(length),
        sum(map(len, words)) / many,
        stopped,
        *_punctuation(text),
        text.count(",") / many,
        small,
        capitals,
        *_look(line, text),
        dated,
        _BYLINE.match(text) is not None,
        _ADDRESS.search(text) is not None,
        *(not distinct.isdisjoint(words) for words in (_WE, _YOU, _TOLD)),
        *_ruled(part),
        log1p(again - 1),
        0.0,
        0.0,
        sum(odd != 0 for odd in odds) / many,
        sentence,
        prose * min(1.0, length / 30),
        not stopped and length <= 10,
        *_told(odds),
    ]


def _told(odds: Sequence[float]) -> list[float]:
    """Tell what the words of a line tell together, at least, at most, and first."""
    return [sum(odds) / (len(odds) + 1), min(odds), max(odds), odds[0]]


def _punctuation(text: str) -> list[float]:
    """Tell how a line ends, and of its quotation marks."""
    first, last = text[0], text[-1]
    return [
        last == "." or text[-2:] in (".”", '."'),
        last == "?" or last == "!",
        last == ":",
        last in _QUOTES,
        first in _QUOTES,
        min(3, sum(map(text.count, _QUOTES))),
    ]


def _look(line: Line, text: str) -> list[float]:
    """Tell what a line looks like."""
    first = text[0]
    return [
        text.isupper(),
        sum(map(str.isdigit, text)) / len(text),
        first.isdigit(),
        min(line.separators, 4) + text.count("|") * 0.5,
        line.bulleted,
        line.apart,
        first.islower(),
    ]


def _ruled(part: Part) -> list[float]:
    """Tell what the rules say of a line."""
    return [
        part.role == "furniture" and part.reason not in BY_PLACE,
        part.reason in ("appeal", "support"),
        part.reason in BY_PLACE,
        part.role in ("teaser", "caption", "housekeeping"),
        part.role in ("body", "heading"),
        part.role == "heading",
        part.role in ("masthead", "title"),
    ]


def _tell_shared(own: "Numbers", lines: Sequence[Line]) -> None:
    """Fill in the share of a line's telling words that the page's paragraphs have too, and the same of the rarer ones."""
    prose, shared = own[:, OWN.index("prose")], OWN.index("shared")
    words = [{word.lower()[:6] for word in line.words[:100] if len(word) > 3 and word.lower() not in _SMALL} for line in lines]
    counts: Counter[str] = Counter()
    for is_prose, held in zip(prose, words, strict=True):
        if is_prose:
            counts.update(held)
    paragraphs = int((prose > 0).sum())
    for number, held in enumerate(words):
        mine = prose[number] > 0
        kept = [counts[word] - mine for word in held if word in counts]
        own[number, shared] = sum(count > 0 for count in kept) / (len(held) + 2)
        own[number, shared + 1] = sum(count >= 2 and count <= 2 + paragraphs / 3 for count in kept) / (len(held) + 2)


def _spread(own: "Numbers") -> "list[Numbers]":
    """Average some columns over the lines above and below, the nearest counting most."""
    import numpy as np

    count = len(own)
    picked = [own[:, OWN.index(name)] for name in SPREAD]
    columns: list[Numbers] = []
    for width in WIDTHS:
        fade = np.exp(-np.arange(1, int(width * 3) + 1) / width).astype(np.float32)
        fade = np.concatenate([[0.0], fade / fade.sum()]).astype(np.float32)
        columns += [np.convolve(column, fade)[:count] for column in picked]
        columns += [np.convolve(column[::-1], fade)[:count][::-1] for column in picked]
    return [np.stack(columns, axis=1)]


def _neighbours(own: "Numbers") -> "list[Numbers]":
    """Give some columns of the nearest lines; beyond the page's ends they are 0."""
    import numpy as np

    picked = own[:, [OWN.index(name) for name in NEIGHBOURS]]
    count = len(own)
    padded = np.pad(picked, ((REACH, REACH), (0, 0)))
    return [padded[REACH + step : REACH + step + count] for step in range(-REACH, REACH + 1) if step]


def _places(own: "Numbers", title: int) -> "Numbers":
    """Tell where each line stands: below the headline (from -1 when there is none), on the page, and among its paragraphs."""
    import numpy as np

    count = len(own)
    at = np.arange(count, dtype=np.float32)
    prose = own[:, OWN.index("prose")]
    weight = prose * np.exp(np.minimum(own[:, OWN.index("words")], 5.0))
    total = float(weight.sum()) + 1e-6
    above = (np.cumsum(weight) - weight) / total
    here = np.where(prose > 0.4, at, -np.inf)
    last = np.maximum.accumulate(np.concatenate([[-1000.0], here[:-1]])) if count else here
    ahead = np.minimum.accumulate(np.concatenate([np.where(prose > 0.4, at, np.inf)[1:], [count + 1000.0]])[::-1])[::-1] if count else here
    from_title = at - title
    page = np.full(count, np.log1p(count)), np.full(count, np.log1p(total))
    title_columns = [from_title > 0, np.sign(from_title) * np.log1p(np.abs(from_title))]
    line_columns = [np.log1p(at), np.log1p(count - 1 - at), at / max(1, count - 1), page[0]]
    prose_columns = [
        above,
        1 - above - weight / total,
        np.log1p(np.minimum(at - last, 200)),
        np.log1p(np.minimum(ahead - at, 200)),
        page[1],
    ]
    columns = [*title_columns, *line_columns, *prose_columns]
    return np.stack(columns, axis=1).astype(np.float32)
