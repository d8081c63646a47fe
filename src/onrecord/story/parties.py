"""Actors and the words that name them to the parties they speak for: a body, its spokesmen and its director are one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.language.english import DETERMINERS, POSSESSIVES, PREPOSITIONS
from onrecord.language.english_places import NATIONS
from onrecord.language.spelling import spell
from onrecord.language.stems import stem_of
from onrecord.model import Actor, Facts

_TITLE = r"""
    (?: boss | ceo | chair(?:man|woman|person)? | chief(?:\s executive)? | (?:managing\s)? director | head | leader | press\s officer
      | spokes(?:man|woman|person|people) )
"""
_SPEAKS_FOR = re.compile(
    rf"""
    (?: ^ | , \s ) (?: an? \s | the \s )?
    (?P<body> [^,]{{2,60}}? ) (?: ['’]s? )? \s {_TITLE} \b                                 # the ferry line's spokeswoman
  | \b {_TITLE} \s (?: at | for | of | on ) \s (?: the \s )? (?P<of> [^,]{{2,60}} )        # a spokesman for the ferry line
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PAPERS_OF = re.compile(
    r"""
    ^ (?: the \s )? (?P<body> [^,]{2,60}? ) ['’]s? \s (?: \w+ \s ){0,2}                                 # the ministry's written
    (?: account | books | database | figures | list | log(?:book)? | memo | notice | records? | register | report | statement
      | tally | website ) \b                                                                          # statement
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ITS = re.compile(r"^(?:its|their)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’]?\s|\n")
KINDS = frozenset(
    """
    agency airline association bank board channel club company department firm group institute local maker manufacturer ministry office
    operator organisation organization owner party service side state station union
    """.split()
)
"""Words that say what kind of body it is and do not name it by themselves."""
_LITTLE = DETERMINERS | POSSESSIVES | frozenset("a an and at for general in its national of on our senior the".split())
_NOBODY = re.compile(
    r"""
    ^ (?: (?:an?\s|the\s)? (?:earlier\s)? (?:article|copy|headline|story|version)    # the outlet's own, or another's
      | (?:both|neither)\b .*
      | (?:the\s)? two (?:\s (?:camps|countries|parties|sides))?                      # of whom nobody says which
      | .* \b and \b .* ) $
    """,
    re.VERBOSE | re.IGNORECASE,
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
    _join_names(actors, joined)
    _join_bodies(actors, joined)
    _join_persons(actors, joined)
    _join_agreements(actors, joined)
    known = _Known(actors)
    for facts in captures:
        for one, two in _directors(facts, known):
            joined.join(one, two)
    for facts in captures:
        for one, two in _of_a_kind(facts, known, joined):
            joined.join(one, two)
    return {actor.id: joined.root(actor.id) for actor in actors}


def is_nobody(name: str) -> bool:
    """Tell whether a name is no party by itself: "the two sides", "an earlier version"."""
    return _NOBODY.match(name) is not None


def _join_names(actors: Sequence[Actor], joined: _Joined) -> None:
    """Join those of one capitalised name, whatever they were taken for."""
    first: dict[str, str] = {}
    for actor in actors:
        if actor.name != actor.name.lower():
            joined.join(first.setdefault(actor.name.casefold().removeprefix("the "), actor.id), actor.id)


def _join_bodies(actors: Sequence[Actor], joined: _Joined) -> None:
    """Join those of one body, and a body to the one whose name holds all its words, where there is only one."""
    named: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    by_word: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    heads: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for actor in actors:
        for body, head in _bodies(actor):
            named[body].append(actor.id)
            heads[body] |= head
            for word in body:
                by_word[word].add(body)
    for body, ids in named.items():
        longer = sorted((one for one in by_word[min(body)] if body < one and (len(body) > 1 or body <= heads[one])), key=len)
        chain = all(one <= two for one, two in pairwise(longer))
        for other in [*ids, *(named[longer[0]] if longer and chain else ())]:
            joined.join(ids[0], other)


def _bodies(actor: Actor) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Give the bodies that an actor is or speaks for, as sets of words, each with the words that may stand for it alone."""
    for name in dict.fromkeys((actor.name, *actor.also)):
        if actor.type != "person":
            yield from _body(name)
        yield from _body(_spoken_for(name)) if actor.type in ("document", "person") else ()


def _spoken_for(name: str) -> str:
    """Give the body for which somebody speaks, or a paper; empty for none.

    >>> _spoken_for("Per Holm, a spokesman for Norrland Ferries"), _spoken_for("the harbour office’s log")
    ('Norrland Ferries', 'harbour office')
    """
    match = _SPEAKS_FOR.search(name) or _PAPERS_OF.search(name)
    return next((group for group in match.groups() if group), "") if match else ""


def _body(name: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    words = name.replace("’", "'").split()
    ends = next((at for at, word in enumerate(words) if at and word in PREPOSITIONS), len(words))
    alone = [words[ends - 1], *(word for word in words if word.endswith("'s") and word.islower())] if words else []
    kept = _stems(words)
    if kept and not is_nobody(name) and not kept <= _KIND_STEMS:
        yield kept, _stems(alone)


def _stems(words: Iterable[str]) -> frozenset[str]:
    bare = (word.lower().removesuffix("'s").removesuffix("'") for word in words)
    return frozenset(stem_of(spell(NATIONS.get(word, word))) for word in bare if word not in _LITTLE)


_KIND_STEMS = _stems(KINDS)


def _join_persons(actors: Sequence[Actor], joined: _Joined) -> None:
    """Join a surname or a role that stands alone to the one person who has it."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    full = {actor.id for actor in actors if actor.type == "person" and _is_full(actor.name)}
    for actor in actors:
        if actor.id in full:
            for word in set(re.findall(r"\w+", " ".join((actor.name, *actor.also)).lower())):
                having[word].append(actor.id)
    for actor in actors:
        *others, word = actor.name.split() or [""]
        lone = actor.type == "person" or (not others and word[:1].isupper())
        if actor.id in full or not lone or (others and _SPEAKS_FOR.search(actor.name)):
            continue
        found = having.get(word.lower(), [])
        if len({joined.root(other) for other in found}) == 1:
            joined.join(actor.id, found[0])


def _join_agreements(actors: Sequence[Actor], joined: _Joined) -> None:
    """Join the text and the agreement: of one matter there is one."""
    papers = [actor.id for actor in actors if actor.type == "document" and actor.name.lower() in _AGREEMENTS]
    for paper in papers:
        joined.join(papers[0], paper)


_AGREEMENTS = frozenset("accord agreement contract deal pact text treaty".split())


def _is_full(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1][:1].isupper()


class _Known:
    """What finds actors again: their names by the first word, and the kinds of body that each is called."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.bodies: defaultdict[str, list[Actor]] = defaultdict(list)
        self.kinds: dict[str, frozenset[str]] = {}
        for actor in actors:
            if actor.type == "organisation" and len(actor.name) > SHORTEST_BODY:
                self.bodies[actor.name.lower().split()[0]].append(actor)
            names = [actor.name, *actor.also]
            called = [name.split(",")[0] for name in names if "," in name] if actor.type == "person" else names
            self.kinds[actor.id] = KINDS.intersection(re.findall(r"[\w'’]+", " ".join(called).lower()))

    def find_bodies(self, text: str) -> list[str]:
        """Give the bodies that are named in some words, in order."""
        lower = text.lower()
        found = [(lower.rfind(body.name.lower()), body.id) for word in set(lower.split()) for body in self.bodies.get(word, ())]
        return [body for place, body in sorted(found) if place >= 0]


def _directors(facts: Facts, known: _Known) -> Iterator[tuple[str, str]]:
    """Join "its director, Ada Quell" to the body named last before it in the sentence, else to the first one of the sentence before."""
    text = facts.page.capture.text
    for statement in facts.statements:
        speaker = statement.speaker
        if speaker and speaker.actor and speaker.span and _ITS.match(speaker.text):
            *before, own = _SENTENCE_END.split(text[max(speaker.span.start - FARTHEST_BODY, 0) : speaker.span.start])
            bodies = known.find_bodies(own)[-1:] or known.find_bodies(before[-1] if before else "")[:1]
            yield from ((body, speaker.actor) for body in bodies)


def _of_a_kind(facts: Facts, known: _Known, joined: _Joined) -> Iterator[tuple[str, str]]:
    """Join "the union" and "union leader Ada Quell" to the one body of that kind that speaks on the page, a spokesman to the last one."""
    spoke: defaultdict[str, list[str]] = defaultdict(list)
    asked: list[tuple[str, str, str | None]] = []
    for statement in facts.statements:
        speaker = statement.speaker
        if speaker is None or speaker.actor is None:
            continue
        kind = _kind_of(speaker.text if _spoken_for(speaker.text) else speaker.name or speaker.text)
        if kind:
            asked.append((kind, speaker.actor, spoke[kind][-1] if spoke[kind] else None))
        else:
            for one in known.kinds[joined.root(speaker.actor)]:
                spoke[one].append(speaker.actor)
    for kind, actor, last in asked:
        bodies = {joined.root(one) for one in spoke[kind]}
        if last or len(bodies) == 1:
            yield last or spoke[kind][0], actor


def _kind_of(name: str) -> str | None:
    """Give the kind of body that a mention names or speaks for by nothing else: "the union", "union leader Ada Quell"."""
    words = [word for word in re.findall(r"[^\W_]+", (_spoken_for(name) or name).lower()) if word not in _LITTLE and word != "s"]
    return words[-1] if words and KINDS.issuperset(words) else None


SHORTEST_BODY, FARTHEST_BODY = 4, 300
"""Letters of a name that is looked for, and how far before "its director" it may stand."""
