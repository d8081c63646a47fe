"""Mentions on one page to actors: names, roles and pronouns resolved to whoever they stand for.

A mention is resolved only where the page gives reason to: a pronoun to the last fitting speaker of its entry, a
role to the last one introduced with it, a surname to the full name. What stays open becomes an actor of its own,
named by its words; a pronoun that stays open gets none.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.extract.acronyms import find_acronyms
from onrecord.extract.drafts import Line
from onrecord.extract.introductions import apposition, apposition_before, body_phrases, name_runs, role_before
from onrecord.extract.mentions import EITHER, GENERIC, Mention, read_mention
from onrecord.model import Act, Actor, ActorType, How, Span

SPOKESPEOPLE = frozenset("representative spokesman spokesperson spokeswoman".split())
"""Roles that speak for the body that has just spoken, when nothing else is said of them."""
FARTHEST_BODY = 3
"""Sentences back over which "it" and "they" still stand for the body that spoke; in between something else is most likely meant."""
FARTHEST_NAME = 700
"""Code points ahead over which a role may wait for the name of who has it."""


@dataclass(slots=True)
class Person:
    """An actor while the page is being read; frozen into an `Actor` at the end."""

    name: str
    """Fullest name so far."""
    type: ActorType
    """What it is."""
    roles: set[str] = field(default_factory=set)
    """Words it was described with."""
    heads: set[str] = field(default_factory=set)
    """Head nouns it was described with."""
    also: list[str] = field(default_factory=list)
    """Words it was mentioned by."""
    gender: str = ""
    """`m`, `f` or nothing."""
    first: int = 0
    """Where its name first stands, in code points."""
    spoken: int = -1
    """Where it last spoke, in code points."""
    acronym: str = ""
    """Its short form."""
    seen: list[int] = field(default_factory=list)
    """Where its name stands, in code points."""
    sure: bool = False
    """Whether the page shows it to be a person: by a role, an honorific, a pronoun or speech."""
    last_act: Act | None = None
    """What it last did with words."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention was resolved to."""

    person: Person | None
    """The actor; None when unsure."""
    how: How
    """named, role, pronoun or carried."""


