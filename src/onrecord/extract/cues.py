"""A tagged sentence to its cues: the verbs that make somebody's words of a clause, each with its subject.

All positions are token numbers within the sentence, `[start, end)`.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.language import english
from onrecord.language.english_speech import CUES, DOCUMENT_CUES, DOCUMENTS, NOUNS_TOO
from onrecord.language.phrases import Tagged, phrase_after, phrase_before, skip_time
from onrecord.model import Act

SubjectKind = Literal["phrase", "inverted", "shared", "agent", "none"]
"""Where the subject stands: before the verb, after it, with an earlier verb of the sentence, behind "by", nowhere."""

BE = frozenset("am are be been being is was were".split())
NEGATIONS = frozenset("can't cannot couldn't didn't don't doesn't hadn't hasn't haven't never not won't wouldn't".split())
MODALS = frozenset("can cannot can't could couldn't did didn't do does doesn't don't will won't would wouldn't".split())
BARE_TOO = frozenset("say believe claim deny insist argue think warn accuse".split())
"""Lemmas whose bare form is met as a present tense of many speakers: "the rebels say"."""
ROLES = english.PERSON_ROLES | english.ORGANISATION_NOUNS | english.PERSON_TITLES
UNSPOKEN = frozenset("believe expect fear hope say think".split())
"""Lemmas whose passive leaves open who: "it is believed"."""
CONFIRMING = frozenset("confirm confirmed confirms verify verified acknowledge acknowledged corroborate corroborated".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """One verb of saying and its subject."""

    lemma: str
    frame: str
    act: Act
    group: int
    """First token of the verb group, auxiliaries included."""
    verb: int
    """Token of the verb itself."""
    end: int
    """One past the last token of the cue."""
    subject: tuple[int, int] | None
    """The subject's tokens; None when it is shared or not told."""
    kind: SubjectKind
    """Where the subject stands."""
    participle: bool = False
    """Whether it hangs on an earlier verb: "..., adding that"."""
    passive: bool = False
    """Whether the subject is what is said or done, not who says it."""

    @property
    def start(self) -> int:
        """First token of subject and verb together."""
        return min(self.group, self.subject[0]) if self.subject and self.kind != "agent" else self.group

    @property
    def stop(self) -> int:
        """One past the last token of subject and verb together."""
        return max(self.end, self.subject[1]) if self.subject and self.kind != "agent" else self.end


@dataclass(frozen=True, slots=True)
class _Entry:
    lemma: str
    frame: str
    act: Act
    bare: bool


def _lexicon() -> dict[str, _Entry]:
    forms: dict[str, _Entry] = {}
    for lemma, frame, act, words in CUES:
        for word in words.split():
            forms[word] = _Entry(lemma, frame, act, bare=False)
        forms.setdefault(lemma, _Entry(lemma, frame, act, bare=True))
    return forms


LEXICON = _lexicon()


def find_cues(tagged: Tagged, hidden: frozenset[int]) -> tuple[Cue, ...]:
    """Find the cues of a sentence in order; `hidden` are the tokens inside quotations, where none is looked for."""
    found: list[Cue] = []
    taken = 0
    for i in range(len(tagged.tokens)):
        if i in hidden or i < taken:
            continue
        cue = _neither(tagged, i) or _cue_at(tagged, i, hidden)
        if cue:
            found.append(cue)
            taken = cue.end
    return tuple(found)


def _cue_at(tagged: Tagged, i: int, hidden: frozenset[int]) -> Cue | None:
    entry = LEXICON.get(tagged.word(i))
    if entry is None and tagged.word(i) in DOCUMENT_CUES:
        entry = _Entry("read", "document", "assert", bare=False)
    if entry is None or tagged.tokens[i].capital and i > 0 and tagged.tokens[i - 1].text not in "“\"•":
        return None
    group = _group_start(tagged, i)
    if entry.bare and not _bare_allowed(tagged, entry, group, i):
        return None
    if tagged.word(i) in NOUNS_TOO and not _verb_can_stand(tagged, i, group):
        return None
    if tagged.word(i).endswith("ing"):
        return _participle(tagged, entry, i, group)
    return _with_subject(tagged, entry, i, group, hidden)


