"""A figure and the statements around it to its holder: who says it, or whose count the sentence says it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.within import Spread
from onrecord.language.bodies import shorten_body
from onrecord.language.english_counts import AGREEMENTS, COUNT_NOUNS, HOLDING_VERBS
from onrecord.language.patterns import compile_later
from onrecord.model import Block, Holder, Page, Span, Statement

FARTHEST = 120
"""Code points before a number in which the words lie that say whose count it is."""
FARTHEST_TITLE = 4000
"""Code points from "the text" to the name of what it is the text of."""
_ROUGH = r"(?: (?:about|around|at \s (?:least|most)|exactly|just|more \s than|nearly|only|over|roughly|some|up \s to) \s )?"
_COUNTS = "|".join(COUNT_NOUNS)
_WHO = r"""
    (?P<who> [Tt]he \s (?: (?!the\b) [\w’'-]{1,20} \s ){0,3} [\w-]{1,20}                 # the harbour office
      | [A-Z]\w{1,20}[’']s (?: \s (?!ha[sd]\b) [a-z][\w-]{1,20} ){1,3}                    # Keld’s council
      | [A-Z][\w’'-]* (?: \s [A-Z][\w’'-]* ){0,4} )                                      # Ida Storm
"""
_OWNER = compile_later(
    rf"""
    \b {_WHO} (?: [’']s? ) \s                                                 # the rebels’
    (?: (?: latest | official | own | provisional ) \s )?
    (?: {_COUNTS} ) (?: ,[^,.;]{{1,80}}, )? \s                               # figure
    (?: of | has | had | holds | names | shows | is | at | was
      | had \s been | stands \s at | stood \s at | runs \s to | ran \s to | comes \s to | came \s to ) \s {_ROUGH} $
    """,
    re.VERBOSE,
)
_ELIDED = compile_later(
    rf"""
    \b {_WHO} (?: [’']s | s[’'] ) \s                                          # the rebels’ is 48: their count
    (?: comes \s to | came \s to | gives | had | has | holds | is | names | runs \s to | ran \s to | shows | stands \s at | was )
    \s {_ROUGH} $
    """,
    re.VERBOSE,
)
_HOLDS = rf"""
    (?: (?: had | has | have ) \s )? (?: (?: also | earlier | now | previously | still ) \s )?
    (?: {"|".join(map(re.escape, HOLDING_VERBS))} | (?: speaks? | spoke | spoken ) \s (?: (?!\bof\b) \w{{1,12}} \s ){{0,3}} of ) \s
    (?: (?: a | an | its | his | her | the | their ) \s (?: own \s )? (?: {_COUNTS} ) \s of \s )? {_ROUGH} $
"""
_SUBJECT = compile_later(rf"\b {_WHO} (?: \s \([A-Z]{{2,8}}\) )? ,? \s {_HOLDS}", re.VERBOSE)
_STILL = compile_later(rf"^ (?: He | It | She | They ) \s {_HOLDS}", re.VERBOSE)
_HAS = compile_later(rf"\b {_WHO} \s ha[sd] \s {_ROUGH} $", re.VERBOSE)
_NO_NOUN = compile_later(r"\s*+(?:names\b|[.;]|$)")
_KEEPS = compile_later(
    rf"""
    \b {_WHO} (?: , \s (?P<name> [A-Z][\w’' -]{{2,40}} ) , )? \s keeps? \s (?: its | their ) \s own \b [^.;]{{0,40}} \s
    (?: comes? | runs? ) \s to \s {_ROUGH} $
    """,
    re.VERBOSE,
)
_MADE_BY = compile_later(
    rf"""
    \b (?: {_COUNTS} | inventory | report | study | survey ) \s (?: compiled | drawn \s up | kept | made | prepared | written ) \s by \s
    (?P<who> [\w’'-]{{1,20}} (?: \s (?!and\b) [\w’'-]{{1,20}} ){{0,4}}? ) (?: \s and \s [^.;:]{{1,50}}? )? \s
    (?: counts | gives | has | lists | names | puts \s [\w\s]{{1,20}} \s at | shows ) \s {_ROUGH} $
    """,
    re.VERBOSE,
)
_OF_PAPER = compile_later(rf"[’']s?\s(?:{_COUNTS}|inventory|report|study|survey)$")
_PATTERNS = (_OWNER, _ELIDED, _SUBJECT, _KEEPS, _MADE_BY)
_COPY = compile_later(
    rf"""
    ^ (?: an? \s )?
    (?: (?: {_COUNTS} | copy ) \b                                        # a count
      | (?: inventory | report | study | survey ) \b (?= .* \b by \s ) )  # a survey kept by
    (?: .*? \b by \s (?P<who> .+ ) )?                                   # the tenants’ union
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPEAKS_FOR = compile_later(r"^(?P<body>[\w’' ]{2,40}?)(?:['’]s?)?\sspokes(?:man|person|woman)$")
_REVISED = compile_later(r"^ [\s\w’'-]{0,40}? ,? \s (?: up | down ) \s from \s (?: about \s | at \s least \s )? $", re.VERBOSE)


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
    speaker = inner.speaker if inner else None
    copied = None
    if speaker is not None:
        holder = Holder(speaker.name or speaker.text, speaker.actor)
        copied = _COPY.match(_bare(holder.name))
        if copied is None:
            return _spoken_for(holder, named)
    before = text[max(sentence.start, span.start - FARTHEST) : span.start]
    match = next((found for pattern in _PATTERNS if (found := pattern.search(before))), copied)
    if match is None and _NO_NOUN.match(text, span.end, sentence.end):
        match = _HAS.search(before)
    groups = match.groupdict() if match else {}
    who = _OF_PAPER.sub("", groups.get("name") or groups.get("who") or "")
    if not who or _is_nobody(who):
        return None
    return _named(_bare(who), named) or Holder(shorten_body(_without_article(who)), None)


def _spoken_for(holder: Holder, named: Mapping[str, Holder]) -> Holder | None:
    """Give the body that has spoken for a spokesman of it without a name; a pronoun that stands for nobody holds nothing."""
    holder = replace(holder, name=_STAMP.sub("", holder.name))
    if _is_nobody(holder.name) or holder.name[:1].isdigit():
        return None
    match = _SPEAKS_FOR.match(_bare(holder.name)) if holder.name == holder.name.lower() else None
    holder = (_named(match["body"], named) if match else None) or holder
    owner = _OF_PAPER.sub("", holder.name)
    if owner != holder.name:
        holder = _named(_bare(owner), named) or Holder(owner, None)
    return replace(holder, name=shorten_body(holder.name))


class Holders:
    """Who holds the figures of one page, asked in the page's order."""

    def __init__(self, page: Page, statements: Sequence[Statement]) -> None:
        """Take the page and what is said on it."""
        self._text = page.capture.text
        self._told = spread_contents(statements)
        self._named = name_speakers(statements)
        self._last: tuple[Span, Span, Holder | None] | None = None
        self._goes_on = False
        self._treaty: tuple[Holder, Block] | None = None
        self._whose: dict[str, set[str]] = {}

    def find(self, span: Span, sentence: Span, block: Block) -> Holder | None:
        """Give who holds the number at `span`, he who held the one before it where the words go on with his."""
        found = find_holder(self._text, span, sentence, self._told, self._named)
        holder = found and self._titled(found, span)
        if holder is not None and holder.name.startswith(_TEXT_OF):
            self._treaty = holder, block
        if self._last and self._last[1] != sentence:
            self._goes_on = False
        if holder is None:
            holder = self._carried(span, sentence) or self._planned(sentence, block)
        self._last = span, sentence, holder
        return holder

    def _carried(self, span: Span, sentence: Span) -> Holder | None:
        """Give the holder of the number before where this one is its part, what it was raised from or "of them"."""
        if self._last is None or self._last[2] is None:
            return None
        last, where, holder = self._last
        if where == sentence:
            parts = self._goes_on or ":" in self._text[sentence.start : span.start]
            goes_on = parts and ";" not in self._text[last.end : span.start]
            return holder if goes_on or is_revised(self._text, last, span) else None
        beside = not self._text[where.end : sentence.start].strip(" ")
        self._goes_on = beside and span.start == sentence.start and self._text.startswith(_OF_THEM, span.end)
        speaks = beside and _STILL.match(self._text[sentence.start : span.start])
        return holder if self._goes_on or speaks else None

    def _planned(self, sentence: Span, block: Block) -> Holder | None:
        """Give the treaty under which something is to be done, told of in the paragraph before or in this one."""
        if self._treaty is None or self._treaty[1].entry != block.entry or not _TO_BE.search(sentence.of(self._text)):
            return None
        holder, where = self._treaty
        if self._text[where.span.end : block.span.start].strip():
            return None
        self._treaty = holder, block
        return holder

    def _titled(self, holder: Holder, span: Span) -> Holder:
        """Give a treaty's text its title: "the text" of a deal is the text of the agreement."""
        bare = _bare(holder.name)
        if bare == "text":
            first, end = max(0, span.start - FARTHEST_TITLE), span.end + FARTHEST_TITLE
            near = _AGREED.findall(self._text, first, span.start) or _AGREED.findall(self._text, span.end, end)
            bare = near[-1] if near else bare
        if bare in _NATIONAL:
            if bare not in self._whose:
                self._whose[bare] = set(re.findall(rf"\b[A-Z][\w-]{{1,30}}[’']s?\s{bare}\b", self._text))
            return replace(holder, name=shorten_body(next(iter(self._whose[bare])))) if len(self._whose[bare]) == 1 else holder
        agreed = AGREEMENTS.get(bare.split()[-1]) if holder.name == holder.name.lower() else None
        return replace(holder, name=_TEXT_OF + agreed) if agreed else holder


_NATIONAL = frozenset(("army", "government", "military", "navy", "parliament"))
_TEXT_OF = "text of the "
_OF_THEM = (" of them ", " of these ", " of those ")
_TO_BE = compile_later(r"\b(?:are|is|was|were)\sto\s|\b(?:must|shall|will|would)\b")
_AGREED = compile_later(rf"\b(?:{'|'.join(AGREEMENTS)})\b")


def _named(who: str, named: Mapping[str, Holder]) -> Holder | None:
    """Give the speaker of that name, or the only one whose name ends in it: "Orlo" for Ivan Orlo."""
    ending = {holder for name, holder in named.items() if name.endswith(f" {who}") and not _COPY.match(name)}
    return named.get(who) or (next(iter(ending)) if len(ending) == 1 else None)


def is_revised(text: str, earlier: Span, later: Span) -> bool:
    """Tell whether a number is what the one before it was raised or lowered from: "36, up from 27".

    >>> is_revised("now puts it at 36, up from 27.", Span(15, 17), Span(27, 29))
    True
    """
    return _REVISED.match(text[earlier.end : later.start]) is not None


_NOBODY = frozenset("he her his i it its mine our she that their they this we what which who you your".split())


_STAMP = compile_later(r"^\d{4}\s(?=[A-Z])")  # "1413 The harbour office", at the head of an entry


def _is_nobody(who: str) -> bool:
    """Tell a pronoun that stands for nobody from an acronym: "who", not "WHO"."""
    return _bare(who) in _NOBODY and not (len(who) > 1 and who.isupper())


def _without_article(words: str) -> str:
    return re.sub(r"^[Tt]he\s", "", words)


def _bare(words: str) -> str:
    return _without_article(words).casefold().replace("'", "’")