class Cast:
    """Everyone on one page, gathered from its names, then asked mention by mention in the page's order."""

    def __init__(self, lines: Sequence[Line], outlet: str | None) -> None:
        """Gather everyone whom the lines introduce; `outlet` is the page's own, which says "we"."""
        self.people: list[Person] = []
        self._bearing: defaultdict[str, dict[int, Person]] = defaultdict(dict)  # everyone by each word of their names
        self._lines = lines
        self._outlet = outlet
        self._asked: dict[Span, Resolved] = {}
        self._bodies: list[tuple[int, Mention]] = []
        self._names: list[tuple[int, Person]] = []
        self._sentences = [line.tagged.sentence.span.start for line in lines]
        self._starts = frozenset(self._sentences)
        self._acronyms = find_acronyms(lines[0].text) if lines else {}
        self._gather()

    def _gather(self) -> None:
        """Gather the persons whom the page names in full, with the roles it gives them."""
        for line in self._lines:
            for start, end in name_runs(line):
                self._introduce(line, start, end)
            for start, end in body_phrases(line):
                span = line.span(start, end)
                self._bodies.append((span.start, read_mention(span.of(line.text))))
        self._names = sorted(((at, p) for p in self.people for at in p.seen), key=_place)

    def _introduce(self, line: Line, start: int, end: int) -> None:
        left = role_before(line, start)
        right = apposition(line, end)
        first = apposition_before(line, left)
        if right - first == 1:
            return  # one word alone introduces nobody
        text = line.text[line.tagged.tokens[first].start : line.tagged.tokens[right - 1].end]
        mention = read_mention(text)
        position = line.tagged.tokens[start].start
        if mention.type != "person" or not mention.name:
            return
        person = self._by_name(mention.name, mention.gender) or (self._new(mention, position) if _worth(mention) else None)
        if person is not None:
            self._learn(person, mention)
            person.sure = person.sure or _aged(line, end)
            person.seen.append(position)

    def _new(self, mention: Mention, position: int) -> Person:
        name = mention.full or mention.plain
        person = Person(name, mention.type or "organisation", first=position, gender=mention.gender)
        self.people.append(person)
        self._bear_name(person)
        return person

    def _bear_name(self, person: Person) -> None:
        for word in person.name.split():
            self._bearing[word][id(person)] = person

    def _learn(self, person: Person, mention: Mention) -> None:
        if len(mention.name) > len(person.name.split()) and person.type == "person":
            person.also.append(person.name)
            person.name = mention.full
            self._bear_name(person)
        person.sure = person.sure or (bool(mention.head) and mention.head not in EITHER)
        person.roles |= mention.role
        if mention.head:
            person.heads.add(mention.head)
        person.gender = person.gender or mention.gender
        person.acronym = person.acronym or mention.acronym

    def _by_name(self, name: Sequence[str], gender: str = "") -> Person | None:
        """Find a person by a full name, or by a last name that only one person has."""
        full = " ".join(name)
        last = name[-1]
        bearing = [*self._bearing.get(last, {}).values()]
        same = next((p for p in bearing if p.name == full), None)
        if same is not None:
            return same
        sharing = [p for p in bearing if p.type == "person" and p.name.split()[-1] == last and gender in ("", p.gender or gender)]
        if len(name) == 1 and len(sharing) > 1:  # two of one family: the one who spoke last, if any did
            sharing = sorted((p for p in sharing if p.spoken >= 0), key=lambda p: p.spoken)
        if len(name) == 1 or (sharing and len(sharing[0].name.split()) == 1):
            return sharing[-1] if sharing else self._family_first(last)
        return None

    def _family_first(self, word: str) -> Person | None:
        """Find the one person whose name of three words begins with this one, as family names do in much of Asia."""
        bearing = self._bearing.get(word, {}).values()
        found = [p for p in bearing if p.type == "person" and p.name.split()[0] == word and len(p.name.split()) == 3]
        return found[0] if len(found) == 1 else None

    def resolve(self, mention: Mention, span: Span, since: int) -> Resolved:
        """Resolve one mention at its place, the same each time it is asked for; `since` is where its entry begins."""
        if span not in self._asked:
            self._asked[span] = self._resolve(mention, span, since)
        return self._asked[span]

    def _resolve(self, mention: Mention, span: Span, since: int) -> Resolved:
        if mention.pronoun == "we":  # outside quotation marks "we" is the outlet itself
            return Resolved(self._own(span), "pronoun")
        if mention.pronoun:
            return Resolved(self._pronoun(mention, span, since), "pronoun")
        if mention.name:
            known = self._by_name(mention.name, mention.gender) if mention.type == "person" else self._body(mention.full)
            person = known or self._new(mention, span.start)
            self._learn(person, mention)
            self._also(person, mention)
            return Resolved(person, "named")
        bare = self._bare_name(mention)
        if bare is not None:
            return Resolved(bare, _how(mention))
        known = self._role(mention, span, since)
        if known is not None:
            self._also(known, mention)
            return Resolved(known, "role")
        person = self._same_words(mention) or self._new(mention, span.start)
        self._learn(person, mention)
        return Resolved(person, _how(mention))

    def _own(self, span: Span) -> Person | None:
        if self._outlet is None:
            return None
        return self._body(self._outlet) or self._new(Mention(self._outlet, type="organisation", plain=self._outlet), span.start)

    def _also(self, person: Person, mention: Mention) -> None:
        if mention.text != person.name and mention.text not in person.also:
            person.also.append(mention.text)
        person.acronym = person.acronym or mention.acronym

    def _bare_name(self, mention: Mention) -> Person | None:
        """Resolve a bare surname, acronym or name to who bears it: "Orlo", "the NIS"."""
        words = mention.plain.split()
        if len(words) == 1 and words[0][:1].isupper():
            person = self._by_name(words)
            if person is not None:
                self._also(person, mention)
                return person
            if words[0].isupper():
                return self._of_acronym(words[0], mention)
        return self._body(mention.plain) if mention.plain[:1].isupper() else None

    def _of_acronym(self, short: str, mention: Mention) -> Person | None:
        """Resolve a short form to who bears it, or to the name that the page explains it by."""
        known = next((p for p in self.people if short in (p.acronym, _initials(p.name))), None)
        full = self._acronyms.get(short)
        if known is None and full is not None:
            known = self._body(full) or self._new(Mention(full, type="organisation", plain=full, acronym=short), -1)
            self._also(known, mention)
        return known

    def _body(self, name: str) -> Person | None:
        """Find a body by its name, or by the first word of it: "RIA" for "RIA Novosti"."""
        bodies = [p for p in self.people if p.type != "person"]
        same = [p for p in bodies if p.name.lower() == name.lower()]
        for person in self.people:
            if not same and person.name == name and _may_be_body(person):
                person.type = "organisation"
                same = [person]
        short = [p for p in bodies if name.isupper() and p.name.split()[0] == name] or [
            p for p in bodies if p.name.isupper() and name.split()[0] == p.name
        ]
        return next(iter(same or short), None)

    def _same_words(self, mention: Mention) -> Person | None:
        plain = mention.plain.lower()
        return next((p for p in self.people if p.name.lower() == plain or plain in (a.lower() for a in p.also)), None)

    def _role(self, mention: Mention, span: Span, since: int) -> Person | None:
        """Resolve a role to the last one who was introduced or spoke with it; past its place only within the entry."""
        if not mention.head:
            return None
        if mention.role <= SPOKESPEOPLE and not mention.definite:  # "a spokesperson said", behind a body that spoke
            return max(
                (p for p in self.people if since <= p.spoken < span.start and p.type == "organisation"),
                key=lambda p: p.spoken,
                default=None,
            )
        before = [p for p in self.people if self._fits(p, mention) and max(p.spoken, p.first) < span.start]
        if mention.type == "person":
            return self._person_role(mention, span, since, before)
        if not mention.definite or len(mention.role) > 2:
            return self._same_words(mention)
        ranked = sorted(before, key=lambda p: p.spoken)
        if ranked and ranked[-1].spoken >= 0:
            return ranked[-1]
        if mention.head in GENERIC and mention.role == {mention.head}:
            bodies = [p for p in self.people if _may_be_any(p) and since <= p.spoken < span.start]
            found = max(bodies, key=lambda p: p.spoken, default=None)
            if found is not None:
                found.type = "organisation"
            return found
        return self._described(mention, span)

    def _described(self, mention: Mention, span: Span) -> Person | None:
        """Resolve "the union" to the one fuller phrase before it, "the miners’ union", though that did not speak."""
        fuller = {
            m.plain: m for at, m in self._bodies if at < span.start and m.head == mention.head and _stems(m.role) > _stems(mention.role)
        }
        if len(fuller) != 1:
            return None
        (only,) = fuller.values()
        person = self._same_words(only) or self._new(only, span.start)
        self._learn(person, only)
        return person

    def _person_role(self, mention: Mention, span: Span, since: int, before: list[Person]) -> Person | None:
        known = [p for p in before if p.type == "person"]
        recent = max(known, key=lambda p: max([p.spoken, *(s for s in p.seen if s < span.start)]), default=None)
        if recent is not None and (mention.definite or len(mention.role) >= 2):
            return recent
        later = [p for p in self.people if p.type == "person" and len(mention.core) >= 2 and mention.head in p.heads]
        later = [p for p in later if _stems(mention.core) <= _stems(p.roles)]
        ahead = [p for p in later if any(span.start < s < span.end + FARTHEST_NAME for s in p.seen)]
        return ahead[0] if ahead else None

    def _fits(self, person: Person, mention: Mention) -> bool:
        """Tell whether a role can be this actor's: the same head, and no describing word that it lacks."""
        if mention.head not in person.heads:
            return False
        return _stems(mention.role) <= _stems(person.roles | set(person.name.lower().split()))

    def _pronoun(self, mention: Mention, span: Span, since: int) -> Person | None:
        """Resolve a pronoun to the last speaker of the entry that fits, else to the subject of the words before."""
        spoke = [p for p in self.people if since <= p.spoken < span.start and _agrees(p, mention)]
        last = max(spoke, key=lambda p: p.spoken, default=None)
        if mention.pronoun not in {"he", "she"}:
            if last is not None and self._sentences_between(last.spoken, span.start) > FARTHEST_BODY:
                return None
            if last is not None and mention.pronoun == "it" and last.type == "person":
                last.type = "organisation"
            return last
        first = since if last is None else max(since, last.spoken)
        subject = self._subject(first, span.start)
        chosen = subject if subject is not None and _agrees(subject, mention) else last
        if chosen is last and self._somebody_new(first, span.start):
            return None
        if chosen is not None and not chosen.gender:
            chosen.gender = mention.gender
        return chosen

    def _sentences_between(self, first: int, second: int) -> int:
        return bisect_right(self._sentences, second) - bisect_right(self._sentences, first)

    def _subject(self, first: int, end: int) -> Person | None:
        """Choose the first person named in the last sentence between two places that names one."""
        names = self._names[bisect_left(self._names, first, key=_place) : bisect_left(self._names, end, key=_place)]
        named = [(at, p) for at, p in names if p.type == "person" and (p.sure or p.spoken >= 0 or at in self._starts)]
        if not named:
            return None
        start = self._sentences[bisect_right(self._sentences, named[-1][0]) - 1]
        return next(p for at, p in named if at >= start)

    def _somebody_new(self, first: int, end: int) -> bool:
        """Tell whether a sentence before the one that ends here names somebody who may be meant and may be nobody."""
        start = self._sentences[max(bisect_right(self._sentences, end - 1) - 1, 0)]
        names = self._names[bisect_left(self._names, first, key=_place) : bisect_left(self._names, start, key=_place)]
        return any(p.type == "person" and not p.sure and p.spoken < 0 for _, p in names)

    def merge(self) -> dict[int, Person]:
        """Join who was only called by a bare head ("hospital", "governor") to the one actor of the page that has that head."""
        joined = {}
        for person in self.people:
            if " " in person.name or person.name.lower() not in person.heads:
                continue
            others = [p for p in self.people if p is not person and p.type == person.type and person.heads & p.heads and " " in p.name]
            if len(others) == 1:
                others[0].also.append(person.name)
                joined[id(person)] = others[0]
        return joined

    def actors(self, used: Iterable[Person]) -> tuple[Actor, ...]:
        """Freeze those who speak or are spoken through, numbered in the order of their first words."""
        return tuple(
            Actor(f"a{n}", person.name, person.type, tuple(dict.fromkeys(a for a in _names(person) if a != person.name)))
            for n, person in enumerate(used, 1)
        )


