"""A number whose noun stands elsewhere to what it counts: what is named before it, asked for, or was counted before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from onrecord.extract.counted import Place
from onrecord.language.english_counts import (
    BEASTS,
    COUNTS_OF_VERBS,
    HARM,
    IRREGULAR_PLURALS,
    LISTS,
    NOT_PERSONS,
    OWN_PEOPLE,
    PAIRS,
    PERSON_ENDINGS,
    PERSONS,
    PLEDGES,
    SOUNDS,
)
from onrecord.language.english_places import ADJECTIVES, NATIONS
from onrecord.language.numbers import UNITS
from onrecord.language.patterns import compile_later
from onrecord.language.tokens import Token
from onrecord.model import Figure

LONGEST_CLAUSE = 240
"""Code points before a number in which what it counts may be named."""
STAGES = frozenset(("batches", "days", "groups", "languages", "phases", "stages", "steps", "times", "waves"))
"""What a number told after it does not count: "in five stages: 30 in May"."""
LEAST_RENAMED = 10
"""Value from which two equal numbers of people told one after the other are most likely of the same people."""
ALIKE = 1.5
"""Times by which a count may be larger or smaller than another of the same: "paid 30 miners; the contract named 33"."""


@dataclass(frozen=True, slots=True)
class Met:
    """A count met before, for numbers that name nothing themselves."""

    counted: str
    """What it counted."""
    value: float | int | None
    """Its value."""
    sentence: int
    """Number of its sentence on the page."""
    event: str | None = None
    """What became of those counted."""


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a sentence that its numbers may count."""

    met: tuple[Met, ...] = ()
    """Counts of the sentences before."""
    asked: str | None = None
    """What the heading, or a sentence a little before, asks the number of: "How many miners?"."""
    asked_until: float = 0
    """Number of the last sentence that can answer."""
    told: str = ""
    """The sentence before."""
    sounds: str | None = None
    """What the sentences before let one hear: the explosions of a shelling, the shots of a gunfight."""

    def at(self, number: int, reach: int) -> Self:
        """Give what still stands before the sentence of this number."""
        met = tuple(one for one in self.met if number - one.sentence <= reach)
        return replace(self, met=met, asked=self.asked if number <= self.asked_until else None)

    def after(self, sentence: str, until: float) -> Self:
        """Give what stands before the next sentence, this one included, whose question can be answered until a later one."""
        asked = ask(sentence)
        held = replace(self, told=sentence, sounds=_sounds(sentence) or self.sounds)
        return replace(held, asked=asked, asked_until=until) if asked else held


def find_elided(before: str, tokens: Sequence[Token], place: Place, own: Sequence[Met], earlier: Before) -> str | None:
    """Give what a number without a noun counts; `before` is its clause so far, `own` the counts of its sentence before it."""
    value = place.number.value
    if _HEARD.search(before):
        return _sounds(before) or earlier.sounds
    named = _named_before(before)
    if named or own:
        return named or _nearest(own, value)
    beside = _subject(before) or _first(before) or _pointed(tokens, place, earlier.told)
    if beside or not earlier.met:
        return beside or earlier.asked
    whole = place.first > 0 and tokens[place.first - 1].lower == "all"
    return earlier.met[-1].counted if whole else _nearest(_beside(earlier.met, value) or earlier.met, value)


def find_elided_harm(figure: Figure, met: Sequence[Met]) -> str | None:
    """Give what became of those counted last, where a number that says nothing itself counts them, too: "The radio says nine"."""
    last = next(reversed(_beside(met, figure.value) or met), None)
    return last.event if last and last.counted == figure.counted and is_harm(last.event) else None


