"""Facts and copies to findings: what a reader must be told, most telling first, each in one sentence with its evidence.

A finding says what the pages say and leave open; it is never a verdict on the truth.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.language.english import AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS, SUBORDINATORS
from onrecord.language.patterns import compile_later
from onrecord.model import Change, Copy, Evidence, Facts, Figure, Finding, Repeat, Span, Statement, Sum
from onrecord.settings import FindingSettings
from onrecord.story.headlines import find_bolder_headlines
from onrecord.story.silent import find_silent

ORDER = (
    "withdrawn", "disputed", "unaccounted", "confirmed", "denied", "silent_edit", "hedge_lost", "not_confirmed", "unacknowledged",
    "revised", "syndicated", "repeats",
)  # fmt: skip
"""Kinds of finding, most telling first."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding on one page, and what tells that it is the same as one on another."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]
    by: str = ""
    """Who denies or does not confirm, in lower case."""
    news: frozenset[str] = frozenset()
    """The words of what is denied or not confirmed that carry the news."""


def find_findings(
    captures: Sequence[Facts],
    copies: Sequence[Copy] = (),
    settings: FindingSettings | None = None,
    *,
    changes: Sequence[Change] = (),
    more: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """Find what a reader must be told, by kind and then in the order of the pages.

    What is told again, on a page or in a copy, is one finding with the evidence of all its places. `more` was found of claims.
    """
    limits = settings or FindingSettings()
    told = [one for facts in captures for one in (*_unaccounted(facts), *_contested(facts, limits))]
    findings = [Finding(found.kind, found.text, found.evidence) for found in _merged(told, _retold(told, captures), limits)]
    findings += [*more, *find_silent(captures, copies, changes), *find_bolder_headlines(captures)]
    findings += [*_syndicated(captures, copies), *_repeated(captures)]
    return order_findings(findings)


def order_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in order, the most telling kinds first; those of one kind stay as they are."""
    return tuple(sorted(findings, key=lambda finding: ORDER.index(finding.kind)))


def _merged(told: Sequence[_Found], again: Mapping[int, set[int]], limits: FindingSettings) -> list[_Found]:
    """Make one finding of those that are one: in the same words, on a repeat, or of one speaker on one matter.

    `again` gives for the number of a finding those that a repeat joins to it.
    """
    merged: list[_Found] = []
    texts: dict[tuple[str, str], int] = {}
    speakers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    places: list[int] = []
    for number, found in enumerate(told):
        same = {places[other] for other in again[number] if other < number} if number in again else set()
        same.update(at for at in speakers[found.kind, found.by] if found.by and _on_one_matter(found, merged[at], limits))
        at = min({at for at in same if merged[at].kind == found.kind} | {texts.get((found.kind, found.text), len(merged))})
        places.append(at)
        if at < len(merged):
            merged[at] = replace(merged[at], evidence=tuple(dict.fromkeys((*merged[at].evidence, *found.evidence))))
            continue
        merged.append(found)
        texts[found.kind, found.text] = at
        speakers[found.kind, found.by].append(at)
    return merged


def _on_one_matter(one: _Found, known: _Found, limits: FindingSettings) -> bool:
    shared, fewest = len(one.news & known.news), min(len(one.news), len(known.news))
    return fewest > 0 and shared >= limits.same_matter * fewest


def _retold(told: Sequence[_Found], captures: Sequence[Facts]) -> dict[int, set[int]]:
    """Join the findings, by number, whose evidence stands on a repeat to those on what it repeats; sums are told by their words."""
    laid: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, found in enumerate(told):
        for evidence in found.evidence if found.kind != "unaccounted" else ():
            laid[evidence.capture].append((evidence.span, number))
    for places in laid.values():
        places.sort()
    longest = {name: max(span.end - span.start for span, _ in places) for name, places in laid.items()}

    def touching(capture: str, span: Span) -> set[int]:
        places = laid.get(capture, [])
        first = bisect_left(places, span.start - longest.get(capture, 0), key=lambda place: place[0].start)
        end = bisect_left(places, span.end, key=lambda place: place[0].start)
        return {number for place, number in places[first:end] if place.overlaps(span)}

    again: defaultdict[int, set[int]] = defaultdict(set)
    for facts in captures:
        for repeat in facts.repeats:
            later, first = touching(facts.page.capture.name, repeat.span), touching(repeat.of.capture, repeat.of.span)
            for number in later:
                again[number] |= first
            for number in first:
                again[number] |= later
    return dict(again)


# What does not add up


def _unaccounted(facts: Facts) -> Iterator[_Found]:
    figures = {figure.span: figure for figure in facts.figures}
    for total in facts.sums:
        if total.verdict in ("short_by", "over_by"):
            yield _Found("unaccounted", _sum_sentence(total, figures.get(total.spans[0])), _evidence(facts, total.spans))


def _sum_sentence(total: Sum, figure: Figure | None) -> str:
    """Say what is missing.

    >>> print(_sum_sentence(Sum(90, (50, 31), 9, "short_by", (Span(0, 2),)), None))
    The page: 90 in all; 50 and 31 of them are accounted for, 9 are not.
    """
    holder = _opened(figure.holder.name) if figure and figure.holder else "The page"
    bound = _BOUNDS.get(figure.bound, "") if figure else ""
    counted = figure.counted if figure and figure.counted else "in all"
    happened = f" ({figure.event})" if figure and figure.event else ""
    left, parts = _number(abs(total.remainder or 0)), _listed([_number(part) for part in total.parts])
    if total.verdict == "short_by":
        rest = f"{parts} of them are accounted for, {left} {'is' if left == '1' else 'are'} not."
    else:
        rest = f"its parts, {parts}, come to {left} more."
    return f"{holder}: {bound}{_number(total.total)} {counted}{happened}; {rest}"


_BOUNDS = {"about": "about ", "at_least": "at least ", "at_most": "at most "}


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


# What is denied, not confirmed, not acknowledged


def _contested(facts: Facts, limits: FindingSettings) -> Iterator[_Found]:
    """Report denials and what nobody confirms; one speaker's in a row are one finding."""
    marked = ((statement, _kind_of(statement)) for statement in facts.statements)
    told = [(statement, kind) for statement, kind in marked if kind]
    for (kind, _, _), group in groupby(told, key=lambda pair: (pair[1], pair[0].entry, _speaker(pair[0]))):
        statements = [statement for statement, _ in group]
        text = _said_sentence(statements[0], facts, kind, limits)
        news = frozenset(word for word in re.findall(r"[^\W_]+", statements[0].content.text.lower()) if word not in _FUNCTION)
        yield _Found(kind, text, _evidence(facts, map(_extent, statements)), _speaker(statements[0]).lower(), news)


def _kind_of(statement: Statement) -> str:
    if statement.act == "deny":
        return "denied"
    if statement.act != "neither":
        return ""
    cue = statement.cue.text.lower() if statement.cue else ""
    return "unacknowledged" if "acknowledg" in cue else "not_confirmed"


def _said_sentence(statement: Statement, facts: Facts, kind: str, limits: FindingSettings) -> str:
    text = facts.page.capture.text
    name = _opened(_speaker(statement))
    pieces = " … ".join(span.of(text) for span in statement.content.spans)
    words = _running(_cut(" ".join(pieces.split()).rstrip(".,;:"), limits.longest_quote))
    quoted = f"“{words[:1].upper()}{words[1:]}”" if statement.quoted == "direct" else words
    if _NEITHER.search(words) or (kind == "denied" and not say_denial(statement)):
        return f"{name}: {quoted}."  # "she could neither confirm nor deny the sale", "nobody was hurt": the words say it all
    link = _link(statement, text)
    what = f" {link}{words}." if link is not None else f" this: {quoted}."
    return f"{name} {say_denial(statement) if kind == 'denied' else say_neither(statement, text)}{what}"


def say_denial(statement: Statement) -> str:
    """Say in which way a statement denies its content: a proposal is rejected, not denied.

    Nothing where the content is the denial, as in “Nobody was hurt,” she said: what she denies is its contrary.
    """
    cue = statement.cue.text.lower() if statement.cue and statement.quoted != "direct" else ""
    return next((verb for stem, verb in _DENIED.items() if stem in cue), "")


_DENIED = {
    "contradict": "contradicted",
    "deni": "denied",
    "deny": "denied",
    "dismiss": "dismissed",
    "disput": "disputed",
    "rebuff": "rejected",
    "refut": "refuted",
    "reject": "rejected",
}


def say_neither(statement: Statement, text: str) -> str:
    """Say in which way a statement of the act "neither" leaves a matter open."""
    if _kind_of(statement) == "unacknowledged":
        return "has not acknowledged"
    return "could not verify" if _unverified(statement, text) else "neither confirmed nor denied"


_NEITHER = compile_later(r"\b(?:neither|never|not)\b.{0,40}\b(?:confirm|den[iy]|verif)", re.IGNORECASE)
_UNVERIFIED = compile_later(r"\b(?:confirm|verif|authenticat|corroborat|establish)", re.IGNORECASE)
_BOTH = compile_later(r"\bden(?:y|ied|ies|ying)\b", re.IGNORECASE)


def _unverified(statement: Statement, text: str) -> bool:
    """Tell "could not verify" from "neither confirmed nor denied"."""
    cue = " ".join(span.of(text) for span in statement.cue.spans) if statement.cue else ""
    return _UNVERIFIED.search(cue) is not None and _BOTH.search(cue) is None


def _link(statement: Statement, text: str) -> str | None:
    """Give what joins cue and content where the content is the cue's own object: nothing or "that "; `None` elsewhere."""
    if statement.cue is None or statement.quoted == "direct" or len(statement.content.spans) > 1:
        return None
    between = text[statement.cue.spans[-1].end : statement.content.spans[0].start].strip(" ”’\"'“‘\n")
    match = _OBJECT.fullmatch(between) if len(between) <= LONGEST_BETWEEN else None
    return (match["that"] or "") and "that " if match else None


LONGEST_BETWEEN = 60
"""Characters between a cue and its object: "said she could | neither confirm nor deny | the sale" is as long as it gets."""
_OBJECT = compile_later(r"(?:.*\b(?:confirm|verify|deny|acknowledge)(?:ed)?[”’\"']?)?\s*(?P<that>that)?", re.IGNORECASE)


def _running(words: str) -> str:
    """Give words that opened a sentence of the page as they run on in one: "The attack" becomes "the attack"."""
    first, *rest = words.split(" ", 1)
    return " ".join((first.lower(), *rest)) if first.lower() in _SMALL else words


_SMALL = (DETERMINERS | POSSESSIVES | PRONOUNS) - {"i"}
_FUNCTION = _SMALL | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES


def _cut(words: str, longest: int) -> str:
    """Cut words that are too many for one sentence."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(".,;:") + " …"


def _speaker(statement: Statement) -> str:
    speaker = statement.speaker
    return (speaker.name or speaker.text) if speaker else "someone not named"


def _opened(name: str) -> str:
    """Give a name as it opens a sentence; a single one in an office or a role gets its article.

    >>> [_opened(name) for name in ("ministry spokesman", "residents", "the mayor", "Ada Quell", "he")]
    ['The ministry spokesman', 'Residents', 'The mayor', 'Ada Quell', 'He']
    """
    words = name.split(" ")
    bare = name == name.lower() and words[0] not in _SMALL and words[0] != "someone"
    name = f"{name}," if ", " in name else name
    return f"The {name}" if bare and not name.split(" of ")[0].endswith(("s", "police", "people")) else name[:1].upper() + name[1:]


def _extent(statement: Statement) -> Span:
    """Give the stretch from the first to the last of a statement's words."""
    spans = [*statement.content.spans, *(statement.cue.spans if statement.cue else ())]
    if statement.speaker and statement.speaker.span:
        spans.append(statement.speaker.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


# What is no second source


def _syndicated(captures: Sequence[Facts], copies: Sequence[Copy]) -> Iterator[Finding]:
    pages = {facts.page.capture.name: facts for facts in captures}
    reprints = {copy.capture: copy for copy in copies if copy.kind == "syndication" and copy.capture != copy.of}
    for name, facts in pages.items():
        copy, origin = reprints.get(name), facts.page.origin
        if copy:
            yield Finding("syndicated", _copy_sentence(copy, facts), _copy_evidence(copy, facts))
        elif origin:
            outlet = facts.page.outlet or name
            text = f"{_opened(outlet)} carries a text of {origin}: the two are one source."
            yield Finding("syndicated", text, _credit(facts, origin) or _headline(facts))


def _copy_sentence(copy: Copy, facts: Facts) -> str:
    outlet = facts.page.outlet or copy.capture
    share = f"{copy.containment:.0%}"
    origin = copy.origin or copy.of
    return f"{_opened(outlet)} carries the text of {origin} ({share} of the words of the shorter page): the two are one source."


def _copy_evidence(copy: Copy, facts: Facts) -> tuple[Evidence, ...]:
    """Give the credit where there is one, else the longest stretch that both have."""
    credit = _credit(facts, facts.page.origin or "")
    again = [repeat for repeat in facts.repeats if repeat.of.capture == copy.of]
    if credit or not again:
        return credit or _headline(facts)
    longest = max(again, key=lambda repeat: repeat.span.end - repeat.span.start)
    return Evidence(copy.capture, longest.span), Evidence(copy.of, longest.of.span)


def _credit(facts: Facts, origin: str) -> tuple[Evidence, ...]:
    """Give the words that name the origin, in the masthead, the headline or the small print."""
    text = facts.page.capture.text
    blocks = sorted((block for block in facts.page.blocks if block.role in _CREDITS), key=lambda block: _CREDITS.index(block.role))
    for block in blocks if origin else ():
        match = re.search(rf"\b{re.escape(origin)}\b", block.span.of(text), re.IGNORECASE)
        if match:
            return (Evidence(facts.page.capture.name, Span(block.span.start + match.start(), block.span.start + match.end())),)
    return ()


_CREDITS = ("masthead", "title", "furniture", "body")
"""Roles of the lines in which a text's origin is named, the best evidence first."""


def _headline(facts: Facts) -> tuple[Evidence, ...]:
    title = facts.page.title
    return (Evidence(facts.page.capture.name, title.span),) if title else ()


# What is told again


def _repeated(captures: Sequence[Facts]) -> Iterator[Finding]:
    """Count what is told again on each page; what a reprint shares with its origin is told of as such."""
    for facts in captures:
        again = [repeat for repeat in facts.repeats if repeat.kind != "syndication"]
        if again:
            text = f"{facts.page.capture.name}: {_repeat_phrase(again)}; each is counted once."
            yield Finding("repeats", text, _evidence(facts, [repeat.span for repeat in again]))


def _repeat_phrase(repeats: Sequence[Repeat]) -> str:
    within = sum(repeat.kind == "within" for repeat in repeats)
    across = len(repeats) - within
    parts = [f"{_passages(within)} told twice on the page"] if within else []
    return _listed([*parts, *([f"{_passages(across)} told on another page too"] if across else [])])


def _passages(count: int) -> str:
    return "1 passage is" if count == 1 else f"{count} passages are"


def _evidence(facts: Facts, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(facts.page.capture.name, span) for span in spans)
