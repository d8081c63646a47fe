"""A page to what the extracting stages read: its tagged sentences, and what the tagger marked in them."""

from bisect import bisect_left
from typing import NamedTuple

from onrecord.extract.drafts import Line
from onrecord.language.marks import Marks
from onrecord.language.phrases import Tagged
from onrecord.language.sentences import Sentence, split_sentences
from onrecord.language.tagger import TAGGERS, Tagger
from onrecord.model import Block, Page

READ = frozenset({"title", "heading", "body", "caption"})
"""Roles of the blocks that are read for statements."""
LONGEST_SENTENCE = 800
"""Tokens beyond which a stretch is a table or a list and no sentence; a paragraph of one quotation may well have 300."""


class Reading(NamedTuple):
    """A page that has been read."""

    lines: tuple[Line, ...]
    """The sentences of the blocks that tell news."""
    marks: Marks
    """Names and attributions in them."""


def read_page(page: Page, tagger: Tagger | None = None, *, names: bool = True) -> Reading:
    """Split the blocks that tell news into tagged sentences and mark what they hold; the network reads unless told otherwise.

    Without `names`, which statements do not need, none are marked.
    """
    text, reader = page.capture.text, tagger or TAGGERS["network"]()
    read = [(number, block) for number, block in enumerate(page.blocks) if block.role in READ]
    paragraphs = [_sentences(page, block) for _, block in read]
    marks = reader.mark(paragraphs, names=names)
    lines = []
    for (number, block), sentences in zip(read, paragraphs, strict=True):
        for sentence in sentences:
            tagged = Tagged(sentence, reader.tag(sentence))
            lines.append(Line(text, tagged, _entry(page, block), number, block.role in {"title", "heading"}, _hidden(tagged)))
    return Reading(tuple(lines), marks)


def _sentences(page: Page, block: Block) -> tuple[Sentence, ...]:
    """Split a block into sentences; of a title block only the title is read."""
    span = page.title.span if block.role == "title" and page.title else block.span
    sentences = split_sentences(page.capture.text, span.start, span.end)
    return tuple(sentence for sentence in sentences if len(sentence.tokens) <= LONGEST_SENTENCE)


def _entry(page: Page, block: Block) -> int:
    """Give the entry of a block; a title belongs to the first."""
    if block.entry is not None:
        return block.entry
    return page.entries[0].id if page.entries else 0


def _hidden(tagged: Tagged) -> frozenset[int]:
    outers = [q.outer for q in tagged.sentence.quotations]
    if not outers:
        return frozenset()
    starts = [token.start for token in tagged.tokens]
    return frozenset(i for o in outers for i in range(bisect_left(starts, o.start), bisect_left(starts, o.end)))
