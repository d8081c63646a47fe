"""A figure and the statements around it to its holder: who says it, or whose count the sentence says it is."""

import re
from collections.abc import Mapping, Sequence

from onrecord.extract.within import Spread
from onrecord.language.english_counts import COUNT_NOUNS, HOLDING_VERBS
from onrecord.model import Holder, Span, Statement

FARTHEST = 120
"""Code points before a number in which the words lie that say whose count it is."""
_ROUGH = r"(?: (?:about|around|at \s (?:least|most)|exactly|just|more \s than|nearly|only|over|roughly|some|up \s to) \s )?"
_COUNTS = "|".join(COUNT_NOUNS)
_WHO = r"(?P<who> [Tt]he \s (?: (?!the\b) [\w’'-]{1,20} \s ){0,3} [\w-]{1,20} | [A-Z][\w’'-]* (?: \s [A-Z][\w’'-]* ){0,4} )"
_OWNER = re.compile(
    rf"""
    \b {_WHO} (?: [’']s? ) \s                                                 # the rebels’
    (?: (?: latest | official | own | provisional ) \s )?
    (?: {_COUNTS} ) (?: ,[^,.;]{{1,80}}, )? \s                               # figure
    (?: of | has | had | holds | names | shows | is | at | was
      | had \s been | stands \s at | stood \s at | runs \s to | ran \s to | comes \s to | came \s to ) \s {_ROUGH} $
    """,
    re.VERBOSE,
)
_SUBJECT = re.compile(
    rf"""
    \b {_WHO} (?: \s \([A-Z]{{2,8}}\) )? \s
    (?: (?: had | has | have ) \s )? (?: (?: also | earlier | now | previously | still ) \s )?
    (?: {"|".join(map(re.escape, HOLDING_VERBS))} ) \s
    (?: (?: a | an | its | his | her | the | their ) \s (?: own \s )? (?: {_COUNTS} ) \s of \s )? {_ROUGH} $
    """,
    re.VERBOSE,
)
_REVISED = re.compile(r"^ [\s\w’'-]{0,40}? ,? \s (?: up | down ) \s from \s (?: about \s | at \s least \s )? $", re.VERBOSE)


def spread_contents(statements: Sequence[Statement]) -> Spread[Statement]:
    """Lay out the statements whose speaker stands by the words at each piece of what they say; who declines to comment gives no figure."""
    standing = [one for one in statements if one.speaker and one.act not in {"ask", "decline", "neither"}]
    return Spread((piece, statement) for statement in standing for piece in statement.content.spans)


def name_speakers(statements: Sequence[Statement]) -> dict[str, Holder]:
    """Give those who speak on a page by the words that name them there, in lower case and without an article."""
    named: dict[str, Holder] = {}
    for statement in statements:
        if statement.speaker:
            holder = Holder(statement.speaker.name or statement.speaker.text, statement.speaker.actor)
            for words in (statement.speaker.name, statement.speaker.text):
                named.setdefault(_bare(words or ""), holder)
    return named


def find_holder(text: str, span: Span, sentence: Span, told: Spread[Statement], named: Mapping[str, Holder]) -> Holder | None:
    """Give who holds a figure: the speaker of the innermost statement whose content covers it, else whose count the sentence says it is.

    >>> words = "The miners’ count of 48 is higher."
    >>> find_holder(words, Span(21, 23), Span(0, 34), Spread(()), {}).name
    'miners'
    """
    covering = [s for s in told.touching(span) if any(piece.covers(span) for piece in s.content.spans)]
    inner = min(covering, key=lambda s: sum(piece.end - piece.start for piece in s.content.spans), default=None)
    if inner is not None and inner.speaker is not None:
        return Holder(inner.speaker.name or inner.speaker.text, inner.speaker.actor)
    before = text[max(sentence.start, span.start - FARTHEST) : span.start]
    match = _OWNER.search(before) or _SUBJECT.search(before)
    if match is None or _bare(match["who"]) in _NOBODY:
        return None
    return _named(_bare(match["who"]), named) or Holder(_without_article(match["who"]), None)


def _named(who: str, named: Mapping[str, Holder]) -> Holder | None:
    """Give the speaker of that name, or the only one whose name ends in it: "Orlo" for Ivan Orlo."""
    ending = {holder for name, holder in named.items() if name.endswith(f" {who}")}
    return named.get(who) or (next(iter(ending)) if len(ending) == 1 else None)


def is_revised(text: str, earlier: Span, later: Span) -> bool:
    """Tell whether a number is what the one before it was raised or lowered from: "36, up from 27".

    >>> is_revised("now puts it at 36, up from 27.", Span(15, 17), Span(27, 29))
    True
    """
    return _REVISED.match(text[earlier.end : later.start]) is not None


_NOBODY = frozenset("he her his i it its mine our she that their they this we what which who you your".split())


def _without_article(words: str) -> str:
    return re.sub(r"^[Tt]he\s", "", words)


def _bare(words: str) -> str:
    return _without_article(words).casefold().replace("'", "’")
