"""The words of the trade, each with one definition: `explain` gives one, `render_glossary` all of them.

A definition says what the word means here; where other trades call the same thing otherwise, it says so.
"""

from typing import NamedTuple


class Term(NamedTuple):
    """A word of the trade."""

    name: str
    """The word, as the record or the documentation writes it."""
    group: str
    """The heading it stands under; a field of the record in backquotes for one of that field's values."""
    meaning: str
    """What it means here."""


def explain(term: str) -> str | None:
    """Say what a term means; a word that is a value of more than one field gets a line for each, and an unknown word `None`.

    >>> explain("furniture")
    'Page text that is not news: menus, appeals, buttons, notices.'
    >>> print(explain("inferred"))
    Worked out from other pages or from the times that the text mentions.
    >>> explain("scoop") is None
    True
    """
    wanted = "_".join(term.lower().split())
    found = [entry for entry in TERMS if entry.name.lower() == wanted]
    meanings = list(dict.fromkeys(entry.meaning for entry in found))
    if len(meanings) < 2:
        return meanings[0] if meanings else None
    return "\n".join(f"{entry.group}: {entry.meaning}" for entry in found)


def render_glossary() -> str:
    """Render every term as the Markdown of docs/glossary.md."""
    lines = ["# Glossary", "", "The words of the trade, as onrecord uses them. Written from `src/onrecord/terms.py` by `make docs`.", ""]
    for group, meanings in _GLOSSARY.items():
        values = group.startswith("`")
        lines += [f"## Values of {group}" if values else f"## {group}", ""]
        lines += [f"- **{f'`{name}`' if values else name}**: {meaning}" for name, meaning in meanings.items()]
        lines.append("")
    return "\n".join(lines)


