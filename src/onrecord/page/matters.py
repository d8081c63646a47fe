"""The paragraphs of a live blog that has lost its marks to where the matter changes."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.english_pages import CONTINUING, DEMONSTRATIVES, PRONOUNS, ROLES
from onrecord.language.english_time import MONTHS
from onrecord.language.patterns import compile_later
from onrecord.page.likeness import content_words
from onrecord.page.lines import Line
from onrecord.settings import PageSettings, TurnWeights

_FULL_NAME = compile_later(
    r"""
    (?=[A-Z]) \b                                                                           # looked at first, as most signs are none
    (?! (?:Mr|Mrs|Ms|Dr|Sir|The|In|On|At|But|And|For|After|As|When|If) \b )     # a courtesy title or a sentence's first word is no name
    [A-Z][\w’'-]{1,30} (?: \s{1,3} (?:al|bin|de|der|la|van|von) \b ){0,2} (?: \s{1,3} [A-Z][\w’'-]{1,30} ){1,5}
    """,
    re.VERBOSE,
)
_TITLED = compile_later(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord)\.?\s+[A-Z]")
_THE = compile_later(r"^(?:The|Its|His|Her|Their)\s+(?P<first>[\w’'-]+)\s*(?P<second>[\w’'-]*)")
_COURTESY = compile_later(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+([A-Z][\w-]+)")
_CAPITAL = compile_later(r"[A-Z][\w-]+")
_LATELY = compile_later(
    r"\b(?:today|tonight|yesterday|overnight|this (?:morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_NEWLY = compile_later(
    r"\bha(?:s|ve) (?:not |been |now |also )?(?!been\b)"
    r"(?:\w{2,20}ed|\w{1,20}(?:wn|de|ut|id|ld)|begun|come|gone|taken|won|lost|left|met|sent|set)\b"
)
_LATELY_TOLD = compile_later(
    r"\b(?:said|says|reported|announced|confirmed|warned|told|published|according to)\b.{0,120}"
    r"\b(?:today|yesterday|overnight|this (?:morning|afternoon|evening)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bovernight\b",
    re.IGNORECASE,
)
# What leans on the matter before: "the report", "the two leaders".
_LEANING = compile_later(
    r"""
    \b (?:the|those|these|such|that|this) \s                                            # the report, unless it is the report that/of
        (?:allegations?|announcement|attack|blast|blaze|claims?|comments?|crash|damage|decision|deaths?|incident|move|pair|plan
        |proposal|remarks?|reports?|row|statement|strikes?|trio|video|vote) \b (?!\s+(?:that|of|on|in|by|to|from)\b)
    | \b the \s (?:two|three|four|other|others|latter|former|same) \b                    # the two leaders
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What answers the matter before: "declined to comment", "did not give further details".
_ANSWERING = compile_later(
    r"""
      \b confirm(?:ed)? \s n?or \s den(?:y|ied) \b (?! \s an? \s )                      # neither confirm nor deny, unless "a report that"
    | \b (?:could|did|was|were|has|have) \s (?:not|unable) \s (?:\w+\s){0,3}? (?:to\s)? (?:verify|independently)
    | \b declin\w{1,3} \s to \s (?:comment|say|elaborate)
    | \b (?:did|has|have|had|could) \s not \s (?:immediately\s)? (?:respond|comment|provide|give|say|elaborate|react|name|yet)
    | \b (?:denied|rejected|dismissed) \s (?:the|any|that) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BACKGROUND = compile_later(
    r"""
    ^ (?: after\slast | (?:in|since) \s (?:19|20)\d\d \b                                               # after last month's vote; in 2018
      | (?:last|next|earlier\sthis|later\sthis)\s(?:month|year|week)                                # Next week
      | in\s(?:MONTHS)\b                                                                           # in April
      | on\sbeing\sasked | when\sasked | asked\s(?:about|whether|if) | speaking\s(?:to|at|in|on)         # asked about ...
      | not\sonly | now\sthere )
    """.replace("MONTHS", "|".join(MONTHS)),
    re.VERBOSE,
)
_LOOSE_COUNT = compile_later(
    r"^(?:about half|all|both|each|few|half|many|most|none|one|others|several|some|three|two)(?: of (?:them|the))?"
    r" (?:are|had|has|have|is|of|said|say|was|were|will)\b"
)
# In a statement, it said ...
_SETTING = compile_later(
    r"^(?:after|as|at|before|during|for|in|on|speaking|when|while|with)\b[^,\"]{1,60},\s(?:he|her|his|it|its|she|their|they)\b"
)
# A live blog hands its reader on to something else
_TURNING = compile_later(
    r"""
    ^ (?: (?:let's|let\sus|we'll|we\swill|we\scan) \s (?:now\s)?                                      # Let us turn to
          (?:bring|cross|go|hear|head|look|move|return|start|take|turn)
      | we(?:'re|\sare|'ve|\shave) \s (?!(?:been|not)\b)                                             # We're hearing from
      | (?:looking|moving|returning|staying|turning) \s (?:\w+\s)? (?:at|from|in|on|to|with)           # Moving on to
      | (?:and\s)?now \s (?:for|from|in|on|over|to) | (?:aside|away)\sfrom | (?:back|over)\s(?:in|to)  # Now to
      | elsewhere | in\sother\s(?:developments|news) | some\s(?:breaking|more)                          # In other news
      | (?:further|more) \s (?:comments?|details?|from|lines|news|on|quotes|reaction|remarks)          # More reaction
      | as\s(?:a|another|the) \s (?:\w+\s){1,2} (?:afternoon|day|evening|meeting|morning|night|summit|week)  # As a long night begins
      ) \b
    """,
    re.VERBOSE,
)
_MEANWHILE = compile_later(r"^(?:meanwhile|earlier|later|separately|also)\b")


LONGEST_MEMORY = 12
"""Paragraphs of an entry over which a name in short reaches back."""
REACH = 3
"""Paragraphs back with which a paragraph's words are compared."""
LITTLE = 4
"""Telling words of a paragraph that says too little to be told from what is around it."""
SURE = 10.0
"""Points of what decides alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """A paragraph and what stands just before it on the page."""

    line: Line
    """The paragraph."""
    after_break: bool = False
    """Whether a teaser, a caption or a line of the page about itself stands between it and the paragraph before."""
    opens: bool = False
    """Whether it is a heading, or a line that hands over to the next ("Our reporter has the news:")."""
    hands_over: bool = False
    """Whether it is a line of the page about itself that hands over to the next."""


def find_turns(steps: Sequence[Step], *, settings: PageSettings | None = None) -> tuple[int, ...]:
    """Find the paragraphs at which a new matter begins; the first always does. Numbers count the steps from 0."""
    limits = settings or PageSettings()
    if not steps:
        return ()
    words = [content_words(step.line.text) for step in steps]
    counts = Counter(word for each in words for word in each)
    turns = [0]
    for at in range(1, len(steps)):
        if _turn_score(steps, words, counts, (turns[-1], at), limits.turn_weights) >= limits.turn_score:
            turns.append(at)
    return tuple(turns)


def is_live(steps: Sequence[Step], *, title_says_so: bool, settings: PageSettings | None = None) -> bool:
    """Tell whether paragraphs are a live blog's: breaks and people introduced anew tell it, one of them where its title says so.

    An article names a person in full once; a live blog does it again in each entry. A title alone tells nothing: "Dam latest:
    40 moved" may stand above an article.
    """
    limits = settings or PageSettings()
    if len(steps) < limits.fewest_live_paragraphs:
        return False
    breaks = sum(step.after_break or step.hands_over for step in steps)
    again = _introduced_again([step.line for step in steps])
    return again + breaks + title_says_so >= limits.live_signs and (again >= 1 or title_says_so)


def _introduced_again(lines: Sequence[Line]) -> int:
    """Count the paragraphs that name in full, at their opening or with a role, someone whom the paragraphs before called by less."""
    known: dict[str, int] = {}
    short: dict[str, int] = {}
    again = 0
    for number, line in enumerate(lines):
        names = {match.group() for match in _FULL_NAME.finditer(line.text)}
        anew = [
            name
            for name in names
            if name in known and number - known[name] > 1 and short.get(name.split()[-1], -1) >= known[name] and _has_role(line.text, name)
        ]
        again += bool(anew)
        known |= dict.fromkeys(names, number)
        full = {name.split()[-1] for name in names}
        short |= {word: number for word in _CAPITAL.findall(line.text) if word not in full}
    return again


def _has_role(text: str, name: str) -> bool:
    before = text[: text.index(name)].split()[-3:]
    return any(word.lower().rstrip(",") in ROLES for word in before)


def _turn_score(
    steps: Sequence[Step], words: Sequence[frozenset[str]], counts: Counter[str], at: tuple[int, int], weights: TurnWeights
) -> float:
    """Weigh what speaks for a new matter at a paragraph against what ties it to the matter begun at the first number."""
    begun, here = at
    line, before = steps[here].line, steps[here - 1].line
    if steps[here].opens:
        return 0.0 if steps[here - 1].opens else SURE
    entry = [step.line for step in steps[max(begun, here - LONGEST_MEMORY) : here]]
    if _is_bound(line, before, entry):
        return -SURE
    score = weights.base + _telling(words, counts, at, weights) + _cues(line, entry, weights)
    return score + (weights.after_break if steps[here].after_break else _nearness(steps, begun, here, weights))


def _telling(words: Sequence[frozenset[str]], counts: Counter[str], at: tuple[int, int], weights: TurnWeights) -> float:
    """Weigh the words that a paragraph shares with those before it, and those that the next one shares with either."""
    begun, here = at
    total = len(words)
    earlier = frozenset().union(*words[max(begun, here - REACH) : here])
    memory = frozenset().union(*words[max(begun, here - LONGEST_MEMORY) : here])
    rarest = max((_rareness(word, counts, total) for word in words[here] & memory), default=0.0) / math.log(total + 2)
    score = weights.shared * _overlap(words[here], earlier, counts, total) + weights.rarest_shared * rarest
    for weight, at_next in ((weights.ahead, here + 1), (weights.ahead_two, here + 2)):
        if at_next < total:
            following = words[at_next]
            score += weight * (_overlap(following, words[here], counts, total) - _overlap(following, earlier, counts, total))
    return score + (weights.says_little if len(words[here]) <= LITTLE else 0.0)


def _nearness(steps: Sequence[Step], begun: int, here: int, weights: TurnWeights) -> float:
    """Give what is taken off right after a turn: few entries have one paragraph, and none that announces another."""
    first = steps[begun].line
    lead = steps[begun].opens or _TURNING.match(first.bare) is not None
    if here - begun == 1:
        return weights.one_paragraph * (2 if lead else 1)
    return weights.two_paragraphs * (2 if lead else 1) if here - begun == 2 else 0.0


def _cues(line: Line, entry: Sequence[Line], weights: TurnWeights) -> float:
    """Weigh the paragraph's own wording: turning to something new, or leaning on what was told."""
    text = " ".join(other.text for other in entry)
    score = weights.turning if _TURNING.match(line.bare) else 0.0
    score += weights.meanwhile if _MEANWHILE.match(line.bare) else 0.0
    score += weights.lately if _LATELY.search(line.outside) else 0.0
    score += weights.newly if _NEWLY.search(line.outside) else 0.0
    score += weights.leaning if _LEANING.search(line.outside) else 0.0
    score += weights.answering if _ANSWERING.search(line.bare) else 0.0
    score += weights.background if _BACKGROUND.match(line.bare) else 0.0
    score += weights.the if line.bare.startswith("the ") else 0.0
    score += weights.setting if line.bare.startswith(("in ", "on ", "at ")) else 0.0
    score += weights.in_quotes * (1.0 - len(line.outside_text) / len(line.text))
    return score + weights.naming * _naming(line, text) + weights.short_name * _short_names(line, text)


def _rareness(word: str, counts: Counter[str], total: int) -> float:
    return math.log((total + 1) / counts[word]) + 0.1


def _overlap(one: frozenset[str], other: frozenset[str], counts: Counter[str], total: int) -> float:
    """Give the share of a paragraph's telling words, rare ones counting more, that the paragraphs before have."""
    weights = {word: _rareness(word, counts, total) for word in one}
    return sum(weight for word, weight in weights.items() if word in other) / (sum(weights.values()) or 1.0)


def _is_bound(line: Line, before: Line, entry: Sequence[Line]) -> bool:
    """Tell whether a paragraph cannot stand without those before it: a quotation, a pronoun, a name in short, "the ministry"."""
    if before.text.endswith((":", ",")) or _opens_quotation(line) or _TITLED.match(line.text):
        return True
    first = line.bare.split()[0].strip(".,;:") if line.bare.split() else ""
    if first in PRONOUNS or first in DEMONSTRATIVES or first in CONTINUING or first.startswith(("he'", "she'", "it'", "they'")):
        return True
    if line.bare.startswith(
        ("of these", "of those", "following the", "despite this", "despite that", "among them", "in response,", "q:", "a:", "update:")
    ):
        return True
    if _LOOSE_COUNT.match(line.bare):
        return True
    if _SETTING.match(line.bare):
        return True
    text = " ".join(other.text for other in entry)
    return _takes_up(line, text) or _short_name(line, text)


def _opens_quotation(line: Line) -> bool:
    return line.text[0] in '“"«'


def _takes_up(line: Line, text: str) -> bool:
    """Tell whether "The ban" or "The statement" takes up something that the entry has told of."""
    match = _THE.match(line.text)
    if not match or not match["first"].islower():
        return False
    nouns = {word.lower() for word in (match["first"], match["second"]) if len(word) > 3}
    lower = text.lower()
    return any(noun[:5] in lower for noun in nouns) and not _FULL_NAME.search(line.text[:90]) and not _LATELY_TOLD.search(line.outside)


def _short_name(line: Line, text: str) -> bool:
    """Tell whether the paragraph opens with a name in short whose bearer the entry has named in full."""
    match = re.match(r"(?:Earlier |Later |On \w+, )?([A-Z][\w-]{1,30})(?=[\s’',])(?!\s+[A-Z])", line.text)
    if not match or match[1].lower() in ("the", "in", "on", "at", "a", "an", "as"):
        return False
    return re.search(rf"\b[A-Z][\w’-]{{1,30}}\s{{1,3}}{re.escape(match[1])}\b", text) is not None


def _naming(line: Line, text: str) -> float:
    """Weigh the names in a paragraph's first words: someone new or named in full again speaks for a new matter."""
    score = 0.0
    for name in {match.group() for match in _FULL_NAME.finditer(line.text[:160])}:
        last = name.split()[-1]
        if re.search(rf"\b{re.escape(last)}\b", text):
            score += 0.8 if _called_short(last, text) else 0.3
        elif _has_role(line.text, name):
            score += 0.4
    return min(score, 1.2)


def _short_names(line: Line, text: str) -> float:
    """Weigh names in short: "Mr Orne" was named in full before, and so was a bare "Orne" whose full name the entry has."""
    full = {name.split()[-1] for match in _FULL_NAME.finditer(line.text) if (name := match.group())}
    courtesy = {match[1] for match in _COURTESY.finditer(line.text)} - full
    if courtesy:
        return 1.5 if any(re.search(rf"\b{re.escape(name)}\b", text) for name in courtesy) else 0.5
    known = {name.split()[-1] for match in _FULL_NAME.finditer(text) if (name := match.group())}
    return 0.8 if (set(_CAPITAL.findall(line.outside_text)) & known) - full else 0.0


def _called_short(last: str, text: str) -> bool:
    """Tell whether the entry has already called someone by the last name alone."""
    return re.search(rf"(?:\b(?:Mr|Mrs|Ms|Dr)\.?\s{{1,3}}|(?<![A-Za-z]\s)|\b[a-z]{{1,30}}\s){re.escape(last)}\b", text) is not None