def name_in_full(before: str, after: str, figure: Figure, earlier: Before) -> Figure:
    """Give a figure what it counts by a fuller name: whose people they are, what was done so many times, what a list lists.

    `before` and `after` are the words of its sentence on either side of it.
    """
    counted = figure.counted
    if counted == "times" and not _MULTIPLE.match(after) and (verb := _done(before)):
        return replace(figure, counted=COUNTS_OF_VERBS[verb], event=None)
    if counted in OWN_PEOPLE and after.startswith(" of its "):
        return replace(figure, counted=f"{_nation(before)} {counted}".strip())
    if counted == "people" and not is_harm(figure.event):
        return replace(figure, counted=_same_people(figure, earlier.met) or earlier.asked or counted)
    if counted == "names" and earlier.asked != "people" and _LISTED.search(before):
        return replace(figure, counted=earlier.asked or counted)
    return figure


def _same_people(figure: Figure, met: Sequence[Met]) -> str | None:
    """Give what the sentences before call the same number of people: "11 people" are the eleven sailors."""
    same = [one.counted for one in met if one.value == figure.value and are_people(one.counted)]
    return same[-1] if same and (figure.value or 0) >= LEAST_RENAMED else None


def ask(sentence: str) -> str | None:
    """Give what a sentence or heading asks the number of.

    >>> ask("How many miners? It depends who you ask")
    'miners'
    """
    match = _ASKED.search(sentence)
    return match["counted"] if match else None


def is_harm(event: str | None) -> bool:
    """Tell what is done to people, though the words before may have counted things."""
    return event is not None and any(word.startswith(HARM) for word in event.lower().split())


def are_people(counted: str) -> bool:
    """Tell people by the word that counts them, a nation's name among them; what is not known is none.

    >>> [words for words in ("cruise missiles", "young miners", "Danes", "trawlers", "patients") if are_people(words)]
    ['young miners', 'Danes', 'patients']
    """
    head = counted.split()[-1]
    lower = head.lower()
    return lower in PERSONS or (lower not in NOT_PERSONS and (lower.endswith(PERSON_ENDINGS) or lower != head))


def can_be_harmed(counted: str) -> bool:
    """Tell people and beasts by the word that counts them."""
    return are_people(counted) or counted.lower().split()[-1] in BEASTS


_NUMBER_OF = compile_later(r"\bnumber\sof\s(?P<counted>(?:[A-Za-z]{1,20}\s){0,2}?(?:people|[a-z]{2,20}s))\b")
_TOLL = compile_later(
    r"""
    \b (?: number \s (?: dead | displaced | hurt | infected | injured | killed | missing | wounded ) | toll ) \b    # the death toll
    [^.;:]{0,80} \b (?: above | as \s high \s as | at | between | from | hit | is | of | past | reached | to | topped | was )  # has reached
    \s (?: [a-z]{1,12} \s ){0,2} $                                                                             # at least
    """,
    re.VERBOSE,
)
_AT = compile_later(r"\b(?:put|puts)\s(?P<counted>(?:[a-z]{1,20}\s){0,3}[a-z]{2,20}s)\s(?:now\s)?at\s(?:[a-z]{1,12}\s){0,2}$")
_SUBJECT = compile_later(
    r"\b(?:the|The|all|its|their)\s(?P<counted>(?:[a-z]{2,20}\s)?(?:people|[a-z]{2,20}s))\s(?:are|were|will\sbe|had\sbeen|have\sbeen)\b"
)
_FIRST = compile_later(
    r"(?:^|[“\"‘]|\b(?:that|said)\s)[Tt]he\sfirst\s(?P<counted>[a-z]{3,20})\s(?:has|had|is|was|\w{2,12}ed|came|left|went)\b"
)
_ASKED = compile_later(r"\b[Hh]ow\smany\s(?P<counted>(?:[a-z]{2,20}\s)??(?:people|[a-z]{2,20}s))\b")
_LISTED = compile_later(rf"\b(?:{'|'.join(LISTS)})\b[^;]{{0,90}}?\s(?:comes\sto|contains|had|has|held|holds|runs\sto|with)\s(?:only\s)?$")
_MULTIPLE = compile_later(r"\stimes\s(?:as|her|his|its|more|that|the|their|(?!after|over|under)[a-z]{2,12}er)\b")
_HEARD = compile_later(
    rf"\bheard\s(?:(?:about|almost|at|least|like|maybe|nearly|only|or|perhaps|{'|'.join(UNITS)}),?\s){{0,4}}$"  # heard five, maybe
)
_LOUD = compile_later(rf"\b(?:{'|'.join(SOUNDS)})", re.IGNORECASE)
_PLURAL = compile_later(r"\bthe\s(?P<counted>[a-z]{2,20}s)\b")


