"""A cue to the words that are said: before it, after it, or around it.

All positions are token numbers of the line's sentence, `[start, end)`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.cues import Cue
from onrecord.extract.drafts import QUOTE_MARKS, Line
from onrecord.language import english
from onrecord.language.phrases import phrase_after, skip_time

Range = tuple[int, int]

OPENERS = frozenset("how if what when where whether which who whom whose why".split())
"""Words that open a reported question."""
OCCASIONS = frozenset(
    """
    address briefing broadcast call comment comments conference dispatch email emails interview letter message note post posts
    readout release remarks report speech statement telephone television testimony text tweet update video
    """.split()
)
"""Nouns for the occasion on which something is said."""
BOUNDS = frozenset("about almost around at between fewer just less more nearly only over roughly some under up".split())
"""Words that open a bounded number: "at least 40", "up to 30"."""
LONGEST_LEAD = 12
"""Tokens from "While" to the verb of saying in its clause."""
LONGEST_ADVERBIAL = 24
"""Tokens between a cue and a "that", beyond which the "that" belongs to something else."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one cue says."""

    cue: Cue
    """The cue."""
    before: Range | None
    """Content that stands before subject and verb."""
    after: Range | None
    """Content that stands behind them."""
    audience: Range | None
    """To whom it is said."""
    tail: int
    """One past the reporting clause: subject, verb, audience and adverbials."""


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands behind a verb of saying."""

    start: int | None
    """First token of the content; None when there is no content behind it."""
    audience: Range | None
    """To whom it is said."""
    tail: int
    """One past the audience and the adverbials."""


def set_off(line: Line, start: int) -> bool:
    """Tell whether a comma or a closing mark parts a reporting clause that begins at `start` from what it reports."""
    word = line.tagged.word(start - 1)
    return start > 0 and (word == "," or _closes(line, start - 1))


def _closes(line: Line, i: int) -> bool:
    position = line.tagged.tokens[i].end
    return any(q.closed and q.outer.end == position for q in line.tagged.sentence.quotations)


def ends_quoted(line: Line, start: int) -> bool:
    """Tell whether the words just before `start`, past a comma, are the end of a quotation of some length."""
    i = start - 1
    if line.tagged.word(i) == ",":
        i -= 1
    position = line.tagged.tokens[i].end if i >= 0 else -1
    return any(q.closed and q.outer.end == position and len(q.inner.of(line.text).split()) > 1 for q in line.tagged.sentence.quotations)


def complement(line: Line, cue: Cue) -> Complement:
    """Find where the content behind a cue starts, past the audience and the adverbials."""
    i = cue.stop
    audience = None
    if cue.frame == "listener" or (cue.lemma in {"warn", "remind", "assure", "promise"} and _audience_first(line, i)):
        i, audience = _audience(line, i)
    that = _that_behind(line, i) if line.tagged.kind(i) in {"preposition", "adverb"} else None
    tail = that if that is not None else _past_adverbials(line, i)
    start = _content_start(line, cue, tail)
    if start is None and line.tagged.word(tail) == ",":
        start = _quotation_behind(line, tail)
    return Complement(start, audience, tail)


def _quotation_behind(line: Line, comma: int) -> int | None:
    """Find a quotation behind words in commas: "said on Monday, of her first win, “...”"."""
    for i in range(comma + 1, min(len(line), comma + LONGEST_ADVERBIAL)):
        if i in line.hidden:
            return i if line.tagged.word(i - 1) == "," else None
        if line.tagged.kind(i) in {"auxiliary", "verb", "pronoun"}:
            return None
    return None


def _audience_first(line: Line, i: int) -> bool:
    """Tell whether someone is told first: "warned residents that"."""
    end = phrase_after(line.tagged, i)
    return end > i and line.tagged.word(end) == "that" and line.tagged.kind(i) != "that"


def _audience(line: Line, i: int) -> tuple[int, Range | None]:
    tagged = line.tagged
    if tagged.kind(i) in {"that", "mark"}:
        return i, None
    end = phrase_after(tagged, i, attach=False)
    if end == i:
        return i, None
    while tagged.kind(end) == "number" and tagged.kind(end - 1) == "name":  # "told Radio 4"
        end += 1
    if tagged.word(end) == "and" and (that := _that_behind(line, end)):  # "told the Post and Courier newspaper that"
        return that, (i, that)
    if tagged.word(end) == "who":  # "told everybody who walked by that"
        further = next((k for k in range(end, min(len(line), end + 8)) if tagged.kind(k) == "that"), end)
        return further, (i, end)
    return end, (i, end)


def _that_behind(line: Line, start: int) -> int | None:
    """Find a "that" with no mark and no verb before it."""
    for i in range(start, min(len(line), start + LONGEST_ADVERBIAL)):
        if line.tagged.kind(i) == "that":
            return i
        if line.tagged.kind(i) in {"mark", "auxiliary", "verb", "pronoun"}:
            return None
    return None


def _past_adverbials(line: Line, start: int) -> int:
    """Skip adverbs, times and prepositional phrases: "said in a statement on Monday"."""
    i = start
    while i < len(line) and i - start < LONGEST_ADVERBIAL:
        if _quantity(line, i):
            return i
        further = max(skip_time(line.tagged, i), _past_phrase(line, i), _past_aside(line, i))
        if further == i:
            return i
        i = further
    return i


def _quantity(line: Line, i: int) -> bool:
    """Tell whether a number with its bound begins here, as in "said at least 15 barns": the bound belongs to what is said."""
    if line.tagged.word(i) not in BOUNDS:
        return False
    return any(line.tagged.kind(k) == "number" for k in range(i + 1, i + 4))


def _past_aside(line: Line, i: int) -> int:
    """Skip an adverb or a source in commas: "added, though, that", "said, according to the Post, that"."""
    tagged = line.tagged
    if tagged.word(i) != "," or i + 2 >= len(line):
        return i
    close = next((k for k in range(i + 1, min(len(line), i + LONGEST_LEAD)) if tagged.word(k) == ","), None)
    if close is None or tagged.kind(close + 1) != "that":
        return i
    return close + 1 if tagged.word(i + 1) in {"though", "however", "according", "speaking"} or tagged.kind(i + 1) == "adverb" else i


def _past_phrase(line: Line, i: int) -> int:
    """Skip one prepositional phrase, or a participle that describes the occasion: "published this morning"."""
    tagged = line.tagged
    if tagged.kind(i) in {"ed", "verb"} and i > 0 and tagged.word(i - 1) in OCCASIONS:
        return max(i + 1, skip_time(tagged, i + 1))
    if tagged.kind(i) == "mark" and tagged.word(i) == "," and tagged.word(i + 1) in {"speaking", "citing"}:
        return i
    if tagged.kind(i) != "preposition" or (tagged.word(i) in {"with", "like", "than"} and tagged.kind(i + 1) == "ing"):
        return i
    end = phrase_after(tagged, i + 1, attach=False)
    if end == i + 1:
        return i
    return end


def _content_start(line: Line, cue: Cue, i: int) -> int | None:
    tagged = line.tagged
    kind, word = tagged.kind(i), tagged.word(i)
    if i >= len(line):
        return None
    if kind == "that":
        return i + 1
    if word == ":" or word in QUOTE_MARKS or (word == "," and tagged.word(i + 1) in QUOTE_MARKS):
        return i
    if word == "‘" or (kind == "mark" and i in line.hidden):
        return i
    if kind == "mark":
        return None
    if word in OPENERS or kind in {"determiner", "name", "noun", "number", "pronoun", "ing", "auxiliary", "verb"}:
        return None if cue.kind == "inverted" and kind != "pronoun" and word not in OPENERS else i
    if _quantity(line, i):
        return i
    if kind in {"adverb", "ed", "subordinator"} and word in {"if", "after", "when", "as", "because", "while"}:
        return None
    return i if kind in {"adverb", "ed"} and i + 1 < len(line) and tagged.kind(i + 1) != "mark" else None


def following_end(line: Line, start: int, cues: Sequence[Cue], current: Cue) -> int:
    """Find where a content that starts behind its cue ends: at the sentence's end, or where another attribution begins."""
    end = _clause_end(line, start, current)
    for cue in cues:
        if cue.verb <= current.verb or cue.start <= start or cue.start >= end:
            continue
        cut = _cut_before(line, cue, start)
        if cut is not None:
            end = min(end, cut)
    return min(end, _cut_at_words(line, start, end))


