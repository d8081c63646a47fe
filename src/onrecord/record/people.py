"""The actors of single pages to the actors of one record: who is the same on several pages becomes one.

One name is one actor. What names nobody by itself ("Karamov", "the coastguard", "the foreign ministry in Oslo") is joined to a fuller
name only between pages about one matter, which name several actors alike, and only where a single one fits.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count

from onrecord.language.bodies import shorten_body
from onrecord.language.english import DETERMINERS, GROUP_ROLES, PERSON_ROLES, PREPOSITIONS
from onrecord.language.english_places import NATIONS
from onrecord.language.spelling import spell
from onrecord.model import Actor, Traces, digest_all
from onrecord.settings import ActorSettings

Cast = tuple[Actor, ...]
_Key = tuple[str, str]


class _Known:
    """The actors of all pages so far, and what finds them again; filled page by page."""

    def __init__(self, limits: ActorSettings) -> None:
        self.limits = limits
        self.casts: list[Sequence[int]] = []
        """Places of the actors of each page."""
        self.by_name: dict[_Key, int] = {}
        self.pages: defaultdict[_Key, list[int]] = defaultdict(list)
        """Numbers of the pages on which a name stands."""
        self._called: list[list[Actor]] = []
        """What each actor is to each page that names it."""
        self._merged: dict[int, tuple[int, Actor]] = {}
        self._terms: dict[int, tuple[int, frozenset[_Key]]] = {}

    def __len__(self) -> int:
        """Count the actors."""
        return len(self._called)

    def enter(self, cast: Cast, places: Sequence[int]) -> None:
        """Enter the actors of the next page, of which these are the places; new ones have the next free places."""
        for actor, at in zip(cast, places, strict=True):
            if at == len(self._called):
                self._called.append([])
            self._called[at].append(actor)
        self.casts.append(places)

    def index(self, number: int, cast: Cast, names: frozenset[str] | None = None) -> None:
        """Let the actors of a page be found by their names, or by some names alone."""
        for actor, at in zip(cast, self.casts[number], strict=True):
            if names is not None and names.isdisjoint(map(_plain, (actor.name, *actor.also))):
                continue
            for key in _keys(actor):
                self.by_name.setdefault(key, at)
                if len(self.pages[key]) <= self.limits.most_pages:
                    self.pages[key].append(number)

    def actor(self, at: int) -> Actor:
        """Give an actor as all pages so far name it."""
        called = self._called[at]
        count, known = self._merged.get(at) or (0, called[0])
        if count < len(called):
            known = _merge(f"a{at + 1}", known, called[count or 1 :])
            self._merged[at] = len(called), known
        return known

    def terms(self, at: int) -> frozenset[_Key]:
        """Give the words that pages use of an actor: those that share none are not the same."""
        called = self._called[at]
        count, known = self._terms.get(at, (0, frozenset[_Key]()))
        if count < len(called):
            known = known.union(*map(_terms, called[count:]))
            self._terms[at] = len(called), known
        return known


def merge_actors(
    casts: Sequence[Cast], settings: ActorSettings | None = None, *, traces: Traces | None = None
) -> tuple[Cast, tuple[Mapping[str, str], ...]]:
    """Merge the actors of several pages; give them and, for each page, its old ids with the new ones.

    Two are one when they are of one type and share their name, or the name of one is another full name of the other; and between
    pages about one matter when the name of one is the only one that holds the other's. `traces` are who was whom on pages before.

    >>> one, two = Actor("a1", "Ines Orvel", "person"), Actor("a1", "INES ORVEL", "person", ("Ms Orvel",))
    >>> merge_actors([(one,), (two,)])
    ((Actor(id='a1', name='Ines Orvel', type='person', also=('Ms Orvel',)),), ({'a1': 'a1'}, {'a1': 'a1'}))
    """
    known = _Known(settings or ActorSettings())
    told = [tuple(map(_shortened, cast)) for cast in casts]
    digests = _chain(told, known.limits) if traces is not None else []
    if traces is not None:
        _recall(told, digests, traces, known)
    for number in range(len(known.casts), len(told)):
        places = _find_places(told[number], known)
        known.enter(told[number], places)
        known.index(number, told[number])
        if traces is not None:
            traces.keep(digests[number], " ".join(map(str, places)))
    ids = [f"a{at + 1}" for at in range(len(known))]
    voices = ({actor.id: ids[at] for actor, at in zip(cast, places, strict=True)} for cast, places in zip(told, known.casts, strict=True))
    return tuple(map(known.actor, range(len(known)))), tuple(voices)


def _chain(casts: Iterable[Cast], limits: ActorSettings) -> list[str]:
    """Give for each page what tells all that it rests on who its actors are: the casts up to its own."""
    digests = [digest_all("actors", limits)]
    for cast in casts:
        digests.append(digest_all(digests[-1], [(one.name, one.type, one.also) for one in cast]))
    return digests[1:]


def _recall(casts: Sequence[Cast], digests: Sequence[str], traces: Traces, known: _Known) -> None:
    """Enter the actors of the first pages as far as these are as before, to be found by the names of those that come behind."""
    for cast, digest in zip(casts, digests, strict=True):
        found = traces.find(digest)
        if found is None:
            break
        known.enter(cast, [*map(int, found.split())])
    names = frozenset(name for cast in casts[len(known.casts) :] for actor in cast for _, name in _keys(actor))
    if names:
        for number in range(len(known.casts)):
            known.index(number, casts[number], names)


def _find_places(cast: Cast, known: _Known) -> list[int]:
    """Find the places of the actors of the next page; those that nothing finds have the next free ones."""
    keys = [_keys(actor) for actor in cast]
    found = [next((known.by_name[key] for key in names if key in known.by_name), None) for names in keys]
    free = sorted(_near(keys, known).difference(found))
    fuller = _fuller({nth: actor for nth, actor in enumerate(cast) if found[nth] is None}, free, known) if free else {}
    new = count(len(known))
    return [fuller[nth] if nth in fuller else next(new) if at is None else at for nth, at in enumerate(found)]


def _near(cast: Iterable[Iterable[_Key]], known: _Known) -> frozenset[int]:
    """Give the actors of the pages that name several of these names' actors; whom too many pages name tells nothing."""
    shared: Counter[int] = Counter()
    for keys in cast:
        where = (known.pages[key] for key in keys if key in known.pages)
        shared.update({page for pages in where if len(pages) <= known.limits.most_pages for page in pages})
    found = [page for page, count in shared.items() if count >= known.limits.least_shared]
    return frozenset(at for page in found for at in known.casts[page])


