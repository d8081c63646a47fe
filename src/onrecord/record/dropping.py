"""Facts of a page, lines of which turned out to be furniture, to those that rest on its other lines."""

from dataclasses import replace

from onrecord.model import Facts, Page, Span


def without_dropped(facts: Facts, page: Page) -> Facts:
    """Take back what rests on lines that are furniture on a page as it is now known."""
    before = {block.span: block.role for block in facts.page.blocks}
    dropped = [block.span for block in page.blocks if block.role == "furniture" and before.get(block.span) != "furniture"]

    def stays(*spans: Span) -> bool:
        return not any(line.overlaps(span) for line in dropped for span in spans)

    times = tuple(time for time in facts.times if stays(time.span))
    known = {time.id for time in times}
    statements = tuple(
        replace(statement, when=statement.when if statement.when in known else None)
        for statement in facts.statements
        if stays(*statement.content.spans)
    )
    return replace(
        facts,
        page=page,
        statements=statements,
        figures=tuple(figure for figure in facts.figures if stays(figure.span)),
        sums=tuple(one for one in facts.sums if stays(*one.spans)),
        times=times,
        names=tuple(name for name in facts.names if stays(name.span)),
        happenings=tuple(one for one in facts.happenings if stays(one.span)),
    )
