"""The tree of a page and its linked data to what its metadata say of it: headline, outlet, address, language, byline, dates."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from onrecord.capture.addresses import split_address, whole_address
from onrecord.capture.headlines import find_headline, likeness, name_in_tab, read_headlines, squash
from onrecord.capture.linked_data import Thing, first_string, kinds_of, objects_under, plain, strings
from onrecord.capture.metas import Metas, headings, read_metas, text_of
from onrecord.capture.moments import read_moment
from onrecord.capture.outlet_zones import DOMAIN_ZONES, ENDING_ZONES
from onrecord.capture.stamps import find_dates
from onrecord.language.english_pages import AGENCIES, COMPANY_WORDS
from onrecord.model import Stated
from onrecord.settings import MetadataSettings

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

ARTICLE_KINDS = frozenset(
    """
    AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle BlogPosting LiveBlogPosting
    NewsArticle OpinionNewsArticle Report ReportageNewsArticle Review ReviewNewsArticle SatiricalArticle ScholarlyArticle
    SocialMediaPosting TechArticle
    """.split()
)
"""Types of linked data that are an article."""
_DATED_KINDS = frozenset(("ItemPage", "VideoObject", "WebPage"))
_SITE_KINDS = frozenset(("NewsMediaOrganization", "Organization", "WebSite"))
_AND = re.compile(r"\s*(?:,\s+(?:and\s+)?|\s+and\s+|\s*;\s*|\s+&\s+|\s*\|\s*)\s*")
_BY = re.compile(r"^(?:(?:words|written|reported|report|story|text)\s+)?by[:\s]+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|[@{}<>]|^\W*$|^\(|image:|\d{3}|^[a-z0-9]+(?:-[a-z0-9]+)+$", re.IGNORECASE)
_LONGEST_NAME = 60
_MOST_NAMES = 20


def find_stated(root: "HtmlElement", objects: Sequence[Thing], url: str | None = None) -> Stated:
    """Find what the metadata of a page state; the address is the one it came from, where that is known.

    >>> from lxml.html import document_fromstring
    >>> head = '<title>Ferry sinks off Orle | Orle Echo</title><meta name=author content="By Ada Brandt">'
    >>> stated = find_stated(document_fromstring(f"<html lang=en-GB>{head}"), (), "https://www.orleecho.example/ferry")
    >>> stated.title, stated.language, stated.byline
    ('Ferry sinks off Orle', 'en', ('Ada Brandt',))
    """
    metas = read_metas(root)
    address = _address(root, metas, url)
    heads = headings(root)
    titles = [one for one in (metas.first("og_title", "twitter_title"), *heads.values(), root.findtext(".//title")) if one]
    article = find_article(objects, titles, address)
    address = address or (whole_address(first_string(article, "url", "mainEntityOfPage") or "", url) if article else None)
    named = _outlet_names(objects, article, metas)
    names = (*named, *_host_names(address))
    headlines = read_headlines(root, article, metas, tuple(heads.values()), names)
    head = max(heads, key=lambda one: likeness(heads[one], headlines.seen or ""), default=None)
    dates = find_dates(root, _dated(article, objects), metas, head, zone=zone_of_site(address or url))
    title = find_headline(headlines)
    outlet = _spelt(named[0], root) if named else name_in_tab(root, title)
    byline = _byline(root, article, metas)
    return Stated(
        title=title,
        outlet=outlet,
        origin=_origin(byline, outlet),
        url=address,
        language=_language(root, article, metas),
        byline=byline,
        published=dates.published,
        modified=dates.modified,
    )


def find_article(objects: Sequence[Thing], titles: Sequence[str], address: str | None) -> Thing | None:
    """Find the object that is about the page of these titles and this address, not one of those it links to."""
    candidates = [thing for thing in objects if ARTICLE_KINDS & set(kinds_of(thing))]
    scored = [(_match(thing, titles, address), -number, thing) for number, thing in enumerate(candidates)]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def _match(thing: Thing, titles: Sequence[str], address: str | None) -> float:
    """Weigh whether an object is about the page: by its address, its headline, and how much it tells."""
    kinds = kinds_of(thing)
    score = 1.0 if "LiveBlogPosting" in kinds else 0.5 if any(kind.endswith("NewsArticle") for kind in kinds) else 0.0
    score += 0.5 if "datePublished" in thing else 0.0
    told = (first_string(thing, key) for key in ("url", "mainEntityOfPage", "@id"))
    own = [split_address(text).place for text in told if text and "/" in text]
    here = split_address(address).place if address else None
    score += 3.0 if here in own else -2.0 if here is not None and own else 0.5
    headline = first_string(thing, "headline", "name")
    alike = max((likeness(plain(headline), title) for title in titles), default=1.0) if headline else 0.5
    return score + (2.0 if alike >= MetadataSettings().same_title else -2.0 if headline and titles and alike < 0.3 else 0.0)


def _dated(article: Thing | None, objects: Sequence[Thing]) -> Thing | None:
    """Give the object whose dates are the page's: the article's, or without one that of the page itself."""
    if article and first_string(article, "datePublished"):
        return article
    pages = (thing for thing in objects if _DATED_KINDS & set(kinds_of(thing)) and first_string(thing, "datePublished", "uploadDate"))
    page = next(pages, None)
    return {**page, **(article or {})} if page else article


def _address(root: "HtmlElement", metas: Metas, url: str | None) -> str | None:
    """Give the canonical address, whole."""
    links = (link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    stated = (whole_address(text, url) for text in (*links, metas.first("og_url")) if text)
    page = next((whole for whole in stated if whole and split_address(whole).path.strip("/")), None)
    return page or (url if split_address(url).is_web else None)


def zone_of_site(address: str | None) -> tzinfo | None:
    """Give the time zone in which a site writes its times; null when that is not known.

    >>> zone_of_site("https://www.orleecho.co.uk/ferry"), zone_of_site("https://www.orleecho.example/ferry")
    (zoneinfo.ZoneInfo(key='Europe/London'), None)
    """
    labels = split_address(address).host.split(".")
    domains = [".".join(labels[at:]) for at in range(len(labels) - 1)]
    name = next((DOMAIN_ZONES[domain] for domain in domains if domain in DOMAIN_ZONES), None) or ENDING_ZONES.get(labels[-1])
    return ZoneInfo(name) if name else None


def _outlet_names(objects: Sequence[Thing], article: Thing | None, metas: Metas) -> tuple[str, ...]:
    """Give the names of the outlet, the one it goes by first."""
    publishers = [plain(name) for one in objects_under(article or {}, "publisher") if (name := first_string(one, "name"))]
    sites = [plain(name) for thing in objects if _SITE_KINDS & set(kinds_of(thing)) and (name := first_string(thing, "name"))]
    brands = list(metas.all("og_site_name", "application_name", "apple_mobile_web_app_title", "dc_publisher", "article_publisher"))
    companies = [name for name in publishers if name.lower().rstrip(".").split(" ")[-1] in COMPANY_WORDS]
    trading = [name for name in publishers if name not in companies]
    given = (*brands[:1], *trading, *brands[1:], *sites, *companies)
    names = (re.split(r"\s+[|–—-]\s+|\s*\|", name)[0].strip() for name in given)
    return tuple(dict.fromkeys(name for name in names if name and not _NO_NAME.search(name)))


def _host_names(address: str | None) -> tuple[str, ...]:
    """Give the first word of a site's address, by which it may call itself."""
    labels = split_address(address).host.removeprefix("www.").split(".")
    return tuple(labels[:1]) if len(labels) > 1 else ()


