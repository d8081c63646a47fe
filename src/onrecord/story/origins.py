"""The tellings of a claim to its independent origins, with what was folded together and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.language.matters import MATTER
from onrecord.model import Origin
from onrecord.settings import StandingSettings
from onrecord.story.parties import Parties, is_nobody
from onrecord.story.quantities import lead_figure, main_noun
from onrecord.story.sayings import Telling, parts_of_a_count
from onrecord.story.standing import confirms, denies, find_affirmed

NO_CLAIMANTS = frozenset(("ask", "decline", "demand", "deny", "neither"))
"""Acts by which someone speaks to a claim without making it."""


def find_origins(tellings: Sequence[Telling], parties: Parties, sources: Mapping[str, int], names: Mapping[str, str]) -> tuple[Origin, ...]:
    """Find the independent origins of a claim; members are the places of its tellings.

    What an outlet tells in its own voice rests on who is quoted beside it; it is an origin of its own only where nobody is.
    """
    fold = _Fold(tellings, parties, sources)
    folded: defaultdict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        key = fold.key(at) if telling.statement is None or telling.statement.act not in NO_CLAIMANTS else None
        if key is not None:
            folded[key].append(at)
    telling_it = {key for key, members in folded.items() if any(fold.tells(tellings[at]) for at in members)}
    kept = {key: members for key, members in folded.items() if key in telling_it and key not in fold.deniers}
    kept = kept or ({} if fold.deniers else dict(folded))
    return tuple(Origin(_who(key, tellings[members[0]], names), tuple(members), _why(tellings, members)) for key, members in kept.items())


def party_of(telling: Telling, parties: Parties) -> str | None:
    """Give the party that speaks in a telling; null for the outlet, also where it speaks of itself or of several at once."""
    name = _names([telling])
    if telling.speaker is None or (name and is_nobody(name[0])):
        return None
    return parties.get(telling.speaker, telling.speaker)


AGE = "-year-old"
"""How a term ends that tells of somebody by his age: he is known by it again, whatever is told of him."""


class _Fold:
    """Which tellings of a claim rest on one origin."""

    def __init__(self, tellings: Sequence[Telling], parties: Parties, sources: Mapping[str, int]) -> None:
        self.tellings, self.parties, self.sources = tellings, parties, sources
        self.worded: dict[tuple[int, tuple[str, ...]], str] = {}
        self.relays = dict(self._relays())
        affirmed = find_affirmed(tellings, self.party)
        self.matter, noun = affirmed.matter, main_noun(tellings)
        self.noun = noun if any(self.matter in one.terms and lead_figure(one, noun, StandingSettings()) for one in tellings) else None
        against = {self.party(one) for one in tellings if denies(one, affirmed, self.party(one))}
        self.people = frozenset(term for one in tellings for term in one.terms if term.endswith(AGE))
        self.deniers = against - {self.party(one) for one in tellings if confirms(one)}
        self.quoted = {self.sources[one.capture] for one in tellings if self.party(one)}
        self.told_below = {one.capture for one in tellings if self.party(one) and not one.heading}
        self.values = {figure.value: self.party(one) for one in reversed(tellings) if self.party(one) for figure in one.figures}

    def party(self, telling: Telling) -> str | None:
        """Give the party that speaks."""
        return party_of(telling, self.parties)

    def tells(self, telling: Telling) -> bool:
        """Tell whether a telling speaks of the claim's own matter or counts what it counts, and does not only stand beside it."""
        own = telling.totals and not any(term[0] == MATTER for term in telling.terms)
        known = self.matter is None or self.matter in telling.terms or not self.people.isdisjoint(telling.terms)
        return known or bool(own) or parts_of_a_count(telling) or lead_figure(telling, self.noun, StandingSettings()) is not None

    def key(self, at: int) -> str | None:
        """Give what a telling rests on; null when that is told of already."""
        telling = self.tellings[at]
        source = self.sources[telling.capture]
        party = self.party(telling)
        if telling.heading and telling.capture in self.told_below:
            return None
        if party:
            party = self.relays.get(party, party)
            return self.worded.setdefault((source, telling.wording), party) if telling.wording else party
        if any(figure.value in self.values for figure in telling.figures) or self.quoted:
            return None
        return f"page {source}"

    def _relays(self) -> Iterator[tuple[str, str]]:
        """Join who passed words on to who spoke them first."""
        for telling in self.tellings:
            speaker = self.party(telling)
            for relay in telling.statement.via if telling.statement else ():
                via = self.parties.get(relay.actor or "", relay.actor)
                if speaker and via and via != speaker:
                    yield via, speaker


def _who(key: str, telling: Telling, names: Mapping[str, str]) -> str | None:
    return None if key.startswith("page ") else names.get(key) or names.get(telling.speaker or "")


def _why(tellings: Sequence[Telling], members: Sequence[int]) -> str:
    """Say why some members count as one."""
    speakers = _names(tellings[at] for at in members)
    pages = len({tellings[at].capture for at in members})
    if len(members) == 1:
        return "It is told once."
    if len(speakers) > 1:
        return f"{' and '.join((', '.join(speakers[:-1]), speakers[-1]))} speak for one party or pass on one speaker's words."
    told = f"in {pages} captures" if pages > 1 else f"{len(members)} times on one page"
    return f"{speakers[0]} is quoted {told}." if speakers else f"The outlet tells it {told}."


def _names(tellings: Iterable[Telling]) -> list[str]:
    named = (one.statement.speaker.name or one.statement.speaker.text for one in tellings if one.statement and one.statement.speaker)
    return list(dict.fromkeys(named))
