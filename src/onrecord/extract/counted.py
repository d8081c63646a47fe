"""A sentence and a number in it to the words around the number: what it counts, how it is bounded, what it is no count of."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.language.english import AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from onrecord.language.english_counts import (
    BOUND_AFTER,
    BOUND_BEFORE,
    IRREGULAR_PLURALS,
    LABELS,
    LOOSE_NUMBERS,
    MEASURES,
    NO_COUNT_AFTER_ONE,
    NO_COUNT_AFTER_THE_TWO,
    NOT_PLURAL,
    PAIRS,
    PAST_VERBS,
    PEOPLE,
    PRESENT_VERBS,
)
from onrecord.language.numbers import Number
from onrecord.language.tokens import Token
from onrecord.model import Bound, Span

LONGEST_NOUN_PHRASE = 6
"""Words taken as one noun phrase; news prose seldom puts more before a counted noun."""

_OTHER_STOPS = "also ago due each early late later more other others still which who whom whose"
STOPS = frozenset(_OTHER_STOPS.split()).union(
    AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS - {"like"}, PRONOUNS - {"one"}, SUBORDINATORS
)
"""Words that end a noun phrase."""
_LINKS = frozenset(("more", "other", "further", "additional", "extra", "or", "so", "fewer", "less", "such"))
_BACKWARD = frozenset(("them", "these", "those", "whom", "which", "us", "you"))


@dataclass(frozen=True, slots=True)
class Place:
    """A number and its place among the tokens of its sentence."""

    number: Number
    """The number."""
    first: int
    """Its first token."""
    after: int
    """The token after its last."""


def place_numbers(tokens: tuple[Token, ...], numbers: tuple[Number, ...]) -> tuple[Place, ...]:
    """Give each number its place among the tokens of a sentence."""
    places = []
    for number in numbers:
        first = bisect_right(tokens, number.span.start, key=lambda token: token.end)
        after = bisect_left(tokens, number.span.end, key=lambda token: token.start)
        if first < after:
            places.append(Place(number, first, after))
    return tuple(places)


def find_counted(text: str, tokens: tuple[Token, ...], place: Place) -> Span | None:
    """Give the noun phrase that a number counts; where it has none of its own, what those counted are said to be.

    >>> from onrecord.language.numbers import find_numbers
    >>> from onrecord.language.tokens import split_tokens
    >>> text = "Rescuers freed 19 trapped miners and 4 of them walked."
    >>> tokens = tuple(split_tokens(text))
    >>> found = [find_counted(text, tokens, place) for place in place_numbers(tokens, find_numbers(text))]
    >>> [span and span.of(text) for span in found]
    ['trapped miners', None]
    """
    at = place.after
    while at < len(tokens) and tokens[at].lower in _LINKS:
        at += 1
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
        while at < len(tokens) and tokens[at].lower in DETERMINERS | POSSESSIVES and tokens[at].lower not in _BACKWARD:
            at += 1
        if at < len(tokens) and tokens[at].lower in _BACKWARD:
            return _said_of_them(tokens, at + 1)
        at = _past_owner(tokens, _past_number(tokens, at))
    phrase = _noun_phrase(tokens, at, place.number)
    if phrase is None:
        return _said_of_them(tokens, at)
    return Span(tokens[phrase[0]].start, tokens[phrase[1] - 1].end)


def _said_of_them(tokens: tuple[Token, ...], at: int) -> Span | None:
    """Give what those counted are said to be: "four of them nurses", "six were farmers", "three were Dutch"."""
    linked = at < len(tokens) and tokens[at].lower in ("are", "were")
    start = at + linked
    stop = start
    while stop < min(len(tokens), start + 3) and not _ends_phrase(tokens, stop):
        stop += 1
    plural = next((i for i in range(start, stop) if is_plural(tokens[i])), None)
    if plural is None or any(_is_verb(token) for token in tokens[start:plural]):
        demonym = linked and stop == start + 1 and _DEMONYM.fullmatch(tokens[start].text)
        return Span(tokens[start].start, tokens[start].end) if demonym else None
    return Span(tokens[start].start, tokens[plural].end)


_DEMONYM = re.compile(r"[A-Z][a-z]{1,14}(?:an|ese|ish|i|on|ch)")


def _past_owner(tokens: tuple[Token, ...], at: int) -> int:
    """Step over whose they are: "half of the mayor’s supporters"."""
    owner = next((i for i in range(at, min(len(tokens), at + LONGEST_NOUN_PHRASE)) if tokens[i].text in ("’s", "'s")), None)
    return at if owner is None or any(token.kind == "mark" and token.text not in ("’s", "'s") for token in tokens[at:owner]) else owner + 1


def _past_number(tokens: tuple[Token, ...], at: int) -> int:
    """Step over a second number and its bound: "31 of the nearly 200 barges"."""
    if at < len(tokens) and tokens[at].lower in BOUND_BEFORE:
        at += 1
    return at + 1 if at < len(tokens) and tokens[at].kind == "number" else at


def _noun_phrase(tokens: tuple[Token, ...], at: int, number: Number) -> tuple[int, int] | None:
    """Give first token and end of the noun phrase that begins here; null when none does."""
    stop = at
    while stop < min(len(tokens), at + LONGEST_NOUN_PHRASE) and not _ends_phrase(tokens, stop):
        stop += 1
    plural = next((i for i in range(at, stop) if is_plural(tokens[i])), None)
    if plural is not None:
        end = plural + 1
        while end < stop and is_plural(tokens[end]) and tokens[end].lower not in PRESENT_VERBS:
            end += 1
        if end < stop and tokens[end - 1].lower == "police" and tokens[end].lower in IRREGULAR_PLURALS:
            end += 1
        return _with_complement(tokens, at, end)
    if stop == at or _is_verb(tokens[at]):
        return None
    if number.value == 1 or number.kind in ("money", "percent", "share"):
        end = next((i for i in range(at + 1, stop) if _is_verb(tokens[i])), stop)
        return at, end
    return None


def _with_complement(tokens: tuple[Token, ...], first: int, end: int) -> tuple[int, int]:
    """Take in "of" and its noun where the head is a measure: "rounds of ammunition", "members of her choir"."""
    holds = (
        end < len(tokens) - 1
        and tokens[end].lower == "of"
        and tokens[end - 1].lower in ("members", "pieces", "rounds", "tonnes", "tons", "units", "acres")
    )
    if not holds:
        return first, end
    stop = end + 1
    while stop < min(len(tokens), end + LONGEST_NOUN_PHRASE) and (
        (stop == end + 1 and tokens[stop].lower in POSSESSIVES) or not _ends_phrase(tokens, stop)
    ):
        stop += 1
    return first, stop if stop > end + 1 else end


def _ends_phrase(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return (
        token.kind != "word"
        or token.lower in STOPS
        or token.lower in PRESENT_VERBS
        or token.text in ("’s", "'s")
        or (token.lower in PAST_VERBS and token.lower not in ("burnt", "broken", "stolen", "hidden", "lost", "dead"))
    )


def is_plural(token: Token) -> bool:
    """Tell whether a word looks like a noun in the plural."""
    lower = token.lower
    if lower in IRREGULAR_PLURALS or (lower.endswith(("children", "men")) and lower not in NOT_PLURAL):
        return True
    return len(lower) > 2 and lower.endswith("s") and not lower.endswith(("ss", "’s", "'s", "ous", "sis")) and lower not in NOT_PLURAL


def _is_verb(token: Token) -> bool:
    lower = token.lower
    return lower in PAST_VERBS or lower in PRESENT_VERBS or lower in AUXILIARIES or (lower.endswith("ed") and not token.capital)


def find_bound(tokens: tuple[Token, ...], place: Place) -> Bound:
    """Tell how the words beside a number bound it; a number round by nature ("a dozen") is about."""
    number = place.number
    if number.high is not None:
        return "between"
    before = _nearest_bound(tokens, place)
    after = next((BOUND_AFTER[w] for w in _words_after(tokens, place.after) if w in BOUND_AFTER), None)
    found = before if before not in (None, "exact") else after or before
    if before == "additional" or (after == "additional" and before is None):
        found = "additional"
    if found is None and (number.kind == "vague" or _text(tokens, place).lower() in LOOSE_NUMBERS):
        return "about"
    return found or "exact"


def _nearest_bound(tokens: tuple[Token, ...], place: Place) -> Bound | None:
    at = place.first
    while at > 0 and tokens[at - 1].lower in ("a", "an", "the", "only", "just", "of", "$", "£", "€"):
        at -= 1
    for end in dict.fromkeys((place.first, at)):
        for length in (4, 3, 2, 1):
            words = " ".join(token.lower for token in tokens[max(0, end - length) : end])
            if end >= length and words in BOUND_BEFORE:
                return BOUND_BEFORE[words]
    for word in ("record of", "total of"):
        if " ".join(token.lower for token in tokens[max(0, place.first - 2) : place.first]) == word:
            return BOUND_BEFORE.get(word)
    return None


def _words_after(tokens: tuple[Token, ...], after: int) -> tuple[str, ...]:
    lowers = [token.lower for token in tokens[after : after + 2]]
    commas = lowers[1:] if lowers[:1] == [","] and lowers[1:] == ["maybe"] else lowers
    return (" ".join(commas), commas[0]) if commas else ()


def _text(tokens: tuple[Token, ...], place: Place) -> str:
    return " ".join(token.text for token in tokens[place.first : place.after])


_YEARS = range(1900, 2100)


def is_count(text: str, tokens: tuple[Token, ...], place: Place, *, beside_others: bool) -> bool:
    """Tell whether a number counts something: years, ages, labels ("phase 2"), measures and the pronoun "one" do not."""
    number = place.number
    before = tokens[place.first - 1] if place.first else None
    after = tokens[place.after] if place.after < len(tokens) else None
    if _is_stamp(text, tokens, place) or _is_label(text, number, before) or (after is not None and after.lower in MEASURES):
        return False
    if _is_age(tokens, place) or _is_year(tokens, place):
        return False
    if number.worded and number.value == 1:
        return _one_counts(tokens, place, beside_others=beside_others)
    if number.value is not None and number.value <= NO_COUNT_AFTER_THE_TWO and number.worded:
        return not (before is not None and before.lower in ("the", "these", "those")) and not (after and after.lower in PAIRS)
    return number.kind != "percent" or number.value is not None


def _is_label(text: str, number: Number, before: Token | None) -> bool:
    if before is None or before.kind != "word":
        return (before is not None and before.text in ("#", "№")) or text[number.span.end : number.span.end + 1] in ("/", "_")
    inside_name = number.worded and text[number.span.start].isupper() and before.capital  # Air Force One
    opens = text[max(0, number.span.start - 2) : number.span.start].strip() in ("“", '"', "‘")
    return (before.lower in LABELS and not number.worded) or (inside_name and not opens)


def _is_stamp(text: str, tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell the time or the number at the head of a line: "1413 The first ferry has docked", "3. Ferries"."""
    digits = place.number.span.of(text)
    after = tokens[place.after].text if place.after < len(tokens) else ""
    if place.first == 0 and digits.isdigit() and after in (".", ")"):
        return True
    return place.first == 0 and len(digits) == 4 and digits.isdigit() and place.after < len(tokens) and tokens[place.after].capital


