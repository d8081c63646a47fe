"""A tagged sentence to its cues: the verbs that make somebody's words of a clause, each with its subject.

All positions are token numbers within the sentence, `[start, end)`.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.extract.acts import NEGATED
from onrecord.extract.subjects import agent_after, main_subject, subject_after, subject_before
from onrecord.language import english
from onrecord.language.english_speech import CUES, DOCUMENT_CUES, DOCUMENTS, NOUNS_TOO
from onrecord.language.phrases import ATTACHING, Tagged, phrase_before, skip_time
from onrecord.model import Act

SubjectKind = Literal["phrase", "inverted", "shared", "agent", "none"]
"""Where the subject stands: before the verb, after it, with an earlier verb of the sentence, behind "by", nowhere."""

BE = frozenset("am are be been being is was were".split())
NEGATIONS = frozenset("can't cannot couldn't didn't don't doesn't hadn't hasn't haven't never not won't wouldn't".split())
MODALS = frozenset("can cannot can't could couldn't did didn't do does doesn't don't will won't would wouldn't".split())
BARE_TOO = frozenset("accuse argue believe claim deny expect fear hope insist say think warn".split())
"""Lemmas whose bare form is met as a present tense of many speakers: "the rebels say"."""
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
_TELLING = LEXICON.keys() | DOCUMENT_CUES | CONFIRMING | {"neither", "never"}


def find_cues(tagged: Tagged, hidden: frozenset[int]) -> tuple[Cue, ...]:
    """Find the cues of a sentence in order; `hidden` are the tokens inside quotations, where none is looked for."""
    found: list[Cue] = []
    taken = 0
    for i, word in enumerate(tagged.words):
        if word not in _TELLING or i in hidden or i < taken:
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
    if entry is None or (tagged.tokens[i].capital and i > 0 and tagged.tokens[i - 1].text not in '“"•'):
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
    known = entry.lemma in BARE_TOO or (entry.frame in {"clause", "matter"} and tagged.kind(verb + 1) == "that")
    return known and (group == verb or entry.lemma == "say") and _many(tagged, group)


def _many(tagged: Tagged, end: int) -> bool:
    """Tell whether the subject that ends at `end` can be several speakers: "the rebels say", "aides to Orval say"."""
    start = phrase_before(tagged, end)
    if start is None:
        return False
    if tagged.kind(start) == "pronoun":
        return tagged.word(start) in {"i", "they", "we", "who", "you"}
    limit = next((k for k in range(start + 1, end) if tagged.word(k) in ATTACHING), end)
    head = tagged.word(limit - 1)
    if any(tagged.word(k) == "and" for k in range(start, end)) or tagged.kind(limit - 1) == "number":
        return True
    plural = tagged.kind(limit - 1) == "noun" and head.endswith("s")
    return plural or head in english.GROUP_ROLES or head in {"half", "many", "some", "others", "most", "both"}


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
    if (
        start is not None
        and tagged.word(start - 1) == "with"
        and (tagged.kind(i + 1) == "that" or tagged.word(i + 1) in {":", "“", '"', ","})
    ):
        return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, (start, group), "phrase", participle=True)
    if any(tagged.word(k) in BE for k in range(group, i)) and start is not None:
        return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, (start, group), "phrase")
    hangs = before in {",", "—", "–", "-", "and", "by", "but"} or (tagged.kind(group - 1) == "mark" and before not in {"(", "’"})
    hangs = hangs or (entry.lemma == "say" and tagged.kind(group - 1) == "noun" and tagged.kind(i + 1) not in {"mark", "preposition"})
    if not hangs or group == 0:
        return None
    return Cue(entry.lemma, entry.frame, entry.act, group, i, i + 1, None, "shared", participle=True)


def _with_subject(tagged: Tagged, entry: _Entry, i: int, group: int, hidden: frozenset[int]) -> Cue | None:
    words = {tagged.word(k) for k in range(group, i)}
    make = _Maker(tagged, entry, group, i, bool(words & NEGATIONS))
    if words & BE:
        return None if entry.lemma in UNSPOKEN else _passive(tagged, make)
    if tagged.word(i - 1) == "to" or (entry.lemma == "say" and tagged.word(i + 1) == "to"):
        return None  # "... said to be empty"
    reduced = (
        agent_after(tagged, skip_time(tagged, i + 1)) if tagged.word(skip_time(tagged, i + 1)) == "by" and tagged.kind(i) == "ed" else None
    )
    if reduced is not None:  # "This fare, announced Friday by the council"
        return make.cue(reduced, "agent", passive=True)
    subject = subject_before(tagged, group)
    if subject is not None and {tagged.word(subject[0]), tagged.word(subject[0] - 1)} & {"if", "unless", "neither", "nor", "whether"}:
        return None  # nobody has said it
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
    return bare and tagged.kind(verb) == "ed" and tagged.kind(verb + 1) in {"noun", "name"}


def _without_subject_before(tagged: Tagged, make: "_Maker") -> Cue | None:
    inverted = subject_after(tagged, make.group, make.verb)
    if inverted is not None:
        return make.cue(inverted, "inverted")
    if tagged.kind(make.group - 1) == "conjunction":
        return make.cue(None, "shared")
    if tagged.kind(make.group - 1) == "mark" and tagged.word(make.group - 1) in {",", "”", '"', "’", "'"}:
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
            act = NEGATED.get(act, act)
            frame = "refusal" if act == "decline" else frame
        end = self.verb + 1
        if self.entry.lemma == "call" and self.tagged.word(end) in {"on", "for"}:
            frame, act, end = ("address" if self.tagged.word(end) == "on" else "matter"), "demand", end + 1
        return Cue(self.entry.lemma, frame, act, self.group, self.verb, end, subject, kind, passive=passive)


def _passive(tagged: Tagged, make: _Maker) -> Cue | None:
    """Read "was denied by the firm", "was quoted as saying", "it has been reported"."""
    entry, verb = make.entry, make.verb
    subject = subject_before(tagged, make.group)
    if entry.frame == "relay":
        return make.cue(subject, "phrase", passive=True) if subject and tagged.word(verb + 1) == "as" else None
    agent = agent_after(tagged, verb + 1)
    if agent is not None:
        return make.cue(agent, "agent", passive=True)
    if entry.lemma in {"report", "claim", "allege"} and subject and tagged.word(subject[0]) == "it":
        return make.cue(None, "none", passive=True)
    return None


def _is_document(tagged: Tagged, subject: tuple[int, int]) -> bool:
    return bool({t.lower for t in tagged.tokens[slice(*subject)]} & DOCUMENTS)


def _neither(tagged: Tagged, i: int) -> Cue | None:
    """Read "neither confirmed nor denied", "could not yet verify", "was never acknowledged by"."""
    double = tagged.word(i) in {"neither", "never"} and tagged.word(i + 1) in CONFIRMING and tagged.word(i + 2) in {"nor", "or"}
    single = tagged.word(i) in CONFIRMING and _unverified(tagged, i)
    if not double and not single:
        return None
    verb = i + 1 if double else i
    group = _group_start(tagged, verb - 2 if tagged.word(verb - 1) == "to" else verb)
    if single and _passive_group(tagged, group, verb):
        agent = agent_after(tagged, verb + 1)
        subject = subject_before(tagged, group)
        return (
            Cue("confirm", "matter", "neither", group, verb, verb + 1, agent or None, "agent" if agent else "none", passive=True)
            if (agent or subject or tagged.kind(group - 1) == "conjunction")
            else None
        )
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
