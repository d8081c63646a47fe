"""Actors and the words that name them to the parties they speak for: a body, its spokesmen and its director are one."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.language.english import DETERMINERS, POSSESSIVES
from onrecord.language.english_places import NATIONS
from onrecord.language.matters import stem
from onrecord.model import Actor, Facts

_SPEAKS_FOR = re.compile(
    r"""
    (?: ^ | , \s ) (?: an? \s | the \s )?
    (?P<body> [^,]{2,60}? ) (?: ['’]s? )? \s
    (?: press \s officer | director | spokes(?: man | woman | person | people ) ) \b          # the ferry line's spokeswoman
  | \b (?: director | head | press \s officer | spokes(?: man | woman | person | people ) )
    \s (?: at | for | of | on ) \s (?: the \s )? (?P<of> [^,]{2,60} )                         # a spokesman for the ferry line
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITS = re.compile(r"^(?:its|their)\b", re.IGNORECASE)
_TOO_COMMON = frozenset(
    "agency association channel company department local ministry office party service side state station union".split()
)
"""Words that do not name a body by themselves."""
_LITTLE = DETERMINERS | POSSESSIVES | frozenset("a an and at for general in its national of on our senior the".split())
_SPELLED = {"defense": "defence"}
_NOBODY = re.compile(
    r"^(?:(?:an? |the )?(?:earlier )?(?:article|headline|story|version)|(?:both|neither|the two|two)\b.*|.*\band\b.*)$", re.IGNORECASE
)
"""Names that are no party: the outlet speaking of itself, and several taken together."""

Parties = Mapping[str, str]
"""Id of each actor to the id of the first actor of its party."""


class _Joined:
    """Actors joined into parties."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.order = {actor.id: number for number, actor in enumerate(actors)}
        self.first = {actor.id: actor.id for actor in actors}

    def root(self, actor: str) -> str:
        """Give the first actor of an actor's party."""
        while self.first[actor] != actor:
            actor = self.first[actor]
        return actor

    def join(self, one: str, two: str) -> None:
        """Make one party of two."""
        if one in self.first and two in self.first:
            early, late = sorted((self.root(one), self.root(two)), key=self.order.__getitem__)
            self.first[late] = early


def find_parties(actors: Sequence[Actor], captures: Sequence[Facts] = ()) -> Parties:
    """Find the actors that speak for one body: its spokesmen and its director, the body under another name.

    >>> line = Actor("a1", "Norrland Ferries", "organisation")
    >>> spokesman = Actor("a2", "Per Holm", "person", ("Per Holm, a spokesman for Norrland Ferries",))
    >>> find_parties([line, spokesman])
    {'a1': 'a1', 'a2': 'a1'}
    """
    joined = _Joined(actors)
    _join_bodies(actors, joined)
    _join_persons([actor for actor in actors if actor.type == "person"], joined)
    for facts in captures:
        for one, two in (*_directors(facts, actors), *_spokesmen(facts)):
            joined.join(one, two)
    return {actor.id: joined.root(actor.id) for actor in actors}


def is_nobody(name: str) -> bool:
    """Tell whether a name is no party by itself: "the two sides", "an earlier version"."""
    return _NOBODY.match(name) is not None


def _join_bodies(actors: Sequence[Actor], joined: _Joined) -> None:
    """Join those of one body, and a body to the one whose name holds all its words, where there is only one."""
    named: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    by_word: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for actor in actors:
        for body in _bodies(actor):
            named[body].append(actor.id)
            for word in body:
                by_word[word].add(body)
    for body, ids in named.items():
        longer = sorted((one for one in set[frozenset[str]]().union(*(by_word[word] for word in body)) if body < one), key=len)
        chain = all(one <= two for one, two in pairwise(longer))
        for other in [*ids, *(named[longer[0]] if longer and chain else ())]:
            joined.join(ids[0], other)


def _bodies(actor: Actor) -> Iterator[frozenset[str]]:
    """Give the bodies that an actor is or speaks for, as sets of words."""
    for name in dict.fromkeys((actor.name, *actor.also)):
        if actor.type != "person":
            yield from _body(name)
        for match in _SPEAKS_FOR.finditer(name) if actor.type == "person" else ():
            yield from _body(match["body"] or match["of"])


def _body(name: str) -> Iterator[frozenset[str]]:
    words = [word.removesuffix("'s").removesuffix("'") for word in name.lower().replace("’", "'").split()]
    kept = frozenset(stem(NATIONS.get(word, _SPELLED.get(word, word))) for word in words if word not in _LITTLE)
    if kept and not is_nobody(name) and not kept <= {stem(word) for word in _TOO_COMMON}:
        yield kept


def _join_persons(persons: Sequence[Actor], joined: _Joined) -> None:
    """Join a surname or a role that stands alone to the one person who has it."""
    full = [actor for actor in persons if len(actor.name.split()) > 1 and actor.name.split()[-1][:1].isupper()]
    for actor in persons:
        *others, word = actor.name.lower().split()
        if actor in full or (others and _SPEAKS_FOR.search(actor.name)):
            continue
        having = [other for other in full if word in re.findall(r"\w+", " ".join((other.name, *other.also)).lower())]
        if len({joined.root(other.id) for other in having}) == 1:
            joined.join(actor.id, having[0].id)


def _directors(facts: Facts, actors: Sequence[Actor]) -> Iterator[tuple[str, str]]:
    """Join "its director, Ada Quell" to the body that is named before it in the sentence."""
    text = facts.page.capture.text
    bodies = [actor for actor in actors if actor.type == "organisation" and len(actor.name) > SHORTEST_BODY]
    for statement in facts.statements:
        speaker = statement.speaker
        if speaker and speaker.actor and speaker.span and _ITS.match(speaker.text):
            before = text[max(speaker.span.start - FARTHEST_BODY, 0) : speaker.span.start].lower()
            ends = {before.rfind(body.name.lower()): body.id for body in bodies}
            if max(ends, default=-1) >= 0:
                yield ends[max(ends)], speaker.actor


def _spokesmen(facts: Facts) -> Iterator[tuple[str, str]]:
    """Join "a ministry spokeswoman" to the ministry that spoke last on the page."""
    spoke: dict[str, str] = {}
    for statement in facts.statements:
        speaker = statement.speaker
        if speaker is None or speaker.actor is None:
            continue
        words = (speaker.name or speaker.text).lower().split()
        kind = words[-2] if len(words) > 1 and _SPEAKS_FOR.search(" ".join(words[-2:])) else ""
        if kind in _TOO_COMMON and kind in spoke:
            yield spoke[kind], speaker.actor
        spoke.update(dict.fromkeys(_TOO_COMMON.intersection(words), speaker.actor))


SHORTEST_BODY, FARTHEST_BODY = 4, 220
"""Letters of a name that is looked for, and how far before "its director" it may stand."""
