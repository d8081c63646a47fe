"""A Record to the linked data of schema.org: live blogs with their updates, articles, quotations and claims, as JSON-LD."""

import json
from collections.abc import Iterator

from onrecord.model import Actor, Claim, Entry, Facts, Page, Record, Statement
from onrecord.record.schema import Json
from onrecord.serve.export.annotations import hash_address

_KINDS = {"person": "Person", "organisation": "Organization", "place": "Organization", "group": "Organization"}
"""What a speaker is to schema.org; a document speaks in no quotation there."""


def render_liveblog(record: Record) -> Iterator[str]:
    """Give all pages, each with its updates and quotations, then all claims, as one graph."""
    graph = [*(thing for facts in record.captures for thing in _page_things(facts, record)), *_claims(record)]
    told = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1)
    yield told.replace("<", "\\u003c") + "\n"  # it may be put into a script of a page, which no word of it must end


def _page_things(facts: Facts, record: Record) -> Iterator[Json]:
    page = facts.page
    yield _blog(page) if _is_blog(page) else _told({**_head(page, "NewsArticle"), "articleBody": _body(page, page.entries[0])})
    kinds = {actor.id: actor for actor in record.actors}
    for one in facts.statements:
        if one.quoted == "direct":
            yield _quotation(page, one, kinds)


def _is_blog(page: Page) -> bool:
    return len(page.entries) != 1 or page.entries[0].posted is not None


def _head(page: Page, kind: str) -> dict[str, Json]:
    published = page.published.value if page.published else None
    return {
        "@type": kind,
        "@id": _address(page),
        "identifier": page.capture.id,
        "name": page.capture.name,
        "url": page.url,
        "headline": page.title.text if page.title else None,
        "inLanguage": page.language,
        "datePublished": published,
        "publisher": {"@type": "Organization", "name": page.outlet} if page.outlet else None,
        "sourceOrganization": {"@type": "Organization", "name": page.origin} if page.origin else None,
    }


def _blog(page: Page) -> Json:
    posted = sorted(entry.posted for entry in page.entries if entry.posted)
    updates: list[Json] = [_update(page, entry) for entry in page.entries]
    return _told({**_head(page, "LiveBlogPosting"), "coverageStartTime": posted[0] if posted else None, "liveBlogUpdate": updates})


def _update(page: Page, entry: Entry) -> Json:
    return _told(
        {
            "@type": "BlogPosting",
            "@id": _part(page, entry.id),
            "headline": entry.heading.text if entry.heading else None,
            "articleBody": _body(page, entry),
            "datePublished": entry.posted,
            "dateModified": entry.edited,
        }
    )


def _body(page: Page, entry: Entry) -> str:
    """Give the lines of an entry that are its words, its own heading left out."""
    own = entry.heading.span if entry.heading else None
    lines = [block.span for block in page.blocks if block.entry == entry.id and block.role in ("body", "heading")]
    return "\n".join(span.of(page.capture.text) for span in lines if not (own and span.overlaps(own)))


def _quotation(page: Page, one: Statement, actors: dict[str, Actor]) -> Json:
    speaker, within = one.speaker, _part(page, one.entry) if _is_blog(page) else _address(page)
    actor = actors.get(speaker.actor or "") if speaker else None
    spoken = speaker is not None and not (actor and actor.type == "document")
    named = _party(speaker.name or speaker.text, actor) if speaker and spoken else None
    return _told(
        {
            "@type": "Quotation",
            "@id": f"{_address(page)}#{one.id}",
            "text": one.content.text,
            "spokenByCharacter": named,
            "citation": {"@id": within},
            "isPartOf": {"@id": within},
        }
    )


def _party(name: str, actor: Actor | None) -> Json:
    return _told({"@type": _KINDS.get(actor.type) if actor else None, "name": name})


def _claims(record: Record) -> Iterator[Json]:
    pages = {facts.page.capture.name: facts.page for facts in record.captures}
    entries = {one.id: one.entry for facts in record.captures for one in facts.statements}
    entries |= {one.id: one.entry for facts in record.captures for one in facts.figures}
    actors = {actor.name: actor for actor in record.actors}
    for claim in record.claims:
        seen = [_seen(pages[one.capture], entries.get(one.statement or one.figure or "")) for one in claim.members]
        yield _claim(claim, list(dict.fromkeys(seen)), actors)


def _seen(page: Page, entry: int | None) -> str:
    return _part(page, entry) if entry is not None and _is_blog(page) else _address(page)


def _claim(claim: Claim, seen: list[str], actors: dict[str, Actor]) -> Json:
    makers = [_party(who, actors.get(who)) for who in dict.fromkeys(one.who for one in claim.folded) if who]
    return _told(
        {
            "@type": "Claim",
            "@id": f"urn:onrecord:{claim.id}",
            "text": claim.text,
            "creativeWorkStatus": claim.standing,
            "author": makers,
            "appearance": [{"@id": one} for one in seen],
            "firstAppearance": {"@id": seen[0]} if seen else None,
        }
    )


def _address(page: Page) -> str:
    """Give the name of a capture that no other has: the address of its bytes' hash, for a page is captured more than once."""
    return hash_address(page.capture.id)


def _part(page: Page, entry: int) -> str:
    return f"{_address(page)}#entry-{entry}"


def _told(thing: dict[str, Json]) -> dict[str, Json]:
    """Leave out what is not known."""
    return {name: value for name, value in thing.items() if value not in (None, [], "")}
