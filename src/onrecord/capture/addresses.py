"""The address of a page to its parts: host, path, the values it asks with, and the name of a place on the page."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(
    r"""
    ^\s* (?: (?P<scheme>[a-z][a-z0-9+.-]{0,20}) : )?                  # https:
    (?: // (?: [^/?\#@\s]{0,200} @ )? (?P<host>[^/?\#:\s\[\]]{0,300}) (?: :\d{0,5} )? (?=[/?\#\s]|$) )?     # //www.orleecho.example
    (?P<path>[^?\#\s]*) (?: \? (?P<query>[^\#\s]*) )? (?: \# (?P<fragment>\S*) )? \s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address in its parts; each empty where it has none."""

    scheme: str = ""
    """`https` or another one, in small letters."""
    host: str = ""
    """The site, in small letters."""
    path: str = ""
    """The page on the site."""
    values: tuple[str, ...] = ()
    """What it asks with: the values behind the question mark."""
    fragment: str = ""
    """The place on the page."""

    @property
    def place(self) -> str:
        """What tells a page from others: host and path in small letters."""
        return (self.host.removeprefix("www.") + self.path.rstrip("/")).lower()

    @property
    def is_web(self) -> bool:
        """Whether it is a whole address of the web."""
        return self.scheme in ("http", "https") and bool(self.host)


def split_address(text: str | None) -> Address:
    """Take an address apart; what is none has no parts.

    >>> split_address("https://www.OrleEcho.example/live/flood/?page=2#post-7")
    Address(scheme='https', host='www.orleecho.example', path='/live/flood/', values=('2',), fragment='post-7')
    >>> split_address("http://[")
    Address(scheme='', host='', path='', values=(), fragment='')
    """
    match = _ADDRESS.match((text or "")[:4000])
    if not match or (match["host"] is None and match["path"].startswith("//")):
        return Address()
    values = tuple(pair.partition("=")[2] for pair in (match["query"] or "").split("&") if "=" in pair)
    return Address((match["scheme"] or "").lower(), (match["host"] or "").lower(), match["path"], values, match["fragment"] or "")


def whole_address(text: str, base: str | None) -> str | None:
    """Give an address whole, counted from the page's own where it is told without its site; null where that gives none.

    >>> whole_address("/ferry", "https://orleecho.example/news/?from=rss"), whole_address("/ferry", None)
    ('https://orleecho.example/ferry', None)
    """
    bare = text.strip()
    if split_address(bare).is_web:
        return bare
    own = split_address(base)
    if not own.is_web or not bare:
        return None
    if bare.startswith("//"):
        return f"{own.scheme}:{bare}"
    if ":" in bare.split("/", 1)[0]:
        return None
    folder = own.path.rsplit("/", 1)[0]
    return f"{own.scheme}://{own.host}{bare}" if bare.startswith("/") else f"{own.scheme}://{own.host}{folder}/{bare}"