def _group_start(tagged: Tagged, verb: int) -> int:
    """Find the first auxiliary or adverb that belongs to the verb."""
    i = verb
    while tagged.kind(i - 1) in {"auxiliary", "adverb"} or tagged.word(i - 1) in {"either", "neither"}:
        i -= 1
    return i


def _bare_allowed(tagged: Tagged, entry: _Entry, group: int, verb: int) -> bool:
    words = {tagged.word(k) for k in range(group, verb)}
    if words & MODALS:
        return entry.lemma in {"say", "confirm", "comment", "deny"} and bool(words & (NEGATIONS | {"can"}))
    return entry.lemma in BARE_TOO and (group == verb or entry.lemma == "say") and _many(tagged, group - 1)


def _many(tagged: Tagged, i: int) -> bool:
    """Tell whether the word before a bare form can be several speakers: "the rebels say"."""
    word, kind = tagged.word(i), tagged.kind(i)
    if kind == "pronoun":
        return word in {"i", "they", "we", "who", "you", "many", "some"}
    if word in {"many", "some", "others", "most", "critics", "both"} or word in english.GROUP_ROLES:
        return True
    if kind == "noun":
        return word.endswith("s") and not tagged.tokens[i].capital
    return kind == "name" and any(tagged.word(k) == "and" for k in range(max(0, i - 6), i))


def _verb_can_stand(tagged: Tagged, i: int, group: int) -> bool:
    """Tell whether a word that is as often a noun is a verb here."""
    before = tagged.kind(group - 1)
    if group < i and any(tagged.kind(k) == "auxiliary" for k in range(group, i)):
        return True
    if before in {"determiner", "preposition", "possessive", "number"} or group == 0:
        return False
    if tagged.kind(i + 1) in {"auxiliary", "verb"} or tagged.word(i + 1) in {"of", "from", "between", "about"}:
        return False
    return tagged.kind(i + 1) in {"determiner", "that", "pronoun", "name", "number", "noun", "mark", "ed", "preposition", "adverb"}


def _participle(tagged: Tagged, entry: _Entry, i: int, group: int) -> Cue | None:
    before = tagged.word(group - 1)
    start = phrase_before(tagged, group)
    if start is not None and tagged.word(start - 1) == "with":
        return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, (start, group), "phrase", participle=True)
    if any(tagged.word(k) in BE for k in range(group, i)) and start is not None:
        return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, (start, group), "phrase")
    hangs = before in {",", "—", "–", "-", "and", "by", "but"} or tagged.kind(group - 1) == "mark" and before not in {"(", "’"}
    hangs = hangs or (entry.lemma == "say" and tagged.kind(group - 1) == "noun" and tagged.kind(i + 1) not in {"mark", "preposition"})
    if not hangs or group == 0:
        return None
    return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, None, "shared", participle=True)


def _with_subject(tagged: Tagged, entry: _Entry, i: int, group: int, hidden: frozenset[int]) -> Cue | None:
    words = {tagged.word(k) for k in range(group, i)}
    make = _Maker(tagged, entry, group, i, bool(words & NEGATIONS))
    if words & BE:
        return None if entry.lemma in UNSPOKEN else _passive(tagged, make)
    if tagged.word(i - 1) in {"to"}:
        return None
    reduced = _agent(tagged, skip_time(tagged, i + 1)) if tagged.word(skip_time(tagged, i + 1)) == "by" and tagged.kind(i) == "ed" else None
    if reduced is not None:  # "This step, announced Monday by the court"
        return make.cue(reduced, "agent", passive=True)
    subject = subject_before(tagged, group)
    if subject is not None and not (set(range(*subject)) & hidden) and not _adjective(tagged, subject, i):
        if entry.frame == "document" and not _is_document(tagged, subject):
            return None
        return make.cue(subject, "phrase")
    if entry.frame == "document" or subject is not None:
        return None
    return _without_subject_before(tagged, make)


def _adjective(tagged: Tagged, subject: tuple[int, int], verb: int) -> bool:
    """Tell whether a word in -ed only describes the noun behind it: "the first confirmed case"."""
    bare = all(tagged.kind(k) in {"determiner", "number"} or tagged.word(k) in {"first", "last", "latest", "next"} for k in range(*subject))
    return bare and tagged.kind(verb) == "ed" and tagged.kind(verb + 1) in {"noun", "name"} and tagged.kind(subject[0]) == "determiner"


