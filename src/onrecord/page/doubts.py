"""What rules tell of the lines of a page to the parts that they play: a small model decides where the rules are silent."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from onrecord.language.timex.words import DAY_BEFORE_MONTH, MONTH_BEFORE_DAY
from onrecord.page.dating import is_dateline_alone
from onrecord.page.likeness import shared_words
from onrecord.page.line_features import BY_PLACE, describe, load_words
from onrecord.page.line_model import LineModel, find_runs, load_model
from onrecord.page.lines import Line
from onrecord.page.masthead import LEAD
from onrecord.page.outline import Outline
from onrecord.page.roles import FEWEST_TEASER_WORDS, Part
from onrecord.page.runs import find_blurbs
from onrecord.settings import PageSettings

LEAST_TOLD = 0.5
"""Share of the paragraphs between the clock lines of a live blog that the model takes for news."""
FIRST_LINES = 3
"""Lines below the headline among which a standfirst is looked for."""
FIRST_PARAGRAPHS = 8
"""Paragraphs of the text that it may tell of."""
FEWEST_SHARED = 3
"""Telling words that a standfirst shares with the headline and the text."""
MOST_REPEATED = 0.8
"""Share of a line's words from which it only repeats the headline."""
ALONE = 0.1
"""Log-odds by which a paragraph must be likelier news than what it costs to change from other lines to news and back."""
LEAST_KEPT = 0.2
"""Share of the words of the paragraphs that rules leave, below which the model is thought to misread the page: a third is common."""
FEWEST_LEFT = 100
"""Words of these paragraphs from which that can be told."""
FEWEST_OF_DAY = 6
"""Words of a line that tells what happened on the day that it opens with."""
UNLIKE = "unlike the news of the page"
"""Why a line is dropped that only the model tells from news."""


@dataclass(frozen=True, slots=True)
class Judge:
    """What tells news from other lines."""

    model: LineModel
    """The model."""
    telling: Mapping[str, float]
    """What words tell it, in log-odds of news."""


@cache
def load_judge() -> Judge:
    """Load the judge that comes with onrecord."""
    return Judge(load_model("plain"), load_words())


def weigh_parts(
    lines: Sequence[Line], outline: Outline, *, judge: Judge | None = None, settings: PageSettings | None = None
) -> tuple[Part, ...]:
    """Give every line its part, in order: furniture that only the model knows, and news that was dropped by its place alone.

    Between the clock lines of a live blog the rules alone decide, and a standfirst that tells of the text below it stays, on a
    page saved whole unless the model is sure that it is none.
    The only line of a page is what the page tells: nothing stands around that it could be unlike.
    """
    limits = settings or PageSettings()
    if len(lines) == 1:
        return tuple(part if part.role in ("title", "body") else Part("body") for part in outline.parts)
    if not 0 < len(lines) <= limits.most_judged_lines or lines[-1].span.end > limits.longest_judged:
        return outline.parts
    judging = judge or load_judge()
    scores = judging.model.score(describe(lines, outline.parts, judging.telling)).tolist()
    dropped = sum(part.role in ("furniture", "teaser") for part in outline.parts)
    chosen = len(lines) <= limits.short_page or dropped < limits.least_dropped * len(lines)
    least = limits.least_news_on_short if chosen else limits.least_news
    news = _find_news(lines, outline, [score - least for score in scores], judging.model.stay)
    likely = frozenset(number for number, score in enumerate(scores) if chosen or score >= limits.least_standfirst)
    above = _standfirst(lines, outline, likely) | _headings(lines, outline, news)
    datelines = frozenset(number for number, line in enumerate(lines) if is_dateline_alone(line))
    settled = above | datelines | _in_live_blog(lines, outline, news) | _chronicle(lines)
    return tuple(
        part if number in settled else _weigh(part, news[number], scores[number], limits) for number, part in enumerate(outline.parts)
    )


