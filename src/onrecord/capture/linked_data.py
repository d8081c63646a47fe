"""The tree of a page to the objects of its linked data (JSON-LD), read as far as they can be where they are damaged."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from onrecord.settings import MetadataSettings

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Thing: TypeAlias = dict[str, "Json"]

_GRAPHS = ("@graph", "mainEntity", "mainEntityOfPage")
_WRAP = re.compile(
    r"""
      ^ (?: \s | /[/*](?=\s{0,9}<!) | <!\[CDATA\[ (?:\s{0,9}\*/)? | <!-- (?:\s{0,9}\*/)? )+  # comments and CDATA that open a script
    | (?: \s | ; | /[/*](?=\s{0,9}(?:\]\]>|-->)) | \]\]> (?:\s{0,9}\*/)? | --> (?:\s{0,9}\*/)? ){1,40} $  # and close it
    """,
    re.VERBOSE,
)
_BETWEEN = re.compile(r"[\s,;]*")
_TAG = re.compile(r"<(?=[a-zA-Z/!])[^<>]{0,2000}>")
_BREAK = re.compile(r"<\s{0,4}/?\s{0,4}(?:p|br|div|li|ul|ol|h[1-6]|blockquote|tr|figure|figcaption)\b[^<>]{0,2000}>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def read_objects(root: "HtmlElement", *, settings: MetadataSettings | None = None) -> tuple[Thing, ...]:
    r"""Read the objects of all linked data on a page, those of a graph or a list one by one; what cannot be read is left out.

    >>> from lxml.html import document_fromstring
    >>> page = '<script type="application/ld+json"><!-- {"@graph": [{"@type": "NewsArticle", "headline": "Ferry\nsinks",}]} --></script>'
    >>> read_objects(document_fromstring(page))
    ({'@type': 'NewsArticle', 'headline': 'Ferry\nsinks'},)
    """
    limits = settings or MetadataSettings()
    found: list[Thing] = []
    for number, script in enumerate(root.iter("script")):
        if number >= limits.most_scripts or len(found) >= limits.most_objects:
            break
        if "ld+json" in (script.get("type") or "").lower():
            for value in read_json(script.text or "", settings=limits):
                found.extend(_things(value, 0))
    return tuple(found[: limits.most_objects])


def read_json(text: str, *, settings: MetadataSettings | None = None) -> tuple[Json, ...]:
    """Read the values that stand one after another in a script: as JSON, else as the JavaScript that browsers would take.

    >>> read_json('{"a": 1} {"b": 2}'), read_json("{'a': [1, 2,],}"), read_json("var a")
    (({'a': 1}, {'b': 2}), ({'a': [1, 2]},), ())
    """
    limits = settings or MetadataSettings()
    if len(text) > limits.longest_script:
        return ()
    bare = _WRAP.sub("", text[:200]) + text[200:] if len(text) > 400 else _WRAP.sub("", text)
    bare = bare[:-200] + _WRAP.sub("", bare[-200:]) if len(bare) > 400 else bare
    if "&quot;" in bare and '"' not in bare:
        bare = html.unescape(bare)
    if _depth(bare, limits.deepest) > limits.deepest:
        return ()
    return _read_strictly(bare) or _read_leniently(bare, limits) or _read_pieces(bare, limits)


def _read_strictly(text: str) -> tuple[Json, ...]:
    decoder = json.JSONDecoder(strict=False)
    values: list[Json] = []
    at = 0
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return ()
        if not isinstance(value, dict | list):
            return ()
        values.append(value)
        rest = _BETWEEN.match(text, end)
        at = rest.end() if rest else end
    return tuple(values)


def _read_leniently(text: str, limits: MetadataSettings) -> tuple[Json, ...]:
    if len(text) > limits.longest_damaged or "{" not in text:
        return ()
    import chompjs  # here, for most pages need it never

    try:
        return tuple(chompjs.parse_js_objects(text, loader_kwargs={"strict": False}))
    except (ValueError, RecursionError, MemoryError):
        return ()


def _read_pieces(text: str, limits: MetadataSettings) -> tuple[Json, ...]:
    """Read the whole objects that stand in a text which is broken somewhere, outermost first."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Json] = []
    end = tries = 0
    for opening in re.finditer(r"\{\s*\"@", text):
        if opening.start() < end or tries > limits.most_tries:
            continue
        tries += 1
        try:
            value, end = decoder.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            continue
        tries -= 1
        values.append(value)
    return tuple(values)


def _depth(text: str, most: int) -> int:
    """Count how deep brackets nest at the most, those in strings as well; stops beyond what is allowed."""
    if (opened := text.count("[") + text.count("{")) <= most:
        return opened  # as of most pages: too few to be deep
    depth = deepest = 0
    for bracket in re.finditer(r"[\[\]{}]", text):
        depth += 1 if bracket.group() in "[{" else -1
        deepest = max(deepest, depth)
        if deepest > most:
            break
    return deepest


def _things(value: Json, depth: int) -> Iterator[Thing]:
    """Give the objects of a value, graphs and lists taken apart."""
    if depth > 6:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        if set(value) - {"@context", "@graph"}:
            yield value
        for key in _GRAPHS:
            inner = value.get(key)
            if isinstance(inner, list) or (isinstance(inner, dict) and "@type" in inner):
                yield from _things(inner, depth + 1)


def kinds_of(thing: Mapping[str, Json]) -> tuple[str, ...]:
    """Give the types of an object without the vocabulary's address.

    >>> kinds_of({"@type": ["https://schema.org/NewsArticle", "Article"]})
    ('NewsArticle', 'Article')
    """
    kinds = thing.get("@type")
    return tuple(kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in strings(kinds))


def strings(value: Json) -> tuple[str, ...]:
    """Give the strings of a value that may be one, a list of them, or objects with a value, a name or an id."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(text for one in value[:200] if not isinstance(one, list) for text in strings(one))
    if isinstance(value, dict):
        return next((texts for key in ("@value", "name", "@id", "url") if (texts := strings(value.get(key)))), ())
    return (str(value),) if isinstance(value, int | float) and not isinstance(value, bool) else ()


def first_string(thing: Mapping[str, Json], *keys: str) -> str | None:
    """Give the first string that one of the keys holds, without the white space around it."""
    found = (text.strip() for key in keys for text in strings(thing.get(key)))
    return next((text for text in found if text), None)


def objects_under(thing: Mapping[str, Json], key: str) -> Sequence[Thing]:
    """Give the objects that a key holds, be it one or a list."""
    value = thing.get(key)
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def plain(text: str) -> str:
    r"""Give a string of linked data as a reader would see it: escapes undone, tags left out, white space one blank.

    >>> plain("Minister&amp;#39;s <b>son</b>\n held")
    "Minister's son held"
    """
    bare = _unescape(text)
    return " ".join((_TAG.sub("", bare) if "<" in bare else bare).split())


def plain_lines(text: str) -> tuple[str, ...]:
    """Give a text of linked data as lines, one for each paragraph, without tags and empty lines.

    >>> plain_lines("&lt;p&gt;A ferry sank.&lt;/p&gt;&lt;p&gt;Forty were &lt;em&gt;aboard&lt;/em&gt;.&lt;/p&gt;")
    ('A ferry sank.', 'Forty were aboard.')
    """
    broken = _BREAK.sub("\n", _unescape(text))
    lines = (_SPACE.sub(" ", _TAG.sub("", line)).strip() for line in broken.splitlines())
    return tuple(line for line in lines if line)


def _unescape(text: str) -> str:
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text
