"""Facts and copies to the timeline: each day that the pages tell of, weighted by how many independent pages do, with who tells it."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import sqrt

from onrecord.language.sentences import split_sentences
from onrecord.language.timex.calendar import parse_day
from onrecord.model import Copy, Evidence, Facts, Page, Span, Statement, Time, TimelineItem
from onrecord.settings import TimelineSettings

LONGEST_SENTENCE = 600
"""Code points from a statement to the ends of its sentences; what is farther off is another matter."""
_NEWS_WORD = re.compile(r"[^\W_]{4,}")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence that tells of a day."""

    day: dt.date
    """The day it tells of."""
    told: dt.date | None
    """The day on which it was told; null when not known."""
    stated: bool
    """Whether its words name the day; else it is told as the news of the day on which it was told."""
    voice: bool
    """Whether the outlet tells it, and not a speaker."""
    source: int
    """Number of the first of the pages that are copies of each other."""
    place: Evidence
    """Where it stands."""
    text: str
    """Its words."""


def find_days(captures: Sequence[Facts], copies: Sequence[Copy] = (), settings: TimelineSettings | None = None) -> tuple[TimelineItem, ...]:
    """Find the days that happenings, statements and what else the outlet says tell of, in the order of the calendar.

    A page counts once for a day, and copies count as one page. A page that comes back to a day later counts more. Weights can be added
    to those that pages without a copy among these give a day.
    """
    limits = settings or TimelineSettings()
    sources = find_sources([facts.page.capture.name for facts in captures], copies)
    pages = {facts.page.capture.name: facts.page for facts in captures}
    days: defaultdict[dt.date, list[_Telling]] = defaultdict(list)
    for facts in captures:
        for telling in _tellings(facts, sources[facts.page.capture.name]):
            days[telling.day].append(telling)
    return tuple(_item(day, _best(days[day], limits), _weigh(days[day], limits), pages) for day in sorted(days))


def join_days(items: Iterable[TimelineItem], settings: TimelineSettings | None = None) -> tuple[TimelineItem, ...]:
    """Make the timeline of what `find_days` gave for pages that have no copies among each other: the weightiest day has 1.

    A day of which several tell has the words of those that make most of it.
    """
    limits = settings or TimelineSettings()
    days: defaultdict[str, list[TimelineItem]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (item.when, -item.weight)):
        days[item.when].append(item)
    weights = {day: sum(item.weight for item in told) for day, told in days.items()}
    most = max(weights.values(), default=1.0)
    return tuple(
        replace(
            told[0],
            weight=round(weights[day] / most, 4),
            evidence=tuple(one for item in told for one in item.evidence)[: limits.most_evidence],
        )
        for day, told in days.items()
    )


