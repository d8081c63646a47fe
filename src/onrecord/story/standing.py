"""The tellings of a claim, in the order of time, to how it stands and how that came about."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from onrecord.language.english_events import NEGATING
from onrecord.language.english_matters import DEEDS, DOCUMENT, NO_CONTRARY
from onrecord.language.matters import MATTER, find_terms
from onrecord.language.patterns import compile_later
from onrecord.model import Figure, Shift, Span, Standing
from onrecord.settings import StandingSettings
from onrecord.story.agreement import says_same, speaks_to, weigh_terms, words_of
from onrecord.story.quantities import can_both_hold, is_comparable, is_measured, lead_figure, main_noun, noun_of
from onrecord.story.sayings import Telling, is_paper, parts_of_a_count

_ADMITTED = compile_later(r"\b(?:acknowledg|admi(?:t|ssion)|conced|own(?:ed|s)? up)", re.IGNORECASE)
_CONFIRMED = compile_later(r"\b(?:acknowledg|admi(?:t|ssion)|conced|confirm|corroborat|own(?:ed|s)? up|verif)", re.IGNORECASE)
_VERIFIED = compile_later(r"\b(?:confirmed|verified)\b", re.IGNORECASE)
_UNSURE = compile_later(r"\b(?:cannot|could|may|might|neither|never|no|not|un\w+|would)\b|n[’']t\b", re.IGNORECASE)
_BEFORE = compile_later(r"\bhad\b", re.IGNORECASE)
_WITHDRAWN = compile_later(
    r"""
    \b (?: t(?:ake|akes|aken|aking|ook) \s (?: it | that | this | (?: (?:back|the|his|her|their) \s )? ) \s? back
         | retract (?:s|ed|ing|ion)?
         | withdr (?:aw|ew|aws|awn|awing) \s (?: the | his | her | its | their | that ) \s (?: \w+ \s ){0,2}?
           (?: accusation | allegation | assertion | claim | comment | remark | report | statement )s?
         | (?:was|were) \s (?:wrong|mistaken) \s to
         | spoke \s too \s soon ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)

_EARLIER = compile_later(r"(?:an?\s|the\s)?(?:earlier|previous)\s(?:article|headline|story|version)\b", re.IGNORECASE)
"""The outlet as it puts itself right: "an earlier version said"."""

PartyOf = Callable[[Telling], str | None]
"""Gives the party that speaks in a telling."""
DoersOf = Callable[[Telling], frozenset[str]]
"""Gives the parties that are named in the words of a telling."""


WISHES = frozenset(("ask", "demand", "intend"))
"""Acts by which a number is wanted, not given."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a party gave of what a claim counts."""

    figure: Figure
    party: str
    whole: float
    """All that its telling counts, added up: 12, 12 and nine are 33."""
    doers: frozenset[str]
    """Parties that did what is counted, where deeds are; empty when they are not named."""
    terms: frozenset[str] = frozenset()
    """What it is told with, numbers left out."""


class Affirmed(NamedTuple):
    """What a claim tells of, and who says that it is so."""

    matter: str | None
    parties: frozenset[str | None]


@dataclass(slots=True)
class _State:
    """What has been heard of a claim so far."""

    limits: StandingSettings
    claimants: dict[str, list[Telling]] = field(default_factory=dict)
    """What those say who say so, by their keys; the first of them, and those who say the same."""
    spoken: Standing | None = None
    """Confirmed or denied, whichever came last."""
    counted: Standing | None = None
    """Disputed or revised, whichever came last."""
    unconfirmed: bool = False
    withdrawn: bool = False
    heard: list[Telling] = field(default_factory=list)
    """All that was told so far."""
    values: dict[str, Value] = field(default_factory=dict)
    """The latest value of each party."""
    left: set[float | int | None] = field(default_factory=set)
    """Values that their holders have given up."""

    def standing(self) -> Standing:
        """Give how the claim stands by what has been heard."""
        if self.withdrawn:
            return "withdrawn"
        if self.spoken or self.counted:
            return self.spoken or self.counted or "claimed"
        if len(self.claimants) > 1:
            return "corroborated"
        return "not_confirmed" if self.unconfirmed else "claimed"


