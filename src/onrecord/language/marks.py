"""What a tagger marks in a page: names, and who says what in which words."""

from dataclasses import dataclass

from onrecord.model import NameType, Span


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it is written."""

    span: Span
    """From its first to its last word."""
    kind: NameType
    """What is named; a group is a people, a faith or a party's followers: "Moroccans"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that somebody is said to say, write, think or want."""

    cue: Span
    """The words that say so: "said", "according to"."""
    source: Span | None
    """Who is said to; None where the attribution does not tell."""
    content: tuple[Span, ...]
    """What is said, in one piece or several."""
    weight: float
    """How sure the tagger is, between 0 and 1; higher is surer, and no more is promised."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in some paragraphs, each part in the text's order."""

    names: tuple[Named, ...]
    """Names; none overlap."""
    attributions: tuple[Attribution, ...] | None
    """Attributions; None from a tagger that does not look for them."""