def _spelt(name: str, root: "HtmlElement") -> str:
    """Give an outlet's name as the title element spells it, where it is written together or small."""
    if " " in name or not name.islower():
        return name
    tab = root.findtext(".//title") or ""
    tail = re.split(r"\s[|–—-]\s", tab)[-1].strip()
    return tail if squash(tail) == squash(name) else name


def _language(root: "HtmlElement", article: Thing | None, metas: Metas) -> str | None:
    """Give the ISO 639-1 code of the page's language."""
    stated = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), first_string(article or {}, "inLanguage"))
    for text in (*stated, *metas.all("content_language", "og_locale", "og_language", "language", "dc_language", "inlanguage")):
        code = re.match(r"([a-z]{2})(?:[-_]|$)", (text or "").strip().lower())
        if code:
            return code[1]
    return None


def _byline(root: "HtmlElement", article: Thing | None, metas: Metas) -> tuple[str, ...]:
    """Give the names of the authors: by the linked data, else the meta elements, else the byline."""
    told = [metas.all(name) for name in ("author", "parsely_author", "sailthru_author", "dc_creator", "byl", "article_author")]
    for texts in (_authors(article or {}), *told, _signed(root)):
        names = [name for text in texts for name in _names(text)]
        if names:
            return tuple(dict.fromkeys(names))[:_MOST_NAMES]
    return ()


def _authors(article: Thing) -> Iterator[str]:
    for key in ("author", "creator"):
        value = article.get(key)
        for one in value if isinstance(value, list) else [value]:
            yield next(iter(strings(one)), "")


def _signed(root: "HtmlElement") -> Iterator[str]:
    """Give the words of what is marked as the author's name, or of the first byline."""
    signed = list(_signatures()(root))
    told = [element for element in signed if "author" in (element.get("rel"), element.get("itemprop"))]
    yield from (text_of(element, 200) for element in told[:6])
    lines = [element for element in signed if any(map((element.get("class") or "").__contains__, _BYLINES))]
    texts = (text_of(element, 200) for element in lines[:3])
    yield next((text for text in texts if text), "")


_BYLINES = ("byline", "author-name")


@cache
def _signatures() -> "XPath":
    from lxml.etree import XPath

    kinds = ("@rel[.='author']", "@itemprop[.='author']", "@class[contains(., 'byline') or contains(., 'author-name')]")
    return XPath("|".join(f"descendant::*/{kind}/.." for kind in kinds))  # twice as fast as to ask each element for all three


def _names(text: str) -> Iterator[str]:
    """Split a byline into names; what is no name is left out."""
    bare = _BY.sub("", plain(text))
    for part in _AND.split(bare) if len(bare) < 400 else ():
        name = part.strip(" .,")
        if name and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) and not read_moment(f"{name} 2000"):
            yield name


def _origin(byline: Sequence[str], outlet: str | None) -> str | None:
    """Give the agency that signs a page of another outlet alone."""
    agencies = {AGENCIES.get(name.lower().removeprefix("the ")) for name in byline}
    agency = next(iter(agencies)) if len(agencies) == 1 else None
    return agency if agency and squash(agency) not in squash(outlet or "") else None
