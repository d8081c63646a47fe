"""Sentences to the words that introduce people and bodies: names with the roles around them.

All positions are token numbers within the sentence, `[start, end)`.
"""

from onrecord.extract.drafts import Line
from onrecord.extract.mentions import TITLED, TITLES
from onrecord.language import english
from onrecord.language.english_speech import DOCUMENTS, MEDIA_NOUNS
from onrecord.language.phrases import phrase_after

WRITTEN = DOCUMENTS | MEDIA_NOUNS
"""Nouns that describe no person."""
LONGEST_APPOSITION = 12
"""Tokens of a role behind a name: ", the mayor of Lorn,"."""


def name_runs(line: Line) -> list[tuple[int, int]]:
    """List the runs of capitalised words that can hold a person's name."""
    runs, end = [], 0
    tagged = line.tagged
    for i, kind in enumerate(tagged.classes):
        if kind != "name" or i < end or tagged.words[i] in english.WEEKDAYS:  # "on Friday Orval said"
            continue
        end = i + 1
        while tagged.kind(end) == "name" or (
            tagged.word(end) in {"al", "bin", "de", "der", "van", "von"} and tagged.kind(end + 1) == "name"
        ):
            end += 1
        if tagged.word(end) != "'s" or end - i >= 2:
            runs.append((i, end))
    return runs


def body_phrases(line: Line) -> list[tuple[int, int]]:
    """List the described bodies that a sentence names, such as "the miners’ union"."""
    phrases = []
    for i, word in enumerate(line.tagged.words):
        if word in {"the", "its", "their", "a"} and line.tagged.kind(i) == "determiner":
            end = phrase_after(line.tagged, i, attach=False)
            if end - i > 2 and line.tagged.word(end - 1) in english.ORGANISATION_NOUNS:
                phrases.append((i, end))
    return phrases


def role_before(line: Line, start: int) -> int:
    """Find where the role before a name begins: "Kremlin spokesman" before "Ivan Orlo"."""
    tagged = line.tagged
    i = start
    if tagged.word(i - 1) in TITLED:
        while tagged.kind(i - 1) in {"noun", "name", "possessive"}:
            i -= 1
    return i


def apposition(line: Line, end: int) -> int:
    """Find where the role behind a name ends: ", the mayor of Lorn,"."""
    tagged = line.tagged
    if tagged.word(end) != ",":
        return end
    i = end + 1
    words = []
    while (
        i < len(line)
        and tagged.kind(i) in {"determiner", "noun", "name", "possessive", "preposition", "ed"}
        and i < end + LONGEST_APPOSITION
    ):
        words.append(tagged.word(i))
        i += 1
    ends = tagged.word(i) in {",", ".", ""}
    return i if ends and words and set(words[:5]) & TITLES else end


def apposition_before(line: Line, start: int) -> int:
    """Find where the role before a name in commas begins: "the mayor, Sten Orval"."""
    tagged = line.tagged
    if tagged.word(start - 1) != ",":
        return start
    i = start - 1
    while tagged.kind(i - 1) in {"noun", "name", "possessive", "preposition", "ing"}:
        i -= 1
    if tagged.kind(i - 1) != "determiner" and tagged.word(i - 1) not in {"its", "their", "his", "her"}:
        return start
    words = {tagged.word(k) for k in range(i, start - 1)}
    return i - 1 if words & TITLES and words.isdisjoint(WRITTEN) else start
