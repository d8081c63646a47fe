"""The words between a total and its parts to what they say of them: patterns only, each on a short stretch of text."""

import re
from collections.abc import Sequence

from onrecord.language.english import PREPOSITIONS
from onrecord.language.patterns import compile_later
from onrecord.language.tokens import Token
from onrecord.model import Span

_COLON = compile_later(r"^[^:;.!?]{0,120}:\s[^:;!?\d]{0,12}$")
_LIST_GAP = compile_later(
    r"""
    ^ [^:.!?]{0,90}?                                          # what the part before is or does
    (?: , \s? (?:and\s|while\s|with\s|but\s|as\s)? | \s and \s | ; \s (?:and\s)? | \s while \s | , \s and \s that \s )
    (?: (?: [a-z’']{1,12} \s ){0,4} )? $                      # "around", "a further", "she was hoping for"
    """,
    re.VERBOSE,
)
_ALTERNATIVE = compile_later(r"\b(?:maybe|or|perhaps|possibly)\s(?:[a-z]{1,8}\s)?$")
_OPENER = compile_later(r"^\W{0,3}(?:Of|Among)\s(?:these|those|them|the\s\w{2,20}|the\s(?:\d[\d,]{0,9}|\w{3,12}))\b", re.IGNORECASE)
_INCLUDING = compile_later(r"\b(?:including|comprising|made\sup\sof|consisting\sof|among\sthem)\s(?:[a-z]{1,12}\s){0,2}$")
_SOME = compile_later(r"\binclud(?:e|es|ed|ing)\b")
_REST = compile_later(r"\b(?:while|and|with|but)?\s?(?P<rest>the\s(?:rest|remainder|others))\b(?!\sof\s(?!them|these|those))")
_CLOSING = compile_later(r"\b(?:the|The)\s(?:other|last|final|remaining)\s$")
_BACKWARD = frozenset(("them", "these", "those", "whom", "which"))


def listed_after_colon(text: str, total: Span, first: Span) -> bool:
    """Tell whether a colon stands between the total and the first part.

    >>> listed_after_colon("40 boats: 25 trawlers", Span(0, 2), Span(10, 12))
    True
    """
    return _COLON.match(text[total.end : first.start]) is not None


def is_list_gap(gap: str) -> bool:
    """Tell whether the words between two numbers part the members of a list.

    >>> is_list_gap(" by boat and "), is_list_gap(" drones, while "), is_list_gap(" houses. In ")
    (True, True, False)
    """
    return _LIST_GAP.match(gap) is not None and _ALTERNATIVE.search(gap) is None


def opens_partition(text: str, sentence: Span, first: Span) -> bool:
    """Tell whether a sentence opens with "of these"."""
    return _OPENER.match(text[sentence.start : first.start]) is not None


def introduces_parts(gap: str) -> bool:
    """Tell whether the words before the first part say that parts follow, if not that they are all."""
    return _INCLUDING.search(gap) is not None


def names_some(before: str) -> bool:
    """Tell whether the words before the first part say that it is one of several: "they included 20 nurses"."""
    return _SOME.search(before) is not None


def carries_on(following: Sequence[Token]) -> bool:
    """Tell whether a number points back to a total: "14 of them"."""
    return len(following) > 1 and following[0].lower == "of" and following[1].lower in _BACKWARD


def same_preposition(followings: Sequence[Sequence[Token]]) -> bool:
    """Tell whether one construction is told again for each part: "six by the navy and three by fishermen"."""
    firsts = [following[0].lower if following else "" for following in followings]
    return firsts[0] in PREPOSITIONS - {"of"} and len(set(firsts)) == 1


def told_alike(gap: str, following: Sequence[Token]) -> bool:
    """Tell whether the total itself is told by the preposition of its parts: "seven died in Leeds, two in York"."""
    return bool(following) and re.search(rf"\b{re.escape(following[0].lower)}\b", gap.lower()) is not None


def rest_after(text: str, span: Span) -> Span | None:
    """Give where "the rest" stands, if the sentence has it."""
    match = _REST.search(text, span.start, span.end)
    return Span(*match.span("rest")) if match else None


def closes(text: str, part: Span) -> bool:
    """Tell whether a part is said to be the last: "the last nine", "the other 128"."""
    return _CLOSING.search(text[max(0, part.start - 16) : part.start]) is not None
