"""One sentence to drafts of statements: each cue joined to its content, relays attached, nothing read twice."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.acts import refusal_lead
from onrecord.extract.contents import (
    Complement,
    Range,
    Reading,
    complement,
    ends_quoted,
    following_end,
    is_introduction,
    leads_up,
    preceding_start,
    set_off,
)
from onrecord.extract.cues import Cue, find_cues
from onrecord.extract.drafts import QUOTE_MARKS, Draft, Line
from onrecord.extract.frames import FRAMES, PASSIVES, read_passive
from onrecord.extract.relay import according_to, cited_before_as, is_media, reported_noun, told_to, under_document
from onrecord.extract.subjects import main_subject
from onrecord.language.english_speech import MEASURED, REPORT_NOUNS
from onrecord.language.phrases import phrase_after
from onrecord.model import Act, Span

NEXT_TO_QUOTE = frozenset({"quote", "that"})
"""Frames that report speech only next to a quotation or a "that": wrote, posted, agreed."""
DOES_TOO = frozenset("add admit claim note post recall repeat rule state".split())
"""Lemmas that need not report speech when no clause follows."""
POINTERS = frozenset("it that them these this those".split())
"""Pronouns that tell nothing of what is neither confirmed nor denied."""
SHORTEST_LEAD = 5
"""Tokens before "police said" below which they lead up to it and are not what police said."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the page knows that a sentence does not."""

    media: frozenset[str]
    """Names the page shows to be outlets, in lower case."""


def draft_sentence(line: Line, number: int, context: Context) -> tuple[Draft, ...]:
    """Draft the statements of one sentence, in the order of their contents."""
    reader = _Reader(line, number, context)
    reader.read()
    return tuple(sorted(reader.drafts, key=lambda draft: draft.content))


def _says_nothing(line: Line, pieces: Sequence[Span]) -> bool:
    """Tell whether a content is a pronoun and no more."""
    return len(pieces) == 1 and pieces[0].of(line.text).lower() in POINTERS


