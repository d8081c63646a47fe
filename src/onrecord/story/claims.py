"""Facts of all pages to claims: what is said alike, by whom independently, and how it stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from onrecord.language.matters import MATTER, NAME, find_terms
from onrecord.language.timex.calendar import UNDATED, latest_of, sortable
from onrecord.model import Actor, Claim, Copy, Correction, Facts, Member, Page, Story
from onrecord.settings import ClaimSettings
from onrecord.story.corrected import hold_pairs
from onrecord.story.gathering import gather
from onrecord.story.origins import find_origins, party_of
from onrecord.story.parties import Parties, find_parties
from onrecord.story.quantities import main_noun, noun_of
from onrecord.story.sayings import Telling, find_tellings, parts_of_a_count
from onrecord.story.standing import find_history, main_matter
from onrecord.story.timeline import find_sources

CONTESTED = frozenset(("accuse", "confirm", "deny", "neither"))
"""Acts that make a statement a claim even where nobody else speaks to it."""


def find_claims(  # noqa: PLR0913  (all but the first are options)
    captures: Sequence[Facts],
    copies: Sequence[Copy] = (),
    *,
    actors: Sequence[Actor] = (),
    stories: Sequence[Story] = (),
    settings: ClaimSettings | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Claim, ...]:
    """Find the claims that pages of one matter make together, in the order in which they were first made.

    A statement that stands alone is a claim only if it has a figure, accuses, confirms, denies or leaves open. `corrections` may say
    of two statements that they are one claim, or are not.
    """
    limits = settings or ClaimSettings()
    desk = _Desk(captures, copies, actors, stories)
    told = [sorted(find_tellings(facts, at), key=_moment) for at, facts in enumerate(captures)]
    gathered = gather([told[at] for at in sorted(desk.ranks, key=desk.ranks.__getitem__)], limits)
    groups = [sorted(group, key=lambda one: desk.place(one)) for group in hold_pairs(gathered, corrections)]
    kept = sorted((group for group in groups if _is_claim(group)), key=lambda group: desk.place(group[0]))
    return tuple(desk.claim(f"c{number}", group) for number, group in enumerate(kept, start=1))


def bare_terms(words: str) -> frozenset[str]:
    """Give the terms of some words, those of names without their mark: the army may be called the Army."""
    return frozenset(term.lstrip(NAME) for term in find_terms(f"- {words}") if term[0] != MATTER)


def order_pages(captures: Sequence[Facts], sources: Mapping[str, int]) -> list[int]:
    """Give the numbers of the pages in the order of time, by the latest moment on each.

    An undated page comes behind the first of its own text, whose number `sources` give, and without any behind all others.
    """
    moments = [_latest(facts.page) for facts in captures]
    known: dict[int, str] = {}
    texts = [sources[facts.page.capture.name] for facts in captures]
    for moment, text in sorted(zip(moments, texts, strict=True)):
        known.setdefault(text, moment)
    keys = [moment if moment < UNDATED else known[text] for moment, text in zip(moments, texts, strict=True)]
    return sorted(range(len(captures)), key=lambda number: (keys[number], moments[number] == UNDATED, number))


def _latest(page: Page) -> str:
    """Give the latest moment of a page, of its entries or of its publication, of which the last day is taken where it is not certain."""
    published = page.published.latest or page.published.value if page.published else None
    return latest_of([entry.posted or published for entry in page.entries] or [published])


def _moment(telling: Telling) -> tuple[str, int]:
    return (sortable(telling.when) if telling.when else "", telling.span.start)


def _is_claim(group: Sequence[Telling]) -> bool:
    """Tell whether a group is worth keeping: it tells of something, and more than one member or a contested act does."""
    if not any(telling.terms for telling in group):
        return False
    members = sum((telling.statement is not None) + len(telling.figures) for telling in group)
    acts = {telling.statement.act for telling in group if telling.statement}
    return members > 1 or bool(acts & CONTESTED)


class _Desk:
    """What is known of all pages, by which a group becomes a claim."""

    def __init__(self, captures: Sequence[Facts], copies: Sequence[Copy], actors: Sequence[Actor], stories: Sequence[Story]) -> None:
        self.sources = find_sources([facts.page.capture.name for facts in captures], copies)
        self.parties: Parties = find_parties(actors, captures)
        self.names = {actor.id: actor.name for actor in actors}
        self.called = [(bare_terms(name), self.parties[actor.id]) for actor in actors for name in (actor.name, *actor.also)]
        self.stories = {(entry.capture, entry.entry): story.id for story in stories for entry in story.entries}
        self.ranks = {number: rank for rank, number in enumerate(order_pages(captures, self.sources))}

    def place(self, telling: Telling) -> tuple[int, str, int]:
        """Give where a telling comes in time."""
        return (self.ranks[telling.page], *_moment(telling))

    def doers(self, telling: Telling) -> frozenset[str]:
        """Give the parties that are named in the words of a telling."""
        said = bare_terms(telling.text)
        return frozenset(party for called, party in self.called if called and called <= said)

    def claim(self, name: str, group: Sequence[Telling]) -> Claim:
        """Make the claim of a group, whose tellings are in the order of time."""
        origins = find_origins(group, self.parties, self.sources, self.names)
        origin_of = {member: str(number) for number, origin in enumerate(origins) for member in origin.members}
        history = find_history(group, partial(party_of, parties=self.parties), origin_of, self.doers)
        if history[-1].standing == "claimed":
            origins = origins[:1]  # the others speak of the same, but nobody says it too
        noun = main_noun(group)
        members: list[Member] = []
        places: dict[int, list[int]] = {}
        for at, telling in enumerate(group):
            made = list(_members(telling, noun))
            places[at] = list(range(len(members), len(members) + len(made)))
            members += made
        folded = tuple(
            type(origin)(origin.who, tuple(place for at in origin.members for place in places[at]), origin.why) for origin in origins
        )
        best = _best(group, [member for origin in origins for member in origin.members])
        story = self.stories.get((best.capture, best.entry))
        return Claim(
            name, " ".join(best.text.split()), story, tuple(members), max(len(origins), 1), history[-1].standing, history, folded
        )  # fmt: skip


def _members(telling: Telling, noun: frozenset[str] | None) -> Iterator[Member]:
    """Give the members that a telling brings: its statement, its first figure and those equal to it or of what the claim counts."""
    first = {figure.value for figure in telling.totals[:1]}
    if telling.statement and not telling.part:
        yield Member(telling.capture, statement=telling.statement.id)
    for figure in telling.figures:
        if figure.value in first or (noun and (noun & noun_of(figure) or not figure.counted)):
            yield Member(telling.capture, figure=figure.id)


def _best(group: Sequence[Telling], claiming: Sequence[int]) -> Telling:
    """Give the telling whose words say the claim best: one who makes it, of the claim's own matter, in one sentence, saying most."""
    matter = main_matter(group)

    def worth(at: int) -> tuple[bool, bool, bool, int]:
        telling = group[at]
        own = matter is None or matter in telling.terms
        fits = len(telling.text) <= LONGEST_TEXT and len(telling.statement.content.spans if telling.statement else ()) <= 1
        whole = telling.statement is not None and not telling.heading and not parts_of_a_count(telling)
        return own, fits, whole, len(telling.terms)

    told = [at for at in claiming if worth(at)[0]] or range(len(group))
    return group[max(told, key=lambda at: (worth(at), -at))]


LONGEST_TEXT = 160
"""Characters of a claim's text; a longer one is no single claim."""