def find_history(
    tellings: Sequence[Telling],
    party_of: PartyOf,
    origin_of: Mapping[int, str],
    doers_of: DoersOf,
    *,
    settings: StandingSettings | None = None,
) -> tuple[Shift, ...]:
    """Find how a claim's standing came about: one shift each time that it changes.

    `tellings` are in the order of time; `origin_of` gives the origin on which each, by its place, rests.
    """
    limits = settings or StandingSettings()
    state, noun, shifts = _State(limits), main_noun(tellings), list[Shift]()
    affirmed = find_affirmed(tellings, party_of)
    for at, telling in enumerate(tellings):
        party = party_of(telling)
        _hear(state, telling, affirmed, party)
        state.heard.append(telling)
        value = lead_figure(telling, noun, limits) if telling.statement is None or telling.statement.act not in WISHES else None
        holder = party if telling.statement else _holder(state, value, telling)
        if value is not None and holder:
            doers = doers_of(telling) if _is_deed(value) else frozenset()
            _count(state, Value(value, holder, _whole(telling, noun), doers, words_of(telling)), limits)
        if at in origin_of:
            _claim(state, origin_of[at], telling)
        standing = state.standing()
        if not shifts or shifts[-1].standing != standing:
            shifts.append(Shift(telling.when, standing, _by(telling), telling.capture, _moving(telling)))
    return tuple(shifts)


def _by(telling: Telling) -> str | None:
    speaker = telling.statement.speaker if telling.statement else None
    return (speaker.name or speaker.text) if speaker else None


def _moving(telling: Telling) -> Span:
    """Give the words that move a standing: cue and content."""
    cues = telling.statement.cue.spans if telling.statement and telling.statement.cue else ()
    near = [span for span in cues if abs(span.start - telling.span.start) < FARTHEST_CUE]
    return Span(min([telling.span.start, *(span.start for span in near)]), max([telling.span.end, *(span.end for span in near)]))


FARTHEST_CUE = 300
"""Code points between a content and its cue in one piece of evidence."""


# What is said


def _claim(state: _State, origin: str, telling: Telling) -> None:
    """Count who says so; of one who is not the first to, only where he says what another has said, or counts the parts of it."""
    said = [one for key, told in state.claimants.items() if key != origin for one in told]
    again = parts_of_a_count(telling) or any(says_same(telling, one, state.limits) for one in said)
    if origin in state.claimants or not said or again:
        state.claimants.setdefault(origin, []).append(telling)


def _hear(state: _State, telling: Telling, affirmed: Affirmed, party: str | None) -> None:
    """Let a statement move the standing by what it does."""
    statement = telling.statement
    if statement is None:
        return
    cue = statement.cue.text if statement.cue else ""
    if statement.speaker and _EARLIER.match(statement.speaker.text):
        state.counted, state.withdrawn = ("revised", state.withdrawn) if telling.figures else (state.counted, True)
    elif _WITHDRAWN.search(f"{cue} {telling.text}"):
        state.withdrawn = True
    elif (
        confirms(telling)
        and _is_of(telling, affirmed.matter)
        and speaks_to(telling, state.heard, state.limits)
        and (_ADMITTED.search(cue) or state.claimants or state.spoken or state.unconfirmed)
    ):
        state.spoken, state.counted = "confirmed", None
    elif statement.speaker and denies(telling, affirmed, party) and not (state.spoken == "confirmed" and _BEFORE.search(cue)):
        state.spoken = "denied"
    elif statement.act == "neither":
        state.unconfirmed = True


def _is_of(telling: Telling, matter: str | None) -> bool:
    """Tell whether a telling is of a matter, or of none by itself."""
    return matter is None or matter in telling.terms or not any(term[0] == MATTER for term in telling.terms)


def confirms(telling: Telling) -> bool:
    """Tell whether a statement says in so many words that something is so."""
    statement = telling.statement
    if statement is None or statement.act in ("ask", "decline", "deny", "neither"):
        return False
    cue = statement.cue.text if statement.cue else ""
    if statement.act == "confirm":
        return _CONFIRMED.search(cue) is not None and not _UNSURE.search(cue)
    return _VERIFIED.search(telling.text) is not None and not _UNSURE.search(telling.text) and statement.quoted != "direct"


def find_affirmed(tellings: Sequence[Telling], party_of: PartyOf) -> Affirmed:
    """Find the main matter of a claim, and the parties that tell of it without a negation or a denial."""
    matter = main_matter(tellings)
    if matter is None:
        return Affirmed(None, frozenset())
    said = [telling for telling in tellings if telling.statement and telling.statement.act != "deny" and matter in telling.terms]
    return Affirmed(matter, frozenset(party_of(telling) for telling in said if not is_negated(telling.text, matter)))


