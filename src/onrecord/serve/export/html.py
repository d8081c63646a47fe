"""A Record to one page of HTML that can be mailed: nothing is fetched, nothing runs, it prints, and it is dark where that is wanted."""

from collections.abc import Iterator, Sequence
from html import escape

from onrecord.model import Record
from onrecord.serve.export.digest import Digest, PageTold, Section, Source, Told, by_words, make_digest, mark_of

_STYLE = """\
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #595959; --line: #ccc; --link: #0645ad;
  --red: #a11212; --amber: #7a4b00; --green: #1b6b2a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #161616; --faint: #a6a6a6; --line: #444; --link: #8ab4f8;
  --red: #ff8f8f; --amber: #f0b85a; --green: #82cf8f; } }
@media print { :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --link: #000; --red: #000; --amber: #000; --green: #000; }
  nav { display: none; } li, blockquote { break-inside: avoid; } h2, h3 { break-after: avoid; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); margin-top: 2rem; }
h3 { font-size: 1rem; } ul { padding-left: 1.1rem; } li { margin: .35rem 0; }
blockquote { margin: .2rem 0 .2rem 1rem; padding-left: .6rem; border-left: 2px solid var(--line); }
a { color: var(--link); } nav, .about, .place { color: var(--faint); font-size: .85rem; } .label { font-weight: bold; }
.withdrawn, .denied, .disputed, .unaccounted, .silent-edit { color: var(--red); }
.revised, .not-confirmed, .hedge-lost, .unacknowledged { color: var(--amber); } .confirmed, .corroborated { color: var(--green); }
"""

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="about">Who said what on {pages}. Each thing told stands on the page and line beside it; how a claim stands is what was
reported of it, and no verdict on what is true.</p>
"""


def render_html(record: Record) -> Iterator[str]:
    """Give the page piece by piece."""
    digest = make_digest(record)
    count = len(digest.pages)
    yield _HEAD.format(title=escape(digest.title), style=_STYLE, pages=f"{count} page{'' if count == 1 else 's'}")
    yield _contents(digest)
    for number, section in enumerate(digest.sections, start=1):
        yield f'<section id="part-{number}">\n<h2>{escape(section.title)}</h2>\n{_list(section, digest.pages)}</section>\n'
    for page in digest.pages:
        yield _page(page, digest.pages)
    yield "</body>\n</html>\n"


def _contents(digest: Digest) -> str:
    parts = [f'<a href="#part-{n}">{escape(section.title)}</a>' for n, section in enumerate(digest.sections, start=1)]
    pages = [f'<a href="#page-{page.number}">[{page.number}]</a>' for page in digest.pages]
    return f"<nav>{' · '.join(parts)} · Pages {' '.join(pages)}</nav>\n"


def _page(page: PageTold, pages: Sequence[PageTold]) -> str:
    title = escape(page.title)
    linked = f'<a href="{escape(page.link)}">{title}</a>' if page.link else title
    parts = "".join(f"<h3>{escape(section.title)}</h3>\n{_list(section, pages)}" for section in page.sections)
    head = f'<h2>[{page.number}] {linked}</h2>\n<p class="about">{escape(page.about)}<br>{escape(page.name)}</p>\n'
    return f'<section id="page-{page.number}">\n{head}{parts}</section>\n'


def _list(section: Section, pages: Sequence[PageTold]) -> str:
    return f"<ul>\n{''.join(_item(one, pages, quoting=section.quoting) for one in section.told)}</ul>\n"


def _item(one: Told, pages: Sequence[PageTold], *, quoting: bool) -> str:
    kind = one.label.replace(" ", "-")
    known = f" {kind}" if kind.replace("-", "").isascii() and kind.replace("-", "").isalpha() else ""
    lead = f'<span class="label{known}">{escape(one.label)}:</span> {escape(one.text)}'
    if not quoting:
        return f"<li>{lead} {_places(one.sources, pages)}</li>\n"
    quoted = (f"<blockquote>{escape(words)} {_places(alike, pages)}</blockquote>\n" for words, alike in by_words(one.sources).items())
    return f"<li>{lead}\n{''.join(quoted)}</li>\n"


def _places(sources: Sequence[Source], pages: Sequence[PageTold]) -> str:
    told = []
    for source in sources:
        target = source.link or f"#page-{source.page}"
        told.append(f'<a href="{escape(target)}">{mark_of(source, pages)}</a>')
    return f'<span class="place">{", ".join(dict.fromkeys(told))}</span>' if told else ""
