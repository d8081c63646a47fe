"""What speaks for a reading to how much it says: fits the weights of `onrecord.extract.confidence` and prints them.

`python -m training.confidence`, after the network is made: every second article of PolNeAR's development part is read, each
statement is right or wrong as the project's scorer has it, and a logistic regression weighs the signs.
"""

import sys
from pathlib import Path

import numpy as np

from onrecord.extract import resolution
from onrecord.extract.confidence import signs
from onrecord.extract.drafts import Draft
from onrecord.extract.reading import read_page
from onrecord.extract.statements import find_statements
from onrecord.model import Capture, How, Quoted, Statement
from onrecord.page.page import split_page
from training import corpora

SHARED = Path(__file__).parents[2] / "shared"
PENALTY = 1.0
"""How hard large weights are held down; signs met a few times must not decide."""


def main() -> None:
    """Fit and print."""
    seen: list[dict[str, float]] = []
    right: list[bool] = []
    articles = list(corpora.read_polnear(SHARED / "data", "dev"))[::2]

    def remember(draft: Draft, quoted: Quoted, how: How | None) -> float:
        seen.append(signs(draft, quoted, how))
        return 1.0

    resolution.confidence_of = remember
    for article in articles:
        page = split_page(Capture("", "", "text", article.text))
        statements, _ = find_statements(page, read_page(page))
        right += _judged(article, statements)
    names = sorted({name for row in seen for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in seen])
    for name, weight in zip(names, _fit(table, np.array(right, float)), strict=True):
        print(f'    "{name}": {weight:.2f},')


def _judged(article: corpora.Labelled, statements: tuple[Statement, ...]) -> list[bool]:
    """Tell of each statement whether a gold attribution has half of its content's words and touches its speaker."""
    sys.path.insert(0, str(SHARED / "tools"))
    import score_attribution as scorer

    at = scorer.tokenise(article.text, False)
    gold = [{"source": a.source, "cue": a.cue, "content": a.content} for a in article.attributions or ()]
    told = [
        {
            "source": [s.speaker.span] if s.speaker and s.speaker.span else [],
            "cue": s.cue.spans if s.cue else [],
            "content": s.content.spans,
        }
        for s in statements
    ]
    golds, mine = (scorer.prepare({"id": "", "attributions": rows}, article.text, at, "") for rows in (gold, told))
    likeness = {
        (i, j): scorer.iou(g["content"][0], m["content"][0])
        for i, g in enumerate(golds)
        for j, m in enumerate(mine)
        if scorer.iou(g["content"][0], m["content"][0]) >= 0.5
    }
    pairs = {j: i for i, j in scorer.match(likeness, len(golds), len(mine))}
    return [j in pairs and _speaks(s, golds[pairs[j]]["source"][0], mine[j]["source"][0]) for j, s in enumerate(statements)]


def _speaks(statement: Statement, gold: set[int], mine: set[int]) -> bool:
    """Tell whether the speakers share a word, or neither is there; one carried over has no words of its own."""
    carried = statement.speaker is not None and statement.speaker.how == "carried"
    return carried or bool(gold & mine) or (not gold and not mine)


def _fit(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton's steps."""
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - likely) - PENALTY * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + PENALTY * np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
