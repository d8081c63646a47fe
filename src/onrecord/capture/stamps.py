"""The linked data, the meta elements and the head of a page to when it was first published and last changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.capture.linked_data import Thing, first_string
from onrecord.capture.metas import Metas, text_of
from onrecord.capture.moments import find_clock, is_anchored, is_exact, read_moment
from onrecord.settings import MetadataSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = """
    article_published_time og_article_published_time article_published og_published_time og_pubdate parsely_pub_date
    cxenseparse_recs_publishtime cse_publishtime bt_pubdate dc_date_issued dcterms_issued dcterms_date dc_date_created dcterms_created
    dc_date dc_terms_created date_available rnews_datepublished datepublished date_published pub_date pubdate publishdate publish_date
    published_date publication_date originalpublicationdate article_date_original displaydate published published_at publishtime
    publish_time firstpublished sailthru_date article_created datecreated date_created created date
""".split()
_MODIFIED = """
    article_modified_time og_article_modified_time article_modified og_updated_time og_modified_time datemodified date_modified
    date_updated dc_date_modified dcterms_modified lastmod last_modified last_updated_date last_updated lastupdated revised updated_time
""".split()
_LATER = re.compile(r"\b(?:updated?|modified|edited|amended|changed|last)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:published|posted|created|first)\b", re.IGNORECASE)
_DATED = re.compile(r"date|time|stamp|publish|byline|posted|created|updated|modified|meta", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SMALL = re.compile(r"[A-Za-z]{2,}")
_ELSEWHERE = frozenset(("aside", "nav", "footer", "li", "figure", "table", "form"))
_DATE_LINE = 90
_MOST_WORDS = 14
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Dates:
    """When a page was published and changed, as ISO dates or date-times; null when it cannot be told."""

    published: str | None = None
    """Its first publication."""
    modified: str | None = None
    """Its last change."""


def find_dates(root: "HtmlElement", article: Thing | None, metas: Metas, head: "HtmlElement | None", *, zone: tzinfo | None) -> Dates:
    """Find both dates: in the linked data of the article, else its meta elements, else at the head of the page.

    A time of day without an offset is taken to be in the zone, where one is given; htmldate, which tells only days, is asked last.

    >>> from lxml.html import document_fromstring
    >>> from onrecord.capture.metas import read_metas
    >>> page = document_fromstring("<body><h1>Ferry sinks</h1><p class=date>Posted 3 May 2014 18.05 BST</p><p>A ferry sank.</p></body>")
    >>> find_dates(page, None, read_metas(page), page.find(".//h1"), zone=None).published
    '2014-05-03T18:05+01:00'
    """
    said = article or {}
    published = _best(_stated((first_string(said, "datePublished"), *metas.all(*_PUBLISHED)), zone))
    modified = _best(_stated((first_string(said, "dateModified"), *metas.all(*_MODIFIED)), zone))
    if not is_anchored(published):
        seen = list(_seen(head, zone)) if head is not None else []
        shown = _best([moment for kind, moment in seen if kind != "later"])
        published = _best([published, shown]) or next(_stated((first_string(said, "dateCreated", "uploadDate"),), zone), None)
        modified = modified or _best([moment for kind, moment in seen if kind == "later"])
    return Dates(published or _last_resort(root), modified)


def _stated(texts: Iterable[str | None], zone: tzinfo | None) -> Iterator[str | None]:
    """Read moments one by one, for most pages need the first alone."""
    return (read_moment(text, zone) for text in texts if text)


def _seen(head: "HtmlElement", zone: tzinfo | None) -> Iterator[tuple[str, str]]:
    """Give the dates that stand by the headline, each with whether it is the first publication ("first"), a change ("later") or neither.

    Those of time elements come first: they are made for machines.
    """
    near = list(islice(_around(head), MetadataSettings().headline_reach))
    for element in near:
        if element.tag == "time" or element.get("itemprop") in ("datePublished", "dateModified"):
            moment = _of_time(element, zone)
            if moment:
                yield _label(element), moment
    for element in near:
        words = _date_line(element)
        moment = read_moment(words, zone) if words else None
        if words and moment:
            yield _label_of(words), moment


def _around(head: "HtmlElement") -> Iterator["HtmlElement"]:
    """Give the elements after the headline in the page's order, then those before it in the same header, none in lists or asides."""
    above = frozenset(head.iterancestors())
    parent = head.getparent()
    elsewhere: set[HtmlElement] = set()
    for element in chain(islice(_following(head), 400), islice(parent.iter(), 15) if parent is not None else ()):
        if element not in above and (element.tag in _ELSEWHERE or element.getparent() in elsewhere):
            elsewhere.add(element)
        else:
            yield element


def _following(head: "HtmlElement") -> Iterator["HtmlElement"]:
    """Give the elements after the end of one, in the page's order."""
    for start in (head, *head.iterancestors()):
        for sibling in start.itersiblings():
            yield from (element for element in sibling.iter() if element.tag not in _UNSEEN)


_UNSEEN = frozenset(("script", "style", "option"))


def _of_time(element: "HtmlElement", zone: tzinfo | None) -> str | None:
    """Read a time element: its attribute, made more exact by its words where these name the same day."""
    texts = [element.get(name) or "" for name in ("datetime", "content", "data-time", "data-datetime", "data-timestamp")]
    moments = [read_moment(text, zone) for text in (*texts, text_of(element, 200)) if text]
    return _best(moments)


def _label(element: "HtmlElement") -> str:
    prop = (element.get("itemprop") or "").lower()
    if prop:
        return "later" if "modified" in prop else "first"
    before = element.getprevious()
    parent = element.getparent()
    lead = before.tail or text_of(before, 60) if before is not None else parent.text if parent is not None else ""
    return _label_of(f"{(element.get('class') or '')} {(lead or '')[-40:]} {text_of(element, 100)}".replace("-", " ").replace("_", " "))


def _label_of(words: str) -> str:
    if _FIRST.search(words):
        return "first"
    return "later" if _LATER.search(words) else "plain"


def _date_line(element: "HtmlElement") -> str | None:
    """Give the words of an element that is a date line and little else."""
    if len(element) > _MOST_PARTS:
        return None
    words = text_of(element, _DATE_LINE + 1)
    if len(words) > _DATE_LINE or not _YEAR.search(words) or len(_SMALL.findall(words)) > _MOST_WORDS:
        return None
    parent = element.getparent()
    names = " ".join(str(one.get("class") or "") + str(one.get("id") or "") for one in (element, parent) if one is not None)
    sure = _DATED.search(names) or _LATER.search(words) or _FIRST.search(words) or find_clock(words) or len(_SMALL.findall(words)) <= 3
    return words if sure else None


def _last_resort(root: "HtmlElement") -> str | None:
    """Ask htmldate for the day."""
    from htmldate import find_date  # here, for it takes 300 ms and few pages need it

    try:
        return find_date(root, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    except Exception:  # a library that guesses at any page may fail in any way, and the page is still a page
        return None


def _best(moments: Iterable[str | None]) -> str | None:
    """Give the first moment, or one that tells the same day more exactly."""
    known = (moment for moment in moments if moment)
    first = next(known, None)
    if first is None or is_anchored(first):
        return first
    near = [first, *(moment for moment in known if abs((_day(moment) - _day(first)).days) <= 1)]
    anchored = next((moment for moment in near if is_anchored(moment)), None)
    exact = next((moment for moment in near if is_exact(moment) and _day(moment) == _day(first)), None)
    return anchored or (first if is_exact(first) else exact) or first


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])