def _fuller(cast: Mapping[int, Actor], free: Sequence[int], known: _Known) -> dict[int, int]:
    """Find, for the actors of a page that no name finds, the one actor near that is the same by a fuller or a shorter name."""
    terms = {nth: _terms(actor) for nth, actor in cast.items()}
    asked = frozenset[_Key]().union(*terms.values())
    like = {at: shared for at in free if (shared := asked & known.terms(at))}
    pairs = {
        nth: [at for at, shared in like.items() if not shared.isdisjoint(terms[nth]) and _is_same(actor, known.actor(at))]
        for nth, actor in cast.items()
    }
    taken = Counter(at for found in pairs.values() for at in found)
    return {nth: found[0] for nth, found in pairs.items() if len(found) == 1 and taken[found[0]] == 1}


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


def _keys(actor: Actor) -> tuple[_Key, ...]:
    """Give the names that tell the actor from all others: its name, and any full name among its other ones.

    A name with no capital ("the mayor", "police") may be somebody else on the next page.
    """
    return _keys_of(actor.type, (actor.name, *actor.also))


@lru_cache(maxsize=1 << 13)
def _keys_of(kind: str, names: tuple[str, ...]) -> tuple[_Key, ...]:
    telling = (name for name in (names[0], *filter(_full, names[1:])) if name != name.lower())
    return tuple((kind, _plain(name)) for name in telling)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


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


def _merge(identity: str, known: Actor, called: Iterable[Actor]) -> Actor:
    """Make one actor, of this id, of one and what further pages call it, by the fullest name."""
    name, also, merged = known.name, known.also, False
    for actor in called:
        if merged and actor.name == name and all(other in also for other in actor.also):
            continue  # it says nothing new
        fuller = actor.name not in (name, actor.name.lower()) and len(_words(actor.name)) > len(_words(name))
        others = dict.fromkeys((name, *also, actor.name, *actor.also))
        name, merged = actor.name if fuller else name, True
        folded = name.casefold()
        also = tuple(other for other in others if other.casefold() != folded)
    return Actor(identity, name, known.type, also)
