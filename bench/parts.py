"""The parts of the measurement: each takes the workbench and gives named figures, and tables where a figure is not enough."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from bench.calibration import calibrate, judged, mean_gap
from bench.errors import Table, count_direct, count_errors
from bench.readings import Scorer, read_articles
from bench.timelines import TOPICS, read_gold, score_days, write_rows
from bench.workbench import UnmeasurableError, Workbench, read_export
from onrecord.story.stance import STANCES, Stance, find_stance

PAGE_SETS = ("article_extraction", "news_pages")
"""Sets of saved pages with the text that people took from them."""
STORIES = ("kassara-exchange", "lethra-fire")
"""Folders of the shared stories."""
CROSS_VALIDATED = Path(__file__).parents[1] / ".training" / "lines.json"
"""Where `python -m training.lines --measure` leaves its figures."""
GROUPED = {
    "ecbplus": ("ecbplus", "ecbplus.dev.jsonl"),
    "emergent": ("emergent", "emergent.dev.jsonl"),
    "uci": ("uci_headlines", "headlines.dev.jsonl"),
}
"""Where the sets lie on which stories are measured."""
BETWEEN = frozenset(("added_removed_r", "changes_f1", "changes_p", "changes_r", "timeline_f1"))
"""Rates that mean nothing for a story of which some captures are left out."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part found."""

    figures: dict[str, float]
    """Figures by name; each name begins with that of its part."""
    tables: dict[str, Table] = field(default_factory=dict)
    """Tables by name; each name begins with that of its part."""


def measure_attribution(bench: Workbench) -> Measured:
    """Measure who said what on PolNeAR's development part, with the errors by kind and what confidence is worth."""
    gold = bench.gold("polnear", "dev.jsonl")
    export = bench.export("polnear", [bench.rows("polnear", gold)])
    scores = bench.score("score_attribution.py", "--gold", str(gold), "--pred", str(bench.predictions("attributions", export)))
    articles = read_articles(cast("Scorer", bench.load("score_attribution.py")), gold, export)
    found, of = count_direct(articles)
    calibration = calibrate(judged(articles))
    figures = {
        **{f"attribution.{kind}{end}": value for kind in ("content", "content_source") for end, value in _prf(scores["match"][kind])},
        **{f"attribution.speech.{kind}{end}": value for kind, score in scores["speech"].items() for end, value in _prf(score)},
        **{f"attribution.token.{role}{end}": value for role in ("source", "cue", "content") for end, value in _prf(scores["token"][role])},
        "attribution.direct_found": round(found / of, 4) if of else 1.0,
        "attribution.within_confidence": round(1 - mean_gap(calibration), 4),  # 1 when confidence is what it should be
    }
    tables = {f"attribution.{name}": table for name, table in count_errors(articles).items()}
    return Measured(figures, {**tables, "attribution.calibration": calibration})


def measure_names(bench: Workbench) -> Measured:
    """Measure names on the development part of worldwide_ner, which is taken whole."""
    gold = bench.find("data", "worldwide_ner", "dev.tsv.gz")
    export = bench.export("names", [bench.rows("names", gold)], "--with-names")
    return Measured({f"names.{name}": value for name, value in bench.score("score_names.py", str(gold), str(export)).items()})


def measure_stories(bench: Workbench) -> Measured:
    """Measure both shared stories, whole and with their plain-text captures alone."""
    figures: dict[str, float] = {}
    for story in STORIES:
        folder = bench.find("stories", story)
        for name, chosen in ((story, folder), (f"{story}.text", _text_alone(folder, bench.scratch / story))):
            pages = sorted(path for path in chosen.iterdir() if path.suffix in (".txt", ".html"))
            rates = bench.score("score_stories.py", str(chosen), str(bench.export(name, pages, "--with-text")))["rates"]
            figures |= {f"stories.{name}.{what}": rate for what, rate in rates.items() if chosen is folder or what not in BETWEEN}
    return Measured(figures)


