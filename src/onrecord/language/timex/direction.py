"""A time expression and the sentence around it to whether it lies ahead or behind, by the verb that places it."""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from onrecord.language.english import ABBREVIATIONS
from onrecord.language.english_time import FIRM_CUES, FUTURE_CUES, PAST_CUES, RESET_CUES
from onrecord.language.patterns import compile_later
from onrecord.language.timex.calendar import Direction
from onrecord.model import Span


def _alternatives(cues: Sequence[str]) -> str:
    """Give the alternatives of a pattern by first letters, so that most words are passed over at once; the longer cue first."""
    ordered = sorted(cues, key=lambda cue: (cue[0], -len(cue)))
    groups = ((first, "|".join(re.escape(cue[1:]) for cue in group)) for first, group in groupby(ordered, key=itemgetter(0)))
    return "|".join(f"{re.escape(first)}(?:{rest})" for first, rest in groups)


_FUTURE, _PAST = _alternatives(FUTURE_CUES), _alternatives(PAST_CUES)
_CUE = compile_later(
    rf"""
    (?<!\w) (?:                                          # a cue begins with a word
    (?P<past> (?: could \s not | couldn[’']t ) )
  | (?P<future> (?: (?:{_FUTURE}) (?!\w) | [A-Za-z]{{1,10}} [’']ll \b )                 # will, due, expected
        (?: \s (?:also|be|been|have|not|now|only|soon|then|to) ){{0,3}}
        (?: (?: \s [a-z]{{2,20}} )? \s [a-z]{{2,20}}ed \b )? )                          # will be handed, will stay closed
  | (?P<behind> (?: {_PAST} | [a-z]{{2,20}}ed ) (?!\w) )                             # told, circulated
    )
    """,
    re.VERBOSE,
)
FARTHEST_CUE = 200
"""Code points from a weekday in which the verb that places it is looked for."""
LONGEST_WORD = 24
"""Code points behind a weekday in which a verb that stands beside it ends."""
_VERB_BEHIND = compile_later(rf"\s (?: {_PAST} | [a-z]{{2,20}}ed ) \b", re.VERBOSE)
_FIRM = compile_later(rf"(?: {'|'.join(FIRM_CUES)} | [A-Za-z]{{1,10}} [’']ll ) \b", re.VERBOSE)
_LIMIT = compile_later(r"\b(?:until|till|by|through)\s$")
_TARGET = compile_later(
    rf"""
    \b (?: {"|".join(map(re.escape, RESET_CUES))} ) \b                     # postponed, called
    [^.;:,]{{0,60}} \s (?: for | to | until | till | through ) \s $    # a strike for
  | \b (?: ha[sd] | have | given | remains? | stays? | to \s leave ) \s (?: [a-z]{{2,12}} \s ){{0,2}} (?: by | until | till ) \s $
    """,
    re.VERBOSE,
)
_TARGET_ENDS = ("by ", "for ", "through ", "till ", "to ", "until ")
_DROPPED = compile_later(
    r"""
    \b had \s (?: [a-z]{2,12} \s )? been \s (?: [a-z]{2,12} \s )? (?: due | expected | planned | scheduled | set | supposed ) \s to \b
  | \b had \s (?: [a-z]{2,12} \s )? (?: hoped | intended | planned ) \s to \b
  | \b as \s (?: first | originally | previously ) \s (?: planned | scheduled ) \b
    """,
    re.VERBOSE,
)
_AHEAD = compile_later(r"\b(?:ahead\sof|as\s(?:early|soon)\sas|in\stime\sfor|no\slater\sthan)\s$")
_STOP = compile_later(r"(?P<word>\w*)[.!?…]+[\"”’)]*\s+(?=[\"“‘'(]*[A-Z])")


def find_direction(text: str, sentence: Span, span: Span) -> Direction:
    """Tell by the verb before a weekday, or the first one after it, whether the day lies ahead or behind.

    >>> words = "The mayor told the council that the bridge would open on Friday."
    >>> find_direction(words, Span(0, len(words)), Span(57, 63))
    'future'
    """
    following = text[span.end : min(sentence.end, span.end + LONGEST_WORD)]
    if _VERB_BEHIND.match(following):
        return "past"  # the court on Thursday refused
    first = max(sentence.start, span.start - FARTHEST_CUE)
    if _AHEAD.search(text, max(first, span.start - LONGEST_WORD), span.start) or _is_target(text, Span(first, span.start)):
        return "future"
    owner = following.startswith(("’s", "'s"))
    cues = () if owner else tuple(_CUE.finditer(text, first, span.start))
    limit = _LIMIT.search(text, max(first, span.start - 10), span.start)
    if any(cue["future"] for cue in cues) and _DROPPED.search(text, first, span.start):
        return "past"  # the lease had been due to end on Friday
    if limit and any(cue["future"] or cue["behind"] in ("has", "have") for cue in cues):
        return "future"  # has kept the bourse shut until Friday
    if cues:
        return "future" if cues[-1]["future"] else "past"
    return _after(text, sentence, span, limit=limit is not None)


def _is_target(text: str, before: Span) -> bool:
    """Tell a day to which something was put: "called a strike for Friday"; most words before a day are told from these at once."""
    return text.endswith(_TARGET_ENDS, *before) and _TARGET.search(text, *before) is not None


def _after(text: str, sentence: Span, span: Span, *, limit: bool) -> Direction:
    """Tell by the first verb behind: "On Friday, the mayor will reply"."""
    cue = _CUE.search(text, span.end, min(sentence.end, span.end + FARTHEST_CUE))
    if cue is None:
        return "future" if limit else "near"
    return "future" if cue["future"] and _FIRM.match(cue["future"]) else "past"


def sentence_around(text: str, block: Span, span: Span) -> Span:
    """Give the sentence that an expression stands in, as far as its verbs are looked for.

    >>> words = "It rained. Mr. Osk left on Sunday. He slept."
    >>> sentence_around(words, Span(0, len(words)), Span(27, 33)).of(words)
    'Mr. Osk left on Sunday. '
    """
    start = max(block.start, span.start - FARTHEST_CUE)
    for stop in _STOP.finditer(text, start, span.start):
        if _ends(stop):
            start = stop.end()
    farthest = min(block.end, span.end + FARTHEST_CUE)
    end = next((stop.end() for stop in _STOP.finditer(text, span.end, farthest) if _ends(stop)), farthest)
    return Span(start, end)


def _ends(stop: re.Match[str]) -> bool:
    word = stop["word"]
    return not (len(word) == 1 and word.isupper()) and word.lower() not in ABBREVIATIONS
