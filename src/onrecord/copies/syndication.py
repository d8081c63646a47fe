"""Pages to pairs of pages that tell the same text: reprints in other outlets and later captures of one page."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.copies.fingerprints import find_fingerprints, find_shingles, find_words, measure_containment
from onrecord.copies.passages import Retelling, find_retellings
from onrecord.model import Copy, CopyKind, Page, Role
from onrecord.settings import CopySettings

NEWS: frozenset[Role] = frozenset(("body", "caption", "heading"))
"""Roles whose words make up a page's text; headlines are rewritten in every reprint, and teasers come and go."""


@dataclass(frozen=True, slots=True)
class _Text:
    """The news words of a page in the forms that are compared."""

    words: tuple[str, ...]
    fingerprints: frozenset[int]
    runs: frozenset[int]


def find_copies(
    pages: Sequence[Page], retellings: Sequence[Retelling] | None = None, settings: CopySettings | None = None
) -> tuple[Copy, ...]:
    """Find the pages that tell the same text, in the order of the pages; `retellings` are found when not given."""
    limits = settings or CopySettings()
    texts = [_text(page, limits) for page in pages]
    told = _told(find_retellings(pages) if retellings is None else retellings)
    pairs = sorted(_candidates(texts, limits) | set(told))
    copies = (_copy(pages, texts, pair, told.get(pair, []), limits) for pair in pairs)
    return tuple(copy for copy in copies if copy)


def _text(page: Page, limits: CopySettings) -> _Text:
    words = tuple(word.text for word in find_words(page, NEWS))
    size = limits.shingle_words
    fingerprints = find_fingerprints(words, size=size, window=limits.window)
    return _Text(words, fingerprints, frozenset(find_shingles(words, limits.run_words)))


def _told(retellings: Sequence[Retelling]) -> dict[tuple[int, int], list[Retelling]]:
    """Sort the retellings between pages by their pages."""
    told: defaultdict[tuple[int, int], list[Retelling]] = defaultdict(list)
    for retelling in retellings:
        if retelling.one.page != retelling.two.page:
            told[retelling.one.page, retelling.two.page].append(retelling)
    return dict(told)


def _candidates(texts: Sequence[_Text], limits: CopySettings) -> set[tuple[int, int]]:
    """Give the pairs of pages that share enough fingerprints; one that is on too many pages is boilerplate."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for fingerprint in sorted(text.fingerprints):
            index[fingerprint].append(number)
    shared = Counter(pair for numbers in index.values() if len(numbers) <= limits.most_pages for pair in combinations(numbers, 2))
    return {pair for pair, count in shared.items() if count >= limits.least_shared * _fewest(texts, pair)}


def _fewest(texts: Sequence[_Text], pair: tuple[int, int]) -> int:
    return min(len(texts[number].fingerprints) for number in pair)


def _copy(
    pages: Sequence[Page], texts: Sequence[_Text], pair: tuple[int, int], told: Sequence[Retelling], limits: CopySettings
) -> Copy | None:
    small, large = sorted((texts[number] for number in pair), key=lambda text: len(text.words))
    if len(small.words) < limits.fewest_words:
        return None
    containment = measure_containment(small.words, large.runs, limits.run_words)
    one, two = pages[pair[0]], pages[pair[1]]
    if containment < limits.containment and not _same_page(one, two, told, containment, limits):
        return None
    later, earlier = _in_order(one, two)
    kind = _kind(one, two, small.words == large.words)
    origin = (later.origin or earlier.origin or earlier.outlet) if kind == "syndication" else later.origin or earlier.origin
    return Copy(later.capture.name, earlier.capture.name, kind, round(containment, 3), origin)


def _same_page(one: Page, two: Page, told: Sequence[Retelling], containment: float, limits: CopySettings) -> bool:
    """Tell whether two pages of which little is shared are still two states of one page.

    A live blog may lose most of its entries between two captures, but one outlet's live blogs that share what
    stands at the top, or several entries, are one; a few sentences of background are not enough.
    """
    if not _same_name(one.outlet, two.outlet):
        return False
    if one.url and one.url == two.url:
        return True
    if _title(one) and _title(one) == _title(two):
        return containment >= limits.containment_same_title
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


def _in_order(one: Page, two: Page) -> tuple[Page, Page]:
    """Give the reprint or later capture, then the text it was made from; the order given decides where nothing else does."""
    for late, early in ((one, two), (two, one)):
        if _names(late.origin, early.outlet) and not _names(early.origin, late.outlet):
            return late, early
    dates = [page.published.value if page.published else "" for page in (one, two)]
    if all(dates) and dates[1] < dates[0] and not dates[0].startswith(dates[1]):
        return one, two
    return two, one


def _names(origin: str | None, outlet: str | None) -> bool:
    """Tell whether an origin names an outlet: a credit often has the short form ("Kestrel" for "Kestrel News Agency")."""
    if not origin or not outlet:
        return False
    short, long = sorted((origin.casefold(), outlet.casefold()), key=len)
    return f" {short} " in f" {long} "