def _clause_end(line: Line, start: int, cue: Cue) -> int:
    """Find where a content ends that stands in a clause of its own: "While X said A, B", "X, which denies A, has B"."""
    tagged = line.tagged
    aside = tagged.word(cue.group - 1) in {"which", "who"} and tagged.word(cue.group - 2) == ","
    leads = tagged.kind(0) == "subordinator" and cue.start <= 1 and cue.verb <= LONGEST_LEAD
    if not aside and not leads:
        return len(line)
    return next((i for i in range(start + 1, len(line)) if tagged.word(i) == "," and i not in line.hidden), len(line))


def _cut_before(line: Line, cue: Cue, start: int) -> int | None:
    """Find where the content stops because of a later cue; None when that cue stands inside the content."""
    tagged = line.tagged
    i = cue.start
    before = tagged.word(i - 1)
    if cue.participle and cue.kind == "phrase":  # ", with an aide adding"
        return i - 2 if tagged.word(i - 2) == "," else i - 1
    if cue.kind == "shared":
        if before == "," or _closes(line, i - 1):
            return i - 1 if before == "," else i
        if before in {"and", "but"} and cue.frame != "label":
            return i - 2 if tagged.word(i - 2) == "," else i - 1
        return None
    if before in {"and", "but", "while", "though", "although", "yet"}:
        joined = i - 2 if tagged.word(i - 2) in {",", ";"} else i - 1
        return joined if tagged.word(i - 2) in {",", ";"} or before in {"but", "while"} else None
    if before == ";":
        return i - 1
    if set_off(line, i) and i - 1 > start and complement(line, cue).start is None:
        return i - 1  # another reporting clause behind: "..., the Herald reported"
    return None


