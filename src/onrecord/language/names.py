"""The names marked on one page, each by itself, to names that agree with each other."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.language.marks import Named
from onrecord.model import NameType, Span


def agree(text_of: Sequence[str], names: Sequence[Named]) -> tuple[Named, ...]:
    """Give each name the kind that the page as a whole speaks for; `text_of` are the names' own words.

    A single word that ends a person's full name elsewhere on the page is that person; the same words are the same
    kind of thing throughout, the kind they have most often, if one is. An apostrophe behind a name is left out.

    >>> one, two = Named(Span(0, 9), "person"), Named(Span(40, 44), "place")
    >>> [name.kind for name in agree(["Ilse Tarn", "Tarn"], [one, two])]
    ['person', 'person']
    """
    families = {words.split()[-1] for words, name in zip(text_of, names, strict=True) if name.kind == "person" and " " in words}
    counts: defaultdict[str, Counter[NameType]] = defaultdict(Counter)
    for words, name in zip(text_of, names, strict=True):
        counts[words][name.kind] += 1
    commonest = {words: _commonest(kinds) for words, kinds in counts.items()}
    agreed = []
    for words, name in zip(text_of, names, strict=True):
        kind = "person" if words in families else commonest[words] or name.kind
        bare = words.rstrip("'’")
        if bare:
            agreed.append(Named(Span(name.span.start, name.span.end - len(words) + len(bare)), kind))
    return tuple(agreed)


def _commonest(counts: Counter[NameType]) -> NameType | None:
    """Give the kind that is commoner than every other; None when two are as common."""
    (first, most), *rest = counts.most_common(2)
    return None if rest and rest[0][1] == most else first
