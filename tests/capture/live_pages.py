"""Live blogs as outlets of several kinds build them, with the same invented news in each."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from string import Template

_FOLDER = Path(__file__).with_name("liveblogs")
KINDS = {path.stem: Template(path.read_text("utf-8")) for path in sorted(_FOLDER.glob("*.html"))}
"""How to write one update, by what is peculiar to the page."""
TITLE = "Tolm ferry strike live: crews vote to return"
ADDRESS = "https://tolmpost.example/live/ferry"


@dataclass(frozen=True)
class Post:
    """One update."""

    clock: str
    """24-hour clock in UTC."""
    heading: str
    """Its heading."""
    body: tuple[str, ...]
    """Its paragraphs."""

    @property
    def moment(self) -> str:
        """When it was posted."""
        return f"2031-01-14T{self.clock}:00Z"

    @property
    def name(self) -> str:
        """What the page calls it."""
        return "p" + self.clock.replace(":", "") + "c4a9f2"

    def written(self, kind: str) -> str:
        """Write it as pages of a kind do."""
        at = datetime.fromisoformat(self.moment)
        return KINDS[kind].substitute(
            name=self.name,
            moment=self.moment,
            clock=self.clock,
            dotted=self.clock.replace(":", "."),
            half=_half(at.hour, at.minute),
            eastern=_half(at.hour - 5, at.minute),
            stamp=int(at.astimezone(UTC).timestamp() * 1000),
            heading=self.heading,
            paragraphs="".join(f"<p>{line}</p>" for line in self.body),
        )


def _half(hour: int, minute: int) -> str:
    return f"{(hour - 1) % 12 + 1}:{minute:02} {'p.m.' if hour > 11 else 'a.m.'}"


POSTS = (
    Post(
        "14:20",
        "Ferry crews vote to return to work",
        ("Crews at Tolm harbour voted by 212 to 40 to end the stoppage, their union said on Tuesday.",),
    ),
    Post(
        "11:47",
        "Minister to meet harbour board",
        ("Transport minister Ida Krell will meet the board at noon.", "She told Radio Tolm that “nobody gains from an empty quay”."),
    ),
    Post(
        "10:05",
        "Queues at the southern terminal",
        ("About 300 lorries were waiting by mid-morning, the road agency said.", "Drivers were told to turn back at the ring road."),
    ),
    Post("08:32", "Stoppage begins", ("The stoppage began at 8 this morning, when the first two crossings to Vell were called off.",)),
)
"""The updates, newest first."""


def linked(posts: tuple[Post, ...] = POSTS, *, one_time: str | None = None) -> str:
    """Write the linked data of the live blog."""
    updates = [
        {
            "@type": "BlogPosting",
            "headline": post.heading,
            "datePublished": one_time or post.moment,
            "url": f"{ADDRESS}#{post.name}",
            "articleBody": "\n".join(post.body),
        }
        for post in posts
    ]
    blog = {
        "@type": "LiveBlogPosting",
        "headline": TITLE,
        "url": ADDRESS,
        "datePublished": "2031-01-14T08:30:00Z",
        "dateModified": "2031-01-14T14:25:00Z",
        "liveBlogUpdate": updates,
    }
    return f'<script type="application/ld+json">{json.dumps(blog)}</script>'


def page(body: str, head: str = "", *, title: str = TITLE, address: str = ADDRESS) -> str:
    """Write a page around its body."""
    first = '<meta property="article:published_time" content="2031-01-14T08:30:00Z">'
    last = '<meta property="article:modified_time" content="2031-01-14T14:25:00Z">'
    return (
        f'<html lang="en"><head><title>{title} | Tolm Post</title><link rel="canonical" href="{address}">{first}{last}{head}</head><body>'
        '<header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/log-in">Log in</a></nav></header>'
        f"<main><h1>{title}</h1><p>Crossings to Vell and the islands have been called off since early morning.</p>{body}</main>"
        "<footer><p>© 2031 Tolm Post</p></footer></body></html>"
    )


def live_page(kind: str, head: str = "", posts: tuple[Post, ...] = POSTS) -> str:
    """Write a live blog of a kind."""
    updates = "".join(post.written(kind) for post in posts)
    return page(f"<table>{updates}</table>" if kind.startswith("rows") else f'<div class="live-stream">{updates}</div>', head)