def _is_age(tokens: tuple[Token, ...], place: Place) -> bool:
    """Tell an age: "aged 34", "Ines Dorval, 58," and "34 years old"."""
    before = tokens[place.first - 2 : place.first] if place.first >= 2 else ()
    if place.first and tokens[place.first - 1].lower in ("aged", "age"):
        return True
    closes = place.after < len(tokens) and tokens[place.after].text in (",", ".", ")")
    named = len(before) == 2 and before[1].text in (",", "(") and before[0].capital
    return bool(closes and named and not place.number.worded and place.number.value is not None and place.number.value <= 110)


def _is_year(tokens: tuple[Token, ...], place: Place) -> bool:
    number = place.number
    if number.worded or number.kind != "count" or number.value not in _YEARS or "," in _text(tokens, place):
        return False
    return not (place.after < len(tokens) and is_plural(tokens[place.after]))


def _one_counts(tokens: tuple[Token, ...], place: Place, *, beside_others: bool) -> bool:
    before = tokens[place.first - 1].lower if place.first else ""
    after = tokens[place.after].lower if place.after < len(tokens) else ""
    joined = before in ("and", "least", "only", "just", "includes", "including", ",")
    if beside_others and joined and after in ("in", "at", "from", "near", "on"):
        return True
    if before in ("no", "this", "the", "which", "every", "any", "number", "each", "another") or after in NO_COUNT_AFTER_ONE:
        return False
    if after in PEOPLE or before.endswith("ing") or _DEMONYM.fullmatch(tokens[place.after].text if after else ""):
        return True
    if after in STOPS or not after or tokens[place.after].kind != "word":
        return False
    beyond = tokens[place.after + 1] if place.after + 1 < len(tokens) else None
    ends = beyond is None or beyond.kind == "mark"
    opens = before in ("", ":") and beyond is not None and (beyond.lower == "to" or beyond.lower in AUXILIARIES)  # One road will reopen
    return (beside_others and joined) or (before == "and" and ends) or opens
