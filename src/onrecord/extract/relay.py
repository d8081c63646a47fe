"""Sentences to relay chains: through whom the words reached the page.

A relay is an outlet or agency that was told ("told the Orlen Herald"), that reported or cited ("TASS cited X as
saying", "the Post reported"), or that the page goes by ("according to"). All positions are token numbers.
"""

import re
from collections.abc import Iterable

from onrecord.extract.contents import Range
from onrecord.extract.drafts import Line
from onrecord.language import english
from onrecord.language.english_speech import DOCUMENTS, MEDIA_ENDINGS, MEDIA_NAMES, MEDIA_NOUNS, PUBLIC_LISTENERS
from onrecord.language.phrases import phrase_after

GIVEN_TO = {
    "broadcast": "by",
    "carried": "by",
    "comments": "to",
    "interview": "with",
    "interviewed": "by",
    "phone": "to",
    "remarks": "to",
    "reply": "to",
    "speaking": "to",
    "statement": "to",
}
"""Words for an occasion, and the preposition before the outlet it was given to."""


PEOPLE = english.PERSON_ROLES | english.PERSON_TITLES
"""Nouns that describe a person."""
LONGEST_SOURCE = 20
"""Tokens of a participle that tells more of a source: "a poll conducted by ..."."""
_DATELINE = re.compile(r"^[A-Z][^()\n]{2,60}\((?P<agency>[A-Z][\w .&-]{1,30})\)\s*[-–—]")


def media_names(lines: Iterable[Line], *names_given: str | None) -> frozenset[str]:
    """List, in lower case, the names that the page itself shows to be outlets: "the broadcaster Kanal Nord"."""
    names = {name.lower().removeprefix("the ") for name in names_given if name}
    for line in lines:
        dateline = _DATELINE.match(line.text[line.tagged.sentence.span.start : line.tagged.sentence.span.end])
        if dateline:
            names.add(dateline["agency"].lower())
        tagged = line.tagged
        if MEDIA_NOUNS.isdisjoint(tagged.words):  # as most sentences are
            continue
        for i, word in enumerate(tagged.words):
            if word in MEDIA_NOUNS and not tagged.tokens[i].capital:
                if tagged.kind(i + 1) == "name":
                    names.add(_name_from(line, i + 1))
                if tagged.kind(i - 1) == "name" and word == "agency":
                    names.add(tagged.word(i - 1))
                if word == "agency" and tagged.word(i - 1) == "news" and tagged.kind(i - 2) == "name":
                    names.add(tagged.word(i - 2))
    return frozenset(name for name in names if name)


def _name_from(line: Line, start: int) -> str:
    end = start
    while line.tagged.kind(end) == "name" and line.tagged.word(end) not in english.WEEKDAYS:
        end += 1
    end = _through_of(line, end)
    return " ".join(token.lower for token in line.tagged.tokens[start:end])


def _through_of(line: Line, end: int) -> int:
    """Give where a name ends that goes on behind "of": the Voice of Orlen."""
    tagged = line.tagged
    if not (end and tagged.tokens[end - 1].capital and tagged.word(end) == "of" and tagged.kind(end + 1) == "name"):
        return end
    end += 2
    while tagged.kind(end) == "name" and tagged.word(end) not in english.WEEKDAYS:
        end += 1
    return end


def is_media(line: Line, where: Range, known: frozenset[str]) -> bool:
    """Tell whether a noun phrase names an outlet, an agency or a station."""
    tokens = line.tagged.tokens[slice(*where)]
    words = [t.lower for t in tokens]
    if not words or set(words) & PUBLIC_LISTENERS:
        return False
    if any(word in MEDIA_NOUNS for word in words) and not set(words) & {"intelligence", "spy", "company", "space"}:
        return any(t.capital for t in tokens) or words[0] in {"a", "the", "local", "state"}
    if " ".join(w for w in words if w != "the") in known or (len(tokens) > 1 and any(f" {n} " in f" {' '.join(words)} " for n in known)):
        return True
    if any(t.capital and t.lower in MEDIA_NAMES for t in tokens):
        return True
    return any(t.text in MEDIA_ENDINGS for t in tokens[-1:]) and len([t for t in tokens if t.capital]) >= 2


