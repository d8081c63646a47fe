"""A sentence and a number in it to the event that the number belongs to, who did it and where, all in the page's words."""

import re

from onrecord.extract.counted import Place
from onrecord.language.english import ADVERBS, AUXILIARIES
from onrecord.language.english_counts import (
    BOUND_BEFORE,
    FACTS_OF_WORDING,
    PARTICLES,
    PAST_VERBS,
    PRESENT_VERBS,
    STATED_BY,
    STATES,
    VEHICLES,
)
from onrecord.language.english_time import MONTH_ABBREVIATIONS, MONTHS, WEEKDAYS
from onrecord.language.tokens import Token
from onrecord.model import Span

_SKIPPED_BACK = frozenset(" ".join(BOUND_BEFORE).split()) | frozenset(
    ("a", "an", "the", "of", "only", "just", "total", "its", "another", "$", "£")
)
_BOUNDARY = frozenset(
    (
        "that",
        "while",
        "and",
        "but",
        "as",
        "when",
        "where",
        "who",
        "which",
        "because",
        "after",
        "before",
        "said",
        "say",
        "says",
        ",",
        ";",
        ":",
        "—",
        "–",
    )
)
_CALENDAR = frozenset((*MONTHS, *MONTH_ABBREVIATIONS, *WEEKDAYS))
NEGATIONS = frozenset(("not", "never", "hadn't", "hasn't", "haven't", "isn't", "aren't", "wasn't", "weren't", "didn't", "won't"))
"""Words that turn an event into its contrary."""
LONGEST_ACTOR = 7
"""Words of a subject; a longer one is most likely read wrong."""
LONGEST_REACH = 12
"""Words after a number's noun in which its verb is looked for."""

_PLACE = re.compile(
    r"""
    \b (?: in | at | near | over | from | off | outside | across ) \s      # what puts it somewhere
    (?P<place> (?: the \s )? (?: [a-z]{1,20} \s ){0,2}?
        [A-Z][\w’'-]{1,30} (?: \s (?: (?:al|el|de|of|the) \s )? [A-Z][\w’'-]{1,30} ){0,3}
        (?: \s (?: region | province | district | city | area | island | village | town ) )? )
    """,
    re.VERBOSE,
)


def find_event(text: str, tokens: tuple[Token, ...], place: Place, counted_end: int) -> tuple[str | None, str | None]:
    """Give the event and its actor: the verb that the number is the object of, or else the one it is the subject of.

    >>> from onrecord.extract.counted import place_numbers
    >>> from onrecord.language.numbers import find_numbers
    >>> from onrecord.language.tokens import split_tokens
    >>> text = "The coastguard said its crews pulled out 14 sailors."
    >>> tokens = tuple(split_tokens(text))
    >>> find_event(text, tokens, place_numbers(tokens, find_numbers(text))[0], 10)
    ('pulled out', 'its crews')
    """
    verb = _verb_before(tokens, place.first)
    if verb is not None:
        first, end = verb
        state = _state(tokens, first, counted_end)
        return state or text[tokens[first].start : tokens[end - 1].end], _subject(text, tokens, first)
    after = _verb_after(tokens, counted_end)
    if after is None:
        return _noun_before(text, tokens, place.first), None
    first, end = after
    if {token.lower for token in tokens[counted_end:first]} & NEGATIONS:
        return None, None  # "14 had not been reached" counts nobody who was
    state = _state(tokens, first, end)
    if state:
        return state, None
    return text[tokens[first].start : tokens[end - 1].end], _agent(text, tokens, end)


def _state(tokens: tuple[Token, ...], verb: int, at: int) -> str | None:
    """Give the word at a place that says how people are left, or remain, where the verb is one of these: "leaving 31 missing"."""
    while at < len(tokens) and tokens[at].lower in ADVERBS:
        at += 1
    stated = tokens[verb].lower in STATED_BY and at < len(tokens) and tokens[at].lower in STATES
    return tokens[at].text if stated else None


def find_place(text: str, span: Span) -> str | None:
    """Give the first named place in a stretch of text."""
    for match in _PLACE.finditer(text, span.start, span.end):
        if not _CALENDAR & set(match["place"].lower().split()):
            return match["place"].removesuffix("’s").removesuffix("'s")
    return None


