"""Tagged tokens to noun phrases: where the phrase that ends or begins at a word begins or ends.

All positions are token numbers within one sentence, `[start, end)`.
"""

from dataclasses import dataclass, field

from onrecord.language import english
from onrecord.language.sentences import Sentence
from onrecord.language.tagger import WordClass
from onrecord.language.tokens import Token

NOMINAL = frozenset({"name", "noun", "number", "possessive"})
ATTACHING = frozenset(
    "above across along around at behind below beside between for from in inside near of on opposite outside over to under with".split()
)
"""Prepositions that may join a noun phrase to the one before it: "the mayor of Lorn"."""
HEADS_IN_PLACE = frozenset("based close familiar responsible present involved".split())
"""Adjectives behind their noun: "several dealers familiar with the sale"."""
BEHIND_NOUNS = HEADS_IN_PLACE | {")", "one"}
"""What may stand between a noun and the preposition that belongs to it."""
DATES = english.WEEKDAYS | english.MONTHS
DAYS = english.WEEKDAYS | english.DAY_PARTS
_ROLES = english.PERSON_TITLES | english.PERSON_ROLES | english.ORGANISATION_NOUNS
_QUANTIFIERS = frozenset("all both few half many most others some".split())


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its word classes."""

    sentence: Sentence
    """The sentence."""
    classes: tuple[WordClass, ...]
    """One for each of its tokens."""
    tokens: tuple[Token, ...] = field(init=False)
    """The sentence's tokens."""
    words: tuple[str, ...] = field(init=False)
    """Their words in lower case."""
    count: int = field(init=False, repr=False, compare=False)
    """How many they are."""

    def __post_init__(self) -> None:
        """Keep at hand what the rules ask for hundreds of times a sentence."""
        object.__setattr__(self, "tokens", self.sentence.tokens)
        object.__setattr__(self, "words", tuple([token.lower for token in self.sentence.tokens]))
        object.__setattr__(self, "count", len(self.sentence.tokens))

    def word(self, i: int) -> str:
        """Give a token's lower-case words, or nothing outside the sentence."""
        return self.words[i] if 0 <= i < self.count else ""

    def kind(self, i: int) -> str:
        """Give a token's word class, or nothing outside the sentence."""
        return self.classes[i] if 0 <= i < self.count else ""


def phrase_before(tagged: Tagged, end: int) -> int | None:
    """Find where the noun phrase that ends at `end` begins; None when no noun phrase ends there.

    >>> from onrecord.language.sentences import split_sentences
    >>> from onrecord.language.tagger import RuleTagger
    >>> sentence = split_sentences("In Orlen the mayor of Lorn and his deputy said so.")[0]
    >>> tagged = Tagged(sentence, RuleTagger().tag(sentence))
    >>> [t.text for t in tagged.tokens[phrase_before(tagged, 9):9]]
    ['the', 'mayor', 'of', 'Lorn', 'and', 'his', 'deputy']
    """
    start = _with_attachments(tagged, end)
    if start is None:
        return None
    return _with_coordination(tagged, start)


def simple_before(tagged: Tagged, end: int) -> int | None:
    """Find where the phrase that ends at `end` begins, without what a preposition or "and" joins to it."""
    i = end - 1
    if tagged.kind(i) == "pronoun":
        return i
    if tagged.word(i) == ")":
        i = _opening(tagged, i) - 1
        end = i + 1
    if tagged.kind(i) == "determiner" and tagged.word(i) in _QUANTIFIERS:
        return i
    if tagged.kind(i) not in NOMINAL and not (tagged.kind(i) == "ing" and tagged.kind(i - 1) == "determiner"):
        return None
    while i >= 0 and _belongs(tagged, i, end):
        i -= 1
    while tagged.kind(i) == "determiner":
        i -= 1
    return i + 1 if i + 1 < end else None


def _belongs(tagged: Tagged, i: int, end: int) -> bool:
    kind = tagged.kind(i)
    if tagged.word(i) in english.WEEKDAYS and tagged.kind(i + 1) == "name":  # "on Friday Orval said"
        return False
    if kind in NOMINAL:
        return not (kind in {"name", "possessive"} and i + 1 < end and tagged.kind(i + 1) == "determiner")
    if kind == "ing" and tagged.kind(i - 1) == "determiner":  # "the planning"
        return True
    if kind in {"ed", "ing"}:
        return i + 1 < end and tagged.kind(i - 1) in {"determiner", "possessive", "adverb", "name", "noun"} and not _finite(tagged, i)
    if tagged.word(i) in {"-", "–"} and i + 1 < end:
        return tagged.tokens[i].start == tagged.tokens[i - 1].end
    if tagged.word(i) == "&":
        return True
    return kind == "adverb" and i + 1 < end and tagged.kind(i + 1) in {"ed", "ing"} and tagged.kind(i - 1) == "determiner"


def _finite(tagged: Tagged, i: int) -> bool:
    """Tell whether a word in -ed or -ing is the verb of what stands before it: "the plane landed ..."."""
    return tagged.kind(i - 1) in {"name", "noun"} and tagged.kind(i + 1) in {"determiner", "number", "preposition", "pronoun", "name"}


def _opening(tagged: Tagged, close: int) -> int:
    i = close
    while i > 0 and tagged.word(i) != "(":
        i -= 1
    return i


