"""Text to the language it is written in, by its commonest words; only English is told for certain."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from onrecord.language.stopwords import SCRIPTS, STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[^\x00-\u024f]+")
LOOKED_AT = 100_000
"""Code points of a text that are looked at; a news page is rarely longer."""
FEWEST_WORDS = 25
"""Below it a text is too short to judge, and nothing is said against it."""
ENGLISH_SHARE = 0.12
"""Share of words that must be common English ones: prose has .35 to .45, a page that is mostly menus .15."""
SCRIPT_SHARE = 0.5
"""Share of letters in another script from which a text is not English."""
OTHER_SHARE = 0.12
"""Share of words that must be common ones of another language before it is named."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a text seems to be written in."""

    english: bool | None
    """Whether it is English; null when it is too short to tell."""
    name: str | None
    """The language or script it seems to be, in English; null when unknown."""


def guess_language(text: str) -> Guess:
    """Tell whether a text is English, and what else it seems to be.

    >>> guess_language("Der Minister sagte, dass die Brücke nicht gesperrt werde und der Verkehr für Busse offen ist. " * 3)
    Guess(english=False, name='German')
    >>> guess_language("Storm closes bridge")
    Guess(english=None, name=None)
    """
    seen = text[:LOOKED_AT]
    script = _other_script(seen)
    if script:
        return Guess(english=False, name=script)
    words = _WORD.findall(seen.lower())
    if len(words) < FEWEST_WORDS:
        return Guess(english=None, name=None)
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in common if word in counts) / len(words) for name, common in STOP_WORDS.items()}
    best = max(shares, key=lambda name: (shares[name], name == "English"))
    if shares["English"] >= ENGLISH_SHARE and best == "English":
        return Guess(english=True, name="English")
    return Guess(english=False, name=best if best != "English" and shares[best] >= OTHER_SHARE else None)


def _other_script(text: str) -> str | None:
    """Name the script that most letters are in when it is not Latin."""
    foreign = [sign for sign in "".join(_BEYOND_LATIN.findall(text)) if sign.isalpha()]
    if len(foreign) < SCRIPT_SHARE * FEWEST_WORDS:  # as in most texts: the other letters need not be counted
        return None
    letters = sum(map(str.isalpha, text))
    if letters < FEWEST_WORDS or len(foreign) < SCRIPT_SHARE * letters:
        return None
    kinds = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in foreign)
    return SCRIPTS.get(kinds.most_common(1)[0][0], "another script")
