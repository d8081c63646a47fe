"""The lines below a page's headline to the rows of links among them: many bare lines in a row, and what stands apart beyond them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby, pairwise

from onrecord.page.furniture import is_correction
from onrecord.page.lines import Line, holds
from onrecord.page.masthead import is_masthead
from onrecord.page.phrases import CAPTION_WITHIN
from onrecord.settings import PageSettings

LINKS = "row of links"
"""Why a bare line among many is dropped."""
SHORTEST_POINT = 6
"""Words of a bulleted line from which it tells something; the entries of a menu have two or three."""
BEYOND = "beyond the article"
"""Why a paragraph that stands beyond many links is dropped."""


def find_link_runs(
    lines: Sequence[Line], furniture: Mapping[int, str], kept: Collection[int], *, settings: PageSettings | None = None
) -> dict[int, str]:
    """Find the bare lines that stand in long rows, as menus and links to other stories do, and the paragraphs apart from the text.

    Lines whose numbers are kept (headline, clock lines, headings of entries) are never found, and end a row.
    """
    limits = settings or PageSettings()
    runs = _runs(lines, furniture, frozenset(kept))
    prose = [line.number for line in lines if _is_paragraph(line, furniture)]
    if not prose:
        return {}
    found: dict[int, str] = {}
    for run in runs:
        below = run[-1].number > prose[-1]
        bare = [line for line in run if line.number not in furniture and (below or not _is_point(line))]
        fewest = limits.fewest_links_below if below else limits.fewest_links
        if len(bare) >= fewest and not _is_list(lines, bare):
            found |= {line.number: LINKS for line in bare if not _heads(lines, line, run)}
    found |= _beyond(lines, furniture, runs, limits)
    return {number: reason for number, reason in found.items() if number not in kept and not _survives(lines[number])}


def find_blurbs(lines: Sequence[Line], furniture: Mapping[int, str], top: int, *, settings: PageSettings | None = None) -> frozenset[int]:
    """Find the lines that beyond a long row of links tell of other stories: each of several paragraphs has a headline of its own.

    `top` is the number of the headline, or -1. Nothing is found where no text of other shape stands above.
    """
    limits = settings or PageSettings()
    text, *further = _stretches(lines, _runs(lines, furniture, frozenset(range(top + 1))), limits)
    found: set[int] = set()
    for stretch in further:
        above = [line for line in text if line.number > top and _is_paragraph(line, furniture)]
        told = [line for line in stretch if _is_paragraph(line, furniture)]
        if len(told) >= limits.fewest_blurbs and _all_headed(lines, told) and above and not _all_headed(lines, above):
            found |= {line.number for line in stretch}
        text = (*text, *stretch)
    return frozenset(found)


def _all_headed(lines: Sequence[Line], told: Sequence[Line]) -> bool:
    """Tell whether each paragraph stands right under a line that is none."""
    return all(line.number > 0 and not lines[line.number - 1].prose for line in told)


def _is_point(line: Line) -> bool:
    """Tell whether a line is a point of a bulletin or summary and no entry of a menu: "- Bank denies that it sold the quay"."""
    return line.bulleted and len(line.words) >= SHORTEST_POINT


def _survives(line: Line) -> bool:
    """Tell whether a line says something of the article wherever it stands."""
    return is_masthead(line) or is_correction(line)


def _runs(lines: Sequence[Line], furniture: Mapping[int, str], kept: frozenset[int]) -> list[list[Line]]:
    """Give the stretches of lines that are bare or furniture."""
    stretches = groupby(lines, key=lambda line: line.number not in kept and (line.number in furniture or _is_bare(line)))
    return [list(stretch) for bare, stretch in stretches if bare]


def _is_bare(line: Line) -> bool:
    """Tell whether a line could be a link: no sentence, no caption."""
    wrapped = line.text[0].islower() or line.text.endswith((",", " –", " —"))
    if wrapped or line.prose or (line.stopped and len(line.words) > 3) or line.text[0] in '“"':
        return False
    return not is_correction(line) and not holds(line.outside, CAPTION_WITHIN)


def _is_paragraph(line: Line, furniture: Mapping[int, str]) -> bool:
    return line.number not in furniture and line.prose and line.stopped


def _is_list(lines: Sequence[Line], run: Sequence[Line]) -> bool:
    """Tell whether bare lines are a list that the paragraph before announces."""
    before = lines[run[0].number - 1] if run[0].number else None
    return before is not None and before.text.endswith(":")


def _heads(lines: Sequence[Line], line: Line, run: Sequence[Line]) -> bool:
    """Tell whether the last line of a row is set apart above a paragraph, as a heading is."""
    return line is run[-1] and line.apart and line.number + 1 < len(lines) and lines[line.number + 1].apart


def _beyond(lines: Sequence[Line], furniture: Mapping[int, str], runs: Sequence[Sequence[Line]], limits: PageSettings) -> dict[int, str]:
    """Find the stretches of paragraphs beyond a long row that hold much less than the longest stretch."""
    stretches = _stretches(lines, runs, limits)
    sizes = [sum(len(line.words) for line in stretch if _is_paragraph(line, furniture)) for stretch in stretches]
    most = max(sizes)
    main = sizes.index(most)
    found: dict[int, str] = {}
    for stretch, size in zip(stretches[main + 1 :], sizes[main + 1 :], strict=True):
        if size < limits.least_stretch_share * most:
            found |= {line.number: BEYOND for line in stretch if line.number not in furniture}
    return found


def _stretches(lines: Sequence[Line], runs: Sequence[Sequence[Line]], limits: PageSettings) -> list[Sequence[Line]]:
    """Cut a page at its long rows, each of which ends the stretch that it stands in."""
    walls = [run for run in runs if len(run) >= limits.fewest_links_wall]
    edges = [-1, *(run[-1].number for run in walls), len(lines) - 1]
    return [lines[begin + 1 : end + 1] for begin, end in pairwise(edges)]
