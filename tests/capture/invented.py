"""Invented pages in every form, from which the tests of the readers make whole and damaged inputs."""

import io
import zipfile
from collections.abc import Mapping

from onrecord.capture.reader import read_captures
from onrecord.model import Capture, Given, Unread
from onrecord.settings import CaptureSettings

FERRY = "The ferry to Tolmen would not leave before Thursday, harbour master Ilse Brandvold told Radio Nordby."
MILL = "“Nobody is missing,” the fire chief of Kelda Bay said, but he would not say how the fire began."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry off for a third day</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry off for a third day",
"datePublished": "2031-04-02T18:05:00+02:00"}}</script></head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Ferry off for a third day</h1><p>{FERRY}</p><p>{MILL}</p><ul><li>Café on the quay</li><li>Boats &amp; ice</li></ul></article>
<footer>© 2031 Nordby Post</footer></body></html>"""
TEXT = f"Ferry off for a third day\n\n{FERRY}\n\n{MILL}\n"


def read(content: bytes, *, settings: CaptureSettings | None = None) -> list[Capture | Unread]:
    return list(read_captures(["-"], given=Given(), stdin=io.BytesIO(content), settings=settings))


def captures(results: list[Capture | Unread]) -> list[Capture]:
    return [result for result in results if isinstance(result, Capture)]


def unread(results: list[Capture | Unread]) -> list[Unread]:
    return [result for result in results if isinstance(result, Unread)]


def fetched(number: int, body: bytes, *, headers: str = "Content-Type: text/html; charset=utf-8", type: str = "response") -> bytes:
    """Write one record of a web archive."""
    block = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://nordby.example/{number}\r\nWARC-Date: 2031-04-02T10:00:00Z\r\n"
    return f"{head}Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    """Pack files into a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def rss(*items: str, end: str = "</channel></rss>") -> bytes:
    """Write a feed."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Nordby Post</title>{"".join(items)}{end}'.encode()


ITEM = """<item><title>Ferry off</title><link>https://nordby.example/1</link><pubDate>Wed, 02 Apr 2031 18:05:00 +0200</pubDate>
<source url="https://north.example/feed">Agency North</source><description>&lt;p&gt;The ferry would &lt;b&gt;not&lt;/b&gt; leave,
she said.&lt;/p&gt;</description></item>"""
SECOND = "<item><title>Mill fire out</title><guid>tag:mill</guid><description>Nobody is missing, he said.</description></item>"
