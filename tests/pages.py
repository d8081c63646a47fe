"""Pages and statements made by hand for the tests of the later stages."""

import re
from dataclasses import replace

from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.language.tagger import RuleTagger
from onrecord.model import (
    Act,
    Block,
    Capture,
    Entry,
    Page,
    Phrase,
    Quoted,
    Role,
    Span,
    Speaker,
    Statement,
)


def page(text: str, *, name: str = "page.txt", roles: dict[int, Role] | None = None, **known: object) -> Page:
    """Make a page whose blank lines part its entries; `roles` are by number of the line that holds words."""
    blocks, entry = [], 0
    for number, match in enumerate(re.finditer(r"\S[^\n]*(\n\n)?", text)):
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        blocks.append(Block(span, (roles or {}).get(number, "body"), entry))
        entry += match.group(1) is not None
    spans = {n: [block.span for block in blocks if block.entry == n] for n in range(entry + 1)}
    posted = known.pop("posted", {})
    entries = tuple(
        Entry(n, Span(own[0].start, own[-1].end), posted=posted.get(n) if isinstance(posted, dict) else None)
        for n, own in spans.items()
        if own
    )
    values = {"outlet": None, "origin": None, "url": None, "language": "en", "title": None, "published": None, **known}
    return Page(Capture("sha256:0", name, "text", text), blocks=tuple(blocks), entries=entries, **values)  # type: ignore[arg-type]


def said(text: str, words: str, *, by: str | None, cue: str = "", act: Act = "assert") -> Statement:
    """Make a statement whose content, speaker and cue stand in the text; it is direct where a quotation mark comes first."""
    quoted: Quoted = "direct" if f"“{words}" in text else "indirect"
    speaker = Speaker(by, find(text, by), None, by, "named") if by else None
    phrase = Phrase(cue, (find(text, cue),)) if cue else None
    return Statement("s1", 0, speaker, phrase, Phrase(words, (find(text, words),)), quoted, act)


def numbered(*statements: Statement) -> tuple[Statement, ...]:
    """Number statements as a page's stage does."""
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(statements, start=1))


def find(text: str, words: str) -> Span:
    """Give the first place of some words."""
    start = text.index(words)
    return Span(start, start + len(words))


def statements_in(text: str, **known: object) -> tuple[Statement, ...]:
    """Find what the rules read on a page made of some text: a line is a paragraph, a blank line parts two entries."""
    made = page(text, **known)  # type: ignore[arg-type]
    return find_statements(made, read_page(made, RuleTagger()))[0]


def told(text: str, **known: object) -> list[str]:
    """Write each statement as "who it is | cue | content", the way a reader checks it; "?" is nobody, "-" no cue."""
    return [
        " | ".join(
            (
                (one.speaker.name if one.speaker else None) or "?",
                one.cue.text if one.cue else "-",
                " … ".join(span.of(text) for span in one.content.spans),
            )
        )
        for one in statements_in(text, **known)
    ]
