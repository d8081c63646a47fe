"""Drafts to statements: speakers and relays resolved in the page's order, acts told, actors numbered."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.acts import act_of
from onrecord.extract.confidence import confidence_of
from onrecord.extract.drafts import Draft, Line, quoted
from onrecord.extract.mentions import read_mention
from onrecord.extract.speakers import Cast, Person, Resolved
from onrecord.language.phrases import phrase_after
from onrecord.model import Act, Actor, Excerpt, Page, Phrase, Quoted, Relay, Span, Speaker, Statement


@dataclass(frozen=True, slots=True)
class _Known:
    """A draft with its people."""

    draft: Draft
    speaker: Resolved | None
    via: tuple[tuple[Span, Person | None], ...]
    quoted: Quoted
    act: Act
    words: str
    """The words of the speaker's mention, those carried over included; empty when there is none."""

    def people(self) -> tuple[Person, ...]:
        """List whom it names."""
        speaking = self.speaker.person if self.speaker else None
        return tuple(p for p in (speaking, *(p for _, p in self.via)) if p is not None)


def resolve_drafts(page: Page, lines: Sequence[Line], drafts: Sequence[Draft]) -> tuple[tuple[Statement, ...], tuple[Actor, ...]]:
    """Make the statements of a page and the actors that speak in them or are spoken through; ids hold within the page."""
    cast = Cast(lines, page.outlet)
    starts = {entry.id: entry.span.start for entry in page.entries}
    sentences = [line.tagged.sentence.span.start for line in lines]
    known: list[_Known] = []
    for draft in drafts:
        last = known[-1] if known and known[-1].draft.entry == draft.entry else None
        first, end = (bisect_right(sentences, at) for at in (draft.content[0].start, draft.content[-1].end))
        around = lines[max(0, first - 1) : end]
        known.append(_know(cast, (lines[draft.line], around), draft, last, starts.get(draft.entry, 0)))
    joined = cast.merge()
    used = {id(person): person for one in known for p in one.people() for person in (joined.get(id(p), p),)}
    ids = dict(zip(used, cast.actors(used.values()), strict=True))
    ids.update({gone: ids[id(person)] for gone, person in joined.items() if id(person) in ids})
    statements = tuple(_statement(page, one, n, ids) for n, one in enumerate(known, 1))
    return statements, tuple(dict.fromkeys(ids.values()))


def _know(cast: Cast, where: tuple[Line, Sequence[Line]], draft: Draft, last: _Known | None, since: int) -> _Known:
    """Resolve one draft on its line and those of its content; `last` is the statement before it in its entry, which starts at `since`."""
    line, around = where
    text = line.text
    speaker = _speaker(cast, line, draft, last.speaker if last else None, since)
    via = tuple((span, cast.resolve(read_mention(span.of(text)), span, since).person) for span in draft.via)
    if draft.inherits_via and not via and last:
        via = last.via
    how = quoted(around, draft.content)
    person = speaker.person if speaker else None
    content = " ".join(span.of(text) for span in draft.content)
    recently = person is not None and person.spoken >= since
    denied = (recently and person is not None and person.last_act == "deny") or (
        last is not None and last.act == "deny" and draft.line - last.draft.line <= 1 and _speaks_for(draft, text)
    )
    act = act_of(draft.act, content, direct=how == "direct", denying=denied)
    if person is not None:
        person.spoken, person.last_act = draft.content[-1].end, act
    words = draft.speaker.of(text) if draft.speaker else last.words if last and speaker else ""
    return _Known(draft, speaker, via, how, act, words)


def _speaks_for(draft: Draft, text: str) -> bool:
    """Tell whether a speaker is named as somebody of the body before: "its director"."""
    return draft.speaker is not None and draft.speaker.of(text).lower().startswith("its ")


def _speaker(cast: Cast, line: Line, draft: Draft, last: Resolved | None, since: int) -> Resolved | None:
    if draft.speaker is None:
        return Resolved(last.person, "carried") if draft.carried and last else None
    meant = draft.stands_for or draft.speaker
    mention, whole = read_mention(meant.of(line.text)), read_mention(draft.speaker.of(line.text))
    if whole.name and mention.head and not mention.name:  # "The charity" alone, where the whole mention is "The charity, Save the Children"
        meant, mention = draft.speaker, whole
    body = _subject_body(cast, line, meant, since) if mention.pronoun == "it" else None
    return body or cast.resolve(mention, meant, since)


def _subject_body(cast: Cast, line: Line, pronoun: Span, since: int) -> Resolved | None:
    """Resolve "it" to the body that is the subject of the same sentence: "The army lost 70, it said"."""
    end = phrase_after(line.tagged, 0)
    if end == 0 or line.tagged.tokens[0].start >= pronoun.start:
        return None
    span = line.span(0, end)
    mention = read_mention(span.of(line.text))
    pointed = mention.definite or (mention.plain[:1].isupper() and mention.plain == mention.text)
    if mention.type != "organisation" or not pointed:
        return None
    return Resolved(cast.resolve(mention, span, since).person, "pronoun")


def _statement(page: Page, known: _Known, number: int, ids: dict[int, Actor]) -> Statement:
    text, draft = page.capture.text, known.draft
    speaker = _named(text, known, ids)
    return Statement(
        id=f"s{number}",
        entry=draft.entry,
        speaker=speaker,
        cue=Phrase(" ".join(s.of(text) for s in draft.cue), draft.cue) if draft.cue else None,
        content=Phrase(" ".join(span.of(text) for span in draft.content), draft.content),
        quoted=known.quoted,
        act=known.act,
        via=_relays(page, known, ids),
        audience=Excerpt(draft.audience.of(text), draft.audience) if draft.audience else None,
        confidence=confidence_of(draft, known.quoted, speaker.how if speaker else None),
    )


def _named(text: str, known: _Known, ids: dict[int, Actor]) -> Speaker | None:
    resolved, mention = known.speaker, known.draft.speaker
    actor = ids.get(id(resolved.person)) if resolved and resolved.person else None
    if mention is None:
        return Speaker(known.words, None, actor.id if actor else None, actor.name if actor else None, "carried") if known.words else None
    how = resolved.how if resolved else "named"
    return Speaker(mention.of(text), mention, actor.id if actor else None, actor.name if actor else None, how)


def _relays(page: Page, known: _Known, ids: dict[int, Actor]) -> tuple[Relay, ...]:
    """Make the relays; the page's own outlet is no relay."""
    own = _bare(page.outlet or "")
    relays = []
    for span, person in known.via:
        text = span.of(page.capture.text)
        actor = ids.get(id(person)) if person else None
        if not any(names and names <= own for names in (_bare(text), _bare(actor.name if actor else ""))):
            relays.append(Relay(text, span if span in known.draft.via else None, actor.id if actor else None))
    return tuple(relays)


def _bare(name: str) -> set[str]:
    """Give a name's words, so that "Norland" is known for the "Norland News Agency" whose page it stands on."""
    return set(name.lower().split()) - {"the"}