def _without_subject_before(tagged: Tagged, make: "_Maker") -> Cue | None:
    inverted = _subject_after(tagged, make.group, make.verb)
    if inverted is not None:
        return make.cue(inverted, "inverted")
    if tagged.kind(make.group - 1) == "conjunction":
        return make.cue(None, "shared")
    if tagged.kind(make.group - 1) == "mark" and tagged.word(make.group - 1) in {",", "”", '"', "’"}:
        main = main_subject(tagged, make.group)
        return make.cue(main, "phrase") if main else make.cue(None, "shared")
    return None


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the cue of one verb once its subject is known."""

    tagged: Tagged
    entry: _Entry
    group: int
    verb: int
    negated: bool

    def cue(self, subject: tuple[int, int] | None, kind: SubjectKind, *, passive: bool = False) -> Cue:
        """Make the cue, its act turned where it is negated."""
        act, frame = self.entry.act, self.entry.frame
        if self.negated:
            act = {"confirm": "neither", "deny": "neither", "assert": "decline"}.get(act, act)  # type: ignore[assignment]
            frame = "refusal" if act == "decline" else frame
        end = self.verb + 1
        if self.entry.lemma == "call" and self.tagged.word(end) in {"on", "for"}:
            frame, act, end = ("address" if self.tagged.word(end) == "on" else "matter"), "demand", end + 1
        return Cue(self.entry.lemma, frame, act, self.group, self.verb, end, subject, kind, passive=passive)


def subject_before(tagged: Tagged, end: int) -> tuple[int, int] | None:
    """Find the subject whose verb group begins at `end`, past a day or an apposition that stands between."""
    end = _before_time(tagged, end)
    if tagged.word(end - 1) == ",":
        return _across_comma(tagged, end - 1)
    start = phrase_before(tagged, end)
    if start is None:
        return None
    if tagged.word(end - 1) in english.TIME_UNITS | english.MONTHS:  # "the rebels it has fought for five years accused"
        return main_subject(tagged, end)
    if tagged.word(start) in {"who", "which", "that"} and start == end - 1:
        return _antecedent(tagged, start)
    if tagged.kind(start) == "pronoun" and tagged.word(start) not in english.SPEAKER_PRONOUNS:
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
        comma = next((i for i in range(start + 1, min(before, start + 16)) if tagged.word(i) == ","), None)
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
    for i in range(2, min(len(tagged.tokens), 16)):
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
    return (first, end) if _clause_opens(tagged, first) else (start, end)


def _same_one(tagged: Tagged, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether of two phrases one can be a role and the other the name of who has it."""
    described, named = (one, other) if {t.lower for t in tagged.tokens[slice(*one)]} & ROLES else (other, one)
    if not {t.lower for t in tagged.tokens[slice(*described)]} & ROLES:
        return False
    return all(tagged.kind(k) in {"name", "possessive"} and tagged.word(k) not in english.WEEKDAYS | english.MONTHS for k in range(*named))


def _across_comma(tagged: Tagged, comma: int) -> tuple[int, int] | None:
    """Find a subject that an apposition or relative clause in commas parts from its verb."""
    for k in range(comma - 1, max(-1, comma - 40), -1):
        if tagged.word(k) in {"“", "”", ".", ";", ":"}:
            return None
        if tagged.word(k) != ",":
            continue
        start = phrase_before(tagged, k)
        if start is None or not _clause_opens(tagged, start) or tagged.kind(start) == "pronoun":
            continue
        if _apposed(tagged, k) or _same_one(tagged, (start, k), (k + 1, comma)):
            return start, comma
    return None


def _apposed(tagged: Tagged, comma: int) -> bool:
    """Tell whether what follows a comma describes what stands before it: ", who runs ...", ", head of ...", ", 58"."""
    if tagged.word(comma + 1) in {"who", "whose", "which"}:
        return True
    words = {tagged.word(k) for k in range(comma + 1, comma + 7)}
    described = tagged.kind(comma + 1) in {"determiner", "noun", "name", "possessive"} and bool(words & (ROLES | english.GROUP_ROLES))
    return described or tagged.kind(comma + 1) == "number"


def _clause_opens(tagged: Tagged, start: int) -> bool:
    return start == 0 or tagged.kind(start - 1) in {"mark", "that", "conjunction", "subordinator", "adverb"}


