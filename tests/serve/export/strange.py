"""Records whose words are as strange as pages can be: quotation marks, line breaks, formulas, any sign of Unicode."""

from dataclasses import replace

from hypothesis import strategies as st

from onrecord.model import Claim, Facts, Finding, Member, Record, Shift, Span, Statement, Story, StoryEntry
from tests.pages import page, said

SIGNS = st.characters(codec="utf-8")
WORDS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=40),
    st.sampled_from(
        ["=1+1", "+44 20", "-3 degrees", "@harbour", "'=x", "''", '"quoted"', "a,b;c\td", "one\r\ntwo", "\ufeff", "</script>", "![x](y)"]
    ),
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record of one or two pages that say the same, in one claim and one story."""
    captures = tuple(_facts(draw, number) for number in range(1, draw(st.integers(1, 2)) + 1))
    members = tuple(Member(facts.page.capture.name, facts.statements[0].id) for facts in captures)
    name, words = captures[0].page.capture.name, captures[0].statements[0].content
    shift = Shift(None, "denied", draw(st.none() | WORDS), name, words.spans[0])
    claim = Claim("c1", words.text, "story1", members, 1, "denied", (shift,))
    story = Story("story1", draw(WORDS), tuple(StoryEntry(facts.page.capture.name, 0) for facts in captures), None, None)
    return Record(captures, findings=(Finding("denied", draw(WORDS), ()),), stories=(story,), claims=(claim,))


def _facts(draw: st.DrawFn, number: int) -> Facts:
    before, words, after = draw(st.text(SIGNS, max_size=40)), draw(WORDS), draw(st.text(SIGNS, max_size=40))
    text = f"Ana Brandt {before}{words}{after} said."
    made = page("Ana Brandt said.", name=f"page-{number}.txt", outlet=draw(st.none() | WORDS), url=draw(st.none() | WORDS))
    capture = replace(made.capture, id=f"sha256:{number:064x}", text=text)
    span = Span(11 + len(before), 11 + len(before) + len(words))
    statement = _at(said(f"Ana Brandt said {words}", words, by="Ana Brandt"), words, span)
    blocks = tuple(replace(block, span=Span(0, len(text))) for block in made.blocks)
    return Facts(replace(made, capture=capture, blocks=blocks), (replace(statement, id=f"p{number}.s1"),))


def _at(statement: Statement, words: str, span: Span) -> Statement:
    return replace(statement, content=replace(statement.content, text=words, spans=(span,)))
