"""What a tagger marked as names, to names with the actors that bear them."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.language.marks import Named
from onrecord.model import Actor, Name


def find_names(text: str, marked: Sequence[Named], actors: Sequence[Actor]) -> tuple[Name, ...]:
    """Give each name with the one actor that bears it, when there is just one; spans are of `text`.

    >>> from onrecord.model import Span
    >>> actor = Actor("a1", "Ilse Tarn", "person")
    >>> find_names("Mayor Tarn left.", (Named(Span(6, 10), "person"),), (actor,))
    (Name(span=Span(start=6, end=10), text='Tarn', type='person', actor='a1'),)
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for name in (actor.name, *actor.also):
            bearers[_plain(name)].add(actor.id)
        if actor.type == "person":
            bearers[_plain(actor.name.split()[-1])].add(actor.id)
    return tuple(Name(one.span, words, one.kind, _only(bearers[_plain(words)])) for one in marked for words in [one.span.of(text)])


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def _only(ids: set[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None
