"""A Record to a brief in Markdown, each item with links to the words on the web where its page has an address."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Record
from onrecord.serve.export.digest import PageTold, Section, Source, Told, by_words, make_digest, mark_of

_SIGNS = re.compile(
    r"""
      (?P<anywhere> [\\`*_<~] | \[ (?! \d{1,6} \] (?! [(\[:] ) ) | & (?= [#\w]{1,32} ; ) )  # but not our own [2]
    | ^ (?P<number> \d{0,9} ) (?P<first> [-+>\#.)] )  # list, heading, quotation
    """,
    re.VERBOSE,
)
"""Signs that Markdown would take for its own."""


def render_markdown(record: Record) -> Iterator[str]:
    """Give the brief piece by piece."""
    digest = make_digest(record)
    yield f"# {plain(digest.title)}\n"
    for section in digest.sections:
        yield f"\n## {section.title}\n\n"
        yield from _list(section, digest.pages)
    for page in digest.pages:
        title = plain(page.title)
        yield f"\n## [{page.number}] {_link(title, page.link)}\n\n{plain(page.about)}  \n{plain(page.name)}\n"
        for section in page.sections:
            yield f"\n### {section.title}\n\n"
            yield from _list(section, digest.pages)


def plain(text: str) -> str:
    r"""Write words so that Markdown shows them as they are, on one line.

    >>> print(plain("5. *Two* are_missing [2]"), plain("[see](https://orle.example)"))
    5\. \*Two\* are\_missing [2] \[see](https://orle.example)
    """
    return _SIGNS.sub(lambda match: f"{match['number'] or ''}\\{match['anywhere'] or match['first']}", " ".join(text.split()))


def _list(section: Section, pages: Sequence[PageTold]) -> Iterator[str]:
    for one in section.told:
        yield f"- {_lead(one)}{'' if section.quoting else _places(one.sources, pages)}\n"
        for words, alike in by_words(one.sources).items() if section.quoting else ():
            yield f"  - {plain(words)}{_places(alike, pages)}\n"


def _lead(one: Told) -> str:
    return f"**{plain(one.label)}:** {plain(one.text)}".rstrip()


def _places(sources: Sequence[Source], pages: Sequence[PageTold]) -> str:
    told = dict.fromkeys(_link(mark_of(source, pages), source.link) for source in sources)
    return f" ({', '.join(told)})" if told else ""


def _link(text: str, target: str | None) -> str:
    return f"[{text}](<{target.replace('<', '%3C').replace('>', '%3E')}>)" if target else text
