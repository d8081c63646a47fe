"""Text to the stems of its telling words, and how common in news each stem is."""

import re
from functools import lru_cache
from importlib.resources import files
from itertools import chain, islice

from onrecord.language.english_pages import STOP

RANKS_BEHIND = 150_000
"""Rank taken for a stem that the table lacks."""
MOST_COMMON = 0.3
"""Share of texts beyond which no stem is taken to occur."""
MOST_KEPT = 65_536
"""Different words whose stems are kept: looking one up costs a tenth of finding it."""
_TELLS_NOTHING = STOP | frozenset("am being does doing don't having via versus vs".split())
# One class a step, so no backtracking: 2,300  U.S.  o'clock  AT&T; a hyphen parts two words.
_WORD = re.compile(r"[^\W_]+(?:['’.,&][^\W_]+)*")
_PLURALS_IN_ES = ("ches", "shes", "ses", "xes", "zes")


def find_stems(text: str, most: int | None = None) -> list[str]:
    """Find the stems, or so many first ones, of the words that tell what a text is about, in its order; a number stays as it is.

    >>> find_stems("The ferries’ owner fired 2,300 workers; the U.S. union is striking.")
    ['ferry', 'owner', 'fir', '2,300', 'work', 'union', 'strik']
    """
    return list(islice(chain.from_iterable(map(_STRETCHES.__getitem__, text.split())), most))


class _Stretches(dict[str, tuple[str, ...]]):
    """What stands between two white spaces, mostly one word with the marks about it, to its stems; many are met again and again."""

    def __missing__(self, stretch: str) -> tuple[str, ...]:
        """Find the stems of what was not met before."""
        if len(self) >= MOST_KEPT:
            self.clear()
        self[stretch] = stems = tuple([stem for word in _WORD.findall(stretch) if (stem := _telling(word))])
        return stems


_STRETCHES = _Stretches()


def _telling(word: str) -> str:
    """Give the stem of a word, without a possessive ending and the full stops of initials; nothing where it tells nothing."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    word = word.replace(".", "") if "." in word and not word[0].isdigit() else word
    return "" if word in _TELLS_NOTHING else stem_of.__wrapped__(word)


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """Take the endings of number, tense and agent off a word in lower case, so that its forms meet.

    >>> [stem_of(word) for word in ("bodies", "crashes", "crashed", "stopping", "firefighters", "glass", "2,300")]
    ['body', 'crash', 'crash', 'stop', 'firefight', 'glass', '2,300']
    """
    word = _singular(word)
    if len(word) > 5 and word.endswith(("ing", "er")):
        word = word[:-3] if word.endswith("ing") else word[:-2]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    doubled = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl"
    return word[:-1] if doubled and word[-1].isalpha() else word


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if len(word) > 5 and word.endswith(_PLURALS_IN_ES) else word[:-1]


@lru_cache(maxsize=65_536)
def commonness(stem: str) -> float:
    """Estimate the share of short news texts in which a stem occurs, from its rank among all stems, by Zipf's law.

    >>> commonness("polic") > commonness("ferry") > commonness("orlensk") > 0
    True
    """
    return min(MOST_COMMON, 30.0 / (_ranks().get(stem, RANKS_BEHIND) + 20))


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Load the stems of English news and reference works, the commonest first; they stay loaded."""
    table = (files("onrecord.language") / "weights" / "common.txt").read_text(encoding="utf-8")
    return {stem: rank for rank, stem in enumerate(table.split())}
