"""A cue and its content to the act: what the speaker does with the words."""

import re
from collections.abc import Mapping

from onrecord.model import Act

NEGATED: Mapping[Act, Act] = {"confirm": "neither", "deny": "neither", "assert": "decline"}
"""What someone does who does not do it: "has not confirmed", "neither the mayor nor the board denied"."""

_NEITHER = re.compile(
    r"""
    \b(?: neither \s+ confirm(?:ed)? \b .{0,20} \b nor \s+ (?:deny|denied)              # neither confirm nor deny
        | (?: cannot | (?:could|can) (?: \s+ not | n['’]t ) ) (?:\s+\w+){0,2} \s+ (?:confirm|verify)    # could not independently verify
        | (?: unable | not \s+ (?:been\s+)? (?:yet\s+)? able ) \s+ to \s+ (?:\w+\s+)? (?:confirm|verify)
      )""",
    re.VERBOSE | re.IGNORECASE,
)
_PROMISE = re.compile(
    r"""
    ^\W*(?: (?:he|she|they|we|i) \s+ (?:will|would|shall) \s+ (?! have\b )       # she would return
        | it \s+ (?:will|would) \s+ (?! be\b|depend|have\b|mean\b|rain|snow|take\b ) # it would send, not: it would rain
        | (?:he|she|they|we|i|it)['’]ll \b
      )""",
    re.VERBOSE | re.IGNORECASE,
)
_REQUEST = re.compile(r"^\W*(?:please|let\s+us|we\s+(?:ask|demand|urge|call|want|need)|i\s+(?:ask|demand|urge|appeal))\b", re.IGNORECASE)
_REFUSAL = re.compile(r"\b(?:declin|refus)(?:es|ed|ing|e)\s+to\s+(?:comment|say|discuss|confirm)", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:is|are|was|were)\s+(?:expected|forecast|likely|due|set)\s+to\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:no|not|never|nobody|none|nothing|neither)\b|n['’]t\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"""
    ^\W*(?: it \s+ (?:was|is) \s+ (?: a \s+ (?:forgery|fabrication|lie|fake|hoax) | (?:not\s+true|untrue|false)
                                  | not \s+ (?:his|hers|theirs|ours) )           # it is not ours
        | no \s+ \w+ \s+ (?:had|has|was|were) \b                                   # no tanker leaked
      )""",
    re.VERBOSE | re.IGNORECASE,
)
_REFUSAL_LEAD = re.compile(
    r"""
    ^(?: (?:he|she|it|they|we|i) \s+ )?                                     # he
    (?: could | can | would | will ) \s+
    [“"‘']? neither \s+ (?:confirm|verify) \s+ nor \s+ deny [”"’']? \s+     # could “neither confirm nor deny”
    (?: that \s+ )? (?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)


def act_of(cue_act: Act, content: str, *, direct: bool = False, denying: bool = False) -> Act:
    """Tell the act from the cue's own act and the content's words; `denying`: the speaker has just denied something.

    >>> act_of("assert", "it could not yet fully verify the tally")
    'neither'
    >>> act_of("assert", "they would return the boats by Friday")
    'promise'
    """
    if cue_act != "assert":  # only a cue that says nothing itself leaves it to the content
        return cue_act
    if _NEITHER.search(content):
        return "neither"
    if _REFUSAL.search(content):
        return "decline"
    if not direct:
        return _reported_act(content) or cue_act
    if _REQUEST.search(content):
        return "demand"
    if denying and _NEGATION.search(content):
        return "deny"
    return cue_act


def _reported_act(content: str) -> Act | None:
    """Tell what a speaker does in words that the page retells."""
    if _DENIAL.search(content):
        return "deny"
    if _EXPECTED.search(content):
        return "predict"
    if _PROMISE.search(content):
        return "promise"
    return None


def refusal_lead(content: str) -> int:
    """Give the length of the words that refuse to confirm or deny, before what is not confirmed; 0 when there are none.

    >>> refusal_lead("he could “neither confirm nor deny” that a boat was lost")
    41
    """
    match = _REFUSAL_LEAD.match(content)
    return match.end() if match else 0
