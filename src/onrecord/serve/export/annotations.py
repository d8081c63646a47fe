"""A Record to annotations of its pages in the W3C Web Annotation Data Model, as JSON-LD.

Each statement and each figure is an annotation. Its target is the page at its address, pinned to the captured bytes by their hash
(RFC 6920), with two selectors: the position in the text that onrecord took from the page, which JSON of the same record holds, and the
words with what stands before and after them, which are found again in the page as a browser shows it, and after the page has changed.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator

from onrecord.model import Claim, Facts, Figure, Page, Record, Span, Statement
from onrecord.record.schema import Json
from onrecord.serve.places import Places

_CONTEXT: Json = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:"}]
_MEDIA = {"text": "text/plain", "html": "text/html"}
"""What captures of a format are; a row, a feed or an archive may hold either."""
_LEAST_AROUND, _MOST_AROUND = 32, 512
"""Code points kept before and after the words, as many as it takes for them to stand there once."""


def render_annotations(record: Record) -> Iterator[str]:
    """Give all annotations as one collection, in the order of the pages."""
    claims = Places(record).claims
    noted = [one for facts in record.captures for one in annotate(facts, claims)]
    page: dict[str, Json] = {"type": "AnnotationPage", "id": "urn:onrecord:annotations:1", "startIndex": 0, "items": noted}
    collection: dict[str, Json] = {
        "@context": _CONTEXT,
        "id": "urn:onrecord:annotations",
        "type": "AnnotationCollection",
        "label": "Who said what, and the figures, as onrecord read them",
        "total": len(noted),
        "first": page,
    }
    yield json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def annotate(facts: Facts, claims: dict[str, Claim]) -> list[Json]:
    """Annotate the statements, then the figures of a page."""
    page = facts.page
    said = [_annotation(page, one.id, one.content.spans, _of_statement(one, claims.get(one.id))) for one in facts.statements]
    counted = [_annotation(page, one.id, (one.span,), _of_figure(one, claims.get(one.id))) for one in facts.figures]
    return [*said, *counted]


def select(text: str, span: Span) -> list[Json]:
    """Give the two selectors of a place.

    >>> quote, position = select("A ferry sank. Two are missing.", Span(14, 17))
    >>> quote["exact"], quote["prefix"], position["start"]
    ('Two', 'A ferry sank. ', 14)
    """
    prefix, suffix = _context(text, span)
    return [
        {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": prefix, "suffix": suffix},
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def hash_address(identity: str) -> str:
    """Write the hash of captured bytes as an address (RFC 6920).

    >>> hash_address("sha256:" + 32 * "00")
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    digest = bytes.fromhex(identity.removeprefix("sha256:"))
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


def _context(text: str, span: Span) -> tuple[str, str]:
    """Give what stands before and after a place, as much as it takes to tell it from every other."""
    around = _LEAST_AROUND
    while True:
        start, end = max(0, span.start - around), span.end + around
        quoted = text[start:end]
        once = text.find(quoted) == start and text.find(quoted, start + 1) < 0
        if once or around >= _MOST_AROUND:
            return text[start : span.start], text[span.end : end]
        around *= 2


def _annotation(page: Page, name: str, spans: Iterable[Span], body: list[Json]) -> Json:
    capture = page.capture
    pinned = hash_address(capture.id)
    state: dict[str, Json] = {"type": "TimeState", "cached": pinned}
    source: dict[str, Json] = {"id": page.url or pinned, "type": "Text", "onrecord:name": capture.name}
    source |= {name: value for name, value in (("format", _MEDIA.get(capture.format)), ("language", page.language)) if value}
    targets: list[Json] = [
        {"type": "SpecificResource", "source": source, "state": state, "selector": select(capture.text, span)} for span in spans
    ]
    return {
        "id": f"urn:onrecord:{capture.id}:{name}",
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": targets if len(targets) > 1 else targets[0],
    }


def _of_statement(one: Statement, claim: Claim | None) -> list[Json]:
    """Say who said it and how: once for a reader, once for a program."""
    speaker = (one.speaker.name or one.speaker.text) if one.speaker else None
    via = [relay.text for relay in one.via]
    told = f"{speaker or 'Not told who'}{f', via {_listed(via)}' if via else ''}: {one.act}{_stands(claim)}"
    fields: dict[str, Json] = {
        "onrecord:speaker": speaker,
        "onrecord:via": [*via],
        "onrecord:cue": one.cue.text if one.cue else None,
        "onrecord:act": one.act,
        "onrecord:quoted": one.quoted,
        "onrecord:confidence": one.confidence,
    }
    return _body("Statement", told, fields, claim)


def _of_figure(one: Figure, claim: Claim | None) -> list[Json]:
    counted = " ".join(filter(None, (one.text, one.counted, one.event)))
    holder = one.holder.name if one.holder else None
    fields: dict[str, Json] = {
        "onrecord:value": one.value,
        "onrecord:high": one.high,
        "onrecord:bound": one.bound,
        "onrecord:counted": one.counted,
        "onrecord:event": one.event,
        "onrecord:asOf": one.as_of,
        "onrecord:holder": holder,
    }
    return _body("Figure", f"{holder or 'The outlet'}: {counted}{_stands(claim)}", fields, claim)


def _body(kind: str, told: str, fields: dict[str, Json], claim: Claim | None) -> list[Json]:
    known: dict[str, Json] = {"onrecord:standing": claim.standing if claim else None, "onrecord:claim": claim.id if claim else None}
    held = {name: value for name, value in {**fields, **known}.items() if value not in (None, [])}
    return [
        {"type": "TextualBody", "value": told, "format": "text/plain", "language": "en", "purpose": "describing"},
        {"type": f"onrecord:{kind}", **held},
    ]


def _stands(claim: Claim | None) -> str:
    return f" (claim {claim.standing.replace('_', ' ')})" if claim else ""


def _listed(names: list[str]) -> str:
    return " and ".join(names)