def told_to(line: Line, audience: Range | None, start: int, end: int, known: frozenset[str]) -> Range | None:
    """Find the outlet that was told, in the audience or in the adverbials between two tokens."""
    if audience and is_media(line, audience, known):
        return _widened(line, audience)
    tagged = line.tagged
    for i, word in enumerate(tagged.words[start:end], start):
        wanted = GIVEN_TO.get(word)
        if wanted and i not in line.hidden:
            for k in range(i + 1, min(i + 4, len(line))):
                if tagged.word(k) == wanted:
                    where = (k + 1, phrase_after(tagged, k + 1))
                    if where[1] > where[0] and is_media(line, where, known):
                        return where[0], _through_of(line, where[1])
    return None


def _widened(line: Line, where: Range) -> Range:
    end = phrase_after(line.tagged, where[0], attach=False)
    return where[0], _through_of(line, max(end, where[1]))


def according_to(line: Line, i: int) -> tuple[Range, Range | None, int] | None:
    """Read "according to X, which cited Y" at token `i`: X, Y and where it ends; None when it is not that."""
    tagged = line.tagged
    if tagged.word(i) != "according" or tagged.word(i + 1) != "to" or i in line.hidden:
        return None
    end = _source_end(line, i + 2)
    if end == i + 2:
        return None
    cited = None
    stop = end
    k = end + 1 if tagged.word(end) == "," else end
    if tagged.word(k) in {"which", "who"} and tagged.word(k + 1) in {"cited", "quoted", "cites"}:
        k += 1
    if tagged.word(k) in {"citing", "cited", "quoting"} and k > end:
        last = phrase_after(tagged, k + 1)
        if last > k + 1:
            cited, stop = (k + 1, last), last
    return (i + 2, end), cited, stop


def _source_end(line: Line, start: int) -> int:
    """Find where the source behind "according to" ends: a noun phrase, those joined to it and its apposition."""
    tagged = line.tagged
    end = phrase_after(tagged, start)
    while tagged.word(end) == "and" and phrase_after(tagged, end + 1) > end + 1:
        further = phrase_after(tagged, end + 1)
        if tagged.kind(further) in {"auxiliary", "verb"}:
            break
        end = further
    if tagged.word(end) == "," and phrase_after(tagged, end + 1) > end + 1:
        further = phrase_after(tagged, end + 1)
        words = {t.lower for t in tagged.tokens[end + 1 : further]}
        if words & PEOPLE and tagged.kind(further) in {"", "mark"}:
            end = further
    if tagged.word(end) == "by" or tagged.kind(end) == "ed":  # "a poll conducted by ...", "a count by ..."
        stop = next((k for k in range(end, min(len(line), end + LONGEST_SOURCE)) if tagged.kind(k) == "mark"), None)
        return end if stop is None else stop
    return end


def cited_before_as(line: Line, start: int) -> tuple[Range, int] | None:
    """Read "Y, the Z, as saying" behind "cited": Y and the token of "as"; None when it is not that."""
    tagged = line.tagged
    for k in range(start + 1, min(len(line), start + 22)):
        if tagged.word(k) == "as" and tagged.word(k + 1) in {"saying", "telling", "adding", "warning"}:
            end = k - 1 if tagged.word(k - 1) == "," else k
            return ((start, end), k) if end > start else None
        if tagged.word(k) in {".", ";", "“"}:
            return None
    return None


def reported_noun(line: Line, i: int) -> tuple[Range, int] | None:
    """Read "a report by a radio station that ..." at the noun: who reported and where the content starts."""
    tagged = line.tagged
    if tagged.word(i + 1) not in {"by", "from"} or i in line.hidden:
        return None
    end = phrase_after(tagged, i + 2)
    if end == i + 2 or tagged.kind(end) != "that":
        return None
    return (i + 2, end), end + 1


def under_document(line: Line) -> tuple[Range, int] | None:
    """Read "Under the treaty, sealed in Orlen, ..." at the sentence's start: the document and where the content starts."""
    tagged = line.tagged
    if tagged.word(0) != "under":
        return None
    end = phrase_after(tagged, 1)
    if not {t.lower for t in tagged.tokens[1:end]} & DOCUMENTS:
        return None
    comma = next((i for i in range(end, len(line)) if tagged.word(i) == ","), None)
    if comma is not None and tagged.kind(comma + 1) == "ed":
        comma = next((i for i in range(comma + 1, len(line)) if tagged.word(i) == ","), None)
    return None if comma is None or comma + 1 >= len(line) else ((1, end), comma + 1)