class _Reader:
    """Collects the drafts of one sentence while its cues are read from left to right."""

    def __init__(self, line: Line, number: int, context: Context) -> None:
        self.line = line
        self.number = number
        self.context = context
        self.cues: Sequence[Cue] = find_cues(line.tagged, line.hidden)
        self.drafts: list[Draft] = []
        self.subject: Span | None = None
        """Mention of the last subject, for verbs that share it."""
        self.inside = 0
        """One past the last token known to be content: a cue before it stands in somebody's words."""
        self.floor = 0
        """One past the last token that no later content can take in."""

    def read(self) -> None:
        """Read every cue, then what goes by "according to", by documents and by nouns."""
        for cue in self.cues:
            if cue.verb >= self.inside:
                self._read(cue)
        for i, word in enumerate(self.line.tagged.words):
            if word == "according":
                self._read_according(i)
            elif word in REPORT_NOUNS:
                self._read_noun(i)
        if not self.drafts:
            self._read_document()
        elif self.line.tagged.word(0) == "citing":  # "Citing the mayor, the Post reported"
            self._pass_on(1)

    def _read(self, cue: Cue) -> None:
        if cue.frame == "relay":
            self._read_relay(cue)
        elif cue.passive:
            self._read_passive(cue)
        elif ((cue.frame in FRAMES or cue.lemma in MEASURED) and self._fill(cue)) or not self._may_report_clause(cue):
            return
        elif self._plain(cue):
            self._read_clause(cue)

    def _may_report_clause(self, cue: Cue) -> bool:
        """Tell whether a cue whose own frame is not filled can still report a clause: “Why?” he asked."""
        if cue.lemma == "ask":
            return set_off(self.line, cue.start) and ends_quoted(self.line, cue.start)
        return cue.frame not in {"target", "address", "label", "refusal", "measure"}

    def _fill(self, cue: Cue) -> bool:
        filled = FRAMES["measure" if cue.lemma in MEASURED else cue.frame](self.line, cue, self.cues)
        if filled is None:
            return False
        self._add(cue, *filled)
        return True

    def _plain(self, cue: Cue) -> bool:
        """Tell whether a cue can be read as reporting a clause here."""
        found = complement(self.line, cue)
        quoted_before = set_off(self.line, cue.start) and ends_quoted(self.line, cue.start)
        next_to = found.start is not None and (self._goes_on(found.start) or self.line.tagged.kind(found.start - 1) == "that")
        if cue.frame in NEXT_TO_QUOTE:
            return next_to or quoted_before
        if cue.frame == "infinitive":
            own = self.line.tagged.word(cue.end) in {"he", "she", "it", "they", "we"}
            return next_to or own or set_off(self.line, cue.start)
        return True

    # Plain clauses.

    def _read_clause(self, cue: Cue) -> None:
        if self._relays(cue):
            return
        reading = self._arranged(cue)
        if cue.lemma in DOES_TOO and reading.after and not self._has_verb(reading.after):
            return  # "the clinic has admitted 22 people", "it adds years"
        if reading.after and not reading.before and self._empty(reading.after):
            return
        if reading.before is not None or reading.after is not None:
            self._add(cue, reading, cue.act)

    def _has_verb(self, where: Range) -> bool:
        """Tell whether a content holds a verb, or words in quotation marks."""
        tagged = self.line.tagged
        return tagged.kind(where[0]) == "ing" or any(
            k in self.line.hidden or (tagged.kind(k) in {"auxiliary", "verb", "ed", "possessive"} and tagged.word(k) != "to")
            for k in range(*where)
        )

    def _empty(self, where: Range) -> bool:
        """Tell whether the words say nothing: "said nothing", "said so"."""
        return where[1] - where[0] <= 2 and self.line.tagged.word(where[0]) in {"little", "much", "no", "nothing", "so"}

    def _relays(self, cue: Cue) -> bool:
        """Attach a reporting clause to the attribution that stands before it: "Orval said X, the Post reported"."""
        line = self.line
        if not self.drafts or cue.subject is None or cue.lemma not in {"report", "say"} or not set_off(line, cue.start):
            return False
        last = self.drafts[-1]
        if not last.cue or last.cue[0].end > line.tagged.tokens[cue.start].start or complement(line, cue).start is not None:
            return False
        if not 0 <= cue.start - self.floor <= 1:  # a comma at most between what is said and who passes it on
            return False
        if is_media(line, cue.subject, self.context.media) or cue.lemma == "report":
            mention = line.span(*cue.subject)
            self.drafts = [replace(d, via=(*d.via, mention)) for d in self.drafts]
        return True  # else told twice: "the club, who said that X, the league said"

    def _arranged(self, cue: Cue) -> Reading:
        """Decide whether the content stands before the cue, behind it, or on both sides."""
        found = complement(self.line, cue)
        after = None
        if found.start is not None and found.start < len(self.line):
            after = (found.start, following_end(self.line, found.start, self.cues, cue))
        elif self.line.tagged.word(cue.start - 1) == "as" and self.line.tagged.word(found.tail) == ",":  # "As the Post reported, ..."
            after = (found.tail + 1, following_end(self.line, found.tail + 1, self.cues, cue))
        before = self._before(cue, found)
        if before and after and not self._goes_on(found.start):
            after = None
        if before and found.start is None and self._parts(before, found.tail):
            after = (found.tail + 1, following_end(self.line, found.tail + 1, self.cues, cue))
            before = None if leads_up(self.line, before[0]) else before
        return Reading(cue, before, after, found.audience, found.tail)

    def _parts(self, before: Range, comma: int) -> bool:
        """Tell whether a reporting clause in commas stands within the words it reports: "The rescue, she said, was late"."""
        tagged = self.line.tagged
        if tagged.word(comma) != "," or comma + 2 >= len(self.line) or any(c.group == comma + 1 for c in self.cues):
            return False
        if before[1] - 1 in self.line.hidden or tagged.word(comma + 1) in {
            "according",
            "citing",
            "and",
            "but",
            "while",
            "as",
            "which",
            "who",
        }:
            return False
        opens = tagged.kind(comma + 1) in {"auxiliary", "verb", "that", "ed"}
        return opens or is_introduction(self.line, *before) or not self._has_verb(before)

    def _before(self, cue: Cue, found: Complement) -> Range | None:
        """Find the content before a cue; None when what stands there only leads up to it."""
        line = self.line
        if cue.participle or cue.start < 2 or not set_off(line, cue.start):
            return None
        start = preceding_start(line, cue, self.floor)
        end = cue.start - 1 if line.tagged.word(cue.start - 1) == "," else cue.start
        if start >= end:
            return None
        quoted = ends_quoted(line, cue.start)
        if found.start is None:
            leads = end - start < SHORTEST_LEAD and is_introduction(line, start, end)
            return (start, end) if quoted or not leads or self._parts((start, end), found.tail) else None
        if self._goes_on(found.start):
            return (start, end) if quoted or not is_introduction(line, start, end) else None
        return (start, end) if quoted and line.tagged.word(start) in QUOTE_MARKS and cue.frame != "listener" else None

    def _goes_on(self, start: int | None) -> bool:
        """Tell whether what stands behind a cue is a quotation."""
        if start is None:
            return False
        return start in self.line.hidden or (self.line.tagged.word(start) in {":", ","} and start + 1 in self.line.hidden)

    # Passives and relays.

    def _read_passive(self, cue: Cue) -> None:
        if cue.kind == "none":
            reading = self._arranged(cue) if cue.act != "neither" else None
            if reading and (reading.before or reading.after):
                self._add(cue, reading, cue.act)
            return
        filled = PASSIVES.get(cue.frame, read_passive)(self.line, cue, self.cues)
        if filled is not None and cue.lemma not in {"say", "ask"}:
            self._add(cue, *filled)

    def _read_relay(self, cue: Cue) -> None:
        """Read "X cited Y as saying", "they were quoted as saying" and "..., citing Y"."""
        if cue.participle:
            self._read_citing(cue)
        elif cue.passive and cue.subject:
            by = phrase_after(self.line.tagged, cue.end + 3) if self.line.tagged.word(cue.end + 2) == "by" else 0
            self._add_relayed(cue, cue.subject, (cue.end + 3, by) if by > cue.end + 3 else None, cue.end + 2)
        else:
            named = cited_before_as(self.line, cue.end)
            if named is not None and cue.subject is not None:
                self._add_relayed(cue, named[0], cue.subject, named[1] + 2)

    def _add_relayed(self, cue: Cue, speaker: Range, relay: Range | None, start: int) -> None:
        """Add a statement whose words somebody else passed on; `start` is the first token behind "as saying"."""
        line = self.line
        frame = "listener" if line.tagged.word(start - 1) == "telling" else "clause"
        whole = replace(cue, frame=frame, end=start, kind="phrase", subject=(min(speaker[0], cue.start), start), group=cue.start)
        reading = self._arranged(whole)
        if reading.before is None and reading.after is None:
            return
        passer = told_to(line, reading.audience, start, start, self.context.media)
        via = tuple(line.span(*r) for r in (passer, relay) if r)
        said = replace(whole, subject=speaker, group=cue.group)
        self._add(said, reading, "assert", via=via, inherits=relay is None)
        if self.drafts and relay is not None:  # "cited" and "as saying" stand apart
            self.drafts[-1] = replace(self.drafts[-1], cue=(line.span(cue.verb, cue.verb + 1), line.span(start - 2, start)))

    def _read_citing(self, cue: Cue) -> None:
        """Read ", citing Y" behind an outlet's report."""
        if self.drafts:
            self._pass_on(cue.end)

    def _pass_on(self, start: int) -> None:
        """Make who is cited at a token the speaker of the last draft, and its outlet the one who passed it on."""
        end = phrase_after(self.line.tagged, start)
        last = self.drafts[-1]
        if end > start and last.speaker is not None and self._names_media(last.speaker):
            self.drafts[-1] = replace(last, speaker=self.line.span(start, end), via=(*last.via, last.speaker))

    def _names_media(self, mention: Span) -> bool:
        inside = [k for k, t in enumerate(self.line.tagged.tokens) if mention.start <= t.start < mention.end]
        return bool(inside) and is_media(self.line, (inside[0], inside[-1] + 1), self.context.media)

    # What goes without a verb.

    def _read_according(self, i: int) -> None:
        found = according_to(self.line, i)
        if found is None:
            return
        source, cited, stop = found
        line = self.line
        chain = tuple(line.span(*r) for r in (cited, source) if r)
        clause = max((k + 1 for k in range(i) if k not in line.hidden and line.tagged.word(k) == ";"), default=0)
        leads = i == clause and line.tagged.word(stop) == ","
        region = line.span(stop + 1, len(line)) if leads and stop + 1 < len(line) else line.span(clause, i) if i > clause else None
        attributed = [d for d in self.drafts if region and any(region.covers(c) for c in d.cue)]
        if attributed:
            self.drafts = [replace(d, via=(*d.via, *chain)) if d in attributed else d for d in self.drafts]
            return
        cue = Cue("according", "clause", "assert", i, i, i + 2, cited or source, "phrase")
        if leads:
            start = stop + 3 if line.tagged.word(stop + 1) == "however" else stop + 1
            reading = Reading(cue, None, (start, following_end(line, start, (), cue)), None, stop)
        else:
            end = i - 1 if line.tagged.word(i - 1) == "," else i
            reading = Reading(cue, (preceding_start(line, cue, clause), end), None, None, stop)
        self._add(cue, reading, "assert", via=chain[1:] if cited else ())

    def _read_noun(self, i: int) -> None:
        """Read "a report by a radio station that ...", inside another's content too."""
        found = reported_noun(self.line, i)
        if found is None:
            return
        who, start = found
        cue = Cue("report", "clause", "assert", i, i, i + 1, who, "agent")
        self._add(cue, Reading(cue, None, (start, following_end(self.line, start, (), cue)), None, start), "assert")

    def _read_document(self) -> None:
        """Read "Under the agreement, the boats are to be returned"."""
        found = under_document(self.line)
        if found is not None:
            who, start = found
            cue = Cue("under", "clause", "assert", 0, 0, 1, who, "phrase")
            self._add(cue, Reading(cue, None, (start, following_end(self.line, start, (), cue)), None, start), "assert")

    # Adding.

    def _add(self, cue: Cue, reading: Reading, act: Act, *, via: tuple[Span, ...] = (), inherits: bool = False) -> None:
        line = self.line
        ranges = [r for r in (reading.before, reading.after) if r and r[0] < r[1]]
        pieces = tuple(span for r in ranges if (span := line.content(*r)) is not None)
        if not pieces:
            return
        lead = refusal_lead(pieces[0].of(line.text))
        if act == "neither" and cue.kind == "phrase" and _says_nothing(line, pieces):  # "We could not confirm this"
            pieces = (Span(line.span(cue.start, cue.end).start, pieces[0].end),)
        elif lead and _says_nothing(line, [Span(pieces[0].start + lead, pieces[0].end)]):  # "they would neither confirm nor deny it"
            act = "neither"
        elif lead:
            pieces, act = (Span(pieces[0].start + lead, pieces[0].end), *pieces[1:]), "neither"
        mention = self._mention(cue)
        if cue.subject and cue.kind != "agent":
            self.subject = mention
        begins = 0 if reading.before is None and not self.drafts else cue.end  # "Speaking to the Post, she said"
        limit = min((c.group for c in self.cues if c.verb > cue.verb and c.start >= self._end(ranges)), default=len(line))
        passer = told_to(line, reading.audience, begins, limit, self.context.media)
        self.drafts.append(
            Draft(
                line=self.number,
                entry=line.entry,
                content=pieces,
                act=act,
                lemma=cue.lemma,
                speaker=mention,
                cue=(line.span(cue.group, cue.end),),
                via=(line.span(*passer),) if passer and not via else via,
                audience=line.span(*reading.audience) if reading.audience else None,
                inherits_via=inherits,
                carried=mention is None and cue.kind == "shared",
            )
        )
        self.inside = max(self.inside, self._end(ranges), cue.stop)
        self.floor = max(self.floor, cue.stop, reading.after[1] if reading.after else reading.tail)

    def _end(self, ranges: Sequence[Range]) -> int:
        return max((r[1] for r in ranges), default=0)

    def _mention(self, cue: Cue) -> Span | None:
        """Give the speaker's mention: the cue's own subject, the one shared with an earlier verb, or the sentence's."""
        if cue.subject:
            return self.line.span(*cue.subject)
        if cue.kind != "shared" or self.subject is not None:
            return self.subject if cue.kind == "shared" else None
        main = main_subject(self.line.tagged, cue.group)
        return self.line.span(*main) if main else None