def _find_news(lines: Sequence[Line], outline: Outline, scores: Sequence[float], stay: tuple[float, float]) -> list[bool]:
    """Give for each line whether it is news; where hardly any words of the page would be, half of its paragraphs are.

    Blurbs of other stories are none, like news as they read; the entries of a live blog look like them.
    """
    news = find_runs(_lift(lines, scores, sum(stay) + ALONE), stay)
    left = [line for line in lines if line.prose and outline.parts[line.number].role == "body"]
    kept, all_ = sum(len(line.words) for line in left if news[line.number]), sum(len(line.words) for line in left)
    if all_ >= FEWEST_LEFT and kept < LEAST_KEPT * all_:
        middle = sorted(scores[line.number] for line in left)[len(left) // 2]
        news = find_runs([score - min(0.0, middle) for score in scores], stay)
    top = outline.title.number if outline.title else -1
    blurbs = frozenset[int]() if outline.marks else find_blurbs(lines, outline.furniture, top)
    return [is_news and number not in blurbs for number, is_news in enumerate(news)]


def _lift(lines: Sequence[Line], scores: Sequence[float], least: float) -> list[float]:
    """Raise all scores of a page whose likeliest paragraph would not be taken alone, until it is: every page has some text."""
    most = max((score for line, score in zip(lines, scores, strict=True) if line.prose), default=least)
    return [score + max(0.0, least - most) for score in scores]


def _in_live_blog(lines: Sequence[Line], outline: Outline, news: Sequence[bool]) -> frozenset[int]:
    """Give the lines of a live blog's entries that hold a sentence, from the clock line or the heading above it to the next entry.

    Where most paragraphs there are no news, they are not a live blog's entries but readers' comments, which have clock lines too;
    links to other stories may have them, and hold no sentence.
    """
    if not outline.marks:
        return frozenset()
    last = outline.marks[-1]
    starts = (*(mark.start for mark in outline.marks), min(len(lines), max(last.clock, last.heading or 0) + 2))
    entries = [range(begin, end) for begin, end in pairwise(starts)]
    told = [news[number] for entry in entries for number in entry if lines[number].prose and outline.parts[number].role == "body"]
    if sum(told) <= len(told) * LEAST_TOLD:
        return frozenset()
    return frozenset(number for entry in entries if _holds_sentence(lines, outline, entry) for number in entry)


def _holds_sentence(lines: Sequence[Line], outline: Outline, entry: range) -> bool:
    return any(lines[number].stopped and outline.parts[number].role == "body" for number in entry)


def _standfirst(lines: Sequence[Line], outline: Outline, likely: Collection[int]) -> frozenset[int]:
    """Find the standfirst: below the headline, and above the byline or, among the likely lines, telling of the text."""
    top = outline.title.number if outline.title else len(lines)
    found: set[int] = set()
    for line in lines[top + 1 : top + 1 + FIRST_LINES]:
        if outline.parts[line.number].role == "body" and len(line.words) >= FEWEST_TEASER_WORDS and not _repeats(line, lines[top]):
            signed = line.number == top + 1 and line.number + 1 < len(lines) and outline.parts[line.number + 1].role == "masthead"
            if signed or (line.number in likely and shared_words(line.text, _text_below(lines, outline, line)) >= FEWEST_SHARED):
                found.add(line.number)
    return frozenset(found)


def _repeats(line: Line, title: Line) -> bool:
    """Tell whether a line says the headline over again, as the end of a row of links above a text does."""
    words = set(line.bare.split())
    return len(words & set(title.bare.split())) >= MOST_REPEATED * len(words)


def _text_below(lines: Sequence[Line], outline: Outline, line: Line) -> str:
    """Give the headline and the beginning of the paragraphs below a line."""
    title = outline.title.text if outline.title else ""
    below = (other.text for other in lines[line.number + 1 :] if outline.parts[other.number].role == "body" and other.prose)
    return f"{title} {' '.join(islice(below, FIRST_PARAGRAPHS))}"[:LEAD]


def _chronicle(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines that open with a date and go on to tell what happened on it, as the lines of a chronology do."""
    return frozenset(
        line.number
        for line in lines
        if line.stopped and len(line.words) >= FEWEST_OF_DAY and (DAY_BEFORE_MONTH.match(line.text) or MONTH_BEFORE_DAY.match(line.text))
    )


def _headings(lines: Sequence[Line], outline: Outline, news: Sequence[bool]) -> frozenset[int]:
    """Find the headings that stand apart above a paragraph of news."""
    return frozenset(
        line.number
        for line, below in pairwise(lines)
        if outline.parts[line.number].role == "heading" and line.apart and below.apart and below.prose and news[below.number]
    )


def _weigh(part: Part, is_news: bool, score: float, limits: PageSettings) -> Part:
    if part.role in ("body", "heading") and not is_news:
        return Part("furniture", UNLIKE)
    if is_news and score >= limits.surely_news and (part.reason in BY_PLACE or part.role == "teaser"):
        return Part("body")
    return part
