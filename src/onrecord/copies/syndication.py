"""Pages to pairs of pages that tell the same text: reprints in other outlets and later captures of one page."""

from collections.abc import Sequence
from datetime import datetime

from onrecord.copies.match import Match
from onrecord.copies.matching import find_matches
from onrecord.model import Copy, CopyKind, Page
from onrecord.settings import CopySettings


def find_copies(pages: Sequence[Page], matches: Sequence[Match] | None = None, settings: CopySettings | None = None) -> tuple[Copy, ...]:
    """Find the pages that tell the same text, in the order of the pages; `matches` are found when not given."""
    limits = settings or CopySettings()
    found = find_matches(pages) if matches is None else matches
    copies = (_copy(pages, match, limits) for match in sorted(found, key=lambda match: (match.one, match.two)) if match.one != match.two)
    return tuple(copy for copy in copies if copy)


def _copy(pages: Sequence[Page], match: Match, limits: CopySettings) -> Copy | None:
    one, two = pages[match.one], pages[match.two]
    if min(match.sizes) < limits.fewest_words or (match.share < limits.share and not _same_page(one, two, match, limits)):
        return None
    kind = _kind(one, two, match.identical)
    first = _find_first(one, two)
    if first is None and kind == "syndication" and match.sizes[1] >= limits.fuller * match.sizes[0]:
        first = two  # nothing but their length tells them apart: papers cut what they print
    later, earlier = (one, two) if first is two else (two, one)
    origin = (later.origin or earlier.origin or earlier.outlet) if kind == "syndication" else later.origin or earlier.origin
    return Copy(later.capture.name, earlier.capture.name, kind, round(match.containment, 3), origin)


def _same_page(one: Page, two: Page, match: Match, limits: CopySettings) -> bool:
    """Tell whether two pages of which little is shared are still two states of one page.

    A live blog may lose most of its entries between two captures, but one outlet's live blogs that share what
    stands at the top, or several entries, are one; a few sentences of background are not enough.
    """
    told = match.told
    if not _same_name(one.outlet, two.outlet):
        return False
    if one.url and one.url == two.url:
        return True
    if _title(one) and _title(one) == _title(two):
        return match.containment >= limits.containment_same_title
    if len(told) < limits.shared_passages or min(len(one.entries), len(two.entries)) < limits.fewest_entries:
        return False
    tops = [retelling for retelling in told if _at_top(one, retelling.one.entry) and _at_top(two, retelling.two.entry)]
    entries = {retelling.one.entry for retelling in told}, {retelling.two.entry for retelling in told}
    return len(tops) >= limits.shared_at_top or min(map(len, entries)) >= limits.shared_entries


def _at_top(page: Page, entry: int | None) -> bool:
    return bool(page.entries) and entry == page.entries[0].id


def _title(page: Page) -> str:
    return " ".join(page.title.text.casefold().split()) if page.title else ""


def _same_name(one: str | None, two: str | None) -> bool:
    return one is not None and two is not None and one.casefold() == two.casefold()


def _kind(one: Page, two: Page, identical: bool) -> CopyKind:
    """Name the kind: where an outlet is not known, the headline tells a later capture from a reprint."""
    same_outlet = _same_name(one.outlet, two.outlet)
    unknown = one.outlet is None or two.outlet is None
    if same_outlet or (unknown and _title(one) == _title(two)):
        return "same" if identical else "revision"
    return "syndication"


def _find_first(one: Page, two: Page) -> Page | None:
    """Find the text that the other was made from: the one that the other credits, then the one published or saved before it."""
    for late, early in ((one, two), (two, one)):
        if _names(late.origin, early.outlet) and not _names(early.origin, late.outlet):
            return early
    for before, after in zip(_moments(one), _moments(two), strict=True):
        if before and after and (_is_before(before, after) or _is_before(after, before)):
            return one if _is_before(before, after) else two
    return None


def _moments(page: Page) -> tuple[str | None, str | None]:
    return page.published.value if page.published else None, page.capture.given.captured


def _is_before(one: str, two: str) -> bool:
    """Tell whether a date or date-time is before another: by the day, unless both have an hour and an offset.

    >>> _is_before("2024-03-01T21:30+03:00", "2024-03-01T19:00Z"), _is_before("2024-03-01", "2024-03-01T09:00Z")
    (True, False)
    """
    moments = [datetime.fromisoformat(value) for value in (one, two) if "T" in value]
    if len(moments) == 2 and moments[0].tzinfo and moments[1].tzinfo:
        return moments[0] < moments[1]
    return one[:10] < two[:10]


def _names(origin: str | None, outlet: str | None) -> bool:
    """Tell whether an origin names an outlet: a credit often has the short form ("Kestrel" for "Kestrel News Agency")."""
    if not origin or not outlet:
        return False
    short, long = sorted((origin.casefold(), outlet.casefold()), key=len)
    return f" {short} " in f" {long} "