def find_sources(names: Sequence[str], copies: Sequence[Copy]) -> Mapping[str, int]:
    """Give each page the number of the first page that it is a copy of, from copy to copy.

    >>> find_sources(["a", "b", "c"], [Copy("c", "b", "revision", 0.9, None)])
    {'a': 0, 'b': 1, 'c': 1}
    """
    numbers = dict(zip(reversed(names), reversed(range(len(names))), strict=True))
    first = {number: number for number in numbers.values()}

    def root(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for copy in copies:
        if copy.capture in numbers and copy.of in numbers:
            one, two = sorted((root(numbers[copy.capture]), root(numbers[copy.of])))
            first[two] = one
    return {name: root(numbers[name]) for name in names}


# What a page tells of which day


def _tellings(facts: Facts, source: int) -> Iterator[_Telling]:
    """Give what one page tells: a happening on its day, a statement on the days that it speaks of or else on the day it was made."""
    text, name = facts.page.capture.text, facts.page.capture.name
    own = _own_days(facts)
    ids = {time.id: time for time in facts.times}

    def telling(day: dt.date, entry: int, span: Span, *, stated: bool, voice: bool) -> _Telling:
        return _Telling(day, own.get(entry), stated, voice, source, Evidence(name, span), span.of(text))

    for happening in facts.happenings:
        when = ids.get(happening.when or "")
        day = _day_of(when) if when else own.get(happening.entry)
        if day:
            yield telling(day, happening.entry, happening.span, stated=when is not None, voice=True)
    for statement in facts.statements:
        span = _extent(statement)
        named = {day for time in _within(facts.times, statement.content.spans) if (day := _day_of(time))}
        said = ids.get(statement.when or "")
        day = _day_of(said) if said else own.get(statement.entry)
        for one in sorted(named | ({day} if day else set())):
            yield telling(one, statement.entry, span, stated=one in named or said is not None, voice=False)
    for time in _besides(facts):
        day = _day_of(time)
        if day:
            yield telling(day, _entry_at(facts, time.span), time.span, stated=True, voice=False)


def _besides(facts: Facts) -> Iterator[Time]:
    """Give the times that stand neither in a happening nor in what is said: background, captions, what is or is not the case."""
    passed = [block.span for block in facts.page.blocks if block.role == "masthead"]  # lines that date the page
    said = [span for one in facts.statements for span in one.content.spans]
    told = sorted([happening.span for happening in facts.happenings] + said + passed)
    reach = [*accumulate((span.end for span in told), max)]
    for time in facts.times:
        at = bisect_right(told, time.span.start, key=lambda span: span.start)
        if at == 0 or reach[at - 1] <= time.span.start:
            yield time


def _entry_at(facts: Facts, span: Span) -> int:
    """Give the entry that a stretch stands in; the first for the headline above them."""
    entries = facts.page.entries
    at = bisect_right(entries, span.start, key=lambda entry: entry.span.start)
    return entries[max(at - 1, 0)].id if entries else 0


def _own_days(facts: Facts) -> dict[int, dt.date]:
    """Give each entry the day on which it was posted, or else that of the page's publication, where it is known to the day."""
    published = parse_day(facts.page.published.value) if facts.page.published else None
    days = {entry.id: parse_day(entry.posted) or published for entry in facts.page.entries}
    return {entry: day for entry, day in days.items() if day}


def _day_of(time: Time) -> dt.date | None:
    """Give the one day that a time means or lies on; null for longer stretches, lengths and what recurs."""
    return parse_day(time.value) if time.type in ("DATE", "TIME") else None


def _within(times: Sequence[Time], spans: Iterable[Span]) -> Iterator[Time]:
    """Give the times that stand in some stretches; times are in order and apart from each other."""
    for span in spans:
        first = bisect_right(times, span.start, key=lambda time: time.span.end)
        yield from times[first : bisect_left(times, span.end, key=lambda time: time.span.start)]


def _extent(statement: Statement) -> Span:
    """Give the stretch from the first to the last word of a statement."""
    spans = [*statement.content.spans, *(statement.cue.spans if statement.cue else ())]
    if statement.speaker and statement.speaker.span:
        spans.append(statement.speaker.span)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


# How much a day weighs, and who tells it best


def _weigh(told: Sequence[_Telling], limits: TimelineSettings) -> float:
    """Add up what each source makes of a day: the most that one of its sentences does, and a little for the news of the day."""
    stated: defaultdict[int, float] = defaultdict(float)
    fresh = {telling.source for telling in told if telling.told == telling.day}
    for telling in told:
        if telling.stated:
            stated[telling.source] = max(stated[telling.source], _distance_weight(telling, limits))
    return sum(stated.values()) + limits.news_of_the_day * len(fresh)


def _distance_weight(telling: _Telling, limits: TimelineSettings) -> float:
    """Weigh a sentence by how far back the day lies of which it tells."""
    if telling.told is None:
        return limits.soon_after
    back = (telling.told - telling.day).days
    if back < 0:
        return limits.ahead
    if back == 0:
        return limits.same_day
    return limits.soon_after if back <= limits.soon else limits.long_after


def _best(told: Sequence[_Telling], limits: TimelineSettings) -> list[_Telling]:
    """Give the best sentence of each source, best first: it names the day and shares most with what the others tell of it."""
    shared = Counter(word for words in _words_by_source(told).values() for word in words)

    def worth(telling: _Telling) -> tuple[bool, float, bool]:
        words = _words(telling.text)
        common = sum(shared[word] - 1 for word in words) / sqrt(len(words) or 1)
        return telling.stated, common * (1 if telling.voice else limits.speakers_worth), telling.voice

    best: dict[int, _Telling] = {}
    for telling in told:
        if telling.source not in best or worth(telling) > worth(best[telling.source]):
            best[telling.source] = telling
    return sorted(best.values(), key=worth, reverse=True)[: limits.most_evidence]


def _item(day: dt.date, told: Sequence[_Telling], weight: float, pages: Mapping[str, Page]) -> TimelineItem:
    """Put a day on the timeline, told by whole sentences."""
    evidence = tuple(replace(one.place, span=_sentences(pages[one.place.capture], one.place.span)) for one in told)
    text = evidence[0].span.of(pages[evidence[0].capture].capture.text)
    return TimelineItem(day.isoformat(), " ".join(text.split()), weight, None, evidence)


def _sentences(page: Page, span: Span) -> Span:
    """Give the sentences that a stretch lies in, as far as they stand near it in the paragraph in which it begins."""
    at = bisect_right(page.blocks, span.start, key=lambda block: block.span.end)
    block = page.blocks[at].span if at < len(page.blocks) else span
    near = Span(max(block.start, span.start - LONGEST_SENTENCE), min(block.end, span.end + LONGEST_SENTENCE))
    touched = [one.span for one in split_sentences(page.capture.text, *near) if one.span.overlaps(span)]
    if not touched:
        return span
    return Span(max(touched[0].start, span.start - LONGEST_SENTENCE + 1), min(touched[-1].end, span.end + LONGEST_SENTENCE - 1))


def _words_by_source(told: Sequence[_Telling]) -> Mapping[int, set[str]]:
    words: defaultdict[int, set[str]] = defaultdict(set)
    for telling in told:
        words[telling.source] |= _words(telling.text)
    return words


def _words(text: str) -> set[str]:
    return set(_NEWS_WORD.findall(text.lower()))
