"""The pages of two sets to lines of text, each with whether it belongs to the article."""

import gzip
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from onrecord.page.lines import Line, split_lines
from onrecord.page.outline import find_outline
from onrecord.page.roles import Part
from training.flatten import Way, flatten, read_page

SETS = ("article_extraction", "news_pages")
"""The sets whose pages are read."""
_WORD = re.compile(r"\w+")
SURE = 4
"""Words in a row that stand in the article and are then taken from it; fewer may be chance."""
COVERED = 0.5
"""Share of a line's words that must be taken from the article for the line to belong to it."""
NEAR = 3
"""Lines from one that surely belongs to the article within which a short one may."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page in one way of flattening, with its gold."""

    name: str
    """Set and id of the page."""
    way: str
    """How it was flattened."""
    text: str
    """Its text."""
    gold: str
    """The article as the set has it."""
    lines: tuple[Line, ...]
    """The lines of the text."""
    parts: tuple[Part, ...]
    """The part that rules give each line."""
    news: tuple[bool, ...]
    """For each line whether it belongs to the article."""


def read_pages(data: Path, ways: Sequence[Way]) -> list[Told]:
    """Read all pages of the sets in some ways."""
    told: list[Told] = []
    for name in SETS:
        for row in (data / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            held = json.loads(row)
            root = read_page(gzip.decompress((data / name / "html" / f"{held['id']}.html.gz").read_bytes()))
            told += [_tell(f"{name}/{held['id']}", way.name, flatten(root, way), article_of(held)) for way in ways]
    return told


def article_of(row: dict[str, Any]) -> str:
    """Give the article of a row of gold: its body, or its summary and sections."""
    if "articleBody" in row:
        return str(row["articleBody"])
    parts = list(row.get("summary") or [])
    for section in row.get("sections") or []:
        parts += [*(section.get("headline") or []), *section["paragraphs"]]
    return "\n".join(parts)


def _tell(name: str, way: str, text: str, gold: str) -> Told:
    lines = split_lines(text)
    return Told(name, way, text, gold, lines, find_outline(lines).parts, tuple(find_news(lines, gold)))


def find_news(lines: Sequence[Line], gold: str) -> list[bool]:
    """Tell for each line whether it belongs to the article, by laying the words of both side by side."""
    words = [_WORD.findall(line.text.lower()) for line in lines]
    flat = [(word, number) for number, held in enumerate(words) for word in held]
    matcher = SequenceMatcher(None, [word for word, _ in flat], _WORD.findall(gold.lower()), autojunk=False)
    sure, any_ = [0] * len(lines), [0] * len(lines)
    for block in matcher.get_matching_blocks():
        for at in range(block.a, block.a + block.size):
            any_[flat[at][1]] += 1
            sure[flat[at][1]] += block.size >= SURE
    news = [bool(held) and sure[number] / len(held) >= COVERED for number, held in enumerate(words)]
    for number, held in enumerate(words):
        if held and not news[number] and any_[number] == len(held) and len(held) < SURE:
            news[number] = any(news[max(0, number - NEAR) : number]) and any(news[number + 1 : number + 1 + NEAR])
    return news


ABOVE, BELOW = 3, 1
"""Lines above and below an article that are kept when the rest of its page is left out."""
SPLICED, PARAGRAPHS = 5, 6
"""Articles of which the first paragraphs are put together, as the entries of a live blog are, and their number."""


def cut_out(page: Told) -> Told | None:
    """Give a page with little beside its article, as when a reader copies that alone."""
    news = [number for number, is_news in enumerate(page.news) if is_news]
    if not news:
        return None
    first, last = max(0, news[0] - ABOVE), news[-1] + 1 + BELOW
    return _put_together(page.name, "cut out", list(zip(page.lines, page.news, strict=True))[first:last])


def splice(pages: Sequence[Told]) -> list[Told]:
    """Give pages on which the openings of several articles follow each other, between the top of one page and its foot."""
    spliced: list[Told] = []
    for at, page in enumerate(pages):
        news = [number for number, is_news in enumerate(page.news) if is_news]
        if news:
            rows = list(zip(page.lines, page.news, strict=True))
            others = [pages[(at + 1 + step * 7) % len(pages)] for step in range(SPLICED)]
            openings = [row for other in others for row in _opening(other)]
            inside = [row for row in rows[news[0] : news[-1] + 1][: 2 * PARAGRAPHS] if row[1] or page.way == "plain"]
            spliced.append(_put_together(page.name, "spliced", [*rows[: news[0]], *inside, *openings, *rows[news[-1] + 1 :]]))
    return spliced


def _opening(page: Told) -> list[tuple[Line, bool]]:
    return [(line, is_news) for line, is_news in zip(page.lines, page.news, strict=True) if is_news][:PARAGRAPHS]


def _put_together(name: str, way: str, rows: Sequence[tuple[Line, bool]]) -> Told:
    text = "\n".join(line.text for line, _ in rows)
    lines = split_lines(text)
    return Told(name, way, text, "", lines, find_outline(lines).parts, tuple(is_news for _, is_news in rows))
