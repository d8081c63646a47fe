"""The actors of single pages to the actors of one record: who is the same on several pages becomes one.

One name is one actor. What names nobody by itself ("Karamov", "the coastguard", "the foreign ministry in Oslo") is joined to a fuller
name only between pages about one matter, which name several actors alike, and only where a single one fits.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.language.bodies import shorten_body
from onrecord.language.english import DETERMINERS, GROUP_ROLES, PERSON_ROLES, PREPOSITIONS
from onrecord.language.english_places import NATIONS
from onrecord.language.spelling import spell
from onrecord.model import Actor
from onrecord.settings import ActorSettings

Cast = tuple[Actor, ...]
_Key = tuple[str, str]


@dataclass(slots=True)
class _Known:
    """The actors of all pages so far, and what finds them again; filled page by page."""

    actors: list[Actor] = field(default_factory=list)
    by_name: dict[_Key, int] = field(default_factory=dict)
    pages: defaultdict[_Key, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Numbers of the pages on which a name stands."""
    by_term: defaultdict[_Key, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Places of the actors that a word is used of: those that share none are not the same."""
    casts: list[frozenset[int]] = field(default_factory=list)
    """Places of the actors of each page."""


def merge_actors(casts: Sequence[Cast], settings: ActorSettings | None = None) -> tuple[Cast, tuple[Mapping[str, str], ...]]:
    """Merge the actors of several pages; give them and, for each page, its old ids with the new ones.

    Two are one when they are of one type and share their name, or the name of one is another full name of the other; and between
    pages about one matter when the name of one is the only one that holds the other's.

    >>> one, two = Actor("a1", "Ines Orvel", "person"), Actor("a1", "INES ORVEL", "person", ("Ms Orvel",))
    >>> merge_actors([(one,), (two,)])
    ((Actor(id='a1', name='Ines Orvel', type='person', also=('Ms Orvel',)),), ({'a1': 'a1'}, {'a1': 'a1'}))
    """
    limits, known = settings or ActorSettings(), _Known()
    renamed = tuple(_add(tuple(map(_shortened, cast)), known, limits) for cast in casts)
    return tuple(known.actors), renamed


def _add(cast: Cast, known: _Known, limits: ActorSettings) -> dict[str, str]:
    """Add the actors of a page; give its ids with those of the record."""
    places = {actor.id: at for actor in cast if (at := _find(actor, known)) is not None}
    near = _near(cast, known, limits)
    fuller = _fuller(cast, places, near, known)
    for actor in cast:
        at = places.get(actor.id, fuller.get(actor.id))
        if at is None:
            at = len(known.actors)
            known.actors.append(replace(actor, id=f"a{at + 1}"))
        else:
            known.actors[at] = _merged(known.actors[at], actor)
        places[actor.id] = at
        for term in _terms(actor):
            known.by_term[term].add(at)
    number = len(known.casts)
    known.casts.append(frozenset(places.values()))
    for actor in cast:
        for key in _keys(actor):
            known.by_name.setdefault(key, places[actor.id])
            if len(known.pages[key]) <= limits.most_pages:
                known.pages[key].append(number)
    return {name: known.actors[at].id for name, at in places.items()}


def _find(actor: Actor, known: _Known) -> int | None:
    return next((known.by_name[key] for key in _keys(actor) if key in known.by_name), None)


def _near(cast: Cast, known: _Known, limits: ActorSettings) -> frozenset[int]:
    """Give the actors of the pages that name several of this page's actors; whom too many pages name tells nothing."""
    shared: Counter[int] = Counter()
    for actor in cast:
        pages = {page for key in _keys(actor) for page in known.pages.get(key, ()) if len(known.pages[key]) <= limits.most_pages}
        shared.update(pages)
    found = [page for page, count in shared.items() if count >= limits.least_shared]
    return frozenset(at for page in found for at in known.casts[page])


def _fuller(cast: Cast, places: Mapping[str, int], near: Iterable[int], known: _Known) -> dict[str, int]:
    """Find, for the actors of a page that no name finds, the one actor near that is the same by a fuller or a shorter name."""
    free = set(near).difference(places.values())
    pairs = {}
    for actor in cast:
        if free and actor.id not in places:
            like = {at for term in _terms(actor) if term in known.by_term for at in known.by_term[term] & free}
            pairs[actor.id] = [at for at in sorted(like) if _is_same(actor, known.actors[at])]
    taken = Counter(at for found in pairs.values() for at in found)
    return {name: found[0] for name, found in pairs.items() if len(found) == 1 and taken[found[0]] == 1}


def _is_same(one: Actor, two: Actor) -> bool:
    """Tell of two actors of one type whether the name of one is a part of the other's, or the same in other words."""
    if one.type == "person":
        return _is_person(one, two) or _is_person(two, one)
    if one.type == "document":
        return False
    return _is_short_form(one, two) or _is_short_form(two, one) or _is_body(one, two)


def _is_short_form(short: Actor, full: Actor) -> bool:
    """Tell whether one is the other's short form, as its page gives it or its first letters make it."""
    return short.name.isupper() and len(short.name) > 1 and (short.name in full.also or short.name == _initials(full.name))


def _terms(actor: Actor) -> frozenset[_Key]:
    """Give the words by which an actor may be the same as another one: those of all its names, and the letters that these begin with."""
    return _terms_of(actor.type, (actor.name, *actor.also))


@lru_cache(maxsize=1 << 13)
def _terms_of(kind: str, names: tuple[str, ...]) -> frozenset[_Key]:
    words = frozenset[str]().union(*map(_words, names), *(_words(_initials(name)) for name in names))
    return frozenset((kind, word) for word in words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_person(short: Actor, full: Actor) -> bool:
    """Tell whether a surname alone, or a role that only one has, is that of a person named in full."""
    words = full.name.split()
    if len(words) < 2 or full.name == full.name.lower():
        return False
    if " " not in short.name and short.name[:1].isupper() and short.name.casefold() not in PERSON_ROLES:
        return short.name == words[-1]
    role = _words(short.name)
    roles = [_words(name) for name in full.also]
    return bool(role & PERSON_ROLES - ANONYMOUS) and len(role) <= LONGEST_ROLE and any(role <= other for other in roles)


ANONYMOUS = frozenset(
    """
    adviser advisor aide diplomat doctor envoy expert investigator judge lawyer member nurse officer official police representative
    resident soldier source spokesman spokesperson spokeswoman teacher witness worker
    """.split()
)
"""Roles that many have at once."""
LONGEST_ROLE = 3
"""Words of a role alone: "regional governor"."""


def _is_body(one: Actor, two: Actor) -> bool:
    first, second = _words(one.name), _words(two.name)
    short, long = sorted((first, second), key=len)
    if not short or short & CROWDS or long & CROWDS:
        return False
    if short == long:
        return True
    near = short < long and (len(short) > 1 or bool(short & LONE_BODIES)) and _ends_alike(one.name, two.name)
    return near and (short.isdisjoint(LANDS) or short & LANDS == long & LANDS)


LANDS = frozenset(NATIONS.values())
"""Countries, as the words of a name tell them: the French army is none of a French and Chadian force."""


CROWDS = GROUP_ROLES - frozenset(("police", "rebels", "troops")) | frozenset(("both", "forecasters", "side", "sides", "two"))
"""Words of those of whom there are always others: the residents of the next page are not these."""
LONE_BODIES = frozenset("army coastguard government hospital military navy parliament police".split())
"""Bodies of one word of which a matter mostly has one."""


def _ends_alike(one: str, two: str) -> bool:
    """Tell whether the names have one head: "fire service" and "Hellenic Fire Service", not "army" and "army hospital"."""
    return _head(one) == _head(two)


@lru_cache(maxsize=1 << 13)
def _head(name: str) -> str:
    before = re.split(r"\s(?:in|of|on|at|for)\s", name, maxsplit=1)[0] if not _IN_NAME.search(name) else name
    return _folded(before.split()[-1]) if before.split() else ""


_IN_NAME = re.compile(r"\b[A-Z]\w+ of (?:the )?[A-Z]")  # the Committee of the Red Cross ends in its name
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\.?)*")


@lru_cache(maxsize=1 << 13)
def _words(name: str) -> frozenset[str]:
    """Give the words that tell a name, each nation by its country: "Germany’s foreign ministry" and "the German foreign ministry"."""
    words = (_folded(word) for word in _WORD.findall(name.replace("’s", "").replace("'s", "")))
    return frozenset(NATIONS.get(word, word) for word in words if word not in DETERMINERS and word not in PREPOSITIONS)


def _folded(word: str) -> str:
    lower = word.lower().removesuffix("’s").removesuffix("'s")
    return spell(lower)


def _keys(actor: Actor) -> list[_Key]:
    """Give the names that tell the actor from all others: its name, and any full name among its other ones.

    A name with no capital ("the mayor", "police") may be somebody else on the next page.
    """
    names = [name for name in (actor.name, *filter(_full, actor.also)) if name != name.lower()]
    return [(actor.type, " ".join(name.split()).casefold()) for name in names]


def _full(name: str) -> bool:
    """Tell whether a name can stand on its own: two capitalised words or more, no title, no "the ministry"."""
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words) and words[0].rstrip(".").lower() not in _TITLES


_TITLES = frozenset(("dr", "her", "his", "lady", "lord", "miss", "mr", "mrs", "ms", "our", "sir", "the", "their"))


def _shortened(actor: Actor) -> Actor:
    """Name a body by its nation's adjective: "German foreign ministry" for "the foreign ministry in Berlin"."""
    name = shorten_body(actor.name) if actor.type == "organisation" else actor.name
    return actor if name == actor.name else replace(actor, name=name, also=(actor.name, *(other for other in actor.also if other != name)))


def name_all(actor: Actor) -> tuple[str, ...]:
    """Give all names by which an actor of one page may be known among those of several."""
    known = _shortened(actor)
    return known.name, *known.also


def _merged(first: Actor, second: Actor) -> Actor:
    """Make one actor of two, by the fuller name."""
    fuller = len(_words(second.name)) > len(_words(first.name)) and second.name != second.name.lower()
    name = second.name if fuller else first.name
    others = dict.fromkeys((first.name, *first.also, second.name, *second.also))
    return replace(first, name=name, also=tuple(other for other in others if other.casefold() != name.casefold()))