def measure_timex(bench: Workbench) -> Measured:
    """Measure times on the development part of the TimeML news and on MEANTIME."""
    return Measured({**_timex(bench, "dev", "timex"), **_timex(bench, "meantime", "timex.meantime")})


def _timex(bench: Workbench, part: str, name: str) -> dict[str, float]:
    gold = bench.gold("timex", f"{part}.jsonl")
    export = bench.export(name, [bench.rows("timex", gold)])
    scores = bench.score("score_timex.py", "--gold", str(gold), "--pred", str(bench.predictions("timexes", export)))
    figures = {f"{name}.{kind}{end}": value for kind in ("strict", "relaxed", "calendar") for end, value in _prf(scores[kind])}
    value = {f"{name}.value": round(scores["value"]["f1"], 4), f"{name}.value_right": round(scores["value"]["accuracy"], 4)}
    return {**figures, **value}


def measure_copies(bench: Workbench) -> Measured:
    """Measure copies on the synthetic set, which is taken whole."""
    gold = bench.find("data", "syndication_synth", "set.dev.jsonl.gz")
    export = bench.export("copies", [bench.rows("copies", gold)])
    return Measured({f"copies.{name}": value for name, value in bench.score("score_copies.py", str(gold), str(export)).items()})


def measure_reprints(bench: Workbench) -> Measured:
    """Measure real reprints among the FNC-1 bodies, which are taken whole."""
    gold = bench.find("data", "fnc1", "bodies.dev.jsonl")
    export = bench.export("fnc1", [bench.rows("fnc1", gold)])
    scores = bench.score("score_reprints.py", str(gold), str(export))
    return Measured({f"reprints.{name}": scores[name] for name in ("recall", "precision")})


def measure_groups(bench: Workbench) -> Measured:
    """Measure stories: B-cubed on sentences about look-alike events, on headlines that report one rumour, and on an aggregator's."""
    figures: dict[str, float] = {}
    for name, place in GROUPED.items():
        gold = bench.find("data", *place)
        scores = bench.score("score_groups.py", str(gold), str(bench.export(name, [bench.rows("groups", gold)])))
        figures |= {f"groups.{name}.{what}": scores[key] for what, key in (("f1", "bcubed_f1"), ("p", "bcubed_p"), ("r", "bcubed_r"))}
    return Measured(figures)


def measure_stance(bench: Workbench) -> Measured:
    """Measure whether headlines speak for or against a claim, on the development part of Emergent."""
    with bench.find("data", *GROUPED["emergent"]).open(encoding="utf-8") as rows:
        read = [json.loads(row) for row in rows]
    told = Counter((row["articleHeadlineStance"], find_stance(row["claimHeadline"], row["articleHeadline"])) for row in read)
    f1 = {stance: _f1(told, stance) for stance in STANCES}
    return Measured(
        {"stance.macro_f1": round(sum(f1.values()) / len(f1), 4), **{f"stance.{name}": round(one, 4) for name, one in f1.items()}}
    )


def _f1(told: Counter[tuple[Any, Stance]], stance: Stance) -> float:
    """Give the F1 of one stance from the counts of pairs of what is right and what was found."""
    right = told.get((stance, stance), 0)
    return 2 * right / (sum(count * ((gold == stance) + (found == stance)) for (gold, found), count in told.items()) or 1)


def measure_timeline(bench: Workbench) -> Measured:
    """Measure the days of timelines on five long stories: the mean over their gold timelines, and each story's own."""
    scores: dict[str, list[float]] = {}
    for topic in TOPICS:
        rows = write_rows(bench.find("data", "t17", f"{topic}.articles.jsonl.gz"), bench.scratch / f"{topic}.rows.jsonl")
        told = read_export(bench.export(topic, [rows]))["timeline"]
        golds = sorted(bench.find("data", "t17").glob(f"{topic}.gold.*.txt"))
        scores[topic] = [score_days(told, read_gold(gold)) for gold in golds]
    every = [score for one in scores.values() for score in one]
    topics = {f"timeline.{topic}": round(sum(one) / len(one), 4) for topic, one in scores.items()}
    return Measured({"timeline.days": round(sum(every) / len(every), 4), **topics})