_GLOSSARY = {
    "Pages": {
        "capture": "One copy of one page at one moment.",
        "outlet": 'Who published the page. (Never "source", which may also mean the speaker, or a file.)',
        "origin": "The outlet or agency that a text began with, when it is not the outlet that published this page.",
        "syndication": "One text in several outlets, by agreement: an agency's wire, or another paper's article.",
        "revision": "A later capture of the same page.",
        "furniture": "Page text that is not news: menus, appeals, buttons, notices.",
        "teaser": "A bare line that links to another story.",
        "housekeeping": "A live blog talking of itself: who is writing, what comes next, that it is closing.",
        "masthead": "What a page says of itself around its headline: byline, credit, dateline, dates.",
        "dateline": "The place, and often the agency, that opens a dispatch. Not the date of publication.",
        "entry": "One update of a live blog (schema.org: liveBlogUpdate), or the whole of an article.",
        "block": "A line or paragraph of a page, with the role it plays.",
        "role": "The part that a block plays on its page.",
        "unread": "An input that could not be read, listed with the reason.",
    },
    "Evidence": {
        "span": "A stretch of a capture's text, from a start to an end that it does not reach, in code points; it cuts out exact words.",
        "evidence": "The spans that an item rests on. There is no item without.",
        "record": "All that is known from the captures read together; one JSON object.",
        "brief": "The record for a reader, on a terminal.",
        "null": "Could not be found out. onrecord leaves a thing open rather than guess it.",
    },
    "Who said what": {
        "statement": 'A speaker, a cue, a content, and those who passed it on. (PARC and PolNeAR: "attribution".)',
        "speaker": 'Who says it: a person, a body, a group, a document. (PARC: "source".)',
        "cue": 'The words that make it a statement: "said", "according to", "in the ministry\'s words".',
        "content": "What is said, without quotation marks and the commas around them.",
        "act": "What the speaker does with the words.",
        "relay": "One who passed the words on to the page or to the next who did.",
        "via": "The relays of a statement, from the speaker outwards to the page.",
        "audience": "To whom it was said.",
        "actor": "Whoever speaks, acts or is spoken through, under one name however the pages name them.",
        "mention": "The words by which a page names an actor in one place.",
        "happening": "What took place or is due, told in the outlet's own voice with no speaker.",
    },
    "Figures": {
        "figure": "A number with what it counts, the event, the place, the time, how it bounds the truth, and who gave it.",
        "holder": "Who gave a figure; nobody when the outlet gives it in its own voice.",
        "bound": "How a number stands to the true one.",
        "sum": "A total, the parts that a page gives of it, the remainder and the verdict.",
        "remainder": "Total less parts: what the page leaves unaccounted for.",
        "verdict": "Whether the parts of a sum make its total.",
        "series": "One quantity followed over time.",
    },
    "Times": {
        "timex": "A time expression: the words of a page that tell a time, a span of time or how often. (TIMEX3.)",
        "when": "The date that a time expression means, as exactly as is known.",
        "anchor": "What a time expression is counted from.",
        "precision": "How exactly a date is known; it is the length of the date as written: 2024, 2024-05, 2024-05-31.",
        "basis": "How the date of publication is known.",
        "timeline": "The days that happenings and statements tell of, weighted by how many independent pages tell of each.",
    },
    "What is told twice": {
        "repeat": "Words of a page that were met before, on the same page or another.",
        "passage": "Some sentences used again inside another text.",
        "copy": "Two captures that tell the same text.",
        "containment": "The share of the smaller text's words that stand in the other, from 0 to 1.",
        "reprint": "A copy in another outlet than the one that it began with.",
    },
    "Stories": {
        "story": "Entries about one developing matter, from any number of pages.",
        "claim": "Statements and figures that say the same thing.",
        "origins": "The independent beginnings of a claim: reports that share neither the text nor the first speaker.",
        "standing": "What has been reported of a claim so far. Never onrecord's own verdict on the truth.",
        "correction": "What a person has put right in a kept record, beside what onrecord had read.",
        "change": "What one capture of a page has and another has not.",
        "finding": "What a reader must be told, in one sentence with its evidence.",
    },
    "`role`": {
        "title": "The page's headline.",
        "masthead": "What a page says of itself around its headline: byline, credit, dateline, dates.",
        "heading": "The heading of an entry or a section.",
        "body": "News.",
        "caption": "Words under a picture, a chart or a video.",
        "teaser": "A bare line that links to another story.",
        "housekeeping": "A live blog talking of itself: who is writing, what comes next, that it is closing.",
        "furniture": "Page text that is not news: menus, appeals, buttons, notices.",
    },
    "`basis`": {
        "metadata": "The page's own markup says so.",
        "page": "The page's text says so.",
        "given": "The caller said so, and is believed.",
        "url": "The page's address says so.",
        "inferred": "Worked out from other pages or from the times that the text mentions.",
    },
    "`how` (a speaker is named)": {
        "named": "By a name.",
        "role": 'By an office or a description: "the deputy mayor", "a spokesperson".',
        "pronoun": 'By a pronoun: "she", "they".',
        "carried": "Not at all: the speaker is that of the attribution before.",
    },
    "`quoted`": {
        "direct": "In the speaker's own words, between quotation marks.",
        "indirect": "In the outlet's words.",
        "mixed": "In the outlet's words, with some of the speaker's own among them.",
    },
    "`act`": {
        "assert": "Says that it is so.",
        "confirm": "Says that what others said is so.",
        "deny": "Says that it is not so.",
        "neither": "Asked, neither confirms nor denies.",
        "decline": "Asked, will not answer.",
        "accuse": "Says that someone did wrong.",
        "demand": "Says what someone must do.",
        "promise": "Says what the speaker will do, and is bound by it.",
        "warn": "Says what bad thing may come.",
        "predict": "Says what will come.",
        "ask": "Puts a question or a request.",
        "believe": "Says what the speaker thinks, hopes or fears is so.",
        "intend": "Says what the speaker means to do.",
    },
    "`bound`": {
        "exact": "The number itself.",
        "about": "A number near it.",
        "at_least": "This number or a higher one.",
        "at_most": "This number or a lower one.",
        "between": "A number from the first to the second of two.",
        "additional": "So many more than were counted before.",
        "record": "The highest, or lowest, that was ever counted.",
    },
    "`verdict`": {
        "adds_up": "The parts make the total.",
        "short_by": "The parts fall short of the total.",
        "over_by": "The parts come to more than the total.",
        "cannot_tell": "A number is vague or a bound, so that it cannot be told.",
    },
    "`type` (of a time)": {
        "DATE": "A day, or a longer time of the calendar.",
        "TIME": "A time of day.",
        "DURATION": "How long.",
        "SET": "How often.",
    },
    "`anchor`": {
        "published": "From the date of publication.",
        "entry": "From the time at which the entry was posted.",
        "previous": "From the time named before it in the text.",
        "none": "From nothing: the words tell the whole date, or it could not be resolved.",
    },
    "`type` (of an actor)": {
        "person": "One human being.",
        "organisation": "A ministry, a company, an agency, a court, an outlet.",
        "place": "A country or town that stands for those who speak for it.",
        "group": "People without a name: residents, witnesses, officials.",
        "document": "A report, a letter, a ruling, a post.",
    },
    "`kind` (of a repeat)": {
        "within": "Told before on the same page.",
        "revision": "Stood in an earlier capture of the same page.",
        "syndication": "Stands in another outlet's copy of the same text.",
        "passage": "Some sentences shared by texts that otherwise differ.",
    },
    "`kind` (of a copy)": {
        "syndication": "One text in two outlets.",
        "revision": "Two captures of one page.",
        "same": "The same words in the same outlet, captured twice.",
    },
    "`standing`": {
        "claimed": "One independent origin says so, and nobody else has spoken to it.",
        "corroborated": "Two or more independent origins say so, and nobody is against.",
        "confirmed": "Someone else than the claimant, in a position to know, says in so many words that it is so.",
        "denied": "Someone named rejects it, whatever others say.",
        "disputed": "Two versions cannot both hold, and nobody has denied either in words.",
        "not_confirmed": "Someone asked neither confirmed nor denied it, or it could not be verified, and nothing stronger is known.",
        "revised": "The same holder or outlet has given another value since; the latest stands and the earlier ones are kept.",
        "withdrawn": "The speaker or the outlet has taken it back or corrected it.",
    },
    "`kind` (of a finding)": {
        "unaccounted": "A total is given whose parts do not make it.",
        "denied": "A statement is a denial.",
        "not_confirmed": "Someone asked neither confirmed nor denied, or it is said that it could not be verified.",
        "unacknowledged": "One side claims what the other has not acknowledged.",
        "syndicated": "The text began with another outlet or agency, so that it is no second source.",
        "repeats": "Something was told more than once and is counted once.",
    },
}

TERMS: tuple[Term, ...] = tuple(Term(name, group, meaning) for group, meanings in _GLOSSARY.items() for name, meaning in meanings.items())
"""Every term, in the order of the glossary."""