def _names(person: Person) -> list[str]:
    return person.also + ([person.acronym] if person.acronym else [])


def _aged(line: Line, end: int) -> bool:
    """Tell whether an age stands behind a name, as only a person has one: "Ivo Tarn, 58,"."""
    tagged = line.tagged
    return tagged.word(end) == "," and tagged.kind(end + 1) == "number" and tagged.word(end + 2) == ","


def _how(mention: Mention) -> How:
    """Tell whether a mention without a person's name names its speaker or tells a role."""
    if mention.head:
        return "named" if mention.proper or mention.name else "role"
    return "named" if any(word[:1].isupper() for word in mention.plain.split()) else "role"


def _agrees(person: Person, mention: Mention) -> bool:
    if mention.pronoun in {"he", "she"}:
        return person.type == "person" and person.gender in ("", mention.gender)
    if mention.pronoun == "it":
        return person.type in {"organisation", "place", "document"} or _may_be_body(person)
    if mention.pronoun in {"they", "we"}:
        return person.type in {"group", "organisation"}
    return False


def _may_be_any(person: Person) -> bool:
    """Tell whether "the company" can mean this actor: a body with a name, or with a role as general; not "the union"."""
    told_apart = person.name[:1].islower() and bool(person.heads) and not person.heads & GENERIC
    return (person.type == "organisation" or _may_be_body(person)) and not told_apart


def _may_be_body(person: Person) -> bool:
    """Tell whether two capitalised words that were taken for a person can as well name a firm."""
    return person.type == "person" and not person.sure and not person.gender


def _place(named: tuple[int, Person]) -> int:
    return named[0]


def _stems(words: Iterable[str]) -> set[str]:
    """Shorten words so that "Russia" and "Russian" agree; possessive endings and articles are left out."""
    return {word[:5] for word in words if word not in {"'s", "’s", "‘s", "the", "of", "for", "in", "a"}}


def _worth(mention: Mention) -> bool:
    """Tell whether a name is surely a person's: two words and a role, or an honorific."""
    return bool(mention.head) or len(mention.name) >= 2


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper())