def _with_attachments(tagged: Tagged, end: int) -> int | None:
    start = simple_before(tagged, end)
    while start is not None and tagged.word(start - 1) in ATTACHING and _joins(tagged, start - 1):
        further = simple_before(tagged, start - 1)
        if further is None and tagged.word(start - 2) in HEADS_IN_PLACE:
            further = simple_before(tagged, start - 2)
        if further is None or (tagged.kind(further) == "pronoun" and tagged.word(further) != "one"):
            break
        start = further
    return start


def _joins(tagged: Tagged, i: int) -> bool:
    """Tell whether a preposition ties what follows to a noun rather than to a verb."""
    before = tagged.kind(i - 1)
    return before in NOMINAL or tagged.word(i - 1) in BEHIND_NOUNS


def _with_coordination(tagged: Tagged, start: int) -> int:
    """Take in what is joined by "and": "Ardania, South Lorn and the League"; not the object of a clause before."""
    if tagged.word(start - 1) not in {"and", "or", "nor"}:
        return start
    i = start - 1
    if tagged.word(i - 1) == ",":
        i -= 1
    first = _with_attachments(tagged, i)
    while first is not None and tagged.word(first - 1) == "," and tagged.kind(first - 2) in NOMINAL:
        further = _with_attachments(tagged, first - 1)
        if further is None or tagged.kind(further) not in {"name", "noun", "determiner"} or not _opens_clause(tagged, further):
            break
        if tagged.word(further - 1) in english.PREPOSITIONS:  # "since Easter, the ferry and the bridge"
            break
        first = further
    if first is None or not _opens_clause(tagged, first):
        return start
    return first


def _opens_clause(tagged: Tagged, i: int) -> bool:
    if tagged.word(i) in english.WEEKDAYS:
        return False
    before = tagged.kind(i - 1)
    if before == "name" and tagged.kind(i) == "determiner":  # "In Orlen the mayor"
        return True
    return i == 0 or before in {"mark", "that", "subordinator", "conjunction"} or tagged.word(i - 1) == "both"


def phrase_after(tagged: Tagged, start: int, *, attach: bool = True) -> int:
    """Find where the noun phrase that begins at `start` ends; `start` itself when none begins there.

    >>> from onrecord.language.sentences import split_sentences
    >>> from onrecord.language.tagger import RuleTagger
    >>> sentence = split_sentences("She told reporters in Orlen the nine crew were safe.")[0]
    >>> tagged = Tagged(sentence, RuleTagger().tag(sentence))
    >>> [t.text for t in tagged.tokens[2:phrase_after(tagged, 2)]]
    ['reporters', 'in', 'Orlen']
    """
    end = _simple_after(tagged, start)
    while attach and end > start and tagged.word(end) in ATTACHING and tagged.kind(start) != "pronoun":
        further = _simple_after(tagged, end + 1)
        if further == end + 1:
            break
        end = further
    return end


def _simple_after(tagged: Tagged, start: int) -> int:
    i = start
    if tagged.kind(i) == "pronoun":
        return i + 1
    while tagged.kind(i) == "determiner" or (i == start and tagged.word(i) in {"both", "all", "about", "around", "roughly"}):
        i += 1
    head = i
    while i < len(tagged.tokens) and _continues(tagged, i, head):
        i += 1
    if i == head and i > start and tagged.word(start) in {"some", "many", "others", "both"}:
        return i
    if tagged.word(i) == "(" and i > head:
        return _closing(tagged, i)
    return i if i > head else start


def _continues(tagged: Tagged, i: int, head: int) -> bool:
    kind = tagged.kind(i)
    if kind == "name" and i > head and tagged.kind(i - 1) == "noun" and not tagged.tokens[i - 1].capital:
        return tagged.word(i - 1) in _ROLES or _named_after(tagged, i)
    if kind in NOMINAL:
        return not (kind == "number" and i > head and tagged.kind(i - 1) in {"name", "noun"})
    if kind in {"ed", "ing"}:
        before = tagged.kind(i - 1)
        return i == head or before not in {"name", "noun"} or (kind == "ing" and before == "name" and tagged.kind(i + 1) == "noun")
    if tagged.word(i) == "&" or (tagged.word(i) == "-" and i > head):
        return True
    return kind == "adverb" and i == head and tagged.kind(i + 1) in {"ed", "noun"}


def _named_after(tagged: Tagged, i: int) -> bool:
    """Tell whether a name behind a noun belongs to it, as nothing else follows: "said union activist Ivo Tarn."."""
    end = i
    while tagged.kind(end) == "name" and tagged.word(end) not in DATES:
        end += 1
    return end - i >= 2 and tagged.kind(end) in {"", "mark", "subordinator"}


def _closing(tagged: Tagged, opening: int) -> int:
    for i in range(opening, min(len(tagged.tokens), opening + 8)):
        if tagged.word(i) == ")":
            return i + 1
    return opening


def skip_time(tagged: Tagged, start: int) -> int:
    """Find where a time without a preposition ends: "late Saturday", "this morning", "earlier"; `start` when there is none."""
    i = start
    while tagged.word(i) in english.TIME_OPENERS or tagged.kind(i) == "adverb":
        i += 1
    while tagged.word(i) in DAYS:
        i += 1
    if i == start + 1 and tagged.word(start) in {"this", "next", "last"}:
        return start
    return i
