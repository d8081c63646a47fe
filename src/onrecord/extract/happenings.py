"""The sentences of a page and its statements to its happenings: what took place or is due, told in the outlet's own voice.

Only plain reports are taken: a sentence outside all statements and quotation marks, whose subject did something.
"""

from collections.abc import Iterable, Sequence

from onrecord.extract.drafts import Line
from onrecord.extract.subjects import main_subject
from onrecord.extract.within import Spread
from onrecord.language.english_counts import PAST_VERBS
from onrecord.language.english_events import ADDRESSING, BEEN, HYPOTHETICAL, NEGATING, NO_EVENTS, PLANNED, PRESENT, SPEAKING
from onrecord.language.phrases import Tagged
from onrecord.model import Excerpt, Happening, Name, Span, Statement

FEWEST_WORDS, MOST_WORDS = 4, 60
"""Tokens of a sentence that reports; a shorter one is a label, a longer one a list."""
LONGEST_APPOSITION = 15
"""Tokens between the commas that part a subject from its verb."""
_PUT = frozenset(("across", "at", "from", "in", "inside", "near", "off", "outside", "over", "to", "towards"))
"""Prepositions that put an event somewhere."""
_NO_REPORTS = ADDRESSING | HYPOTHETICAL | NEGATING | SPEAKING
"""Words of sentences that are no plain report."""


def find_happenings(lines: Sequence[Line], statements: Sequence[Statement], names: Sequence[Name] = ()) -> tuple[Happening, ...]:
    """Find what a page tells in its own voice, in its order, with no time yet; ids hold within the page.

    >>> from onrecord.extract.reading import read_page
    >>> from onrecord.language.tagger import RuleTagger
    >>> from onrecord.model import Capture
    >>> from onrecord.page.page import split_page
    >>> text = "The bridge at Orle collapsed on Friday. It may be rebuilt next year. The mayor is away."
    >>> lines = read_page(split_page(Capture("sha256:0", "orle.txt", "text", text)), RuleTagger()).lines
    >>> [happening.text for happening in find_happenings(lines, ())]
    ['The bridge at Orle collapsed on Friday.']
    """
    told = Spread((span, statement) for statement in statements for span in _spans(statement))
    named = Spread((name.span, name) for name in names)
    found = (line for line in lines if _reports(line) and not told.touching(line.tagged.sentence.span))
    return tuple(_happening(line, number, named) for number, line in enumerate(found, start=1))


def _spans(statement: Statement) -> Iterable[Span]:
    return (*statement.content.spans, *(statement.cue.spans if statement.cue else ()))


def _reports(line: Line) -> bool:
    """Tell whether a sentence is a plain report of something past."""
    tagged = line.tagged
    if line.heading or line.hidden or not FEWEST_WORDS <= len(tagged.tokens) <= MOST_WORDS:
        return False
    if not line.text.endswith((".", ".)"), *tagged.sentence.span):
        return False
    if not _NO_REPORTS.isdisjoint(token.lower for token in tagged.tokens if token.text != "US"):
        return False
    subject = main_subject(tagged, len(tagged.tokens))
    return subject is not None and _is_event(tagged, _verb_at(tagged, subject[1]))


def _verb_at(tagged: Tagged, i: int) -> int:
    """Find the token at which the verb group begins, past a day or an apposition behind the subject."""
    if tagged.word(i) == ",":
        behind = range(i + 1, min(len(tagged.tokens), i + LONGEST_APPOSITION))
        i = next((comma + 1 for comma in behind if tagged.word(comma) == ","), i)
    if tagged.word(i) == "on":
        i += 2
    while tagged.kind(i) == "adverb":
        i += 1
    return i


def _is_event(tagged: Tagged, i: int) -> bool:
    """Tell whether the verb group at a token tells that something took place, or is due."""
    if tagged.word(i) in PRESENT and tagged.word(i + 1) in PLANNED:
        return True
    helped = tagged.word(i) in BEEN
    if helped:
        i += 1
        while tagged.kind(i) == "adverb" or tagged.word(i) in {"been", "being"}:
            i += 1
    word = tagged.word(i)
    return word not in NO_EVENTS and word not in BEEN and (word in PAST_VERBS or tagged.kind(i) in {"ed", "verb"})


def _happening(line: Line, number: int, named: Spread[Name]) -> Happening:
    span = line.tagged.sentence.span
    names = named.touching(span)
    actors = dict.fromkeys(name.actor for name in names if name.actor)
    places = [name for name in names if name.type == "place" and _put(line.text, name.span)]
    place = Excerpt(places[0].text, places[0].span) if places else None
    return Happening(f"h{number}", line.entry, span, span.of(line.text), place=place, actors=tuple(filter(None, actors)))


def _put(text: str, span: Span) -> bool:
    """Tell whether a preposition puts the event at a place: "in Orle", "near the Orle"."""
    before = text[max(0, span.start - 24) : span.start].lower().split()
    return any(word in _PUT for word in before[-2:])
