"""A verb of saying to its subject: before it, behind it, across an apposition, or behind "by".

All positions are token numbers within the sentence, `[start, end)`.
"""

from onrecord.language import english
from onrecord.language.phrases import Tagged, phrase_after, phrase_before

ROLES = english.PERSON_ROLES | english.ORGANISATION_NOUNS | english.PERSON_TITLES
PEOPLE = english.PERSON_ROLES | english.PERSON_TITLES
"""Nouns that describe a person."""
SPEAKERS = ROLES | english.GROUP_ROLES
TIMES, DATES, OPENERS = english.TIME_UNITS | english.MONTHS, english.WEEKDAYS | english.MONTHS, english.TIME_OPENERS | {"late"}
FARTHEST_APPOSITION = 40
"""Tokens between a subject's comma and its verb."""
FARTHEST_AGENT = 14
"""Tokens between a passive verb and its "by"."""
LONGEST_DATELINE = 16
"""Tokens before the dash that ends a dateline."""
LONGEST_INTRODUCTION = 30
"""Tokens before the comma that ends an introduction."""


def subject_before(tagged: Tagged, end: int) -> tuple[int, int] | None:
    """Find the subject whose verb group begins at `end`, past a day or an apposition that stands between."""
    end = _before_time(tagged, end)
    if tagged.word(end - 1) == ",":
        return _across_comma(tagged, end - 1)
    start = phrase_before(tagged, end)
    if start is None:
        return None
    if tagged.word(end - 1) in TIMES:  # "the tenants it has chased for two decades complained"
        return main_subject(tagged, end)
    if tagged.word(start) in {"who", "which", "that"} and start == end - 1:
        return _antecedent(tagged, start)
    if tagged.kind(start) == "pronoun" and start == end - 1 and tagged.word(start) not in english.SPEAKER_PRONOUNS:
        return None
    return _with_apposition(tagged, start, end)


def _before_time(tagged: Tagged, end: int) -> int:
    """Step back over a time between subject and verb: "on Sunday", "last week"."""
    if tagged.word(end - 1) in english.WEEKDAYS:
        return end - 2 if tagged.word(end - 2) == "on" else end - 1
    if tagged.word(end - 1) in english.DAY_PARTS and tagged.word(end - 2) in {"last", "this", "next"}:
        return end - 2
    return end


def main_subject(tagged: Tagged, before: int) -> tuple[int, int] | None:
    """Find the noun phrase that opens the sentence, past an introduction in commas; it must end before `before`."""
    start = _past_dateline(tagged)
    if tagged.kind(start) in {"preposition", "adverb", "subordinator", "ing"}:
        comma = next((i for i in range(start + 1, min(before, start + LONGEST_INTRODUCTION)) if tagged.word(i) == ","), None)
        start = start if comma is None else comma + 1
    end = phrase_after(tagged, start)
    while tagged.word(end) == "and" and phrase_after(tagged, end + 1) > end + 1:
        end = phrase_after(tagged, end + 1)
    if not start < end <= before or tagged.word(end - 1) in english.TIME_UNITS:
        return None
    if tagged.kind(start) == "pronoun" and tagged.word(start) not in english.SPEAKER_PRONOUNS:
        return None
    return start, end


def _past_dateline(tagged: Tagged) -> int:
    """Find where the first sentence of a dispatch begins behind "ORLEN, May 3 (APN) -"."""
    for i in range(2, min(len(tagged.tokens), LONGEST_DATELINE)):
        if tagged.word(i) in {"-", "–", "—"} and (tagged.word(i - 1) == ")" or tagged.tokens[0].text.isupper()):
            return i + 1 if tagged.tokens[i].start > tagged.tokens[i - 1].end else 0
    return 0


def _antecedent(tagged: Tagged, relative: int) -> tuple[int, int] | None:
    end = relative - 1 if tagged.word(relative - 1) == "," else relative
    start = phrase_before(tagged, end)
    return None if start is None else (start, end)


def _with_apposition(tagged: Tagged, start: int, end: int) -> tuple[int, int]:
    """Take in the name or role before a comma: "the mayor, Sten Orval", "Orval, the mayor"; not the end of a clause."""
    if tagged.word(start - 1) != ",":
        return start, end
    first = phrase_before(tagged, start - 1)
    if first is None or not _same_one(tagged, (first, start - 1), (start, end)):
        return start, end
    governed = tagged.word(first - 1) in english.PREPOSITIONS  # "as head of the board, Chairman Orlo said"
    return (first, end) if _clause_opens(tagged, first) and not governed else (start, end)