def measure_pages(bench: Workbench) -> Measured:
    """Measure what is taken from saved pages, in both lanes, and what that costs beside trafilatura alone.

    The shared pages are those that the models of lines were trained on; how they do on pages that they have not seen,
    `python -m training.marked_lines` tells.
    """
    figures: dict[str, float] = {}
    for name in PAGE_SETS:
        folder = bench.find("data", name)
        rows = bench.rows("pages", folder)
        for lane in ("precise", "bulk"):
            export = bench.export(f"{name}.{lane}", [rows], "--with-text", "--lane", lane)
            scores = bench.score("score_pages.py", str(folder / "gold.jsonl"), str(export))
            ending = "" if lane == "precise" else ".bulk"
            figures |= {f"pages.{name}{ending}.{what}": value for what, value in scores.items() if what != "pages"}
        figures |= {f"pages.{name}.{what}": value for what, value in bench.beside(rows).items()}
    return Measured(figures)


def measure_lines(bench: Workbench) -> Measured:
    """Take over what training measured of plain-text pages: it takes models made without the pages that they judge."""
    if not CROSS_VALIDATED.exists():
        raise UnmeasurableError("run `make train-lines LINES=--measure` first: it judges each page by a model made without it")
    figures = json.loads(CROSS_VALIDATED.read_text(encoding="utf-8"))
    return Measured({f"lines.{name}": value for name, value in figures.items()})


def measure_speed(bench: Workbench) -> Measured:
    """Measure words a CPU-second on PolNeAR's development part, and texts a CPU-second to times on that of the TimeML news."""
    words = bench.speed(bench.rows("polnear", bench.gold("polnear", "dev.jsonl")))
    return Measured({**words, **bench.speed(bench.rows("timex", bench.gold("timex", "dev.jsonl")), "--times")})


def measure_growth(bench: Workbench) -> Measured:
    """Measure what finding the copies of one more page costs among 2,000 pages and among 50,000, made of the synthetic set's sentences."""
    return Measured(bench.growth(bench.rows("copies", bench.find("data", "syndication_synth", "set.dev.jsonl.gz"))))


PARTS: Mapping[str, Callable[[Workbench], Measured]] = {
    "attribution": measure_attribution,
    "names": measure_names,
    "stories": measure_stories,
    "timex": measure_timex,
    "timeline": measure_timeline,
    "copies": measure_copies,
    "reprints": measure_reprints,
    "pages": measure_pages,
    "groups": measure_groups,
    "stance": measure_stance,
    "growth": measure_growth,
    "speed": measure_speed,
    "lines": measure_lines,
}
"""The parts by name, in the order in which they run."""


def _prf(score: Mapping[str, float]) -> list[tuple[str, float]]:
    """List the ends of names of F1, precision and recall, with their values."""
    return [(end, round(score[key], 4)) for end, key in (("", "f1"), (".p", "p"), (".r", "r"))]


def _text_alone(folder: Path, copy: Path) -> Path:
    """Make a copy of a story that holds only the plain-text captures and what its gold says of them."""
    copy.mkdir()
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for path in folder.glob("*.txt"):
        (copy / path.name).write_bytes(path.read_bytes())
    kept = {name: [one for one in held if _is_text(one)] if isinstance(held, list) else held for name, held in gold.items()}
    (copy / "gold.json").write_text(json.dumps({**kept, "claims": [], "timeline": []}), encoding="utf-8")
    return copy


def _is_text(one: Any) -> bool:
    """Tell whether nothing of a gold object lies in a capture other than plain text."""
    places = [one.get(key) for key in ("name", "capture", "of", "from", "to")] if isinstance(one, dict) else []
    return not any(isinstance(place, str) and place.endswith(".html") for place in places)
