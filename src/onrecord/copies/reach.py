"""Pages and those that each leads to, to what tells all that can be reached from each page."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import digest_all

Leads = Mapping[int, Sequence[tuple[int, str]]]
"""For the numbers of pages those of the pages that each leads to, with what tells that step from others."""


def digest_reach(leads: Leads) -> dict[int, str]:
    """Give for each page what tells it from pages from which other steps lead on, however far they lead, and from the others it leads to.

    It is the same as long as all of these steps are.
    """
    found: dict[int, str] = {}
    for knot in _find_knots(leads):
        places = {page: str(place) for place, page in enumerate(knot)}
        steps = [[(step, found.get(to) or places.get(to, "")) for to, step in leads.get(page, ())] for page in knot]
        found |= {page: digest_all(steps, place) for page, place in places.items()}
    return found


def _find_knots(leads: Leads) -> Iterator[list[int]]:
    """Give the pages that lead to each other, in the order of their numbers, behind all others that they lead to (Tarjan 1972)."""
    met: dict[int, int] = {}
    lowest: dict[int, int] = {}
    held: dict[int, None] = {}  # pages not given yet, in the order in which they were met
    for start in leads:
        way = [] if start in met else [(start, iter(leads[start]))]
        while way:
            page, steps = way[-1]
            if page not in met:
                met[page] = lowest[page] = len(met)
                held[page] = None
            for to, _ in steps:
                if to not in met:
                    way.append((to, iter(leads.get(to, ()))))
                    break
                if to in held:
                    lowest[page] = min(lowest[page], lowest[to])
            else:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[page])
                if lowest[page] == met[page]:
                    yield sorted(_take(held, page))


def _take(held: dict[int, None], page: int) -> Iterator[int]:
    """Take the pages met from one on."""
    last = -1
    while last != page:
        last, _ = held.popitem()
        yield last