def _same_one(tagged: Tagged, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether of two phrases one can be a role and the other the name of who has it."""
    first_describes = {t.lower for t in tagged.tokens[slice(*one)]} & ROLES or tagged.kind(one[0]) in {"determiner", "number"}
    first_describes = first_describes or any(tagged.kind(k) == "possessive" for k in range(*one))
    described, named = (one, other) if first_describes else (other, one)
    owned = any(tagged.kind(k) == "possessive" for k in range(*described))
    told = (owned or tagged.kind(described[0]) in {"determiner", "number"}) and described[1] - described[0] > 1 and named[1] - named[0] > 1
    if not told and not {t.lower for t in tagged.tokens[slice(*described)]} & ROLES:
        return False
    return all(_in_name(tagged, k) for k in range(*named))


def _in_name(tagged: Tagged, i: int) -> bool:
    """Tell whether a word can stand in a name or before it: "81-year-old Ivo Tarn"; not a day or month."""
    if tagged.word(i) in DATES:
        return False
    return tagged.kind(i) in {"name", "possessive"} or "-year-old" in tagged.word(i)


def _across_comma(tagged: Tagged, comma: int) -> tuple[int, int] | None:
    """Find a subject that an apposition or relative clause in commas parts from its verb."""
    for k in range(comma - 1, max(-1, comma - FARTHEST_APPOSITION), -1):
        if tagged.word(k) in {"“", "”", ".", ";", ":"}:
            return None
        if tagged.word(k) != ",":
            continue
        start = phrase_before(tagged, k)
        if start is None or not _clause_opens(tagged, start) or tagged.kind(start) == "pronoun" or k - start == _numbers(tagged, start, k):
            continue
        if _apposed(tagged, k) or (tagged.kind(k + 1) != "conjunction" and _same_one(tagged, (start, k), (k + 1, comma))):
            return start, comma
    return None


def _numbers(tagged: Tagged, start: int, end: int) -> int:
    return sum(tagged.kind(k) == "number" for k in range(start, end))


def _apposed(tagged: Tagged, comma: int) -> bool:
    """Tell whether what follows a comma describes what stands before it: ", who runs ...", ", head of ...", ", 58"."""
    if tagged.word(comma + 1) in {"who", "whose", "which"}:
        return True
    if tagged.word(comma + 1) == "one" and tagged.word(comma + 2) == "of":
        return True
    words = {tagged.word(k) for k in range(comma + 1, comma + 7)}
    described = tagged.kind(comma + 1) in {"determiner", "noun", "name", "possessive"} and bool(words & SPEAKERS)
    return described or (tagged.kind(comma + 1) == "number" and tagged.word(comma + 2) == ",")  # ", 58,"


def _clause_opens(tagged: Tagged, start: int) -> bool:
    return start == 0 or tagged.kind(start - 1) in {"mark", "that", "conjunction", "subordinator", "adverb"}


def subject_after(tagged: Tagged, group: int, verb: int) -> tuple[int, int] | None:
    """Find the subject of an inverted verb: "..., said Tilda Orlo, who runs the quay"."""
    before = tagged.word(group - 1)
    if group != verb or tagged.word(verb) == "told" or not (before in {",", "”", '"', "’", "'", "?", "!"} or group == 0):
        return None
    end = phrase_after(tagged, verb + 1)
    if end == verb + 1 or tagged.word(verb + 1) in english.WEEKDAYS:
        return None
    if tagged.word(end) == "," and (_apposition_after(tagged, end + 1) or _name_after(tagged, (verb + 1, end))):
        end = phrase_after(tagged, end + 1)
    after = tagged.kind(end)
    if after in {"", "mark", "preposition", "adverb", "subordinator", "ing"} or tagged.word(end) in OPENERS:
        return verb + 1, end
    return None


def _name_after(tagged: Tagged, role: tuple[int, int]) -> bool:
    """Tell whether the name of who has a role stands behind it: "said the mayor, Sten Orval."."""
    name = role[1] + 1, phrase_after(tagged, role[1] + 1, attach=False)
    return name[1] - name[0] >= 2 and tagged.kind(name[1]) in {"", "mark"} and _same_one(tagged, role, name)


def _apposition_after(tagged: Tagged, start: int) -> bool:
    end = phrase_after(tagged, start)
    words = {t.lower for t in tagged.tokens[start:end]}
    return bool(words & PEOPLE) and tagged.kind(end) in {"", "mark"}


def agent_after(tagged: Tagged, start: int) -> tuple[int, int] | None:
    """Find who did it behind a passive: the phrase after "by", within the clause."""
    for k in range(start, min(len(tagged.tokens), start + FARTHEST_AGENT)):
        if tagged.kind(k) == "mark" or tagged.kind(k) in {"that", "subordinator"}:
            return None
        if tagged.word(k) == "by":
            end = phrase_after(tagged, k + 1)
            while tagged.word(end) == "and" and phrase_after(tagged, end + 1) > end + 1:
                end = phrase_after(tagged, end + 1)
            return (k + 1, end) if end > k + 1 and tagged.kind(k + 1) != "number" else None
    return None