def denies(telling: Telling, affirmed: Affirmed, party: str | None) -> bool:
    """Tell whether a statement rejects what the others of its claim say: by its act, or because it says the contrary of them."""
    statement = telling.statement
    if statement is None:
        return False
    if statement.act == "deny":
        return _is_of(telling, affirmed.matter)
    if _disowns(telling):
        return True
    against = (
        affirmed.matter is not None
        and affirmed.matter[1:] not in NO_CONTRARY
        and statement.act in ("assert", "confirm")
        and bool(affirmed.parties - {party})
    )
    return against and is_negated(telling.text, affirmed.matter or "")


def _disowns(telling: Telling) -> bool:
    """Tell whether someone says of a paper that he did not write it, or that it is forged."""
    return DOCUMENT in telling.terms and not is_paper(telling.statement) and _NOT_MINE.search(telling.text) is not None


_NOT_MINE = compile_later(r"\b(?:fake\w*|forge\w*|hoax|never|no|not|nothing)\b", re.IGNORECASE)


def main_matter(tellings: Sequence[Telling]) -> str | None:
    """Give what most of the tellings tell of, as a term; null where they have none in common."""
    counts = Counter(term for telling in tellings for term in sorted(telling.terms) if term[0] == MATTER)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def is_negated(text: str, matter: str) -> bool:
    """Tell whether some words say that a matter is not so.

    >>> is_negated("there had been no deaths", "#death"), is_negated("no boats came for the dead", "#death")
    (True, False)
    """
    words = [word.strip(".,;:!?“”\"'‘’()") for word in text.lower().replace("’", "'").split()]
    negated = (at for at, word in enumerate(words) if word in _NEGATORS)
    return any(matter in find_terms("- " + " ".join(words[at + 1 : at + 1 + NEGATED])) for at in negated)


NEGATED = 3
"""Words after a negation that it turns into their contrary."""
_NEGATORS = NEGATING | frozenset(("without",))


# What is counted


def _holder(state: _State, figure: Figure | None, telling: Telling) -> str | None:
    """Say whose figure the outlet tells in its own voice: theirs who hold it, nobody's where it is an old one, else its own."""
    if figure is None or figure.value in state.left:
        return None
    held = (party for party, value in state.values.items() if value.figure.value == figure.value)
    return next(held, f"{OUTLET}{telling.capture}")


OUTLET = "page "
"""How the key of an outlet begins, which holds what its page counts in its own voice."""


def _is_deed(figure: Figure) -> bool:
    """Tell whether it is deeds that a figure counts, so that those of one party are not those of another."""
    return figure.counted is not None and any(term[1:] in DEEDS for term in noun_of(figure))


def _whole(telling: Telling, noun: frozenset[str] | None) -> float:
    """Add up the numbers of a telling that count what its claim counts."""
    return sum(float(figure.value or 0) for figure in telling.totals if noun and noun & noun_of(figure))


def _count(state: _State, value: Value, limits: StandingSettings) -> None:
    """Let a figure move the standing: its holder gave another before, or it and someone else's cannot both hold."""
    figure, before = value.figure, state.values.get(value.party)
    if before and before.figure.value == figure.value:
        value = replace(value, whole=max(value.whole, before.whole))
    moved: Standing | None = "disputed" if any(_is_against(value, other, limits) for other in state.values.values()) else None
    if before and before.figure.value != figure.value and _may_be_revised(before, value, limits):
        moved = "revised"
        state.left.add(before.figure.value)
    if moved:
        state.counted = moved
        state.spoken = None if state.spoken == "confirmed" else state.spoken
    state.values[value.party] = value


def _is_against(one: Value, two: Value, limits: StandingSettings) -> bool:
    """Tell whether two parties' values cannot both hold, as they could if one were of a part, or of what others did."""
    if one.party == two.party or (one.doers and two.doers and one.doers != two.doers):
        return False
    if two.figure.value == one.whole or one.figure.value == two.whole:
        return False
    return not can_both_hold(one.figure, two.figure, limits) and _is_one_quantity(one, two, limits)


def _may_be_revised(before: Value, value: Value, limits: StandingSettings) -> bool:
    """Tell whether a party's value may take the place of one before: not of what an outlet counts twice in one article, or one entry."""
    at_once = value.party.startswith(OUTLET) and before.figure.entry == value.figure.entry
    return not at_once and _is_one_quantity(before, value, limits)


def _is_one_quantity(one: Value, two: Value, limits: StandingSettings) -> bool:
    """Tell whether two values can be of one quantity: of shares and of sums only where more than the unit is told alike."""
    units = is_measured(one.figure) and is_measured(two.figure)
    alike = not units or weigh_terms(one.terms & two.terms) >= limits.fewest_alike
    return alike and is_comparable(one.figure, two.figure, limits)