def is_verb(token: Token) -> bool:
    """Tell whether a word looks like a verb that can be an event."""
    lower = token.lower
    if token.kind != "word" or lower in AUXILIARIES:
        return False
    return lower in PAST_VERBS or lower in PRESENT_VERBS or (len(lower) > 4 and lower.endswith(("ed", "ing")) and not token.capital)


def _verb_before(tokens: tuple[Token, ...], first: int) -> tuple[int, int] | None:
    at = first
    while at > 0 and tokens[at - 1].lower in _SKIPPED_BACK:
        at -= 1
    end = at
    if at > 1 and tokens[at - 1].lower in PARTICLES and is_verb(tokens[at - 2]):
        at -= 1
    if at == 0 or not is_verb(tokens[at - 1]) or tokens[at - 1].lower in FACTS_OF_WORDING or tokens[at - 1].lower == "including":
        return None
    return at - 1, end


def _verb_after(tokens: tuple[Token, ...], start: int) -> tuple[int, int] | None:
    for at in range(start, min(len(tokens), start + LONGEST_REACH)):
        token = tokens[at]
        if token.kind != "word" or (token.lower in _BOUNDARY and token.lower not in ("who", "which", "that")):
            return None
        if is_verb(token) and token.lower not in FACTS_OF_WORDING and (at == start or token.lower not in ADVERBS):
            return _verb_start(tokens, at), _verb_end(tokens, at)
    return None


def _verb_start(tokens: tuple[Token, ...], at: int) -> int:
    """Take in a denial: "did not reach" is another event than "reach"."""
    if at and (tokens[at - 1].lower == "not" or tokens[at - 1].lower.endswith("n't")):
        return at - (2 if tokens[at - 1].lower == "not" and at > 1 else 1)
    return at


def _verb_end(tokens: tuple[Token, ...], at: int) -> int:
    """Take in a particle, or how it was done: "went by bus"."""
    end = at + 1
    if end < len(tokens) and tokens[end].lower in PARTICLES - {"in", "over"}:
        end += 1
    if end + 1 < len(tokens) and tokens[end].lower == "by" and tokens[end + 1].lower in VEHICLES:
        end += 2
    return end


def _subject(text: str, tokens: tuple[Token, ...], verb: int) -> str | None:
    end = verb
    while end > 0 and (tokens[end - 1].lower in AUXILIARIES or tokens[end - 1].lower in ADVERBS):
        end -= 1
    first = end
    while first > 0 and tokens[first - 1].lower not in _BOUNDARY and tokens[first - 1].kind == "word":
        first -= 1
    if first == end or end - first > LONGEST_ACTOR or any(is_verb(t) or t.lower in AUXILIARIES for t in tokens[first:end]):
        return None
    return text[tokens[first].start : tokens[end - 1].end]


def _agent(text: str, tokens: tuple[Token, ...], at: int) -> str | None:
    """Give who did it after "by"."""
    if at >= len(tokens) - 1 or tokens[at].lower != "by" or tokens[at + 1].lower in VEHICLES:
        return None
    end = at + 1
    while end < len(tokens) and (tokens[end].capital or (end == at + 1 and tokens[end].lower in ("a", "an", "the", "its", "his"))):
        end += 1
    if end < len(tokens) and tokens[end - 1].lower in ("a", "an", "the", "its", "his") and tokens[end].kind == "word":
        end += 1
    return text[tokens[at + 1].start : tokens[end - 1].end] if end > at + 1 else None


def _noun_before(text: str, tokens: tuple[Token, ...], first: int) -> str | None:
    """Give the noun whose "of" the number follows: "the sale of 3,000 tickets"."""
    at = first
    while at > 0 and tokens[at - 1].lower in _SKIPPED_BACK - {"of"}:
        at -= 1
    if (
        at > 1
        and tokens[at - 1].lower == "of"
        and tokens[at - 2].lower.endswith(("tion", "sion", "ment", "ance", "ction", "ase", "al", "ing"))
    ):
        return tokens[at - 2].text
    return None