def _subject_after(tagged: Tagged, group: int, verb: int) -> tuple[int, int] | None:
    """Find the subject of an inverted verb: "..., said Nadia Orlo, who runs the quay"."""
    before = tagged.word(group - 1)
    if group != verb or tagged.word(verb) == "told" or not (before in {",", "”", '"', "’", "?", "!"} or group == 0):
        return None
    end = phrase_after(tagged, verb + 1)
    if end == verb + 1 or tagged.word(verb + 1) in english.WEEKDAYS:
        return None
    if tagged.word(end) == "," and _apposition_after(tagged, end + 1):
        end = phrase_after(tagged, end + 1)
    after = tagged.kind(end)
    if after in {"", "mark", "preposition", "adverb", "subordinator", "ing"} or tagged.word(end) in english.TIME_OPENERS | {"late"}:
        return verb + 1, end
    return None


def _apposition_after(tagged: Tagged, start: int) -> bool:
    end = phrase_after(tagged, start)
    words = {t.lower for t in tagged.tokens[start:end]}
    return bool(words & (english.PERSON_ROLES | english.PERSON_TITLES)) and tagged.kind(end) in {"", "mark"}


def _passive(tagged: Tagged, make: _Maker) -> Cue | None:
    """Read "was denied by the firm", "was quoted as saying", "it has been reported"."""
    entry, verb = make.entry, make.verb
    subject = subject_before(tagged, make.group)
    if entry.frame == "relay":
        return make.cue(subject, "phrase", passive=True) if subject and tagged.word(verb + 1) == "as" else None
    agent = _agent(tagged, verb + 1)
    if agent is not None:
        return make.cue(agent, "agent", passive=True)
    if entry.lemma in {"report", "claim", "allege"} and subject and tagged.word(subject[0]) == "it":
        return make.cue(None, "none", passive=True)
    return None


def _agent(tagged: Tagged, start: int) -> tuple[int, int] | None:
    """Find who did it behind a passive: the phrase after "by", within the clause."""
    for k in range(start, min(len(tagged.tokens), start + 14)):
        if tagged.kind(k) == "mark" or tagged.kind(k) in {"that", "subordinator"}:
            return None
        if tagged.word(k) == "by":
            end = phrase_after(tagged, k + 1)
            while tagged.word(end) == "and" and phrase_after(tagged, end + 1) > end + 1:
                end = phrase_after(tagged, end + 1)
            return (k + 1, end) if end > k + 1 and tagged.kind(k + 1) != "number" else None
    return None


def _is_document(tagged: Tagged, subject: tuple[int, int]) -> bool:
    return bool({t.lower for t in tagged.tokens[slice(*subject)]} & DOCUMENTS)


def _neither(tagged: Tagged, i: int) -> Cue | None:
    """Read "neither confirmed nor denied", "could not independently verify", "has not been acknowledged by"."""
    double = tagged.word(i) in {"neither", "never"} and tagged.word(i + 1) in CONFIRMING and tagged.word(i + 2) in {"nor", "or"}
    single = tagged.word(i) in CONFIRMING and _unverified(tagged, i)
    if not double and not single:
        return None
    verb = i + 1 if double else i
    group = _group_start(tagged, verb - 2 if tagged.word(verb - 1) == "to" else verb)
    if single and _passive_group(tagged, group, verb):
        agent = _agent(tagged, verb + 1)
        subject = subject_before(tagged, group)
        return Cue("confirm", "matter", "neither", group, verb, verb + 1, agent or None, "agent" if agent else "none", passive=True) if (
            agent or subject or tagged.kind(group - 1) == "conjunction"
        ) else None
    chosen = subject_before(tagged, group)
    end = verb + 3 if double else verb + 1
    kind: SubjectKind = "phrase" if chosen else "shared"
    return Cue("confirm", "matter", "neither", group, verb, end, chosen, kind)


def _unverified(tagged: Tagged, verb: int) -> bool:
    group = _group_start(tagged, verb)
    words = {tagged.word(k) for k in range(group, verb)}
    if words & NEGATIONS or "cannot" in words:
        return True
    return tagged.word(verb - 1) == "to" and tagged.word(verb - 2) in {"able", "unable"}


def _passive_group(tagged: Tagged, group: int, verb: int) -> bool:
    return any(tagged.word(k) in BE for k in range(group, verb)) and tagged.word(verb).endswith("ed")