def _cut_at_words(line: Line, start: int, end: int) -> int:
    tagged = line.tagged
    for i in range(start + 1, end):
        if i in line.hidden:
            continue
        word = tagged.word(i)
        if word == "according" and tagged.word(i + 1) == "to":
            return i - 1 if tagged.word(i - 1) == "," else i
        if word == "," and _narrator(line, i + 1):
            return i
        if word == "when" and tagged.word(i + 1) == "asked":
            return i
        if word == ";":
            return i
    return before_aside(line, start, end)


def _narrator(line: Line, i: int) -> bool:
    """Tell whether the outlet's own voice goes on behind a comma: ", without giving ...", ", as he left", ", in comments to"."""
    tagged = line.tagged
    word = tagged.word(i)
    if word == "without":
        return tagged.kind(i + 1) == "ing"
    if word == "as":
        return tagged.word(i + 1) in {"he", "she", "it", "they"}
    return word == "in" and bool({tagged.word(i + 1), tagged.word(i + 2)} & {"comments", "interview", "remarks"})


def before_aside(line: Line, start: int, end: int) -> int:
    """Find where a content ends because the outlet goes on with what others do: "denies cuts as nurses march"."""
    tagged = line.tagged
    for i in range(start + 1, end - 1):
        if tagged.word(i) == "as" and i not in line.hidden and (line.heading or tagged.word(i - 1) == ",") and _others_do(line, i + 1):
            return i - 1 if tagged.word(i - 1) == "," else i
    return end


def _others_do(line: Line, i: int) -> bool:
    """Tell whether a clause begins here whose subject is no pronoun."""
    tagged = line.tagged
    for k in range(i, min(len(line), i + LONGEST_LEAD)):
        if tagged.kind(k) in {"auxiliary", "verb", "ed"}:
            return k > i and tagged.kind(i) not in {"pronoun", "auxiliary"}
        plural = k > i and tagged.kind(k - 1) == "noun" and tagged.word(k - 1).endswith("s")
        if plural and tagged.kind(k) == "noun" and not tagged.word(k).endswith("s"):  # "nurses march": a verb that is a noun as often
            return True
        if tagged.kind(k) in {"mark", "that", "pronoun"}:
            return False
    return False


def preceding_start(line: Line, cue: Cue, floor: int) -> int:
    """Find where a content that stands before its cue starts: the sentence's start, or behind what was said before."""
    tagged = line.tagged
    start = floor
    for i in range(floor, cue.start - 1):
        if i not in line.hidden and tagged.word(i) == ";":
            start = i + 1
    while tagged.word(start) in {",", "•", "and", "but", "meanwhile", "while"} and start < cue.start - 1:
        start += 1
    return start


def is_introduction(line: Line, start: int, end: int) -> bool:
    """Tell whether words before a reporting clause only lead up to it: "In Orlen," "Asked about the dam,"."""
    return leads_up(line, start) or end - start <= 2


def leads_up(line: Line, start: int) -> bool:
    """Tell whether a word opens what goes before a main clause: "In", "Asked", "While", "On Sunday"."""
    tagged = line.tagged
    opens = tagged.kind(start) in {"preposition", "adverb", "subordinator", "ing", "ed", "verb"}
    return opens or tagged.word(start) in english.WEEKDAYS