def _sounds(words: str) -> str | None:
    """Give what the last thing that is told can be heard as."""
    loud = _LOUD.findall(words)
    return SOUNDS[loud[-1].lower()] if loud else None


def _named_before(before: str) -> str | None:
    """Give what stands before a number that has no noun after it: "the number of barges ... at 48", "put fines at 19"."""
    match = _NUMBER_OF.search(before) or _AT.search(before[-90:])
    return match["counted"] if match else "people" if _TOLL.search(before[-140:]) else None


def _subject(before: str) -> str | None:
    """Give the plural that a list of numbers is about: "the horses are to be sold in four groups: 40 today"."""
    match = _SUBJECT.search(before)
    if match is None or match["counted"].split()[0] in UNITS or match["counted"].split()[-1] in PAIRS:
        return None
    return match["counted"]


def _first(before: str) -> str | None:
    """Give what the first one was, for the number of those that came: "the first ferry left at noon and four by dusk"."""
    match = _FIRST.search(before)
    return _plural(match["counted"]) if match and match["counted"] not in ("day", "hour", "one", "time", "week") else None


def _pointed(tokens: Sequence[Token], place: Place, told: str) -> str | None:
    """Give the people whom "the nine" points back to."""
    if place.first == 0 or tokens[place.first - 1].lower != "the":
        return None
    found = [match["counted"] for match in _PLURAL.finditer(told) if are_people(match["counted"])]
    return found[-1] if found else None


def _nearest(met: Sequence[Met], value: float | int | None) -> str | None:
    """Give the nearest count that this number can be a part of, else the largest of the last sentence that counts anything."""
    whole = [one for one in met if one.value is None or value is None or one.value >= value]
    if whole or not met:
        return whole[-1].counted if whole else None
    return max((one for one in met if one.sentence == met[-1].sentence), key=lambda one: one.value or 0).counted


def _beside(met: Sequence[Met], value: float | int | None) -> list[Met]:
    """Give the counts of the last sentence that counts anything that are of about the same size."""
    return [one for one in met if one.sentence == met[-1].sentence and _alike(one.value, value)]


def _alike(one: float | None, other: float | None) -> bool:
    return bool(one and other and 1 / ALIKE <= other / one <= ALIKE)


def _done(before: str) -> str | None:
    """Give the verb that tells what was done so many times; whoever breaks a truce has violated it."""
    words = re.findall(r"[a-z]+", before)
    if not PLEDGES.isdisjoint(words):
        words = ["violated" if word in ("broke", "broken") else word for word in words]
    return next((word for word in reversed(words) if word in COUNTS_OF_VERBS), None)


def _nation(before: str) -> str:
    """Give the adjective of the last country named: "Danish" for "Denmark’s embassy said 12 of its"; empty when none is."""
    words = [word.lower() for word in re.findall(r"\b[A-Z][\w.]+", before)]
    return next((ADJECTIVES.get(NATIONS[word], "").title() for word in reversed(words) if word in NATIONS), "")


def _plural(noun: str) -> str:
    """Give the plural of a noun.

    >>> [_plural(noun) for noun in ("ferry", "aircraft", "tram")]
    ['ferries', 'aircraft', 'trams']
    """
    if noun in IRREGULAR_PLURALS or noun.endswith("s"):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
